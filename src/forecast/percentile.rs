//! Quantiles of waits over attempts, where waits rise or fall evenly between known ones.

use crate::num::order::Extreme;

/// Stretches of waits of a slot, as a rule.
const PARTS: usize = 128;
/// Most times a wait is guessed.
const GUESSES: usize = 60;

/// People by the wait that they meet.
#[derive(Debug)]
pub struct Waited {
    /// Shortest and longest wait [s] and people, where it is over at all.
    parts: Vec<(f64, f64, f64)>,
    /// Meet a queue or a closed place, over or not [people].
    people: f64,
    longest: f64,
}

impl Waited {
    /// `stretches`: people who come one after the other, with the waits of the first and the last of them [s]; an
    /// infinite one is not over.
    pub fn new(stretches: impl Iterator<Item = (f64, f64, f64)>) -> Self {
        let mut waited = Self { parts: Vec::with_capacity(PARTS), people: 0.0, longest: 0.0 };
        for (people, first, last) in stretches {
            waited.people += people;
            let (low, high) = (first.smaller(last), first.larger(last));
            if high < f64::INFINITY {
                waited.parts.push((low, high, people));
                waited.longest = waited.longest.larger(high);
            }
        }
        waited
    }

    /// Whether nobody meets any wait.
    pub fn is_nobody(&self) -> bool {
        self.people <= 0.0
    }

    /// People who wait so long at most, of those who wait; and how many more would with a longer wait [people/s].
    fn within(&self, wait: f64) -> (f64, f64) {
        let (mut people, mut more) = (0.0, 0.0);
        for &(low, high, part) in &self.parts {
            if wait >= high {
                people += part;
            } else if wait > low {
                let of_part = part / (high - low);
                people += of_part * (wait - low);
                more += of_part;
            }
        }
        (people, more)
    }

    /// Smallest wait that at least `share` of the attempts do not exceed [s]; 0 without attempts, `None` where it is not
    /// over. `attempts`: all attempts of the interval, those that meet no queue do not wait [people]; `exact`: how well
    /// waits are told apart [s].
    pub fn quantile(&self, attempts: f64, share: f64, exact: f64) -> Option<f64> {
        if attempts <= 0.0 {
            return Some(0.0);
        }
        let needed = share * attempts.larger(self.people) * (1.0 - 1e-12) - (attempts - self.people).larger(0.0);
        if needed <= 0.0 {
            return Some(0.0);
        }
        let (mut low, mut high) = (0.0, self.longest);
        let (mut below, mut above) = (self.within(low).0 - needed, self.within(high).0 - needed);
        if below >= 0.0 {
            return Some(0.0);
        }
        if above < -1e-9 * attempts {
            return None;
        }
        // The people grow in straight lines, so that a tangent meets them as soon as it begins on the right one.
        let mut tangent = None;
        for guess in 0..GUESSES {
            if high - low <= exact {
                break;
            }
            let chord = low + (high - low) * below / (below - above);
            let middle = tangent.take().filter(|&at| at > low && at < high);
            let middle = middle.unwrap_or(if guess % 3 == 2 { 0.5 * (low + high) } else { chord });
            let (people, more) = self.within(middle);
            let value = people - needed;
            if value >= 0.0 {
                (high, above) = (middle, value);
            } else {
                (low, below) = (middle, value);
            }
            let next = middle - value / more;
            if (next - middle).abs() <= exact {
                return Some(next);
            }
            tangent = Some(next);
        }
        Some(high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stretches: &[(f64, f64, f64)], attempts: f64, share: f64, expect: Option<f64>) {
        let found = Waited::new(stretches.iter().copied()).quantile(attempts, share, 1e-9);
        let is_same = match (found, expect) {
            (Some(found), Some(expect)) => (found - expect).abs() <= 1e-6,
            (found, expect) => found == expect,
        };
        assert!(is_same, "{stretches:?} {attempts} {share}: {found:?}");
    }

    #[test]
    fn quantiles_of_an_even_spread() {
        let falling = (50.0, 20.0, 10.0);
        let never = (10.0, f64::INFINITY, f64::INFINITY);
        check(&[falling], 100.0, 0.5, Some(0.0));
        check(&[falling], 100.0, 0.75, Some(15.0));
        check(&[falling], 100.0, 1.0, Some(20.0));
        check(&[never], 100.0, 0.95, None);
        check(&[never], 100.0, 0.9, Some(0.0));
        check(&[falling, never], 100.0, 0.65, Some(15.0));
        check(&[falling, never], 100.0, 0.95, None);
        check(&[], 0.0, 0.95, Some(0.0));
        assert!(Waited::new([].into_iter()).is_nobody());
    }

    #[test]
    fn quantiles_are_found_between_stretches_and_where_many_wait_alike() {
        let (short, alike, long) = ((40.0, 0.0, 1.0), (20.0, 7.0, 7.0), (40.0, 100.0, 900.0));
        check(&[long, short, alike], 100.0, 0.2, Some(0.5));
        check(&[long, short, alike], 100.0, 0.5, Some(7.0));
        check(&[long, short, alike], 100.0, 0.8, Some(500.0));
        check(&[long, short], 80.0, 0.75, Some(500.0));
    }

    #[test]
    fn quantiles_are_those_of_bisection() {
        let wait = |number: u32| f64::from(number * 577 % 997);
        let stretches: Vec<(f64, f64, f64)> =
            (0..300).map(|number| (1.0 + wait(number) / 500.0, wait(number + 7), wait(number + 8))).collect();
        let waited = Waited::new(stretches.into_iter());
        for share in [0.01, 0.3, 0.5, 0.77, 0.95, 0.999] {
            let needed = share * waited.people;
            let (mut low, mut high) = (0.0, waited.longest);
            for _ in 0..60 {
                let middle = 0.5 * (low + high);
                if waited.within(middle).0 >= needed { high = middle } else { low = middle }
            }
            let found = waited.quantile(waited.people, share, 1e-9).unwrap();
            assert!((found - high).abs() < 1e-6, "{share}: {found} {high}");
        }
    }
}
