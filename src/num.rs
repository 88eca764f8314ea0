//! Numerical tools without a unit: collocation, the polynomial of a step, exponentials that keep small
//! digits; the order of lists; proportions in whole numbers.

pub mod apportion;
pub mod collocation;
pub mod order;
pub mod polynomial;
pub mod short_collocation;

/// `1 - exp(-x)`, exact for small `x`.
pub fn one_minus_exp(x: f64) -> f64 {
    -libm::expm1(-x)
}

/// Mean of `exp(x u)` over `u` in 0..=1, i.e. `(exp(x) - 1) / x`, exact near `x = 0`.
pub fn mean_exp(x: f64) -> f64 {
    if x == 0.0 { 1.0 } else { libm::expm1(x) / x }
}

/// The nearest number of three figures.
pub fn three_figures(value: f64) -> f64 {
    if !value.is_normal() {
        return value;
    }
    let digits = 2.0 - libm::log10(value.abs()).floor();
    let power = libm::pow(10.0, digits.abs());
    if digits < 0.0 { (value / power).round() * power } else { (value * power).round() / power }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_arguments_keep_their_digits() {
        assert_eq!(one_minus_exp(1e-20), 1e-20);
        assert_eq!(mean_exp(0.0), 1.0);
        assert!((mean_exp(1e-9) - 1.0 - 5e-10).abs() < 1e-15);
        assert!((mean_exp(2.0) - (libm::exp(2.0) - 1.0) / 2.0).abs() < 1e-15);
    }

    #[test]
    fn three_figures_are_kept() {
        for (value, expect) in [(0.0, 0.0), (0.519_72, 0.52), (-13.333, -13.3), (48_017.0, 48_000.0), (999.6, 1000.0)] {
            assert_eq!(three_figures(value), expect);
        }
    }
}
