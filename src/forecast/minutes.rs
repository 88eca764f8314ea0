//! A place by the minute of the horizon: flows as means, states just after the minute began, loads.

use super::data::Series;
use crate::num::order::Extreme;
use crate::num::polynomial::Polynomial;
use crate::queueing::wait::Waits;
use crate::queueing::{Course, PlaceCourse};

const MINUTE: f64 = 60.0;

/// Figures of one place by the minute, with those the verdict needs besides the series.
pub struct Minutes {
    pub series: Series,
    /// Whether the place admits nobody throughout the minute.
    pub closed: Vec<bool>,
    /// Attempts in the minute without background [people].
    pub attempts: Vec<f64>,
}

impl Minutes {
    /// `states`: the series without flows and loads, which are those of the `sums` of each minute.
    pub fn new(states: Series, sums: &[Sums]) -> Self {
        Self {
            series: Series {
                attempts_per_s: sums.iter().map(|sum| (sum.attempts + sum.background) / MINUTE).collect(),
                load: sums.iter().map(Sums::load).collect(),
                ..states
            },
            closed: sums.iter().map(|sum| !sum.open).collect(),
            attempts: sums.iter().map(|sum| sum.attempts).collect(),
        }
    }
}

/// What one minute adds up to.
#[derive(Clone, Copy, Default)]
pub struct Sums {
    pub attempts: f64,
    pub background: f64,
    /// Integral of who would be in service if nobody waited [people s].
    pub offered: f64,
    /// Integral of the admission limit [people].
    pub rate: f64,
    /// Integral of the session limit [people s].
    pub sessions: f64,
    pub open: bool,
}

/// The people that came until a position of a step.
#[derive(Clone, Copy)]
struct Reading {
    position: f64,
    attempts: f64,
    /// [people s]
    offered: f64,
}

/// `impulses` of the course count only at the `first` place.
pub fn minutes(course: &Course, place: &PlaceCourse, first: bool) -> Minutes {
    let waits = Waits::new(course, place);
    let count = (course.horizon() / MINUTE).round() as usize;
    let mut sums = vec![Sums::default(); count];
    let states = || Vec::with_capacity(count);
    let (mut queues, mut in_service, mut orbits) = (states(), states(), states());
    let mut waits_at = Vec::with_capacity(count);
    for (step, record) in place.records.iter().enumerate() {
        let (start, length) = (course.times[step], course.length(step));
        let attempts = Polynomial::integral_of(length, &record.attempts);
        let offered = Polynomial::integral_of(length, &record.offered.1);
        let states = [&record.queue, &record.in_service, &record.orbit];
        let states = states.map(|(first, nodes)| Polynomial::through(*first, nodes));
        // The end of a minute is where the next one begins, so each flow is read off once per minute.
        let mut read = Reading { position: 0.0, attempts: attempts.at(0.0), offered: offered.at(0.0) };
        for (minute, sum) in sums.iter_mut().enumerate().skip((start / MINUTE) as usize) {
            let begin = minute as f64 * MINUTE;
            if begin >= start + length {
                break;
            }
            let from = read.position;
            let to = course.position(step, begin + MINUTE);
            let seconds = (to - from) * length;
            let next = Reading { position: to, attempts: attempts.at(to), offered: offered.at(to) };
            sum.attempts += (next.attempts - read.attempts).larger(0.0);
            sum.background += record.background * seconds;
            sum.offered += (next.offered - read.offered).larger(0.0);
            read = next;
            sum.rate += record.capacity.rate * seconds;
            sum.sessions += record.capacity.sessions * seconds;
            sum.open |= !record.capacity.is_closed();
            if begin >= start {
                let queue = if record.has_queue() { states[0].at(from).larger(0.0) } else { 0.0 };
                queues.push(queue);
                in_service.push(states[1].at(from).larger(0.0));
                orbits.push(states[2].at(from).larger(0.0));
                waits_at.push(waits.behind(step, from, queue));
            }
        }
    }
    if first {
        for impulse in &course.impulses {
            let minute = (course.times[impulse.step] / MINUTE) as usize;
            sums[minute].attempts += impulse.people;
        }
    }
    let states = Series { queue: queues, in_service, orbit: orbits, wait_s: waits_at, ..Series::default() };
    Minutes::new(states, &sums)
}

/// Starters who have finished by the end of each minute [people], `place` being the last one.
///
/// Within a step they finish as they are in service there.
pub fn finished(course: &Course, place: &PlaceCourse) -> Vec<f64> {
    let count = (course.horizon() / MINUTE).round() as usize;
    let mut finished = Vec::with_capacity(count);
    let mut before = 0.0_f64;
    for (step, (record, counters)) in place.records.iter().zip(&place.counters).enumerate() {
        let end = course.times[step + 1];
        let in_service = place.starters_in_service.get(step).unwrap_or(&record.in_service.1);
        let served = Polynomial::integral_of(course.length(step), in_service);
        let whole = served.at(1.0);
        // Counts hardly fall, but rounding can take a hair away.
        let after = counters.served.larger(before);
        while finished.len() < count && (finished.len() + 1) as f64 * MINUTE <= end {
            let position = course.position(step, (finished.len() + 1) as f64 * MINUTE);
            let part = if whole > 0.0 { (served.at(position) / whole).clamp(0.0, 1.0) } else { position };
            let so_far = before + (after - before) * part;
            finished.push(finished.last().map_or(so_far, |last: &f64| last.larger(so_far)));
        }
        before = after;
    }
    finished
}

impl Sums {
    /// The larger of what is asked of the rate and of the sessions; a limit that is none adds nothing.
    fn load(&self) -> Option<f64> {
        if !self.open {
            return None;
        }
        let of_rate = self.rate.is_finite().then(|| (self.attempts + self.background) / self.rate);
        let of_sessions = self.sessions.is_finite().then(|| self.offered / self.sessions);
        match (of_rate, of_sessions) {
            (Some(rate), Some(sessions)) => Some(rate.larger(sessions)),
            (rate, sessions) => rate.or(sessions),
        }
    }
}
