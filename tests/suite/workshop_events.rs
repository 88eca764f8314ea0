//! Changes, stops, outages and other users laid on the time axis.

use stagger::clock::CivilTime;
use stagger::forecast;
use stagger::library::{Wording, busan::Example};
use stagger::plan::{CapacityAt, CheckedPlan, Plan};
use stagger::text::Language;
use stagger::workshop::{Block, Handle, Outcome, Panel, Step, Subject, begin};

const MINUTE: i64 = 60;

fn opened(plan: Plan) -> Box<dyn Subject> {
    begin("events", plan, &[], Language::English, |_, _, _| None).unwrap()
}

fn set(subject: &mut Box<dyn Subject>, field: &str, value: &str) {
    let step = Step::Set { field: field.to_owned(), value: value.to_owned() };
    assert_eq!(subject.step(step, Language::English), Outcome::Shown);
}

fn take(subject: &mut Box<dyn Subject>, action: &str) -> Outcome {
    subject.step(Step::Take { action: action.to_owned() }, Language::English)
}

fn used(subject: &mut Box<dyn Subject>) -> Plan {
    let Outcome::Plan { plan, .. } = take(subject, "use") else { panic!("no plan") };
    *plan
}

fn handles(panel: &Panel) -> Vec<Handle> {
    panel
        .blocks
        .iter()
        .flat_map(|block| if let Block::Lanes(lanes) = block { lanes.handles.clone() } else { vec![] })
        .collect()
}

fn lay(subject: &mut Box<dyn Subject>, kind: &str, level: &str, from: &str, until: &str) {
    for (field, value) in [("kind", kind), ("level", level), ("from", from), ("until", until)] {
        set(subject, field, value);
    }
    assert_eq!(take(subject, "add"), Outcome::Shown);
}

/// The capacity of a stage in every fifth minute of the horizon.
fn course(plan: &Plan, stage: usize) -> Vec<(CivilTime, CapacityAt)> {
    let times = (0..i64::from(plan.days) * 1440).step_by(5);
    let times = times.map(|minute| plan.horizon_start().plus_seconds(minute * MINUTE));
    times.map(|time| (time, CapacityAt::of(&plan.journey[stage], time))).collect()
}

#[test]
fn a_stretch_holds_from_its_beginning_to_its_end_and_nothing_else_changes() {
    // The day as it was has changes of its own, before, at and after those that are laid here.
    let before = Example::DayAsItWas.plan(Wording::english);
    let stage = before.journey.iter().position(|stage| !stage.changes.is_empty()).unwrap();
    let own = before.journey[stage].changes[0].at;
    let day = before.horizon_start().date();
    let is_clear = |from: CivilTime, until: CivilTime| {
        !before.journey[stage].changes.iter().any(|change| (from..until).contains(&change.at))
    };
    let mut laid = 0;
    for hours in [(1, 2), (9, 14), (14, 15), (15, 17), (18, 23), (23, 24)] {
        let at = |hours: i64| day.midnight().plus_seconds(hours * 60 * MINUTE);
        for (from, until) in
            [(at(hours.0), at(hours.1)), (at(hours.0), own), (own.plus_seconds(MINUTE), at(hours.1 + 24))]
        {
            if until <= from || !is_clear(from, until) {
                continue;
            }
            for (kind, level) in
                [("outage", ""), ("stop", ""), ("turn-away", ""), ("times", "50%"), ("rate", "1,200/min")]
            {
                let mut subject = opened(before.clone());
                set(&mut subject, "stage", &stage.to_string());
                lay(&mut subject, kind, level, &from.to_string(), &until.to_string());
                let after = used(&mut subject);
                let original = &before.journey[stage];
                for ((time, was), (_, is)) in course(&before, stage).into_iter().zip(course(&after, stage)) {
                    let name = format!("{kind} {from} {until} at {time}");
                    if !(from..until).contains(&time) {
                        assert_eq!(
                            (is.rate, is.sessions, is.turn_away),
                            (was.rate, was.sessions, was.turn_away),
                            "{name}"
                        );
                        continue;
                    }
                    let expect = match kind {
                        "times" => original.rate.map(|rate| rate.get() * 0.5),
                        "rate" => Some(20.0),
                        "turn-away" => original.rate.map(|rate| rate.get()),
                        _ => Some(0.0),
                    };
                    assert_eq!((is.rate, is.turn_away), (expect, kind == "turn-away"), "{name}");
                    assert_eq!(is.sessions == Some(0.0), kind == "outage", "{name}");
                }
                assert!(CheckedPlan::new(after).is_ok(), "{kind} {from} {until}");
                laid += 1;
            }
        }
    }
    assert!(laid >= 40, "{laid}");
}

#[test]
fn what_cannot_be_laid_says_why_and_changes_nothing() {
    let plan = Example::DayAsItWas.plan(Wording::english);
    let stage = plan.journey.iter().position(|stage| !stage.changes.is_empty()).unwrap();
    let own = plan.journey[stage].changes[0].at;
    let time = |minutes: i64| own.plus_seconds(minutes * MINUTE).to_string();
    for (kind, level, from, until, why) in [
        ("outage", "", "tomorrow", &*time(60), "Write a date"),
        ("outage", "", &*time(-60), "25:00", "Write a date"),
        ("outage", "", &*time(-60), &*time(-60), "after the beginning"),
        ("outage", "", "2021-01-01 00:00", &*time(-60), "within the days"),
        ("outage", "", &*time(-60), &*time(60), "already"),
        ("times", "", &*time(-60), &*time(0), "above 0"),
        ("times", "-2", &*time(-60), &*time(0), "above 0"),
        ("rate", "many", &*time(-60), &*time(0), "above 0"),
        ("others", "0/s", &*time(-60), &*time(0), "above 0"),
    ] {
        let mut subject = opened(plan.clone());
        set(&mut subject, "stage", &stage.to_string());
        lay(&mut subject, kind, level, from, until);
        let shown = format!("{:?}", subject.panel(Language::English));
        assert!(shown.contains(why), "{kind} {level} {from} {until}: {shown}");
        assert_eq!(used(&mut subject), plan, "{kind} {level} {from} {until}");
    }
}

#[test]
fn a_handle_moves_a_change_between_its_neighbours_and_the_forecast_follows() {
    let plan = Example::Staggered.plan(Wording::english);
    let opening = plan.first_opening().unwrap();
    let mut subject = opened(plan.clone());
    let typed = |minutes: i64| opening.plus_seconds(minutes * MINUTE).to_string().replace('T', " ");
    lay(&mut subject, "outage", "", &typed(60), &typed(120));
    lay(&mut subject, "others", "2/s", &typed(0), &typed(600));
    let shown = handles(&subject.panel(Language::English));
    assert_eq!(shown.len(), 4);
    let minute = |time: CivilTime| (time.seconds_since(plan.horizon_start()) / MINUTE) as u32;
    assert_eq!(shown[0].value, minute(opening) + 60);
    // Past its neighbour, and before the first day: it stays in order, and within the days.
    set(&mut subject, &shown[0].name, &shown[0].most.to_string());
    assert_eq!(handles(&subject.panel(Language::English))[0].value, minute(opening) + 119);
    set(&mut subject, &shown[0].name, "0");
    let first = used(&mut subject);
    assert_eq!(minute(first.journey[stage_of(&first)].changes[0].at), 0);
    assert!(CheckedPlan::new(first.clone()).is_ok());
    // A longer outage leaves a longer queue.
    set(&mut subject, &shown[0].name, &(minute(opening) + 60).to_string());
    let peak = |plan: &Plan| {
        let forecast = forecast::run(&CheckedPlan::new(plan.clone()).unwrap());
        forecast.stages[stage_of(plan)].peak_queue
    };
    let short = used(&mut subject);
    set(&mut subject, &shown[1].name, &(minute(opening) + 180).to_string());
    let long = used(&mut subject);
    assert!(
        peak(&plan) < peak(&short) && peak(&short) < peak(&long),
        "{} {} {}",
        peak(&plan),
        peak(&short),
        peak(&long)
    );
    // What was laid can be taken away, row by row.
    for row in ["remove-change-1", "remove-change-0", "remove-flow-1", "remove-flow-0"] {
        assert_eq!(take(&mut subject, row), Outcome::Shown);
    }
    assert_eq!(used(&mut subject), plan);
}

fn stage_of(plan: &Plan) -> usize {
    plan.journey.iter().position(|stage| !stage.changes.is_empty()).unwrap_or(0)
}

#[test]
fn a_row_says_what_holds_and_can_be_made_something_else() {
    let plan = Example::Staggered.plan(Wording::english);
    let opening = plan.first_opening().unwrap();
    let mut subject = opened(plan);
    let typed = |minutes: i64| opening.plus_seconds(minutes * MINUTE).to_string();
    lay(&mut subject, "outage", "", &typed(60), &typed(120));
    let label = |subject: &dyn Subject, row: usize| handles(&subject.panel(Language::English))[row].label.clone();
    assert!(label(&*subject, 0).contains("outage") && label(&*subject, 1).contains("back to the first capacity"));
    for (kind, level, says) in [
        ("times", "0.25", "times 0.25"),
        ("rate", "600/min", "10"),
        ("stop", "", "stopped"),
        ("turn-away", "", "sent off"),
    ] {
        set(&mut subject, "does-change-0", kind);
        if !level.is_empty() {
            set(&mut subject, "level-change-0", level);
        }
        assert!(label(&*subject, 0).contains(says), "{kind}: {}", label(&*subject, 0));
        assert!(label(&*subject, 1).contains("back to the first capacity"), "{}", label(&*subject, 1));
    }
    // Half a time stays in its field with its fault, and the plan as it was.
    let before = used(&mut subject);
    set(&mut subject, "at-change-0", "2022-04-");
    assert!(subject.panel(Language::English).fields().iter().any(|field| field.fault.is_some()));
    assert_eq!(used(&mut subject), before);
}
