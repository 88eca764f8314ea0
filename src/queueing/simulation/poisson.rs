//! A Poisson flow of a rate that changes by the clock.

use crate::demand::sources::RateCalendar;
use crate::rng::{Key, Tables};

/// People who come one after the other, each apart from all others.
#[derive(Clone, Debug)]
pub struct Poisson {
    rates: RateCalendar,
    key: Key,
    drawn: u64,
    next: f64,
}

impl Poisson {
    pub fn new(rates: RateCalendar, key: Key) -> Self {
        let mut flow = Self { rates, key, drawn: 0, next: 0.0 };
        flow.take();
        flow
    }

    /// When the next one comes [s since the start of the horizon]; infinite = nobody any more.
    pub fn next_at(&self) -> f64 {
        self.next
    }

    /// The next one comes.
    pub fn take(&mut self) {
        let people = Tables::get().exponential(self.key.word(self.drawn));
        self.drawn += 1;
        self.next = self.rates.reached(self.next, people);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_come_as_the_rate_says() {
        let rates = RateCalendar::new(vec![(100.0, 5.0), (200.0, 0.0), (300.0, 50.0), (400.0, 0.0)]);
        let mut flow = Poisson::new(rates, Key::new(4));
        let mut counts = [0.0_f64; 5];
        while flow.next_at().is_finite() {
            counts[(flow.next_at() / 100.0) as usize] += 1.0;
            flow.take();
        }
        assert_eq!([counts[0], counts[2], counts[4]], [0.0; 3]);
        assert!((counts[1] - 500.0).abs() < 4.0 * libm::sqrt(500.0), "{counts:?}");
        assert!((counts[3] - 5_000.0).abs() < 4.0 * libm::sqrt(5_000.0), "{counts:?}");
    }
}
