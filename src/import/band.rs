//! Ages as tables name them.

use crate::plan::AgeBand;

/// The last age of an open band in a plan [years].
pub const LAST_AGE: u32 = 120;

/// Ages `from..=to` in completed years; without `to` the band is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Band {
    pub from: u32,
    pub to: Option<u32>,
}

impl Band {
    pub const fn new(from: u32, to: u32) -> Self {
        Self { from, to: Some(to) }
    }

    pub const fn open(from: u32) -> Self {
        Self { from, to: None }
    }

    /// The last age [years]; of an open band beyond every other.
    pub fn last(self) -> u32 {
        self.to.unwrap_or(u32::MAX)
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.from <= other.last() && other.from <= self.last()
    }

    pub fn contains(self, other: Self) -> bool {
        self.from <= other.from && other.last() <= self.last()
    }

    /// `20-29`, `23`, `100+`: understood in every language.
    pub fn name(self) -> String {
        match self.to {
            None => format!("{}+", self.from),
            Some(to) if to == self.from => to.to_string(),
            Some(to) => format!("{}-{to}", self.from),
        }
    }

    /// The band of a plan, which has a last age.
    pub fn of_plan(self) -> AgeBand {
        let to = self.to.unwrap_or(LAST_AGE.max(self.from));
        AgeBand { name: self.name(), from: self.from, to }
    }
}

/// What a label says of ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ages {
    Band(Band),
    /// Years of birth `first..=last`; which ages these are depends on the year of the table.
    Born(i32, i32),
    All,
    /// The sum of the bands that the table gives.
    AllOfBands,
    Unknown,
}

impl Ages {
    /// Whether this is a total and no part of one.
    pub fn is_total(self) -> bool {
        matches!(self, Self::All | Self::AllOfBands)
    }
}
