//! The law of delays after an opening: a mixture of exponential, Weibull and Lomax parts.

use crate::num::one_minus_exp;
use crate::num::order::Extreme;
use crate::plan::{Tail, TailKind};

/// One part of the mixture with its weight.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// 0..=1.
    pub weight: f64,
    kind: TailKind,
}

/// When those who do not come at once come, in operational time since the opening.
#[derive(Clone, Debug)]
pub struct Law {
    parts: Vec<Part>,
}

impl Law {
    pub fn new(tail: &[Tail]) -> Self {
        Self { parts: tail.iter().map(|part| Part { weight: part.weight.get(), kind: part.kind }).collect() }
    }

    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Share who have come by the operational time `u` [s] after the opening; 0 before it.
    pub fn come(&self, u: f64) -> f64 {
        self.parts.iter().map(|part| part.weight * part.come(u)).sum()
    }
}

impl Part {
    /// Mean of an exponential part [s].
    pub fn exponential_mean(&self) -> Option<f64> {
        match self.kind {
            TailKind::Exponential { mean } => Some(mean.get()),
            TailKind::Weibull { .. } | TailKind::Lomax { .. } => None,
        }
    }

    /// Share of this part who have come by `u` [s]; 0 before the opening.
    pub fn come(&self, u: f64) -> f64 {
        if u <= 0.0 {
            return 0.0;
        }
        one_minus_exp(self.cumulative_hazard(u))
    }

    /// Share of this part who come in `from..until` [s], exact for short intervals far out in the tail.
    pub fn come_between(&self, from: f64, until: f64) -> f64 {
        let start = self.cumulative_hazard(from.larger(0.0));
        libm::exp(-start) * one_minus_exp(self.cumulative_hazard(until.larger(0.0)) - start)
    }

    /// When the cumulative hazard of this part reaches `hazard` >= 0, in operational time since the opening [s]: an
    /// exponential number with mean 1 gives somebody's delay.
    pub fn comes_at(&self, hazard: f64) -> f64 {
        match self.kind {
            TailKind::Exponential { mean } => hazard * mean.get(),
            TailKind::Weibull { shape, scale } => scale.get() * libm::pow(hazard, 1.0 / shape),
            TailKind::Lomax { alpha, scale } => scale.get() * libm::expm1(hazard / (alpha - 1.0)),
        }
    }

    /// `-ln` of the share still to come after `u >= 0` [s].
    fn cumulative_hazard(&self, u: f64) -> f64 {
        match self.kind {
            TailKind::Exponential { mean } => u / mean.get(),
            TailKind::Weibull { shape, scale } => libm::pow(u / scale.get(), shape),
            TailKind::Lomax { alpha, scale } => (alpha - 1.0) * libm::log1p(u / scale.get()),
        }
    }
}
