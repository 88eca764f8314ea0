//! The tests of the planner as a whole, one module per subject.

mod arbitrary;
mod fingerprint;
mod plan_file;
