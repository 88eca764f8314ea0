//! Laws of the model that hold for every plan that passes its checks.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use stagger::demand::{Demand, Scenario};
use stagger::forecast::{self, Forecast, StageForecast};
use stagger::plan::CheckedPlan;
use stagger::queueing::{Course, Network, Settings, fluid};
use stagger::wire::plan_file;

/// The same plans on every run, so that a change is judged by what it changes; `PROPTEST_CASES` asks for more.
pub fn cases(cases: u32) -> ProptestConfig {
    let rng_seed = RngSeed::Fixed(20_220_401);
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

/// A minute of the horizon as the file writes it.
fn time(minute: u32) -> String {
    format!("2022-04-{:02}T{:02}:{:02}", 1 + minute / 1440, minute / 60 % 24, minute % 60)
}

pub fn checked(plan: &Value) -> Option<CheckedPlan> {
    CheckedPlan::new(plan_file::read(&plan.to_string()).unwrap()).ok()
}

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1.0), 0.0..1.0]
}

/// Means from the smallest that is accepted to days, and round ones.
fn seconds(least: f64) -> impl Strategy<Value = f64> {
    prop_oneof![Just(least), Just(60.0), Just(3600.0), (0.0..14.0).prop_map(move |power: f64| least * libm::exp(power))]
}

fn capacity() -> impl Strategy<Value = Value> {
    prop_oneof![
        2 => Just(Value::Null),
        1 => Just(json!(0.0)),
        4 => (-3.0..8.0).prop_map(|power: f64| json!(libm::exp(power))),
        1 => Just(json!(1.0)),
    ]
}

fn change() -> impl Strategy<Value = Value> {
    (0_u32..2880, of(capacity()), of(capacity()), of(0.1..5.0), of(any::<bool>())).prop_map(
        |(at, rate, sessions, times, turn_away)| {
            let mut change = json!({ "at": time(at), "turn_away": turn_away.unwrap_or(false) });
            if let Some(rate) = rate {
                change["rate_per_s"] = rate;
            }
            if let Some(sessions) = sessions {
                change["sessions"] = sessions;
            }
            if let Some(times) = times {
                change["times"] = json!(times);
            }
            change
        },
    )
}

fn in_order(mut entries: Vec<Value>) -> Vec<Value> {
    entries.sort_by(|left, right| left["at"].as_str().cmp(&right["at"].as_str()));
    entries.dedup_by(|left, right| left["at"] == right["at"]);
    entries
}

fn stage() -> impl Strategy<Value = Value> {
    let retry = (share(), seconds(1.0), share(), share(), any::<bool>());
    let flows = vec((0_u32..2880, 0.0..3.0), 0..3);
    (seconds(0.1), capacity(), capacity(), of(seconds(1.0)), retry, vec(change(), 0..3), flows).prop_map(
        |(service, sessions, rate, patience, retry, changes, flows)| {
            let background = flows.iter().map(|(at, rate)| json!({ "at": time(*at), "per_s": rate })).collect();
            json!({ "name": "stage", "service_s": service, "sessions": sessions, "rate_per_s": rate,
                "patience_s": patience, "retry_share": retry.0, "retry_after_s": retry.1, "fail_share": retry.2,
                "fail_retry_share": retry.3, "on_capacity_drop": if retry.4 { "finish" } else { "requeue" },
                "changes": in_order(changes), "background": in_order(background) })
        },
    )
}

fn tail() -> impl Strategy<Value = Vec<Value>> {
    let part = prop_oneof![
        seconds(1.0).prop_map(|mean| json!({ "kind": "exponential", "mean_s": mean })),
        (0.1..3.0, seconds(1.0)).prop_map(|(k, c)| json!({ "kind": "weibull", "shape": k, "scale_s": c })),
        (1.01..4.0, seconds(1.0)).prop_map(|(a, c)| json!({ "kind": "lomax", "alpha": a, "scale_s": c })),
    ];
    vec(part, 1..3).prop_map(|mut parts| {
        let weight = 1.0 / parts.len() as f64;
        for part in &mut parts {
            part["weight"] = json!(weight);
        }
        parts
    })
}

fn window(cohort: usize) -> impl Strategy<Value = Value> {
    (0_u32..2700, 1_u32..900, any::<bool>(), of(0.3..1.0)).prop_map(move |(opens, length, hard, show_up)| {
        json!({ "opens": time(opens), "closes": time((opens + length).min(2879)), "cohorts": [cohort],
            "closes_hard": hard, "show_up": show_up })
    })
}

prop_compose! {
    /// Plans with everything in them, most of which pass the checks.
    pub fn plan()(
        windows in (window(0), window(1), of(window(0))),
        people in (0_u64..50_000, 1_u64..5_000),
        arrivals in (0.0..1.0, 0.0..0.3, prop_oneof![Just(0.0), seconds(1.0)], tail(), share(), of(0.0..0.5)),
        stages in vec(stage(), 1..4),
        ends in (of(0_usize..3), of(0_usize..3), of((0.01..30.0, seconds(1.0))), any::<bool>()),
    ) -> Value {
        let (first, second, catch_up) = windows;
        let mut windows = vec![first, second];
        if let Some(mut again) = catch_up {
            again["cohorts"] = json!([0, 1]);
            again["catch_up"] = json!(true);
            windows.push(again);
        }
        let at_stage = |stage: Option<usize>| stage.filter(|&stage| stage < stages.len());
        let hours: Vec<f64> = (0..24).map(|hour| if hour < 5 { 0.0 } else { 1.0 + f64::from(hour % 3) }).collect();
        json!({
            "format": "stagger-plan", "version": 1, "title": "law", "dated": "2022-04-01", "status": "draft",
            "time_zone": "Asia/Seoul", "first_day": "2022-04-01", "days": 2,
            "members": { "regions": [{ "name": "a", "code": null }, { "name": "b", "code": null }],
                "ages": [{ "name": "all", "from": 0, "to": 99 }], "counts": [[people.0], [people.1]] },
            "cohorts": [{ "name": "a", "regions": [0] }, { "name": "b", "regions": [1] }],
            "windows": windows,
            "arrivals": { "show_up": 0.3 + 0.7 * arrivals.0, "opening_share": arrivals.1,
                "opening_ramp_s": arrivals.2, "tail": arrivals.3, "ignore_window_share": arrivals.4,
                "uninvited_per_member": arrivals.5.unwrap_or(0.0), "eligibility_stage": at_stage(ends.0),
                "gate_stage": at_stage(ends.1), "hour_weights": if ends.3 { json!(hours) } else { Value::Null } },
            "waiting_room": ends.2.map(|(rate, patience)| json!({ "admit_per_s": rate, "patience_s": patience,
                "inside_max": (people.0 % 2 == 0).then_some(1.0 + people.1 as f64 / 50.0) })),
            "journey": stages, "target": { "wait_s": 60, "percentile": 0.95, "load": 0.8 }, "seed": 1
        })
    }
}

/// Every number of a forecast by name, in order; `None` where there is none.
fn figures(forecast: &Forecast) -> Vec<(String, Option<f64>)> {
    let value: Value = serde_json::from_str(&stagger::wire::forecast::write(forecast)).unwrap();
    let mut figures = Vec::new();
    collect("", &value, &mut figures);
    figures
}

fn collect(place: &str, value: &Value, figures: &mut Vec<(String, Option<f64>)>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| collect(&format!("{place}/{name}"), field, figures));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| collect(&format!("{place}/{index}"), item, figures));
        }
        Value::Number(number) => figures.push((place.to_owned(), number.as_f64())),
        _ => {}
    }
}

fn assert_sound(forecast: &Forecast) {
    for (place, figure) in figures(forecast) {
        let figure = figure.unwrap();
        assert!(figure.is_finite(), "{place} is {figure}");
        let signed = place.ends_with("bottleneck");
        assert!(signed || figure >= 0.0, "{place} is {figure}");
    }
    for totals in [&forecast.totals, &forecast.baseline.totals] {
        let rest = totals.starters - totals.finished - totals.lost - totals.unfinished_at_end;
        assert!(rest.abs() <= 1e-9 * totals.starters.max(1.0), "{rest} of {} got lost", totals.starters);
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn people_are_conserved_and_every_figure_is_finite(plan in plan()) {
        if let Some(checked) = checked(&plan) {
            assert_sound(&forecast::run(&checked));
        }
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn every_plan_can_be_screened(plan in plan()) {
        let Some(plan) = checked(&plan) else { return Ok(()) };
        let (full, screened) = (forecast::run(&plan), forecast::screen(&plan));
        let totals = &screened.totals;
        let people = totals.starters.max(1.0);
        let rest = totals.starters - totals.finished - totals.lost - totals.unfinished_at_end;
        assert!(rest.abs() <= 2e-3 * people, "{rest} of {} got lost", totals.starters);
        assert!((totals.lost - full.totals.lost).abs() <= 0.01 * people, "{totals:?} {:?}", full.totals);
        let inside = full.slots.iter().map(|slot| slot.peak_inside).fold(1.0, f64::max);
        for (one, other) in full.slots.iter().zip(&screened.slots) {
            let figures = [other.peak_queue, other.peak_inside, other.peak_attempts_per_s, other.lost];
            assert!(figures.iter().all(|figure| figure.is_finite() && *figure >= 0.0), "{other:?}");
            assert!((one.peak_inside - other.peak_inside).abs() <= 0.02 * inside, "{one:?} {other:?}");
        }
    }
}

/// A plan with a queue, retries, failures and two places with limits of either kind.
fn busy(people: u64, capacity: f64, opens: u32) -> Value {
    json!({
        "format": "stagger-plan", "version": 1, "title": "busy", "dated": "2022-04-01", "status": "draft",
        "time_zone": "Asia/Seoul", "first_day": "2022-04-01", "days": 2,
        "members": { "regions": [{ "name": "a", "code": null }], "ages": [{ "name": "all", "from": 0, "to": 99 }],
            "counts": [[people]] },
        "cohorts": [{ "name": "a" }],
        "windows": [{ "opens": time(opens), "closes": time(opens + 240), "cohorts": [0] }],
        "arrivals": { "show_up": 0.5, "opening_share": 0.06, "opening_ramp_s": 300,
            "tail": [{ "weight": 0.5, "kind": "exponential", "mean_s": 5400 },
                { "weight": 0.5, "kind": "weibull", "shape": 0.7, "scale_s": 3600 }] },
        "journey": [
            { "name": "identity", "service_s": 180, "sessions": null, "rate_per_s": capacity, "patience_s": 2400,
                "retry_share": 0.7, "retry_after_s": 900, "fail_share": 0.1, "fail_retry_share": 0.9 },
            { "name": "login", "service_s": 60, "sessions": 50.0 * capacity, "rate_per_s": null, "patience_s": 1800,
                "retry_share": 0.5, "retry_after_s": 600, "fail_share": 0, "fail_retry_share": 0 }
        ],
        "target": { "wait_s": 60, "percentile": 0.95, "load": 0.8 }, "seed": 1
    })
}

fn run(plan: &Value) -> Forecast {
    forecast::run(&checked(plan).unwrap())
}

fn close(left: f64, right: f64, relative: f64) -> bool {
    (left - right).abs() <= relative * left.abs().max(right.abs()).max(1.0)
}

fn assert_same(left: &[f64], right: &[f64], relative: f64, what: &str) {
    assert_eq!(left.len(), right.len(), "{what}");
    for (minute, (left, right)) in left.iter().zip(right).enumerate() {
        assert!(close(*left, *right, relative), "{what} at minute {minute}: {left} and {right}");
    }
}

fn waits(stage: &StageForecast) -> Vec<f64> {
    stage.series.wait_s.iter().map(|wait| wait.unwrap_or(-1.0)).collect()
}

#[test]
fn ten_times_the_people_at_ten_times_the_capacity_wait_as_long() {
    let (small, large) = (run(&busy(30_000, 2.0, 600)), run(&busy(300_000, 20.0, 600)));
    for (small, large) in small.stages.iter().zip(&large.stages) {
        assert!(small.queued);
        let scaled: Vec<f64> = small.series.queue.iter().map(|queue| 10.0 * queue).collect();
        assert_same(&scaled, &large.series.queue, 1e-6, "queue");
        assert_same(&waits(small), &waits(large), 1e-4, "wait");
    }
    assert!(close(10.0 * small.totals.lost, large.totals.lost, 1e-7));
}

#[test]
fn two_hours_later_everything_is_two_hours_later() {
    let (early, late) = (run(&busy(30_000, 2.0, 480)), run(&busy(30_000, 2.0, 600)));
    for (early, late) in early.stages.iter().zip(&late.stages) {
        let minutes = early.series.queue.len() - 120;
        assert_same(&early.series.queue[..minutes], &late.series.queue[120..], 1e-6, "queue");
        assert_same(&early.series.attempts_per_s[..minutes], &late.series.attempts_per_s[120..], 1e-6, "attempts");
    }
}

#[test]
fn a_cohort_in_two_halves_is_the_same_cohort() {
    let whole = busy(30_000, 2.0, 600);
    let mut halves = whole.clone();
    halves["members"]["regions"] = json!([{ "name": "a", "code": null }, { "name": "b", "code": null }]);
    halves["members"]["counts"] = json!([[15_000], [15_000]]);
    halves["cohorts"] = json!([{ "name": "a", "regions": [0] }, { "name": "b", "regions": [1] }]);
    halves["windows"][0]["cohorts"] = json!([0, 1]);
    let (whole, halves) = (run(&whole), run(&halves));
    for (whole, halves) in whole.stages.iter().zip(&halves.stages) {
        assert_same(&whole.series.queue, &halves.series.queue, 1e-9, "queue");
        assert_same(&whole.series.in_service, &halves.series.in_service, 1e-9, "in service");
        assert_same(&waits(whole), &waits(halves), 1e-9, "wait");
    }
}

#[test]
fn the_unit_of_time_does_not_matter() {
    // The same day at half the speed: twice the time everywhere, half of every rate.
    let quick = busy(30_000, 2.0, 600);
    let mut slow = quick.clone();
    slow["days"] = json!(4);
    slow["windows"][0]["opens"] = json!(time(1200));
    slow["windows"][0]["closes"] = json!(time(1200 + 480));
    slow["arrivals"]["opening_ramp_s"] = json!(600);
    slow["arrivals"]["tail"][0]["mean_s"] = json!(10_800);
    slow["arrivals"]["tail"][1]["scale_s"] = json!(7200);
    for (stage, service, patience, retry_after) in [(0, 360, 4800, 1800), (1, 120, 3600, 1200)] {
        slow["journey"][stage]["service_s"] = json!(service);
        slow["journey"][stage]["patience_s"] = json!(patience);
        slow["journey"][stage]["retry_after_s"] = json!(retry_after);
    }
    slow["journey"][0]["rate_per_s"] = json!(1.0);
    let (quick, slow) = (run(&quick), run(&slow));
    for (quick, slow) in quick.stages.iter().zip(&slow.stages) {
        assert!(quick.queued);
        let at_double: Vec<f64> = slow.series.queue.iter().copied().step_by(2).collect();
        assert_same(&quick.series.queue, &at_double, 1e-6, "queue");
        let halved: Vec<f64> = waits(slow).iter().copied().step_by(2).map(|wait| wait / 2.0).collect();
        assert_same(&waits(quick), &halved, 1e-4, "wait");
        assert!(close(quick.peak_queue, slow.peak_queue, 1e-6));
    }
    assert!(close(quick.totals.lost, slow.totals.lost, 1e-7));
}

#[test]
fn a_full_stage_waits_alike_under_either_limit() {
    // Thirty sessions of a minute admit as many as a rate of one in two seconds once they are full.
    let mut by_rate = busy(20_000, 0.5, 600);
    by_rate["journey"] = json!([by_rate["journey"][0]]);
    by_rate["journey"][0]["service_s"] = json!(60);
    let mut by_sessions = by_rate.clone();
    by_sessions["journey"][0]["rate_per_s"] = Value::Null;
    by_sessions["journey"][0]["sessions"] = json!(30);
    let (by_rate, by_sessions) = (run(&by_rate), run(&by_sessions));
    let (rate, sessions) = (&by_rate.stages[0], &by_sessions.stages[0]);
    assert!(rate.peak_queue > 1000.0);
    assert!((rate.peak_queue - sessions.peak_queue).abs() <= 30.0, "{} and {}", rate.peak_queue, sessions.peak_queue);
}

proptest! {
    #![proptest_config(cases(24))]

    /// True only where no check fails: failed checks that return sooner can lengthen the queue.
    #[test]
    fn more_capacity_never_lengthens_its_own_queue(
        people in 5_000_u64..60_000, capacity in 0.3..6.0, more in 1.01..4.0, sessions in any::<bool>(),
    ) {
        let mut less = busy(people, capacity, 600);
        less["journey"][0]["fail_share"] = json!(0);
        less["journey"] = json!([less["journey"][0]]);
        if sessions {
            less["journey"][0]["rate_per_s"] = Value::Null;
            less["journey"][0]["sessions"] = json!(capacity * 180.0);
        }
        let mut greater = less.clone();
        for limit in ["rate_per_s", "sessions"] {
            if let Some(value) = less["journey"][0][limit].as_f64() {
                greater["journey"][0][limit] = json!(value * more);
            }
        }
        let (less, greater) = (run(&less), run(&greater));
        for (minute, (short, long)) in greater.stages[0].series.queue.iter().zip(&less.stages[0].series.queue).enumerate() {
            prop_assert!(*short <= long + 1e-4, "minute {minute}: {short} with more capacity, {long} with less");
        }
    }
}

fn course(plan: &Value, tolerance: f64) -> Course {
    let checked = checked(plan).unwrap();
    let mut demand = Demand::new(checked.plan(), checked.cut(), Scenario::Planned);
    let horizon = checked.plan().horizon().get();
    fluid::run(&Network::of(checked.plan()), &mut demand, horizon, &[], Settings { tolerance })
}

#[test]
fn the_full_precision_is_a_millionth_of_the_peak() {
    let plan = busy(30_000, 2.0, 600);
    let (full, finer) = (course(&plan, Settings::FULL.tolerance), course(&plan, Settings::FULL.tolerance / 1000.0));
    for (full, finer) in full.places.iter().zip(&finer.places) {
        let peak = |place: &stagger::queueing::PlaceCourse| {
            place.records.iter().map(|record| record.queue_polynomial().largest(&record.queue.1).1).fold(0.0, f64::max)
        };
        assert!(close(peak(full), peak(finer), 1e-6), "{} and {}", peak(full), peak(finer));
    }
}

#[test]
fn exactly_at_the_limit_nothing_switches_to_and_fro() {
    let mut plan = busy(30_000, 2.0, 600);
    plan["journey"] = json!([plan["journey"][0]]);
    plan["journey"][0]["fail_share"] = json!(0);
    plan["members"]["counts"] = json!([[1]]);
    plan["journey"][0]["rate_per_s"] = json!(2.0);
    plan["arrivals"]["starters_table"] = json!([{ "at": time(60), "per_s": 2.0 }, { "at": time(1200), "per_s": 0.0 }]);
    let critical = course(&plan, Settings::FULL.tolerance);
    assert!(critical.steps() < 500, "{} steps", critical.steps());
    let forecast = run(&plan);
    assert_sound(&forecast);
}
