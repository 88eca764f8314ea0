//! Whole numbers in proportion to weights, by largest remainder.

use super::order;

/// `total` cut in proportion to `weights`, in exact integers; ties go to the earlier. All zero without weights.
pub fn shares(weights: &[u64], total: u64) -> Vec<u64> {
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
