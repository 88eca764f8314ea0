//! The key figures of a plan beside those of its baseline.

use super::completion::Progress;
use crate::forecast::{Forecast, Slot, Totals};

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
    /// When 95 % of the starters have finished, or how many ever do.
    pub done: Pair<Progress>,
}

/// Reads the headline figures off a forecast.
pub fn key_figures(forecast: &Forecast) -> KeyFigures {
    let baseline = &forecast.baseline;
    let whole = std::slice::from_ref(&baseline.slot);
    KeyFigures {
        peak_load: Pair { plan: peak_load(&forecast.slots), baseline: peak_load(whole) },
        longest_wait: Pair { plan: longest_wait(&forecast.slots), baseline: longest_wait(whole) },
        longest_queue: Pair { plan: longest_queue(&forecast.slots), baseline: longest_queue(whole) },
        lost: Pair { plan: lost(&forecast.totals), baseline: lost(&baseline.totals) },
        done: Pair {
            plan: Progress::new(&forecast.finished, forecast.totals.starters),
            baseline: Progress::new(&baseline.finished, baseline.totals.starters),
        },
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast;
    use crate::library::Wording;
    use crate::library::busan::Example;
    use crate::plan::CheckedPlan;

    #[test]
    fn the_end_is_found_whoever_else_uses_the_last_stage() {
        let told = |edit: &dyn Fn(&mut crate::plan::Plan)| {
            let mut plan = Example::Staggered.plan(Wording::english);
            edit(&mut plan);
            let checked = CheckedPlan::new(plan).unwrap();
            let forecast = forecast::run(&checked);
            let done = key_figures(&forecast).done;
            let last = *forecast.finished.last().unwrap();
            assert!((last - forecast.totals.finished).abs() < 1e-6 * last, "{last}");
            assert!(forecast.finished.is_sorted());
            done.plan.seconds(checked.plan()).unwrap()
        };
        let plain = told(&|_| {});
        let days = plain / 86_400.0;
        assert!((3.0..5.0).contains(&days), "{days}");
        assert!((told(&|plan| plan.arrivals.uninvited_per_member = 0.1) - plain).abs() < 3_600.0);
        let with_others = told(&|plan| {
            let stage = std::sync::Arc::make_mut(&mut plan.journey).last_mut().unwrap();
            let at = plan.first_day.midnight();
            stage.background = vec![crate::plan::Background { at, rate: crate::units::PerSecond::new(0.5) }];
        });
        assert!((with_others - plain).abs() < 3_600.0, "{with_others} and {plain}");
    }

    #[test]
    fn where_fewer_than_that_finish_the_share_is_said() {
        let checked = CheckedPlan::new(Example::Staggered.plan(Wording::english)).unwrap();
        let forecast = forecast::run(&checked);
        let baseline = key_figures(&forecast).done.baseline;
        assert_eq!(baseline.minute, None);
        let expected = forecast.baseline.totals.finished / forecast.baseline.totals.starters;
        assert!((baseline.share - expected).abs() < 1e-9 && expected < 0.95, "{baseline:?}");
    }
}
