//! The subject that holds the plan in hand against others.

use stagger::library::{Wording, busan::Example};
use stagger::plan::Plan;
use stagger::text::Language;
use stagger::wire::{link, plan_file};
use stagger::workshop::{Block, Outcome, Panel, Row, Step, Subject, Table, begin};

fn plan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

fn begun() -> Box<dyn Subject> {
    begin("compare", plan(), Language::English, |_, _, _| None).unwrap()
}

fn take(subject: &mut dyn Subject, name: &str) {
    let step = Step::Take { action: name.to_owned() };
    assert_eq!(subject.step(step, Language::English), Outcome::Shown);
}

fn paste(subject: &mut dyn Subject, text: String) {
    let step = Step::Set { field: "paste".to_owned(), value: text };
    assert_eq!(subject.step(step, Language::English), Outcome::Shown);
}

fn figures(panel: &Panel) -> Option<&Table> {
    panel.blocks.iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
}

fn row<'a>(table: &'a Table, heading: &str) -> &'a [String] {
    let row: &Row = table.rows.iter().find(|row| row.cells[0] == heading).unwrap();
    &row.cells[1..]
}

fn said(panel: &Panel) -> Vec<&str> {
    fn said(block: &Block) -> Option<&str> {
        if let Block::Said(line) = block { Some(line.text.as_str()) } else { None }
    }
    panel.blocks.iter().filter_map(said).collect()
}

#[test]
fn the_day_as_it_was_stands_beside_the_plan_in_figures_and_words() {
    let mut subject = begun();
    assert!(figures(&subject.panel(Language::English)).is_none());
    take(subject.as_mut(), "day");
    let panel = subject.panel(Language::English);
    let table = figures(&panel).unwrap();
    assert_eq!(table.columns.len(), 3);
    assert_eq!(row(table, "Verdict"), ["Holds", "Breaks"]);
    assert_eq!(row(table, "Slots that break"), ["0 of 25", "2 of 2"]);
    assert!(said(&panel).iter().any(|sentence| sentence.starts_with("The highest peak falls from ")), "{panel:?}");
    take(subject.as_mut(), "away-0");
    assert!(figures(&subject.panel(Language::English)).is_none());
}

#[test]
fn a_link_and_a_file_are_read_and_what_is_neither_is_refused() {
    let mut other = plan();
    other.title = "As approved".to_owned();
    let mut subject = begun();
    paste(subject.as_mut(), format!("https://city.example/plan/{}", link::encode(&other)));
    let panel = subject.panel(Language::English);
    assert_eq!(figures(&panel).unwrap().columns[2].heading, "As approved");
    assert!(said(&panel).contains(&"Apart from names and notes the two plans are the same."));
    assert!(said(&panel).contains(&"The forecast stays the same."));

    let bytes = plan_file::write(&other).into_bytes();
    subject.step(Step::Bring { name: "approved.plan.json".to_owned(), bytes }, Language::English);
    assert_eq!(figures(&subject.panel(Language::English)).unwrap().columns.len(), 4);

    for text in ["hello", "{\"format\": 1}"] {
        paste(subject.as_mut(), text.to_owned());
        let panel = subject.panel(Language::English);
        assert!(panel.fields().iter().any(|field| field.fault.is_some()), "{text}");
        assert_eq!(figures(&panel).unwrap().columns.len(), 4, "what was there stays");
    }
    for more in 0..3 {
        paste(subject.as_mut(), plan_file::write(&other));
        let panel = subject.panel(Language::English);
        assert_eq!(figures(&panel).unwrap().columns.len(), (5 + more).min(6));
    }
}

#[test]
fn a_plan_without_a_forecast_is_still_told_apart() {
    let mut broken = plan();
    broken.days = 1;
    let mut subject = begun();
    paste(subject.as_mut(), plan_file::write(&broken));
    let panel = subject.panel(Language::English);
    assert_eq!(row(figures(&panel).unwrap(), "Verdict"), ["Holds", "no forecast"]);
    assert!(said(&panel).iter().any(|sentence| sentence.contains("days")), "{panel:?}");
}
