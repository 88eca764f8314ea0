//! The published schema says what the planner accepts: the same fields, limits, bounds and defaults.

use jsonschema::Validator;
use serde_json::{Value, json};
use stagger::bids::BIDS_MAX;
use stagger::plan::limits::{self, Bounds};
use stagger::wire::bids;
use stagger::wire::plan_file::{FORMAT, VERSION, read, write};
use stagger::wire::requirements::{self, Choices, Edit, Kept};

use crate::bids::some_bids;
use crate::plan_file::{full_plan, shipped_plans, short_plan};

fn schema() -> Value {
    serde_json::from_str(&std::fs::read_to_string("docs/plan.schema.json").unwrap()).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

/// The schema under which a field without a description is a fault.
fn strict() -> Validator {
    fn close(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                let names = fields.get("properties").cloned();
                if fields.get("additionalProperties") == Some(&json!(true)) {
                    fields.remove("additionalProperties");
                    fields.insert("unevaluatedProperties".to_owned(), json!(false));
                    assert!(names.is_some());
                }
                fields.values_mut().for_each(close);
            }
            Value::Array(items) => items.iter_mut().for_each(close),
            _ => {}
        }
    }
    let mut schema = schema();
    close(&mut schema);
    jsonschema::draft202012::new(&schema).unwrap()
}

fn some_requirements() -> Kept {
    let [key, language, text, instead_of] = ["waits", "en", "Mine.", "Computed."].map(str::to_owned);
    let edits = vec![Edit { key, language, text, instead_of }];
    Kept { choices: Choices { headroom: Some(0.3), ..Choices::default() }, left_out: vec!["test".to_owned()], edits }
}

#[test]
fn the_bounds_of_requirements_are_those_of_the_planner() {
    let schema = schema();
    for (name, least, most) in Choices::BOUNDS {
        let field = &schema["$defs"]["requirements"]["properties"][name];
        assert_eq!((field["minimum"].as_f64(), field["maximum"].as_f64()), (Some(least), Some(most)), "{name}");
        // A file is read all the same, and a value beyond its bounds counts as the bound.
        for (value, expect) in [(least - 1.0, least), (most + 1.0, most)] {
            let mut file = full_plan();
            file["requirements"] = json!({ name: value });
            let kept = requirements::read(&read(&file.to_string()).unwrap()).unwrap();
            let mut plan = read(&file.to_string()).unwrap();
            requirements::put(&mut plan, &kept);
            let written: Value = serde_json::from_str(&write(&plan)).unwrap();
            assert_eq!(written["requirements"][name].as_f64(), Some(expect), "{name}");
        }
    }
}

#[test]
fn every_plan_passes_and_nothing_is_left_undescribed() {
    let (schema, strict) = (validator(), strict());
    let mut plans = shipped_plans();
    plans.push(("short".to_owned(), short_plan()));
    plans.push(("full".to_owned(), full_plan()));
    for (name, plan) in plans {
        for (kind, validator) in [("published", &schema), ("strict", &strict)] {
            let faults: Vec<String> = validator.iter_errors(&plan).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{name}, {kind}: {faults:?}");
        }
    }
    let mut offered = read(&full_plan().to_string()).unwrap();
    bids::put(&mut offered, &some_bids());
    requirements::put(&mut offered, &some_requirements());
    let offered: Value = serde_json::from_str(&write(&offered)).unwrap();
    assert!(schema.is_valid(&offered) && strict.is_valid(&offered));
    let mut more = full_plan();
    more["journey"][0]["overload"] = json!("later");
    assert!(schema.is_valid(&more) && !strict.is_valid(&more));
}

#[test]
fn what_the_writer_leaves_out_nobody_describes() {
    // The other way round: a described field that is never written would be a field that nothing reads.
    fn described(schema: &Value, names: &mut Vec<String>) {
        match schema {
            Value::Object(fields) => {
                if let Some(Value::Object(properties)) = fields.get("properties") {
                    names.extend(properties.keys().cloned());
                }
                fields.values().for_each(|value| described(value, names));
            }
            Value::Array(items) => items.iter().for_each(|value| described(value, names)),
            _ => {}
        }
    }
    let mut names = Vec::new();
    described(&schema(), &mut names);
    assert!(names.len() > 80);
    let mut erlang = full_plan();
    erlang["journey"][0]["service_law"] = json!({ "kind": "erlang", "phases": 3 });
    erlang["approved"] = full_plan();
    let mut offered = read(&full_plan().to_string()).unwrap();
    bids::put(&mut offered, &some_bids());
    requirements::put(&mut offered, &some_requirements());
    let full = full_plan().to_string() + &write(&read(&erlang.to_string()).unwrap()) + &write(&offered);
    for name in names {
        assert!(full.contains(&format!("\"{name}\":")), "{name}");
    }
}

#[test]
fn the_limits_are_those_of_the_planner() {
    let schema = schema();
    let limit = |pointer: &str| schema.pointer(pointer).unwrap_or_else(|| panic!("{pointer}")).as_u64().unwrap();
    for (pointer, expect) in [
        ("/properties/version/const", VERSION),
        ("/properties/days/maximum", u64::from(limits::DAYS_MAX)),
        ("/$defs/members/properties/regions/maxItems", limits::REGIONS_MAX as u64),
        ("/$defs/members/properties/counts/maxItems", limits::REGIONS_MAX as u64),
        ("/$defs/members/properties/ages/maxItems", limits::AGES_MAX as u64),
        ("/$defs/members/properties/counts/items/maxItems", limits::AGES_MAX as u64),
        ("/$defs/members/properties/counts/items/items/maximum", limits::PEOPLE_MAX),
        ("/$defs/arrivals/properties/show_up/anyOf/1/maxItems", limits::AGES_MAX as u64),
        ("/x-cells-max", limits::CELLS_MAX as u64),
        ("/x-people-max", limits::PEOPLE_MAX),
        ("/properties/cohorts/maxItems", limits::COHORTS_MAX as u64),
        ("/$defs/window/properties/cohorts/maxItems", limits::COHORTS_MAX as u64),
        ("/properties/windows/maxItems", limits::WINDOWS_MAX as u64),
        ("/properties/journey/maxItems", limits::STAGES_MAX as u64),
        ("/$defs/arrivals/properties/tail/maxItems", limits::TAILS_MAX as u64),
        ("/$defs/arrivals/properties/starters_table/maxItems", limits::DATED_ENTRIES_MAX as u64),
        ("/$defs/stage/properties/changes/maxItems", limits::DATED_ENTRIES_MAX as u64),
        ("/$defs/stage/properties/background/maxItems", limits::DATED_ENTRIES_MAX as u64),
        ("/properties/bids/maxItems", BIDS_MAX as u64),
        ("/properties/ranges/maxItems", limits::RANGES_MAX as u64),
        ("/$defs/service_phases/minimum", limits::SERVICE_PHASES.least as u64),
        ("/$defs/service_phases/maximum", limits::SERVICE_PHASES.greatest as u64),
    ] {
        assert_eq!(limit(pointer), expect, "{pointer}");
    }
    assert_eq!(schema["properties"]["format"]["const"], FORMAT);
}

#[test]
fn the_bounds_are_those_of_the_planner() {
    let schema = schema();
    let check = |name: &str, bounds: Bounds| {
        let validator = jsonschema::draft202012::new(&schema["$defs"][name]).unwrap();
        let (below, above) = (bounds.least - bounds.least.abs().max(1.0) * 1e-9, bounds.greatest * (1.0 + 1e-9));
        for value in [bounds.least, bounds.greatest, below, above, 0.0, -1.0, (bounds.least + bounds.greatest) / 2.0] {
            assert_eq!(validator.is_valid(&json!(value)), bounds.hold(value), "{name} {value:e}");
        }
        assert!(!validator.is_valid(&json!("1")) && !validator.is_valid(&Value::Null), "{name}");
    };
    for (name, bounds) in [
        ("service", limits::SERVICE),
        ("patience", limits::PATIENCE),
        ("retry_after", limits::RETRY_AFTER),
        ("sessions", limits::SESSIONS),
        ("rate", limits::RATE),
        ("times", limits::TIMES),
        ("flow", limits::FLOW),
        ("ramp", limits::RAMP),
        ("delay", limits::DELAY),
        ("weibull_shape", limits::WEIBULL_SHAPE),
        ("lomax_alpha", limits::LOMAX_ALPHA),
        ("hour_weight", limits::HOUR_WEIGHT),
        ("uninvited", limits::UNINVITED),
        ("target_wait", limits::TARGET_WAIT),
        ("target_load", limits::TARGET_LOAD),
        ("share", limits::SHARE),
        ("service_cv", limits::SERVICE_CV),
    ] {
        check(name, bounds);
    }
}

/// Adds every default of the schema where the plan says nothing.
fn fill(schema: &Value, rule: &Value, plan: &mut Value) {
    let rule = match rule.get("$ref").and_then(Value::as_str) {
        Some(place) => schema.pointer(place.trim_start_matches('#')).unwrap(),
        None => rule,
    };
    if let (Some(properties), Value::Object(fields)) = (rule.get("properties").and_then(Value::as_object), &mut *plan) {
        for (name, rule) in properties {
            if let Some(default) = rule.get("default") {
                fields.entry(name.clone()).or_insert_with(|| default.clone());
            }
            if let Some(value) = fields.get_mut(name) {
                fill(schema, rule, value);
            }
        }
    }
    if let (Some(rule), Value::Array(items)) = (rule.get("items"), plan) {
        items.iter_mut().for_each(|item| fill(schema, rule, item));
    }
}

#[test]
fn the_defaults_are_those_of_the_reader() {
    let schema = schema();
    let mut filled = short_plan();
    filled["target"] = json!({});
    fill(&schema, &schema, &mut filled);
    assert_eq!(filled["journey"][0]["retry_after_s"], 1200);
    assert_eq!(read(&filled.to_string()), read(&short_plan().to_string()));
    let written: Value = serde_json::from_str(&write(&read(&short_plan().to_string()).unwrap())).unwrap();
    filled["dated"] = filled["first_day"].clone();
    filled["members"]["ages"][0]["name"] = json!("20-29");
    let as_text = |value: &Value| value.to_string().replace(".0", "");
    assert_eq!(as_text(&filled), as_text(&written));
}

#[test]
fn wrong_plans_fail() {
    let validator = validator();
    for (pointer, value) in [
        ("/format", json!("geojson")),
        ("/version", json!(2)),
        ("/days", json!(0)),
        ("/days", json!(93)),
        ("/days", json!(1.5)),
        ("/first_day", json!("2022-4-1")),
        ("/windows", json!([])),
        ("/windows/0/opens", json!("2022-04-01T24:00")),
        ("/windows/0/opens", json!("2022-04-01 14:00")),
        ("/windows/0/closes", json!("2022-13-01T14:00")),
        ("/windows/0/cohorts", json!([-1])),
        ("/windows/0/cohorts", json!([0, 0])),
        ("/windows/0/show_up", json!(1.1)),
        ("/cohorts/0/regions", json!([0.5])),
        ("/cohorts/0/birth_year_digits", json!([10])),
        ("/members/counts/0/0", json!(-1)),
        ("/members/counts/0/0", json!(100_000_001)),
        ("/members/regions", json!([])),
        ("/arrivals/show_up", json!(-0.1)),
        ("/arrivals/show_up", json!([0.4, 2])),
        ("/arrivals/tail", json!([])),
        ("/arrivals/tail/0/kind", json!("gamma")),
        ("/arrivals/tail/0/kind", json!("weibull")),
        ("/arrivals/tail/0/mean_s", json!(0)),
        ("/arrivals/hour_weights", json!([1; 23].as_slice())),
        ("/journey", json!([])),
        ("/journey/0/service_s", json!(0)),
        ("/journey/0/rate_per_s", json!(-1)),
        ("/journey/0/rate_per_s", json!(1e-7)),
        ("/journey/0/on_capacity_drop", json!("drop")),
        ("/journey/0/service_law", json!("erlang")),
        ("/journey/0/service_law", json!({ "kind": "lognormal" })),
        ("/journey/0/service_law", json!({ "kind": "lognormal", "cv": 0 })),
        ("/journey/0/service_law", json!({ "kind": "erlang", "phases": 2.5 })),
        ("/journey/0/service_law", json!({ "kind": "erlang", "phases": 21 })),
        ("/journey/0/changes", json!([{ "at": "2022-04-01T17:00", "times": null }])),
        ("/journey/0/changes", json!([{ "rate_per_s": 1 }])),
        ("/waiting_room", json!({ "admit_per_s": 0 })),
        ("/target", json!({ "percentile": 95 })),
        ("/seed", json!(-1)),
        ("/sources", json!({ "/days": { "kind": "guessed" } })),
        ("/entered_as", json!({ "/days": 4 })),
        ("/ranges", json!([{ "field": "/days", "low": 1 }])),
        ("/holidays", json!([])),
        ("/holidays", json!({ "from_year": 2022, "days": [] })),
        ("/holidays", json!({ "from_year": 2022, "to_year": 2022, "days": [{ "date": "5 May" }] })),
    ] {
        let mut plan = short_plan();
        crate::plan_file::set(&mut plan, pointer, value.clone());
        assert!(!validator.is_valid(&plan), "{pointer} = {value}");
    }
    for name in ["format", "version", "first_day", "days", "members", "cohorts", "windows", "arrivals", "journey"] {
        let mut plan = short_plan();
        plan.as_object_mut().unwrap().remove(name);
        assert!(!validator.is_valid(&plan), "{name}");
    }
}
