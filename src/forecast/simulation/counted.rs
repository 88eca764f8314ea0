//! What counted people have to tell about the places of a journey, for the assembly of a forecast.

use super::MINUTE;
use crate::forecast::assemble::Account;
use crate::forecast::data::Series;
use crate::forecast::interval::Interval;
use crate::forecast::minutes::{Minutes, Sums};
use crate::num::order::Extreme;
use crate::queueing::simulation::SimulatedPlace;
use crate::queueing::simulation::tally::{Instants, Seen};
use crate::queueing::{Counters, PlaceLaw};

/// One simulated story of a plan.
pub struct Counted<'a> {
    instants: &'a Instants,
    places: Vec<CountedPlace>,
    /// Most people at all places together between each stop and the next.
    inside: Vec<i64>,
}

struct CountedPlace {
    seen: Seen,
    minutes: Minutes,
    /// Longest wait between each stop and the next [s]; infinite = not over.
    longest: Vec<f64>,
}

impl<'a> Counted<'a> {
    pub fn new(places: &[SimulatedPlace], instants: &'a Instants, seen: Vec<Seen>) -> Self {
        let inside = inside(instants, &seen);
        let place = |(place, seen): (&SimulatedPlace, Seen)| CountedPlace {
            minutes: minutes(&place.law, instants, &seen),
            longest: longest(instants, &seen),
            seen,
        };
        Self { instants, places: places.iter().zip(seen).map(place).collect(), inside }
    }

    /// The stretches between stops that lie in an interval.
    fn stretches(&self, interval: &Interval) -> impl Iterator<Item = usize> {
        let index = |t: f64| self.instants.stops.partition_point(|&stop| stop < t);
        let ranges: Vec<(usize, usize)> =
            interval.stretches.iter().map(|&(from, to)| (index(from), index(to))).collect();
        ranges.into_iter().flat_map(|(from, to)| from..to)
    }

    /// Counts just before a stop, or at the end of the horizon.
    fn counters_at(&self, place: usize, t: f64) -> Counters {
        let seen = &self.places[place].seen;
        let stop = self.instants.stops.partition_point(|&stop| stop < t);
        seen.stretches.get(stop).map_or(seen.end.counters, |stretch| stretch.counters)
    }
}

fn finite(wait: f64) -> Option<f64> {
    wait.is_finite().then_some(wait)
}

impl Account for Counted<'_> {
    fn places(&self) -> usize {
        self.places.len()
    }

    fn minutes(&self, place: usize) -> &Minutes {
        &self.places[place].minutes
    }

    fn take_series(&mut self, place: usize) -> Series {
        std::mem::take(&mut self.places[place].minutes.series)
    }

    fn end(&self, place: usize) -> Counters {
        self.places[place].seen.end.counters
    }

    fn longest_wait(&self, place: usize, interval: Option<&Interval>) -> Option<f64> {
        let longest = &self.places[place].longest;
        finite(match interval {
            Some(interval) => self.stretches(interval).map(|stretch| longest[stretch]).fold(0.0, f64::larger),
            None => longest.iter().copied().fold(0.0, f64::larger),
        })
    }

    fn waits(&self, place: usize, interval: &Interval, shares: [f64; 3]) -> [Option<f64>; 3] {
        let seen = &self.places[place].seen;
        let mut attempts = 0;
        let mut waits: Vec<f32> = Vec::new();
        for stretch in self.stretches(interval) {
            attempts += seen.stretches[stretch].attempts;
            waits.extend_from_slice(seen.waits_of(stretch));
        }
        let at_once = attempts - waits.len() as u64;
        shares.map(|share| {
            // The smallest number of attempts that is at least the share of all, rounding apart.
            let needed = (share * attempts as f64 * (1.0 - 1e-12)).ceil() as u64;
            match needed.checked_sub(at_once + 1) {
                None => Some(0.0),
                Some(index) => {
                    // Waits are not below 0, and such numbers are in the order of their bits.
                    let (_, wait, _) = waits.select_nth_unstable_by_key(index as usize, |wait| wait.to_bits());
                    finite(f64::from(*wait))
                }
            }
        })
    }

    fn peak_queue(&self, place: usize, interval: &Interval) -> f64 {
        let stretches = &self.places[place].seen.stretches;
        self.stretches(interval).map(|stretch| stretches[stretch].peak_queue).max().unwrap_or(0) as f64
    }

    fn peak_inside(&self, interval: &Interval) -> f64 {
        self.stretches(interval).map(|stretch| self.inside[stretch]).max().unwrap_or(0) as f64
    }

    fn gained(&self, place: usize, interval: &Interval, count: fn(&Counters) -> f64) -> f64 {
        let at = |t: f64| count(&self.counters_at(place, t));
        interval.stretches.iter().map(|&(from, to)| at(to) - at(from)).sum()
    }

    fn waiting_before(&self, t: f64) -> f64 {
        let stop = self.instants.stops.partition_point(|&stop| stop < t);
        let waiting = self.places.iter().map(|place| {
            let seen = &place.seen;
            seen.stretches.get(stop).map_or(seen.end.waiting, |stretch| stretch.waiting_before)
        });
        waiting.sum::<u64>() as f64
    }

    fn longest_queue(&self, place: usize) -> (f64, f64) {
        let seen = &self.places[place].seen;
        let peak = seen.stretches.iter().map(|stretch| stretch.peak_queue).max().unwrap_or(0);
        (seen.peak_queue_at, peak as f64)
    }

    fn drained(&self, place: usize) -> Option<f64> {
        let seen = &self.places[place].seen;
        (seen.end.waiting == 0).then_some(seen.drained_at)
    }

    fn unfinished(&self) -> f64 {
        self.places.iter().map(|place| place.seen.end.unfinished).sum::<u64>() as f64
    }

    fn finished(&self) -> Vec<f64> {
        let Some(last) = self.places.last() else { return Vec::new() };
        let served = |minute: usize| {
            let mark = self.instants.marks.binary_search_by(|mark| mark.total_cmp(&(minute as f64 * MINUTE)));
            mark.map_or(last.seen.end.counters.served, |mark| last.seen.marks[mark].counters.served)
        };
        (1..=last.minutes.attempts.len()).map(served).collect()
    }
}

/// The longest wait between each stop and the next [s], over attempts and marks.
fn longest(instants: &Instants, seen: &Seen) -> Vec<f64> {
    let of_stretch = |stretch: usize| {
        let from = instants.stops[stretch];
        let to = instants.stops.get(stretch + 1).copied().unwrap_or(f64::INFINITY);
        let marks =
            instants.marks.partition_point(|&mark| mark < from)..instants.marks.partition_point(|&mark| mark < to);
        let of_marks = seen.mark_waits[marks].iter().copied().fold(0.0, f64::larger);
        let of_attempts = seen.waits_of(stretch).iter().map(|wait| wait.to_bits()).max().unwrap_or(0);
        of_marks.larger(f64::from(f32::from_bits(of_attempts)))
    };
    (0..seen.stretches.len()).map(of_stretch).collect()
}

/// Most people at all places together between each stop and the next, at whole seconds.
fn inside(instants: &Instants, seen: &[Seen]) -> Vec<i64> {
    let mut places: Vec<&[(u32, i32)]> = seen.iter().map(|seen| &seen.changes[..]).collect();
    let mut peaks = Vec::with_capacity(instants.stops.len());
    let mut level = 0_i64;
    for (stretch, &start) in instants.stops.iter().enumerate() {
        let end = instants.stops.get(stretch + 1).copied().unwrap_or(f64::INFINITY);
        let changes_at_once = first_second(&places).is_some_and(|second| f64::from(second) == start);
        let mut peak = if changes_at_once { 0 } else { level };
        while let Some(second) = first_second(&places).filter(|&second| f64::from(second) < end) {
            for changes in &mut places {
                while let Some((&(_, change), later)) = changes.split_first().filter(|(first, _)| first.0 == second) {
                    level += i64::from(change);
                    *changes = later;
                }
            }
            peak = peak.max(level);
        }
        peaks.push(peak);
    }
    peaks
}

/// Of lists in the order of their seconds, the first second of all.
fn first_second(places: &[&[(u32, i32)]]) -> Option<u32> {
    places.iter().filter_map(|changes| Some(changes.first()?.0)).min()
}

fn minutes(law: &PlaceLaw, instants: &Instants, seen: &Seen) -> Minutes {
    let count = seen.offered.len();
    let mut sums = vec![Sums::default(); count];
    for (minute, sum) in sums.iter_mut().enumerate() {
        sum.attempts = f64::from(seen.attempts[0][minute]);
        sum.background = f64::from(seen.attempts[1][minute]);
        sum.offered = seen.offered[minute];
    }
    add_capacities(law, &mut sums);
    let mut states = Series::default();
    for ((state, wait), mark) in seen.marks.iter().zip(&seen.mark_waits).zip(&instants.marks) {
        if mark % MINUTE == 0.0 {
            states.queue.push(state.waiting as f64);
            states.in_service.push(state.in_service as f64);
            states.orbit.push(state.orbit as f64);
            states.wait_s.push(finite(*wait));
        }
    }
    Minutes::new(states, &sums)
}

/// Integrals of the limits over each minute, and whether the place is open in it.
fn add_capacities(law: &PlaceLaw, sums: &mut [Sums]) {
    for (index, &(start, capacity)) in law.capacities.iter().enumerate() {
        let start = start.larger(0.0);
        let end = law.capacities.get(index + 1).map_or(f64::INFINITY, |next| next.0);
        let end = end.smaller(sums.len() as f64 * MINUTE);
        if end <= start {
            continue;
        }
        for minute in (start / MINUTE) as usize..(end / MINUTE).ceil() as usize {
            let begin = minute as f64 * MINUTE;
            let seconds = end.smaller(begin + MINUTE) - start.larger(begin);
            sums[minute].rate += capacity.rate * seconds;
            sums[minute].sessions += capacity.sessions * seconds;
            sums[minute].open |= !capacity.is_closed();
        }
    }
}
