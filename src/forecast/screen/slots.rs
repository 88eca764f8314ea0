//! From a coarse course to the figures of slots, places and the plan.

use std::ops::Range;

use smallvec::SmallVec;

use super::{DONE, ScreenedPlace, Screening};
use crate::clock::SECONDS_PER_MINUTE;
use crate::demand::{Demand, WindowFigures};
use crate::forecast::HALF_A_PERSON;
use crate::forecast::assemble::{NO_WAIT, Spans, bottleneck};
use crate::forecast::data::{Place, Slot, Totals, Verdict};
use crate::forecast::interval::Interval;
use crate::forecast::percentile::Waited;
use crate::num::order::Extreme;
use crate::num::short_collocation::Cubic;
use crate::plan::Plan;
use crate::queueing::coarse::{self, Busy, CoarseCourse, CoarsePlace, Piece};

/// Steps of each stretch of an interval.
type Stretches = SmallVec<[Range<usize>; 1]>;
/// A figure of each place, of which there are seldom more.
type ByPlace = SmallVec<[Option<f64>; 8]>;

/// Waits are told apart this well [s].
const EXACT: f64 = 0.01;

/// A coarse course with what is computed from it once.
pub struct Screened<'a> {
    plan: &'a Plan,
    pub course: &'a CoarseCourse,
    demand: &'a Demand,
    /// Of each place, in the order of steps.
    pub pieces: Vec<Vec<Piece>>,
    /// Steps of the first place at whose start people came all at once, and how many.
    at_once: Vec<(usize, f64)>,
    /// Whether a place is ever closed.
    closes: Vec<bool>,
}

impl<'a> Screened<'a> {
    pub fn new(plan: &'a Plan, course: &'a CoarseCourse, demand: &'a Demand) -> Self {
        let pieces = (0..course.places.len()).map(|place| coarse::waits(course, place)).collect();
        let at_once = course.impulses.iter().map(|impulse| (impulse.step, impulse.people)).collect();
        let closes = |place: &CoarsePlace| place.records.iter().any(|record| record.capacity.is_closed());
        let closes = course.places.iter().map(closes).collect();
        Self { plan, course, demand, pieces, at_once, closes }
    }
}

impl Screened<'_> {
    /// All figures.
    pub fn screening(&self, spans: &Spans) -> Screening {
        let figures = self.demand.figures();
        let windows = spans.intervals.iter().enumerate();
        let mut slots: Vec<Slot> =
            windows.map(|(index, interval)| self.slot(Some(index), figures[index], interval)).collect();
        slots.push(self.slot(None, WindowFigures::default(), &Interval::between_windows(self.plan)));
        let totals = self.totals();
        Screening {
            slots,
            places: (0..self.course.places.len()).map(|place| self.place(place)).collect(),
            done_at: self.done_at(DONE * totals.starters),
            totals,
        }
    }

    pub fn name(&self, place: usize) -> Place {
        match (self.plan.waiting_room, place) {
            (Some(_), 0) => Place::WaitingRoom,
            (Some(_), place) => Place::Stage(place - 1),
            (None, place) => Place::Stage(place),
        }
    }

    /// People who came to a place all at once.
    pub fn at_once(&self, place: usize) -> &[(usize, f64)] {
        if place == 0 { &self.at_once } else { &[] }
    }

    /// Steps of each stretch of an interval.
    fn steps(&self, interval: &Interval) -> Stretches {
        let range = |&(start, end): &(f64, f64)| self.course.step_from(start)..self.course.step_from(end);
        interval.stretches.iter().map(range).collect()
    }

    fn pieces_in(&self, place: usize, steps: &Range<usize>) -> &[Piece] {
        let pieces = &self.pieces[place];
        let from = pieces.partition_point(|piece| piece.step < steps.start);
        let to = pieces.partition_point(|piece| piece.step < steps.end);
        &pieces[from..to]
    }

    /// [s]; `None` = not over.
    fn longest_wait(&self, place: usize, steps: &[Range<usize>]) -> Option<f64> {
        if self.pieces[place].is_empty() {
            return Some(0.0);
        }
        longest(steps.iter().flat_map(|steps| self.pieces_in(place, steps)))
    }

    fn slot(&self, window: Option<usize>, invited: WindowFigures, interval: &Interval) -> Slot {
        let course = self.course;
        let steps = self.steps(interval);
        let places = 0..course.places.len();
        let longest: ByPlace = places.clone().map(|place| self.longest_wait(place, &steps)).collect();
        let waits = |place: usize| longest[place].is_none_or(|wait| wait >= NO_WAIT);
        let somebody_waits = places.clone().any(waits);
        // Where somebody waits, the load of places without a wait does not matter.
        let loads: ByPlace = (places.clone())
            .map(|place| if somebody_waits && !waits(place) { None } else { self.peak_load(place, &steps, window) })
            .collect();
        let place = bottleneck(&longest, &loads);
        let all = || steps.iter().cloned().flatten();
        let target = &self.plan.target;
        let [wait_p50_s, wait_p95_s, wait_target_s] = self.waits(place, &steps, [0.5, 0.95, target.percentile.get()]);
        let lost = |steps: &Range<usize>| (course.lost[steps.end] - course.lost[steps.start]).larger(0.0);
        let before_closed_doors = places.clone().any(|place| self.waits_before_closed_doors(place, &steps, window));
        let verdict = if wait_target_s.is_none_or(|wait| wait > target.wait.get()) || before_closed_doors {
            Verdict::Breaks
        } else if loads[place].is_some_and(|load| load > target.load) {
            Verdict::AtRisk
        } else {
            Verdict::Holds
        };
        Slot {
            window,
            members: invited.members,
            starters: invited.starters,
            after_horizon: invited.after_horizon,
            shut_out: invited.shut_out,
            peak_attempts_per_s: self.busiest(Busy::Attempts, place, &steps, window).larger(0.0),
            peak_load: loads[place],
            bottleneck: self.name(place),
            peak_queue: all().map(|step| course.places[place].longest_queue(step)).fold(0.0, f64::larger),
            peak_inside: all().map(|step| course.inside[step]).fold(0.0, f64::larger),
            wait_p50_s,
            wait_p95_s,
            wait_target_s,
            wait_max_s: longest[place],
            waiting_at_open: self.waiting_before(interval.opens),
            waiting_at_close: self.waiting_before(interval.closes),
            lost: steps.iter().map(lost).sum(),
            background_lost: 0.0,
            turned_away: 0.0,
            verdict,
        }
    }

    /// The busiest minutes of an interval; a window has also the minutes that it only touches.
    fn busiest(&self, busy: Busy, place: usize, steps: &[Range<usize>], window: Option<usize>) -> f64 {
        let (course, at_once) = (self.course, self.at_once(place));
        let of_stretch = |steps: &Range<usize>| {
            course.places[place].busiest(busy, &course.times, steps.clone(), window.is_some(), at_once)
        };
        steps.iter().map(of_stretch).fold(-1.0, f64::larger)
    }

    fn peak_load(&self, place: usize, steps: &[Range<usize>], window: Option<usize>) -> Option<f64> {
        let load = self.busiest(Busy::Load, place, steps, window);
        (load >= 0.0).then_some(load)
    }

    fn waits_before_closed_doors(&self, place: usize, steps: &[Range<usize>], window: Option<usize>) -> bool {
        let (course, at_once) = (self.course, self.at_once(place));
        if !self.closes[place] {
            return false;
        }
        let of_stretch = |steps: &Range<usize>| {
            course.places[place].before_closed_doors(&course.times, steps.clone(), window.is_some(), at_once)
        };
        steps.iter().map(of_stretch).sum::<f64>() >= HALF_A_PERSON
    }

    fn waits(&self, place: usize, steps: &[Range<usize>], shares: [f64; 3]) -> [Option<f64>; 3] {
        let mut pieces = steps.iter().flat_map(|steps| self.pieces_in(place, steps)).peekable();
        if pieces.peek().is_none() {
            return [Some(0.0); 3];
        }
        let waited = Waited::new(pieces.map(|piece| (piece.people, piece.first, piece.last)));
        if waited.is_nobody() {
            return [Some(0.0); 3];
        }
        let of_step = |step: usize| self.course.places[place].attempts(&self.course.times, step);
        let flowing: f64 = steps.iter().cloned().flatten().map(of_step).sum();
        let here = self.at_once(place).iter().filter(|entry| steps.iter().any(|steps| steps.contains(&entry.0)));
        let attempts = flowing + here.map(|entry| entry.1).sum::<f64>();
        let [half, nearly_all, target] = shares;
        let waits = [half, nearly_all].map(|share| waited.quantile(attempts, share, EXACT));
        [waits[0], waits[1], if target == nearly_all { waits[1] } else { waited.quantile(attempts, target, EXACT) }]
    }

    /// In all queues just before an instant [people].
    fn waiting_before(&self, t: f64) -> f64 {
        let Some(step) = self.course.step_from(t).checked_sub(1) else { return 0.0 };
        self.course.places.iter().map(|place| place.records[step].queue.1[2].larger(0.0)).sum()
    }

    fn place(&self, place: usize) -> ScreenedPlace {
        let course = self.course;
        let queues = (0..course.steps()).map(|step| course.places[place].longest_queue(step));
        ScreenedPlace {
            place: self.name(place),
            peak_queue: queues.fold(0.0, f64::larger),
            wait_max_s: longest(self.pieces[place].iter()),
        }
    }

    fn totals(&self) -> Totals {
        let course = self.course;
        let figures = self.demand.figures();
        let returned: f64 = figures.iter().map(|figures| figures.returned).sum();
        let invited: f64 = figures.iter().map(|figures| figures.starters).sum();
        let starters = invited - returned + self.demand.table_people();
        let first_stage = usize::from(self.plan.waiting_room.is_some());
        let attempts: f64 = course.counters.iter().skip(first_stage).map(|counters| counters.attempts).sum();
        let possible = starters * self.plan.journey.len() as f64;
        Totals {
            members: self.plan.members.total() as f64,
            starters,
            finished: course
                .counters
                .last()
                .map_or(0.0, |last| last.served + course.unfinished.smaller(0.0))
                .larger(0.0),
            lost: (course.counters.iter().map(|counters| counters.lost).sum::<f64>() - returned).larger(0.0),
            unfinished_at_end: course.unfinished.larger(0.0),
            attempts_per_starter: if possible > 0.0 { attempts / possible } else { 0.0 },
            turned_away: 0.0,
            background_lost: 0.0,
        }
    }

    /// End of the minute in which so many have finished [s].
    fn done_at(&self, needed: f64) -> Option<f64> {
        let course = self.course;
        let (last, end) = (course.places.last()?, course.counters.last()?.served);
        let step = last.records.partition_point(|record| record.served_before < needed).checked_sub(1)?;
        let before = last.records[step].served_before;
        let after = last.records.get(step + 1).map_or(end, |record| record.served_before);
        if after < needed || needed <= 0.0 {
            return None;
        }
        // People finish as they are in service.
        let record = &last.records[step];
        let served = Cubic::through(record.in_service.0, &record.in_service.1);
        let part = (needed - before) / (after - before) * served.area(1.0);
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..24 {
            let middle = 0.5 * (low + high);
            if served.area(middle) < part { low = middle } else { high = middle }
        }
        let minute = SECONDS_PER_MINUTE as f64;
        let at = course.times[step] + high * (course.times[step + 1] - course.times[step]);
        Some((at / minute).ceil() * minute)
    }
}

fn longest<'b>(pieces: impl Iterator<Item = &'b Piece>) -> Option<f64> {
    let longest = pieces.map(|piece| piece.first.larger(piece.last)).fold(0.0, f64::larger);
    longest.is_finite().then_some(longest)
}
