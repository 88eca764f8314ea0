//! Plan files are opened whole or refused by name, and saved without losing anything.

use proptest::prelude::*;
use serde_json::{Value, json};
use stagger::library::busan::Example;
use stagger::library::{Reading, Wording};
use stagger::plan::{CapacityChange, Limit, OnCapacityDrop, ShowUp, Status};
use stagger::units::{PerSecond, Share};
use stagger::wire::plan_file::{BYTES_MAX, DEPTH_MAX, Expected, PlanFileError, read, write};

use crate::arbitrary;

/// The shortest plan a person would type.
pub fn short_plan() -> Value {
    json!({
        "format": "stagger-plan", "version": 1, "first_day": "2022-04-01", "days": 4,
        "members": { "regions": [{ "name": "중구" }], "ages": [{ "from": 20, "to": 29 }], "counts": [[1720]] },
        "cohorts": [{}],
        "windows": [{ "opens": "2022-04-01T14:00", "closes": "2022-04-01T15:00", "cohorts": [0] }],
        "arrivals": { "show_up": 0.4, "tail": [{ "kind": "exponential", "mean_s": 10800 }] },
        "journey": [{ "name": "본인인증", "service_s": 180 }]
    })
}

/// A plan that uses every field.
pub fn full_plan() -> Value {
    let mut plan = short_plan();
    plan["waiting_room"] = json!({ "admit_per_s": 20, "patience_s": 5400, "inside_max": 600 });
    plan["arrivals"]["starters_table"] = json!([{ "at": "2022-04-01T14:00", "per_s": 12.5 }]);
    plan["arrivals"]["hour_weights"] = json!([1; 24].as_slice());
    plan["arrivals"]["tail"] = json!([
        { "weight": 0.5, "kind": "exponential", "mean_s": 60 },
        { "weight": 0.25, "kind": "weibull", "shape": 0.6, "scale_s": 60 },
        { "weight": 0.25, "kind": "lomax", "alpha": 1.5, "scale_s": 60 },
    ]);
    plan["journey"][0]["changes"] =
        json!([{ "at": "2022-04-01T17:00", "rate_per_s": 0, "sessions": 4, "times": 4, "turn_away": true }]);
    plan["journey"][0]["service_law"] = json!({ "kind": "lognormal", "cv": 0.8 });
    plan["journey"][0]["background"] = json!([{ "at": "2022-04-01T00:00", "per_s": 2 }]);
    plan["ranges"] = json!([{ "field": "/arrivals/show_up", "low": 0.27, "high": 0.54 }]);
    plan["sources"] = json!({ "/days": { "kind": "measured", "text": "t", "url": "https://example.org" } });
    plan["entered_as"] = json!({ "/journey/0/rate_per_s": "48000/h" });
    plan["holidays"] =
        json!({ "from_year": 2022, "to_year": 2023, "source": "s", "days": [{ "date": "2022-05-05", "name": "n" }] });
    let plan = read(&plan.to_string()).unwrap();
    serde_json::from_str(&write(&plan)).unwrap()
}

/// The plans of the reference file, by name.
pub fn reference_plans() -> Vec<(String, Value)> {
    let text = std::fs::read_to_string("tests/reference/plans.json").unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert!(cases.len() >= 20);
    cases.iter().map(|case| (case["name"].as_str().unwrap().to_owned(), case["plan"].clone())).collect()
}

/// Every plan that comes with the planner or with its tests, by name.
pub fn shipped_plans() -> Vec<(String, Value)> {
    let mut plans = reference_plans();
    for example in Example::ALL {
        for read in [Wording::korean as Reading, Wording::english] {
            let plan = example.plan(read);
            plans.push((plan.title.clone(), serde_json::from_str(&write(&plan)).unwrap()));
        }
    }
    plans
}

fn refused(text: &str, expect: PlanFileError) {
    assert_eq!(read(text), Err(expect), "{}", &text[..text.len().min(200)]);
}

/// The error for the short plan with one place set to another value.
fn refused_at(pointer: &str, value: Value, expect: PlanFileError) {
    let mut plan = short_plan();
    set(&mut plan, pointer, value);
    refused(&plan.to_string(), expect);
}

/// Puts a value at a place of a plan file.
pub fn set(plan: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = plan.pointer_mut(parent).unwrap();
    match key.parse::<usize>() {
        Ok(idx) => parent[idx] = value,
        Err(_) => parent[key] = value,
    }
}

fn unexpected(pointer: &str, expected: Expected, found: &str) -> PlanFileError {
    PlanFileError::Unexpected { pointer: pointer.to_owned(), expected, found: found.to_owned() }
}

#[test]
fn what_a_short_plan_leaves_out_has_its_default() {
    let plan = read(&short_plan().to_string()).unwrap();
    assert_eq!((plan.title.as_str(), plan.author.as_str(), plan.time_zone.as_str()), ("", "", "Asia/Seoul"));
    assert_eq!((plan.dated, plan.status, plan.seed), (plan.first_day, Status::Draft, 1));
    assert_eq!(plan.members.regions[0].code, None);
    assert_eq!(plan.members.ages[0].name, "20-29");
    assert_eq!(plan.cohorts[0], stagger::plan::Cohort::everyone(""));
    assert!(!plan.windows[0].catch_up && !plan.windows[0].closes_hard && plan.windows[0].show_up.is_none());
    assert_eq!(plan.arrivals.show_up, ShowUp::All(Share::new(0.4)));
    assert_eq!((plan.arrivals.opening_share, plan.arrivals.opening_ramp.get()), (Share::ZERO, 0.0));
    assert_eq!(plan.arrivals.tail[0].weight, Share::new(1.0));
    let stage = &plan.journey[0];
    assert_eq!((stage.rate, stage.sessions, stage.patience), (None, None, None));
    assert_eq!((stage.retry_share, stage.retry_after.get(), stage.fail_share), (Share::ZERO, 1200.0, Share::ZERO));
    assert_eq!(stage.on_capacity_drop, OnCapacityDrop::Requeue);
    assert_eq!((plan.target.wait.get(), plan.target.percentile.get(), plan.target.load), (60.0, 0.95, 0.8));
    assert!(
        plan.waiting_room.is_none()
            && plan.baseline_opens.is_none()
            && plan.holidays.is_none()
            && plan.unknown.is_empty()
    );
}

#[test]
fn each_required_field_is_missed_by_name() {
    let whole = short_plan();
    let required = [
        "/version",
        "/first_day",
        "/days",
        "/members",
        "/members/regions",
        "/members/regions/0/name",
        "/members/ages",
        "/members/ages/0/from",
        "/members/ages/0/to",
        "/members/counts",
        "/cohorts",
        "/windows",
        "/windows/0/opens",
        "/windows/0/closes",
        "/windows/0/cohorts",
        "/arrivals",
        "/arrivals/show_up",
        "/arrivals/tail",
        "/arrivals/tail/0/kind",
        "/arrivals/tail/0/mean_s",
        "/journey",
        "/journey/0/name",
        "/journey/0/service_s",
    ];
    for pointer in required {
        let mut plan = whole.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        plan.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
        refused(&plan.to_string(), PlanFileError::Missing { pointer: pointer.to_owned() });
    }
}

#[test]
fn wrong_values_are_named_with_their_place() {
    let cases = [
        ("/title", json!(null), Expected::Text, "null"),
        ("/days", json!(3.5), Expected::WholeNumber, "3.5"),
        ("/days", json!(-1), Expected::WholeNumber, "-1"),
        ("/days", json!("4"), Expected::WholeNumber, "\"4\""),
        ("/version", json!(0), Expected::WholeNumber, "0"),
        ("/first_day", json!("2022-04-31"), Expected::Date, "\"2022-04-31\""),
        ("/first_day", json!("+2022-04-01"), Expected::Date, "\"+2022-04-01\""),
        ("/windows/0/opens", json!("2022-04-01 14:00"), Expected::Time, "\"2022-04-01 14:00\""),
        ("/windows/0/opens", json!("2022-04-01T24:00"), Expected::Time, "\"2022-04-01T24:00\""),
        ("/windows/0/opens", json!("2022-04-01T14:00Z"), Expected::Time, "\"2022-04-01T14:00Z\""),
        ("/windows/0/catch_up", json!(1), Expected::Flag, "1"),
        ("/windows/0/cohorts", json!({}), Expected::List, "{}"),
        ("/members/counts/0", json!([1, "2"]), Expected::WholeNumber, "\"2\""),
        ("/members", json!([]), Expected::Object, "[]"),
        ("/arrivals/show_up", json!("0.4"), Expected::NumberOrList, "\"0.4\""),
        ("/arrivals/hour_weights", json!([1, 2]), Expected::HourWeights, "[1,2]"),
        ("/journey/0/rate_per_s", json!(true), Expected::Number, "true"),
        ("/journey/0/patience_s", json!("∞"), Expected::Number, "\"∞\""),
        ("/status", json!("final"), Expected::OneOf(&["draft", "approved"]), "\"final\""),
        ("/journey/0/on_capacity_drop", json!("drop"), Expected::OneOf(&["requeue", "finish"]), "\"drop\""),
        ("/arrivals/tail/0/kind", json!("gamma"), Expected::OneOf(&["exponential", "weibull", "lomax"]), "\"gamma\""),
    ];
    for (pointer, value, expected, found) in cases {
        let place = if pointer == "/members/counts/0" { "/members/counts/0/1" } else { pointer };
        refused_at(pointer, value, unexpected(place, expected, found));
    }
    let long = "가".repeat(100);
    refused_at(
        "/status",
        json!(long),
        unexpected("/status", Expected::OneOf(&["draft", "approved"]), &format!("\"{}…", "가".repeat(39))),
    );
}

#[test]
fn texts_that_are_no_plan_are_refused_calmly() {
    refused("", PlanFileError::NotJson { line: 1, column: 1 });
    refused("{\n  \"이름\": ?}", PlanFileError::NotJson { line: 2, column: 9 });
    refused("{} {}", PlanFileError::NotJson { line: 1, column: 4 });
    for text in ["[]", "3", "null", "{}", "{\"format\":\"geojson\"}", "{\"format\":null}"] {
        refused(text, PlanFileError::NotAPlan);
    }
    refused_at("/version", json!(2), PlanFileError::Newer { version: 2 });
    refused("{\"format\":\"stagger-plan\",\"version\":7,\"days\":\"other\"}", PlanFileError::Newer { version: 7 });
}

#[test]
fn hostile_texts_cost_little_and_are_refused_by_name() {
    let huge = short_plan().to_string().replace("10800", "1e999");
    refused(&huge, PlanFileError::NumberTooLarge { pointer: "/arrivals/tail/0/mean_s".to_owned() });
    let many = short_plan().to_string().replace("1720", "99999999999999999999999");
    refused(&many, PlanFileError::NumberTooLarge { pointer: "/members/counts/0/0".to_owned() });
    let days = short_plan().to_string().replace("\"days\":4", "\"days\":4294967296");
    refused(&days, PlanFileError::NumberTooLarge { pointer: "/days".to_owned() });
    let twice = short_plan().to_string().replace("\"days\":4", "\"days\":4,\"da\\u0079s\":5");
    refused(&twice, PlanFileError::Duplicate { pointer: "/days".to_owned() });
    refused(&"[".repeat(1_000_000), PlanFileError::TooDeep);
    let deep = format!("{{\"x\":{}{}}}", "[".repeat(DEPTH_MAX), "]".repeat(DEPTH_MAX));
    refused(&deep, PlanFileError::TooDeep);
    refused(&" ".repeat(BYTES_MAX + 1), PlanFileError::TooLarge { bytes: BYTES_MAX + 1 });
}

#[test]
fn whole_numbers_may_be_written_in_any_form() {
    let text = short_plan().to_string().replace("1720", "1.72e3").replace("\"days\":4", "\"days\":4.0");
    let plan = read(&format!("\u{feff}{text}\r\n")).unwrap();
    assert_eq!((plan.members.counts[0][0], plan.days), (1720, 4));
}

#[test]
fn an_absent_limit_is_unchanged_and_null_removes_it() {
    let mut file = short_plan();
    file["journey"][0]["changes"] = json!([
        { "at": "2022-04-01T17:00", "rate_per_s": 0, "turn_away": true },
        { "at": "2022-04-01T18:00:30", "sessions": null, "times": 4 },
    ]);
    let plan = read(&file.to_string()).unwrap();
    let [stop, reopening] = plan.journey[0].changes[..] else { panic!("two changes") };
    let CapacityChange { rate, sessions, times, turn_away, .. } = stop;
    assert_eq!((rate, sessions, times, turn_away), (Limit::To(0.0), Limit::Unchanged, None, Some(true)));
    let CapacityChange { at, rate, sessions, times, turn_away } = reopening;
    assert_eq!((rate, sessions, times, turn_away), (Limit::Unchanged, Limit::Removed, Some(4.0), None));
    assert_eq!(at.to_string(), "2022-04-01T18:00:30");
    let saved: Value = serde_json::from_str(&write(&plan)).unwrap();
    assert_eq!(
        saved["journey"][0]["changes"],
        json!([
            { "at": "2022-04-01T17:00", "rate_per_s": 0, "turn_away": true },
            { "at": "2022-04-01T18:00:30", "sessions": null, "times": 4 },
        ])
    );
}

#[test]
fn unknown_fields_come_back_at_their_places_to_the_letter() {
    let exact = "{ \"exact\": 12345678901234567890.10, \"exact\": [1,\n 2] }";
    let mut file = short_plan();
    file["notices"] = json!(["later"]);
    file["journey"][0]["overload"] = json!("mark");
    file["cohorts"][0]["a/b~c"] = json!(null);
    file["sources"] = json!({ "/journey/0/service_s": { "kind": "reported", "text": "t", "page": 12 } });
    let text = file.to_string().replace("\"mark\"", exact);
    let plan = read(&text).unwrap();
    let kept: Vec<(&str, &str)> = plan.unknown.iter().map(|(place, text)| (place.as_str(), text.as_str())).collect();
    assert_eq!(
        kept,
        [
            ("/cohorts/0/a~1b~0c", "null"),
            ("/journey/0/overload", exact),
            ("/notices", "[\"later\"]"),
            ("/sources/~1journey~10~1service_s/page", "12"),
        ]
    );
    let saved = write(&plan);
    assert!(saved.contains(exact));
    assert_eq!(read(&saved).unwrap(), plan);
}

#[test]
fn unknown_fields_whose_place_is_gone_or_taken_are_left_out() {
    let mut plan = read(&short_plan().to_string()).unwrap();
    for (place, text) in [("/waiting_room/order", "1"), ("/cohorts/7/x", "2"), ("/title", "3"), ("/title/x", "4")] {
        plan.unknown.insert(place.to_owned(), text.to_owned());
    }
    let saved = read(&write(&plan)).unwrap();
    assert!(saved.unknown.is_empty());
    assert_eq!(saved.title, "");
}

#[test]
fn a_number_that_is_not_finite_is_refused_where_it_stands() {
    let mut plan = read(&short_plan().to_string()).unwrap();
    std::sync::Arc::make_mut(&mut plan.journey)[0].rate = Some(PerSecond::new(f64::NAN));
    refused(&write(&plan), PlanFileError::NumberTooLarge { pointer: "/journey/0/rate_per_s".to_owned() });
}

#[test]
fn a_saved_plan_says_what_the_opened_one_said() {
    for (name, file) in shipped_plans() {
        let plan = read(&file.to_string()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(plan.unknown.is_empty(), "{name}: {:?}", plan.unknown);
        let saved = write(&plan);
        assert_eq!(read(&saved).unwrap(), plan, "{name}");
        let saved: Value = serde_json::from_str(&saved).unwrap();
        assert_eq!(as_floats(saved), as_floats(file), "{name}");
    }
}

/// Every number as f64, so that `180` and `180.0` are equal.
fn as_floats(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(items) => items.into_iter().map(as_floats).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, as_floats(value))).collect(),
        other => other,
    }
}

#[test]
fn saved_files_can_be_read_by_people() {
    let plan = read(&short_plan().to_string()).unwrap();
    let saved = write(&plan);
    assert!(saved.starts_with("{\n  \"format\": \"stagger-plan\",\n  \"version\": 1,\n  \"title\": \"\",\n"));
    assert!(saved.contains("\n    \"regions\": [{ \"name\": \"중구\", \"code\": null }],\n"), "{saved}");
    assert!(saved.ends_with("\"entered_as\": {}\n}\n"));
    assert!(saved.lines().all(|line| line.chars().count() <= 120));
}

proptest! {
    #[test]
    fn whatever_is_written_reads_back(plan in arbitrary::plan()) {
        let text = write(&plan);
        prop_assert_eq!(read(&text), Ok(plan));
        prop_assert_eq!(write(&read(&text).unwrap()), text);
    }

    #[test]
    fn no_text_upsets_the_reader(text in any::<String>(), cut in 0_usize..2000, put in any::<char>()) {
        let _ = read(&text);
        let mut damaged: Vec<char> = short_plan().to_string().chars().collect();
        let place = cut % damaged.len();
        damaged[place] = put;
        let _ = read(&damaged.iter().collect::<String>());
    }
}
