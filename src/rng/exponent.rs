//! Powers of e for numbers that are drawn by the million: far less work than in `libm`, and an error of a few units in
//! the last place, which no law of chance notices.

/// Powers of two from one to two, of which every other power is one times a whole power of two and a factor near one.
const PARTS: usize = 32;
/// How many of these steps a power of e takes.
const STEPS: f64 = PARTS as f64 * std::f64::consts::LOG2_E;
/// The logarithm of a step in two parts; the first has so few digits that its multiples are exact.
const STEP_HIGH: f64 = 6.931_471_803_691_238_164_90e-1 / PARTS as f64;
const STEP_LOW: f64 = 1.908_214_929_270_587_700_02e-10 / PARTS as f64;
/// Added and taken away again, it rounds to the nearest whole number; the last bits of the sum are that number.
const ROUND: f64 = 6_755_399_441_055_744.0;
/// Beyond these the result is none or without bound.
const LARGEST: f64 = 708.0;
const BIAS: u64 = 1023;
const FRACTION_BITS: u32 = 52;

/// What powers of e are made of.
#[derive(Debug)]
pub struct Powers([f64; PARTS]);

impl Powers {
    /// Computes them.
    pub fn table() -> Self {
        let mut powers = [1.0; PARTS];
        for (part, power) in powers.iter_mut().enumerate() {
            *power = libm::exp2(part as f64 / PARTS as f64);
        }
        Self(powers)
    }

    /// e to the power of `x`; from -708 on down 0, from 708 on up infinite.
    #[inline]
    pub fn exp(&self, x: f64) -> f64 {
        if x.abs() >= LARGEST {
            return if x > 0.0 { f64::INFINITY } else { 0.0 };
        }
        let rounded = x * STEPS + ROUND;
        let steps = rounded - ROUND;
        let r = (x - steps * STEP_HIGH) - steps * STEP_LOW;
        let square = r * r;
        // The series of e^r - 1 to the sixth power, |r| < 0.011.
        let low = 0.5 + r * (1.0 / 6.0);
        let high = (1.0 / 24.0 + r * (1.0 / 120.0)) + square * (1.0 / 720.0);
        let series = r + square * (low + square * high);
        let part = self.0[(rounded.to_bits() % PARTS as u64) as usize];
        let whole = (rounded.to_bits() / PARTS as u64 + BIAS) << FRACTION_BITS;
        (part + part * series) * f64::from_bits(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_those_of_the_library() {
        let powers = Powers::table();
        for step in -70_000..=70_000 {
            let x = f64::from(step) * 0.010_1;
            assert!((powers.exp(x) / libm::exp(x) - 1.0).abs() < 1e-15, "{x}");
        }
        assert_eq!([0.0, 710.0, -710.0].map(|x| powers.exp(x)), [1.0, f64::INFINITY, 0.0]);
    }
}
