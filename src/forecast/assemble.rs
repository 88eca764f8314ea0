//! From the course of a journey to slots, stages and totals.

use super::HALF_A_PERSON;
use super::data::{Place, Slot, StageForecast, Totals, Verdict};
use super::interval::{Interval, step_from};
use super::minutes::{Minutes, minutes};
use super::percentile::percentile;
use crate::demand::{Demand, WindowFigures};
use crate::num::collocation::NODES;
use crate::num::order;
use crate::num::polynomial::Polynomial;
use crate::plan::Plan;
use crate::queueing::wait::{Stretch, Waits, attempts};
use crate::queueing::{Counters, Course, PlaceCourse};

/// Waits below this count as none [s].
const NO_WAIT: f64 = 1e-3;

/// One story of a plan, ready to be cut into slots.
pub struct Told<'a> {
    plan: &'a Plan,
    course: &'a Course,
    demand: &'a Demand,
    places: Vec<ToldPlace<'a>>,
    /// Most people at all places together in each step [people].
    inside: Vec<f64>,
}

/// One place with what is computed from its course once.
pub struct ToldPlace<'a> {
    name: Place,
    course: &'a PlaceCourse,
    pub minutes: Minutes,
    stretches: Vec<Stretch>,
    /// Index of the first stretch of each step, and the number of stretches.
    stretch_starts: Vec<usize>,
}

impl<'a> Told<'a> {
    pub fn new(plan: &'a Plan, course: &'a Course, demand: &'a Demand) -> Self {
        let room = usize::from(plan.waiting_room.is_some());
        let places = course.places.iter().enumerate().map(|(index, place)| {
            let name = if index < room { Place::WaitingRoom } else { Place::Stage(index - room) };
            let impulses = if index == 0 { course.impulses.as_slice() } else { &[] };
            let mut stretches = Waits::new(course, place).stretches(impulses);
            order::sort_by_key(&mut stretches, |stretch| stretch.step);
            let starts = 0..=course.steps();
            let starts = starts.map(|step| stretches.partition_point(|stretch| stretch.step < step));
            ToldPlace {
                name,
                course: place,
                minutes: minutes(course, place, index == 0),
                stretch_starts: starts.collect(),
                stretches,
            }
        });
        let places = places.collect();
        Self { plan, course, demand, places, inside: inside(course) }
    }

    pub fn places(&self) -> &[ToldPlace<'a>] {
        &self.places
    }

    /// The figures of an interval.
    pub fn slot(&self, window: Option<usize>, invited: WindowFigures, interval: &Interval) -> Slot {
        let longest: Vec<Option<f64>> = self.places.iter().map(|place| self.longest_wait(place, interval)).collect();
        let loads: Vec<Option<f64>> = self.places.iter().map(|place| peak_load(place, interval)).collect();
        let bottleneck = bottleneck(&longest, &loads);
        let place = &self.places[bottleneck];
        let stretches = self.stretches(place, interval);
        let attempts: f64 = interval.steps(self.course).map(|step| self.attempts(place, step)).sum();
        let wait = |share: f64| percentile(&stretches, attempts, share);
        let target = &self.plan.target;
        let gained = |count: fn(&Counters) -> f64| -> f64 {
            self.course.places.iter().map(|place| interval.gained(self.course, place, count)).sum()
        };
        let mut slot = Slot {
            window,
            members: invited.members,
            starters: invited.starters,
            after_horizon: invited.after_horizon,
            shut_out: invited.shut_out,
            peak_attempts_per_s: peak(interval.minutes().map(|minute| place.minutes.series.attempts_per_s[minute])),
            peak_load: loads[bottleneck],
            bottleneck: place.name,
            peak_queue: peak(interval.steps(self.course).map(|step| longest_queue(place.course, step).1)),
            peak_inside: peak(interval.steps(self.course).map(|step| self.inside[step])),
            wait_p50_s: wait(0.5),
            wait_p95_s: wait(0.95),
            wait_target_s: wait(target.percentile.get()),
            wait_max_s: longest[bottleneck],
            waiting_at_open: self.waiting_before(interval.opens),
            waiting_at_close: self.waiting_before(interval.closes),
            lost: gained(|counters| counters.lost),
            background_lost: gained(|counters| counters.background_lost),
            turned_away: gained(|counters| counters.turned_away),
            verdict: Verdict::Holds,
        };
        slot.verdict = self.verdict(&slot, interval);
        slot
    }

    fn verdict(&self, slot: &Slot, interval: &Interval) -> Verdict {
        let target = &self.plan.target;
        let too_long = slot.wait_target_s.is_none_or(|wait| wait > target.wait.get());
        let before_closed_doors = self.places.iter().any(|place| {
            let closed = interval.minutes().filter(|&minute| place.minutes.closed[minute]);
            closed.map(|minute| place.minutes.attempts[minute]).sum::<f64>() >= HALF_A_PERSON
        });
        if too_long || before_closed_doors {
            Verdict::Breaks
        } else if slot.peak_load.is_some_and(|load| load > target.load) {
            Verdict::AtRisk
        } else {
            Verdict::Holds
        }
    }

    /// Attempts at a place in a step without background, those of an impulse included [people].
    fn attempts(&self, place: &ToldPlace, step: usize) -> f64 {
        let mut people = attempts(self.course, place.course, step);
        if std::ptr::eq(place.course, &self.course.places[0]) {
            let here = self.course.impulses.iter().filter(|impulse| impulse.step == step);
            people += here.map(|impulse| impulse.people).sum::<f64>();
        }
        people
    }

    fn stretches<'b>(&'b self, place: &'b ToldPlace, interval: &Interval) -> Vec<&'b Stretch> {
        let of_step = |step: usize| &place.stretches[place.stretch_starts[step]..place.stretch_starts[step + 1]];
        interval.steps(self.course).flat_map(of_step).collect()
    }

    /// Longest wait of the interval [s]; `None` = not over.
    fn longest_wait(&self, place: &ToldPlace, interval: &Interval) -> Option<f64> {
        longest(self.stretches(place, interval).into_iter())
    }

    /// In all queues just before an instant [people].
    fn waiting_before(&self, t: f64) -> f64 {
        let Some(step) = step_from(self.course, t).checked_sub(1) else { return 0.0 };
        let queues = self.course.places.iter().map(|place| place.records[step].queue.1[NODES - 1]);
        queues.map(|people| people.max(0.0)).sum()
    }

    /// The stages over the whole horizon.
    pub fn stages(&self) -> Vec<StageForecast> {
        let stages = self.places.iter().filter_map(|place| match place.name {
            Place::Stage(index) => Some(self.stage(place, index)),
            Place::WaitingRoom => None,
        });
        stages.collect()
    }

    fn stage(&self, place: &ToldPlace, index: usize) -> StageForecast {
        let start = self.plan.horizon_start();
        let time = |t: f64| start.plus_seconds(t.round() as i64);
        let mut peak_queue = (0.0, 0.0);
        for step in 0..self.course.steps() {
            let (position, queue) = longest_queue(place.course, step);
            if queue > peak_queue.1 {
                peak_queue = (self.course.times[step] + position * self.course.length(step), queue);
            }
        }
        let counters = place.course.end();
        StageForecast {
            name: self.plan.journey[index].name.clone(),
            queued: peak_queue.1 >= HALF_A_PERSON,
            peak_queue: peak_queue.1,
            peak_queue_at: time(peak_queue.0),
            wait_max_s: longest(place.stretches.iter()),
            attempts: counters.attempts,
            served: counters.served,
            failed: counters.failed,
            abandoned: counters.abandoned,
            lost: counters.lost,
            background_attempts: counters.background_attempts,
            background_lost: counters.background_lost,
            drained_at: drained(self.course, place.course).map(time),
            series: place.minutes.series.clone(),
        }
    }

    pub fn totals(&self) -> Totals {
        let figures = self.demand.figures();
        let returned: f64 = figures.iter().map(|figures| figures.returned).sum();
        let invited: f64 = figures.iter().map(|figures| figures.starters).sum();
        let starters = invited - returned + self.demand.table_people();
        let ends = || self.course.places.iter().map(PlaceCourse::end);
        let stages = self.places.iter().filter(|place| place.name != Place::WaitingRoom);
        let attempts: f64 = stages.map(|place| place.course.end().attempts).sum();
        let possible = starters * self.plan.journey.len() as f64;
        Totals {
            members: self.plan.members.total() as f64,
            starters,
            // Where background crowds out the last starters, the tolerance can let a hair too many of them finish.
            finished: (ends().next_back().map_or(0.0, |end| end.served) + self.course.unfinished.min(0.0)).max(0.0),
            lost: (ends().map(|end| end.lost).sum::<f64>() - returned).max(0.0),
            unfinished_at_end: self.course.unfinished.max(0.0),
            attempts_per_starter: if possible > 0.0 { attempts / possible } else { 0.0 },
            turned_away: ends().map(|end| end.turned_away).sum(),
            background_lost: ends().map(|end| end.background_lost).sum(),
        }
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
    stretches.try_fold(0.0_f64, |longest, stretch| Some(longest.max(stretch.first?).max(stretch.last?)))
}

fn peak_load(place: &ToldPlace, interval: &Interval) -> Option<f64> {
    let loads = interval.minutes().filter_map(|minute| place.minutes.series.load[minute]);
    loads.fold(None, |peak: Option<f64>, load| Some(peak.map_or(load, |peak| peak.max(load))))
}

fn peak(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(0.0, f64::max)
}

/// The place with the longest wait; without any wait, or in a tie, that with the higher load, then the earlier.
fn bottleneck(waits: &[Option<f64>], loads: &[Option<f64>]) -> usize {
    let rank = |index: usize| {
        let wait = waits[index].map_or(f64::INFINITY, |wait| if wait < NO_WAIT { 0.0 } else { wait });
        (wait, loads[index].unwrap_or(-1.0))
    };
    let mut best = 0;
    for index in 1..waits.len() {
        if rank(index) > rank(best) {
            best = index;
        }
    }
    best
}
