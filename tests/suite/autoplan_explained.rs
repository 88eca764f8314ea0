//! What an automatic plan says beside its timetable: what stands in the way, what more days and capacity would do, why a
//! cohort is where it is, and which moves gain most.

use std::sync::Arc;

use stagger::clock::{CivilDate, CivilTime};
use stagger::forecast::{self, Verdict, screen};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::{CheckedPlan, Plan};
use stagger::schedule::autoplan::{
    AgeOrder, Aim, Goal, Openings, Proposal, Relief, Rule, Rules, Search, TradeOff, gains, why,
};
use stagger::schedule::inverse::with_capacity;
use stagger::worker::solved;

fn busan() -> CheckedPlan {
    CheckedPlan::new(Example::Staggered.plan(Wording::english)).unwrap()
}

fn goal(aim: Aim, rules: Rules, days_most: Option<u32>) -> Goal {
    Goal { aim, rules, seed: 7, chance: None, days_most, is_quick: false }
}

fn proposed(plan: &CheckedPlan, goal: Goal) -> Proposal {
    let search = Search::new(plan, goal).unwrap();
    let found: Vec<_> = (0..search.units()).map(|unit| search.unit(unit, &solved)).collect();
    search.sum_up(&found, &solved).unwrap()
}

fn peak_load(plan: &CheckedPlan) -> f64 {
    forecast::slots_as_planned(plan).iter().filter_map(|slot| slot.peak_load).fold(0.0, f64::max)
}

fn screened_peak(plan: &CheckedPlan) -> f64 {
    screen(plan).slots.iter().filter_map(|slot| slot.peak_load).fold(0.0, f64::max)
}

fn holds(plan: &CheckedPlan) -> bool {
    forecast::slots_as_planned(plan).iter().all(|slot| slot.verdict == Verdict::Holds)
}

fn relief(reliefs: &[Relief], is: fn(&Rule) -> bool) -> Option<Relief> {
    reliefs.iter().copied().find(|relief| is(&relief.rule))
}

#[test]
fn where_the_days_are_too_few_each_change_that_does_is_named_with_what_is_needed() {
    let plan = busan();
    let proposal = proposed(&plan, goal(Aim::FewestDays, Rules::default(), Some(3)));
    assert!(!proposal.score.holds());
    assert!(proposal.reliefs.is_sorted_by(|one, other| one.cost <= other.cost));

    let days = relief(&proposal.reliefs, |rule| matches!(rule, Rule::Days { .. })).unwrap();
    let Rule::Days { needed } = days.rule else { panic!("another rule") };
    assert_eq!(needed, 4, "as the search for the fewest days finds and proves");
    let longer = proposed(&plan, goal(Aim::LowestPeak, Rules::default(), Some(needed as u32)));
    assert!(longer.score.holds());

    let capacity = relief(&proposal.reliefs, |rule| matches!(rule, Rule::Capacity { .. })).unwrap();
    let Rule::Capacity { times } = capacity.rule else { panic!("another rule") };
    assert!((capacity.cost - (times - 1.0)).abs() < 1e-12);
    assert!(holds(&with_capacity(&proposal.plan, times).unwrap()));
    assert!(!holds(&with_capacity(&proposal.plan, 0.999 * times).unwrap()));

    if let Some(target) = relief(&proposal.reliefs, |rule| matches!(rule, Rule::Target { .. })) {
        let Rule::Target { load } = target.rule else { panic!("another rule") };
        let with = |load: f64| {
            let mut other: Plan = proposal.plan.plan().clone();
            other.target.load = load;
            holds(&plan.changed(other).unwrap())
        };
        assert!(with(load) && !with(0.999 * load));
    }
}

#[test]
fn a_rule_that_keeps_the_target_from_being_held_is_named() {
    let plan = busan();
    // Seven cohorts to a window leave no room for what the fullest days need; the whole of a district at once does not hold.
    let rules = Rules { is_together: true, ..Rules::default() };
    let proposal = proposed(&plan, goal(Aim::LowestPeak, rules, None));
    if proposal.score.holds() {
        assert!(proposal.reliefs.is_empty());
        return;
    }
    let together = relief(&proposal.reliefs, |rule| *rule == Rule::Together).unwrap();
    assert!((0.0..=1.0).contains(&together.cost) && together.peak_load < proposal.score.peak_load);
}

fn curve(plan: &CheckedPlan, days_most: u32) -> TradeOff {
    let search = Search::new(plan, goal(Aim::TradeOff, Rules::default(), Some(days_most))).unwrap();
    let found: Vec<_> = (0..search.units()).map(|unit| search.unit(unit, &solved)).collect();
    search.trade_off(&found).unwrap()
}

#[test]
fn each_point_of_the_curve_is_the_forecast_of_a_plan_and_peaks_fall_with_days_and_capacity() {
    let plan = busan();
    let curve = curve(&plan, 7);
    assert_eq!(curve.days, [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(curve.points.len(), curve.days.len() * curve.times.len());
    assert_eq!(curve.bottleneck, Some(1));
    let at = |days: usize, times: f64| {
        *curve.points.iter().find(|point| point.days == days && point.times == times).unwrap()
    };
    for point in &curve.points {
        let of_days = &curve.plans[curve.days.iter().position(|days| *days == point.days).unwrap()];
        let opened = with_capacity(of_days, point.times).unwrap();
        assert_eq!(point.score.peak_load, peak_load(&opened));
        let opening_days: std::collections::BTreeSet<CivilDate> = (of_days.plan().windows.iter())
            .filter(|window| !window.catch_up)
            .map(|window| window.opens.date())
            .collect();
        assert!(opening_days.len() <= point.days);
        if point.days > 1 {
            assert!(point.score.peak_load <= at(point.days - 1, point.times).score.peak_load * 1.0025, "{point:?}");
        }
    }
    for days in &curve.days {
        for two in curve.times.windows(2) {
            assert!(at(*days, two[1]).score.peak_load <= at(*days, two[0]).score.peak_load, "{days}");
        }
    }
    let knees: Vec<usize> = curve.points.iter().filter(|point| point.is_knee).map(|point| point.days).collect();
    // Of those that do not break, the point furthest from the straight line between the ends.
    let is_choice = |days: &&usize| at(**days, 1.0).score.verdict != Verdict::Breaks;
    let own: Vec<(f64, f64)> =
        curve.days.iter().filter(is_choice).map(|days| (*days as f64, at(*days, 1.0).score.peak_load)).collect();
    let (first, last) = (own[0], own[own.len() - 1]);
    let away = |point: &(f64, f64)| {
        let line = first.1 + (last.1 - first.1) * (point.0 - first.0) / (last.0 - first.0);
        line - point.1
    };
    let furthest = own.iter().max_by(|one, other| away(one).total_cmp(&away(other))).unwrap();
    assert_eq!(knees, [furthest.0 as usize]);
}

#[test]
fn further_days_have_windows_like_the_fullest_and_stay_quiet_where_they_must() {
    let plan = busan();
    let quiet = CivilDate::parse("2022-04-07").unwrap();
    let openings = Openings { quiet_days: vec![quiet], ..Openings::default() };
    let rules = Rules { openings, ..Rules::default() };
    let proposal = proposed(&plan, goal(Aim::LowestPeak, rules, Some(8)));
    let last =
        |plan: &Plan| plan.windows.iter().filter(|window| !window.catch_up).map(|w| w.opens.date()).max().unwrap();
    let (before, after) = (last(plan.plan()), last(proposal.plan.plan()));
    assert!(after > before && proposal.days == 8);
    assert!(proposal.plan.plan().windows.iter().all(|window| window.opens.date() != quiet || window.catch_up));
    let hours = |plan: &Plan, day: CivilDate| -> Vec<i64> {
        let own = plan.windows.iter().filter(|window| !window.catch_up && window.opens.date() == day);
        own.map(|window| window.opens.seconds_since(day.midnight())).collect()
    };
    let count = |day: &CivilDate| hours(plan.plan(), *day).len();
    let days: std::collections::BTreeSet<CivilDate> = plan.plan().windows.iter().map(|w| w.opens.date()).collect();
    let fullest = days.iter().map(count).max().unwrap();
    let pattern = *days.iter().find(|day| count(day) == fullest).unwrap();
    let laid = hours(proposal.plan.plan(), after);
    assert!(!laid.is_empty() && laid.iter().all(|hour| hours(plan.plan(), pattern).contains(hour)));
    // The plan is longer by as many days, and whoever missed them is called later.
    let longer = after.midnight().seconds_since(before.midnight()) / 86_400;
    assert_eq!(i64::from(proposal.plan.plan().days), i64::from(plan.plan().days) + longer);
    let catch_up =
        |plan: &Plan| plan.windows.iter().filter(|w| w.catch_up).map(|w| w.opens).collect::<Vec<CivilTime>>();
    for (one, other) in catch_up(plan.plan()).iter().zip(catch_up(proposal.plan.plan())) {
        assert_eq!(other.seconds_since(*one), longer * 86_400);
    }
}

/// The plan with a cohort in another window.
fn moved(plan: &CheckedPlan, cohort: usize, to: usize) -> CheckedPlan {
    let mut other: Plan = plan.plan().clone();
    for (at, window) in Arc::make_mut(&mut other.windows).iter_mut().enumerate().filter(|(_, window)| !window.catch_up)
    {
        window.cohorts.retain(|held| *held != cohort);
        if at == to {
            window.cohorts.push(cohort);
            window.cohorts.sort();
        }
    }
    plan.changed(other).unwrap()
}

#[test]
fn what_moving_a_cohort_costs_is_the_forecast_with_it_there() {
    let plan = busan();
    let answer = why(&plan, &Rules::default(), 40).unwrap();
    let home = plan.plan().windows.iter().position(|window| window.cohorts.contains(&40)).unwrap();
    assert_eq!((answer.cohort, answer.window), (40, home));
    let ordinary = plan.plan().windows.iter().filter(|window| !window.catch_up).count();
    assert_eq!(answer.elsewhere.len(), ordinary - 1);
    assert_eq!(answer.score.peak_load, screened_peak(&plan));
    for elsewhere in &answer.elsewhere {
        assert_eq!(elsewhere.score.peak_load, screened_peak(&moved(&plan, 40, elsewhere.window)));
        assert_eq!(elsewhere.breaks, None);
    }
    assert!(why(&plan, &Rules::default(), 4_000).is_none());
}

#[test]
fn the_rule_that_forbids_a_place_is_named() {
    let plan = busan();
    let window_of = |cohort: usize| plan.plan().windows.iter().position(|w| w.cohorts.contains(&cohort)).unwrap();
    let breaks = |rules: Rules, cohort: usize, window: usize| {
        let answer = why(&plan, &rules, cohort).unwrap();
        answer.elsewhere.iter().find(|place| place.window == window).unwrap().breaks
    };
    let (cohort, other) = (40, 80);
    let to = window_of(other);
    assert_ne!(window_of(cohort), to);
    assert_eq!(breaks(Rules { locked: vec![cohort], ..Rules::default() }, cohort, to), Some(Rule::Locked));
    assert_eq!(breaks(Rules { locked: vec![other], ..Rules::default() }, cohort, to), None);
    assert_eq!(breaks(Rules { is_together: true, ..Rules::default() }, cohort, to), Some(Rule::Together));
    let held = plan.plan().windows[to].cohorts.len();
    let full = Rules { per_window: Some(held), ..Rules::default() };
    assert_eq!(breaks(full, cohort, to), Some(Rule::PerWindow { needed: held + 1 }));
    let day = plan.plan().windows[to].opens.date();
    let quiet = Rules { openings: Openings { quiet_days: vec![day], ..Openings::default() }, ..Rules::default() };
    assert_eq!(breaks(quiet, cohort, to), Some(Rule::Openings));
    let first = (0..plan.plan().windows.len()).min_by_key(|at| plan.plan().windows[*at].opens).unwrap();
    assert_ne!(window_of(cohort), first);
    assert_eq!(breaks(Rules { pilot: Some(other), ..Rules::default() }, cohort, first), Some(Rule::Pilot));
    // The oldest of a district after the youngest of it, which comes last of all.
    let (youngest, oldest) = (35, 41);
    assert_eq!(plan.plan().cohorts[youngest].regions, plan.plan().cohorts[oldest].regions);
    let last = (0..plan.plan().windows.len())
        .filter(|at| !plan.plan().windows[*at].catch_up)
        .max_by_key(|at| plan.plan().windows[*at].opens)
        .unwrap();
    let rules = Rules { ages: Some(AgeOrder::OldestFirst), ..Rules::default() };
    assert_eq!(breaks(rules, oldest, last), Some(Rule::Ages));
}

#[test]
fn the_moves_that_gain_most_gain_more_than_any_other_of_the_fullest_slot() {
    // Everybody of two windows in one of them.
    let mut crowded: Plan = busan().plan().clone();
    let windows = Arc::make_mut(&mut crowded.windows);
    let taken = std::mem::take(&mut windows[9].cohorts);
    windows[4].cohorts.extend(taken);
    let plan = CheckedPlan::new(crowded).unwrap();
    let answer = gains(&plan, &Rules::default()).unwrap();
    assert_eq!(answer.score.peak_load, screened_peak(&plan));
    assert_eq!(answer.gains.len(), 3);
    let mut reached = answer.score;
    let mut now = plan.clone();
    for gain in &answer.gains {
        assert!(gain.score.is_below(&reached));
        assert_eq!((gain.from, plan.plan().windows[gain.to].catch_up), (4, false));
        now = moved(&now, gain.cohort, gain.to);
        if let Some(other) = gain.against {
            now = moved(&now, other, gain.from);
        }
        assert_eq!(gain.score.peak_load, screened_peak(&now));
        reached = gain.score;
    }
    assert_eq!(answer.plan.unwrap().plan(), now.plan());
    // Alone, none of the cohorts there gains more by going anywhere.
    for cohort in &plan.plan().windows[4].cohorts {
        for elsewhere in why(&plan, &Rules::default(), *cohort).unwrap().elsewhere {
            assert!(!elsewhere.score.is_below(&answer.gains[0].score), "{cohort} {elsewhere:?}");
        }
    }
    // What must not move does not.
    let locked = plan.plan().windows[4].cohorts.clone();
    assert!(gains(&plan, &Rules { locked, ..Rules::default() }).unwrap().plan.is_none());
}

#[test]
fn a_first_answer_has_its_proof_and_the_search_goes_on_from_there() {
    let plan = busan();
    let first = proposed(&plan, Goal { is_quick: true, ..goal(Aim::LowestPeak, Rules::default(), None) });
    let last = proposed(&plan, goal(Aim::LowestPeak, Rules::default(), None));
    assert_eq!(first.bound, last.bound);
    assert!(first.bound.unwrap().bound.value <= last.score.peak_load && !first.score.is_below(&last.score));
    assert!(first.score.peak_load <= 1.02 * last.score.peak_load, "{:?} {:?}", first.score, last.score);
}
