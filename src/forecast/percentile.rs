//! Percentiles of waits over attempts.

use crate::queueing::wait::Stretch;

/// Smallest wait that at least `share` of the attempts do not exceed [s]; 0 without attempts, `None` where it is
/// not over. `attempts`: all attempts of the interval, those outside the stretches do not wait [people].
pub fn percentile(stretches: &[&Stretch], attempts: f64, share: f64) -> Option<f64> {
    if attempts <= 0.0 {
        return Some(0.0);
    }
    let waiting: f64 = stretches.iter().map(|stretch| stretch.people).sum();
    let at_once = (attempts - waiting).max(0.0);
    let needed = share * (at_once + waiting) * (1.0 - 1e-12);
    let mut open: Vec<(f64, f64, f64)> = stretches
        .iter()
        .filter_map(|stretch| {
            let (first, last) = (stretch.first?, stretch.last?);
            Some((first.min(last), first.max(last), stretch.people))
        })
        .collect();
    let waited = |parts: &[(f64, f64, f64)], wait: f64| -> f64 {
        parts.iter().map(|&(low, high, people)| people * part_below(low, high, wait)).sum()
    };
    let longest = open.iter().map(|part| part.1).fold(0.0, f64::max);
    if at_once + waited(&open, 0.0) >= needed {
        return Some(0.0);
    }
    if at_once + waited(&open, longest) < needed {
        return None;
    }
    let (mut low, mut high) = (0.0, longest);
    // Those who wait less than `low`; whoever waits more than `high` is left out as well.
    let mut shorter = at_once;
    for guess in 0..60 {
        let middle = 0.5 * (low + high);
        if shorter + waited(&open, middle) >= needed {
            high = middle;
        } else {
            low = middle;
        }
        if guess % 3 == 2 {
            open.retain(|&(shortest, longest, people)| {
                let is_shorter = longest <= low;
                shorter += if is_shorter { people } else { 0.0 };
                !is_shorter && shortest < high
            });
        }
    }
    Some(high)
}

/// Share of waits spread evenly over `low..=high` that do not exceed `wait`.
fn part_below(low: f64, high: f64, wait: f64) -> f64 {
    if wait >= high {
        1.0
    } else if wait <= low {
        0.0
    } else {
        (wait - low) / (high - low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_of_an_even_spread() {
        let spread = Stretch { step: 0, people: 50.0, first: Some(10.0), last: Some(20.0) };
        let never = Stretch { step: 0, people: 10.0, first: None, last: None };
        assert_eq!(percentile(&[&spread], 100.0, 0.5), Some(0.0));
        assert!(percentile(&[&spread], 100.0, 0.75).is_some_and(|wait| (wait - 15.0).abs() < 1e-6));
        assert!(percentile(&[&spread], 100.0, 1.0).is_some_and(|wait| (wait - 20.0).abs() < 1e-6));
        assert_eq!(percentile(&[&never], 100.0, 0.95), None);
        assert_eq!(percentile(&[&never], 100.0, 0.9), Some(0.0));
        assert_eq!(percentile(&[], 0.0, 0.95), Some(0.0));
    }
}
