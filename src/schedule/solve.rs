//! The best timetable that can be found with so much effort, and how good it is.

use super::bound::{self, Bound, Proof};
use super::construct::{largest_differencing, longest_first, multifit};
use super::exact::{Ended, search};
use super::improve::improve;
use super::ordered::best_in_order;
use super::problem::{Problem, Timetable};
use crate::rng::Key;

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// How often the local search is shaken.
    pub shakes: u64,
    /// Steps of the search through all timetables.
    pub steps: u64,
}

/// A timetable and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub timetable: Timetable,
    /// The load of its fullest window [1].
    pub value: f64,
    pub bound: Bound,
}

/// Groups up to which all timetables are searched when the bound is not met.
const SEARCHED_UNTIL: usize = 24;

/// What counts as met, in parts of the value.
const MET: f64 = 1e-9;

impl Effort {
    /// Where another search goes on from what is found.
    pub const START: Self = Self { shakes: 30, steps: 20_000 };
    /// Some tens of milliseconds for a hundred groups (`cargo xtask bench schedule`).
    pub const QUICK: Self = Self { shakes: 40, steps: 20_000 };
    pub const THOROUGH: Self = Self { shakes: 3_000, steps: 5_000_000 };
}

impl Answer {
    pub fn is_optimal(&self) -> bool {
        self.value <= self.bound.value * (1.0 + MET)
    }

    /// How far above the bound the value is, in parts of the bound [1]; 0 where both are 0.
    pub fn gap(&self) -> f64 {
        if self.value > self.bound.value { self.value / self.bound.value - 1.0 } else { 0.0 }
    }
}

/// The best timetable found, with a bound; `None` = none that keeps the rules was found.
///
/// The same seed gives the same timetable.
pub fn solve(problem: &Problem, effort: Effort, seed: u64) -> Option<Answer> {
    let bound = bound::simple(problem);
    if let Some(timetable) = best_in_order(problem) {
        let value = problem.value(&timetable);
        return Some(Answer { value, timetable, bound: Bound { value, proof: Proof::Searched } });
    }
    let firsts =
        [largest_differencing(problem), multifit(problem, bound.value), longest_first(problem), in_step(problem)];
    let mut best: Option<(f64, Timetable)> = None;
    for (number, first) in firsts.into_iter().flatten().enumerate() {
        // The later ones only where they begin better: each search ends near the others.
        let shakes = if number == 0 { effort.shakes } else { effort.shakes / 8 };
        let key = Key::new(seed).part(number as u64);
        let timetable = improve(problem, first, bound.value, shakes, key);
        let value = problem.value(&timetable);
        if best.as_ref().is_none_or(|(least, _)| value < *least) {
            best = Some((value, timetable));
        }
        if best.as_ref().is_some_and(|(value, _)| *value <= bound.value * (1.0 + MET)) {
            break;
        }
    }
    let is_met = best.as_ref().is_some_and(|(value, _)| *value <= bound.value * (1.0 + MET));
    if is_met || (problem.sizes.len() > SEARCHED_UNTIL && best.is_some()) {
        let (value, timetable) = best?;
        return Some(Answer { timetable, value, bound });
    }
    let upper = best.as_ref().map_or(f64::INFINITY, |(value, _)| *value);
    let (found, is_through) = match search(problem, upper, bound.value, effort.steps) {
        Ended::Through(found) => (found, true),
        Ended::GivenUp(found) => (found, false),
    };
    let timetable = found.or(best.map(|(_, timetable)| timetable))?;
    let value = problem.value(&timetable);
    let bound = if is_through && value > bound.value { Bound { value, proof: Proof::Searched } } else { bound };
    Some(Answer { timetable, value, bound })
}

/// All chains side by side through the windows, each group where the middle of it is in its chain, and groups of no
/// chain as one more; `None` without chains, or where that breaks a rule.
fn in_step(problem: &Problem) -> Option<Timetable> {
    if problem.chains.is_empty() {
        return None;
    }
    let all: f64 = problem.capacities.iter().sum();
    let window_of = |share: f64| {
        let mut until = 0.0;
        let reaches = |capacity: &f64| {
            until += capacity / all;
            share < until
        };
        problem.capacities.iter().position(reaches).unwrap_or(problem.windows() - 1)
    };
    let mut timetable = vec![usize::MAX; problem.sizes.len()];
    let in_chains: Vec<usize> = problem.chains.iter().flatten().copied().collect();
    let others: Vec<usize> = (0..problem.sizes.len()).filter(|group| !in_chains.contains(group)).collect();
    for chain in problem.chains.iter().chain([&others]) {
        let total: f64 = chain.iter().map(|&group| problem.sizes[group]).sum();
        let mut before = 0.0;
        for &group in chain {
            let middle = before + 0.5 * problem.sizes[group];
            before += problem.sizes[group];
            timetable[group] = window_of(if total > 0.0 { middle / total } else { 0.0 });
        }
    }
    problem.violation(&timetable).is_none().then_some(timetable)
}
