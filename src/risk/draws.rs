//! Computing draws: each a plan of its own, named by its index.

use super::assumption::with_values;
use super::curves::Curves;
use super::figures::Figures;
use super::sample::Sample;
use crate::forecast;
use crate::plan::CheckedPlan;

/// How a plan is computed.
pub type Compute<'a> = &'a dyn Fn(&CheckedPlan, Detail) -> Figures;

/// What is wanted of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The figures of slots and of the plan.
    Figures,
    /// Also its places over time.
    OverTime,
}

/// Draws over time that a band over time is read off, at least, where there are so many.
const OVER_TIME_LEAST: usize = 200;

/// One draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Draw {
    pub index: usize,
    /// `None` = the drawn values together make no plan that could be computed (nobody is left, say).
    pub figures: Option<Figures>,
}

impl Detail {
    /// Of a draw, given how many there are. Bands over time are told by every so manieth draw: a picture shows no
    /// difference, and the courses of all would take as long as their figures.
    pub fn of(draw: usize, draws: usize) -> Self {
        if draw.is_multiple_of((draws / OVER_TIME_LEAST).max(1)) { Self::OverTime } else { Self::Figures }
    }
}

/// The figures at full precision, without a baseline.
pub fn full(plan: &CheckedPlan, detail: Detail) -> Figures {
    let figures = Figures::of_story(plan.plan(), forecast::planned(plan).story());
    if detail == Detail::OverTime { figures } else { figures.with_curves(Curves::none()) }
}

/// The figures at screening precision (0.25 % of each peak).
pub fn screened(plan: &CheckedPlan, detail: Detail) -> Figures {
    let (screening, curves) = match detail {
        Detail::Figures => (forecast::screen(plan), Curves::none()),
        Detail::OverTime => forecast::screen::screen_over_time(plan),
    };
    Figures::without_curves(&screening.slots, &screening.totals, screening.done_at).with_curves(curves)
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
        let detail = Detail::of(index, sample.sampling().draws);
        Draw { index, figures: plan.changed(drawn).ok().map(|drawn| compute(&drawn, detail)) }
    };
    indices.into_iter().map(draw).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::sample;
    use crate::risk::{PlanFigure, SlotFigure};
    use crate::units::PerSecond;

    #[test]
    fn screened_figures_are_near_the_full_ones() {
        let mut plan = sample::plan();
        std::sync::Arc::make_mut(&mut plan.journey)[1].rate = Some(PerSecond::new(0.05));
        let plan = CheckedPlan::new(plan).unwrap();
        let (full, screened) = (full(&plan, Detail::OverTime), screened(&plan, Detail::OverTime));
        for (full, screened) in full.slots.iter().zip(&screened.slots) {
            assert_eq!((full.window, full.verdict), (screened.window, screened.verdict));
            let (exact, coarse) = (full.get(SlotFigure::PeakLoad), screened.get(SlotFigure::PeakLoad));
            assert!((exact - coarse).abs() <= 0.0025 * exact.abs(), "{exact} {coarse}");
        }
        let (exact, coarse) = (full.get(PlanFigure::PeakQueue), screened.get(PlanFigure::PeakQueue));
        assert!(exact > 1.0 && (exact - coarse).abs() <= 0.0025 * exact, "{exact} {coarse}");
        assert_eq!(full.curves.finished.len(), screened.curves.finished.len());
    }
}
