//! How far the forecast of a plan can be trusted, as facts.
//!
//! ```text
//! forecast ──┐
//! simulation ┴▶ beside: figure by figure, and whether they agree
//! plan ──▶ left out: what the model does not know of this plan
//! plan, risk ──▶ weak: which numbers nobody measured, the most influential first ──▶ what to measure first
//! ```

mod beside;
mod left_out;
mod probe;
mod weak;

pub use beside::{Beside, Simulated, SimulatedSlot, SlotBeside, agreement, margin, slots, totals};
pub use left_out::left_out;
pub use probe::{Probe, probes};
pub use weak::{Influence, Weak, numbers, weak};
