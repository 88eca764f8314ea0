//! What is counted at a place while people are simulated, by any engine that tells what happens there in its order.
//!
//! A place keeps its own clock, so that an engine may work through one place after the other. States are noted at
//! **marks** (every whole minute, every change of capacity, every stop), just after whatever happens then. Peaks,
//! waits and counts are kept for each stretch between two **stops**, the instants at which a slot may begin or end.

use super::offered::Offered;
use crate::queueing::Counters;
use crate::queueing::place::{BACKGROUND, STARTERS};

const MINUTE: f64 = 60.0;
/// Odd, so that nothing is lost in products with it.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// The instants at which every place is looked at [s], each list in order and without repetition.
#[derive(Clone, Debug, Default)]
pub struct Instants {
    /// From 0 on, the horizon's end excluded.
    pub marks: Vec<f64>,
    /// From 0 on, the horizon's end excluded.
    pub stops: Vec<f64>,
    pub horizon: f64,
}

impl Instants {
    /// Minutes of the horizon, the last one perhaps begun only.
    pub fn minutes(&self) -> usize {
        (self.horizon / MINUTE).ceil() as usize
    }
}

/// The running count of one place.
#[derive(Clone, Debug)]
pub struct PlaceTally<'a> {
    instants: &'a Instants,
    now: f64,
    next_mark: usize,
    next_stop: usize,
    /// The stop that is now [s]; infinite once it has passed.
    begins_at: f64,
    /// Next stop of those whose waits become known, in the order in which they came.
    next_stop_of_waits: usize,
    seen: Seen,
    waiting: u64,
    in_service: u64,
    orbit: u64,
    /// Longest queue so far.
    longest: u64,
    /// Starters who wait or are in service.
    starters: u64,
    offered: Offered,
    second: u32,
    change_in_second: i32,
}

/// What was seen at one place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// At each mark.
    pub marks: Vec<State>,
    /// Wait of somebody with endless patience who arrives just after each mark [s]; infinite = not over.
    pub mark_waits: Vec<f64>,
    /// Between each stop and the next, and from the last to the horizon's end.
    pub stretches: Vec<Stretch>,
    /// Waits above 0 of the attempts without background, in the order of the attempts [s]; infinite = not over.
    pub waits: Vec<f32>,
    /// Attempts by the minute: without background, and of the background.
    pub attempts: [Vec<u32>; 2],
    /// Integral, by the minute, of the people who would be in service if nobody ever waited [people s].
    pub offered: Vec<f64>,
    /// Second of the horizon, and by how many more or fewer are here after it than before.
    pub changes: Vec<(u32, i32)>,
    /// At the end of the horizon.
    pub end: State,
    /// When the longest queue was reached [s].
    pub peak_queue_at: f64,
    /// When the queue last fell to nobody [s].
    pub drained_at: f64,
    /// Of all services that ended: when, who, and in which order.
    pub checksum: u64,
}

impl Seen {
    /// Before anything has happened.
    pub fn nothing(instants: &Instants) -> Self {
        let minutes = instants.minutes();
        Self {
            marks: Vec::with_capacity(instants.marks.len()),
            mark_waits: vec![0.0; instants.marks.len()],
            attempts: [vec![0; minutes], vec![0; minutes]],
            ..Self::default()
        }
    }
}

/// A place at an instant [people].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct State {
    pub waiting: u64,
    pub in_service: u64,
    pub orbit: u64,
    /// Starters who wait, are in service or will try again.
    pub unfinished: u64,
    pub counters: Counters,
}

/// A place over a stretch between two stops.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stretch {
    pub peak_queue: u64,
    /// Attempts without background.
    pub attempts: u64,
    /// Index of the first of its waits.
    pub first_wait: usize,
    /// Waiting just before the stretch.
    pub waiting_before: u64,
    /// Counts before the stretch.
    pub counters: Counters,
}

/// How a service ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The person goes on to the next place, if any.
    Succeeds,
    /// A starter failed and will try again.
    FailsAndReturns,
    /// A starter failed and is lost.
    FailsForGood,
    /// A visitor was turned away, as meant.
    TurnedAway,
    /// Background is done, or a visitor failed; nobody counts it.
    Leaves,
}

/// A checksum of what happened in an order, with one thing more: that a person did something at an instant.
#[inline]
pub fn checked(sum: u64, bits: u64, person: u32) -> u64 {
    let event = bits ^ u64::from(person).rotate_right(20);
    (sum.rotate_left(23) ^ event).wrapping_mul(SPREAD)
}

impl<'a> PlaceTally<'a> {
    /// `service_rate`: `None` = a place that people leave as soon as they are admitted.
    pub fn new(instants: &'a Instants, service_rate: Option<f64>) -> Self {
        Self {
            instants,
            now: 0.0,
            next_mark: 0,
            next_stop: 0,
            begins_at: f64::INFINITY,
            next_stop_of_waits: 0,
            seen: Seen::nothing(instants),
            waiting: 0,
            in_service: 0,
            orbit: 0,
            longest: 0,
            starters: 0,
            offered: Offered::new(service_rate, instants.minutes()),
            second: 0,
            change_in_second: 0,
        }
    }

    /// Something is about to happen here at `now` [s].
    #[inline]
    pub fn pass(&mut self, now: f64) {
        self.now = now;
        while self.instants.marks.get(self.next_mark).is_some_and(|&mark| mark < now) {
            self.next_mark += 1;
            let state = self.state();
            self.seen.marks.push(state);
        }
        // The queue with which a stretch begins is the one after whatever happens when it begins.
        if self.begins_at < now {
            self.begins_at = f64::INFINITY;
            let waiting = self.waiting;
            if let Some(stretch) = self.seen.stretches.last_mut() {
                stretch.peak_queue = stretch.peak_queue.max(waiting);
            }
        }
        while self.instants.stops.get(self.next_stop).is_some_and(|&stop| stop <= now) {
            let stop = self.instants.stops[self.next_stop];
            self.next_stop += 1;
            self.begins_at = if stop < now { f64::INFINITY } else { stop };
            self.seen.stretches.push(Stretch {
                peak_queue: if stop < now { self.waiting } else { 0 },
                waiting_before: self.waiting,
                counters: self.seen.end.counters,
                ..Stretch::default()
            });
        }
    }

    fn state(&self) -> State {
        State {
            waiting: self.waiting,
            in_service: self.in_service,
            orbit: self.orbit,
            unfinished: self.starters + self.orbit,
            counters: self.seen.end.counters,
        }
    }

    fn counters(&mut self) -> &mut Counters {
        &mut self.seen.end.counters
    }

    /// Somebody makes an attempt; `returns`: out of the orbit.
    #[inline]
    pub fn attempts(&mut self, group: u8, returns: bool) {
        let minute = (self.now / MINUTE) as usize;
        let background = usize::from(group) == BACKGROUND;
        self.seen.attempts[usize::from(background)][minute] += 1;
        if background {
            self.counters().background_attempts += 1.0;
        } else {
            self.counters().attempts += 1.0;
            if let Some(stretch) = self.seen.stretches.last_mut() {
                stretch.attempts += 1;
            }
        }
        if returns {
            self.orbit -= 1;
        }
    }

    /// Who makes an attempt comes in.
    #[inline]
    pub fn comes_in(&mut self, group: u8) {
        self.offered.arrive(self.now as u64, 1);
        self.starters += u64::from(usize::from(group) == STARTERS);
        self.inside(1);
    }

    /// Who makes an attempt, or waits, is sent off for good.
    pub fn is_sent_off(&mut self, group: u8) {
        match usize::from(group) {
            STARTERS => self.counters().lost += 1.0,
            BACKGROUND => self.counters().background_lost += 1.0,
            _ => {}
        }
    }

    /// Somebody gets in line.
    #[inline]
    pub fn waits(&mut self) {
        self.waiting += 1;
        if let Some(stretch) = self.seen.stretches.last_mut()
            && self.waiting > stretch.peak_queue
        {
            stretch.peak_queue = self.waiting;
        }
        if self.waiting > self.longest {
            self.longest = self.waiting;
            self.seen.peak_queue_at = self.now;
        }
    }

    /// Somebody gets out of line, whyever.
    #[inline]
    pub fn waits_no_more(&mut self) {
        self.waiting -= 1;
        if self.waiting == 0 {
            self.seen.drained_at = self.now;
        }
    }

    /// The wait of an attempt that came at `came` is known [s]; infinite = not over. In the order of the attempts.
    #[inline]
    pub fn waited(&mut self, group: u8, came: f64, wait: f64) {
        if usize::from(group) == BACKGROUND {
            return;
        }
        while self.instants.stops.get(self.next_stop_of_waits).is_some_and(|&stop| stop <= came) {
            let first_wait = self.seen.waits.len();
            self.seen.stretches[self.next_stop_of_waits].first_wait = first_wait;
            self.next_stop_of_waits += 1;
        }
        if wait > 0.0 {
            self.seen.waits.push(wait as f32);
        }
    }

    /// The wait of somebody with endless patience who arrives just after a mark is known [s].
    pub fn waited_at_mark(&mut self, mark: usize, wait: f64) {
        self.seen.mark_waits[mark] = wait;
    }

    #[inline]
    pub fn is_admitted(&mut self) {
        self.in_service += 1;
    }

    /// Somebody goes back from service to the line.
    pub fn is_put_back(&mut self) {
        self.in_service -= 1;
        self.waits();
    }

    /// A starter in line gave up.
    pub fn gives_up(&mut self, group: u8, returns: bool) {
        match usize::from(group) {
            STARTERS => {
                self.counters().abandoned += 1.0;
                if returns {
                    self.orbit += 1;
                } else {
                    self.counters().lost += 1.0;
                }
            }
            BACKGROUND => self.counters().background_lost += 1.0,
            _ => {}
        }
    }

    /// The service of `person` ended at an instant of these `bits`.
    #[inline]
    pub fn ends(&mut self, person: u32, bits: u64, starter: bool, ending: Ending) {
        self.in_service -= 1;
        self.seen.checksum = checked(self.seen.checksum, bits, person);
        let counters = self.counters();
        match ending {
            Ending::Succeeds if starter => counters.served += 1.0,
            Ending::FailsAndReturns => {
                counters.failed += 1.0;
                self.orbit += 1;
            }
            Ending::FailsForGood => {
                counters.failed += 1.0;
                counters.lost += 1.0;
            }
            Ending::TurnedAway => counters.turned_away += 1.0,
            Ending::Succeeds | Ending::Leaves => {}
        }
    }

    /// Somebody leaves the place, whyever and whereto.
    #[inline]
    pub fn goes_out(&mut self, group: u8) {
        self.starters -= u64::from(usize::from(group) == STARTERS);
        self.inside(-1);
    }

    fn inside(&mut self, change: i32) {
        let second = self.now as u32;
        if second != self.second {
            self.note_second();
            self.second = second;
        }
        self.change_in_second += change;
    }

    fn note_second(&mut self) {
        if self.change_in_second != 0 {
            self.seen.changes.push((self.second, self.change_in_second));
            self.change_in_second = 0;
        }
    }

    /// The horizon is over.
    pub fn finish(mut self) -> Seen {
        let horizon = self.instants.horizon;
        self.pass(horizon);
        self.note_second();
        // Stretches in which nobody waited begin where the next one does.
        for stretch in &mut self.seen.stretches[self.next_stop_of_waits..] {
            stretch.first_wait = self.seen.waits.len();
        }
        self.seen.end = self.state();
        self.seen.offered = self.offered.finish(horizon);
        self.seen
    }
}

impl Seen {
    /// Waits above 0 of a stretch, in the order of the attempts.
    pub fn waits_of(&self, stretch: usize) -> &[f32] {
        let end = self.stretches.get(stretch + 1).map_or(self.waits.len(), |next| next.first_wait);
        &self.waits[self.stretches[stretch].first_wait..end]
    }
}
