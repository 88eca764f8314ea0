//! The figures at screening precision against the full forecast, over all reference plans and a workload.

use serde_json::{Value, json};
use stagger::demand::{Demand, Scenario};
use stagger::forecast::curves::{Curve, Curves};
use stagger::forecast::screen::screen_over_time;
use stagger::forecast::{self, Screening, Slot};
use stagger::plan::CheckedPlan;
use stagger::queueing::{Network, coarse};
use stagger::wire::plan_file;

use crate::workloads;

/// Share of the largest value of the plan that a figure may be off [1].
const PRECISION: f64 = 0.0025;

fn checked(plan: &str) -> CheckedPlan {
    CheckedPlan::new(plan_file::read(plan).unwrap()).unwrap()
}

fn plans() -> Vec<(String, CheckedPlan)> {
    let file: Value = serde_json::from_str(include_str!("../reference/plans.json")).unwrap();
    let cases = file["cases"].as_array().unwrap().iter();
    let mut plans: Vec<(String, CheckedPlan)> =
        cases.map(|case| (case["name"].as_str().unwrap().to_owned(), checked(&case["plan"].to_string()))).collect();
    plans.push(("W2T".to_owned(), checked(&workloads::w2t())));
    plans
}

/// Largest of a figure over the slots.
fn largest(slots: &[Slot], figure: impl Fn(&Slot) -> f64) -> f64 {
    slots.iter().map(figure).fold(1e-9, f64::max)
}

/// Waits may be off by 5 s and a hundredth.
fn is_same_wait(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() <= 5.0 + 0.01 * one,
        (one, other) => one == other,
    }
}

#[test]
fn screened_figures_are_those_of_the_forecast() {
    let mut worst = [(0.0, String::new()), (0.0, String::new()), (0.0, String::new()), (0.0, String::new())];
    for (name, plan) in plans() {
        let full = forecast::run(&plan);
        let screened = forecast::screen(&plan);
        let peaks: [fn(&Slot) -> f64; 4] = [
            |slot| slot.peak_load.unwrap_or(0.0),
            |slot| slot.peak_queue,
            |slot| slot.peak_inside,
            |slot| slot.peak_attempts_per_s,
        ];
        assert_eq!(full.slots.len(), screened.slots.len());
        for (index, (one, other)) in full.slots.iter().zip(&screened.slots).enumerate() {
            let place = format!("{name}, slot {index}");
            for (peak, worst) in peaks.iter().zip(&mut worst) {
                let error = (peak(one) - peak(other)).abs() / largest(&full.slots, peak).max(1.0);
                if error > worst.0 {
                    *worst = (error, place.clone());
                }
                assert!(error <= PRECISION, "{place}: {one:?} {other:?}");
            }
            let people = full.totals.starters.max(1.0);
            for (one, other) in [
                (one.lost, other.lost),
                (one.waiting_at_open, other.waiting_at_open),
                (one.waiting_at_close, other.waiting_at_close),
                (one.turned_away, other.turned_away),
                (one.background_lost, other.background_lost),
                (one.members, other.members),
                (one.starters, other.starters),
                (one.after_horizon, other.after_horizon),
                (one.shut_out, other.shut_out),
            ] {
                assert!((one - other).abs() <= 1e-3 * people, "{place}: {one} {other}");
            }
            for (one, other) in [
                (one.wait_p50_s, other.wait_p50_s),
                (one.wait_p95_s, other.wait_p95_s),
                (one.wait_target_s, other.wait_target_s),
                (one.wait_max_s, other.wait_max_s),
            ] {
                assert!(is_same_wait(one, other), "{place}: {one:?} {other:?}");
            }
            assert_eq!(one.peak_load.is_some(), other.peak_load.is_some(), "{place}");
            assert_eq!((one.window, one.bottleneck), (other.window, other.bottleneck), "{place}");
            assert_eq!(one.verdict, other.verdict, "{place}: {one:?} {other:?}");
        }
        assert_totals(&name, &full, &screened);
    }
    let [load, queue, inside, attempts] = worst;
    println!("largest deviations: load {load:?}, queue {queue:?}, inside {inside:?}, attempts {attempts:?}");
}

fn assert_totals(name: &str, full: &forecast::Forecast, screened: &Screening) {
    let people = full.totals.starters.max(1.0);
    let (one, other) = (&full.totals, &screened.totals);
    for (one, other) in [
        (one.starters, other.starters),
        (one.finished, other.finished),
        (one.lost, other.lost),
        (one.unfinished_at_end, other.unfinished_at_end),
        (one.attempts_per_starter, other.attempts_per_starter),
    ] {
        assert!((one - other).abs() <= 1e-3 * people, "{name}: {one} {other}");
    }
    let sum = other.finished + other.lost + other.unfinished_at_end;
    assert!((sum - other.starters).abs() <= 1e-4 * people, "{name}: {sum} of {}", other.starters);
    let first_stage = screened.places.len() - full.stages.len();
    for (stage, place) in full.stages.iter().zip(&screened.places[first_stage..]) {
        let peak = full.stages.iter().map(|stage| stage.peak_queue).fold(1.0, f64::max);
        assert!((stage.peak_queue - place.peak_queue).abs() <= PRECISION * peak, "{name}: {}", stage.name);
        assert!(is_same_wait(stage.wait_max_s, place.wait_max_s), "{name}: {} {place:?}", stage.name);
    }
    let done = full.finished.iter().position(|&finished| finished >= 0.95 * one.starters);
    let done = done.map(|minute| (minute + 1) as f64 * 60.0);
    match (done, screened.done_at) {
        (Some(one), Some(other)) => assert!((one - other).abs() <= 600.0, "{name}: {one} {other}"),
        (one, other) => assert_eq!(one, other, "{name}"),
    }
}

/// Largest deviation of a curve; two infinite values are the same.
fn farthest(full: &[f64], screened: &[f64]) -> f64 {
    assert_eq!(full.len(), screened.len());
    let apart = |(one, other): (&f64, &f64)| if one == other { 0.0 } else { (one - other).abs() };
    full.iter().zip(screened).map(apart).fold(0.0, f64::max)
}

#[test]
fn screened_curves_are_those_of_the_forecast() {
    let mut worst = [0.0_f64; 4];
    for (name, plan) in plans() {
        let forecast = forecast::run(&plan);
        let full = Curves::of(plan.plan(), &forecast);
        let (screening, screened) = screen_over_time(&plan);
        assert_eq!(forecast::screen(&plan), screening);
        assert_eq!((full.stretch_minutes, full.places.len()), (screened.stretch_minutes, screened.places.len()));
        let curves: [fn(&Curve) -> &Vec<f64>; 3] =
            [|curve| &curve.attempts_per_s, |curve| &curve.queue, |curve| &curve.wait];
        for (curve, worst) in curves.into_iter().zip(&mut worst) {
            let all = full.places.iter().flat_map(curve).copied();
            let peak = all.filter(|value| value.is_finite()).fold(1.0, f64::max);
            for (one, other) in full.places.iter().zip(&screened.places) {
                assert_eq!(one.place, other.place);
                let error = farthest(curve(one), curve(other)) / peak;
                assert!(error <= PRECISION, "{name}, {:?}: {error} of {peak}", one.place);
                *worst = worst.max(error);
            }
        }
        let error = farthest(&full.finished, &screened.finished) / forecast.totals.starters.max(1.0);
        assert!(error <= PRECISION, "{name}: {error} of the starters");
        worst[3] = worst[3].max(error);
    }
    let [attempts, queue, wait, finished] = worst;
    println!("largest deviations: attempts {attempts}, queue {queue}, wait {wait}, finished {finished}");
}

/// W2T whose people come by a Weibull law so steep that those of the first moment take all sessions; `rate`: of the
/// first stage.
fn rushed(shape: f64, scale: f64, rate: Option<f64>) -> CheckedPlan {
    let mut plan: Value = serde_json::from_str(&workloads::w2t()).unwrap();
    plan["arrivals"]["tail"] = json!([{ "weight": 1, "kind": "weibull", "shape": shape, "scale_s": scale }]);
    plan["journey"][0]["rate_per_s"] = json!(rate);
    checked(&plan.to_string())
}

#[test]
fn a_rush_that_takes_all_sessions_in_an_instant_is_served() {
    for (shape, scale) in [(0.1, 1.0), (0.2, 1.0), (0.1, 1000.0)] {
        let plan = rushed(shape, scale, None);
        let full = forecast::run(&plan);
        let screened = forecast::screen(&plan);
        // A rate that all sessions are taken by within a fiftieth of a second leads the engines another way.
        let limited = forecast::run(&rushed(shape, scale, Some(1e5)));
        let people = full.totals.starters;
        assert!(full.totals.finished > 0.7 * people, "{shape} {scale}: {:?}", full.totals);
        for (other, name) in [(&limited.totals, "limited"), (&screened.totals, "screened")] {
            let apart = (full.totals.finished - other.finished).abs() / people;
            assert!(apart < 1e-4, "{shape} {scale}, {name}: {:?} {other:?}", full.totals);
            assert!((other.finished + other.lost + other.unfinished_at_end - people).abs() < 1e-6 * people);
        }
    }
}

#[test]
fn peaks_of_a_rush_are_those_of_the_forecast() {
    for rate in [None, Some(40.0)] {
        let plan = rushed(0.1, 1.0, rate);
        let (full, screened) = (forecast::run(&plan), forecast::screen(&plan));
        for (one, other) in full.slots.iter().zip(&screened.slots) {
            assert!((one.peak_queue - other.peak_queue).abs() <= 0.01 * one.peak_queue, "{one:?} {other:?}");
            assert!((one.peak_inside - other.peak_inside).abs() <= 0.01 * one.peak_inside, "{one:?} {other:?}");
        }
    }
}

#[test]
fn the_same_plan_has_the_same_figures_to_the_last_bit() {
    let plan = checked(&workloads::w2t());
    assert_eq!(forecast::screen(&plan), forecast::screen(&plan));
}

#[test]
fn only_visitors_and_background_ask_for_the_other_engine() {
    let asked: Vec<String> = (plans().into_iter())
        .filter(|(_, plan)| {
            let demand = Demand::new(plan.plan(), plan.cut(), Scenario::Planned);
            !coarse::is_made_for(&Network::of(plan.plan()), &demand)
        })
        .map(|(name, _)| name)
        .collect();
    assert_eq!(asked, ["background", "uninvited", "gate-early", "combined"]);
}

#[test]
fn the_longest_wait_is_found_where_waits_jump() {
    let file: Value = serde_json::from_str(include_str!("../reference/plans.json")).unwrap();
    let drop = file["cases"].as_array().unwrap().iter().find(|case| case["name"] == "drop-finish").unwrap();
    // Under these laws nobody is admitted for minutes once sessions fall: whoever comes a moment too late waits longest.
    for (sessions, patience) in [(1_168.744, 285.272), (1_400.0, 300.0), (1_250.0, 600.0)] {
        let mut plan = drop["plan"].clone();
        plan["arrivals"]["show_up"] = json!(0.486_042);
        plan["arrivals"]["opening_share"] = json!(0.014_472);
        plan["journey"][0]["service_s"] = json!(900.53);
        plan["journey"][0]["sessions"] = json!(sessions);
        plan["journey"][0]["patience_s"] = json!(patience);
        let plan = checked(&plan.to_string());
        let (full, screened) = (forecast::run(&plan), forecast::screen(&plan));
        for (one, other) in full.slots.iter().zip(&screened.slots) {
            let waits = (one.wait_max_s, other.wait_max_s);
            assert!(is_same_wait(waits.0, waits.1), "{sessions} sessions, patience {patience}: {waits:?}");
        }
    }
}
