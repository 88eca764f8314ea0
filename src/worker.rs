//! Long work beside the page: what is asked, in which parts, who does which, and what is done when one falls over.
//!
//! ```text
//! page ──job: plan, task──▶ Roster ──parts, one at a time──▶ workers ──▶ Desk ──▶ figures
//!   ▲                         │  ▲                                                  │
//!   └── progress, result ─────┘  └──────────── figures of a part ◀──────────────────┘
//! ```
//!
//! A task falls into parts that know nothing of each other, and a result is put together by the number of the part: it is
//! the same whatever the number of workers, and where there are none at all the page does the parts itself.

pub mod desk;
pub mod message;
pub mod roster;

#[cfg(test)]
mod tests;

pub use desk::Desk;
pub use message::{Answer, Outcome, Purpose, Question, Request, Task};
pub use roster::{Event, Job, JobId, Order, Progress, Roster};
