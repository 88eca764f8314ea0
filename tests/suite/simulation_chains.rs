//! Means and variances over time of simulated people against exact chains (transient_mtmst, retrial_2d, tandem_ctmc).

use serde_json::Value;
use stagger::plan::ServiceLaw;
use stagger::queueing::simulation::SimulatedPlace;
use stagger::queueing::simulation::heap::Unwatched;
use stagger::queueing::simulation::tally::{Instants, Seen};

use crate::simulation_models::{Arriving, Moments, Rates, SEEDS, Verdicts, Wrong, is_thorough, place, simulate};

/// A unit of time of the files [s]; all their times are whole seconds of it.
const UNIT: f64 = 1_200.0;

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

/// Values between breaks [units].
fn steps(value: &Value) -> Vec<(f64, f64)> {
    let Some(breaks) = value.get("breaks") else { return vec![(0.0, number(value))] };
    let times = breaks.as_array().unwrap().iter().map(number);
    [0.0].into_iter().chain(times).zip(value["values"].as_array().unwrap().iter().map(number)).collect()
}

fn step_rate(entries: Vec<(f64, f64)>) -> (Box<dyn Fn(f64) -> f64>, f64) {
    let bound = entries.iter().map(|entry| entry.1).fold(0.0, f64::max);
    let held = move |t: f64| entries.iter().rev().find(|entry| entry.0 <= t).map_or(0.0, |entry| entry.1);
    (Box::new(held), bound)
}

/// Arrivals per unit of the case, and their bound.
fn arrivals(case: &Value) -> (Box<dyn Fn(f64) -> f64>, f64) {
    match case["params"]["lam"].as_str() {
        None => step_rate(steps(&case["params"]["lam"])),
        Some("30+20*sin(5*t)") => (Box::new(|t| 30.0 + 20.0 * libm::sin(5.0 * t)), 50.0),
        Some("100+20*sin(t)") => (Box::new(|t| 100.0 + 20.0 * libm::sin(t)), 120.0),
        Some("600*exp(-t/0.8)") => (Box::new(|t| 600.0 * libm::exp(-t / 0.8)), 600.0),
        Some("50+25*sin(2*t)") => (Box::new(|t| 50.0 + 25.0 * libm::sin(2.0 * t)), 75.0),
        Some(other) => panic!("no formula for {other}"),
    }
}

/// A value of a row, read off what was seen at a mark.
type Reading = (&'static str, Option<&'static str>, fn(&[Seen], usize) -> f64);

/// Means of the rows of a case over 20 seeds of so many replications each, with some people there at the start.
fn compare(
    (name, case): (&str, &Value),
    (places, at_start): (&[SimulatedPlace], u32),
    readings: &[Reading],
    (replications, wrong): (u32, Wrong),
    verdicts: &mut Verdicts,
) -> Vec<Vec<Moments>> {
    let (rate, bound) = arrivals(case);
    let per_second = |t: f64| rate(t / UNIT) / UNIT;
    let arriving = Arriving { rate: &per_second, bound: bound / UNIT, at_start };
    let rows = case["rows"].as_array().unwrap();
    let marks: Vec<f64> = rows.iter().map(|row| (number(&row["t"]) * UNIT).round()).collect();
    let instants = Instants { stops: vec![0.0], horizon: marks[marks.len() - 1] + 60.0, marks };
    let mut moments = vec![vec![Moments::default(); rows.len()]; readings.len()];
    for seed in 1..=SEEDS {
        for replication in 0..replications {
            let seen = simulate(places, &arriving, &instants, (seed, replication), wrong, &mut Unwatched);
            for (moments, reading) in moments.iter_mut().zip(readings) {
                for (mark, moments) in moments.iter_mut().enumerate() {
                    moments.add(reading.2(&seen, mark));
                }
            }
        }
    }
    let count = f64::from(replications) * SEEDS as f64;
    for (moments, (field, variance, _)) in moments.iter().zip(readings) {
        for (row, moments) in rows.iter().zip(moments).filter(|(row, _)| number(&row["t"]) > 0.0) {
            let error = match variance {
                Some(variance) => libm::sqrt(number(&row[*variance]) / count),
                // A sample of rare events knows little of its own spread; single events are those of Poisson.
                None if number(&row[*field]) < 1.0 => {
                    moments.standard_error().max(libm::sqrt(number(&row[*field]) / count))
                }
                None => moments.standard_error(),
            };
            let what = format!("{name} {field} at {}", row["t"]);
            // What happens less often than once in all replications has no normal mean.
            verdicts.compare(&what, moments, number(&row[*field]), error, 5.0 / count);
        }
    }
    moments
}

fn waiting(seen: &[Seen], place: usize, mark: usize) -> f64 {
    seen[place].marks[mark].waiting as f64
}

fn present(seen: &[Seen], place: usize, mark: usize) -> f64 {
    waiting(seen, place, mark) + seen[place].marks[mark].in_service as f64
}

pub fn transient(replications: u32, wrong: Wrong) -> Verdicts {
    let file: Value = serde_json::from_str(include_str!("../reference/transient_mtmst.json")).unwrap();
    let mut verdicts = Verdicts::default();
    for case in file["cases"].as_array().unwrap() {
        let params = &case["params"];
        let rates =
            Rates { service: number(&params["mu"]), abandon: number(&params["theta"]), retry_share: 0.0, retry: 1.0 };
        let places = [place(UNIT, rates, &steps(&params["s"]), ServiceLaw::Exponential)];
        let readings: [Reading; 4] = [
            ("E_X", Some("Var_X"), |seen, mark| present(seen, 0, mark)),
            ("E_Q", Some("Var_Q"), |seen, mark| waiting(seen, 0, mark)),
            ("cum_abandon", None, |seen, mark| seen[0].marks[mark].counters.abandoned),
            ("cum_served", None, |seen, mark| seen[0].marks[mark].counters.served),
        ];
        let at_start = number(&params["X0"]) as u32;
        let name = case["name"].as_str().unwrap();
        compare((name, case), (&places, at_start), &readings, (replications, wrong), &mut verdicts);
    }
    verdicts
}

pub fn retrial(replications: u32, wrong: Wrong) -> Verdicts {
    let file: Value = serde_json::from_str(include_str!("../reference/retrial_2d.json")).unwrap();
    let mut verdicts = Verdicts::default();
    for case in file["cases"].as_array().unwrap() {
        let params = &case["params"];
        let rates = Rates {
            service: number(&params["mu1"]),
            abandon: number(&params["beta_abandon"]),
            retry_share: number(&params["retry_prob"]),
            retry: number(&params["mu2_retry_rate"]),
        };
        let places = [place(UNIT, rates, &[(0.0, number(&params["n"]))], ServiceLaw::Exponential)];
        let readings: [Reading; 3] = [
            ("E_Q1", Some("Var_Q1"), |seen, mark| present(seen, 0, mark)),
            ("E_Q2", Some("Var_Q2"), |seen, mark| seen[0].marks[mark].orbit as f64),
            ("E_wait_queue", None, |seen, mark| waiting(seen, 0, mark)),
        ];
        let name = case["name"].as_str().unwrap();
        compare((name, case), (&places, 0), &readings, (replications, wrong), &mut verdicts);
    }
    verdicts
}

pub fn tandem(replications: u32, wrong: Wrong) -> Verdicts {
    let file: Value = serde_json::from_str(include_str!("../reference/tandem_ctmc.json")).unwrap();
    let mut verdicts = Verdicts::default();
    for case in file["cases"].as_array().unwrap() {
        let [first, second] = [&case["params"]["station1"], &case["params"]["station2"]];
        let rates = Rates { service: number(&first["mu"]), abandon: 0.0, retry_share: 0.0, retry: 1.0 };
        let rates_of_second = Rates {
            service: number(&second["mu"]),
            abandon: number(&second["theta"]),
            retry_share: number(&second["retry_prob"]),
            retry: number(&second["retry_rate"]),
        };
        let places = [
            place(UNIT, rates, &[(0.0, number(&first["s"]))], ServiceLaw::Exponential),
            place(UNIT, rates_of_second, &[(0.0, number(&second["s"]))], ServiceLaw::Exponential),
        ];
        let readings: [Reading; 4] = [
            ("E1", Some("V1"), |seen, mark| present(seen, 0, mark)),
            ("E2", Some("V2"), |seen, mark| present(seen, 1, mark)),
            ("E3_orbit", Some("V3"), |seen, mark| seen[1].marks[mark].orbit as f64),
            ("EQ2", None, |seen, mark| waiting(seen, 1, mark)),
        ];
        let moments = compare(("tandem", case), (&places, 0), &readings, (replications, wrong), &mut verdicts);
        for (moments, (field, variance, _)) in moments.iter().zip(&readings) {
            let Some(variance) = variance else { continue };
            for (row, moments) in case["rows"].as_array().unwrap().iter().zip(moments) {
                // The variance of what is rarely there has a wide spread of its own.
                if number(&row[*field]) > 1.0 {
                    let what = format!("{variance} at {}", row["t"]);
                    // Few replications know a variance less well than that.
                    let tolerance = (4.0 * libm::sqrt(2.0 / moments.count)).max(0.05);
                    verdicts.relative(&what, moments.variance(), number(&row[*variance]), tolerance);
                }
            }
        }
    }
    verdicts
}

#[test]
fn means_over_time_are_those_of_the_chain() {
    let replications = if is_thorough() { 500 } else { 12 };
    transient(replications, Wrong::Nothing).assert("transient_mtmst.json");
}

#[test]
fn means_with_people_who_try_again_are_those_of_the_chain() {
    let replications = if is_thorough() { 500 } else { 25 };
    retrial(replications, Wrong::Nothing).assert("retrial_2d.json");
}

#[test]
fn means_and_variances_of_two_stages_are_those_of_the_chain() {
    let replications = if is_thorough() { 10_000 } else { 1_000 };
    tandem(replications, Wrong::Nothing).assert("tandem_ctmc.json");
}
