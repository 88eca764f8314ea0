//! One place of the fast engine: who comes, when each will start or give up, and who leaves.

use std::collections::VecDeque;

use super::super::calendar::Calendar;
use super::super::heap::Outside;
use super::super::luck::PlaceLuck;
use super::super::moment::{Moment, TICKS_PER_SECOND, Ticks};
use super::super::network::Visit;
use super::super::tally::{Ending, Instants};
use super::ledger::Ledger;
use super::stamp::{Stamp, Tag};
use super::stream::Stream;
use super::wheel::{NEVER, Wheel};
use crate::plan::OnCapacityDrop;
use crate::queueing::PlaceLaw;
use crate::queueing::place::{BACKGROUND, STARTERS};

/// One place. Of everybody who comes it is known at once when they start or that they give up before, as long as the
/// capacity stays as it is; who would start later than that waits in `undecided`.
#[derive(Clone, Debug)]
pub struct Station<'a> {
    place: usize,
    law: &'a PlaceLaw,
    luck: PlaceLuck,
    calendar: Calendar<'a>,
    /// Whether any capacity of the calendar has a rate.
    has_rate: bool,
    /// Of which groups everybody whose service ends goes on.
    goes_on: [bool; 4],
    /// Index and tick of each later entry of the calendar, the next last.
    changes: Vec<(usize, u64)>,
    /// The capacity is the same before this tick.
    steady_until: u64,
    is_open: bool,
    /// Whether whoever comes starts at once where a session is free.
    flows: bool,
    sessions: usize,
    /// From before.
    pub inflow: Stream<Stamp>,
    /// Who will try again.
    returning: Wheel,
    background_at: u64,
    background: u32,
    /// Ends of services.
    ends: Wheel,
    /// Who left or will leave, in order.
    leaving: Stream<Stamp>,
    undecided: VecDeque<Undecided>,
    attempts: u64,
    now: u64,
    pub ledger: Ledger<'a>,
}

/// A position in the line whose turn comes after the next change of capacity.
#[derive(Clone, Copy, Debug)]
struct Undecided {
    came: u64,
    who: Who,
}

#[derive(Clone, Copy, Debug)]
enum Who {
    /// Gives up at a tick, if the turn has not come by then.
    Waits {
        person: u32,
        group: u8,
        luck: u64,
        gives_up: u64,
    },
    GaveUp {
        group: u8,
    },
    Mark(usize),
}

impl<'a> Station<'a> {
    pub fn new(place: usize, law: &'a PlaceLaw, luck: &PlaceLuck, instants: &'a Instants) -> Self {
        let horizon = instants.horizon as u64;
        let calendar = Calendar::new(law);
        let mut changes: Vec<(usize, u64)> = calendar
            .changes()
            .map(|(entry, at)| (entry, Ticks::at(at).0))
            .filter(|change| change.1 < horizon * TICKS_PER_SECOND)
            .collect();
        changes.reverse();
        let mut station = Self {
            place,
            law,
            luck: luck.clone(),
            calendar,
            has_rate: law.capacities.iter().any(|entry| entry.1.rate.is_finite()),
            changes,
            steady_until: 0,
            is_open: false,
            flows: false,
            goes_on: [0, 1, 2, 3].map(|group| group != BACKGROUND && !law.turns_away[group] && law.fail_share == 0.0),
            sessions: 0,
            inflow: Stream::default(),
            returning: Wheel::new(horizon),
            background_at: 0,
            background: 0,
            ends: Wheel::new(horizon),
            leaving: Stream::default(),
            undecided: VecDeque::new(),
            attempts: 0,
            now: 0,
            ledger: Ledger::new(instants, law.service_rate),
        };
        station.look_at_capacity();
        station
    }

    fn horizon(&self) -> u64 {
        self.ledger.horizon() * TICKS_PER_SECOND
    }

    fn look_at_capacity(&mut self) {
        let capacity = self.calendar.capacity();
        self.is_open = !capacity.turn_away && capacity.rate > 0.0 && self.calendar.sessions > 0;
        self.sessions = usize::try_from(self.calendar.sessions).unwrap_or(usize::MAX);
        self.steady_until = self.next_change();
        self.look_at_line();
    }

    /// To be called after each change of `undecided`.
    fn look_at_line(&mut self) {
        self.flows = self.is_open && !self.has_rate && self.undecided.is_empty();
    }

    /// When the capacity changes next; the end of the horizon where it does not [ticks].
    pub fn next_change(&self) -> u64 {
        self.changes.last().map_or(self.horizon(), |change| change.1)
    }

    /// Takes over the capacity of an entry that begins to hold now; `false` = people in service would have to go back
    /// to the line, which this engine cannot do.
    pub fn change(&mut self, now: u64) -> bool {
        let Some((entry, _)) = self.changes.pop_if(|change| change.1 == now) else { return true };
        let was_turning_away = self.calendar.capacity().turn_away;
        self.calendar.enter(entry);
        self.look_at_capacity();
        if self.calendar.capacity().turn_away {
            if !was_turning_away {
                self.send_off(now);
            }
        } else if self.law.on_capacity_drop == OnCapacityDrop::Requeue && self.ends.len() > self.sessions {
            return false;
        }
        self.decide(now);
        true
    }

    fn send_off(&mut self, now: u64) {
        for position in std::mem::take(&mut self.undecided) {
            match position.who {
                Who::Waits { person, group, .. } => {
                    self.ledger.waited(group, position.came, f64::INFINITY);
                    self.ledger.is_sent_off_in_line(now, person, group);
                }
                Who::GaveUp { group } => self.ledger.waited(group, position.came, f64::INFINITY),
                Who::Mark(mark) => self.ledger.seen.mark_waits[mark] = f64::INFINITY,
            }
        }
    }

    /// Decides on those whose turn comes, or who give up, before the capacity changes again.
    fn decide(&mut self, now: u64) {
        while let Some(&position) = self.undecided.front() {
            let Some(start) = self.start_from(now) else { break };
            self.undecided.pop_front();
            let wait = Ticks(start - position.came).seconds();
            match position.who {
                Who::Mark(mark) => self.ledger.seen.mark_waits[mark] = wait,
                Who::GaveUp { group } => self.ledger.waited(group, position.came, wait),
                Who::Waits { person, group, luck, gives_up } => {
                    self.ledger.waited(group, position.came, wait);
                    if gives_up < start {
                        self.give_up(gives_up, person, group, luck);
                    } else {
                        self.ledger.started.push(start);
                        self.admit(start, person, group, luck);
                    }
                }
            }
        }
        for index in 0..self.undecided.len() {
            if let Who::Waits { person, group, luck, gives_up } = self.undecided[index].who
                && gives_up < self.steady_until
            {
                self.undecided[index].who = Who::GaveUp { group };
                self.give_up(gives_up, person, group, luck);
            }
        }
        self.look_at_line();
    }

    /// When the next position of the line has its turn, from `at` on; `None` = not before the capacity changes.
    #[inline]
    fn start_from(&mut self, at: u64) -> Option<u64> {
        if !self.is_open {
            return None;
        }
        let mut start = at;
        while self.ends.len() >= self.sessions {
            let end = self.ends.peek(self.steady_until);
            if end == NEVER {
                return None;
            }
            if end > at && self.ends.len() == self.sessions {
                start = end;
                break;
            }
            let stamp = self.ends.pop();
            self.leaving.push(stamp);
        }
        if self.has_rate {
            start = start.max(Ticks::at_or_after(self.calendar.due).0);
        }
        (start < self.steady_until).then_some(start)
    }

    /// Lets everybody come who comes before `until`.
    pub fn advance<O: Outside>(&mut self, until: u64, outside: &mut O) {
        self.ledger.begin(self.now, until);
        if self.background_at == 0 {
            self.expect_background(outside);
        }
        loop {
            self.pass(until);
            let comes = self.inflow.head().map_or(until, |stamp| stamp.at.min(until));
            let returns = self.returning.peek((comes + 1).min(until));
            if comes < returns && comes <= self.background_at {
                let Some(&stamp) = self.inflow.head().filter(|_| comes < until) else { break };
                self.inflow.skip(1);
                self.arrive(stamp);
            } else {
                self.arrive_otherwise(comes, returns, outside);
            }
        }
        self.now = until;
    }

    /// Lets those pass who come from before as long as nobody else can come and there is a free session for each.
    fn pass(&mut self, until: u64) {
        if !self.flows || self.returning.len() > 0 || self.law.service_rate.is_none() {
            return;
        }
        let end = until.min(self.background_at.saturating_add(1));
        let free = self.sessions.saturating_sub(self.ends.len());
        let mut count = 0;
        while let Some(&Stamp { at, person, tag }) = self.inflow.rest().get(count) {
            let group = tag.group();
            if at >= end || count == free || !self.goes_on[usize::from(group)] {
                break;
            }
            self.ledger.comes_in(at, group);
            let at = Ticks(at).after(self.luck.service(self.attempts + count as u64)).0;
            self.ends.push(Stamp { at, person, tag });
            count += 1;
        }
        self.attempts += count as u64;
        self.ledger.start_at_once(count);
        self.inflow.skip(count);
    }

    /// Somebody comes who does not, or not alone at this instant, come from before.
    fn arrive_otherwise<O: Outside>(&mut self, comes: u64, returns: u64, outside: &mut O) {
        if returns > comes.min(self.background_at) {
            let stamp = self.take_background(outside);
            return self.arrive(stamp);
        }
        // Who comes from before at `until` or later is not there yet, and nobody returns then.
        let from_before = self.inflow.head().copied();
        match from_before.filter(|stamp| stamp.at == returns && stamp.person < self.returning.first().person) {
            Some(stamp) => {
                self.inflow.skip(1);
                self.arrive(stamp);
            }
            None => {
                let stamp = self.returning.pop();
                self.ledger.returns();
                self.arrive(stamp);
            }
        }
    }

    fn expect_background<O: Outside>(&mut self, outside: &O) {
        let at = outside.background_at(self.place);
        self.background_at = if at.is_finite() { Ticks::at(at).0 } else { NEVER };
    }

    #[cold]
    fn take_background<O: Outside>(&mut self, outside: &mut O) -> Stamp {
        let at = self.background_at;
        let visit = Visit::of_background(self.background);
        self.background += 1;
        outside.take_background(self.place);
        self.expect_background(outside);
        Stamp { at, person: visit.person, tag: Tag::of_group(visit.group) }
    }

    #[inline]
    fn arrive(&mut self, stamp: Stamp) {
        let Stamp { at, person, tag } = stamp;
        let group = tag.group();
        let luck = self.attempts;
        self.attempts += 1;
        self.ledger.attempts(group);
        if self.flows && self.ends.len() < self.sessions {
            self.ledger.comes_in(at, group);
            self.ledger.starts_at_once();
            self.serve(at, person, group, luck);
        } else {
            self.arrive_in_line(stamp, luck);
        }
    }

    /// Somebody comes, who may have to wait or to go.
    fn arrive_in_line(&mut self, stamp: Stamp, luck: u64) {
        let Stamp { at, person, tag } = stamp;
        let group = tag.group();
        if self.calendar.capacity().turn_away {
            self.ledger.waited(group, at, f64::INFINITY);
            self.ledger.is_sent_off(person, group);
            return;
        }
        self.ledger.comes_in(at, group);
        let start = if self.undecided.is_empty() { self.start_from(at) } else { None };
        match start {
            Some(start) if start == at => {
                self.ledger.starts_at_once();
                self.admit(at, person, group, luck);
            }
            Some(start) => self.wait(stamp, luck, start),
            None => self.wait_undecided(stamp, luck),
        }
    }

    fn gives_up_at(&self, at: u64, luck: u64) -> u64 {
        let patience = self.luck.patience(luck);
        if patience.is_finite() { Ticks(at).within(patience).0 } else { NEVER }
    }

    /// Somebody gets in line whose turn is known.
    fn wait(&mut self, stamp: Stamp, luck: u64, start: u64) {
        let group = stamp.tag.group();
        self.ledger.joins(stamp.at);
        self.ledger.waited(group, stamp.at, Ticks(start - stamp.at).seconds());
        let gives_up = self.gives_up_at(stamp.at, luck);
        if gives_up < start {
            self.give_up(gives_up, stamp.person, group, luck);
        } else {
            self.ledger.started.push(start);
            self.admit(start, stamp.person, group, luck);
        }
    }

    #[cold]
    fn wait_undecided(&mut self, stamp: Stamp, luck: u64) {
        let (person, group) = (stamp.person, stamp.tag.group());
        self.ledger.joins(stamp.at);
        let gives_up = self.gives_up_at(stamp.at, luck);
        let who = if gives_up < self.steady_until {
            self.give_up(gives_up, person, group, luck);
            Who::GaveUp { group }
        } else {
            Who::Waits { person, group, luck, gives_up }
        };
        self.undecided.push_back(Undecided { came: stamp.at, who });
        self.look_at_line();
    }

    fn give_up(&mut self, at: u64, person: u32, group: u8, luck: u64) {
        let starter = usize::from(group) == STARTERS;
        let mut tag = Tag::of_group(group);
        if starter && let Some(delay) = self.luck.returns_after_giving_up(luck) {
            tag = tag.ending(Ending::FailsAndReturns);
            self.come_back(Ticks(at).after(delay).0, person, group);
        }
        self.ledger.will_give_up(Stamp { at, person, tag });
    }

    fn come_back(&mut self, at: u64, person: u32, group: u8) {
        self.returning.push(Stamp { at, person, tag: Tag::of_group(group) });
    }

    /// Lets somebody in when a session is or gets free and the rate allows it.
    fn admit(&mut self, start: u64, person: u32, group: u8, luck: u64) {
        if self.has_rate {
            self.spend(start);
        }
        // Of those to whom a server falls who is not free yet, the one before leaves first.
        if self.ends.len() == self.sessions && self.law.service_rate.is_some() {
            let stamp = self.ends.pop();
            self.leaving.push(stamp);
        }
        self.serve(start, person, group, luck);
    }

    /// Begins a service, or lets pass whoever needs none.
    #[inline]
    fn serve(&mut self, start: u64, person: u32, group: u8, luck: u64) {
        let tag = Tag::of_group(group);
        if self.law.service_rate.is_none() {
            return self.leaving.push(Stamp { at: start, person, tag });
        }
        let at = Ticks(start).after(self.luck.service(luck)).0;
        let tag = if self.goes_on[usize::from(group)] { tag } else { tag.ending(self.ending(at, person, group, luck)) };
        self.ends.push(Stamp { at, person, tag });
    }

    fn spend(&mut self, start: u64) {
        let due = self.calendar.due;
        // Who was waiting for the rate was due a little before this tick.
        let waited = due > 0.0 && Ticks::at_or_after(due).0 == start;
        self.calendar.spend(if waited { due } else { Ticks(start).seconds() });
    }

    /// How a service that ends at a tick ends; who comes back is expected.
    fn ending(&mut self, at: u64, person: u32, group: u8, luck: u64) -> Ending {
        if usize::from(group) == BACKGROUND {
            Ending::Leaves
        } else if self.law.turns_away[usize::from(group)] {
            Ending::TurnedAway
        } else if !self.luck.fails(luck) {
            Ending::Succeeds
        } else if usize::from(group) != STARTERS {
            Ending::Leaves
        } else if let Some(delay) = self.luck.returns_after_failing(luck) {
            self.come_back(Ticks(at).after(delay).0, person, group);
            Ending::FailsAndReturns
        } else {
            Ending::FailsForGood
        }
    }

    /// Notes the wait of somebody who would come after all that happens at the instant of a mark.
    pub fn look(&mut self, mark: usize, at: u64) {
        if self.calendar.capacity().turn_away {
            self.ledger.seen.mark_waits[mark] = f64::INFINITY;
            return;
        }
        let start = if self.undecided.is_empty() { self.start_from(at) } else { None };
        match start {
            Some(start) => self.ledger.seen.mark_waits[mark] = Ticks(start - at).seconds(),
            None => self.undecided.push_back(Undecided { came: at, who: Who::Mark(mark) }),
        }
        self.look_at_line();
    }

    /// Whether anything happens before a tick, as far as is known from those who have come.
    pub fn is_idle_until(&mut self, until: u64) -> bool {
        self.inflow.head().is_none_or(|stamp| stamp.at >= until)
            && self.leaving.head().is_none_or(|stamp| stamp.at >= until)
            && self.ledger.is_idle()
            && self.background_at >= until
            && self.ends.peek(until) == NEVER
            && self.returning.peek(until) == NEVER
    }

    /// Nothing happens until a tick.
    pub fn rest_until(&mut self, until: u64) {
        self.now = until;
    }

    /// Counts everything until now, and hands on who goes to the next place.
    pub fn settle(&mut self, mut next: Option<&mut Stream<Stamp>>) {
        let count = self.leaving.rest().partition_point(|stamp| stamp.at < self.now);
        for stamp in &self.leaving.rest()[..count] {
            self.ledger.depart(stamp.at / TICKS_PER_SECOND, &[stamp.packed()]);
        }
        if let Some(next) = &mut next {
            next.extend(self.leaving.rest()[..count].iter().copied().filter(Stamp::goes_on));
        }
        self.leaving.skip(count);
        self.ends.drain_before(self.now, |second, packed| {
            self.ledger.depart(second, packed);
            if let Some(next) = &mut next {
                next.extend(packed.iter().map(|&packed| Stamp::unpacked(second, packed)).filter(Stamp::goes_on));
            }
        });
        self.ledger.settle(self.now);
    }

    /// The horizon is over: whose turn has not come by now waits for ever.
    pub fn finish(mut self) -> super::super::tally::Seen {
        for position in std::mem::take(&mut self.undecided) {
            match position.who {
                Who::Waits { group, .. } | Who::GaveUp { group } => {
                    self.ledger.waited(group, position.came, f64::INFINITY);
                }
                Who::Mark(mark) => self.ledger.seen.mark_waits[mark] = f64::INFINITY,
            }
        }
        self.ledger.finish()
    }
}
