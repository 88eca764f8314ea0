//! First-come first-served waits from the course of a place: when is everybody served who was there before?

use super::course::{Course, Impulse, PlaceCourse, Record};
use super::line::Head;
use super::network::Capacity;
use super::passing::{LineRecord, Passing};
use super::place::Mode;
use super::switch::LineChange;
use crate::num::collocation;
use crate::num::polynomial::Polynomial;

/// How far waits may be from a straight line before a stretch is cut in two [s].
const BEND_MAX: f64 = 0.01;
/// Most times a stretch is cut in two.
const DEPTH_MAX: u32 = 14;

/// Waits at one place. `None` as a wait: not over before the horizon ends or the line is sent off.
pub struct Waits<'a> {
    course: &'a Course,
    place: &'a PlaceCourse,
    passing: Passing<'a, Record>,
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
        Self { course, place, passing: Passing::new(&course.times, place.abandon_rate, &place.records) }
    }

    /// Wait of somebody with endless patience who arrives at a position 0..=1 of a step [s].
    pub fn at(&self, step: usize, position: f64) -> Option<f64> {
        let record = &self.place.records[step];
        let waiting = if record.is_queue() { record.queue_polynomial().at(position) } else { 0.0 };
        self.behind(step, position, waiting)
    }

    /// Wait behind a number of people at a position of a step [s]; for whoever has read the queue already.
    pub fn behind(&self, step: usize, position: f64, ahead: f64) -> Option<f64> {
        self.passing.behind(step, position, ahead)
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

impl LineRecord for Record {
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

    fn head_course(&self) -> Option<&Head> {
        self.head_course.as_deref()
    }
}

/// Attempts of a step without background [people].
pub fn attempts(course: &Course, place: &PlaceCourse, step: usize) -> f64 {
    collocation::total(course.length(step), &place.records[step].attempts)
}
