//! The value the user edits: membership, cohorts, windows, arrivals, journey, target, ranges, sources.
//!
//! Everything a plan file can say, and nothing else. A plan may hold wrong numbers while it is being typed;
//! [`check`] finds them, and [`CheckedPlan`] is the proof that it found no error.

pub mod approval;
pub mod capacity;
pub mod check;
pub mod checked;
pub mod cohort;
pub mod cut;
pub mod digits;
pub mod edit;
pub mod history;
pub mod holidays;
pub mod issue;
pub mod journey;
pub mod limits;
pub mod number;
pub mod pointer;
#[cfg(test)]
pub(crate) mod sample;
pub mod window;
pub mod zones;

use litemap::LiteMap;
use std::sync::Arc;

use crate::clock::{CivilDate, CivilTime, SECONDS_PER_DAY};
use crate::units::{Seconds, Share};

pub use capacity::CapacityAt;
pub use check::check;
pub use checked::CheckedPlan;
pub use cohort::{AgeBand, Cohort, Membership, Region};
pub use holidays::{Holiday, Holidays};
pub use issue::{Issue, IssueCode, Severity};
pub use journey::{Background, CapacityChange, Limit, OnCapacityDrop, ServiceLaw, Stage, WaitingRoom};
pub use window::{Arrivals, ShowUp, StartersFrom, Tail, TailKind, Window};

/// A whole plan: who is invited when, through which journey, against which target.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub title: String,
    pub author: String,
    /// The day the plan bears.
    pub dated: CivilDate,
    pub status: Status,
    /// IANA name, for display and calendars; the model runs on an even 24-hour clock.
    pub time_zone: String,
    pub first_day: CivilDate,
    /// Length of the horizon [days], 1..=92.
    pub days: u32,
    /// When the baseline invites everyone; `None` = the first opening.
    pub baseline_opens: Option<CivilTime>,
    /// Holidays as the planner knows them; `None` = those that come with the planner, if any.
    pub holidays: Option<Holidays>,
    pub members: Arc<Membership>,
    pub cohorts: Arc<Vec<Cohort>>,
    pub windows: Arc<Vec<Window>>,
    pub arrivals: Arrivals,
    pub waiting_room: Option<WaitingRoom>,
    /// The version that was approved, where this draft goes on from one; it has none itself.
    pub approved: Option<Arc<Plan>>,
    /// In the order people pass them, 1..=12.
    pub journey: Arc<Vec<Stage>>,
    pub target: Target,
    pub ranges: Vec<Range>,
    /// Seed of everything random.
    pub seed: u64,
    /// Where a value comes from, by JSON pointer of the field.
    pub sources: LiteMap<String, Source>,
    /// What the user typed where it was in another unit, by JSON pointer of the field.
    pub entered_as: LiteMap<String, String>,
    /// Fields of the opened file that this version does not know: JSON text by JSON pointer.
    pub unknown: LiteMap<String, String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Draft,
    Approved,
}

/// What the plan promises.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// Wait that the percentile must not exceed [s], >= 0.
    pub wait: Seconds,
    /// Share of attempts that must wait at most that long, 0..=1.
    pub percentile: Share,
    /// Peak load above which a slot is at risk [1], > 0.
    pub load: f64,
}

/// 5th and 95th percentile of an assumption, its plan value being the median.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// JSON pointer of the field.
    pub field: String,
    pub low: f64,
    pub high: f64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub kind: SourceKind,
    pub text: String,
    pub url: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    Assumed,
    Reported,
    Measured,
}

impl Plan {
    /// Start of the horizon: 00:00 of the first day.
    pub fn horizon_start(&self) -> CivilTime {
        self.first_day.midnight()
    }

    /// Length of the horizon [s].
    pub fn horizon(&self) -> Seconds {
        Seconds::new(f64::from(self.days) * SECONDS_PER_DAY as f64)
    }

    /// Seconds from the start of the horizon to `time` [s]; negative before it.
    pub fn since_start(&self, time: CivilTime) -> Seconds {
        Seconds::new(time.seconds_since(self.horizon_start()) as f64)
    }

    /// The earliest opening of an ordinary window.
    pub fn first_opening(&self) -> Option<CivilTime> {
        self.windows.iter().filter(|window| !window.catch_up).map(|window| window.opens).min()
    }
}
