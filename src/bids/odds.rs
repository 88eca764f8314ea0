//! How likely a plan is to hold with a bid, and how many may come before it breaks.

use crate::forecast::{Place, Verdict};
use crate::plan::CheckedPlan;
use crate::risk::{
    BreakEven, Chance, Compute, Figures, Sample, Sampling, Summary, assumptions, break_even, run_draws, summary,
};

/// The field whose break-even is told: how many of the invited come.
pub const SHOW_UP: &str = "/arrivals/show_up";

/// What the ranges of a plan say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Odds {
    /// Of no slot breaking.
    pub holds: Chance,
    /// The worst of the slots, with the chance in mind.
    pub verdict: Verdict,
    /// The slot that breaks most often, of equal ones the first; `None` = none ever breaks.
    pub weakest: Option<Weakest>,
    /// By draw, in the order of their indices: whether no slot breaks; `None` = the drawn values make no plan.
    pub by_draw: Vec<Option<bool>>,
    /// Of [`SHOW_UP`].
    pub break_even: Option<BreakEven>,
}

/// The slot that breaks most often.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weakest {
    /// Index; `None` = between windows.
    pub window: Option<usize>,
    /// Of breaking.
    pub chance: Chance,
    /// Where the line most often is.
    pub bottleneck: Place,
}

/// Draws `draws` plans out of the ranges, with the plan's own seed. Plans with the same seed share the luck of every
/// assumption that they share.
pub fn odds(plan: &CheckedPlan, likely: &Figures, draws: usize, compute: Compute<'_>) -> Odds {
    let sampling = Sampling { seed: plan.plan().seed, draws };
    let sample = Sample::new(assumptions(plan.plan()), sampling);
    let drawn = run_draws(plan, &sample, 0..draws, compute);
    let by_draw: Vec<Option<bool>> =
        drawn.iter().map(|draw| draw.figures.as_ref().map(|figures| !figures.breaks())).collect();
    let summary = summary(likely, &drawn);
    Odds {
        holds: Chance::counted(by_draw.iter().copied().flatten()),
        verdict: summary.verdict,
        weakest: weakest(&summary),
        by_draw,
        break_even: break_even(plan, SHOW_UP, compute),
    }
}

fn weakest(summary: &Summary) -> Option<Weakest> {
    let slot = summary.slots.iter().rev().max_by_key(|slot| slot.chance.happened)?;
    let (bottleneck, _) = *slot.bottlenecks.first()?;
    let weakest = Weakest { window: slot.window, chance: slot.chance, bottleneck };
    (slot.chance.happened > 0).then_some(weakest)
}
