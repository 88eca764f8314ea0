//! Mean and spread by chance against exact chains (transient_mtmst, retrial_2d, tandem_ctmc in tests/reference).

use serde_json::Value;
use stagger::demand::Scenario;
use stagger::demand::sources::RateCalendar;
use stagger::explain::trust::{self, Simulated};
use stagger::forecast;
use stagger::forecast::chance::SlotChance;
use stagger::forecast::simulation::{Estimates, Figure, replicate};
use stagger::forecast::trust::Estimated;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::num::short_collocation::{POSITIONS, Trio};
use stagger::plan::{CheckedPlan, OnCapacityDrop};
use stagger::queueing::chance::{self, Arrivals, ChanceCourse, Closure, Moments, Precision, Spread};
use stagger::queueing::{Capacity, Network, PlaceLaw};
use stagger::wire::plan_file;

use crate::{near_limit, workloads};

/// People at a rate that is a formula of time, from a breakpoint to the next.
struct Rates<F: Fn(f64, f64) -> f64> {
    /// Of the instant and of the last breakpoint.
    rate: F,
    entered: f64,
    now: f64,
}

impl<F: Fn(f64, f64) -> f64> Arrivals for Rates<F> {
    fn enter(&mut self, at: f64) {
        self.entered = at;
    }

    fn impulse(&self) -> f64 {
        0.0
    }

    fn flow(&self, h: f64) -> Trio {
        POSITIONS.map(|position| (self.rate)(self.now + position * h, self.entered))
    }

    fn advance(&mut self, to: f64) {
        self.now = to;
    }
}

fn number(value: &Value, field: &str) -> f64 {
    value[field].as_f64().unwrap()
}

/// A constant, or values between breaks, with the times from which they hold.
fn steps(value: &Value) -> Vec<(f64, f64)> {
    let Some(breaks) = value.get("breaks") else { return vec![(0.0, value.as_f64().unwrap())] };
    let times = [0.0].into_iter().chain(breaks.as_array().unwrap().iter().filter_map(Value::as_f64));
    times.zip(value["values"].as_array().unwrap().iter().filter_map(Value::as_f64)).collect()
}

fn held(steps: &[(f64, f64)], t: f64) -> f64 {
    steps.iter().rev().find(|step| step.0 <= t).unwrap().1
}

fn place(service_rate: f64, sessions: &[(f64, f64)], abandon_rate: f64, retry: (f64, f64)) -> PlaceLaw {
    let capacity = |&(t, sessions): &(f64, f64)| (t, Capacity { rate: f64::INFINITY, sessions, turn_away: false });
    PlaceLaw {
        service_rate: Some(service_rate),
        abandon_rate,
        retry_share: retry.0,
        retry_rate: retry.1,
        fail_share: 0.0,
        fail_retry_share: 0.0,
        on_capacity_drop: OnCapacityDrop::Requeue,
        capacities: sessions.iter().map(capacity).collect(),
        inside_max: f64::INFINITY,
        background: RateCalendar::default(),
        visitors: [true, false, false],
        turns_away: [false; 3],
    }
}

/// Runs through the times of the rows and the given breaks.
fn run(
    places: Vec<PlaceLaw>,
    rate: impl Fn(f64, f64) -> f64,
    start: f64,
    rows: &[Value],
    breaks: &[f64],
    closure: Closure,
) -> ChanceCourse {
    let mut ends: Vec<f64> = rows.iter().map(|row| number(row, "t")).chain(breaks.iter().copied()).collect();
    ends.retain(|&t| t > 0.0);
    ends.sort_by(f64::total_cmp);
    ends.dedup();
    let mut from = vec![Moments::default(); places.len()];
    from[0].inside = start;
    let mut arrivals = Rates { rate, entered: 0.0, now: 0.0 };
    let precision = Precision { relative: 1e-10, step_max: 0.05 };
    chance::run(&Network { places }, &mut arrivals, &from, &ends, closure, precision)
}

/// What is just after an instant.
fn at(course: &ChanceCourse, t: f64) -> &[Spread] {
    let index = course.times.iter().rposition(|&time| (time - t).abs() < 1e-7).unwrap();
    &course.spreads[index]
}

#[test]
fn fluid_and_diffusion_with_retries_are_met() {
    let file: Value = serde_json::from_str(include_str!("../reference/retrial_2d.json")).unwrap();
    let mut largest = 0.0_f64;
    let mut closed = [0.0_f64; 2];
    for case in file["cases"].as_array().unwrap() {
        let params = &case["params"];
        let rates = steps(&params["lam"]);
        let breaks: Vec<f64> = rates.iter().map(|step| step.0).collect();
        let retry = (number(params, "retry_prob"), number(params, "mu2_retry_rate"));
        let station =
            place(number(params, "mu1"), &[(0.0, number(params, "n"))], number(params, "beta_abandon"), retry);
        let rows = case["rows"].as_array().unwrap();
        let of = |closure| run(vec![station.clone()], |_, entered| held(&rates, entered), 0.0, rows, &breaks, closure);
        let (diffusion, gaussian) = (of(Closure::Diffusion), of(Closure::Gaussian));
        let peak = |field: &str| rows.iter().map(|row| number(row, field).abs()).fold(0.0, f64::max);
        for row in rows {
            let found = at(&diffusion, number(row, "t"))[0].moments;
            for (value, field) in [
                (found.inside, "fluid_Q1"),
                (found.orbit, "fluid_Q2"),
                (found.inside_variance, "diff_V11"),
                (found.covariance, "diff_V12"),
                (found.orbit_variance, "diff_V22"),
            ] {
                let error = (value - number(row, field)).abs() / peak(field);
                largest = largest.max(error);
                assert!(error < 1e-6, "{} {field} at {}: {value} for {}", case["name"], row["t"], row[field]);
            }
            let mean = at(&gaussian, number(row, "t"))[0].moments.inside;
            let exact = number(row, "E_Q1");
            closed[0] = closed[0].max((mean - exact).abs());
            closed[1] = closed[1].max((number(row, "fluid_Q1") - exact).abs());
        }
    }
    println!("largest deviation {largest:.1e}; from the exact mean: closure {:.2}, fluid {:.2}", closed[0], closed[1]);
    assert!(closed[0] < 0.6 && closed[0] < 0.4 * closed[1], "{closed:?}");
}

#[test]
fn the_closure_stays_near_the_exact_mean_where_the_fluid_does_not() {
    let file: Value = serde_json::from_str(include_str!("../reference/transient_mtmst.json")).unwrap();
    // Of the mean: how far the closure may be off, and how far the fluid is [people].
    let bounds = [
        ("P1", 0.05, 0.0),
        ("P2", 0.05, 0.0),
        ("P3", 0.35, 2.0),
        ("P4", 0.35, 2.0),
        ("P5", 0.6, 0.0),
        ("P6", 1e-5, 0.0),
    ];
    for (case, (prefix, bound, fluid_bound)) in file["cases"].as_array().unwrap().iter().zip(bounds) {
        let name = case["name"].as_str().unwrap();
        assert!(name.starts_with(prefix));
        let params = &case["params"];
        let rates = if params["lam"].is_string() { Vec::new() } else { steps(&params["lam"]) };
        let rate = |t: f64, entered: f64| match params["lam"].as_str() {
            Some("30+20*sin(5*t)") => 30.0 + 20.0 * libm::sin(5.0 * t),
            Some("100+20*sin(t)") => 100.0 + 20.0 * libm::sin(t),
            Some("600*exp(-t/0.8)") => 600.0 * libm::exp(-t / 0.8),
            Some("50+25*sin(2*t)") => 50.0 + 25.0 * libm::sin(2.0 * t),
            Some(other) => panic!("no formula for {other}"),
            None => held(&rates, entered),
        };
        let sessions = steps(&params["s"]);
        let breaks: Vec<f64> = rates.iter().chain(&sessions).map(|step| step.0).collect();
        let station = place(number(params, "mu"), &sessions, number(params, "theta"), (0.0, 1.0));
        let rows = case["rows"].as_array().unwrap();
        let start = number(params, "X0");
        let of = |closure| run(vec![station.clone()], rate, start, rows, &breaks, closure);
        let (gaussian, fluid) = (of(Closure::Gaussian), of(Closure::Diffusion));
        let mut errors = [0.0_f64; 4];
        for row in rows {
            let found = at(&gaussian, number(row, "t"))[0];
            let exact = number(row, "E_X");
            errors[0] = errors[0].max((found.moments.inside - exact).abs());
            errors[1] = errors[1].max((at(&fluid, number(row, "t"))[0].moments.inside - exact).abs());
            errors[2] = errors[2].max((found.queue() - number(row, "E_Q")).abs());
            let spread = number(row, "Var_X").sqrt();
            errors[3] = errors[3].max((found.deviation() - spread).abs() / spread.max(1.0));
        }
        println!(
            "{name}: mean off by {:.3} (fluid {:.3}), queue by {:.3}, deviation by {:.3} of itself",
            errors[0], errors[1], errors[2], errors[3]
        );
        assert!(errors[0] <= bound, "{name}: {errors:?}");
        assert!(errors[1] >= fluid_bound && errors[0] <= errors[1] + 1e-6, "{name}: {errors:?}");
        assert!(errors[3] <= 0.4, "{name}: {errors:?}");
    }
}

#[test]
fn a_tandem_with_an_orbit_is_met() {
    let file: Value = serde_json::from_str(include_str!("../reference/tandem_ctmc.json")).unwrap();
    for case in file["cases"].as_array().unwrap() {
        let params = &case["params"];
        let rates = steps(&params["lam"]);
        let breaks: Vec<f64> = rates.iter().map(|step| step.0).collect();
        let [first, second] = [&params["station1"], &params["station2"]];
        let places = vec![
            place(number(first, "mu"), &[(0.0, number(first, "s"))], 0.0, (0.0, 1.0)),
            place(
                number(second, "mu"),
                &[(0.0, number(second, "s"))],
                number(second, "theta"),
                (number(second, "retry_prob"), number(second, "retry_rate")),
            ),
        ];
        let rows = case["rows"].as_array().unwrap();
        let course = run(places, |_, entered| held(&rates, entered), 0.0, rows, &breaks, Closure::Gaussian);
        let mut errors = [0.0_f64; 5];
        for row in rows {
            let found = at(&course, number(row, "t"));
            let values = [
                (found[0].moments.inside, "E1"),
                (found[1].moments.inside, "E2"),
                (found[1].moments.orbit, "E3_orbit"),
                (found[1].queue(), "EQ2"),
                (found[1].deviation(), "V2"),
            ];
            for (error, (value, field)) in errors.iter_mut().zip(values) {
                let exact = if field == "V2" { number(row, field).sqrt() } else { number(row, field) };
                *error = error.max((value - exact).abs());
            }
        }
        println!("means off by {errors:.3?} people (the last: deviation)");
        // So few people are hardly normal: a fortieth of the peak of 11.8 people.
        assert!(errors.iter().all(|error| *error < 0.3), "{errors:?}");
    }
}

/// A slot as three methods tell it.
struct Told {
    window: Option<usize>,
    fluid: f64,
    chance: SlotChance,
    /// Mean of the longest queue with half its interval, and what lies between a twentieth of the replications and another.
    mean: f64,
    margin: f64,
    runs: (f64, f64),
    /// Whether fluid and simulation differ so much that a reader is told.
    differs: bool,
}

fn told(plan: &CheckedPlan, runs: u32) -> Vec<Told> {
    let forecast = forecast::run(plan);
    let chances = forecast::chance::chance(plan, &forecast).expect("the equations hold");
    let estimates = replicate(plan, Scenario::Planned, 11, runs, |_, _| {});
    let rows = trust::slots(&forecast, &Simulated::of(&Estimated::of(&estimates)).unwrap());
    let slot = |(index, row): (usize, &trust::SlotBeside)| {
        let estimate = queue(&estimates, index).estimate();
        let told = Told {
            window: row.window,
            fluid: forecast.slots[index].peak_queue,
            chance: chances[index]?,
            mean: estimate.mean.unwrap(),
            margin: row.figures[0].margin,
            runs: (estimate.low.unwrap(), estimate.high.unwrap()),
            differs: row.gravest().agreement.differs(),
        };
        let Told { window, fluid, chance, mean, margin, runs, differs } = &told;
        println!(
            "{window:?}: fluid {fluid:.0}, closure {:.0} ({:.0}-{:.0}), simulated {mean:.0} +- {margin:.0} ({:.0}-{:.0}), {} differs {differs}",
            chance.band.queue_mean,
            chance.band.queue_low,
            chance.band.queue_high,
            runs.0,
            runs.1,
            chance.needs_simulation
        );
        Some(told)
    };
    rows.iter().enumerate().filter_map(slot).collect()
}

fn queue(estimates: &Estimates, slot: usize) -> &Figure {
    estimates.slots[slot].iter().find(|figure| figure.name == "peak_queue").unwrap()
}

#[test]
fn the_slots_that_turn_to_the_simulation_are_those_that_chance_moves() {
    let plan = CheckedPlan::new(plan_file::read(&near_limit::near_limit()).unwrap()).unwrap();
    let slots = told(&plan, 40);
    let needs: Vec<bool> = slots.iter().map(|slot| slot.chance.needs_simulation).collect();
    assert_eq!(needs, [false, true, true, true, false]);
    let differs: Vec<bool> = slots.iter().map(|slot| slot.differs).collect();
    assert_eq!(differs, [false, true, true, false, false]);
    for slot in &slots {
        let Told { fluid, mean, margin, runs, .. } = *slot;
        let band = &slot.chance.band;
        // The longest queue of a run is longer than the longest of the means, which the closure tells.
        assert!(band.queue_mean <= mean + margin + 0.5 && mean - margin <= band.queue_high + 0.5, "{:?}", slot.window);
        assert!((mean - band.queue_mean).abs() <= (mean - fluid).abs() + 0.5, "{:?}", slot.window);
        let is_moved = runs.1 - fluid > 0.05 * fluid + 1.0 || fluid - runs.0 > 0.05 * fluid + 1.0;
        assert_eq!(is_moved, slot.chance.needs_simulation, "{:?}", slot.window);
    }
}

#[test]
fn the_plans_of_busan_need_no_simulation_and_it_agrees_with_them() {
    let plan = CheckedPlan::new(Example::Staggered.plan(Wording::english)).unwrap();
    for slot in told(&plan, 5) {
        assert!(!slot.chance.needs_simulation && !slot.differs, "{:?}", slot.window);
    }
}

fn forecast_of(plan: &str) -> (CheckedPlan, forecast::Forecast) {
    let plan = CheckedPlan::new(plan_file::read(plan).unwrap()).unwrap();
    let forecast = forecast::run(&plan);
    (plan, forecast)
}

#[test]
fn near_critical_slots_ask_for_the_simulation() {
    let (plan, forecast) = forecast_of(&workloads::w2t());
    let slots = forecast::chance::chance(&plan, &forecast).unwrap();
    assert_eq!(slots.len(), forecast.slots.len());
    let busiest = (0..slots.len())
        .max_by(|&one, &other| forecast.slots[one].peak_queue.total_cmp(&forecast.slots[other].peak_queue));
    let busiest = busiest.unwrap();
    let slot = slots[busiest].unwrap();
    println!("slot {busiest}: fluid {:.0}, {:?}", forecast.slots[busiest].peak_queue, slot);
    assert!(slot.needs_simulation, "{slot:?}");
    assert!(slot.band.queue_high > 1.05 * forecast.slots[busiest].peak_queue, "{slot:?}");
    assert!((slot.band.queue_mean / forecast.slots[busiest].peak_queue - 1.0).abs() < 0.1, "{slot:?}");
    assert!(slot.band.queue_low < slot.band.queue_mean && slot.band.wait_low < slot.band.wait_high);
    let asking = slots.iter().flatten().filter(|slot| slot.needs_simulation).count();
    println!("{asking} of {} slots ask for the simulation", slots.len());
    assert!(asking >= 20, "{asking}");
}

#[test]
fn a_rush_of_hundreds_of_thousands_does_not_ask_for_it() {
    let file: Value = serde_json::from_str(include_str!("../reference/plans.json")).unwrap();
    let cases = file["cases"].as_array().unwrap();
    let named = |name: &str| cases.iter().find(|case| case["name"] == name).unwrap()["plan"].clone();
    let mut rush = named("busan-day-as-it-was");
    rush["journey"][1]["changes"] = serde_json::json!([]);
    rush["windows"].as_array_mut().unwrap().pop();
    let (plan, forecast) = forecast_of(&rush.to_string());
    let slot = forecast::chance::chance(&plan, &forecast).unwrap()[0].unwrap();
    println!("fluid {:.0}, {:?}", forecast.slots[0].peak_queue, slot);
    assert!(!slot.needs_simulation, "{slot:?}");
    assert!((slot.band.queue_mean / forecast.slots[0].peak_queue - 1.0).abs() < 0.005);
    assert_eq!(slot.band.miss_chance, 1.0);
    let (plan, forecast) = forecast_of(&named("busan-staggered-48").to_string());
    let slots = forecast::chance::chance(&plan, &forecast).unwrap();
    assert!(slots.iter().flatten().all(|slot| slot.band.miss_chance < 0.01 && !slot.needs_simulation));
    let (plan, forecast) = forecast_of(&named("background").to_string());
    assert_eq!(forecast::chance::chance(&plan, &forecast), None);
}

/// A stage of two a second whose capacity changes at those hours of the day, and one window from 9 to 13.
fn of_changes(changes: &[(&str, f64)], on_capacity_drop: &str) -> Option<Vec<Option<forecast::chance::SlotChance>>> {
    let changes: Vec<Value> = (changes.iter())
        .map(|(at, per_second)| serde_json::json!({ "at": format!("2026-03-01T{at}"), "sessions": 60.0 * per_second }))
        .collect();
    let mut plan: Value = serde_json::from_str(&near_limit::near_limit()).unwrap();
    plan["windows"] = serde_json::json!([
        { "opens": "2026-03-01T09:00", "closes": "2026-03-01T13:00", "cohorts": [0, 1, 2, 3] }
    ]);
    plan["journey"][0]["changes"] = Value::Array(changes);
    plan["journey"][0]["on_capacity_drop"] = on_capacity_drop.into();
    let (plan, forecast) = forecast_of(&plan.to_string());
    forecast::chance::chance(&plan, &forecast)
}

#[test]
fn the_equations_are_asked_only_where_they_hold() {
    // Whoever waits at a stop waits for its end, of which the capacity of the instant tells nothing.
    assert_eq!(of_changes(&[("10:00", 0.0), ("10:30", 2.0)], "requeue"), None);
    // People who finish on sessions that are no more do not wait.
    assert_eq!(of_changes(&[("10:00", 1.0)], "finish"), None);
    assert!(of_changes(&[("10:00", 3.0)], "finish").is_some());
    assert!(of_changes(&[("10:00", 1.0)], "requeue").is_some());
}

#[test]
fn a_slot_that_opens_with_its_stage_knows_nothing_of_the_capacity_before() {
    let opened = of_changes(&[("00:00", 0.0), ("09:00", 2.0)], "requeue").unwrap()[0].unwrap().band;
    let open = of_changes(&[], "requeue").unwrap()[0].unwrap().band;
    assert!(opened.wait_high.is_finite());
    assert!((opened.wait_high / open.wait_high - 1.0).abs() < 0.01, "{opened:?} {open:?}");
}
