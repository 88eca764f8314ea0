//! The tests of the planner as a whole, one module per subject.

mod answers;
mod arbitrary;
mod busan_central;
mod checks;
mod fingerprint;
mod fluid_tandem;
mod forecast_json;
mod formula;
mod infinite_server;
mod links;
mod plan_file;
mod profiles;
mod reference_plans;
mod schema;
