//! Figures as vendors give them: a number with its unit, a price with its currency.

use crate::bids::{Basis, Figure, Per, Price, RateOffer};
use crate::plan::limits::{self, Bounds};
use crate::text::unit_words::{Dimension, plain, unit};
use crate::text::workshop::bids::FOLDS;
use crate::units::{Seconds, Share};

/// Value of a basis for what is promised.
pub const PROMISED: &str = "promised";

/// Why a text is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No number, or one of another unit.
    NotThat,
    /// The value counted on is one that no plan can have.
    OutOfBounds,
}

/// A number and its unit, if it bears one: what it measures, and how many of the plan's units one of it is.
pub fn amount(text: &str) -> Option<(f64, Option<(Dimension, f64)>)> {
    let plain = plain(text);
    let is_digit = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '-' | '+');
    let (before, rest) = plain.split_at(plain.find(is_digit)?);
    let after = rest.trim_start_matches(is_digit);
    let value = rest[..rest.len() - after.len()].parse::<f64>().ok().filter(|value| value.is_finite())?;
    if before.is_empty() && after.is_empty() {
        return Some((value, None));
    }
    unit(before, after).map(|unit| (value, Some(unit)))
}

fn is_within(bounds: Bounds, value: f64) -> bool {
    (bounds.least..=bounds.greatest).contains(&value)
}

/// A rate such as `1,200/min`; a bare number is per second, an empty text none.
///
/// # Errors
/// It is no rate, or none that a stage can have.
pub fn rate(text: &str, basis: Basis) -> Result<Option<RateOffer>, Fault> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let (value, per) = match amount(text).ok_or(Fault::NotThat)? {
        (value, None) => (value, Per::Second),
        (value, Some((Dimension::Flow, factor))) => {
            let per = Per::ALL.into_iter().find(|per| factor == 1.0 / per.seconds());
            (value, per.ok_or(Fault::NotThat)?)
        }
        _ => return Err(Fault::NotThat),
    };
    let offer = RateOffer { figure: Figure { value, basis }, per };
    if is_within(limits::RATE, offer.counted().get()) { Ok(Some(offer)) } else { Err(Fault::OutOfBounds) }
}

/// A number of sessions; an empty text is none.
///
/// # Errors
/// It is no number of people, or none that a stage can have.
pub fn sessions(text: &str, basis: Basis) -> Result<Option<Figure>, Fault> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let (value, None | Some((Dimension::People, _))) = amount(text).ok_or(Fault::NotThat)? else {
        return Err(Fault::NotThat);
    };
    let figure = Figure { value, basis };
    if is_within(limits::SESSIONS, figure.counted()) { Ok(Some(figure)) } else { Err(Fault::OutOfBounds) }
}

/// A service time; a bare number is in seconds, an empty text none.
///
/// # Errors
/// It is no time, or none that a stage can have.
pub fn service(text: &str) -> Result<Option<Seconds>, Fault> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let seconds = match amount(text).ok_or(Fault::NotThat)? {
        (value, None) => value,
        (value, Some((Dimension::Time, factor))) => value * factor,
        _ => return Err(Fault::NotThat),
    };
    if is_within(limits::SERVICE, seconds) { Ok(Some(Seconds::new(seconds))) } else { Err(Fault::OutOfBounds) }
}

/// What a figure rests on: [`PROMISED`], or the share of what was tested that counts, as a number above 0 up to 1.
pub fn basis(text: &str) -> Option<Basis> {
    if text == PROMISED {
        return Some(Basis::Promised);
    }
    let counted = text.parse::<f64>().ok().filter(|share| *share > 0.0 && *share <= 1.0)?;
    Some(Basis::Tested { counted: Share::new(counted) })
}

/// The text of a basis.
pub fn basis_text(basis: Basis) -> String {
    match basis {
        Basis::Promised => PROMISED.to_owned(),
        Basis::Tested { counted } => counted.get().to_string(),
    }
}

/// A price such as `120,000,000 KRW`; an empty text is none.
///
/// # Errors
/// It is not one number with a word before or behind it.
pub fn price(text: &str) -> Result<Option<Price>, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let is_digit = |letter: char| letter.is_ascii_digit();
    let (first, last) = text.find(is_digit).zip(text.rfind(is_digit)).ok_or(Fault::NotThat)?;
    let digits: String = text[first..=last].chars().filter(|letter| !matches!(letter, ',' | ' ')).collect();
    let (before, after) = (text[..first].trim(), text[last + 1..].trim());
    let is_whole = digits.chars().all(|letter| is_digit(letter) || letter == '.');
    let is_plain = !before.contains(['-', '+', '−']) && !after.starts_with(FOLDS) && !after.starts_with('.');
    let amount = digits.parse::<f64>().ok().filter(|amount| amount.is_finite() && is_whole && is_plain);
    let currency = [before, after].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    Ok(Some(Price { amount: amount.ok_or(Fault::NotThat)?, currency }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_kept_as_given_and_counted_per_second() {
        let tested = Basis::Tested { counted: Share::new(0.75) };
        for (text, basis, value, per, counted) in [
            ("20", Basis::Promised, 20.0, Per::Second, 20.0),
            ("1,200/min", Basis::Promised, 1200.0, Per::Minute, 20.0),
            ("48,000/h", tested, 48_000.0, Per::Hour, 10.0),
            ("시간당 48,000건", tested, 48_000.0, Per::Hour, 10.0),
            ("1,200건/분", Basis::Tested { counted: Share::new(0.5) }, 1200.0, Per::Minute, 10.0),
        ] {
            let offer = rate(text, basis).unwrap().unwrap();
            assert_eq!((offer.figure.value, offer.per, offer.counted().get()), (value, per, counted), "{text}");
        }
        assert_eq!(rate(" ", tested), Ok(None));
        for text in ["many", "20 s", "20%", "20/day", "20/furlong", "1-2/s", "3 sessions"] {
            assert_eq!(rate(text, tested), Err(Fault::NotThat), "{text}");
        }
        for text in ["0", "-5/s", "1e12"] {
            assert!(rate(text, tested).is_err(), "{text}");
        }
    }

    #[test]
    fn sessions_times_and_shares_are_read_with_their_units_only() {
        assert_eq!(sessions("3,600 sessions", Basis::Promised).unwrap().unwrap().counted(), 3600.0);
        assert_eq!(sessions("3,600명", Basis::Promised).unwrap().unwrap().counted(), 3600.0);
        assert_eq!(sessions("20/s", Basis::Promised), Err(Fault::NotThat));
        assert_eq!(sessions("0", Basis::Promised), Err(Fault::OutOfBounds));
        assert_eq!(service("3 min").unwrap(), Some(Seconds::new(180.0)));
        assert_eq!(service("180초").unwrap(), Some(Seconds::new(180.0)));
        assert_eq!(service("180명"), Err(Fault::NotThat));
        assert_eq!(service("0.01"), Err(Fault::OutOfBounds));
        for share in ["0", "1.5", "", "half"] {
            assert_eq!(basis(share), None, "{share}");
        }
    }

    #[test]
    fn a_price_is_one_number_in_full_and_a_word() {
        let price_of = |amount: f64, currency: &str| Ok(Some(Price { amount, currency: currency.to_owned() }));
        assert_eq!(price("120,000,000원"), price_of(120e6, "원"));
        assert_eq!(price("KRW 120 000 000"), price_of(120e6, "KRW"));
        assert_eq!(price("90000.50"), price_of(90_000.5, ""));
        assert_eq!(price(""), Ok(None));
        for text in ["1억 2천만 원", "1억원", "cheap", "-5 EUR", "5..3 EUR", "1 to 2"] {
            assert_eq!(price(text), Err(Fault::NotThat), "{text}");
        }
    }
}
