//! The studies of a plan that fall into units: risk and simulation.

use super::message::{Form, Outcome};
use crate::demand::Scenario;
use crate::forecast::simulation::{self, Estimates};
use crate::forecast::trust::Estimated;
use crate::forecast::{self, Series, Story};
use crate::plan::CheckedPlan;
use crate::risk::{Sampling, Survey, Unit, screened};
use crate::wire::{self, numbers};

/// Replications of what the page shows.
const REPLICATIONS: u32 = 20;

/// What one attempt of a simulation takes, about [ms].
const ATTEMPT: f64 = 1.5e-4;

/// A study of one plan. The figures of units follow each other in the order of their numbers, so that it does not matter
/// who worked out which.
pub trait Study {
    /// How long each unit takes, in no certain measure; `None` = the plan is too large.
    fn weights(&self, plan: &CheckedPlan) -> Option<Vec<f64>>;
    /// The figures of the units `from..to`.
    fn units(&self, plan: &CheckedPlan, from: u32, to: u32) -> Vec<f64>;
    /// The result; `None` = these are not the figures of all units.
    fn sum(&self, plan: &CheckedPlan, form: Form, rows: &[f64]) -> Option<Outcome>;
}

/// Risk at screening precision.
pub struct RiskStudy(Survey);

/// Some replications with this seed.
pub struct SimulationStudy {
    seed: u64,
    runs: u32,
}

impl RiskStudy {
    /// The page asks for the break-even of every assumption that has a range.
    pub fn new(plan: &CheckedPlan, form: Form, options: &str) -> Self {
        let options = wire::risk::Options::read(options);
        let pointers = match form {
            Form::Page => plan.plan().ranges.iter().map(|range| range.field.clone()).collect(),
            Form::Script => options.break_even,
        };
        Self(Survey::new(plan, Sampling { seed: plan.plan().seed, draws: options.runs }, pointers))
    }
}

impl SimulationStudy {
    pub fn new(plan: &CheckedPlan, form: Form, options: &str) -> Self {
        let seed = plan.plan().seed;
        match form {
            // By how much the seed differs from that of the plan.
            Form::Page => Self { seed: seed.wrapping_add(options.parse().unwrap_or(0)), runs: REPLICATIONS },
            Form::Script => {
                let wire::simulation::Options { seed, runs } = wire::simulation::Options::read(options, seed);
                Self { seed, runs }
            }
        }
    }
}

impl Study for RiskStudy {
    fn weights(&self, _: &CheckedPlan) -> Option<Vec<f64>> {
        Some(self.0.weights())
    }

    fn units(&self, plan: &CheckedPlan, from: u32, to: u32) -> Vec<f64> {
        let units = (from..to).filter_map(|number| self.0.unit(plan, number as usize, &screened));
        numbers::write_all(plan.plan(), units)
    }

    fn sum(&self, plan: &CheckedPlan, form: Form, rows: &[f64]) -> Option<Outcome> {
        let units: Vec<Unit> = numbers::read_all(plan.plan(), rows)?;
        let report = self.0.clone().sum_up(units)?;
        Some(match form {
            Form::Page => Outcome::Figures(numbers::write(plan.plan(), &report)),
            Form::Script => Outcome::Text(wire::risk::write(&report, wire::risk::Precision::Screening)),
        })
    }
}

impl Study for SimulationStudy {
    fn weights(&self, plan: &CheckedPlan) -> Option<Vec<f64>> {
        let attempts = simulation::attempts(&forecast::run(plan));
        (attempts <= simulation::ATTEMPTS_MAX).then(|| vec![1.0 + attempts * ATTEMPT; self.runs as usize])
    }

    fn units(&self, plan: &CheckedPlan, from: u32, to: u32) -> Vec<f64> {
        let replication = |number| without_series(simulation::simulate(plan, Scenario::Planned, self.seed, number));
        numbers::write_all(plan.plan(), (from..to).map(replication))
    }

    fn sum(&self, plan: &CheckedPlan, form: Form, rows: &[f64]) -> Option<Outcome> {
        let stories: Vec<Story> = numbers::read_all(plan.plan(), rows)?;
        if stories.len() != self.runs as usize {
            return None;
        }
        let mut estimates = Estimates::default();
        for story in &stories {
            estimates.add(story);
        }
        Some(match form {
            Form::Page => Outcome::Figures(numbers::write(plan.plan(), &Estimated::of(&estimates))),
            Form::Script => Outcome::Text(wire::simulation::write(plan, &estimates, self.seed)),
        })
    }
}

/// Of a replication its figures go on; its minutes would be megabytes.
fn without_series(mut story: Story) -> Story {
    for stage in &mut story.stages {
        stage.series = Series::default();
    }
    story.waiting_room = None;
    story.finished = Vec::new();
    story
}
