//! A waiting room that looks at how many are inside: the fluid against small steps written anew, the simulation against
//! the fluid, and what must hold of both.

use serde_json::{Value, json};
use stagger::demand::Scenario;
use stagger::forecast::simulation::{Engine, Trial, simulate};
use stagger::forecast::{self, Series, Story};
use stagger::plan::CheckedPlan;
use stagger::wire::plan_file;

const OPENS: f64 = 6.0 * 3_600.0;
const TAIL: f64 = 1_800.0;
const MINUTES: usize = 1_440;

fn plan(people: f64, room: &Value, journey: &Value) -> Value {
    json!({
        "format": "stagger-plan", "version": 1, "title": "inside", "first_day": "2026-03-01", "days": 1,
        "members": { "regions": [{ "name": "Harbour" }], "ages": [{ "from": 0, "to": 99 }], "counts": [[people]] },
        "cohorts": [{}],
        "windows": [{ "opens": "2026-03-01T06:00", "closes": "2026-03-01T08:00", "cohorts": [0] }],
        "arrivals": { "show_up": 1.0, "tail": [{ "kind": "exponential", "mean_s": TAIL }] },
        "waiting_room": room, "journey": journey
    })
}

fn checked(plan: &Value) -> CheckedPlan {
    CheckedPlan::new(plan_file::read(&plan.to_string()).unwrap()).unwrap()
}

/// Plans of 20,000 people, by what holds the room back.
fn plans() -> Vec<(&'static str, Value)> {
    let at = |hour: &str| format!("2026-03-01T{hour}");
    let two = json!([
        { "name": "one", "service_s": 60, "sessions": 300 },
        { "name": "two", "service_s": 90, "rate_per_s": 4,
          "changes": [{ "at": at("07:00"), "rate_per_s": 1 }, { "at": at("08:00"), "rate_per_s": 8 }] }
    ]);
    let restless = json!([{ "name": "one", "service_s": 120, "sessions": 200, "patience_s": 300, "retry_share": 0.6,
        "retry_after_s": 200 }]);
    let failing = json!([
        { "name": "one", "service_s": 40, "fail_share": 0.3, "fail_retry_share": 0.7, "retry_after_s": 300 },
        { "name": "two", "service_s": 100, "sessions": 250, "fail_share": 0.1, "fail_retry_share": 0.0 }
    ]);
    let changing = json!([
        { "name": "one", "service_s": 30, "sessions": 200,
          "changes": [{ "at": at("06:40"), "sessions": 40 }, { "at": at("07:30"), "sessions": 150 }] },
        { "name": "two", "service_s": 60, "rate_per_s": 6,
          "changes": [{ "at": at("06:20"), "rate_per_s": 0 }, { "at": at("06:30"), "rate_per_s": 6 },
            { "at": at("08:00"), "turn_away": true }, { "at": at("08:10"), "turn_away": false }] }
    ]);
    let one = json!([{ "name": "one", "service_s": 120 }]);
    let of = |room: Value, journey: &Value| plan(20_000.0, &room, journey);
    vec![
        ("by the rate", of(json!({ "admit_per_s": 3, "inside_max": 10_000 }), &one)),
        ("by the people inside", of(json!({ "admit_per_s": 50, "inside_max": 500 }), &one)),
        ("by one, then the other", of(json!({ "admit_per_s": 5, "inside_max": 600 }), &two)),
        ("people leave the room", of(json!({ "admit_per_s": 6, "inside_max": 500, "patience_s": 600 }), &restless)),
        ("retries inside", of(json!({ "admit_per_s": 6, "inside_max": 450, "patience_s": 3_000 }), &failing)),
        ("capacity changes", of(json!({ "admit_per_s": 7, "inside_max": 400 }), &changing)),
    ]
}

/// One stage of the small steps, with what holds at a time.
struct Stage<'a> {
    law: &'a Value,
    queue: f64,
    service: f64,
    orbit: f64,
}

impl Stage<'_> {
    fn number(&self, name: &str, otherwise: f64) -> f64 {
        self.law[name].as_f64().unwrap_or(otherwise)
    }

    /// What the last change until `t` says, else the stage itself.
    fn held(&self, name: &str, t: f64) -> f64 {
        let seconds =
            |at: &str| at[11..13].parse::<f64>().unwrap() * 3_600.0 + at[14..16].parse::<f64>().unwrap() * 60.0;
        let changes = self.law["changes"].as_array().into_iter().flatten();
        let value = changes.filter(|change| seconds(change["at"].as_str().unwrap()) <= t + 1e-9);
        let last =
            value.filter_map(|change| change[name].as_f64().or(change[name].as_bool().map(f64::from))).next_back();
        last.unwrap_or_else(|| self.number(name, f64::INFINITY))
    }
}

/// Queue, in service and orbit of each place, the room first, at each minute; who has come until each
/// minute, and whom the room has admitted until each step.
struct Small {
    places: Vec<[Vec<f64>; 3]>,
    came: Vec<f64>,
    admitted: Vec<f64>,
}

/// Steps of `dt` seconds, of which everything that happens at a place is taken one after the other.
fn small_steps(plan: &Value, dt: f64) -> Small {
    let room = &plan["waiting_room"];
    let people = plan["members"]["counts"][0][0].as_f64().unwrap();
    let [admit, most] = ["admit_per_s", "inside_max"].map(|name| room[name].as_f64().unwrap_or(f64::INFINITY));
    let theta = room["patience_s"].as_f64().map_or(0.0, |patience| 1.0 / patience);
    let laws = plan["journey"].as_array().unwrap();
    let mut stages: Vec<Stage> = laws.iter().map(|law| Stage { law, queue: 0.0, service: 0.0, orbit: 0.0 }).collect();
    let (mut waiting, mut came, mut admitted) = (0.0, 0.0, 0.0);
    let mut small = Small { places: vec![Default::default(); laws.len() + 1], came: vec![], admitted: vec![] };
    let per_minute = (60.0 / dt).round() as usize;
    for step in 0..MINUTES * per_minute {
        let t = step as f64 * dt;
        for stage in &mut stages {
            let excess = (stage.service - stage.held("sessions", t)).max(0.0);
            stage.service -= excess;
            stage.queue += excess;
            if stage.held("rate_per_s", t).is_infinite() {
                let free = (stage.held("sessions", t) - stage.service).clamp(0.0, stage.queue);
                stage.queue -= free;
                stage.service += free;
            }
            if stage.held("turn_away", t) == 1.0 {
                stage.queue = 0.0;
            }
        }
        if step % per_minute == 0 {
            let note = |place: &mut [Vec<f64>; 3], values: [f64; 3]| {
                place.iter_mut().zip(values).for_each(|(list, value)| list.push(value));
            };
            note(&mut small.places[0], [waiting, 0.0, 0.0]);
            for (place, stage) in small.places[1..].iter_mut().zip(&stages) {
                note(place, [stage.queue, stage.service, stage.orbit]);
            }
            small.came.push(came);
        }
        small.admitted.push(admitted);
        let all = |t: f64| people * -libm::expm1(-(t - OPENS).max(0.0) / TAIL);
        let new = all(t + dt) - all(t);
        came += new;
        waiting += new - theta * dt * waiting;
        let mut flow = 0.0;
        for stage in &mut stages {
            let ended = stage.service * dt / stage.number("service_s", 1.0);
            let failed = stage.number("fail_share", 0.0) * ended;
            let gone = stage.number("patience_s", f64::INFINITY).recip() * dt * stage.queue;
            let back = dt / stage.number("retry_after_s", 1_200.0) * stage.orbit;
            stage.service -= ended;
            stage.queue += flow + back - gone;
            stage.orbit += stage.number("retry_share", 0.0) * gone - back;
            stage.orbit += stage.number("fail_retry_share", 0.0) * failed;
            flow = ended - failed;
        }
        let inside: f64 = stages.iter().map(|stage| stage.queue + stage.service + stage.orbit).sum();
        let admission = waiting.min(admit * dt).min((most - inside).max(0.0));
        waiting -= admission;
        admitted += admission;
        stages[0].queue += admission;
        for stage in &mut stages {
            if stage.held("turn_away", t) == 1.0 {
                stage.queue = 0.0;
                continue;
            }
            let room = (stage.held("sessions", t) - stage.service).max(0.0);
            let admission = stage.queue.min(stage.held("rate_per_s", t) * dt).min(room);
            stage.queue -= admission;
            stage.service += admission;
        }
    }
    small
}

/// Places of a story, the room first.
fn places(story: &Story) -> Vec<&Series> {
    story.waiting_room.iter().chain(story.stages.iter().map(|stage| &stage.series)).collect()
}

/// Largest deviation of any state at any minute [people].
fn deviation(story: &Story, small: &Small) -> f64 {
    let mut largest = 0.0_f64;
    for (series, small) in places(story).iter().zip(&small.places) {
        for (one, other) in [&series.queue, &series.in_service, &series.orbit].into_iter().zip(small) {
            largest = one.iter().zip(other).fold(largest, |largest, (one, other)| largest.max((one - other).abs()));
        }
    }
    largest
}

/// People inside at each minute.
fn inside(story: &Story) -> Vec<f64> {
    let of = |series: &Series, minute: usize| series.queue[minute] + series.in_service[minute] + series.orbit[minute];
    (0..MINUTES).map(|minute| story.stages.iter().map(|stage| of(&stage.series, minute)).sum()).collect()
}

fn planned(plan: &Value) -> Story {
    forecast::planned(&checked(plan)).story().clone()
}

#[test]
fn the_fluid_is_what_small_steps_come_to() {
    for (name, plan) in plans() {
        let story = planned(&plan);
        let [coarse, fine] = [1.0, 0.25].map(|dt| deviation(&story, &small_steps(&plan, dt)));
        println!("{name}: {coarse:.4} people at 1 s, {fine:.4} at 0.25 s of 20,000");
        assert!(coarse < 40.0 && fine < 0.35 * coarse + 1e-6, "{name}: {coarse} {fine}");
    }
}

#[test]
fn waits_in_the_room_are_those_of_people_who_come_and_go() {
    for (name, plan) in plans() {
        if plan["waiting_room"].get("patience_s").is_some() {
            continue;
        }
        let (story, small) = (planned(&plan), small_steps(&plan, 0.5));
        let room = story.waiting_room.as_ref().unwrap();
        let mut worst = 0.0_f64;
        for minute in (360..MINUTES - 1).step_by(5) {
            let came = small.came[minute];
            let step = small.admitted.partition_point(|admitted| *admitted < came - 1e-6);
            if step == small.admitted.len() {
                continue;
            }
            let expected = (0.5 * step as f64 - 60.0 * minute as f64).max(0.0);
            let wait = room.wait_s[minute].unwrap();
            worst = worst.max((wait - expected).abs());
            assert!((wait - expected).abs() < 2.0, "{name} at {minute}: {wait} {expected}");
        }
        println!("{name}: waits within {worst} s");
    }
}

#[test]
fn never_more_are_inside() {
    for (name, plan) in plans() {
        let most = plan["waiting_room"]["inside_max"].as_f64().unwrap();
        let story = planned(&plan);
        let highest = inside(&story).into_iter().fold(0.0, f64::max);
        let simulated = simulate(&checked(&plan), Scenario::Planned, 3, 1);
        let highest_simulated = inside(&simulated).into_iter().fold(0.0, f64::max);
        println!("{name}: {highest} and {highest_simulated} of {most}");
        assert!(highest <= most + 1e-4 && highest_simulated <= most, "{name}");
        assert!(name == "by the rate" || (highest > most - 1e-4 && highest_simulated == most), "{name}");
    }
}

#[test]
fn nobody_is_lost_sight_of() {
    let mixed = |name: &str, plan: &Value| {
        let mut plan = plan.clone();
        plan["arrivals"]["uninvited_per_member"] = json!(0.2);
        plan["arrivals"]["eligibility_stage"] = json!(0);
        plan["journey"][0]["background"] = json!([{ "at": "2026-03-01T05:00", "per_s": 0.5 }]);
        (format!("{name}, with others"), plan)
    };
    let all = plans();
    let others = all.iter().map(|(name, plan)| mixed(name, plan));
    for (name, plan) in all.iter().map(|(name, plan)| ((*name).to_owned(), plan.clone())).chain(others) {
        let totals = planned(&plan).totals;
        let rest = totals.starters - totals.finished - totals.lost - totals.unfinished_at_end;
        assert!(rest.abs() <= 1e-9 * totals.starters, "{name}: {rest}");
        let simulated = simulate(&checked(&plan), Scenario::Planned, 3, 1).totals;
        let rest = simulated.starters - simulated.finished - simulated.lost - simulated.unfinished_at_end;
        assert_eq!(rest, 0.0, "{name}");
    }
}

#[test]
fn a_limit_far_above_all_is_none() {
    for (name, plan) in plans() {
        let mut without = plan.clone();
        without["waiting_room"].as_object_mut().unwrap().remove("inside_max");
        let mut far = plan.clone();
        far["waiting_room"]["inside_max"] = json!(1e9);
        assert_eq!(planned(&far), planned(&without), "{name}");
        let simulated = |plan: &Value| simulate(&checked(plan), Scenario::Planned, 9, 4);
        assert_eq!(simulated(&far), simulated(&without), "{name}");
    }
}

#[test]
fn the_fast_engine_leaves_a_limit_to_the_other() {
    let (_, plan) = &plans()[1];
    let checked = checked(plan);
    let trial = Trial::new(&checked, Scenario::Planned, 5, 2);
    assert!(trial.run(Engine::Fast { longest: 60 }).is_none());
    assert_eq!(trial.tell(trial.run(Engine::Heap).unwrap()), simulate(&checked, Scenario::Planned, 5, 2));
}

/// All capacities for `times` as many people.
fn scaled(plan: &Value, times: f64) -> Value {
    let mut plan = plan.clone();
    let scale = |value: &mut Value| {
        if let Some(number) = value.as_f64() {
            *value = json!(number * times);
        }
    };
    scale(&mut plan["members"]["counts"][0][0]);
    for name in ["admit_per_s", "inside_max"] {
        scale(&mut plan["waiting_room"][name]);
    }
    for stage in plan["journey"].as_array_mut().unwrap() {
        for name in ["rate_per_s", "sessions"] {
            if stage.get(name).is_some() {
                scale(&mut stage[name]);
            }
            for change in stage.get_mut("changes").and_then(Value::as_array_mut).into_iter().flatten() {
                if change.get(name).is_some() {
                    scale(&mut change[name]);
                }
            }
        }
    }
    plan["members"]["counts"][0][0] = json!(plan["members"]["counts"][0][0].as_f64().unwrap() as u64);
    plan
}

#[test]
fn the_fluid_is_what_simulations_come_to() {
    const SEEDS: u32 = 20;
    for (name, plan) in plans() {
        let mut deviations = Vec::new();
        for people in [1_000.0, 10_000.0, 100_000.0] {
            let plan = scaled(&plan, people / 20_000.0);
            let (checked, story) = (checked(&plan), planned(&plan));
            let figures = |story: &Story| -> Vec<f64> {
                let room = story.waiting_room.as_ref().unwrap();
                let inside = inside(story);
                let at = [380, 400, 420, 450, 480, 520];
                at.iter().flat_map(|&minute| [story.finished[minute], room.queue[minute], inside[minute]]).collect()
            };
            let runs: Vec<Vec<f64>> =
                (0..SEEDS).map(|run| figures(&simulate(&checked, Scenario::Planned, 17, run))).collect();
            let mut worst = 0.0_f64;
            for (index, fluid) in figures(&story).into_iter().enumerate() {
                let mean = runs.iter().map(|run| run[index]).sum::<f64>() / f64::from(SEEDS);
                let variance = runs.iter().map(|run| (run[index] - mean) * (run[index] - mean)).sum::<f64>();
                let error = (variance / f64::from(SEEDS * (SEEDS - 1))).sqrt();
                // What chance does to the mean is of the order of the root of the people.
                let allowed = 4.0 * error + 2.0 * people.sqrt();
                worst = worst.max((mean - fluid).abs() / people);
                assert!((mean - fluid).abs() <= allowed, "{name}, {people}, figure {index}: {mean} {fluid} {error}");
            }
            println!("{name}: {people} people, worst deviation of a mean {worst:.6} of all");
            deviations.push(worst);
        }
        assert!(deviations[2] < 0.4 * deviations[0] && deviations[2] < 1e-2, "{name}: {deviations:?}");
    }
}
