//! Forecasts over the ranges of the assumptions: bands, chances, which assumption matters, how far each may go.
//!
//! ```text
//! ranges ──▶ laws ──┐
//! seed ──▶ sample ──┴▶ draw i: a plan ──compute──▶ figures of draw i ─┬▶ summary: bands, chances
//!                                                                     ├▶ difference of two plans, draw by draw
//!                                                                     └▶ influence (with the swings)
//! one assumption at a time ──────────────compute──▶ figures ──────────┴▶ break-even
//! ```
//!
//! How a plan is computed comes in as an argument ([`Compute`]): at full precision ([`full`]) or at a coarser one.
//! Draws are named by their index. Draw 17 of 400 is the same wherever and with whatever others it is computed, so
//! they can be shared out and put together again in any way.

mod assumption;
mod band;
mod break_even;
mod chance;
mod correlation;
mod curves;
mod difference;
mod draws;
mod figures;
mod influence;
mod law;
mod normal;
mod report;
mod sample;
mod summary;

pub use assumption::{Assumption, assumptions, with_value, with_values};
pub use band::{Band, LEVELS, order_statistics};
pub use break_even::{BreakEven, Reach, Turn, break_even};
pub use chance::{AT_RISK_FROM, Chance};
pub use curves::{Curve, CurveBand, CurveBands, Curves, Levels};
pub use difference::{Difference, difference};
pub use draws::{Compute, Detail, Draw, full, run_draws, screened};
pub use figures::{Figures, PlanFigure, SlotFigure, SlotFigures};
pub use influence::{Influence, Swing, influences, noise, ranked, swing};
pub use law::Law;
pub use report::{Report, Survey, Unit, report};
pub use sample::{Sample, Sampling};
pub use summary::{SlotRisk, Summary, summary};
