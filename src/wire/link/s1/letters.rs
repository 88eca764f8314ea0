//! Letters of texts, each bit foreseen from the bytes before it by several contexts that are mixed.
//!
//! Contexts are the last one, two, three, four and six bytes and none; what each foresees is weighed by a mixer that
//! learns which of them to trust. Before the first text it has read the frozen ones in the language of that text, and so
//! knows the words of plans.

use std::sync::OnceLock;

use super::coder::{Coder, UNSEEN, WHOLE, learn};
use super::frozen;

/// Lengths of the contexts [bytes].
const ORDERS: [u32; N] = [0, 1, 2, 3, 4, 6];
const N: usize = 6;
const SLOT_BITS: u32 = 17;
const MEMORY: u32 = 60;
/// Ends a text; no UTF-8 has this byte.
const END: u8 = 0xff;
/// Weight that each context begins with, in parts of 2^16.
const WEIGHT: i32 = 20_000;
/// How fast weights follow.
const PACE: i32 = 10;
/// What a letter takes of the room of a link.
const ROOM_OF_A_BYTE: u32 = 32;

/// The logistic function at -2048, -1920, ..., 2048, in parts of 4096; 256 is one unit of its argument.
const LOGISTIC: [i32; 33] = [
    1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901,
    3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
];

#[derive(Clone)]
pub(super) struct Letters {
    slots: Vec<u32>,
    /// The logistic function the other way round.
    stretched: Vec<i16>,
    /// By how many contexts have been met before.
    weights: [[i32; N]; N + 1],
    /// The last eight bytes, the newest lowest.
    before: u64,
}

impl Letters {
    /// Has read the frozen texts of one language; that takes a few milliseconds, so it is remembered.
    pub(super) fn new(is_english: bool) -> Self {
        static KOREAN: OnceLock<Letters> = OnceLock::new();
        static ENGLISH: OnceLock<Letters> = OnceLock::new();
        let known = if is_english { &ENGLISH } else { &KOREAN };
        known.get_or_init(|| Self::acquainted(usize::from(is_english))).clone()
    }

    fn acquainted(language: usize) -> Self {
        let mut stretched = vec![0_i16; 4096];
        let mut from = 0;
        for argument in -2047..=2047 {
            let value = squash(argument) as usize;
            for place in &mut stretched[from..=value] {
                *place = argument as i16;
            }
            from = from.max(value + 1);
        }
        for place in &mut stretched[from..] {
            *place = 2047;
        }
        let mut letters =
            Self { slots: vec![UNSEEN; 1 << SLOT_BITS], stretched, weights: [[WEIGHT; N]; N + 1], before: 0 };
        let mut coder = Coder::learner();
        for text in frozen::TEXTS.iter().skip(language).step_by(2) {
            letters.text(&mut coder, text);
        }
        letters
    }

    /// A text; what is not UTF-8 is damaged.
    pub(super) fn text(&mut self, coder: &mut Coder, given: &str) -> String {
        let mut bytes = Vec::new();
        let mut rest = given.bytes();
        self.before = 0;
        loop {
            coder.spend(ROOM_OF_A_BYTE);
            let byte = self.byte(coder, rest.next().unwrap_or(END));
            if byte == END || coder.is_damaged() {
                break;
            }
            bytes.push(byte);
        }
        String::from_utf8(bytes).unwrap_or_else(|_| {
            coder.damage();
            String::new()
        })
    }

    fn byte(&mut self, coder: &mut Coder, given: u8) -> u8 {
        let contexts = ORDERS.map(|order| {
            let bytes = self.before & ((1 << (8 * order)) - 1);
            (bytes ^ (bytes >> 24)).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(u64::from(order) << 40)
        });
        let mut node = 1_u32;
        for place in (0..8).rev() {
            let bit = self.bit(coder, &contexts, node, given >> place & 1 == 1);
            node = node << 1 | u32::from(bit);
        }
        self.before = self.before << 8 | u64::from(node & 0xff);
        node as u8
    }

    fn bit(&mut self, coder: &mut Coder, contexts: &[u64; N], node: u32, given: bool) -> bool {
        let places = contexts.map(|context| {
            let mixed = (context ^ u64::from(node)).wrapping_mul(0xd6e8_feb8_6659_fd93);
            (mixed >> (64 - SLOT_BITS)) as usize
        });
        let inputs = places.map(|place| i32::from(self.stretched[(self.slots[place] >> 20) as usize]));
        let met = places.iter().filter(|place| self.slots[**place] & 0xffff > 0).count();
        let weights = &mut self.weights[met];
        let sum: i64 = weights.iter().zip(inputs).map(|(weight, input)| i64::from(*weight) * i64::from(input)).sum();
        let one = squash((sum >> 16) as i32);
        let bit = coder.coded(one as u32 * (WHOLE >> 12), given);
        let error = ((i32::from(bit) << 12) - one) * PACE;
        for (weight, input) in weights.iter_mut().zip(inputs) {
            *weight += (input * error + (1 << 15)) >> 16;
        }
        for place in places {
            learn(&mut self.slots[place], bit, MEMORY);
        }
        bit
    }
}

/// The logistic function, in parts of 4096.
fn squash(argument: i32) -> i32 {
    if argument.abs() > 2047 {
        return if argument > 0 { 4095 } else { 1 };
    }
    let (place, part) = (((argument >> 7) + 16) as usize, argument & 127);
    (LOGISTIC[place] * (128 - part) + LOGISTIC[place + 1] * part + 64) >> 7
}
