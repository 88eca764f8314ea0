//! Putting lists in order, and the larger and the smaller of two numbers.
//!
//! The standard library compiles its sorting anew for each kind of entry. Here what is sorted are
//! positions, so that the page carries one sorting for all lists.

use std::cmp::Ordering;

/// The larger and the smaller of two numbers, of which neither is NaN.
///
/// `f64::max` and `f64::min` must mind NaN: WebAssembly has no instruction for that, so that each is a call there, which
/// took an eighth of the time of a forecast.
pub trait Extreme {
    fn larger(self, other: Self) -> Self;
    fn smaller(self, other: Self) -> Self;
}

impl Extreme for f64 {
    #[inline]
    fn larger(self, other: Self) -> Self {
        if self > other { self } else { other }
    }

    #[inline]
    fn smaller(self, other: Self) -> Self {
        if self < other { self } else { other }
    }
}

/// The positions 0..`count` in the order of `compare`; equal ones stay as they are.
fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|&one, &other| compare(one, other));
    positions
}

/// Sorts by a comparison; equal entries stay as they are.
pub fn sort_by<T>(entries: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = positions(entries.len(), &|one, other| compare(&entries[one], &entries[other]));
    let mut taken: Vec<Option<T>> = std::mem::take(entries).into_iter().map(Some).collect();
    entries.extend(order.into_iter().filter_map(|position| taken[position].take()));
}

/// Sorts by a key; entries of equal keys stay as they are.
pub fn sort_by_key<T, K: Ord>(entries: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(entries, |one, other| key(one).cmp(&key(other)));
}

/// Sorts entries that have an order of their own.
pub fn sort<T: Ord>(entries: &mut Vec<T>) {
    sort_by(entries, T::cmp);
}

/// Sorts whole numbers where they are.
pub fn sort_numbers(numbers: &mut [u64]) {
    numbers.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_numbers_one_is_larger_and_one_is_smaller() {
        for (one, other) in [(1.0, 2.0), (-1.0, 1.0), (0.0, f64::INFINITY), (f64::NEG_INFINITY, -1e300), (3.0, 3.0)] {
            assert_eq!((one.larger(other), one.smaller(other)), (other, one));
            assert_eq!((other.larger(one), other.smaller(one)), (other, one));
        }
    }

    #[test]
    fn equal_entries_stay_as_they_are() {
        let mut entries = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by_key(&mut entries, |entry| entry.0);
        assert_eq!(entries, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        sort_by(&mut entries, |one, other| other.1.cmp(&one.1));
        assert_eq!(entries, [(1, 'd'), (2, 'c'), (1, 'b'), (2, 'a')]);
        sort(&mut entries);
        assert_eq!(entries, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
