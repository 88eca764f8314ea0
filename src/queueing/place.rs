//! One place over one step: its state, the mode it is in, and the linear equations of that mode.

use std::ops::Range;

use super::line::{self, Arriving, Head, Line};
use super::network::{Capacity, PlaceLaw};
use crate::num::collocation::{self, NODES, Nodes, Pair};
use crate::num::order::Extreme;
use crate::num::polynomial::Polynomial;

/// Starters, early visitors, uninvited, background: who is told apart within a place.
pub const GROUPS: usize = 4;
pub type Groups<T> = [T; GROUPS];
pub const STARTERS: usize = 0;
pub const BACKGROUND: usize = 3;

/// How people are admitted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mode {
    /// Nobody waits: whoever arrives is admitted.
    Pass,
    /// People wait while `admission` are admitted per second.
    Queue { admission: f64, bound: Bound },
    /// The queue was sent off, and so is whoever arrives.
    TurnAway,
}

/// What bounds the admissions of a queue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// Admissions per second.
    Rate,
    /// All sessions are taken; one is admitted for each that ends.
    Sessions,
    /// More are in service than the lowered limit allows; nobody is admitted.
    Finishing,
    /// As many are inside as the waiting room lets be; one is admitted for each who leaves. How many that are changes
    /// within a step, and the admission of the mode is that of its beginning.
    Inside,
}

/// State of a place at an instant [people].
#[derive(Clone, Debug)]
pub struct PlaceState {
    pub mode: Mode,
    pub capacity: Capacity,
    pub queue: Groups<f64>,
    pub service: Groups<f64>,
    /// Who will try again.
    pub orbit: f64,
    /// Who would be in service if nobody ever waited.
    pub offered: f64,
    pub line: Line,
    /// Whether others than starters can ever wait here, so that the mix of the line matters.
    pub tells_apart: bool,
}

/// The course of a place over a step, at the nodes.
#[derive(Clone, Debug)]
pub struct PlaceStep {
    pub queue: Groups<Nodes>,
    pub service: Groups<Nodes>,
    pub orbit: Nodes,
    pub offered: Nodes,
    /// Attempts of each group, first and returning [people/s].
    pub attempts: Groups<Nodes>,
    /// Admitted of each group [people/s].
    pub admitted: Groups<Nodes>,
    /// Arrivals as a stretch of the line, where the order matters.
    pub arriving: Option<Arriving>,
    /// Position of the head of the line at the end of the step [weighted people].
    pub reached: f64,
    /// The same in the course of the step, where admissions change within it.
    pub head: Option<Box<Head>>,
}

impl PlaceState {
    pub fn new(capacity: Capacity, tells_apart: bool) -> Self {
        Self {
            mode: if capacity.turn_away { Mode::TurnAway } else { Mode::Pass },
            capacity,
            queue: [0.0; GROUPS],
            service: [0.0; GROUPS],
            orbit: 0.0,
            offered: 0.0,
            line: Line::default(),
            tells_apart,
        }
    }

    /// Whom else than starters this place ever sees.
    fn others(&self) -> Range<usize> {
        if self.tells_apart { 1..GROUPS } else { 1..1 }
    }

    /// Sum over the groups at each node.
    pub fn sum(&self, groups: &Groups<Nodes>) -> Nodes {
        if self.tells_apart { sum(groups) } else { groups[STARTERS] }
    }

    pub fn waiting(&self) -> f64 {
        self.queue.iter().sum()
    }

    pub fn in_service(&self) -> f64 {
        self.service.iter().sum()
    }

    /// Starters who wait, are in service or will try again.
    pub fn unfinished(&self) -> f64 {
        self.queue[STARTERS] + self.service[STARTERS] + self.orbit
    }
}

/// Sum over the groups at each node.
pub fn sum(groups: &Groups<Nodes>) -> Nodes {
    let mut sums = groups[0];
    for group in &groups[1..] {
        for (total, value) in sums.iter_mut().zip(group) {
            *total += value;
        }
    }
    sums
}

/// Solves the equations of the place's mode over a step of length `h` from `t`.
///
/// `inflow`: arrivals of each group from before, without those who try again [people/s]. `admissions`: those of a queue at
/// the nodes [people/s], where they are not even.
pub fn solve(
    law: &PlaceLaw,
    state: &PlaceState,
    t: f64,
    h: f64,
    inflow: &Groups<Nodes>,
    admissions: Option<&Nodes>,
) -> PlaceStep {
    let mut step = PlaceStep {
        queue: [[0.0; NODES]; GROUPS],
        service: [[0.0; NODES]; GROUPS],
        orbit: [0.0; NODES],
        offered: [0.0; NODES],
        attempts: *inflow,
        admitted: [[0.0; NODES]; GROUPS],
        arriving: None,
        reached: state.line.gone,
        head: None,
    };
    match state.mode {
        Mode::Pass => {
            if pass_alone(law, state, h, &mut step) {
                return step;
            }
            step.admitted = *inflow;
            serve_others(law, state, h, &mut step);
            let flow = step.admitted[STARTERS];
            serve_starters_who_return(law, state, h, &flow, law.retry_rate, &mut step);
            add_returning(law, &mut step);
            step.admitted = step.attempts;
        }
        Mode::TurnAway => {
            serve_others(law, state, h, &mut step);
            serve_starters_who_return(law, state, h, &[0.0; NODES], 0.0, &mut step);
            add_returning(law, &mut step);
        }
        Mode::Queue { admission, .. } => {
            let head = admissions.map(|flow| Box::new(state.line.reached_by(law.abandon_rate, t, h, flow)));
            let reached = match &head {
                Some(head) => head.at_nodes(),
                None => state.line.reached(law.abandon_rate, t, h, admission),
            };
            let admissions_at_nodes = admissions.copied().unwrap_or([admission; NODES]);
            if state.tells_apart {
                wait_mixed(law, state, t, h, &admissions_at_nodes, &reached, &mut step);
            } else {
                step.admitted[STARTERS] = admissions_at_nodes;
                wait_starters(law, state, h, &mut step);
            }
            step.reached = reached[NODES - 1];
            step.head = head;
        }
    }
    if let Some(service_rate) = law.service_rate
        && state.mode != Mode::TurnAway
    {
        step.offered = collocation::decay(h, service_rate, state.offered, &state.sum(&step.attempts));
    } else if let Some(service_rate) = law.service_rate {
        step.offered = collocation::decay(h, service_rate, state.offered, &[0.0; NODES]);
    }
    step
}

/// Services of starters and of those who would be in service, where nobody else is there and nobody tries again;
/// answers whether it is so.
fn pass_alone(law: &PlaceLaw, state: &PlaceState, h: f64, step: &mut PlaceStep) -> bool {
    let Some(service_rate) = law.service_rate else { return false };
    let returns = state.orbit != 0.0 || law.fail_share * law.fail_retry_share != 0.0;
    let is_empty = |group: usize| state.service[group] == 0.0 && step.attempts[group] == [0.0; NODES];
    if returns || !(1..GROUPS).all(is_empty) {
        return false;
    }
    step.admitted = step.attempts;
    let flow = &step.attempts[STARTERS];
    [step.service[STARTERS], step.offered] =
        collocation::decays(h, service_rate, [state.service[STARTERS], state.offered], [flow, flow]);
    true
}

/// Services of visitors and background, who never return.
fn serve_others(law: &PlaceLaw, state: &PlaceState, h: f64, step: &mut PlaceStep) {
    let Some(service_rate) = law.service_rate else { return };
    for group in 1..GROUPS {
        if state.service[group] != 0.0 || step.admitted[group] != [0.0; NODES] {
            step.service[group] = collocation::decay(h, service_rate, state.service[group], &step.admitted[group]);
        }
    }
}

/// Services of starters together with those who will try again, of whom `returning` per second do at once.
fn serve_starters_who_return(
    law: &PlaceLaw,
    state: &PlaceState,
    h: f64,
    flow: &Nodes,
    returning: f64,
    step: &mut PlaceStep,
) {
    let Some(service_rate) = law.service_rate else { return };
    let failing = law.fail_share * law.fail_retry_share * service_rate;
    if failing == 0.0 && state.orbit == 0.0 {
        step.service[STARTERS] = collocation::decay(h, service_rate, state.service[STARTERS], flow);
        return;
    }
    let pair = Pair { x_decay: service_rate, y_decay: law.retry_rate, y_to_x: returning, x_to_y: failing };
    let [service, orbit] = collocation::pair(h, pair, [state.service[STARTERS], state.orbit], [flow, &[0.0; NODES]]);
    step.service[STARTERS] = service;
    step.orbit = orbit;
}

fn add_returning(law: &PlaceLaw, step: &mut PlaceStep) {
    for (attempts, orbit) in step.attempts[STARTERS].iter_mut().zip(&step.orbit) {
        *attempts += law.retry_rate * orbit;
    }
}

/// Queue, service and orbit of starters, given their admissions in `step.admitted`.
fn wait_starters(law: &PlaceLaw, state: &PlaceState, h: f64, step: &mut PlaceStep) {
    let admitted = step.admitted[STARTERS];
    let mut failed = [0.0; NODES];
    if let Some(service_rate) = law.service_rate {
        step.service[STARTERS] = collocation::decay(h, service_rate, state.service[STARTERS], &admitted);
        let failing = law.fail_share * law.fail_retry_share * service_rate;
        failed = step.service[STARTERS].map(|people| failing * people);
    }
    let mut joining = step.attempts[STARTERS];
    for (value, leaving) in joining.iter_mut().zip(&admitted) {
        *value -= leaving;
    }
    let pair = Pair {
        x_decay: law.abandon_rate,
        y_decay: law.retry_rate,
        y_to_x: law.retry_rate,
        x_to_y: law.retry_share * law.abandon_rate,
    };
    let [queue, orbit] = collocation::pair(h, pair, [state.queue[STARTERS], state.orbit], [&joining, &failed]);
    step.queue[STARTERS] = queue;
    step.orbit = orbit;
    add_returning(law, step);
}

/// The same where others stand in the line: each is admitted when the head of the line reaches it.
///
/// Who returns within the step changes the line that is being admitted only while the line is shorter than the
/// step; a few rounds settle that.
fn wait_mixed(
    law: &PlaceLaw,
    state: &PlaceState,
    t: f64,
    h: f64,
    admission: &Nodes,
    reached: &Nodes,
    step: &mut PlaceStep,
) {
    let within_step = reached[NODES - 1] > state.line.end();
    let inflow = step.attempts;
    step.orbit = [state.orbit; NODES];
    for _ in 0..8 {
        let orbit_before = step.orbit;
        step.attempts = inflow;
        add_returning(law, step);
        let arriving = state.line.arriving(law.abandon_rate, t, h, &step.attempts);
        step.admitted = if line::is_long(law.abandon_rate, h) {
            admitted_by_mix(state, admission, reached, &arriving)
        } else {
            admitted_by_stretch(state, h, admission, reached, &arriving)
        };
        serve_others(law, state, h, step);
        for group in 1..GROUPS {
            let mut joining = step.attempts[group];
            for (value, leaving) in joining.iter_mut().zip(&step.admitted[group]) {
                *value -= leaving;
            }
            step.queue[group] = collocation::decay(h, law.abandon_rate, state.queue[group], &joining);
        }
        step.attempts = inflow;
        wait_starters(law, state, h, step);
        let change = step.orbit.iter().zip(&orbit_before).map(|(now, before)| (now - before).abs());
        let settled = change.fold(0.0, f64::larger) <= 1e-13 * (1.0 + state.orbit);
        step.arriving = Some(state.line.arriving(law.abandon_rate, t, h, &step.attempts));
        if !within_step || settled {
            return;
        }
    }
}

/// Admissions of each group by the mix at the head of the line at each node.
fn admitted_by_mix(state: &PlaceState, admission: &Nodes, reached: &Nodes, arriving: &Arriving) -> Groups<Nodes> {
    let mut admitted = [[0.0; NODES]; GROUPS];
    for (node, &x) in reached.iter().enumerate() {
        let Some(shares) = state.line.shares_at(x, arriving) else { continue };
        for group in 0..GROUPS {
            admitted[group][node] = admission[node] * shares[group];
        }
    }
    admitted
}

/// Admissions of each group at the nodes, so that their integrals are the stretches of line that were admitted.
fn admitted_by_stretch(
    state: &PlaceState,
    h: f64,
    admission: &Nodes,
    reached: &Nodes,
    arriving: &Arriving,
) -> Groups<Nodes> {
    let stretches = reached.map(|x| state.line.groups_until(x, Some(arriving)));
    let mut admitted = [[0.0; NODES]; GROUPS];
    for (group, flow) in admitted.iter_mut().enumerate() {
        *flow = collocation::flow_of(h, &stretches.map(|stretch| stretch[group]));
    }
    // The weights of the stretches fall away here: they are the same for all groups at a node.
    let all = sum(&admitted);
    for flow in &mut admitted {
        for ((value, all), admission) in flow.iter_mut().zip(&all).zip(admission) {
            *value = if *all > 0.0 { admission * *value / all } else { 0.0 };
        }
    }
    admitted
}

/// Largest part of the course that the step's polynomials may miss [people].
pub fn missed(state: &PlaceState, step: &PlaceStep) -> f64 {
    let mut largest = collocation::missed(state.service[STARTERS], &step.service[STARTERS]);
    let is_queue = matches!(state.mode, Mode::Queue { .. });
    if is_queue {
        largest = largest.larger(collocation::missed(state.queue[STARTERS], &step.queue[STARTERS]));
    }
    if step.orbit[NODES - 1] != 0.0 {
        largest = largest.larger(collocation::missed(state.orbit, &step.orbit));
    }
    for group in state.others() {
        largest = largest.larger(collocation::missed(state.service[group], &step.service[group]));
        if is_queue {
            largest = largest.larger(collocation::missed(state.queue[group], &step.queue[group]));
        }
    }
    largest
}

/// First position in the step at which the place must leave its mode.
///
/// `slack`: people by which a limit may be passed before it counts as passed; it keeps a place that is exactly at
/// a limit from switching to and fro.
pub fn first_event(law: &PlaceLaw, state: &PlaceState, step: &PlaceStep, slack: f64) -> Option<f64> {
    let Capacity { rate, sessions, .. } = state.capacity;
    let mut first: Option<f64> = None;
    let mut consider = |position: Option<f64>| {
        if let Some(position) = position {
            first = Some(first.map_or(position, |earlier| earlier.smaller(position)));
        }
    };
    let service = || (state.in_service(), state.sum(&step.service));
    match state.mode {
        Mode::TurnAway => {}
        Mode::Pass => {
            if rate.is_finite() {
                let attempts = state.sum(&step.attempts);
                let room = attempts.map(|attempts| rate - attempts);
                let polynomial = Polynomial::through(rate - collocation::at_start(&attempts), &room);
                consider(polynomial.first_below(0.0, 1e-10 * rate + 1e-3 * slack, &room));
            }
            if sessions.is_finite() && law.service_rate.is_some() {
                let (start, nodes) = service();
                let free = nodes.map(|people| sessions - people);
                consider(Polynomial::through(sessions - start, &free).first_below(0.0, slack, &free));
            }
        }
        Mode::Queue { bound, .. } => {
            let waiting = state.sum(&step.queue);
            consider(Polynomial::through(state.waiting(), &waiting).first_below(0.0, slack, &waiting));
            let (start, nodes) = service();
            match bound {
                Bound::Rate if sessions.is_finite() => {
                    let free = nodes.map(|people| sessions - people);
                    consider(Polynomial::through(sessions - start, &free).first_below(0.0, slack, &free));
                }
                Bound::Finishing => {
                    let excess = nodes.map(|people| people - sessions);
                    consider(Polynomial::through(start - sessions, &excess).first_below(0.0, slack, &excess));
                }
                Bound::Rate | Bound::Sessions | Bound::Inside => {}
            }
        }
    }
    first
}
