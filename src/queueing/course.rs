//! What an engine hands on: the course of every place, step by step.

use super::line::Head;
use super::network::Capacity;
use super::place::Mode;
use super::switch::LineChange;
use crate::num::collocation::Nodes;
use crate::num::order::Extreme;
use crate::num::polynomial::Polynomial;

/// The whole horizon, cut into steps that all places share.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// Start of each step [s since the start of the horizon]; the last entry is the end of the horizon.
    pub times: Vec<f64>,
    pub places: Vec<PlaceCourse>,
    /// People who came all at once at the first place, by step at whose start they came.
    pub impulses: Vec<Impulse>,
    /// Starters who are still on their way at the end; below 0 by no more than the tolerance [people].
    pub unfinished: f64,
}

/// One place over all steps.
#[derive(Clone, Debug, Default)]
pub struct PlaceCourse {
    /// 1 / mean patience [1/s]; 0 = endless.
    pub abandon_rate: f64,
    pub records: Vec<Record>,
    /// Counted from the start of the horizon to the end of each step.
    pub counters: Vec<Counters>,
    /// Starters in service at the nodes of each step [people]; empty where nobody else is ever served.
    pub starters_in_service: Vec<Nodes>,
}

/// One place over one step. Values at the start are those just after whatever happens then.
#[derive(Clone, Debug)]
pub struct Record {
    pub capacity: Capacity,
    pub mode: Mode,
    /// What happened to the line at the start of the step.
    pub line_change: Option<LineChange>,
    /// Waiting, at the start and the nodes [people].
    pub queue: (f64, Nodes),
    /// In service [people].
    pub in_service: (f64, Nodes),
    /// Will try again [people].
    pub orbit: (f64, Nodes),
    /// Would be in service if nobody ever waited [people].
    pub offered: (f64, Nodes),
    /// Attempts, first and returning, without background, at the nodes [people/s].
    pub attempts: Nodes,
    /// Background attempts [people/s].
    pub background: f64,
    /// Instant whose weight in the line is 1 [s].
    pub anchor: f64,
    /// Counts how often the positions in the line were counted anew.
    pub epoch: usize,
    /// Position of the head of the line at start and end [weighted people].
    pub head: (f64, f64),
    /// The same in between, where admissions change within the step.
    pub head_course: Option<Box<Head>>,
}

/// Running counts of one place [people].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counters {
    /// Of starters and visitors, first and returning.
    pub attempts: f64,
    pub background_attempts: f64,
    /// Services of starters that succeed.
    pub served: f64,
    /// Services of starters that fail.
    pub failed: f64,
    /// Starters who left the queue, also those who try again.
    pub abandoned: f64,
    /// Starters who gave up for good or were sent off.
    pub lost: f64,
    pub background_lost: f64,
    /// Visitors whose visit ended with a service here.
    pub turned_away: f64,
}

/// People who came all at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Impulse {
    /// At the start of which step.
    pub step: usize,
    pub people: f64,
    /// Found a free session.
    pub admitted: f64,
    /// Waited before them.
    pub ahead: f64,
}

impl Course {
    pub fn steps(&self) -> usize {
        self.times.len().saturating_sub(1)
    }

    pub fn length(&self, step: usize) -> f64 {
        self.times[step + 1] - self.times[step]
    }

    /// End of the horizon [s].
    pub fn horizon(&self) -> f64 {
        self.times.last().copied().unwrap_or(0.0)
    }

    /// The step that begins at or before `t` and ends after it; the last one at the end of the horizon.
    pub fn step_at(&self, t: f64) -> usize {
        self.times.partition_point(|&start| start <= t).saturating_sub(1).min(self.steps().saturating_sub(1))
    }

    /// Position of `t` within a step, 0..=1.
    pub fn position(&self, step: usize, t: f64) -> f64 {
        ((t - self.times[step]) / self.length(step)).clamp(0.0, 1.0)
    }
}

impl PlaceCourse {
    /// Counts of the whole horizon. The rounding of a queue that ran empty can leave a count a hair below nobody;
    /// such a count is 0.
    pub fn end(&self) -> Counters {
        let end = self.counters.last().copied().unwrap_or_default();
        Counters {
            attempts: end.attempts.larger(0.0),
            background_attempts: end.background_attempts.larger(0.0),
            served: end.served.larger(0.0),
            failed: end.failed.larger(0.0),
            abandoned: end.abandoned.larger(0.0),
            lost: end.lost.larger(0.0),
            background_lost: end.background_lost.larger(0.0),
            turned_away: end.turned_away.larger(0.0),
        }
    }
}

impl Record {
    pub fn queue_polynomial(&self) -> Polynomial {
        Polynomial::through(self.queue.0, &self.queue.1)
    }

    /// Whether anybody waits at any time of the step.
    pub fn has_queue(&self) -> bool {
        self.queue.0 > 0.0 || matches!(self.mode, Mode::Queue { .. })
    }
}
