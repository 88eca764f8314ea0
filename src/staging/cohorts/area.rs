//! What a cohort selects, laid out so that two of them are compared quickly.

use crate::plan::digits::BirthDigits;
use crate::plan::{Cohort, Membership};

/// Regions and age bands as sets of bits, birth digits as a mask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    regions: Vec<u64>,
    ages: Vec<u64>,
    digits: BirthDigits,
}

impl Area {
    pub fn of(members: &Membership, cohort: &Cohort) -> Self {
        Self {
            regions: bits(cohort.regions.as_deref(), members.regions.len()),
            ages: bits(cohort.ages.as_deref(), members.ages.len()),
            digits: BirthDigits::of(cohort.birth_year_digits.as_deref(), cohort.birth_day_digits.as_deref()),
        }
    }

    /// Whether both rules name some of the same people.
    pub fn meets(&self, other: &Self) -> bool {
        let common = |one: &[u64], other: &[u64]| one.iter().zip(other).any(|(one, other)| one & other != 0);
        common(&self.regions, &other.regions)
            && common(&self.ages, &other.ages)
            && !self.digits.both(other.digits).is_nobody()
    }

    /// The birth digits that are selected of a cell.
    pub fn digits_of(&self, region: usize, age: usize) -> BirthDigits {
        if has(&self.regions, region) && has(&self.ages, age) { self.digits } else { BirthDigits::NOBODY }
    }
}

/// A bit per entry of a list of `count`; `None` = all of them.
fn bits(indices: Option<&[usize]>, count: usize) -> Vec<u64> {
    let mut bits = vec![0; count.div_ceil(64)];
    let mut set = |index: usize| bits[index / 64] |= 1 << (index % 64);
    match indices {
        Some(indices) => indices.iter().copied().filter(|&index| index < count).for_each(&mut set),
        None => (0..count).for_each(&mut set),
    }
    bits
}

fn has(bits: &[u64], index: usize) -> bool {
    bits.get(index / 64).is_some_and(|word| word >> (index % 64) & 1 == 1)
}
