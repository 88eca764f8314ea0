//! Stationary queues in closed form: what a simulation or an approximation must meet in the long run.
//!
//! Asked outside its domain a formula answers `None`, never a number. Load is in erlangs: people who come during
//! one mean service. The page does not use these formulas; the tests of the other methods do.

pub mod deterministic_service;
pub mod erlang;
pub mod impatient;

pub use deterministic_service::DeterministicService;
pub use erlang::{delay, log_loss, loss, mean_delay};
pub use impatient::{Impatient, WithinTime};

/// Whether a number is a rate or load that can occur.
fn is_positive(value: f64) -> bool {
    value > 0.0 && value.is_finite()
}
