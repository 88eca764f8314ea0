//! The load profile against the forecast: who comes, window by window, and what the steps of a test play.

use stagger::export::data::Kind;
use stagger::export::load_profile::{LoadProfile, Scenario, load_profile};
use stagger::export::{Material, k6};
use stagger::library::busan::Example;
use stagger::plan::{CheckedPlan, Plan, WaitingRoom};
use stagger::text::Language;
use stagger::units::{PerSecond, Share};
use stagger::wire::plan_file;

use crate::report::{example, material};

fn profile(plan: Plan) -> (Material, LoadProfile) {
    let material = material(plan, Language::English, None);
    let profile = load_profile(&material);
    (material, profile)
}

/// Every reference plan that can be computed in moments, and both examples.
fn plans() -> Vec<Plan> {
    let text = include_str!("../reference/plans.json");
    let all: serde_json::Value = serde_json::from_str(text).unwrap();
    let mut plans: Vec<Plan> = Vec::new();
    collect(&all, &mut plans);
    plans.truncate(12);
    plans.extend(Example::ALL.map(|which| example(which, Language::English)));
    plans
}

/// Plan files anywhere in a value.
fn collect(value: &serde_json::Value, plans: &mut Vec<Plan>) {
    if value["format"] == "stagger-plan" {
        let plan = plan_file::read(&value.to_string()).unwrap();
        if CheckedPlan::new(plan.clone()).is_ok() {
            plans.push(plan);
        }
        return;
    }
    match value {
        serde_json::Value::Array(all) => all.iter().for_each(|value| collect(value, plans)),
        serde_json::Value::Object(all) => all.values().for_each(|value| collect(value, plans)),
        _ => {}
    }
}

#[test]
fn who_comes_from_outside_is_who_starts_by_the_forecast() {
    let mut looked_at = 0;
    for plan in plans() {
        let others = plan.arrivals.uninvited_per_member > 0.0 || plan.arrivals.gate_stage.is_some();
        if others {
            continue;
        }
        let (material, profile) = profile(plan);
        let own: f64 = material.forecast.slots.iter().map(|slot| slot.starters).sum();
        let table = material.plan().arrivals.starters_table.is_some();
        let outside: f64 = profile.outside.iter().sum();
        if !table {
            assert!((outside - own).abs() < 1e-6 * own.max(1.0), "{}: {outside} and {own}", material.plan().title);
            looked_at += 1;
        }
    }
    assert!(looked_at >= 4, "{looked_at}");
}

#[test]
fn who_comes_from_outside_is_who_comes_to_the_waiting_room_whoever_they_are() {
    let mut plan = example(Example::Staggered, Language::English);
    plan.waiting_room = Some(WaitingRoom { admit: PerSecond::new(8.0), patience: None, inside_max: None });
    plan.arrivals.uninvited_per_member = 0.05;
    plan.arrivals.ignore_window_share = Share::new(0.03);
    plan.arrivals.gate_stage = Some(1);
    let (material, profile) = profile(plan);
    let series = material.forecast.waiting_room.as_ref().unwrap();
    // The forecast reads a minute off the polynomial of a longer step, within some millionths of the peak.
    let busiest = profile.outside.iter().copied().fold(0.0, f64::max);
    for (minute, (people, rate)) in profile.outside.iter().zip(&series.attempts_per_s).enumerate() {
        assert!((people - rate * 60.0).abs() < 5e-6 * busiest, "minute {minute}: {people} and {}", rate * 60.0);
    }
    let (outside, arrived): (f64, f64) =
        (profile.outside.iter().sum(), series.attempts_per_s.iter().sum::<f64>() * 60.0);
    assert!((outside - arrived).abs() < 1e-6 * arrived, "{outside} and {arrived}");
}

#[test]
fn the_steps_of_every_scenario_play_its_arrivals() {
    let mut scenarios = 0;
    for plan in plans() {
        let (material, profile) = profile(plan);
        let mut covered = vec![false; profile.outside.len()];
        for scenario in &profile.scenarios {
            let Scenario { minutes: (from, to), unit_s, steps, arrivals, .. } = scenario;
            let stretch = *from as usize..*to as usize;
            let people: f64 = profile.outside[stretch.clone()].iter().sum();
            assert!((people - arrivals).abs() < 1e-9 * people.max(1.0));
            assert_eq!(steps.iter().map(|(seconds, _)| seconds).sum::<u32>(), (to - from) * 60, "{scenario:?}");
            assert!((scenario.played() - arrivals).abs() <= 0.01 * arrivals, "{}: {scenario:?}", material.plan().title);
            // The busiest minute is played as high as it is.
            let busiest = profile.outside[stretch.clone()].iter().copied().fold(0.0, f64::max);
            let highest = steps.iter().map(|(_, rate)| *rate).max().unwrap() as f64 * 60.0 / f64::from(*unit_s);
            assert!((highest - busiest).abs() <= 0.015 * busiest, "{highest} and {busiest}: {scenario:?}");
            assert!(covered[stretch.clone()].iter().all(|known| !known), "two scenarios play the same minute");
            covered[stretch].fill(true);
            scenarios += 1;
        }
        let left: f64 =
            profile.outside.iter().zip(&covered).filter(|(_, known)| !**known).map(|(people, _)| people).sum();
        let all: f64 = profile.outside.iter().sum();
        let played: f64 = profile.scenarios.iter().map(Scenario::played).sum();
        assert!(left <= 0.5 * (1.0 + 2.0 * profile.scenarios.len() as f64), "{left} are in no scenario");
        assert!((played - all).abs() <= 0.01 * all, "{}: {played} of {all}", material.plan().title);
    }
    assert!(scenarios > 60, "{scenarios}");
}

#[test]
fn there_are_virtual_users_for_everybody_inside() {
    for which in Example::ALL {
        let (material, profile) = profile(example(which, Language::English));
        for scenario in &profile.scenarios {
            let stretch = scenario.minutes.0 as usize..scenario.minutes.1 as usize;
            let inside = |minute: usize| -> f64 {
                let of = material
                    .forecast
                    .stages
                    .iter()
                    .map(|stage| stage.series.queue[minute] + stage.series.in_service[minute]);
                of.sum()
            };
            let most = stretch.map(inside).fold(0.0, f64::max);
            assert!(scenario.users as f64 >= most, "{} for {most}", scenario.users);
        }
    }
}

#[test]
fn the_table_of_the_profile_has_attempts_and_others_apart() {
    let mut plan = example(Example::Staggered, Language::English);
    let at = plan.first_day.midnight();
    let stage = &mut std::sync::Arc::make_mut(&mut plan.journey)[1];
    stage.background = vec![stagger::plan::Background { at, rate: PerSecond::new(1.5) }];
    let (material, profile) = profile(plan);
    let table = Kind::LoadProfile.table(&material);
    assert_eq!(table.columns.len(), 3 + 4, "{:?}", table.columns);
    let stagger::export::data::Value::Number(others) = table.rows[900][4] else { panic!("{:?}", table.rows[900]) };
    assert!((others - 90.0).abs() < 1e-9);
    let minute = 14 * 60 + 1;
    let stagger::export::data::Value::Number(attempts) = table.rows[minute][3] else {
        panic!("{:?}", table.rows[minute])
    };
    let all = material.forecast.stages[1].series.attempts_per_s[minute] * 60.0;
    assert!((attempts + 90.0 - all).abs() < 1e-6);
    assert_eq!(table.rows[minute][2], stagger::export::data::Value::Number(profile.outside[minute]));
}

#[test]
fn the_script_names_its_plan_and_no_name_gets_out_of_its_place() {
    let mut plan = example(Example::DayAsItWas, Language::English);
    plan.title = "one\ntwo\u{2028}process.exit()".to_owned();
    std::sync::Arc::make_mut(&mut plan.journey)[0].name = "a'b\"c\\</script>\u{2028}d".to_owned();
    let (material, profile) = profile(plan);
    let script = k6::script(&material);
    assert!(script.lines().take(3).all(|line| line.starts_with("// ")));
    assert!(script.contains(&material.fingerprint) && script.contains(material.link.as_ref().unwrap()));
    assert!(!script.contains('\u{2028}') && script.contains("// Load test: one two process.exit()"));
    assert!(script.contains(r#"name: "a'b\"c\\</script>\u2028d""#), "{script}");
    assert!(script.contains("executor: 'ramping-arrival-rate'"));
    assert_eq!(script.matches("  { name: '").count(), profile.scenarios.len());
}
