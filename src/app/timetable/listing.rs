//! The timetable as a list: which cohorts are shown, where each can go, and which slot would peak lowest.

use super::moves::Trial;
use super::spot::Place;
use crate::app::fields::ordinary_window_of;
use crate::num::order;
use crate::plan::Plan;

/// Options of all lists of choices that a page of rows may hold; more would make the page slow.
const OPTIONS_MOST: usize = 2_000;
/// Rows of a page, whatever their lists hold.
const ROWS_LEAST: usize = 10;
const ROWS_MOST: usize = 100;

/// The cohorts whose name holds what was typed, in the order of the plan.
pub fn found(plan: &Plan, typed: &str) -> Vec<usize> {
    let wanted = typed.trim().to_lowercase();
    let holds = |at: &usize| plan.cohorts[*at].name.to_lowercase().contains(&wanted);
    (0..plan.cohorts.len()).filter(holds).collect()
}

/// Where a cohort can be: in none, then the ordinary windows in order of time.
pub fn places(plan: &Plan) -> Vec<Place> {
    let mut windows: Vec<usize> = (0..plan.windows.len()).filter(|&at| !plan.windows[at].catch_up).collect();
    order::sort_by_key(&mut windows, |&at| (plan.windows[at].opens, plan.windows[at].closes, at));
    std::iter::once(None).chain(windows.into_iter().map(Some)).collect()
}

/// How many rows one page of the list has.
pub fn rows_of_page(places: usize) -> usize {
    (OPTIONS_MOST / places.max(1)).clamp(ROWS_LEAST, ROWS_MOST)
}

/// The slot that would have the lowest peak with the cohorts in it; `None` = that in which they are all by now, or
/// there is none. `here` = the load of that slot.
pub fn lowest(plan: &Plan, cohorts: &[usize], trials: &[Trial], here: Option<f64>) -> Option<usize> {
    let load = |trial: &Trial| trial.load.unwrap_or(0.0);
    let best = trials.iter().min_by(|one, two| load(one).total_cmp(&load(two)).then(one.window.cmp(&two.window)))?;
    let mut homes = cohorts.iter().map(|&cohort| ordinary_window_of(plan, cohort));
    let home = homes.next()?;
    let are_together = home.is_some() && homes.all(|other| other == home);
    let stay = are_together && here.is_some_and(|here| here <= load(best));
    (!stay).then_some(best.window)
}
