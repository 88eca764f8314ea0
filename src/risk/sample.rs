//! A Latin hypercube over the ranges: which level each assumption has in each draw.

use super::assumption::Assumption;
use crate::rng::{Key, Word};

/// What a sample depends on, beside the fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sampling {
    /// Usually the plan's. Plans that are to be compared take the same.
    pub seed: u64,
    /// How many draws, > 0.
    pub draws: usize,
}

/// The levels of all assumptions in all draws.
///
/// Every assumption meets each n-th part of its law once in n draws. The level of a field in a draw depends on
/// seed, pointer of the field, number of the draw and number of draws alone, so two plans that share a field share
/// its luck, whatever else they assume.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    sampling: Sampling,
    assumptions: Vec<Assumption>,
    /// By assumption, then draw; 0..1, exclusive.
    levels: Vec<Vec<f64>>,
}

impl Sample {
    pub fn new(assumptions: Vec<Assumption>, sampling: Sampling) -> Self {
        let levels = assumptions.iter().map(|assumption| levels(&assumption.pointer, sampling)).collect();
        Self { sampling, assumptions, levels }
    }

    pub fn sampling(&self) -> Sampling {
        self.sampling
    }

    pub fn assumptions(&self) -> &[Assumption] {
        &self.assumptions
    }

    /// The levels of one assumption by draw.
    pub fn levels(&self, assumption: usize) -> &[f64] {
        &self.levels[assumption]
    }

    /// The values of all assumptions in a draw, in their order.
    pub fn values(&self, draw: usize) -> Vec<f64> {
        let value = |(assumption, levels): (&Assumption, &Vec<f64>)| assumption.law.at(levels[draw]);
        self.assumptions.iter().zip(&self.levels).map(value).collect()
    }
}

fn levels(pointer: &str, Sampling { seed, draws }: Sampling) -> Vec<f64> {
    let key = Key::new(seed).part(number_of(pointer)).part(draws as u64);
    let (order, place) = (key.part(0), key.part(1));
    let mut parts: Vec<usize> = (0..draws).collect();
    for last in (1..draws).rev() {
        parts.swap(last, below(order.word(last as u64), last + 1));
    }
    let level = |(draw, part): (usize, usize)| (part as f64 + place.word(draw as u64).share()) / draws as f64;
    parts.into_iter().enumerate().map(level).collect()
}

/// Spread over 0..`count`; no value is favoured by more than `count` in 2^64.
fn below(word: Word, count: usize) -> usize {
    ((u128::from(word.bits()) * count as u128) >> 64) as usize
}

/// A number that stands for a text (FNV-1a, 64 bits).
fn number_of(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Plan, Range, sample};
    use crate::risk::assumptions;

    fn drawn(fields: &[&str], sampling: Sampling) -> Sample {
        let range = |field: &&str| Range { field: (*field).to_owned(), low: 0.1, high: 0.9 };
        let plan = Plan { ranges: fields.iter().map(range).collect(), ..sample::plan() };
        Sample::new(assumptions(&plan), sampling)
    }

    const FIELDS: [&str; 3] = ["/journey/1/rate_per_s", "/arrivals/ignore_window_share", "/journey/0/fail_share"];

    #[test]
    fn every_part_of_every_law_is_met_once() {
        let sampling = Sampling { seed: 1, draws: 40 };
        let sample = drawn(&FIELDS, sampling);
        for field in 0..FIELDS.len() {
            let mut parts: Vec<usize> = sample.levels(field).iter().map(|level| (level * 40.0) as usize).collect();
            assert_ne!(parts, (0..40).collect::<Vec<usize>>());
            parts.sort_unstable();
            assert_eq!(parts, (0..40).collect::<Vec<usize>>());
        }
        assert_ne!(sample.levels(0), sample.levels(1));
    }

    #[test]
    fn luck_belongs_to_seed_field_and_number_of_draws() {
        let sampling = Sampling { seed: 1, draws: 40 };
        let (all, one) = (drawn(&FIELDS, sampling), drawn(&FIELDS[1..2], sampling));
        assert_eq!(all.levels(1), one.levels(0));
        assert_eq!(all.values(7)[1], one.values(7)[0]);
        assert_ne!(drawn(&FIELDS, Sampling { seed: 2, ..sampling }).levels(1), one.levels(0));
        assert_ne!(drawn(&FIELDS, Sampling { draws: 41, ..sampling }).levels(1)[..40], one.levels(0)[..40]);
    }

    #[test]
    fn two_assumptions_go_their_own_ways() {
        let sample = drawn(&FIELDS, Sampling { seed: 3, draws: 2000 });
        let (first, second) = (sample.levels(0), sample.levels(1));
        let product: f64 = first.iter().zip(second).map(|(a, b)| (a - 0.5) * (b - 0.5)).sum();
        assert!((12.0 * product / 2000.0).abs() < 0.07, "{product}");
    }

    #[test]
    fn places_are_spread_evenly_and_texts_told_apart() {
        let mut counts = [0_u32; 6];
        for number in 0..60_000 {
            counts[below(Key::new(7).word(number), 6)] += 1;
        }
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 400), "{counts:?}");
        assert_ne!(number_of("/a"), number_of("/b"));
    }
}
