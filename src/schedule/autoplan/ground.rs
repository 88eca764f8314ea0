//! What a search stands on: which groups and windows there are for so many days, who may be where, what linear programs
//! say of them, and the plan of a timetable.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use super::{AgeOrder, Search};
use crate::clock::{CivilDate, CivilTime, SECONDS_PER_DAY};
use crate::num::order;
use crate::num::order::Extreme;
use crate::plan::{CheckedPlan, Plan, Window};
use crate::schedule::linear::{KINDS, Measure, Multipliers, Relaxed, Solver};
use crate::schedule::problem::Problem;
use crate::schedule::response::{Response, Returns, kinds_of, responses};

/// Length of a day [min].
const MINUTES_PER_DAY: usize = 1_440;

/// The surge of a place with the best split of it.
pub(super) type Known = Rc<(Response, Relaxed)>;

impl Search {
    /// Windows that may be used, of those that open on the first so many days.
    pub(super) fn open(&self, days: usize) -> Vec<usize> {
        let Some(last) = self.days.get(days - 1) else { return self.windows.clone() };
        let opens = |at: &usize| self.plan.plan().windows[*at].opens.date() <= *last;
        self.windows.iter().copied().filter(opens).collect()
    }

    /// By how many days the plan gets longer where windows of the first so many days are used [days].
    pub(super) fn longer_by(&self, days: usize) -> u32 {
        let last = self.days.get(days - 1).or(self.days.last());
        last.map_or(0, |last| days_between(self.own_last, *last).max(0) as u32)
    }

    /// Who may be where, by the rules and in the windows of so many days; sizes and capacities are left open.
    pub(super) fn rules_of(&self, days: usize) -> Problem {
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

    /// What the first place with a limit says of the windows of so many days, and the best split of its surge.
    pub(super) fn relaxed(&self, days: usize, returns: Returns, solver: Solver) -> Option<Known> {
        let key = (days, returns == Returns::Counted);
        let known = self.known.borrow().get(&key).cloned();
        known.unwrap_or_else(|| {
            let surges = self.surges(&self.plan, days, returns).into_iter();
            let all = surges.filter_map(|response| {
                let relaxed = response.surge.relaxed(Measure::Load, solver)?;
                Some((response, relaxed))
            });
            let worst = all.reduce(|one, other| if other.1.value > one.1.value { other } else { one }).map(Rc::new);
            self.known.borrow_mut().insert(key, worst.clone());
            worst
        })
    }

    /// What weights of moments show of a plan that differs from the own one in its numbers alone, if anything.
    pub(super) fn shown(&self, plan: &CheckedPlan, days: usize, multipliers: &Multipliers) -> Option<f64> {
        let surges = self.surges(plan, days, Returns::LeftOut).into_iter();
        surges.filter_map(|response| response.surge.shown(multipliers)).reduce(f64::larger)
    }

    fn surges(&self, plan: &CheckedPlan, days: usize, returns: Returns) -> Vec<Response> {
        let allowed = self.rules_of(days).allowed;
        let groups = self.kinds(plan);
        let minutes = (self.own_days + self.longer_by(days)) as usize * MINUTES_PER_DAY;
        let mut all = responses(plan, &self.open(days), returns);
        for Response { surge, .. } in &mut all {
            surge.groups.clone_from(&groups);
            surge.allowed.clone_from(&allowed);
            // The plan is no longer than its windows ask for, and later moments are none of it.
            surge.capacities.truncate(minutes);
        }
        all
    }

    /// People of each group, by kind [people].
    pub(super) fn kinds(&self, plan: &CheckedPlan) -> Vec<[f64; KINDS]> {
        let of_group = |group: &Vec<usize>| sum(group.iter().map(|cohort| kinds_of(plan, *cohort)));
        self.groups.iter().map(of_group).collect()
    }

    /// The plan of a timetable, without windows that nobody is in.
    pub(super) fn applied(&self, days: usize, timetable: &[usize]) -> Option<CheckedPlan> {
        self.applied_to(&self.plan, days, timetable, false)
    }

    /// The plan of a timetable, made from `plan`, which differs from the own one in its numbers alone; `with_empty`:
    /// windows that nobody is in stay, so that slots are numbered as windows are.
    pub(super) fn applied_to(
        &self,
        plan: &CheckedPlan,
        days: usize,
        timetable: &[usize],
        with_empty: bool,
    ) -> Option<CheckedPlan> {
        let own = plan.plan();
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
        // Whoever missed the further days is called after them.
        let longer = self.longer_by(days);
        let later = |time: CivilTime| time.plus_seconds(i64::from(longer) * SECONDS_PER_DAY);
        let catch_up = own.windows.iter().filter(|window| window.catch_up).cloned();
        windows.extend(catch_up.map(|window| {
            let is_after = window.opens.date() > self.own_last;
            let (opens, closes) =
                if is_after { (later(window.opens), later(window.closes)) } else { (window.opens, window.closes) };
            Window { opens, closes, ..window }
        }));
        let mut changed = own.clone();
        changed.windows = Arc::new(windows);
        changed.days = self.own_days + longer;
        plan.changed(changed).ok()
    }
}

/// Days from one to another, below zero where the other is earlier [days].
pub(super) fn days_between(from: CivilDate, to: CivilDate) -> i64 {
    to.midnight().seconds_since(from.midnight()) / SECONDS_PER_DAY
}

pub(super) fn sum(kinds: impl Iterator<Item = [f64; KINDS]>) -> [f64; KINDS] {
    kinds.fold([0.0; KINDS], |[one, other], kinds| [one + kinds[0], other + kinds[1]])
}

/// The place of the ordinary window of each cohort among `windows`.
pub(super) fn home_of(plan: &Plan, windows: &[usize]) -> Vec<Option<usize>> {
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
