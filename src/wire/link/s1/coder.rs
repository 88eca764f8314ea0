//! The arithmetic coder of a link: one walk over a plan either writes its bits or reads them back.
//!
//! Every bit is coded with the probability that its context has learned so far, in whole numbers alone, so that all
//! machines agree. The interval is that of the carryless coder of 32 bits: whatever of its ends agrees is written out.

/// What the walk is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Nothing is written: whoever asks only learns what to expect.
    Learns,
    Writes,
    Reads,
}

/// Certainty of one bit, in parts of 2^16.
pub(super) const WHOLE: u32 = 1 << 16;
/// No bit is more certain than this, so that every bit has its length in the payload and a short payload holds no
/// endless plan.
const LEAST: u32 = WHOLE / 512;
const SLOT_BITS: u32 = 16;
/// What every context begins with: either bit is as likely, none has been seen.
pub(super) const UNSEEN: u32 = 0x8000 << 16;
/// So many bits a context remembers evenly; older ones fade.
const MEMORY: u32 = 30;
/// Bytes that a reader may look beyond the end: what the interval still holds.
const AHEAD: usize = 4;
/// What the entries and letters of a plan may take together, see [`Coder::spend`].
const ROOM: u32 = 1 << 25;

pub(super) struct Coder {
    mode: Mode,
    low: u32,
    high: u32,
    code: u32,
    bytes: Vec<u8>,
    /// Bytes that were read.
    place: usize,
    room: u32,
    is_damaged: bool,
    slots: Vec<u32>,
}

impl Coder {
    pub(super) fn writer() -> Self {
        Self {
            mode: Mode::Writes,
            low: 0,
            high: u32::MAX,
            code: 0,
            bytes: Vec::new(),
            place: 0,
            room: ROOM,
            is_damaged: false,
            slots: vec![UNSEEN; 1 << SLOT_BITS],
        }
    }

    /// Takes every bit as it is given.
    pub(super) fn learner() -> Self {
        Self { mode: Mode::Learns, ..Self::writer() }
    }

    pub(super) fn reader(bytes: &[u8]) -> Self {
        let mut coder = Self { mode: Mode::Reads, bytes: bytes.to_vec(), ..Self::writer() };
        for _ in 0..AHEAD {
            coder.next_byte();
        }
        coder
    }

    /// What was written; `None` = the plan is larger than a link may be.
    pub(super) fn written(mut self) -> Option<Vec<u8>> {
        // As few bytes as name a number within the interval.
        let mut shift = 32;
        loop {
            let number = if shift < 32 { self.high >> shift << shift } else { 0 };
            if number >= self.low {
                self.bytes.extend(number.to_be_bytes().into_iter().take(4 - shift / 8));
                return (!self.is_damaged).then_some(self.bytes);
            }
            shift -= 8;
        }
    }

    /// Whether what was read is a plan, to the last byte.
    pub(super) fn is_whole(&self) -> bool {
        !self.is_damaged && self.place >= self.bytes.len()
    }

    pub(super) fn is_reading(&self) -> bool {
        self.mode == Mode::Reads
    }

    pub(super) fn is_damaged(&self) -> bool {
        self.is_damaged
    }

    pub(super) fn damage(&mut self) {
        self.is_damaged = true;
    }

    /// Takes from the room that entries and letters have in a link; where none is left, it is damaged.
    pub(super) fn spend(&mut self, room: u32) {
        match self.room.checked_sub(room) {
            _ if self.mode == Mode::Learns => {}
            Some(left) => self.room = left,
            None => self.is_damaged = true,
        }
    }

    /// A bit that nobody can foresee.
    pub(super) fn even(&mut self, given: bool) -> bool {
        self.coded(WHOLE / 2, given)
    }

    /// A bit that is as its context lets one expect.
    pub(super) fn bit(&mut self, context: u32, given: bool) -> bool {
        let slot = (context.wrapping_mul(0x9e37_79b1) >> (32 - SLOT_BITS)) as usize;
        let bit = self.coded(self.slots[slot] >> 16, given);
        learn(&mut self.slots[slot], bit, MEMORY);
        bit
    }

    /// A bit that is 1 with the probability `one`.
    pub(super) fn coded(&mut self, one: u32, given: bool) -> bool {
        if self.mode == Mode::Learns {
            return given;
        }
        if self.is_damaged {
            return false;
        }
        let one = one.clamp(LEAST, WHOLE - LEAST);
        let range = self.high - self.low;
        let middle = self.low + (range >> 16) * one + (((range & 0xffff) * one) >> 16);
        let bit = if self.mode == Mode::Reads { self.code <= middle } else { given };
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            if self.mode == Mode::Reads {
                self.next_byte();
            } else {
                self.bytes.push((self.high >> 24) as u8);
            }
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
        }
        bit
    }

    fn next_byte(&mut self) {
        if self.place >= self.bytes.len() + AHEAD {
            self.is_damaged = true;
        }
        self.code = self.code << 8 | u32::from(self.bytes.get(self.place).copied().unwrap_or(0));
        self.place += 1;
    }
}

/// Moves a context towards a bit: the probability above, how often it was asked below.
pub(super) fn learn(slot: &mut u32, bit: bool, memory: u32) {
    let (likely, seen) = ((*slot >> 16) as i32, *slot & 0xffff);
    let goal = if bit { 0xffff } else { 0 };
    let likely = likely + (goal - likely) * 2 / (2 * seen as i32 + 3);
    *slot = (likely as u32) << 16 | (seen + 1).min(memory);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn bits_come_back(bits in proptest::collection::vec((0_u32..4, any::<bool>()), 0..2_000)) {
            let mut writer = Coder::writer();
            for (context, bit) in &bits {
                if *context == 0 { writer.even(*bit) } else { writer.bit(*context, *bit) };
            }
            let written = writer.written().unwrap();
            let mut reader = Coder::reader(&written);
            for (context, bit) in &bits {
                let read = if *context == 0 { reader.even(false) } else { reader.bit(*context, false) };
                prop_assert_eq!(read, *bit);
            }
            prop_assert!(reader.is_whole());
        }
    }

    #[test]
    fn a_short_payload_holds_no_endless_plan() {
        let mut reader = Coder::reader(&[0; 16]);
        let mut n_bits = 0_u32;
        while !reader.is_damaged() {
            reader.bit(7, false);
            n_bits += 1;
        }
        assert!(n_bits < 24 * 8 * 512, "{n_bits}");
    }
}
