//! The tests of the planner as a whole, one module per subject.

mod arbitrary;
mod fingerprint;
mod forecast_json;
mod links;
mod plan_file;
mod reference_plans;
