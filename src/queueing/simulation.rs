//! The journey of every single person: arrivals, waits, services and retries one by one, first come first served.
//!
//! ```text
//! Arrivals ─▶ place 0 ─▶ place 1 ─▶ …      an engine decides in which order it looks at what happens,
//!                │  ▲                      the rules below decide what happens
//!                ▼  └── tries again
//!              lost
//! ```
//!
//! **What happens at one instant** happens in this order. First capacities change, at all places in their order; then
//! windows that invite whoever missed the earlier ones act; then place by place, in the order people pass them:
//! services end, whoever is due is admitted, people arrive, patience ends. Of several people who do the same the one
//! with the lower number comes first. People from outside are numbered as they come; those of the background have
//! higher numbers.
//!
//! **Sessions.** A limit of people in service is the nearest whole number, and at least one where it is not zero.
//! When it falls below the people in service, `requeue` puts back those who were admitted last, in the order in which
//! they had been admitted; their service and their patience begin anew.
//!
//! **Rate.** After an admission at `t` the next is due when the integral of the rate since `t` reaches one, changes
//! of the rate included; who was waiting for that is admitted at the first tick from then on, and the next integral
//! begins at the due instant itself, so that rounding never adds up. A rate that was infinite in between is due at once.
//!
//! **Luck** is a function of the number of the attempt ([`luck`]), so no engine depends on the order in which it asks.

pub mod calendar;
mod event;
pub mod fast;
pub mod heap;
mod invite;
mod line;
pub mod luck;
pub mod moment;
pub mod network;
mod offered;
pub mod people;
mod poisson;
mod stream;
pub mod tally;
pub mod trace;
mod urn;

pub use moment::{Moment, Real, Ticks};
pub use network::{SimulatedPlace, Visit};
pub use people::People;
