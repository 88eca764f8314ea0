//! How a window splits the people it invites, and the order in which they come.

use std::cmp::Reverse;
use std::collections::binary_heap::PeekMut;

use super::heap::Outside;
use super::network::Visit;
use super::people::{Destination, NO_MEMBER, PARTS, People};
use super::stream::{Opening, Part, PersonStream};
use crate::demand::Class;
use crate::demand::invitation::Invitation;
use crate::num::order::Extreme;
use crate::rng::binomial::Counter;

/// People on their way to one destination, by part of the law: the ramp, then the parts of the tail.
#[derive(Clone, Debug)]
struct Heading {
    class: Class,
    destination: Destination,
    opening: Opening,
    /// By part: how many of which kind come.
    kinds: Vec<Vec<(u32, u64)>>,
}

/// People who would come in unlimited time.
#[derive(Clone, Copy, Debug, Default)]
struct Willing {
    ramp: u64,
    tail: u64,
}

impl People {
    /// Invites the cohorts of an ordinary window.
    ///
    /// The binomial numbers are drawn cohort by cohort in the window's order and age by age: who comes in the ramp,
    /// who by the tail, who of each ignores the window or visits the gate, and then of each destination, part by part,
    /// who follows that part of the tail and who of them comes before a hard closing. The uninvited are last.
    pub(super) fn invite_ordinary(&mut self, index: usize) {
        let invitation = self.invitations[index].clone();
        let first = self.invitations.iter().find(|invitation| !invitation.catch_up).cloned();
        let first_opens = first.as_ref().map_or(invitation.opens, |first| first.opens);
        let is_first = first.is_some_and(|first| first.window == invitation.window);
        let ignoring = if is_first { 0.0 } else { self.arrivals.ignore_window_share.get() };
        let gated = self.arrivals.gate_stage.is_some();
        let mut counter = self.counter(&invitation);
        let Invitation { opens, ends, .. } = invitation;
        let mut own = self.heading(Class::Starters, Destination::Own, opens, ends);
        let mut other = if gated {
            self.heading(Class::Early, Destination::Gate, first_opens, ends.smaller(opens))
        } else {
            self.heading(Class::Starters, Destination::Ignoring, first_opens, ends)
        };
        let mut invited = 0;
        for cohort in self.cohorts_of[invitation.window].clone() {
            for group in self.groups_of(cohort) {
                let people = self.groups[group].people;
                let willing = self.willing(&mut counter, &invitation, group, people);
                let apart =
                    Willing { ramp: counter.of(willing.ramp, ignoring), tail: counter.of(willing.tail, ignoring) };
                let kind = 2 * group as u32;
                let mut coming = 0;
                if gated {
                    coming += self.head_for(&mut own, &mut counter, kind, willing);
                    self.head_for(&mut other, &mut counter, kind, apart);
                } else {
                    let rest = Willing { ramp: willing.ramp - apart.ramp, tail: willing.tail - apart.tail };
                    coming += self.head_for(&mut own, &mut counter, kind, rest);
                    coming += self.head_for(&mut other, &mut counter, kind, apart);
                }
                self.groups[group].staying_away = people - coming;
                self.figures[invitation.window].shut_out += (willing.ramp + willing.tail - coming) as f64;
                invited += people;
            }
        }
        self.figures[invitation.window].members = invited as f64;
        self.send(&invitation, own);
        self.send(&invitation, other);
        self.send_uninvited(&invitation, &mut counter, invited);
    }

    fn send_uninvited(&mut self, invitation: &Invitation, counter: &mut Counter, invited: u64) {
        let expected = self.arrivals.uninvited_per_member * invited as f64;
        let all = expected as u64 + u64::from(counter.word().happens(expected - expected.floor()));
        let ramp = counter.of(all, self.arrivals.opening_share.get());
        let Invitation { opens, ends, .. } = *invitation;
        let mut heading = self.heading(Class::Uninvited, Destination::Uninvited, opens, ends);
        self.head_for(&mut heading, counter, NO_MEMBER, Willing { ramp, tail: all - ramp });
        self.send(invitation, heading);
    }

    /// Invites who stayed away and who was lost; the numbers are drawn as for an ordinary window, of each cohort and
    /// age first for those who stayed away, then for those who were lost.
    fn invite_catch_up(&mut self, index: usize) {
        let invitation = self.invitations[index].clone();
        let Invitation { opens, ends, .. } = invitation;
        let mut counter = self.counter(&invitation);
        let mut own = self.heading(Class::Starters, Destination::Own, opens, ends);
        for cohort in self.cohorts_of[invitation.window].clone() {
            let ordinary = self.ordinary_opening[cohort];
            if ordinary.is_finite() && ordinary >= opens {
                continue;
            }
            for group in self.groups_of(cohort) {
                let [away, lost] = [self.groups[group].staying_away, self.groups[group].lost];
                let mut coming = [0; 2];
                for (returns, people) in [away, lost].into_iter().enumerate() {
                    let willing = self.willing(&mut counter, &invitation, group, people);
                    let kind = 2 * group as u32 + returns as u32;
                    coming[returns] = self.head_for(&mut own, &mut counter, kind, willing);
                    let others = willing.ramp + willing.tail - coming[returns];
                    self.figures[invitation.window].shut_out += others as f64;
                }
                self.figures[invitation.window].members += (away + lost) as f64;
                self.groups[group].staying_away -= coming[0];
                self.groups[group].lost -= coming[1];
            }
        }
        self.send(&invitation, own);
    }

    fn counter(&self, invitation: &Invitation) -> Counter {
        Counter::new(self.key.part(invitation.window as u64).part(0))
    }

    fn heading(&self, class: Class, destination: Destination, opens: f64, ends: f64) -> Heading {
        let parts = 1 + self.shape.law.parts().len();
        Heading { class, destination, opening: Opening { opens, ends }, kinds: vec![Vec::new(); parts] }
    }

    /// How many of some people of a group would come, each by himself or herself.
    fn willing(&self, counter: &mut Counter, invitation: &Invitation, group: usize, people: u64) -> Willing {
        let show_up = invitation.show_up;
        let show_up = show_up.unwrap_or_else(|| self.arrivals.show_up.of_age(self.groups[group].age).get());
        let at_once = self.arrivals.opening_share.get();
        let ramp = counter.of(people, at_once);
        let later = if at_once < 1.0 { ((show_up - at_once) / (1.0 - at_once)).larger(0.0) } else { 0.0 };
        Willing { ramp, tail: counter.of(people - ramp, later) }
    }

    /// Adds those who come before the end; answers how many they are.
    fn head_for(&self, heading: &mut Heading, counter: &mut Counter, kind: u32, willing: Willing) -> u64 {
        let mut coming = 0;
        let mut rest = willing.tail;
        let mut weight_left = 1.0;
        let tail = self.shape.law.parts();
        for part in 0..heading.kinds.len() {
            let (part_of_law, people) = if part == 0 {
                (Part::Ramp, willing.ramp)
            } else if part == tail.len() {
                (Part::Tail(part - 1), rest)
            } else {
                let people = counter.of(rest, tail[part - 1].weight / weight_left);
                weight_left -= tail[part - 1].weight;
                rest -= people;
                (Part::Tail(part - 1), people)
            };
            let people = counter.of(people, heading.opening.share_within(&self.shape, part_of_law));
            if people > 0 {
                heading.kinds[part].push((kind, people));
                coming += people;
            }
        }
        coming
    }

    /// Sends the people of a window on their way.
    fn send(&mut self, invitation: &Invitation, heading: Heading) {
        let key = self.key.part(invitation.window as u64);
        for (part, kinds) in heading.kinds.into_iter().enumerate() {
            let people: u64 = kinds.iter().map(|kind| kind.1).sum();
            if people == 0 {
                continue;
            }
            let part_of_law = if part == 0 { Part::Ramp } else { Part::Tail(part - 1) };
            let key = key.part(1 + PARTS * heading.destination as u64 + part as u64);
            let who = (heading.class, invitation.window);
            let mut stream = PersonStream::new(&self.shape, who, part_of_law, heading.opening, people, key);
            if self.tells_apart() && heading.class == Class::Starters {
                stream = stream.of_kinds(&kinds);
            }
            self.streams.push(stream);
            self.await_next(self.streams.len() - 1);
        }
    }

    /// Puts the next one of a stream among those who are awaited, unless the horizon ends before.
    fn await_next(&mut self, stream: usize) {
        let at = self.streams[stream].next_at();
        if at < self.horizon {
            self.next.push(Reverse((at.to_bits(), stream)));
        }
    }

    fn next_of_streams(&self) -> f64 {
        self.next.peek().map_or(f64::INFINITY, |Reverse((at, _))| f64::from_bits(*at))
    }
}

/// Of people who come at the same time those of the table are last, and those of the earlier stream first: streams are
/// in the order in which their windows act, of one window in the order of destinations and parts.
impl Outside for People {
    fn next_at(&self) -> f64 {
        let (by_stream, by_table) = (self.next_of_streams(), self.table.next_at());
        if by_stream <= by_table { by_stream } else { by_table }
    }

    fn take(&mut self, person: u32) -> Visit {
        let mut kind = None;
        let mut class = Class::Starters;
        let by_stream = self.next_of_streams() <= self.table.next_at();
        match self.next.peek_mut() {
            Some(mut next) if by_stream => {
                let stream = &mut self.streams[next.0.1];
                kind = stream.take(&self.shape);
                class = stream.class;
                if class == Class::Starters {
                    let figures = &mut self.figures[stream.window];
                    figures.starters += 1.0;
                    figures.returned += f64::from(kind.map_or(0, |kind| kind % 2));
                }
                if stream.next_at() < self.horizon {
                    next.0.0 = stream.next_at().to_bits();
                } else {
                    PeekMut::pop(next);
                }
            }
            _ => {
                self.table.take();
                self.table_people += 1;
            }
        }
        if let Some(kinds) = &mut self.kinds {
            kinds.push(kind.unwrap_or(NO_MEMBER));
        }
        Visit::outsider(person, class)
    }

    fn background_at(&self, place: usize) -> f64 {
        self.background[place].next_at()
    }

    fn take_background(&mut self, place: usize) {
        self.background[place].take();
    }

    fn catch_up_at(&self) -> f64 {
        self.pending.first().map_or(f64::INFINITY, |&index| self.invitations[index].opens)
    }

    fn catch_up(&mut self) {
        if !self.pending.is_empty() {
            let index = self.pending.remove(0);
            self.invite_catch_up(index);
        }
    }

    fn lose(&mut self, person: u32) {
        if let Some(kinds) = &self.kinds
            && let Some(group) = self.groups.get_mut((kinds[person as usize] / 2) as usize)
        {
            group.lost += 1;
        }
    }
}
