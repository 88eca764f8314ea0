//! A move of cohorts as one edit, and what a slot would peak at after it.

use super::spot::Place;
use crate::app::fields::ordinary_window_of;
use crate::forecast::{self, Verdict};
use crate::num::order;
use crate::plan::edit::{PlanEdit, WindowEdit, apply};
use crate::plan::{CheckedPlan, Plan};

/// What a slot would peak at with other cohorts in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    pub window: usize,
    /// [1]; `None` = no limit.
    pub load: Option<f64>,
    pub verdict: Verdict,
}

/// The edit that puts cohorts into an ordinary window, or into none; `None` = all are there already.
pub fn move_to(plan: &Plan, cohorts: &[usize], to: Place) -> Option<PlanEdit> {
    if to.is_some_and(|window| plan.windows.get(window).is_none_or(|window| window.catch_up)) {
        return None;
    }
    let mut edits: Vec<PlanEdit> = cohorts
        .iter()
        .map(|&cohort| (cohort, ordinary_window_of(plan, cohort)))
        .filter(|(_, from)| *from != to)
        .map(|(cohort, from)| PlanEdit::Windows(WindowEdit::MoveCohort { cohort, from, to }))
        .collect();
    match edits.len() {
        0 => None,
        1 => edits.pop(),
        _ => Some(PlanEdit::Several(edits)),
    }
}

/// Forecasts the plan with cohorts moved into a window; `None` = they are there, or such a plan cannot be computed.
pub fn trial(plan: &Plan, cohorts: &[usize], window: usize) -> Option<Trial> {
    let moved = apply(plan, &move_to(plan, cohorts, Some(window))?).ok()?;
    let slots = forecast::slots_as_planned(&CheckedPlan::new(moved).ok()?);
    slots.get(window).map(|slot| Trial { window, load: slot.peak_load, verdict: slot.verdict })
}

/// Trials, best first: by verdict, then by load, then in order of the plan.
pub fn ranked(trials: &[Trial]) -> Vec<Trial> {
    let mut ranked = trials.to_vec();
    let load = |trial: &Trial| trial.load.unwrap_or(0.0);
    order::sort_by(&mut ranked, |one, two| {
        (one.verdict.cmp(&two.verdict)).then(load(one).total_cmp(&load(two))).then(one.window.cmp(&two.window))
    });
    ranked
}
