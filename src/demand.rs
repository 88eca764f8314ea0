//! From a plan to the laws of starters: who comes when, who comes out of turn, and who will not start.
//!
//! ```text
//! windows ──▶ invitations ──▶ streams (opening ramp + tail, each with a mass) ──▶ Inflow of each class
//!    ▲                                                                              │
//!    └── catch-up: who will not start, and who was lost so far ◀── journey ◀────────┘
//! ```
//!
//! Every flow is handed on as the difference of a cumulative law, so that no rounding of a rate loses people.

pub mod activity;
pub mod gradual;
pub mod invitation;
pub mod law;
pub mod sources;
pub mod stream;

use crate::num::collocation::{NODES, Nodes};

pub use invitation::{Demand, GroupStarters, Scenario, WindowFigures};

/// Who arrives from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Members who begin the journey, and the people of the starters table.
    Starters,
    /// Members who come before their turn and are turned away at the gate.
    Early,
    /// People who are no members.
    Uninvited,
}

pub const CLASSES: [Class; 3] = [Class::Starters, Class::Early, Class::Uninvited];

/// Arrivals from outside at the first place of a journey. Times are seconds since the start of the horizon.
pub trait Inflow {
    /// Every instant at which a flow may jump or kink, or people come all at once [s]; in any order.
    fn breakpoints(&self) -> Vec<f64>;

    /// Whether anybody of the class can ever come.
    fn has(&self, class: Class) -> bool;

    /// Called at each breakpoint, in order of time, before anything is asked about what follows.
    ///
    /// `lost` is the number of starters lost before `at` [people].
    fn enter(&mut self, at: f64, lost: f64);

    /// People who come all at once at the breakpoint just entered [people].
    fn impulse(&self, class: Class) -> f64;

    /// People who come after `from` until each of the `until`, all before the next breakpoint [people].
    fn arrivals(&self, class: Class, from: f64, until: &Nodes) -> Nodes;

    /// All who may come within the horizon, whichever class: the measure of what is small [people].
    fn scale(&self) -> f64;
}

/// Nobody at any node.
pub const NOBODY: Nodes = [0.0; NODES];
