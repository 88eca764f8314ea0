//! What [`super::check`] can find: codes with the figures that belong to them, and the place in the plan file.

use super::limits::Bounds;
use crate::clock::CivilTime;

/// One finding: how bad, what, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    pub severity: Severity,
    pub code: IssueCode,
    /// JSON pointer into the plan file; empty = the whole plan.
    pub pointer: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Blocks the forecast.
    Error,
    /// Blocks nothing.
    Warning,
}

/// What is wrong, with its figures.
#[derive(Clone, Debug, PartialEq)]
pub enum IssueCode {
    /// A number is infinite or none at all.
    NotFinite,
    /// A share is outside 0..=1.
    ShareOutsideRange {
        value: f64,
    },
    /// A number is outside its bounds.
    NumberOutsideBounds {
        value: f64,
        bounds: Bounds,
    },
    /// There is more of something than a plan may hold.
    LimitExceeded {
        what: Limited,
        count: u64,
        most: u64,
    },
    /// A time of the plan is not within the horizon.
    TimeOutsideHorizon {
        at: CivilTime,
        starts: CivilTime,
        ends: CivilTime,
    },
    /// The entries of a dated list must follow each other in time.
    NotInOrder {
        at: CivilTime,
        previous: CivilTime,
    },
    /// An index that nothing has.
    NoSuchEntry {
        what: Entry,
        index: usize,
        count: usize,
    },
    /// The same index or digit stands twice in a list.
    ListedTwice {
        what: Entry,
        index: usize,
    },
    /// A last digit of a date of birth is not 0..=9.
    NotADigit {
        value: u8,
    },
    AgeBandReversed {
        from: u32,
        to: u32,
    },
    /// A table has not one row per region or not one number per age band.
    WrongLength {
        what: Entry,
        given: usize,
        expected: usize,
    },
    NoMembers,
    /// A cohort covers people of an earlier one [people].
    CohortsOverlap {
        earlier: usize,
        people: u64,
    },
    ClosesBeforeOpening {
        opens: CivilTime,
        closes: CivilTime,
    },
    WindowOutsideHorizon {
        starts: CivilTime,
        ends: CivilTime,
    },
    CohortInTwoWindows {
        cohort: usize,
        earlier: usize,
    },
    NoOrdinaryWindow,
    OpeningShareAboveShowUp {
        opening_share: f64,
        lowest: f64,
    },
    TailWeights {
        sum: f64,
    },
    HourWeightsZero,
    NoStages,
    /// A stage or the waiting room admits nobody at any time of the horizon.
    NeverOpen,
    RangeReversed {
        low: f64,
        high: f64,
    },
    /// A range must point to a number, or to a list of numbers.
    RangePointsNowhere,

    PeopleInNoCohort {
        people: u64,
    },
    CohortWithoutPeople,
    CohortNotInvited {
        people: u64,
    },
    AgeBandsOverlap {
        earlier: usize,
    },
    WindowWithoutCohorts,
    /// A dated entry lies at or after the horizon's end.
    NeverActs {
        at: CivilTime,
        ends: CivilTime,
    },
    RangeMissesValue {
        value: f64,
        low: f64,
        high: f64,
    },
    /// A source or a typed form for a field that the plan does not have.
    NotePointsNowhere,
    OffsetChange {
        at: CivilTime,
    },
    UnknownTimeZone,
    /// People are waiting, in service or about to return at the horizon's end [people].
    StillWaiting {
        people: f64,
    },
}

/// What the limits of a plan count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limited {
    Days,
    Regions,
    Ages,
    Cells,
    People,
    Cohorts,
    Windows,
    Tails,
    Stages,
    DatedEntries,
    Ranges,
}

/// What an index or a list of the plan is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    Region,
    Age,
    Cohort,
    Stage,
    Digit,
    Range,
}

impl Issue {
    pub fn new(code: IssueCode, pointer: impl Into<String>) -> Self {
        Self { severity: code.severity(), code, pointer: pointer.into() }
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl IssueCode {
    pub fn severity(&self) -> Severity {
        use IssueCode as Code;
        match self {
            Code::PeopleInNoCohort { .. }
            | Code::CohortWithoutPeople
            | Code::CohortNotInvited { .. }
            | Code::AgeBandsOverlap { .. }
            | Code::WindowWithoutCohorts
            | Code::NeverActs { .. }
            | Code::RangeMissesValue { .. }
            | Code::NotePointsNowhere
            | Code::OffsetChange { .. }
            | Code::UnknownTimeZone
            | Code::StillWaiting { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The public name, stable for scripts.
    pub fn name(&self) -> &'static str {
        use IssueCode as Code;
        match self {
            Code::NotFinite => "not-finite",
            Code::ShareOutsideRange { .. } => "share-outside-range",
            Code::NumberOutsideBounds { .. } => "number-outside-bounds",
            Code::LimitExceeded { .. } => "limit-exceeded",
            Code::TimeOutsideHorizon { .. } => "time-outside-horizon",
            Code::NotInOrder { .. } => "not-in-order",
            Code::NoSuchEntry { .. } => "no-such-entry",
            Code::ListedTwice { .. } => "listed-twice",
            Code::NotADigit { .. } => "not-a-digit",
            Code::AgeBandReversed { .. } => "age-band-reversed",
            Code::WrongLength { .. } => "wrong-length",
            Code::NoMembers => "no-members",
            Code::CohortsOverlap { .. } => "cohorts-overlap",
            Code::ClosesBeforeOpening { .. } => "closes-before-opening",
            Code::WindowOutsideHorizon { .. } => "window-outside-horizon",
            Code::CohortInTwoWindows { .. } => "cohort-in-two-windows",
            Code::NoOrdinaryWindow => "no-ordinary-window",
            Code::OpeningShareAboveShowUp { .. } => "opening-share-above-show-up",
            Code::TailWeights { .. } => "tail-weights",
            Code::HourWeightsZero => "hour-weights-zero",
            Code::NoStages => "no-stages",
            Code::NeverOpen => "never-open",
            Code::RangeReversed { .. } => "range-reversed",
            Code::RangePointsNowhere => "range-points-nowhere",
            Code::PeopleInNoCohort { .. } => "people-in-no-cohort",
            Code::CohortWithoutPeople => "cohort-without-people",
            Code::CohortNotInvited { .. } => "cohort-not-invited",
            Code::AgeBandsOverlap { .. } => "age-bands-overlap",
            Code::WindowWithoutCohorts => "window-without-cohorts",
            Code::NeverActs { .. } => "never-acts",
            Code::RangeMissesValue { .. } => "range-misses-value",
            Code::NotePointsNowhere => "note-points-nowhere",
            Code::OffsetChange { .. } => "offset-change",
            Code::UnknownTimeZone => "unknown-time-zone",
            Code::StillWaiting { .. } => "still-waiting",
        }
    }
}
