//! Presets of real days change what they say, and nothing else.

use std::sync::Arc;

use stagger::clock::CivilTime;
use stagger::forecast::{self, Forecast};
use stagger::library::busan::Example;
use stagger::library::stress::Stress;
use stagger::library::{Reading, Wording};
use stagger::plan::edit::apply;
use stagger::plan::zones::NoTimeZones;
use stagger::plan::{CapacityChange, CheckedPlan, Limit, Plan, Severity, check};
use stagger::text::Language;
use stagger::text::risk::texts;
use stagger::units::{PerSecond, Share};
use stagger::wire::plan_file;

use crate::plan_file::shipped_plans;

const READ: Reading = Wording::english;

fn staggered() -> Plan {
    Example::Staggered.plan(READ)
}

fn as_it_was() -> Plan {
    Example::DayAsItWas.plan(READ)
}

fn forecast(plan: &Plan) -> Forecast {
    forecast::run(&CheckedPlan::new(plan.clone()).unwrap())
}

fn at(text: &str) -> CivilTime {
    CivilTime::parse(text).unwrap()
}

fn range(plan: &Plan, field: &str) -> Option<(f64, f64)> {
    plan.ranges.iter().find(|range| range.field == field).map(|range| (range.low, range.high))
}

#[test]
fn every_preset_leaves_every_plan_one_that_can_be_computed() {
    let shipped = shipped_plans().into_iter().map(|(_, plan)| plan_file::read(&plan.to_string()).unwrap());
    for plan in shipped.chain([staggered(), as_it_was()]) {
        for preset in Stress::suggested(&plan, &forecast(&plan).slots) {
            let stressed = preset.applied(&plan, READ);
            let issues = check(&stressed, &NoTimeZones);
            let before = check(&plan, &NoTimeZones);
            let new: Vec<_> = issues.iter().filter(|issue| !before.contains(issue)).collect();
            assert!(new.iter().all(|issue| issue.severity != Severity::Error), "{preset:?}: {new:?}");
            assert!(new.is_empty() || plan.title.is_empty(), "{preset:?} of {}: {new:?}", plan.title);
            assert_eq!(apply(&plan, &preset.edit(&plan, READ)).as_ref(), Ok(&stressed));
            assert_eq!((&stressed.members, &stressed.cohorts), (&plan.members, &plan.cohorts));
            assert_eq!(preset.applied(&plan, READ), stressed);
        }
    }
}

#[test]
fn one_point_four_times_as_many_come() {
    let plan = staggered();
    let stressed = Stress::MoreCame.applied(&plan, READ);
    let (before, after) = (forecast(&plan), forecast(&stressed));
    assert!((after.totals.starters / before.totals.starters - 1.4).abs() < 1e-9);
    assert_eq!(stressed.arrivals.opening_share, Share::new(0.055 * 1.4));
    let (low, high) = range(&stressed, "/arrivals/show_up").unwrap();
    assert!((low - 0.27 * 1.4).abs() < 1e-12 && (high - 0.54 * 1.4).abs() < 1e-12);
    assert_eq!(stressed.journey, plan.journey);
    assert_eq!(stressed.sources.get("/arrivals/show_up").unwrap(), &Stress::MoreCame.source(READ));
    // Nobody comes more often than always.
    let mut eager = plan;
    eager.arrivals.show_up = stagger::plan::ShowUp::ByAge(vec![Share::new(0.9); eager.members.ages.len()]);
    let stressed = Stress::MoreCame.applied(&eager, READ);
    assert_eq!(stressed.arrivals.show_up, stagger::plan::ShowUp::ByAge(vec![Share::new(1.0); 7]));
}

fn changes(plan: &Plan) -> Vec<(String, Limit, Option<f64>, Option<bool>)> {
    let said = |change: &CapacityChange| (change.at.to_string(), change.rate, change.times, change.turn_away);
    plan.journey[1].changes.iter().map(said).collect()
}

#[test]
fn an_outage_before_the_stop_leaves_the_stop_as_it_was() {
    let plan = as_it_was();
    let stressed = Stress::VerifierDown { stage: 1, from: at("2022-04-01T15:00") }.applied(&plan, READ);
    let (shut, unchanged) = (Limit::To(0.0), Limit::Unchanged);
    assert_eq!(
        changes(&stressed),
        [
            ("2022-04-01T15:00".to_owned(), shut, None, None),
            ("2022-04-01T15:30".to_owned(), unchanged, Some(1.0), None),
            ("2022-04-01T17:00".to_owned(), shut, None, Some(true)),
            ("2022-04-04T09:00".to_owned(), unchanged, Some(4.0), Some(false)),
        ]
    );
    // What is said of the stop has moved with it, and the base rate keeps its range.
    assert_eq!(
        stressed.sources.get("/journey/1/changes/2/rate_per_s").unwrap(),
        plan.sources.get("/journey/1/changes/0/rate_per_s").unwrap()
    );
    assert_eq!(range(&stressed, "/journey/1/rate_per_s"), range(&plan, "/journey/1/rate_per_s"));
    let (before, after) = (forecast(&plan), forecast(&stressed));
    let wait = |forecast: &Forecast, minute: usize| forecast.stages[1].series.wait_s[minute];
    let three = 15 * 60;
    // Whoever came at three waits longer, as far as the stop lets anybody through; fewer stand before them than without the outage.
    assert!(wait(&before, three - 30) > Some(1_000.0));
    assert!(wait(&after, three).is_none_or(|after| after > wait(&before, three).unwrap_or(0.0) + 600.0));
    assert_eq!(before.stages[1].series.queue[14 * 60 + 30], after.stages[1].series.queue[14 * 60 + 30]);
    assert!(after.stages[1].series.queue[15 * 60 + 29] > before.stages[1].series.queue[15 * 60 + 29] + 10_000.0);
}

#[test]
fn an_outage_over_a_change_defers_what_the_change_does_to_the_rate() {
    let plan = as_it_was();
    let stressed = Stress::VerifierDown { stage: 1, from: at("2022-04-04T08:45") }.applied(&plan, READ);
    let (shut, unchanged) = (Limit::To(0.0), Limit::Unchanged);
    assert_eq!(
        changes(&stressed)[1..],
        [
            ("2022-04-04T08:45".to_owned(), shut, None, None),
            ("2022-04-04T09:00".to_owned(), shut, Some(4.0), Some(false)),
            ("2022-04-04T09:15".to_owned(), unchanged, Some(4.0), None),
        ]
    );
    let at_the_change = Stress::VerifierDown { stage: 1, from: at("2022-04-04T09:00") }.applied(&plan, READ);
    assert_eq!(changes(&at_the_change)[1], ("2022-04-04T09:00".to_owned(), shut, Some(4.0), Some(false)));
    assert_eq!(changes(&at_the_change)[2], ("2022-04-04T09:30".to_owned(), unchanged, Some(4.0), None));
    // The end of the outage meets a change that sets the rate itself.
    let up_to_the_change = Stress::VerifierDown { stage: 1, from: at("2022-04-04T08:30") }.applied(&plan, READ);
    assert_eq!(changes(&up_to_the_change)[2], ("2022-04-04T09:00".to_owned(), unchanged, Some(4.0), Some(false)));
    assert_eq!(up_to_the_change.journey[1].changes.len(), 3);
}

#[test]
fn an_outage_gives_back_a_rate_that_was_put_in_numbers_and_none_where_there_was_none() {
    let mut plan = staggered();
    let half = CapacityChange {
        at: at("2022-04-02T08:00"),
        rate: Limit::To(6.0),
        sessions: Limit::Unchanged,
        times: None,
        turn_away: None,
    };
    Arc::make_mut(&mut plan.journey)[1].changes = vec![half];
    let stressed = Stress::VerifierDown { stage: 1, from: at("2022-04-02T09:00") }.applied(&plan, READ);
    assert_eq!(changes(&stressed)[2], ("2022-04-02T09:30".to_owned(), Limit::To(6.0), None, None));
    let download = Stress::VerifierDown { stage: 0, from: at("2022-04-02T09:00") }.applied(&plan, READ);
    assert_eq!(download.journey[0].changes[1].rate, Limit::Removed);
    let nowhere = Stress::VerifierDown { stage: 9, from: at("2022-04-02T09:00") };
    assert_eq!(nowhere.applied(&plan, READ), plan);
}

#[test]
fn a_late_notice_moves_one_rush() {
    let plan = staggered();
    let stressed = Stress::LateNotice { window: 3 }.applied(&plan, READ);
    assert_eq!(stressed.windows[3].opens, plan.windows[3].opens.plus_seconds(3_600));
    assert_eq!(stressed.windows[3].closes, plan.windows[3].closes);
    let others = |plan: &Plan| {
        plan.windows.iter().enumerate().filter(|(at, _)| *at != 3).map(|(_, window)| window.clone()).collect::<Vec<_>>()
    };
    assert_eq!(others(&stressed), others(&plan));
    // A window of an hour would close as it opens: it stays as long as it was.
    let mut short = plan;
    Arc::make_mut(&mut short.windows)[3].closes = short.windows[3].opens.plus_seconds(3_600);
    let stressed = Stress::LateNotice { window: 3 }.applied(&short, READ);
    assert_eq!(stressed.windows[3].closes, short.windows[3].closes.plus_seconds(3_600));
    assert_eq!(Stress::LateNotice { window: 99 }.applied(&short, READ), short);
}

#[test]
fn one_in_ten_ignores_its_window_unless_more_do_already() {
    let plan = staggered();
    let stressed = Stress::IgnoredWindows.applied(&plan, READ);
    assert_eq!(stressed.arrivals.ignore_window_share, Share::new(0.1));
    assert_eq!(range(&stressed, "/arrivals/ignore_window_share"), None);
    let mut unruly = plan;
    unruly.arrivals.ignore_window_share = Share::new(0.2);
    assert_eq!(Stress::IgnoredWindows.applied(&unruly, READ), unruly);
}

#[test]
fn four_times_the_capacity_is_a_quarter_of_the_load() {
    let mut plan = staggered();
    let to = |at, rate| CapacityChange {
        at,
        rate: Limit::To(rate),
        sessions: Limit::Unchanged,
        times: None,
        turn_away: None,
    };
    Arc::make_mut(&mut plan.journey)[1].changes = vec![to(at("2022-04-02T08:00"), 12.0)];
    let stressed = Stress::FourfoldCapacity.applied(&plan, READ);
    assert_eq!(stressed.journey[1].rate, plan.journey[1].rate.map(|rate| PerSecond::new(rate.get() * 4.0)));
    assert_eq!(stressed.journey[1].changes[0].rate, Limit::To(48.0));
    assert_eq!(stressed.journey[2].sessions, Some(16_000.0));
    assert_eq!(stressed.journey[0], plan.journey[0]);
    assert_eq!(range(&stressed, "/journey/1/rate_per_s"), Some((28.8, 96.0)));
    assert!(!stressed.entered_as.contains_key("/journey/1/rate_per_s"));
    let again = Stress::FourfoldCapacity.applied(&as_it_was(), READ);
    assert_eq!(changes(&again), changes(&as_it_was()));
    let (before, after) = (forecast(&plan), forecast(&stressed));
    assert_eq!(before.stages[1].peak_queue, 0.0);
    let load = |forecast: &Forecast| forecast.slots[5].peak_load.unwrap();
    assert!((load(&after) * 4.0 / load(&before) - 1.0).abs() < 1e-6);
}

#[test]
fn the_suggested_place_is_where_it_hurts() {
    let plan = staggered();
    let slots = forecast(&plan).slots;
    let worst = (0..plan.windows.len())
        .max_by(|&one, &other| slots[one].peak_load.partial_cmp(&slots[other].peak_load).unwrap())
        .unwrap();
    let opens = plan.windows[worst].opens;
    let suggested = Stress::suggested(&plan, &slots);
    assert_eq!(suggested.len(), 5);
    assert!(suggested.contains(&Stress::VerifierDown { stage: 1, from: opens }), "{suggested:?}");
    let late = suggested.iter().find_map(|preset| match preset {
        Stress::LateNotice { window } => Some(*window),
        _ => None,
    });
    assert!(plan.windows[late.unwrap()].opens < opens || worst == 0);
}

#[test]
fn every_preset_has_words_and_a_source_in_both_languages() {
    let plan = staggered();
    let mut said = Vec::new();
    for (language, read) in [(Language::Korean, Wording::korean as Reading), (Language::English, Wording::english)] {
        let text = texts(language);
        for preset in Stress::suggested(&plan, &forecast(&plan).slots) {
            said.push((text.stress_name)(preset, "Verify"));
            for sentence in [(text.stress_effect)(preset, "Verify"), preset.source(read).text] {
                assert!(sentence.ends_with('.'), "{sentence}");
                said.push(sentence);
            }
        }
    }
    let n_said = said.len();
    said.sort();
    said.dedup();
    assert_eq!((said.len(), n_said), (30, 30));
}
