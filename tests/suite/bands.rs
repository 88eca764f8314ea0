//! Bands and chances in pictures, tables, readings and verdicts.

use std::sync::OnceLock;

use stagger::chart::scene::{Scene, Span, Spread};
use stagger::chart::{Image, Measure, Theme, completion, minutes, slots};
use stagger::forecast::{self, Forecast, Place, Verdict};
use stagger::library::busan::Example;
use stagger::plan::CheckedPlan;
use stagger::risk::{Chance, PlanFigure, Report, Sampling, SlotFigure, report, screened};
use stagger::text::Language;
use stagger::text::bands::of_hundred;
use stagger::text::facts::{Chances, verdict_facts};

use crate::charts::{checked, golden, svg};

struct Case {
    checked: CheckedPlan,
    forecast: Forecast,
    risk: Report,
}

/// An example with its risk; the forecast is judged as the page judges it.
fn case(example: Example, language: Language) -> &'static Case {
    static CASES: [OnceLock<Case>; 4] = [const { OnceLock::new() }; 4];
    CASES[example as usize * 2 + language as usize].get_or_init(|| {
        let checked = checked(example, language);
        let risk = report(&checked, Sampling { seed: 1, draws: 100 }, &[], &screened);
        let mut forecast = forecast::run(&checked);
        for (slot, risk) in forecast.slots.iter_mut().zip(&risk.summary.slots) {
            slot.verdict = risk.chance.verdict(slot.verdict);
        }
        Case { checked, forecast, risk }
    })
}

fn slot_scene(case: &Case, language: Language) -> Scene {
    slots::scene(case.checked.plan(), &case.forecast, language.catalogue(), None, Some(&case.risk.summary))
}

fn minute_scene(case: &Case, language: Language, measure: Measure) -> Scene {
    let risk = Some(&case.risk.summary);
    minutes::scene(case.checked.plan(), &case.forecast, language.catalogue(), 1, measure, risk).unwrap()
}

#[test]
fn every_bar_says_where_its_load_lies_and_how_often_its_slot_breaks() {
    for language in Language::ALL {
        let case = case(Example::Staggered, language);
        let (scene, words) = (slot_scene(case, language), &language.catalogue().bands);
        assert!(scene.table.columns.iter().any(|column| column == words.column));
        for ((bar, point), row) in scene.bars.iter().zip(&scene.points).zip(&scene.table.rows) {
            let slot = &case.risk.summary.slots[bar.window.unwrap()];
            assert_eq!(bar.spread, Spread::of(slot.band(SlotFigure::PeakLoad)));
            assert_eq!(bar.chance, Some(slot.chance));
            assert_eq!(bar.verdict, slot.verdict);
            let hundred = of_hundred(slot.chance);
            assert!(point.reading.contains(&(words.breaks_in)(&hundred)), "{}", point.reading);
            assert!(
                point.reading.contains(&row[row.len() - 3]) && row[row.len() - 2] == format!("{hundred}%"),
                "{row:?}"
            );
        }
    }
}

#[test]
fn of_a_slot_shown_by_the_hour_the_highest_hour_has_the_band() {
    let case = case(Example::DayAsItWas, Language::English);
    let scene = slot_scene(case, Language::English);
    for window in 0..2 {
        let bars: Vec<_> = scene.bars.iter().filter(|bar| bar.window == Some(window)).collect();
        let highest = bars.iter().map(|bar| bar.peak()).fold(0.0, f64::max);
        let banded: Vec<f64> = bars.iter().filter(|bar| bar.spread.is_some()).map(|bar| bar.peak()).collect();
        assert_eq!(banded, [highest]);
    }
}

#[test]
fn a_curve_has_the_band_of_its_own_place_in_the_unit_of_its_axis() {
    let case = case(Example::DayAsItWas, Language::English);
    let summary = &case.risk.summary;
    let curve = summary.curves.iter().find(|curve| curve.place == Place::Stage(1)).unwrap();
    for (measure, high, unit) in [
        (Measure::Attempts, &curve.attempts_per_s[4], 1.0),
        (Measure::Queue, &curve.queue[4], 1.0),
        (Measure::Wait, &curve.wait[4], 60.0),
    ] {
        let scene = minute_scene(case, Language::English, measure);
        let band = scene.band.as_ref().unwrap();
        assert_eq!(band.spreads.len(), high.len());
        for point in &scene.points {
            let Span::Minutes(minute, _) = point.span else { panic!("a minute") };
            let expected = high[minute as usize / summary.stretch_minutes] / unit;
            assert_eq!(band.at(minute).unwrap().high, expected);
        }
        assert!(scene.values.top.max(scene.values.strip_to.unwrap_or(0.0)) >= band.highest().unwrap());
        assert_eq!(scene.table.columns.len(), 5);
        assert!(scene.table.rows.iter().zip(&scene.points).all(|(row, point)| point.reading.ends_with(&row[4])));
    }
}

#[test]
fn the_end_has_its_band_as_a_moment() {
    let case = case(Example::Staggered, Language::English);
    let text = Language::English.catalogue();
    let scene = completion::scene(case.checked.plan(), &case.forecast, text, Some(&case.risk.summary));
    let (_, done) = scene.moment.unwrap();
    let band = case.risk.summary.band(PlanFigure::DoneAt);
    assert_eq!((done.low, done.high), (band.low() / 60.0, band.high() / 60.0));
    let end = scene.time.stretches.last().unwrap().1;
    assert!(done.high.is_infinite() || done.high <= f64::from(end));
}

#[test]
fn without_risk_nothing_is_said_of_it() {
    let case = case(Example::Staggered, Language::English);
    let text = Language::English.catalogue();
    let scene = slots::scene(case.checked.plan(), &case.forecast, text, None, None);
    assert!(scene.bars.iter().all(|bar| bar.spread.is_none() && bar.chance.is_none()));
    assert!(!scene.points.iter().any(|point| point.reading.contains("of 100")));
    let scene = minutes::scene(case.checked.plan(), &case.forecast, text, 1, Measure::Queue, None).unwrap();
    assert!(scene.band.is_none() && scene.table.columns.len() == 4);
}

#[test]
fn what_holds_at_the_likely_values_and_breaks_too_often_is_at_risk_and_says_why() {
    let case = case(Example::Staggered, Language::Korean);
    let plan = case.checked.plan();
    let likely = forecast::run(&case.checked);
    assert!(likely.slots.iter().all(|slot| slot.verdict == Verdict::Holds));
    let mut summary = case.risk.summary.clone();
    for (index, slot) in summary.slots.iter_mut().enumerate() {
        slot.chance = Chance { happened: if index < 3 { 17 - index } else { 9 }, of: 100 };
    }
    let mut judged = likely;
    for (slot, risk) in judged.slots.iter_mut().zip(&summary.slots) {
        slot.verdict = risk.chance.verdict(slot.verdict);
    }
    let said = |judged: &Forecast, language: Language| {
        let facts = verdict_facts(plan, judged, &Chances { risk: Some(&summary), trust: None });
        assert_eq!((facts.verdict, facts.at_risk), (Verdict::AtRisk, 0));
        (language.catalogue().verdict.sentence)(&facts).plain()
    };
    assert_eq!(
        said(&judged, Language::Korean),
        "보통값으로는 25개 회차가 모두 버티지만 3개 회차는 10번 중 1번 이상 무너집니다. 4월 1일(금) 14:00 회차는 100번 중 17번 무너집니다."
    );
    assert_eq!(
        said(&judged, Language::English),
        "All 25 slots hold at the likely values, but 3 break in 1 of 10 cases or more: Fri 1 Apr, 14:00 in 17 of 100."
    );
    for slot in &mut judged.slots[1..3] {
        slot.verdict = Verdict::Holds;
    }
    assert_eq!(
        said(&judged, Language::Korean),
        "보통값으로는 25개 회차가 모두 버티지만 4월 1일(금) 14:00 회차는 100번 중 17번 무너집니다."
    );
    let mut by_load = judged.clone();
    by_load.slots[4].verdict = Verdict::AtRisk;
    by_load.slots[4].peak_load = Some(0.9);
    let facts = verdict_facts(plan, &by_load, &Chances { risk: Some(&summary), trust: None });
    assert_eq!((facts.at_risk, facts.chancy, facts.by_chance), (1, 1, None));
}

#[test]
fn bands_are_drawn_as_agreed() {
    for language in Language::ALL {
        let tag = language.tag();
        let (staggered, as_it_was) = (case(Example::Staggered, language), case(Example::DayAsItWas, language));
        let draw = |name: &str, scene: Scene, theme: &Theme, size: (u32, u32)| {
            golden(&format!("{name}-{tag}.svg"), &svg(&Image::from(scene), theme, size.0, size.1));
        };
        draw("bands-slots-staggered", slot_scene(staggered, language), &Theme::light(), (1_000, 348));
        draw("bands-slots-day-as-it-was", slot_scene(as_it_was, language), &Theme::dark(), (1_000, 348));
        draw(
            "bands-minutes-staggered",
            minute_scene(staggered, language, Measure::Attempts),
            &Theme::light(),
            (1_000, 224),
        );
        draw(
            "bands-minutes-day-as-it-was",
            minute_scene(as_it_was, language, Measure::Queue),
            &Theme::dark(),
            (1_000, 224),
        );
        let risk = Some(&staggered.risk.summary);
        let done = completion::scene(staggered.checked.plan(), &staggered.forecast, language.catalogue(), risk);
        draw("bands-completion-staggered", done, &Theme::light(), (420, 272));
    }
}
