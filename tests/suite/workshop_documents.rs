//! The subject `documents` of the workshop: what it offers, what it asks the office, and what it says of the answer.

use serde_json::{Value, json};
use stagger::export::Material;
use stagger::export::documents::{Document, Refusal, Request, document};
use stagger::forecast::Verdict;
use stagger::library::busan::Example;
use stagger::plan::{CheckedPlan, Plan};
use stagger::risk::{Sampling, report, screened};
use stagger::text::Language;
use stagger::text::workshop::documents::words;
use stagger::wire::plan_file;
use stagger::wire::risk::{Precision, read_summary, write};
use stagger::wire::simulation::read_breaks;
use stagger::workshop::{Block, Outcome, Panel, Step, Subject, begin};

use crate::import::decode;
use crate::report::example;

fn subject(plan: Plan, language: Language) -> Box<dyn Subject> {
    begin("documents", plan, &[], language, decode).unwrap()
}

fn offers(panel: &Panel) -> Vec<String> {
    let of = |block: &Block| match block {
        Block::Offers(offers) => offers.iter().map(|offer| offer.action.name.clone()).collect(),
        _ => Vec::new(),
    };
    panel.blocks.iter().flat_map(of).collect()
}

fn says(panel: &Panel, text: &str) -> bool {
    panel.blocks.iter().any(|block| matches!(block, Block::Said(line) if line.text == text))
}

fn take(subject: &mut dyn Subject, action: &str) -> Option<String> {
    match subject.step(Step::Take { action: action.to_owned() }, Language::English) {
        Outcome::Asked { question, options, .. } => {
            assert_eq!(question, "askOffice");
            Some(options)
        }
        Outcome::Shown => None,
        other => panic!("{other:?}"),
    }
}

fn set(subject: &mut dyn Subject, field: &str, value: &str) {
    let step = Step::Set { field: field.to_owned(), value: value.to_owned() };
    assert_eq!(subject.step(step, Language::English), Outcome::Shown);
}

#[test]
fn whatever_is_offered_the_office_can_make() {
    for language in Language::ALL {
        let plan = example(Example::DayAsItWas, language);
        let text = plan_file::write(&plan);
        let mut subject = subject(plan, language);
        let all = offers(&subject.panel(language));
        let files = if language == Language::Korean { ["hwpx", "docx"] } else { ["docx", "hwpx"] };
        let others = ["xlsx", "csv", "copy-table", "svg", "png", "copy-picture", "k6", "profile", "plan"];
        assert_eq!(all, [&["report"], &files[..], &others].concat());
        for action in &all {
            let Outcome::Asked { options, .. } = subject.step(Step::Take { action: action.clone() }, language) else {
                panic!("{action} asks nothing")
            };
            let request = Request::read(&options);
            assert_eq!(request.language, language);
            match document(&text, &request).unwrap() {
                Document::WaitsForSimulation => panic!("{action} waits, though the page would not simulate so many"),
                Document::View(text) => assert!(text.len() > 10_000),
                Document::Text { text, .. } => assert!(text.len() > 500),
                Document::Bytes { bytes, .. } => assert!(bytes.starts_with(b"PK")),
                Document::Pasted(pasted) => assert!(pasted.html.len() > pasted.text.len() && pasted.text.len() > 500),
                Document::Painting { pixels, .. } => assert!(pixels.0 > 1_000),
                Document::Draft(draft) => assert!(draft.paintings().iter().all(|painting| painting.pixels.0 > 2_000)),
            }
        }
    }
}

#[test]
fn every_picture_and_table_that_can_be_chosen_is_there() {
    let plan = example(Example::Staggered, Language::English);
    let text = plan_file::write(&plan);
    let mut subject = subject(plan, Language::English);
    let panel = subject.panel(Language::English);
    let mut chosen = 0;
    for (field, action) in [("picture", "svg"), ("table", "csv")] {
        let fields = panel.fields();
        let known = fields.iter().find(|known| known.name == field).unwrap();
        let stagger::workshop::Kind::Choice { options, .. } = &known.kind else { panic!("{known:?}") };
        for (value, _) in options.clone() {
            set(subject.as_mut(), field, &value);
            let options = take(subject.as_mut(), action).unwrap();
            assert!(document(&text, &Request::read(&options)).is_ok(), "{value}");
            chosen += 1;
        }
    }
    assert_eq!(chosen, 1 + 4 * 3 + 4 + 4);
}

#[test]
fn a_width_that_is_none_is_said_and_asks_nothing() {
    let words = words(Language::English);
    let mut subject = subject(example(Example::Staggered, Language::English), Language::English);
    for width in ["", "12", "many", "9999", "NaN"] {
        set(subject.as_mut(), "width", width);
        let panel = subject.panel(Language::English);
        let fault = panel.fields().into_iter().find(|field| field.name == "width").unwrap().fault.clone();
        assert_eq!(fault.as_deref(), Some(words.width_fault), "{width}");
        assert_eq!(take(subject.as_mut(), "png"), None);
    }
    set(subject.as_mut(), "width", "210");
    let options: Value = serde_json::from_str(&take(subject.as_mut(), "png").unwrap()).unwrap();
    assert_eq!(options["width_mm"], "210");
}

#[test]
fn what_came_of_it_is_said_and_an_earlier_answer_is_no_news() {
    let words = words(Language::English);
    let mut subject = subject(example(Example::Staggered, Language::English), Language::English);
    let first = take(subject.as_mut(), "xlsx").unwrap();
    assert!(says(&subject.panel(Language::English), words.making));
    let second = take(subject.as_mut(), "k6").unwrap();
    let saved = json!({ "kind": "file", "name": "a.xlsx", "bytes": 1_234_567, "took": 1 }).to_string();
    subject.told(&first, &saved);
    assert!(says(&subject.panel(Language::English), words.making));
    subject.told(&second, &saved);
    assert!(says(&subject.panel(Language::English), "Saved: a.xlsx (1.2 MB)"));
    for (answer, said) in [
        ("", words.failed),
        ("{\"kind\":\"view\"}", words.shown),
        ("{\"kind\":\"copied\"}", words.copied),
        ("{\"kind\":\"refused\"}", words.refused),
        (&json!({ "kind": Refusal::TooLong.to_string() }).to_string(), words.too_long),
        (&json!({ "kind": Refusal::TooLarge.to_string() }).to_string(), words.too_large),
    ] {
        let options = take(subject.as_mut(), "xlsx").unwrap();
        subject.told(&options, answer);
        assert!(says(&subject.panel(Language::English), said), "{answer}");
    }
}

#[test]
fn a_plan_with_faults_can_be_saved_and_nothing_else() {
    let plan = Plan { days: 0, ..example(Example::Staggered, Language::English) };
    let mut subject = subject(plan, Language::English);
    assert_eq!(offers(&subject.panel(Language::English)), ["plan"]);
    assert!(says(&subject.panel(Language::English), words(Language::English).faults));
    assert_eq!(take(subject.as_mut(), "report"), None);
    assert!(take(subject.as_mut(), "plan").is_some());
}

#[test]
fn a_verdict_that_chance_may_turn_waits_for_a_simulation() {
    let mut plan = example(Example::DayAsItWas, Language::English);
    let counts = &mut std::sync::Arc::make_mut(&mut plan.members).counts;
    counts.iter_mut().flatten().for_each(|count| *count /= 10);
    let text = plan_file::write(&plan);
    for (name, waits) in [("report", true), ("svg", true), ("xlsx", true), ("k6", false), ("plan", false)] {
        let asked = json!({ "document": name, "name": "slots" }).to_string();
        let made = document(&text, &Request::read(&asked)).unwrap();
        assert_eq!(made == Document::WaitsForSimulation, waits, "{name}");
        let again = Request { simulation: "none".to_owned(), ..Request::read(&asked) };
        assert_ne!(document(&text, &again).unwrap(), Document::WaitsForSimulation);
    }
}

#[test]
fn what_breaks_in_simulated_runs_comes_back_and_is_at_risk_in_the_documents() {
    let checked = CheckedPlan::new(example(Example::Staggered, Language::English)).unwrap();
    let answer = stagger::wire::simulation::of_plan(&checked, "{\"runs\":2}");
    let estimates = read_breaks(&answer).unwrap();
    assert_eq!((estimates.replications, estimates.slots.len()), (2, checked.plan().windows.len() + 2));
    assert!(estimates.slots.iter().all(|slot| slot.breaks == 0));
    let mut answer: Value = serde_json::from_str(&answer).unwrap();
    answer["slots"][3]["breaks"] = json!(0.5);
    let estimates = read_breaks(&answer.to_string());
    assert_eq!(estimates.as_ref().unwrap().slots[3].breaks, 1);
    let material = Material::with_simulation(checked, None, estimates, Language::English, None);
    let verdicts: Vec<Verdict> = material.forecast.slots.iter().map(|slot| slot.verdict).collect();
    assert_eq!(verdicts.iter().filter(|verdict| **verdict == Verdict::AtRisk).count(), 1);
    assert_eq!(verdicts[3], Verdict::AtRisk);
    assert_eq!(read_breaks("none"), None);
}

#[test]
fn the_summary_of_a_risk_comes_back_from_its_answer() {
    for which in Example::ALL {
        let checked = CheckedPlan::new(example(which, Language::English)).unwrap();
        let report = report(&checked, Sampling { seed: 1, draws: 40 }, &[], &screened);
        assert_eq!(read_summary(&write(&report, Precision::Screening)).unwrap(), report.summary);
    }
    assert_eq!(read_summary(""), None);
    assert_eq!(read_summary("{\"runs\":10,\"refused\":11}"), None);
}
