//! The forecast as plain data, and its assembly from a plan.

pub mod data;

pub use data::{Baseline, Forecast, Place, Series, Slot, StageForecast, Totals, Verdict};

/// Rises whenever any figure of a forecast can change.
pub const MODEL: u32 = 1;
