//! The simulation of single people against exact outcomes of given customers (tests/reference/des_traces.json).

use serde_json::Value;
use stagger::queueing::simulation::trace::{self, Customer, Outcome};
use stagger::queueing::simulation::{Moment, Real, Ticks};

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn customer(value: &Value) -> Customer {
    Customer {
        comes: value["t"].as_f64().unwrap(),
        service: value["service"].as_f64().unwrap(),
        patience: numbers(&value["patience"]),
        retry_after: value["retry_delay"].as_array().unwrap().iter().map(Value::as_f64).collect(),
    }
}

fn duties(case: &Value) -> Vec<Vec<(f64, f64)>> {
    let duty = |duty: &Value| (duty[0].as_f64().unwrap(), duty[1].as_f64().unwrap());
    let server = |server: &Value| server.as_array().unwrap().iter().map(duty).collect();
    case["servers"].as_array().unwrap().iter().map(server).collect()
}

/// Largest distance from the expected outcome [s]; infinite where something else happened.
fn distance(outcome: &Outcome, expected: &Value) -> f64 {
    let between = |ours: &[f64], theirs: Vec<f64>| {
        if ours.len() != theirs.len() {
            return f64::INFINITY;
        }
        ours.iter().zip(theirs).map(|(ours, theirs)| (ours - theirs).abs()).fold(0.0, f64::max)
    };
    let service: Vec<f64> = outcome.served.into_iter().flat_map(|(start, end)| [start, end]).collect();
    let expected_service = ["start", "end"].iter().filter_map(|field| expected[field].as_f64()).collect();
    let is_served = expected["served"].as_bool() == Some(outcome.served.is_some());
    let attempts = expected["attempts"].as_u64() == Some(outcome.waits.len() as u64);
    if !is_served || !attempts {
        return f64::INFINITY;
    }
    between(&service, expected_service)
        .max(between(&outcome.waits, numbers(&expected["waits"])))
        .max(between(&outcome.gave_up_at, numbers(&expected["abandon_times"])))
}

/// Largest distance of any customer of any case [s].
fn largest_distance<M: Moment>() -> f64 {
    let file: Value = serde_json::from_str(include_str!("../reference/des_traces.json")).unwrap();
    let mut largest = 0.0_f64;
    for case in file["cases"].as_array().unwrap() {
        let customers: Vec<Customer> = case["customers"].as_array().unwrap().iter().map(customer).collect();
        let (outcomes, seen) = trace::run::<M>(&customers, &duties(case), 86_400.0);
        for (outcome, expected) in outcomes.iter().zip(case["expected"].as_array().unwrap()) {
            largest = largest.max(distance(outcome, expected));
        }
        let counted = |field: &str| case["summary"][field].as_f64().unwrap();
        let counters = seen.end.counters;
        assert_eq!(counters.attempts, counted("attempts"));
        assert_eq!((counters.served, counters.lost), (counted("served"), counted("lost")));
        assert_eq!(counters.abandoned, counted("abandons"));
        assert_eq!(seen.stretches[0].peak_queue as f64, counted("max_queue"));
    }
    largest
}

#[test]
fn every_customer_is_met_to_a_billionth() {
    let largest = largest_distance::<Real>();
    println!("largest deviation from des_traces.json: {largest:.1e} s");
    assert!(largest < 1e-9, "{largest}");
}

#[test]
fn on_the_clock_of_ticks_every_customer_is_met_to_some_ticks() {
    let largest = largest_distance::<Ticks>();
    assert!(largest < 64.0 / f64::from(1 << 20), "{largest}");
}
