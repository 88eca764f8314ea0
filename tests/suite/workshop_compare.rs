//! The subject that holds the plan in hand against others.

use stagger::library::{Wording, busan::Example};
use stagger::plan::{CheckedPlan, Plan, ShowUp, Status, approval};
use stagger::risk::{self, Sample, Sampling};
use stagger::text::Language;
use stagger::units::Share;
use stagger::wire::fingerprint::fingerprint;
use stagger::wire::{link, plan_file, stored};
use stagger::workshop::{Block, Outcome, Panel, Row, Step, Subject, Table, begin};

fn plan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

fn begun() -> Box<dyn Subject> {
    begin("compare", plan(), &[], Language::English, |_, _, _| None).unwrap()
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
    let said = panel.blocks.iter().filter_map(|block| match block {
        Block::Said(line) => Some(line.text.as_str()),
        _ => None,
    });
    said.collect()
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
    take(subject.as_mut(), "away-1");
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

#[test]
fn plans_that_are_kept_can_be_put_beside_and_any_of_them_told_from() {
    let mut kept = plan();
    kept.title = "Kept".to_owned();
    let kept = stored::write(&kept, None, 7);
    let mut subject = begin("compare", plan(), &[kept.as_str(), "damaged"], Language::English, |_, _, _| None).unwrap();
    let offers = |panel: &Panel| {
        let offers = |block: &Block| if let Block::Offers(offers) = block { offers.len() } else { 0 };
        panel.blocks.iter().map(offers).sum::<usize>()
    };
    assert_eq!(offers(&subject.panel(Language::English)), 2);
    take(subject.as_mut(), "kept-7");
    take(subject.as_mut(), "day");
    assert_eq!(figures(&subject.panel(Language::English)).unwrap().columns.len(), 4);
    let headings = |panel: &Panel| {
        let heading = |block: &Block| if let Block::Heading(text) = block { Some(text.clone()) } else { None };
        panel.blocks.iter().filter_map(heading).collect::<Vec<_>>()
    };
    assert!(headings(&subject.panel(Language::English))[1].starts_with("From “Kept” to “"));
    subject.step(Step::Set { field: "to".to_owned(), value: "1".to_owned() }, Language::English);
    let told = headings(&subject.panel(Language::English));
    assert!(told[1].ends_with("to “Kept”") && told[2].ends_with("to “Kept”"), "{told:?}");
    // With the plan gone that the others were told from, they are told from the one in hand again.
    take(subject.as_mut(), "away-1");
    assert!(headings(&subject.panel(Language::English))[1].contains("(in hand)"));
}

#[test]
fn all_lanes_stand_on_one_axis_and_to_one_scale() {
    let mut subject = begun();
    take(subject.as_mut(), "day");
    let panel = subject.panel(Language::English);
    let lanes = panel.blocks.iter().find_map(|block| match block {
        Block::Lanes(lanes) => Some(lanes),
        _ => None,
    });
    let lanes = lanes.unwrap();
    let highest = |at: usize| lanes.lanes[at].points.iter().map(|point| point.1).max().unwrap();
    assert_eq!(lanes.lanes.len(), 2);
    // 66 % stands below the limit of 100 %, 1,300 % at the top.
    assert!(highest(0) < lanes.limit && highest(1) == 10_000, "{} {}", highest(0), highest(1));
    assert!((f64::from(highest(0)) / f64::from(lanes.limit) - 0.66).abs() < 0.01);
    for lane in &lanes.lanes {
        assert!(lane.points.is_sorted_by_key(|point| point.0) && lane.points.len() > 4);
        assert!(lane.points.iter().all(|point| point.0 <= 10_000));
    }
}

#[test]
fn chances_come_from_the_same_luck() {
    let mut subject = begun();
    paste(subject.as_mut(), plan_file::write(&Plan { title: "The same".to_owned(), ..plan() }));
    take(subject.as_mut(), "day");
    assert!(!said(&subject.panel(Language::English)).iter().any(|sentence| sentence.contains("under the same luck")));
    take(subject.as_mut(), "chances");
    let panel = subject.panel(Language::English);
    let chances = row(figures(&panel).unwrap(), "Chance that it breaks");
    assert_eq!(chances[0], chances[1]);
    assert_eq!(chances[2], "100% (400 of 400)");
    let sentences = said(&panel);
    assert!(sentences.contains(&"However the assumptions vary, the figures of both plans are the same."));
    assert!(sentences.contains(&"Highest peak under the same luck: lower in 400 of 400 draws, higher in none."));
    // As many as were counted here, over the same draws.
    let checked = CheckedPlan::new(plan()).unwrap();
    let sample = Sample::new(risk::assumptions(checked.plan()), Sampling { seed: plan().seed, draws: 400 });
    let draws = risk::run_draws(&checked, &sample, 0..400, &|plan, detail| risk::screened(plan, detail));
    let broken = draws.iter().filter(|draw| draw.figures.as_ref().is_some_and(risk::Figures::breaks)).count();
    assert!(chances[0].ends_with(&format!("({broken} of 400)")), "{} {broken}", chances[0]);
}

#[test]
fn what_changed_since_the_approval_is_told_at_once() {
    let mut approved = plan();
    approved.status = Status::Approved;
    let mut changed = approved.clone();
    changed.arrivals.show_up = ShowUp::All(Share::new(0.52));
    let changed = approval::follow(&approved, changed);
    // Through the file, as the page hands it on.
    let changed = plan_file::read(&plan_file::write(&changed)).unwrap();
    assert_eq!((changed.status, changed.approved.as_deref()), (Status::Draft, Some(&approved)));
    let subject = begin("compare", changed.clone(), &[], Language::English, |_, _, _| None).unwrap();
    let panel = subject.panel(Language::English);
    assert!(figures(&panel).unwrap().columns[2].heading.ends_with("(as approved)"));
    assert!(said(&panel).contains(&"Share that comes at all rises from 40% to 52%."));
    // A link is of the plan alone.
    assert_eq!(link::decode(&link::encode(&changed)).unwrap().approved, None);
    let alone = Plan { approved: None, ..changed.clone() };
    assert_eq!(link::encode(&changed), link::encode(&alone));
    assert_eq!(fingerprint(&changed), fingerprint(&alone));
}
