//! A plan whose cohorts are in the windows that keep its peak low, under its true forecast, with what no timetable of it
//! can better.
//!
//! ```text
//! plan, rules ──▶ groups, windows ──response──▶ surge ──relaxed──▶ people that each window should have, and a bound
//!                                                                   │
//!                             forecast of each exchange ◀── solve ──┘──▶ the best timetable so far
//! ```

mod climb;
mod explain;
mod further_days;
mod ground;
mod openings;
mod relief;
mod robust;
mod trade_off;

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::bound::{Bound, Proof};
use super::ensemble::Fares;
use super::linear::Solver;
use super::problem::Timetable;
use super::response::Returns;
use crate::clock::CivilDate;
use crate::forecast::{self, Place, Slot, Verdict};
use crate::num::order;
use crate::num::order::Extreme;
use crate::plan::CheckedPlan;
use crate::rng::Key;
use crate::units::Share;
use ground::{Known, home_of};

pub use explain::{Elsewhere, Gain, Gains, Why, gains, why};
pub use openings::Openings;
pub use relief::{Relief, Rule};
pub use robust::Chanced;
pub use trade_off::{Point, TradeOff};

/// What a timetable keeps to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Cohorts that stay in their windows.
    pub locked: Vec<usize>,
    /// Cohorts of the same regions are in one window.
    pub is_together: bool,
    /// Of cohorts of the same regions none is invited before an older, or before a younger one.
    pub ages: Option<AgeOrder>,
    /// Cohorts, or groups that stay together, that one window may hold; `None` = any number.
    pub per_window: Option<usize>,
    /// A cohort that has the first window to itself, as a rehearsal; it keeps to no other rule.
    pub pilot: Option<usize>,
    /// Which windows may be used.
    pub openings: Openings,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeOrder {
    OldestFirst,
    YoungestFirst,
}

/// What is to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// The lowest peak load in the windows that there are.
    LowestPeak,
    /// The fewest days, from the first on which windows open, whose windows hold everybody within the target.
    FewestDays,
    /// The lowest peak of each number of days, at several capacities.
    TradeOff,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    pub aim: Aim,
    pub rules: Rules,
    /// Of everything that is left to chance in the search.
    pub seed: u64,
    /// Share of the draws over the ranges in which every slot is to hold; `None` = it is to hold at the likely values.
    pub chance: Option<Share>,
    /// Days that may be used [days]; of those beyond the days with windows each gets windows. `None` = the days that have
    /// windows.
    pub days_most: Option<u32>,
    /// A first answer, with less search.
    pub is_quick: bool,
}

/// Why nothing can be planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// There is no window that is no catch-up, or no cohort in one.
    NothingToPlan,
    /// A cohort that must stay is in no ordinary window.
    LockedNowhere { cohort: usize },
    /// No timetable that keeps the rules was found.
    Rules,
}

/// A timetable under its forecast, better where it is less: first what does not hold, then how full it gets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// The worst of the slots.
    pub verdict: Verdict,
    /// Slots that break or are at risk.
    pub not_holding: usize,
    /// The highest peak load of the slots [1]; 0 without limits.
    pub peak_load: f64,
    /// The longest wait of the slots at the percentile of the target [s]; infinite = not over.
    pub wait: f64,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Proposal {
    pub plan: CheckedPlan,
    /// At full precision.
    pub score: Score,
    /// Days of its windows, from the first to the last that holds somebody [days].
    pub days: u32,
    /// What no timetable of the same windows can better.
    pub bound: Option<PlaceBound>,
    /// What none can better in which nobody waits at that place.
    pub bound_without_waits: Option<PlaceBound>,
    /// Of the aim of fewest days: the number of days below which no timetable can hold [days].
    pub days_at_least: Option<u32>,
    /// How it fares over the ranges, where that was asked.
    pub chance: Option<Chanced>,
    /// Where it does not hold: the changes that make one hold, the least first.
    pub reliefs: Vec<Relief>,
}

/// A bound at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceBound {
    pub place: Place,
    pub bound: Bound,
}

/// What counts as a lower peak, in parts of it.
const LESS: f64 = 1e-6;

/// What a pulse may miss [1 of a bound].
const PULSE_ERROR: f64 = 1e-5;

/// How near a peak comes to what is proved to be the least, so that nothing more is looked for, in parts of it.
const NEAR: f64 = 1e-4;

/// Searches that begin differently.
const STARTS: usize = 4;

impl Score {
    /// Of a timetable that makes no plan.
    const WORST: Self =
        Self { verdict: Verdict::Breaks, not_holding: usize::MAX, peak_load: f64::INFINITY, wait: f64::INFINITY };

    fn of(slots: &[Slot]) -> Self {
        let loads = slots.iter().filter_map(|slot| slot.peak_load);
        let waits = slots.iter().map(|slot| slot.wait_target_s.unwrap_or(f64::INFINITY));
        Self {
            verdict: slots.iter().map(|slot| slot.verdict).max().unwrap_or(Verdict::Holds),
            not_holding: slots.iter().filter(|slot| slot.verdict != Verdict::Holds).count(),
            peak_load: loads.fold(0.0, f64::larger),
            wait: waits.fold(0.0, f64::larger),
        }
    }

    pub fn holds(&self) -> bool {
        self.verdict == Verdict::Holds
    }

    /// Whether this is better by more than rounding.
    pub fn is_below(&self, other: &Self) -> bool {
        let by_peak = || self.peak_load < other.peak_load * (1.0 - LESS);
        match self.verdict.cmp(&other.verdict) {
            Ordering::Equal if self.verdict == Verdict::Breaks => {
                (self.not_holding < other.not_holding && self.peak_load <= other.peak_load) || by_peak()
            }
            Ordering::Equal => by_peak(),
            unequal => unequal == Ordering::Less,
        }
    }
}

/// A search on one plan, of which each unit can be worked out by itself.
#[derive(Clone, Debug)]
pub struct Search {
    /// With windows on further days, where such are asked for.
    plan: CheckedPlan,
    /// Length of the plan as it was given [days], and the last day on which one of its ordinary windows opens.
    own_days: u32,
    own_last: CivilDate,
    goal: Goal,
    /// Cohorts that move as one.
    groups: Vec<Vec<usize>>,
    /// Ordinary windows that may be used, by opening.
    windows: Vec<usize>,
    /// Days on which these open, ascending.
    days: Vec<CivilDate>,
    /// What linear programs say, by the number of days and whether those who come back count.
    known: RefCell<BTreeMap<(usize, bool), Option<Known>>>,
}

/// What a unit found: the window of each group, by its place among the windows that may be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Days whose windows were used.
    pub days: usize,
    pub timetable: Timetable,
    pub score: Score,
    /// Over the ranges, where that was asked.
    pub fares: Option<Fares>,
}

impl Search {
    /// # Errors
    /// There is nothing that can be planned.
    pub fn new(plan: &CheckedPlan, goal: Goal) -> Result<Self, Hindrance> {
        let own = plan.plan();
        let ordinary = ordinary_windows(plan);
        let home = home_of(own, &ordinary);
        let movable: Vec<usize> = (0..own.cohorts.len()).filter(|cohort| home[*cohort].is_some()).collect();
        let Some(own_last) = ordinary.last().map(|at| own.windows[*at].opens.date()).filter(|_| !movable.is_empty())
        else {
            return Err(Hindrance::NothingToPlan);
        };
        let named = goal.rules.locked.iter().chain(&goal.rules.pilot);
        if let Some(&cohort) = named.into_iter().find(|cohort| home.get(**cohort).is_none_or(Option::is_none)) {
            return Err(Hindrance::LockedNowhere { cohort });
        }
        let further = goal.days_most.and_then(|most| further_days::with(plan, most, &goal.rules.openings));
        let plan = further.unwrap_or_else(|| plan.clone());
        let laid = plan.plan();
        let stays =
            |window: usize| laid.windows[window].cohorts.iter().any(|cohort| goal.rules.locked.contains(cohort));
        let mut windows = goal.rules.openings.usable(laid, &ordinary_windows(&plan), &stays);
        let mut days: Vec<CivilDate> = windows.iter().map(|at| laid.windows[*at].opens.date()).collect();
        days.dedup();
        days.truncate(goal.days_most.map_or(usize::MAX, |most| most as usize));
        windows.retain(|at| days.contains(&laid.windows[*at].opens.date()));
        if windows.is_empty() {
            return Err(Hindrance::Rules);
        }
        let mut by_regions: BTreeMap<Option<Vec<usize>>, Vec<usize>> = BTreeMap::new();
        let mut groups = Vec::new();
        for cohort in movable {
            if goal.rules.is_together && goal.rules.pilot != Some(cohort) {
                by_regions.entry(own.cohorts[cohort].regions.clone()).or_default().push(cohort);
            } else {
                groups.push(vec![cohort]);
            }
        }
        groups.extend(by_regions.into_values());
        let own_days = own.days;
        Ok(Self { plan, own_days, own_last, goal, groups, windows, days, known: RefCell::default() })
    }

    /// How many units there are: one per number of days, or a few that begin differently.
    pub fn units(&self) -> usize {
        match self.goal.aim {
            Aim::FewestDays if self.is_sought_in_turn() => 1,
            Aim::FewestDays => self.days.len(),
            Aim::TradeOff => self.day_counts().len(),
            Aim::LowestPeak if self.goal.is_quick => 1,
            Aim::LowestPeak => STARTS,
        }
    }

    /// The best of a unit; `None` = no timetable keeps the rules.
    pub fn unit(&self, number: usize, solver: Solver) -> Option<Found> {
        if self.is_sought_in_turn() {
            return self.soonest(solver);
        }
        let (days, start) = match self.goal.aim {
            Aim::FewestDays => (number + 1, 0),
            Aim::TradeOff => (*self.day_counts().get(number)?, 0),
            Aim::LowestPeak => (self.days.len(), number as u64),
        };
        self.found(days, Key::new(self.goal.seed).part(start), solver)
    }

    /// Whether one number of days after the other is looked at, until one holds.
    fn is_sought_in_turn(&self) -> bool {
        self.goal.aim == Aim::FewestDays && self.goal.is_quick && self.goal.chance.is_none()
    }

    /// A timetable of the fewest days that hold, with little search; of no number of days that does, the best.
    fn soonest(&self, solver: Solver) -> Option<Found> {
        let target = self.plan.plan().target.load;
        // Hardly a timetable is below the best split of the surge, though people who wait can make it so.
        let is_hopeless =
            |days: &usize| self.relaxed(*days, Returns::Counted, solver).is_some_and(|known| known.1.value > target);
        let all: Vec<usize> = (1..=self.days.len()).collect();
        let from = all.partition_point(is_hopeless).min(all.len() - 1);
        let mut best: Option<Found> = None;
        for days in &all[from..] {
            if let Some(found) = self.found(*days, Key::new(self.goal.seed).part(0), solver)
                && best.as_ref().is_none_or(|best| self.is_better(&found, best))
            {
                best = Some(found);
            }
            if best.as_ref().is_some_and(|best| best.score.holds()) {
                break;
            }
        }
        best
    }

    fn found(&self, days: usize, key: Key, solver: Solver) -> Option<Found> {
        let problem = self.rules_of(days);
        let relaxed = self.relaxed(days, Returns::Counted, solver);
        let first = self.first(&problem, relaxed.as_ref(), key)?;
        let first = self.better_of(days, first, self.present(days));
        // Of the fewest days it matters whether they hold; and where nobody waits, no exchange gets below what is proved.
        let proved = relaxed.as_ref().map_or(0.0, |known| known.1.value);
        let is_best = |score: &Score| score.holds() && score.wait == 0.0 && score.peak_load <= proved * (1.0 + NEAR);
        let is_enough =
            |score: &Score| self.goal.is_quick || is_best(score) || (self.goal.aim == Aim::FewestDays && score.holds());
        let found = self.improved(days, &problem, first, key, &is_enough);
        Some(match self.goal.chance {
            Some(asked) => self.robust(found, asked, key, solver),
            None => found,
        })
    }

    /// The one or the other timetable, under its forecast.
    fn better_of(&self, days: usize, one: Timetable, other: Option<Timetable>) -> Timetable {
        let score = |timetable: &Timetable| self.judged(days, timetable).map_or(Score::WORST, |(score, _)| score);
        other.filter(|other| score(other).is_below(&score(&one))).unwrap_or(one)
    }

    /// Whether the target is held as was asked.
    fn is_held(&self, found: &Found) -> bool {
        match (self.goal.chance, found.fares) {
            (Some(asked), Some(fares)) => fares.meets(asked),
            _ => found.score.holds(),
        }
    }

    fn is_better(&self, one: &Found, other: &Found) -> bool {
        match (one.fares, other.fares) {
            (Some(of_one), Some(of_other)) => {
                let is_held = (self.is_held(one), self.is_held(other));
                match is_held {
                    (true, true) => of_one.peak_load < of_other.peak_load * (1.0 - LESS),
                    (false, false) => of_one.held > of_other.held,
                    (one, _) => one,
                }
            }
            _ => one.score.is_below(&other.score),
        }
    }

    /// The best of what the units found, at full precision, with its bound.
    ///
    /// # Errors
    /// No unit found a timetable.
    pub fn sum_up(&self, found: &[Option<Found>], solver: Solver) -> Result<Proposal, Hindrance> {
        let mut best: Option<&Found> = None;
        for found in found.iter().flatten() {
            let is_better = best.is_none_or(|best| match self.goal.aim {
                // As the days go up: the first that holds stays.
                Aim::FewestDays => !self.is_held(best) && self.is_better(found, best),
                Aim::LowestPeak | Aim::TradeOff => self.is_better(found, best),
            });
            if is_better {
                best = Some(found);
            }
        }
        let best = self.settled(best.ok_or(Hindrance::Rules)?, solver);
        let plan = self.applied(best.days, &best.timetable).ok_or(Hindrance::Rules)?;
        let score = Score::of(&forecast::slots_as_planned(&plan));
        let bound = |returns| {
            self.relaxed(best.days, returns, solver).map(|known| PlaceBound {
                place: known.0.place,
                bound: Bound {
                    value: known.1.value * (1.0 - PULSE_ERROR),
                    proof: Proof::Moments(known.1.multipliers.clone()),
                },
            })
        };
        let (bound, bound_without_waits) = (bound(Returns::LeftOut), bound(Returns::Counted));
        let chance = self.chanced(&best, &plan, solver);
        let target = self.plan.plan().target.load;
        // More windows take no timetable away, so the bound falls as days are added.
        let cannot_hold = |days: usize| match self.goal.chance {
            Some(asked) => self.bound_at(asked, days, &best, solver).is_some_and(|bound| bound > target),
            None => self
                .relaxed(days, Returns::LeftOut, solver)
                .is_some_and(|known| known.1.value * (1.0 - PULSE_ERROR) > target),
        };
        let fewer: Vec<usize> = (1..best.days).collect();
        let days_at_least =
            (self.goal.aim == Aim::FewestDays).then(|| fewer.partition_point(|days| cannot_hold(*days)) as u32 + 1);
        let is_held = if self.goal.chance.is_some() { self.is_held(&best) } else { score.holds() };
        let reliefs = if is_held || self.goal.is_quick { Vec::new() } else { self.reliefs(Some(&best), solver) };
        Ok(Proposal { plan, score, days: best.days as u32, bound, bound_without_waits, days_at_least, chance, reliefs })
    }

    /// What was found for the fewest days goes on to its lowest peak, as far as the target is held then too.
    fn settled(&self, best: &Found, solver: Solver) -> Found {
        if self.goal.aim != Aim::FewestDays || self.goal.is_quick || !self.is_held(best) {
            return best.clone();
        }
        let search = self.towards(Aim::LowestPeak);
        let better = search.found(best.days, Key::new(self.goal.seed), solver);
        better.filter(|found| self.is_held(found) && self.is_better(found, best)).unwrap_or_else(|| best.clone())
    }

    /// The same search with another aim.
    fn towards(&self, aim: Aim) -> Self {
        Self { goal: Goal { aim, ..self.goal.clone() }, ..self.clone() }
    }
}

/// Ordinary windows of a plan, by opening.
fn ordinary_windows(plan: &CheckedPlan) -> Vec<usize> {
    let windows = &plan.plan().windows;
    let mut ordinary: Vec<usize> = (0..windows.len()).filter(|at| !windows[*at].catch_up).collect();
    order::sort_by_key(&mut ordinary, |at| windows[*at].opens);
    ordinary
}
