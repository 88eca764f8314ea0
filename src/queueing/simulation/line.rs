//! The line and the services of one place in the heap engine.

use std::collections::VecDeque;

use super::calendar::Calendar;
use super::moment::Moment;
use super::network::Visit;
use super::trace::Roster;
use crate::num::order;
use crate::queueing::PlaceLaw;

/// Luck numbers from here on belong to those who were put back.
const FIRST_PUT_BACK: u64 = 1 << 63;

/// One place. Nobody is forgotten in the line: who gave up keeps the position, so that the wait that somebody with
/// endless patience would have had there becomes known.
#[derive(Clone, Debug)]
pub struct Line<'a, M> {
    calendar: Calendar<'a>,
    roster: Option<Roster<M>>,
    /// Servers that are there beyond the calendar.
    extra: u64,
    entries: VecDeque<Entry<M>>,
    /// Position of the first entry.
    front: i64,
    services: Vec<Option<Service>>,
    free: Vec<usize>,
    in_service: u64,
    attempts: u64,
    admissions: u64,
    put_back: u64,
    /// People of the background so far.
    pub background: u32,
    /// When the next admission by the rate has been put into the heap.
    pub is_awaited: Option<M>,
}

/// A position in the line.
#[derive(Clone, Copy, Debug)]
pub struct Entry<M> {
    pub who: Who,
    pub came: M,
}

#[derive(Clone, Copy, Debug)]
pub enum Who {
    Waits(Visit),
    GaveUp(Visit),
    /// Stands for somebody with endless patience who came just after a mark.
    Mark(usize),
}

/// A service that goes on.
#[derive(Clone, Copy, Debug)]
struct Service {
    visit: Visit,
    /// Number of the admission.
    admission: u64,
    server: usize,
}

impl<'a, M: Moment> Line<'a, M> {
    pub fn new(law: &'a PlaceLaw) -> Self {
        Self {
            calendar: Calendar::new(law),
            roster: None,
            extra: 0,
            entries: VecDeque::new(),
            front: 0,
            services: Vec::new(),
            free: Vec::new(),
            in_service: 0,
            attempts: 0,
            admissions: 0,
            put_back: 0,
            background: 0,
            is_awaited: None,
        }
    }

    /// With servers that come and go one by one instead of a number of sessions.
    pub fn with_roster(law: &'a PlaceLaw, roster: Roster<M>) -> Self {
        Self { roster: Some(roster), ..Self::new(law) }
    }

    pub fn add_server(&mut self) {
        self.extra += 1;
    }

    /// Index of each later entry of the calendar, and when it begins to hold [s].
    pub fn changes(&self) -> Vec<(usize, f64)> {
        self.calendar.changes().collect()
    }

    pub fn enter(&mut self, entry: usize) {
        self.calendar.enter(entry);
    }

    pub fn is_turning_away(&self) -> bool {
        self.calendar.capacity().turn_away
    }

    /// Whether nobody has a position, not even one who gave up.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn sessions(&self) -> u64 {
        if self.calendar.sessions == 0 { 0 } else { self.calendar.sessions.saturating_add(self.extra) }
    }

    fn has_server(&self, now: M) -> bool {
        match &self.roster {
            Some(roster) => roster.free(now).is_some(),
            None => self.in_service < self.sessions(),
        }
    }

    /// Whether somebody can be admitted now.
    pub fn has_room(&self, now: M) -> bool {
        self.has_server(now) && self.calendar.capacity().rate > 0.0 && !self.is_turning_away() && self.is_due(now)
    }

    fn is_due(&self, now: M) -> bool {
        self.calendar.due <= now.seconds() || M::at_or_after(self.calendar.due) <= now
    }

    /// When the rate admits the next, if it is that for which people wait and nobody has been told yet.
    pub fn next_due(&self, now: M) -> Option<M> {
        let due = self.calendar.due;
        let waits_for_rate = !self.is_empty() && self.has_server(now) && !self.is_due(now);
        if !waits_for_rate || self.is_turning_away() || self.calendar.capacity().rate == 0.0 || !due.is_finite() {
            return None;
        }
        let at = M::at_or_after(due);
        (self.is_awaited != Some(at)).then_some(at)
    }

    /// Counts an attempt; its number is that of its luck.
    pub fn number_attempt(&mut self) -> u64 {
        self.attempts += 1;
        self.attempts - 1
    }

    pub fn was_put_back(visit: &Visit) -> bool {
        visit.luck >= FIRST_PUT_BACK
    }

    /// Gets in line; answers the position.
    pub fn join(&mut self, visit: Visit, now: M) -> i64 {
        self.entries.push_back(Entry { who: Who::Waits(visit), came: now });
        self.front + self.entries.len() as i64 - 1
    }

    pub fn join_mark(&mut self, mark: usize, now: M) {
        self.entries.push_back(Entry { who: Who::Mark(mark), came: now });
    }

    pub fn take_first(&mut self) -> Option<Entry<M>> {
        self.front += 1;
        self.entries.pop_front()
    }

    /// Who came last; only for the tests that must notice.
    pub fn take_last(&mut self) -> Option<Entry<M>> {
        self.entries.pop_back()
    }

    /// Everybody who has a position, from the first on.
    pub fn clear(&mut self) -> Vec<Entry<M>> {
        self.front += self.entries.len() as i64;
        std::mem::take(&mut self.entries).into()
    }

    /// Whoever waits at a position with this luck gives up; answers who, and when they had come.
    pub fn give_up(&mut self, position: i64, luck: u64) -> Option<(Visit, M)> {
        let index = usize::try_from(position - self.front).ok()?;
        let entry = self.entries.get_mut(index)?;
        match entry.who {
            Who::Waits(visit) if visit.luck == luck => {
                entry.who = Who::GaveUp(visit);
                Some((visit, entry.came))
            }
            _ => None,
        }
    }

    /// Takes an admission at `now` out of the rate.
    pub fn spend(&mut self, now: M) {
        let due = self.calendar.due;
        // Who was waiting for the rate was due a little before this tick.
        let waited = due > 0.0 && M::at_or_after(due) == now;
        self.calendar.spend(if waited { due } else { now.seconds() });
    }

    /// Begins a service; answers its slot and the number of the admission.
    pub fn serve(&mut self, visit: Visit, now: M) -> (usize, u64) {
        let server = self.roster.as_mut().and_then(|roster| roster.take(now)).unwrap_or(0);
        let admission = self.admissions;
        self.admissions += 1;
        self.in_service += 1;
        let service = Some(Service { visit, admission, server });
        if let Some(slot) = self.free.pop() {
            self.services[slot] = service;
            return (slot, admission);
        }
        self.services.push(service);
        (self.services.len() - 1, admission)
    }

    /// Ends a service, if it still goes on.
    pub fn end(&mut self, slot: usize, admission: u64, now: M) -> Option<Visit> {
        let service = self.services[slot].filter(|service| service.admission == admission)?;
        self.services[slot] = None;
        self.free.push(slot);
        self.in_service -= 1;
        if let Some(roster) = &mut self.roster {
            roster.give_back(service.server, now);
        }
        Some(service.visit)
    }

    /// Puts those in service above the limit back to the head of the line: the last to be admitted, in the order in
    /// which they were. Answers who has which position now.
    pub fn put_back(&mut self, now: M) -> Vec<(Visit, i64)> {
        let excess = self.in_service.saturating_sub(self.sessions()) as usize;
        if excess == 0 || self.roster.is_some() {
            return Vec::new();
        }
        let mut slots: Vec<usize> = (0..self.services.len()).filter(|&slot| self.services[slot].is_some()).collect();
        order::sort_by_key(&mut slots, |&slot| self.services[slot].map_or(0, |service| service.admission));
        let mut back = Vec::with_capacity(excess);
        for &slot in &slots[slots.len() - excess..] {
            let Some(service) = self.services[slot].take() else { continue };
            self.free.push(slot);
            let luck = FIRST_PUT_BACK + self.put_back;
            self.put_back += 1;
            back.push((Visit { luck, ..service.visit }, 0));
        }
        self.in_service -= excess as u64;
        self.front -= excess as i64;
        for (index, (visit, position)) in back.iter_mut().enumerate().rev() {
            *position = self.front + index as i64;
            self.entries.push_front(Entry { who: Who::Waits(*visit), came: now });
        }
        back
    }
}
