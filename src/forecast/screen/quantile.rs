//! Quantiles of waits that rise or fall evenly between known ones.

use crate::queueing::coarse::Piece;

/// Waits are told apart this well [s].
const EXACT: f64 = 0.01;
/// Stretches of waits of a slot, as a rule.
const PARTS: usize = 128;
/// Most times a wait is guessed.
const GUESSES: usize = 60;

/// People by the wait that they meet.
pub struct Waited {
    /// Shortest and longest wait [s] and people, where it is over at all.
    parts: Vec<(f64, f64, f64)>,
    /// Meet a queue or a closed place, over or not [people].
    people: f64,
    longest: f64,
}

impl Waited {
    pub fn new<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Self {
        let mut waited = Self { parts: Vec::with_capacity(PARTS), people: 0.0, longest: 0.0 };
        for piece in pieces {
            waited.people += piece.people;
            let (low, high) = (piece.first.min(piece.last), piece.first.max(piece.last));
            if high < f64::INFINITY {
                waited.parts.push((low, high, piece.people));
                waited.longest = waited.longest.max(high);
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

    /// Smallest wait that at least `share` of the attempts do not exceed [s]; `None` where it is not over.
    pub fn quantile(&self, attempts: f64, share: f64) -> Option<f64> {
        if attempts <= 0.0 {
            return Some(0.0);
        }
        let needed = share * attempts.max(self.people) * (1.0 - 1e-12) - (attempts - self.people).max(0.0);
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
            if high - low <= EXACT {
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
            if (next - middle).abs() <= EXACT {
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

    #[test]
    fn quantiles_of_an_even_spread() {
        let piece = |people: f64, first: f64, last: f64| Piece { step: 0, people, first, last };
        let pieces = [piece(50.0, 20.0, 10.0), piece(10.0, f64::INFINITY, f64::INFINITY)];
        let waited = Waited::new(pieces.iter());
        assert_eq!(waited.quantile(100.0, 0.3), Some(0.0));
        assert!(waited.quantile(100.0, 0.65).is_some_and(|wait| (wait - 15.0).abs() < 0.02));
        assert!(waited.quantile(100.0, 0.9).is_some_and(|wait| (wait - 20.0).abs() < 0.02));
        assert_eq!(waited.quantile(100.0, 0.95), None);
        assert_eq!(waited.quantile(0.0, 0.95), Some(0.0));
        assert!(Waited::new([].iter()).is_nobody());
    }
}
