//! The fast engine: place after place, a minute at a time, without a list of all that will happen.
//!
//! First come, first served and a capacity that is known ahead say of whoever arrives when their turn will be: when the
//! earliest of the busy servers is free, and not before the rate allows it. Who loses patience before that gives up and
//! takes no server. So each place keeps the ends of its services only, and who leaves them is in order already when
//! the next place asks for them. What a person does later (give up, try again, leave) lies in buckets of one second.
//!
//! The places depend on each other in one direction, but for windows that invite whoever was lost: all places are
//! worked through until such a window acts. Into how many stretches time is cut changes nothing.
//!
//! It answers nothing where it would not be exact: where a fall of capacity puts people in service back to the line, or
//! where the instants at which places are looked at are not whole seconds, or where the waiting room waits for people to
//! leave later places.

mod buckets;
mod ledger;
mod second;
mod stamp;
mod station;
mod stream;
mod wheel;

use super::heap::{Outside, Run};
use super::luck::Seeded;
use super::moment::{Moment, TICKS_PER_SECOND, Ticks};
use super::network::SimulatedPlace;
use super::tally::Instants;
use stamp::{Stamp, Tag};
use station::Station;

/// Longest stretch of time that a place is worked through before the next is [s].
pub const LONGEST: u64 = 60;
/// As many arrivals in a stretch are too many for the caches, and the next is shorter.
const MANY: usize = 8_192;

struct Fast<'a, 'b, O> {
    stations: Vec<Station<'a>>,
    instants: &'a Instants,
    outside: &'b mut O,
    people: u32,
    lost: u64,
    lost_before_catch_up: Vec<u64>,
    next_mark: usize,
    next_stop: usize,
    longest: u64,
    length: u64,
    end: u64,
}

/// Simulates everybody until the end of the horizon, in stretches of at most `longest` seconds, at least one;
/// `None` = this engine would not be exact.
pub fn run<O: Outside>(
    places: &[SimulatedPlace],
    instants: &Instants,
    luck: &Seeded,
    outside: &mut O,
    longest: u64,
) -> Option<Run> {
    let changes = places.iter().flat_map(|place| &place.law.capacities).map(|entry| entry.0);
    let times = instants.marks.iter().chain(&instants.stops).copied().chain([instants.horizon]).chain(changes);
    let begins = instants.marks.first() == Some(&0.0) && instants.stops.first() == Some(&0.0);
    let limits_inside = places.iter().any(|place| place.law.limits_inside());
    if !begins || limits_inside || !times.filter(|time| time.is_finite()).all(is_whole) || longest == 0 {
        return None;
    }
    let lucky = places.iter().zip(luck.places());
    let stations =
        lucky.enumerate().map(|(place, (here, luck))| Station::new(place, &here.law, luck, instants)).collect();
    let end = Ticks::at(instants.horizon).0;
    let fast = Fast {
        stations,
        instants,
        outside,
        people: 0,
        lost: 0,
        lost_before_catch_up: Vec::new(),
        next_mark: 0,
        next_stop: 0,
        longest,
        length: longest,
        end,
    };
    fast.run()
}

fn is_whole(time: f64) -> bool {
    time.fract() == 0.0
}

impl<O: Outside> Fast<'_, '_, O> {
    fn run(mut self) -> Option<Run> {
        let mut now = 0;
        while now < self.end {
            let seconds = Ticks(now).seconds();
            let is_mark = self.instants.marks.get(self.next_mark) == Some(&seconds);
            let is_stop = self.instants.stops.get(self.next_stop) == Some(&seconds);
            if !self.enter(now, is_stop) {
                return None;
            }
            let until = self.next_instant(now)?;
            let arrivals = self.bring(until);
            for place in 0..self.stations.len() {
                if is_mark || is_stop {
                    self.work(place, now + 1);
                    if is_mark {
                        self.stations[place].look(self.next_mark, now);
                    }
                    self.stations[place].ledger.note_instant(is_mark);
                }
                self.work(place, until);
            }
            self.next_mark += usize::from(is_mark);
            self.next_stop += usize::from(is_stop);
            self.length = if arrivals > MANY { self.length.div_ceil(2) } else { (2 * self.length).min(self.longest) };
            now = until;
        }
        self.take_lost();
        let places = self.stations.into_iter().map(Station::finish).collect();
        Some(Run { places, lost_before_catch_up: self.lost_before_catch_up })
    }

    /// What comes first at an instant: changes of capacity, then windows that invite who was lost.
    fn enter(&mut self, now: u64, is_stop: bool) -> bool {
        for station in &mut self.stations {
            if is_stop {
                station.ledger.stop();
            }
            if !station.change(now) {
                return false;
            }
        }
        while self.catch_up_at() == now {
            self.take_lost();
            self.outside.catch_up();
            self.lost_before_catch_up.push(self.lost);
        }
        true
    }

    fn catch_up_at(&self) -> u64 {
        let at = self.outside.catch_up_at();
        if at.is_finite() { Ticks::at(at).0 } else { self.end }
    }

    /// Tells outside who was lost so far.
    fn take_lost(&mut self) {
        for station in &mut self.stations {
            for person in station.ledger.lost.drain(..) {
                self.lost += 1;
                self.outside.lose(person);
            }
        }
    }

    /// Until when all places may be worked through one after the other; `None` = not a whole second.
    fn next_instant(&self, now: u64) -> Option<u64> {
        let ticks = |seconds: f64| Ticks::at(seconds).0;
        let next = |list: &[f64], index: usize| {
            let later = list[index..].iter().map(|&time| ticks(time)).find(|&time| time > now);
            later.unwrap_or(self.end)
        };
        let minute = 60 * TICKS_PER_SECOND;
        let until = (now + self.length * TICKS_PER_SECOND)
            .min(now / minute * minute + minute)
            .min(next(&self.instants.marks, self.next_mark))
            .min(next(&self.instants.stops, self.next_stop))
            .min(self.catch_up_at())
            .min(self.end);
        let until = self.stations.iter().map(Station::next_change).fold(until, u64::min);
        until.is_multiple_of(TICKS_PER_SECOND).then_some(until)
    }

    /// Takes those from outside who come before a tick; answers how many.
    fn bring(&mut self, until: u64) -> usize {
        let before = self.people;
        // Whose tick is before that of a whole second comes before that second.
        let end = Ticks(until).seconds();
        loop {
            let at = self.outside.next_at();
            if at >= end {
                return (self.people - before) as usize;
            }
            let visit = self.outside.take(self.people);
            self.people += 1;
            let stamp = Stamp { at: Ticks::at(at).0, person: visit.person, tag: Tag::of_group(visit.group) };
            if let Some(first) = self.stations.first_mut() {
                first.inflow.push(stamp);
            }
        }
    }

    fn work(&mut self, place: usize, until: u64) {
        let (before, after) = self.stations.split_at_mut(place + 1);
        let Some(station) = before.last_mut() else { return };
        if station.is_idle_until(until) {
            return station.rest_until(until);
        }
        station.advance(until, self.outside);
        station.settle(after.first_mut().map(|next| &mut next.inflow));
    }
}
