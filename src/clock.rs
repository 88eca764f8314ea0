//! Civil dates and times on an even 24-hour clock, without a time zone.

use thiserror::Error;
use time::{Date, Duration, Month, PrimitiveDateTime, macros::format_description};

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
        Date::parse(text, format_description!("[year]-[month]-[day]")).map(Self).map_err(|_| BadTime(text.to_owned()))
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
        let minutes = format_description!("[year]-[month]-[day]T[hour]:[minute]");
        let seconds = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]");
        PrimitiveDateTime::parse(text, minutes)
            .or_else(|_| PrimitiveDateTime::parse(text, seconds))
            .map(Self)
            .map_err(|_| BadTime(text.to_owned()))
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
