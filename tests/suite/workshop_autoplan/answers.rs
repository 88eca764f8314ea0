//! Timetables, capacities and show-ups as they are said.

use super::*;

/// A timetable with every field that there can be.
pub fn full() -> Value {
    json!({
        "model": 1, "goal": "lowest-peak", "plan": file(&plan()), "verdict": "at-risk", "peak_load": 0.67442,
        "wait_target_s": null, "days": 4, "days_at_least": null,
        "bound": { "place": 1, "peak_load": 0.66987, "gap": 0.0068, "moments": [] },
        "bound_without_waits": { "place": 1, "peak_load": 0.6735, "gap": 0.0014, "moments": [] },
        "chance": {
            "asked": 0.9, "draws": 400, "held": 350, "low": 0.84, "high": 0.91, "peak_load": 0.811, "bound": 0.79
        },
        "relief": { "rule": "capacity", "needed": 1.034, "cost": 0.034, "peak_load": 0.78 },
        "reliefs": [
            { "rule": "capacity", "needed": 1.034, "cost": 0.034, "peak_load": 0.78 },
            { "rule": "target", "needed": 0.8213, "cost": 0.03, "peak_load": 0.8213 },
            { "rule": "days", "needed": 5, "cost": 0.25, "peak_load": 0.79 },
            { "rule": "per_window", "needed": 7, "cost": 0.4, "peak_load": 0.78 },
            { "rule": "locked", "needed": null, "cost": 0.05, "peak_load": 0.77 },
            { "rule": "together", "needed": null, "cost": 1.0, "peak_load": 0.76 },
            { "rule": "ages", "needed": null, "cost": 0.9, "peak_load": 0.75 },
            { "rule": "pilot", "needed": null, "cost": 0.002, "peak_load": 0.74 },
            { "rule": "openings", "needed": null, "cost": null, "peak_load": 0.73 }
        ]
    })
}

#[test]
fn an_answer_in_full_says_chance_bound_and_every_change_that_would_do() {
    let mut subject = begun();
    set(&mut *subject, "chance", "0.9");
    let panel = tell(&mut *subject, &full());
    says(
        &panel,
        &[
            "The target is held in 350 of 400 draws over the ranges (88%). That is less than the 90% you asked for.",
            "In 90% of the draws the load stays at or below 81.1%.",
            "It is proved that no timetable brings that below 79%.",
            "within 2.66% of the best there is",
            "Chance to hold the target: 88% (84%–91%)",
            "1.04 times the capacity: at Identity check 13.8/s in place of 13.3/s. The peak load is 78% then.",
            "Raise the target load from 80% to 82.2%.",
            "Use up to 5 days.",
            "Allow 7 cohorts in a window.",
            "Give up the rule “Windows whose cohorts stay”. The peak load is 77% then. It touches 5% of the members.",
            "Give up the rule “Each region in one window”.",
            "Give up the rule “Order of ages within a region”.",
            "Give up the rule “Pilot cohort”.",
            "Give up the rule “hours, days and gaps of the windows”.",
        ],
    );
    assert_eq!(actions(&panel), ["put", "put-new"]);
}

#[test]
fn what_is_proved_is_said_with_the_points_that_are_left() {
    let mut answer = full();
    for field in ["chance", "relief", "reliefs"] {
        answer.as_object_mut().unwrap().remove(field);
    }
    answer["verdict"] = json!("holds");
    let panel = tell(&mut *begun(), &answer);
    says(
        &panel,
        &[
            "Peak load 67.4%. It is proved that no timetable is below 66.9%: at most 0.5 points are left.",
            "within 0.68% of the best there is",
            "Among timetables in which nobody waits none is below 67.35%; this one is within 0.14% of that.",
            "→ 67.4%",
            "Days used: 5 days → 4 days",
            "Cohorts that move: 0 of 112",
        ],
    );
    assert!(!said(&panel).contains(words(LANGUAGE).relief.heading));
}

#[test]
fn an_answer_without_most_of_its_fields_is_shown_all_the_same() {
    let answer = json!({ "goal": "lowest-peak", "plan": file(&plan()), "peak_load": 0.7, "verdict": "holds" });
    let panel = tell(&mut *begun(), &answer);
    says(&panel, &["Peak load 70%.", words(LANGUAGE).answer.no_bound]);
    for answer in [json!({ "goal": "lowest-peak" }), json!({ "goal": "trade-off" }), json!({ "goal": "moves" })] {
        let panel = tell(&mut *begun(), &answer);
        assert!(!actions(&panel).contains(&"put"), "{answer}");
    }
}

#[test]
fn every_hindrance_is_said_with_what_to_do() {
    let answer = &words(LANGUAGE).answer;
    for (hindrance, said) in [("nothing-to-plan", answer.nothing_to_plan), ("locked-nowhere", answer.locked_nowhere)] {
        let told = json!({ "goal": "lowest-peak", "plan": null, "hindrance": hindrance, "cohort": 4, "relief": null });
        let mut subject = begun();
        let options = asked(&mut *subject);
        // Searching longer would not help.
        assert_eq!(subject.told(&options, &told.to_string()), Outcome::Shown);
        says(&subject.panel(LANGUAGE), &[said]);
    }
    let told = json!({ "goal": "lowest-peak", "plan": null, "hindrance": "no-timetable", "relief": null });
    says(&tell(&mut *begun(), &told), &[answer.no_timetable, words(LANGUAGE).relief.none]);
    // As it was answered before there was a list.
    let told = json!({
        "goal": "lowest-peak", "plan": null, "hindrance": "no-timetable",
        "relief": { "rule": "per_window", "per_window": 5, "peak_load": 0.9 }
    });
    says(&tell(&mut *begun(), &told), &["Allow 5 cohorts in a window. The peak load is 90% then."]);
}

#[test]
fn a_change_that_would_do_is_tried_by_its_button() {
    let told = |reliefs: Value| {
        let mut answer = full();
        answer["reliefs"] = reliefs;
        answer
    };
    let mut subject = begun();
    set(&mut *subject, "per-window", "4");
    tell(&mut *subject, &told(json!([{ "rule": "per_window", "needed": 7, "peak_load": 0.7 }])));
    let (options, base) = options_of(take(&mut *subject, "try-0"));
    assert!(options.contains(r#""per_window":7"#) && options.contains("quick") && base.is_none(), "{options}");

    let mut subject = begun();
    set(&mut *subject, "together", "true");
    tell(&mut *subject, &told(json!([{ "rule": "together", "peak_load": 0.7 }])));
    assert!(options_of(take(&mut *subject, "try-0")).0.contains(r#""together":false"#));

    // Another capacity is searched in a plan of its own.
    let mut subject = begun();
    tell(&mut *subject, &told(json!([{ "rule": "capacity", "needed": 1.5, "peak_load": 0.7 }])));
    let (options, base) = options_of(take(&mut *subject, "try-0"));
    let base = base.unwrap();
    assert_eq!(base.journey[1].rate.unwrap().get(), 1.5 * plan().journey[1].rate.unwrap().get());
    says(&subject.panel(LANGUAGE), &["1.5 times the capacity"]);
    let (_, again) = options_of(subject.told(&options, &full().to_string()));
    assert_eq!(again, Some(base));
    assert_eq!(take(&mut *subject, "back"), Outcome::Stopped);
    assert!(options_of(take(&mut *subject, "compute")).1.is_none());
}

#[test]
fn the_fewest_days_are_said_with_their_proof_and_taken_over() {
    let mut subject = begun_for("fewest-days");
    let panel = answered(&mut *subject);
    says(&panel, &["4 days do. The peak load is", "It is proved that with one day less", "Days used: 5 days → 4 days"]);
    let Outcome::Plan { plan: found, .. } = take(&mut *subject, "put") else { panic!() };
    assert_eq!(Plan { windows: plan().windows, ..(*found).clone() }, plan());
    assert!(found.windows.len() < plan().windows.len());
    assert!(matches!(take(&mut *subject, "put-new"), Outcome::NewPlan { .. }));
}

#[test]
fn days_that_do_not_do_are_no_success() {
    let mut answer = full();
    answer["goal"] = json!("fewest-days");
    answer["chance"] = Value::Null;
    answer["verdict"] = json!("breaks");
    let panel = tell(&mut *begun_for("fewest-days"), &answer);
    says(&panel, &[words(LANGUAGE).answer.too_few_windows, "Raise the target load"]);
    answer["verdict"] = json!("holds");
    answer["days_at_least"] = json!(2);
    let panel = tell(&mut *begun_for("fewest-days"), &answer);
    says(&panel, &["4 days do.", "What is proved is that fewer than 2 days cannot do"]);
}

#[test]
fn capacities_and_show_ups_are_said_in_their_units() {
    let mut subject = begun_for("least-capacity");
    let panel = answered(&mut *subject);
    says(&panel, &["Identity check | 13.33/s (48,000/h) | 11.", "What this timetable needs: Identity check 11."]);
    assert_eq!(actions(&panel), ["put-new"]);
    assert!(matches!(take(&mut *subject, "put-new"), Outcome::NewPlan { .. }));
    let panel = answered(&mut *begun_for("highest-show-up"));
    says(&panel, &["grows from 40% to ", "some slot misses it", words(LANGUAGE).inverse.likely]);
    let told = json!({ "goal": "highest-show-up", "chance": 0.9, "times": 0.5, "fails_at_times": 0.51, "plan": null });
    says(&tell(&mut *begun_for("highest-show-up"), &told), &["only down at 20%", "in 90% of the draws"]);
    let told =
        json!({ "goal": "highest-show-up", "chance": null, "times": null, "fails_at_times": null, "plan": null });
    says(&tell(&mut *begun_for("highest-show-up"), &told), &[words(LANGUAGE).inverse.never_holds]);
}
