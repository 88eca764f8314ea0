//! Which cohorts are chosen, and whether they are in hand.

use super::spot::Place;
use crate::num::order;

/// The chosen cohorts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// In the order of the plan.
    chosen: Vec<usize>,
    /// From where a range is chosen.
    anchor: Option<usize>,
    /// Where the chosen would be put down; `None` = they are not in hand.
    pub target: Option<Place>,
}

/// How a chip is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It alone.
    Alone,
    /// As well as the others, or no longer.
    AsWell,
    /// With all between it and the last one.
    UpTo,
}

impl Choice {
    pub fn cohorts(&self) -> &[usize] {
        &self.chosen
    }

    pub fn has(&self, cohort: usize) -> bool {
        self.chosen.binary_search(&cohort).is_ok()
    }

    pub fn is_in_hand(&self) -> bool {
        self.target.is_some()
    }

    /// Chooses a chip; `order` = the chips as they stand on the board.
    pub fn choose(&mut self, cohort: usize, how: How, order: &[usize]) {
        self.target = None;
        let at = |cohort: usize| order.iter().position(|&other| other == cohort);
        match how {
            How::Alone => self.chosen = vec![cohort],
            How::AsWell => match self.chosen.binary_search(&cohort) {
                Ok(place) => drop(self.chosen.remove(place)),
                Err(place) => self.chosen.insert(place, cohort),
            },
            How::UpTo => match self.anchor.and_then(at).zip(at(cohort)) {
                Some((from, to)) => {
                    self.chosen = order[from.min(to)..=from.max(to)].to_vec();
                    order::sort(&mut self.chosen);
                    self.chosen.dedup();
                    return;
                }
                None => self.chosen = vec![cohort],
            },
        }
        self.anchor = Some(cohort);
    }

    /// Chooses these cohorts, and no others.
    pub fn choose_all(&mut self, cohorts: Vec<usize>) {
        self.target = None;
        self.anchor = cohorts.last().copied();
        self.chosen = cohorts;
        order::sort(&mut self.chosen);
        self.chosen.dedup();
    }

    /// Takes a chip in hand, with the others that are chosen if it is one of them.
    pub fn pick_up(&mut self, cohort: usize, place: Place) {
        if !self.has(cohort) {
            self.chosen = vec![cohort];
            self.anchor = Some(cohort);
        }
        self.target = Some(place);
    }

    /// Forgets cohorts that a plan with so many does not have.
    pub fn keep_below(&mut self, n_cohorts: usize) {
        self.chosen.retain(|&cohort| cohort < n_cohorts);
        self.anchor = self.anchor.filter(|&cohort| cohort < n_cohorts);
        if self.chosen.is_empty() {
            self.target = None;
        }
    }
}
