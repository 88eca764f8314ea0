//! Exponential and normal numbers by the ziggurat (Marsaglia, Tsang, *The ziggurat method for generating random
//! variables*, Journal of Statistical Software 5, 2000) with 256 layers and 53-bit numbers.
//!
//! One word decides almost always: its lowest eight bits pick the layer, the ninth the sign, the highest 53 the place.

use std::sync::OnceLock;

use super::exponent::Powers;
use super::{SHARE_STEP, Word};

const LAYERS: usize = 256;
/// Where the tail of the exponential begins.
const EXPONENTIAL_TAIL: f64 = 7.697_117_470_131_050_077;
/// Where the tail of the normal begins.
const NORMAL_TAIL: f64 = 3.654_152_885_361_008_796;

/// Edges of the layers of one density, widest first, and the density there.
#[derive(Debug)]
struct Layers {
    edges: [f64; LAYERS + 1],
    /// The edges by the steps of a word's place: one of so many parts of them each.
    steps: [f64; LAYERS],
    heights: [f64; LAYERS + 1],
}

/// The layers of both densities, and powers of e.
#[derive(Debug)]
pub struct Tables {
    pub powers: Powers,
    exponential: Layers,
    normal: Layers,
}

impl Tables {
    /// The tables, computed at the first use.
    pub fn get() -> &'static Self {
        static TABLES: OnceLock<Tables> = OnceLock::new();
        TABLES.get_or_init(|| {
            let exponential_area = (EXPONENTIAL_TAIL + 1.0) * exponential(EXPONENTIAL_TAIL);
            let normal_area = NORMAL_TAIL * normal(NORMAL_TAIL)
                + libm::sqrt(std::f64::consts::FRAC_PI_2) * libm::erfc(NORMAL_TAIL / std::f64::consts::SQRT_2);
            Self {
                powers: Powers::table(),
                exponential: Layers::new(EXPONENTIAL_TAIL, exponential_area, exponential, |y| -libm::log(y)),
                normal: Layers::new(NORMAL_TAIL, normal_area, normal, |y| libm::sqrt(-2.0 * libm::log(y))),
            }
        })
    }

    /// Exponential with mean 1, from the chain that begins with `word`.
    #[inline]
    pub fn exponential(&self, word: Word) -> f64 {
        let (layer, x) = self.exponential.place(word);
        if x < self.exponential.edges[layer + 1] { x } else { self.exponential_at_length(word) }
    }

    #[cold]
    fn exponential_at_length(&self, word: Word) -> f64 {
        let layers = &self.exponential;
        let mut beyond = 0.0;
        let mut word = word;
        loop {
            let (layer, x) = layers.place(word);
            if x < layers.edges[layer + 1] {
                return beyond + x;
            }
            word = word.next();
            if layer == 0 {
                // Beyond any point an exponential begins anew.
                beyond += EXPONENTIAL_TAIL;
            } else {
                if layers.height(layer, word.share()) < exponential(x) {
                    return beyond + x;
                }
                word = word.next();
            }
        }
    }

    /// Normal with mean 0 and variance 1, from the chain that begins with `word`.
    #[inline]
    pub fn normal(&self, word: Word) -> f64 {
        let (layer, x) = self.normal.place(word);
        if x < self.normal.edges[layer + 1] { signed(word, x) } else { self.normal_at_length(word) }
    }

    #[cold]
    fn normal_at_length(&self, word: Word) -> f64 {
        let layers = &self.normal;
        let mut word = word;
        loop {
            let (layer, x) = layers.place(word);
            if x < layers.edges[layer + 1] {
                return signed(word, x);
            }
            let sign = signed(word, 1.0);
            word = word.next();
            if layer == 0 {
                return sign * self.normal_tail(word);
            }
            if layers.height(layer, word.share()) < normal(x) {
                return sign * x;
            }
            word = word.next();
        }
    }

    /// Of a normal, given that it exceeds the last edge.
    fn normal_tail(&self, word: Word) -> f64 {
        let mut word = word;
        loop {
            let x = self.exponential(word) / NORMAL_TAIL;
            word = word.next().next();
            let y = self.exponential(word);
            if 2.0 * y > x * x {
                return NORMAL_TAIL + x;
            }
            word = word.next().next();
        }
    }
}

impl Layers {
    /// Layers of equal `area` below a falling `density` with its `inverse`, the lowest of them with the tail.
    fn new(tail: f64, area: f64, density: fn(f64) -> f64, inverse: fn(f64) -> f64) -> Self {
        let mut edges = [0.0; LAYERS + 1];
        edges[0] = area / density(tail);
        edges[1] = tail;
        for layer in 2..LAYERS {
            let below = edges[layer - 1];
            edges[layer] = inverse(area / below + density(below));
        }
        let mut steps = [0.0; LAYERS];
        for (step, edge) in steps.iter_mut().zip(edges) {
            *step = edge * SHARE_STEP;
        }
        Self { edges, steps, heights: edges.map(density) }
    }

    /// The layer of a word, and how far out its place is there. Steps are edges times a power of two, so that this is
    /// the share of the edge to the last bit.
    #[inline]
    fn place(&self, word: Word) -> (usize, f64) {
        let layer = (word.bits() & 0xFF) as usize;
        (layer, word.step() as f64 * self.steps[layer])
    }

    /// A height within a layer, `share` from its lower edge to its upper.
    fn height(&self, layer: usize, share: f64) -> f64 {
        self.heights[layer] + (self.heights[layer + 1] - self.heights[layer]) * share
    }
}

/// A number with the sign of a word.
#[inline]
fn signed(word: Word, x: f64) -> f64 {
    f64::from_bits(x.to_bits() | (word.bits() & 0x100) << 55)
}

fn exponential(x: f64) -> f64 {
    libm::exp(-x)
}

fn normal(x: f64) -> f64 {
    libm::exp(-0.5 * x * x)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Key;

    /// Largest distance of the draws from their law, in units of 1 / sqrt(count) (Kolmogorov).
    fn distance(mut draws: Vec<f64>, law: impl Fn(f64) -> f64) -> f64 {
        draws.sort_by(f64::total_cmp);
        let count = draws.len() as f64;
        let gaps = draws.iter().enumerate().map(|(index, &x)| {
            let share = law(x);
            (share - index as f64 / count).abs().max((share - (index as f64 + 1.0) / count).abs())
        });
        gaps.fold(0.0, f64::max) * libm::sqrt(count)
    }

    #[test]
    fn the_layers_meet_at_the_top() {
        for layers in [&Tables::get().exponential, &Tables::get().normal] {
            let last = LAYERS - 1;
            let rest = layers.edges[last] * (1.0 - layers.heights[last]);
            let area = layers.edges[5] * (layers.heights[6] - layers.heights[5]);
            assert!((rest - area).abs() < 1e-9, "{rest} for {area}");
        }
    }

    #[test]
    fn draws_follow_their_laws() {
        let key = Key::new(20_220_401);
        let words = |purpose: u64| (0..400_000).map(move |number| key.part(purpose).word(number));
        let tables = Tables::get();
        let exponential = distance(words(1).map(|word| tables.exponential(word)).collect(), |x| -libm::expm1(-x));
        let phi = |x: f64| 0.5 * libm::erfc(-x / std::f64::consts::SQRT_2);
        let normal = distance(words(2).map(|word| tables.normal(word)).collect(), phi);
        // Larger than 1.95 once in a thousand.
        assert!(exponential < 1.95 && normal < 1.95, "{exponential} {normal}");
    }

    #[test]
    fn the_tails_are_there() {
        let key = Key::new(5);
        let words = || (0..2_000_000).map(|number| key.word(number));
        let tables = Tables::get();
        let far = words().filter(|word| tables.exponential(*word) > 9.0).count() as f64;
        let out = words().filter(|word| tables.normal(*word).abs() > 3.8).count() as f64;
        let [far_mean, out_mean] = [2e6 * libm::exp(-9.0), 2e6 * libm::erfc(3.8 / std::f64::consts::SQRT_2)];
        assert!((far - far_mean).abs() < 4.0 * libm::sqrt(far_mean), "{far} for {far_mean}");
        assert!((out - out_mean).abs() < 4.0 * libm::sqrt(out_mean), "{out} for {out_mean}");
    }
}
