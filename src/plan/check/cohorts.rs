//! Checks of the cohorts: their rules, and whether they cover each person exactly once.

use litemap::LiteMap;

use super::findings::Findings;
use crate::plan::cut::Cut;
use crate::plan::issue::{Entry, IssueCode, Limited};
use crate::plan::{Plan, limits};

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    findings.limit(Limited::Cohorts, plan.cohorts.len() as u64, limits::COHORTS_MAX as u64, "/cohorts");
    for (place, cohort) in plan.cohorts.iter().enumerate() {
        let pointer = |field: &str| format!("/cohorts/{place}/{field}");
        if let Some(regions) = &cohort.regions {
            findings.indices(Entry::Region, regions, plan.members.regions.len(), pointer("regions"));
        }
        if let Some(ages) = &cohort.ages {
            findings.indices(Entry::Age, ages, plan.members.ages.len(), pointer("ages"));
        }
        if let Some(digits) = &cohort.birth_year_digits {
            check_digits(digits, &pointer("birth_year_digits"), findings);
        }
        if let Some(digits) = &cohort.birth_day_digits {
            check_digits(digits, &pointer("birth_day_digits"), findings);
        }
    }
}

fn check_digits(digits: &[u8], pointer: &str, findings: &mut Findings) {
    let mut seen: LiteMap<_, ()> = LiteMap::new();
    for (place, &value) in digits.iter().enumerate() {
        let pointer = format!("{pointer}/{place}");
        if value > 9 {
            findings.add(IssueCode::NotADigit { value }, pointer);
        } else if seen.insert(value, ()).is_some() {
            findings.add(IssueCode::ListedTwice { what: Entry::Digit, index: usize::from(value) }, pointer);
        }
    }
}

pub(super) fn check_cut(cut: &Cut, findings: &mut Findings) {
    let mut overlaps = cut.overlaps.iter().peekable();
    for (place, people) in cut.cohorts.iter().enumerate() {
        let pointer = format!("/cohorts/{place}");
        if let Some(overlap) = overlaps.next_if(|overlap| overlap.cohort == place) {
            findings.add(IssueCode::CohortsOverlap { earlier: overlap.earlier, people: overlap.people }, pointer);
        } else if people.total == 0 {
            findings.add(IssueCode::CohortWithoutPeople, pointer);
        }
    }
    if cut.in_no_cohort > 0 {
        findings.add(IssueCode::PeopleInNoCohort { people: cut.in_no_cohort }, "/cohorts");
    }
}
