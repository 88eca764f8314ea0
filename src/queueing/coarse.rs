//! The coarse engine: the same fluid with short collocation, for plans in which nobody but starters uses a place.
//!
//! It is what [`super::fluid`] is, at screening precision: the same modes and the same switches between them, but
//! with three nodes a step and only what the figures of slots need recorded.

mod place;
mod record;
mod step;
mod waits;

use super::course::{Counters, Impulse};
use super::fluid;
use super::network::Network;
use super::place::{Bound, GROUPS, Mode, PlaceState, STARTERS};
use super::switch::{self, LineChange};
use crate::demand::gradual::Gradual;
use crate::demand::{Class, Demand, Inflow};
use crate::num::order::Extreme;
use crate::num::short_collocation::{self, Cubic, Trio};

pub use place::{Busy, CoarsePlace};
pub use record::CoarseRecord;
use step::PlaceStep;
pub use waits::{Piece, lines, waits};

/// What a step may miss of the services at a place, as a share of the most so far [1].
const TOLERANCE: f64 = 3e-3;
/// What a step may miss of those who wait or will try again, as a share of the most people a place has held so far [1].
const WAITING_TOLERANCE: f64 = 5e-3;
/// What the flow from outside may miss over a step, as a share of the largest so far [1].
const FLOW_TOLERANCE: f64 = 5e-4;
/// The least that a step may miss, as a share of all people who may come [1].
const TOLERANCE_MIN: f64 = 1e-8;
/// A limit counts as passed when it is passed by this share of all people who may come.
const SLACK: f64 = 1e-11;
/// An event counts as reached within this share of the most people a place has held so far [1].
const NEAR: f64 = 1e-3;
/// Shortest step that is still refined [s].
const STEP_MIN: f64 = 1.0 / 1024.0;
/// A switch of mode takes no time if it is located within this of the start of a step [s].
const INSTANT: f64 = 1e-3;
/// Length of the first step after anything has changed, until experience says better [s].
const FIRST_STEP: f64 = 60.0;
/// Steps after a change whose lengths experience says.
const REMEMBERED: usize = 4;
/// By how much experience makes a step longer than the one before, at most.
const GROWTH: f64 = 4.0;
/// How much of what the last such step should have been experience asks for, but for the first: the next change may stir
/// up more.
const CAREFUL: f64 = 0.85;
/// Longest step that experience can say [s].
const REMEMBERED_MAX: f64 = 300.0;
/// A step that would leave less than this share of itself until a breakpoint goes on to it.
const REST: f64 = 0.2;
/// Cause of a change at a breakpoint; the places that leave a mode follow.
const BREAKPOINT: usize = 0;
/// Steps between two breakpoints, as a rule.
const STEPS_EXPECTED: usize = 12;
/// Most times one step is tried anew.
const ATTEMPTS: usize = 16;
/// Most patience times that one step may last while people wait.
const EXPONENT_MAX: f64 = 30.0;

/// The whole horizon at screening precision.
#[derive(Debug)]
pub struct CoarseCourse {
    /// Start of each step [s]; the last entry is the end of the horizon.
    pub times: Vec<f64>,
    pub places: Vec<CoarsePlace>,
    /// Most people waiting or in service at all places together, by step [people].
    pub inside: Vec<f64>,
    /// Lost before each step, without those whom its start sends off; the last entry is that of the end [people].
    pub lost: Vec<f64>,
    /// People who came all at once at the first place.
    pub impulses: Vec<Impulse>,
    pub counters: Vec<Counters>,
    pub unfinished: f64,
}

/// Whether the coarse engine is made for a plan: nobody but starters comes to any place, and no place waits for what
/// happens at a later one.
pub fn is_made_for(network: &Network, demand: &Demand) -> bool {
    !demand.has(Class::Early)
        && !demand.has(Class::Uninvited)
        && !network.limits_inside()
        && network.places.iter().all(|place| place.background.is_empty())
}

/// Runs the journey over the horizon [s]; steps end at the `stops` [s].
///
/// Answers also the demand, with the figures of the windows that acted late.
pub fn run(network: &Network, demand: Demand, horizon: f64, stops: &[f64]) -> (CoarseCourse, Demand) {
    let ends = fluid::breakpoints(network, &demand, horizon, stops);
    let mut march = March::new(network, demand, STEPS_EXPECTED * ends.len() + 64);
    for end in ends {
        march.enter();
        while march.now < end {
            march.step(end);
        }
    }
    march.finish(horizon)
}

struct March<'a> {
    network: &'a Network,
    demand: Gradual,
    states: Vec<PlaceState>,
    counters: Vec<Counters>,
    changes: Vec<Option<LineChange>>,
    /// Most people each place has held so far.
    most: Vec<f64>,
    /// Most attempts at the first place at the end of a step so far [people/s].
    most_attempts: f64,
    /// What the flow of the step from outside misses [people/s].
    missed_flow: f64,
    /// Most people in service at each place so far.
    most_served: Vec<f64>,
    steps: Vec<PlaceStep>,
    now: f64,
    /// Length to try next [s].
    next: f64,
    /// By cause of a change, the lengths that the first steps after it should have, from the last such change [s];
    /// 0 = not known.
    remembered: Vec<[f64; REMEMBERED]>,
    /// What has changed last, and steps since.
    cause: (usize, usize),
    /// What the step before missed beside what it might.
    ratio: f64,
    tolerance_min: f64,
    slack: f64,
    course: CoarseCourse,
}

impl<'a> March<'a> {
    fn new(network: &'a Network, demand: Demand, capacity: usize) -> Self {
        let scale = demand.scale().larger(f64::MIN_POSITIVE);
        let places = network.places.len();
        Self {
            states: network.places.iter().map(|law| PlaceState::new(law.capacity(0.0), false)).collect(),
            counters: vec![Counters::default(); places],
            changes: vec![None; places],
            most: vec![0.0; places],
            most_attempts: 0.0,
            missed_flow: 0.0,
            most_served: vec![0.0; places],
            steps: vec![PlaceStep::default(); places],
            now: 0.0,
            next: FIRST_STEP,
            remembered: vec![[FIRST_STEP, 0.0, 0.0, 0.0]; 1 + 2 * places],
            cause: (BREAKPOINT, 0),
            ratio: 0.0,
            tolerance_min: TOLERANCE_MIN * scale,
            slack: SLACK * scale,
            course: CoarseCourse {
                times: Vec::with_capacity(capacity),
                places: network.places.iter().map(|law| CoarsePlace::new(law.abandon_rate, capacity)).collect(),
                inside: Vec::with_capacity(capacity),
                lost: vec![0.0],
                impulses: Vec::new(),
                counters: Vec::new(),
                unfinished: 0.0,
            },
            demand: Gradual::new(demand),
            network,
        }
    }

    fn lost(&self) -> f64 {
        self.counters.iter().map(|counters| counters.lost).sum()
    }

    /// Takes over what changes at a breakpoint: capacities first, then invitations, then people at once.
    fn enter(&mut self) {
        let mut has_changed = false;
        for (index, law) in self.network.places.iter().enumerate() {
            let (state, counters) = (&mut self.states[index], &mut self.counters[index]);
            let before = state.capacity;
            self.changes[index] = switch::change_capacity(law, state, self.now, self.slack, counters);
            has_changed |= state.capacity != before;
        }
        let lost = self.lost();
        has_changed |= self.demand.enter(self.now, lost);
        let people = self.demand.impulse();
        if people > 0.0 {
            let mut groups = [0.0; GROUPS];
            groups[STARTERS] = people;
            let (law, state) = (&self.network.places[0], &mut self.states[0]);
            let ahead = state.waiting();
            let arrived = switch::arrive_at_once(law, state, self.now, groups, self.slack, &mut self.counters[0]);
            let step = self.course.times.len();
            self.course.impulses.push(Impulse { step, people: arrived.people, admitted: arrived.admitted, ahead });
        }
        if has_changed {
            self.next = self.next.smaller(self.remembered[BREAKPOINT][0]);
            self.cause = (BREAKPOINT, 0);
        }
    }

    /// One accepted step, at most until `end`.
    fn step(&mut self, end: f64) {
        let (wanted, rest) = (self.next, end - self.now);
        let mut h = if wanted * (1.0 + REST) >= rest { rest } else { wanted }.smaller(self.longest());
        let mut leaving: Option<usize> = None;
        for attempt in 0.. {
            self.solve(h);
            let ratio = self.missed();
            let may_retry = attempt < ATTEMPTS;
            if ratio > 1.0 && h > STEP_MIN && may_retry {
                h = (h * factor(ratio)).larger(STEP_MIN);
                leaving = None;
                continue;
            }
            if may_retry && let Some((position, index)) = self.first_event() {
                if position * h < INSTANT {
                    if switch::is_rushed(&self.network.places[index], &self.states[index], self.slack)
                        && self.beside_limit(index) > NEAR * self.states[index].capacity.sessions
                    {
                        return self.rush(index, end);
                    }
                    self.leave(index);
                    h = self.next.smaller(rest);
                    leaving = None;
                    continue;
                }
                let near = if leaving.is_none() { 1e-4 } else { 3e-3 };
                if position < 1.0 - near {
                    h *= position;
                    leaving = Some(index);
                    continue;
                }
                leaving = Some(index);
            }
            // A step that only a breakpoint has cut short says nothing against long ones.
            let is_cut = attempt == 0 && h < wanted && ratio <= 1.0;
            let longer = (h * factor(ratio)).larger(if is_cut { wanted } else { 0.0 });
            self.plan_next(h, longer, ratio, leaving.is_none() && h < rest);
            self.accept(h, end);
            if let Some(index) = leaving
                && self.is_at_event(index)
            {
                self.leave(index);
            }
            return;
        }
    }

    /// Says how long the next step should be, after one that missed so much and should have been so long; `is_whole`: what
    /// ended it was its own length.
    fn plan_next(&mut self, h: f64, longer: f64, ratio: f64, is_whole: bool) {
        let (cause, since) = self.cause;
        if is_whole && since < REMEMBERED {
            let careful = if since == 0 { 1.0 } else { CAREFUL };
            self.remembered[cause][since] = (careful * longer).clamp(STEP_MIN, REMEMBERED_MAX);
        }
        // What a change has stirred up fades, so that the next step misses less than this one.
        let fading = if since > 0 && self.ratio > ratio { faded(ratio / self.ratio) } else { 1.0 };
        self.ratio = ratio;
        self.cause.1 = since + 1;
        let known = self.remembered[cause].get(since + 1).copied().unwrap_or(0.0);
        self.next = (longer * fading).larger(known.smaller(GROWTH * h)).larger(STEP_MIN);
    }

    /// Lets people in for a moment in which all sessions of a place are taken.
    fn rush(&mut self, index: usize, end: f64) {
        let h = INSTANT.smaller(end - self.now);
        self.solve(h);
        self.accept(h, end);
        if self.states[index].service[STARTERS] >= self.states[index].capacity.sessions {
            self.leave(index);
        }
    }

    /// Longest step over which the weights of every line stay numbers [s].
    fn longest(&self) -> f64 {
        let places = self.network.places.iter().zip(&self.states);
        let lined = places.filter(|(_, state)| matches!(state.mode, Mode::Queue { .. }));
        lined.map(|(law, _)| EXPONENT_MAX / law.abandon_rate).fold(f64::INFINITY, f64::smaller)
    }

    fn solve(&mut self, h: f64) {
        let people = self.demand.arrivals(h);
        let mut arriving: Trio = short_collocation::flow_of(h, &people);
        self.missed_flow = short_collocation::missed(0.0, &people) / h;
        for ((law, state), step) in self.network.places.iter().zip(&self.states).zip(&mut self.steps) {
            step::solve(law, state, self.now, h, &arriving, step);
            arriving = step::leaving_for_next(law, step, state.mode);
        }
    }

    /// The largest of what the places miss beside what they may.
    fn missed(&self) -> f64 {
        let flow = self.steps[0].attempts[2].larger(self.most_attempts);
        let mut largest = self.missed_flow / (FLOW_TOLERANCE * flow).larger(self.tolerance_min / FIRST_STEP);
        for (index, (state, step)) in self.states.iter().zip(&self.steps).enumerate() {
            let served = step.service[2].larger(self.most_served[index]);
            let held = step.queue[2].larger(served).larger(self.most[index]);
            let [service, others] = step::missed(state, step);
            let ratio = |missed: f64, tolerance: f64| missed / tolerance.larger(self.tolerance_min);
            largest =
                largest.larger(ratio(service, TOLERANCE * served)).larger(ratio(others, WAITING_TOLERANCE * held));
        }
        largest
    }

    /// Earliest position at which a place must leave its mode, and which place.
    fn first_event(&self) -> Option<(f64, usize)> {
        let mut first: Option<(f64, usize)> = None;
        for (index, law) in self.network.places.iter().enumerate() {
            if let Some(position) = step::first_event(law, &self.states[index], &self.steps[index], self.slack)
                && first.is_none_or(|(earliest, _)| position < earliest)
            {
                first = Some((position, index));
            }
        }
        first
    }

    /// Whether the end of the step is the located end of the mode, and not only close to it.
    fn is_at_event(&self, index: usize) -> bool {
        let state = &self.states[index];
        let near = (NEAR * self.most[index]).larger(switch::NEAR * self.slack);
        match state.mode {
            Mode::TurnAway => false,
            Mode::Pass if self.steps[index].attempts[2] >= state.capacity.rate * (1.0 - NEAR) => true,
            Mode::Pass | Mode::Queue { .. } => self.beside_limit(index) <= near,
        }
    }

    /// How far a place is from the end of its queue, or from its limit of sessions [people].
    fn beside_limit(&self, index: usize) -> f64 {
        let (law, state) = (&self.network.places[index], &self.states[index]);
        let free =
            if law.service_rate.is_some() { state.capacity.sessions - state.in_service() } else { f64::INFINITY };
        match state.mode {
            Mode::Queue { bound: Bound::Sessions, .. } => state.waiting().abs(),
            Mode::Queue { .. } => free.abs().smaller(state.waiting().abs()),
            Mode::Pass | Mode::TurnAway => free.abs(),
        }
    }

    fn leave(&mut self, index: usize) {
        // What the location of the event has missed must not keep it from happening.
        let beside = self.beside_limit(index);
        let slack =
            if beside <= NEAR * self.most[index] { self.slack.larger(2.0 * beside / switch::NEAR) } else { self.slack };
        let rest = switch::leave_mode(&self.network.places[index], &mut self.states[index], self.now, slack);
        if let Some(next) = self.states.get_mut(index + 1) {
            next.service[STARTERS] += rest[STARTERS];
        }
        let cause = 1 + 2 * index + usize::from(matches!(self.states[index].mode, Mode::Queue { .. }));
        self.next = self.remembered[cause][0];
        self.cause = (cause, 0);
    }

    /// Records the step and moves on to its end.
    fn accept(&mut self, h: f64, end: f64) {
        let start = self.now;
        self.now = if end - (start + h) <= INSTANT { end } else { start + h };
        self.course.times.push(start);
        self.most_attempts = self.most_attempts.larger(self.steps[0].attempts[2]);
        let (mut first, mut nodes) = (0.0, [0.0; 3]);
        for (index, step) in self.steps.iter().enumerate() {
            let law = &self.network.places[index];
            let state = &mut self.states[index];
            first += state.queue[STARTERS] + state.service[STARTERS];
            for (node, sum) in nodes.iter_mut().enumerate() {
                *sum += step.queue[node] + step.service[node];
            }
            let record = CoarseRecord::of(state, step, &self.counters[index], self.changes[index].take());
            self.course.places[index].records.push(record);
            step::count(&mut self.counters[index], law, state.mode, step, h);
            step::advance(law, state, step, self.now);
            let served = self.most_served[index].larger(state.service[STARTERS]);
            self.most_served[index] = served;
            self.most[index] = self.most[index].larger(state.queue[STARTERS]).larger(served);
        }
        self.course.inside.push(Cubic::largest(first, &nodes).1);
        self.course.lost.push(self.lost());
        self.demand.advance(self.now);
    }

    fn finish(mut self, horizon: f64) -> (CoarseCourse, Demand) {
        self.course.times.push(horizon);
        self.course.unfinished = self.states.iter().map(PlaceState::unfinished).sum();
        self.course.counters = self.counters;
        (self.course, self.demand.into_demand())
    }
}

impl CoarseCourse {
    pub fn steps(&self) -> usize {
        self.inside.len()
    }

    /// Index of the step that begins at `t`, the number of steps at the end of the horizon.
    pub fn step_from(&self, t: f64) -> usize {
        self.times.partition_point(|&start| start < t)
    }
}

/// By how much the next step may be longer: `0.9 ratio^(-1/4)` within limits.
fn factor(ratio: f64) -> f64 {
    if ratio < 1e-4 {
        return 5.0;
    }
    (0.9 / ratio.sqrt().sqrt()).clamp(0.2, 5.0)
}

/// By how much longer a step may be than the one before tells, which missed so many times what it did.
fn faded(times: f64) -> f64 {
    (1.0 / times.larger(1e-3).sqrt().sqrt().sqrt()).smaller(2.0)
}
