//! The key figures of a plan beside those of its baseline.

use crate::forecast::{Forecast, Slot, StageForecast, Totals};
use crate::plan::{Plan, Stage};

/// One figure of the plan and the same of the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair<T> {
    pub plan: T,
    pub baseline: T,
}

/// The headline figures.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyFigures {
    /// [1]; `None` = nothing limits.
    pub peak_load: Pair<Option<f64>>,
    /// [s]; `None` = not over before the horizon ends.
    pub longest_wait: Pair<Option<f64>>,
    /// [people]
    pub longest_queue: Pair<f64>,
    /// Who gave up for good [people].
    pub lost: Pair<f64>,
    /// From the first opening until 95 % of those who finish have finished [s]; `None` = cannot be read off the curves.
    pub done: Pair<Option<f64>>,
}

/// Reads the headline figures off a forecast of `plan`.
pub fn key_figures(plan: &Plan, forecast: &Forecast) -> KeyFigures {
    let baseline = &forecast.baseline;
    let whole = std::slice::from_ref(&baseline.slot);
    KeyFigures {
        peak_load: Pair { plan: peak_load(&forecast.slots), baseline: peak_load(whole) },
        longest_wait: Pair { plan: longest_wait(&forecast.slots), baseline: longest_wait(whole) },
        longest_queue: Pair { plan: longest_queue(&forecast.slots), baseline: longest_queue(whole) },
        lost: Pair { plan: lost(&forecast.totals), baseline: lost(&baseline.totals) },
        done: Pair { plan: done(plan, &forecast.stages), baseline: done(plan, &baseline.stages) },
    }
}

fn peak_load(slots: &[Slot]) -> Option<f64> {
    slots.iter().filter_map(|slot| slot.peak_load).reduce(f64::max)
}

fn longest_wait(slots: &[Slot]) -> Option<f64> {
    slots.iter().try_fold(0.0, |longest: f64, slot| slot.wait_max_s.map(|wait| longest.max(wait)))
}

fn longest_queue(slots: &[Slot]) -> f64 {
    slots.iter().map(|slot| slot.peak_queue).fold(0.0, f64::max)
}

fn lost(totals: &Totals) -> f64 {
    totals.lost
}

/// Completions of the last stage are its people in service over the service time; with others in that service they
/// cannot be told apart, so there is no figure.
fn done(plan: &Plan, stages: &[StageForecast]) -> Option<f64> {
    let last: &Stage = plan.journey.last()?;
    if last.background.iter().any(|background| background.rate.get() > 0.0)
        || plan.arrivals.gate_stage.is_some()
        || uninvited_reach_the_last(plan)
    {
        return None;
    }
    let in_service = &stages.last()?.series.in_service;
    let total: f64 = in_service.iter().sum();
    if total <= 0.0 {
        return None;
    }
    let mut so_far = 0.0;
    let minute = in_service.iter().position(|people| {
        so_far += people;
        so_far >= 0.95 * total
    })?;
    let opens = plan.since_start(plan.first_opening()?).get();
    Some(((minute + 1) as f64 * 60.0 - opens).max(0.0))
}

/// Whether people who are no members use the last stage: nobody turns them away, or only that stage does.
fn uninvited_reach_the_last(plan: &Plan) -> bool {
    let turned_away = plan.arrivals.eligibility_stage.is_some_and(|stage| stage + 1 < plan.journey.len());
    plan.arrivals.uninvited_per_member > 0.0 && !turned_away
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast;
    use crate::library::Wording;
    use crate::library::busan::Example;
    use crate::plan::CheckedPlan;

    #[test]
    fn the_uninvited_at_the_last_stage_leave_no_time_of_being_done() {
        let done = |uninvited: f64, turned_away_at: Option<usize>| {
            let mut plan = Example::Staggered.plan(Wording::english);
            plan.arrivals.uninvited_per_member = uninvited;
            plan.arrivals.eligibility_stage = turned_away_at;
            let checked = CheckedPlan::new(plan).unwrap();
            key_figures(checked.plan(), &forecast::run(&checked)).done.plan
        };
        assert!(done(0.0, None).is_some() && done(0.1, Some(1)).is_some());
        assert!(done(0.1, None).is_none() && done(0.1, Some(3)).is_none());
    }
}
