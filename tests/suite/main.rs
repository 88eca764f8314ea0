//! The tests of the planner as a whole, one module per subject.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "test code says in one word what must hold")]

mod answers;
mod arbitrary;
mod architecture;
mod busan_central;
mod charts;
mod checks;
mod closed_forms;
mod documents;
mod fields;
mod fingerprint;
mod fluid_tandem;
mod forecast_json;
mod formula;
mod infinite_server;
mod laws;
mod links;
mod monkey;
mod plan_file;
mod profiles;
mod range_fields;
mod reference_plans;
mod risk;
mod risk_answers;
mod risk_break_even;
mod risk_influence;
mod risk_words;
mod schema;
mod shelf;
mod simulation_chains;
mod simulation_models;
mod simulation_mutants;
mod simulation_plans;
mod simulation_steady;
mod simulation_traces;
mod source_files;
mod state;
mod stored;
mod stress;
mod styles;
mod text;
mod tidy;
mod timetable;
mod workers;
