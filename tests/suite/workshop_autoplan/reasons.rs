//! Why a cohort is where it is, and the moves that gain most.

use super::*;

fn why(elsewhere: Value) -> Value {
    json!({
        "model": 1, "goal": "why", "cohort": 5, "window": 0, "peak_load": 0.7, "verdict": "holds",
        "elsewhere": elsewhere
    })
}

fn other(window: usize, peak: f64, rule: Option<&str>) -> Value {
    json!({ "window": window, "peak_load": peak, "verdict": "at-risk", "breaks_rule": rule })
}

/// Asks why, of the plan in hand, and tells this.
fn explained(answer: &Value) -> Panel {
    let mut subject = begun();
    set(&mut *subject, "why-cohort", "5");
    let (options, asked_of) = options_of(take(&mut *subject, "why"));
    let asked: Value = serde_json::from_str(&options).unwrap();
    assert_eq!((&asked["goal"], &asked["cohort"]), (&json!("why"), &json!(5)));
    assert_eq!(asked_of.as_deref(), Some(&plan()));
    says(&subject.panel(LANGUAGE), &[words(LANGUAGE).reasons.under_way]);
    subject.told(&options, &answer.to_string());
    subject.panel(LANGUAGE)
}

#[test]
fn why_a_cohort_is_here_is_said_in_a_sentence_and_a_table() {
    let panel = explained(&why(json!([other(0, 0.7, None), other(1, 0.72, None), other(2, 0.75, Some("per_window"))])));
    says(
        &panel,
        &[
            "; the peak load of the whole plan is 70%.",
            "Moved alone, it would raise the peak wherever it went: least in",
            "by 2 points",
            "| 70.0% | here now | At risk | ",
            "| 72.0% | +2 points | At risk | ",
            "| 75.0% | +5 points | At risk | Most cohorts in a window",
        ],
    );
}

#[test]
fn a_better_place_is_named_and_so_is_the_rule_that_forbids_one() {
    let panel = explained(&why(json!([other(0, 0.7, None), other(1, 0.66, None), other(2, 0.6, Some("ages"))])));
    says(
        &panel,
        &[
            "the peak would fall from 70% to 66%",
            "it would be down to 60%, but that is against the rule “Order of ages within a region”",
        ],
    );
    let panel = explained(&why(json!([other(0, 0.7, None), other(1, 0.7, None)])));
    says(&panel, &["lowers the peak nowhere"]);
    let panel = explained(&why(json!([other(1, 0.8, Some("locked"))])));
    says(&panel, &[words(LANGUAGE).reasons.all_forbidden]);
}

#[test]
fn the_moves_that_gain_most_are_said_one_by_one_and_can_be_used() {
    let mut subject = begun();
    let (options, _) = options_of(take(&mut *subject, "moves"));
    let told = json!({
        "goal": "moves", "peak_load": 0.72, "verdict": "holds", "plan": file(&plan()),
        "moves": [
            { "cohort": 5, "from": 0, "to": 7, "against": 9, "peak_load": 0.71, "verdict": "holds" },
            { "cohort": 6, "from": 1, "to": 8, "against": null, "peak_load": 0.7, "verdict": "holds" }
        ]
    });
    subject.told(&options, &told.to_string());
    let panel = subject.panel(LANGUAGE);
    says(&panel, &["Swap ", "peak load 72% → 71%", "Move ", "peak load 71% → 70%"]);
    assert_eq!(inner_actions(&panel), ["why", "moves", "use-moves", "use-moves-new"]);
    let Outcome::Plan { plan: used, .. } = take(&mut *subject, "use-moves") else { panic!() };
    assert_eq!(*used, plan());
    let (options, _) = options_of(take(&mut *subject, "moves"));
    let none = json!({ "goal": "moves", "peak_load": 0.72, "verdict": "holds", "moves": [], "plan": null });
    subject.told(&options, &none.to_string());
    let panel = subject.panel(LANGUAGE);
    says(&panel, &[words(LANGUAGE).reasons.no_moves]);
    assert_eq!(inner_actions(&panel), ["why", "moves"]);
}

#[test]
fn what_was_found_is_explained_and_not_the_plan_in_hand() {
    let mut subject = begun();
    let mut found = plan();
    let windows = std::sync::Arc::make_mut(&mut found.windows);
    let cohort = windows[0].cohorts.remove(0);
    windows[1].cohorts.push(cohort);
    let answer = json!({ "goal": "lowest-peak", "plan": file(&found), "peak_load": 0.7, "verdict": "holds" });
    tell(&mut *subject, &answer);
    let (options, asked_of) = options_of(take(&mut *subject, "why"));
    assert_eq!(asked_of.as_deref(), Some(&found));
    // A question that fell over can be asked again; one about another cohort is wanted no more.
    subject.told(&options, "");
    says(&subject.panel(LANGUAGE), &[words(LANGUAGE).reasons.interrupted]);
    options_of(take(&mut *subject, "why"));
    assert_eq!(set(&mut *subject, "why-cohort", "9"), Outcome::Stopped);
}
