//! Everything that is told about the risk of a plan, put together.

use super::assumption::assumptions;
use super::break_even::{BreakEven, break_even};
use super::draws::{Compute, run_draws};
use super::figures::Figures;
use super::influence::{Influence, influences, swing};
use super::sample::{Sample, Sampling};
use super::summary::{Summary, summary};
use crate::plan::CheckedPlan;

/// The risk of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub sample: Sample,
    /// At the likely values.
    pub likely: Figures,
    pub summary: Summary,
    /// By assumption of the sample.
    pub influences: Vec<Influence>,
    /// Of the fields that were asked for.
    pub break_evens: Vec<BreakEven>,
}

/// Computes all of it, one plan after the other: the draws, two plans for each assumption, and the break-evens of the
/// fields at `pointers`. Pointers at which the plan has no number are left out.
pub fn report(plan: &CheckedPlan, sampling: Sampling, pointers: &[String], compute: Compute<'_>) -> Report {
    let sample = Sample::new(assumptions(plan.plan()), sampling);
    let likely = compute(plan);
    let draws = run_draws(plan, &sample, 0..sampling.draws, compute);
    let swings: Vec<_> = sample.assumptions().iter().map(|assumption| swing(plan, assumption, compute)).collect();
    Report {
        summary: summary(&likely, &draws),
        influences: influences(&sample, &draws, &swings),
        break_evens: pointers.iter().filter_map(|pointer| break_even(plan, pointer, compute)).collect(),
        likely,
        sample,
    }
}
