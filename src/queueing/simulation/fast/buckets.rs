//! Events to come in buckets of one second, in no order within a second.
//!
//! The buckets of the next half hour or so are a ring. What is farther off lies together by blocks of seconds and is
//! put into buckets when its block comes near. So an event is moved once or twice, however many there are.

/// Seconds of a block; the ring holds two.
const BLOCK: u64 = 1024;
const RING: u64 = 2 * BLOCK;
const WORD: u64 = 64;
/// Room of a cell: fifteen entries, after the head of the cell before it.
const CELL: u32 = 16;

/// Packed stamps by the second.
#[derive(Clone, Debug)]
pub struct Buckets {
    /// By second of the ring, the place of the bucket's next entry; a multiple of [`CELL`] = its last cell is full,
    /// 0 = it is empty.
    heads: Box<[u32; RING as usize]>,
    /// A bit per bucket of the ring that is not empty.
    filled: [u64; (RING / WORD) as usize],
    /// The cells of all buckets; nobody uses the first.
    cells: Vec<u64>,
    /// The cell that was emptied last, and by cell the one before it: the next to fill is in the cache; 0 = none.
    spare: u32,
    /// First second of the ring, which holds its block and the next.
    start: u64,
    /// By block: second and packed stamp.
    far: Vec<Vec<(u64, u64)>>,
    /// What lies at the horizon or beyond never happens.
    horizon: u64,
}

impl Buckets {
    /// `horizon` [s]
    pub fn new(horizon: u64) -> Self {
        Self {
            heads: Box::new([0; RING as usize]),
            filled: [0; (RING / WORD) as usize],
            cells: vec![0; CELL as usize],
            spare: 0,
            start: 0,
            far: vec![Vec::new(); (horizon / BLOCK + 1) as usize],
            horizon,
        }
    }

    #[inline]
    pub fn push(&mut self, second: u64, packed: u64) {
        if second.wrapping_sub(self.start) >= RING {
            return self.push_aside(second, packed);
        }
        let slot = (second % RING) as usize;
        let mut head = self.heads[slot];
        if head.is_multiple_of(CELL) {
            head = self.add_cell(slot);
        }
        self.cells[head as usize] = packed;
        self.heads[slot] = head + 1;
    }

    /// Adds a cell to a bucket; answers where its first entry goes.
    fn add_cell(&mut self, slot: usize) -> u32 {
        let mut cell = self.spare;
        if cell == 0 {
            cell = self.cells.len() as u32;
            self.cells.resize(self.cells.len() + CELL as usize, 0);
        } else {
            self.spare = self.cells[cell as usize] as u32;
        }
        self.cells[cell as usize] = u64::from(self.heads[slot]);
        self.filled[slot / WORD as usize] |= 1 << (slot as u64 % WORD);
        cell + 1
    }

    #[cold]
    fn push_aside(&mut self, second: u64, packed: u64) {
        if second < self.start {
            self.turn_back(second / BLOCK);
            self.push(second, packed);
        } else if second < self.horizon {
            self.far[(second / BLOCK) as usize].push((second, packed));
        }
    }

    /// Lets the ring begin at an earlier block.
    fn turn_back(&mut self, block: u64) {
        let mut bucket = Vec::new();
        for second in self.start..self.start + RING {
            bucket.clear();
            self.take(second, &mut bucket);
            if let Some(block) = self.far.get_mut((second / BLOCK) as usize) {
                block.extend(bucket.iter().map(|&packed| (second, packed)));
            }
        }
        self.start = block * BLOCK;
        self.bring(block);
        self.bring(block + 1);
    }

    /// Puts what lies far off in a block into its buckets.
    fn bring(&mut self, block: u64) {
        let Some(far) = self.far.get_mut(block as usize) else { return };
        for (second, packed) in std::mem::take(far) {
            self.push(second, packed);
        }
    }

    /// The first second in `from..=until` whose bucket is not empty; nothing may lie before `from`.
    pub fn first(&mut self, from: u64, until: u64) -> Option<u64> {
        // Before the ring there is nothing, or it would have been turned back.
        let mut from = from.max(self.start);
        let until = until.min(self.horizon.saturating_sub(1));
        while from <= until {
            let end = self.start + RING;
            if let Some(second) = self.first_in_ring(from, (until + 1).min(end)) {
                return Some(second);
            }
            if until < end {
                return None;
            }
            // The ring is empty, so it may begin just before the next block that is not.
            let last = until / BLOCK;
            let next = (end / BLOCK..=last).find(|&block| !self.far[block as usize].is_empty()).unwrap_or(last);
            self.start = (next - 1) * BLOCK;
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

    /// Moves the bucket of a second to the end of a list, in no order.
    pub fn take(&mut self, second: u64, into: &mut Vec<u64>) {
        let slot = (second % RING) as usize;
        self.filled[slot / WORD as usize] &= !(1 << (slot as u64 % WORD));
        let mut head = std::mem::take(&mut self.heads[slot]);
        while head != 0 {
            let cell = (head - 1) / CELL * CELL;
            // One by one: for so few a call that copies memory costs the browser more.
            for &packed in &self.cells[cell as usize + 1..head as usize] {
                into.push(packed);
            }
            head = self.cells[cell as usize] as u32;
            self.cells[cell as usize] = u64::from(self.spare);
            self.spare = cell;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(buckets: &mut Buckets, until: u64) -> Vec<(u64, u64)> {
        let mut events = Vec::new();
        let mut from = 0;
        while let Some(second) = buckets.first(from, until) {
            let mut bucket = Vec::new();
            buckets.take(second, &mut bucket);
            events.extend(bucket.iter().map(|&packed| (second, packed)));
            from = second + 1;
        }
        events
    }

    #[test]
    fn near_and_far_come_in_the_order_of_their_seconds() {
        let mut buckets = Buckets::new(1_000_000);
        let seconds = [999_999, 3, 2_047, 2_048, 5_000, 5_001, 70_000, 3, 1_000_000, 1_024];
        for (index, second) in seconds.into_iter().enumerate() {
            buckets.push(second, index as u64);
        }
        let events = all(&mut buckets, 4_999);
        assert_eq!(events, [(3, 1), (3, 7), (1_024, 9), (2_047, 2), (2_048, 3)]);
        assert_eq!(all(&mut buckets, 2_000_000), [(5_000, 4), (5_001, 5), (70_000, 6), (999_999, 0)]);
    }

    #[test]
    fn what_comes_before_the_ring_is_found() {
        let mut buckets = Buckets::new(1_000_000);
        buckets.push(500_000, 1);
        buckets.push(500_900, 2);
        assert_eq!(buckets.first(0, 600_000), Some(500_000));
        buckets.push(4_000, 3);
        buckets.push(4_001, 4);
        let expected = [(4_000, 3), (4_001, 4), (500_000, 1), (500_900, 2)];
        assert_eq!(all(&mut buckets, 999_999), expected);
    }
}
