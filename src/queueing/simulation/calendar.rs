//! The capacity of a place by the clock, as people meet it, and when the next admission is due.

use super::network::whole_sessions;
use crate::queueing::{Capacity, PlaceLaw};

/// The capacity that holds now, and what follows.
#[derive(Clone, Debug)]
pub struct Calendar<'a> {
    entries: &'a [(f64, Capacity)],
    /// Index of the entry that holds.
    now: usize,
    /// People in service at once.
    pub sessions: u64,
    /// When the rate allows the next admission [s]; in the past = already.
    pub due: f64,
}

impl<'a> Calendar<'a> {
    /// At the start of the horizon.
    pub fn new(law: &'a PlaceLaw) -> Self {
        let mut calendar = Self { entries: &law.capacities, now: 0, sessions: 0, due: f64::NEG_INFINITY };
        calendar.enter(law.capacities.iter().rposition(|entry| entry.0 <= 0.0).unwrap_or(0));
        calendar
    }

    /// Index of each later entry, and when it begins to hold [s].
    pub fn changes(&self) -> impl Iterator<Item = (usize, f64)> + use<'a> {
        self.entries.iter().map(|entry| entry.0).enumerate().skip(self.now + 1)
    }

    pub fn enter(&mut self, entry: usize) {
        self.now = entry;
        self.sessions = whole_sessions(&self.capacity());
    }

    pub fn capacity(&self) -> Capacity {
        self.entries[self.now].1
    }

    /// Takes one admission at `at` [s] out of the rate.
    pub fn spend(&mut self, at: f64) {
        let mut from = at;
        let mut left = 1.0;
        for index in self.now..self.entries.len() {
            let rate = self.entries[index].1.rate;
            let end = self.entries.get(index + 1).map_or(f64::INFINITY, |entry| entry.0);
            if rate == f64::INFINITY {
                self.due = from;
                return;
            }
            let within = rate * (end - from);
            if rate > 0.0 && within >= left {
                self.due = from + left / rate;
                return;
            }
            if rate > 0.0 {
                left -= within;
            }
            from = end;
        }
        self.due = f64::INFINITY;
    }
}

#[cfg(test)]
mod tests {
    use super::super::network::SimulatedPlace;
    use super::*;

    fn law(rates: &[(f64, f64)]) -> PlaceLaw {
        let entry = |&(at, rate): &(f64, f64)| (at, Capacity { rate, sessions: 2.5, turn_away: false });
        SimulatedPlace::plain_law(rates.iter().map(entry).collect())
    }

    #[test]
    fn the_next_is_due_when_the_rate_adds_up_to_one() {
        let law = law(&[(f64::NEG_INFINITY, 0.5), (10.0, 0.0), (20.0, 4.0), (30.0, f64::INFINITY)]);
        let due = |at: f64| {
            let mut calendar = Calendar::new(&law);
            calendar.spend(at);
            calendar.due
        };
        assert_eq!((due(1.0), due(8.0), due(9.0), due(9.5)), (3.0, 10.0, 20.125, 20.1875));
        let mut late = Calendar::new(&law);
        late.enter(2);
        late.spend(29.875);
        assert_eq!((late.due, late.sessions), (30.0, 3));
    }

    #[test]
    fn sessions_are_whole_people() {
        let sessions = |sessions: f64| whole_sessions(&Capacity { rate: f64::INFINITY, sessions, turn_away: false });
        assert_eq!([0.0, 0.01, 1.4, 1.5, f64::INFINITY].map(sessions), [0, 1, 1, 2, u64::MAX]);
    }
}
