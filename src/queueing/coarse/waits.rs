//! First-come first-served waits of a coarse course: [`crate::queueing::wait`] at a few instants of each step.

use super::CoarseCourse;
use super::place::CoarsePlace;
use crate::num::short_collocation::Cubic;
use crate::queueing::place::Mode;
use crate::queueing::switch::LineChange;

/// Positions in a step between which the wait is taken to be straight.
const ENDS: [f64; 5] = [0.155, 0.4, 0.645, 0.8225, 1.0];
/// Parts of the line of people who come all at once.
const PARTS: usize = 16;

/// People who arrive one after the other, with the waits of the first and the last of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    pub step: usize,
    /// Position of the last of them in the step.
    pub position: f64,
    pub people: f64,
    /// [s]; `None` = not over.
    pub first: Option<f64>,
    /// [s]; `None` = not over.
    pub last: Option<f64>,
    /// Waiting when the last of them comes [people].
    pub queue: f64,
}

/// All attempts at a place that meet a queue or a closed place, step by step.
pub fn waits(course: &CoarseCourse, index: usize) -> Vec<Piece> {
    let place = &course.places[index];
    let waits_at = |record: &super::CoarseRecord| record.mode != Mode::Pass || record.capacity.is_closed();
    if !place.records.iter().any(waits_at) {
        return Vec::new();
    }
    let line = Line::new(course, place);
    let mut pieces = Vec::new();
    for (step, record) in place.records.iter().enumerate() {
        if index == 0 {
            for impulse in course.impulses.iter().filter(|impulse| impulse.step == step) {
                let queued = impulse.people - impulse.admitted;
                let at_once = Piece { step, position: 0.0, people: impulse.admitted, ..Piece::NOBODY };
                pieces.push(at_once);
                let mut first = line.behind(step, 0.0, impulse.ahead + 1e-9 * queued);
                for part in 1..=PARTS {
                    let queue = impulse.ahead + queued * part as f64 / PARTS as f64;
                    let last = line.behind(step, 0.0, queue);
                    pieces.push(Piece { step, position: 0.0, people: queued / PARTS as f64, first, last, queue });
                    first = last;
                }
            }
        }
        if !waits_at(record) {
            continue;
        }
        let people = Cubic::integral_of(course.times[step + 1] - course.times[step], &record.attempts);
        let waiting = Cubic::through(record.queue.0, &record.queue.1);
        let mut first = line.behind(step, 0.0, record.queue.0);
        let mut before = 0.0;
        for position in ENDS {
            let queue = if record.is_queue() { waiting.at(position).max(0.0) } else { 0.0 };
            let last = line.behind(step, position, queue);
            let after = people.at(position);
            pieces.push(Piece { step, position, people: (after - before).max(0.0), first, last, queue });
            (first, before) = (last, after);
        }
    }
    pieces
}

impl Piece {
    const NOBODY: Self = Self { step: 0, position: 0.0, people: 0.0, first: Some(0.0), last: Some(0.0), queue: 0.0 };
}

/// A place with what its waits need.
pub struct Line<'a> {
    times: &'a [f64],
    place: &'a CoarsePlace,
    /// Last step of the stretch in which positions in the line are counted alike, by step.
    epoch_ends: Vec<usize>,
    /// The next step, this one included, at which the place is open, by step; `None` = none, or sent off before.
    next_open: Vec<Option<usize>>,
}

impl<'a> Line<'a> {
    pub fn new(course: &'a CoarseCourse, place: &'a CoarsePlace) -> Self {
        let records = &place.records;
        let mut epoch_ends = vec![0; records.len()];
        let mut next_open = vec![None; records.len()];
        for step in (0..records.len()).rev() {
            let next = records.get(step + 1);
            let goes_on = next.is_some_and(|next| next.is_queue() && next.epoch == records[step].epoch);
            epoch_ends[step] = if goes_on { epoch_ends[step + 1] } else { step };
            next_open[step] = if records[step].mode == Mode::TurnAway {
                None
            } else if records[step].capacity.is_closed() {
                next_open.get(step + 1).copied().flatten()
            } else {
                Some(step)
            };
        }
        Self { times: &course.times, place, epoch_ends, next_open }
    }

    /// Wait behind a number of people at a position of a step [s].
    pub fn behind(&self, step: usize, position: f64, ahead: f64) -> Option<f64> {
        let record = &self.place.records[step];
        let elapsed = position * (self.times[step + 1] - self.times[step]);
        let now = self.times[step] + elapsed;
        if record.mode == Mode::TurnAway {
            return None;
        }
        if ahead <= 0.0 || !record.is_queue() {
            if !record.capacity.is_closed() {
                return Some(0.0);
            }
            return self.next_open[step].map(|open| (self.times[open] - now).max(0.0));
        }
        let theta = self.place.abandon_rate;
        let growth = if elapsed == 0.0 { 0.0 } else { libm::expm1(theta * elapsed) };
        let moved = record.admission() * if theta == 0.0 { elapsed } else { growth / theta };
        let place = record.head.0 + record.weight * (moved + ahead * (1.0 + growth));
        self.passage(step, place).map(|passed| (passed - now).max(0.0))
    }

    /// When the head of the line passes the position `x`, counted as in `step` [s].
    fn passage(&self, step: usize, x: f64) -> Option<f64> {
        let records = &self.place.records;
        let (mut step, mut x) = (step, x);
        loop {
            let last = self.epoch_ends[step];
            let mut passing = step + records[step..=last].partition_point(|record| record.head.1 < x);
            // Whoever was ahead may have left long ago, but nobody is admitted while the place is closed.
            while passing <= last && records[passing].admission() == 0.0 {
                passing += 1;
            }
            if passing <= last {
                return Some(self.passage_within(passing, x));
            }
            let next = last + 1;
            let record = records.get(next)?;
            let aged = self.place.abandon_rate * (self.times[next] - records[last].anchor);
            let decayed = (x - records[last].head.1).max(0.0) * libm::exp(-aged);
            match record.line_change {
                Some(LineChange::SentOff) => return None,
                Some(LineChange::PutAhead(people)) => x = decayed + people,
                None if record.is_queue() && record.queue.0 > 0.0 && record.epoch == records[last].epoch + 1 => {
                    x = decayed;
                }
                None => return Some(self.times[next]),
            }
            step = next;
        }
    }

    fn passage_within(&self, step: usize, x: f64) -> f64 {
        let start = self.times[step];
        let ahead = x - self.place.records[step].head.0;
        if ahead <= 0.0 {
            return start;
        }
        let record = &self.place.records[step];
        let scaled = ahead / (record.admission() * record.weight);
        let theta = self.place.abandon_rate;
        start + if theta == 0.0 { scaled } else { libm::log1p(theta * scaled) / theta }
    }
}
