//! The bands of places over time.

use super::band::{Band, LEVELS, band_of};
use crate::forecast::Place;

pub use crate::forecast::curves::{Curve, Curves};

/// A curve per level of [`LEVELS`].
pub type Levels = [Vec<f64>; LEVELS.len()];

/// The bands of one place.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveBand {
    pub place: Place,
    /// [people/s]
    pub attempts_per_s: Levels,
    /// [people]
    pub queue: Levels,
    /// [s]; infinite = not over.
    pub wait: Levels,
}

/// The bands of all places, and of who has finished [people].
#[derive(Clone, Debug, PartialEq)]
pub struct CurveBands {
    pub finished: Levels,
    pub places: Vec<CurveBand>,
}

/// The bands of curves of the same plan. Point by point: the band of a minute, not a course that anybody lives through.
/// Draws whose horizon or places differ from those of the first are left out.
pub fn bands(draws: &[&Curves]) -> CurveBands {
    let Some(first) = draws.first() else { return CurveBands { finished: Levels::default(), places: Vec::new() } };
    let alike = |curves: &&&Curves| {
        curves.stretch_minutes == first.stretch_minutes
            && curves.finished.len() == first.finished.len()
            && curves.places.len() == first.places.len()
            && curves.places.iter().zip(&first.places).all(|(one, other)| one.queue.len() == other.queue.len())
    };
    let draws: Vec<&Curves> = draws.iter().filter(alike).copied().collect();
    let levels = |of: &dyn Fn(&Curves) -> &Vec<f64>| {
        let courses: Vec<&[f64]> = draws.iter().map(|draw| of(draw).as_slice()).collect();
        over_time(&courses)
    };
    let place = |(index, place): (usize, &Curve)| CurveBand {
        place: place.place,
        attempts_per_s: levels(&|curves| &curves.places[index].attempts_per_s),
        queue: levels(&|curves| &curves.places[index].queue),
        wait: levels(&|curves| &curves.places[index].wait),
    };
    CurveBands {
        finished: levels(&|curves| &curves.finished),
        places: first.places.iter().enumerate().map(place).collect(),
    }
}

/// Points whose values are gathered at once: as many as a draw has side by side in memory.
const TILE: usize = 8;

/// The band of each point over courses of one length, of which there is at least one.
fn over_time(courses: &[&[f64]]) -> Levels {
    let points = courses[0].len();
    let mut curves = LEVELS.map(|_| Vec::with_capacity(points));
    let mut gathered = vec![0.0; TILE * courses.len()];
    for start in (0..points).step_by(TILE) {
        let width = TILE.min(points - start);
        for (draw, course) in courses.iter().enumerate() {
            for (point, &value) in course[start..start + width].iter().enumerate() {
                gathered[point * courses.len() + draw] = value;
            }
        }
        for values in gathered.chunks_mut(courses.len()).take(width) {
            let band: Band = band_of(values);
            for (curve, value) in curves.iter_mut().zip(band.values) {
                curve.push(value);
            }
        }
    }
    curves
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_are_taken_point_by_point() {
        let draw = |height: f64| Curves {
            stretch_minutes: 1,
            finished: vec![0.0, 2.0 * height],
            places: vec![Curve {
                place: Place::Stage(0),
                attempts_per_s: vec![1.0, height],
                queue: vec![0.0, height],
                wait: vec![height, 100.0 - height],
            }],
        };
        let draws: Vec<Curves> = (1..=100).map(|height| draw(f64::from(height))).collect();
        let bands = bands(&draws.iter().collect::<Vec<_>>());
        let at = |curves: &Levels, point: usize| curves.iter().map(|curve| curve[point]).collect::<Vec<f64>>();
        let place = &bands.places[0];
        assert_eq!(at(&place.queue, 0), [0.0; 5]);
        assert_eq!(at(&place.queue, 1), [5.0, 25.0, 50.0, 75.0, 95.0]);
        assert_eq!(at(&place.attempts_per_s, 1), [5.0, 25.0, 50.0, 75.0, 95.0]);
        assert_eq!(at(&place.wait, 1), [4.0, 24.0, 49.0, 74.0, 94.0]);
        assert_eq!(at(&bands.finished, 1), [10.0, 50.0, 100.0, 150.0, 190.0]);
    }
}
