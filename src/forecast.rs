//! The forecast as plain data, and its assembly from a plan.
//!
//! ```text
//! CheckedPlan ──▶ Demand ──▶ fluid ──▶ Course ──▶ Told ──▶ slots, stages, totals
//!      └── as planned, and once more with everyone invited at one moment: the baseline
//! ```

mod assemble;
pub mod cohorts;
pub mod data;
mod interval;
mod minutes;
mod percentile;
mod waits_met;

use crate::demand::{Demand, Scenario, WindowFigures};
use crate::plan::CheckedPlan;
use crate::plan::issue::{Issue, IssueCode};
use crate::queueing::{Network, Settings, fluid};
use assemble::Told;
use interval::Interval;

pub use data::{Baseline, Forecast, Place, Series, Slot, StageForecast, Totals, Verdict};

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

/// One story of a plan with all its figures.
struct Story {
    /// From the baseline's opening to the end of the horizon.
    whole: Slot,
    slots: Vec<Slot>,
    stages: Vec<StageForecast>,
    waiting_room: Option<Series>,
    totals: Totals,
    finished: Vec<f64>,
    lost_before_catch_up: Vec<f64>,
}

fn tell(checked: &CheckedPlan, scenario: Scenario) -> Story {
    let plan = checked.plan();
    let network = Network::of(plan);
    let mut demand = Demand::new(plan, checked.cut(), scenario);
    let horizon = plan.horizon().get();
    let together = plan.baseline_opens.or_else(|| plan.first_opening()).map_or(0.0, |at| plan.since_start(at).get());
    let mut stops = vec![together];
    let mut intervals = Vec::new();
    for window in plan.windows.iter() {
        let (opens, closes) = (plan.since_start(window.opens).get(), plan.since_start(window.closes).get());
        stops.extend([opens, closes]);
        intervals.push(Interval::between(opens, closes));
    }
    let course = fluid::run(&network, &mut demand, horizon, &stops, Settings::FULL);
    let told = Told::new(plan, &course, &demand);
    let figures = demand.figures();
    let mut slots: Vec<Slot> = (intervals.iter().enumerate())
        .map(|(index, interval)| told.slot(Some(index), figures[index], interval))
        .collect();
    slots.push(told.slot(None, WindowFigures::default(), &Interval::between_windows(plan)));
    let everyone = figures.iter().fold(WindowFigures::default(), |sum, figures| WindowFigures {
        members: sum.members + figures.members,
        starters: sum.starters + figures.starters,
        after_horizon: sum.after_horizon + figures.after_horizon,
        shut_out: sum.shut_out + figures.shut_out,
        returned: sum.returned + figures.returned,
    });
    Story {
        whole: told.slot(None, everyone, &Interval::between(together, horizon)),
        slots,
        stages: told.stages(),
        waiting_room: plan.waiting_room.map(|_| told.places()[0].minutes.series.clone()),
        totals: told.totals(),
        finished: course.places.last().map_or_else(Vec::new, |place| minutes::finished(&course, place)),
        lost_before_catch_up: demand.lost_before_catch_up().to_vec(),
    }
}
