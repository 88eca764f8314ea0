//! Expected starters by time against tests/reference/profiles.json, and their mass to the last person.

use serde_json::Value;
use stagger::demand::activity::Activity;
use stagger::demand::law::Law;
use stagger::demand::stream::{Shape, Stream, Streams};
use stagger::num::collocation::{NODES, POSITIONS};
use stagger::plan::{Tail, TailKind};
use stagger::units::{Seconds, Share};

const HOUR: f64 = 3600.0;

fn tail(component: &Value) -> Tail {
    let hours = |name: &str| Seconds::hours(component["params"][name].as_f64().unwrap());
    let number = |name: &str| component["params"][name].as_f64().unwrap();
    let kind = match component["kind"].as_str().unwrap() {
        "exp" => TailKind::Exponential { mean: hours("tau") },
        "weibull" => TailKind::Weibull { shape: number("k"), scale: hours("c") },
        "lomax" => TailKind::Lomax { alpha: number("alpha"), scale: hours("c") },
        other => panic!("no such law: {other}"),
    };
    Tail { weight: Share::new(component["weight"].as_f64().unwrap()), kind }
}

#[test]
fn every_bin_of_every_profile_is_met() {
    let file: Value = serde_json::from_str(include_str!("../reference/profiles.json")).unwrap();
    let mut largest = 0.0_f64;
    for case in file["cases"].as_array().unwrap() {
        let number = |field: &str| case[field].as_f64().unwrap();
        let components: Vec<Tail> = case["components"].as_array().unwrap().iter().map(tail).collect();
        let mut weights = [0.0; 24];
        for (weight, value) in weights.iter_mut().zip(case["hour_weights"].as_array().unwrap()) {
            *weight = value.as_f64().unwrap();
        }
        let people = number("N");
        let opens = number("open_hour") * HOUR;
        let shape = Shape { law: Law::new(&components), activity: Activity::new(Some(&weights)), ramp: 0.0 };
        let at_once = number("atom_at_open") * people;
        let stream = Stream { opens, ends: f64::INFINITY, early: at_once, tail: people - at_once };
        let bins = case["expected_in_bin"].as_array().unwrap();
        let width = number("T_hours") * HOUR / bins.len() as f64;
        let come = |t: f64| {
            let (ramped, tailed) = shape.come(stream.opens, stream.ends, t);
            stream.early * ramped + stream.tail * tailed
        };
        for (bin, expected) in bins.iter().enumerate() {
            let start = opens + bin as f64 * width;
            let got = come(start + width) - if bin == 0 { 0.0 } else { come(start) };
            let error = (got - expected.as_f64().unwrap()).abs();
            largest = largest.max(error / people);
            assert!(error <= 1e-6 * people, "bin {bin}: {got} for {expected}");
        }
        let rest = people - come(opens + number("T_hours") * HOUR);
        assert!((rest - number("remaining_after_T")).abs() <= 1e-6 * people);

        // The same people step by step, as the engine asks for them.
        let mut streams = Streams::default();
        streams.push(stream);
        let ends = shape.activity.changes(1e7).into_iter().chain([opens]).filter(|&t| t >= opens);
        let mut times: Vec<f64> = ends.filter(|&t| t < opens + number("T_hours") * HOUR).collect();
        times.sort_by(f64::total_cmp);
        times.dedup();
        times.push(opens + number("T_hours") * HOUR);
        let mut total = 0.0;
        for pair in times.windows(2) {
            streams.enter(&shape, pair[0]);
            total += streams.impulse();
            let middle = 0.5 * (pair[0] + pair[1]);
            for (from, to) in [(pair[0], middle), (middle, pair[1])] {
                total += streams.arrivals(&shape, from, &POSITIONS.map(|c| from + c * (to - from)))[NODES - 1];
            }
        }
        assert!((total + rest - people).abs() <= 1e-9 * people, "{} people got lost", people - total - rest);
    }
    println!("largest deviation: {largest:.1e} of the people");
}
