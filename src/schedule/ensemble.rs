//! A plan over the ranges of its assumptions: in how many draws its target is held, and the load that so many of them do
//! not pass.
//!
//! The draws are those by which the page counts its chances, so that both say the same of a plan.

use crate::forecast::Verdict;
use crate::num::order;
use crate::plan::CheckedPlan;
use crate::risk::{Detail, PlanFigure, Sample, Sampling, assumptions, run_draws, screened, with_values};
use crate::units::Share;

/// Draws over the ranges, as many as the page makes.
pub const DRAWS: usize = 400;

/// Draws that are looked at together while it is open whether the target is held.
const LOOKED_AT: usize = 20;

/// How a plan fares over the ranges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fares {
    /// Draws in which every slot holds.
    pub held: usize,
    /// Draws that made a plan.
    pub draws: usize,
    /// The least peak load that so large a share of the draws as was asked does not pass [1].
    pub peak_load: f64,
}

/// A plan in one draw.
#[derive(Clone, Copy, Debug)]
pub struct Fared {
    /// Number of the draw.
    pub draw: usize,
    pub holds: bool,
    pub peak_load: f64,
}

impl Fares {
    /// Of the draws, from the lowest peak to the highest.
    pub fn of(fared: &[Fared], asked: Share) -> Self {
        let deciding = fared.get(rank(asked, fared.len()) - 1);
        Self {
            held: fared.iter().filter(|draw| draw.holds).count(),
            draws: fared.len(),
            peak_load: deciding.map_or(f64::INFINITY, |draw| draw.peak_load),
        }
    }

    /// Whether the target is held in so large a share of the draws.
    pub fn meets(&self, asked: Share) -> bool {
        self.draws > 0 && self.held >= rank(asked, self.draws)
    }
}

/// The least number of draws that are so large a share of all.
pub fn rank(asked: Share, draws: usize) -> usize {
    // A share such as 0.9 is a little above or below nine tenths.
    (libm::ceil(asked.get() * draws as f64 - 1e-9) as usize).clamp(1, draws.max(1))
}

/// The sample of a plan, by its own seed.
pub fn sample(plan: &CheckedPlan) -> Sample {
    Sample::new(assumptions(plan.plan()), Sampling { seed: plan.plan().seed, draws: DRAWS })
}

/// A draw as a plan; `None` = its values together make none.
pub fn drawn(plan: &CheckedPlan, sample: &Sample, draw: usize) -> Option<CheckedPlan> {
    plan.changed(with_values(plan.plan(), sample.assumptions(), &sample.values(draw))).ok()
}

fn of(plan: &CheckedPlan, sample: &Sample, draws: impl IntoIterator<Item = usize>) -> Vec<Fared> {
    let draws = run_draws(plan, sample, draws, &|plan, _| screened(plan, Detail::Figures));
    let fared = draws.into_iter().filter_map(|draw| {
        let figures = draw.figures?;
        let holds = figures.verdict() == Verdict::Holds;
        Some(Fared { draw: draw.index, holds, peak_load: figures.get(PlanFigure::PeakLoad) })
    });
    fared.collect()
}

/// All draws of a plan, from the lowest peak to the highest.
pub fn fared(plan: &CheckedPlan) -> Vec<Fared> {
    let mut fared = of(plan, &sample(plan), 0..DRAWS);
    order::sort_by(&mut fared, |one, other| one.peak_load.total_cmp(&other.peak_load));
    fared
}

/// How a plan fares over its ranges.
pub fn fares(plan: &CheckedPlan, asked: Share) -> Fares {
    Fares::of(&fared(plan), asked)
}

/// Whether plans that are much like one meet the target in so large a share of the draws; most of those that do not are
/// known after a few draws.
pub struct Meets {
    asked: Share,
    /// Draws, those that ask most of the first plan first.
    hardest_first: Vec<usize>,
}

impl Meets {
    pub fn like(plan: &CheckedPlan, asked: Share) -> Self {
        Self { asked, hardest_first: fared(plan).iter().rev().map(|fared| fared.draw).collect() }
    }

    pub fn is_met(&self, plan: &CheckedPlan) -> bool {
        let sample = sample(plan);
        let mut fares = Fares { held: 0, draws: 0, peak_load: 0.0 };
        let may_fail = self.hardest_first.len() - rank(self.asked, self.hardest_first.len());
        for draws in self.hardest_first.chunks(LOOKED_AT) {
            let fared = of(plan, &sample, draws.iter().copied());
            fares.draws += fared.len();
            fares.held += fared.iter().filter(|fared| fared.holds).count();
            if fares.draws - fares.held > may_fail {
                return false;
            }
        }
        fares.meets(self.asked)
    }
}
