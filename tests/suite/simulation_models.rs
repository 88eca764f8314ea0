//! Small models for the simulation of single people: random arrivals of any rate, one or two places, many replications.

use stagger::demand::Class;
use stagger::plan::ServiceLaw;
use stagger::queueing::simulation::heap::{self, Mutant, Outside, Witness};
use stagger::queueing::simulation::luck::{self, Seeded};
use stagger::queueing::simulation::tally::{Instants, Seen};
use stagger::queueing::simulation::{Moment, SimulatedPlace, Ticks, Visit};
use stagger::queueing::{Capacity, PlaceLaw};
use stagger::rng::{Key, Tables};

/// Whether to take minutes instead of seconds: `STAGGER_THOROUGH=1 cargo test --release --test suite simulation`.
pub fn is_thorough() -> bool {
    std::env::var_os("STAGGER_THOROUGH").is_some()
}

/// Seeds of every comparison.
pub const SEEDS: u64 = 20;

/// What may be wrong with a simulation on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Nothing,
    PatienceLaw,
    OneServerMore,
    LastComeFirstServed,
    LostOrbit,
}

impl Wrong {
    fn mutant(self) -> Option<Mutant> {
        match self {
            Self::Nothing | Self::PatienceLaw => None,
            Self::OneServerMore => Some(Mutant::OneServerMore),
            Self::LastComeFirstServed => Some(Mutant::LastComeFirstServed),
            Self::LostOrbit => Some(Mutant::LostOrbit),
        }
    }
}

/// Rates per unit of time.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    pub service: f64,
    pub abandon: f64,
    pub retry_share: f64,
    pub retry: f64,
}

/// A place whose rates are per `unit` [s] and whose servers change by the clock [units].
pub fn place(unit: f64, rates: Rates, servers: &[(f64, f64)], law: ServiceLaw) -> SimulatedPlace {
    let capacity =
        |&(at, sessions): &(f64, f64)| (at * unit, Capacity { rate: f64::INFINITY, sessions, turn_away: false });
    let place = PlaceLaw {
        service_rate: Some(rates.service / unit),
        abandon_rate: rates.abandon / unit,
        retry_share: rates.retry_share,
        retry_rate: rates.retry / unit,
        ..SimulatedPlace::plain_law(servers.iter().map(capacity).collect())
    };
    SimulatedPlace::new(place, law)
}

/// Arrivals of a rate that never exceeds a bound.
pub struct Arriving<'a> {
    /// [per second]
    pub rate: &'a dyn Fn(f64) -> f64,
    pub bound: f64,
    /// Who are there at the start.
    pub at_start: u32,
}

/// Candidates come at the bound; each counts with the chance of rate over bound.
struct Thinned<'a> {
    arriving: &'a Arriving<'a>,
    key: Key,
    drawn: u64,
    at_start: u32,
    next: f64,
    horizon: f64,
}

impl Thinned<'_> {
    fn draw(&mut self) {
        while self.next < self.horizon {
            let word = self.key.word(self.drawn);
            self.drawn += 1;
            self.next += Tables::get().exponential(word) / self.arriving.bound;
            let share = (self.arriving.rate)(self.next) / self.arriving.bound;
            if self.key.part(1).word(self.drawn).happens(share) {
                return;
            }
        }
        self.next = f64::INFINITY;
    }
}

impl Outside for Thinned<'_> {
    fn next_at(&self) -> f64 {
        if self.at_start > 0 { 0.0 } else { self.next }
    }

    fn take(&mut self, person: u32) -> Visit {
        if self.at_start > 0 {
            self.at_start -= 1;
        } else {
            self.draw();
        }
        Visit::outsider(person, Class::Starters)
    }
}

/// Waits of the people who came between two instants and were served [s].
pub struct ServedWaits {
    pub from: f64,
    pub until: f64,
    pub waits: Vec<f64>,
}

impl Witness<Ticks> for ServedWaits {
    fn admitted(&mut self, _place: usize, _visit: &Visit, now: Ticks, wait: f64) {
        if (self.from..self.until).contains(&(now.seconds() - wait)) {
            self.waits.push(wait);
        }
    }
}

/// One replication.
pub fn simulate(
    places: &[SimulatedPlace],
    arriving: &Arriving,
    instants: &Instants,
    (seed, replication): (u64, u32),
    wrong: Wrong,
    witness: &mut impl Witness<Ticks>,
) -> Vec<Seen> {
    let key = luck::replication(seed, replication);
    let luck = Seeded::new(places, key);
    let luck = if wrong == Wrong::PatienceLaw { luck.with_deterministic_patience() } else { luck };
    let mut outside = Thinned {
        arriving,
        key: key.part(0),
        drawn: 0,
        at_start: arriving.at_start,
        next: 0.0,
        horizon: instants.horizon,
    };
    outside.draw();
    heap::run::<Ticks, _, _, _>(places, instants, luck, &mut outside, witness, wrong.mutant()).places
}

/// Mean and variance of numbers as they come.
#[derive(Clone, Copy, Debug, Default)]
pub struct Moments {
    pub count: f64,
    pub mean: f64,
    squares: f64,
}

impl Moments {
    pub fn add(&mut self, value: f64) {
        self.count += 1.0;
        let off = value - self.mean;
        self.mean += off / self.count;
        self.squares += off * (value - self.mean);
    }

    pub fn variance(&self) -> f64 {
        self.squares / (self.count - 1.0)
    }

    pub fn standard_error(&self) -> f64 {
        libm::sqrt(self.variance() / self.count)
    }
}

/// Collects how far means are from what they should be.
#[derive(Debug, Default)]
pub struct Verdicts {
    pub compared: usize,
    /// Largest distance in standard errors, and where.
    pub largest: (f64, String),
    pub wrong: Vec<String>,
}

impl Verdicts {
    /// Within four standard errors; `least` is what counts as none.
    pub fn compare(&mut self, what: &str, moments: &Moments, expected: f64, error: f64, least: f64) {
        self.compared += 1;
        let distance = (moments.mean - expected).abs();
        let z = if distance <= least { 0.0 } else { distance / error };
        if z > self.largest.0 {
            self.largest = (z, what.to_owned());
        }
        if z > 4.0 || z.is_nan() {
            self.wrong.push(format!("{what}: {} for {expected}, {z:.1} standard errors", moments.mean));
        }
    }

    pub fn relative(&mut self, what: &str, value: f64, expected: f64, tolerance: f64) {
        self.compared += 1;
        let off = (value / expected - 1.0).abs();
        if off > tolerance || off.is_nan() {
            self.wrong.push(format!("{what}: {value} for {expected}, off by {:.1} %", 100.0 * off));
        }
    }

    pub fn assert(&self, file: &str) {
        println!(
            "{file}: {} means, the farthest {:.1} standard errors off ({})",
            self.compared, self.largest.0, self.largest.1
        );
        assert!(self.compared > 0 && self.wrong.is_empty(), "{file}: {:#?}", self.wrong);
    }
}
