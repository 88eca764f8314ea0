//! The fast engine sees the very same as the heap engine: every service to the person and the tick, every tally.

use proptest::prelude::*;
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

proptest! {
    #![proptest_config(laws::cases(150))]

    #[test]
    fn any_plan_is_the_same_in_both_engines(plan in laws::plan()) {
        let Some(plan) = laws::checked(&plan) else { return Ok(()) };
        if attempts(&forecast::run(&plan)) < 100_000.0 {
            compared("any", &plan, &[60, 9]);
        }
    }
}
