//! What happens to a place at an instant: a limit is reached, a capacity changes, people come all at once.

use super::course::Counters;
use super::network::{Capacity, PlaceLaw};
use super::place::{BACKGROUND, Bound, GROUPS, Groups, Mode, PlaceState, STARTERS};
use crate::plan::OnCapacityDrop;

/// What an instant did to the line of a place, as far as it matters to those who wait in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LineChange {
    /// People went back to the head of the line [people].
    PutAhead(f64),
    /// The line was sent off.
    SentOff,
}

/// A located event counts as reached within this many times the slack.
pub const NEAR: f64 = 1e4;

/// Leaves the mode whose end was located at `t`. Returns people who were still counted as waiting when the line
/// of a place without service ran empty: a rounding remainder that moves on.
pub fn leave_mode(law: &PlaceLaw, state: &mut PlaceState, t: f64, slack: f64) -> Groups<f64> {
    match state.mode {
        Mode::Pass => {
            state.line.begin(t);
            put_excess_back(law, state, t, slack);
            state.mode = queue_mode(law, state, slack);
        }
        Mode::Queue { .. } if state.waiting() <= NEAR * slack => return empty(law, state),
        Mode::Queue { .. } => state.mode = queue_mode(law, state, slack),
        Mode::TurnAway => {}
    }
    [0.0; GROUPS]
}

/// Whether so many come that all sessions would be taken before any time has passed: a limit that was located at `now`,
/// and is not reached yet. People must then be let in for a moment before anybody waits.
pub fn is_rushed(law: &PlaceLaw, state: &PlaceState, slack: f64) -> bool {
    let Capacity { rate, sessions, .. } = state.capacity;
    let has_room = law.service_rate.is_some() && state.in_service() < sessions - NEAR * slack;
    state.mode == Mode::Pass && rate == f64::INFINITY && sessions.is_finite() && has_room
}

/// Whoever came in beyond the sessions within a moment goes to the head of the line.
fn put_excess_back(law: &PlaceLaw, state: &mut PlaceState, t: f64, slack: f64) {
    let in_service = state.in_service();
    let excess = in_service - state.capacity.sessions;
    if law.service_rate.is_none() || excess <= NEAR * slack {
        return;
    }
    let shares = state.service.map(|people| people / in_service);
    for (group, share) in shares.iter().enumerate() {
        state.service[group] -= share * excess;
        state.queue[group] += share * excess;
    }
    if state.tells_apart {
        state.line.join(law.abandon_rate, t, excess, shares);
    }
}

/// The line has run empty: what is left of it by rounding is admitted.
fn empty(law: &PlaceLaw, state: &mut PlaceState) -> Groups<f64> {
    let rest = std::mem::take(&mut state.queue);
    state.mode = Mode::Pass;
    if law.service_rate.is_none() {
        return rest;
    }
    for (service, rest) in state.service.iter_mut().zip(rest) {
        *service += rest;
    }
    [0.0; GROUPS]
}

/// How a queue is admitted: by the rate, or one for each session that ends.
fn queue_mode(law: &PlaceLaw, state: &PlaceState, slack: f64) -> Mode {
    let Capacity { rate, sessions, .. } = state.capacity;
    let in_service = state.in_service();
    let ending = law.service_rate.unwrap_or(0.0) * in_service;
    let full = in_service >= sessions - NEAR * slack || rate == f64::INFINITY;
    if full && ending <= rate {
        Mode::Queue { admission: ending, bound: Bound::Sessions }
    } else {
        Mode::Queue { admission: rate, bound: Bound::Rate }
    }
}

/// Takes over the capacity that holds from `t` on.
pub fn change_capacity(
    law: &PlaceLaw,
    state: &mut PlaceState,
    t: f64,
    slack: f64,
    counters: &mut Counters,
) -> Option<LineChange> {
    let capacity = law.capacity(t);
    if capacity == state.capacity {
        return None;
    }
    let was_turning_away = state.capacity.turn_away;
    state.capacity = capacity;
    if capacity.turn_away {
        if was_turning_away {
            return None;
        }
        let gone = std::mem::take(&mut state.queue);
        counters.lost += gone[STARTERS];
        counters.background_lost += gone[BACKGROUND];
        state.mode = Mode::TurnAway;
        return Some(LineChange::SentOff);
    }
    if was_turning_away {
        state.mode = Mode::Pass;
    }
    let in_service = state.in_service();
    if in_service > capacity.sessions + slack {
        return lower_sessions(law, state, t, slack, in_service);
    }
    if let Mode::Queue { .. } = state.mode {
        if state.capacity.rate == f64::INFINITY {
            admit_at_once(law, state, t);
        }
        if state.waiting() > 0.0 {
            state.mode = queue_mode(law, state, slack);
        } else {
            empty(law, state);
        }
    }
    None
}

/// More are in service than the limit allows.
fn lower_sessions(law: &PlaceLaw, state: &mut PlaceState, t: f64, slack: f64, in_service: f64) -> Option<LineChange> {
    if state.mode == Mode::Pass {
        state.line.begin(t);
    }
    match law.on_capacity_drop {
        OnCapacityDrop::Finish => {
            state.mode = Mode::Queue { admission: 0.0, bound: Bound::Finishing };
            None
        }
        OnCapacityDrop::Requeue => {
            let excess = in_service - state.capacity.sessions;
            let shares = state.service.map(|people| people / in_service);
            for (group, share) in shares.iter().enumerate() {
                state.service[group] -= share * excess;
                state.queue[group] += share * excess;
            }
            state.line.count_anew(law.abandon_rate, t, excess, shares);
            state.mode = queue_mode(law, state, slack);
            Some(LineChange::PutAhead(excess))
        }
    }
}

/// Free sessions are taken by the head of the line at once where no rate limits.
fn admit_at_once(law: &PlaceLaw, state: &mut PlaceState, t: f64) {
    let waiting = state.waiting();
    let people = (state.capacity.sessions - state.in_service()).clamp(0.0, waiting);
    let weight = libm::exp(state.line.exponent(law.abandon_rate, t));
    let reached = state.line.gone + people * weight;
    let mut admitted = [people, 0.0, 0.0, 0.0];
    if people >= waiting {
        admitted = state.queue;
    } else if state.tells_apart {
        let stretch = state.line.groups_until(reached, None);
        for group in 1..GROUPS {
            admitted[group] = stretch[group] / weight;
            admitted[STARTERS] -= admitted[group];
        }
    }
    state.line.advance(reached);
    for (group, people) in admitted.iter().enumerate() {
        state.queue[group] -= people;
        state.service[group] += people;
    }
}

/// People who came all at once, and how many of them found a free session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrived {
    pub people: f64,
    pub admitted: f64,
}

/// Lets people come all at once at `t`.
pub fn arrive_at_once(
    law: &PlaceLaw,
    state: &mut PlaceState,
    t: f64,
    people: Groups<f64>,
    slack: f64,
    counters: &mut Counters,
) -> Arrived {
    let total: f64 = people.iter().sum();
    counters.attempts += total;
    if state.mode == Mode::TurnAway {
        counters.lost += people[STARTERS];
        return Arrived { people: total, admitted: 0.0 };
    }
    state.offered += total;
    let shares = people.map(|group| group / total);
    let mut admitted = 0.0;
    if state.mode == Mode::Pass && state.capacity.rate == f64::INFINITY && law.service_rate.is_some() {
        admitted = (state.capacity.sessions - state.in_service()).clamp(0.0, total);
    }
    for (group, share) in shares.iter().enumerate() {
        state.service[group] += share * admitted;
        state.queue[group] += share * (total - admitted);
    }
    if total > admitted {
        if state.mode == Mode::Pass {
            state.line.begin(t);
        }
        if state.tells_apart {
            state.line.join(law.abandon_rate, t, total - admitted, shares);
        }
        if state.mode == Mode::Pass {
            state.mode = queue_mode(law, state, slack);
        }
    }
    Arrived { people: total, admitted }
}
