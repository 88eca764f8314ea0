//! The subject that makes one capacity of what operators and providers say.

use stagger::library::{Wording, busan::Example};
use stagger::plan::{CheckedPlan, Plan, SourceKind};
use stagger::text::Language;
use stagger::workshop::{Block, Outcome, Panel, Row, Step, Subject, begin};

fn plan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

fn begun() -> Box<dyn Subject> {
    begin("capacity", plan(), &[], Language::English, |_, _, _| None).unwrap()
}

fn set(subject: &mut dyn Subject, fields: &[(&str, &str)]) -> Panel {
    for (field, value) in fields {
        let step = Step::Set { field: (*field).to_owned(), value: (*value).to_owned() };
        assert_eq!(subject.step(step, Language::English), Outcome::Shown);
    }
    subject.panel(Language::English)
}

fn rows(panel: &Panel) -> Vec<Row> {
    let rows = |block: &Block| if let Block::Table(table) = block { Some(table.rows.clone()) } else { None };
    panel.blocks.iter().find_map(rows).unwrap_or_default()
}

fn fault(panel: &Panel, name: &str) -> Option<String> {
    panel.fields().into_iter().find(|field| field.name == name).and_then(|field| field.fault.clone())
}

fn used(subject: &mut dyn Subject) -> Plan {
    match subject.step(Step::Take { action: "use".to_owned() }, Language::English) {
        Outcome::Plan { plan, .. } => *plan,
        other => panic!("{other:?}"),
    }
}

#[test]
fn concurrent_users_are_converted_only_once_it_is_said_who_is_counted() {
    let mut subject = begun();
    // The identity check takes 180 s.
    let panel = set(subject.as_mut(), &[("stage", "1"), ("figure-0", "50,000")]);
    assert!(fault(&panel, "unit-0").is_some() && rows(&panel).is_empty() && panel.actions.is_empty());

    let panel = set(subject.as_mut(), &[("unit-0", "at-once")]);
    assert!(fault(&panel, "counted-0").is_some() && rows(&panel).is_empty() && panel.actions.is_empty());
    let question = |block: &Block| matches!(block, Block::Copyable(question) if question.text.contains("50,000"));
    assert!(panel.blocks.iter().any(question));

    let panel = set(subject.as_mut(), &[("counted-0", "served")]);
    assert_eq!(rows(&panel)[0].cells[2..], ["278/s", "1,000,000/h", "50,000 people"]);

    let panel = set(subject.as_mut(), &[("counted-0", "waiting")]);
    assert!(fault(&panel, "wait-0").is_some() && panel.actions.is_empty());
    // 50,000 / (600 s + 180 s)
    let panel = set(subject.as_mut(), &[("wait-0", "10 min")]);
    assert_eq!(rows(&panel)[0].cells[2], "64.1/s");

    let panel = set(subject.as_mut(), &[("counted-0", "unknown")]);
    assert!(rows(&panel).is_empty() && panel.blocks.iter().any(question));
}

#[test]
fn the_smallest_limit_is_used_and_says_where_it_comes_from() {
    let mut subject = begun();
    set(
        subject.as_mut(),
        &[("stage", "1"), ("who-0", "own servers"), ("figure-0", "3,600 people"), ("counted-0", "served")],
    );
    subject.step(Step::Take { action: "add".to_owned() }, Language::English);
    let panel = set(subject.as_mut(), &[("who-1", "bureau"), ("figure-1", "48,000/h"), ("basis-1", "0.75")]);
    let rates: Vec<String> = rows(&panel).iter().map(|row| row.cells[2].clone()).collect();
    assert_eq!(rates, ["20/s", "10/s"]);
    let plan = used(subject.as_mut());
    let stage = &plan.journey[1];
    assert_eq!(stage.rate.map(|rate| rate.get()), Some(10.0));
    assert_eq!(stage.sessions, Some(3_600.0));
    let source = plan.sources.get("/journey/1/rate_per_s").unwrap();
    assert_eq!(source.kind, SourceKind::Reported);
    assert!(source.text.contains("bureau: 48,000/h tested × 75% = 36,000/h"), "{}", source.text);
    // What was said around the earlier value went with it.
    assert!(!plan.entered_as.contains_key("/journey/1/rate_per_s"));
    assert!(CheckedPlan::new(plan).is_ok());
}

#[test]
fn what_waits_beside_a_rate_is_a_rate_too_and_only_tests_are_measured() {
    let mut subject = begun();
    set(
        subject.as_mut(),
        &[
            ("stage", "1"),
            ("figure-0", "50,000 people"),
            ("counted-0", "waiting"),
            ("wait-0", "600"),
            ("basis-0", "0.5"),
        ],
    );
    let plan = used(subject.as_mut());
    assert_eq!(plan.journey[1].rate.map(|rate| rate.get()), Some(25_000.0 / 780.0));
    assert_eq!(plan.journey[1].sessions, Example::Staggered.plan(Wording::english).journey[1].sessions);
    assert_eq!(plan.sources.get("/journey/1/rate_per_s").unwrap().kind, SourceKind::Measured);
}

#[test]
fn nothing_and_nonsense_are_asked_anew_and_four_limits_are_the_most() {
    let mut subject = begun();
    assert_eq!(subject.step(Step::Take { action: "use".to_owned() }, Language::English), Outcome::Shown);
    for text in ["many", "0", "-3/s", "4만 8천"] {
        let panel = set(subject.as_mut(), &[("figure-0", text), ("unit-0", "second")]);
        assert!(fault(&panel, "figure-0").is_some() && panel.actions.is_empty(), "{text}");
    }
    for _ in 0..9 {
        subject.step(Step::Take { action: "add".to_owned() }, Language::English);
    }
    let limits = subject.panel(Language::Korean).fields().iter().filter(|field| field.name.starts_with("who-")).count();
    assert_eq!(limits, 4);
}
