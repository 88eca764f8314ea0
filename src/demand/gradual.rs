//! The starters of a demand, step after step: what a coarse run asks for, at a cost that does not grow with how
//! many windows have been open before.

use super::stream::{Shape, Stream};
use super::{Class, Demand};
use crate::num::order;
use crate::num::order::Extreme;
use crate::num::short_collocation::{POSITIONS, Trio};

/// A demand with the starters who are due from now on.
#[derive(Clone, Debug)]
pub struct Gradual {
    demand: Demand,
    /// Streams of the demand that have been taken over.
    taken: usize,
    /// Streams that have not opened yet, the next one last.
    ahead: Vec<Stream>,
    /// Open streams that will end.
    ending: Vec<Stream>,
    /// Open streams, where a tail is not exponential.
    curved: Vec<Stream>,
    /// End [s] and rate [people/s] of each ramp that runs.
    ramps: Vec<(f64, f64)>,
    /// Ramps and table together [people/s].
    even_rate: f64,
    impulse: f64,
    /// Mean [operational s], weight, and people still to come at `now`, of each exponential part.
    fading: Vec<(f64, f64, f64)>,
    is_curved: bool,
    /// [s]
    now: f64,
    /// [operational s]
    operational: f64,
}

impl Gradual {
    /// At the start of the horizon.
    pub fn new(demand: Demand) -> Self {
        let parts = demand.shape().law.parts();
        let fading = parts.iter().filter_map(|part| Some((part.exponential_mean()?, part.weight, 0.0))).collect();
        let is_curved = parts.iter().any(|part| part.exponential_mean().is_none());
        Self {
            taken: 0,
            ahead: Vec::new(),
            ending: Vec::new(),
            curved: Vec::new(),
            ramps: Vec::new(),
            even_rate: 0.0,
            impulse: 0.0,
            fading,
            is_curved,
            now: 0.0,
            operational: demand.shape().activity.operational(0.0),
            demand,
        }
    }

    /// The demand, with the figures of all windows that have acted.
    pub fn into_demand(self) -> Demand {
        self.demand
    }

    /// Takes over what begins or ends at a breakpoint, which has been advanced to; answers whether anything does.
    pub fn enter(&mut self, at: f64, lost: f64) -> bool {
        self.demand.invite_late(at, lost);
        let streams = self.demand.streams(Class::Starters).all();
        if self.taken < streams.len() {
            self.ahead.extend_from_slice(&streams[self.taken..]);
            self.taken = streams.len();
            order::sort_by(&mut self.ahead, |one, other| other.opens.total_cmp(&one.opens));
        }
        self.impulse = 0.0;
        let before = self.even_rate;
        let mut has_changed = self.demand.shape().activity.changes_at(at);
        let ended: Vec<Stream> = self.ending.iter().filter(|stream| stream.ends <= at).copied().collect();
        for stream in ended {
            has_changed = true;
            self.add_fading(&stream, -1.0);
        }
        self.ending.retain(|stream| stream.ends > at);
        self.curved.retain(|stream| stream.ends > at);
        self.ramps.retain(|ramp| ramp.0 > at);
        let ramp = self.demand.shape().ramp;
        while let Some(stream) = self.ahead.pop_if(|stream| stream.opens <= at) {
            has_changed = true;
            self.add_fading(&stream, 1.0);
            if stream.early > 0.0 && ramp == 0.0 {
                self.impulse += stream.early;
            } else if stream.early > 0.0 {
                self.ramps.push(((stream.opens + ramp).smaller(stream.ends), stream.early / ramp));
            }
            if stream.ends.is_finite() {
                self.ending.push(stream);
            }
            if self.is_curved {
                self.curved.push(stream);
            }
        }
        self.even_rate = self.demand.table_rate(at) + self.ramps.iter().map(|ramp| ramp.1).sum::<f64>();
        has_changed || self.even_rate != before
    }

    fn add_fading(&mut self, stream: &Stream, sign: f64) {
        let age = self.operational - self.demand.shape().activity.operational(stream.opens);
        for (mean, weight, left) in &mut self.fading {
            *left += sign * stream.tail * *weight * if age == 0.0 { 1.0 } else { libm::exp(-age / *mean) };
        }
    }

    /// Starters who come all at once at the breakpoint just entered [people].
    pub fn impulse(&self) -> f64 {
        self.impulse
    }

    /// Starters who come from now until each node of a step of length `h`, which no breakpoint cuts [people].
    pub fn arrivals(&self, h: f64) -> Trio {
        let shape = self.demand.shape();
        let span = shape.activity.operational(self.now + h) - self.operational;
        let mut people = POSITIONS.map(|position| self.even_rate * position * h);
        for &(mean, _, left) in &self.fading {
            let ages = span / mean;
            for (sum, position) in people.iter_mut().zip(POSITIONS) {
                *sum += left * come_within(ages * position);
            }
        }
        if self.is_curved {
            self.add_curved(shape, span, &mut people);
        }
        people
    }

    fn add_curved(&self, shape: &Shape, span: f64, people: &mut Trio) {
        for part in shape.law.parts().iter().filter(|part| part.exponential_mean().is_none()) {
            for stream in &self.curved {
                let since = self.operational - shape.activity.operational(stream.opens);
                for (sum, position) in people.iter_mut().zip(POSITIONS) {
                    *sum += stream.tail * part.weight * part.come_between(since, since + position * span);
                }
            }
        }
    }

    /// Goes on to `to`, at most to the next breakpoint [s].
    pub fn advance(&mut self, to: f64) {
        let operational = self.demand.shape().activity.operational(to);
        for (mean, _, left) in &mut self.fading {
            *left *= 1.0 - come_within((operational - self.operational) / *mean);
        }
        self.now = to;
        self.operational = operational;
    }
}

/// `1 / n` for the terms of the series, the last one first.
const TERMS: [f64; 10] =
    [1.0 / 11.0, 1.0 / 10.0, 1.0 / 9.0, 1.0 / 8.0, 1.0 / 7.0, 1.0 / 6.0, 1.0 / 5.0, 1.0 / 4.0, 1.0 / 3.0, 1.0 / 2.0];

/// `1 - exp(-ages)` for `ages` >= 0, by its series where that is short.
fn come_within(ages: f64) -> f64 {
    if ages > 1.0 {
        return crate::num::one_minus_exp(ages);
    }
    // The short series misses no more of a short time than the long one of a long time.
    let terms = if ages > 0.125 { &TERMS[..] } else { &TERMS[TERMS.len() - 6..] };
    ages * terms.iter().fold(1.0, |inner, term| 1.0 - ages * term * inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_is_the_exponential() {
        for ages in [0.0, 1e-9, 0.1, 0.3, 0.5, 1.0, 1.001, 3.0, 1e3] {
            assert!((come_within(ages) - crate::num::one_minus_exp(ages)).abs() <= 3e-9 * ages.min(1.0), "{ages}");
        }
    }
}
