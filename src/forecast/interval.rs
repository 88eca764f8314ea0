//! The interval of a slot: steps of the course, minutes of the horizon, counts at its ends.

use smallvec::{SmallVec, smallvec};

use crate::num::order;
use crate::num::order::Extreme;
use crate::plan::Plan;
use crate::queueing::{Counters, Course, PlaceCourse};

const MINUTE: f64 = 60.0;

/// Stretches of time whose ends are ends of steps [s since the start of the horizon].
#[derive(Clone, Debug, PartialEq)]
pub struct Interval {
    /// Start and end of each stretch, in order, none empty.
    pub stretches: SmallVec<[(f64, f64); 1]>,
    /// Instants at which `waiting_at_open` and `waiting_at_close` are taken [s].
    pub opens: f64,
    pub closes: f64,
    /// Minutes that belong to it.
    minutes: SmallVec<[(usize, usize); 1]>,
}

impl Interval {
    /// From `opens` to `closes`; minutes that it only touches belong to it.
    pub fn between(opens: f64, closes: f64) -> Self {
        let minutes = ((opens / MINUTE) as usize, (closes / MINUTE).ceil() as usize);
        Self { stretches: smallvec![(opens, closes)], opens, closes, minutes: smallvec![minutes] }
    }

    /// Every minute in no window.
    pub fn between_windows(plan: &Plan) -> Self {
        let horizon = plan.horizon().get();
        let mut windows: Vec<(f64, f64)> = (plan.windows.iter())
            .map(|window| (plan.since_start(window.opens).get(), plan.since_start(window.closes).get()))
            .collect();
        order::sort_by(&mut windows, |left, right| left.0.total_cmp(&right.0));
        let mut stretches = SmallVec::new();
        let mut covered = 0.0_f64;
        for &(opens, closes) in &windows {
            if opens > covered {
                stretches.push((covered, opens));
            }
            covered = covered.larger(closes);
        }
        if covered < horizon {
            stretches.push((covered, horizon));
        }
        let whole = |&(start, end): &(f64, f64)| ((start / MINUTE).ceil() as usize, (end / MINUTE) as usize);
        let minutes = stretches.iter().map(whole).filter(|(start, end)| start < end).collect();
        let latest = windows.iter().map(|window| window.1).fold(0.0, f64::larger);
        Self { stretches, opens: latest, closes: horizon, minutes }
    }

    pub fn minutes(&self) -> impl Iterator<Item = usize> + '_ {
        self.minutes.iter().flat_map(|&(start, end)| start..end)
    }

    /// Steps of the course that lie in the interval.
    pub fn steps<'a>(&'a self, course: &'a Course) -> impl Iterator<Item = usize> + 'a {
        self.stretches.iter().flat_map(|&(start, end)| step_from(course, start)..step_from(course, end))
    }

    /// What a running count gained in the interval [people].
    pub fn gained(&self, course: &Course, place: &PlaceCourse, count: impl Fn(&Counters) -> f64) -> f64 {
        let before = |t: f64| match step_from(course, t) {
            0 => 0.0,
            step => count(&place.counters[step - 1]),
        };
        // Counts hardly fall, but the rounding of an empty queue can take a hair away.
        self.stretches.iter().map(|&(start, end)| (before(end) - before(start)).larger(0.0)).sum()
    }
}

/// Index of the step that begins at `t`, the number of steps at the end of the horizon.
pub fn step_from(course: &Course, t: f64) -> usize {
    course.times.partition_point(|&start| start < t)
}
