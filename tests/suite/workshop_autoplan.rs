//! The panel of a plan that plans itself: what it asks, and what it says of every answer that there can be.

mod answers;
mod curves;
mod on_the_page;
mod reasons;

use serde_json::{Value, json};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::{CheckedPlan, Plan};
use stagger::text::Language;
use stagger::text::workshop::autoplan::words;
use stagger::wire::plan_file;
use stagger::worker::schedule_of_plan;
use stagger::workshop::{Block, Outcome, Panel, Step, Subject, begin};

const LANGUAGE: Language = Language::English;

fn plan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

fn begun() -> Box<dyn Subject> {
    begin("autoplan", plan(), &[], LANGUAGE, |_, _, _| None).unwrap()
}

fn begun_for(goal: &str) -> Box<dyn Subject> {
    let mut subject = begun();
    set(&mut *subject, "goal", goal);
    subject
}

fn set(subject: &mut dyn Subject, field: &str, value: &str) -> Outcome {
    subject.step(Step::Set { field: field.to_owned(), value: value.to_owned() }, LANGUAGE)
}

fn take(subject: &mut dyn Subject, action: &str) -> Outcome {
    subject.step(Step::Take { action: action.to_owned() }, LANGUAGE)
}

/// The options of a question, and the plan where it is not the one in hand.
fn options_of(outcome: Outcome) -> (String, Option<Box<Plan>>) {
    match outcome {
        Outcome::Asked { question, options, plan } => {
            assert_eq!(question, "schedule");
            (options, plan)
        }
        other => panic!("{other:?}"),
    }
}

fn asked(subject: &mut dyn Subject) -> String {
    options_of(take(subject, "compute")).0
}

/// Tells an answer to the search, as the first and as the last one.
fn tell(subject: &mut dyn Subject, answer: &Value) -> Panel {
    let options = asked(subject);
    if let Outcome::Asked { options, .. } = subject.told(&options, &answer.to_string()) {
        assert_eq!(subject.told(&options, &answer.to_string()), Outcome::Shown);
    }
    subject.panel(LANGUAGE)
}

/// The answer of the engine itself.
fn answered(subject: &mut dyn Subject) -> Panel {
    let mut options = asked(subject);
    loop {
        let answer = schedule_of_plan(&CheckedPlan::new(plan()).unwrap(), &options).unwrap();
        match subject.told(&options, &answer) {
            Outcome::Asked { options: full, .. } => options = full,
            _ => return subject.panel(LANGUAGE),
        }
    }
}

fn file(plan: &Plan) -> Value {
    serde_json::from_str(&plan_file::write(plan)).unwrap()
}

fn all(blocks: &[Block]) -> Vec<&Block> {
    fn inner(block: &Block) -> Vec<&Block> {
        match block {
            Block::Beside { asked, answered, .. } => asked.iter().chain(answered).flat_map(inner).collect(),
            Block::More { blocks, .. } => blocks.iter().flat_map(inner).collect(),
            block => vec![block],
        }
    }
    blocks.iter().flat_map(inner).collect()
}

fn said(panel: &Panel) -> String {
    let text = |block: &Block| match block {
        Block::Lead(lead) => format!("{} ({})", lead.text, lead.note),
        Block::Said(line) => line.text.clone(),
        Block::Progress(progress) => progress.label.clone(),
        Block::Facts(facts) => {
            facts.iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect::<Vec<_>>().join("; ")
        }
        Block::Table(table) => table.rows.iter().map(|row| row.cells.join(" | ")).collect::<Vec<_>>().join("; "),
        _ => String::new(),
    };
    all(&panel.blocks).into_iter().map(text).collect::<Vec<_>>().join(" / ")
}

fn says(panel: &Panel, parts: &[&str]) {
    let said = said(panel);
    for part in parts {
        assert!(said.contains(part), "{part:?} is not in {said:?}");
    }
}

fn actions(panel: &Panel) -> Vec<&str> {
    panel.actions.iter().map(|action| action.name.as_str()).collect()
}

/// Names of what can be done within the panel.
fn inner_actions(panel: &Panel) -> Vec<&str> {
    let blocks = all(&panel.blocks).into_iter();
    let actions = blocks.filter_map(|block| match block {
        Block::Actions(actions) => Some(actions),
        _ => None,
    });
    actions.flatten().map(|action| action.name.as_str()).collect()
}

fn faults(panel: &Panel) -> Vec<(&str, &str)> {
    let fields = panel.fields().into_iter();
    fields.filter_map(|field| Some((field.name.as_str(), field.fault.as_deref()?))).collect()
}

#[test]
fn every_rule_is_asked_for() {
    let mut subject = begun();
    let fields = [
        ("together", "true"),
        ("ages", "youngest-first"),
        ("per-window", "3"),
        ("pilot", "5"),
        ("hours-from", "9"),
        ("hours-to", "24:00"),
        ("quiet-days", "1 3"),
        ("windows-per-day", "6"),
        ("gap", "30"),
        ("stay", "0 2"),
        ("chance", "0.95"),
    ];
    for (field, value) in fields {
        set(&mut *subject, field, value);
    }
    let options: Value = serde_json::from_str(&asked(&mut *subject)).unwrap();
    let windows = plan().windows;
    let locked: Vec<usize> = windows[0].cohorts.iter().chain(&windows[2].cohorts).copied().collect();
    let expected = json!({
        "goal": "lowest-peak", "chance": 0.95, "together": true, "ages": "youngest-first", "per_window": 3, "pilot": 5,
        "locked": locked, "hours": ["09:00", "00:00"], "quiet_days": ["2022-04-02", "2022-04-04"],
        "windows_per_day": 6, "gap_min": 30, "quick": true
    });
    assert_eq!(options, expected);
    let mut subject = begun_for("fewest-days");
    set(&mut *subject, "days-most", "3");
    let options: Value = serde_json::from_str(&asked(&mut *subject)).unwrap();
    assert_eq!((&options["days_most"], &options["chance"]), (&json!(3), &Value::Null));
    let options: Value = serde_json::from_str(&asked(&mut *begun_for("least-capacity"))).unwrap();
    assert_eq!(options, json!({ "goal": "least-capacity", "chance": null }));
}

#[test]
fn every_goal_and_rule_has_a_field_with_its_words() {
    for goal in ["lowest-peak", "fewest-days", "least-capacity", "highest-show-up", "trade-off"] {
        for language in Language::ALL {
            let panel = begun_for(goal).panel(language);
            let names: Vec<&str> = panel.fields().iter().map(|field| field.name.as_str()).collect();
            assert_eq!(names.contains(&"days-most"), matches!(goal, "fewest-days" | "trade-off"));
            assert_eq!(names.contains(&"chance"), goal != "trade-off");
            let deals = matches!(goal, "lowest-peak" | "fewest-days" | "trade-off");
            for rule in ["together", "ages", "per-window", "pilot", "hours-from", "quiet-days", "gap", "stay"] {
                assert_eq!(names.contains(&rule), deals, "{goal} {rule}");
            }
            assert!(panel.fields().iter().all(|field| !field.label.is_empty()));
        }
    }
}

#[test]
fn what_cannot_be_used_is_said_beside_its_field_and_asks_nothing() {
    let ask = &words(LANGUAGE).ask;
    for (field, value, fault) in [
        ("per-window", "many", ask.not_a_count),
        ("windows-per-day", "0", ask.not_a_count),
        ("gap", "-1", ask.not_minutes),
        ("hours-from", "25:00", ask.not_a_time),
    ] {
        let mut subject = begun();
        set(&mut *subject, field, value);
        assert_eq!(take(&mut *subject, "compute"), Outcome::Shown);
        let panel = subject.panel(LANGUAGE);
        assert_eq!(faults(&panel), [(field, fault)]);
        assert!(actions(&panel).is_empty());
        says(&panel, &[words(LANGUAGE).mend_first]);
    }
    let mut subject = begun();
    set(&mut *subject, "hours-from", "09:00");
    assert_eq!(faults(&subject.panel(LANGUAGE)), [("hours-to", ask.hours_both)]);
    set(&mut *subject, "hours-to", "08:00");
    assert_eq!(faults(&subject.panel(LANGUAGE)), [("hours-to", ask.hours_apart)]);
    set(&mut *subject, "hours-to", "18:00");
    assert!(faults(&subject.panel(LANGUAGE)).is_empty());
    let mut subject = begun_for("trade-off");
    set(&mut *subject, "days-most", "93");
    assert_eq!(faults(&subject.panel(LANGUAGE)).len(), 1);
}

#[test]
fn an_answer_to_an_earlier_question_is_not_shown_and_a_search_that_fell_over_can_be_repeated() {
    let mut subject = begun();
    let options = asked(&mut *subject);
    says(&subject.panel(LANGUAGE), &[words(LANGUAGE).under_way]);
    assert_eq!(set(&mut *subject, "goal", "fewest-days"), Outcome::Stopped);
    let panel = subject.panel(LANGUAGE);
    subject.told(&options, "{}");
    assert_eq!(subject.panel(LANGUAGE), panel);
    let options = asked(&mut *subject);
    subject.told(&options, "");
    let panel = subject.panel(LANGUAGE);
    says(&panel, &[words(LANGUAGE).interrupted]);
    assert_eq!(actions(&panel), ["compute"]);
}

#[test]
fn a_first_answer_is_marked_and_stays_when_the_search_is_stopped() {
    let words = words(LANGUAGE);
    let mut subject = begun();
    let first = json!({
        "goal": "lowest-peak", "plan": file(&plan()), "verdict": "holds", "peak_load": 0.7,
        "bound": { "peak_load": 0.66, "gap": 0.06 }
    });
    let options = asked(&mut *subject);
    let (full, plan) = options_of(subject.told(&options, &first.to_string()));
    assert_eq!((full.contains("quick"), plan), (false, None));
    let panel = subject.panel(LANGUAGE);
    says(&panel, &[words.first_under_way, words.is_first, "Peak load 70%."]);
    assert_eq!(actions(&panel), ["put", "put-new"]);
    // Stopped by its button, or by closing the panel.
    assert_eq!(take(&mut *subject, "stop"), Outcome::Stopped);
    let stopped = subject.panel(LANGUAGE);
    subject.told(&full, "");
    assert_eq!(subject.panel(LANGUAGE), stopped);
    says(&stopped, &[words.stopped, "Peak load 70%."]);
    assert_eq!(actions(&stopped), ["put", "put-new", "compute-on"]);
    let (again, _) = options_of(take(&mut *subject, "compute-on"));
    assert_eq!(again, full);
    subject.told(&again, "");
    says(&subject.panel(LANGUAGE), &[words.stopped, "Peak load 70%."]);
    let better = json!({
        "goal": "lowest-peak", "plan": file(&super::workshop_autoplan::plan()), "verdict": "holds", "peak_load": 0.68
    });
    let (again, _) = options_of(take(&mut *subject, "compute-on"));
    assert_eq!(subject.told(&again, &better.to_string()), Outcome::Shown);
    let panel = subject.panel(LANGUAGE);
    says(&panel, &["Peak load 68%."]);
    assert!(!said(&panel).contains(words.is_first) && !said(&panel).contains(words.stopped));
}

#[test]
fn what_is_proved_to_be_the_best_is_not_searched_for_any_longer() {
    let mut subject = begun();
    let options = asked(&mut *subject);
    let best = json!({
        "goal": "lowest-peak", "plan": file(&plan()), "verdict": "holds", "peak_load": 0.7,
        "bound": { "peak_load": 0.7, "gap": 0.0 }
    });
    assert_eq!(subject.told(&options, &best.to_string()), Outcome::Shown);
    says(&subject.panel(LANGUAGE), &["It is proved that no timetable is lower.", words(LANGUAGE).answer.optimal]);
}
