//! The forecast as plain data, and its assembly from a plan.
//!
//! ```text
//! CheckedPlan ──▶ Demand ──▶ fluid ──▶ Course ──▶ Told ──▶ slots, stages, totals
//!      └── as planned, and once more with everyone invited at one moment: the baseline
//! ```

mod assemble;
pub mod chance;
pub mod cohorts;
pub mod curves;
pub mod data;
mod interval;
mod minutes;
mod percentile;
pub mod screen;
pub mod simulation;
mod told;
pub mod trust;
mod waits_met;

use crate::demand::{Demand, Scenario};
use crate::plan::CheckedPlan;
use crate::plan::issue::{Issue, IssueCode};
use crate::queueing::{Network, Settings, fluid};
use assemble::Spans;
use told::Told;

pub use assemble::Story;
pub use data::{Baseline, Forecast, Place, Series, Slot, StageForecast, Totals, Verdict};
pub use screen::{Screening, screen};

/// Rises whenever any figure of a forecast can change.
pub const MODEL: u32 = 1;

/// Forecasts a plan and its baseline at full precision.
pub fn run(plan: &CheckedPlan) -> Forecast {
    planned(plan).with_baseline(plan)
}

/// The half of a forecast that knows no baseline yet.
pub struct Planned(Story);

/// The first half of [`run`], for whoever must not be kept from other work as long as the whole takes.
pub fn planned(plan: &CheckedPlan) -> Planned {
    Planned(tell(plan, Scenario::Planned))
}

impl Planned {
    /// The plan without its baseline.
    pub fn story(&self) -> &Story {
        &self.0
    }

    /// The same as a value of its own.
    pub fn into_story(self) -> Story {
        self.0
    }

    /// The other half, of the same plan.
    pub fn with_baseline(self, plan: &CheckedPlan) -> Forecast {
        assembled(self.0, tell(plan, Scenario::Together))
    }
}

fn assembled(planned: Story, together: Story) -> Forecast {
    Forecast {
        slots: planned.slots,
        stages: planned.stages,
        waiting_room: planned.waiting_room,
        totals: planned.totals,
        baseline: Baseline {
            slot: together.whole,
            slots: together.slots,
            stages: together.stages,
            waiting_room: together.waiting_room,
            totals: together.totals,
            finished: together.finished,
        },
        finished: planned.finished,
        lost_before_catch_up: planned.lost_before_catch_up,
    }
}

/// The slots of a plan alone, at half the cost of [`run`], which computes the baseline as well.
pub fn slots_as_planned(plan: &CheckedPlan) -> Vec<Slot> {
    tell(plan, Scenario::Planned).slots
}

/// A queue below half a person is none [people].
const HALF_A_PERSON: f64 = 0.5;

/// The issue that only a forecast can find: people who still wait when the horizon ends.
pub fn still_waiting(forecast: &Forecast) -> Option<Issue> {
    let people = forecast.slots.last()?.waiting_at_close;
    (people >= HALF_A_PERSON).then(|| Issue::new(IssueCode::StillWaiting { people }, "/days"))
}

fn tell(checked: &CheckedPlan, scenario: Scenario) -> Story {
    tell_at(checked, scenario, Settings::FULL)
}

fn tell_at(checked: &CheckedPlan, scenario: Scenario, settings: Settings) -> Story {
    let plan = checked.plan();
    let network = Network::of(plan);
    let mut demand = Demand::new(plan, checked.cut(), scenario);
    let spans = Spans::of(plan);
    let course = fluid::run(&network, &mut demand, spans.horizon, &spans.stops, settings);
    let lost = demand.lost_before_catch_up().to_vec();
    assemble::story(plan, &spans, &mut Told::new(&course), demand.figures(), demand.table_people(), lost)
}
