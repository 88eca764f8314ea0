//! The fields of the page: every place of the plan file that a form promises has an edit, a meaning and a slider that
//! keeps to its bounds; what a source says follows its value.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;
use stagger::app::entry::BadEntry;
use stagger::app::fields::entry_field::put_back;
use stagger::app::fields::span::{POSITIONS, Span};
use stagger::app::fields::{ChoiceField, EntryField, NumberField, StageNumber};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::edit::{EditName, apply};
use stagger::plan::{Plan, ServiceLaw, ShowUp, SourceKind};
use stagger::text::Language;
use stagger::units::Share;
use stagger::wire::plan_file::read;

use crate::plan_file;

fn full_plan() -> Plan {
    read(&plan_file::full_plan().to_string()).unwrap()
}

/// The leaves of a part of the schema, entries of lists as `*`.
fn leaves(schema: &Value, rule: &Value, pointer: &str, found: &mut BTreeSet<String>) {
    let rule = match rule.get("$ref").and_then(Value::as_str) {
        Some(place) => schema.pointer(place.trim_start_matches('#')).unwrap(),
        None => rule,
    };
    let mut is_leaf = true;
    for part in ["anyOf", "oneOf"].iter().filter_map(|name| rule.get(name)?.as_array()).flatten() {
        if part.get("$ref").is_some() || part.get("properties").is_some() || part.get("items").is_some() {
            is_leaf = false;
            leaves(schema, part, pointer, found);
        }
    }
    for (name, inner) in rule.get("properties").and_then(Value::as_object).into_iter().flatten() {
        is_leaf = false;
        leaves(schema, inner, &format!("{pointer}/{name}"), found);
    }
    if let Some(items) = rule.get("items") {
        is_leaf = false;
        leaves(schema, items, &format!("{pointer}/*"), found);
    }
    if is_leaf {
        found.insert(pointer.to_owned());
    }
}

fn starred(pointer: &str) -> String {
    let step = |step: &str| if step.parse::<usize>().is_ok() { "*".to_owned() } else { step.to_owned() };
    pointer.split('/').map(step).collect::<Vec<_>>().join("/")
}

#[test]
fn every_field_of_the_schema_can_be_edited_on_the_page() {
    let schema: Value = serde_json::from_str(&std::fs::read_to_string("docs/plan.schema.json").unwrap()).unwrap();
    let mut promised = BTreeSet::new();
    for part in ["arrivals", "waiting_room", "journey", "target"] {
        leaves(&schema, &schema["properties"][part], &format!("/{part}"), &mut promised);
    }
    assert!(promised.len() > 35, "{promised:?}");
    let mut by_age = full_plan();
    by_age.arrivals.show_up = ShowUp::ByAge(vec![Share::new(0.4)]);
    Arc::make_mut(&mut by_age.journey)[0].service_law = ServiceLaw::Erlang { phases: 3 };
    let mut offered = BTreeSet::new();
    for plan in [full_plan(), by_age] {
        let typed = EntryField::all_in(&plan).into_iter().map(EntryField::pointer);
        let chosen = ChoiceField::all_in(&plan).into_iter().map(ChoiceField::pointer);
        offered.extend(typed.chain(chosen).map(|pointer| starred(&pointer)));
    }
    let missing: Vec<&String> = promised.difference(&offered).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_field_takes_an_edit_and_shows_it() {
    let plan = full_plan();
    for field in EntryField::all_in(&plan) {
        let typed = match field {
            EntryField::Time(_) => "2022-04-01T15:00",
            _ => "0.5",
        };
        let edited = apply(&plan, &field.read(typed, &plan, &plan).unwrap()).unwrap();
        assert_eq!(field.shown(&edited), typed, "{field:?}");
        assert!(edited != plan, "{field:?}");
    }
    for field in ChoiceField::all_in(&plan) {
        let options = field.options(&plan, Language::English.catalogue()).len();
        for option in 0..options {
            let edited = apply(&plan, &field.edit(&plan, option).unwrap()).unwrap();
            assert_eq!(field.chosen(&edited), option, "{field:?}");
        }
    }
}

#[test]
fn a_range_typed_in_place_of_a_value_keeps_the_value_that_lies_in_it() {
    let plan = Example::Staggered.plan(Wording::korean);
    let field = NumberField::Stage(1, StageNumber::Patience);
    let typed = |before: &Plan, plan: &Plan, text: &str| {
        let edit = EntryField::Number(field).read(text, before, plan)?;
        let name = edit.name();
        Ok::<_, BadEntry>((apply(plan, &edit).unwrap(), name))
    };
    let shown = |plan: &Plan| [EntryField::Number(field), EntryField::Range(field)].map(|field| field.shown(plan));
    assert_eq!(EntryField::Number(field).shown(&plan), "60");
    for text in ["50-80", "50~80", "50 – 80분", "3000초 ~ 80분"] {
        let (edited, name) = typed(&plan, &plan, text).unwrap();
        assert_eq!((shown(&edited), name), (["60", "50–80"].map(str::to_owned), EditName::Ranges), "{text}");
        assert_eq!(edited.sources, plan.sources);
        // What was typed on the way there, and is in the plan by now, is not the value that stays.
        let (on_the_way, _) = typed(&plan, &plan, "50").unwrap();
        assert_eq!(typed(&plan, &on_the_way, text).unwrap().0, edited, "{text}");
    }
    let (edited, name) = typed(&plan, &plan, "25-35").unwrap();
    assert_eq!((shown(&edited), name), (["29.6", "25–35"].map(str::to_owned), EditName::StageTimes));
    for (text, why) in [
        ("35-25", BadEntry::RangeReversed),
        ("25-", BadEntry::NotARange),
        ("0-35", BadEntry::RangeOutside),
        ("25-900000", BadEntry::RangeOutside),
        ("25-35%", BadEntry::OtherUnit),
    ] {
        assert_eq!(typed(&plan, &plan, text).unwrap_err(), why, "{text}");
    }
    let (on_the_way, _) = typed(&plan, &plan, "25").unwrap();
    let back = put_back(EntryField::Number(field), &plan, &on_the_way).unwrap();
    assert_eq!(apply(&on_the_way, &back).unwrap(), plan);
    assert_eq!(put_back(EntryField::Number(field), &plan, &plan), None);
}

#[test]
fn a_range_keeps_how_its_value_was_typed() {
    let plan = Example::Staggered.plan(Wording::korean);
    let field = EntryField::Number(NumberField::Stage(1, StageNumber::Rate));
    let typed = |plan: &Plan, text: &str| apply(plan, &field.read(text, plan, plan).unwrap()).unwrap();
    let ranged = typed(&typed(&plan, "36000/h"), "30000-40000/h");
    assert_eq!(field.shown(&ranged), "36000/h");
    assert_eq!(ranged.journey[1].rate.unwrap().get(), 10.0);
    let other = NumberField::HourWeight(3);
    assert!(EntryField::Number(other).read("2-3", &plan, &plan).is_err(), "it has no range beside it");
}

#[test]
fn an_index_that_is_gone_is_named_and_edits_of_it_do_nothing() {
    let mut plan = full_plan();
    plan.arrivals.gate_stage = Some(7);
    let words = Language::Korean.catalogue();
    assert_eq!(ChoiceField::GateStage.options(&plan, words).last().unwrap(), "8번째 단계 (없음)");
    assert_eq!(ChoiceField::GateStage.chosen(&plan), 2);
    let gone = NumberField::Stage(7, StageNumber::Rate);
    assert_eq!(gone.value(&plan), None);
    assert!(apply(&plan, &gone.edit(&plan, Some(1.0)).unwrap()).is_err());
    assert_eq!(NumberField::Background(7, 0).edit(&plan, Some(1.0)), None);
}

#[test]
fn help_is_one_sentence_in_both_languages() {
    for field in NumberField::KINDS {
        for language in Language::ALL {
            let help = field.help(language.catalogue());
            let inner = help.strip_suffix('.').unwrap_or_default();
            assert!(inner.len() > 20 && !inner.contains(". ") && !inner.ends_with('.'), "{field:?}: {help}");
        }
        assert_ne!(field.help(Language::Korean.catalogue()), field.help(Language::English.catalogue()));
    }
    let kind = |field: &NumberField| starred(&field.pointer());
    let known: BTreeSet<String> = NumberField::KINDS.iter().map(kind).collect();
    let used: BTreeSet<String> = NumberField::all_in(&full_plan()).iter().map(kind).collect();
    assert!(used.is_subset(&known), "{:?}", used.difference(&known));
}

#[test]
fn a_slider_covers_value_and_range_within_the_bounds() {
    for example in Example::ALL {
        let plan = example.plan(Wording::korean);
        let mut n_sliders = 0;
        for field in NumberField::all_in(&plan) {
            let Some(span) = Span::of(field, &plan) else { continue };
            n_sliders += 1;
            let shown = field.unit().shown(field.value(&plan).unwrap());
            let nearest = span.shown(span.position(shown));
            assert!(
                (nearest - shown).abs() <= span.shown(span.first + 1).max(shown * 0.05),
                "{field:?}: {shown} {nearest}"
            );
            assert!(span.last <= POSITIONS && span.first < span.last, "{field:?}");
            for position in [0, span.first, 1, POSITIONS / 2, POSITIONS] {
                let value = field.unit().stored(span.shown(position));
                assert!(field.bounds().hold(value), "{field:?} {position}: {value}");
            }
            if let Some(range) = plan.ranges.iter().find(|range| range.field == field.pointer()) {
                assert!(field.unit().stored(span.shown(POSITIONS)) >= range.high, "{field:?}");
            }
        }
        assert!(n_sliders > 20);
    }
}

#[test]
fn a_source_vouches_for_its_own_value_only() {
    let plan = Example::Staggered.plan(Wording::english);
    let field = NumberField::ShowUp;
    let source = plan.sources.get("/arrivals/show_up").unwrap();
    let change = |before: &Plan, plan: &Plan, value: f64| {
        apply(plan, &field.change(before, plan, Some(value), None).unwrap()).unwrap()
    };
    let edited = change(&plan, &plan, 0.5);
    let noted = edited.sources.get("/arrivals/show_up").unwrap();
    assert_eq!(noted.kind, SourceKind::Assumed);
    assert_eq!(noted.text, format!("Source of the earlier value (40%): {}", source.text));
    let further = change(&edited, &edited, 0.6);
    assert_eq!(further.sources.get("/arrivals/show_up").unwrap().text, noted.text, "said once");
    let back = change(&plan, &edited, 0.4);
    assert_eq!(back, plan, "back within one gesture nothing has happened");
}

#[test]
fn a_capacity_keeps_how_it_was_typed() {
    let plan = Example::Staggered.plan(Wording::korean);
    let field = EntryField::Number(NumberField::Stage(1, StageNumber::Rate));
    let pointer = field.pointer();
    let typed = |plan: &Plan, text: &str| apply(plan, &field.read(text, plan, plan).unwrap()).unwrap();
    let per_hour = typed(&plan, "36000/h");
    assert_eq!((field.shown(&per_hour).as_str(), per_hour.journey[1].rate.unwrap().get()), ("36000/h", 10.0));
    let per_second = typed(&per_hour, "13.3");
    assert_eq!((field.shown(&per_second).as_str(), per_second.entered_as.get(&pointer)), ("13.3", None));
    let same_value = typed(&per_second, "13.3/s");
    assert_eq!(same_value.entered_as.get(&pointer), None);
}
