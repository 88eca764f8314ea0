//! What happens to a person at a place: how long a service lasts, when patience ends, who fails and who tries again.
//!
//! Every attempt has a number: attempts at a place are counted from 0 in the order in which they come, whoever makes
//! them. Each purpose at each place has a key of its own, and what befalls attempt `n` is draw `n` of that key. So an
//! engine that counts the attempts of each place in their order draws the same luck, whichever place it works on
//! first and however much of the luck it asks for.
//!
//! ```text
//! key of a replication = Key::new(seed).part(replication)
//! key of a purpose     = key of the replication .part(1 + place) .part(purpose)
//! ```
//!
//! Somebody who is put back to the head of the line has patience and service anew: the m-th (from 0) to be put back
//! at a place has the luck number `2^63 + m` from then on.

use super::network::{SimulatedPlace, Visit};
use crate::plan::ServiceLaw;
use crate::rng::{Key, Tables, Word};

/// Decides what befalls an attempt. Times are [s].
pub trait Luck {
    /// Length of the service, above 0.
    fn service(&self, place: usize, visit: &Visit) -> f64;

    /// How long somebody waits before giving up; infinite = for ever.
    fn patience(&self, place: usize, visit: &Visit) -> f64;

    /// Whether the service fails.
    fn fails(&self, place: usize, visit: &Visit) -> bool;

    /// When somebody who failed tries again; `None` = never.
    fn returns_after_failing(&self, place: usize, visit: &Visit) -> Option<f64>;

    /// When somebody who gave up tries again; `None` = never.
    fn returns_after_giving_up(&self, place: usize, visit: &Visit) -> Option<f64>;
}

/// The purposes that are drawn for at a place; the numbers are part of what a seed means.
#[derive(Clone, Copy)]
enum Purpose {
    Service = 1,
    Patience = 2,
    Fail = 3,
    FailRetry = 4,
    Retry = 5,
    RetryAfter = 6,
    Background = 7,
}

/// The luck of one replication.
#[derive(Clone, Debug)]
pub struct Seeded {
    places: Vec<PlaceLuck>,
}

/// What befalls the attempts at one place, by the numbers of their luck. Times are [s].
#[derive(Clone, Debug)]
pub struct PlaceLuck {
    tables: &'static Tables,
    keys: Keys,
    law: ServiceDraw,
    /// Means; nobody is ever in service where the first is 0, and nobody gives up where the second is infinite.
    service: f64,
    patience: f64,
    retry_delay: f64,
    retry_share: f64,
    fail_share: f64,
    fail_retry_share: f64,
    deterministic_patience: bool,
}

#[derive(Clone, Copy, Debug)]
struct Keys {
    service: Key,
    patience: Key,
    fail: Key,
    fail_retry: Key,
    retry: Key,
    retry_after: Key,
}

/// The key of a replication.
pub fn replication(seed: u64, replication: u32) -> Key {
    Key::new(seed).part(u64::from(replication))
}

/// The key of the background that comes to a place.
pub fn background(key: Key, place: usize) -> Key {
    purpose(key, place, Purpose::Background)
}

fn purpose(key: Key, place: usize, purpose: Purpose) -> Key {
    key.part(1 + place as u64).part(purpose as u64)
}

impl Seeded {
    pub fn new(places: &[SimulatedPlace], key: Key) -> Self {
        let luck = |(place, here): (usize, &SimulatedPlace)| PlaceLuck::new(here, key, place);
        Self { places: places.iter().enumerate().map(luck).collect() }
    }

    /// The wrong law of patience, which tests must notice: everybody has exactly the mean.
    #[doc(hidden)]
    #[must_use]
    pub fn with_deterministic_patience(mut self) -> Self {
        for place in &mut self.places {
            place.deterministic_patience = true;
        }
        self
    }

    /// Place by place.
    pub fn places(&self) -> &[PlaceLuck] {
        &self.places
    }
}

impl PlaceLuck {
    fn new(here: &SimulatedPlace, key: Key, place: usize) -> Self {
        let keys = Keys {
            service: purpose(key, place, Purpose::Service),
            patience: purpose(key, place, Purpose::Patience),
            fail: purpose(key, place, Purpose::Fail),
            fail_retry: purpose(key, place, Purpose::FailRetry),
            retry: purpose(key, place, Purpose::Retry),
            retry_after: purpose(key, place, Purpose::RetryAfter),
        };
        let law = &here.law;
        Self {
            tables: Tables::get(),
            keys,
            law: here.service,
            service: law.service_rate.map_or(0.0, |rate| 1.0 / rate),
            patience: 1.0 / law.abandon_rate,
            retry_delay: 1.0 / law.retry_rate,
            retry_share: law.retry_share,
            fail_share: law.fail_share,
            fail_retry_share: law.fail_retry_share,
            deterministic_patience: false,
        }
    }

    /// Length of the service.
    #[inline]
    pub fn service(&self, luck: u64) -> f64 {
        if self.service == 0.0 {
            return 0.0;
        }
        self.law.draw(self.tables, self.keys.service.word(luck)) * self.service
    }

    /// How long somebody waits before giving up; infinite = for ever.
    #[inline]
    pub fn patience(&self, luck: u64) -> f64 {
        if self.patience == f64::INFINITY || self.deterministic_patience {
            return self.patience;
        }
        self.tables.exponential(self.keys.patience.word(luck)) * self.patience
    }

    #[inline]
    pub fn fails(&self, luck: u64) -> bool {
        self.fail_share > 0.0 && self.keys.fail.word(luck).happens(self.fail_share)
    }

    #[inline]
    pub fn returns_after_failing(&self, luck: u64) -> Option<f64> {
        self.returns(self.fail_retry_share, self.keys.fail_retry, luck)
    }

    #[inline]
    pub fn returns_after_giving_up(&self, luck: u64) -> Option<f64> {
        self.returns(self.retry_share, self.keys.retry, luck)
    }

    #[inline]
    fn returns(&self, share: f64, key: Key, luck: u64) -> Option<f64> {
        let returns = share > 0.0 && key.word(luck).happens(share);
        returns.then(|| self.tables.exponential(self.keys.retry_after.word(luck)) * self.retry_delay)
    }
}

impl Luck for Seeded {
    fn service(&self, place: usize, visit: &Visit) -> f64 {
        self.places[place].service(visit.luck)
    }

    fn patience(&self, place: usize, visit: &Visit) -> f64 {
        self.places[place].patience(visit.luck)
    }

    fn fails(&self, place: usize, visit: &Visit) -> bool {
        self.places[place].fails(visit.luck)
    }

    fn returns_after_failing(&self, place: usize, visit: &Visit) -> Option<f64> {
        self.places[place].returns_after_failing(visit.luck)
    }

    fn returns_after_giving_up(&self, place: usize, visit: &Visit) -> Option<f64> {
        self.places[place].returns_after_giving_up(visit.luck)
    }
}

/// A law of services with mean 1, ready to be drawn from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ServiceDraw {
    Exponential,
    Deterministic,
    /// `exp(shift + spread z)`, z normal.
    Lognormal {
        shift: f64,
        spread: f64,
    },
    /// Mean of so many exponentials.
    Erlang {
        phases: u32,
    },
}

impl ServiceDraw {
    pub fn new(law: ServiceLaw) -> Self {
        match law {
            ServiceLaw::Exponential => Self::Exponential,
            ServiceLaw::Deterministic => Self::Deterministic,
            ServiceLaw::Lognormal { cv } => {
                let variance = libm::log1p(cv * cv);
                Self::Lognormal { shift: -0.5 * variance, spread: libm::sqrt(variance) }
            }
            ServiceLaw::Erlang { phases } => Self::Erlang { phases },
        }
    }

    /// A service in units of the mean, from the chain that begins with `word`.
    #[inline]
    pub fn draw(self, tables: &Tables, word: Word) -> f64 {
        match self {
            Self::Exponential => tables.exponential(word),
            Self::Deterministic => 1.0,
            Self::Lognormal { shift, spread } => tables.powers.exp(shift + spread * tables.normal(word)),
            Self::Erlang { phases } => erlang(tables, word, phases),
        }
    }
}

/// Each phase has a key of its own made of the word, since the chain of one exponential may be of any length.
#[inline(never)]
fn erlang(tables: &Tables, word: Word, phases: u32) -> f64 {
    let key = Key::new(word.bits());
    let sum: f64 = (0..phases).map(|phase| tables.exponential(key.word(u64::from(phase)))).sum();
    sum / f64::from(phases)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laws_have_mean_one_and_their_spread() {
        let key = Key::new(9);
        let laws = [
            (ServiceLaw::Exponential, 1.0),
            (ServiceLaw::Deterministic, 0.0),
            (ServiceLaw::Lognormal { cv: 0.8 }, 0.8),
            (ServiceLaw::Erlang { phases: 4 }, 0.5),
        ];
        for (law, cv) in laws {
            let draw = ServiceDraw::new(law);
            let draws: Vec<f64> = (0..200_000).map(|number| draw.draw(Tables::get(), key.word(number))).collect();
            let mean = draws.iter().sum::<f64>() / 2e5;
            let variance = draws.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 2e5;
            assert!((mean - 1.0).abs() < 0.01, "{law:?}: {mean}");
            assert!((libm::sqrt(variance) - cv).abs() < 0.02, "{law:?}: {variance}");
        }
    }
}
