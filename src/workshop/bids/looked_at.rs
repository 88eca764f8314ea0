//! What the planner says of a plan with a bid in it.

use crate::bids::{Odds, odds};
use crate::plan::{CheckedPlan, Issue, Plan};
use crate::risk::{Detail, Figures, full, screened};

/// A plan with its figures; the chances once they were asked for.
pub struct LookedAt {
    pub plan: Plan,
    /// At the likely values.
    pub forecast: Result<(CheckedPlan, Figures), Vec<Issue>>,
    pub odds: Option<Odds>,
}

impl LookedAt {
    /// `like`: a plan with the same members and cohorts, whose cut is then not made again.
    pub fn new(plan: Plan, like: Option<&CheckedPlan>) -> Self {
        let checked = match like {
            Some(like) => like.changed(plan.clone()),
            None => CheckedPlan::new(plan.clone()),
        };
        let forecast = checked.map(|checked| {
            let figures = full(&checked, Detail::Figures);
            (checked, figures)
        });
        Self { plan, forecast, odds: None }
    }

    pub fn checked(&self) -> Option<&CheckedPlan> {
        self.forecast.as_ref().ok().map(|(checked, _)| checked)
    }

    pub fn figures(&self) -> Option<&Figures> {
        self.forecast.as_ref().ok().map(|(_, figures)| figures)
    }

    /// Draws the plan over its ranges, where that was not done.
    pub fn compute_odds(&mut self, draws: usize) {
        if let (Ok((checked, figures)), None) = (&self.forecast, &self.odds) {
            self.odds = Some(odds(checked, figures, draws, &screened));
        }
    }

    /// Whether nothing is left to be computed.
    pub fn is_complete(&self) -> bool {
        self.odds.is_some() || self.forecast.is_err()
    }
}
