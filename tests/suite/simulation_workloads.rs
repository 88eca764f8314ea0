//! The workloads that engines of the simulation are measured and compared on, as plans with every law of services.
//!
//! W2T overloads its second stage a little in most windows. W2 has 2.5 times the servers, and nobody waits; in W1 all
//! are invited at once to the servers of W2, and most give up again and again. The sparse workload has 2,000 of the
//! members, who come over 92 days to single servers.

use serde_json::{Value, json};

use crate::workloads;

/// Every workload with its name, each law of services as in the file.
pub fn all() -> [(&'static str, String); 4] {
    [("W1", w1()), ("W2", w2()), ("W2T", w2t_with_laws().to_string()), ("sparse", sparse())]
}

fn w1() -> String {
    let mut plan = with_more_servers();
    let cohorts: Vec<usize> = (0..128).collect();
    plan["title"] = json!("W1");
    plan["days"] = json!(1);
    plan["windows"] = json!([{ "opens": "2026-03-01T00:00", "closes": "2026-03-01T00:30", "cohorts": cohorts }]);
    plan.to_string()
}

fn w2() -> String {
    let mut plan = with_more_servers();
    plan["title"] = json!("W2");
    plan.to_string()
}

fn sparse() -> String {
    let mut plan = w2t_with_laws();
    plan["title"] = json!("sparse");
    plan["days"] = json!(92);
    for counts in plan["members"]["counts"].as_array_mut().unwrap() {
        for count in counts.as_array_mut().unwrap() {
            *count = json!(count.as_u64().unwrap() / 450);
        }
    }
    plan["arrivals"]["tail"] = json!([{ "kind": "exponential", "mean_s": 2_000_000 }]);
    for stage in plan["journey"].as_array_mut().unwrap() {
        stage["sessions"] = json!(1);
    }
    plan.to_string()
}

fn w2t_with_laws() -> Value {
    let mut plan: Value = serde_json::from_str(&workloads::w2t()).unwrap();
    let laws = [json!({ "kind": "lognormal", "cv": 0.8 }), json!({ "kind": "exponential" })];
    let laws = laws.into_iter().chain([json!({ "kind": "lognormal", "cv": 1.0 })]);
    for (stage, law) in plan["journey"].as_array_mut().unwrap().iter_mut().zip(laws) {
        stage["service_law"] = law;
    }
    plan
}

fn with_more_servers() -> Value {
    let mut plan = w2t_with_laws();
    for stage in plan["journey"].as_array_mut().unwrap() {
        stage["sessions"] = json!(stage["sessions"].as_u64().unwrap() / 2 * 5);
    }
    plan
}
