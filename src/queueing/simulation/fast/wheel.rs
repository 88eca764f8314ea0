//! Events to come, of which the earliest is taken: buckets of one second that are sorted when their second is reached.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::moment::TICKS_PER_SECOND;
use super::buckets::Buckets;
use super::second::put_in_order;
use super::stamp::{Stamp, tick};

/// No event.
pub const NEVER: u64 = u64::MAX;

/// A timing wheel.
#[derive(Clone, Debug)]
pub struct Wheel {
    buckets: Buckets,
    /// All before this second has been taken; its own events are in `ordered` and `late`.
    second: u64,
    /// Tick of the earliest event of the second; [`NEVER`] where none is left.
    earliest: u64,
    ordered: Vec<u64>,
    /// Memory to put a second in order.
    spare: Vec<u64>,
    next: usize,
    /// Came after their second had been sorted.
    late: BinaryHeap<Reverse<u64>>,
    /// Nothing lies after `second` and before this tick, at which a second begins.
    searched: u64,
    len: usize,
}

impl Wheel {
    /// `horizon` [s]: what lies there or beyond counts, but is never taken.
    pub fn new(horizon: u64) -> Self {
        Self {
            buckets: Buckets::new(horizon),
            second: 0,
            earliest: NEVER,
            ordered: Vec::new(),
            spare: Vec::new(),
            next: 0,
            late: BinaryHeap::new(),
            searched: TICKS_PER_SECOND,
            len: 0,
        }
    }

    /// Events to come, those beyond the horizon included.
    #[inline]
    pub fn len(&self) -> usize {
        self.len
    }

    #[inline]
    pub fn push(&mut self, stamp: Stamp) {
        self.len += 1;
        let second = stamp.at / TICKS_PER_SECOND;
        if second > self.second {
            self.searched = self.searched.min(second * TICKS_PER_SECOND);
            self.buckets.push(second, stamp.packed());
        } else {
            self.push_late(second, stamp.packed());
        }
    }

    #[cold]
    fn push_late(&mut self, second: u64, packed: u64) {
        if second < self.second {
            // The wheel had been turned on to a second that is not the next any more.
            for packed in self.ordered.drain(self.next..).chain(self.late.drain().map(|Reverse(packed)| packed)) {
                self.buckets.push(self.second, packed);
            }
            self.ordered.clear();
            self.next = 0;
            self.second = second;
            self.searched = (second + 1) * TICKS_PER_SECOND;
        }
        self.late.push(Reverse(packed));
        self.find_earliest();
    }

    /// Tick of the earliest event, where it is before `limit`; else [`NEVER`].
    #[inline]
    pub fn peek(&mut self, limit: u64) -> u64 {
        if self.earliest == NEVER && self.searched < limit {
            self.turn(limit);
        }
        if self.earliest < limit { self.earliest } else { NEVER }
    }

    /// The earliest of the second; there must be one.
    #[inline]
    fn head(&self) -> u64 {
        let sorted = self.ordered.get(self.next).copied().unwrap_or(u64::MAX);
        match self.late.peek() {
            Some(&Reverse(late)) => late.min(sorted),
            None => sorted,
        }
    }

    #[inline]
    fn find_earliest(&mut self) {
        let is_left = self.next < self.ordered.len() || !self.late.is_empty();
        self.earliest = if is_left { tick(self.second, self.head()) } else { NEVER };
    }

    /// Turns to the next second with events that begins before `limit`, if there is one.
    fn turn(&mut self, limit: u64) {
        let until = (limit - 1) / TICKS_PER_SECOND;
        let Some(second) = self.buckets.first(self.searched / TICKS_PER_SECOND, until) else {
            self.searched = (until + 1).saturating_mul(TICKS_PER_SECOND);
            return;
        };
        self.ordered.clear();
        self.next = 0;
        self.buckets.take(second, &mut self.ordered);
        put_in_order(&mut self.ordered, &mut self.spare);
        self.second = second;
        self.searched = (second + 1) * TICKS_PER_SECOND;
        self.find_earliest();
    }

    /// The earliest, as [`peek`](Self::peek) just found it, stays.
    #[inline]
    pub fn first(&self) -> Stamp {
        Stamp::unpacked(self.second, self.head())
    }

    /// The earliest, as [`peek`](Self::peek) just found it.
    #[inline]
    pub fn pop(&mut self) -> Stamp {
        self.len -= 1;
        if !self.late.is_empty() {
            return self.pop_among_late();
        }
        let stamp = Stamp::unpacked(self.second, self.ordered[self.next]);
        self.next += 1;
        self.earliest = self.ordered.get(self.next).map_or(NEVER, |&packed| tick(self.second, packed));
        stamp
    }

    #[cold]
    fn pop_among_late(&mut self) -> Stamp {
        let first = self.first();
        if self.ordered.get(self.next) == Some(&first.packed()) {
            self.next += 1;
        } else {
            self.late.pop();
        }
        self.find_earliest();
        first
    }

    /// Takes all that are before a tick, in their order: each second, and what is packed of it.
    pub fn drain_before(&mut self, until: u64, mut each: impl FnMut(u64, &[u64])) {
        while self.peek(until) != NEVER {
            if !self.late.is_empty() {
                each(self.second, &[self.pop().packed()]);
                continue;
            }
            let rest = &self.ordered[self.next..];
            let is_over = (self.second + 1) * TICKS_PER_SECOND <= until;
            let count =
                if is_over { rest.len() } else { rest.partition_point(|&item| tick(self.second, item) < until) };
            each(self.second, &rest[..count]);
            self.next += count;
            self.len -= count;
            self.find_earliest();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::stamp::Tag;
    use super::*;
    use crate::rng::Key;

    fn stamp(at: u64, person: u32) -> Stamp {
        Stamp { at, person, tag: Tag::of_group(0) }
    }

    /// Pushes and pops at random, beside a heap: the same events come, whatever the distances between them.
    #[test]
    fn the_earliest_comes_first() {
        for spread in [1 << 12, 1 << 20, 1 << 25, 1 << 34, 1 << 38] {
            let mut wheel = Wheel::new(1_000_000);
            let mut heap = BinaryHeap::new();
            let key = Key::new(spread);
            let mut now = 0;
            for step in 0..20_000_u32 {
                let word = key.word(u64::from(step)).bits();
                let event = stamp(now + word % spread, step);
                wheel.push(event);
                if event.at < 1_000_000 * TICKS_PER_SECOND {
                    heap.push(Reverse((event.at, step)));
                }
                let limit = now + spread / 16;
                while let Some(&Reverse((at, person))) = heap.peek() {
                    if at >= limit || word >> 60 < 4 {
                        break;
                    }
                    assert_eq!((wheel.peek(limit), wheel.first()), (at, stamp(at, person)), "{spread} {step}");
                    assert_eq!(wheel.pop(), stamp(at, person));
                    heap.pop();
                }
                if heap.peek().is_none_or(|Reverse(first)| first.0 >= limit) {
                    assert_eq!(wheel.peek(limit), NEVER);
                    now = limit;
                }
            }
            assert!(wheel.len() >= heap.len());
        }
    }

    #[test]
    fn a_second_that_was_looked_at_too_early_waits_again() {
        let mut wheel = Wheel::new(1_000_000);
        wheel.push(stamp(900 * TICKS_PER_SECOND, 1));
        assert_eq!(wheel.peek(NEVER), 900 * TICKS_PER_SECOND);
        wheel.push(stamp(7 * TICKS_PER_SECOND, 2));
        assert_eq!([wheel.peek(NEVER), wheel.pop().at, wheel.peek(NEVER)], [7, 7, 900].map(|s| s * TICKS_PER_SECOND));
    }
}
