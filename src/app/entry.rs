//! What a person typed into a field, as a value or with the reason why it is none.

use crate::app::fields::Unit;
use crate::text::notices::Notices;
use crate::text::unit_words;

/// Why a typed text is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadEntry {
    NotANumber,
    NotAWholeNumber,
    NotATime,
    /// A unit that the field does not have.
    OtherUnit,
    /// A range with one end, or none.
    NotARange,
    RangeReversed,
    /// An end of a range that the number itself cannot be.
    RangeOutside,
    NoName,
    /// Not the address of a page.
    NotAnAddress,
}

impl BadEntry {
    pub fn reason(self, words: &Notices) -> &'static str {
        match self {
            Self::NotANumber => words.not_a_number,
            Self::NotAWholeNumber => words.not_a_whole_number,
            Self::NotATime => words.not_a_time,
            Self::OtherUnit => words.other_unit,
            Self::NotARange => words.not_a_range,
            Self::RangeReversed => words.range_reversed,
            Self::RangeOutside => words.range_outside,
            Self::NoName => words.no_name,
            Self::NotAnAddress => words.not_an_address,
        }
    }
}

/// A number as it was typed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// In the plan's unit.
    pub value: f64,
    /// Whether it was typed with a unit other than that of its field.
    pub in_other_unit: bool,
}

/// A number with or without commas and a unit, such as `48,000/h`; empty = no value where the field allows that.
///
/// # Errors
/// The text is no finite number, or one of another unit than the field can have.
pub fn quantity(text: &str, unit: Unit, may_be_empty: bool) -> Result<Option<Quantity>, BadEntry> {
    let plain = unit_words::plain(text);
    if plain.is_empty() && may_be_empty {
        return Ok(None);
    }
    read(&plain, unit, None).map(Some)
}

/// A number with or without commas; empty = no value where the field allows that.
///
/// # Errors
/// The text is no finite number.
pub fn number(text: &str, may_be_empty: bool) -> Result<Option<f64>, BadEntry> {
    quantity(text, Unit::Plain, may_be_empty).map(|quantity| quantity.map(|quantity| quantity.value))
}

/// Two numbers, such as `25-35`, in the plan's unit; empty = none. A unit behind the second is that of both.
///
/// # Errors
/// One of the ends is missing or no number, or the first is above the second.
pub fn range(text: &str, unit: Unit) -> Result<Option<(f64, f64)>, BadEntry> {
    let plain = unit_words::plain(text);
    if plain.is_empty() {
        return Ok(None);
    }
    let (low, high) = plain.split_once('-').or_else(|| plain.split_once("to")).ok_or(BadEntry::NotARange)?;
    if low.is_empty() || high.is_empty() {
        return Err(BadEntry::NotARange);
    }
    let factor = factor_of(high, unit)?;
    let (low, high) = (read(low, unit, factor)?.value, read(high, unit, factor)?.value);
    if low > high { Err(BadEntry::RangeReversed) } else { Ok(Some((low, high))) }
}

/// Whether a text was meant as a range: a number, and a sign for "to" after it.
pub fn is_range(text: &str) -> bool {
    let plain = unit_words::plain(text);
    let rest = plain.strip_prefix(|letter: char| letter.is_ascii_digit() || letter == '.');
    rest.is_some_and(|rest| rest.contains('-') || rest.contains("to"))
}

/// How many of the plan's units one of the unit behind a number is; `None` = no unit stands there.
fn factor_of(plain: &str, unit: Unit) -> Result<Option<f64>, BadEntry> {
    let after = plain.trim_start_matches(is_digit);
    if after.is_empty() {
        return Ok(None);
    }
    match unit_words::unit("", after) {
        Some((dimension, factor)) if Some(dimension) == unit.dimension() => Ok(Some(factor)),
        Some(_) => Err(BadEntry::OtherUnit),
        None => Err(BadEntry::NotANumber),
    }
}

/// One number, or several lengths of time that add up, such as `1h30min`.
fn read(plain: &str, unit: Unit, factor_given: Option<f64>) -> Result<Quantity, BadEntry> {
    let mut rest = plain;
    let (mut value, mut in_other_unit, mut n_parts) = (0.0, false, 0);
    while !rest.is_empty() {
        let start = rest.find(is_digit).ok_or(BadEntry::NotANumber)?;
        let (before, tail) = rest.split_at(start);
        let (digits, tail) = tail.split_at(tail.find(|sign| !is_digit(sign)).unwrap_or(tail.len()));
        let (after, tail) = tail.split_at(tail.find(is_digit).unwrap_or(tail.len()));
        let number = digits.parse::<f64>().ok().filter(|value| value.is_finite()).ok_or(BadEntry::NotANumber)?;
        let is_bare = before.is_empty() && after.is_empty();
        n_parts += 1;
        if is_bare {
            if n_parts > 1 {
                return Err(BadEntry::NotANumber);
            }
            value = factor_given.map_or_else(|| unit.stored(number), |factor| number * factor);
        } else {
            let (dimension, factor) = unit_words::unit(before, after).ok_or(BadEntry::NotANumber)?;
            if Some(dimension) != unit.dimension() {
                return Err(BadEntry::OtherUnit);
            }
            let is_own = factor == unit.factor();
            value += if is_own { unit.stored(number) } else { number * factor };
            in_other_unit |= !is_own;
        }
        rest = tail;
    }
    if n_parts == 0 {
        return Err(BadEntry::NotANumber);
    }
    Ok(Quantity { value, in_other_unit })
}

fn is_digit(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '.' | '-' | '+')
}

/// A number of people.
///
/// # Errors
/// The text is no whole number from 0 on.
pub fn count(text: &str) -> Result<u64, BadEntry> {
    unit_words::plain(text).parse().map_err(|_| BadEntry::NotAWholeNumber)
}

/// A name, without blanks around it.
///
/// # Errors
/// There is none.
pub fn name(text: &str) -> Result<String, BadEntry> {
    let name = text.trim();
    if name.is_empty() { Err(BadEntry::NoName) } else { Ok(name.to_owned()) }
}

/// The address of a page; empty = none.
///
/// # Errors
/// It does not begin as the address of a page does, or holds blanks.
pub fn address(text: &str) -> Result<Option<String>, BadEntry> {
    let address = text.trim();
    if address.is_empty() {
        return Ok(None);
    }
    let small = address.to_ascii_lowercase();
    let rest = small.strip_prefix("https://").or_else(|| small.strip_prefix("http://"));
    match rest {
        Some(rest) if !rest.is_empty() && !rest.contains(char::is_whitespace) => Ok(Some(address.to_owned())),
        _ => Err(BadEntry::NotAnAddress),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str, unit: Unit) -> Result<f64, BadEntry> {
        quantity(text, unit, false).map(|quantity| quantity.unwrap().value)
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expected) in [
            ("13.3", 13.3),
            (" 48,000 ", 48_000.0),
            ("-2", -2.0),
            (".5", 0.5),
            ("13.", 13.0),
            ("４８，０００", 48_000.0),
        ] {
            assert_eq!(value(text, Unit::PerSecond), Ok(expected), "{text}");
        }
        for text in ["", "abc", "1e5", "inf", "NaN", "1.2.3", "-", "12 furlongs", "about 3", "3 4 5 x"] {
            assert_eq!(value(text, Unit::PerSecond), Err(BadEntry::NotANumber), "{text}");
        }
        assert_eq!(quantity(" ", Unit::PerSecond, true), Ok(None));
    }

    #[test]
    fn a_capacity_may_be_typed_per_second_minute_and_hour() {
        for text in ["48000/h", "48,000건/시간", "시간당 48000건", "800/min", "800/분", "분당 800", "48000 per hour"]
        {
            let quantity = quantity(text, Unit::PerSecond, false).unwrap().unwrap();
            assert!((quantity.value - 13.333_333_333_333_334).abs() < 1e-12 && quantity.in_other_unit, "{text}");
        }
        for text in ["13.3/s", "13.3건/초", "초당 13.3", "13.3"] {
            let quantity = quantity(text, Unit::PerSecond, false).unwrap().unwrap();
            assert_eq!((quantity.value, quantity.in_other_unit), (13.3, false), "{text}");
        }
        assert_eq!(value("50000명", Unit::PerSecond), Err(BadEntry::OtherUnit), "at once is no rate");
        assert_eq!(value("800/min", Unit::People), Err(BadEntry::OtherUnit), "a rate is not at once");
    }

    #[test]
    fn times_and_shares_may_carry_their_unit() {
        for (text, unit, expected) in [
            ("30", Unit::Minutes, 1800.0),
            ("90초", Unit::Minutes, 90.0),
            ("1시간 30분", Unit::Minutes, 5400.0),
            ("1.5 h", Unit::Seconds, 5400.0),
            ("40", Unit::Percent, 0.4),
            ("５.５％", Unit::Percent, 0.055),
            ("4,000명", Unit::People, 4000.0),
        ] {
            assert_eq!(value(text, unit), Ok(expected), "{text}");
        }
        assert_eq!(value("40%", Unit::Minutes), Err(BadEntry::OtherUnit));
        assert_eq!(value("1시간 30", Unit::Minutes), Err(BadEntry::NotANumber));
    }

    #[test]
    fn a_range_has_two_ends_in_order() {
        let minutes = |text| range(text, Unit::Minutes);
        for text in ["25-35", "25–35", "25 ~ 35", "２５～３５", "25 to 35", "25-35분", "25분-35분", "1500초-35분"]
        {
            assert_eq!(minutes(text), Ok(Some((1500.0, 2100.0))), "{text}");
        }
        assert_eq!(range("27-54%", Unit::Percent), Ok(Some((0.27, 0.54))));
        assert_eq!(minutes(" "), Ok(None));
        assert_eq!(minutes("35-25"), Err(BadEntry::RangeReversed));
        assert!(is_range("25-") && is_range("25분 ～ 35분") && is_range("25 to 35"));
        assert!(!is_range("-35") && !is_range("25") && !is_range("tomorrow") && !is_range(""));
        for text in ["25", "25-", "-35"] {
            assert_eq!(minutes(text), Err(BadEntry::NotARange), "{text}");
        }
        for text in ["25-x", "25-35-45", "a-b"] {
            assert_eq!(minutes(text), Err(BadEntry::NotANumber), "{text}");
        }
        assert_eq!(minutes("25-35%"), Err(BadEntry::OtherUnit));
    }

    #[test]
    fn people_are_whole() {
        assert_eq!(count("1,720"), Ok(1_720));
        for text in ["", "-1", "1.5", "many", "99999999999999999999999"] {
            assert_eq!(count(text), Err(BadEntry::NotAWholeNumber), "{text}");
        }
    }

    #[test]
    fn an_address_is_that_of_a_page() {
        assert_eq!(address(" https://example.org/a "), Ok(Some("https://example.org/a".to_owned())));
        assert_eq!(address(""), Ok(None));
        for text in ["javascript:alert(1)", "data:text/html,x", "example.org", "https://", "https://a b"] {
            assert_eq!(address(text), Err(BadEntry::NotAnAddress), "{text}");
        }
    }

    #[test]
    fn a_name_is_not_blank() {
        assert_eq!(name(" 로그인 "), Ok("로그인".to_owned()));
        assert_eq!(name("  "), Err(BadEntry::NoName));
    }
}
