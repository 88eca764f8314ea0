//! Journeys of real days to begin from.

use stagger::library::journeys::Journey;
use stagger::library::{Wording, busan::Example};
use stagger::plan::number::NumberField;
use stagger::plan::{CheckedPlan, Plan, SourceKind};
use stagger::text::Language;
use stagger::workshop::{Block, Outcome, Step, begin};

fn plan() -> Plan {
    Example::DayAsItWas.plan(Wording::english)
}

#[test]
fn every_journey_makes_a_plan_whose_numbers_say_what_they_rest_on() {
    for read in [Wording::korean, Wording::english] {
        for journey in Journey::ALL {
            let made = journey.put_into(&plan(), read);
            let name = journey.name();
            assert!(CheckedPlan::new(made.clone()).is_ok(), "{name}");
            // The people and the windows stay as they were.
            assert_eq!(
                (&made.members, &made.windows, &made.arrivals.show_up),
                (&plan().members, &plan().windows, &plan().arrivals.show_up)
            );
            for field in NumberField::all_in(&made) {
                let pointer = field.pointer();
                let is_limit = pointer.ends_with("/rate_per_s")
                    || pointer.ends_with("/sessions")
                    || pointer.ends_with("/service_s");
                if !pointer.starts_with("/journey/") || !is_limit || field.value(&made).is_none() {
                    continue;
                }
                let source = made.sources.get(&pointer).unwrap_or_else(|| panic!("{name} {pointer}"));
                let has_date = source.text.contains("20") || journey == Journey::NewApp;
                assert!(has_date && !source.text.is_empty(), "{name} {pointer}");
                if source.kind == SourceKind::Assumed {
                    let range = made.ranges.iter().find(|range| range.field == pointer);
                    let range = range.unwrap_or_else(|| panic!("{name} {pointer} is a guess without a range"));
                    let value = field.value(&made).unwrap();
                    assert!(range.low < value && value < range.high, "{name} {pointer}");
                }
            }
            assert!(
                made.sources.keys().all(|pointer| !pointer.starts_with("/journey/") || stands(&made, pointer)),
                "{name}"
            );
        }
    }
}

/// Whether the stage of a pointer is there.
fn stands(plan: &Plan, pointer: &str) -> bool {
    pointer.split('/').nth(2).and_then(|at| at.parse::<usize>().ok()).is_some_and(|at| at < plan.journey.len())
}

#[test]
fn the_journey_that_is_looked_at_is_the_one_that_is_used() {
    let mut subject = begin("journeys", plan(), &[], Language::English, |_, _, _| None).unwrap();
    let set = Step::Set { field: "journey".to_owned(), value: "before-deadline".to_owned() };
    assert_eq!(subject.step(set, Language::English), Outcome::Shown);
    let panel = subject.panel(Language::English);
    let table = panel.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let row = &table.unwrap().rows[0];
    assert_eq!(row.cells[1..3], ["74,000/h", "reported"]);
    match subject.step(Step::Take { action: "use".to_owned() }, Language::English) {
        Outcome::Plan { plan: made, .. } => {
            assert_eq!(made.journey.len(), 1);
            assert_eq!(made.entered_as.get("/journey/0/rate_per_s").map(String::as_str), Some("74000/h"));
            assert_eq!(*made, Journey::BeforeDeadline.put_into(&plan(), Wording::english));
        }
        other => panic!("{other:?}"),
    }
}
