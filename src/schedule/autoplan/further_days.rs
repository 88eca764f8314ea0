//! Windows on days beyond those that have any.

use std::sync::Arc;

use super::ground::days_between;
use super::{Openings, ordinary_windows};
use crate::clock::{CivilDate, SECONDS_PER_DAY};
use crate::plan::{CheckedPlan, Window, limits};

/// A plan whose ordinary windows open on up to `days_most` days: each day after the last gets windows like those of the
/// day that has most, the earlier one of two alike. `None` = it has so many days already, or none can be added.
///
/// Days that must stay quiet are passed over, and so are days beyond the longest plan that there may be.
pub(super) fn with(plan: &CheckedPlan, days_most: u32, openings: &Openings) -> Option<CheckedPlan> {
    let own = plan.plan();
    let windows: Vec<&Window> = ordinary_windows(plan).into_iter().map(|at| &own.windows[at]).collect();
    let mut days: Vec<CivilDate> = windows.iter().map(|window| window.opens.date()).collect();
    days.dedup();
    let count = |day: &CivilDate| windows.iter().filter(|window| window.opens.date() == *day).count();
    let pattern = *days.iter().reduce(|most, day| if count(day) > count(most) { day } else { most })?;
    let like: Vec<&Window> = windows.into_iter().filter(|window| window.opens.date() == pattern).collect();
    let last = *days.last()?;
    let missing = (days_most as usize).checked_sub(days.len())?;
    let room = limits::DAYS_MAX.checked_sub(own.days)?;
    let further = (1..=i64::from(room)).map(|day| last.plus_days(day));
    let further = further.filter(|day| !openings.quiet_days.contains(day)).take(missing);
    let laid = further.flat_map(|day| {
        let later = days_between(pattern, day) * SECONDS_PER_DAY;
        like.iter().map(move |window| Window {
            opens: window.opens.plus_seconds(later),
            closes: window.closes.plus_seconds(later),
            cohorts: Vec::new(),
            ..(*window).clone()
        })
    });
    let mut all = own.windows.to_vec();
    let most = limits::WINDOWS_MAX.saturating_sub(all.len()) / like.len() * like.len();
    all.extend(laid.take(most));
    let added = all.len().checked_sub(own.windows.len()).filter(|added| *added > 0)?;
    let end = all[all.len() - added..].iter().map(|window| window.opens.date()).max()?;
    let mut longer = own.clone();
    longer.windows = Arc::new(all);
    longer.days = own.days + u32::try_from(days_between(last, end)).ok()?;
    plan.changed(longer).ok()
}
