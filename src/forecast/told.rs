//! What the fluid course of a journey has to tell about its places, for the assembly of a forecast.

use super::HALF_A_PERSON;
use super::assemble::Account;
use super::data::Series;
use super::interval::{Interval, step_from};
use super::minutes::{self, Minutes, minutes};
use super::percentile::Waited;
use crate::num::collocation::NODES;
use crate::num::order;
use crate::num::order::Extreme;
use crate::num::polynomial::Polynomial;
use crate::queueing::wait::{Stretch, Waits, attempts};
use crate::queueing::{Counters, Course, PlaceCourse};

/// Waits are told apart this well [s].
const EXACT: f64 = 1e-9;

/// One fluid story of a plan.
pub struct Told<'a> {
    course: &'a Course,
    places: Vec<ToldPlace<'a>>,
    /// Most people at all places together in each step [people].
    inside: Vec<f64>,
}

/// One place with what is computed from its course once.
struct ToldPlace<'a> {
    course: &'a PlaceCourse,
    minutes: Minutes,
    stretches: Vec<Stretch>,
    /// Index of the first stretch of each step, and the number of stretches.
    stretch_starts: Vec<usize>,
}

impl<'a> Told<'a> {
    pub fn new(course: &'a Course) -> Self {
        let places = course.places.iter().enumerate().map(|(index, place)| {
            let impulses = if index == 0 { course.impulses.as_slice() } else { &[] };
            let mut stretches = Waits::new(course, place).stretches(impulses);
            order::sort_by_key(&mut stretches, |stretch| stretch.step);
            let starts = 0..=course.steps();
            let starts = starts.map(|step| stretches.partition_point(|stretch| stretch.step < step));
            ToldPlace {
                course: place,
                minutes: minutes(course, place, index == 0),
                stretch_starts: starts.collect(),
                stretches,
            }
        });
        Self { course, places: places.collect(), inside: inside(course) }
    }

    /// Attempts at a place in a step without background, those of an impulse included [people].
    fn attempts(&self, place: usize, step: usize) -> f64 {
        let mut people = attempts(self.course, self.places[place].course, step);
        if place == 0 {
            let here = self.course.impulses.iter().filter(|impulse| impulse.step == step);
            people += here.map(|impulse| impulse.people).sum::<f64>();
        }
        people
    }

    fn stretches<'b>(&'b self, place: usize, interval: &'b Interval) -> impl Iterator<Item = &'b Stretch> {
        let place = &self.places[place];
        let of_stretch = |&(start, end): &(f64, f64)| {
            let steps = step_from(self.course, start)..step_from(self.course, end);
            &place.stretches[place.stretch_starts[steps.start]..place.stretch_starts[steps.end]]
        };
        interval.stretches.iter().flat_map(of_stretch)
    }
}

impl Account for Told<'_> {
    fn places(&self) -> usize {
        self.places.len()
    }

    fn minutes(&self, place: usize) -> &Minutes {
        &self.places[place].minutes
    }

    fn take_series(&mut self, place: usize) -> Series {
        std::mem::take(&mut self.places[place].minutes.series)
    }

    fn end(&self, place: usize) -> Counters {
        self.places[place].course.end()
    }

    fn longest_wait(&self, place: usize, interval: Option<&Interval>) -> Option<f64> {
        match interval {
            Some(interval) => longest(self.stretches(place, interval)),
            None => longest(self.places[place].stretches.iter()),
        }
    }

    fn waits(&self, place: usize, interval: &Interval, shares: [f64; 3]) -> [Option<f64>; 3] {
        let wait = |wait: Option<f64>| wait.unwrap_or(f64::INFINITY);
        let stretches = self.stretches(place, interval);
        let stretches = stretches.map(|stretch| (stretch.people, wait(stretch.first), wait(stretch.last)));
        let waited = Waited::new(stretches);
        let attempts: f64 = interval.steps(self.course).map(|step| self.attempts(place, step)).sum();
        let mut waits = shares.map(|_| None);
        for (index, &share) in shares.iter().enumerate() {
            let same = shares[..index].iter().position(|&earlier| earlier == share);
            waits[index] = same.map_or_else(|| waited.quantile(attempts, share, EXACT), |earlier| waits[earlier]);
        }
        waits
    }

    fn peak_queue(&self, place: usize, interval: &Interval) -> f64 {
        let queues = interval.steps(self.course).map(|step| longest_queue(self.places[place].course, step).1);
        queues.fold(0.0, f64::larger)
    }

    fn peak_inside(&self, interval: &Interval) -> f64 {
        interval.steps(self.course).map(|step| self.inside[step]).fold(0.0, f64::larger)
    }

    fn gained(&self, place: usize, interval: &Interval, count: fn(&Counters) -> f64) -> f64 {
        interval.gained(self.course, self.places[place].course, count)
    }

    fn waiting_before(&self, t: f64) -> f64 {
        let Some(step) = step_from(self.course, t).checked_sub(1) else { return 0.0 };
        let queues = self.course.places.iter().map(|place| place.records[step].queue.1[NODES - 1]);
        queues.map(|people| people.larger(0.0)).sum()
    }

    fn longest_queue(&self, place: usize) -> (f64, f64) {
        let mut peak_queue = (0.0, 0.0);
        for step in 0..self.course.steps() {
            let (position, queue) = longest_queue(self.places[place].course, step);
            if queue > peak_queue.1 {
                peak_queue = (self.course.times[step] + position * self.course.length(step), queue);
            }
        }
        peak_queue
    }

    fn drained(&self, place: usize) -> Option<f64> {
        drained(self.course, self.places[place].course)
    }

    fn unfinished(&self) -> f64 {
        self.course.unfinished
    }

    fn finished(&self) -> Vec<f64> {
        self.course.places.last().map_or_else(Vec::new, |place| minutes::finished(self.course, place))
    }
}

/// Most people at all places together in each step [people].
fn inside(course: &Course) -> Vec<f64> {
    let of_step = |step: usize| {
        let mut start = 0.0;
        let mut nodes = [0.0; NODES];
        for place in &course.places {
            let record = &place.records[step];
            start += record.queue.0 + record.in_service.0;
            for (node, sum) in nodes.iter_mut().enumerate() {
                *sum += record.queue.1[node] + record.in_service.1[node];
            }
        }
        Polynomial::through(start, &nodes).largest(&nodes).1
    };
    (0..course.steps()).map(of_step).collect()
}

/// Where in a step the queue is longest, and how long [people].
fn longest_queue(place: &PlaceCourse, step: usize) -> (f64, f64) {
    let record = &place.records[step];
    if record.has_queue() { record.queue_polynomial().largest(&record.queue.1) } else { (0.0, 0.0) }
}

/// When the queue last falls below half a person [s]; 0 if it never was longer, `None` if it never falls.
fn drained(course: &Course, place: &PlaceCourse) -> Option<f64> {
    let last = (0..course.steps()).rev().find(|&step| longest_queue(place, step).1 >= HALF_A_PERSON);
    let Some(step) = last else { return Some(0.0) };
    let record = &place.records[step];
    if record.queue.1[NODES - 1] >= HALF_A_PERSON {
        // Only a jump at the start of the next step can have emptied it.
        return (step + 1 < course.steps()).then(|| course.times[step + 1]);
    }
    let (top, _) = longest_queue(place, step);
    let position = record.queue_polynomial().crossing(HALF_A_PERSON, top, 1.0);
    Some(course.times[step] + position * course.length(step))
}

fn longest<'b>(mut stretches: impl Iterator<Item = &'b Stretch>) -> Option<f64> {
    stretches.try_fold(0.0_f64, |longest, stretch| Some(longest.larger(stretch.first?).larger(stretch.last?)))
}
