//! The waits at one place, cut into stretches of time in which they hardly change.

use super::data::{Forecast, Place, Series};
use crate::num::order;
use crate::plan::Plan;

const MINUTE: f64 = 60.0;
/// Waits below this count as none [s].
const NO_WAIT: f64 = 0.5;
/// Most shares of laws that are worked out; beyond it the stretches are several minutes long.
const SHARES_MAX: usize = 120_000;
/// Share of the people whose wait is not exceeded, in the figures [1].
const PERCENTILE: f64 = 0.95;

/// Waits at a place by the time at which people begin.
pub struct WaitsMet {
    /// Between one edge and the next the wait is the same [s since the start of the horizon].
    edges: Vec<f64>,
    /// `None` = not over.
    waits: Vec<Option<f64>>,
    /// Stretches by length of the wait, those that are not over last.
    order: Vec<usize>,
}

impl WaitsMet {
    /// Waits at `place` of `plan`; `laws` people's laws will be asked of each stretch.
    pub fn new(plan: &Plan, forecast: &Forecast, place: Place, laws: usize) -> Self {
        let none = Vec::new();
        let waits: &Vec<Option<f64>> = series(forecast, place).map_or(&none, |series| &series.wait_s);
        let lead = lead(plan, place);
        let horizon = plan.horizon().get();
        let waiting = waits.iter().filter(|wait| is_wait(**wait)).count();
        let step = (waiting * laws.max(1)).div_ceil(SHARES_MAX).max(1);
        let mut edges = vec![0.0];
        let mut kept: Vec<Option<f64>> = Vec::new();
        let mut minute = 0;
        while minute < waits.len() {
            let wait = waits[minute];
            let mut end = minute + 1;
            if is_wait(wait) {
                while end < waits.len().min(minute + step) && is_wait(waits[end]) {
                    end += 1;
                }
            } else {
                while end < waits.len() && !is_wait(waits[end]) {
                    end += 1;
                }
            }
            let until = (end as f64 * MINUTE - lead).clamp(0.0, horizon);
            let until = if end == waits.len() { horizon } else { until };
            if until > edges[edges.len() - 1] {
                edges.push(until);
                kept.push(if is_wait(wait) { wait } else { Some(0.0) });
            }
            minute = end;
        }
        if edges.len() == 1 {
            edges.push(horizon);
            kept.push(Some(0.0));
        }
        let mut order: Vec<usize> = (0..kept.len()).collect();
        let length = |index: usize| kept[index].unwrap_or(f64::INFINITY);
        order::sort_by(&mut order, |one, other| length(*one).total_cmp(&length(*other)));
        Self { edges, waits: kept, order }
    }

    pub fn edges(&self) -> &[f64] {
        &self.edges
    }

    /// Mean, 95th percentile and longest wait of people by stretch [s]; `None` = not over; nobody does not wait.
    pub fn figures(&self, people: &[f64]) -> [Option<f64>; 3] {
        let total: f64 = people.iter().sum();
        if total <= 0.0 {
            return [Some(0.0); 3];
        }
        let (mut sum, mut so_far) = (Some(0.0), 0.0);
        let (mut percentile, mut longest) = (None, Some(0.0));
        // Shares of people far out in a tail are rounding, not somebody who waits.
        let nobody = total * 1e-9;
        for &index in self.order.iter().filter(|index| people[**index] > nobody) {
            let before = so_far;
            so_far += people[index];
            sum = sum.zip(self.waits[index]).map(|(sum, wait)| sum + wait * people[index]);
            if before < PERCENTILE * total * (1.0 - 1e-9) {
                percentile = self.waits[index];
            }
            longest = self.waits[index];
        }
        [sum.map(|sum| sum / so_far), percentile, longest]
    }
}

fn is_wait(wait: Option<f64>) -> bool {
    wait.is_none_or(|wait| wait >= NO_WAIT)
}

fn series(forecast: &Forecast, place: Place) -> Option<&Series> {
    match place {
        Place::WaitingRoom => forecast.waiting_room.as_ref(),
        Place::Stage(index) => forecast.stages.get(index).map(|stage| &stage.series),
    }
}

/// Mean services of the stages before a place [s].
fn lead(plan: &Plan, place: Place) -> f64 {
    match place {
        Place::WaitingRoom => 0.0,
        Place::Stage(index) => plan.journey.iter().take(index).map(|stage| stage.service.get()).sum(),
    }
}
