//! The incident's central parameter set in nine scenarios (tests/reference/busan_central.json).
//!
//! Only the number of members is a fact; every other parameter is an assumption. The reference counts hours from
//! the first opening at 14:00 and lets 4 or 12 windows a day follow at even gaps.

use serde_json::{Value, json};
use stagger::forecast::{self, Forecast};
use stagger::plan::CheckedPlan;
use stagger::wire::plan_file;

const MEMBERS: u64 = 900_000;
const OPENING_MINUTE: usize = 14 * 60;

struct Scenario {
    windows: usize,
    a_day: usize,
    hours_apart: usize,
    capacity: f64,
    ignoring: f64,
    stopped: bool,
}

fn scenario(name: &str) -> Scenario {
    let one = Scenario { windows: 1, a_day: 1, hours_apart: 1, capacity: 1.0, ignoring: 0.0, stopped: false };
    let hourly = Scenario { windows: 48, a_day: 12, ..one };
    match name.split(' ').next().unwrap() {
        "A" => Scenario { stopped: true, ..one },
        "A2" => one,
        "B" => Scenario { capacity: 4.0, ..one },
        "B2" => Scenario { capacity: 2.0, ..one },
        "C" => Scenario { windows: 16, a_day: 4, hours_apart: 3, ..one },
        "C2" => Scenario { windows: 8, a_day: 4, hours_apart: 3, ..one },
        "D" => hourly,
        "E" => Scenario { ignoring: 0.1, ..hourly },
        "E2" => Scenario { ignoring: 0.3, ..hourly },
        other => panic!("no scenario {other}"),
    }
}

fn time(hours: usize) -> String {
    format!("2022-04-{:02}T{:02}:00", 1 + hours / 24, hours % 24)
}

fn forecast(scenario: &Scenario) -> Forecast {
    let stage = |name: &str, service: u32, patience: Option<u32>, retry: (f64, u32)| {
        json!({ "name": name, "service_s": service, "sessions": null, "rate_per_s": null, "patience_s": patience,
            "retry_share": retry.0, "retry_after_s": retry.1, "fail_share": 0, "fail_retry_share": 0 })
    };
    let mut identity = stage("identity", 180, Some(3600), (0.85, 1200));
    identity["rate_per_s"] = json!(48_000.0 / 3600.0 * scenario.capacity);
    identity["fail_share"] = json!(0.12);
    identity["fail_retry_share"] = json!(0.9);
    if scenario.stopped {
        identity["changes"] = json!([{ "at": time(17), "rate_per_s": 0 }]);
    }
    let mut login = stage("login", 60, Some(3600), (0.8, 1200));
    login["sessions"] = json!(4000.0 * scenario.capacity);
    let mut top_up = stage("top-up", 120, Some(1800), (0.5, 1800));
    top_up["sessions"] = json!(8000.0 * scenario.capacity);
    let regions: Vec<Value> =
        (0..scenario.windows).map(|index| json!({ "name": format!("part {index}"), "code": null })).collect();
    let people = MEMBERS / scenario.windows as u64;
    let windows: Vec<Value> = (0..scenario.windows)
        .map(|index| {
            let opens = 14 + index / scenario.a_day * 24 + index % scenario.a_day * scenario.hours_apart;
            json!({ "opens": time(opens), "closes": time(opens + scenario.hours_apart), "cohorts": [index] })
        })
        .collect();
    let plan = json!({
        "format": "stagger-plan", "version": 1, "title": "central", "dated": "2022-04-01", "status": "draft",
        "time_zone": "Asia/Seoul", "first_day": "2022-04-01", "days": 6,
        "members": { "regions": regions, "ages": [{ "name": "all", "from": 0, "to": 99 }],
            "counts": vec![[people]; scenario.windows] },
        "cohorts": (0..scenario.windows).map(|index| json!({ "name": format!("c{index}"), "regions": [index] })).collect::<Vec<_>>(),
        "windows": windows,
        "arrivals": { "show_up": 0.4, "opening_share": 0.055, "opening_ramp_s": 300,
            "tail": [{ "weight": 1, "kind": "exponential", "mean_s": 10_800 }], "ignore_window_share": scenario.ignoring },
        "journey": [stage("download", 120, None, (0.0, 1200)), identity, login, top_up],
        "target": { "wait_s": 60, "percentile": 0.95, "load": 0.8 }, "seed": 1
    });
    let plan = plan_file::read(&plan.to_string()).unwrap();
    forecast::run(&CheckedPlan::new(plan).unwrap())
}

#[test]
fn the_nine_scenarios_are_met() {
    let file: Value = serde_json::from_str(include_str!("../reference/busan_central.json")).unwrap();
    let mut largest = (0.0, String::new());
    for result in file["results"].as_array().unwrap() {
        let name = result["name"].as_str().unwrap();
        let scenario = scenario(name);
        let forecast = forecast(&scenario);
        let identity = &forecast.stages[1];
        let queue = |hours: f64| identity.series.queue[OPENING_MINUTE + (hours * 60.0) as usize];
        let mut check = |field: &str, got: f64, tolerance: f64| {
            let expected = result[field].as_f64().unwrap();
            let error = (got - expected).abs() / expected.max(500.0);
            if error > largest.0 {
                largest = (error, format!("{name} {field}"));
            }
            assert!(error <= tolerance, "{name} {field}: {got} for {expected}");
        };
        check("Q_at_14_15", queue(0.25), 1e-3);
        check("Q_at_15h", queue(1.0), 1e-3);
        check("Q_at_17h", queue(3.0), 1e-3);
        check("Q_at_18h", queue(4.0), 1e-3);
        check("orbit_17h", identity.series.orbit[OPENING_MINUTE + 180], 1e-3);
        if scenario.stopped {
            // The reference ends at 18:12 with this queue, and leaves the waits before a stop aside.
            check("peak_verify_queue", queue(4.2), 1e-3);
            continue;
        }
        let attempts: f64 = identity.series.attempts_per_s[..OPENING_MINUTE + 180].iter().sum();
        check("attempts_by_17h", 60.0 * attempts, 1e-3);
        check("peak_verify_queue", identity.peak_queue, 1e-3);
        // The reference looked every five minutes.
        let sampled = identity.series.wait_s[OPENING_MINUTE..].iter().step_by(5);
        let longest = sampled.map(|wait| wait.unwrap()).fold(0.0, f64::max);
        let expected = result["max_wait_min"].as_f64().unwrap();
        assert!(
            (longest / 60.0 - expected).abs() <= 0.01 * expected.max(1.0),
            "{name}: {} min for {expected}",
            longest / 60.0
        );
        check("peak_Q_migrate", forecast.stages[2].peak_queue, 1e-3);
        check("peak_Q_topup", forecast.stages[3].peak_queue, 1e-3);
    }
    println!("largest deviation: {:.1e} at {}", largest.0, largest.1);
}
