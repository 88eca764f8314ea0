//! The largest plan that is accepted; the published schema carries the same numbers.
//!
//! Beside the sizes there are bounds on single numbers. They are wide: their task is not to judge a plan but to
//! keep every figure of a forecast finite and every forecast short.

pub const DAYS_MAX: u32 = 92;
pub const REGIONS_MAX: usize = 300;
pub const AGES_MAX: usize = 120;
pub const CELLS_MAX: usize = 10_000;
pub const COHORTS_MAX: usize = 2_500;
pub const WINDOWS_MAX: usize = 500;
pub const STAGES_MAX: usize = 12;
pub const PEOPLE_MAX: u64 = 100_000_000;

/// Entries of one dated list: a change each quarter of an hour over the longest horizon.
pub const DATED_ENTRIES_MAX: usize = 9_000;
/// Components of the mixture of delays.
pub const TAILS_MAX: usize = 16;
pub const RANGES_MAX: usize = 500;

/// What a number must be: in `least..=greatest`, or 0 where `or_zero`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub least: f64,
    pub greatest: f64,
    pub or_zero: bool,
}

impl Bounds {
    pub const fn within(least: f64, greatest: f64) -> Self {
        Self { least, greatest, or_zero: false }
    }

    pub const fn zero_or(least: f64, greatest: f64) -> Self {
        Self { least, greatest, or_zero: true }
    }

    pub fn hold(&self, value: f64) -> bool {
        (self.least..=self.greatest).contains(&value) || (self.or_zero && value == 0.0)
    }
}

/// A year and a day [s]: a longer mean is not told from "never" in a horizon of 92 days.
const LONGEST_SECONDS: f64 = 366.0 * 86_400.0;

/// Mean service time [s]. Below a tenth of a second a step is no step that people notice, and the engine would
/// have to follow time constants eight orders below the horizon.
pub const SERVICE: Bounds = Bounds::within(0.1, LONGEST_SECONDS);
/// Standard deviation of a service over its mean [1]; beyond, a few services hold most of the time of all.
pub const SERVICE_CV: Bounds = Bounds::within(0.01, 10.0);
/// Exponential parts of a service [1]; twenty spread it by a fifth of the mean.
pub const SERVICE_PHASES: Bounds = Bounds::within(1.0, 20.0);
/// Mean patience [s]; nobody decides in less than a second.
pub const PATIENCE: Bounds = Bounds::within(1.0, LONGEST_SECONDS);
/// Mean delay before a new attempt [s].
pub const RETRY_AFTER: Bounds = Bounds::within(1.0, LONGEST_SECONDS);
/// People in service at once; below a thousandth of a session the load of one attempt loses its meaning.
pub const SESSIONS: Bounds = Bounds::zero_or(1e-3, 1e9);
/// Admissions [per second]; one in twelve days at least.
pub const RATE: Bounds = Bounds::zero_or(1e-6, 1e9);
/// People whom the waiting room lets be inside at once.
pub const INSIDE: Bounds = Bounds::within(1.0, 1e9);
/// Factor of a capacity change [1].
pub const TIMES: Bounds = Bounds::zero_or(1e-6, 1e6);
/// A flow of others [people per second].
pub const FLOW: Bounds = Bounds::within(0.0, 1e9);
/// Length of the opening ramp [s]; shorter than a second is written 0, an impulse.
pub const RAMP: Bounds = Bounds::zero_or(1.0, LONGEST_SECONDS);
/// Mean or scale of a delay after the opening [s].
pub const DELAY: Bounds = Bounds::within(1.0, LONGEST_SECONDS);
/// Shape of a Weibull delay [1]; measured launches lie in 0.4..=1 (a small one is singular at the opening).
pub const WEIBULL_SHAPE: Bounds = Bounds::within(0.1, 10.0);
/// Tail index of a Lomax delay [1]; must exceed 1, which the lower bound keeps clear of rounding.
pub const LOMAX_ALPHA: Bounds = Bounds::within(1.001, 100.0);
/// Weight of an hour [1]: shares, or counts from a log.
pub const HOUR_WEIGHT: Bounds = Bounds::zero_or(1e-6, 1e9);
/// Uninvited people per invited member [1].
pub const UNINVITED: Bounds = Bounds::within(0.0, 1e3);
/// Wait that a target allows [s].
pub const TARGET_WAIT: Bounds = Bounds::within(0.0, LONGEST_SECONDS);
/// Load that a target allows [1].
pub const TARGET_LOAD: Bounds = Bounds::within(1e-3, 1e3);
/// A share of a whole [1].
pub const SHARE: Bounds = Bounds::within(0.0, 1.0);
