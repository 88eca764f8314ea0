//! Chance that is addressed, not drawn one after the other: each word is a function of a key and a number.

/// Distance of one position of SplitMix64 from the next.
const GAMMA: u64 = 0x9e37_79b9_7f4a_7c15;

/// What is drawn from: one purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(u64);

impl Key {
    pub const fn new(seed: u64) -> Self {
        Self(mix(seed.wrapping_add(GAMMA)))
    }

    /// The key of a part: other numbers give unrelated keys.
    pub const fn part(self, number: u64) -> Self {
        Self(mix(self.0 ^ mix(number.wrapping_add(GAMMA))))
    }

    /// Word `number` of the key: 64 random bits (SplitMix64, Steele, Lea, Flood 2014, read at a position).
    pub const fn word(self, number: u64) -> u64 {
        mix(self.0.wrapping_add(number.wrapping_mul(GAMMA)))
    }
}

/// Evenly spread over 0 < share < 1.
pub fn share(word: u64) -> f64 {
    // 52 bits and a half are exact: neither end is ever met.
    ((word >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
}

/// Spread over 0..`count`; no value is favoured by more than `count` in 2^64.
pub fn below(word: u64, count: usize) -> usize {
    ((u128::from(word) * count as u128) >> 64) as usize
}

/// A number that stands for a text (FNV-1a, 64 bits).
pub fn number_of(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Spreads every bit over all bits, one to one (variant 13 of D. Stafford).
const fn mix(word: u64) -> u64 {
    let word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_the_publication() {
        let words = [1, 2, 3].map(|number| Key(1_234_567).word(number));
        assert_eq!(words, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn parts_and_texts_have_luck_of_their_own() {
        let key = Key::new(1);
        assert_ne!(key.part(1).word(1), key.part(2).word(1));
        assert_ne!(key.part(1).part(2).word(1), key.part(2).part(1).word(1));
        assert_ne!(number_of("/a"), number_of("/b"));
    }

    #[test]
    fn every_value_below_a_count_comes_as_often() {
        let mut counts = [0_u32; 6];
        for number in 0..60_000 {
            counts[below(Key::new(7).word(number), 6)] += 1;
        }
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 400), "{counts:?}");
        assert!(share(0) > 0.0 && share(u64::MAX) < 1.0 && below(u64::MAX, 6) == 5);
    }
}
