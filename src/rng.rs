//! Chance that is the same on every machine: each draw is a function of a key and of a number, and of nothing else.
//!
//! A [`Key`] stands for one purpose at one place of one replication. Draw number `n` of a key is asked for when it is
//! needed, in any order or never; no draw moves another. Words are those of SplitMix64 (Steele, Lea, Flood, *Fast
//! splittable pseudorandom number generators*, OOPSLA 2014) read at a position. What rejection needs beyond the first
//! word is a chain of further words that begins with it.
//!
//! Only integer arithmetic, `+ - * /` and `libm` are used, so native code and the browser draw the same bits.

pub mod binomial;
pub mod exponent;
pub mod ziggurat;

pub use ziggurat::Tables;

/// Distance of one position of SplitMix64 from the next.
const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;
/// Distance between the words of a chain; odd, so that no chain is short.
const CHAIN: u64 = 0xD1B5_4A32_D192_ED03;
/// 2^-53, the distance of two neighbouring shares.
const SHARE_STEP: f64 = 1.0 / (1_u64 << 53) as f64;

/// What is drawn from: one purpose at one place of one replication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(u64);

/// 64 random bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(u64);

impl Key {
    pub const fn new(seed: u64) -> Self {
        Self(mix(seed.wrapping_add(GAMMA)))
    }

    /// The key of a part: other numbers give unrelated keys.
    pub const fn part(self, number: u64) -> Self {
        Self(mix(self.0 ^ mix(number.wrapping_add(GAMMA))))
    }

    /// Draw `number` of the key.
    pub const fn word(self, number: u64) -> Word {
        Word(mix(self.0.wrapping_add(number.wrapping_mul(GAMMA))))
    }
}

impl Word {
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// The next word of the chain that begins here.
    pub const fn next(self) -> Self {
        Self(mix(self.0.wrapping_add(CHAIN)))
    }

    /// Evenly spread over 0..1, 1 excluded; the low eleven bits are not used.
    pub const fn share(self) -> f64 {
        self.step() as f64 * SHARE_STEP
    }

    /// The share as a whole number of its steps.
    // A signed number becomes a double in one instruction, an unsigned one in several.
    const fn step(self) -> i64 {
        (self.0 >> 11) as i64
    }

    /// Whether something happens that happens with the chance `share`, 0..=1.
    pub const fn happens(self, share: f64) -> bool {
        self.share() < share
    }
}

/// Spreads every bit over all bits, one to one (variant 13 of D. Stafford).
pub const fn mix(word: u64) -> u64 {
    let word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    word ^ (word >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_split_mix() {
        // The first three numbers of SplitMix64 whose state begins at 1234567, as published with its reference code.
        let expected = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        assert_eq!([1, 2, 3].map(|number| Key(1_234_567).word(number).bits()), expected);
    }

    #[test]
    fn shares_are_even_and_parts_unrelated() {
        let count = 100_000;
        let [one, other] = [Key::new(1).part(7), Key::new(1).part(8)];
        let shares = |key: Key| (0..count).map(move |number| key.word(number).share());
        let mean = shares(one).sum::<f64>() / count as f64;
        assert!((mean - 0.5).abs() < 4.0 * libm::sqrt(1.0 / 12.0 / count as f64), "{mean}");
        let together: f64 = shares(one).zip(shares(other)).map(|(one, other)| (one - 0.5) * (other - 0.5)).sum();
        assert!((together / count as f64).abs() < 4.0 / 12.0 / libm::sqrt(count as f64), "{together}");
    }
}
