//! What a person typed into a field, as a number or with the reason why it is none.

use crate::text::notices::Notices;

/// Why a typed text is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadEntry {
    NotANumber,
    NotAWholeNumber,
}

impl BadEntry {
    pub fn reason(self, words: &Notices) -> &'static str {
        match self {
            Self::NotANumber => words.not_a_number,
            Self::NotAWholeNumber => words.not_a_whole_number,
        }
    }
}

/// A number with or without commas; empty = no value where the field allows that.
///
/// # Errors
/// The text is no finite number.
pub fn number(text: &str, may_be_empty: bool) -> Result<Option<f64>, BadEntry> {
    let digits: String = text.chars().filter(|sign| !sign.is_whitespace() && *sign != ',').collect();
    if digits.is_empty() && may_be_empty {
        return Ok(None);
    }
    let plain = digits.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | '-' | '+'));
    let value = digits.parse::<f64>().ok().filter(|value| plain && value.is_finite());
    value.map(Some).ok_or(BadEntry::NotANumber)
}

/// A number of people.
///
/// # Errors
/// The text is no whole number from 0 on.
pub fn count(text: &str) -> Result<u64, BadEntry> {
    let digits: String = text.chars().filter(|sign| !sign.is_whitespace() && *sign != ',').collect();
    digits.parse().map_err(|_| BadEntry::NotAWholeNumber)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expected) in [("13.3", 13.3), (" 48,000 ", 48_000.0), ("-2", -2.0), (".5", 0.5), ("13.", 13.0)] {
            assert_eq!(number(text, false), Ok(Some(expected)), "{text}");
        }
        for text in ["", "abc", "1e5", "inf", "NaN", "1.2.3", "-"] {
            assert_eq!(number(text, false), Err(BadEntry::NotANumber), "{text}");
        }
        assert_eq!(number(" ", true), Ok(None));
    }

    #[test]
    fn people_are_whole() {
        assert_eq!(count("1,720"), Ok(1_720));
        for text in ["", "-1", "1.5", "many", "99999999999999999999999"] {
            assert_eq!(count(text), Err(BadEntry::NotAWholeNumber), "{text}");
        }
    }
}
