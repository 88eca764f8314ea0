//! The fast engine sees the very same as the heap engine: every service to the person and the tick, every tally.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use stagger::clock::CivilTime;
use stagger::demand::Scenario;
use stagger::forecast;
use stagger::forecast::simulation::{Engine, Trial, attempts};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::CheckedPlan;
use stagger::queueing::simulation::heap::Run;
use stagger::wire::plan_file;

use crate::simulation_plans::small_plans;
use crate::{laws, simulation_workloads as workloads};

/// What the heap engine sees, compared with the fast engine in stretches of so many seconds; `None` = it refuses.
fn compared(name: &str, plan: &CheckedPlan, stretches: &[u64]) -> Option<Run> {
    let trial = Trial::new(plan, Scenario::Planned, 5, 2);
    let oracle = trial.run(Engine::Heap).unwrap().run;
    for &longest in stretches {
        let fast = trial.run(Engine::Fast { longest })?.run;
        assert_eq!(fast.lost_before_catch_up, oracle.lost_before_catch_up, "{name}");
        for (place, (fast, oracle)) in fast.places.iter().zip(&oracle.places).enumerate() {
            assert_eq!(fast.checksum, oracle.checksum, "{name}: services at {place}, {longest} s");
            assert_eq!(fast.end, oracle.end, "{name}: counts at {place}, {longest} s");
            assert_eq!(fast.stretches, oracle.stretches, "{name}: stretches at {place}, {longest} s");
            // All the rest is too long to be printed.
            assert!(fast == oracle, "{name}: tallies at {place}, {longest} s");
        }
    }
    Some(oracle)
}

#[test]
fn the_workloads_are_the_same_in_both_engines() {
    for (name, text) in workloads::all() {
        let plan = CheckedPlan::new(plan_file::read(&text).unwrap()).unwrap();
        let run = compared(name, &plan, &[60, 7]).expect(name);
        let sums = run.places.iter().map(|place| format!("{:016x}", place.checksum));
        println!("{name}: {}", sums.collect::<Vec<String>>().join(" "));
        assert!(run.places.iter().all(|place| place.end.counters.served > 0.0));
    }
}

#[test]
fn shipped_and_reference_plans_are_the_same_in_both_engines() {
    for example in Example::ALL {
        let plan = CheckedPlan::new(example.plan(Wording::english)).unwrap();
        compared("shipped", &plan, &[60, 11]).expect("both shipped plans are fast");
    }
    let (mut fast, mut all) = (0, 0);
    for (name, plan) in small_plans() {
        let run = compared(&name, &plan, &[60, 1, 13]);
        println!("{name}: {}", if run.is_some() { "fast" } else { "heap" });
        (fast, all) = (fast + usize::from(run.is_some()), all + 1);
    }
    assert!(4 * fast >= 3 * all, "{fast} of {all} are fast");
}

/// A plan of two days as one of so many times as long: the same windows, changes and visitors ever farther apart.
fn stretched(value: &mut Value, times: i64) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                match (name.as_str(), &*field) {
                    ("at" | "opens" | "closes", Value::String(time)) => {
                        let time = CivilTime::parse(time).unwrap();
                        let start = CivilTime::parse("2022-04-01T00:00").unwrap();
                        *field = json!(start.plus_seconds(times * time.seconds_since(start)).to_string());
                    }
                    ("per_s", Value::Number(rate)) => *field = json!(rate.as_f64().unwrap() * 1e-3),
                    _ => stretched(field, times),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| stretched(item, times)),
        _ => {}
    }
}

fn service_law() -> impl Strategy<Value = Value> {
    let kinds = select(["exponential", "deterministic", "lognormal", "erlang"].to_vec());
    (kinds, 0.1..2.0, 1_u32..9).prop_map(|(kind, cv, phases)| match kind {
        "lognormal" => json!({ "kind": kind, "cv": cv }),
        "erlang" => json!({ "kind": kind, "phases": phases }),
        _ => json!({ "kind": kind }),
    })
}

/// Few people, many of them alone for hours or weeks, and every law of services.
fn sparse_plan() -> impl Strategy<Value = Value> {
    (laws::plan(), 1_i64..=46, [0_u64..40, 1..300], vec(service_law(), 3)).prop_map(
        |(mut plan, times, people, laws)| {
            stretched(&mut plan, times);
            plan["days"] = json!(2 * times);
            plan["members"]["counts"] = json!([[people[0]], [people[1]]]);
            for (stage, law) in plan["journey"].as_array_mut().unwrap().iter_mut().zip(laws) {
                stage["service_law"] = law;
            }
            plan
        },
    )
}

proptest! {
    #![proptest_config(laws::cases(150))]

    #[test]
    fn people_far_apart_are_the_same_in_both_engines(plan in sparse_plan()) {
        let Some(plan) = laws::checked(&plan) else { return Ok(()) };
        if attempts(&forecast::run(&plan)) < 30_000.0 {
            compared("sparse", &plan, &[60, 3600]);
        }
    }

    #[test]
    fn any_plan_is_the_same_in_both_engines(plan in laws::plan()) {
        let Some(plan) = laws::checked(&plan) else { return Ok(()) };
        if attempts(&forecast::run(&plan)) < 100_000.0 {
            compared("any", &plan, &[60, 9]);
        }
    }
}
