//! The subject `requirements`: choices, edits that stay and are warned of, numbers without gaps, all of it in the file.

use stagger::library::busan::Example;
use stagger::plan::Plan;
use stagger::text::Language;
use stagger::text::workshop::documents;
use stagger::text::workshop::requirements::words;
use stagger::wire::requirements::{Start, read};
use stagger::wire::{fingerprint, link, plan_file};
use stagger::workshop::{Block, Clause, Kind, Outcome, Panel, Step, Subject, Tone, begin};

use crate::import::decode;
use crate::report::example;

const LANGUAGE: Language = Language::English;

fn begun(plan: &Plan) -> Box<dyn Subject> {
    begin("requirements", plan.clone(), &[], LANGUAGE, decode).unwrap()
}

/// The example with every assumption taken to be certain: no bands are waited for.
fn certain() -> Plan {
    Plan { ranges: Vec::new(), ..example(Example::Staggered, LANGUAGE) }
}

fn set(subject: &mut dyn Subject, field: &str, value: &str) -> Outcome {
    subject.step(Step::Set { field: field.to_owned(), value: value.to_owned() }, LANGUAGE)
}

fn take(subject: &mut dyn Subject, action: &str) -> Outcome {
    subject.step(Step::Take { action: action.to_owned() }, LANGUAGE)
}

fn kept(outcome: Outcome) -> Plan {
    match outcome {
        Outcome::Kept { plan, .. } => *plan,
        other => panic!("nothing was kept: {other:?}"),
    }
}

fn clauses(panel: &Panel) -> Vec<&Clause> {
    let of = |block: &'_ Block| if let Block::Clause(clause) = block { Some(clause.clone()) } else { None };
    assert!(panel.blocks.iter().filter_map(of).count() > 0);
    panel
        .blocks
        .iter()
        .filter_map(|block| if let Block::Clause(clause) = block { Some(&**clause) } else { None })
        .collect()
}

fn clause<'a>(panel: &'a Panel, name: &str) -> &'a Clause {
    clauses(panel).into_iter().find(|clause| clause.name == name).unwrap()
}

fn text(clause: &Clause) -> &str {
    match &clause.field.as_ref().unwrap().kind {
        Kind::Lines { text, .. } => text,
        other => panic!("{other:?}"),
    }
}

fn fault(panel: &Panel, name: &str) -> Option<String> {
    panel.fields().into_iter().find(|field| field.name == name).unwrap().fault.clone()
}

fn copied(panel: &Panel) -> Vec<&str> {
    let of = |block: &Block| matches!(block, Block::Copyable(_));
    let texts = panel.blocks.iter().filter(|block| of(block));
    texts.map(|block| if let Block::Copyable(copyable) = block { copyable.text.as_str() } else { "" }).collect()
}

#[test]
fn an_edit_stays_and_is_warned_of_where_what_is_computed_has_changed() {
    let words = words(LANGUAGE);
    let mut subject = begun(&certain());
    let before = subject.panel(LANGUAGE);
    let (first, second) =
        (text(clause(&before, "capacity-1")).to_owned(), text(clause(&before, "capacity-2")).to_owned());
    let mine = "The check shall begin at least 12 services per second.";
    let plan = kept(set(subject.as_mut(), "text-capacity-1", mine));
    assert_eq!(read(&plan).unwrap().edits.len(), 1);
    let panel = subject.panel(LANGUAGE);
    let edited = clause(&panel, "capacity-1");
    assert_eq!((text(edited), edited.tags.as_slice()), (mine, [words.edited.to_owned()].as_slice()));
    assert!(edited.lines.is_empty(), "nothing has changed yet");
    // Another headroom: the others are computed anew, this one stays and says so.
    set(subject.as_mut(), "headroom", "40");
    let panel = subject.panel(LANGUAGE);
    assert_ne!(text(clause(&panel, "capacity-2")), second);
    assert_eq!(clause(&panel, "capacity-2").figures[0].1, "9.7 people/s");
    let edited = clause(&panel, "capacity-1");
    assert_eq!((text(edited), edited.lines.len(), edited.lines[0].tone), (mine, 1, Tone::Caution));
    assert!(edited.lines[0].text.contains("14.8 people per second"), "{}", edited.lines[0].text);
    assert!(copied(&panel).iter().all(|text| text.contains(mine)));
    // It can be kept, or put back.
    take(subject.as_mut(), "keep:capacity-1");
    assert!(clause(&subject.panel(LANGUAGE), "capacity-1").lines.is_empty());
    take(subject.as_mut(), "back:capacity-1");
    set(subject.as_mut(), "headroom", "");
    let panel = subject.panel(LANGUAGE);
    assert_eq!(text(clause(&panel, "capacity-1")), first);
    assert!(clause(&panel, "capacity-1").tags.is_empty());
    // Blanks, and the computed words themselves, are no edit.
    set(subject.as_mut(), "text-waits", "Short.");
    set(subject.as_mut(), "text-waits", "  \n ");
    assert!(clause(&subject.panel(LANGUAGE), "waits").tags.is_empty());
}

#[test]
fn what_is_chosen_and_edited_is_in_the_file_and_in_no_link_or_fingerprint() {
    let plan = certain();
    let mut subject = begun(&plan);
    set(subject.as_mut(), "overshoot", "2");
    set(subject.as_mut(), "text-waits", "Nobody waits.");
    let kept = kept(take(subject.as_mut(), "leave:measurement"));
    let file = plan_file::read(&plan_file::write(&kept)).unwrap();
    assert_eq!(fingerprint::fingerprint(&file), fingerprint::fingerprint(&plan));
    assert_eq!(link::encode(&file), link::encode(&plan));
    let again = begun(&file).panel(LANGUAGE);
    assert_eq!(again.blocks, subject.panel(LANGUAGE).blocks);
    let numbers: Vec<&str> =
        clauses(&again).iter().filter_map(|clause| clause.heading.split_once(' ')).map(|(number, _)| number).collect();
    assert_eq!(numbers[..5], ["PER-001", "PER-002", "PER-003", "PER-004", "PER-005"]);
    assert!(!copied(&again)[0].contains("Measurement (") && copied(&again)[0].contains("Nobody waits."));
    // Everything put back is a plan that says nothing of it.
    set(subject.as_mut(), "overshoot", "1.4");
    set(subject.as_mut(), "text-waits", "");
    let last = match take(subject.as_mut(), "in:measurement") {
        Outcome::Kept { plan, .. } => *plan,
        other => panic!("{other:?}"),
    };
    assert!(!plan_file::write(&last).contains("requirements"));
}

#[test]
fn a_number_that_cannot_be_used_is_said_and_changes_nothing() {
    let mut subject = begun(&certain());
    let before = copied(&subject.panel(LANGUAGE)).join("");
    for (field, value) in [
        ("headroom", "95"),
        ("headroom", "much"),
        ("overshoot", "0.9"),
        ("overshoot", ""),
        ("percentile", "100"),
        ("test_min", "7.5"),
        ("sample_s", "0"),
        ("tolerance", "-1"),
        ("days_before", "1e9"),
        ("deliver_days", "NaN"),
        ("return_min", "inf"),
    ] {
        assert_eq!(set(subject.as_mut(), field, value), Outcome::Shown, "{field} {value}");
        let panel = subject.panel(LANGUAGE);
        assert!(fault(&panel, field).is_some(), "{field} {value}");
        assert_eq!(copied(&panel).join(""), before, "{field} {value}");
    }
    set(subject.as_mut(), "headroom", "30%");
    let panel = subject.panel(LANGUAGE);
    assert_eq!(fault(&panel, "headroom"), None);
    assert!(copied(&panel)[0].contains("a headroom of 30%"));
}

/// Lets the work over the ranges go on to its end; how many turns that took.
fn to_the_end(subject: &mut dyn Subject, mut outcome: Outcome) -> usize {
    let mut turns = 0;
    while let Outcome::GoesOn { turn } | Outcome::Kept { goes_on: Some(turn), .. } = outcome {
        // An answer of an earlier turn, and one that was cancelled, do nothing.
        assert_eq!(subject.told(&(turn - 1).to_string(), "true"), Outcome::Shown);
        assert_eq!(subject.told(&turn.to_string(), ""), Outcome::Shown);
        outcome = subject.told(&turn.to_string(), "true");
        turns += 1;
    }
    turns
}

fn bands_said(panel: &Panel) -> usize {
    clauses(panel).into_iter().map(|clause| text(clause).matches("(90% band ").count()).sum()
}

#[test]
fn bands_come_by_themselves_and_again_once_something_else_is_chosen() {
    let mut subject = begun(&example(Example::Staggered, LANGUAGE));
    let outcome = subject.opened();
    let before = subject.panel(LANGUAGE);
    assert_eq!(bands_said(&before), 0);
    assert!(to_the_end(subject.as_mut(), outcome) > 100, "a turn is short");
    let panel = subject.panel(LANGUAGE);
    // Three capacities, three figures of waits, five of what happens beyond the forecast, one of the waiting room.
    assert_eq!(bands_said(&panel), 12);
    for name in ["waits", "overshoot", "room-ready"] {
        let rests: Vec<&str> = clause(&panel, name).figures.iter().map(|figure| figure.2.as_str()).collect();
        let forecast = |rests: &&&str| rests.starts_with("forecast ") && !rests.contains("headroom");
        assert!(rests.iter().filter(forecast).all(|rests| rests.contains("90% band")), "{rests:?}");
    }
    assert_eq!(subject.opened(), Outcome::Shown, "nothing is left");
    let outcome = set(subject.as_mut(), "overshoot", "2");
    assert!(bands_said(&subject.panel(LANGUAGE)) < 12);
    to_the_end(subject.as_mut(), outcome);
    assert_eq!(bands_said(&subject.panel(LANGUAGE)), 12);
    // The upper end of the band asks for more.
    let outcome = set(subject.as_mut(), "start", "high");
    assert_eq!(read(&kept(outcome.clone())).unwrap().choices.start, Start::High);
    to_the_end(subject.as_mut(), outcome);
    let panel = subject.panel(LANGUAGE);
    assert_eq!(clause(&panel, "capacity-1").figures[0].1, "31.8 people/s");
    assert!(clause(&panel, "capacity-1").figures[0].2.contains("90% band 5.22 – 25.4 people/s"));
    assert!(text(clause(&panel, "overshoot")).contains("the upper end of the band"));
    // What changes no forecast throws no band away.
    for (field, value) in [("tolerance", "3"), ("days_before", "10"), ("longest_times", "4")] {
        let outcome = set(subject.as_mut(), field, value);
        assert!(matches!(outcome, Outcome::Kept { goes_on: None, .. }), "{field}: {outcome:?}");
    }
}

#[test]
fn nothing_is_handed_on_and_no_edit_is_outdated_while_bands_are_waited_for() {
    let mut subject = begun(&example(Example::Staggered, LANGUAGE));
    let mut outcome = subject.opened();
    assert!(copied(&subject.panel(LANGUAGE)).is_empty());
    assert_eq!(take(subject.as_mut(), "copy"), Outcome::Shown);
    // One edit before the bands are there, one after.
    outcome = match set(subject.as_mut(), "text-waits", "Short.") {
        Outcome::Kept { goes_on: Some(turn), .. } => Outcome::GoesOn { turn },
        other => panic!("{other:?} after {outcome:?}"),
    };
    to_the_end(subject.as_mut(), outcome);
    let plan = kept(set(subject.as_mut(), "text-overshoot", "Long."));
    let mut again = begun(&plan);
    let outcome = again.opened();
    for panel in [subject.panel(LANGUAGE), again.panel(LANGUAGE)] {
        for name in ["waits", "overshoot"] {
            assert_eq!(clause(&panel, name).lines, [], "{name}");
        }
    }
    to_the_end(again.as_mut(), outcome);
    let panel = again.panel(LANGUAGE);
    assert!(["waits", "overshoot"].iter().all(|name| clause(&panel, name).lines.is_empty()));
    assert_eq!(copied(&panel).len(), 2);
    assert!(matches!(take(again.as_mut(), "copy"), Outcome::Asked { .. }));
}

#[test]
fn an_upper_end_is_said_only_where_there_is_one() {
    let mut subject = begun(&certain());
    kept(set(subject.as_mut(), "start", "high"));
    let panel = subject.panel(LANGUAGE);
    assert!(!copied(&panel)[0].contains("upper end"), "no assumption has a range");
    assert!(copied(&panel)[0].contains("These values are the forecast with"));
}

#[test]
fn sentences_are_copied_as_tables_and_as_text() {
    let mut subject = begun(&certain());
    set(subject.as_mut(), "text-waits", "Nobody <waits>.");
    let panel = subject.panel(LANGUAGE);
    let Outcome::Asked { options, .. } = take(subject.as_mut(), "copy") else { panic!("nothing is copied") };
    let options: serde_json::Value = serde_json::from_str(&options).unwrap();
    let [html, text] = ["html", "text"].map(|form| options[form].as_str().unwrap());
    assert_eq!(text, copied(&panel)[0]);
    let shown: Vec<&Clause> = clauses(&panel).into_iter().filter(|clause| !clause.is_left_out).collect();
    assert_eq!(html.matches("<table").count(), shown.len() + 1, "one for each, and one of the figures");
    assert!(html.contains("<li>Nobody &lt;waits&gt;.</li>"));
    let sentences = text.lines().filter(|line| line.starts_with("- ")).count();
    assert_eq!(html.matches("<li>").count(), sentences);
    for (answer, words_said) in
        [(r#"{"kind":"copied"}"#, documents::words(LANGUAGE).copied), ("", documents::words(LANGUAGE).refused)]
    {
        assert_eq!(subject.told("", answer), Outcome::Shown);
        let is_said = |block: &Block| matches!(block, Block::Said(line) if line.text == words_said);
        assert!(subject.panel(LANGUAGE).blocks.iter().any(is_said));
    }
}

#[test]
fn faults_and_what_cannot_be_read_are_said() {
    let mut plan = example(Example::Staggered, LANGUAGE);
    plan.unknown.insert("/requirements".to_owned(), "[1]".to_owned());
    let mut subject = begun(&plan);
    let action = match &subject.panel(LANGUAGE).blocks[1] {
        Block::Said(line) if line.tone == Tone::Bad => line.action.clone().unwrap(),
        other => panic!("{other:?}"),
    };
    assert_eq!(set(subject.as_mut(), "overshoot", "2"), Outcome::Shown, "what cannot be read is not written over");
    take(subject.as_mut(), &action.name);
    assert!(!clauses(&subject.panel(LANGUAGE)).is_empty());
    plan.days = 0;
    let panel = begun(&plan).panel(LANGUAGE);
    assert!(panel.actions.is_empty());
}
