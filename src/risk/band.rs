//! Quantiles of a figure over the draws.

/// The levels of a band: half of the draws lie between the second and the fourth, nine in ten between the outer ones.
pub const LEVELS: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// A figure at each of [`LEVELS`]: the smallest value that at least that share of the draws does not exceed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    pub values: [f64; LEVELS.len()],
}

impl Band {
    /// Every draw gave the same.
    pub const fn certain(value: f64) -> Self {
        Self { values: [value; LEVELS.len()] }
    }

    pub fn low(&self) -> f64 {
        self.values[0]
    }

    pub fn median(&self) -> f64 {
        self.values[LEVELS.len() / 2]
    }

    pub fn high(&self) -> f64 {
        self.values[LEVELS.len() - 1]
    }
}

/// The band of these values, in any order; 0 without any. Infinite values sort like others.
pub fn order_statistics(mut values: Vec<f64>) -> Band {
    band_of(&mut values)
}

/// The same, the values being put in another order.
pub fn band_of(values: &mut [f64]) -> Band {
    let Some(&first) = values.first() else { return Band::certain(0.0) };
    if values.iter().all(|&value| value == first) {
        return Band::certain(first);
    }
    let count = values.len();
    let mut done = 0;
    let at = LEVELS.map(|level| {
        let position = rank(level, count);
        // What stands before `done` is in its place: each search goes on behind the one before.
        if position >= done {
            values[done..].select_nth_unstable_by(position - done, f64::total_cmp);
            done = position + 1;
        }
        values[position]
    });
    Band { values: at }
}

/// Position of a quantile in the sorted list of `count` values, `count` > 0.
fn rank(level: f64, count: usize) -> usize {
    // A hair less, so that 0.95 x 20 is 19 however it is rounded.
    let needed = (level * count as f64 * (1.0 - 1e-12)).ceil() as usize;
    needed.clamp(1, count) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[f64], expect: [f64; 5]) {
        assert_eq!(order_statistics(values.to_vec()).values, expect, "{values:?}");
    }

    #[test]
    fn quantiles_are_values_that_were_drawn() {
        check(&[], [0.0; 5]);
        check(&[3.0], [3.0; 5]);
        check(&[4.0, 1.0, 3.0, 2.0], [1.0, 1.0, 2.0, 3.0, 4.0]);
        let backwards: Vec<f64> = (1..=20).rev().map(f64::from).collect();
        check(&backwards, [1.0, 5.0, 10.0, 15.0, 19.0]);
        check(
            &[f64::INFINITY, 1.0, f64::NEG_INFINITY, 2.0],
            [f64::NEG_INFINITY, f64::NEG_INFINITY, 1.0, 2.0, f64::INFINITY],
        );
    }

    #[test]
    fn the_order_of_the_draws_does_not_matter() {
        let values: Vec<f64> = (0..997).map(|index| f64::from(index * 577 % 997)).collect();
        check(&values, [49.0, 249.0, 498.0, 747.0, 947.0]);
    }
}
