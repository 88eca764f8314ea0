//! What the calendar has against a day: reasons with figures, for the days on which windows are open.

use super::windows::starters_of_windows;
use crate::clock::CivilDate;
use crate::plan::{Holidays, Plan, Window};

const FRIDAY: usize = 4;

/// Why a day deserves a second look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Allowances are paid and cards are charged.
    FirstOfMonth,
    /// A fault of the evening meets the fewest hands, and two days in which little is mended.
    Friday,
    Weekend,
    /// Its name.
    Holiday(String),
    /// The name of the holiday of the next day.
    BeforeHoliday(String),
    /// The name of the holiday of the day before.
    AfterHoliday(String),
    /// The table does not speak of the day, or of a day beside it.
    NotKnown,
}

/// A day with windows and what is to be said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    pub day: CivilDate,
    /// At least one.
    pub reasons: Vec<Reason>,
    /// Indices of the windows that are open on that day.
    pub windows: Vec<usize>,
    /// Expected starters of the ordinary windows that open on that day [people].
    pub starters: f64,
}

/// The reasons of a day, in the order of [`Reason`].
pub fn reasons(day: CivilDate, holidays: Option<&Holidays>) -> Vec<Reason> {
    let (before, after) = (day.plus_days(-1), day.plus_days(1));
    let name = |date| holidays.and_then(|table| table.on(date)).map(|holiday| holiday.name.clone());
    let mut found = Vec::new();
    let mut add = |holds: bool, reason| {
        if holds {
            found.push(reason);
        }
    };
    add(day.day() == 1, Reason::FirstOfMonth);
    add(day.weekday() == FRIDAY, Reason::Friday);
    add(day.weekday() > FRIDAY, Reason::Weekend);
    let own = name(day);
    let is_none = own.is_none();
    found.extend(own.map(Reason::Holiday));
    if is_none {
        found.extend(name(after).map(Reason::BeforeHoliday));
        found.extend(name(before).map(Reason::AfterHoliday));
    }
    if ![before, day, after].iter().all(|&date| holidays.is_some_and(|table| table.knows(date))) {
        found.push(Reason::NotKnown);
    }
    found
}

/// Remarks on every day on which one of `windows` is open, in order of time.
pub fn remarks(plan: &Plan, windows: &[Window], holidays: Option<&Holidays>) -> Vec<Remark> {
    let starters = starters_of_windows(plan, windows);
    let days = (0..i64::from(plan.days)).map(|day| plan.first_day.plus_days(day));
    let remark = |day: CivilDate| {
        let is_open = |window: &Window| window.opens < day.plus_days(1).midnight() && window.closes > day.midnight();
        let open: Vec<usize> = (0..windows.len()).filter(|&at| is_open(&windows[at])).collect();
        let reasons = reasons(day, holidays);
        let opening = open.iter().filter(|&&at| windows[at].opens.date() == day);
        let starters = opening.map(|&at| starters[at]).sum();
        (!open.is_empty() && !reasons.is_empty()).then_some(Remark { day, reasons, windows: open, starters })
    };
    days.filter_map(remark).collect()
}
