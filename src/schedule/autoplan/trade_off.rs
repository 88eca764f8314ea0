//! Days against peak load against capacity.

use super::{Found, Score, Search};
use crate::forecast::{Place, Verdict, slots_as_planned};
use crate::num::order::Extreme;
use crate::plan::CheckedPlan;
use crate::schedule::inverse::with_capacity;

/// Numbers of days that are looked at, at the most.
const DAYS_LOOKED_AT: usize = 12;

/// Capacities that are looked at, times those of the plan.
const TIMES: [f64; 5] = [0.75, 1.0, 1.5, 2.0, 4.0];

/// The lowest peak loads of several numbers of days at several capacities.
#[derive(Clone, Debug)]
pub struct TradeOff {
    /// Numbers of days, ascending [days].
    pub days: Vec<usize>,
    /// Factors on all limits of the journey, ascending [1].
    pub times: Vec<f64>,
    /// By factor, then by days.
    pub points: Vec<Point>,
    /// Index of the stage that fills most in the plan of all days; `None` = none has a limit.
    pub bottleneck: Option<usize>,
    /// The plan of each number of days, with its capacities as they are.
    pub plans: Vec<CheckedPlan>,
}

/// A timetable at a capacity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub days: usize,
    pub times: f64,
    /// At full precision.
    pub score: Score,
    /// Beyond it a day more gains little.
    pub is_knee: bool,
}

impl Search {
    /// The numbers of days that are looked at: all, or as many as fit, evenly.
    pub(super) fn day_counts(&self) -> Vec<usize> {
        let all = self.days.len();
        let most = all.min(DAYS_LOOKED_AT);
        let mut counts: Vec<usize> =
            (0..most).map(|at| if most == 1 { all } else { 1 + at * (all - 1) / (most - 1) }).collect();
        counts.dedup();
        counts
    }

    /// The curve of what was found for each number of days; `None` = nothing was found for any.
    ///
    /// Whatever does for some days does for more, so a peak never rises with the days.
    pub fn trade_off(&self, found: &[Option<Found>]) -> Option<TradeOff> {
        let mut kept: Vec<Found> = Vec::new();
        for found in found.iter().flatten() {
            let longer = kept.last().map(|before| Found { days: found.days, ..before.clone() });
            // With more days the horizon is longer, so that what did before is judged anew.
            let longer = longer.and_then(|longer| {
                let (score, _) = self.judged(longer.days, &longer.timetable)?;
                Some(Found { score, ..longer })
            });
            kept.push(longer.filter(|longer| longer.score.is_below(&found.score)).unwrap_or_else(|| found.clone()));
        }
        let plans: Vec<(usize, CheckedPlan)> =
            kept.iter().filter_map(|found| Some((found.days, self.applied(found.days, &found.timetable)?))).collect();
        let mut points = Vec::new();
        for times in TIMES {
            for (days, plan) in &plans {
                let slots = slots_as_planned(&with_capacity(plan, times)?);
                points.push(Point { days: *days, times, score: Score::of(&slots), is_knee: false });
            }
        }
        let last = slots_as_planned(&plans.last()?.1);
        let fullest = last
            .iter()
            .filter(|slot| slot.peak_load.is_some())
            .reduce(|fullest, slot| if slot.peak_load > fullest.peak_load { slot } else { fullest });
        let bottleneck = fullest.and_then(|slot| match slot.bottleneck {
            Place::Stage(at) => Some(at),
            Place::WaitingRoom => None,
        });
        if let Some(knee) = knee(&points) {
            points[knee].is_knee = true;
        }
        let days = plans.iter().map(|(days, _)| *days).collect();
        let plans = plans.into_iter().map(|(_, plan)| plan).collect();
        Some(TradeOff { days, times: TIMES.to_vec(), points, bottleneck, plans })
    }
}

/// The point furthest below the straight line from the first to the last, at the capacity as it is (V. Satopää et al.,
/// *Finding a "kneedle" in a haystack*, ICDCS workshops 2011); `None` = the peaks do not bend.
///
/// What breaks is no choice, however much the next day gains, so the line begins at the first point that does not.
fn knee(points: &[Point]) -> Option<usize> {
    let is_choice = |at: &usize| points[*at].times == 1.0 && points[*at].score.verdict != Verdict::Breaks;
    let own: Vec<usize> = (0..points.len()).filter(is_choice).collect();
    let (first, last) = (points[*own.first()?], points[*own.last()?]);
    let (width, height) = ((last.days - first.days) as f64, first.score.peak_load - last.score.peak_load);
    if width <= 0.0 || height <= 0.0 {
        return None;
    }
    let below = |point: &Point| {
        let along = (point.days - first.days) as f64 / width;
        let up = (point.score.peak_load - last.score.peak_load) / height;
        1.0 - along - up
    };
    let deepest = own.iter().map(|at| below(&points[*at])).fold(0.0, f64::larger);
    let at = own.into_iter().find(|at| below(&points[*at]) >= deepest)?;
    (deepest > 1e-6).then_some(at)
}
