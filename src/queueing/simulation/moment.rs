//! The two clocks of a simulation: real numbers, and ticks of 2^-20 s on which equal times are equal everywhere.

/// Ticks per second.
pub const TICKS_PER_SECOND: u64 = 1 << 20;
const TICKS: f64 = TICKS_PER_SECOND as f64;
/// What lasts as many ticks ends after every horizon, and the clock reaches many times as far.
const LONGEST: f64 = (1_u64 << 50) as f64;
/// A number below 2^51, added to this, is rounded to the whole number that the last 51 bits of the sum show.
const ROUND: f64 = 6_755_399_441_055_744.0;
const ROUNDED: u64 = (1 << 51) - 1;

/// An instant since the start of the horizon.
pub trait Moment: Copy + Ord {
    /// The last instant of the clock at or before `seconds` >= 0.
    fn at(seconds: f64) -> Self;

    /// The first instant of the clock at or after `seconds`.
    fn at_or_after(seconds: f64) -> Self;

    /// What lasts `seconds` >= 0 and always takes some time.
    #[must_use]
    fn after(self, seconds: f64) -> Self;

    /// What lasts `seconds` >= 0 and may be over at once.
    #[must_use]
    fn within(self, seconds: f64) -> Self;

    fn seconds(self) -> f64;

    /// What a checksum takes of the instant.
    fn bits(self) -> u64;
}

/// A clock of real numbers [s], for what was written down in real numbers.
#[derive(Clone, Copy, Debug)]
pub struct Real(f64);

/// A clock of ticks of 2^-20 s. It reaches over every horizon, and 92 days need 43 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticks(pub u64);

impl PartialEq for Real {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Real {}

impl PartialOrd for Real {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Real {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl Moment for Real {
    fn at(seconds: f64) -> Self {
        Self(seconds)
    }

    fn at_or_after(seconds: f64) -> Self {
        Self(seconds)
    }

    fn after(self, seconds: f64) -> Self {
        Self(self.0 + seconds)
    }

    fn within(self, seconds: f64) -> Self {
        Self(self.0 + seconds)
    }

    fn seconds(self) -> f64 {
        self.0
    }

    fn bits(self) -> u64 {
        self.0.to_bits()
    }
}

/// The nearest number of ticks, in fewer instructions than a conversion takes that has to mind every number.
#[inline]
fn ticks(seconds: f64) -> u64 {
    let ticks = seconds * TICKS;
    let ticks = if ticks < LONGEST { ticks } else { LONGEST };
    (ticks + ROUND).to_bits() & ROUNDED
}

impl Moment for Ticks {
    fn at(seconds: f64) -> Self {
        Self((seconds * TICKS) as i64 as u64)
    }

    fn at_or_after(seconds: f64) -> Self {
        Self((seconds * TICKS).ceil() as u64)
    }

    #[inline]
    fn after(self, seconds: f64) -> Self {
        Self(self.0 + ticks(seconds).max(1))
    }

    #[inline]
    fn within(self, seconds: f64) -> Self {
        Self(self.0 + ticks(seconds))
    }

    fn seconds(self) -> f64 {
        // No instant has 63 bits but one that never comes.
        self.0 as i64 as f64 / TICKS
    }

    fn bits(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_exact_over_every_horizon() {
        let end = 92.0 * 86_400.0;
        assert_eq!(Ticks::at(end).seconds(), end);
        assert!(Ticks::at(end).0 < 1 << 43);
        assert_eq!(Ticks::at(0.1).0 + 1, Ticks::at_or_after(0.1).0);
        assert_eq!(Ticks::at(0.25), Ticks::at_or_after(0.25));
        assert_eq!(Ticks(7).after(1e-9), Ticks(8));
        assert_eq!(Ticks(7).within(1e-9), Ticks(7));
        assert!(Ticks(7).after(f64::INFINITY) > Ticks(1 << 50) && Ticks(7).within(1e300) > Ticks(1 << 50));
        assert_eq!(
            [0.0, 1e-6, 2.5, 1e9].map(|seconds| Ticks(7).within(seconds).0 - 7),
            [0, 1, 2_621_440, 1_048_576_000_000_000]
        );
    }
}
