//! Services that all last the same time: the stationary queue M/D/c.
//!
//! Looked at once per service time, the queue is a random walk that cannot fall below 0, with Poisson arrivals and
//! `servers` departures a step. Spitzer's identity makes its length a compound Poisson number, all of whose terms
//! are positive. Sources: C. Crommelin, Delay probability formulae (1932); F. Spitzer, A combinatorial lemma (1956).

use super::is_positive;

/// Parts of a sum smaller than this beside it do not count.
const NEGLIGIBLE: f64 = 1e-18;
/// Longest series that is summed; it is reached only within a hair of the critical load.
const TERMS_MAX: f64 = 1e7;

/// The stationary figures; the mean wait is in service times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DeterministicService {
    /// Share of arrivals that find all servers taken.
    pub waits: f64,
    /// [people]
    pub mean_queue: f64,
    pub mean_wait: f64,
}

impl DeterministicService {
    /// `load` in erlangs, 0 < load < servers. Also `None` so near to the critical load that the series has more
    /// than ten million terms.
    pub fn new(servers: u32, load: f64) -> Option<Self> {
        let count = f64::from(servers);
        if !is_positive(load) || load >= count {
            return None;
        }
        let utilisation = load / count;
        let decline = count * (utilisation - 1.0 - libm::log(utilisation));
        if 45.0 / decline > TERMS_MAX {
            return None;
        }
        let mut jumps = vec![0.0; servers as usize + 1];
        let (mut any, mut mean_queue) = (0.0, 0.0);
        for step in 1_u32.. {
            let step = f64::from(step);
            let (people, mean) = (step * count, step * load);
            let mut chance = poisson(people, mean, step * decline) / step;
            let before = mean_queue;
            let mut beyond = 1_usize;
            loop {
                let excess = beyond as f64;
                chance *= mean / (people + excess);
                if let Some(jump) = jumps.get_mut(beyond) {
                    *jump += chance;
                }
                any += chance;
                mean_queue += excess * chance;
                if excess * chance <= NEGLIGIBLE * mean_queue {
                    break;
                }
                beyond += 1;
            }
            if mean_queue - before <= NEGLIGIBLE * mean_queue || mean_queue == 0.0 {
                break;
            }
        }
        let waits = full(servers as usize, load, &line(any, &jumps));
        Some(Self { waits, mean_queue, mean_wait: mean_queue / load })
    }
}

/// Chances of each length of the queue up to the number of jumps, by Panjer's recursion.
fn line(any: f64, jumps: &[f64]) -> Vec<f64> {
    let mut chances = vec![libm::exp(-any)];
    for length in 1..jumps.len() {
        let sum: f64 = (1..=length).map(|jump| jump as f64 * jumps[jump] * chances[length - jump]).sum();
        chances.push(sum / length as f64);
    }
    chances
}

/// Chance that all servers are taken: more wait, or the line is empty and as many are in service as can be.
fn full(servers: usize, load: f64, line: &[f64]) -> f64 {
    let exactly: f64 = (line.iter().enumerate())
        .map(|(waiting, chance)| {
            let others = (servers - waiting) as f64;
            let distance = if others > 0.0 { others * libm::log(others / load) + load - others } else { load };
            chance * poisson(others, load, distance)
        })
        .sum();
    let empty = line.first().copied().unwrap_or(1.0);
    -libm::expm1(libm::log(empty)) + exactly
}

/// Chance of exactly `people` under a Poisson law; `distance` = people ln(people / mean) + mean - people.
fn poisson(people: f64, mean: f64, distance: f64) -> f64 {
    if people == 0.0 {
        return libm::exp(-mean);
    }
    let stirling = if people < 40.0 {
        libm::lgamma(people + 1.0) - (people + 0.5) * libm::log(people) + people
            - 0.5 * libm::log(2.0 * std::f64::consts::PI)
    } else {
        let square = people * people;
        (1.0 / 12.0 - (1.0 / 360.0 - 1.0 / (1260.0 * square)) / square) / people
    };
    libm::exp(-distance - stirling) / (2.0 * std::f64::consts::PI * people).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outside_the_domain_there_is_no_number() {
        assert_eq!(DeterministicService::new(10, 10.0), None);
        assert_eq!(DeterministicService::new(10_000, 100_000.0), None);
        assert_eq!(DeterministicService::new(0, 0.5), None);
        assert_eq!(DeterministicService::new(1, f64::NAN), None);
        assert_eq!(DeterministicService::new(1, 0.999_99), None);
    }

    #[test]
    fn one_server_is_the_formula_of_pollaczek_and_khinchine() {
        for load in [0.1, 0.5, 0.9, 0.99] {
            let queue = DeterministicService::new(1, load).unwrap();
            let off = queue.mean_wait / (load / (2.0 * (1.0 - load))) - 1.0;
            assert!(off.abs() < 1e-8, "load {load}: the mean wait is off by {off:e}");
            let off = queue.waits / load - 1.0;
            assert!(off.abs() < 1e-9, "load {load}: the share that waits is off by {off:e}");
        }
    }

    #[test]
    fn thousands_of_servers_stay_numbers() {
        let queue = DeterministicService::new(5_000, 4_950.0).unwrap();
        assert!(queue.waits > 0.2 && queue.waits < 0.5, "{queue:?}");
    }
}
