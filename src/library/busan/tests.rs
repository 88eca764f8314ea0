//! The table against its published totals, the examples against the reference plans and the checks.

use serde_json::Value;

use super::*;
use crate::plan::cut::cut;
use crate::plan::pointer::{Field, field_at};
use crate::plan::zones::NoTimeZones;
use crate::plan::{CapacityChange, Limit, ShowUp, SourceKind, TailKind, check};

const READINGS: [Reading; 2] = [Wording::korean, Wording::english];

fn reference(name: &str) -> Value {
    let all: Value = serde_json::from_str(include_str!("../../../tests/reference/plans.json")).unwrap();
    all["cases"].as_array().unwrap().iter().find(|case| case["name"] == name).unwrap()["plan"].clone()
}

fn both() -> impl Iterator<Item = Plan> {
    READINGS.into_iter().flat_map(|read| Example::ALL.map(|example| example.plan(read)))
}

#[test]
fn the_table_sums_to_the_published_totals() {
    let of_age = |age: usize| RESIDENTS.residents.iter().map(|row| row[age]).sum::<u64>();
    // 70 and over: 307,949 + 133,886 + 16,003 + 384.
    let expect = [131_545, 394_536, 394_741, 491_435, 539_562, 552_889, 458_222];
    assert_eq!(std::array::from_fn(of_age), expect);
    assert_eq!(RESIDENTS.residents.iter().map(|row| row.iter().sum::<u64>()).sum::<u64>(), 2_962_930);
    assert!(RESIDENTS.residents.iter().all(|row| row.len() == RESIDENTS.ages.len()));
}

#[test]
fn nine_hundred_thousand_members_follow_the_residents() {
    let members = members_in_proportion(&RESIDENTS, MEMBERS, Wording::korean);
    assert_eq!(members.total(), MEMBERS);
    for case in ["busan-day-as-it-was", "busan-staggered-48"] {
        let expect = &reference(case)["members"];
        assert_eq!(serde_json::to_value(&members.counts).unwrap(), expect["counts"]);
        for (region, expect) in members.regions.iter().zip(expect["regions"].as_array().unwrap()) {
            assert_eq!(
                (Some(region.name.as_str()), region.code.as_deref()),
                (expect["name"].as_str(), expect["code"].as_str())
            );
        }
        for (band, expect) in members.ages.iter().zip(expect["ages"].as_array().unwrap()) {
            assert_eq!(
                (Some(u64::from(band.from)), Some(u64::from(band.to))),
                (expect["from"].as_u64(), expect["to"].as_u64())
            );
        }
    }
}

#[test]
fn both_examples_pass_the_checks_in_both_languages() {
    for plan in both() {
        assert_eq!(check(&plan, &NoTimeZones), [], "{}", plan.title);
        let cut = cut(&plan);
        assert_eq!(cut.cohorts.iter().map(|cohort| cohort.total).sum::<u64>(), MEMBERS);
    }
}

#[test]
fn the_staggered_plan_balances_its_days_and_reaches_every_cell_once() {
    let plan = staggered(Wording::english);
    assert_eq!((plan.cohorts.len(), plan.windows.len()), (112, 25));
    let people = cut(&plan).cohorts;
    let invited = |window: &crate::plan::Window| window.cohorts.iter().map(|&cohort| people[cohort].total).sum::<u64>();
    let days: Vec<u64> = plan.windows[1..].chunks(6).map(|day| day.iter().map(invited).sum()).collect();
    assert_eq!(days.iter().sum::<u64>() + invited(&plan.windows[0]), MEMBERS);
    let mean = days.iter().sum::<u64>() as f64 / days.len() as f64;
    assert!(days.iter().all(|&day| (day as f64 / mean - 1.0).abs() < 0.05), "{days:?}");
    assert!(plan.windows[1..].iter().all(|window| (25_000..45_000).contains(&invited(window))));
    assert!(plan.windows.windows(2).all(|pair| pair[0].closes <= pair[1].opens));
}

/// The numbers that somebody had to assume: those of arrivals and journey, spelt as in the plan file.
fn assumed_fields(plan: &Plan) -> Vec<String> {
    let mut fields: Vec<String> = vec!["/members/counts".to_owned()];
    let arrivals = ["show_up", "opening_share", "opening_ramp_s", "ignore_window_share", "uninvited_per_member"];
    fields.extend(arrivals.iter().map(|field| format!("/arrivals/{field}")));
    for tail in 0..plan.arrivals.tail.len() {
        fields.extend(
            ["weight", "mean_s", "shape", "alpha", "scale_s"].map(|field| format!("/arrivals/tail/{tail}/{field}")),
        );
    }
    for (place, stage) in plan.journey.iter().enumerate() {
        let numbers = [
            "service_s",
            "sessions",
            "rate_per_s",
            "patience_s",
            "retry_share",
            "retry_after_s",
            "fail_share",
            "fail_retry_share",
        ];
        fields.extend(numbers.map(|field| format!("/journey/{place}/{field}")));
        for change in 0..stage.changes.len() {
            fields.extend(
                ["rate_per_s", "sessions", "times"].map(|field| format!("/journey/{place}/changes/{change}/{field}")),
            );
        }
    }
    fields.retain(|field| !matches!(field_at(plan, field), None | Some(Field::Other)));
    fields
}

#[test]
fn every_assumed_number_has_a_source_and_a_range() {
    for plan in both() {
        let fields = assumed_fields(&plan);
        assert!(fields.len() > 30);
        for field in fields {
            let source = plan.sources.get(&field).unwrap_or_else(|| panic!("{} has no source for {field}", plan.title));
            assert!(!source.text.is_empty());
            // The counts are a table with its own source, the single tail has no other weight, and none is none.
            let counted = field == "/members/counts" || field.ends_with("/weight");
            let is_zero = matches!(field_at(&plan, &field), Some(Field::Number(0.0) | Field::Share(0.0)));
            let ranged = plan.ranges.iter().any(|range| range.field == field);
            let needs_range = source.kind == SourceKind::Assumed && !counted && !is_zero;
            assert!(ranged || !needs_range, "{} has no range for {field}", plan.title);
        }
        assert!(plan.ranges.iter().all(|range| plan.sources.contains_key(&range.field)));
    }
}

#[test]
fn names_and_sources_are_told_in_two_languages() {
    for example in Example::ALL {
        let (korean, english) = (example.plan(Wording::korean), example.plan(Wording::english));
        let is_hangul = |text: &str| text.chars().any(|letter| ('가'..='힣').contains(&letter));
        assert!(is_hangul(&korean.title) && !is_hangul(&english.title));
        for (field, source) in &korean.sources {
            assert!(is_hangul(&source.text) && !is_hangul(&english.sources[field].text), "{field}");
        }
        let names =
            english.journey.iter().map(|stage| &stage.name).chain(english.cohorts.iter().map(|cohort| &cohort.name));
        assert!(names.into_iter().all(|name| !is_hangul(name)));
    }
}

#[test]
fn the_day_as_it_was_has_the_numbers_of_the_reference() {
    let (plan, expect) = (day_as_it_was(Wording::korean), reference("busan-day-as-it-was"));
    let close = |value: f64, expect: &Value| (value - expect.as_f64().unwrap()).abs() <= 1e-9 * value.abs();
    let optional = |value: Option<f64>, expect: &Value| value.map_or(expect.is_null(), |value| close(value, expect));
    let same_time = |time: CivilTime, expect: &Value| expect.as_str() == Some(&time.to_string());

    assert_eq!(
        (plan.first_day.to_string(), u64::from(plan.days)),
        ("2022-04-01".to_owned(), expect["days"].as_u64().unwrap())
    );
    assert!(same_time(plan.baseline_opens.unwrap(), &expect["baseline_opens"]));
    for (window, expect) in plan.windows.iter().zip(expect["windows"].as_array().unwrap()) {
        assert!(same_time(window.opens, &expect["opens"]) && same_time(window.closes, &expect["closes"]));
        assert_eq!((Some(window.catch_up), window.cohorts.as_slice()), (expect["catch_up"].as_bool(), &[0][..]));
    }
    let (arrivals, expected) = (&plan.arrivals, &expect["arrivals"]);
    assert!(matches!(arrivals.show_up, ShowUp::All(share) if close(share.get(), &expected["show_up"])));
    assert!(close(arrivals.opening_share.get(), &expected["opening_share"]));
    assert!(close(arrivals.opening_ramp.get(), &expected["opening_ramp_s"]));
    assert!(
        matches!(arrivals.tail[0].kind, TailKind::Exponential { mean } if close(mean.get(), &expected["tail"][0]["mean_s"]))
    );
    let stages = expect["journey"].as_array().unwrap();
    assert_eq!(plan.journey.len(), stages.len());
    for (stage, expect) in plan.journey.iter().zip(stages) {
        assert_eq!(Some(stage.name.as_str()), expect["name"].as_str());
        assert!(close(stage.service.get(), &expect["service_s"]) && optional(stage.sessions, &expect["sessions"]));
        assert!(optional(stage.rate.map(|rate| rate.get()), &expect["rate_per_s"]));
        assert!(optional(stage.patience.map(|patience| patience.get()), &expect["patience_s"]));
        assert!(
            close(stage.retry_share.get(), &expect["retry_share"])
                && close(stage.retry_after.get(), &expect["retry_after_s"])
        );
        assert!(
            close(stage.fail_share.get(), &expect["fail_share"])
                && close(stage.fail_retry_share.get(), &expect["fail_retry_share"])
        );
        let changes = expect["changes"].as_array().unwrap();
        assert_eq!(stage.changes.len(), changes.len());
        for (change, expect) in stage.changes.iter().zip(changes) {
            let CapacityChange { at, rate, sessions, times, turn_away } = *change;
            assert!(same_time(at, &expect["at"]) && optional(times, &expect["times"]) && sessions == Limit::Unchanged);
            assert!(if let Limit::To(rate) = rate {
                close(rate, &expect["rate_per_s"])
            } else {
                expect["rate_per_s"].is_null()
            });
            assert_eq!(turn_away, expect["turn_away"].as_bool());
        }
    }
    let target = &expect["target"];
    assert!(
        close(plan.target.wait.get(), &target["wait_s"]) && close(plan.target.percentile.get(), &target["percentile"])
    );
    assert!(close(plan.target.load, &target["load"]));
}
