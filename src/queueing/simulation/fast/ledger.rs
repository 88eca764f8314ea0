//! What is counted at a place of the fast engine, a stretch of time after the other.
//!
//! Attempts are told as they come, in their order. Who starts out of the line or gives up is told long before it
//! happens; it is counted when its second has come. Within a second only the queue depends on the order, and only
//! where it may be longer than ever, or empty.

use super::super::moment::{Moment, TICKS_PER_SECOND, Ticks};
use super::super::offered::Offered;
use super::super::tally::{Ending, Instants, Seen, State, Stretch, checked};
use super::buckets::Buckets;
use super::stamp::{Stamp, Tag, tick};
use super::stream::Stream;
use super::wheel::NEVER;
use crate::num::order;
use crate::queueing::place::{BACKGROUND, STARTERS};

const MINUTE: u64 = 60;

/// The running count of one place.
#[derive(Clone, Debug)]
pub struct Ledger<'a> {
    instants: &'a Instants,
    pub seen: Seen,
    waiting: u64,
    /// Below 0 while of a stretch of time the ends are counted and not yet the starts.
    in_service: i64,
    /// Likewise.
    orbit: i64,
    /// Starters who wait or are in service.
    starters: u64,
    /// Longest queue so far.
    longest: u64,
    offered: Offered,
    /// Whether people who are admitted are in service, or leave at once.
    serves: bool,
    /// First second of the stretch of time that is counted, and its minute.
    base: u64,
    minute: usize,
    /// By second from `base` on: how many came, and how many left.
    came: Vec<u32>,
    left: Vec<u32>,
    /// Of the stretch of time: attempts, of these those of the background, out of the orbit.
    attempts: u32,
    background: u32,
    returned: u32,
    /// Who got in line [ticks].
    joined: Vec<u64>,
    /// Who starts or will start out of the line [ticks].
    pub started: Stream<u64>,
    /// Who gives up or will give up.
    giving_up: Buckets,
    /// Who gives up in a second; kept for its memory.
    leaving: Vec<u64>,
    /// Starters lost since they were last asked for.
    pub lost: Vec<u32>,
    next_stop_of_waits: usize,
}

impl<'a> Ledger<'a> {
    pub fn new(instants: &'a Instants, service_rate: Option<f64>) -> Self {
        Self {
            instants,
            seen: Seen::nothing(instants),
            waiting: 0,
            in_service: 0,
            orbit: 0,
            starters: 0,
            longest: 0,
            offered: Offered::new(service_rate, instants.minutes()),
            serves: service_rate.is_some(),
            base: 0,
            minute: 0,
            came: Vec::new(),
            left: Vec::new(),
            attempts: 0,
            background: 0,
            returned: 0,
            joined: Vec::new(),
            started: Stream::default(),
            giving_up: Buckets::new(instants.horizon as u64),
            leaving: Vec::new(),
            lost: Vec::new(),
            next_stop_of_waits: 0,
        }
    }

    /// [s]
    pub fn horizon(&self) -> u64 {
        self.instants.horizon as u64
    }

    /// Whether nobody waits, so that nobody can start out of the line or give up.
    pub fn is_idle(&self) -> bool {
        self.waiting == 0
    }

    /// A stop: what follows belongs to another stretch.
    pub fn stop(&mut self) {
        let counters = self.seen.end.counters;
        let stretch = Stretch { waiting_before: self.waiting, counters, ..Stretch::default() };
        self.seen.stretches.push(stretch);
    }

    /// All of an instant has happened, which is a mark or the beginning of a stretch.
    pub fn note_instant(&mut self, is_mark: bool) {
        if is_mark {
            let state = self.state();
            self.seen.marks.push(state);
        }
        let waiting = self.waiting;
        let stretch = self.stretch();
        stretch.peak_queue = stretch.peak_queue.max(waiting);
    }

    fn state(&self) -> State {
        State {
            waiting: self.waiting,
            in_service: self.in_service as u64,
            orbit: self.orbit as u64,
            unfinished: self.starters + self.orbit as u64,
            counters: self.seen.end.counters,
        }
    }

    /// The one that holds; the first begins with the horizon.
    fn stretch(&mut self) -> &mut Stretch {
        if self.seen.stretches.is_empty() {
            self.stop();
        }
        let last = self.seen.stretches.len() - 1;
        &mut self.seen.stretches[last]
    }

    /// Begins to count what happens from a tick on until another, within one minute.
    pub fn begin(&mut self, from: u64, until: u64) {
        self.base = from / TICKS_PER_SECOND;
        self.minute = (self.base / MINUTE) as usize;
        let seconds = (until - 1) / TICKS_PER_SECOND - self.base + 1;
        for counts in [&mut self.came, &mut self.left] {
            counts.clear();
            counts.resize(seconds as usize, 0);
        }
        self.joined.clear();
    }

    /// Somebody makes an attempt.
    #[inline]
    pub fn attempts(&mut self, group: u8) {
        self.attempts += 1;
        self.background += u32::from(usize::from(group) == BACKGROUND);
    }

    /// Who makes an attempt does so out of the orbit.
    #[inline]
    pub fn returns(&mut self) {
        self.returned += 1;
    }

    /// Who makes an attempt comes in.
    #[inline]
    pub fn comes_in(&mut self, at: u64, group: u8) {
        self.starters += u64::from(usize::from(group) == STARTERS);
        self.came[(at / TICKS_PER_SECOND - self.base) as usize] += 1;
    }

    /// Somebody is admitted on coming.
    #[inline]
    pub fn starts_at_once(&mut self) {
        self.in_service += i64::from(self.serves);
    }

    /// So many make an attempt, none of the background, and are admitted on coming.
    #[inline]
    pub fn start_at_once(&mut self, people: usize) {
        self.attempts += people as u32;
        self.in_service += if self.serves { people as i64 } else { 0 };
    }

    /// Somebody gets in line.
    #[inline]
    pub fn joins(&mut self, at: u64) {
        self.joined.push(at);
    }

    /// Somebody in line gives up or will give up.
    #[inline]
    pub fn will_give_up(&mut self, stamp: Stamp) {
        self.giving_up.push(stamp.at / TICKS_PER_SECOND, stamp.packed());
    }

    /// The wait of an attempt is known [s]; infinite = not over. In the order of the attempts.
    #[inline]
    pub fn waited(&mut self, group: u8, came: u64, wait: f64) {
        if usize::from(group) == BACKGROUND {
            return;
        }
        let came = Ticks(came).seconds();
        while self.instants.stops.get(self.next_stop_of_waits).is_some_and(|&stop| stop <= came) {
            let first_wait = self.seen.waits.len();
            self.seen.stretches[self.next_stop_of_waits].first_wait = first_wait;
            self.next_stop_of_waits += 1;
        }
        self.seen.waits.push(wait as f32);
    }

    /// Who makes an attempt is sent off for good.
    pub fn is_sent_off(&mut self, person: u32, group: u8) {
        match usize::from(group) {
            STARTERS => {
                self.seen.end.counters.lost += 1.0;
                self.lost.push(person);
            }
            BACKGROUND => self.seen.end.counters.background_lost += 1.0,
            _ => {}
        }
    }

    /// Who stands in line is sent off for good, before anything else of the tick `at`.
    pub fn is_sent_off_in_line(&mut self, at: u64, person: u32, group: u8) {
        self.waiting -= 1;
        if self.waiting == 0 {
            self.seen.drained_at = Ticks(at).seconds();
        }
        self.starters -= u64::from(usize::from(group) == STARTERS);
        self.note_change(at / TICKS_PER_SECOND, -1);
        self.is_sent_off(person, group);
    }

    /// People leave the place in a second, in this order, after a service or on being admitted where there is none.
    pub fn depart(&mut self, second: u64, packed: &[u64]) {
        self.left[(second - self.base) as usize] += packed.len() as u32;
        let mut plain = packed.len();
        let mut checksum = self.seen.checksum;
        for &packed in packed {
            let stamp = Stamp::unpacked(second, packed);
            checksum = checked(checksum, stamp.at, stamp.person);
            if stamp.tag != Tag::of_group(STARTERS as u8) {
                plain -= 1;
                self.departs_otherwise(stamp);
            }
        }
        self.starters -= plain as u64;
        if self.serves {
            self.seen.checksum = checksum;
            self.in_service -= packed.len() as i64;
            self.seen.end.counters.served += plain as f64;
        }
    }

    /// Somebody leaves who is not a starter, or not one who succeeds.
    fn departs_otherwise(&mut self, stamp: Stamp) {
        self.starters -= u64::from(usize::from(stamp.tag.group()) == STARTERS);
        if !self.serves {
            return;
        }
        let counters = &mut self.seen.end.counters;
        match stamp.tag.how() {
            Ending::FailsAndReturns => {
                counters.failed += 1.0;
                self.orbit += 1;
            }
            Ending::FailsForGood => {
                counters.failed += 1.0;
                counters.lost += 1.0;
                self.lost.push(stamp.person);
            }
            Ending::TurnedAway => counters.turned_away += 1.0,
            Ending::Succeeds | Ending::Leaves => {}
        }
    }

    /// Counts what happened until a tick; everything before it has been told.
    pub fn settle(&mut self, until: u64) {
        if self.attempts > 0 {
            let attempts = self.attempts - self.background;
            self.seen.attempts[0][self.minute] += attempts;
            self.seen.attempts[1][self.minute] += self.background;
            self.seen.end.counters.attempts += f64::from(attempts);
            self.seen.end.counters.background_attempts += f64::from(self.background);
            self.orbit -= i64::from(self.returned);
            self.stretch().attempts += u64::from(attempts);
            (self.attempts, self.background, self.returned) = (0, 0, 0);
        }
        if self.waiting > 0 || !self.joined.is_empty() {
            self.settle_queue(until);
        }
        for index in 0..self.came.len() {
            let (second, came, left) = (self.base + index as u64, self.came[index], self.left[index]);
            if came > 0 {
                self.offered.arrive(second, came);
            }
            if came != left {
                self.note_change(second, came as i32 - left as i32);
            }
        }
    }

    fn note_change(&mut self, second: u64, change: i32) {
        let second = second as u32;
        match self.seen.changes.last_mut() {
            Some(last) if last.0 == second => last.1 += change,
            _ => self.seen.changes.push((second, change)),
        }
        if self.seen.changes.last().is_some_and(|last| last.1 == 0) {
            self.seen.changes.pop();
        }
    }

    /// Counts who got in line and out of it, second by second.
    fn settle_queue(&mut self, until: u64) {
        let joined = std::mem::take(&mut self.joined);
        let mut leaving = std::mem::take(&mut self.leaving);
        let mut joins = &joined[..];
        let last = (until - 1) / TICKS_PER_SECOND;
        let mut leaves = self.giving_up.first(self.base, last);
        for second in self.base..=last {
            let end = ((second + 1) * TICKS_PER_SECOND).min(until);
            let (now, later) = joins.split_at(joins.partition_point(|&at| at < end));
            joins = later;
            let starts = self.started.count_before(end);
            leaving.clear();
            if leaves == Some(second) {
                self.leave(second, end, &mut leaving);
                leaves = self.giving_up.first(second + 1, last);
            }
            if now.len() + starts + leaving.len() > 0 {
                self.settle_second(now, starts, &mut leaving, second);
            }
        }
        (self.joined, self.leaving) = (joined, leaving);
    }

    /// Who gives up in a second before a tick.
    fn leave(&mut self, second: u64, end: u64, leaving: &mut Vec<u64>) {
        self.giving_up.take(second, leaving);
        if end < (second + 1) * TICKS_PER_SECOND {
            leaving.retain(|&packed| {
                let is_now = tick(second, packed) < end;
                if !is_now {
                    self.giving_up.push(second, packed);
                }
                is_now
            });
        }
    }

    fn settle_second(&mut self, joins: &[u64], starts: usize, leaving: &mut [u64], second: u64) {
        self.in_service += if self.serves { starts as i64 } else { 0 };
        for &packed in &*leaving {
            self.give_up(Stamp::unpacked(second, packed));
        }
        self.left[(second - self.base) as usize] += leaving.len() as u32;
        let most = self.waiting + joins.len() as u64;
        let out = (starts + leaving.len()) as u64;
        if most <= self.longest && most <= self.stretch().peak_queue && self.waiting > out {
            self.waiting = most - out;
            self.started.skip(starts);
        } else {
            order::sort_numbers(leaving);
            self.follow_queue(joins, starts, leaving, second);
        }
    }

    /// At one tick admissions come first, then who comes, then who gives up.
    fn follow_queue(&mut self, joins: &[u64], starts: usize, leaving: &[u64], second: u64) {
        let (mut joins, mut leaving) = (joins.iter().copied().peekable(), leaving.iter().copied().peekable());
        let mut starts_left = starts;
        let mut peak = self.stretch().peak_queue;
        loop {
            let start = if starts_left > 0 { self.started.head().copied().unwrap_or(NEVER) } else { NEVER };
            let join = joins.peek().copied().unwrap_or(NEVER);
            let leave = leaving.peek().map_or(NEVER, |&packed| tick(second, packed));
            if start.min(join).min(leave) == NEVER {
                break;
            }
            if start > join && join <= leave {
                joins.next();
                self.waiting += 1;
                peak = peak.max(self.waiting);
                if self.waiting > self.longest {
                    self.longest = self.waiting;
                    self.seen.peak_queue_at = Ticks(join).seconds();
                }
                continue;
            }
            if start <= leave {
                self.started.skip(1);
                starts_left -= 1;
            } else {
                leaving.next();
            }
            self.waiting -= 1;
            if self.waiting == 0 {
                self.seen.drained_at = Ticks(start.min(leave)).seconds();
            }
        }
        self.stretch().peak_queue = peak;
    }

    /// Somebody in line gives up; whether for good is in the tag.
    #[inline]
    fn give_up(&mut self, stamp: Stamp) {
        let counters = &mut self.seen.end.counters;
        match usize::from(stamp.tag.group()) {
            STARTERS => {
                self.starters -= 1;
                counters.abandoned += 1.0;
                if stamp.tag.ends_as(Ending::FailsAndReturns) {
                    self.orbit += 1;
                } else {
                    counters.lost += 1.0;
                    self.lost.push(stamp.person);
                }
            }
            BACKGROUND => counters.background_lost += 1.0,
            _ => {}
        }
    }

    /// The horizon is over.
    pub fn finish(mut self) -> Seen {
        for stretch in &mut self.seen.stretches[self.next_stop_of_waits..] {
            stretch.first_wait = self.seen.waits.len();
        }
        self.seen.end = self.state();
        self.seen.offered = self.offered.finish(self.instants.horizon);
        self.seen
    }
}
