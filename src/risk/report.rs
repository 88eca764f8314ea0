//! Everything that is told about the risk of a plan: the units into which the work falls, and how they are put together.

use super::assumption::assumptions;
use super::break_even::{BreakEven, break_even};
use super::draws::{Compute, Detail, Draw, run_draws};
use super::figures::Figures;
use super::influence::{Influence, Swing, influences, swing};
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

/// What is to be computed for a report, in units that know nothing of each other: the plan at its likely values, the
/// break-evens, two plans for each assumption, the draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    sample: Sample,
    /// Fields whose break-even is looked for.
    pointers: Vec<String>,
}

/// What one unit gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Unit {
    Likely(Figures),
    /// `None` = the plan has no number there.
    BreakEven(Option<BreakEven>),
    Swing(Swing),
    /// `None` = the drawn values make no plan that could be computed.
    Draw(Option<Figures>),
}

/// Plans that are computed for a break-even, about.
const PLANS_OF_A_BREAK_EVEN: f64 = 30.0;
const PLANS_OF_A_SWING: f64 = 2.0;

impl Survey {
    /// Of the ranges of a plan.
    pub fn new(plan: &CheckedPlan, sampling: Sampling, pointers: Vec<String>) -> Self {
        Self { sample: Sample::new(assumptions(plan.plan()), sampling), pointers }
    }

    /// How many plans each unit computes, about.
    pub fn weights(&self) -> Vec<f64> {
        let of_unit = |(count, plans): (usize, f64)| std::iter::repeat_n(plans, count);
        let [break_evens, swings, draws] = self.counts();
        [(1, 1.0), (break_evens, PLANS_OF_A_BREAK_EVEN), (swings, PLANS_OF_A_SWING), (draws, 1.0)]
            .into_iter()
            .flat_map(of_unit)
            .collect()
    }

    fn counts(&self) -> [usize; 3] {
        [self.pointers.len(), self.sample.assumptions().len(), self.sample.sampling().draws]
    }

    /// Computes the unit of that number; `None` = there is none.
    pub fn unit(&self, plan: &CheckedPlan, number: usize, compute: Compute<'_>) -> Option<Unit> {
        let [break_evens, swings, draws] = self.counts();
        let Some(number) = number.checked_sub(1) else { return Some(Unit::Likely(compute(plan, Detail::OverTime))) };
        if let Some(pointer) = self.pointers.get(number) {
            return Some(Unit::BreakEven(break_even(plan, pointer, compute)));
        }
        let number = number - break_evens;
        if let Some(assumption) = self.sample.assumptions().get(number) {
            return Some(Unit::Swing(swing(plan, assumption, compute)));
        }
        let draw = (number - swings < draws).then_some(number - swings)?;
        run_draws(plan, &self.sample, [draw], compute).pop().map(|draw| Unit::Draw(draw.figures))
    }

    /// Puts all units together, in the order of their numbers; `None` = they are not those of this survey.
    pub fn sum_up(self, units: impl IntoIterator<Item = Unit>) -> Option<Report> {
        let (mut likely, mut swings, mut draws) = (None, Vec::new(), Vec::new());
        let mut break_evens = Vec::new();
        for unit in units {
            match unit {
                Unit::Likely(figures) => likely = Some(figures),
                Unit::BreakEven(found) => break_evens.push(found),
                Unit::Swing(swing) => swings.push(swing),
                Unit::Draw(figures) => draws.push(Draw { index: draws.len(), figures }),
            }
        }
        if [break_evens.len(), swings.len(), draws.len()] != self.counts() {
            return None;
        }
        let likely = likely?;
        let named = |(found, pointer): (Option<BreakEven>, String)| Some(BreakEven { pointer, ..found? });
        Some(Report {
            summary: summary(&likely, &draws),
            influences: influences(&self.sample, &draws, &swings),
            break_evens: break_evens.into_iter().zip(self.pointers).filter_map(named).collect(),
            likely,
            sample: self.sample,
        })
    }
}

/// Computes all of it, one plan after the other: the draws, two plans for each assumption, and the break-evens of the
/// fields at `pointers`. Pointers at which the plan has no number are left out.
pub fn report(plan: &CheckedPlan, sampling: Sampling, pointers: &[String], compute: Compute<'_>) -> Report {
    let survey = Survey::new(plan, sampling, pointers.to_vec());
    let units: Vec<Unit> =
        (0..survey.weights().len()).filter_map(|number| survey.unit(plan, number, compute)).collect();
    // Proof: every unit of the survey was computed, in order.
    #[expect(clippy::expect_used)]
    survey.sum_up(units).expect("all units of this survey")
}
