//! A population scaled to the number of members that is known, by largest remainder.

use crate::num::apportion;
use crate::plan::Membership;

/// The same table with `total` members [people], in proportion to the people of each cell.
pub fn scaled(membership: &Membership, total: u64) -> Membership {
    let weights: Vec<u64> = membership.counts.iter().flatten().copied().collect();
    with_counts(membership, apportion::shares(&weights, total))
}

/// The members among the people of each cell, by the share of members of each age, each in 0..=1; a share that is
/// missing is 0. With `total` they are that many [people], else as many as the shares give, rounded to the nearest.
pub fn scaled_by_share(membership: &Membership, shares: &[f64], total: Option<u64>) -> Membership {
    /// Parts of a person that weights are cut into; cells of 100 million people stay far below the limit of u64.
    const PARTS: f64 = 1e6;
    let share = |age: usize| shares.get(age).copied().filter(|share| share.is_finite()).unwrap_or(0.0).clamp(0.0, 1.0);
    let weights: Vec<u64> = membership
        .counts
        .iter()
        .flat_map(|row| {
            row.iter().enumerate().map(|(age, people)| (*people as f64 * share(age) * PARTS).round() as u64)
        })
        .collect();
    let sum: u128 = weights.iter().copied().map(u128::from).sum();
    let natural = u64::try_from((sum + PARTS as u128 / 2) / PARTS as u128).unwrap_or(u64::MAX);
    with_counts(membership, apportion::shares(&weights, total.unwrap_or(natural)))
}

fn with_counts(membership: &Membership, counts: Vec<u64>) -> Membership {
    let mut counts = counts.into_iter();
    let rows = membership.counts.iter().map(|row| counts.by_ref().take(row.len()).collect()).collect();
    Membership { counts: rows, ..membership.clone() }
}

#[cfg(test)]
mod tests {
    use super::super::band::Band;
    use super::*;
    use crate::plan::Region;

    fn table() -> Membership {
        Membership {
            regions: vec![Region { name: "A".into(), code: None }, Region { name: "B".into(), code: None }],
            ages: vec![Band::new(0, 19).of_plan(), Band::open(20).of_plan()],
            counts: vec![vec![100, 300], vec![200, 400]],
        }
    }

    #[test]
    fn members_are_spread_in_proportion_and_add_up() {
        assert_eq!(scaled(&table(), 101).counts, [[10, 30], [20, 41]]);
        assert_eq!(scaled_by_share(&table(), &[0.0, 0.5], None).counts, [[0, 150], [0, 200]]);
        assert_eq!(scaled_by_share(&table(), &[0.1, 0.5], Some(10)).counts, [[0, 4], [1, 5]]);
        assert_eq!(scaled_by_share(&table(), &[f64::NAN], None).total(), 0);
    }
}
