//! What a forecast says in a few figures, to stand beside those of another plan.

use crate::forecast::{Forecast, Verdict};
use crate::plan::Plan;
use crate::risk::{Figures, PlanFigure};

/// Windows by their verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SlotCounts {
    pub holds: usize,
    pub at_risk: usize,
    pub breaks: usize,
}

/// The key figures of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// In the order of [`PlanFigure::ALL`]; waits are [s], an infinite one is never over, an infinitely low load is none.
    pub figures: [f64; PlanFigure::ALL.len()],
    pub slots: SlotCounts,
    /// Of all minutes, those between windows included.
    pub verdict: Verdict,
}

impl Outlook {
    pub fn get(&self, figure: PlanFigure) -> f64 {
        self.figures[figure as usize]
    }
}

pub fn outlook(plan: &Plan, forecast: &Forecast) -> Outlook {
    let figures = Figures::of(plan, forecast);
    let mut slots = SlotCounts::default();
    for slot in forecast.slots.iter().filter(|slot| slot.window.is_some()) {
        match slot.verdict {
            Verdict::Holds => slots.holds += 1,
            Verdict::AtRisk => slots.at_risk += 1,
            Verdict::Breaks => slots.breaks += 1,
        }
    }
    Outlook { figures: figures.values, slots, verdict: figures.verdict() }
}
