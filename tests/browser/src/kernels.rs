//! What is timed of the engine natively and in the browser, by the same code: a checked plan in, figures out, no wire.

use stagger::forecast;
use stagger::plan::CheckedPlan;
use stagger::risk::{self, Sampling};

/// Draws of the question about risk.
pub const DRAWS: usize = 1_000;

/// One question about a plan, under the name by which the browser is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kernel {
    /// As `window.stagger.forecast` computes it: the plan and its baseline, every minute of both.
    Forecast,
    /// The plan without its baseline.
    Plan,
    /// At screening precision, as a search needs it: figures of slots, places and the plan.
    Screening,
    /// At screening precision, as a draw of the risk needs it: with places over time.
    Draw,
    /// The risk from draws at screening precision, with bands of all figures and over time.
    Risk,
}

impl Kernel {
    pub const ALL: [Self; 5] = [Self::Forecast, Self::Plan, Self::Screening, Self::Draw, Self::Risk];

    pub fn name(self) -> &'static str {
        match self {
            Self::Forecast => "forecast",
            Self::Plan => "plan",
            Self::Screening => "screening",
            Self::Draw => "draw",
            Self::Risk => "risk",
        }
    }

    /// Answers the question; the number is there so that no compiler leaves the work out.
    pub fn ask(self, plan: &CheckedPlan) -> f64 {
        match self {
            Self::Forecast => forecast::run(plan).baseline.totals.finished,
            Self::Plan => forecast::planned(plan).story().totals.finished,
            Self::Screening => forecast::screen(plan).totals.finished,
            Self::Draw => forecast::screen::screen_over_time(plan).0.totals.finished,
            Self::Risk => {
                let sampling = Sampling { seed: plan.plan().seed, draws: DRAWS };
                risk::report(plan, sampling, &[], &risk::screened).summary.chance.share()
            }
        }
    }
}
