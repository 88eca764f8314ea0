//! Plans of any size, for what is measured.

use serde_json::{Value, json};

/// A plan with six windows a day and capacities in proportion to what a window asks of them.
pub fn plan(members: u64, cohorts: u64, days: u64) -> String {
    let windows = 6 * days;
    let per_window = members as f64 / windows.min(cohorts) as f64;
    let per_cohort = members / cohorts;
    let time = |hours: u64| {
        let day = stagger::clock::CivilDate::new(2026, 3, 1).expect("a day").plus_days((hours / 24) as i64);
        format!("{day}T{:02}:00", hours % 24)
    };
    let of_window = |window: u64| (0..cohorts).filter(|cohort| cohort % windows == window).collect::<Vec<u64>>();
    let window = |window: u64| {
        let opens = window / 6 * 24 + 9 + 2 * (window % 6);
        json!({ "opens": time(opens), "closes": time(opens + 2), "cohorts": of_window(window) })
    };
    let bands = 50.min(cohorts);
    let regions = cohorts.div_ceil(bands);
    let count = |region: u64, age: u64| if region * bands + age < cohorts { per_cohort } else { 0 };
    let stage = |name: &str, service: f64, sessions: f64, rate: f64| {
        let limit = |value: f64| if value > 0.0 { json!(value * per_window) } else { Value::Null };
        json!({ "name": name, "service_s": service, "sessions": limit(sessions), "rate_per_s": limit(rate),
            "patience_s": 3600, "retry_share": 0.85, "retry_after_s": 1200, "fail_share": 0.12, "fail_retry_share": 0.9 })
    };
    json!({
        "format": "stagger-plan", "version": 1, "title": "grown", "first_day": "2026-03-01", "days": days,
        "members": {
            "regions": (0..regions).map(|region| json!({ "name": format!("r{region}"), "code": null })).collect::<Vec<_>>(),
            "ages": (0..bands).map(|age| json!({ "name": format!("{age}"), "from": age, "to": age })).collect::<Vec<_>>(),
            "counts": (0..regions).map(|region| (0..bands).map(|age| count(region, age)).collect::<Vec<_>>()).collect::<Vec<_>>() },
        "cohorts": (0..cohorts).map(|cohort| json!({ "name": format!("c{cohort}"), "regions": [cohort / bands], "ages": [cohort % bands] })).collect::<Vec<_>>(),
        "windows": (0..windows).filter(|index| !of_window(*index).is_empty()).map(window).collect::<Vec<_>>(),
        "arrivals": { "show_up": 0.4, "opening_share": 0.055, "opening_ramp_s": 300,
            "tail": [{ "kind": "exponential", "mean_s": 10_800 }] },
        "journey": [stage("download", 120.0, 0.0, 0.0), stage("identity", 180.0, 0.0, 2e-4),
            stage("login", 60.0, 0.02, 0.0), stage("top-up", 120.0, 0.04, 0.0)]
    })
    .to_string()
}
