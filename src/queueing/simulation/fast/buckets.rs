//! Events to come in buckets of one second, in no order within a second.
//!
//! The buckets of the next half hour or so are a ring. What is farther off lies together by blocks of seconds and is
//! put into buckets when its block comes near. So an event is moved once or twice, however many there are.

use super::super::moment::TICKS_PER_SECOND;
use super::stamp::Stamp;

/// Seconds of a block; the ring holds two.
const BLOCK: u64 = 1024;
const RING: u64 = 2 * BLOCK;
const WORD: u64 = 64;

/// Packed stamps by the second.
#[derive(Clone, Debug)]
pub struct Buckets {
    ring: Vec<Vec<u64>>,
    /// A bit per bucket of the ring that is not empty.
    filled: Vec<u64>,
    /// The ring holds this block and the next.
    block: u64,
    /// By block: second and packed stamp.
    far: Vec<Vec<(u64, u64)>>,
    /// What lies at the horizon or beyond never happens.
    horizon: u64,
    /// Memory of buckets that were emptied, the latest last: the next to fill finds it in the cache.
    spare: Vec<Vec<u64>>,
}

impl Buckets {
    /// `horizon` [s]
    pub fn new(horizon: u64) -> Self {
        Self {
            ring: vec![Vec::new(); RING as usize],
            filled: vec![0; (RING / WORD) as usize],
            block: 0,
            far: vec![Vec::new(); (horizon / BLOCK + 1) as usize],
            horizon,
            spare: Vec::new(),
        }
    }

    #[inline]
    pub fn push(&mut self, stamp: Stamp) {
        let second = stamp.at / TICKS_PER_SECOND;
        self.push_packed(second, stamp.packed());
    }

    #[inline]
    pub fn push_packed(&mut self, second: u64, packed: u64) {
        if second.wrapping_sub(self.block * BLOCK) < RING {
            let slot = (second % RING) as usize;
            let bucket = &mut self.ring[slot];
            if bucket.is_empty() {
                *bucket = self.spare.pop().unwrap_or_default();
                self.filled[slot / WORD as usize] |= 1 << (slot as u64 % WORD);
            }
            bucket.push(packed);
        } else if second < self.horizon {
            self.push_aside(second, packed);
        }
    }

    #[cold]
    fn push_aside(&mut self, second: u64, packed: u64) {
        if second < self.block * BLOCK {
            self.turn_back(second / BLOCK);
            return self.push_packed(second, packed);
        }
        self.far[(second / BLOCK) as usize].push((second, packed));
    }

    /// Lets the ring begin at an earlier block.
    fn turn_back(&mut self, block: u64) {
        for second in self.block * BLOCK..(self.block + 2) * BLOCK {
            let slot = (second % RING) as usize;
            let far = std::mem::take(&mut self.ring[slot]);
            if let Some(block) = self.far.get_mut((second / BLOCK) as usize) {
                block.extend(far.into_iter().map(|packed| (second, packed)));
            }
        }
        self.filled.fill(0);
        self.block = block;
        self.bring(block);
        self.bring(block + 1);
    }

    /// Puts what lies far off in a block into its buckets.
    fn bring(&mut self, block: u64) {
        let Some(far) = self.far.get_mut(block as usize) else { return };
        for (second, packed) in std::mem::take(far) {
            self.push_packed(second, packed);
        }
    }

    /// The first second in `from..=until` whose bucket is not empty; nothing may lie before `from`.
    pub fn first(&mut self, from: u64, until: u64) -> Option<u64> {
        // Before the ring there is nothing, or it would have been turned back.
        let mut from = from.max(self.block * BLOCK);
        let until = until.min(self.horizon.saturating_sub(1));
        while from <= until {
            let end = (self.block + 2) * BLOCK;
            if let Some(second) = self.first_in_ring(from, (until + 1).min(end)) {
                return Some(second);
            }
            if until < end {
                return None;
            }
            // The ring is empty, so it may begin just before the next block that is not.
            let last = until / BLOCK;
            let next = (self.block + 2..=last).find(|&block| !self.far[block as usize].is_empty()).unwrap_or(last);
            self.block = next - 1;
            self.bring(next);
            from = end.max(next * BLOCK);
        }
        None
    }

    fn first_in_ring(&self, from: u64, end: u64) -> Option<u64> {
        let mut second = from;
        while second < end {
            let slot = second % RING;
            let word = self.filled[(slot / WORD) as usize] >> (slot % WORD);
            if word != 0 {
                let found = second + u64::from(word.trailing_zeros());
                return (found < end).then_some(found);
            }
            second += WORD - slot % WORD;
        }
        None
    }

    /// The bucket of a second, which is taken for empty from now on.
    #[inline]
    pub fn take(&mut self, second: u64) -> Vec<u64> {
        let slot = (second % RING) as usize;
        self.filled[slot / WORD as usize] &= !(1 << (slot as u64 % WORD));
        std::mem::take(&mut self.ring[slot])
    }

    /// Gives the memory of a bucket back that was taken.
    #[inline]
    pub fn give_back(&mut self, mut bucket: Vec<u64>) {
        bucket.clear();
        self.spare.push(bucket);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(buckets: &mut Buckets, until: u64) -> Vec<(u64, u64)> {
        let mut events = Vec::new();
        let mut from = 0;
        while let Some(second) = buckets.first(from, until) {
            let bucket = buckets.take(second);
            events.extend(bucket.iter().map(|&packed| (second, packed)));
            buckets.give_back(bucket);
            from = second + 1;
        }
        events
    }

    #[test]
    fn near_and_far_come_in_the_order_of_their_seconds() {
        let mut buckets = Buckets::new(1_000_000);
        let seconds = [999_999, 3, 2_047, 2_048, 5_000, 5_001, 70_000, 3, 1_000_000, 1_024];
        for (index, second) in seconds.into_iter().enumerate() {
            buckets.push_packed(second, index as u64);
        }
        let events = all(&mut buckets, 4_999);
        assert_eq!(events, [(3, 1), (3, 7), (1_024, 9), (2_047, 2), (2_048, 3)]);
        assert_eq!(all(&mut buckets, 2_000_000), [(5_000, 4), (5_001, 5), (70_000, 6), (999_999, 0)]);
    }

    #[test]
    fn what_comes_before_the_ring_is_found() {
        let mut buckets = Buckets::new(1_000_000);
        buckets.push_packed(500_000, 1);
        buckets.push_packed(500_900, 2);
        assert_eq!(buckets.first(0, 600_000), Some(500_000));
        buckets.push_packed(4_000, 3);
        buckets.push_packed(4_001, 4);
        let expected = [(4_000, 3), (4_001, 4), (500_000, 1), (500_900, 2)];
        assert_eq!(all(&mut buckets, 999_999), expected);
    }
}
