//! What chance and single people say beside a forecast, as small as a page needs it.

use super::chance::SlotChance;
use super::simulation::{Estimate, Estimates, Figure};

/// What stands beside the figures of a forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct TrustReport {
    /// By slot of the forecast; `None` = the equations of chance do not hold for this plan, which can be simulated.
    pub chance: Option<Vec<Option<SlotChance>>>,
    /// `None` = not simulated, or not yet.
    pub estimates: Option<Estimated>,
}

impl TrustReport {
    /// Whether chance alone moves the waits of some slot by so much that one number does not tell them: by the
    /// equations, or where they do not hold by a simulation in which a slot breaks.
    pub fn is_near(&self) -> bool {
        let mut slots = self.estimates.iter().flat_map(|estimates| &estimates.slots);
        match &self.chance {
            Some(chance) => chance.iter().flatten().any(|slot| slot.needs_simulation),
            None => slots.any(|slot| slot.breaks > 0),
        }
    }
}

/// What several replications say together.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimated {
    pub replications: u32,
    /// One per slot of the forecast, then the whole plan.
    pub slots: Vec<EstimatedSlot>,
    pub stages: Vec<Vec<Named>>,
    pub totals: Vec<Named>,
}

/// One slot over all replications.
#[derive(Clone, Debug, PartialEq)]
pub struct EstimatedSlot {
    /// In how many replications it breaks.
    pub breaks: u32,
    pub figures: Vec<Named>,
}

/// A figure under the name that it has in a forecast.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Named {
    pub name: &'static str,
    pub estimate: Estimate,
}

/// Every name that a figure can have.
pub const NAMES: [&str; 25] = [
    "members",
    "starters",
    "after_horizon",
    "shut_out",
    "peak_attempts_per_s",
    "peak_load",
    "peak_queue",
    "peak_inside",
    "wait_p50_s",
    "wait_p95_s",
    "wait_target_s",
    "wait_max_s",
    "waiting_at_open",
    "waiting_at_close",
    "lost",
    "background_lost",
    "turned_away",
    "attempts",
    "served",
    "failed",
    "abandoned",
    "background_attempts",
    "finished",
    "unfinished_at_end",
    "attempts_per_starter",
];

/// The figure of that name.
pub fn named(figures: &[Named], name: &str) -> Option<Estimate> {
    figures.iter().find(|figure| figure.name == name).map(|figure| figure.estimate)
}

impl Estimated {
    pub fn of(estimates: &Estimates) -> Self {
        let figures = |figures: &Vec<Figure>| -> Vec<Named> {
            figures.iter().map(|figure| Named { name: figure.name, estimate: figure.estimate() }).collect()
        };
        let slot = |(of, &breaks): (&Vec<Figure>, &u32)| EstimatedSlot { breaks, figures: figures(of) };
        Self {
            replications: estimates.replications,
            slots: estimates.slots.iter().zip(&estimates.breaks).map(slot).collect(),
            stages: estimates.stages.iter().map(figures).collect(),
            totals: figures(&estimates.totals),
        }
    }
}
