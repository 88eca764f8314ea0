//! The subject that holds bids of vendors against each other.

use stagger::bids::{Bid, applied};
use stagger::library::{Wording, busan::Example};
use stagger::plan::{CheckedPlan, Plan};
use stagger::risk::{Sampling, report, screened};
use stagger::text::{Language, format};
use stagger::wire::risk::RUNS;
use stagger::wire::{bids, plan_file};
use stagger::workshop::desk::Desk;
use stagger::workshop::{Block, Field, Kind, Outcome, Panel, Row, Step, Subject, Table, begin};

const ROWS: &str = "vendor\tstage\tfigure\tprice\tcounted\n\
     A\tIdentity check\t48,000/h\t120,000,000 KRW\t75%\n\
     B\tidentity check\t1,200/min\t90,000,000 KRW\n\
     B\tIdentity check\t3,600 sessions\n\
     C\tIdentity check\t6/s\t50,000,000 KRW\t50%\n";

fn plan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

fn begun(plan: &Plan) -> Box<dyn Subject> {
    begin("bids", plan.clone(), &[], Language::English, |_, _, _| None).unwrap()
}

fn set(subject: &mut dyn Subject, field: &str, value: &str) -> Outcome {
    subject.step(Step::Set { field: field.to_owned(), value: value.to_owned() }, Language::English)
}

fn take(subject: &mut dyn Subject, action: &str) -> Outcome {
    subject.step(Step::Take { action: action.to_owned() }, Language::English)
}

/// The bids in the plan that came of a step.
fn kept(outcome: Outcome) -> Vec<Bid> {
    match outcome {
        Outcome::Kept { plan, .. } => bids::read(&plan).unwrap(),
        other => panic!("nothing was kept: {other:?}"),
    }
}

fn table(panel: &Panel) -> &Table {
    let mut tables = panel.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.next().unwrap()
}

fn names(panel: &Panel) -> Vec<&str> {
    table(panel).rows.iter().map(|row| row.cells[0].as_str()).collect()
}

fn row<'a>(panel: &'a Panel, name: &str) -> &'a Row {
    table(panel).rows.iter().find(|row| row.cells[0] == name).unwrap()
}

fn said(panel: &Panel) -> Vec<&str> {
    let said = panel.blocks.iter().filter_map(|block| match block {
        Block::Said(line) => Some(line.text.as_str()),
        _ => None,
    });
    said.collect()
}

fn field<'a>(panel: &'a Panel, name: &str) -> &'a Field {
    panel.fields().into_iter().find(|field| field.name == name).unwrap()
}

fn typed(field: &Field) -> &str {
    match &field.kind {
        Kind::Text { text, .. } | Kind::Lines { text, .. } => text,
        Kind::Choice { taken, .. } => taken,
        _ => "",
    }
}

#[test]
fn rows_of_a_spreadsheet_become_ranked_bids_with_their_reasons() {
    let mut subject = begun(&plan());
    let pasted = kept(set(subject.as_mut(), "paste", ROWS));
    assert_eq!(pasted.iter().map(|bid| bid.vendor.as_str()).collect::<Vec<_>>(), ["A", "B", "C"]);
    let panel = subject.panel(Language::English);
    // At the likely values A and B hold or are at risk, and C breaks.
    assert_eq!(names(&panel), ["B", "A", "C", "Plan as it is"]);
    assert_eq!(row(&panel, "C").cells[2], "Breaks");
    assert_eq!(row(&panel, "B").cells[3], "–", "no chance before it is asked for");
    let short = said(&panel).into_iter().find(|text| text.starts_with("“Identity check” of “C” is short by ")).unwrap();
    assert!(short.contains("in the slot of ") && short.contains("of its capacity"), "{short}");
    assert!(
        said(&panel)
            .iter()
            .any(|text| text.contains("First is “B”: its verdict is “Holds”, and its price is 90,000,000 KRW."))
    );
    assert!(said(&panel).iter().any(|text| text.starts_with("Ranked by the better verdict; ")));

    assert_eq!(take(subject.as_mut(), "chances"), Outcome::Shown);
    let panel = subject.panel(Language::English);
    assert_eq!(names(&panel), ["B", "A", "C", "Plan as it is"]);
    assert!(said(&panel).iter().any(|text| text.starts_with("Ranked by the higher chance ")));
    assert!(said(&panel).iter().any(|text| text.starts_with("“A” comes after “B”: chance of holding ")));
    assert!(row(&panel, "C").cells[8].starts_with("only up to "));
    assert!(panel.actions.iter().all(|action| action.name != "chances"), "nothing is left to compute");
}

#[test]
fn the_chances_are_those_of_the_page_for_the_same_plan() {
    let plan = plan();
    let mut subject = begun(&plan);
    let pasted = kept(set(subject.as_mut(), "paste", ROWS));
    take(subject.as_mut(), "chances");
    let panel = subject.panel(Language::English);
    let chance = |plan: Plan| {
        let sampling = Sampling { seed: plan.seed, draws: RUNS };
        let summary = report(&CheckedPlan::new(plan).unwrap(), sampling, &[], &screened).summary;
        format::percent(1.0 - summary.chance.share())
    };
    assert_eq!(row(&panel, "Plan as it is").cells[3], chance(plan.clone()));
    assert_eq!(row(&panel, "A").cells[3], chance(applied(&plan, &pasted[0])));
}

#[test]
fn the_headroom_rule_stands_beside_each_figure() {
    let mut subject = begun(&plan());
    take(subject.as_mut(), "add");
    set(subject.as_mut(), "rate-0-1", "48,000/h");
    let promised = "48,000/h promised, counts in full (13.3/s, 800/min).";
    assert!(said(&subject.panel(Language::English)).contains(&promised));
    set(subject.as_mut(), "rate_basis-0-1", "0.75");
    let tested = "48,000/h tested × 75% = 36,000/h (10/s, 600/min), and the rest is headroom.";
    assert!(said(&subject.panel(Language::English)).contains(&tested));
    set(subject.as_mut(), "sessions-0-1", "3,600");
    set(subject.as_mut(), "sessions_basis-0-1", "0.5");
    let panel = subject.panel(Language::English);
    let all = said(&panel).into_iter().find(|text| text.starts_with(tested)).unwrap().to_owned();
    assert!(all.contains("3,600 people tested × 50% = 1,800 people, and the rest is headroom."), "{all}");
    assert!(all.ends_with("1,800 people ÷ 180 s = 10/s. Both limit, so the stage carries the smaller: 10/s."), "{all}");
    assert_eq!(typed(field(&panel, "rate-0-1")), "48,000/h", "it stays as it was typed");
    let korean = subject.panel(Language::Korean);
    let counted = said(&korean).into_iter().find(|text| text.contains("× 75%")).unwrap();
    assert!(counted.starts_with("시험 48,000건/시간 × 75% = 36,000건/시간(10건/초, 600건/분)."), "{counted}");
}

#[test]
fn what_cannot_be_used_stays_with_its_reason_and_changes_no_bid() {
    let mut subject = begun(&plan());
    let first = kept(take(subject.as_mut(), "add"));
    take(subject.as_mut(), "add");
    for (name, value) in [
        ("rate-1-1", "fast"),
        ("rate-1-1", "20 sessions"),
        ("rate-1-1", "0"),
        ("sessions-1-1", "20/s"),
        ("service-1-1", "0.001"),
        ("price-1", "1억 2천만 원"),
        ("vendor-1", " "),
        ("vendor-1", first[0].vendor.as_str()),
    ] {
        assert_eq!(set(subject.as_mut(), name, value), Outcome::Shown, "{name} {value}");
        for language in [Language::English, Language::Korean] {
            let panel = subject.panel(language);
            let reason = field(&panel, name).fault.as_deref().unwrap_or_default();
            let says_what_to_do = if language == Language::English { "rite " } else { "십시오" };
            assert!(reason.contains(says_what_to_do), "{name} {value}: {reason}");
            assert_eq!(typed(field(&panel, name)), value);
        }
    }
    let panel = subject.panel(Language::English);
    assert!(said(&panel).iter().any(|text| text.starts_with("An entry of “Vendor B” cannot be used.")));
    assert!(row(&panel, "Vendor B").cells[4].ends_with('%'), "the figures before stay");
}

#[test]
fn rows_that_cannot_be_used_are_named_and_nothing_of_them_is_taken() {
    let mut subject = begun(&plan());
    for (rows, reason) in [
        ("A\tIdentity check", "Row 1: Write vendor, stage and figure"),
        (
            "A\tIdentity check\t20/s\nB\tNowhere\t20/s",
            "Row 2: “Nowhere” is no stage of this plan. Write one of: Download, ",
        ),
        ("A\tIdentity check\t20", "Row 1: Write the figure with its unit"),
        ("A\tIdentity check\t20/s\tcheap", "Row 1: Write one number in full"),
        ("A\tIdentity check\t20/s\t\t150%", "Row 1: Write the share of what was tested"),
        ("\tIdentity check\t20/s", "Row 1: Write the name of the vendor."),
    ] {
        assert_eq!(set(subject.as_mut(), "paste", rows), Outcome::Shown, "{rows}");
        let panel = subject.panel(Language::English);
        let field = field(&panel, "paste");
        assert!(field.fault.as_deref().unwrap_or_default().starts_with(reason), "{:?}", field.fault);
        assert_eq!(typed(field), rows);
    }
    let nine: String = (1..=9).map(|number| format!("V{number}\tLogin\t20/s\n")).collect();
    assert_eq!(set(subject.as_mut(), "paste", &nine), Outcome::Shown);
    assert!(
        field(&subject.panel(Language::English), "paste").fault.as_deref().unwrap_or_default().contains("At most 8")
    );
}

#[test]
fn a_ninth_bid_is_refused_and_the_eight_stay() {
    let mut subject = begun(&plan());
    for number in 1..=8 {
        let outcome = if number % 2 == 0 { take(subject.as_mut(), "duplicate") } else { take(subject.as_mut(), "add") };
        assert_eq!(kept(outcome).len(), number);
    }
    for action in ["add", "duplicate"] {
        assert_eq!(take(subject.as_mut(), action), Outcome::Shown);
        let panel = subject.panel(Language::English);
        assert!(said(&panel).iter().any(|text| text.starts_with("At most 8 bids")));
        assert_eq!(table(&panel).rows.len(), 9);
    }
    assert_eq!(kept(take(subject.as_mut(), "remove")).len(), 7);
    let names: std::collections::BTreeSet<String> =
        table(&subject.panel(Language::English)).rows.iter().map(|row| row.cells[0].clone()).collect();
    assert_eq!(names.len(), 8, "no two bids share a name");
}

#[test]
fn the_same_bid_twice_shares_its_place() {
    let mut subject = begun(&plan());
    set(subject.as_mut(), "paste", "A\tIdentity check\t9/s\t10 EUR");
    take(subject.as_mut(), "duplicate");
    take(subject.as_mut(), "chances");
    let panel = subject.panel(Language::English);
    assert_eq!(row(&panel, "A").cells[1..], row(&panel, "A (2)").cells[1..]);
    assert!(said(&panel).contains(&"“A” and “A (2)” are equal in all of that."));
}

#[test]
fn bids_are_there_again_and_the_panel_stays_open() {
    let mut desk = Desk::new(|_, _, _| None);
    desk.handle(&["begin", "bids", &plan_file::write(&plan()), "en"], &[]).unwrap();
    let answer = desk.handle(&["set", "paste", ROWS], &[]).unwrap();
    let (file, is_new) = answer.plan.unwrap();
    assert!(!is_new && !answer.shown.is_empty() && answer.word == "Bids");
    // What cannot be used yet outlives another panel.
    desk.handle(&["set", "rate-2-1", "quick"], &[]).unwrap();
    let file = plan_file::write(&plan_file::read(&file).unwrap());
    let before = desk.handle(&["say", "en"], &[]).unwrap().shown;
    desk.handle(&["begin", "compare", &file, "en"], &[]).unwrap();
    desk.handle(&["begin", "bids", &file, "en"], &[]).unwrap();
    let again = desk.handle(&["set", "chosen", "2"], &[]).unwrap();
    assert!(before.contains("quick") && again.shown.contains("quick"));

    let mut subject = begun(&plan_file::read(&file).unwrap());
    assert_eq!(names(&subject.panel(Language::English)), ["B", "A", "C", "Plan as it is"]);
    // In the other language the same bid is read back the same.
    assert_eq!(set(subject.as_mut(), "vendor-0", "A"), Outcome::Shown);
    let mut korean = begin("bids", plan_file::read(&file).unwrap(), &[], Language::Korean, |_, _, _| None).unwrap();
    assert_eq!(set(korean.as_mut(), "vendor-0", "A"), Outcome::Shown);
}

#[test]
fn what_the_plan_holds_and_nobody_can_read_is_said_and_stays() {
    let mut broken = plan();
    broken.unknown.insert(bids::POINTER.to_owned(), "[{\"vendor\": 3}]".to_owned());
    let mut subject = begun(&broken);
    assert!(said(&subject.panel(Language::English)).iter().any(|text| text.contains("/bids/0/vendor")));
    assert_eq!(take(subject.as_mut(), "add"), Outcome::Shown);
    assert_eq!(set(subject.as_mut(), "paste", ROWS), Outcome::Shown);
    assert_eq!(kept(take(subject.as_mut(), "discard")), []);

    let mut stray = plan();
    let offered = r#"[{"vendor": "A", "stages": [{"stage": "Gone", "rate": {"value": 1, "per": "second"}}]}]"#;
    stray.unknown.insert(bids::POINTER.to_owned(), offered.to_owned());
    let mut subject = begun(&stray);
    let panel = subject.panel(Language::English);
    assert!(said(&panel).iter().any(|text| text.starts_with("“A” offers something for “Gone”")));
    assert_eq!(kept(set(subject.as_mut(), "price-0", "5 EUR"))[0].stages[0].stage, "Gone");
}

#[test]
fn a_plan_without_a_forecast_and_one_without_ranges_say_so() {
    let mut broken = plan();
    broken.days = 1;
    let mut subject = begun(&broken);
    take(subject.as_mut(), "add");
    take(subject.as_mut(), "chances");
    let panel = subject.panel(Language::English);
    assert!(said(&panel).iter().any(|text| text.starts_with("With “Vendor A” there is no forecast.")));
    assert_eq!(row(&panel, "Vendor A").cells[1..9], ["–"; 8]);

    let mut plain = plan();
    plain.ranges.clear();
    let mut subject = begun(&plain);
    take(subject.as_mut(), "add");
    assert!(said(&subject.panel(Language::English)).iter().any(|text| text.starts_with("The plan has no ranges")));
}
