//! A small plan near its limit: four slots of one stage, well below, just below, at it, and above.

use serde_json::json;

/// The plan as a plan file.
pub fn near_limit() -> String {
    let people = [900, 2_000, 2_250, 4_000];
    let decade = |age: usize| format!("{}0", age + 2);
    let hour = |hour: usize| format!("2026-03-01T{hour:02}:00");
    let window = |slot: usize| json!({ "opens": hour(6 + 3 * slot), "closes": hour(7 + 3 * slot), "cohorts": [slot] });
    let age = |age: usize| json!({ "name": decade(age), "from": 10 * age + 20, "to": 10 * age + 29 });
    json!({
        "format": "stagger-plan", "version": 1, "title": "Near the limit", "first_day": "2026-03-01", "days": 1,
        "members": { "regions": [{ "name": "Harbour", "code": null }],
            "ages": (0..4).map(age).collect::<Vec<_>>(), "counts": [people] },
        "cohorts": (0..4).map(|age| json!({ "name": decade(age), "ages": [age] })).collect::<Vec<_>>(),
        "windows": (0..4).map(window).collect::<Vec<_>>(),
        "arrivals": { "show_up": 1.0, "opening_share": 0, "opening_ramp_s": 0,
            "tail": [{ "weight": 1, "kind": "exponential", "mean_s": 900 }] },
        "journey": [{ "name": "Identity check", "service_s": 60, "sessions": 120, "rate_per_s": null, "patience_s": 600,
            "retry_share": 0.7, "retry_after_s": 300, "fail_share": 0, "fail_retry_share": 0 }]
    })
    .to_string()
}
