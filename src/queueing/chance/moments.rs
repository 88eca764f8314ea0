//! The equations of mean and variance at one place, and their closure.

use crate::num::order::Extreme;
use crate::num::short_collocation::Trio;
use crate::queueing::chance::Spread;
use crate::queueing::network::PlaceLaw;

/// How what lies above a limit follows from mean and variance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closure {
    /// The number of people is taken to be normal.
    Gaussian,
    /// The number of people is taken to be its mean; the variance then is that of the diffusion round the fluid.
    Diffusion,
}

/// Mean and variance at a place [people, people squared].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    /// Waiting or in service; where a rate limits, waiting or next in turn.
    pub inside: f64,
    /// Will try again.
    pub orbit: f64,
    pub inside_variance: f64,
    pub covariance: f64,
    pub orbit_variance: f64,
    /// In service, where a rate limits.
    pub in_service: f64,
}

/// Where a rate limits, those who are admitted within this time are next in turn and do not count as a queue [s]; a
/// shorter time would ask for steps as short.
const IN_TURN: f64 = 10.0;

/// Numbers of a place in the state.
pub const SIZE: usize = 6;

impl Moments {
    pub fn packed(&self) -> [f64; SIZE] {
        [self.inside, self.orbit, self.inside_variance, self.covariance, self.orbit_variance, self.in_service]
    }

    pub fn unpacked(packed: &[f64]) -> Self {
        Self {
            inside: packed[0],
            orbit: packed[1],
            inside_variance: packed[2],
            covariance: packed[3],
            orbit_variance: packed[4],
            in_service: packed[5],
        }
    }
}

/// The part of a normal number above a limit: its mean, its variance, and the chance that there is any.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Above {
    pub mean: f64,
    pub variance: f64,
    pub chance: f64,
}

/// What lies above `limit` of a number with this mean and variance.
pub fn above(mean: f64, variance: f64, limit: f64) -> Above {
    let spread = variance.larger(0.0).sqrt();
    let over = mean - limit;
    if spread <= 1e-9 * (1.0 + limit.smaller(mean.abs())) || over.abs() > 38.0 * spread {
        let chance = f64::from(over > 0.0);
        return Above { mean: over.larger(0.0), variance: chance * variance.larger(0.0), chance };
    }
    let z = over / spread;
    let density = libm::exp(-0.5 * z * z) / (2.0 * std::f64::consts::PI).sqrt();
    let chance = normal(z);
    let mean = (spread * density + over * chance).larger(0.0);
    let square = variance * ((z * z + 1.0) * chance + z * density);
    Above { mean, variance: (square - mean * mean).larger(0.0), chance }
}

/// Chance that a standard normal number is below `z`.
pub fn normal(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// A place with the capacity that holds now. Rates are [1/s].
#[derive(Clone, Copy, Debug)]
pub struct Law {
    closure: Closure,
    /// Admitted without a queue.
    limit: f64,
    /// Rate at which each of them makes room.
    leaving: f64,
    /// Whether those who make room do so at even intervals, and then are in service.
    by_rate: bool,
    service: f64,
    has_service: bool,
    abandon: f64,
    retry: f64,
    retry_share: f64,
    fail: f64,
    fail_retry: f64,
}

impl Law {
    pub fn at(place: &PlaceLaw, t: f64, closure: Closure) -> Self {
        let capacity = place.capacity(t);
        let service = place.service_rate.unwrap_or(0.0);
        let has_service = place.service_rate.is_some();
        let by_rate = !has_service || capacity.rate < capacity.sessions * service;
        // A closed place has no room at all; a place without limit has room for everybody.
        let [limit, leaving] = if !by_rate {
            [capacity.sessions, service]
        } else if capacity.rate == 0.0 {
            [0.0, 1.0]
        } else {
            let in_turn = (IN_TURN * capacity.rate).larger(1.0);
            [in_turn, capacity.rate / in_turn]
        };
        Self {
            closure,
            limit,
            leaving,
            by_rate,
            service,
            has_service,
            abandon: place.abandon_rate,
            retry: place.retry_rate,
            retry_share: place.retry_share,
            fail: place.fail_share,
            fail_retry: place.fail_share * place.fail_retry_share,
        }
    }

    fn above(&self, inside: f64, variance: f64) -> Above {
        match self.closure {
            Closure::Gaussian => above(inside, variance, self.limit),
            Closure::Diffusion => {
                let chance = f64::from(inside > self.limit);
                Above { mean: chance * (inside - self.limit), variance: chance * variance, chance }
            }
        }
    }

    /// Completed services [people/s].
    fn completed(&self, packed: &[f64], queue: f64) -> f64 {
        if self.by_rate && self.has_service { self.service * packed[5] } else { self.leaving * (packed[0] - queue) }
    }

    /// Who goes on to the next place [people/s].
    pub fn onward(&self, packed: &[f64]) -> f64 {
        let queue = self.above(packed[0], packed[2]).mean;
        (1.0 - self.fail) * self.completed(packed, queue)
    }

    pub fn spread(&self, moments: &Moments, inflow: f64) -> Spread {
        Spread {
            moments: *moments,
            attempts: inflow + self.retry * moments.orbit,
            limit: self.limit,
            admission: self.limit * self.leaving,
            abandon_rate: self.abandon,
        }
    }

    fn slope(&self, inflow: f64, packed: &[f64], slope: &mut [f64]) -> f64 {
        let [inside, orbit, variance, covariance] = [packed[0], packed[1], packed[2], packed[3]];
        let above = self.above(inside, variance);
        let returning = self.retry * orbit;
        let admitted = self.leaving * (inside - above.mean);
        let gave_up = self.abandon * above.mean;
        let completed = self.completed(packed, above.mean);
        let failed = self.fail_retry * completed;
        slope[0] = inflow + returning - admitted - gave_up;
        slope[1] = self.retry_share * gave_up + failed - returning;
        slope[5] = if self.by_rate && self.has_service { admitted - completed } else { 0.0 };
        // How both states pull back, and what chance adds.
        let pull = self.leaving * (1.0 - above.chance) + self.abandon * above.chance;
        let feeds_by_services = if self.by_rate { 0.0 } else { self.fail_retry * self.leaving * (1.0 - above.chance) };
        let feed = self.retry_share * self.abandon * above.chance + feeds_by_services;
        let (even, moved) = if self.by_rate { (0.0, 0.0) } else { (admitted, failed) };
        let noise = inflow + returning + even + gave_up;
        let exchanged = returning + self.retry_share * gave_up;
        slope[2] = -2.0 * pull * variance + 2.0 * self.retry * covariance + noise;
        slope[3] = feed * variance - (pull + self.retry) * covariance + self.retry * packed[4] - exchanged - moved;
        slope[4] = 2.0 * feed * covariance - 2.0 * self.retry * packed[4] + exchanged + failed;
        (1.0 - self.fail) * completed
    }
}

/// Slopes of all places, the first of which is fed by `inflow`.
pub fn slopes(laws: &[Law], inflow: f64, state: &[f64], slope: &mut [f64]) {
    let mut inflow = inflow;
    for ((law, packed), slope) in laws.iter().zip(state.chunks_exact(SIZE)).zip(slope.chunks_exact_mut(SIZE)) {
        inflow = law.slope(inflow, packed, slope);
    }
}

/// A flow given at the nodes of a step, at a position in it.
pub fn flow_at(flow: &Trio, position: f64) -> f64 {
    let [a, b] = [0.1550510257216822, 0.6449489742783178];
    let (x, y, z) = (position - a, position - b, position - 1.0);
    flow[0] * (y * z) / ((a - b) * (a - 1.0))
        + flow[1] * (x * z) / ((b - a) * (b - 1.0))
        + flow[2] * (x * y) / ((1.0 - a) * (1.0 - b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_above_a_limit() {
        let half = above(10.0, 4.0, 10.0);
        assert!((half.chance - 0.5).abs() < 1e-15 && (half.mean - 2.0 * 0.398_942_280_401_432_7).abs() < 1e-14);
        assert_eq!(above(5.0, 0.0, 3.0), Above { mean: 2.0, variance: 0.0, chance: 1.0 });
        assert_eq!(above(1e3, 1e3, 1e6).mean, 0.0);
        let nearly_all = above(100.0, 1.0, 80.0);
        assert!((nearly_all.mean - 20.0).abs() < 1e-12 && (nearly_all.variance - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_flow_is_met_at_its_nodes() {
        for (node, position) in crate::num::short_collocation::POSITIONS.into_iter().enumerate() {
            let mut flow = [0.0; 3];
            flow[node] = 1.0;
            assert!((flow_at(&flow, position) - 1.0).abs() < 1e-14);
        }
    }
}
