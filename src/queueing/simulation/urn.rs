//! A number of people of several kinds who are taken one after the other, each equally likely to be the next.

/// Kinds of people and how many of each are left.
#[derive(Clone, Debug)]
pub struct Urn {
    kinds: Vec<u32>,
    /// Sums of counts as in a binary indexed tree: the entry at `i` (from 1 on) covers as many kinds as its lowest bit.
    sums: Vec<u64>,
    left: u64,
}

impl Urn {
    /// Each kind with its number of people.
    pub fn new(counts: &[(u32, u64)]) -> Self {
        let mut sums = vec![0; counts.len() + 1];
        for (index, count) in counts.iter().enumerate() {
            let place = index + 1;
            sums[place] += count.1;
            let above = place + (place & place.wrapping_neg());
            if above < sums.len() {
                sums[above] += sums[place];
            }
        }
        Self {
            kinds: counts.iter().map(|count| count.0).collect(),
            sums,
            left: counts.iter().map(|count| count.1).sum(),
        }
    }

    /// Takes somebody; `share` in 0..1 says whom. `None` where nobody is left.
    pub fn take(&mut self, share: f64) -> Option<u32> {
        if self.left == 0 {
            return None;
        }
        let mut before = ((share * self.left as f64) as u64).min(self.left - 1);
        let mut place = 0;
        let mut step = self.sums.len().next_power_of_two() / 2;
        while step > 0 {
            if let Some(&sum) = self.sums.get(place + step)
                && sum <= before
            {
                place += step;
                before -= sum;
            }
            step /= 2;
        }
        let kind = self.kinds[place];
        let mut changed = place + 1;
        while changed < self.sums.len() {
            self.sums[changed] -= 1;
            changed += changed & changed.wrapping_neg();
        }
        self.left -= 1;
        Some(kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Key;

    #[test]
    fn everybody_is_taken_once_and_the_first_is_anybody() {
        let counts = [(7, 3), (8, 0), (9, 10), (4, 1), (5, 6)];
        let key = Key::new(3);
        let mut first_of_nine = 0.0;
        for round in 0..2_000 {
            let mut urn = Urn::new(&counts);
            let mut taken = Vec::new();
            while let Some(kind) = urn.take(key.word(round * 100 + taken.len() as u64).share()) {
                taken.push(kind);
            }
            for (kind, count) in counts {
                assert_eq!(taken.iter().filter(|taken| **taken == kind).count() as u64, count);
            }
            first_of_nine += f64::from(u8::from(taken[0] == 9));
        }
        assert!((first_of_nine / 2_000.0 - 0.5).abs() < 0.045, "{first_of_nine}");
    }
}
