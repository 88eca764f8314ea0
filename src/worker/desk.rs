//! What a worker does with a request: a plain function of what it was told before.

use std::sync::Arc;

use super::message::{Answer, Outcome, Question, Request, Task};
use crate::demand::Scenario;
use crate::forecast::trust::Estimated;
use crate::plan::CheckedPlan;
use crate::risk::Sampling;
use crate::wire::{self, numbers, plan_file};
use crate::{forecast, risk};

/// Replications of what the page shows.
const REPLICATIONS: u32 = 20;

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
                    Some(plan) => Answer::Part { job, part, outcome: outcome(plan, &task) },
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

/// What a task gives.
fn outcome(plan: &CheckedPlan, task: &Task) -> Outcome {
    match task {
        Task::Forecast => Outcome::Figures(numbers::write(plan.plan(), &forecast::run(plan))),
        Task::Risk => {
            let sampling = Sampling { seed: plan.plan().seed, draws: wire::risk::RUNS };
            let fields: Vec<String> = plan.plan().ranges.iter().map(|range| range.field.clone()).collect();
            let report = risk::report(plan, sampling, &fields, &risk::screened);
            Outcome::Figures(numbers::write(plan.plan(), &report))
        }
        Task::Chance => {
            Outcome::Figures(numbers::write(plan.plan(), &forecast::chance::chance(plan, &forecast::run(plan))))
        }
        Task::Simulation => {
            let seed = plan.plan().seed;
            let estimates = forecast::simulation::replicate(plan, Scenario::Planned, seed, REPLICATIONS, |_, _| {});
            Outcome::Figures(numbers::write(plan.plan(), &Estimated::of(&estimates)))
        }
        Task::Answer { question: Question::Risk, options } => {
            Outcome::Text(wire::risk::of_plan(plan, options, wire::risk::Precision::Full, &risk::full))
        }
        Task::Answer { question: Question::Simulate, options } => {
            Outcome::Text(wire::simulation::of_plan(plan, options))
        }
    }
}
