//! What a worker does with a request: a plain function of what it was told before.

use std::sync::Arc;

use super::message::{Answer, Request, Task};
use crate::forecast;
use crate::plan::CheckedPlan;
use crate::wire::{numbers, plan_file};

/// The plan that a worker keeps.
#[derive(Debug, Default)]
pub struct Desk {
    kept: Option<(u64, CheckedPlan)>,
}

impl Desk {
    /// Answers a request; a plan is kept without a word.
    pub fn handle(&mut self, request: Request) -> Option<Answer> {
        match request {
            Request::Plan { revision, text } => {
                self.kept = checked(&text).map(|plan| (revision, plan));
                None
            }
            Request::Part { job, revision, task, part } => {
                let plan = self.kept.as_ref().filter(|(kept, _)| *kept == revision).map(|(_, plan)| plan);
                Some(match plan {
                    Some(plan) => Answer::Part { job, part, figures: figures(plan, task, part) },
                    None => Answer::Refused { job, part },
                })
            }
        }
    }
}

/// A plan that can be computed with; `None` = no plan file, or one with faults.
pub fn checked(text: &str) -> Option<CheckedPlan> {
    CheckedPlan::new(Arc::new(plan_file::read(text).ok()?)).ok()
}

/// The figures of a part of a task.
pub fn figures(plan: &CheckedPlan, task: Task, _part: u32) -> Vec<f64> {
    match task {
        Task::Forecast => numbers::write(plan.plan(), &forecast::run(plan)),
    }
}
