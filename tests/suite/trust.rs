//! What is weak, left out and to be measured first: of the plans of Busan, and of plans made for it.

use stagger::explain::trust::{Influence, left_out, probes, weak};
use stagger::forecast;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::number::NumberField;
use stagger::plan::{CheckedPlan, Plan, Range, Source, SourceKind};
use stagger::risk::{Sampling, report, screened};
use stagger::text::Language;
use stagger::text::trust::{LeftOut, ProbeKind, texts};

const RATE: &str = "/journey/1/rate_per_s";

fn busan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

fn said(plan: &mut Plan, pointer: &str, kind: SourceKind) {
    plan.sources.insert(pointer.to_owned(), Source { kind, text: String::new(), url: None });
}

#[test]
fn what_is_guessed_is_weak_until_it_is_measured_and_has_a_range() {
    let mut plan = busan();
    let is_weak = |plan: &Plan| weak(plan, None).iter().any(|number| number.pointer == RATE);
    assert!(is_weak(&plan));
    said(&mut plan, RATE, SourceKind::Measured);
    assert!(!is_weak(&plan));
    plan.ranges.retain(|range| range.field != RATE);
    assert!(is_weak(&plan));
    plan.ranges.push(Range { field: RATE.to_owned(), low: 7.0, high: 24.0 });
    plan.sources.remove(RATE);
    assert_eq!(weak(&plan, None)[0].pointer, RATE, "a number without any source comes first");
}

#[test]
fn targets_and_numbers_without_effect_are_no_assumptions() {
    let all = weak(&busan(), None);
    for pointer in ["/target/load", "/journey/0/retry_share", "/journey/0/patience_s", "/arrivals/tail/0/weight"] {
        assert!(all.iter().all(|number| number.pointer != pointer), "{pointer}");
    }
    for number in &all {
        let field = NumberField::at(&number.field(&busan())).and_then(|field| field.value(&busan()));
        assert!(field.is_some() || number.pointer == "/members/counts", "{}", number.pointer);
    }
}

#[test]
fn where_risk_has_run_the_most_influential_come_first() {
    let plan = CheckedPlan::new(busan()).unwrap();
    let report = report(&plan, Sampling { seed: 1, draws: 120 }, &[], &screened);
    let all = weak(plan.plan(), Some(&report));
    let strengths: Vec<f64> = all
        .iter()
        .map(|number| match number.influence {
            Influence::On(_, strength) => strength,
            Influence::Unknown | Influence::Small => 0.0,
        })
        .collect();
    println!("{:?}", all.iter().map(|number| &number.pointer).zip(&strengths).take(6).collect::<Vec<_>>());
    assert!(strengths.is_sorted_by(|one, other| one >= other) && strengths[2] > 0.0, "{strengths:?}");
    // The capacity of the bottleneck decides load, queue and wait, whatever else is drawn.
    assert_eq!(all[0].pointer, RATE);
    let first = probes(&all);
    let kinds: Vec<ProbeKind> = first.iter().map(|probe| probe.kind).collect();
    assert!(kinds.contains(&ProbeKind::LoadTest) && first.len() == 4, "{kinds:?}");
    let forecast = forecast::run(&plan);
    for probe in &first {
        let facts = probe.facts(plan.plan(), &forecast);
        for language in Language::ALL {
            let sentence = (texts(language).probe)(&facts);
            assert!(sentence.ends_with('.') && facts.stage.iter().all(|stage| sentence.contains(stage)), "{sentence}");
        }
    }
}

#[test]
fn what_is_left_out_follows_what_the_plan_makes_use_of() {
    let mut plan = busan();
    let of = |plan: &Plan, what: LeftOut| left_out(plan, &[5_000.0, 20.0], Some(false)).contains(&what);
    for what in [LeftOut::Luck, LeftOut::Outages, LeftOut::Retries, LeftOut::SameShowUp, LeftOut::NoBand] {
        assert!(of(&plan, what), "{what:?}");
    }
    assert!(of(&plan, LeftOut::FewPeople(1)) && of(&plan, LeftOut::DayAndNight));
    plan.arrivals.hour_weights = Some([1.0; 24]);
    assert!(!of(&plan, LeftOut::DayAndNight) && !of(&plan, LeftOut::WaitingRoom) && !of(&plan, LeftOut::CatchUp));
    for language in Language::ALL {
        for what in left_out(&plan, &[20.0], None) {
            assert!((texts(language).is_left_out)(what).ends_with('.'), "{what:?}");
        }
    }
}
