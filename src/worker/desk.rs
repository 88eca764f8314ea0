//! What a worker does with a request: a plain function of what it was told before.

use std::sync::Arc;

use super::message::{Form, Outcome, Part, Question, Request, Task};
use super::study::{RiskStudy, SimulationStudy, Study};
use crate::forecast;
use crate::plan::CheckedPlan;
use crate::wire::{numbers, plan_file};

/// The plan that a worker keeps.
#[derive(Debug, Default)]
pub struct Desk {
    kept: Option<(u64, CheckedPlan)>,
}

impl Desk {
    /// Answers a request; a plan is kept without a word. `rows`: the figures of all units where they are to be summed up.
    pub fn handle(&mut self, request: Request, rows: &[f64]) -> Option<Outcome> {
        match request {
            Request::Plan { revision, text } => {
                self.kept = checked(&text).map(|plan| (revision, plan));
                None
            }
            Request::Part { revision, task, part } => {
                let plan = self.kept.as_ref().filter(|(kept, _)| *kept == revision).map(|(_, plan)| plan);
                Some(plan.and_then(|plan| outcome(plan, &task, part, rows)).unwrap_or(Outcome::Refused))
            }
        }
    }
}

/// A plan that can be computed with; `None` = no plan file, or one with faults.
pub fn checked(text: &str) -> Option<CheckedPlan> {
    CheckedPlan::new(Arc::new(plan_file::read(text).ok()?)).ok()
}

/// What a part gives; `None` = it is not one of this task.
fn outcome(plan: &CheckedPlan, task: &Task, part: Part, rows: &[f64]) -> Option<Outcome> {
    match task {
        Task::Forecast => Some(Outcome::Figures(numbers::write(plan.plan(), &forecast::run(plan)))),
        Task::Chance => {
            let chance = forecast::chance::chance(plan, &forecast::run(plan));
            Some(Outcome::Figures(numbers::write(plan.plan(), &chance)))
        }
        Task::Study { question: Question::Risk, form, options } => {
            part_of(&RiskStudy::new(plan, *form, options), plan, *form, part, rows)
        }
        Task::Study { question: Question::Simulate, form, options } => {
            part_of(&SimulationStudy::new(plan, *form, options), plan, *form, part, rows)
        }
        #[cfg(feature = "solver")]
        Task::Study { question: Question::Schedule, form, options } => {
            part_of(&super::scheduling::SchedulingStudy::new(plan, options), plan, *form, part, rows)
        }
        // The page carries no solver, where it has no worker.
        #[cfg(not(feature = "solver"))]
        Task::Study { question: Question::Schedule, .. } => None,
    }
}

fn part_of(study: &dyn Study, plan: &CheckedPlan, form: Form, part: Part, rows: &[f64]) -> Option<Outcome> {
    match part {
        Part::Whole => None,
        Part::Size => study.weights(plan).map(Outcome::Figures),
        Part::Units { from, to } => Some(Outcome::Figures(study.units(plan, from, to))),
        Part::Sum => study.sum(plan, form, rows),
    }
}
