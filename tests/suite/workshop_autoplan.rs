//! The panel of a plan that plans itself.

use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::{CheckedPlan, Plan};
use stagger::text::Language;
use stagger::text::workshop::autoplan::words;
use stagger::worker::schedule_of_plan;
use stagger::workshop::{Block, Outcome, Panel, Step, Subject, begin};

const LANGUAGE: Language = Language::English;

fn plan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

fn begun() -> Box<dyn Subject> {
    begin("autoplan", plan(), &[], LANGUAGE, |_, _, _| None).unwrap()
}

fn set(subject: &mut dyn Subject, field: &str, value: &str) {
    subject.step(Step::Set { field: field.to_owned(), value: value.to_owned() }, LANGUAGE);
}

fn take(subject: &mut dyn Subject, action: &str) -> Outcome {
    subject.step(Step::Take { action: action.to_owned() }, LANGUAGE)
}

/// The options that were asked.
fn asked(subject: &mut dyn Subject) -> String {
    match take(subject, "compute") {
        Outcome::Asked { question, options } => {
            assert_eq!(question, "schedule");
            options
        }
        other => panic!("{other:?}"),
    }
}

fn answered(subject: &mut dyn Subject) -> Panel {
    let options = asked(subject);
    let answer = schedule_of_plan(&CheckedPlan::new(plan()).unwrap(), &options).unwrap();
    subject.told(&options, &answer);
    subject.panel(LANGUAGE)
}

fn said(panel: &Panel) -> String {
    let text = |block: &Block| match block {
        Block::Said(line) => line.text.clone(),
        Block::Facts(facts) => {
            facts.iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect::<Vec<_>>().join("; ")
        }
        Block::Table(table) => table.rows.iter().map(|row| row.cells.join(" | ")).collect::<Vec<_>>().join("; "),
        _ => String::new(),
    };
    panel.blocks.iter().map(text).collect::<Vec<_>>().join(" / ")
}

#[test]
fn the_fewest_days_are_said_with_their_proof_and_taken_over() {
    let mut subject = begun();
    set(&mut *subject, "goal", "fewest-days");
    let said = said(&answered(&mut *subject));
    assert!(said.contains("Days used: 4 days") && said.contains("4 days do. It is proved"), "{said}");
    let Outcome::Plan { plan: found, .. } = take(&mut *subject, "put") else { panic!() };
    assert_eq!(Plan { windows: plan().windows, ..(*found).clone() }, plan());
    assert!(found.windows.len() < plan().windows.len());
    assert!(matches!(take(&mut *subject, "put-new"), Outcome::NewPlan { .. }));
}

#[test]
fn capacities_and_show_ups_are_said_in_their_units() {
    let mut subject = begun();
    set(&mut *subject, "goal", "least-capacity");
    let capacities = said(&answered(&mut *subject));
    assert!(capacities.contains("Identity check | 13.33/s (48,000/h) | 11."), "{capacities}");
    set(&mut *subject, "goal", "highest-show-up");
    let show_up = said(&answered(&mut *subject));
    assert!(show_up.contains("grows from 40% to "), "{show_up}");
}

#[test]
fn rules_are_asked_for_and_a_wrong_number_asks_nothing() {
    let mut subject = begun();
    for (field, value) in [("together", "true"), ("ages", "youngest-first"), ("per-window", "3"), ("stay", "0 2")] {
        set(&mut *subject, field, value);
    }
    let options: serde_json::Value = serde_json::from_str(&asked(&mut *subject)).unwrap();
    let windows = plan().windows;
    let locked: Vec<usize> = windows[0].cohorts.iter().chain(&windows[2].cohorts).copied().collect();
    let expected = serde_json::json!({
        "goal": "lowest-peak", "together": true, "ages": "youngest-first", "per_window": 3, "locked": locked
    });
    assert_eq!(options, expected);
    set(&mut *subject, "per-window", "many");
    assert_eq!(take(&mut *subject, "compute"), Outcome::Shown);
    let panel = subject.panel(LANGUAGE);
    let faults: Vec<_> = panel.fields().into_iter().filter_map(|field| field.fault.clone()).collect();
    assert_eq!(faults, [words(LANGUAGE).not_a_count]);
}

#[test]
fn an_answer_to_an_earlier_question_is_not_shown_and_a_search_that_fell_over_can_be_repeated() {
    let mut subject = begun();
    let options = asked(&mut *subject);
    assert!(said(&subject.panel(LANGUAGE)).contains(words(LANGUAGE).under_way));
    set(&mut *subject, "goal", "fewest-days");
    let panel = subject.panel(LANGUAGE);
    subject.told(&options, "{}");
    assert_eq!(subject.panel(LANGUAGE), panel);
    let options = asked(&mut *subject);
    subject.told(&options, "");
    let panel = subject.panel(LANGUAGE);
    assert!(said(&panel).contains(words(LANGUAGE).interrupted));
    assert_eq!(panel.actions[0].label, words(LANGUAGE).compute);
}

#[test]
fn what_stands_in_the_way_is_said() {
    let mut subject = begun();
    set(&mut *subject, "per-window", "2");
    let panel = answered(&mut *subject);
    assert!(said(&panel).contains(words(LANGUAGE).no_timetable));
    // 112 cohorts do not go into 25 windows by fours.
    let relief = "With 5 cohorts to a window, all else kept, there is a timetable, with a peak load of ";
    assert!(said(&panel).contains(relief), "{}", said(&panel));
    assert!(panel.actions.is_empty());
}
