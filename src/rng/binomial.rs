//! How many of a number of people do something that each does with the same chance, one bit at a time.
//!
//! A person's share of 64 random bits is compared with the chance from the highest bit on; 64 people share a word,
//! and most are decided after two. The result is exact for chances of 64 bits, without tables or logarithms.

use super::{Key, Word};

/// Words taken one after the other.
#[derive(Clone, Debug)]
pub struct Counter {
    key: Key,
    taken: u64,
}

impl Counter {
    pub fn new(key: Key) -> Self {
        Self { key, taken: 0 }
    }

    pub fn word(&mut self) -> Word {
        self.taken += 1;
        self.key.word(self.taken)
    }

    /// How many of `people` do what each does with the chance `share`; beyond 0..=1 nobody or everybody.
    pub fn of(&mut self, people: u64, share: f64) -> u64 {
        // A cast saturates: what is not a number counts as 0, and 1 or more has to be told from just below 1.
        let threshold = (share * 18_446_744_073_709_551_616.0) as u64;
        if share >= 1.0 {
            return people;
        }
        if threshold == 0 {
            return 0;
        }
        let blocks = people / 64;
        let whole: u64 = (0..blocks).map(|_| self.of_block(!0, threshold)).sum();
        match people % 64 {
            0 => whole,
            rest => whole + self.of_block((1 << rest) - 1, threshold),
        }
    }

    /// How many of the people whose bits are set stay below the threshold.
    fn of_block(&mut self, people: u64, threshold: u64) -> u64 {
        let (mut undecided, mut below, mut left) = (people, 0, threshold);
        while undecided != 0 && left != 0 {
            let bits = self.word().bits();
            if left >> 63 == 1 {
                below += u64::from((undecided & !bits).count_ones());
                undecided &= bits;
            } else {
                undecided &= !bits;
            }
            left <<= 1;
        }
        below
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_and_variances_are_those_of_the_law() {
        for (people, share) in [(1_u64, 0.3), (63, 0.5), (64, 0.05), (1_000, 0.377), (5_000, 0.999)] {
            let mut counter = Counter::new(Key::new(people).part(1));
            let draws: Vec<f64> = (0..4_000).map(|_| counter.of(people, share) as f64).collect();
            let mean = draws.iter().sum::<f64>() / 4_000.0;
            let variance = draws.iter().map(|draw| (draw - mean) * (draw - mean)).sum::<f64>() / 3_999.0;
            let expected = people as f64 * share * (1.0 - share);
            assert!((mean - people as f64 * share).abs() < 4.0 * libm::sqrt(expected / 4_000.0), "{people} {mean}");
            assert!((variance / expected - 1.0).abs() < 0.15, "{people}: {variance} for {expected}");
        }
    }

    #[test]
    fn certain_and_impossible_things() {
        let mut counter = Counter::new(Key::new(1));
        assert_eq!((counter.of(777, 0.0), counter.of(777, 1.0), counter.of(0, 0.5)), (0, 777, 0));
        assert_eq!((counter.of(777, -0.1), counter.of(777, 1.1), counter.of(777, f64::NAN)), (0, 777, 0));
        assert!(counter.of(1_000_000, 0.999_999_9) <= 1_000_000);
    }
}
