//! First-come first-served waits from the course of a place: when is everybody served who was there before?
//!
//! In patience-weighted people (see the line) the wait of somebody with endless patience who arrives at `t` ends
//! when the head of the line passes the position of its end at `t`.

use super::course::{Course, Impulse, PlaceCourse, Record};
use super::place::Mode;
use super::switch::LineChange;
use crate::num::collocation;
use crate::num::mean_exp;
use crate::num::polynomial::Polynomial;

/// How far waits may be from a straight line before a stretch is cut in two [s].
const BEND_MAX: f64 = 0.01;
/// Most times a stretch is cut in two.
const DEPTH_MAX: u32 = 14;

/// Waits at one place. `None` as a wait: not over before the horizon ends or the line is sent off.
pub struct Waits<'a> {
    course: &'a Course,
    place: &'a PlaceCourse,
    /// Last step of the stretch in which positions in the line are counted alike, by step.
    epoch_ends: Vec<usize>,
    /// The next step, this one included, at which the place is open, by step; `None` = none, or sent off before.
    next_open: Vec<Option<usize>>,
}

/// People who arrive one after the other, with the waits of the first and the last of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    pub step: usize,
    /// Attempts without background [people].
    pub people: f64,
    /// [s]
    pub first: Option<f64>,
    /// [s]
    pub last: Option<f64>,
}

impl<'a> Waits<'a> {
    pub fn new(course: &'a Course, place: &'a PlaceCourse) -> Self {
        let records = &place.records;
        let mut epoch_ends = vec![0; records.len()];
        let mut next_open = vec![None; records.len()];
        for step in (0..records.len()).rev() {
            let goes_on = step + 1 < records.len()
                && is_queue(&records[step + 1])
                && records[step + 1].epoch == records[step].epoch;
            epoch_ends[step] = if goes_on { epoch_ends[step + 1] } else { step };
            next_open[step] = if records[step].mode == Mode::TurnAway {
                None
            } else if records[step].capacity.is_closed() {
                next_open.get(step + 1).copied().flatten()
            } else {
                Some(step)
            };
        }
        Self { course, place, epoch_ends, next_open }
    }

    /// Wait of somebody with endless patience who arrives at a position 0..=1 of a step [s].
    pub fn at(&self, step: usize, position: f64) -> Option<f64> {
        let record = &self.place.records[step];
        let waiting = if is_queue(record) { record.queue_polynomial().at(position) } else { 0.0 };
        self.behind(step, position, waiting)
    }

    /// Wait behind a number of people at a position of a step [s]; for whoever has read the queue already.
    pub fn behind(&self, step: usize, position: f64, ahead: f64) -> Option<f64> {
        let record = &self.place.records[step];
        let now = self.course.times[step] + position * self.course.length(step);
        if record.mode == Mode::TurnAway {
            return None;
        }
        if ahead <= 0.0 || !is_queue(record) {
            if !record.capacity.is_closed() {
                return Some(0.0);
            }
            return self.next_open[step].map(|open| (self.course.times[open] - now).max(0.0));
        }
        let weight = libm::exp(self.place.abandon_rate * (now - record.anchor));
        let head = self.head(step, now - self.course.times[step]);
        self.passage(step, head + ahead * weight).map(|passed| (passed - now).max(0.0))
    }

    /// Position of the head of the line `elapsed` after the start of a step [weighted people].
    fn head(&self, step: usize, elapsed: f64) -> f64 {
        let record = &self.place.records[step];
        let rate = self.admission_weight(step);
        record.head.0 + rate * elapsed * mean_exp(self.place.abandon_rate * elapsed)
    }

    /// Admissions at the start of a step [weighted people per second].
    fn admission_weight(&self, step: usize) -> f64 {
        let record = &self.place.records[step];
        let weight = libm::exp(self.place.abandon_rate * (self.course.times[step] - record.anchor));
        admission(record) * weight
    }

    /// When the head of the line passes the position `x`, counted as in `step` [s].
    fn passage(&self, step: usize, x: f64) -> Option<f64> {
        let records = &self.place.records;
        let (mut step, mut x) = (step, x);
        loop {
            let last = self.epoch_ends[step];
            let mut passing = step + records[step..=last].partition_point(|record| record.head.1 < x);
            // Whoever was ahead may have left long ago, but nobody is admitted while the place is closed.
            while passing <= last && admission(&records[passing]) == 0.0 {
                passing += 1;
            }
            if passing <= last {
                return Some(self.passage_within(passing, x));
            }
            let next = last + 1;
            let record = records.get(next)?;
            let decayed = {
                let old = &records[last];
                let aged = self.place.abandon_rate * (self.course.times[next] - old.anchor);
                ((x - old.head.1).max(0.0)) * libm::exp(-aged)
            };
            match record.line_change {
                Some(LineChange::SentOff) => return None,
                Some(LineChange::PutAhead(people)) => x = decayed + people,
                None if is_queue(record) && record.queue.0 > 0.0 && record.epoch == records[last].epoch + 1 => {
                    x = decayed;
                }
                None => return Some(self.course.times[next]),
            }
            step = next;
        }
    }

    fn passage_within(&self, step: usize, x: f64) -> f64 {
        let start = self.course.times[step];
        let ahead = x - self.place.records[step].head.0;
        if ahead <= 0.0 {
            return start;
        }
        let scaled = ahead / self.admission_weight(step);
        let theta = self.place.abandon_rate;
        start + if theta == 0.0 { scaled } else { libm::log1p(theta * scaled) / theta }
    }

    /// All attempts that meet a queue or a closed place, as stretches with nearly even waits.
    pub fn stretches(&self, impulses: &[Impulse]) -> Vec<Stretch> {
        let mut stretches = Vec::new();
        for impulse in impulses {
            self.stretches_of_impulse(impulse, &mut stretches);
        }
        for (step, record) in self.place.records.iter().enumerate() {
            if record.mode == Mode::Pass && !record.capacity.is_closed() {
                continue;
            }
            let people = Polynomial::integral_of(self.course.length(step), &record.attempts);
            let sample = |position: f64| (people.at(position), self.at(step, position));
            let ends = [(0.0, sample(0.0)), (1.0, sample(1.0))];
            cut(step, ends, &sample, DEPTH_MAX, &mut stretches);
        }
        stretches
    }

    /// People of an impulse stand in a line: their waits run from that before to that behind it.
    fn stretches_of_impulse(&self, impulse: &Impulse, stretches: &mut Vec<Stretch>) {
        let step = impulse.step;
        let queued = impulse.people - impulse.admitted;
        stretches.push(Stretch { step, people: impulse.admitted, first: Some(0.0), last: Some(0.0) });
        let sample = |share: f64| (share * queued, self.behind(step, 0.0, impulse.ahead + share * queued));
        let ends = [(0.0, sample(1e-9)), (1.0, sample(1.0))];
        cut(step, ends, &sample, DEPTH_MAX, stretches);
    }
}

type Sample = (f64, Option<f64>);

/// Cuts a stretch until its waits are straight; `sample` gives people so far and wait at a position.
fn cut(
    step: usize,
    ends: [(f64, Sample); 2],
    sample: &impl Fn(f64) -> Sample,
    depth: u32,
    stretches: &mut Vec<Stretch>,
) {
    let [(from, (people_before, first)), (to, (people_after, last))] = ends;
    let middle = 0.5 * (from + to);
    let middle_sample = sample(middle);
    let straight = match (first, middle_sample.1, last) {
        (Some(first), Some(half), Some(last)) => (half - 0.5 * (first + last)).abs() <= BEND_MAX,
        (None, None, None) => true,
        _ => false,
    };
    if straight || depth == 0 {
        stretches.push(Stretch { step, people: people_after - people_before, first, last });
        return;
    }
    cut(step, [ends[0], (middle, middle_sample)], sample, depth - 1, stretches);
    cut(step, [(middle, middle_sample), ends[1]], sample, depth - 1, stretches);
}

fn is_queue(record: &Record) -> bool {
    matches!(record.mode, Mode::Queue { .. })
}

fn admission(record: &Record) -> f64 {
    match record.mode {
        Mode::Queue { admission, .. } => admission,
        Mode::Pass | Mode::TurnAway => 0.0,
    }
}

/// Attempts of a step without background [people].
pub fn attempts(course: &Course, place: &PlaceCourse, step: usize) -> f64 {
    collocation::total(course.length(step), &place.records[step].attempts)
}
