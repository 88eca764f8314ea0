//! Whole numbers, numbers, days, times, texts and lists of a link.

use std::collections::VecDeque;

use super::Walk;
use super::frozen;
use super::letters::Letters;
use crate::clock::{CivilDate, CivilTime, SECONDS_PER_DAY};

/// What an entry of a list takes of the room of a link.
pub(super) const ROOM_OF_AN_ENTRY: u32 = 128;
/// What a number in a list of numbers takes.
pub(super) const ROOM_OF_A_NUMBER: u32 = 8;
const ROOM_OF_A_BYTE: u32 = 32;

/// Texts that can be referred to again.
const REMEMBERED: usize = 512;

/// Steps of times, the coarsest that fits is taken [s].
const STEPS: [i64; 5] = [3_600, 1_800, 600, 60, 1];
/// No two days of the calendar, or times, are further apart.
const DAYS_APART: i64 = 8_000_000;
const SECONDS_APART: i64 = DAYS_APART * SECONDS_PER_DAY;

/// A number is a multiple of one of these parts: rates are typed per second, per minute and per hour.
const PARTS: [f64; 3] = [1.0, 60.0, 3_600.0];

/// What a text is, as far as it matters for which ones follow each other.
#[derive(Clone, Copy)]
pub(super) enum Said {
    Title,
    Name,
    Note,
    Address,
}

impl Walk {
    /// A flag, foreseen from the last one at the same `place`.
    pub(super) fn flag(&mut self, place: u32, given: bool) -> bool {
        self.coder.bit(place << 14 | 3 << 12, given)
    }

    /// A whole number: how many bits it has, then its bits, the highest two foreseen.
    pub(super) fn whole(&mut self, place: u32, given: u64) -> u64 {
        let n_bits = 64 - given.leading_zeros();
        let mut length = 0;
        while length < 64 && self.coder.bit(place << 14 | length, n_bits > length) {
            length += 1;
        }
        self.rest_of(place << 14 | 1 << 12 | length << 2, length, given)
    }

    /// The bits of a number below its highest one.
    pub(super) fn rest_of(&mut self, context: u32, length: u32, given: u64) -> u64 {
        let mut value = u64::from(length > 0);
        for (idx, shift) in (0..length.saturating_sub(1)).rev().enumerate() {
            let bit = given >> shift & 1 == 1;
            let bit = match idx {
                0 => self.coder.bit(context, bit),
                1 => self.coder.bit(context | 2 | (value & 1) as u32, bit),
                _ => self.coder.even(bit),
            };
            value = value << 1 | u64::from(bit);
        }
        value
    }

    /// A whole number with its sign, best near 0.
    pub(super) fn signed(&mut self, place: u32, given: i64) -> i64 {
        let folded = self.whole(place, (given << 1 ^ given >> 63) as u64);
        (folded >> 1) as i64 ^ -((folded & 1) as i64)
    }

    /// A whole number, told from `near`.
    pub(super) fn near(&mut self, place: u32, near: u64, given: u64) -> u64 {
        near.wrapping_add(self.signed(place, given.wrapping_sub(near) as i64) as u64)
    }

    /// As [`Self::near`], of what is at most 32 bits wide.
    pub(super) fn near_small(&mut self, place: u32, near: u64, given: u64) -> u32 {
        u32::try_from(self.near(place, near, given)).unwrap_or_else(|_| {
            self.coder.damage();
            0
        })
    }

    /// A number: the last one of its `place`, `usual` where there is none, or a decimal number over a part, or its bits.
    pub(super) fn number(&mut self, place: u32, usual: f64, given: f64) -> f64 {
        let known = self.numbers.iter().position(|(known, _)| *known == place);
        let last = known.map_or(usual, |idx| self.numbers[idx].1);
        let value = if self.flag(place, given.to_bits() == last.to_bits()) { last } else { self.digits(place, given) };
        match known {
            Some(idx) => self.numbers[idx].1 = value,
            None => self.numbers.push((place, value)),
        }
        value
    }

    fn digits(&mut self, place: u32, given: f64) -> f64 {
        let place = place + 1;
        let form = if self.coder.is_reading() { None } else { decimal(given) };
        if self.flag(place, form.is_none() && !self.coder.is_reading()) {
            let bits = given.to_bits();
            let mut value = 0;
            for shift in (0..64).rev() {
                value = value << 1 | u64::from(self.coder.even(bits >> shift & 1 == 1));
            }
            return f64::from_bits(value);
        }
        let (is_negative, digits, exponent, part) = form.unwrap_or((false, 0, 0, 0));
        let is_negative = self.flag(NEGATIVE, is_negative);
        let part = if self.flag(PART, part > 0) { 1 + usize::from(self.flag(PART + 1, part > 1)) } else { 0 };
        let exponent = self.signed(place + 1, exponent);
        let digits = self.whole(place + 2, digits);
        let value = of_digits(digits, exponent) / PARTS[part];
        if is_negative { -value } else { value }
    }

    pub(super) fn optional_number(&mut self, place: u32, usual: f64, given: Option<f64>) -> Option<f64> {
        self.flag(place + 4, given.is_some()).then(|| self.number(place, usual, given.unwrap_or(usual)))
    }

    /// A day, told from another.
    pub(super) fn date(&mut self, place: u32, near: CivilDate, given: CivilDate) -> CivilDate {
        let apart = given.midnight().seconds_since(near.midnight()) / SECONDS_PER_DAY;
        near.plus_days(self.signed(place, apart).clamp(-DAYS_APART, DAYS_APART))
    }

    /// A time, told from another in the coarsest step that fits.
    pub(super) fn time(&mut self, place: u32, near: CivilTime, given: CivilTime) -> CivilTime {
        let apart = given.seconds_since(near);
        let fits = STEPS.iter().position(|step| apart % step == 0).unwrap_or(0);
        let mut step = 0;
        while step + 1 < STEPS.len() && self.flag(place + step as u32, fits > step) {
            step += 1;
        }
        let steps = self.signed(place + step as u32, apart / STEPS[step]);
        near.plus_seconds(steps.saturating_mul(STEPS[step]).clamp(-SECONDS_APART, SECONDS_APART))
    }

    /// A text: a frozen one, one that was there before, or its letters.
    pub(super) fn text(&mut self, said: Said, given: &str) -> String {
        let place = TEXT + 8 * said as u32;
        let frozen = frozen::TEXTS.iter().position(|text| *text == given);
        if self.flag(place, frozen.is_some()) {
            // Texts stand in pairs of one meaning, and in the order in which a plan has them.
            let near = self.frozen[said as usize].wrapping_add(2);
            let found = self.near(place + 1, near, frozen.unwrap_or(0) as u64);
            self.frozen[said as usize] = found;
            return self.known(usize::try_from(found).ok().and_then(|found| frozen::TEXTS.get(found).copied()));
        }
        let before = self.before.iter().position(|text| text == given);
        if self.flag(place + 2, before.is_some()) {
            let found = self.whole(place + 3, before.unwrap_or(0) as u64);
            let text = usize::try_from(found).ok().and_then(|found| self.before.get(found).cloned());
            return self.known(text.as_deref());
        }
        let mut letters = self.letters.take().unwrap_or_else(|| {
            let is_english = !given.chars().any(|letter| letter >= '\u{1100}');
            Letters::new(self.coder.even(is_english))
        });
        let text = letters.text(&mut self.coder, given);
        self.letters = Some(letters);
        self.before.push_front(text.clone());
        self.before.truncate(REMEMBERED);
        text
    }

    /// A text that is only referred to.
    fn known(&mut self, text: Option<&str>) -> String {
        let Some(text) = text else {
            self.coder.damage();
            return String::new();
        };
        self.coder.spend(ROOM_OF_A_BYTE * text.len() as u32);
        text.to_owned()
    }

    pub(super) fn optional_text(&mut self, place: u32, said: Said, given: Option<&str>) -> Option<String> {
        self.flag(place, given.is_some()).then(|| self.text(said, given.unwrap_or_default()))
    }

    /// A list, each entry told after those before it; `near` is the length that is likely.
    pub(super) fn list<T: Clone>(
        &mut self,
        (place, near): (u32, usize),
        given: &[T],
        blank: &T,
        mut each: impl FnMut(&mut Self, &T, &[T]) -> T,
    ) -> Vec<T> {
        let length = self.near(place, near as u64, given.len() as u64);
        let mut made = Vec::new();
        for idx in 0..length {
            self.coder.spend(ROOM_OF_AN_ENTRY);
            if self.coder.is_damaged() {
                break;
            }
            let entry = each(self, given.get(idx as usize).unwrap_or(blank), &made);
            made.push(entry);
        }
        made
    }

    /// Indices, told from the one before; they are as a rule one after the other.
    pub(super) fn indices(&mut self, place: u32, given: &[usize]) -> Vec<usize> {
        let length = self.whole(place, given.len() as u64);
        let mut made = Vec::new();
        let mut near = 0;
        for idx in 0..length {
            self.coder.spend(ROOM_OF_A_NUMBER);
            if self.coder.is_damaged() {
                break;
            }
            let index = self.near_small(place + 1, near, given.get(idx as usize).copied().unwrap_or(0) as u64);
            near = u64::from(index) + 1;
            made.push(index as usize);
        }
        made
    }
}

/// Places of what belongs to no field of its own.
const NEGATIVE: u32 = 1;
const PART: u32 = 2;
const TEXT: u32 = 8;

/// Sign, digits, exponent of ten and part of a number that these give back to the bit; the shortest digits.
fn decimal(value: f64) -> Option<(bool, u64, i64, usize)> {
    let (is_negative, size) = (value.is_sign_negative(), value.abs());
    if !value.is_finite() || (is_negative && size == 0.0) {
        return None;
    }
    let forms = PARTS.iter().enumerate().filter_map(|(part, &over)| {
        // A product is rounded; thirteen digits are all that a person types, and what is no such number fails below.
        let text = if part == 0 { format!("{size:e}") } else { format!("{:.12e}", size * over) };
        let (digits, exponent) = shortest(&text)?;
        ((of_digits(digits, exponent) / over).to_bits() == size.to_bits()).then_some((
            is_negative,
            digits,
            exponent,
            part,
        ))
    });
    forms.min_by_key(|(_, digits, _, part)| (64 - digits.leading_zeros()) as usize + 6 * part)
}

/// Digits without zeros at the end, and exponent, of a number like `1.0800e4`.
fn shortest(text: &str) -> Option<(u64, i64)> {
    let (mantissa, exponent) = text.split_once('e')?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let mut digits = format!("{whole}{fraction}").parse::<u64>().ok()?;
    let mut exponent = exponent.parse::<i64>().ok()? - fraction.len() as i64;
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
        exponent += 1;
    }
    Some((digits, if digits == 0 { 0 } else { exponent }))
}

/// The number nearest to these digits.
fn of_digits(digits: u64, exponent: i64) -> f64 {
    format!("{digits}e{exponent}").parse().unwrap_or(0.0)
}

/// Texts that were spelt out, the newest first.
pub(super) type Before = VecDeque<String>;
