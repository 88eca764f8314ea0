//! A small seeded generator of random numbers, with streams that do not depend on each other.

/// SplitMix64: Steele, Lea, Flood (2014), "Fast splittable pseudorandom number generators".
pub struct Generator(u64);

impl Generator {
    /// The stream of these words; any other list of words gives another.
    pub fn of(words: &[u64]) -> Self {
        let mut state = 0x9e37_79b9_7f4a_7c15;
        for &word in words {
            state = Self(state ^ word).next_u64();
        }
        Self(state)
    }

    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Evenly spread over 0 < u < 1.
    pub fn unit(&mut self) -> f64 {
        // 53 bits and a half: neither end is ever met.
        ((self.next_u64() >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0
    }

    /// Evenly spread over 0..`count`, `count` > 0; no value is favoured (Lemire 2019).
    pub fn below(&mut self, count: u64) -> u64 {
        let unfair = count.wrapping_neg() % count;
        loop {
            let wide = u128::from(self.next_u64()) * u128::from(count);
            if wide as u64 >= unfair {
                return (wide >> 64) as u64;
            }
        }
    }
}

/// A word that stands for a text (FNV-1a, 64 bits).
pub fn word(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_publication() {
        let mut generator = Generator(1_234_567);
        let numbers: Vec<u64> = (0..3).map(|_| generator.next_u64()).collect();
        assert_eq!(numbers, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn streams_of_other_words_are_others() {
        let first = |words: &[u64]| Generator::of(words).next_u64();
        assert_eq!(first(&[1, 2]), first(&[1, 2]));
        for other in [&[2, 1][..], &[1], &[1, 2, 0], &[1, 3]] {
            assert_ne!(first(&[1, 2]), first(other));
        }
        assert_ne!(word("/a"), word("/b"));
    }

    #[test]
    fn every_value_below_a_count_comes_as_often() {
        let mut generator = Generator::of(&[7]);
        let mut counts = [0_u32; 6];
        for _ in 0..60_000 {
            counts[generator.below(6) as usize] += 1;
        }
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 400), "{counts:?}");
        assert!((0..1_000).all(|_| (0.0..1.0).contains(&generator.unit())));
    }
}
