//! Arrivals given by a formula, for cases that are no plan.

use stagger::demand::{Class, Inflow};
use stagger::num::collocation::{NODES, Nodes};

/// Cumulative arrivals of starters by time [people; s], with the times of kinks and of people who come at once.
pub struct Formula<F> {
    pub cumulative: F,
    pub breaks: Vec<f64>,
    /// Time [s] and people.
    pub impulses: Vec<(f64, f64)>,
    pub scale: f64,
    pub entered: f64,
}

impl<F: Fn(f64) -> f64> Formula<F> {
    pub fn new(cumulative: F, scale: f64) -> Self {
        Self { cumulative, breaks: Vec::new(), impulses: Vec::new(), scale, entered: 0.0 }
    }
}

impl<F: Fn(f64) -> f64> Inflow for Formula<F> {
    fn breakpoints(&self) -> Vec<f64> {
        self.breaks.iter().copied().chain(self.impulses.iter().map(|impulse| impulse.0)).collect()
    }

    fn has(&self, class: Class) -> bool {
        class == Class::Starters
    }

    fn enter(&mut self, at: f64, _lost: f64) {
        self.entered = at;
    }

    fn impulse(&self, class: Class) -> f64 {
        let now = self.impulses.iter().filter(|impulse| impulse.0 == self.entered);
        if class == Class::Starters { now.map(|impulse| impulse.1).sum() } else { 0.0 }
    }

    fn arrivals(&self, class: Class, from: f64, until: &Nodes) -> Nodes {
        if class != Class::Starters {
            return [0.0; NODES];
        }
        until.map(|t| (self.cumulative)(t) - (self.cumulative)(from))
    }

    fn scale(&self) -> f64 {
        self.scale
    }
}
