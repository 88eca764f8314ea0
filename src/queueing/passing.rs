//! When the head of a line passes somebody: the wait behind a number of people, whichever engine told the course.
//!
//! In patience-weighted people (see the line) the wait of somebody with endless patience ends when the head of the
//! line passes the position of its end at the arrival.

use super::line::Head;
use super::network::Capacity;
use super::place::Mode;
use super::switch::LineChange;
use crate::num::mean_exp;
use crate::num::order::Extreme;

/// What is told of a place over one step.
pub trait LineRecord {
    fn mode(&self) -> Mode;

    fn capacity(&self) -> Capacity;

    /// What happened to the line at the start of the step.
    fn line_change(&self) -> Option<LineChange>;

    /// Waiting just after the start of the step [people].
    fn waiting(&self) -> f64;

    /// Instant whose weight in the line is 1 [s].
    fn anchor(&self) -> f64;

    /// Counts how often the positions in the line were counted anew.
    fn epoch(&self) -> usize;

    /// Position of the head of the line at start and end [weighted people].
    fn head(&self) -> (f64, f64);

    /// The same in between, by the position 0..=1, where admissions change within the step.
    fn head_course(&self) -> Option<&Head> {
        None
    }

    fn is_queue(&self) -> bool {
        matches!(self.mode(), Mode::Queue { .. })
    }

    /// Whether anybody who waits is admitted.
    fn admits(&self) -> bool {
        if self.head_course().is_some() { self.head().1 > self.head().0 } else { self.admission() != 0.0 }
    }

    /// Admissions to those who wait [people/s], where they are even.
    fn admission(&self) -> f64 {
        match self.mode() {
            Mode::Queue { admission, .. } => admission,
            Mode::Pass | Mode::TurnAway => 0.0,
        }
    }
}

/// A place with what its waits need. `None` as a wait: not over before the horizon ends or the line is sent off.
pub struct Passing<'a, R> {
    times: &'a [f64],
    /// 1 / mean patience [1/s]; 0 = endless.
    abandon_rate: f64,
    records: &'a [R],
    /// Last step of the stretch in which positions in the line are counted alike, by step.
    epoch_ends: Vec<usize>,
    /// Whether as many are admitted per second in all steps until there.
    is_even: Vec<bool>,
    /// The next step, this one included, at which the place is open, by step; `None` = none, or sent off before.
    next_open: Vec<Option<usize>>,
}

impl<'a, R: LineRecord> Passing<'a, R> {
    /// `times`: start of each step, and the end of the horizon [s].
    pub fn new(times: &'a [f64], abandon_rate: f64, records: &'a [R]) -> Self {
        let mut epoch_ends = vec![0; records.len()];
        let mut is_even = vec![true; records.len()];
        let mut next_open = vec![None; records.len()];
        for step in (0..records.len()).rev() {
            let (record, next) = (&records[step], records.get(step + 1));
            epoch_ends[step] = step;
            is_even[step] = record.head_course().is_none();
            if let Some(next) = next.filter(|next| next.is_queue() && next.epoch() == record.epoch()) {
                epoch_ends[step] = epoch_ends[step + 1];
                is_even[step] = is_even[step] && is_even[step + 1] && next.admission() == record.admission();
            }
            next_open[step] = if record.mode() == Mode::TurnAway {
                None
            } else if record.capacity().is_closed() {
                next_open.get(step + 1).copied().flatten()
            } else {
                Some(step)
            };
        }
        Self { times, abandon_rate, records, epoch_ends, is_even, next_open }
    }

    /// Whether waits of who comes in a step follow from the queue alone, as a rule: as many are admitted per second
    /// until the line is counted anew.
    pub fn is_even(&self, step: usize) -> bool {
        self.is_even[step] && self.records[step].admission() > 0.0
    }

    /// Wait behind a number of people at a position 0..=1 of a step [s].
    pub fn behind(&self, step: usize, position: f64, ahead: f64) -> Option<f64> {
        let record = &self.records[step];
        let start = self.times[step];
        let now = start + position * (self.times[step + 1] - start);
        if record.mode() == Mode::TurnAway {
            return None;
        }
        if ahead <= 0.0 || !record.is_queue() {
            if !record.capacity().is_closed() {
                return Some(0.0);
            }
            return self.next_open[step].map(|open| (self.times[open] - now).larger(0.0));
        }
        let admission = record.admission();
        if self.is_even(step) {
            let wait = self.even_wait(ahead / admission);
            if now + wait <= self.times[self.epoch_ends[step] + 1] {
                return Some(wait);
            }
        }
        let weight = libm::exp(self.abandon_rate * (now - record.anchor()));
        let elapsed = now - start;
        let moved = match record.head_course() {
            Some(course) => course.at(position) - record.head().0,
            None => self.admission_weight(step) * elapsed * mean_exp(self.abandon_rate * elapsed),
        };
        let passed = self.passage(step, record.head().0 + moved + ahead * weight)?;
        Some((passed - now).larger(0.0))
    }

    /// Wait where so much time would pass if nobody gave up, and the admissions stay as they are [s].
    fn even_wait(&self, patient: f64) -> f64 {
        let theta = self.abandon_rate;
        if theta == 0.0 { patient } else { libm::log1p(theta * patient) / theta }
    }

    /// Admissions at the start of a step [weighted people per second].
    fn admission_weight(&self, step: usize) -> f64 {
        let record = &self.records[step];
        let weight = libm::exp(self.abandon_rate * (self.times[step] - record.anchor()));
        record.admission() * weight
    }

    /// When the head of the line passes the position `x`, counted as in `step` [s].
    fn passage(&self, step: usize, x: f64) -> Option<f64> {
        let records = self.records;
        let (mut step, mut x) = (step, x);
        loop {
            let last = self.epoch_ends[step];
            let mut passing = step + records[step..=last].partition_point(|record| record.head().1 < x);
            // Whoever was ahead may have left long ago, but nobody is admitted while the place is closed.
            while passing <= last && !records[passing].admits() {
                passing += 1;
            }
            if passing <= last {
                return Some(self.passage_within(passing, x));
            }
            let next = last + 1;
            let (old, record) = (&records[last], records.get(next)?);
            let aged = self.abandon_rate * (self.times[next] - old.anchor());
            let decayed = (x - old.head().1).larger(0.0) * libm::exp(-aged);
            match record.line_change() {
                Some(LineChange::SentOff) => return None,
                Some(LineChange::PutAhead(people)) => x = decayed + people,
                None if record.is_queue() && record.waiting() > 0.0 && record.epoch() == old.epoch() + 1 => x = decayed,
                None => return Some(self.times[next]),
            }
            step = next;
        }
    }

    fn passage_within(&self, step: usize, x: f64) -> f64 {
        let start = self.times[step];
        let ahead = x - self.records[step].head().0;
        if ahead <= 0.0 {
            return start;
        }
        match self.records[step].head_course() {
            Some(course) => start + (self.times[step + 1] - start) * course.passes(x),
            None => start + self.even_wait(ahead / self.admission_weight(step)),
        }
    }
}
