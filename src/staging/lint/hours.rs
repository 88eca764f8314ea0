//! Which hours people get: nights, working hours only, and windows that are unlike in size.

use std::collections::BTreeSet;

use super::people::most_first;
use super::{Remark, cohorts_that, people_of};
use crate::clock::{CivilDate, SECONDS_PER_DAY, SECONDS_PER_HOUR};
use crate::plan::cut::Cut;
use crate::plan::{Holidays, Plan, Window};
use crate::staging::windows::starters_of_windows;

/// The largest window over the smallest, beyond which they are called unequal [1].
pub const UNEQUAL_BEYOND: f64 = 3.0;
/// Age from which on people count as elderly [years].
pub const ELDERLY_FROM: u32 = 70;

/// First and last hour of the night [h].
const NIGHT: (i64, i64) = (22, 7);
/// First and last working hour [h].
const WORKING: (i64, i64) = (9, 18);
const SATURDAY: usize = 5;

pub fn remarks(plan: &Plan, cut: &Cut, holidays: Option<&Holidays>) -> Vec<Remark> {
    let starters = starters_of_windows(plan, &plan.windows);
    let mut remarks = Vec::new();
    remarks.extend(night(plan, cut));
    remarks.extend(working_hours(plan, cut, holidays));
    remarks.extend(unequal(plan, &starters));
    remarks.extend(elderly(plan, cut, &starters));
    remarks
}

/// Whether a window is open at some time from 22:00 to 07:00; one of a day or more leaves the choice of another hour.
pub fn touches_night(window: &Window) -> bool {
    let length = window.closes.seconds_since(window.opens);
    let into = window.opens.seconds_since(window.opens.date().midnight());
    let (from, to) = (NIGHT.0 * SECONDS_PER_HOUR, NIGHT.1 * SECONDS_PER_HOUR);
    let meets = |start: i64, end: i64| into < end && into + length > start;
    length < SECONDS_PER_DAY && (meets(0, to) || meets(from, SECONDS_PER_DAY + to))
}

/// Whether a window is open on one working day between 09:00 and 18:00 only.
pub fn is_within_working_hours(window: &Window, holidays: Option<&Holidays>) -> bool {
    let day: CivilDate = window.opens.date();
    let is_off = day.weekday() >= SATURDAY || holidays.and_then(|table| table.on(day)).is_some();
    let at = |hour: i64| day.midnight().plus_seconds(hour * SECONDS_PER_HOUR);
    !is_off && window.opens >= at(WORKING.0) && window.closes <= at(WORKING.1)
}

fn ordinary(plan: &Plan) -> impl Iterator<Item = (usize, &Window)> {
    plan.windows.iter().enumerate().filter(|(_, window)| !window.catch_up)
}

fn night(plan: &Plan, cut: &Cut) -> Option<Remark> {
    let windows: Vec<usize> = ordinary(plan).filter(|(_, window)| touches_night(window)).map(|(at, _)| at).collect();
    let invited: BTreeSet<usize> = windows.iter().flat_map(|&at| plan.windows[at].cohorts.iter().copied()).collect();
    let mut regions = vec![0; plan.members.regions.len()];
    for cohort in invited.iter().filter_map(|&cohort| cut.cohorts.get(cohort)) {
        for &(region, people) in &cohort.by_region {
            regions[region] += people;
        }
    }
    let people: u64 = regions.iter().sum();
    (people > 0).then(|| Remark::NightWindow { windows, by_region: most_first(regions.into_iter()), people })
}

fn working_hours(plan: &Plan, cut: &Cut, holidays: Option<&Holidays>) -> Option<Remark> {
    let mut has_ordinary = vec![false; plan.cohorts.len()];
    let mut has_other = vec![false; plan.cohorts.len()];
    for window in plan.windows.iter() {
        let is_other = !is_within_working_hours(window, holidays);
        for &cohort in window.cohorts.iter().filter(|&&cohort| cohort < plan.cohorts.len()) {
            has_ordinary[cohort] |= !window.catch_up;
            has_other[cohort] |= is_other;
        }
    }
    let counts = |at: usize| has_ordinary[at] && cut.cohorts[at].total > 0;
    let cohorts = cohorts_that(plan, |at, _| counts(at) && !has_other[at]);
    let others = cohorts_that(plan, |at, _| counts(at) && has_other[at]).len();
    let is_unlike = !cohorts.is_empty() && others > 0;
    is_unlike.then(|| Remark::OnlyWorkingHours { people: people_of(cut, &cohorts), cohorts, others })
}

fn unequal(plan: &Plan, starters: &[f64]) -> Option<Remark> {
    let expected = || ordinary(plan).map(|(at, _)| at).filter(|&at| starters[at] > 0.0);
    let largest = expected().max_by(|&one, &other| starters[one].total_cmp(&starters[other]).then(other.cmp(&one)))?;
    let smallest = expected().min_by(|&one, &other| starters[one].total_cmp(&starters[other]).then(one.cmp(&other)))?;
    let ratio = starters[largest] / starters[smallest];
    let is_unequal = ratio > UNEQUAL_BEYOND;
    let starters = (starters[largest], starters[smallest]);
    is_unequal.then_some(Remark::UnequalWindows { largest, smallest, starters, ratio })
}

fn elderly(plan: &Plan, cut: &Cut, starters: &[f64]) -> Option<Remark> {
    let expected = || ordinary(plan).map(|(at, _)| at).filter(|&at| starters[at] > 0.0);
    let window = expected().max_by(|&one, &other| starters[one].total_cmp(&starters[other]).then(other.cmp(&one)))?;
    let is_old = |age: usize| plan.members.ages.get(age).is_some_and(|band| band.from >= ELDERLY_FROM);
    let invited = plan.windows[window].cohorts.iter().filter_map(|&cohort| cut.cohorts.get(cohort));
    let of_age = invited.flat_map(|cohort| &cohort.by_age).filter(|&&(age, _)| is_old(age));
    let people: u64 = of_age.map(|&(_, people)| people).sum();
    let is_said = people > 0 && expected().count() > 1;
    is_said.then(|| Remark::ElderlyInBusiestWindow { window, people, starters: starters[window] })
}
