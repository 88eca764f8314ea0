//! Erlang A: exponential service and exponential patience, for every load.
//!
//! The queue of those who wait and the people in service while nobody does are two birth-death chains that meet
//! where all servers are taken; each is summed outwards from its likeliest state, so that no factorial is formed.
//! With `j` people ahead in the queue `exp(-V abandon_rate)` of the offered wait `V` has a beta law, which gives
//! everything about waits. Source: C. Palm, Research on telephone traffic carried by full availability groups (1957).

use super::{erlang, is_positive};
use crate::num::one_minus_exp;
use crate::num::order::Extreme;

/// States rarer than this beside the likeliest do not count.
const RARE: f64 = 1e-40;

/// A stationary queue of impatient people.
#[derive(Clone, Debug)]
pub struct Impatient {
    arrival_rate: f64,
    service_rate: f64,
    abandon_rate: f64,
    servers: u32,
    /// Shares of arrivals that find all servers taken, and that do not.
    waiting: [f64; 2],
    /// First queue length that counts, and the chances of it and those after it, given that all servers are taken.
    queues: (usize, Vec<f64>),
}

/// What happens within some time of the arrival, as shares of all arrivals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WithinTime {
    pub served: f64,
    pub abandoned: f64,
    /// Neither served nor gone.
    pub still_waiting: f64,
    /// Somebody with endless patience would wait longer.
    pub offered_wait_beyond: f64,
}

impl Impatient {
    /// Rates per unit of time, all > 0; `servers` >= 1.
    pub fn new(arrival_rate: f64, service_rate: f64, abandon_rate: f64, servers: u32) -> Option<Self> {
        let sound = [arrival_rate, service_rate, abandon_rate].into_iter().all(is_positive);
        if !sound || servers == 0 {
            return None;
        }
        let load = arrival_rate / service_rate;
        let all = f64::from(servers) * service_rate;
        let leaving = |queue: usize| all + queue as f64 * abandon_rate;
        let likeliest = ((arrival_rate - all) / abandon_rate).larger(0.0) as usize;
        let up: f64 = (1..=likeliest).map(|queue| libm::log(arrival_rate / leaving(queue))).sum();
        let (first, weights) = outwards(likeliest, usize::MAX, |queue| arrival_rate / leaving(queue + 1));
        let total: f64 = weights.iter().sum();
        // Odds of free servers: (1 / B - 1) / A, where A sums the queue's weights from the empty queue on.
        let free = libm::log(f64::from(servers) / load) - erlang::log_loss(servers - 1, load)?;
        let odds = free - up - libm::log(total);
        let waiting = [1.0 / (1.0 + libm::exp(odds)), 1.0 / (1.0 + libm::exp(-odds))];
        let chances = weights.iter().map(|weight| weight / total).collect();
        Some(Self { arrival_rate, service_rate, abandon_rate, servers, waiting, queues: (first, chances) })
    }

    /// Share of arrivals that find all servers taken.
    pub fn waits(&self) -> f64 {
        self.waiting[0]
    }

    /// Share of arrivals that give up.
    pub fn abandons(&self) -> f64 {
        self.abandon_rate * self.mean_queue() / self.arrival_rate
    }

    /// Share of those who wait that give up.
    pub fn abandons_given_wait(&self) -> f64 {
        self.abandon_rate * self.given_wait(|queue| queue) / self.arrival_rate
    }

    /// [people]
    pub fn mean_queue(&self) -> f64 {
        self.waits() * self.given_wait(|queue| queue)
    }

    /// [people squared]
    pub fn variance_of_queue(&self) -> f64 {
        let mean = self.given_wait(|queue| queue);
        let spread = self.given_wait(|queue| (queue - mean) * (queue - mean));
        self.waits() * (spread + self.waiting[1] * mean * mean)
    }

    /// Mean of servers taken.
    pub fn mean_busy(&self) -> f64 {
        (self.arrival_rate - self.abandon_rate * self.mean_queue()) / self.service_rate
    }

    /// Mean of people waiting or in service.
    pub fn mean_inside(&self) -> f64 {
        self.mean_queue() + self.mean_busy()
    }

    /// Variance of people waiting or in service [people squared].
    pub fn variance_of_inside(&self) -> f64 {
        let (mean, servers) = (self.mean_inside(), f64::from(self.servers));
        let load = self.arrival_rate / self.service_rate;
        let top = self.servers as usize - 1;
        let likeliest = (load as usize).min(top);
        let (first, weights) = outwards(likeliest, top, |people| load / (people + 1) as f64);
        let total: f64 = weights.iter().sum();
        let square = |people: f64| (people - mean) * (people - mean);
        let free: f64 = weights.iter().enumerate().map(|(n, weight)| weight * square((first + n) as f64)).sum();
        self.waiting[1] * free / total + self.waits() * self.given_wait(|queue| square(servers + queue))
    }

    /// Mean wait of all arrivals, served or not.
    pub fn mean_wait(&self) -> f64 {
        self.mean_queue() / self.arrival_rate
    }

    /// Mean wait of those who are served, those who do not wait included.
    pub fn mean_wait_of_served(&self) -> f64 {
        self.waits() * self.served_wait_given_wait() / (1.0 - self.abandons())
    }

    /// Mean wait of those who give up.
    pub fn mean_wait_of_abandoning(&self) -> f64 {
        let all = self.given_wait(|queue| queue) / self.arrival_rate;
        (all - self.served_wait_given_wait()) / self.abandons_given_wait()
    }

    /// Mean wait of somebody with endless patience.
    pub fn mean_offered_wait(&self) -> f64 {
        self.waits() * self.sum_over_line(0, |_| 1.0)
    }

    /// What happens to an arrival within `time`, >= 0.
    pub fn within(&self, time: f64) -> Option<WithinTime> {
        if time.is_nan() || time < 0.0 {
            return None;
        }
        let remain = libm::exp(-self.abandon_rate * time);
        let share = f64::from(self.servers) * self.service_rate / self.abandon_rate;
        let (first, chances) = &self.queues;
        let last = first + chances.len() - 1;
        let beyond = beta_by_second(share, self.abandon_rate * time, last);
        let beyond_served = beta_by_second(share + 1.0, self.abandon_rate * time, last);
        let (mut offered, mut served, mut abandoned) = (0.0, 0.0, 0.0);
        for (index, chance) in chances.iter().enumerate() {
            let queue = first + index;
            let serves = share / (share + queue as f64 + 1.0) * (1.0 - beyond_served[queue]);
            offered += chance * beyond[queue];
            served += chance * serves;
            abandoned += chance * (1.0 - remain * beyond[queue] - serves);
        }
        Some(WithinTime {
            served: self.waiting[1] + self.waits() * served,
            abandoned: self.waits() * abandoned.larger(0.0),
            still_waiting: self.waits() * remain * offered,
            offered_wait_beyond: self.waits() * offered,
        })
    }

    /// Mean of a function of the queue, given that all servers are taken.
    fn given_wait(&self, value: impl Fn(f64) -> f64) -> f64 {
        let (first, chances) = &self.queues;
        chances.iter().enumerate().map(|(index, chance)| chance * value((first + index) as f64)).sum()
    }

    /// Mean of wait times service, given that all servers are taken.
    fn served_wait_given_wait(&self) -> f64 {
        let share = f64::from(self.servers) * self.service_rate / self.abandon_rate;
        self.sum_over_line(1, |queue| share / (share + queue as f64 + 1.0))
    }

    /// Mean of `value(queue)` times the mean time until whoever is `ahead` places further forward has moved up, given
    /// that all servers are taken.
    fn sum_over_line(&self, ahead: usize, value: impl Fn(usize) -> f64) -> f64 {
        let all = f64::from(self.servers) * self.service_rate;
        let (first, chances) = &self.queues;
        let step = |place: usize| 1.0 / (all + (place + ahead) as f64 * self.abandon_rate);
        let mut time: f64 = (0..*first).map(step).sum();
        let mut mean = 0.0;
        for (index, chance) in chances.iter().enumerate() {
            time += step(first + index);
            mean += chance * value(first + index) * time;
        }
        mean
    }
}

/// Weights of a birth-death chain round its likeliest state, whose weight is 1: the first state and all weights.
///
/// `ratio(n)`: weight of `n + 1` beside that of `n`; `top`: the last state.
fn outwards(likeliest: usize, top: usize, ratio: impl Fn(usize) -> f64) -> (usize, Vec<f64>) {
    let mut below = Vec::new();
    let mut weight = 1.0;
    for state in (0..likeliest).rev() {
        weight /= ratio(state);
        if weight < RARE {
            break;
        }
        below.push(weight);
    }
    let first = likeliest - below.len();
    let mut weights: Vec<f64> = below.into_iter().rev().collect();
    weight = 1.0;
    let mut state = likeliest;
    while weight >= RARE {
        weights.push(weight);
        if state == top {
            break;
        }
        weight *= ratio(state);
        state += 1;
    }
    (first, weights)
}

/// Regularised incomplete beta functions `I_x(first, j + 1)` at `x = exp(-patience)` for `j` up to `last`.
fn beta_by_second(first: f64, patience: f64, last: usize) -> Vec<f64> {
    let rest = one_minus_exp(patience);
    if rest == 0.0 {
        return vec![1.0; last + 1];
    }
    // The first terms can be below every number: they are kept in a unit that is given up once they have grown.
    const UNIT: f64 = 400.0;
    let log_start = -first * patience;
    let mut units = (-log_start / UNIT).floor();
    let mut term = libm::exp(log_start + units * UNIT);
    let mut sum = term;
    let mut values = Vec::with_capacity(last + 1);
    for j in 0..=last {
        values.push((sum * libm::exp(-units * UNIT)).smaller(1.0));
        let next = (j + 1) as f64;
        term *= rest * (first + next - 1.0) / next;
        sum += term;
        if units > 0.0 && sum > 1e100 {
            term *= libm::exp(-UNIT);
            sum *= libm::exp(-UNIT);
            units -= 1.0;
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outside_the_domain_there_is_no_number() {
        assert!(Impatient::new(1.0, 1.0, 0.0, 1).is_none());
        assert!(Impatient::new(1.0, 1.0, 1.0, 0).is_none());
        assert!(Impatient::new(-1.0, 1.0, 1.0, 1).is_none());
        assert!(Impatient::new(f64::NAN, 1.0, 1.0, 1).is_none());
        assert_eq!(Impatient::new(1.0, 1.0, 1.0, 1).and_then(|queue| queue.within(f64::NAN)), None);
    }

    #[test]
    fn as_patient_as_served_it_is_a_poisson_law() {
        for (load, servers) in [(0.5, 1), (20.0, 20), (100_000.0, 10_000)] {
            let queue = Impatient::new(load, 1.0, 1.0, servers).unwrap();
            assert!((queue.mean_inside() / load - 1.0).abs() < 1e-10);
            assert!((queue.variance_of_inside() / load - 1.0).abs() < 1e-8, "{}", queue.variance_of_inside());
        }
    }

    #[test]
    fn shares_add_up_and_patience_without_end_is_erlang_c() {
        let queue = Impatient::new(95.0, 1.0, 0.1, 100).unwrap();
        let within = queue.within(0.25).unwrap();
        assert!((within.served + within.abandoned + within.still_waiting - 1.0).abs() < 1e-12);
        let forever = queue.within(1e6).unwrap();
        assert!((forever.served - (1.0 - queue.abandons())).abs() < 1e-12);
        let patient = Impatient::new(16.0, 1.0, 1e-9, 20).unwrap();
        assert!((patient.waits() / erlang::delay(20, 16.0).unwrap() - 1.0).abs() < 1e-7);
    }
}
