//! Who is in no cohort, in two, or in no window, and cohorts without people.

use super::{Remark, cohorts_that, digits_of, people_of};
use crate::num::order;
use crate::plan::cut::{CohortPeople, Cut};
use crate::plan::digits::{BandWeights, BirthDigits};
use crate::plan::{Cohort, Plan};
use crate::staging::cohorts::adopt::ordinary_windows;

pub fn remarks(plan: &Plan, cut: &Cut) -> Vec<Remark> {
    let mut remarks = Vec::new();
    remarks.extend(in_no_cohort(plan, cut));
    remarks.extend(in_two_cohorts(cut));
    let windows = ordinary_windows(plan);
    let cohorts = cohorts_that(plan, |at, _| windows[at].is_none() && cut.cohorts[at].total > 0);
    if !cohorts.is_empty() {
        remarks.push(Remark::InNoWindow { people: people_of(cut, &cohorts), cohorts });
    }
    let cohorts = cohorts_that(plan, |at, _| cut.cohorts[at].total == 0);
    if !cohorts.is_empty() {
        remarks.push(Remark::EmptyCohort { cohorts });
    }
    remarks.extend(digits_without_people(plan, cut));
    remarks
}

/// Indices with people, the most first.
pub fn most_first(people: impl Iterator<Item = u64>) -> Vec<(usize, u64)> {
    let mut found: Vec<(usize, u64)> = people.enumerate().filter(|&(_, people)| people > 0).collect();
    order::sort_by_key(&mut found, |&(at, people)| (std::cmp::Reverse(people), at));
    found
}

fn in_no_cohort(plan: &Plan, cut: &Cut) -> Option<Remark> {
    if cut.in_no_cohort == 0 {
        return None;
    }
    let members = &plan.members;
    let mut regions: Vec<u64> = members.counts.iter().map(|counts| counts.iter().sum()).collect();
    let of_age = |age: usize| members.counts.iter().filter_map(|counts| counts.get(age)).sum();
    let mut ages: Vec<u64> = (0..members.ages.len()).map(of_age).collect();
    let take = |left: &mut [u64], taken: &[(usize, u64)]| {
        for &(at, people) in taken {
            left[at] = left[at].saturating_sub(people);
        }
    };
    for CohortPeople { by_age, by_region, .. } in &cut.cohorts {
        take(&mut regions, by_region);
        take(&mut ages, by_age);
    }
    let is_exact = cut.covered_twice == 0;
    let listed = |left: Vec<u64>| most_first(left.into_iter().filter(|_| is_exact));
    Some(Remark::InNoCohort { people: cut.in_no_cohort, by_region: listed(regions), by_age: listed(ages) })
}

fn in_two_cohorts(cut: &Cut) -> Option<Remark> {
    let most = cut.overlaps.iter().max_by_key(|overlap| (overlap.people, std::cmp::Reverse(overlap.cohort)))?;
    Some(Remark::InTwoCohorts {
        people: cut.covered_twice,
        pair: (most.earlier, most.cohort),
        shared: most.people,
        cohorts: cut.overlaps.len(),
    })
}

fn digits_without_people(plan: &Plan, cut: &Cut) -> Option<Remark> {
    let bands: Vec<BandWeights> =
        plan.members.ages.iter().map(|band| BandWeights::new(band, plan.first_day.year())).collect();
    let missing = |cohort: &Cohort| -> Vec<u8> {
        let is_chosen = |age: &usize| cohort.ages.as_ref().is_none_or(|ages| ages.contains(age));
        let of_digit = |digit: u8| BirthDigits::of(Some(&[digit]), None).both(digits_of(cohort));
        let has = |digit: u8| (0..bands.len()).filter(is_chosen).any(|age| bands[age].weight(of_digit(digit)) > 0);
        cohort.birth_year_digits.iter().flatten().copied().filter(|&digit| !has(digit)).collect()
    };
    let is_short = |at: usize, cohort: &Cohort| cut.cohorts[at].total > 0 && !missing(cohort).is_empty();
    let cohorts = cohorts_that(plan, is_short);
    let first = *cohorts.first()?;
    Some(Remark::DigitsWithoutPeople { digits: missing(&plan.cohorts[first]), first, cohorts })
}
