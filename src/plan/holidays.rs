//! A table of holidays: the years it speaks of, where it is from, and its days.

use crate::clock::CivilDate;

/// What is known of the holidays of some years. Of other years nothing is known, which is not the same as no holiday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holidays {
    /// First year that the table speaks of.
    pub from_year: u32,
    /// Last year that the table speaks of.
    pub to_year: u32,
    pub source: String,
    pub days: Vec<Holiday>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    pub date: CivilDate,
    pub name: String,
}

impl Holidays {
    /// Whether the table speaks of the year of `date`.
    pub fn knows(&self, date: CivilDate) -> bool {
        u32::try_from(date.year()).is_ok_and(|year| (self.from_year..=self.to_year).contains(&year))
    }

    /// The holiday on `date`, the first of several; `None` = none, or none that is known.
    pub fn on(&self, date: CivilDate) -> Option<&Holiday> {
        self.days.iter().find(|holiday| holiday.date == date && self.knows(date))
    }
}
