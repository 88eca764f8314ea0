//! People in service without any limit: Poisson with a known mean (tests/reference/infinite_server.json).
//!
//! The engine serves with exponential times; two such stages in a row are one with a gamma time of shape 2. For
//! other laws the mean follows from the cumulative arrivals and the law of the service time alone, which checks
//! the arrivals that the engine is fed with.
//! Source: S. Eick, W. Massey, W. Whitt, The physics of the Mt/G/infinity queue, Operations Research 41 (1993).

use serde_json::Value;
use stagger::demand::law::Law;
use stagger::plan::{Tail, TailKind};
use stagger::queueing::simulation::SimulatedPlace;
use stagger::queueing::{Network, PlaceLaw, Settings, run};
use stagger::units::{Seconds, Share};

use crate::formula::Formula;

const HOUR: f64 = 3600.0;
/// The reference is relative to each value, also eight hours after the rush, where one in a thousand is left.
const FINE: Settings = Settings { tolerance: 1e-12 };

/// People who have come by `t` hours in all cases of the file.
fn arrived(t: f64) -> f64 {
    let law = Law::new(&[Tail { weight: Share::new(1.0), kind: TailKind::Exponential { mean: Seconds::hours(1.5) } }]);
    200_000.0 * law.come(t * HOUR)
}

fn unlimited(mean_hours: f64) -> PlaceLaw {
    PlaceLaw { service_rate: Some(1.0 / (mean_hours * HOUR)), ..SimulatedPlace::plain_law(Vec::new()) }
}

/// People in service at `t` hours by the engine.
fn served_by(means: &[f64], t: f64) -> f64 {
    let network = Network { places: means.iter().map(|&mean| unlimited(mean)).collect() };
    let mut inflow = Formula::new(|t| arrived(t / HOUR), 200_000.0);
    let course = run(&network, &mut inflow, t * HOUR, &[], FINE);
    course.places.iter().filter_map(|place| place.records.last()).map(|record| record.in_service.1[4]).sum()
}

/// Mean by the chance `longer` that a service lasts more than so many hours, which is nothing after `longest`.
fn by_survival(longer: impl Fn(f64) -> f64, longest: f64, t: f64) -> f64 {
    let parts = 100_000;
    let width = longest.min(t) / f64::from(parts);
    let of_part = |part: i32| {
        let v = f64::from(part) * width;
        (arrived(t - v) - arrived(t - v - width)) * longer(v + 0.5 * width)
    };
    (0..parts).map(of_part).sum()
}

fn lognormal_survival(v: f64) -> f64 {
    let (sigma, mean) = (0.8, 0.05);
    let z = (libm::log(v / mean) + sigma * sigma / 2.0) / sigma;
    0.5 * libm::erfc(z / std::f64::consts::SQRT_2)
}

#[test]
fn the_mean_in_service_is_met() {
    let file: Value = serde_json::from_str(include_str!("../reference/infinite_server.json")).unwrap();
    let mut largest = 0.0_f64;
    for case in file["cases"].as_array().unwrap() {
        assert_eq!(case["lambda_formula"], "200000/1.5*exp(-t/1.5)");
        for row in case["rows"].as_array().unwrap() {
            let t = row["t"].as_f64().unwrap();
            let mean = match case["service"].as_str().unwrap() {
                "exponential mean 0.05" => served_by(&[0.05], t),
                "gamma shape 2 mean 0.05" => served_by(&[0.025, 0.025], t),
                "deterministic 0.05" => arrived(t) - arrived((t - 0.05).max(0.0)),
                "lognormal sigma=0.8 mean 0.05" => by_survival(lognormal_survival, 4.0, t),
                other => panic!("no such law: {other}"),
            };
            let expected = row["mean"].as_f64().unwrap();
            let error = (mean / expected - 1.0).abs();
            largest = largest.max(error);
            assert!(error < 1e-6, "{} at {t}: {mean} for {expected}", case["service"]);
        }
    }
    println!("largest deviation: {largest:.1e}");
}
