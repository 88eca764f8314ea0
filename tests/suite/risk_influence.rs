//! What matters most: rank correlations over the joint sample, and the swing of each assumption alone.

use stagger::explain::risk as explained;
use stagger::forecast::run;
use stagger::plan::CheckedPlan;
use stagger::risk::{Figures, PlanFigure, Report, Sampling, full, noise, ranked, report, with_value};
use stagger::text::Language;
use stagger::text::risk::texts;

use crate::risk::plan;

const PEAK_LOAD: usize = 0;
const LOST: usize = 3;

fn computed() -> (CheckedPlan, Report) {
    let plan = plan(&[
        ("/journey/0/fail_retry_share", 0.1, 0.9),
        ("/arrivals/show_up", 0.3, 0.5),
        ("/journey/0/rate_per_s", 2.5, 10.0),
        ("/journey/0/patience_s", 600.0, 9_660.0),
        ("/journey/0/service_s", 120.0, 120.0),
    ]);
    let report = report(&plan, Sampling { seed: 1, draws: 120 }, &["/arrivals/show_up".to_owned()], &full);
    (plan, report)
}

#[test]
fn the_strongest_comes_first_and_what_does_nothing_does_not_stand_out() {
    let (_, report) = computed();
    let names: Vec<&str> = report.sample.assumptions().iter().map(|assumption| assumption.pointer.as_str()).collect();
    let first = ranked(&report.influences, PEAK_LOAD)[0];
    assert_eq!(names[first.assumption], "/journey/0/rate_per_s");
    assert!(first.correlations[PEAK_LOAD].unwrap() < -0.9, "{first:?}");
    assert!(report.influences[1].correlations[PEAK_LOAD].unwrap() > 0.0);
    // Longer patience, fewer lost; nobody fails, so it does not matter who would come back.
    assert!(report.influences[3].correlations[LOST].unwrap() < -noise(120, 4));
    let idle = &report.influences[0];
    assert!(idle.correlations.iter().flatten().all(|correlation| correlation.abs() < 1.5 * noise(120, 4)), "{idle:?}");
    assert_eq!(idle.swing.width(LOST), Some(0.0));
    // A range without width has no correlation to tell, and comes last.
    assert_eq!(report.influences[4].correlations, [None; 5]);
    assert_eq!(ranked(&report.influences, LOST)[4].assumption, 4);
}

#[test]
fn swings_are_forecasts_at_the_ends_of_the_range() {
    let (plan, report) = computed();
    for (assumption, influence) in report.sample.assumptions().iter().zip(&report.influences) {
        let ends = [(assumption.range.0, influence.swing.at_low), (assumption.range.1, influence.swing.at_high)];
        for (end, swing) in ends {
            let other = CheckedPlan::new(with_value(plan.plan(), assumption.field, end).unwrap()).unwrap();
            let figures = Figures::of(other.plan(), &run(&other));
            for (figure, swing) in PlanFigure::KEY.into_iter().zip(swing.unwrap()) {
                let expect = figures.get(figure);
                assert!(
                    expect == swing || (expect - swing).abs() <= 1e-6 * expect.abs(),
                    "{figure:?}: {swing} {expect}"
                );
            }
        }
    }
}

#[test]
fn the_report_can_be_said_in_both_languages() {
    let (plan, report) = computed();
    for language in Language::ALL {
        let text = texts(language);
        let chance = (text.chance)(&explained::chance(plan.plan(), &report));
        let break_even = (text.break_even)(&explained::break_even(language, plan.plan(), &report.break_evens[0]));
        let mut sentences = vec![chance, break_even];
        for key in 0..PlanFigure::KEY.len() {
            sentences.push((text.influence)(&explained::influence(language, plan.plan(), &report, key)));
        }
        for sentence in &sentences {
            assert!(sentence.ends_with(['.', '다']) && !sentence.contains("  "), "{sentence}");
            assert!(!sentence.contains("NaN") && !sentence.contains("inf"), "{sentence}");
        }
        let name = if language == Language::Korean { "받는 속도" } else { "admission rate" };
        assert!(sentences[2].contains(name), "{}", sentences[2]);
    }
}
