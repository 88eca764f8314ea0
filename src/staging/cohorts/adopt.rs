//! Other cohorts in a plan whose windows stay: nobody is moved, whoever has no window is listed.

use std::sync::Arc;

use litemap::LiteMap;

use super::area::Area;
use crate::clock::{CivilTime, SECONDS_PER_DAY, SECONDS_PER_HOUR};
use crate::plan::limits::DAYS_MAX;
use crate::plan::pointer::{index, joined, steps};
use crate::plan::{Cohort, Plan, Window};

/// A plan that took over other cohorts.
#[derive(Clone, Debug, PartialEq)]
pub struct Adopted {
    pub plan: Plan,
    /// Cohorts in no ordinary window, in order.
    pub not_invited: Vec<usize>,
}

/// The plan with `cohorts` in place of its own and all of its windows.
///
/// A cohort comes into an ordinary window if everybody in it who was in any cohort was invited by that one window, and
/// into a catch-up window if it invited some of them. So nobody is invited at another time than before. What is said of
/// windows stays, what is said of a cohort goes with its selection.
pub fn adopt(plan: &Plan, cohorts: Vec<Cohort>) -> Adopted {
    let areas = |cohorts: &[Cohort]| cohorts.iter().map(|cohort| Area::of(&plan.members, cohort)).collect::<Vec<_>>();
    let (before, after) = (areas(&plan.cohorts), areas(&cohorts));
    let met: Vec<Vec<usize>> =
        after.iter().map(|area| (0..before.len()).filter(|&old| area.meets(&before[old])).collect()).collect();
    let old_window = ordinary_windows(plan);
    let window_of = |met: &[usize]| {
        let first = old_window[*met.first()?];
        met.iter().all(|&old| old_window[old] == first).then_some(first).flatten()
    };
    let home: Vec<Option<usize>> = met.iter().map(|met| window_of(met)).collect();
    let invites = |(at, window): (usize, &Window)| {
        let is_invited = |&cohort: &usize| match window.catch_up {
            true => met[cohort].iter().any(|old| window.cohorts.contains(old)),
            false => home[cohort] == Some(at),
        };
        Window { cohorts: (0..cohorts.len()).filter(is_invited).collect(), ..window.clone() }
    };
    let windows = plan.windows.iter().enumerate().map(invites).collect();
    let same = |old: usize| met_by_same(&before[old], &after);
    let kept: Vec<Option<usize>> = (0..before.len()).map(same).collect();
    let mut adopted = plan.clone();
    follow(&mut adopted, &kept);
    adopted.cohorts = Arc::new(cohorts);
    adopted.windows = Arc::new(windows);
    let not_invited = (0..home.len()).filter(|&cohort| home[cohort].is_none()).collect();
    Adopted { plan: adopted, not_invited }
}

/// The first ordinary window of each cohort.
pub fn ordinary_windows(plan: &Plan) -> Vec<Option<usize>> {
    let mut windows = vec![None; plan.cohorts.len()];
    for (at, window) in plan.windows.iter().enumerate().filter(|(_, window)| !window.catch_up) {
        for &cohort in &window.cohorts {
            if let Some(first) = windows.get_mut(cohort) {
                first.get_or_insert(at);
            }
        }
    }
    windows
}

/// Opening and closing of a catch-up day [h].
const CATCH_UP_HOURS: (i64, i64) = (9, 18);

/// The plan with a catch-up window for all cohorts on the day after the last closing, 9:00 to 18:00.
///
/// `None` where there is a catch-up window already, nothing to catch up with, or no day left in the longest horizon.
pub fn with_catch_up(plan: &Plan) -> Option<Plan> {
    if plan.windows.iter().any(|window| window.catch_up) {
        return None;
    }
    let last = plan.windows.iter().map(|window| window.closes).max()?;
    let day = last.plus_seconds(-1).date().plus_days(1);
    let days = day.midnight().seconds_since(plan.horizon_start()) / SECONDS_PER_DAY + 1;
    let days = u32::try_from(days).ok().filter(|&days| days <= DAYS_MAX)?;
    let at = |hour: i64| -> CivilTime { day.midnight().plus_seconds(hour * SECONDS_PER_HOUR) };
    let mut later = plan.clone();
    Arc::make_mut(&mut later.windows).push(Window {
        opens: at(CATCH_UP_HOURS.0),
        closes: at(CATCH_UP_HOURS.1),
        cohorts: (0..plan.cohorts.len()).collect(),
        catch_up: true,
        show_up: None,
        closes_hard: false,
    });
    later.days = plan.days.max(days);
    Some(later)
}

/// The cohort that selects the same.
fn met_by_same(area: &Area, after: &[Area]) -> Option<usize> {
    after.iter().position(|other| other == area)
}

/// Lets everything that is said of cohorts follow them to their new places; `kept` has a place per old cohort.
fn follow(plan: &mut Plan, kept: &[Option<usize>]) {
    plan.ranges = std::mem::take(&mut plan.ranges)
        .into_iter()
        .filter_map(|range| Some(crate::plan::Range { field: place(&range.field, kept)?, ..range }))
        .collect();
    plan.sources = followed(std::mem::take(&mut plan.sources), kept);
    plan.entered_as = followed(std::mem::take(&mut plan.entered_as), kept);
    plan.unknown = followed(std::mem::take(&mut plan.unknown), kept);
}

fn followed<V>(notes: LiteMap<String, V>, kept: &[Option<usize>]) -> LiteMap<String, V> {
    notes.into_iter().filter_map(|(pointer, note)| Some((place(&pointer, kept)?, note))).collect()
}

/// Where a pointer points now; `None` if its cohort is gone.
fn place(pointer: &str, kept: &[Option<usize>]) -> Option<String> {
    let is_cohort = |steps: &Vec<String>| steps.len() > 1 && steps[0] == "cohorts";
    let Some(mut steps) = steps(pointer).filter(is_cohort) else { return Some(pointer.to_owned()) };
    let Some(old) = index(&steps[1]) else { return Some(pointer.to_owned()) };
    steps[1] = (*kept.get(old)?)?.to_string();
    Some(joined(&steps))
}
