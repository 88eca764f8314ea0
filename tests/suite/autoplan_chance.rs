//! Plans that plan themselves over the ranges of their assumptions: what is said of the draws is a count over them, and
//! what is proved of them holds for timetables that are drawn.

use std::sync::Arc;

use stagger::forecast::Verdict;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::{CheckedPlan, Plan};
use stagger::risk::{Detail, PlanFigure, Sample, Sampling, assumptions, run_draws, screened};
use stagger::rng::Key;
use stagger::schedule::autoplan::{Aim, Goal, Proposal, Rules, Search};
use stagger::schedule::ensemble::{Meets, fares};
use stagger::schedule::inverse::{highest_show_up, least_capacity, with_capacity, with_known_show_up};
use stagger::units::{PerSecond, Share};
use stagger::worker::solved;

fn busan() -> CheckedPlan {
    CheckedPlan::new(Example::Staggered.plan(Wording::english)).unwrap()
}

fn proposed(plan: &CheckedPlan, aim: Aim, asked: f64, days_most: Option<u32>) -> Proposal {
    let goal =
        Goal { aim, rules: Rules::default(), seed: 7, chance: Some(Share::new(asked)), days_most, is_quick: false };
    let search = Search::new(plan, goal).unwrap();
    let found: Vec<_> = (0..search.units()).map(|unit| search.unit(unit, &solved)).collect();
    search.sum_up(&found, &solved).unwrap()
}

/// Peak loads and verdicts of 400 draws, each computed by itself.
fn drawn(plan: &CheckedPlan) -> Vec<(f64, Verdict)> {
    let sample = Sample::new(assumptions(plan.plan()), Sampling { seed: plan.plan().seed, draws: 400 });
    let of = |draw: usize| {
        let figures = run_draws(plan, &sample, [draw], &|plan, _| screened(plan, Detail::Figures)).remove(0).figures?;
        Some((figures.get(PlanFigure::PeakLoad), figures.verdict()))
    };
    (0..400).filter_map(of).collect()
}

/// The smallest of the peaks that at least `asked` of them do not exceed.
fn quantile(draws: &[(f64, Verdict)], asked: f64) -> f64 {
    let at_most = |peak: f64| draws.iter().filter(|draw| draw.0 <= peak).count() as f64;
    let enough = draws.iter().map(|draw| draw.0).filter(|peak| at_most(*peak) >= asked * draws.len() as f64 - 1e-9);
    enough.fold(f64::INFINITY, f64::min)
}

fn held(draws: &[(f64, Verdict)]) -> usize {
    draws.iter().filter(|draw| draw.1 == Verdict::Holds).count()
}

#[test]
fn what_is_said_of_the_draws_is_a_count_and_better_than_before() {
    let plan = busan();
    let proposal = proposed(&plan, Aim::LowestPeak, 0.9, None);
    let chance = proposal.chance.unwrap();
    let draws = drawn(&proposal.plan);
    assert_eq!((chance.fares.held, chance.fares.draws), (held(&draws), draws.len()));
    assert_eq!(chance.fares.peak_load, quantile(&draws, 0.9));
    assert!(chance.fares.peak_load < quantile(&drawn(&plan), 0.9));
    let (low, high) = chance.interval;
    let share = chance.fares.held as f64 / chance.fares.draws as f64;
    assert!(low < share && share < high, "{chance:?}");
    let bound = chance.bound.unwrap();
    assert!(bound <= chance.fares.peak_load && chance.fares.peak_load <= 1.05 * bound, "{chance:?}");
}

#[test]
fn no_timetable_that_is_drawn_is_below_the_bound_of_the_draws() {
    let plan = busan();
    let bound = proposed(&plan, Aim::LowestPeak, 0.9, None).chance.unwrap().bound.unwrap();
    for draw in 0..4 {
        let mut other = plan.plan().clone();
        let windows = Arc::make_mut(&mut other.windows);
        windows.iter_mut().for_each(|window| window.cohorts.clear());
        let used = if draw % 2 == 0 { windows.len() } else { 6 };
        for cohort in 0..other.cohorts.len() {
            windows[(Key::new(draw).word(cohort as u64).share() * used as f64) as usize].cohorts.push(cohort);
        }
        windows.retain(|window| !window.cohorts.is_empty());
        let fares = fares(&plan.changed(other).unwrap(), Share::new(0.9));
        assert!(fares.peak_load >= bound, "{draw}: {fares:?} {bound}");
    }
}

#[test]
fn the_fewest_days_hold_in_the_share_that_was_asked() {
    let plan = busan();
    let proposal = proposed(&plan, Aim::FewestDays, 0.9, Some(9));
    let draws = drawn(&proposal.plan);
    assert!(held(&draws) >= 360, "{:?}", proposal.chance);
    let likely = {
        let goal = Goal {
            aim: Aim::FewestDays,
            rules: Rules::default(),
            seed: 7,
            chance: None,
            days_most: Some(9),
            is_quick: false,
        };
        let search = Search::new(&plan, goal).unwrap();
        let found: Vec<_> = (0..search.units()).map(|unit| search.unit(unit, &solved)).collect();
        search.sum_up(&found, &solved).unwrap()
    };
    assert!(proposal.days >= likely.days);
    assert!(proposal.days_at_least.unwrap() <= proposal.days);
}

#[test]
fn a_capacity_at_a_chance_holds_in_that_share_and_a_little_less_does_not() {
    let plan = busan();
    let asked = Share::new(0.9);
    let least = least_capacity(&plan, Some(asked));
    let (together, _) = least.together.unwrap();
    assert!(held(&drawn(&together)) >= 360);
    for need in &least.needs {
        let times = need.times.unwrap();
        let mut smaller: Plan = together.plan().clone();
        let stage = &mut Arc::make_mut(&mut smaller.journey)[need.stage];
        stage.rate = stage.rate.map(|rate| PerSecond::new(0.97 * rate.get()));
        stage.sessions = stage.sessions.map(|sessions| 0.97 * sessions);
        for range in &mut smaller.ranges {
            if range.field.starts_with(&format!("/journey/{}/rate", need.stage)) || range.field.ends_with("/sessions") {
                (range.low, range.high) = (0.97 * range.low, 0.97 * range.high);
            }
        }
        assert!(held(&drawn(&plan.changed(smaller).unwrap())) < 360, "{need:?}");
        assert!(times.fails_at.unwrap() < times.holds_at);
    }
    // More capacity than at the likely values.
    let likely = least_capacity(&plan, None);
    for (one, other) in least.needs.iter().zip(&likely.needs) {
        assert!(one.times.unwrap().holds_at > other.times.unwrap().holds_at, "{one:?} {other:?}");
    }
}

#[test]
fn a_show_up_at_a_chance_holds_in_that_share_and_a_little_more_does_not() {
    let plan = busan();
    let asked = Share::new(0.9);
    let bracket = highest_show_up(&plan, Some(asked)).unwrap();
    let held = |factor: f64| held(&drawn(&with_known_show_up(&plan, factor).unwrap()));
    assert!(held(bracket.holds_at) >= 360);
    assert!(held(bracket.fails_at.unwrap()) < 360);
}

#[test]
fn what_is_not_met_is_known_before_all_draws_are_made() {
    let plan = busan();
    for (times, asked) in [(0.6, 0.9), (0.9, 0.9), (1.0, 0.95), (1.2, 0.9), (3.0, 0.95)] {
        let asked = Share::new(asked);
        let other = with_capacity(&plan, times).unwrap();
        assert_eq!(Meets::like(&plan, asked).is_met(&other), fares(&other, asked).meets(asked), "{times}");
    }
}

/// The ranges of capacities go with them, so that a draw is the same luck at another capacity.
#[test]
fn ranges_of_capacities_go_with_them() {
    let plan = busan();
    let other = with_capacity(&plan, 2.0).unwrap();
    let mut seen = 0;
    for (before, after) in plan.plan().ranges.iter().zip(&other.plan().ranges) {
        let is_limit = before.field.ends_with("/rate_per_s") || before.field.ends_with("/sessions");
        let times = if is_limit { 2.0 } else { 1.0 };
        assert_eq!((after.low, after.high), (times * before.low, times * before.high), "{}", before.field);
        seen += usize::from(is_limit);
    }
    assert!(seen > 0);
}
