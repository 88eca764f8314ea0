//! The fluid journey against an independent event-driven integration (tests/reference/fluid_tandem.json).

use serde_json::Value;
use stagger::demand::sources::RateCalendar;
use stagger::num::polynomial::Polynomial;
use stagger::plan::OnCapacityDrop;
use stagger::queueing::wait::Waits;
use stagger::queueing::{Capacity, Course, Network, PlaceLaw, Settings, run};

use crate::formula::Formula;

const HOUR: f64 = 3600.0;

/// A number, or infinite.
fn limit(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::INFINITY)
}

/// A constant, or values between breaks [per hour -> per second by `unit`].
fn steps(value: &Value, unit: f64) -> Vec<(f64, f64)> {
    let Some(breaks) = value.get("breaks") else { return vec![(0.0, limit(value) / unit)] };
    let times = [0.0].into_iter().chain(breaks.as_array().unwrap().iter().map(|t| t.as_f64().unwrap() * HOUR));
    times.zip(value["values"].as_array().unwrap()).map(|(t, value)| (t, value.as_f64().unwrap() / unit)).collect()
}

fn place(stage: &Value) -> PlaceLaw {
    let number = |field: &str| stage[field].as_f64().unwrap();
    let rates = steps(&stage["c"], HOUR);
    let sessions = steps(&stage["s"], 1.0);
    let mut times: Vec<f64> = rates.iter().chain(&sessions).map(|entry| entry.0).collect();
    times.sort_by(f64::total_cmp);
    times.dedup();
    let held = |entries: &[(f64, f64)], t: f64| entries.iter().rev().find(|entry| entry.0 <= t).unwrap().1;
    PlaceLaw {
        service_rate: Some(number("mu") / HOUR),
        abandon_rate: number("theta") / HOUR,
        retry_share: number("retry_prob"),
        retry_rate: number("retry_rate") / HOUR,
        fail_share: number("fail_prob"),
        fail_retry_share: number("fail_retry_prob"),
        on_capacity_drop: OnCapacityDrop::Requeue,
        capacities: times
            .iter()
            .map(|&t| (t, Capacity { rate: held(&rates, t), sessions: held(&sessions, t), turn_away: false }))
            .collect(),
        inside_max: f64::INFINITY,
        background: RateCalendar::default(),
        visitors: [true, false, false],
        turns_away: [false; 3],
    }
}

/// Cumulative arrivals of each case by hours [people].
fn cumulative(name: &str) -> Box<dyn Fn(f64) -> f64> {
    let surge = |people: f64, mean: f64| move |t: f64| -people * libm::expm1(-t.max(0.0) / mean);
    match name {
        "F1_step_abandon" => Box::new(|t| 24_000.0 * t.min(3.0)),
        "F2_ratecap_exp_patient" | "F3_ratecap_abandon_retry" => Box::new(surge(200_000.0, 1.5)),
        "F4_tandem4" => Box::new(|t| -180_000.0 * libm::expm1(-libm::pow(t / 1.2, 1.3))),
        "F5_capacity_4x" => Box::new(surge(220_000.0, 2.0)),
        "F6_impulse" => Box::new(surge(150_000.0, 2.5)),
        "F7_two_windows" => {
            let one = surge(60_000.0, 1.0);
            Box::new(move |t| one(t) + one(t - 4.0))
        }
        other => panic!("no formula for {other}"),
    }
}

fn course(case: &Value) -> Course {
    let by_hours = cumulative(case["name"].as_str().unwrap());
    let numbers = |value: &Value| -> Vec<f64> { value.as_array().unwrap().iter().filter_map(Value::as_f64).collect() };
    let mut inflow = Formula::new(move |t| by_hours(t / HOUR), case["total_external"].as_f64().unwrap());
    inflow.breaks = numbers(&case["lambda_breaks"]).iter().map(|t| t * HOUR).collect();
    for impulse in case["impulses"].as_array().unwrap() {
        let [t, people] = [impulse[0].as_f64().unwrap(), impulse[1].as_f64().unwrap()];
        inflow.impulses.push((t * HOUR, people));
    }
    let network = Network { places: case["stages"].as_array().unwrap().iter().map(place).collect() };
    let rows = case["rows"].as_array().unwrap();
    let stops: Vec<f64> = rows.iter().map(|row| row["t"].as_f64().unwrap() * HOUR).collect();
    run(&network, &mut inflow, case["T"].as_f64().unwrap() * HOUR, &stops, Settings::FULL)
}

#[test]
fn states_waits_peaks_and_events_are_met() {
    let file: Value = serde_json::from_str(include_str!("../reference/fluid_tandem.json")).unwrap();
    let mut largest = [0.0_f64; 4];
    for case in file["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let course = course(case);
        for (index, place) in course.places.iter().enumerate() {
            let peak = &case["peaks"][index];
            let scale = [peak["peak_Q"].as_f64().unwrap().max(1.0), peak["peak_B"].as_f64().unwrap().max(1.0)];
            let queues = place.records.iter().map(|record| record.queue_polynomial().largest(&record.queue.1).1);
            let error = (queues.fold(0.0, f64::max) - peak["peak_Q"].as_f64().unwrap()).abs() / scale[0];
            largest[0] = largest[0].max(error);
            assert!(error < 1e-6, "{name} stage {index} peak: {error}");
            let waits = Waits::new(&course, place);
            for row in case["rows"].as_array().unwrap() {
                let t = row["t"].as_f64().unwrap() * HOUR;
                let step = course.step_at(t);
                let position = course.position(step, t);
                let record = &place.records[step];
                let at = |state: (f64, [f64; 5])| Polynomial::through(state.0, &state.1).at(position);
                let expected = &row["stages"][index];
                let number = |field: &str| expected[field].as_f64().unwrap();
                for (value, field, scale) in [
                    (at(record.queue), "Q", scale[0]),
                    (at(record.in_service), "B", scale[1]),
                    (at(record.orbit), "R", peak["peak_R"].as_f64().unwrap().max(scale[0])),
                ] {
                    let error = (value - number(field)).abs() / scale;
                    largest[1] = largest[1].max(error);
                    assert!(error < 1e-6, "{name} stage {index} {field} at {t}: {value} for {}", number(field));
                }
                let total = case["total_external"].as_f64().unwrap();
                let counters =
                    if step == 0 && t == 0.0 { Default::default() } else { place.counters[step_before(&course, t)] };
                if t > 0.0 {
                    for (value, field) in [
                        (counters.attempts, "cum_attempts"),
                        (counters.served, "cum_succeeded"),
                        (counters.lost, "cum_lost"),
                    ] {
                        let error = (value - number(field)).abs() / total;
                        assert!(error < 1e-6, "{name} stage {index} {field} at {t}: {value} for {}", number(field));
                    }
                }
                let wait = if t >= course.horizon() { continue } else { waits.at(step, position) };
                match (wait, expected["potential_wait"].as_f64()) {
                    (Some(wait), Some(hours)) => {
                        let error = (wait / HOUR - hours).abs();
                        largest[2] = largest[2].max(error);
                        assert!(error < 1e-5, "{name} stage {index} wait at {t}: {} for {hours}", wait / HOUR);
                    }
                    (None, None) => {}
                    (wait, expected) => panic!("{name} stage {index} wait at {t}: {wait:?} for {expected:?}"),
                }
            }
        }
        for event in case["mode_events"].as_array().unwrap() {
            let t = event["t"].as_f64().unwrap() * HOUR;
            let place = &course.places[event["stage"].as_u64().unwrap() as usize];
            let switches = (1..course.steps()).filter(|&step| {
                std::mem::discriminant(&place.records[step].mode)
                    != std::mem::discriminant(&place.records[step - 1].mode)
            });
            let nearest = switches.map(|step| (course.times[step] - t).abs() / HOUR).fold(f64::INFINITY, f64::min);
            largest[3] = largest[3].max(nearest);
            assert!(nearest < 1e-5, "{name}: no event within {nearest} h of {event}");
        }
    }
    println!(
        "largest deviations: peaks {:.1e}, states {:.1e} of the peak, waits {:.1e} h, events {:.1e} h",
        largest[0], largest[1], largest[2], largest[3]
    );
}

fn step_before(course: &Course, t: f64) -> usize {
    course.times.partition_point(|&start| start < t).saturating_sub(1)
}
