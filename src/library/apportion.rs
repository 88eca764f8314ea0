//! Spreads a number of members over a population table in proportion to its residents.

use super::population::PopulationTable;
use super::wording::Reading;
use crate::num::order;
use crate::plan::{AgeBand, Membership, Region};

/// `total` members [people] spread over the cells of `table` by largest remainder, in exact integers; ties go to
/// the earlier cell, region by region. Nobody is spread over a table without residents.
pub fn members_in_proportion(table: &PopulationTable, total: u64, read: Reading) -> Membership {
    let cells: Vec<u64> = table.residents.iter().flat_map(|row| row.iter().copied()).collect();
    let mut members = shares(&cells, total).into_iter();
    let regions = table
        .regions
        .iter()
        .map(|region| Region { name: read(region.name).to_owned(), code: Some(region.code.to_owned()) });
    let ages = table.ages.iter().map(|age| AgeBand { name: age.name.to_owned(), from: age.from, to: age.to });
    Membership {
        regions: regions.collect(),
        ages: ages.collect(),
        counts: table.residents.iter().map(|row| members.by_ref().take(row.len()).collect()).collect(),
    }
}

fn shares(weights: &[u64], total: u64) -> Vec<u64> {
    let whole: u128 = weights.iter().copied().map(u128::from).sum();
    if whole == 0 {
        return vec![0; weights.len()];
    }
    let asked = |weight: u64| u128::from(total) * u128::from(weight);
    let mut shares: Vec<u64> = weights.iter().map(|&weight| (asked(weight) / whole) as u64).collect();
    let left = total - shares.iter().sum::<u64>();
    let mut places: Vec<usize> = (0..weights.len()).collect();
    // The sort is stable, so of equal remainders the earlier stays first.
    order::sort_by_key(&mut places, |&place| std::cmp::Reverse(asked(weights[place]) % whole));
    for &place in places.iter().take(left as usize) {
        shares[place] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn remainders_go_to_the_largest_then_to_the_earlier() {
        for (weights, total, expect) in [
            (&[1, 1, 1][..], 10, &[4, 3, 3][..]),
            (&[2, 1, 1], 2, &[1, 1, 0]),
            (&[5, 3, 2], 7, &[4, 2, 1]),
            (&[0, 7, 0], 9, &[0, 9, 0]),
            (&[0, 0], 9, &[0, 0]),
            (&[u64::MAX, u64::MAX], 3, &[2, 1]),
        ] {
            assert_eq!(shares(weights, total), expect, "{weights:?} {total}");
        }
    }
}
