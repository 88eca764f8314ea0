//! What chance alone makes of each slot, beside the fluid's figures.

use super::assemble::Spans;
use super::data::{Forecast, Place};
use super::interval::Interval;
use crate::demand::gradual::Gradual;
use crate::demand::{Demand, Scenario};
use crate::num::short_collocation::{self, Trio};
use crate::plan::CheckedPlan;
use crate::queueing::chance::{self, Arrivals, Band, Closure, Moments, Precision, SlotSamples};
use crate::queueing::{Network, coarse, fluid};

/// One slot with its band at the bottleneck.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SlotChance {
    pub band: Band,
    /// Whether one number does not tell queue or wait of the slot, so that single people should be simulated.
    pub needs_simulation: bool,
}

/// Chance of each slot of a forecast, in its order; a slot is `None` without any instant.
///
/// `None` altogether where the equations do not hold for the plan: others than starters use a place, or people are
/// sent off. Such a plan can be simulated.
pub fn chance(checked: &CheckedPlan, forecast: &Forecast) -> Option<Vec<Option<SlotChance>>> {
    let plan = checked.plan();
    let network = Network::of(plan);
    let mut demand = Demand::new(plan, checked.cut(), Scenario::Planned);
    if !chance::is_made_for(&network) || !coarse::is_made_for(&network, &demand) {
        return None;
    }
    let spans = Spans::of(plan);
    let ends = fluid::breakpoints(&network, &demand, spans.horizon, &spans.stops);
    // The catch-up windows invite whom the forecast says they do.
    demand.catch_up_all(&forecast.lost_before_catch_up);
    let mut starters = Starters(Gradual::new(demand));
    let start = vec![Moments::default(); network.places.len()];
    let course = chance::run(&network, &mut starters, &start, &ends, Closure::Gaussian, Precision::BAND);
    let between = Interval::between_windows(plan);
    let intervals = spans.intervals.iter().chain([&between]);
    let room = usize::from(plan.waiting_room.is_some());
    let target = &plan.target;
    let of_slot = |(slot, interval): (&super::Slot, &Interval)| {
        let place = match slot.bottleneck {
            Place::WaitingRoom => 0,
            Place::Stage(index) => index + room,
        };
        let samples = SlotSamples { course: &course, place, stretches: &interval.stretches };
        let band = samples.band(target.wait.get(), target.percentile.get())?;
        let wait = slot.wait_max_s.unwrap_or(f64::INFINITY);
        let needs_simulation = chance::needs_simulation(&band, slot.peak_queue, wait);
        Some(SlotChance { band, needs_simulation })
    };
    Some(forecast.slots.iter().zip(intervals).map(of_slot).collect())
}

/// The starters of a demand, as the equations of chance ask for them.
struct Starters(Gradual);

impl Arrivals for Starters {
    fn enter(&mut self, at: f64) {
        self.0.enter(at, 0.0);
    }

    fn impulse(&self) -> f64 {
        self.0.impulse()
    }

    fn flow(&self, h: f64) -> Trio {
        short_collocation::flow_of(h, &self.0.arrivals(h))
    }

    fn advance(&mut self, to: f64) {
        self.0.advance(to);
    }
}
