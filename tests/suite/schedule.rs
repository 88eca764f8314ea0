//! Timetables against published and independently computed ones, small cases against all timetables, and proofs
//! checked by an independent function.

use proptest::prelude::*;
use serde_json::Value;
use stagger::schedule::linear::{Measure, Pulse, Surge};
use stagger::schedule::{Effort, Problem, Proof, bound, solve};
use stagger::worker::solved;

fn cases(text: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(text).unwrap();
    file["cases"].as_array().unwrap().clone()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn published() -> Vec<Value> {
    cases(include_str!("../reference/schedule.json"))
}

fn problem_of(case: &Value) -> Problem {
    let sizes = numbers(&case["sizes"]);
    let windows = case["m"].as_u64().unwrap() as usize;
    let mut problem = Problem::equal_windows(sizes, windows);
    if case["capacity"].is_array() {
        problem.capacities = numbers(&case["capacity"]);
    }
    if case["kind"] == "ordered_contiguous" {
        problem.chains = vec![(0..problem.sizes.len()).collect()];
    }
    problem
}

#[test]
fn timetables_are_as_good_as_the_best_known_and_never_below_their_bound() {
    let mut seen = 0;
    for case in published().iter().filter(|case| case["kind"] != "overlapping_surge_lp") {
        let problem = problem_of(case);
        let name = &case["name"];
        let answer = solve(&problem, Effort::THOROUGH, 1).unwrap();
        assert_eq!(problem.violation(&answer.timetable), None, "{name}");
        assert_eq!(problem.value(&answer.timetable), answer.value, "{name}");
        assert!(answer.value >= answer.bound.value, "{name} {answer:?}");
        let optimum = [&case["optimum"], &case["optimum_load_over_capacity"]].into_iter().find_map(Value::as_f64);
        match optimum {
            Some(optimum) => assert!((answer.value - optimum).abs() < 1e-6 && answer.is_optimal(), "{name} {answer:?}"),
            None => {
                let best = case["best_known"].as_f64().unwrap();
                assert!(answer.value <= best, "{name}: {} instead of {best}", answer.value);
                assert!(answer.value >= case["lower_bound"].as_f64().unwrap(), "{name}");
            }
        }
        if answer.bound.proof != Proof::Searched {
            assert!(bound::is_proved(&problem, &answer.bound), "{name} {:?}", answer.bound);
        }
        seen += 1;
    }
    assert_eq!(seen, 34);
}

#[test]
fn a_little_effort_is_within_one_percent() {
    for case in published().iter().filter(|case| case["kind"] == "identical") {
        let problem = problem_of(case);
        let answer = solve(&problem, Effort::QUICK, 1).unwrap();
        let best = ["optimum", "best_known"].into_iter().find_map(|key| case[key].as_f64()).unwrap();
        assert!(answer.value <= 1.01 * best, "{} {}", case["name"], answer.value / best);
    }
}

#[test]
fn overlapping_surges_are_spread_as_a_linear_program_spreads_them() {
    let case = published().into_iter().find(|case| case["kind"] == "overlapping_surge_lp").unwrap();
    let hours = case["T_hours"].as_u64().unwrap() as usize;
    let decay = libm::exp(-1.0 / 1.5);
    let pulse = |opens: f64| {
        let from = opens as usize;
        Pulse {
            from,
            shares: (from..hours).map(|hour| libm::pow(decay, (hour - from) as f64) * (1.0 - decay)).collect(),
        }
    };
    let starts = numbers(&case["window_start_hours"]);
    let surge = Surge {
        pulses: starts.iter().map(|opens| [pulse(*opens), Pulse::default()]).collect(),
        capacities: vec![1.0; hours],
        groups: vec![[case["members"].as_f64().unwrap(), 0.0]],
        ..Surge::default()
    };
    let expected = case["lp_optimal_peak_per_hour"].as_f64().unwrap();
    let relaxed = surge.relaxed(Measure::Load, &solved).unwrap();
    assert!((relaxed.value / expected - 1.0).abs() < 1e-6, "{} {expected}", relaxed.value);
    assert!((surge.value(&relaxed.people, Measure::Load) / expected - 1.0).abs() < 1e-6);
    let even = vec![[case["members"].as_f64().unwrap() / starts.len() as f64, 0.0]; starts.len()];
    let split = case["equal_split_peak"].as_f64().unwrap();
    assert!((surge.value(&even, Measure::Load) / split - 1.0).abs() < 1e-6);
    assert_eq!(surge.shown(&relaxed.multipliers), Some(relaxed.value));
}

#[test]
fn the_shortest_longest_line_is_that_of_a_linear_program() {
    for case in cases(include_str!("../reference/schedule_lp_queue.json")) {
        let (bin, bins) = (case["bin_hours"].as_f64().unwrap(), case["T"].as_f64().unwrap());
        let moments = (bins / bin) as usize;
        let kernel = |key: &str| case["kernel"][key].as_f64().unwrap();
        let (tau, atom, alpha) = (kernel("tau_hours"), kernel("atom_share"), kernel("alpha"));
        let come = |hours: f64| if hours < 0.0 { 0.0 } else { atom + (alpha - atom) * (1.0 - libm::exp(-hours / tau)) };
        // The figures of the file count those who come at the opening twice, in the moment that ends with it and in the
        // one that begins with it, except at time 0, although its formula counts them once: to meet them, so does this.
        let counted = |opens: f64, is_twice: bool| {
            let from = (opens / bin).round() as usize;
            let share = |moment: usize| {
                let before = if moment == from { 0.0 } else { come(moment as f64 * bin - opens) };
                come((moment + 1) as f64 * bin - opens) - before
            };
            let shares = (from..moments).map(share);
            match from.checked_sub(1) {
                Some(before) if is_twice => Pulse { from: before, shares: [atom].into_iter().chain(shares).collect() },
                _ => Pulse { from, shares: shares.collect() },
            }
        };
        let is_day = |moment: usize| ((moment as f64 * bin) % 24.0) < 10.0;
        let per_hour = |moment: usize| match case["name"].as_str().unwrap() {
            "A" => 20_000.0,
            _ if is_day(moment) => 10_000.0,
            _ => 3_000.0,
        };
        let starts = numbers(&case["window_starts"]);
        let members = case["members"].as_f64().unwrap();
        let pulses = |is_twice| starts.iter().map(|opens| [counted(*opens, is_twice), Pulse::default()]).collect();
        let surge = Surge {
            pulses: pulses(true),
            capacities: (0..moments).map(|moment| per_hour(moment) * bin).collect(),
            groups: vec![[members, 0.0]],
            ..Surge::default()
        };
        let relaxed = surge.relaxed(Measure::Queue, &solved).unwrap();
        let expected = case["lp_min_max_queue"].as_f64().unwrap();
        assert!((relaxed.value / expected - 1.0).abs() < 1e-5, "{} {} {expected}", case["name"], relaxed.value);
        let even = vec![[members / starts.len() as f64, 0.0]; starts.len()];
        let split = case["equal_split_max_queue"].as_f64().unwrap();
        assert!((surge.value(&even, Measure::Queue) / split - 1.0).abs() < 1e-5, "{}", case["name"]);
        assert_eq!(surge.shown(&relaxed.multipliers), Some(relaxed.value));

        let once = Surge { pulses: pulses(false), ..surge };
        let relaxed = once.relaxed(Measure::Queue, &solved).unwrap();
        assert!(relaxed.value <= expected * (1.0 + 1e-5));
        assert!((once.value(&relaxed.people, Measure::Queue) / relaxed.value - 1.0).abs() < 1e-5, "both sides meet");
        let allocation = numbers(&case["lp_allocation"]).into_iter().map(|people| [people, 0.0]).collect::<Vec<_>>();
        assert!(once.value(&allocation, Measure::Queue) >= relaxed.value * (1.0 - 1e-9));
    }
}

/// All timetables that keep the rules, and the value of the best.
fn best_of_all(problem: &Problem) -> Option<f64> {
    let (groups, windows) = (problem.sizes.len(), problem.windows());
    let mut best: Option<f64> = None;
    for number in 0..windows.pow(groups as u32) {
        let timetable: Vec<usize> = (0..groups).map(|group| number / windows.pow(group as u32) % windows).collect();
        if problem.violation(&timetable).is_none() {
            let value = problem.value(&timetable);
            best = Some(best.map_or(value, |best| best.min(value)));
        }
    }
    best
}

prop_compose! {
    fn small_problem()(
        sizes in prop::collection::vec(0_u32..60, 1..7),
        capacities in prop::collection::vec(1_u32..4, 1..4),
        is_equal in any::<bool>(),
        occupied in prop::collection::vec(0_u32..40, 3),
        is_occupied in any::<bool>(),
        open in prop::collection::vec(prop::collection::vec(prop::bool::weighted(0.7), 3), 6),
        is_limited in any::<bool>(),
        groups_per_window in prop::option::of(1_usize..4),
        in_chain in prop::collection::vec(0_usize..3, 6),
        has_chains in any::<bool>(),
    ) -> Problem {
        let windows = capacities.len();
        let groups = sizes.len();
        let chain = |number: usize| (0..groups).filter(|group| in_chain[*group] == number).collect::<Vec<_>>();
        Problem {
            sizes: sizes.into_iter().map(f64::from).collect(),
            capacities: capacities.into_iter().map(|capacity| if is_equal { 2.0 } else { f64::from(capacity) }).collect(),
            occupied: if is_occupied { occupied[..windows].iter().copied().map(f64::from).collect() } else { Vec::new() },
            allowed: if is_limited { open[..groups].iter().map(|open| open[..windows].to_vec()).collect() } else { Vec::new() },
            groups_per_window,
            chains: if has_chains { vec![chain(0), chain(1)] } else { Vec::new() },
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_answer_is_the_best_of_all_timetables(problem in small_problem()) {
        let best = best_of_all(&problem);
        let answer = solve(&problem, Effort::QUICK, 3);
        match (answer, best) {
            (Some(answer), Some(best)) => {
                prop_assert_eq!(problem.violation(&answer.timetable), None);
                prop_assert!((answer.value - best).abs() < 1e-9, "{} instead of {best}", answer.value);
                prop_assert!(answer.is_optimal(), "{:?}", answer.bound);
            }
            (answer, best) => prop_assert!(answer.is_none() && best.is_none(), "{answer:?} {best:?}"),
        }
    }

    #[test]
    fn no_timetable_is_below_the_simple_bound(problem in small_problem()) {
        let bound = bound::simple(&problem);
        prop_assert!(bound::is_proved(&problem, &bound));
        if let Some(best) = best_of_all(&problem) {
            prop_assert!(bound.value <= best * (1.0 + 1e-12), "{bound:?} {best}");
        }
        let higher = bound::Bound { value: bound.value * 1.001 + 1e-9, ..bound };
        prop_assert!(!bound::is_proved(&problem, &higher));
    }
}
