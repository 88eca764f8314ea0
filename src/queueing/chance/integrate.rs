//! Dormand and Prince's pair of orders five and four, with steps as long as the precision allows.
//!
//! Source: E. Hairer, S. Nørsett, G. Wanner, Solving Ordinary Differential Equations I, section II.5.

use crate::num::order::Extreme;

use super::Precision;
use super::moments::SIZE;

const STAGES: usize = 7;
const POSITIONS: [f64; STAGES] = [0.0, 0.2, 0.3, 0.8, 8.0 / 9.0, 1.0, 1.0];
const WEIGHTS: [[f64; 6]; STAGES] = [
    [0.0; 6],
    [0.2, 0.0, 0.0, 0.0, 0.0, 0.0],
    [3.0 / 40.0, 9.0 / 40.0, 0.0, 0.0, 0.0, 0.0],
    [44.0 / 45.0, -56.0 / 15.0, 32.0 / 9.0, 0.0, 0.0, 0.0],
    [19372.0 / 6561.0, -25360.0 / 2187.0, 64448.0 / 6561.0, -212.0 / 729.0, 0.0, 0.0],
    [9017.0 / 3168.0, -355.0 / 33.0, 46732.0 / 5247.0, 49.0 / 176.0, -5103.0 / 18656.0, 0.0],
    [35.0 / 384.0, 0.0, 500.0 / 1113.0, 125.0 / 192.0, -2187.0 / 6784.0, 11.0 / 84.0],
];
/// Differences between the two orders.
const ERRORS: [f64; STAGES] =
    [71.0 / 57600.0, 0.0, -71.0 / 16695.0, 71.0 / 1920.0, -17253.0 / 339200.0, 22.0 / 525.0, -1.0 / 40.0];
/// Shortest step [s]; a step so short is taken as it is.
const STEP_MIN: f64 = 1e-9;
/// Length of the first step, as a share of the longest [1].
const FIRST: f64 = 1e-3;

/// Steps through one system of equations.
pub struct Integrator {
    precision: Precision,
    /// Length to try next [s].
    next: f64,
    /// Largest of each number so far.
    largest: Vec<f64>,
    slopes: Vec<Vec<f64>>,
    trial: Vec<f64>,
}

impl Integrator {
    pub fn new(size: usize, precision: Precision) -> Self {
        Self {
            precision,
            next: FIRST * precision.step_max,
            largest: vec![0.0; size],
            slopes: vec![vec![0.0; size]; STAGES],
            trial: vec![0.0; size],
        }
    }

    /// Begins anew after something has changed.
    pub fn restart(&mut self) {
        self.next = self.next.smaller(FIRST * self.precision.step_max);
    }

    /// One step, at most `longest`; answers its length [s]. `equations` gives the slopes within the next so many
    /// seconds, by the position in them.
    pub fn step<E: Fn(f64, &[f64], &mut [f64])>(
        &mut self,
        state: &mut [f64],
        longest: f64,
        equations: &mut dyn FnMut(f64) -> E,
    ) -> f64 {
        loop {
            let h = self.next.smaller(longest).smaller(self.precision.step_max);
            let slope_at = equations(h);
            for stage in 0..STAGES {
                for (index, value) in self.trial.iter_mut().enumerate() {
                    let moved: f64 =
                        WEIGHTS[stage].iter().zip(&self.slopes).map(|(weight, slope)| weight * slope[index]).sum();
                    *value = state[index] + h * moved;
                }
                slope_at(POSITIONS[stage], &self.trial, &mut self.slopes[stage]);
            }
            let ratio = self.error(h);
            let factor = if ratio == 0.0 { 5.0 } else { (0.9 * libm::pow(ratio, -0.2)).clamp(0.2, 5.0) };
            if ratio <= 1.0 || h <= STEP_MIN {
                state.copy_from_slice(&self.trial);
                // A variance that its rounding takes below 0 is none.
                for packed in state.chunks_exact_mut(SIZE) {
                    packed[2] = packed[2].larger(0.0);
                    packed[4] = packed[4].larger(0.0);
                }
                for (largest, value) in self.largest.iter_mut().zip(state.iter()) {
                    *largest = largest.larger(value.abs());
                }
                self.next = if h < self.next { self.next.larger(h * factor) } else { h * factor };
                return h;
            }
            self.next = (h * factor).larger(STEP_MIN);
        }
    }

    /// The largest error of the trial beside what is allowed.
    fn error(&self, h: f64) -> f64 {
        let mut ratio = 0.0_f64;
        for (index, value) in self.trial.iter().enumerate() {
            let missed: f64 = ERRORS.iter().zip(&self.slopes).map(|(weight, slope)| weight * slope[index]).sum();
            let size = self.largest[index].larger(value.abs()).larger(1e-3);
            ratio = ratio.larger((h * missed).abs() / (self.precision.relative * size));
        }
        ratio
    }
}
