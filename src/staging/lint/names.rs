//! What the name of a cohort says of digits of a birth date, as somebody reads it on a poster.

use super::words::{COUNTED, DATES, DAYS, EVEN, JOINING, ODD, OF_DIGITS, OF_WHAT, ROTATION, TO, YEARS};

/// The part of a birth date that digits are taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BirthPart {
    Year,
    Day,
}

/// What a name says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// `None` = it does not say which, or both.
    pub part: Option<BirthPart>,
    /// Ascending, each once; empty where it names none that can be read.
    pub digits: Vec<u8>,
}

/// What a name says of digits; `None` where it speaks of none.
pub fn spoken(name: &str) -> Option<Spoken> {
    let mut text = name.to_lowercase();
    for date in DATES {
        text = text.replace(date, " ");
    }
    let digits = match (says_word(&text, &ODD), says_word(&text, &EVEN)) {
        (true, false) => vec![1, 3, 5, 7, 9],
        (false, true) => vec![0, 2, 4, 6, 8],
        (true, true) => Vec::new(),
        (false, false) => {
            let (at, sign) = OF_DIGITS.iter().find_map(|sign| Some((text.find(sign)?, sign)))?;
            let after = digits_read(text[at + sign.len()..].chars());
            let before: String = text[..at].chars().rev().collect();
            if after.is_empty() && *sign != ROTATION { digits_read(before.chars()) } else { after }
        }
    };
    let says = |words: &[&str]| says_word(&text, words);
    let part = match (says(&YEARS), says(&DAYS)) {
        (true, false) => Some(BirthPart::Year),
        (false, true) => Some(BirthPart::Day),
        _ => None,
    };
    Some(Spoken { part, digits })
}

/// Whether a word is said: of one Korean syllable as a word of its own, Latin ones with an ending `s` at most.
fn says_word(text: &str, words: &[&str]) -> bool {
    let is_end = |sign: char| !sign.is_alphabetic();
    let apart: Vec<&str> = text.split(is_end).collect();
    words.iter().any(|word| match word.is_ascii() {
        true => apart.iter().any(|known| known.strip_suffix('s').unwrap_or(known) == *word),
        false if word.chars().count() == 1 => {
            apart.iter().any(|known| known.strip_suffix(OF_WHAT).unwrap_or(known) == *word)
        }
        false => text.contains(word),
    })
}

/// Single digits at the beginning, with what joins them; a dash between two means all from one to the other.
fn digits_read(signs: impl Iterator<Item = char>) -> Vec<u8> {
    let signs: Vec<char> = signs.collect();
    let mut found: Vec<u8> = Vec::new();
    let mut is_span = false;
    let mut at = 0;
    while let Some(&sign) = signs.get(at) {
        if let Some(digit) = sign.to_digit(10).and_then(|digit| u8::try_from(digit).ok()) {
            let next = signs.get(at + 1).copied().unwrap_or(' ');
            if next.is_ascii_digit() || COUNTED.contains(&next) {
                break;
            }
            match found.last().copied().filter(|_| is_span) {
                Some(first) => found.extend(first.min(digit)..=first.max(digit)),
                None => found.push(digit),
            }
            is_span = false;
            at += 1;
        } else if sign.is_alphabetic() {
            let word: String = signs[at..].iter().take_while(|sign| sign.is_alphabetic()).collect();
            if !found.is_empty() && !JOINING.contains(&word.as_str()) {
                break;
            }
            is_span = TO.contains(&word.as_str());
            at += word.chars().count();
        } else {
            is_span |= matches!(sign, '-' | '–' | '~' | '∼');
            at += 1;
        }
    }
    crate::num::order::sort(&mut found);
    found.dedup();
    found
}
