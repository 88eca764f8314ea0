//! One job and what is done of it: which piece is next, how long it should take, and the figures so far.

use super::{Busy, Job, JobId, Progress, Row};
use crate::num::order;
use crate::worker::message::{Part, Request};

/// How long a piece should take in a worker, and on the thread of the page [ms].
const PIECE: f64 = 60.0;
const PIECE_HERE: f64 = 20.0;

/// Weight of the first pieces, by which the pace is found out.
const FIRST_WEIGHT: f64 = 8.0;

#[derive(Debug)]
pub(super) struct Work<R> {
    pub(super) id: JobId,
    pub(super) job: Job,
    is_begun: bool,
    /// Parts that are to be done now, each with how often it was begun.
    open: Vec<(Part, u32)>,
    /// Of all units, once they are known.
    weights: Vec<f64>,
    /// The first unit that nobody was given yet.
    next: u32,
    /// The figures so far, by the first unit of each row.
    rows: Vec<(u32, R)>,
    done: u32,
    /// Of the units that are done.
    weight_done: f64,
    /// The time that these took, whoever did them [ms].
    took: f64,
    /// When the first units were begun [ms].
    since: f64,
    /// How often summing up was begun.
    sums: u32,
    /// Whether a worker fell over at it.
    has_fallen: bool,
}

impl<R: Row> Work<R> {
    pub(super) fn new(id: JobId, job: Job) -> Self {
        let open = vec![(job.task.first(), 0)];
        Self {
            id,
            job,
            is_begun: false,
            open,
            weights: Vec::new(),
            next: 0,
            rows: Vec::new(),
            done: 0,
            weight_done: 0.0,
            took: 0.0,
            since: 0.0,
            sums: 0,
            has_fallen: false,
        }
    }

    pub(super) fn is_begun(&self) -> bool {
        self.is_begun
    }

    /// Whether there is a part that nobody is at.
    pub(super) fn has_open(&self) -> bool {
        !self.open.is_empty() || (self.next as usize) < self.weights.len()
    }

    /// Whether all units are done, so that they only have to be summed up.
    pub(super) fn is_computed(&self) -> bool {
        self.open.iter().any(|(part, _)| *part == Part::Sum)
    }

    /// The next part, where so many workers share the work; 0 = the page does it itself.
    pub(super) fn next(&mut self, workers: usize) -> Option<Busy> {
        let (part, tried) = match self.open.pop() {
            Some(open) => open,
            None => (self.piece(workers)?, 0),
        };
        self.is_begun = true;
        Some(Busy { job: self.id, part, tries: tried + 1, since: 0.0, expected: self.expected(part) })
    }

    /// As many units as fill the time of a piece; towards the end fewer, so that all workers come to it together.
    fn piece(&mut self, workers: usize) -> Option<Part> {
        let from = self.next;
        let left = self.weights.get(from as usize..).filter(|left| !left.is_empty())?;
        let time = if workers == 0 { PIECE_HERE } else { PIECE };
        let share = left.iter().sum::<f64>() / workers.max(1) as f64;
        let weight = self.pace().map_or(FIRST_WEIGHT, |pace| time / pace).min(share);
        let mut sum = 0.0;
        let fits = |unit: &&f64| {
            sum += **unit;
            sum <= weight
        };
        let count = left.iter().take_while(fits).count().max(1) as u32;
        self.next += count;
        Some(Part::Units { from, to: self.next })
    }

    /// Time for one unit of weight [ms].
    fn pace(&self) -> Option<f64> {
        (self.weight_done > 0.0 && self.took > 0.0).then(|| self.took / self.weight_done)
    }

    fn weight(&self, from: u32, to: u32) -> f64 {
        self.weights.get(from as usize..to as usize).map_or(0.0, |units| units.iter().sum())
    }

    fn expected(&self, part: Part) -> f64 {
        match part {
            // Weights are nearly milliseconds until more is known.
            Part::Units { from, to } => self.weight(from, to) * self.pace().unwrap_or(1.0),
            Part::Whole | Part::Size | Part::Sum => 0.0,
        }
    }

    /// Takes what a part gave that was worked on from when to when [ms]; what is the result of the whole job comes back.
    pub(super) fn done(&mut self, part: Part, row: R, (since, now): (f64, f64)) -> Option<R> {
        match part {
            Part::Whole | Part::Sum => return Some(row),
            Part::Size => {
                self.weights = row.numbers();
                self.since = now;
            }
            Part::Units { from, to } => {
                self.rows.push((from, row));
                self.done += to - from;
                self.weight_done += self.weight(from, to);
                self.took += now - since;
            }
        }
        if self.done as usize == self.weights.len() {
            self.open.push((Part::Sum, self.sums));
            self.sums += 1;
        }
        None
    }

    /// A worker fell over at this part. Figures that were to be summed up went with it, and are computed anew.
    pub(super) fn again(&mut self, part: Part, tries: u32) {
        self.has_fallen = true;
        if part == Part::Sum {
            self.next = 0;
            self.done = 0;
            self.weight_done = 0.0;
            self.took = 0.0;
            self.rows.clear();
            self.open.clear();
        } else {
            self.open.push((part, tries));
        }
    }

    /// The figures of all units in their order, for whoever sums them up; they are given away.
    pub(super) fn rows_for(&mut self, part: Part) -> Vec<R> {
        if part != Part::Sum {
            return Vec::new();
        }
        order::sort_by_key(&mut self.rows, |(from, _)| *from);
        self.rows.drain(..).map(|(_, row)| row).collect()
    }

    /// What whoever keeps the plan of revision `kept` must be told to do a part.
    pub(super) fn requests(&self, part: Part, kept: &mut Option<u64>) -> Vec<Request> {
        let Job { revision, ref plan, ref task, .. } = self.job;
        let plan = (*kept != Some(revision)).then(|| Request::Plan { revision, text: plan.to_string() });
        *kept = Some(revision);
        plan.into_iter().chain([Request::Part { revision, task: task.clone(), part }]).collect()
    }

    pub(super) fn progress(&self, now: f64) -> Progress {
        let left = self.weights.iter().sum::<f64>() - self.weight_done;
        let remaining_ms = (self.weight_done > 0.0).then(|| (now - self.since) * left.max(0.0) / self.weight_done);
        let Job { purpose, revision, .. } = self.job;
        let of = self.weights.len() as u32;
        Progress { purpose, revision, done: self.done, of, remaining_ms, is_again: self.has_fallen }
    }
}
