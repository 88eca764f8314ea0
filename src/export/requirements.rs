//! Requirement sentences: what a tender asks so that the plan holds, numbered, with the figures that each rests on.
//!
//! ```text
//! plan ──▶ Ground ──┐
//! choices ──────────┴─▶ Asked: the plan with the capacity asked for ──▶ Requirements in both languages
//!                                        what was edited and left out ──▶ Clauses, numbered
//! ```
//!
//! Nothing is asked that the forecast with the capacity asked for does not keep. Whoever doubts a number finds it in the
//! forecast of that plan.

pub mod asked;
pub mod clauses;
mod drawn;
mod remarks;
pub mod rounding;
#[cfg(any(feature = "office", feature = "import"))]
pub mod tables;
mod written;

pub use asked::{Asked, Case, Ground, Seen};
pub use clauses::{Clause, clauses};
pub use drawn::{Bands, Ends};
pub use remarks::remarks;
pub use written::written;

use crate::text::requirements::{Category, Unit};

/// What a requirement is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Of a stage, by index.
    Capacity(usize),
    Measurement,
    Waits,
    Overshoot,
    /// The plan has one.
    Room,
    /// It has none, and should be able to.
    RoomReady,
    Test,
    Windows,
    Evidence,
}

impl Kind {
    pub fn category(&self) -> Category {
        match self {
            Self::Capacity(_) | Self::Measurement | Self::Waits | Self::Overshoot => Category::Performance,
            Self::Room | Self::RoomReady => Category::Functional,
            Self::Test => Category::Test,
            Self::Windows => Category::Constraint,
            Self::Evidence => Category::Management,
        }
    }
}

/// A figure that a sentence rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub name: String,
    pub unit: Unit,
    /// At the likely values; `None` = it was chosen.
    pub likely: Option<f64>,
    /// 5th and 95th percentile; `None` = none, or not computed.
    pub band: Option<(f64, f64)>,
    /// Part of the capacity that stays free [1].
    pub headroom: Option<f64>,
    /// As the sentence has it.
    pub required: f64,
}

/// A requirement as it is computed.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    pub kind: Kind,
    /// Stays the same when others are left out or stages are moved.
    pub key: String,
    pub title: String,
    pub definition: String,
    pub sentences: Vec<String>,
    /// The same before the bands of its figures are known.
    pub sentences_without_bands: Vec<String>,
    pub deliverables: String,
    pub figures: Vec<Figure>,
}
