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
            if let (Some(first), Some(last)) = (piece.first, piece.last) {
                waited.parts.push((first.min(last), first.max(last), piece.people));
                waited.longest = waited.longest.max(first).max(last);
            }
        }
        waited
    }

    /// Whether nobody meets any wait.
    pub fn is_nobody(&self) -> bool {
        self.people <= 0.0
    }

    /// People who wait so long at most, of those who wait.
    fn within(&self, wait: f64) -> f64 {
        let mut people = 0.0;
        for &(low, high, part) in &self.parts {
            if wait >= high {
                people += part;
            } else if wait > low {
                people += part * (wait - low) / (high - low);
            }
        }
        people
    }

    /// Smallest wait that at least `share` of the attempts do not exceed [s]; `None` where it is not over.
    pub fn quantile(&self, attempts: f64, share: f64) -> Option<f64> {
        if attempts <= 0.0 {
            return Some(0.0);
        }
        let needed = share * attempts.max(self.people) * (1.0 - 1e-12) - (attempts - self.people).max(0.0);
        let (mut low, mut high) = (0.0, self.longest);
        let (mut below, mut above) = (self.within(low) - needed, self.within(high) - needed);
        if below >= 0.0 {
            return Some(0.0);
        }
        if above < -1e-9 * attempts {
            return None;
        }
        // False position; the side that stays is weighted less, so that both close in.
        let mut stays = 0_i32;
        for guess in 0..GUESSES {
            if high - low <= EXACT {
                break;
            }
            let middle = if guess % 3 == 2 { 0.5 * (low + high) } else { low + (high - low) * below / (below - above) };
            let value = self.within(middle) - needed;
            if value >= 0.0 {
                (high, above) = (middle, value);
                below *= if stays > 0 { 0.5 } else { 1.0 };
                stays = 1;
            } else {
                (low, below) = (middle, value);
                above *= if stays < 0 { 0.5 } else { 1.0 };
                stays = -1;
            }
            if value == 0.0 {
                break;
            }
        }
        Some(high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_an_even_spread() {
        let piece = |people: f64, first: Option<f64>, last: Option<f64>| Piece {
            step: 0,
            position: 1.0,
            people,
            first,
            last,
            queue: 1.0,
        };
        let pieces = [piece(50.0, Some(20.0), Some(10.0)), piece(10.0, None, None)];
        let waited = Waited::new(pieces.iter());
        assert_eq!(waited.quantile(100.0, 0.3), Some(0.0));
        assert!(waited.quantile(100.0, 0.65).is_some_and(|wait| (wait - 15.0).abs() < 0.02));
        assert!(waited.quantile(100.0, 0.9).is_some_and(|wait| (wait - 20.0).abs() < 0.02));
        assert_eq!(waited.quantile(100.0, 0.95), None);
        assert_eq!(waited.quantile(0.0, 0.95), Some(0.0));
        assert!(Waited::new([].iter()).is_nobody());
    }
}
