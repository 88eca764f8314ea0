//! A chance that was counted, with the error that counting leaves.

use crate::forecast::Verdict;
use crate::num::order::Extreme;

/// From this chance of breaking on a slot that would otherwise hold is at risk [1].
pub const AT_RISK_FROM: f64 = 0.1;

/// How often something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance {
    /// Draws in which it happened.
    pub happened: usize,
    /// Draws that were computed.
    pub of: usize,
}

impl Chance {
    pub fn counted(happened: impl Iterator<Item = bool>) -> Self {
        happened.fold(Self { happened: 0, of: 0 }, |chance, happened| Self {
            happened: chance.happened + usize::from(happened),
            of: chance.of + 1,
        })
    }

    /// The share of the draws [1]; 0 without draws.
    pub fn share(self) -> f64 {
        if self.of == 0 { 0.0 } else { self.happened as f64 / self.of as f64 }
    }

    /// Where the chance lies, with a probability of 95 %, as far as the number of draws tells [1]: the score interval
    /// of Wilson (1927), which keeps a width where nothing or everything happened. It is that of independent draws; a
    /// Latin hypercube is seldom further off (Owen 1997). How wrong ranges and model are, it does not say.
    pub fn interval(self) -> (f64, f64) {
        const DEVIATIONS: f64 = 1.959_963_984_540_054;
        if self.of == 0 {
            return (0.0, 1.0);
        }
        let (count, share) = (self.of as f64, self.share());
        let squared = DEVIATIONS * DEVIATIONS / count;
        let middle = (share + 0.5 * squared) / (1.0 + squared);
        let width = DEVIATIONS * (share * (1.0 - share) / count + 0.25 * squared / count).sqrt() / (1.0 + squared);
        let low = if self.happened == 0 { 0.0 } else { (middle - width).larger(0.0) };
        let high = if self.happened == self.of { 1.0 } else { (middle + width).smaller(1.0) };
        (low, high)
    }

    /// The verdict on a slot of which this is the chance of breaking, `likely` being that at the likely values.
    pub fn verdict(self, likely: Verdict) -> Verdict {
        let is_at_risk = self.of > 0 && self.share() >= AT_RISK_FROM;
        if likely == Verdict::Holds && is_at_risk { Verdict::AtRisk } else { likely }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_follows_the_number_of_draws_and_is_never_none() {
        for (happened, of, low, high) in [
            (0, 100, 0.0, 0.0370),
            (10, 100, 0.0552, 0.1744),
            (100, 100, 0.9630, 1.0),
            (0, 0, 0.0, 1.0),
            (50, 1000, 0.0381, 0.0653),
        ] {
            let (lower, upper) = Chance { happened, of }.interval();
            assert!((lower - low).abs() < 1e-4 && (upper - high).abs() < 1e-4, "{happened} of {of}: {lower} {upper}");
        }
    }

    #[test]
    fn one_in_ten_is_at_risk_and_what_breaks_goes_on_breaking() {
        let chance = |happened| Chance { happened, of: 40 };
        assert_eq!(chance(4).verdict(Verdict::Holds), Verdict::AtRisk);
        assert_eq!(chance(3).verdict(Verdict::Holds), Verdict::Holds);
        assert_eq!(chance(3).verdict(Verdict::AtRisk), Verdict::AtRisk);
        assert_eq!(chance(0).verdict(Verdict::Breaks), Verdict::Breaks);
        assert_eq!(Chance { happened: 0, of: 0 }.verdict(Verdict::Holds), Verdict::Holds);
    }
}
