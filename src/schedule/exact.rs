//! The best timetable there is, by branch and bound: for few groups, or where a bound is met early.

use super::construct::largest_first;
use super::problem::{Neighbours, Problem, Timetable};
use crate::num::order::Extreme;

/// How a search ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Ended {
    /// No timetable has a value below that of the best one; `None` = none keeps the rules and has a value below the
    /// one that was given.
    Through(Option<Timetable>),
    /// It was given up after so many steps as were allowed; the best so far, if any.
    GivenUp(Option<Timetable>),
}

/// Looks through all timetables of a value below `upper`, the largest groups first, and leaves out what cannot lead
/// below the best so far; the search ends where that is `lower`.
///
/// Windows alike in capacity and contents are tried once. What remains must fit into the room that is left below the
/// best so far, in whole sizes where all are whole.
pub fn search(problem: &Problem, upper: f64, lower: f64, steps: u64) -> Ended {
    let groups = largest_first(problem);
    let wholes = problem.sizes.iter().chain(&problem.occupied).all(|size| *size == libm::floor(*size));
    let mut rest = vec![0.0; groups.len() + 1];
    for (at, &group) in groups.iter().enumerate().rev() {
        rest[at] = rest[at + 1] + problem.sizes[group];
    }
    let mut search = Search {
        problem,
        neighbours: problem.neighbours(),
        wholes,
        groups,
        rest,
        upper,
        lower,
        left: steps,
        contents: (0..problem.windows()).map(|window| problem.occupied(window)).collect(),
        held: vec![0; problem.windows()],
        timetable: vec![usize::MAX; problem.sizes.len()],
        best: None,
    };
    let is_through = search.descend(0);
    if is_through { Ended::Through(search.best) } else { Ended::GivenUp(search.best) }
}

struct Search<'a> {
    problem: &'a Problem,
    neighbours: Vec<Neighbours>,
    wholes: bool,
    groups: Vec<usize>,
    /// Sizes of the groups from each place of the order on.
    rest: Vec<f64>,
    upper: f64,
    lower: f64,
    left: u64,
    contents: Vec<f64>,
    held: Vec<usize>,
    timetable: Timetable,
    best: Option<Timetable>,
}

impl Search<'_> {
    /// What fits into a window while its load stays below the best so far.
    fn room(&self, window: usize) -> f64 {
        let most = self.upper * self.problem.capacities[window];
        let most = if self.wholes { libm::ceil(most) - 1.0 } else { most };
        (most - self.contents[window]).larger(0.0)
    }

    /// Puts the groups from `at` on; whether all that could be better was looked at.
    fn descend(&mut self, at: usize) -> bool {
        if self.upper <= self.lower {
            return true;
        }
        if self.left == 0 {
            return false;
        }
        self.left -= 1;
        let Some(&group) = self.groups.get(at) else {
            let value = self.problem.value(&self.timetable);
            if value < self.upper {
                self.upper = value;
                self.best = Some(self.timetable.clone());
            }
            return true;
        };
        let windows = self.problem.windows();
        if (0..windows).map(|window| self.room(window)).sum::<f64>() < self.rest[at] * (1.0 - 1e-12) {
            return true;
        }
        let size = self.problem.sizes[group];
        let mut open: Vec<usize> = (0..windows).filter(|&window| self.may(group, window)).collect();
        crate::num::order::sort_by(&mut open, |&one, &other| {
            let load = |window: usize| (self.contents[window] + size) / self.problem.capacities[window];
            load(one).total_cmp(&load(other))
        });
        let mut is_through = true;
        for (place, &window) in open.iter().enumerate() {
            if (self.contents[window] + size) / self.problem.capacities[window] >= self.upper {
                break;
            }
            if self.problem.is_free() && open[..place].iter().any(|&before| self.is_alike(before, window)) {
                continue;
            }
            let before = self.contents[window];
            self.contents[window] += size;
            self.held[window] += 1;
            self.timetable[group] = window;
            is_through &= self.descend(at + 1);
            self.contents[window] = before;
            self.held[window] -= 1;
            self.timetable[group] = usize::MAX;
        }
        is_through
    }

    fn is_alike(&self, one: usize, other: usize) -> bool {
        self.contents[one] == self.contents[other] && self.problem.capacities[one] == self.problem.capacities[other]
    }

    fn may(&self, group: usize, window: usize) -> bool {
        let most = self.problem.groups_per_window.unwrap_or(usize::MAX);
        let Neighbours { before, after } = &self.neighbours[group];
        let at = |group: usize| self.timetable[group];
        self.held[window] < most
            && self.problem.is_allowed(group, window)
            && before.iter().all(|&other| at(other) == usize::MAX || at(other) <= window)
            && after.iter().all(|&other| at(other) == usize::MAX || at(other) >= window)
    }
}
