//! The subjects `windows` and `templates` of the workshop, step by step as the page takes them.

use crate::import::decode;
use stagger::library::busan::Example;
use stagger::library::{Template, Wording};
use stagger::plan::zones::NoTimeZones;
use stagger::plan::{Plan, check};
use stagger::staging::windows::starters_of_windows;
use stagger::text::Language;
use stagger::wire::{link, plan_file};
use stagger::workshop::{Block, Field, Outcome, Panel, Step, Subject, Table, begin};

fn plan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

fn subject(name: &str, plan: Plan) -> Box<dyn Subject> {
    begin(name, plan, &[], Language::English, decode).unwrap()
}

fn set(subject: &mut dyn Subject, field: &str, value: &str) {
    let panel = subject.panel(Language::English);
    assert!(panel.fields().iter().any(|known| known.name == field), "no field {field}");
    let step = Step::Set { field: field.to_owned(), value: value.to_owned() };
    assert_eq!(subject.step(step, Language::English), Outcome::Shown);
}

fn take(subject: &mut dyn Subject, action: &str) -> Outcome {
    subject.step(Step::Take { action: action.to_owned() }, Language::English)
}

fn taken(subject: &mut dyn Subject) -> Plan {
    assert!(offers(&subject.panel(Language::English), "take"));
    match take(subject, "take") {
        Outcome::Plan { plan, word } => {
            assert!(!word.is_empty());
            *plan
        }
        other => panic!("{other:?}"),
    }
}

fn offers(panel: &Panel, action: &str) -> bool {
    panel.actions.iter().any(|known| known.name == action)
}

fn faulty(subject: &dyn Subject) -> Vec<String> {
    let panel = subject.panel(Language::Korean);
    panel.fields().into_iter().filter(|field: &&Field| field.fault.is_some()).map(|field| field.name.clone()).collect()
}

fn tables(panel: &Panel) -> Vec<&Table> {
    panel.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

#[test]
fn windows_laid_by_rule_come_as_one_plan_without_fault() {
    let mut subject = subject("windows", plan());
    for (field, value) in [
        ("weekdays", "0 1 2 3 4"),
        ("from", "9"),
        ("to", "18:00"),
        ("length", "90"),
        ("gap", "30"),
        ("quiet-from", "12:00"),
        ("quiet-to", "13:00"),
        ("catch-up", "1"),
        ("order", "listed"),
        ("days", "8"),
    ] {
        set(subject.as_mut(), field, value);
    }
    let laid = taken(subject.as_mut());
    assert_eq!(laid.days, 8);
    assert!(check(&laid, &NoTimeZones).iter().all(|issue| !issue.is_error()));
    for window in laid.windows.iter() {
        assert!(window.opens.date().weekday() < 5);
        assert_eq!(window.closes.seconds_since(window.opens), 5_400);
        assert!(window.opens.hour() >= 13 || window.closes.hour() <= 12, "{window:?}");
    }
    assert_eq!(laid.windows.iter().filter(|window| window.catch_up).count(), 1);
    let untouched = Plan { windows: plan().windows, days: plan().days, ..laid.clone() };
    assert_eq!(
        (&untouched.cohorts, &untouched.arrivals, &untouched.journey),
        (&plan().cohorts, &plan().arrivals, &plan().journey)
    );
}

#[test]
fn the_grid_adds_up_to_all_expected_starters() {
    for (to, length) in [("20:00", "60"), ("24:00", "60"), ("23:30", "25")] {
        let mut subject = subject("windows", plan());
        set(subject.as_mut(), "from", "06:00");
        set(subject.as_mut(), "to", to);
        set(subject.as_mut(), "length", length);
        let panel = subject.panel(Language::English);
        let grid = tables(&panel)[0];
        assert!(grid.columns.len() <= 13);
        assert_eq!(grid.rows.len(), 6);
        let number = |cell: &String| cell.replace(',', "").parse::<f64>().ok();
        let sum: f64 = grid.rows.iter().flat_map(|row| &row.cells[1..]).filter_map(number).sum();
        let laid = taken(subject.as_mut());
        let all: f64 = starters_of_windows(&laid, &laid.windows).iter().sum();
        // Each cell is rounded by itself.
        assert!((sum - all).abs() <= 0.5 * 66.0, "{to} {sum} {all}");
    }
}

#[test]
fn what_cannot_be_used_is_said_beside_its_field_and_nothing_is_taken() {
    for (field, value, expect) in [
        ("from", "9 o'clock", &["from"][..]),
        ("to", "25:00", &["to"]),
        ("to", "08:00", &["to"]),
        ("length", "2", &["length"]),
        ("length", "an hour", &["length"]),
        ("per-window", "0", &["per-window"]),
        ("quiet-from", "12:00", &["quiet-to"]),
        ("days", "93", &["days"]),
        ("offset", "-5", &["offset"]),
    ] {
        let mut subject = subject("windows", plan());
        set(subject.as_mut(), field, value);
        assert_eq!(faulty(subject.as_ref()), expect, "{field} {value}");
        assert!(!offers(&subject.panel(Language::Korean), "take"), "{field} {value}");
        assert_eq!(take(subject.as_mut(), "take"), Outcome::Shown);
    }
    // All fields can be used, and yet no window fits, or too many do.
    for (fields, said) in [
        (&[("length", "700")][..], "no window fits"),
        (&[("weekdays", "")], "no window fits"),
        (&[("to", "24:00"), ("length", "5"), ("days", "92"), ("offset", "1"), ("per-window", "")], "more than"),
    ] {
        let mut subject = subject("windows", many());
        fields.iter().for_each(|(field, value)| set(subject.as_mut(), field, value));
        assert_eq!(faulty(subject.as_ref()), Vec::<String>::new());
        let panel = subject.panel(Language::English);
        assert!(format!("{panel:?}").contains(said), "{fields:?}");
        assert!(!offers(&panel, "take"));
        assert_eq!(take(subject.as_mut(), "take"), Outcome::Shown);
    }
}

/// A plan of a cohort for each of 700 cells.
fn many() -> Plan {
    let mut plan = plan();
    let cohorts = std::sync::Arc::make_mut(&mut plan.cohorts);
    cohorts.truncate(1);
    for _ in 1..700 {
        cohorts.push(cohorts[0].clone());
    }
    plan
}

#[test]
fn cohorts_without_room_say_how_many_days_would_do_and_one_press_gives_them() {
    let mut subject = subject("windows", plan());
    set(subject.as_mut(), "per-window", "1");
    let said = format!("{:?}", subject.panel(Language::English));
    assert!(said.contains("Cohorts without a window: 46. Days in use that are missing: 5."), "{said}");
    take(subject.as_mut(), "longer");
    let longer = taken(subject.as_mut());
    assert_eq!((longer.days, longer.windows.len()), (11, 112));
}

#[test]
fn kept_windows_stay_and_only_the_rest_is_placed() {
    let mut start = plan();
    let windows = std::sync::Arc::make_mut(&mut start.windows);
    let taken_out = windows.remove(1).cohorts;
    let before = start.windows.clone();
    let mut subject = subject("windows", start);
    set(subject.as_mut(), "present", "keep");
    let laid = taken(subject.as_mut());
    assert!(before.iter().all(|window| laid.windows.contains(window)));
    let mut placed: Vec<usize> = laid
        .windows
        .iter()
        .filter(|window| !before.contains(window))
        .flat_map(|window| window.cohorts.clone())
        .collect();
    placed.sort_unstable();
    assert_eq!(placed, taken_out);
}

#[test]
fn many_windows_change_at_one_go_and_what_leaves_the_days_is_refused() {
    let mut subject = subject("windows", plan());
    set(subject.as_mut(), "task", "change");
    assert!(!offers(&subject.panel(Language::English), "take"), "nothing is changed yet");
    for (field, value) in [("which", "2022-04-02"), ("shift", "30"), ("closing", "shut"), ("gate", "1")] {
        set(subject.as_mut(), field, value);
    }
    let panel = format!("{:?}", subject.panel(Language::English));
    assert!(panel.contains("turned away at") && panel.contains("cannot start"), "{panel}");
    let changed = taken(subject.as_mut());
    assert_eq!(changed.arrivals.gate_stage, Some(1));
    let moved = plan().windows.iter().zip(changed.windows.iter()).filter(|(old, new)| old.opens != new.opens).count();
    let of_day = plan().windows.iter().filter(|window| window.opens.date().to_string() == "2022-04-02").count();
    assert!(moved == of_day && of_day > 0);
    assert_eq!(changed.windows.iter().filter(|window| window.closes_hard).count(), of_day);
    let mut subject = self::subject("windows", plan());
    set(subject.as_mut(), "task", "change");
    set(subject.as_mut(), "shift", "-1440");
    let panel = subject.panel(Language::English);
    assert!(!offers(&panel, "take") && format!("{panel:?}").contains("keep the plan from being computed"));
    assert_eq!(take(subject.as_mut(), "take"), Outcome::Shown);
}

#[test]
fn holidays_are_edited_saved_with_the_plan_and_skipped() {
    let mut subject = subject("windows", plan());
    set(subject.as_mut(), "task", "holidays");
    let panel = subject.panel(Language::English);
    assert!(!offers(&panel, "take") && !offers(&panel, "built-in"));
    assert_eq!(tables(&panel)[0].rows.len(), 19);
    set(subject.as_mut(), "holidays", "2022-04-04 Fair\n\n2023-04-05 Later\n");
    assert_eq!(faulty(subject.as_ref()), ["holidays"]);
    set(subject.as_mut(), "holidays", "2022-05-05 Children's Day\n\n2022-04-04 Fair\n2022-04-04 Twice\n");
    let edited = taken(subject.as_mut());
    let table = edited.holidays.clone().unwrap();
    let days: Vec<String> = table.days.iter().map(|holiday| format!("{} {}", holiday.date, holiday.name)).collect();
    assert_eq!(days, ["2022-04-04 Fair", "2022-05-05 Children's Day"]);
    assert_eq!((table.from_year, table.to_year), (2022, 2022));
    assert_eq!(plan_file::read(&plan_file::write(&edited)).unwrap(), edited);
    assert_eq!(link::decode(&link::encode(&edited)).unwrap(), edited);
    let mut subject = self::subject("windows", edited.clone());
    let said = format!("{:?}", subject.panel(Language::English));
    assert!(said.contains("A public holiday (Fair)") && said.contains("edited in this plan"), "{said}");
    set(subject.as_mut(), "skip-holidays", "true");
    let laid = taken(subject.as_mut());
    assert!(laid.windows.iter().all(|window| window.opens.date().to_string() != "2022-04-04"));
    assert_eq!(laid.holidays, edited.holidays);
    let mut subject = self::subject("windows", edited);
    set(subject.as_mut(), "task", "holidays");
    match take(subject.as_mut(), "built-in") {
        Outcome::Plan { plan: back, .. } => assert_eq!(*back, plan()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn years_outside_the_table_are_said_to_be_unknown() {
    let first_day = stagger::clock::CivilDate::new(2031, 3, 3).unwrap();
    let edit = stagger::plan::edit::HeaderEdit::MoveToFirstDay(first_day);
    let later = stagger::plan::edit::apply(&plan(), &stagger::plan::edit::PlanEdit::Header(edit)).unwrap();
    let mut subject = subject("windows", later);
    let said = |subject: &dyn Subject| format!("{:?}", subject.panel(Language::English));
    assert!(said(subject.as_ref()).contains("Not known whether this day"));
    set(subject.as_mut(), "task", "holidays");
    assert!(said(subject.as_ref()).contains("The holidays of 2031 are not known"));
    set(subject.as_mut(), "holidays", "2031-03-01 삼일절");
    let known = taken(subject.as_mut());
    let subject = self::subject("windows", known);
    assert!(!said(subject.as_ref()).contains("Not known whether this day"));
}

#[test]
fn templates_open_beside_the_plan_or_in_it() {
    for template in Template::ALL {
        let mut subject = subject("templates", plan());
        let panel = subject.panel(Language::English);
        let offered = panel.blocks.iter().any(|block| match block {
            Block::Offers(offers) => offers.iter().any(|offer| offer.action.name == template.name()),
            _ => false,
        });
        assert!(offered);
        let expect = template.plan(Some(&plan()), Wording::english).unwrap();
        match take(subject.as_mut(), template.name()) {
            Outcome::NewPlan { plan } => {
                assert_eq!(plan.title, template.title().english());
                assert_eq!(Plan { title: expect.title.clone(), ..*plan }, expect);
            }
            other => panic!("{other:?}"),
        }
        set(subject.as_mut(), "place", "instead");
        match take(subject.as_mut(), template.name()) {
            Outcome::Plan { plan, .. } => assert_eq!(*plan, expect),
            other => panic!("{other:?}"),
        }
        set(subject.as_mut(), "members", "example");
        match take(subject.as_mut(), template.name()) {
            Outcome::Plan { plan, .. } => assert_eq!(Some(*plan), template.plan(None, Wording::english)),
            other => panic!("{other:?}"),
        }
    }
}
