//! Plans that engines are measured and compared on: W2T (tests/reference/workload_w2t.json), and a small one near its
//! limit.
//!
//! W2T has 900,000 members in 128 cohorts, 40 half-hour windows on four days, three stages of which the second is overloaded
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

/// Four slots of the same stage: well below its limit, just below, at it, and above. As a plan file.
pub fn near_limit() -> String {
    let people = [900, 2_000, 2_250, 4_000];
    let window = |(index, hour): (usize, u64)| json!({ "opens": time(hour * 3600), "closes": time((hour + 1) * 3600), "cohorts": [index] });
    json!({
        "format": "stagger-plan", "version": 1, "title": "Near the limit", "first_day": "2026-03-01", "days": 1,
        "members": {
            "regions": [{ "name": "Harbour", "code": null }],
            "ages": (0..4).map(|age| json!({ "name": format!("{}0", age + 2), "from": 10 * age + 20, "to": 10 * age + 29 })).collect::<Vec<_>>(),
            "counts": [people] },
        "cohorts": (0..4).map(|age| json!({ "name": format!("{}0", age + 2), "ages": [age] })).collect::<Vec<_>>(),
        "windows": (0..4).map(|slot| window((slot, 6 + 3 * slot as u64))).collect::<Vec<_>>(),
        "arrivals": { "show_up": 1.0, "opening_share": 0, "opening_ramp_s": 0,
            "tail": [{ "weight": 1, "kind": "exponential", "mean_s": 900 }] },
        "journey": [{ "name": "Identity check", "service_s": 60, "sessions": 120, "rate_per_s": null, "patience_s": 600,
            "retry_share": 0.7, "retry_after_s": 300, "fail_share": 0, "fail_retry_share": 0 }]
    })
    .to_string()
}
