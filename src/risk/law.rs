//! How an assumption is spread between and beyond the ends of its range.

use super::normal;
use crate::num::order::Extreme;
use crate::plan::limits::Bounds;
use crate::plan::number::within;

/// The spread of one number: `low` and `high` are its 5th and 95th percentile, the plan's value is the median.
///
/// Above and below the median the spread differs (split): each side is a half of a normal law in the logarithm, of
/// shares in the logit, so wide that the end of the range is met. Where an end or the median has no logarithm (0;
/// of shares 0 or 1), that side is a half of a normal law in the number itself. A side whose end is the median, or
/// lies on the other side of it, has no spread. What would pass the bounds of the field stops there; a number that
/// is not 0 in the plan is never drawn as 0 where 0 means shut or at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Law {
    value: f64,
    below: Side,
    above: Side,
    bounds: Bounds,
}

/// One side of the median; the width is signed and per standard deviation.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Side {
    None,
    Itself(f64),
    Logarithm(f64),
    Logit(f64),
}

impl Law {
    /// `value` must lie in `bounds` and `low..=high` be in order, which the checks of a plan see to.
    pub fn new(value: f64, (low, high): (f64, f64), is_share: bool, bounds: Bounds) -> Self {
        let spread = normal::quantile(0.95);
        let side = |end: f64| {
            let (from, to) = (scale(value, is_share), scale(end, is_share));
            if end == value {
                Side::None
            } else if !from.is_finite() || !to.is_finite() {
                Side::Itself((end - value) / spread)
            } else if is_share {
                Side::Logit((to - from) / spread)
            } else {
                Side::Logarithm((to - from) / spread)
            }
        };
        let bounds = Bounds { or_zero: bounds.or_zero && value == 0.0, ..bounds };
        Self { value, below: side(low.smaller(value)), above: side(high.larger(value)), bounds }
    }

    /// The number that a draw stays below with probability `level`, 0 < `level` < 1.
    pub fn at(&self, level: f64) -> f64 {
        let deviation = normal::quantile(level);
        let side = if deviation < 0.0 { self.below } else { self.above };
        let far = deviation.abs();
        let drawn = match side {
            Side::None => self.value,
            _ if far == 0.0 => self.value,
            Side::Itself(width) => self.value + width * far,
            Side::Logarithm(width) => self.value * libm::exp(width * far),
            Side::Logit(width) => share_of(scale(self.value, true) + width * far),
        };
        if self.value == 0.0 && drawn == 0.0 { 0.0 } else { within(drawn, self.bounds) }
    }

    /// Whether every draw is the plan's value.
    pub fn is_certain(&self) -> bool {
        self.below == Side::None && self.above == Side::None
    }
}

/// The logarithm of a number, the logit of a share; not finite where there is none.
fn scale(number: f64, is_share: bool) -> f64 {
    if is_share { libm::log(number) - libm::log1p(-number) } else { libm::log(number) }
}

fn share_of(logit: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-logit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::limits;

    fn check(value: f64, range: (f64, f64), is_share: bool, bounds: Bounds, expect: [f64; 3]) {
        let law = Law::new(value, range, is_share, bounds);
        for (level, expect) in [0.05, 0.5, 0.95].into_iter().zip(expect) {
            let drawn = law.at(level);
            assert!((drawn - expect).abs() <= 1e-12 * expect.max(1.0), "{value} {range:?} at {level}: {drawn}");
        }
        let mut last = f64::NEG_INFINITY;
        for step in 1..1000 {
            let drawn = law.at(f64::from(step) / 1000.0);
            assert!(drawn >= last && (bounds.hold(drawn) || drawn == 0.0), "{value} {range:?}: {drawn} after {last}");
            last = drawn;
        }
        assert_eq!(law.at(0.5), value);
    }

    #[test]
    fn the_ends_are_the_fifth_and_ninety_fifth_percentile_and_the_value_is_the_median() {
        check(13.333, (7.2, 24.0), false, limits::RATE, [7.2, 13.333, 24.0]);
        check(0.4, (0.27, 0.54), true, limits::SHARE, [0.27, 0.4, 0.54]);
        check(180.0, (0.2, 1e7), false, limits::SERVICE, [0.2, 180.0, 1e7]);
    }

    #[test]
    fn ends_and_medians_without_a_logarithm_are_spread_in_the_number_itself() {
        check(0.0, (0.0, 0.2), false, limits::UNINVITED, [0.0, 0.0, 0.2]);
        check(0.1, (0.0, 0.2), true, limits::SHARE, [0.0, 0.1, 0.2]);
        check(0.0, (0.0, 0.1), true, limits::SHARE, [0.0, 0.0, 0.1]);
        check(1.0, (0.9, 1.0), true, limits::SHARE, [0.9, 1.0, 1.0]);
        check(0.9, (0.5, 1.0), true, limits::SHARE, [0.5, 0.9, 1.0]);
        check(0.0, (0.0, 0.0), true, limits::SHARE, [0.0; 3]);
        // Half-way between median and end in standard deviations is half-way in the number.
        let law = Law::new(0.0, (0.0, 0.2), false, limits::UNINVITED);
        assert!((law.at(0.794_582_988) - 0.1).abs() < 1e-6, "{}", law.at(0.794_582_988));
    }

    #[test]
    fn a_side_without_room_has_no_spread() {
        check(5.0, (5.0, 20.0), false, limits::RATE, [5.0, 5.0, 20.0]);
        check(5.0, (1.0, 5.0), false, limits::RATE, [1.0, 5.0, 5.0]);
        // The range misses the value: the side that it does not reach is certain.
        check(5.0, (6.0, 9.0), false, limits::RATE, [5.0, 5.0, 9.0]);
        assert!(Law::new(5.0, (5.0, 5.0), false, limits::RATE).is_certain());
    }

    #[test]
    fn a_capacity_is_never_drawn_shut_and_a_shut_one_opens_only_upwards() {
        check(5.0, (0.0, 20.0), false, limits::RATE, [1e-6, 5.0, 20.0]);
        check(0.0, (0.0, 20.0), false, limits::RATE, [0.0, 0.0, 20.0]);
        check(60.0, (10.0, 3e7), false, limits::PATIENCE, [10.0, 60.0, 3e7]);
    }
}
