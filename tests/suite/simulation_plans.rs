//! Whole plans with every person simulated: nobody is lost from the count, a seed is a story, and many people are a
//! fluid.

use proptest::prelude::*;
use serde_json::Value;
use stagger::demand::Scenario;
use stagger::forecast::simulation::{attempts, replicate, simulate};
use stagger::forecast::{self, Slot, StageForecast, Story, Totals};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::CheckedPlan;
use stagger::wire::plan_file;

use crate::laws;

/// The reference plans of less than so many members.
pub fn small_plans() -> Vec<(String, CheckedPlan)> {
    let file: Value = serde_json::from_str(include_str!("../reference/plans.json")).unwrap();
    let cases = file["cases"].as_array().unwrap().iter();
    let plan = |case: &Value| {
        let plan = plan_file::read(&case["plan"].to_string()).unwrap();
        (case["name"].as_str().unwrap().to_owned(), CheckedPlan::new(plan).unwrap())
    };
    cases.map(plan).filter(|(_, plan)| plan.plan().members.total() < 200_000).collect()
}

fn assert_conserved(name: &str, story: &Story) {
    let totals = &story.totals;
    let rest = totals.starters - totals.finished - totals.lost - totals.unfinished_at_end;
    assert_eq!(rest, 0.0, "{name}: {totals:?}");
    for people in [totals.starters, totals.finished, totals.lost, totals.unfinished_at_end, totals.turned_away] {
        assert_eq!(people.fract(), 0.0, "{name}: {totals:?}");
    }
    for slot in &story.slots {
        assert!(slot.starters + slot.after_horizon + slot.shut_out <= slot.members, "{name}: {slot:?}");
    }
}

#[test]
fn nobody_is_lost_from_the_count_and_a_seed_is_a_story() {
    let mut plans = small_plans();
    assert!(plans.len() > 15);
    for (name, plan) in &mut plans {
        let story = simulate(plan, Scenario::Planned, 7, 0);
        assert_conserved(name, &story);
        assert_conserved(name, &simulate(plan, Scenario::Together, 7, 0));
        assert_eq!(simulate(plan, Scenario::Planned, 7, 0), story, "{name}");
        assert_ne!(simulate(plan, Scenario::Planned, 7, 1), story, "{name}");
    }
}

/// People of a slot: fluid, simulation. What is a peak of chance where the fluid has none is left out.
fn people(fluid: &Slot, simulated: &Slot) -> [(&'static str, f64, f64); 8] {
    [
        ("members", fluid.members, simulated.members),
        ("starters", fluid.starters, simulated.starters),
        ("after_horizon", fluid.after_horizon, simulated.after_horizon),
        ("shut_out", fluid.shut_out, simulated.shut_out),
        ("peak_inside", fluid.peak_inside, simulated.peak_inside),
        ("waiting_at_close", fluid.waiting_at_close, simulated.waiting_at_close),
        ("lost", fluid.lost, simulated.lost),
        ("turned_away", fluid.turned_away, simulated.turned_away),
    ]
}

/// Compares every slot, prints it as fluid/simulation, and the farthest of each figure in units of the square root of
/// the people.
fn assert_many_are_a_fluid(example: Example) {
    let plan = CheckedPlan::new(example.plan(Wording::english)).unwrap();
    let fluid = forecast::run(&plan);
    let story = simulate(&plan, Scenario::Planned, 1, 0);
    assert_conserved("shipped", &story);
    let mut farthest = [("", 0.0_f64); 8];
    for (fluid, simulated) in fluid.slots.iter().zip(&story.slots) {
        for (largest, (figure, expected, value)) in farthest.iter_mut().zip(people(fluid, simulated)) {
            let off = (value - expected).abs() / libm::sqrt(expected.max(10.0));
            *largest = (figure, largest.1.max(off));
            let window = fluid.window;
            assert!(off < 5.0, "{example:?}, window {window:?}, {figure}: {value} for {expected}, {off:.1} roots");
        }
        let table = people(fluid, simulated).map(|(figure, expected, value)| format!("{figure} {expected:.0}/{value}"));
        println!(
            "window {:?}: {}, longest wait {:?}/{:?}",
            fluid.window,
            table.join(", "),
            fluid.wait_max_s,
            simulated.wait_max_s
        );
        let waits = [fluid.wait_target_s, simulated.wait_target_s, fluid.wait_max_s, simulated.wait_max_s];
        for pair in waits.chunks(2) {
            match (pair[0], pair[1]) {
                (Some(fluid), Some(simulated)) => assert!((fluid - simulated).abs() < 3.0 + 0.02 * fluid, "{waits:?}"),
                (fluid, simulated) => assert_eq!(fluid, simulated),
            }
        }
        assert_eq!(fluid.verdict, simulated.verdict, "window {:?}", fluid.window);
    }
    for (fluid, simulated) in fluid.stages.iter().zip(&story.stages) {
        let counts = [(fluid.attempts, simulated.attempts), (fluid.lost, simulated.lost)];
        for (expected, value) in counts.into_iter().chain([(fluid.abandoned, simulated.abandoned)]) {
            assert!((value - expected).abs() < 5.0 * libm::sqrt(expected.max(100.0)), "{value} for {expected}");
        }
    }
    println!("{example:?}: farthest in roots of people {farthest:?}");
}

/// Counts of people of a story by name.
fn counts(slots: &[Slot], stages: &[StageForecast], totals: &Totals) -> Vec<(String, f64)> {
    let mut counts = vec![
        ("finished".to_owned(), totals.finished),
        ("lost".to_owned(), totals.lost),
        ("unfinished".to_owned(), totals.unfinished_at_end),
        ("turned away".to_owned(), totals.turned_away),
        ("background lost".to_owned(), totals.background_lost),
    ];
    for (index, stage) in stages.iter().enumerate() {
        let figures = [
            ("attempts", stage.attempts),
            ("failed", stage.failed),
            ("abandoned", stage.abandoned),
            ("background", stage.background_attempts),
        ];
        counts.extend(figures.map(|(name, people)| (format!("{name} at {index}"), people)));
    }
    for slot in slots {
        let figures = [("starters", slot.starters), ("after", slot.after_horizon), ("shut out", slot.shut_out)];
        counts.extend(figures.map(|(name, people)| (format!("{name} of {:?}", slot.window), people)));
    }
    counts
}

/// Capacities that fall, stops, gates, tables, hours, waiting rooms: each reference plan isolates one.
#[test]
fn every_feature_is_that_of_the_fluid_in_the_mean() {
    const REPLICATIONS: u32 = 4;
    // Whom a catch-up invites the fluid only estimates; the day of Busan has one where both agree.
    let plans = small_plans().into_iter().filter(|(_, plan)| !plan.plan().windows.iter().any(|window| window.catch_up));
    let mut farthest = (0.0, String::new());
    for (name, plan) in plans {
        let fluid = forecast::run(&plan);
        let expected = counts(&fluid.slots, &fluid.stages, &fluid.totals);
        let mut means = vec![0.0; expected.len()];
        replicate(&plan, Scenario::Planned, 11, REPLICATIONS, |_, story| {
            let seen = counts(&story.slots, &story.stages, &story.totals);
            for (mean, (_, people)) in means.iter_mut().zip(seen) {
                *mean += people / f64::from(REPLICATIONS);
            }
        });
        for ((figure, expected), mean) in expected.into_iter().zip(means) {
            let off = (mean - expected).abs() / libm::sqrt(expected.max(25.0));
            if off > farthest.0 {
                farthest = (off, format!("{name}, {figure}: {mean} for {expected}"));
            }
            assert!(off < 3.0, "{name}, {figure}: {mean} for {expected}, {off:.1} roots");
        }
    }
    println!("farthest: {:.1} roots of people, {}", farthest.0, farthest.1);
}

#[test]
fn the_staggered_plan_of_busan_is_that_of_the_fluid() {
    assert_many_are_a_fluid(Example::Staggered);
}

#[test]
fn the_day_of_busan_as_it_was_is_that_of_the_fluid() {
    assert_many_are_a_fluid(Example::DayAsItWas);
}

#[test]
fn replications_add_up_to_means_with_their_errors() {
    let (_, plan) = small_plans().into_iter().find(|(name, _)| name == "both-caps").unwrap();
    let mut starters = Vec::new();
    let estimates = replicate(&plan, Scenario::Planned, 3, 12, |_, story| starters.push(story.totals.starters));
    let figure = estimates.totals.iter().find(|figure| figure.name == "starters").unwrap();
    assert_eq!((estimates.replications, &figure.values), (12, &starters));
    let estimate = figure.estimate();
    // 30,000 of 60,000 members start, each with the chance of a half.
    let error = libm::sqrt(60_000.0 / 4.0 / 12.0);
    assert!((estimate.mean.unwrap() - 30_000.0).abs() < 4.0 * error, "{estimate:?}");
    assert!((0.4..2.0).contains(&(estimate.standard_error.unwrap() / error)), "{estimate:?}");
    assert!(estimate.low <= estimate.median && estimate.median <= estimate.high);
    let fluid = forecast::run(&plan);
    let queue = &estimates.series[0][1];
    let minute = (0..queue.mean.len()).max_by(|one, other| queue.mean[*one].total_cmp(&queue.mean[*other])).unwrap();
    let expected = fluid.stages[0].series.queue[minute];
    let band = queue.standard_deviation(minute);
    assert!((queue.mean[minute] - expected).abs() < 4.0 * band && band > 10.0, "{expected} {band}");
    assert_eq!(estimates.breaks[0], 12);
}

proptest! {
    #![proptest_config(laws::cases(60))]

    #[test]
    fn nobody_is_lost_from_the_count_of_any_plan(plan in laws::plan()) {
        let Some(plan) = laws::checked(&plan) else { return Ok(()) };
        for scenario in [Scenario::Planned, Scenario::Together] {
            // Where people try again every second for two days, nobody waits for the end of the simulation.
            if attempts(&forecast::run(&plan)) < 100_000.0 {
                let story = simulate(&plan, scenario, 5, 0);
                assert_conserved("any", &story);
                prop_assert_eq!(simulate(&plan, scenario, 5, 0), story);
            }
        }
    }
}
