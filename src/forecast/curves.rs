//! Places over time in short: of each stretch the worst minute, for pictures of many forecasts.

use super::assemble::Story;
use super::data::{Forecast, Place, Series, StageForecast};
use crate::num::order::Extreme;
use crate::plan::Plan;

/// Most points of a curve.
pub const POINTS_MAX: usize = 480;

/// Lengths that are easily read off an axis [min].
const LENGTHS: [usize; 11] = [1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 360];

const MINUTES_PER_DAY: usize = 1440;

/// All places over time, each point standing for the worst minute of a stretch.
#[derive(Clone, Debug, PartialEq)]
pub struct Curves {
    /// Length of the stretches [min].
    pub stretch_minutes: usize,
    /// Starters who have finished by the end of each stretch [people].
    pub finished: Vec<f64>,
    /// The waiting room, if any, then the stages.
    pub places: Vec<Curve>,
}

/// One place over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    pub place: Place,
    /// Most attempts of a minute of each stretch, first and returning, others included [people/s].
    pub attempts_per_s: Vec<f64>,
    /// Longest queue of each stretch [people].
    pub queue: Vec<f64>,
    /// Longest wait of each stretch [s]; infinite = not over before the horizon ends.
    pub wait: Vec<f64>,
}

impl Curves {
    /// No place at all.
    pub const fn none() -> Self {
        Self { stretch_minutes: 1, finished: Vec::new(), places: Vec::new() }
    }

    /// Of a forecast; its baseline does not matter.
    pub fn of(plan: &Plan, forecast: &Forecast) -> Self {
        let room = forecast.waiting_room.as_ref();
        curves(stretch_minutes(plan), room, &forecast.stages, &forecast.finished)
    }

    /// Of a story, whoever told it.
    pub fn of_story(plan: &Plan, story: &Story) -> Self {
        Self::in_stretches(stretch_minutes(plan), story)
    }

    /// Of a story, in stretches of that length [min].
    pub fn in_stretches(stretch_minutes: usize, story: &Story) -> Self {
        curves(stretch_minutes, story.waiting_room.as_ref(), &story.stages, &story.finished)
    }
}

/// Length of the stretches of a plan [min], so that a curve has at most [`POINTS_MAX`] points.
pub fn stretch_minutes(plan: &Plan) -> usize {
    let minutes = plan.days as usize * MINUTES_PER_DAY;
    let fits = |length: &usize| minutes.div_ceil(*length) <= POINTS_MAX;
    LENGTHS.into_iter().find(fits).unwrap_or(LENGTHS[LENGTHS.len() - 1])
}

fn curves(stretch_minutes: usize, room: Option<&Series>, stages: &[StageForecast], finished: &[f64]) -> Curves {
    let room = room.into_iter().map(|series| (Place::WaitingRoom, series));
    let stages = stages.iter().enumerate().map(|(index, stage)| (Place::Stage(index), &stage.series));
    Curves {
        stretch_minutes,
        finished: finished.chunks(stretch_minutes).filter_map(|part| part.last().copied()).collect(),
        places: room.chain(stages).map(|(place, series)| curve(place, series, stretch_minutes)).collect(),
    }
}

fn curve(place: Place, series: &Series, length: usize) -> Curve {
    let wait = |wait: &Option<f64>| wait.unwrap_or(f64::INFINITY);
    let largest =
        |minutes: &[f64]| minutes.chunks(length).map(|part| part.iter().copied().fold(0.0, f64::larger)).collect();
    Curve {
        place,
        attempts_per_s: largest(&series.attempts_per_s),
        queue: largest(&series.queue),
        wait: series.wait_s.chunks(length).map(|part| part.iter().map(wait).fold(0.0, f64::larger)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_the_worst_minute_of_its_stretch() {
        let series = Series {
            attempts_per_s: vec![2.0, 1.0, 0.5, 4.0, 0.0],
            queue: vec![0.0, 7.0, 1.0, 2.0, 3.0],
            wait_s: vec![Some(1.0), Some(0.0), None, Some(4.0), Some(9.0)],
            ..Series::default()
        };
        let curve = curve(Place::Stage(0), &series, 2);
        assert_eq!(curve.attempts_per_s, [2.0, 4.0, 0.0]);
        assert_eq!(curve.queue, [7.0, 2.0, 3.0]);
        assert_eq!(curve.wait, [1.0, f64::INFINITY, 9.0]);
    }
}
