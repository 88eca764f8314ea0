//! What the plan needs to know about time zones, asked of whoever knows them.

use crate::clock::CivilTime;

/// What is known of a time zone over some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneAnswer {
    /// Nobody here knows time zones.
    CannotSay,
    NoSuchZone,
    /// The offset stays the same.
    Steady,
    /// The clocks are changed at this time, as the clock before the change shows it.
    ChangesAt(CivilTime),
}

/// Somebody who knows time zones: the browser does, the library alone does not.
pub trait TimeZones {
    /// Whether the offset of `zone` (IANA name) changes in `from..until`.
    fn offset_change(&self, zone: &str, from: CivilTime, until: CivilTime) -> ZoneAnswer;
}

/// Knows no time zone.
#[derive(Clone, Copy, Debug)]
pub struct NoTimeZones;

impl TimeZones for NoTimeZones {
    fn offset_change(&self, _zone: &str, _from: CivilTime, _until: CivilTime) -> ZoneAnswer {
        ZoneAnswer::CannotSay
    }
}
