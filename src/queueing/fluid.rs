//! The fluid engine: all places step by step, with located events and steps as long as the precision allows.
//!
//! A step is solved for one place after the other, since people only move forward; it is made shorter until no
//! place misses more than the tolerance and no place passes a limit before its end. Steps end at every breakpoint.
//! Where a waiting room looks at who is still inside, all places are solved together ([`super::inside`]).

use super::course::{Counters, Course, Impulse, PlaceCourse, Record};
use super::inside;
use super::network::{Network, PlaceLaw};
use super::place::{self, BACKGROUND, Bound, GROUPS, Groups, Mode, PlaceState, PlaceStep, STARTERS};
use super::switch::{self, LineChange};
use crate::demand::{CLASSES, Inflow, NOBODY};
use crate::num::collocation::{self, NODES, Nodes, POSITIONS};
use crate::num::order;
use crate::num::order::Extreme;

/// How exactly to compute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// What a step may miss, as a share of all people who may come [1], > 0.
    pub tolerance: f64,
}

impl Settings {
    /// Keeps every peak within a millionth.
    pub const FULL: Self = Self { tolerance: 1e-10 };
}

/// Shortest step that is still refined [s]; what happens within it is below every tolerance.
const STEP_MIN: f64 = 1.0 / 1024.0;
/// A switch of mode takes no time if it is located within this of the start of a step [s].
const INSTANT: f64 = 1e-9;
/// How long people are let in who fill all sessions in an instant [s].
const MOMENT: f64 = 1e-5;
/// Steps after which short ones are no longer refined, so that no input can keep the engine for ever.
const STEPS_FINE: usize = 1_000_000;
/// A limit counts as passed when it is passed by this share of all people who may come.
const SLACK: f64 = 1e-12;
/// Longest first step after a breakpoint [s].
const FIRST_STEP: f64 = 30.0;
/// Longest first step after a place has left a mode [s].
const FIRST_STEP_IN_MODE: f64 = 300.0;
/// Cause of a change at a breakpoint; the places that leave a mode follow.
const BREAKPOINT: usize = 0;
/// Most patience times that one step may last while people wait.
const EXPONENT_MAX: f64 = 500.0;
/// Most by which a step is made longer because the one before was easier than its own before.
const FADING_MAX: f64 = 1.4;
/// Most times one step is tried anew.
const ATTEMPTS: usize = 200;

/// Runs the journey over the horizon [s]. `stops`: further instants at which steps must end [s].
pub fn run<I: Inflow>(network: &Network, inflow: &mut I, horizon: f64, stops: &[f64], settings: Settings) -> Course {
    let mut march = March::new(network, inflow, horizon, settings);
    for end in breakpoints(network, inflow, horizon, stops) {
        march.enter(inflow);
        while march.now < end {
            march.step(inflow, end);
        }
    }
    march.course.times.push(horizon);
    march.course.unfinished = march.states.iter().map(PlaceState::unfinished).sum();
    march.course
}

/// Ends of the stretches between breakpoints, in order, the horizon last.
pub fn breakpoints<I: Inflow>(network: &Network, inflow: &I, horizon: f64, stops: &[f64]) -> Vec<f64> {
    let mut times = inflow.breakpoints();
    times.extend(network.breakpoints());
    times.extend_from_slice(stops);
    times.retain(|&t| t > 0.0 && t < horizon);
    times.push(horizon);
    order::sort_by(&mut times, f64::total_cmp);
    times.dedup();
    times
}

struct March<'a> {
    network: &'a Network,
    states: Vec<PlaceState>,
    counters: Vec<Counters>,
    changes: Vec<Option<LineChange>>,
    has: [bool; 3],
    now: f64,
    /// Length to try next [s].
    next: f64,
    /// By cause of a change, the length that a first step after it should have, from the last one [s].
    firsts: Vec<f64>,
    /// What the step to come is the first step after.
    cause: Option<usize>,
    /// Length of the step before [s] and what it missed beside what it might, where nothing has changed since.
    before: Option<(f64, f64)>,
    tolerance: f64,
    slack: f64,
    course: Course,
}

impl<'a> March<'a> {
    fn new<I: Inflow>(network: &'a Network, inflow: &I, horizon: f64, settings: Settings) -> Self {
        let scale = inflow.scale() + network.places.iter().map(|place| place.background.people(horizon)).sum::<f64>();
        let scale = scale.larger(f64::MIN_POSITIVE);
        let has = CLASSES.map(|class| inflow.has(class));
        let course_of = |place: &PlaceLaw| PlaceCourse { abandon_rate: place.abandon_rate, ..PlaceCourse::default() };
        Self {
            states: network.places.iter().map(|place| first_state(place, has)).collect(),
            counters: vec![Counters::default(); network.places.len()],
            changes: vec![None; network.places.len()],
            has,
            now: 0.0,
            next: FIRST_STEP,
            firsts: vec![FIRST_STEP; 1 + 2 * network.places.len()],
            cause: Some(BREAKPOINT),
            before: None,
            tolerance: settings.tolerance * scale,
            slack: SLACK * scale,
            course: Course { places: network.places.iter().map(course_of).collect(), ..Course::default() },
            network,
        }
    }

    /// Takes over what changes at a breakpoint: capacities first, then invitations, then people at once.
    fn enter<I: Inflow>(&mut self, inflow: &mut I) {
        let inside = if inside::is_full(&self.states) { inside::inside(&self.states) } else { 0.0 };
        for (index, law) in self.network.places.iter().enumerate() {
            let (state, counters) = (&mut self.states[index], &mut self.counters[index]);
            self.changes[index] = switch::change_capacity(law, state, self.now, self.slack, counters);
        }
        if inside::is_full(&self.states) && inside::inside(&self.states) < inside - self.slack {
            // People were sent off, and there are places inside again.
            let room = &mut self.states[0];
            room.mode = Mode::Queue { admission: room.capacity.rate, bound: Bound::Rate };
        }
        inflow.enter(self.now, self.counters.iter().map(|counters| counters.lost).sum());
        let mut people = [0.0; GROUPS];
        for class in CLASSES {
            people[class as usize] = inflow.impulse(class);
        }
        if people != [0.0; GROUPS] {
            let (law, state) = (&self.network.places[0], &mut self.states[0]);
            let ahead = state.waiting();
            let arrived = switch::arrive_at_once(law, state, self.now, people, self.slack, &mut self.counters[0]);
            let step = self.course.times.len();
            self.course.impulses.push(Impulse { step, people: arrived.people, admitted: arrived.admitted, ahead });
        }
        self.next = self.next.smaller(self.firsts[BREAKPOINT]);
        self.cause = Some(BREAKPOINT);
    }

    /// One accepted step, at most until `end`.
    fn step<I: Inflow>(&mut self, inflow: &I, end: f64) {
        let shortest = if self.course.times.len() > STEPS_FINE { 1.0 } else { STEP_MIN };
        let mut h = self.next.smaller(end - self.now).smaller(self.longest());
        let mut leaving: Option<usize> = None;
        let mut before = f64::INFINITY;
        for attempt in 0.. {
            let steps = self.solve(inflow, h);
            let missed = self.states.iter().zip(&steps).map(|(state, step)| place::missed(state, step));
            let ratio = missed.fold(inside::moved(&self.states, &steps), f64::larger) / self.tolerance;
            if ratio > 1.0 && h > shortest && attempt < ATTEMPTS {
                // Where half the length misses as much, the first moments do, and they are short.
                h = (h * if ratio > 0.5 * before { 0.2 } else { factor(ratio) }).larger(shortest);
                before = ratio;
                leaving = None;
                continue;
            }
            if attempt < ATTEMPTS
                && let Some((position, index)) = self.first_event(&steps)
            {
                if position * h < INSTANT {
                    if switch::is_rushed(&self.network.places[index], &self.states[index], self.slack) {
                        return self.rush(inflow, index, end);
                    }
                    self.leave(index);
                    h = self.next.smaller(end - self.now).smaller(self.longest());
                    leaving = None;
                    continue;
                }
                if position < 1.0 - 1e-12 {
                    h *= position;
                    leaving = Some(index);
                    continue;
                }
                leaving = Some(index);
            }
            self.next = self.length_after(h, ratio, leaving.is_some() || h >= end - self.now).larger(shortest);
            self.accept(&steps, h, end);
            if let Some(index) = leaving
                && self.is_at_event(index, &steps)
            {
                self.leave(index);
            }
            return;
        }
    }

    /// Lets people in for a moment in which all sessions of a place are taken.
    fn rush<I: Inflow>(&mut self, inflow: &I, index: usize, end: f64) {
        let h = MOMENT.smaller(end - self.now);
        let steps = self.solve(inflow, h);
        self.accept(&steps, h, end);
        if !switch::is_rushed(&self.network.places[index], &self.states[index], self.slack) {
            self.leave(index);
        }
    }

    /// Length to try after a step of length `h` [s]; `is_cut`: not as long as it could have been.
    fn length_after(&mut self, h: f64, ratio: f64, is_cut: bool) -> f64 {
        let mut longer = factor(ratio);
        if let Some((length, missed)) = self.before.filter(|before| before.1 > 0.0 && ratio > 0.0) {
            // What a change has stirred up fades at a pace that the steps before tell.
            longer = (longer * (h / length * root(missed / ratio)).clamp(1.0, FADING_MAX)).smaller(5.0);
        }
        self.before = (!is_cut).then_some((h, ratio));
        if let Some(cause) = self.cause.take().filter(|_| !is_cut) {
            let longest = if cause == BREAKPOINT { FIRST_STEP } else { FIRST_STEP_IN_MODE };
            self.firsts[cause] = (h * longer).clamp(STEP_MIN, longest);
        }
        h * longer
    }

    /// Longest step over which the weights of every line stay numbers [s].
    fn longest(&self) -> f64 {
        let places = self.network.places.iter().zip(&self.states);
        let lined = places.filter(|(_, state)| matches!(state.mode, Mode::Queue { .. }));
        lined.map(|(law, _)| EXPONENT_MAX / law.abandon_rate).fold(f64::INFINITY, f64::smaller)
    }

    fn solve<I: Inflow>(&self, inflow: &I, h: f64) -> Vec<PlaceStep> {
        let until = POSITIONS.map(|position| self.now + position * h);
        let mut arriving: [Nodes; 3] = [NOBODY; 3];
        for class in CLASSES {
            if self.has[class as usize] {
                let people = inflow.arrivals(class, self.now, &until);
                arriving[class as usize] = collocation::flow_of(h, &people);
            }
        }
        if !inside::is_full(&self.states) {
            return self.pass_on(h, arriving, None);
        }
        if inside::turns_away_first(&self.states) {
            return self.pass_on(h, arriving, Some(&NOBODY));
        }
        let laws = &self.network.places;
        inside::balanced(inside::leaving(laws, &self.states), self.slack / h, |admissions| {
            let steps = self.pass_on(h, arriving, Some(admissions));
            let leaving = inside::leaving_at_nodes(laws, &self.states, &steps);
            (steps, leaving)
        })
    }

    /// All places one after the other. `admissions`: those of the waiting room at the nodes, where they are not even.
    fn pass_on(&self, h: f64, mut arriving: [Nodes; 3], admissions: Option<&Nodes>) -> Vec<PlaceStep> {
        let mut steps = Vec::with_capacity(self.states.len());
        let mut admissions = admissions;
        for (law, state) in self.network.places.iter().zip(&self.states) {
            let background = law.background.rate(self.now);
            let flows = [arriving[0], arriving[1], arriving[2], [background; NODES]];
            let step = place::solve(law, state, self.now, h, &flows, admissions.take());
            arriving = leaving_for_next(law, &step);
            steps.push(step);
        }
        steps
    }

    /// Earliest position at which a place must leave its mode, and which place.
    fn first_event(&self, steps: &[PlaceStep]) -> Option<(f64, usize)> {
        let mut first: Option<(f64, usize)> = None;
        for (index, law) in self.network.places.iter().enumerate() {
            if let Some(position) = place::first_event(law, &self.states[index], &steps[index], self.slack)
                && first.is_none_or(|(earliest, _)| position < earliest)
            {
                first = Some((position, index));
            }
        }
        let of_room = inside::first_event(&self.network.places, &self.states, steps, self.slack)
            .filter(|&position| first.is_none_or(|(earliest, _)| position < earliest));
        of_room.map(|position| (position, 0)).or(first)
    }

    /// Whether the end of the step is the located end of the mode, and not only close to it.
    fn is_at_event(&self, index: usize, steps: &[PlaceStep]) -> bool {
        let (law, state) = (&self.network.places[index], &self.states[index]);
        let near = switch::NEAR * self.slack;
        let near_limit = |people: f64| (people - state.capacity.sessions).abs() <= near;
        if index == 0 && inside::is_at_event(&self.network.places, &self.states, self.slack) {
            return true;
        }
        match state.mode {
            Mode::TurnAway => false,
            Mode::Pass => {
                let attempts = state.sum(&steps[index].attempts)[NODES - 1];
                let at_rate = attempts >= state.capacity.rate * (1.0 - 1e-6) - near;
                at_rate || (law.service_rate.is_some() && near_limit(state.in_service()))
            }
            Mode::Queue { .. } => state.waiting() <= near || near_limit(state.in_service()),
        }
    }

    fn leave(&mut self, index: usize) {
        let was_full = index == 0 && inside::is_full(&self.states);
        let rest = switch::leave_mode(&self.network.places[index], &mut self.states[index], self.now, self.slack);
        if let Some(next) = self.states.get_mut(index + 1) {
            for (service, rest) in next.service.iter_mut().zip(rest) {
                *service += rest;
            }
        }
        if index == 0 && !was_full {
            inside::fill(&self.network.places, &mut self.states, self.slack);
        }
        let cause = 1 + 2 * index + usize::from(matches!(self.states[index].mode, Mode::Queue { .. }));
        self.next = self.firsts[cause];
        self.cause = Some(cause);
        self.before = None;
    }

    /// Records the step and moves on to its end.
    fn accept(&mut self, steps: &[PlaceStep], h: f64, end: f64) {
        let start = self.now;
        self.now = if end - (start + h) <= INSTANT { end } else { start + h };
        self.course.times.push(start);
        for (index, step) in steps.iter().enumerate() {
            let law = &self.network.places[index];
            let (state, course) = (&mut self.states[index], &mut self.course.places[index]);
            course.records.push(record(law, state, step, start, self.changes[index].take()));
            self.counters[index].add(law, state.mode, step, h);
            course.counters.push(self.counters[index]);
            if state.tells_apart {
                course.starters_in_service.push(step.service[STARTERS]);
            }
            advance(law, state, step, self.now);
        }
    }
}

/// An empty place at the start of the horizon.
fn first_state(law: &PlaceLaw, has: [bool; 3]) -> PlaceState {
    let visited = (1..BACKGROUND).any(|group| has[group] && law.visitors[group]);
    PlaceState::new(law.capacity(0.0), visited || !law.background.is_empty())
}

/// By how much the next step may be longer.
fn factor(ratio: f64) -> f64 {
    if ratio == 0.0 { 5.0 } else { (0.9 / root(ratio)).clamp(0.2, 5.0) }
}

/// The share of a length by which what a step misses becomes so many times as much: it grows with the sixth power.
fn root(times: f64) -> f64 {
    libm::cbrt(times).sqrt()
}

/// Who goes on to the next place: starters whose service succeeded, and visitors whose visit goes on.
fn leaving_for_next(law: &PlaceLaw, step: &PlaceStep) -> [Nodes; 3] {
    let mut leaving = [NOBODY; 3];
    for (group, flow) in leaving.iter_mut().enumerate() {
        if law.turns_away[group] {
            continue;
        }
        *flow = match law.service_rate {
            Some(rate) => step.service[group].map(|people| (1.0 - law.fail_share) * rate * people),
            None => step.admitted[group],
        };
    }
    leaving
}

fn record(law: &PlaceLaw, state: &PlaceState, step: &PlaceStep, start: f64, line_change: Option<LineChange>) -> Record {
    let mut attempts = step.attempts;
    attempts[BACKGROUND] = NOBODY;
    Record {
        capacity: state.capacity,
        mode: state.mode,
        line_change,
        queue: (state.waiting(), state.sum(&step.queue)),
        in_service: (state.in_service(), state.sum(&step.service)),
        orbit: (state.orbit, step.orbit),
        offered: (state.offered, step.offered),
        attempts: state.sum(&attempts),
        background: law.background.rate(start),
        anchor: state.line.anchor,
        epoch: state.line.epoch,
        head: (state.line.gone, step.reached),
        head_course: step.head.clone(),
    }
}

/// State of a place at the end of a step.
fn advance(law: &PlaceLaw, state: &mut PlaceState, step: &PlaceStep, now: f64) {
    let last = |nodes: &Groups<Nodes>| nodes.map(|nodes| nodes[NODES - 1]);
    state.queue = last(&step.queue);
    state.service = last(&step.service);
    state.orbit = step.orbit[NODES - 1];
    state.offered = step.offered[NODES - 1];
    if let Mode::Queue { .. } = state.mode {
        if let Some(arriving) = step.arriving.clone() {
            state.line.append(arriving);
        }
        state.line.advance(step.reached);
        if state.line.needs_new_anchor(law.abandon_rate, now) {
            state.line.count_anew(law.abandon_rate, now, 0.0, [0.0; GROUPS]);
        }
    }
}

impl Counters {
    /// Adds what happened over a step of length `h`.
    fn add(&mut self, law: &PlaceLaw, mode: Mode, step: &PlaceStep, h: f64) {
        let people = |flow: &Nodes| collocation::total(h, flow);
        let attempts: Groups<f64> = step.attempts.each_ref().map(people);
        self.attempts += attempts[STARTERS] + attempts[1] + attempts[2];
        self.background_attempts += attempts[BACKGROUND];
        if mode == Mode::TurnAway {
            self.lost += attempts[STARTERS];
            self.background_lost += attempts[BACKGROUND];
        }
        let abandoned = law.abandon_rate * people(&step.queue[STARTERS]);
        self.abandoned += abandoned;
        self.lost += (1.0 - law.retry_share) * abandoned;
        self.background_lost += law.abandon_rate * people(&step.queue[BACKGROUND]);
        let Some(rate) = law.service_rate else { return };
        let completed = rate * people(&step.service[STARTERS]);
        let failed = law.fail_share * completed;
        self.served += completed - failed;
        self.failed += failed;
        self.lost += (1.0 - law.fail_retry_share) * failed;
        for group in 1..BACKGROUND {
            if law.turns_away[group] {
                self.turned_away += rate * people(&step.service[group]);
            }
        }
    }
}
