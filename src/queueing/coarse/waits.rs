//! First-come first-served waits of a coarse course: [`crate::queueing::wait`] at a few instants of each step.

use super::place::CoarsePlace;
use super::{CoarseCourse, CoarseRecord};
use crate::num::short_collocation::Cubic;
use crate::queueing::passing::{LineRecord, Passing};
use crate::queueing::place::Mode;

/// The waits at a place, step by step.
pub type Waits<'a> = Passing<'a, CoarseRecord>;

/// Positions in a step between which the wait is taken to be straight.
const ENDS: [f64; 8] = [0.1, 0.2, 0.31, 0.43, 0.56, 0.7, 0.85, 1.0];
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

/// What tells the wait behind a number of people at a place.
pub fn lines<'a>(course: &'a CoarseCourse, place: &'a CoarsePlace) -> Waits<'a> {
    Passing::new(&course.times, place.abandon_rate, &place.records)
}

/// All attempts at a place that meet a queue or a closed place, step by step.
pub fn waits(course: &CoarseCourse, index: usize) -> Vec<Piece> {
    let place = &course.places[index];
    let waits_at = |record: &super::CoarseRecord| record.mode != Mode::Pass || record.capacity.is_closed();
    let lined = place.records.iter().filter(|record| waits_at(record)).count();
    if lined == 0 {
        return Vec::new();
    }
    let line = lines(course, place);
    let at_once = if index == 0 { course.impulses.len() } else { 0 };
    let mut pieces = Vec::with_capacity(lined * ENDS.len() + at_once * (PARTS + 1));
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
