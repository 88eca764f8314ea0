//! What comes with the planner: population tables and example plans, as data with their sources.
//!
//! ```text
//! population table ──apportion──▶ membership ─┐
//!                        journey, arrivals ───┼──▶ example plan
//!              assumptions (source, range) ───┘
//! ```

pub mod apportion;
pub mod blank;
pub mod busan;
pub mod holidays;
pub mod journeys;
pub mod population;
pub mod stress;
pub mod templates;
pub mod tile_maps;
pub mod wording;

pub use apportion::members_in_proportion;
pub use blank::blank;
pub use population::PopulationTable;
pub use stress::Stress;
pub use templates::Template;
pub use wording::{Reading, Wording};
