//! What a worker does with a request: a plain function of what it was told before.

#[cfg(feature = "solver")]
use std::rc::Rc;
use std::sync::Arc;

use super::message::{Form, Outcome, Part, Question, Request, Task};
#[cfg(feature = "solver")]
use super::scheduling::SchedulingStudy;
use super::study::{RiskStudy, SimulationStudy, Study};
use crate::forecast;
use crate::plan::CheckedPlan;
use crate::wire::{numbers, plan_file};

/// The plan that a worker keeps, and the search that it was last asked for: each part of it stands on the same surges and
/// linear programs.
#[derive(Default)]
pub struct Desk {
    kept: Option<(u64, CheckedPlan)>,
    #[cfg(feature = "solver")]
    search: Option<(u64, Rc<str>, SchedulingStudy)>,
}

impl Desk {
    /// Answers a request; a plan is kept without a word. `rows`: the figures of all units where they are to be summed up.
    pub fn handle(&mut self, request: Request, rows: &[f64]) -> Option<Outcome> {
        match request {
            Request::Plan { revision, text } => {
                #[cfg(feature = "solver")]
                {
                    self.search = None;
                }
                self.kept = checked(&text).map(|plan| (revision, plan));
                None
            }
            Request::Part { revision, task, part } => {
                let plan = self.kept.as_ref().filter(|(kept, _)| *kept == revision).map(|(_, plan)| plan);
                let outcome = match (plan, &task) {
                    (None, _) => None,
                    #[cfg(feature = "solver")]
                    (Some(plan), Task::Study { question: Question::Schedule, form, options }) => {
                        let is_kept = |(kept, of, _): &(u64, Rc<str>, _)| *kept == revision && of == options;
                        let search = self.search.take().filter(is_kept);
                        let study = search.map_or_else(|| SchedulingStudy::new(plan, options), |(.., study)| study);
                        let outcome = part_of(&study, plan, *form, part, rows);
                        self.search = Some((revision, Rc::clone(options), study));
                        outcome
                    }
                    (Some(plan), task) => outcome(plan, task, part, rows),
                };
                Some(outcome.unwrap_or(Outcome::Refused))
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
        // Of a search something is kept from part to part; and the page carries no solver, where it has no worker.
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
