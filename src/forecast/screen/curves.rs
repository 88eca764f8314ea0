//! From a coarse course to the places over time.

use super::slots::Screened;
use crate::clock::SECONDS_PER_MINUTE;
use crate::forecast::curves::{Curve, Curves};
use crate::num::order::Extreme;
use crate::num::short_collocation::Cubic;
use crate::queueing::coarse::{CoarseCourse, CoarsePlace, Piece, lines};
use crate::queueing::passing::LineRecord;

const MINUTE: f64 = SECONDS_PER_MINUTE as f64;

/// The places over time in stretches of so many minutes.
pub fn curves(screened: &Screened<'_>, stretch_minutes: usize) -> Curves {
    let course = screened.course;
    let horizon = course.times[course.steps()];
    let count = ((horizon / MINUTE).round() as usize).div_ceil(stretch_minutes);
    let curve = |place: usize| {
        let mut curve = Curve {
            place: screened.name(place),
            attempts_per_s: vec![0.0; count],
            queue: vec![0.0; count],
            wait: vec![0.0; count],
        };
        add_attempts(&mut curve, stretch_minutes, course, &course.places[place], screened.at_once(place));
        add_waiting(&mut curve, stretch_minutes, course, &course.places[place], &screened.pieces[place]);
        curve
    };
    let places = (0..course.places.len()).map(curve).collect();
    Curves { stretch_minutes, finished: finished(course, count, stretch_minutes), places }
}

/// The busiest minute of each stretch. Over a step the attempts are a parabola, so that of the minutes that lie in a
/// step and a stretch the first, the last or the one at its top is the busiest.
fn add_attempts(
    curve: &mut Curve,
    stretch_minutes: usize,
    course: &CoarseCourse,
    place: &CoarsePlace,
    at_once: &[(usize, f64)],
) {
    let mut add = |minute: usize, people: f64| {
        let busiest = &mut curve.attempts_per_s[minute / stretch_minutes];
        *busiest = busiest.larger(people / MINUTE);
    };
    // Of the minute in which the step before ended.
    let mut carried = 0.0;
    for (step, record) in place.records.iter().enumerate() {
        let (start, end) = (course.times[step], course.times[step + 1]);
        let length = end - start;
        let people = Cubic::integral_of(length, &record.attempts);
        let until = |minute: usize| people.at((minute as f64 * MINUTE - start) / length);
        let first = (start / MINUTE).ceil() as usize;
        let last = (end / MINUTE) as usize;
        if first > last {
            carried += people.at(1.0);
            continue;
        }
        if first as f64 * MINUTE > start {
            add(first - 1, carried + until(first));
        }
        let top = people.bend().map(|position| ((start + position * length) / MINUTE) as usize);
        let mut minute = first;
        while minute < last {
            let next = ((minute / stretch_minutes + 1) * stretch_minutes).min(last);
            add(minute, until(minute + 1) - until(minute));
            add(next - 1, until(next) - until(next - 1));
            if let Some(top) = top.filter(|top| (minute..next).contains(top)) {
                add(top, until(top + 1) - until(top));
            }
            minute = next;
        }
        carried = people.at(1.0) - until(last);
    }
    for &(step, _) in at_once {
        let minute = (course.times[step] / MINUTE) as usize;
        add(minute, place.attempts_in_minute(&course.times, minute, step, at_once));
    }
}

/// The longest queue and wait at the start of a minute of each stretch. Of the minutes of a step that lie in a stretch
/// the first, the last and the one with the longest queue have the longest wait.
fn add_waiting(
    curve: &mut Curve,
    stretch_minutes: usize,
    course: &CoarseCourse,
    place: &CoarsePlace,
    pieces: &[Piece],
) {
    if pieces.is_empty() {
        return;
    }
    let line = lines(course, place);
    let mut done = None;
    for step in pieces.iter().map(|piece| piece.step) {
        if done.replace(step) == Some(step) {
            continue;
        }
        let (start, end) = (course.times[step], course.times[step + 1]);
        let record = &place.records[step];
        let queue = Cubic::through(record.queue.0, &record.queue.1);
        let position = |minute: usize| (minute as f64 * MINUTE - start) / (end - start);
        let waiting = |minute: usize| if record.is_queue() { queue.at(position(minute)).larger(0.0) } else { 0.0 };
        let mut minute = (start / MINUTE).ceil() as usize;
        let last = (end / MINUTE).ceil() as usize;
        while minute < last {
            let stretch = minute / stretch_minutes;
            let next = ((stretch + 1) * stretch_minutes).min(last);
            let mut longest = (minute, waiting(minute));
            for other in minute + 1..next {
                let people = waiting(other);
                if people > longest.1 {
                    longest = (other, people);
                }
            }
            let mut wait = |minute: usize, people: f64| {
                let wait = line.behind(step, position(minute), people).unwrap_or(f64::INFINITY);
                curve.wait[stretch] = curve.wait[stretch].larger(wait);
            };
            curve.queue[stretch] = curve.queue[stretch].larger(longest.1);
            wait(longest.0, longest.1);
            for end in [minute, next - 1] {
                if end != longest.0 {
                    wait(end, waiting(end));
                }
            }
            minute = next;
        }
    }
}

/// Who has finished by the end of each stretch: within a step people finish as they are in service.
fn finished(course: &CoarseCourse, count: usize, stretch_minutes: usize) -> Vec<f64> {
    let mut finished = Vec::with_capacity(count);
    let (Some(last), Some(counters)) = (course.places.last(), course.counters.last()) else { return finished };
    let length = stretch_minutes as f64 * MINUTE;
    let horizon = course.times[course.steps()];
    let mut so_far = 0.0_f64;
    for (step, record) in last.records.iter().enumerate() {
        let (start, end) = (course.times[step], course.times[step + 1]);
        let before = record.served_before;
        let after = last.records.get(step + 1).map_or(counters.served, |next| next.served_before);
        let mut at = (length * (finished.len() + 1) as f64).smaller(horizon);
        if at > end {
            continue;
        }
        let served = Cubic::through(record.in_service.0, &record.in_service.1);
        let whole = served.area(1.0);
        while finished.len() < count && at <= end {
            let position = (at - start) / (end - start);
            let part = if whole > 0.0 { (served.area(position) / whole).clamp(0.0, 1.0) } else { position };
            so_far = so_far.larger(before + (after - before) * part);
            finished.push(so_far);
            at = (length * (finished.len() + 1) as f64).smaller(horizon);
        }
    }
    finished
}
