//! The figures of a plan at screening precision: a quarter of a percent of each peak, for risk and search only.
//!
//! One rule says how: where nobody but starters uses any place (no visitors, no background), the coarse engine
//! runs; any other plan is run by the engine of the full forecast, with longer steps.

mod quantile;
mod slots;

use super::assemble::{Spans, Story};
use super::data::{Place, Series, Slot, Totals};
use super::tell_at;
use crate::clock::SECONDS_PER_MINUTE;
use crate::demand::{Demand, Scenario};
use crate::plan::CheckedPlan;
use crate::queueing::{Network, Settings, coarse};

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
    /// Course of the queue where there is one, for pictures.
    pub points: Vec<Point>,
}

/// Queue and wait at an instant; between two points of the same stretch both are nearly straight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// [s since the start of the horizon]
    pub at: f64,
    /// [people]
    pub queue: f64,
    /// [s]; `None` = not over.
    pub wait: Option<f64>,
}

/// Share of the starters who must have finished [1].
const DONE: f64 = 0.95;

/// Screens a plan as it stands, without its baseline.
pub fn screen(plan: &CheckedPlan) -> Screening {
    screen_as(plan, Scenario::Planned)
}

/// Screens one of the two stories of a plan.
pub fn screen_as(checked: &CheckedPlan, scenario: Scenario) -> Screening {
    let plan = checked.plan();
    let network = Network::of(plan);
    let demand = Demand::new(plan, checked.cut(), scenario);
    let spans = Spans::of(plan);
    if coarse::is_made_for(&network, &demand) {
        let (course, demand) = coarse::run(&network, demand, spans.horizon, &spans.stops);
        return slots::screening(plan, &spans, &course, &demand);
    }
    let story = tell_at(checked, scenario, LONG_STEPS);
    of_story(story)
}

/// What a step may miss where the coarse engine is not made for a plan.
const LONG_STEPS: Settings = Settings { tolerance: 1e-7 };

fn of_story(story: Story) -> Screening {
    let room = story.waiting_room.iter().map(|series| ScreenedPlace {
        place: Place::WaitingRoom,
        peak_queue: series.queue.iter().copied().fold(0.0, f64::max),
        wait_max_s: series.wait_s.iter().try_fold(0.0_f64, |longest, wait| Some(longest.max((*wait)?))),
        points: points(series),
    });
    let stages = story.stages.iter().enumerate().map(|(index, stage)| ScreenedPlace {
        place: Place::Stage(index),
        peak_queue: stage.peak_queue,
        wait_max_s: stage.wait_max_s,
        points: points(&stage.series),
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

/// The minutes at which somebody waits or would have to.
fn points(series: &Series) -> Vec<Point> {
    let point = |(minute, (&queue, &wait)): (usize, (&f64, &Option<f64>))| {
        let waits = queue > 0.0 || wait != Some(0.0);
        waits.then_some(Point { at: (minute as i64 * SECONDS_PER_MINUTE) as f64, queue, wait })
    };
    series.queue.iter().zip(&series.wait_s).enumerate().filter_map(point).collect()
}
