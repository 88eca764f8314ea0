//! Busan: its residents, and the launch of April 2022 as it was and as it could have been spread out.

mod assumptions;
mod day_as_it_was;
mod journey;
mod residents;
mod staggered;

pub use day_as_it_was::day_as_it_was;
pub use residents::RESIDENTS;
pub use staggered::staggered;

use litemap::LiteMap;
use std::sync::Arc;

use super::{Reading, Wording, members_in_proportion};
use crate::clock::{CivilDate, CivilTime};
use crate::plan::{Plan, Status, Target};
use crate::units::{Seconds, Share};

/// Members of the city's local currency at the launch [people]; reported as more than 900,000.
pub const MEMBERS: u64 = 900_000;

/// The two example plans, by a name that stays the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    Staggered,
    DayAsItWas,
}

impl Example {
    pub const ALL: [Self; 2] = [Self::Staggered, Self::DayAsItWas];

    /// The plan, with its names in the language of `read`.
    pub fn plan(self, read: Reading) -> Plan {
        match self {
            Self::Staggered => staggered(read),
            Self::DayAsItWas => day_as_it_was(read),
        }
    }
}

/// What both examples share: the members, how they come, the stages without changes, the target.
fn common(title: Wording, days: u32, read: Reading) -> Plan {
    Plan {
        title: read(title).to_owned(),
        author: String::new(),
        dated: day(2026, 11, 22),
        status: Status::Draft,
        time_zone: "Asia/Seoul".to_owned(),
        first_day: day(2022, 4, 1),
        days,
        baseline_opens: Some(on(1, 14)),
        holidays: None,
        members: Arc::new(members_in_proportion(&RESIDENTS, MEMBERS, read)),
        cohorts: Arc::default(),
        windows: Arc::default(),
        arrivals: journey::arrivals(),
        waiting_room: None,
        journey: Arc::new(journey::stages(read)),
        target: Target { wait: Seconds::minutes(1.0), percentile: Share::new(0.95), load: 0.8 },
        ranges: Vec::new(),
        seed: 1,
        sources: LiteMap::new(),
        entered_as: LiteMap::from_iter([("/journey/1/rate_per_s".to_owned(), "48000/h".to_owned())]),
        approved: None,
        unknown: LiteMap::new(),
    }
}

/// An hour of a day of April 2022.
fn on(day_of_april: u8, hour: i64) -> CivilTime {
    day(2022, 4, day_of_april).midnight().plus_seconds(hour * crate::clock::SECONDS_PER_HOUR)
}

#[expect(clippy::expect_used, reason = "every call names a day of the calendar; the tests build both examples")]
fn day(year: i32, month: u8, day: u8) -> CivilDate {
    CivilDate::new(year, month, day).expect("a day of the calendar")
}

#[cfg(test)]
mod tests;
