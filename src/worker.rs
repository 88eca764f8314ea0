//! Long work beside the page: what is asked, in which parts, who does which, and what is done when one falls over.
//!
//! ```text
//! page, scripts ──job: plan, task──▶ Roster ──parts, one at a time──▶ workers ──▶ Desk ──▶ figures
//!   ▲                                  │  ▲                                                  │
//!   └────── progress, result ──────────┘  └──────────── figures of a part ◀──────────────────┘
//!
//! a study:  size ──▶ weights of all units ──▶ units 0..7 │ 7..40 │ … ──▶ sum of all figures ──▶ result
//! ```
//!
//! The units of a study know nothing of each other, and their figures are put in the order of their numbers before they
//! are summed up: a result is the same whatever the number of workers and whoever was first. Figures go from worker to
//! worker unread, so that the page neither sorts nor sums thousands of draws. Where there are no workers at all the page
//! does the parts itself, in turns of its own.

pub mod desk;
pub mod message;
pub mod roster;
#[cfg(feature = "solver")]
mod scheduling;
pub mod study;

#[cfg(test)]
mod tests;

pub use desk::Desk;
pub use message::{Form, Outcome, Part, Purpose, Question, Request, Task};
pub use roster::{Answer, Event, Job, Order, Progress, Roster, Row};
#[cfg(feature = "solver")]
pub use scheduling::{schedule_of_plan, solved};
