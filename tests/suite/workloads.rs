//! The workload that engines are measured and compared on (tests/reference/workload_w2t.json) as a plan.
//!
//! 900,000 members in 128 cohorts, 40 half-hour windows on four days, three stages of which the second is overloaded
//! a little in most windows. The file cuts its law of arrivals off after twelve hours; a plan has no such end, so
//! that 1.5 % of its people come later than there.

use serde_json::{Value, json};

/// A time of March 2026 as the plan file writes it.
fn time(seconds: u64) -> String {
    let (day, rest) = (seconds / 86_400, seconds % 86_400);
    format!("2026-03-{:02}T{:02}:{:02}", day + 1, rest / 3600, rest % 3600 / 60)
}

/// W2T as a plan file.
pub fn w2t() -> String {
    let file: Value = serde_json::from_str(include_str!("../reference/workload_w2t.json")).unwrap();
    let cohorts = file["cohorts"].as_array().unwrap();
    let of = |cohort: usize| (cohort / 8, cohort % 8);
    let count = |region: usize, age: usize| cohorts[region * 8 + age]["size"].clone();
    let invited = |window: usize| {
        let here = |cohort: &usize| cohorts[*cohort]["window"].as_u64() == Some(window as u64);
        (0..cohorts.len()).filter(here).collect::<Vec<usize>>()
    };
    let windows = file["windows_s"].as_array().unwrap().iter().enumerate().map(|(index, opens)| {
        let opens = opens.as_u64().unwrap();
        json!({ "opens": time(opens), "closes": time(opens + 1800), "cohorts": invited(index) })
    });
    let stages = file["stages"].as_array().unwrap().iter().map(|stage| {
        json!({ "name": stage["name"], "service_s": stage["service"]["mean"], "sessions": stage["servers"],
            "rate_per_s": null, "patience_s": stage["patience"]["mean"], "retry_share": 0.7, "retry_after_s": 180,
            "fail_share": 0, "fail_retry_share": 0 })
    });
    json!({
        "format": "stagger-plan", "version": 1, "title": "W2T", "first_day": "2026-03-01", "days": 5,
        "members": {
            "regions": (0..16).map(|region| json!({ "name": format!("R{region:02}"), "code": null })).collect::<Vec<_>>(),
            "ages": (1..9).map(|age| json!({ "name": format!("{age}0"), "from": 10 * age, "to": 10 * age + 9 })).collect::<Vec<_>>(),
            "counts": (0..16).map(|region| (0..8).map(|age| count(region, age)).collect::<Vec<_>>()).collect::<Vec<_>>() },
        "cohorts": (0..128).map(|cohort| {
            json!({ "name": cohorts[cohort]["id"], "regions": [of(cohort).0], "ages": [of(cohort).1] })
        }).collect::<Vec<_>>(),
        "windows": windows.collect::<Vec<_>>(),
        "arrivals": { "show_up": 1.0, "opening_share": 0, "opening_ramp_s": 0,
            "tail": [{ "weight": 0.7, "kind": "exponential", "mean_s": 1200 },
                { "weight": 0.3, "kind": "exponential", "mean_s": 14_400 }] },
        "journey": stages.collect::<Vec<_>>()
    })
    .to_string()
}
