//! What is kept of one place over one coarse step.

use super::step::PlaceStep;
use crate::num::order::Extreme;
use crate::num::short_collocation::Trio;
use crate::queueing::course::Counters;
use crate::queueing::network::Capacity;
use crate::queueing::passing::LineRecord;
use crate::queueing::place::{Mode, PlaceState, STARTERS};
use crate::queueing::switch::LineChange;

/// Values at the start are those just after whatever happens then; states are [people].
#[derive(Clone, Debug)]
pub struct CoarseRecord {
    pub capacity: Capacity,
    pub mode: Mode,
    pub line_change: Option<LineChange>,
    pub queue: (f64, Trio),
    pub in_service: (f64, Trio),
    /// Would be in service if nobody ever waited.
    pub offered: (f64, Trio),
    /// First and returning, at the nodes [people/s].
    pub attempts: Trio,
    /// Services that succeeded before this step [people].
    pub served_before: f64,
    pub anchor: f64,
    pub epoch: usize,
    /// Position of the head of the line at start and end [weighted people].
    pub head: (f64, f64),
}

impl CoarseRecord {
    pub fn of(state: &PlaceState, step: &PlaceStep, before: &Counters, line_change: Option<LineChange>) -> Self {
        Self {
            capacity: state.capacity,
            mode: state.mode,
            line_change,
            queue: (state.queue[STARTERS], step.queue),
            in_service: (state.service[STARTERS], step.service),
            offered: (state.offered, step.offered),
            attempts: step.attempts,
            served_before: before.served,
            anchor: state.line.anchor,
            epoch: state.line.epoch,
            head: (state.line.gone, step.reached),
        }
    }

    /// Load of an instant with so many attempts [people/s] and people who would be in service; below 0 at a closed
    /// place or one without limit.
    pub fn load(&self, attempts: f64, offered: f64) -> f64 {
        if self.capacity.is_closed() {
            return -1.0;
        }
        let of_rate = if self.capacity.rate.is_finite() { attempts / self.capacity.rate } else { -1.0 };
        let of_sessions = if self.capacity.sessions.is_finite() { offered / self.capacity.sessions } else { -1.0 };
        of_rate.larger(of_sessions)
    }
}

impl LineRecord for CoarseRecord {
    fn mode(&self) -> Mode {
        self.mode
    }

    fn capacity(&self) -> Capacity {
        self.capacity
    }

    fn line_change(&self) -> Option<LineChange> {
        self.line_change
    }

    fn waiting(&self) -> f64 {
        self.queue.0
    }

    fn anchor(&self) -> f64 {
        self.anchor
    }

    fn epoch(&self) -> usize {
        self.epoch
    }

    fn head(&self) -> (f64, f64) {
        self.head
    }
}
