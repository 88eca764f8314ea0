//! A plan whose cohorts are in the windows that keep its peak low, under its true forecast, with what no timetable of it
//! can better.
//!
//! ```text
//! plan, rules ──▶ groups, windows ──response──▶ surge ──relaxed──▶ people that each window should have, and a bound
//!                                                                   │
//!                             forecast of each exchange ◀── solve ──┘──▶ the best timetable so far
//! ```

mod openings;
mod relief;

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::bound::{Bound, Proof};
use super::improve::Exchanges;
use super::linear::{KINDS, Measure, Relaxed, Solver};
use super::problem::{Problem, Timetable};
use super::response::{Response, Returns, kinds_of, responses};
use super::solve::{Effort, solve};
use super::spread::spread;
use crate::clock::CivilDate;
use crate::forecast::{self, Place, Screening, Slot, Verdict, screen};
use crate::num::order;
use crate::num::order::Extreme;
use crate::plan::{CheckedPlan, Plan, Window};
use crate::rng::Key;

pub use openings::Openings;
pub use relief::{Relief, Rule};

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
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    pub aim: Aim,
    pub rules: Rules,
    /// Of everything that is left to chance in the search.
    pub seed: u64,
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
}

/// A bound at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceBound {
    pub place: Place,
    pub bound: Bound,
}

/// Exchanges that are tried under the forecast.
const TRIED: usize = 240;

/// What counts as a lower peak, in parts of it.
const LESS: f64 = 1e-6;

/// What a pulse may miss [1 of a bound].
const PULSE_ERROR: f64 = 1e-5;

impl Score {
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
    plan: CheckedPlan,
    goal: Goal,
    /// Cohorts that move as one.
    groups: Vec<Vec<usize>>,
    /// Ordinary windows by opening.
    windows: Vec<usize>,
    /// Days on which ordinary windows open, ascending.
    days: Vec<CivilDate>,
}

/// What a unit found: the window of each group, by its place among the ordinary windows.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Days whose windows were used.
    pub days: usize,
    pub timetable: Timetable,
    pub score: Score,
}

impl Search {
    /// # Errors
    /// There is nothing that can be planned.
    pub fn new(plan: &CheckedPlan, goal: Goal) -> Result<Self, Hindrance> {
        let own = plan.plan();
        let mut windows: Vec<usize> = (0..own.windows.len()).filter(|at| !own.windows[*at].catch_up).collect();
        order::sort_by_key(&mut windows, |at| own.windows[*at].opens);
        let home = home_of(own, &windows);
        let movable: Vec<usize> = (0..own.cohorts.len()).filter(|cohort| home[*cohort].is_some()).collect();
        if windows.is_empty() || movable.is_empty() {
            return Err(Hindrance::NothingToPlan);
        }
        let named = goal.rules.locked.iter().chain(&goal.rules.pilot);
        if let Some(&cohort) = named.into_iter().find(|cohort| home.get(**cohort).is_none_or(Option::is_none)) {
            return Err(Hindrance::LockedNowhere { cohort });
        }
        let stays = |window: usize| own.windows[window].cohorts.iter().any(|cohort| goal.rules.locked.contains(cohort));
        let windows = goal.rules.openings.usable(own, &windows, &stays);
        if windows.is_empty() {
            return Err(Hindrance::Rules);
        }
        let mut days: Vec<CivilDate> = windows.iter().map(|at| own.windows[*at].opens.date()).collect();
        days.dedup();
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
        Ok(Self { plan: plan.clone(), goal, groups, windows, days })
    }

    /// How many units there are: one per number of days, or a few that begin differently.
    pub fn units(&self) -> usize {
        match self.goal.aim {
            Aim::FewestDays => self.days.len(),
            Aim::LowestPeak => 4,
        }
    }

    /// The best of a unit; `None` = no timetable keeps the rules.
    pub fn unit(&self, number: usize, solver: Solver) -> Option<Found> {
        let (days, start) = match self.goal.aim {
            Aim::FewestDays => (number + 1, 0),
            Aim::LowestPeak => (self.days.len(), number as u64),
        };
        let key = Key::new(self.goal.seed).part(start);
        let problem = self.rules_of(days);
        let relaxed = self.relaxed(days, Returns::Counted, solver);
        let first = self.first(&problem, relaxed.as_ref(), key)?;
        Some(self.improved(days, &problem, first, key))
    }

    /// The best of what the units found, at full precision, with its bound.
    ///
    /// # Errors
    /// No unit found a timetable.
    pub fn sum_up(&self, found: &[Option<Found>], solver: Solver) -> Result<Proposal, Hindrance> {
        let mut best: Option<&Found> = None;
        for found in found.iter().flatten() {
            let is_better = best.is_none_or(|best| match self.goal.aim {
                Aim::LowestPeak => found.score.is_below(&best.score),
                // As the days go up: the first that holds stays.
                Aim::FewestDays => !best.score.holds() && found.score.is_below(&best.score),
            });
            if is_better {
                best = Some(found);
            }
        }
        let best = best.ok_or(Hindrance::Rules)?;
        let plan = self.applied(best.days, &best.timetable).ok_or(Hindrance::Rules)?;
        let score = Score::of(&forecast::slots_as_planned(&plan));
        let bound = |returns| {
            self.relaxed(best.days, returns, solver).map(|(response, relaxed)| PlaceBound {
                place: response.place,
                bound: Bound { value: relaxed.value * (1.0 - PULSE_ERROR), proof: Proof::Moments(relaxed.multipliers) },
            })
        };
        let (bound, bound_without_waits) = (bound(Returns::LeftOut), bound(Returns::Counted));
        let target = self.plan.plan().target.load;
        let cannot_hold = |days: &usize| {
            let relaxed = self.relaxed(*days, Returns::LeftOut, solver);
            relaxed.is_some_and(|(_, relaxed)| relaxed.value * (1.0 - PULSE_ERROR) > target)
        };
        let days_at_least =
            (self.goal.aim == Aim::FewestDays).then(|| (1..best.days).take_while(cannot_hold).count() as u32 + 1);
        Ok(Proposal { plan, score, days: best.days as u32, bound, bound_without_waits, days_at_least })
    }

    /// Ordinary windows that open on the first so many days.
    fn open(&self, days: usize) -> Vec<usize> {
        let Some(last) = self.days.get(days - 1) else { return self.windows.clone() };
        let opens = |at: &usize| self.plan.plan().windows[*at].opens.date() <= *last;
        self.windows.iter().copied().filter(opens).collect()
    }

    /// Who may be where, by the rules and in the windows of so many days; sizes and capacities are left open.
    fn rules_of(&self, days: usize) -> Problem {
        let (plan, rules) = (self.plan.plan(), &self.goal.rules);
        let windows = self.open(days);
        let home = home_of(plan, &self.windows);
        let is_locked = |cohort: &usize| rules.locked.contains(cohort);
        let is_pilot = |group: &Vec<usize>| group.iter().any(|cohort| rules.pilot == Some(*cohort));
        let allowed = |group: &Vec<usize>| {
            let held: Vec<usize> = group.iter().filter(|cohort| is_locked(cohort)).filter_map(|at| home[*at]).collect();
            // The pilot is in the first window, and nobody else.
            let is_free = |window: usize| rules.pilot.is_none() || is_pilot(group) == (window == 0);
            (0..windows.len()).map(|window| is_free(window) && held.iter().all(|own| *own == window)).collect()
        };
        let mut chains: BTreeMap<&Option<Vec<usize>>, Vec<usize>> = BTreeMap::new();
        if rules.ages.is_some() && !rules.is_together {
            for (at, group) in self.groups.iter().enumerate().filter(|(_, group)| !is_pilot(group)) {
                chains.entry(&plan.cohorts[group[0]].regions).or_default().push(at);
            }
        }
        let youngest = |group: &usize| {
            let ages = &plan.cohorts[self.groups[*group][0]].ages;
            let of = |age: &usize| plan.members.ages.get(*age).map_or(0, |band| band.from);
            ages.as_ref().map_or(0, |ages| ages.iter().map(of).min().unwrap_or(0))
        };
        let mut chains: Vec<Vec<usize>> = chains.into_values().collect();
        for chain in &mut chains {
            order::sort_by(chain, |one, other| match rules.ages {
                Some(AgeOrder::YoungestFirst) => youngest(one).cmp(&youngest(other)),
                _ => youngest(other).cmp(&youngest(one)),
            });
        }
        let is_limited = !rules.locked.is_empty() || rules.pilot.is_some();
        Problem {
            sizes: vec![0.0; self.groups.len()],
            capacities: vec![1.0; windows.len()],
            occupied: Vec::new(),
            allowed: if is_limited { self.groups.iter().map(allowed).collect() } else { Vec::new() },
            groups_per_window: rules.per_window,
            chains,
        }
    }

    /// What the first place with a limit says of the windows of so many days.
    fn relaxed(&self, days: usize, returns: Returns, solver: Solver) -> Option<(Response, Relaxed)> {
        let allowed = self.rules_of(days).allowed;
        let groups = self.kinds();
        let all = responses(&self.plan, &self.open(days), returns).into_iter().filter_map(|mut response| {
            response.surge.groups = groups.clone();
            response.surge.allowed = allowed.clone();
            let relaxed = response.surge.relaxed(Measure::Load, solver)?;
            Some((response, relaxed))
        });
        all.reduce(|one, other| if other.1.value > one.1.value { other } else { one })
    }

    fn applied(&self, days: usize, timetable: &[usize]) -> Option<CheckedPlan> {
        self.applied_to(days, timetable, false)
    }

    /// The plan of a timetable; `with_empty`: windows that nobody is in stay.
    fn applied_to(&self, days: usize, timetable: &[usize], with_empty: bool) -> Option<CheckedPlan> {
        let own = self.plan.plan();
        let mut windows: Vec<Window> =
            self.open(days).iter().map(|at| Window { cohorts: Vec::new(), ..own.windows[*at].clone() }).collect();
        for (group, &window) in self.groups.iter().zip(timetable) {
            if let Some(window) = windows.get_mut(window) {
                window.cohorts.extend(group);
            }
        }
        for window in &mut windows {
            order::sort(&mut window.cohorts);
        }
        windows.retain(|window| with_empty || !window.cohorts.is_empty());
        windows.extend(own.windows.iter().filter(|window| window.catch_up).cloned());
        let mut plan = own.clone();
        plan.windows = Arc::new(windows);
        self.plan.changed(plan).ok()
    }

    /// People of each group, by kind [people].
    fn kinds(&self) -> Vec<[f64; KINDS]> {
        let of_group = |group: &Vec<usize>| sum(group.iter().map(|cohort| kinds_of(&self.plan, *cohort)));
        self.groups.iter().map(of_group).collect()
    }

    /// A timetable near what the windows should have.
    fn first(&self, problem: &Problem, relaxed: Option<&(Response, Relaxed)>, key: Key) -> Option<Timetable> {
        let mut problem = problem.clone();
        // What one person of each kind adds to the fullest moment of a window.
        let weights = relaxed.map_or([1.0; KINDS], |(response, _)| peak_weights(response));
        let size = |people: &[f64; KINDS]| people[0] * weights[0] + people[1] * weights[1];
        problem.sizes = self.kinds().iter().map(size).collect();
        if let Some((_, relaxed)) = relaxed {
            let largest = relaxed.people.iter().map(size).fold(0.0, f64::larger);
            // A window that should have nobody can take next to nobody.
            problem.capacities = relaxed.people.iter().map(|people| size(people).larger(1e-3 * largest)).collect();
        }
        let is_usable = problem.capacities.iter().all(|capacity| *capacity > 0.0);
        if !is_usable {
            problem.capacities = vec![1.0; problem.windows()];
        }
        let timetable = solve(&problem, Effort::QUICK, key.word(0).bits())?.timetable;
        Some(match relaxed {
            Some((response, _)) => spread(&response.surge, &problem, timetable, key),
            None => timetable,
        })
    }

    /// Exchanges between the worst slot and others while the forecast gets better by them.
    fn improved(&self, days: usize, problem: &Problem, first: Timetable, key: Key) -> Found {
        let judge = |timetable: &[usize]| {
            let plan = self.applied_to(days, timetable, true)?;
            let Screening { slots, .. } = screen(&plan);
            Some((Score::of(&slots), slots))
        };
        let worst =
            Score { verdict: Verdict::Breaks, not_holding: usize::MAX, peak_load: f64::INFINITY, wait: f64::INFINITY };
        let Some((mut score, mut slots)) = judge(&first) else { return Found { days, timetable: first, score: worst } };
        let mut timetable = first;
        let mut tried = 0;
        let mut rounds = 0;
        while tried < TRIED {
            let from = fullest(&slots, problem.windows());
            let mut is_better = false;
            let exchanges = Exchanges::of(problem, &timetable, from, key.part(rounds));
            rounds += 1;
            for exchanged in exchanges.take(TRIED - tried) {
                tried += 1;
                if let Some((next, next_slots)) = judge(&exchanged)
                    && next.is_below(&score)
                {
                    (score, slots, timetable, is_better) = (next, next_slots, exchanged, true);
                    break;
                }
            }
            if !is_better {
                break;
            }
        }
        Found { days, timetable, score }
    }
}

fn sum(kinds: impl Iterator<Item = [f64; KINDS]>) -> [f64; KINDS] {
    kinds.fold([0.0; KINDS], |[one, other], kinds| [one + kinds[0], other + kinds[1]])
}

/// The place of the ordinary window of each cohort among `windows`.
fn home_of(plan: &Plan, windows: &[usize]) -> Vec<Option<usize>> {
    let mut home = vec![None; plan.cohorts.len()];
    for (place, &window) in windows.iter().enumerate() {
        for &cohort in &plan.windows[window].cohorts {
            if let Some(home) = home.get_mut(cohort) {
                *home = Some(place);
            }
        }
    }
    home
}

/// The window of the slot with the highest load; of the row between windows, the first window.
fn fullest(slots: &[Slot], windows: usize) -> usize {
    let load = |slot: &Slot| slot.peak_load.unwrap_or(0.0);
    let own = slots.iter().filter(|slot| slot.window.is_some_and(|window| window < windows));
    let worst = own.reduce(|worst, slot| {
        let is_worse = slot.verdict > worst.verdict || (slot.verdict == worst.verdict && load(slot) > load(worst));
        if is_worse { slot } else { worst }
    });
    worst.and_then(|slot| slot.window).unwrap_or(0)
}

/// What one person of each kind adds in the moment in which an even mixture of a window is fullest [1].
fn peak_weights(response: &Response) -> [f64; KINDS] {
    let all = sum(response.surge.groups.iter().copied());
    let Some(pulses) = response.surge.pulses.first() else { return [1.0; KINDS] };
    let from = pulses[0].from.min(pulses[1].from);
    let until = pulses.iter().map(|pulse| pulse.from + pulse.shares.len()).max().unwrap_or(from);
    let at = |minute: usize| {
        pulses
            .each_ref()
            .map(|pulse| minute.checked_sub(pulse.from).and_then(|at| pulse.shares.get(at)).copied().unwrap_or(0.0))
    };
    let height = |shares: &[f64; KINDS]| shares[0] * all[0] + shares[1] * all[1];
    let peak = (from..until).map(at).reduce(|best, next| if height(&next) > height(&best) { next } else { best });
    peak.filter(|shares| height(shares) > 0.0).unwrap_or([1.0; KINDS])
}
