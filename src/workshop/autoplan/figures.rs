//! Figures of an answer as they are said: what is proved is never said to be more than it is.

use crate::num::order::Extreme;
use crate::text::format::{decimal, integer, percent};

/// An answer so near to what is proved is called the best [1]: as near as a forecast is exact.
const EXACT: f64 = 1e-6;

/// The next number of so many digits after the point that is not below.
pub fn up(value: f64, digits: usize) -> f64 {
    let power = libm::pow(10.0, digits as f64);
    // A number of these digits stays, whatever its last bits.
    libm::ceil(value * power - 1e-6) / power
}

/// The next number of so many digits after the point that is not above.
fn down(value: f64, digits: usize) -> f64 {
    -up(-value, digits)
}

/// A load with a digit after the point.
pub fn load(load: f64) -> String {
    percent_of(100.0 * load, 1)
}

/// As [`load`], always with that digit, for columns.
pub fn load_in_column(load: f64) -> String {
    format!("{:.1}%", 100.0 * load)
}

pub fn percent_of(value: f64, digits: usize) -> String {
    format!("{}%", decimal(value, digits))
}

/// Points of a load, with one digit.
pub fn points(points: f64) -> String {
    decimal(100.0 * points, 1)
}

/// A load and what it cannot be below, so finely that they differ where they do.
pub struct Proved {
    pub value: String,
    pub bound: String,
    /// Points that are left, upwards.
    pub points: String,
    /// How far the value is above the bound in parts of it, upwards.
    pub within: String,
    /// The same as a number [1].
    pub gap: f64,
    pub is_optimal: bool,
}

impl Proved {
    pub fn new(value: f64, bound: f64) -> Self {
        let left = (value - bound).larger(0.0);
        let digits = if left < 0.001 { 2 } else { 1 };
        Self {
            value: percent_of(100.0 * value, digits),
            bound: percent_of(down(100.0 * bound, digits), digits),
            points: decimal(up(100.0 * left, digits), digits),
            gap: left / bound,
            within: percent_of(up(100.0 * left / bound, 2), 2),
            is_optimal: left <= EXACT * bound,
        }
    }
}

/// A share of cases, in whole per cent.
pub fn share(share: f64) -> String {
    percent(share)
}

/// A factor with two digits, upwards.
pub fn factor(times: f64) -> String {
    decimal(up(times, 2), 2)
}

/// People per second as they are needed: upwards.
pub fn needed_rate(rate: f64) -> String {
    decimal(up(rate, 1), 1)
}

pub fn count(value: usize) -> String {
    integer(value as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_proved_is_not_said_to_be_more() {
        let Proved { value, bound, points, within, is_optimal, .. } = Proved::new(0.67442, 0.66987);
        assert_eq!((&*value, &*bound, &*points, &*within, is_optimal), ("67.4%", "66.9%", "0.5", "0.68%", false));
        let near = Proved::new(0.67442, 0.67439);
        assert_eq!((&*near.value, &*near.bound, &*near.points), ("67.44%", "67.43%", "0.01"));
        assert!(!near.is_optimal && Proved::new(0.67442, 0.67442).is_optimal);
        assert!(Proved::new(0.67442, 0.67442 / (1.0 + 5e-7)).is_optimal);
    }
}
