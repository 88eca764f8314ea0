//! The course of one place at screening precision, and the busiest of its minutes.

use std::ops::Range;

use smallvec::SmallVec;

use super::record::CoarseRecord;
use crate::num::order::Extreme;
use crate::num::short_collocation::{self, Cubic, POSITIONS};
use crate::queueing::passing::LineRecord;

const MINUTE: f64 = 60.0;
/// Minutes that are summed up of a stretch, as a rule.
const LOOKED_AT: usize = 16;
/// Steps of a stretch, as a rule.
const STEPS: usize = 32;

/// One place over all steps.
#[derive(Debug)]
pub struct CoarsePlace {
    /// 1 / mean patience [1/s]; 0 = endless.
    pub abandon_rate: f64,
    pub records: Vec<CoarseRecord>,
}

/// Which minutes of a stretch are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Busy {
    /// Those of the highest load.
    Load,
    /// Those of the most attempts.
    Attempts,
}

/// Sums over one clock minute.
#[derive(Clone, Copy, Default)]
struct Sums {
    attempts: f64,
    offered: f64,
    rate: f64,
    sessions: f64,
    open: bool,
}

impl CoarsePlace {
    pub fn new(abandon_rate: f64, capacity: usize) -> Self {
        Self { abandon_rate, records: Vec::with_capacity(capacity) }
    }

    /// Longest queue of a step [people].
    pub fn longest_queue(&self, step: usize) -> f64 {
        let record = &self.records[step];
        if record.is_queue() || record.queue.0 > 0.0 { Cubic::largest(record.queue.0, &record.queue.1).1 } else { 0.0 }
    }

    /// Attempts in a step, without those who come all at once [people].
    pub fn attempts(&self, times: &[f64], step: usize) -> f64 {
        short_collocation::total(times[step + 1] - times[step], &self.records[step].attempts)
    }

    /// The highest load [1] or the most attempts [people/s] of the minutes in `steps`, which begin and end where the
    /// stretch does; below 0 where there is none.
    ///
    /// `touched`: also of the minutes that reach over the ends; `at_once`: steps at whose start people came all at
    /// once, and how many. Minutes whose instants are all below a minute that is known are not summed up.
    pub fn busiest(
        &self,
        busy: Busy,
        times: &[f64],
        steps: Range<usize>,
        touched: bool,
        at_once: &[(usize, f64)],
    ) -> f64 {
        let minutes = minutes(times, &steps, touched);
        let mut top = (-1.0, 0.0);
        let mut largest = SmallVec::<[f64; STEPS]>::new();
        for step in steps.clone() {
            let mut of_step = -1.0_f64;
            for (position, value) in self.instants(busy, step) {
                of_step = of_step.larger(value);
                if value > top.0 {
                    top = (value, times[step] + position * (times[step + 1] - times[step]));
                }
            }
            largest.push(of_step);
        }
        let mut best = -1.0_f64;
        let mut looked_at = SmallVec::<[usize; LOOKED_AT]>::new();
        let mut look = |near: usize, t: f64, best: &mut f64| {
            let minute = (t / MINUTE) as usize;
            for minute in minute.saturating_sub(1).max(minutes.start)..(minute + 2).min(minutes.end) {
                if !looked_at.contains(&minute) {
                    looked_at.push(minute);
                    *best = best.larger(self.sums(times, minute, near, at_once).value(busy));
                }
            }
        };
        for entry in at_once.iter().filter(|entry| steps.contains(&entry.0)) {
            look(entry.0, times[entry.0], &mut best);
        }
        if top.0 >= 0.0 {
            look(steps.start, top.1, &mut best);
        }
        for (step, of_step) in steps.zip(largest) {
            if of_step <= best {
                continue;
            }
            for (position, value) in self.instants(busy, step) {
                if value > best {
                    look(step, times[step] + position * (times[step + 1] - times[step]), &mut best);
                }
            }
        }
        best
    }

    /// Load or attempts at the start and the nodes of a step.
    fn instants(&self, busy: Busy, step: usize) -> [(f64, f64); 4] {
        let record = &self.records[step];
        let value = |attempts: f64, offered: f64| match busy {
            Busy::Load => record.load(attempts, offered),
            Busy::Attempts => attempts,
        };
        let node = |node: usize| (POSITIONS[node], value(record.attempts[node], record.offered.1[node]));
        let start = value(short_collocation::at_start(&record.attempts), record.offered.0);
        [(0.0, start), node(0), node(1), node(2)]
    }

    /// People who come in minutes in which the place is closed throughout.
    pub fn before_closed_doors(
        &self,
        times: &[f64],
        steps: Range<usize>,
        touched: bool,
        at_once: &[(usize, f64)],
    ) -> f64 {
        let minutes = minutes(times, &steps, touched);
        let (mut people, mut done) = (0.0, minutes.start);
        for step in steps.filter(|&step| self.records[step].capacity.is_closed()) {
            let end = ((times[step + 1] / MINUTE).ceil() as usize).min(minutes.end);
            for minute in done.max((times[step] / MINUTE) as usize)..end {
                let sums = self.sums(times, minute, step, at_once);
                people += if sums.open { 0.0 } else { sums.attempts };
                done = minute + 1;
            }
        }
        people
    }

    /// Attempts in a minute near a step, those who come all at once included [people].
    pub fn attempts_in_minute(&self, times: &[f64], minute: usize, near: usize, at_once: &[(usize, f64)]) -> f64 {
        self.sums(times, minute, near, at_once).attempts
    }

    /// Sums of a minute near a step.
    fn sums(&self, times: &[f64], minute: usize, near: usize, at_once: &[(usize, f64)]) -> Sums {
        let (begin, end) = (minute as f64 * MINUTE, (minute + 1) as f64 * MINUTE);
        let mut step = near;
        while times[step] > begin {
            step -= 1;
        }
        while times[step + 1] <= begin {
            step += 1;
        }
        let mut sums = Sums::default();
        while step < self.records.len() && times[step] < end {
            let record = &self.records[step];
            let length = times[step + 1] - times[step];
            let from = ((begin - times[step]) / length).larger(0.0);
            let to = ((end - times[step]) / length).smaller(1.0);
            let attempts = Cubic::integral_of(length, &record.attempts);
            sums.attempts += (attempts.at(to) - attempts.at(from)).larger(0.0);
            if record.capacity.sessions.is_finite() {
                let offered = Cubic::through(record.offered.0, &record.offered.1);
                sums.offered += length * (offered.area(to) - offered.area(from)).larger(0.0);
            }
            sums.rate += record.capacity.rate * (to - from) * length;
            sums.sessions += record.capacity.sessions * (to - from) * length;
            sums.open |= !record.capacity.is_closed();
            let here = at_once.iter().filter(|entry| entry.0 == step && times[step] >= begin);
            sums.attempts += here.map(|entry| entry.1).sum::<f64>();
            step += 1;
        }
        sums
    }
}

impl Sums {
    fn value(&self, busy: Busy) -> f64 {
        if busy == Busy::Attempts {
            return self.attempts / MINUTE;
        }
        if !self.open {
            return -1.0;
        }
        let of_rate = if self.rate.is_finite() { self.attempts / self.rate } else { -1.0 };
        let of_sessions = if self.sessions.is_finite() { self.offered / self.sessions } else { -1.0 };
        of_rate.larger(of_sessions)
    }
}

/// The whole minutes of a stretch, or those that it touches.
fn minutes(times: &[f64], steps: &Range<usize>, touched: bool) -> Range<usize> {
    let (start, end) = (times[steps.start] / MINUTE, times[steps.end] / MINUTE);
    let (start, end) = if touched { (start.floor(), end.ceil()) } else { (start.ceil(), end.floor()) };
    start as usize..end as usize
}
