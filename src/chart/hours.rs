//! Peak loads by the hour, for plans of so few slots that a bar per slot says little.

use super::time_axis::minutes_of;
use crate::forecast::{Forecast, Place, Series, Verdict};
use crate::plan::Plan;

/// One hour of a slot, or the part of it that lies in the slot.
#[derive(Clone, Debug, PartialEq)]
pub struct Hour {
    pub window: usize,
    /// From, until [minutes from the start of the horizon].
    pub minutes: (u32, u32),
    /// Largest load of a minute at the slot's bottleneck [1].
    pub load: Option<f64>,
    /// The same of the baseline.
    pub baseline: Option<f64>,
    /// By the longest wait of the hour, not by its percentile, which exists per slot only.
    pub verdict: Verdict,
}

/// The hours of every slot, slot by slot.
pub fn hours(plan: &Plan, forecast: &Forecast) -> Vec<Hour> {
    let mut hours = Vec::new();
    for (window_index, window) in plan.windows.iter().enumerate() {
        let Some(slot) = forecast.slots.get(window_index) else { continue };
        let (from, to) = minutes_of(plan, window.opens, window.closes);
        let mut start = from;
        while start < to {
            let end = ((start / 60 + 1) * 60).min(to);
            hours.push(hour(plan, forecast, window_index, slot.bottleneck, (start, end)));
            start = end;
        }
    }
    hours
}

fn hour(plan: &Plan, forecast: &Forecast, window: usize, place: Place, minutes: (u32, u32)) -> Hour {
    let own = match place {
        Place::WaitingRoom => forecast.waiting_room.as_ref(),
        Place::Stage(index) => forecast.stages.get(index).map(|stage| &stage.series),
    };
    let baseline = match place {
        Place::WaitingRoom => forecast.baseline.waiting_room.as_ref(),
        Place::Stage(index) => forecast.baseline.stages.get(index).map(|stage| &stage.series),
    };
    let load = own.and_then(|series| peak(&series.load, minutes));
    let verdict = own.map_or(Verdict::Holds, |series| verdict(plan, series, load, minutes));
    Hour { window, minutes, load, baseline: baseline.and_then(|series| peak(&series.load, minutes)), verdict }
}

/// Largest load of a minute of the baseline at its bottleneck [1].
pub fn baseline_peak(forecast: &Forecast, minutes: (u32, u32)) -> Option<f64> {
    let series = match forecast.baseline.slot.bottleneck {
        Place::WaitingRoom => forecast.baseline.waiting_room.as_ref(),
        Place::Stage(index) => forecast.baseline.stages.get(index).map(|stage| &stage.series),
    };
    series.and_then(|series| peak(&series.load, minutes))
}

fn peak(load: &[Option<f64>], (from, to): (u32, u32)) -> Option<f64> {
    slice(load, from, to).iter().copied().flatten().reduce(f64::max)
}

fn verdict(plan: &Plan, series: &Series, load: Option<f64>, (from, to): (u32, u32)) -> Verdict {
    let too_long =
        slice(&series.wait_s, from, to).iter().any(|wait| wait.is_none_or(|wait| wait > plan.target.wait.get()));
    if too_long {
        Verdict::Breaks
    } else if load.is_some_and(|load| load > plan.target.load) {
        Verdict::AtRisk
    } else {
        Verdict::Holds
    }
}

fn slice<T>(values: &[T], from: u32, to: u32) -> &[T] {
    let to = (to as usize).min(values.len());
    &values[(from as usize).min(to)..to]
}
