//! The cut against the reference plans, against a slow count, and at its limits.

use std::sync::Arc;

use serde_json::Value;

use super::*;
use crate::clock::CivilDate;
use crate::plan::{AgeBand, Membership, Region, sample};

fn of(cohorts: Vec<Cohort>) -> Cut {
    cut(&Plan { cohorts: Arc::new(cohorts), ..sample::plan() })
}

fn with_digits(years: Option<&[u8]>, days: Option<&[u8]>) -> Cohort {
    Cohort {
        birth_year_digits: years.map(<[u8]>::to_vec),
        birth_day_digits: days.map(<[u8]>::to_vec),
        ..Cohort::everyone("")
    }
}

fn totals(cut: &Cut) -> Vec<u64> {
    cut.cohorts.iter().map(|cohort| cohort.total).collect()
}

#[test]
fn every_reference_plan_is_cut_to_the_person() {
    let reference: Value = serde_json::from_str(include_str!("../../../tests/reference/plans.json")).unwrap();
    let cases = reference["cases"].as_array().unwrap();
    assert!(cases.len() >= 20);
    for case in cases {
        let plan = read(&case["plan"]);
        let expect: Vec<u64> = serde_json::from_value(case["expect"]["cohort_people"].clone()).unwrap();
        assert_eq!(totals(&cut(&plan)), expect, "{}", case["name"]);
    }
}

#[test]
fn people_are_told_by_region_and_by_age() {
    let cut = of(vec![sample::of_region("South", 1), Cohort { ages: Some(vec![0]), ..sample::of_region("", 0) }]);
    assert_eq!(cut.cohorts[0].by_region, [(1, 500)]);
    assert_eq!(cut.cohorts[0].by_age, [(0, 150), (1, 350)]);
    assert_eq!(cut.cohorts[1].by_age, [(0, 300)]);
    assert_eq!(cut.in_no_cohort, 200);
    assert_eq!((cut.covered_twice, cut.overlaps.len()), (0, 0));
}

#[test]
fn one_person_goes_to_the_earlier_of_equals() {
    let mut members = (*sample::plan().members).clone();
    members.ages = vec![AgeBand { name: String::new(), from: 20, to: 39 }];
    members.counts = vec![vec![1], vec![3]];
    let halves = vec![with_digits(Some(&[0, 2, 4, 6, 8]), None), with_digits(Some(&[1, 3, 5, 7, 9]), None)];
    let plan = Plan { members: Arc::new(members), cohorts: Arc::new(halves), ..sample::plan() };
    assert_eq!(totals(&cut(&plan)), [3, 1]);
    let only_odd = Plan { cohorts: Arc::new(vec![plan.cohorts[1].clone()]), ..plan };
    // Of one person half is in the cohort and half is the rest, which stands last.
    assert_eq!((totals(&cut(&only_odd)), cut(&only_odd).in_no_cohort), (vec![3], 1));
}

#[test]
fn overlaps_are_counted_in_people() {
    let cut = of(vec![Cohort::everyone("all"), sample::of_region("North", 0), with_digits(None, Some(&[1]))]);
    // 172 of 1,461 of each cell, rounded up: 36 + 24 + 18 + 42.
    let expect = [Overlap { cohort: 1, earlier: 0, people: 500 }, Overlap { cohort: 2, earlier: 0, people: 120 }];
    assert_eq!(cut.overlaps, expect);
    assert_eq!(cut.covered_twice, 500 + 18 + 42);
    assert_eq!(cut.in_no_cohort, 0);
}

#[test]
fn indices_that_do_not_exist_select_nobody() {
    let cut = of(vec![Cohort { regions: Some(vec![7, 0]), ages: Some(vec![9]), ..Cohort::everyone("") }]);
    assert_eq!((totals(&cut), cut.in_no_cohort), (vec![0], 1_000));
}

#[test]
fn the_largest_plan_is_cut_without_losing_anybody() {
    let (regions, ages) = (100, 100);
    let mut plan = sample::plan();
    plan.first_day = CivilDate::new(2026, 1, 1).unwrap();
    plan.members = Arc::new(Membership {
        regions: vec![Region { name: String::new(), code: None }; regions],
        ages: (0..ages as u32).map(|age| AgeBand { name: String::new(), from: age, to: age + 9 }).collect(),
        counts: (0..regions)
            .map(|region| (0..ages).map(|age| ((region * 97 + age * 31) % 9_973) as u64).collect())
            .collect(),
    });
    let rule = |block: usize, digit: usize| Cohort {
        regions: Some((0..regions).filter(|region| region % 25 == block / 10).collect()),
        ages: Some((0..ages).filter(|age| age % 10 == block % 10).collect()),
        birth_day_digits: Some(vec![digit as u8]),
        ..Cohort::everyone("")
    };
    plan.cohorts = Arc::new((0..2_500).map(|cohort| rule(cohort / 10, cohort % 10)).collect());
    let cut = cut(&plan);
    assert_eq!(totals(&cut).iter().sum::<u64>() + cut.in_no_cohort, plan.members.total());
    assert_eq!((cut.in_no_cohort, cut.covered_twice), (0, 0));
}

/// The fields of a plan file that matter for the cut.
fn read(file: &Value) -> Plan {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let list = |value: &Value| value.as_array().unwrap().clone();
    let indices = |value: &Value| serde_json::from_value::<Option<Vec<usize>>>(value.clone()).unwrap();
    let digits = |value: &Value| serde_json::from_value::<Option<Vec<u8>>>(value.clone()).unwrap();
    let number = |value: &Value| value.as_u64().unwrap() as u32;
    let members = &file["members"];
    Plan {
        first_day: CivilDate::parse(file["first_day"].as_str().unwrap()).unwrap(),
        members: Arc::new(Membership {
            regions: list(&members["regions"])
                .iter()
                .map(|at| Region { name: text(&at["name"]), code: None })
                .collect(),
            ages: list(&members["ages"])
                .iter()
                .map(|band| AgeBand { name: text(&band["name"]), from: number(&band["from"]), to: number(&band["to"]) })
                .collect(),
            counts: serde_json::from_value(members["counts"].clone()).unwrap(),
        }),
        cohorts: Arc::new(
            list(&file["cohorts"])
                .iter()
                .map(|cohort| Cohort {
                    name: text(&cohort["name"]),
                    regions: indices(&cohort["regions"]),
                    ages: indices(&cohort["ages"]),
                    birth_year_digits: digits(&cohort["birth_year_digits"]),
                    birth_day_digits: digits(&cohort["birth_day_digits"]),
                })
                .collect(),
        ),
        ..sample::plan()
    }
}
