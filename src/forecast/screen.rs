//! The figures of a plan at screening precision: a quarter of a percent of each peak, for risk and search only.
//!
//! One rule says how: where nobody but starters uses any place (no visitors, no background), the coarse engine
//! runs; any other plan is run by the engine of the full forecast, with longer steps, and so is one whose people the
//! coarse engine does not keep to a thousandth, as with tails that are steep beyond its shortest step.

mod curves;
mod slots;

use super::assemble::{Spans, Story};
use super::curves::{Curves, stretch_minutes};
use super::data::{Place, Slot, Totals};
use super::tell_at;
use crate::clock::SECONDS_PER_MINUTE;
use crate::demand::{Demand, Scenario};
use crate::num::order::Extreme;
use crate::plan::CheckedPlan;
use crate::queueing::{Network, Settings, coarse};
use slots::Screened;

/// What risk and search need of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Screening {
    /// One per window in the order of the plan, then the row of all minutes in no window.
    pub slots: Vec<Slot>,
    /// The waiting room, if any, then the stages.
    pub places: Vec<ScreenedPlace>,
    pub totals: Totals,
    /// When 95 % of the starters have finished, in whole minutes [s since the start of the horizon].
    pub done_at: Option<f64>,
}

/// One place over the whole horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct ScreenedPlace {
    pub place: Place,
    /// [people]
    pub peak_queue: f64,
    /// [s]; `None` = not over before the horizon ends.
    pub wait_max_s: Option<f64>,
}

/// Share of the starters who must have finished [1].
const DONE: f64 = 0.95;

/// Screens a plan as it stands, without its baseline.
pub fn screen(plan: &CheckedPlan) -> Screening {
    screen_as(plan, Scenario::Planned)
}

/// Screens one of the two stories of a plan.
pub fn screen_as(plan: &CheckedPlan, scenario: Scenario) -> Screening {
    screened(plan, scenario, None).0
}

/// Screens a plan as it stands, with its places over time.
pub fn screen_over_time(plan: &CheckedPlan) -> (Screening, Curves) {
    screened(plan, Scenario::Planned, Some(stretch_minutes(plan.plan())))
}

/// The same with a point for every minute.
pub fn screen_by_minute(plan: &CheckedPlan) -> (Screening, Curves) {
    screened(plan, Scenario::Planned, Some(1))
}

/// `stretch`: length of the stretches of the curves [min]; `None` = no curves are wanted.
fn screened(checked: &CheckedPlan, scenario: Scenario, stretch: Option<usize>) -> (Screening, Curves) {
    let plan = checked.plan();
    let network = Network::of(plan);
    let demand = Demand::new(plan, checked.cut(), scenario);
    let spans = Spans::of(plan);
    if coarse::is_made_for(&network, &demand) {
        let (course, demand) = coarse::run(&network, demand, spans.horizon, &spans.stops);
        let screened = Screened::new(plan, &course, &demand);
        let screening = screened.screening(&spans);
        if keeps_people(&screening.totals) {
            return (screening, stretch.map_or(Curves::none(), |stretch| curves::curves(&screened, stretch)));
        }
    }
    let story = tell_at(checked, scenario, LONG_STEPS);
    let curves = stretch.map_or(Curves::none(), |stretch| Curves::in_stretches(stretch, &story));
    (of_story(story), curves)
}

/// Share of the starters that a coarse run may gain or lose [1]; where it does so, its steps were too long for the plan.
const KEPT: f64 = 1e-3;

fn keeps_people(totals: &Totals) -> bool {
    let rest = totals.starters - totals.finished - totals.lost - totals.unfinished_at_end;
    rest.abs() <= KEPT * totals.starters.larger(1.0)
}

/// What a step may miss where the coarse engine is not made for a plan.
const LONG_STEPS: Settings = Settings { tolerance: 1e-7 };

fn of_story(story: Story) -> Screening {
    let room = story.waiting_room.iter().map(|series| ScreenedPlace {
        place: Place::WaitingRoom,
        peak_queue: series.queue.iter().copied().fold(0.0, f64::larger),
        wait_max_s: series.wait_s.iter().try_fold(0.0_f64, |longest, wait| Some(longest.larger((*wait)?))),
    });
    let stages = story.stages.iter().enumerate().map(|(index, stage)| ScreenedPlace {
        place: Place::Stage(index),
        peak_queue: stage.peak_queue,
        wait_max_s: stage.wait_max_s,
    });
    let needed = DONE * story.totals.starters;
    let done = story.finished.iter().position(|&people| people >= needed);
    Screening {
        places: room.chain(stages).collect(),
        done_at: done.map(|minute| ((minute + 1) as i64 * SECONDS_PER_MINUTE) as f64),
        slots: story.slots,
        totals: story.totals,
    }
}
