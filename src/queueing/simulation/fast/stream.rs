//! What comes in order: put in at the end, taken from the front.

/// A list in order of time of which the front has been taken.
#[derive(Clone, Debug)]
pub struct Stream<T> {
    entries: Vec<T>,
    next: usize,
}

impl<T> Default for Stream<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), next: 0 }
    }
}

impl<T> Stream<T> {
    #[inline]
    pub fn push(&mut self, entry: T) {
        if self.next == self.entries.len() {
            self.entries.clear();
            self.next = 0;
        }
        self.entries.push(entry);
    }

    #[inline]
    pub fn extend(&mut self, entries: impl Iterator<Item = T>) {
        if self.next == self.entries.len() {
            self.entries.clear();
            self.next = 0;
        }
        self.entries.extend(entries);
    }

    #[inline]
    pub fn head(&self) -> Option<&T> {
        self.entries.get(self.next)
    }

    /// Takes so many from the front; as many must be there.
    #[inline]
    pub fn skip(&mut self, count: usize) {
        self.next += count;
        if self.next > 4096 && self.next > self.entries.len() / 2 {
            self.entries.drain(..self.next);
            self.next = 0;
        }
    }

    /// All that have not been taken.
    #[inline]
    pub fn rest(&self) -> &[T] {
        &self.entries[self.next..]
    }
}

impl Stream<u64> {
    /// How many of the front are below a number.
    pub fn count_before(&self, end: u64) -> usize {
        let rest = self.rest();
        // The front is short where the whole may be long.
        let mut bound = 1;
        while bound < rest.len() && rest[bound - 1] < end {
            bound *= 2;
        }
        rest[..bound.min(rest.len())].partition_point(|&at| at < end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_front_is_taken_and_forgotten() {
        let mut stream = Stream::default();
        let mut taken = 0;
        for number in 0..100_000_u64 {
            stream.push(number);
            let count = stream.count_before(number / 2);
            taken += count;
            stream.skip(count);
            assert_eq!(stream.head(), Some(&(taken as u64)));
        }
        assert_eq!((taken, stream.count_before(u64::MAX), stream.rest().len()), (49_999, 50_001, 50_001));
        assert!(stream.entries.len() < 110_000);
    }
}
