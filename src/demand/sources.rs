//! Rates that hold from a time on: the starters table and background traffic.

use crate::num::order::Extreme;

/// A piecewise constant rate over the horizon; 0 before the first entry.
#[derive(Clone, Debug, Default)]
pub struct RateCalendar {
    /// Start [s since the start of the horizon] and rate [people/s], in order of time.
    entries: Vec<(f64, f64)>,
}

impl RateCalendar {
    /// Start [s since the start of the horizon] and rate [people/s] of each entry, in order of time.
    pub fn new(entries: Vec<(f64, f64)>) -> Self {
        Self { entries }
    }

    pub fn is_empty(&self) -> bool {
        self.entries.iter().all(|entry| entry.1 == 0.0)
    }

    /// Rate just after `t` [people/s].
    pub fn rate(&self, t: f64) -> f64 {
        self.entries.iter().rev().find(|entry| entry.0 <= t).map_or(0.0, |entry| entry.1)
    }

    /// When the people who come after `from` [s] reach `people` [s]; infinite if they never do.
    pub fn reached(&self, from: f64, people: f64) -> f64 {
        let mut left = people;
        let first = self.entries.partition_point(|entry| entry.0 <= from).saturating_sub(1);
        for (index, &(start, rate)) in self.entries.iter().enumerate().skip(first) {
            let end = self.entries.get(index + 1).map_or(f64::INFINITY, |next| next.0);
            let start = start.larger(from);
            if rate > 0.0 && left <= rate * (end - start) {
                return start + left / rate;
            }
            if rate > 0.0 {
                left -= rate * (end - start);
            }
        }
        f64::INFINITY
    }

    pub fn breakpoints(&self) -> impl Iterator<Item = f64> + '_ {
        self.entries.iter().map(|entry| entry.0)
    }

    /// People from the start of the horizon until `t` [people].
    pub fn people(&self, t: f64) -> f64 {
        let ends = self.entries.iter().skip(1).map(|entry| entry.0).chain([f64::INFINITY]);
        self.entries
            .iter()
            .zip(ends)
            .map(|(&(start, rate), end)| rate * (end.smaller(t) - start.larger(0.0)).larger(0.0))
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rate_holds_until_the_next() {
        let calendar = RateCalendar::new(vec![(10.0, 2.0), (20.0, 0.5)]);
        assert_eq!((calendar.rate(9.0), calendar.rate(10.0), calendar.rate(25.0)), (0.0, 2.0, 0.5));
        assert_eq!(calendar.people(15.0), 10.0);
        assert_eq!(calendar.people(30.0), 25.0);
        assert_eq!((calendar.reached(0.0, 5.0), calendar.reached(15.0, 11.0)), (12.5, 22.0));
        assert_eq!(RateCalendar::new(vec![(0.0, 1.0), (5.0, 0.0)]).reached(1.0, 4.5), f64::INFINITY);
        assert!(RateCalendar::new(vec![(0.0, 0.0)]).is_empty());
    }
}
