//! One place over one coarse step, nobody but starters being there: the equations of [`crate::queueing`] in short.

use crate::num::mean_exp;
use crate::num::order::Extreme;
use crate::num::short_collocation::{self, Cubic, Trio};
use crate::queueing::course::Counters;
use crate::queueing::network::{Capacity, PlaceLaw};
use crate::queueing::place::{Bound, GROUPS, Mode, PlaceState, STARTERS};

const NOBODY: Trio = [0.0; 3];

/// The course of a place over a step, at the nodes.
#[derive(Clone, Debug, Default)]
pub struct PlaceStep {
    pub queue: Trio,
    pub service: Trio,
    pub orbit: Trio,
    pub offered: Trio,
    /// First and returning [people/s].
    pub attempts: Trio,
    /// Position of the head of the line at the end of the step [weighted people].
    pub reached: f64,
}

/// Solves the equations of the place's mode over a step of length `h` from `t` into `step`; `inflow`: people/s from before.
pub fn solve(law: &PlaceLaw, state: &PlaceState, t: f64, h: f64, inflow: &Trio, step: &mut PlaceStep) {
    *step = PlaceStep { attempts: *inflow, reached: state.line.gone, ..PlaceStep::default() };
    match state.mode {
        Mode::Pass => serve(law, state, h, law.retry_rate, step),
        Mode::TurnAway => serve(law, state, h, 0.0, step),
        Mode::Queue { admission, bound } => {
            wait(law, state, h, admission, bound, step);
            let weight = libm::exp(state.line.exponent(law.abandon_rate, t));
            step.reached = state.line.gone + admission * weight * h * mean_exp(law.abandon_rate * h);
        }
    }
    let Some(service_rate) = law.service_rate else { return };
    match state.mode {
        Mode::TurnAway => step.offered = short_collocation::decay(h, service_rate, state.offered, &NOBODY),
        Mode::Queue { .. } => {
            step.offered = short_collocation::decay(h, service_rate, state.offered, &step.attempts);
        }
        Mode::Pass => {
            // Both follow the same attempts, so that what sets them apart fades.
            step.offered = step.service;
            let apart = state.offered - state.service[STARTERS];
            if apart != 0.0 {
                let fading = short_collocation::fading(h, service_rate);
                for (offered, fading) in step.offered.iter_mut().zip(fading) {
                    *offered += apart * fading;
                }
            }
        }
    }
}

/// Services and those who will try again, where nobody waits; `returning`: of whom so many per second do at once.
fn serve(law: &PlaceLaw, state: &PlaceState, h: f64, returning: f64, step: &mut PlaceStep) {
    let Some(service_rate) = law.service_rate else { return };
    let failing = law.fail_share * law.fail_retry_share * service_rate;
    let turned_away = matches!(state.mode, Mode::TurnAway);
    let flow = if turned_away { NOBODY } else { step.attempts };
    if failing > 0.0 {
        let rates = [service_rate, law.retry_rate, returning, failing];
        let start = [state.service[STARTERS], state.orbit];
        [step.service, step.orbit] = short_collocation::pair(h, rates, start, [&flow, &NOBODY]);
        add_returning(law, step);
        return;
    }
    if state.orbit != 0.0 {
        step.orbit = short_collocation::decay(h, law.retry_rate, state.orbit, &NOBODY);
        add_returning(law, step);
    }
    let flow = if turned_away { NOBODY } else { step.attempts };
    step.service = short_collocation::decay(h, service_rate, state.service[STARTERS], &flow);
}

/// Queue, services and those who will try again while `admission` are admitted per second.
fn wait(law: &PlaceLaw, state: &PlaceState, h: f64, admission: f64, bound: Bound, step: &mut PlaceStep) {
    let mut failed = NOBODY;
    let mut failing = 0.0;
    if let Some(service_rate) = law.service_rate {
        step.service = match bound {
            Bound::Sessions => [state.service[STARTERS]; 3],
            _ => short_collocation::decay(h, service_rate, state.service[STARTERS], &[admission; 3]),
        };
        failing = law.fail_share * law.fail_retry_share * service_rate;
        failed = step.service.map(|people| failing * people);
    }
    let joining = step.attempts.map(|people| people - admission);
    let leaving = law.retry_share * law.abandon_rate;
    let start = [state.queue[STARTERS], state.orbit];
    if leaving == 0.0 && failing == 0.0 && state.orbit == 0.0 {
        step.queue = short_collocation::decay(h, law.abandon_rate, start[0], &joining);
        return;
    }
    let rates = [law.abandon_rate, law.retry_rate, law.retry_rate, leaving];
    [step.queue, step.orbit] = short_collocation::pair(h, rates, start, [&joining, &failed]);
    add_returning(law, step);
}

fn add_returning(law: &PlaceLaw, step: &mut PlaceStep) {
    for (attempts, orbit) in step.attempts.iter_mut().zip(&step.orbit) {
        *attempts += law.retry_rate * orbit;
    }
}

/// Who goes on to the next place [people/s].
pub fn leaving_for_next(law: &PlaceLaw, step: &PlaceStep, mode: Mode) -> Trio {
    match (law.service_rate, mode) {
        (Some(rate), _) => step.service.map(|people| (1.0 - law.fail_share) * rate * people),
        (None, Mode::Pass) => step.attempts,
        (None, Mode::Queue { admission, .. }) => [admission; 3],
        (None, Mode::TurnAway) => NOBODY,
    }
}

/// Largest part of the course that the step's polynomials may miss: of the services, and of queue and who will try
/// again [people].
pub fn missed(state: &PlaceState, step: &PlaceStep) -> [f64; 2] {
    let mut others = 0.0;
    if matches!(state.mode, Mode::Queue { .. }) {
        others = short_collocation::missed(state.queue[STARTERS], &step.queue);
    }
    if step.orbit[2] != 0.0 {
        others = others.larger(short_collocation::missed(state.orbit, &step.orbit));
    }
    [short_collocation::missed(state.service[STARTERS], &step.service), others]
}

/// First position in the step at which the place must leave its mode.
pub fn first_event(law: &PlaceLaw, state: &PlaceState, step: &PlaceStep, slack: f64) -> Option<f64> {
    let Capacity { rate, sessions, .. } = state.capacity;
    let in_service = state.service[STARTERS];
    let free =
        |slack: f64| Cubic::first_below(sessions - in_service, &step.service.map(|people| sessions - people), slack);
    let earlier = |one: Option<f64>, other: Option<f64>| match (one, other) {
        (Some(one), Some(other)) => Some(one.smaller(other)),
        (one, other) => one.or(other),
    };
    match state.mode {
        Mode::TurnAway => None,
        Mode::Pass => {
            let mut first = None;
            if rate.is_finite() {
                let room = step.attempts.map(|attempts| rate - attempts);
                let start = rate - short_collocation::at_start(&step.attempts);
                first = Cubic::first_below(start, &room, 1e-9 * rate + 1e-3 * slack);
            }
            if sessions.is_finite()
                && let Some(service_rate) = law.service_rate
            {
                // Where fewer come than sessions end, nothing but the step's own error reaches the limit.
                let grows = |position: &f64| short_collocation::at(&step.attempts, *position) > service_rate * sessions;
                let is_beyond = in_service > sessions + slack;
                first = earlier(first, free(slack).filter(|position| is_beyond || grows(position)));
            }
            first
        }
        Mode::Queue { bound, .. } => {
            let empty = Cubic::first_below(state.queue[STARTERS], &step.queue, slack);
            match bound {
                Bound::Rate if sessions.is_finite() => earlier(empty, free(slack)),
                Bound::Finishing => {
                    let excess = step.service.map(|people| people - sessions);
                    earlier(empty, Cubic::first_below(in_service - sessions, &excess, slack))
                }
                Bound::Rate | Bound::Sessions | Bound::Inside => empty,
            }
        }
    }
}

/// Adds what happened over a step of length `h`.
pub fn count(counters: &mut Counters, law: &PlaceLaw, mode: Mode, step: &PlaceStep, h: f64) {
    let attempts = short_collocation::total(h, &step.attempts);
    counters.attempts += attempts;
    match mode {
        Mode::TurnAway => counters.lost += attempts,
        Mode::Queue { .. } => {
            let abandoned = law.abandon_rate * short_collocation::total(h, &step.queue);
            counters.abandoned += abandoned;
            counters.lost += (1.0 - law.retry_share) * abandoned;
        }
        Mode::Pass => {}
    }
    let Some(rate) = law.service_rate else { return };
    let completed = rate * short_collocation::total(h, &step.service);
    let failed = law.fail_share * completed;
    counters.served += completed - failed;
    counters.failed += failed;
    counters.lost += (1.0 - law.fail_retry_share) * failed;
}

/// State of a place at the end of a step.
pub fn advance(law: &PlaceLaw, state: &mut PlaceState, step: &PlaceStep, now: f64) {
    state.queue[STARTERS] = step.queue[2];
    state.service[STARTERS] = step.service[2];
    state.orbit = step.orbit[2];
    state.offered = step.offered[2];
    if let Mode::Queue { .. } = state.mode {
        state.line.advance(step.reached);
        if state.line.needs_new_anchor(law.abandon_rate, now) {
            state.line.count_anew(law.abandon_rate, now, 0.0, [0.0; GROUPS]);
        }
    }
}
