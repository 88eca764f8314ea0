//! Queue and wait over time in short, and their bands.

use super::band::{Band, LEVELS, order_statistics};
use crate::forecast::{Place, Series, StageForecast};
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
    /// The waiting room, if any, then the stages.
    pub places: Vec<Curve>,
}

/// One place over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    pub place: Place,
    /// Longest queue of each stretch [people].
    pub queue: Vec<f64>,
    /// Longest wait of each stretch [s]; infinite = not over before the horizon ends.
    pub wait: Vec<f64>,
}

/// The bands of one place, a curve per level of [`LEVELS`].
#[derive(Clone, Debug, PartialEq)]
pub struct CurveBand {
    pub place: Place,
    /// [people]
    pub queue: [Vec<f64>; LEVELS.len()],
    /// [s]; infinite = not over.
    pub wait: [Vec<f64>; LEVELS.len()],
}

impl Curves {
    /// No place at all.
    pub const fn none() -> Self {
        Self { stretch_minutes: 1, places: Vec::new() }
    }
}

/// The places of a forecast by the minute.
pub struct Told<'a> {
    pub waiting_room: Option<&'a Series>,
    pub stages: &'a [StageForecast],
}

/// The curves of a forecast, short enough for a picture: at most [`POINTS_MAX`] points each.
pub fn curves(plan: &Plan, told: Told<'_>) -> Curves {
    let minutes = plan.days as usize * MINUTES_PER_DAY;
    let fits = |length: &usize| minutes.div_ceil(*length) <= POINTS_MAX;
    let stretch_minutes = LENGTHS.into_iter().find(fits).unwrap_or(LENGTHS[LENGTHS.len() - 1]);
    let room = told.waiting_room.iter().map(|series| (Place::WaitingRoom, *series));
    let stages = told.stages.iter().enumerate().map(|(index, stage)| (Place::Stage(index), &stage.series));
    let places = room.chain(stages).map(|(place, series)| curve(place, series, stretch_minutes)).collect();
    Curves { stretch_minutes, places }
}

fn curve(place: Place, series: &Series, length: usize) -> Curve {
    let wait = |wait: &Option<f64>| wait.unwrap_or(f64::INFINITY);
    Curve {
        place,
        queue: series.queue.chunks(length).map(|part| part.iter().copied().fold(0.0, f64::max)).collect(),
        wait: series.wait_s.chunks(length).map(|part| part.iter().map(wait).fold(0.0, f64::max)).collect(),
    }
}

/// The bands of curves of the same plan. Point by point: the band of a minute, not a course that anybody lives through.
/// Draws whose horizon or places differ from those of the first are left out.
pub fn bands(draws: &[&Curves]) -> Vec<CurveBand> {
    let Some(first) = draws.first() else { return Vec::new() };
    let alike = |curves: &&&Curves| {
        curves.stretch_minutes == first.stretch_minutes
            && curves.places.len() == first.places.len()
            && curves.places.iter().zip(&first.places).all(|(one, other)| one.queue.len() == other.queue.len())
    };
    let draws: Vec<&Curves> = draws.iter().filter(alike).copied().collect();
    let band = |index: usize, place: &Curve| CurveBand {
        place: place.place,
        queue: over_time(place.queue.len(), &|point| {
            draws.iter().map(|draw| draw.places[index].queue[point]).collect()
        }),
        wait: over_time(place.wait.len(), &|point| draws.iter().map(|draw| draw.places[index].wait[point]).collect()),
    };
    first.places.iter().enumerate().map(|(index, place)| band(index, place)).collect()
}

fn over_time(points: usize, values_at: &dyn Fn(usize) -> Vec<f64>) -> [Vec<f64>; LEVELS.len()] {
    let mut curves = LEVELS.map(|_| Vec::with_capacity(points));
    for point in 0..points {
        let band: Band = order_statistics(values_at(point));
        for (curve, value) in curves.iter_mut().zip(band.values) {
            curve.push(value);
        }
    }
    curves
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_the_worst_minute_of_its_stretch() {
        let series = Series {
            queue: vec![0.0, 7.0, 1.0, 2.0, 3.0],
            wait_s: vec![Some(1.0), Some(0.0), None, Some(4.0), Some(9.0)],
            ..Series::default()
        };
        let curve = curve(Place::Stage(0), &series, 2);
        assert_eq!(curve.queue, [7.0, 2.0, 3.0]);
        assert_eq!(curve.wait, [1.0, f64::INFINITY, 9.0]);
    }

    #[test]
    fn bands_are_taken_point_by_point() {
        let draw = |height: f64| Curves {
            stretch_minutes: 1,
            places: vec![Curve {
                place: Place::Stage(0),
                queue: vec![0.0, height],
                wait: vec![height, 100.0 - height],
            }],
        };
        let draws: Vec<Curves> = (1..=100).map(|height| draw(f64::from(height))).collect();
        let bands = bands(&draws.iter().collect::<Vec<_>>());
        let at = |curves: &[Vec<f64>; 5], point: usize| curves.iter().map(|curve| curve[point]).collect::<Vec<f64>>();
        assert_eq!(at(&bands[0].queue, 0), [0.0; 5]);
        assert_eq!(at(&bands[0].queue, 1), [5.0, 25.0, 50.0, 75.0, 95.0]);
        assert_eq!(at(&bands[0].wait, 1), [4.0, 24.0, 49.0, 74.0, 94.0]);
    }
}
