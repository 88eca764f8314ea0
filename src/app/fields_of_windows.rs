//! Edits of windows, cohorts and the membership that the forms offer beyond single fields.

use crate::clock::SECONDS_PER_MINUTE;
use crate::num::order;
use crate::plan::edit::{CohortEdit, CohortField, MembersEdit, PlanEdit, WindowEdit, WindowField};
use crate::plan::{AgeBand, Cohort, Plan, Region, Window};

/// What a cohort can be split by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitBy {
    Regions,
    Ages,
    BirthYears,
    BirthDays,
}

impl SplitBy {
    pub const ALL: [Self; 4] = [Self::Regions, Self::Ages, Self::BirthYears, Self::BirthDays];
}

/// The edit of one field of a cohort.
pub fn cohort(at: usize, field: CohortField) -> PlanEdit {
    PlanEdit::Cohorts(CohortEdit::Set { at, field })
}

/// The edit that adds a cohort which selects nobody yet, so that it overlaps with no other.
pub fn add_cohort(plan: &Plan, name: &str) -> PlanEdit {
    let cohort = Cohort { regions: Some(Vec::new()), ..Cohort::everyone(name) };
    PlanEdit::Cohorts(CohortEdit::Add { at: plan.cohorts.len(), cohort })
}

/// The edit that makes two cohorts of one, in the same windows; `None` = by that it cannot be split.
pub fn split_cohort(plan: &Plan, at: usize, by: SplitBy, names: fn(&str, usize) -> String) -> Option<PlanEdit> {
    let whole = plan.cohorts.get(at)?;
    let (mut first, mut second) = (whole.clone(), whole.clone());
    (first.name, second.name) = (names(&whole.name, 1), names(&whole.name, 2));
    match by {
        SplitBy::Regions => {
            let halves = halves(whole.regions.clone(), 0..plan.members.regions.len())?;
            (first.regions, second.regions) = (Some(halves.0), Some(halves.1));
        }
        SplitBy::Ages => {
            let halves = halves(whole.ages.clone(), 0..plan.members.ages.len())?;
            (first.ages, second.ages) = (Some(halves.0), Some(halves.1));
        }
        SplitBy::BirthYears => {
            let halves = halves(whole.birth_year_digits.clone(), 0..10)?;
            (first.birth_year_digits, second.birth_year_digits) = (Some(halves.0), Some(halves.1));
        }
        SplitBy::BirthDays => {
            let halves = halves(whole.birth_day_digits.clone(), 0..10)?;
            (first.birth_day_digits, second.birth_day_digits) = (Some(halves.0), Some(halves.1));
        }
    }
    Some(PlanEdit::Cohorts(CohortEdit::InTwo { at, halves: Box::new([first, second]) }))
}

fn halves<T: Copy>(chosen: Option<Vec<T>>, all: impl Iterator<Item = T>) -> Option<(Vec<T>, Vec<T>)> {
    let chosen = chosen.unwrap_or_else(|| all.collect());
    let (first, second) = chosen.split_at(chosen.len().div_ceil(2));
    (!second.is_empty()).then(|| (first.to_vec(), second.to_vec()))
}

/// The choice without or with one more; all chosen stays a list, which says the same.
pub fn with<T: Ord + Copy>(chosen: &[T], one: T, is_chosen: bool) -> Vec<T> {
    let mut chosen: Vec<T> = chosen.iter().copied().filter(|&other| other != one).collect();
    if is_chosen {
        chosen.push(one);
    }
    order::sort(&mut chosen);
    chosen
}

/// Moves windows as they are by some minutes; their lengths stay.
pub fn shift_windows(plan: &Plan, windows: impl Iterator<Item = usize>, minutes: i64) -> PlanEdit {
    let seconds = minutes * SECONDS_PER_MINUTE;
    let shifted = windows.filter_map(|at| {
        let window = plan.windows.get(at)?;
        let (opens, closes) = (window.opens.plus_seconds(seconds), window.closes.plus_seconds(seconds));
        Some(PlanEdit::Windows(WindowEdit::Set { at, field: WindowField::Times { opens, closes } }))
    });
    PlanEdit::Several(shifted.collect())
}

/// A window like one of the plan behind it, opening when that closes; cohorts follow only into a catch-up window, as
/// an ordinary one would invite them twice.
pub fn double_window(plan: &Plan, at: usize) -> Option<PlanEdit> {
    let like = plan.windows.get(at)?;
    let length = like.closes.seconds_since(like.opens).max(SECONDS_PER_MINUTE);
    let cohorts = if like.catch_up { like.cohorts.clone() } else { Vec::new() };
    let window = Window { opens: like.closes, closes: like.closes.plus_seconds(length), cohorts, ..like.clone() };
    Some(PlanEdit::Windows(WindowEdit::Add { at: at + 1, window }))
}

/// The edit that puts a window earlier or later in the list; `None` at its end.
pub fn order_window(plan: &Plan, from: usize, later: bool) -> Option<PlanEdit> {
    let to = neighbour(from, later, plan.windows.len())?;
    Some(PlanEdit::Windows(WindowEdit::Move { from, to }))
}

/// The edit that puts a cohort earlier or later in the list; `None` at its end.
pub fn order_cohort(plan: &Plan, from: usize, later: bool) -> Option<PlanEdit> {
    let to = neighbour(from, later, plan.cohorts.len())?;
    Some(PlanEdit::Cohorts(CohortEdit::Move { from, to }))
}

fn neighbour(from: usize, later: bool, count: usize) -> Option<usize> {
    let to = if later { from + 1 } else { from.checked_sub(1)? };
    (to < count).then_some(to)
}

/// The edit that adds a region behind the last, with nobody in it.
pub fn add_region(plan: &Plan, name: &str) -> PlanEdit {
    let region = Region { name: name.to_owned(), code: None };
    PlanEdit::Members(MembersEdit::AddRegion { at: plan.members.regions.len(), region })
}

/// The edit that adds an age band above the highest, as wide as that, with nobody in it.
pub fn add_age(plan: &Plan, name: fn(u32, u32) -> String) -> PlanEdit {
    let highest = plan.members.ages.iter().max_by_key(|band| band.to);
    let from = highest.map_or(0, |band| band.to.saturating_add(1));
    let width = highest.map_or(9, |band| band.to.saturating_sub(band.from));
    let to = from.saturating_add(width);
    let band = AgeBand { name: name(from, to), from, to };
    PlanEdit::Members(MembersEdit::AddAge { at: plan.members.ages.len(), band })
}
