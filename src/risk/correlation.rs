//! Partial rank correlation: what one assumption does to a figure while the others vary as well.
//!
//! Ranks instead of values, since waits and losses bend; partial, so that luck that two assumptions happen to share
//! in the sample is not counted twice (Iman and Conover 1982; Saltelli and others, Sensitivity Analysis, 2000).

use crate::num::order;
use crate::num::order::Extreme;

/// A column counts as having no spread of its own below this part of it [1].
const NO_SPREAD: f64 = 1e-9;

/// The partial rank correlations of `columns` with one or several figures of the same draws.
pub struct Ranked {
    /// Centred ranks of length 1, by column.
    columns: Vec<Vec<f64>>,
    /// Inverse of the correlations of the columns.
    inverse: Vec<Vec<f64>>,
}

impl Ranked {
    /// `None` where the columns cannot be told apart: fewer draws than columns, a constant column, two that agree.
    pub fn new(columns: &[Vec<f64>]) -> Option<Self> {
        let n_draws = columns.first()?.len();
        if n_draws < columns.len() + 3 {
            return None;
        }
        let columns: Vec<Vec<f64>> = columns.iter().map(|column| standard_ranks(column)).collect::<Option<_>>()?;
        let inverse =
            inverse(columns.iter().map(|one| columns.iter().map(|other| product(one, other)).collect()).collect())?;
        Some(Self { columns, inverse })
    }

    /// By column, -1..=1; `None` where the figure is the same in every draw.
    pub fn correlations(&self, figure: &[f64]) -> Option<Vec<f64>> {
        let figure = standard_ranks(figure)?;
        let direct: Vec<f64> = self.columns.iter().map(|column| product(column, &figure)).collect();
        let weights: Vec<f64> = self.inverse.iter().map(|row| product(row, &direct)).collect();
        // What the columns leave unexplained; rounding may take it a hair below 0.
        let rest = (1.0 - product(&direct, &weights)).larger(0.0);
        let of_column = |column: usize| {
            let size = (weights[column] * weights[column] + rest * self.inverse[column][column]).sqrt();
            if size > 0.0 { weights[column] / size } else { 0.0 }
        };
        Some((0..weights.len()).map(of_column).collect())
    }
}

/// Ranks about their mean, scaled to length 1; equal values share the mean of their ranks. `None` without spread.
fn standard_ranks(values: &[f64]) -> Option<Vec<f64>> {
    let mut places: Vec<usize> = (0..values.len()).collect();
    order::sort_by(&mut places, |&one, &other| values[one].total_cmp(&values[other]));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    while start < places.len() {
        let alike = places[start..].iter().take_while(|&&place| values[place] == values[places[start]]).count();
        let rank = start as f64 + 0.5 * (alike as f64 - 1.0);
        places[start..start + alike].iter().for_each(|&place| ranks[place] = rank);
        start += alike;
    }
    let middle = 0.5 * (values.len() as f64 - 1.0);
    ranks.iter_mut().for_each(|rank| *rank -= middle);
    let length = product(&ranks, &ranks).sqrt();
    (length > 0.0).then(|| ranks.into_iter().map(|rank| rank / length).collect())
}

fn product(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// Gauss and Jordan, without exchange: the matrix is symmetric and positive definite, or has no inverse here.
fn inverse(mut matrix: Vec<Vec<f64>>) -> Option<Vec<Vec<f64>>> {
    let size = matrix.len();
    let unit = |row: usize| (0..size).map(|column| if row == column { 1.0 } else { 0.0 }).collect();
    let mut inverse: Vec<Vec<f64>> = (0..size).map(unit).collect();
    for pivot in 0..size {
        let divisor = matrix[pivot][pivot];
        if divisor < NO_SPREAD {
            return None;
        }
        for column in 0..size {
            matrix[pivot][column] /= divisor;
            inverse[pivot][column] /= divisor;
        }
        for row in (0..size).filter(|&row| row != pivot) {
            let factor = matrix[row][pivot];
            for column in 0..size {
                matrix[row][column] -= factor * matrix[pivot][column];
                inverse[row][column] -= factor * inverse[pivot][column];
            }
        }
    }
    Some(inverse)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(count: usize, draws: usize) -> Vec<Vec<f64>> {
        let mut state = 1_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as f64
        };
        (0..count).map(|_| (0..draws).map(|_| next()).collect()).collect()
    }

    #[test]
    fn ranks_of_equal_values_are_their_mean() {
        let ranks = standard_ranks(&[5.0, f64::INFINITY, 5.0, 1.0]).unwrap();
        let length = (0.5_f64 * 0.5 * 0.0 + 1.5 * 1.5 * 2.0).sqrt();
        assert_eq!(ranks, [0.0, 1.5 / length, 0.0, -1.5 / length]);
        assert_eq!(standard_ranks(&[3.0, 3.0]), None);
    }

    #[test]
    fn two_columns_agree_with_the_textbook() {
        let columns = columns(2, 50);
        let figure: Vec<f64> = (0..50).map(|draw| columns[0][draw] - 0.7 * columns[1][draw]).collect();
        let ranks = |values: &[f64]| standard_ranks(values).unwrap();
        let [x, z, y] = [ranks(&columns[0]), ranks(&columns[1]), ranks(&figure)];
        let (xy, xz, zy) = (product(&x, &y), product(&x, &z), product(&z, &y));
        let expect = (xy - xz * zy) / ((1.0 - xz * xz) * (1.0 - zy * zy)).sqrt();
        let found = Ranked::new(&columns).unwrap().correlations(&figure).unwrap();
        assert!((found[0] - expect).abs() < 1e-12, "{found:?} {expect}");
        assert!(found[0] > 0.8 && found[1] < -0.8, "{found:?}");
    }

    #[test]
    fn only_what_matters_correlates_and_a_monotone_bend_changes_nothing() {
        let columns = columns(5, 400);
        let ranked = Ranked::new(&columns).unwrap();
        let straight = columns[2].clone();
        let bent: Vec<f64> = straight.iter().map(|value| value * value * value).collect();
        let found = ranked.correlations(&straight).unwrap();
        assert!((found[2] - 1.0).abs() < 1e-6, "{found:?}");
        assert_eq!(ranked.correlations(&bent).unwrap(), found);
        let other: Vec<f64> = (0..400).map(|draw| columns[1][draw] + columns[3][draw]).collect();
        let found = ranked.correlations(&other).unwrap();
        assert!(found[0].abs() < 0.15 && found[1] > 0.8 && found[3] > 0.8 && found[4].abs() < 0.15, "{found:?}");
    }

    #[test]
    fn what_cannot_be_told_apart_is_not_told() {
        let mut same = columns(2, 40);
        same[1] = same[0].clone();
        assert!(Ranked::new(&same).is_none());
        assert!(Ranked::new(&columns(5, 7)).is_none());
        assert!(Ranked::new(&[vec![1.0; 40]]).is_none());
        assert!(Ranked::new(&[]).is_none());
        assert_eq!(Ranked::new(&columns(2, 40)).unwrap().correlations(&[7.0; 40]), None);
    }
}
