//! The report as one laid-out value: it says what the forecast says, in both languages, and names its plan on every page.

use std::collections::BTreeSet;

use stagger::export::picture::Picture;
use stagger::export::report::{Block, Cell, ColumnKind, Report, Table};
use stagger::export::{Material, lay_out, print};
use stagger::forecast::MODEL;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::{CheckedPlan, Plan, Status};
use stagger::risk::{Sampling, Summary, report, screened};
use stagger::text::bands::of_hundred;
use stagger::text::report::words;
use stagger::text::{Language, format};
use stagger::wire::fingerprint::fingerprint;
use stagger::wire::link;
use stagger::wire::workshop::{Element, write};

const ADDRESS: &str = "https://stagger.example/";

pub fn example(example: Example, language: Language) -> Plan {
    example.plan(if language == Language::Korean { Wording::korean } else { Wording::english })
}

pub fn drawn(plan: &Plan, draws: usize) -> Summary {
    let checked = CheckedPlan::new(plan.clone()).unwrap();
    report(&checked, Sampling { seed: plan.seed, draws }, &[], &screened).summary
}

pub fn material(plan: Plan, language: Language, risk: Option<Summary>) -> Material {
    Material::new(CheckedPlan::new(plan).unwrap(), risk, language, Some(ADDRESS))
}

fn tables(report: &Report) -> Vec<&Table> {
    report.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) | Cell::Strong(text) | Cell::Verdict(_, text) => text,
        Cell::Empty => "",
    }
}

/// Everything that is said, in order.
fn said(elements: &[Element]) -> String {
    let of = |element: &Element| match element {
        Element::Text(text) => text.clone(),
        Element::Tag { children, .. } => format!("{} ", said(children)),
    };
    elements.iter().map(of).collect()
}

#[test]
fn the_table_of_slots_holds_the_figures_of_the_forecast() {
    for language in Language::ALL {
        let plan = example(Example::DayAsItWas, language);
        let material = material(plan.clone(), language, Some(drawn(&plan, 40)));
        let report = lay_out(&material, None);
        let table = tables(&report)[0];
        assert_eq!(table.rows.len(), material.forecast.slots.len());
        let at = |heading: &str| table.columns.iter().position(|column| column.heading == heading).unwrap();
        let words = words(language);
        let common = &language.catalogue().common;
        for (index, (row, slot)) in table.rows.iter().zip(&material.forecast.slots).enumerate() {
            assert_eq!(row.cells.len(), table.columns.len());
            assert_eq!(text(&row.cells[at(words.peak_load)]), common.load(slot.peak_load));
            assert_eq!(text(&row.cells[at(words.queue)]), format::integer(slot.peak_queue));
            assert_eq!(text(&row.cells[at(words.lost)]), format::integer(slot.lost));
            assert_eq!(text(&row.cells[at(words.verdict)]), common.verdict(slot.verdict));
            let chance = material.risk.as_ref().unwrap().slots[index].chance;
            assert_eq!(text(&row.cells[at(words.chance)]), format!("{}%", of_hundred(chance)));
            // The time between windows invites nobody: that is no zero.
            let expected = if slot.window.is_some() { format::integer(slot.members) } else { String::new() };
            assert_eq!(text(&row.cells[at(words.members)]), expected);
        }
    }
}

#[test]
fn without_risk_the_figures_say_that_they_are_at_the_likely_values() {
    let language = Language::English;
    let plan = example(Example::Staggered, language);
    let without = lay_out(&material(plan.clone(), language, None), None);
    let with = lay_out(&material(plan.clone(), language, Some(drawn(&plan, 40))), None);
    let sure = |report: &Report| {
        let figures =
            report.blocks.iter().find_map(|block| if let Block::Figures(all) = block { Some(all) } else { None });
        figures.unwrap().iter().map(|figure| figure.sure.clone()).collect::<Vec<_>>()
    };
    let likely = language.catalogue().bands.at_likely;
    assert!(sure(&without).iter().all(|sure| sure == likely));
    assert!(sure(&with).iter().all(|sure| sure != likely && sure.contains("9 in 10")), "{:?}", sure(&with));
    let columns = |report: &Report| tables(report)[0].columns.len();
    assert_eq!(columns(&with), columns(&without) + 2);
}

#[test]
fn every_cohort_is_in_the_timetable_once_with_its_window_and_members() {
    let language = Language::Korean;
    let material = material(example(Example::Staggered, language), language, None);
    let report = lay_out(&material, None);
    let table = tables(&report)[1];
    let plan = material.plan();
    let rows: BTreeSet<Vec<&str>> = table.rows.iter().map(|row| row.cells.iter().map(text).collect()).collect();
    assert_eq!(rows.len(), plan.cohorts.len() + plan.windows.iter().filter(|window| window.catch_up).count());
    for (index, cohort) in plan.cohorts.iter().enumerate() {
        let window =
            plan.windows.iter().position(|window| !window.catch_up && window.cohorts.contains(&index)).unwrap();
        let members = format::integer(material.cut().cohorts[index].total as f64);
        let opens = format::moment(language, plan.windows[window].opens);
        let number = (window + 1).to_string();
        let is_it =
            |row: &&Vec<&str>| row[0] == cohort.name && row[1] == members && row[2] == opens && row[4] == number;
        assert_eq!(rows.iter().filter(is_it).count(), 1, "{}", cohort.name);
    }
}

#[test]
fn assumptions_are_numbered_and_every_source_that_is_named_is_listed() {
    for language in Language::ALL {
        let report = lay_out(&material(example(Example::DayAsItWas, language), language, None), None);
        let table = *tables(&report).last().unwrap();
        let lists =
            report.blocks.iter().filter_map(|block| if let Block::Items(items) = block { Some(items) } else { None });
        let sources: Vec<&str> = lists.clone().next().unwrap().iter().map(|item| item.number.as_str()).collect();
        assert!(table.rows.len() > 20 && sources.len() > 10);
        let mut named = BTreeSet::new();
        for (index, row) in table.rows.iter().enumerate() {
            assert_eq!(text(&row.cells[0]), (index + 1).to_string());
            let (value, kind, source) = (text(&row.cells[2]), text(&row.cells[4]), text(&row.cells[5]));
            assert!(!value.is_empty() && !kind.is_empty(), "{row:?}");
            named
                .extend(source.trim_matches(['[', ']']).split(", ").filter(|part| !part.is_empty()).map(str::to_owned));
        }
        let listed: BTreeSet<String> = sources.iter().map(|number| (*number).to_owned()).collect();
        assert_eq!(named, listed);
        assert!(lists.count() == 2, "what was not modelled is a list of its own");
    }
}

#[test]
fn every_page_names_the_plan_its_fingerprint_and_the_model_and_the_link_opens_it() {
    for language in Language::ALL {
        let plan = example(Example::Staggered, language);
        let report = lay_out(&material(plan.clone(), language, None), None);
        let mark = fingerprint(&plan);
        for part in [plan.title.clone(), mark.clone(), MODEL.to_string()] {
            assert!(report.furniture.foot.contains(&part), "{}", report.furniture.foot);
        }
        assert!(report.marks.iter().any(|(_, value)| *value == mark));
        let reference =
            report.blocks.iter().find_map(|block| if let Block::Reference(all) = block { Some(all) } else { None });
        let address = reference.unwrap().link.clone().unwrap();
        assert!(address.starts_with(ADDRESS));
        assert_eq!(fingerprint(&link::decode(&address).unwrap()), mark);
    }
}

#[test]
fn a_draft_that_goes_on_from_an_approved_version_names_it() {
    let language = Language::English;
    let approved = Plan { status: Status::Approved, ..example(Example::Staggered, language) };
    let mark = fingerprint(&approved);
    let draft = Plan {
        status: Status::Draft,
        days: approved.days + 1,
        approved: Some(approved.into()),
        ..example(Example::Staggered, language)
    };
    let report = lay_out(&material(draft, language, None), None);
    assert!(report.marks.iter().any(|(_, value)| value.contains(&mark)), "{:?}", report.marks);
}

#[test]
fn what_a_user_typed_is_text_and_the_view_says_all_of_the_report() {
    let language = Language::English;
    let mut plan = example(Example::DayAsItWas, language);
    plan.title = "<img src=x onerror=alert(1)>".to_owned();
    let report = lay_out(&material(plan, language, None), None);
    let elements = print::elements(&report);
    assert!(said(&elements).contains("<img src=x onerror=alert(1)>"));
    for table in tables(&report) {
        assert!(said(&elements).contains(&table.caption));
        assert!(table.columns.iter().any(|column| column.kind == ColumnKind::Head));
    }
    // What is told to the view holds it as text alone.
    let told = write(&elements);
    let pieces: Vec<&str> = told.split('\u{1f}').filter(|piece| piece.contains("onerror")).collect();
    assert!(pieces.len() >= 2 && pieces.iter().all(|piece| piece.starts_with('"')), "{pieces:?}");
}

#[test]
fn the_address_stands_there_as_a_picture_too_where_there_is_one() {
    for language in Language::ALL {
        let words = words(language);
        let material = material(example(Example::DayAsItWas, language), language, None);
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 3 3\"><path d=\"M0 0h3v3H0z\"/></svg>";
        let code = Picture::of_code(svg.to_owned(), Vec::new(), 0, words.link_alternative);
        for (code, is_there) in [(None, false), (Some(code), true)] {
            let elements = print::elements(&lay_out(&material, code));
            assert_eq!(said(&elements).contains(words.reference_code), is_there);
            assert_eq!(write(&elements).contains("M0 0h3v3H0z"), is_there);
            assert_eq!(write(&elements).contains(words.link_alternative), is_there);
        }
        let nowhere = Material::new(CheckedPlan::new(material.plan().clone()).unwrap(), None, language, None);
        assert!(said(&print::elements(&lay_out(&nowhere, None))).contains(words.reference_without_link));
    }
}

#[test]
fn pictures_have_words_for_whoever_does_not_see_them() {
    for language in Language::ALL {
        let report = lay_out(&material(example(Example::Staggered, language), language, None), None);
        let pictures = report
            .blocks
            .iter()
            .filter_map(|block| if let Block::Picture(picture) = block { Some(picture) } else { None });
        let pictures: Vec<_> = pictures.collect();
        assert_eq!(pictures.len(), 2);
        for picture in pictures {
            assert!(!picture.alternative.is_empty() && !picture.caption.is_empty());
            let svg = picture.svg();
            assert!(svg.starts_with("<svg") && svg.matches("<text").count() > 10, "{}", &svg[..200]);
        }
    }
}
