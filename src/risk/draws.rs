//! Computing draws: each a plan of its own, named by its index.

use super::assumption::with_values;
use super::figures::Figures;
use super::sample::Sample;
use crate::forecast;
use crate::plan::CheckedPlan;

/// How a plan is computed.
pub type Compute<'a> = &'a dyn Fn(&CheckedPlan) -> Figures;

/// One draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Draw {
    pub index: usize,
    /// `None` = the drawn values together make no plan that could be computed (nobody is left, say).
    pub figures: Option<Figures>,
}

/// The figures at full precision, without a baseline.
pub fn full(plan: &CheckedPlan) -> Figures {
    Figures::of_story(plan.plan(), forecast::planned(plan).story())
}

/// Computes the draws of these indices, each below the number of draws of the sample. A draw does not depend on
/// which others are computed with it.
pub fn run_draws(
    plan: &CheckedPlan,
    sample: &Sample,
    indices: impl IntoIterator<Item = usize>,
    compute: Compute<'_>,
) -> Vec<Draw> {
    let draw = |index: usize| {
        let drawn = with_values(plan.plan(), sample.assumptions(), &sample.values(index));
        Draw { index, figures: plan.changed(drawn).ok().map(|drawn| compute(&drawn)) }
    };
    indices.into_iter().map(draw).collect()
}
