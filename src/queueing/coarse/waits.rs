//! First-come first-served waits of a coarse course: [`crate::queueing::wait`] at a few instants of each step.

use super::place::CoarsePlace;
use super::{CoarseCourse, CoarseRecord};
use crate::num::order::Extreme;
use crate::num::short_collocation::Cubic;
use crate::queueing::course::Impulse;
use crate::queueing::passing::{LineRecord, Passing};
use crate::queueing::place::Mode;

/// The waits at a place, step by step.
pub type Waits<'a> = Passing<'a, CoarseRecord>;

/// Most parts into which a step, or the line of people who come all at once, is cut.
const PARTS_MAX: usize = 16;
/// Parts of a step in which waits follow from more than its queue, before those are cut that are not straight.
const PARTS: usize = 4;
/// How often such a part is halved at most: around a sudden change it is then a hundredth of its step or less.
const HALVED_MAX: usize = 6;
/// How far waits within a part may be from a straight line, about [s].
const BEND_MAX: f64 = 1.0;

/// People who arrive one after the other, with the waits of the first and the last of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    pub step: usize,
    pub people: f64,
    /// [s]; infinite = not over.
    pub first: f64,
    /// [s]; infinite = not over.
    pub last: f64,
}

/// What tells the wait behind a number of people at a place.
pub fn lines<'a>(course: &'a CoarseCourse, place: &'a CoarsePlace) -> Waits<'a> {
    Passing::new(&course.times, place.abandon_rate, &place.records)
}

/// All attempts at a place that meet a queue or a closed place, step by step.
pub fn waits(course: &CoarseCourse, index: usize) -> Vec<Piece> {
    let place = &course.places[index];
    let waits_at = |record: &CoarseRecord| record.mode != Mode::Pass || record.capacity.is_closed();
    let lined = place.records.iter().filter(|record| waits_at(record)).count();
    if lined == 0 {
        return Vec::new();
    }
    let line = lines(course, place);
    let mut pieces = Vec::with_capacity(lined * PARTS);
    let mut impulses = if index == 0 { course.impulses.as_slice() } else { &[] };
    for (step, record) in place.records.iter().enumerate() {
        while let Some((impulse, later)) = impulses.split_first()
            && impulse.step == step
        {
            add_impulse(&line, impulse, &mut pieces);
            impulses = later;
        }
        if waits_at(record) {
            add_step(&line, step, record, course.times[step + 1] - course.times[step], &mut pieces);
        }
    }
    pieces
}

fn add_impulse(line: &Waits<'_>, impulse: &Impulse, pieces: &mut Vec<Piece>) {
    let behind = |people: f64| line.behind(impulse.step, 0.0, people).unwrap_or(f64::INFINITY);
    let step = impulse.step;
    let queued = impulse.people - impulse.admitted;
    pieces.push(Piece { step, people: impulse.admitted, first: 0.0, last: 0.0 });
    let mut first = behind(impulse.ahead + 1e-9 * queued);
    for part in 1..=PARTS_MAX {
        let last = behind(impulse.ahead + queued * part as f64 / PARTS_MAX as f64);
        pieces.push(Piece { step, people: queued / PARTS_MAX as f64, first, last });
        first = last;
    }
}

fn add_step(line: &Waits<'_>, step: usize, record: &CoarseRecord, length: f64, pieces: &mut Vec<Piece>) {
    let people = Cubic::integral_of(length, &record.attempts);
    let waiting = Cubic::through(record.queue.0, &record.queue.1);
    let at = |position: f64| {
        let queue = if record.is_queue() { waiting.at(position).larger(0.0) } else { 0.0 };
        let wait = line.behind(step, position, queue).unwrap_or(f64::INFINITY);
        Instant { position, people: people.at(position), wait }
    };
    let is_even = line.is_even(step);
    let parts = if is_even { parts(record, &waiting) } else { PARTS };
    let wait = line.behind(step, 0.0, record.queue.0).unwrap_or(f64::INFINITY);
    let mut first = Instant { position: 0.0, people: 0.0, wait };
    for part in 1..=parts {
        let last = at(part as f64 / parts as f64);
        add_part(step, &at, [first, last], if is_even { 0 } else { HALVED_MAX }, pieces);
        first = last;
    }
}

/// Somebody who comes in a step.
#[derive(Clone, Copy)]
struct Instant {
    /// 0..=1
    position: f64,
    /// Who came before in the step.
    people: f64,
    /// [s]; infinite = not over.
    wait: f64,
}

/// One part of a step, halved where waits within it are not straight: who comes a moment later may have to wait until
/// a stop is over, and the longest wait of all is theirs.
fn add_part(
    step: usize,
    at: &dyn Fn(f64) -> Instant,
    [first, last]: [Instant; 2],
    halved: usize,
    pieces: &mut Vec<Piece>,
) {
    if halved > 0 && (first.wait.is_finite() || last.wait.is_finite()) {
        let middle = at(0.5 * (first.position + last.position));
        let bend = (middle.wait - 0.5 * (first.wait + last.wait)).abs();
        // Where only one end is ever over, the bend is infinite or no number.
        if bend.is_nan() || bend > BEND_MAX {
            add_part(step, at, [first, middle], halved - 1, pieces);
            add_part(step, at, [middle, last], halved - 1, pieces);
            return;
        }
    }
    let people = (last.people - first.people).larger(0.0);
    pieces.push(Piece { step, people, first: first.wait, last: last.wait });
}

/// Parts of a step in which waits and the people who meet them are straight enough, admission being even.
fn parts(record: &CoarseRecord, waiting: &Cubic) -> usize {
    let admission = record.admission();
    let [start, middle, end] = record.attempts;
    let (least, most) = (start.smaller(middle).smaller(end), start.larger(middle).larger(end));
    let uneven = (record.queue.1[2] - record.queue.0).abs() * (most - least) / most.larger(f64::MIN_POSITIVE);
    let bend = (waiting.bend_max() + uneven) / (8.0 * BEND_MAX * admission);
    (bend.sqrt().ceil() as usize).clamp(1, PARTS_MAX)
}
