//! Auto-plan: which group goes into which window, what no timetable can better, and the proof of it.
//!
//! ```text
//! groups, windows, rules ──▶ Problem ──construct──▶ first timetables ──improve──▶ the best ─┐
//!                               ├────exact, ordered────▶ the best there is ────────────────┼──▶ Answer
//!                               └────bound────▶ what no timetable is below, with its proof ─┘
//! ```
//!
//! A **group** is invited at one time: a cohort, or several that stay together. A **timetable** says for each group the
//! window it is in. Its **value** is the load of the fullest window: the sum of the sizes in it over its capacity. To
//! make that small is known as scheduling on parallel machines, P||Cmax for equal capacities and Q||Cmax for unequal
//! ones; both are NP-hard (Garey, Johnson, *Strong NP-completeness results*, J. ACM 25, 1978).
//!
//! Only `response`, `ensemble`, `inverse` and `autoplan` know of plans. Everything is a function of its arguments, chance included.

pub mod autoplan;
pub mod bound;
pub mod construct;
pub mod ensemble;
pub mod exact;
pub mod improve;
pub mod inverse;
pub mod linear;
pub mod ordered;
pub mod problem;
pub mod response;
pub mod solve;
pub mod spread;

pub use bound::{Bound, Proof};
pub use problem::{Problem, Timetable, Violation};
pub use solve::{Answer, Effort, solve};
