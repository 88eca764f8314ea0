//! What is to be scheduled, a timetable, what it is worth, and which rules it breaks.

use crate::num::order::Extreme;

/// The window of each group.
pub type Timetable = Vec<usize>;

/// Groups, windows, and the rules a timetable keeps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problem {
    /// Size of each group, such as the starters expected of it, >= 0.
    pub sizes: Vec<f64>,
    /// Capacity of each window, in the unit of the sizes, > 0; in the order of their openings.
    pub capacities: Vec<f64>,
    /// What is in each window before any group is put there, in the unit of the sizes, >= 0; empty = nothing in any.
    pub occupied: Vec<f64>,
    /// Windows that a group may be in; empty = any group in any.
    pub allowed: Vec<Vec<bool>>,
    /// Groups that one window may hold; `None` = any number.
    pub groups_per_window: Option<usize>,
    /// Chains of groups of which none may be in an earlier window than the one before it.
    pub chains: Vec<Vec<usize>>,
}

/// A rule that a timetable breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Violation {
    /// It does not name one window for each group.
    Incomplete,
    NotAllowed {
        group: usize,
    },
    TooMany {
        window: usize,
    },
    OutOfOrder {
        earlier: usize,
        later: usize,
    },
}

impl Problem {
    /// Groups of these sizes into so many equal windows.
    pub fn equal_windows(sizes: Vec<f64>, windows: usize) -> Self {
        Self { sizes, capacities: vec![1.0; windows], ..Self::default() }
    }

    pub fn windows(&self) -> usize {
        self.capacities.len()
    }

    pub fn is_allowed(&self, group: usize, window: usize) -> bool {
        self.allowed.get(group).is_none_or(|windows| windows[window])
    }

    pub fn occupied(&self, window: usize) -> f64 {
        self.occupied.get(window).copied().unwrap_or(0.0)
    }

    /// Whether any group may go anywhere.
    pub fn is_free(&self) -> bool {
        self.groups_per_window.is_none() && self.chains.is_empty() && self.allowed.iter().flatten().all(|is| *is)
    }

    /// What is in each window, in the unit of the sizes.
    pub fn contents(&self, timetable: &[usize]) -> Vec<f64> {
        let mut contents: Vec<f64> = (0..self.windows()).map(|window| self.occupied(window)).collect();
        for (size, &window) in self.sizes.iter().zip(timetable) {
            contents[window] += size;
        }
        contents
    }

    /// The load of the fullest window [1].
    pub fn value(&self, timetable: &[usize]) -> f64 {
        let contents = self.contents(timetable);
        contents.iter().zip(&self.capacities).map(|(content, capacity)| content / capacity).fold(0.0, f64::larger)
    }

    /// The first rule that a timetable breaks, looked up one by one.
    pub fn violation(&self, timetable: &[usize]) -> Option<Violation> {
        if timetable.len() != self.sizes.len() || timetable.iter().any(|window| *window >= self.windows()) {
            return Some(Violation::Incomplete);
        }
        if let Some(group) = (0..timetable.len()).find(|&group| !self.is_allowed(group, timetable[group])) {
            return Some(Violation::NotAllowed { group });
        }
        let most = self.groups_per_window.unwrap_or(usize::MAX);
        let held = |window: usize| timetable.iter().filter(|at| **at == window).count();
        if let Some(window) = (0..self.windows()).find(|&window| held(window) > most) {
            return Some(Violation::TooMany { window });
        }
        let steps = self.chains.iter().flat_map(|chain| chain.windows(2));
        let broken = steps.filter_map(|step| match step {
            &[earlier, later] if timetable[earlier] > timetable[later] => Some((earlier, later)),
            _ => None,
        });
        broken.map(|(earlier, later)| Violation::OutOfOrder { earlier, later }).next()
    }

    /// For each group those just before and just after it in its chains.
    pub(super) fn neighbours(&self) -> Vec<Neighbours> {
        let mut neighbours = vec![Neighbours::default(); self.sizes.len()];
        for step in self.chains.iter().flat_map(|chain| chain.windows(2)) {
            if let &[earlier, later] = step {
                neighbours[earlier].after.push(later);
                neighbours[later].before.push(earlier);
            }
        }
        neighbours
    }
}

/// The groups that a group may not be before, and those that may not be before it.
#[derive(Clone, Debug, Default)]
pub(super) struct Neighbours {
    pub before: Vec<usize>,
    pub after: Vec<usize>,
}

impl Neighbours {
    /// Whether the group may be in a window while its neighbours are where they are.
    pub fn allow(&self, window: usize, timetable: &[usize]) -> bool {
        self.before.iter().all(|&group| timetable[group] <= window)
            && self.after.iter().all(|&group| timetable[group] >= window)
    }
}
