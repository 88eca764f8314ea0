//! Civil dates and times on an even 24-hour clock, without a time zone.

use thiserror::Error;
use time::{Date, Duration, Month, PrimitiveDateTime};

pub const SECONDS_PER_MINUTE: i64 = 60;
pub const SECONDS_PER_HOUR: i64 = 3_600;
pub const SECONDS_PER_DAY: i64 = 86_400;

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CivilDate(Date);

/// A second of a calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CivilTime(PrimitiveDateTime);

/// A text that is no date or time of the forms `2022-04-01`, `2022-04-01T14:00`, `2022-04-01T14:00:30`.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{0:?} is no date or time")]
pub struct BadTime(pub String);

impl CivilDate {
    /// Year, month 1..=12, day 1..=31; `None` where the calendar has no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        Date::from_calendar_date(year, month, day).ok().map(Self)
    }

    /// # Errors
    /// The text is not of the form `2022-04-01`, or the calendar has no such day.
    pub fn parse(text: &str) -> Result<Self, BadTime> {
        date_of(text.as_bytes()).ok_or_else(|| BadTime(text.to_owned()))
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// 1..=12.
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// 1..=31.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// 0 = Monday .. 6 = Sunday.
    pub fn weekday(self) -> usize {
        usize::from(self.0.weekday().number_days_from_monday())
    }

    /// The day `days` later; stays at the calendar's end where there is none.
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(Duration::days(days)))
    }

    pub fn midnight(self) -> CivilTime {
        CivilTime(self.0.midnight())
    }
}

impl CivilTime {
    /// # Errors
    /// The text is not of the form `2022-04-01T14:00` or `2022-04-01T14:00:30`, or there is no such time.
    pub fn parse(text: &str) -> Result<Self, BadTime> {
        time_of(text.as_bytes()).ok_or_else(|| BadTime(text.to_owned()))
    }

    pub fn date(self) -> CivilDate {
        CivilDate(self.0.date())
    }

    /// 0..=23.
    pub fn hour(self) -> u8 {
        self.0.hour()
    }

    /// 0..=59.
    pub fn minute(self) -> u8 {
        self.0.minute()
    }

    /// 0..=59.
    pub fn second(self) -> u8 {
        self.0.second()
    }

    /// Seconds from `earlier` to `self`; negative where `self` comes first [s].
    pub fn seconds_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).whole_seconds()
    }

    /// The time `seconds` later; stays at the calendar's end where there is none.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(Duration::seconds(seconds)))
    }
}

fn date_of(text: &[u8]) -> Option<CivilDate> {
    let [year @ .., b'-', m, n, b'-', d, e] = text else { return None };
    let &[millennium, century, decade, last] = year else { return None };
    let year = i32::from(two_digits(millennium, century)?) * 100 + i32::from(two_digits(decade, last)?);
    CivilDate::new(year, two_digits(*m, *n)?, two_digits(*d, *e)?)
}

fn time_of(text: &[u8]) -> Option<CivilTime> {
    let (date, hour, minute, second) = match text {
        [date @ .., b'T', h, i, b':', m, n] => (date, (h, i), (m, n), (&b'0', &b'0')),
        [date @ .., b'T', h, i, b':', m, n, b':', s, t] => (date, (h, i), (m, n), (s, t)),
        _ => return None,
    };
    let [hour, minute, second] = [hour, minute, second].map(|(ten, one)| two_digits(*ten, *one));
    date_of(date)?.0.with_hms(hour?, minute?, second?).ok().map(CivilTime)
}

/// The number that two decimal digits write; neither sign nor blank is a digit.
fn two_digits(ten: u8, one: u8) -> Option<u8> {
    (ten.is_ascii_digit() && one.is_ascii_digit()).then(|| (ten - b'0') * 10 + (one - b'0'))
}

impl std::fmt::Display for CivilDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// `2022-04-01T14:00`, with seconds only where they are not zero: the form of the plan file.
impl std::fmt::Display for CivilTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}T{:02}:{:02}", self.date(), self.hour(), self.minute())?;
        if self.second() != 0 {
            write!(f, ":{:02}", self.second())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_it_is_written() {
        for text in ["2022-04-01T14:00", "2024-02-29T23:59:59", "0000-01-01T00:00", "9999-12-31T00:00:01"] {
            assert_eq!(CivilTime::parse(text).map(|time| time.to_string()), Ok(text.to_owned()));
        }
        assert_eq!(CivilTime::parse("2022-04-01T14:00:00"), CivilTime::parse("2022-04-01T14:00"));
        assert_eq!(CivilDate::parse("2022-04-01").map(CivilDate::midnight), CivilTime::parse("2022-04-01T00:00"));
    }

    #[test]
    fn what_is_no_date_or_time_is_refused() {
        for text in
            ["", "2022-4-1", "2023-02-29", "2022-13-01", "22-04-01", "+2022-04-01", "2022-04-01 ", "２022-04-01"]
        {
            assert_eq!(CivilDate::parse(text), Err(BadTime(text.to_owned())));
            assert!(CivilTime::parse(&format!("{text}T14:00")).is_err(), "{text}");
        }
        for clock in ["", "24:00", "14:60", "14:00:60", "1:00", "14:00:", "14-00", "14:00Z", "14:00:30.5", "+1:00"] {
            assert!(CivilTime::parse(&format!("2022-04-01T{clock}")).is_err(), "{clock}");
        }
    }
}
