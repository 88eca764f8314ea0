//! Whole plans against forecasts computed independently (tests/reference/plans.json).

use serde_json::Value;
use stagger::forecast::{self, Forecast, Series};
use stagger::plan::CheckedPlan;
use stagger::wire;

/// How far a figure may be from the reference: relative, and absolute below which nothing counts.
fn tolerance(field: &str, expected: f64) -> f64 {
    match field {
        "peak_queue" | "peak_inside" if expected > 100.0 => 1e-5 * expected,
        "peak_attempts_per_s" | "peak_load" | "attempts_per_s" | "attempts_per_starter" => {
            1e-4 * expected.abs().max(0.1)
        }
        "wait_max_s" | "wait_s" => 1.0,
        "wait_p50_s" | "wait_p95_s" | "wait_target_s" => 2.0,
        _ => (1e-4 * expected.abs()).max(0.5),
    }
}

#[derive(Default)]
struct Comparison {
    wrong: Vec<String>,
    /// Largest deviation as a share of its tolerance, by field.
    largest: std::collections::BTreeMap<String, (f64, String)>,
}

impl Comparison {
    fn compare(&mut self, place: &str, field: &str, actual: &Value, expected: &Value) {
        let place = format!("{place}/{field}");
        match (actual.as_f64(), expected.as_f64()) {
            (Some(actual), Some(expected)) => {
                let share = (actual - expected).abs() / tolerance(field, expected);
                let largest = self.largest.entry(field.to_owned()).or_default();
                if share > largest.0 {
                    *largest = (share, place.clone());
                }
                if share > 1.0 {
                    self.wrong.push(format!("{place}: {actual} instead of {expected}"));
                }
            }
            _ if matches!(field, "drained_at" | "peak_queue_at") && actual.is_string() && expected.is_string() => {
                let seconds = |value: &Value| {
                    let time = stagger::clock::CivilTime::parse(value.as_str().unwrap()).unwrap();
                    time.seconds_since(stagger::clock::CivilTime::parse("2022-01-01T00:00").unwrap())
                };
                let allowed = if field == "drained_at" { 5 } else { 60 };
                if (seconds(actual) - seconds(expected)).abs() > allowed {
                    self.wrong.push(format!("{place}: {actual} instead of {expected}"));
                }
            }
            _ if actual == expected => {}
            _ => self.wrong.push(format!("{place}: {actual} instead of {expected}")),
        }
    }

    fn object(&mut self, place: &str, actual: &Value, expected: &Value) {
        for (field, expected) in expected.as_object().unwrap() {
            self.compare(place, field, &actual[field], expected);
        }
    }

    fn list(&mut self, place: &str, actual: &Value, expected: &Value) {
        let (actual, expected) = (actual.as_array().unwrap(), expected.as_array().unwrap());
        assert_eq!(actual.len(), expected.len(), "{place}");
        for (index, (actual, expected)) in actual.iter().zip(expected).enumerate() {
            self.object(&format!("{place}/{index}"), actual, expected);
        }
    }
}

fn series(forecast: &Forecast, stage: i64) -> &Series {
    usize::try_from(stage)
        .map_or_else(|_| forecast.waiting_room.as_ref().unwrap(), |stage| &forecast.stages[stage].series)
}

#[test]
fn every_reference_plan_is_met() {
    let file: Value = serde_json::from_str(include_str!("../reference/plans.json")).unwrap();
    let mut comparison = Comparison::default();
    for case in file["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let plan = wire::plan_file::read(&case["plan"].to_string()).unwrap();
        let checked = CheckedPlan::new(plan).unwrap_or_else(|issues| panic!("{name}: {issues:?}"));
        let people: Vec<u64> = checked.cut().cohorts.iter().map(|cohort| cohort.total).collect();
        assert_eq!(serde_json::to_value(people).unwrap(), case["expect"]["cohort_people"], "{name}");
        let forecast = forecast::run(&checked);
        let text = wire::forecast::write(&forecast);
        let written: Value = serde_json::from_str(&text).unwrap();
        let expect = &case["expect"];
        comparison.list(&format!("{name}/slots"), &written["slots"], &expect["slots"]);
        comparison.list(&format!("{name}/stages"), &written["stages"], &expect["stages"]);
        comparison.object(&format!("{name}/totals"), &written["totals"], &expect["totals"]);
        let baseline = &written["baseline"];
        comparison.object(&format!("{name}/baseline/slot"), &baseline["slot"], &expect["baseline"]["slot"]);
        comparison.list(&format!("{name}/baseline/stages"), &baseline["stages"], &expect["baseline"]["stages"]);
        comparison.object(&format!("{name}/baseline/totals"), &baseline["totals"], &expect["baseline"]["totals"]);
        for point in expect["at"].as_array().unwrap() {
            let minute = point["minute"].as_u64().unwrap() as usize;
            let stage = point["stage"].as_i64().unwrap();
            let series = series(&forecast, stage);
            let place = format!("{name}/stage {stage} at minute {minute}");
            for (field, expected) in point.as_object().unwrap() {
                let actual = match field.as_str() {
                    "attempts_per_s" => Some(series.attempts_per_s[minute]),
                    "queue" => Some(series.queue[minute]),
                    "in_service" => Some(series.in_service[minute]),
                    "orbit" => Some(series.orbit[minute]),
                    "wait_s" => series.wait_s[minute],
                    _ => continue,
                };
                comparison.compare(&place, field, &serde_json::to_value(actual).unwrap(), expected);
            }
        }
        for (name, totals) in [("planned", &forecast.totals), ("together", &forecast.baseline.totals)] {
            let rest = totals.starters - totals.finished - totals.lost - totals.unfinished_at_end;
            assert!(rest.abs() <= 1e-9 * totals.starters.max(1.0), "{name}: {rest} of {}", totals.starters);
        }
    }
    for (field, (share, place)) in &comparison.largest {
        println!("{field}: {:.4} of the tolerance at {place}", share);
    }
    assert!(comparison.wrong.is_empty(), "{} wrong:\n{}", comparison.wrong.len(), comparison.wrong.join("\n"));
}
