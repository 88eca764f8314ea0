//! The fingerprint follows what a plan says, and nothing else.

use proptest::prelude::*;
use serde_json::Value;
use stagger::wire::fingerprint::fingerprint;
use stagger::wire::plan_file::{read, write};

use crate::arbitrary;
use crate::plan_file::{shipped_plans, short_plan};

fn of_text(text: &str) -> String {
    fingerprint(&read(text).unwrap())
}

#[test]
fn twelve_characters_that_never_change() {
    // Computed apart from the project: sha256 of the canonical line, first 60 bits in Crockford's base 32.
    assert_eq!(of_text(&short_plan().to_string()), "89Q1-NKW5-2G1C");
}

#[test]
fn white_space_key_order_and_unknown_fields_change_nothing() {
    let file = short_plan();
    let expect = of_text(&file.to_string());
    assert_eq!(of_text(&serde_json::to_string_pretty(&file).unwrap()), expect);
    let backwards: Vec<String> =
        file.as_object().unwrap().iter().rev().map(|(name, value)| format!("\"{name}\": {value}")).collect();
    assert_eq!(of_text(&format!("{{{}}}", backwards.join(",\n"))), expect);
    let mut more = file.clone();
    more["journey"][0]["note"] = "later".into();
    assert_eq!(of_text(&more.to_string()), expect);
    let mut spelled_out = file;
    spelled_out["seed"] = 1.into();
    spelled_out["arrivals"]["opening_share"] = Value::from(-0.0);
    assert_eq!(of_text(&spelled_out.to_string()), expect);
}

#[test]
fn every_plan_has_its_own() {
    let mut all: Vec<String> = shipped_plans().iter().map(|(_, file)| of_text(&file.to_string())).collect();
    let mut changed = short_plan();
    changed["members"]["counts"][0][0] = 1721.into();
    all.extend([of_text(&short_plan().to_string()), of_text(&changed.to_string())]);
    let n_plans = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), n_plans);
}

proptest! {
    #[test]
    fn a_file_keeps_the_fingerprint(plan in arbitrary::plan()) {
        let mark = fingerprint(&plan);
        prop_assert_eq!(mark.len(), 14);
        prop_assert!(mark.chars().all(|letter| letter == '-' || letter.is_ascii_digit() || letter.is_ascii_uppercase()));
        prop_assert_eq!(fingerprint(&read(&write(&plan)).unwrap()), mark);
    }
}
