//! Ages as years of birth, which nobody has to compute on a reference date.

use crate::num::order;
use crate::plan::Plan;

/// From this age on the highest band of a membership is open [years].
const OPEN_FROM: u32 = 99;

/// A span of years of birth; an open end is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BirthYears {
    /// The earliest year; `None` = whoever was born before, too.
    pub first: Option<i32>,
    pub last: i32,
}

/// The years of birth of age bands, the earliest first; `None` = all bands.
///
/// As the membership is cut: year of birth = year of the plan's first day - age. Bands that follow each other are one
/// span; the highest band is open if it reaches the age of 99.
pub fn birth_years(plan: &Plan, ages: Option<&[usize]>) -> Vec<BirthYears> {
    let bands = &plan.members.ages;
    let top = bands.iter().map(|band| band.to).max().unwrap_or(0);
    let chosen = |index: &usize| ages.is_none_or(|ages| ages.contains(index));
    let mut spans: Vec<(u32, u32)> =
        (0..bands.len()).filter(chosen).map(|index| (bands[index].from, bands[index].to)).collect();
    order::sort_by_key(&mut spans, |&(from, _)| std::cmp::Reverse(from));
    let mut merged: Vec<(u32, u32)> = Vec::new();
    for (from, to) in spans {
        match merged.last_mut() {
            Some(older) if to.saturating_add(1) >= older.0 => *older = (from.min(older.0), older.1.max(to)),
            _ => merged.push((from, to)),
        }
    }
    let year = |age: u32| plan.first_day.year().saturating_sub(i32::try_from(age).unwrap_or(i32::MAX));
    let is_open = |to: u32| to == top && to >= OPEN_FROM;
    merged
        .into_iter()
        .map(|(from, to)| BirthYears { first: (!is_open(to)).then(|| year(to)), last: year(from) })
        .collect()
}
