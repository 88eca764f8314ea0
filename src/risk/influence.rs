//! Which assumption matters most for which figure: how they move together, and how far one alone moves it.

use super::assumption::{Assumption, with_value};
use super::correlation::Ranked;
use super::draws::{Compute, Detail, Draw};
use super::figures::PlanFigure;
use super::sample::Sample;
use crate::num::order;
use crate::num::order::Extreme;
use crate::plan::CheckedPlan;

/// What one assumption does to the key figures, by figure in the order of [`PlanFigure::KEY`].
#[derive(Clone, Debug, PartialEq)]
pub struct Influence {
    /// Place of the assumption in the sample.
    pub assumption: usize,
    /// Partial rank correlation over the joint sample, -1..=1; `None` = not told by these draws.
    pub correlations: [Option<f64>; PlanFigure::KEY.len()],
    pub swing: Swing,
}

/// The key figures with one assumption at either end of its range and all others at their likely values.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Swing {
    /// `None` = that value makes no plan that could be computed.
    pub at_low: Option<[f64; PlanFigure::KEY.len()]>,
    pub at_high: Option<[f64; PlanFigure::KEY.len()]>,
}

/// Two plans: one with the assumption at its low end, one at its high end.
pub fn swing(plan: &CheckedPlan, assumption: &Assumption, compute: Compute<'_>) -> Swing {
    let at = |level: f64| {
        let other = with_value(plan.plan(), assumption.field, assumption.law.at(level))?;
        let figures = compute(&plan.changed(other).ok()?, Detail::Figures);
        Some(PlanFigure::KEY.map(|figure| figures.get(figure)))
    };
    Swing { at_low: at(LOW), at_high: at(HIGH) }
}

const LOW: f64 = 0.05;
const HIGH: f64 = 0.95;

/// The influence of every assumption of the sample, in its order; `swings` in the same order.
pub fn influences(sample: &Sample, draws: &[Draw], swings: &[Swing]) -> Vec<Influence> {
    let spread: Vec<usize> =
        (0..sample.assumptions().len()).filter(|&index| !sample.assumptions()[index].law.is_certain()).collect();
    let mut computed: Vec<&Draw> = draws.iter().filter(|draw| draw.figures.is_some()).collect();
    order::sort_by_key(&mut computed, |draw| draw.index);
    let levels = |&assumption: &usize| -> Vec<f64> {
        computed.iter().map(|draw| sample.levels(assumption)[draw.index]).collect()
    };
    let ranked = Ranked::new(&spread.iter().map(levels).collect::<Vec<_>>());
    let correlations = PlanFigure::KEY.map(|figure| {
        let values: Vec<f64> = computed.iter().filter_map(|draw| Some(draw.figures.as_ref()?.get(figure))).collect();
        ranked.as_ref().and_then(|ranked| ranked.correlations(&values))
    });
    let of_assumption = |assumption: usize| Influence {
        assumption,
        correlations: correlations.each_ref().map(|of_figure| {
            let column = spread.iter().position(|&index| index == assumption)?;
            of_figure.as_ref().map(|of_figure| of_figure[column])
        }),
        swing: swings.get(assumption).copied().unwrap_or_default(),
    };
    (0..sample.assumptions().len()).map(of_assumption).collect()
}

/// Correlations closer to 0 than this may be chance: twice their standard error with nothing behind them [1].
pub fn noise(n_draws: usize, n_assumptions: usize) -> f64 {
    let freedom = n_draws as f64 - n_assumptions as f64 - 1.0;
    if freedom > 0.0 { (2.0 / freedom.sqrt()).smaller(1.0) } else { 1.0 }
}

/// The influences on one key figure (its place in [`PlanFigure::KEY`]), the strongest first: by correlation where
/// there is one, then by swing, then in the order of the assumptions.
pub fn ranked(influences: &[Influence], key: usize) -> Vec<&Influence> {
    let strength = |influence: &Influence| {
        let correlation = influence.correlations[key].map_or(-1.0, f64::abs);
        let swing = influence.swing.width(key).map_or(-1.0, f64::abs);
        (correlation, swing)
    };
    let mut ranked: Vec<&Influence> = influences.iter().collect();
    order::sort_by(&mut ranked, |one, other| {
        let ((one, one_swing), (other, other_swing)) = (strength(one), strength(other));
        other.total_cmp(&one).then(other_swing.total_cmp(&one_swing))
    });
    ranked
}

impl Swing {
    /// A key figure at the high end less that at the low end; 0 where both are alike, `None` where one is missing.
    pub fn width(&self, key: usize) -> Option<f64> {
        let (low, high) = (self.at_low?[key], self.at_high?[key]);
        Some(if low == high { 0.0 } else { high - low })
    }
}
