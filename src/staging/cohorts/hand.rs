//! One cohort split and several merged by hand.

use super::area::Area;
use super::part::{Axis, Part};
use crate::plan::digits::BirthDigits;
use crate::plan::{Cohort, Plan};

/// Why cohorts do not make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeFault {
    /// Fewer than two cohorts of the plan were named.
    TooFew,
    /// No rule selects exactly these people: the narrowest that holds them all takes in others, too.
    NotARule,
}

/// A part per region, age band or digit that `cohort` selects.
pub fn split(plan: &Plan, cohort: &Cohort, axis: Axis) -> Vec<Part> {
    let whole = Part::of(cohort);
    let chosen = whole.chosen(axis, &plan.members);
    chosen.into_iter().map(|one| whole.with(axis, vec![one], &plan.members)).collect()
}

/// The one part that selects exactly whom the cohorts of the plan at `places` select together.
///
/// # Errors
/// There are fewer than two, or no rule selects exactly their people.
pub fn merge(plan: &Plan, places: &[usize]) -> Result<Part, MergeFault> {
    let members = &plan.members;
    let cohorts = at(plan, places);
    let merged = narrowest(plan, places).filter(|_| cohorts.len() > 1).ok_or(MergeFault::TooFew)?;
    let wanted = Area::of(members, &merged.named(String::new()));
    let areas: Vec<Area> = cohorts.iter().map(|cohort| Area::of(members, cohort)).collect();
    let is_covered = |region: usize, age: usize| {
        let covered = areas.iter().fold(BirthDigits::NOBODY, |sum, area| sum.either(area.digits_of(region, age)));
        covered == wanted.digits_of(region, age)
    };
    let ages = merged.chosen(Axis::Ages, members);
    let regions = merged.chosen(Axis::Regions, members);
    let fits = regions.iter().all(|&region| ages.iter().all(|&age| is_covered(region, age)));
    if fits { Ok(merged) } else { Err(MergeFault::NotARule) }
}

/// The narrowest part that holds everybody in the cohorts of the plan at `places`; `None` without cohorts.
pub fn narrowest(plan: &Plan, places: &[usize]) -> Option<Part> {
    let members = &plan.members;
    let cohorts = at(plan, places);
    let mut merged = Part::of(cohorts.first()?);
    for axis in [Axis::Regions, Axis::Ages, Axis::YearDigits, Axis::DayDigits] {
        let mut all: Vec<usize> = cohorts.iter().flat_map(|cohort| Part::of(cohort).chosen(axis, members)).collect();
        crate::num::order::sort(&mut all);
        all.dedup();
        merged = merged.with(axis, all, members);
    }
    Some(merged)
}

fn at<'a>(plan: &'a Plan, places: &[usize]) -> Vec<&'a Cohort> {
    places.iter().filter_map(|&place| plan.cohorts.get(place)).collect()
}
