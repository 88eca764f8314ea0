//! When cohorts are invited, and how the invited come.

use crate::clock::CivilTime;
use crate::units::{PerSecond, Seconds, Share};

/// Opening and closing time at which some cohorts are invited.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    pub opens: CivilTime,
    /// Later than `opens`.
    pub closes: CivilTime,
    /// Indices of cohorts.
    pub cohorts: Vec<usize>,
    /// Invites whoever of its cohorts missed the earlier windows.
    pub catch_up: bool,
    /// Share of the invited who start in unlimited time, 0..=1; `None` = that of the plan.
    pub show_up: Option<Share>,
    /// Whoever is due at or after the closing does not start.
    pub closes_hard: bool,
}

/// How the invited come.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrivals {
    pub show_up: ShowUp,
    /// Share of the invited who come within the ramp after the opening, 0..= the lowest show-up.
    pub opening_share: Share,
    /// Length of that ramp [s], >= 0; 0 = all at the instant of opening.
    pub opening_ramp: Seconds,
    /// When the others come, measured from the opening; the weights sum to 1.
    pub tail: Vec<Tail>,
    /// Relative activity of each hour of the day, >= 0; `None` = even.
    pub hour_weights: Option<[f64; 24]>,
    /// Share of each later window's starters who come by the first opening instead, 0..=1.
    pub ignore_window_share: Share,
    /// People who are no members and come uninvited, per invited member [1], >= 0.
    pub uninvited_per_member: f64,
    /// Stage (0-based) that turns the uninvited away; `None` = none does.
    pub eligibility_stage: Option<usize>,
    /// Stage (0-based) that turns those out of turn away; `None` = none does.
    pub gate_stage: Option<usize>,
    /// Starters at the first stage who are no members; each rate holds until the next entry.
    pub starters_table: Option<Vec<StartersFrom>>,
}

/// Share of the invited who start in unlimited time, 0..=1.
#[derive(Clone, Debug, PartialEq)]
pub enum ShowUp {
    All(Share),
    /// One per age band.
    ByAge(Vec<Share>),
}

/// One component of the mixture of delays after an opening.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tail {
    /// 0..=1.
    pub weight: Share,
    pub kind: TailKind,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TailKind {
    /// `1 - exp(-u / mean)`, mean > 0.
    Exponential { mean: Seconds },
    /// `1 - exp(-(u / scale)^shape)`, both > 0.
    Weibull { shape: f64, scale: Seconds },
    /// `1 - (1 + u / scale)^-(alpha - 1)`, scale > 0, alpha > 1.
    Lomax { alpha: f64, scale: Seconds },
}

/// A rate that holds from a time on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StartersFrom {
    pub at: CivilTime,
    /// >= 0.
    pub rate: PerSecond,
}

impl ShowUp {
    /// The share of an age band.
    pub fn of_age(&self, age: usize) -> Share {
        match self {
            Self::All(share) => *share,
            Self::ByAge(shares) => shares.get(age).copied().unwrap_or(Share::ZERO),
        }
    }
}
