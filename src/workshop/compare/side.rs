//! A plan that stands beside others, with what its forecast says.

use std::cell::OnceCell;

use crate::compare::{Outlook, outlook};
use crate::forecast::{self, Forecast, Slot, Verdict};
use crate::library::busan::Example;
use crate::num::order::Extreme;
use crate::plan::{CheckedPlan, Issue, Plan};
use crate::risk::{self, Chance, Draw, Sample, Sampling};
use crate::text::workshop::compare::CompareWords;

/// Draws by which chances are told.
pub const DRAWS: usize = 400;

/// Where a plan comes from.
#[derive(Clone, PartialEq)]
pub enum From {
    Hand,
    Example(Example),
    /// The version of the plan in hand that was approved.
    Approved,
    /// Another of the plans that are kept, by its name as an action.
    Kept(String),
    Brought,
}

/// A plan, and its forecast or why there is none.
pub struct Side {
    pub plan: Plan,
    pub from: From,
    pub forecast: Result<Told, Vec<Issue>>,
    draws: OnceCell<Vec<Draw>>,
}

/// What is told of a forecast.
pub struct Told {
    checked: CheckedPlan,
    pub outlook: Outlook,
    pub slots: Vec<Slot>,
    /// By minute of the horizon: the highest load of a place [1].
    pub loads: Vec<f64>,
}

impl Side {
    pub fn new(plan: Plan, from: From) -> Self {
        let forecast = CheckedPlan::new(plan.clone()).map(|checked| {
            let forecast = forecast::run(&checked);
            Told { checked, outlook: outlook(&plan, &forecast), loads: loads(&forecast), slots: forecast.slots }
        });
        Self { plan, from, forecast, draws: OnceCell::new() }
    }

    pub fn title(&self, words: &CompareWords) -> String {
        match self.plan.title.trim() {
            "" => words.untitled.to_owned(),
            title => title.to_owned(),
        }
    }

    /// The title, and which plan it is of those that may be called alike.
    pub fn named(&self, words: &CompareWords) -> String {
        let title = self.title(words);
        match self.from {
            From::Hand => (words.in_hand)(&title),
            From::Approved => (words.approved)(&title),
            From::Example(_) | From::Kept(_) | From::Brought => title,
        }
    }

    pub fn told(&self) -> Option<&Told> {
        self.forecast.as_ref().ok()
    }

    pub fn outlook(&self) -> Option<&Outlook> {
        self.told().map(|told| &told.outlook)
    }

    /// The plan under the luck of `seed`; the same for all plans, so that what they share goes alike in both.
    pub fn draws(&self, seed: u64) -> &[Draw] {
        self.draws.get_or_init(|| {
            let Some(told) = self.told() else { return Vec::new() };
            let sample = Sample::new(risk::assumptions(&self.plan), Sampling { seed, draws: DRAWS });
            risk::run_draws(&told.checked, &sample, 0..DRAWS, &|plan, _| risk::screened(plan, risk::Detail::Figures))
        })
    }

    /// The verdict as the page gives it: of the slots, each with its chance of breaking where a seed is given.
    pub fn verdict(&self, seed: Option<u64>) -> Option<Verdict> {
        let told = self.told()?;
        let Some(seed) = seed else { return Some(told.outlook.verdict) };
        let draws = self.draws(seed);
        let judged = told.slots.iter().enumerate().map(|(at, slot)| {
            let drawn = draws.iter().filter_map(|draw| draw.figures.as_ref()?.slots.get(at));
            Chance::counted(drawn.map(|slot| slot.verdict == Verdict::Breaks)).verdict(slot.verdict)
        });
        Some(judged.fold(told.outlook.verdict, Verdict::max))
    }

    /// Of something breaking, in the draws that make a plan.
    pub fn chance(&self, seed: u64) -> Chance {
        Chance::counted(self.draws(seed).iter().filter_map(|draw| draw.figures.as_ref()).map(risk::Figures::breaks))
    }
}

fn loads(forecast: &Forecast) -> Vec<f64> {
    let places = forecast.stages.iter().map(|stage| &stage.series).chain(&forecast.waiting_room);
    let mut loads = Vec::new();
    for series in places {
        loads.resize(loads.len().max(series.load.len()), 0.0);
        for (highest, load) in loads.iter_mut().zip(&series.load) {
            *highest = load.unwrap_or(0.0).larger(*highest);
        }
    }
    loads
}
