//! Every serialised form: plan file, stored plan, forecast, link, fingerprint, answers of the programme interface.
//!
//! ```text
//!            ┌ plan_file::read ◄── text          Plan ──► plan_file::write ──► text, pretty, unknown fields included
//!   node ────┘                                    │
//!   (a value that knows its pointer)              └─► tree ──► canonical text ──┬──► link
//!                                                                               └──► fingerprint
//! ```
//!
//! The values of the planner know nothing of files: how each is written and read stands here, side by side.

pub mod answer;
pub mod bids;
pub mod checksum;
pub mod file_name;
pub mod fingerprint;
pub mod forecast;
pub mod link;
mod node;
mod number;
pub mod numbers;
pub mod one_file;
pub mod plan_file;
pub mod requirements;
pub mod risk;
pub mod schedule;
pub mod simulation;
pub mod stored;
mod tree;
pub mod workshop;
