//! The stages people pass, with their capacity, patience and what changes by the clock.

use crate::clock::CivilTime;
use crate::units::{PerSecond, Seconds, Share};

/// Stands before the first stage and admits at an even rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaitingRoom {
    /// > 0.
    pub admit: PerSecond,
    /// Mean patience [s], > 0; `None` = endless.
    pub patience: Option<Seconds>,
    /// Nobody is admitted while so many who were admitted are still at a stage [people], >= 1; `None` = no limit.
    pub inside_max: Option<f64>,
}

/// One step of the journey.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    pub name: String,
    /// Mean service time [s], > 0.
    pub service: Seconds,
    /// How services spread around that mean.
    pub service_law: ServiceLaw,
    /// People in service at once, >= 0; `None` = no limit, 0 = admits nobody.
    pub sessions: Option<f64>,
    /// Admissions, >= 0; `None` = no limit, 0 = admits nobody.
    pub rate: Option<PerSecond>,
    /// Mean patience in the queue [s], > 0; `None` = endless.
    pub patience: Option<Seconds>,
    /// Share of those who gave up who try again, 0..=1.
    pub retry_share: Share,
    /// Mean delay before any new attempt [s], > 0.
    pub retry_after: Seconds,
    /// Share of services that fail, 0..=1.
    pub fail_share: Share,
    /// Share of those who failed who try again, 0..=1.
    pub fail_retry_share: Share,
    pub on_capacity_drop: OnCapacityDrop,
    /// In order of time.
    pub changes: Vec<CapacityChange>,
    /// Others who use the same stage; each rate holds until the next entry; in order of time.
    pub background: Vec<Background>,
}

impl Stage {
    /// A stage in which nobody waits or fails: two minutes, no limit.
    pub fn unlimited(name: String) -> Self {
        Self {
            name,
            service: Seconds::minutes(2.0),
            service_law: ServiceLaw::Exponential,
            sessions: None,
            rate: None,
            patience: None,
            retry_share: Share::ZERO,
            retry_after: Seconds::minutes(20.0),
            fail_share: Share::ZERO,
            fail_retry_share: Share::ZERO,
            on_capacity_drop: OnCapacityDrop::Requeue,
            changes: Vec::new(),
            background: Vec::new(),
        }
    }
}

/// How the services of a stage spread around their mean. A simulation draws from it; the fluid knows the mean alone.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum ServiceLaw {
    #[default]
    Exponential,
    /// Every service takes the mean.
    Deterministic,
    Lognormal {
        /// Standard deviation over mean [1], 0.01..=10.
        cv: f64,
    },
    /// The sum of `phases` exponential parts of equal mean.
    Erlang {
        /// 1..=20; 1 is exponential.
        phases: u32,
    },
}

/// What happens to sessions in use above a lowered limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnCapacityDrop {
    /// They go back to the head of the queue.
    Requeue,
    /// They end in their own time, and nobody is admitted until then.
    Finish,
}

/// A change of capacity that holds from a time on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CapacityChange {
    pub at: CivilTime,
    /// Admissions [people per second].
    pub rate: Limit,
    /// People in service at once [people].
    pub sessions: Limit,
    /// Factor on the base values of rate and sessions [1], >= 0; explicit values win over it.
    pub times: Option<f64>,
    /// Whether queue and later attempts are turned away; `None` = as before.
    pub turn_away: Option<bool>,
}

impl CapacityChange {
    /// A change that leaves everything as it is.
    pub fn nothing(at: CivilTime) -> Self {
        Self { at, rate: Limit::Unchanged, sessions: Limit::Unchanged, times: None, turn_away: None }
    }
}

/// What a change does to a limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    Unchanged,
    /// From now on without limit.
    Removed,
    /// >= 0.
    To(f64),
}

impl Limit {
    /// What makes a limit that; `None` = none.
    pub fn of(limit: Option<f64>) -> Self {
        limit.map_or(Self::Removed, Self::To)
    }
}

/// A flow of others that holds from a time on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Background {
    pub at: CivilTime,
    /// >= 0.
    pub rate: PerSecond,
}
