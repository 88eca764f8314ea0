//! What will happen in the heap engine, and in which order.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::moment::Moment;
use super::network::Visit;

/// In which order things happen at one instant; part of what a seed means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    Change,
    CatchUp,
    End,
    Admit,
    Arrive,
    GiveUp,
    Look,
}

/// What happens.
#[derive(Clone, Copy, Debug)]
pub enum What {
    Change {
        place: usize,
        entry: usize,
    },
    CatchUp,
    /// The service in a slot ends, if it is still this one.
    End {
        place: usize,
        slot: usize,
        admission: u64,
    },
    Admit {
        place: usize,
    },
    Arrive {
        place: usize,
        visit: Visit,
        returns: bool,
    },
    Background {
        place: usize,
    },
    Outside,
    /// Whoever has this position in line gives up, if it is still this attempt.
    GiveUp {
        place: usize,
        position: i64,
        luck: u64,
    },
    Look {
        mark: usize,
    },
}

#[derive(Clone, Copy, Debug)]
struct Event<M> {
    at: M,
    /// Place, order and person: what comes first at one instant.
    rank: u64,
    /// Index of what will happen; the heap moves its entries about, so that they had better be small.
    what: u32,
}

impl<M: Moment> PartialEq for Event<M> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl<M: Moment> Eq for Event<M> {}

impl<M: Moment> PartialOrd for Event<M> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<M: Moment> Ord for Event<M> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.at.cmp(&other.at).then(self.rank.cmp(&other.rank))
    }
}

/// Changes and invitations come before all places, looks after them.
pub fn rank(place: Option<usize>, order: Order, person: u32) -> u64 {
    let place = match (place, order) {
        (_, Order::Look) => 0xFF,
        (Some(place), _) => 1 + place as u64,
        (None, _) => 0,
    };
    place << 40 | (order as u64) << 32 | u64::from(person)
}

/// All that will happen.
#[derive(Clone, Debug)]
pub struct Events<M> {
    heap: BinaryHeap<Reverse<Event<M>>>,
    /// By the index in the heap, and the indices that are free.
    whats: Vec<What>,
    free: Vec<u32>,
}

impl<M: Moment> Events<M> {
    pub fn new() -> Self {
        Self { heap: BinaryHeap::new(), whats: Vec::new(), free: Vec::new() }
    }

    pub fn push(&mut self, at: M, rank: u64, what: What) {
        let index = match self.free.pop() {
            Some(index) => {
                self.whats[index as usize] = what;
                index
            }
            None => {
                self.whats.push(what);
                self.whats.len() as u32 - 1
            }
        };
        self.heap.push(Reverse(Event { at, rank, what: index }));
    }

    /// What happens next, and when.
    pub fn pop(&mut self) -> Option<(M, What)> {
        let Reverse(event) = self.heap.pop()?;
        self.free.push(event.what);
        Some((event.at, self.whats[event.what as usize]))
    }
}
