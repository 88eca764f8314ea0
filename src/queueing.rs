//! The journey as a fluid: queues, services and retries of every place over the horizon, and the waits.
//!
//! ```text
//! Inflow ─▶ waiting room ─▶ stage 0 ─▶ stage 1 ─▶ …        every place: queue Q, in service B, retry orbit R
//!              │               │  ▲
//!              ▼ gave up       ▼  └── R ◀── gave up or failed, and try again
//!            lost             lost
//! ```
//!
//! Equations: A. Mandelbaum, W. Massey, M. Reiman, Strong approximations for Markovian service networks,
//! Queueing Systems 30 (1998). Between located events (a queue empties, a limit is reached, a capacity changes)
//! every place is linear with constant coefficients.

pub mod chance;
pub mod closed_forms;
pub mod coarse;
pub mod course;
pub mod fluid;
mod inside;
mod line;
pub mod network;
pub mod passing;
mod place;
pub mod simulation;
mod switch;
pub mod wait;

pub use course::{Counters, Course, Impulse, PlaceCourse, Record};
pub use fluid::{Settings, run};
pub use network::{Capacity, Network, PlaceLaw};
