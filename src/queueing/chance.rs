//! How far chance alone moves a journey: mean and spread of every queue, for people who come one by one.
//!
//! The fluid is the limit of many people. For fewer, mean and variance of the people at a place follow equations of
//! their own, closed by taking the number of people to be normal. Where people wait, the spread is that of arrivals
//! and services; near the critical load the mean queue is longer than the fluid's, since chance makes queues only.
//!
//! Each place is a system of two numbers (here, and to try again) fed by a flow whose variance is its mean: that is so
//! for what leaves a place where nobody waits and for what leaves one where all sessions are taken.
//! Sources: A. Mandelbaum, W. Massey, M. Reiman, B. Rider, Time varying multiserver queues with abandonment and
//! retrials (1999); W. Massey, J. Pender, Gaussian skewness approximation for dynamic rate multi-server queues (2013).

mod band;
mod integrate;
mod moments;

use super::network::{Capacity, Network, PlaceLaw};
use crate::num::order::Extreme;
use crate::num::short_collocation::Trio;
use crate::plan::OnCapacityDrop;
use integrate::Integrator;
use moments::SIZE;

pub use band::{Band, SlotSamples, needs_simulation};
pub use moments::{Closure, Moments};

/// Arrivals of starters at the first place. Times are seconds since the start of the horizon.
pub trait Arrivals {
    /// Takes over what changes at a breakpoint.
    fn enter(&mut self, at: f64);

    /// People who come all at once at the breakpoint just entered [people].
    fn impulse(&self) -> f64;

    /// Flow at the nodes of the next `h` seconds, which no breakpoint cuts [people/s].
    fn flow(&self, h: f64) -> Trio;

    /// Goes on to `to`.
    fn advance(&mut self, to: f64);
}

/// One place at one instant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    pub moments: Moments,
    /// First and returning [people/s].
    pub attempts: f64,
    /// People who are admitted without a queue: the sessions, or those next in turn where a rate limits.
    pub limit: f64,
    /// Admissions while people wait [people/s].
    pub admission: f64,
    /// 1 / mean patience [1/s].
    pub abandon_rate: f64,
}

/// Mean and spread at all places over time.
#[derive(Clone, Debug, Default)]
pub struct ChanceCourse {
    /// [s]
    pub times: Vec<f64>,
    /// By time, then by place.
    pub spreads: Vec<Vec<Spread>>,
}

/// How exactly to integrate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision {
    /// What a step may miss of each number, as a share of the largest of its kind so far [1].
    pub relative: f64,
    /// Longest step [s].
    pub step_max: f64,
}

impl Precision {
    /// For bands of figures.
    pub const BAND: Self = Self { relative: 1e-4, step_max: 300.0 };
}

/// Whether the equations hold for a network: no background uses it, nobody is sent off, no place stops for a while
/// (the wait behind a queue is told by the capacity of the instant), and whoever has no session when sessions become
/// fewer is back in the queue; and no place waits for what happens at a later one.
pub fn is_made_for(network: &Network) -> bool {
    let holds = |place: &PlaceLaw| {
        let next = |index: usize| place.capacities.get(index + 1);
        let lasts = |index: usize, from: f64| next(index).is_none_or(|(until, _)| *until > from.larger(0.0));
        let entries = place.capacities.iter().enumerate();
        let lasting = entries.filter(|&(index, &(from, _))| lasts(index, from));
        let capacities: Vec<&Capacity> = lasting.map(|(_, (_, capacity))| capacity).collect();
        let sent_off = capacities.iter().any(|capacity| capacity.turn_away);
        let stops = capacities.iter().skip_while(|capacity| capacity.is_closed()).any(|capacity| capacity.is_closed());
        let fewer = capacities.windows(2).any(|pair| pair[1].sessions < pair[0].sessions);
        let finishes = place.on_capacity_drop == OnCapacityDrop::Finish && fewer;
        place.background.is_empty() && !sent_off && !stops && !finishes
    };
    !network.limits_inside() && network.places.iter().all(holds)
}

/// Runs the equations from `start` at time 0 through the breakpoints `ends`, the last of which is the end [s].
pub fn run(
    network: &Network,
    arrivals: &mut dyn Arrivals,
    start: &[Moments],
    ends: &[f64],
    closure: Closure,
    precision: Precision,
) -> ChanceCourse {
    let mut course = ChanceCourse::default();
    let mut state: Vec<f64> = start.iter().flat_map(|moments| moments.packed()).collect();
    let mut integrator = Integrator::new(state.len(), precision);
    let mut now = 0.0;
    for &end in ends {
        arrivals.enter(now);
        let laws: Vec<moments::Law> =
            network.places.iter().map(|place| moments::Law::at(place, now, closure)).collect();
        state[0] += arrivals.impulse();
        integrator.restart();
        course.record(now, &laws, &state, arrivals);
        while now < end {
            let step = integrator.step(&mut state, end - now, &mut |h| {
                let flow = arrivals.flow(h);
                let laws = &laws;
                move |position: f64, state: &[f64], slope: &mut [f64]| {
                    moments::slopes(laws, moments::flow_at(&flow, position), state, slope);
                }
            });
            now = if end - (now + step) < 1e-9 { end } else { now + step };
            arrivals.advance(now);
            course.record(now, &laws, &state, arrivals);
        }
    }
    course
}

impl ChanceCourse {
    fn record(&mut self, now: f64, laws: &[moments::Law], state: &[f64], arrivals: &dyn Arrivals) {
        let mut inflow = arrivals.flow(1.0)[0];
        let mut spreads = Vec::with_capacity(laws.len());
        for (law, packed) in laws.iter().zip(state.chunks_exact(SIZE)) {
            let moments = Moments::unpacked(packed);
            spreads.push(law.spread(&moments, inflow));
            inflow = law.onward(packed);
        }
        self.times.push(now);
        self.spreads.push(spreads);
    }
}
