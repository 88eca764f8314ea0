//! Local search on a surge: groups change windows while the greatest load of any moment falls.
//!
//! As long as nobody waits, the loads of a plan are those of its surge, so this is the search on the forecast without
//! computing one for each step. Only moments that were once the worst of some timetable are looked at.

use super::linear::{KINDS, Measure, Moment, Surge};
use super::problem::{Problem, Timetable};
use crate::num::order::Extreme;
use crate::rng::Key;

/// Exchanges that are looked at for one step; of more, so many are drawn.
const LOOKED_AT: usize = 30_000;

/// A window gives groups away where somebody in it adds at least this share of what somebody in another adds at most to
/// the worst moment [1].
const GIVES: f64 = 0.1;

/// How often moments are added.
const ROUNDS: usize = 40;

/// What counts as less, in parts of the load.
const LESS: f64 = 1e-9;

/// What a group does: it goes to a window, or changes places with another.
#[derive(Clone, Copy, Debug)]
enum Change {
    Move { group: usize, window: usize },
    Swap { one: usize, other: usize },
}

/// The timetable after all changes that lower the greatest load, which keep the rules if the first one does.
pub fn spread(surge: &Surge, problem: &Problem, timetable: Timetable, key: Key) -> Timetable {
    let mut best = (surge.value(&surge.people(&timetable), Measure::Load), timetable.clone());
    let mut walk = Walk { surge, problem, timetable, moments: Vec::new(), per_person: Vec::new(), loads: Vec::new() };
    for round in 0..ROUNDS {
        if !walk.add_worst() {
            break;
        }
        walk.descend(key.part(round as u64));
        let value = surge.value(&surge.people(&walk.timetable), Measure::Load);
        if value < best.0 {
            best = (value, walk.timetable.clone());
        }
    }
    best.1
}

struct Walk<'a> {
    surge: &'a Surge,
    problem: &'a Problem,
    timetable: Timetable,
    moments: Vec<Moment>,
    /// Of each window and moment, by kind: the load that one person adds.
    per_person: Vec<Vec<[f64; KINDS]>>,
    loads: Vec<f64>,
}

impl Walk<'_> {
    /// Adds the worst moments of the timetable; whether there are any that were not looked at.
    fn add_worst(&mut self) -> bool {
        let known = self.moments.len();
        for moment in self.surge.worst_moments(&self.timetable) {
            if !self.moments.contains(&moment) {
                self.moments.push(moment);
            }
        }
        self.per_person = self.surge.per_person(&self.moments);
        self.loads = self.surge.loads(&self.timetable, &self.moments);
        self.moments.len() > known
    }

    fn descend(&mut self, key: Key) {
        for step in 0.. {
            let (worst, load) = self.worst();
            match self.best_change(worst, load * (1.0 - LESS), key.part(step)) {
                Some(change) => self.carry_out(change),
                None => return,
            }
        }
    }

    fn worst(&self) -> (usize, f64) {
        let all = self.loads.iter().copied().enumerate();
        all.reduce(|worst, next| if next.1 > worst.1 { next } else { worst }).unwrap_or((0, 0.0))
    }

    /// The change after which the greatest load is least, if that is below `limit`.
    fn best_change(&self, worst: usize, limit: f64, key: Key) -> Option<Change> {
        let (groups, windows) = (self.timetable.len(), self.problem.windows());
        let givers = self.givers(worst);
        let per_group = windows + groups;
        let all = givers.len() * per_group;
        let change = |number: usize| {
            let (group, goal) = (givers[number / per_group], number % per_group);
            if goal < windows {
                (self.timetable[group] != goal).then_some(Change::Move { group, window: goal })
            } else {
                let other = goal - windows;
                let is_other = self.timetable[group] != self.timetable[other];
                is_other.then_some(Change::Swap { one: group, other })
            }
        };
        let mut best = None;
        let mut limit = limit;
        for number in 0..all.min(LOOKED_AT) {
            let number = if all > LOOKED_AT { (key.word(number as u64).share() * all as f64) as usize } else { number };
            let Some(change) = change(number) else { continue };
            if self.after(worst, &change) >= limit {
                continue;
            }
            let mut greatest = 0.0;
            for moment in 0..self.moments.len() {
                greatest = self.after(moment, &change).larger(greatest);
                if greatest >= limit {
                    break;
                }
            }
            if greatest < limit && self.keeps_rules(&change) {
                limit = greatest;
                best = Some(change);
            }
        }
        best
    }

    /// Groups that must leave their windows so that the load of a moment falls: those of the windows that fill it.
    fn givers(&self, moment: usize) -> Vec<usize> {
        let adds = |window: usize| {
            let [early, later] = self.per_person[window][moment];
            early.larger(later)
        };
        let most = (0..self.per_person.len()).map(adds).fold(0.0, f64::larger);
        (0..self.timetable.len()).filter(|group| adds(self.timetable[*group]) >= GIVES * most).collect()
    }

    /// The load of a moment after a change.
    fn after(&self, moment: usize, change: &Change) -> f64 {
        self.moves(change).into_iter().flatten().fold(self.loads[moment], |load, (group, from, to)| {
            let people = self.surge.groups[group];
            let (here, there) = (self.per_person[from][moment], self.per_person[to][moment]);
            load + people[0] * (there[0] - here[0]) + people[1] * (there[1] - here[1])
        })
    }

    /// Each group that goes, from where and to where.
    fn moves(&self, change: &Change) -> [Option<(usize, usize, usize)>; 2] {
        let at = |group: usize| self.timetable[group];
        match *change {
            Change::Move { group, window } => [Some((group, at(group), window)), None],
            Change::Swap { one, other } => [Some((one, at(one), at(other))), Some((other, at(other), at(one)))],
        }
    }

    fn keeps_rules(&self, change: &Change) -> bool {
        if self.problem.is_free() {
            return true;
        }
        let mut timetable = self.timetable.clone();
        for (group, _, to) in self.moves(change).into_iter().flatten() {
            timetable[group] = to;
        }
        self.problem.violation(&timetable).is_none()
    }

    fn carry_out(&mut self, change: Change) {
        for (group, _, to) in self.moves(&change).into_iter().flatten() {
            self.timetable[group] = to;
        }
        // Afresh, so that no rounding adds up.
        self.loads = self.surge.loads(&self.timetable, &self.moments);
    }
}
