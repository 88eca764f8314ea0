//! Every value that the forecast rests on, numbered, with range, kind and source, and the target.

use super::{Block, Cell, ColumnKind, Item, Look, Row, RowKind, Sheet, column, some, text};
use crate::explain::place::place;
use crate::explain::trust::{Weak, numbers};
use crate::explain::unit::quantity;
use crate::export::material::Material;
use crate::plan::{Plan, ShowUp, Source};
use crate::text::Catalogue;
use crate::text::report::ReportWords;

pub(super) fn push(material: &Material, sheet: &mut Sheet) {
    let (plan, catalogue, words) = (material.plan(), material.text(), sheet.words);
    let target = &plan.target;
    sheet.section(words.assumptions);
    sheet.part(words.target);
    let said = (words.target_is)(target.percentile.get(), target.wait.get(), target.load);
    sheet.say(Look::Plain, format!("{said} {}", words.verdict_rule));
    sheet.part(words.values);
    let drawn = material.risk.as_ref().map(|risk| (words.ranges_note)(risk.draws));
    sheet.say(
        Look::Plain,
        [Some(words.assumptions_note.to_owned()), drawn].into_iter().flatten().collect::<Vec<_>>().join(" "),
    );
    let mut sources = Sources::default();
    let row = |(index, number): (usize, &Weak)| row(material, index + 1, number, &mut sources, words);
    let rows = numbers(plan).iter().enumerate().map(row).collect();
    let columns = vec![
        column(words.number, ColumnKind::Number, 6),
        column(words.name, ColumnKind::Head, 40),
        column(words.value, ColumnKind::Number, 18),
        column(words.range, ColumnKind::Number, 18),
        column(words.kind_of_source, ColumnKind::Short, 12),
        column(words.source, ColumnKind::Short, 9),
    ];
    sheet.table(words.assumptions_caption, columns, rows);
    if !sources.list.is_empty() {
        sheet.part(words.sources);
        sheet.blocks.push(Block::Items(sources.items(catalogue)));
    }
}

/// The sources of a report, each once, in the order in which they are first named.
#[derive(Default)]
struct Sources<'a> {
    list: Vec<&'a Source>,
}

impl<'a> Sources<'a> {
    /// The number of a source, from 1.
    fn number(&mut self, source: &'a Source) -> usize {
        let known = self.list.iter().position(|known| known.text == source.text && known.url == source.url);
        known.unwrap_or_else(|| {
            self.list.push(source);
            self.list.len() - 1
        }) + 1
    }

    fn items(&self, catalogue: &Catalogue) -> Vec<Item> {
        let item = |(index, source): (usize, &&Source)| Item {
            number: (index + 1).to_string(),
            text: match source.text.trim() {
                "" => catalogue.assumptions.kind(Some(source.kind)).to_owned(),
                text => text.to_owned(),
            },
            address: source.url.clone(),
        };
        self.list.iter().enumerate().map(item).collect()
    }
}

fn row<'a>(material: &'a Material, at: usize, number: &Weak, sources: &mut Sources<'a>, words: &ReportWords) -> Row {
    let (plan, catalogue) = (material.plan(), material.text());
    let quantity = |value: f64| quantity(material.language, plan, &number.pointer, value);
    let range = number.range.map(|(low, high)| catalogue.bands.ends(&quantity(low), &quantity(high)));
    let own = plan.sources.iter().filter(|(field, _)| is_within(field, &number.pointer));
    let mut of_it: Vec<usize> = own.map(|(_, source)| sources.number(source)).collect();
    of_it.dedup();
    let of_it: Vec<String> = of_it.iter().map(usize::to_string).collect();
    let cells = vec![
        text(at.to_string()),
        text(match number.pointer.as_str() {
            "/members/counts" => words.all_members.to_owned(),
            pointer => capitalised(&place(material.language, plan, pointer)),
        }),
        text(value(material, number, words)),
        some(range),
        text(catalogue.assumptions.kind(number.kind)),
        if of_it.is_empty() { Cell::Empty } else { text((words.source_numbers)(&of_it.join(", "))) },
    ];
    Row { kind: RowKind::Plain, cells }
}

/// Whether `field` is the field of `pointer` or an entry of it.
fn is_within(field: &str, pointer: &str) -> bool {
    field.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The likely value; of a list what stands for it.
fn value(material: &Material, number: &Weak, words: &ReportWords) -> String {
    let (plan, catalogue) = (material.plan(), material.text());
    let said = quantity(material.language, plan, &number.pointer, number.value);
    match number.pointer.as_str() {
        "/members/counts" => (catalogue.common.people)(number.value),
        "/arrivals/show_up" if matches!(plan.arrivals.show_up, ShowUp::ByAge(_)) => (words.mean)(&said),
        "/arrivals/hour_weights" => weights(plan, words),
        "/arrivals/starters_table" => (words.rows)(plan.arrivals.starters_table.as_ref().map_or(0, Vec::len)),
        pointer if pointer.ends_with("/background") => (words.rows)(background_rows(plan, pointer)),
        _ => said,
    }
}

fn weights(plan: &Plan, words: &ReportWords) -> String {
    (words.rows)(plan.arrivals.hour_weights.map_or(0, |weights| weights.len()))
}

fn background_rows(plan: &Plan, pointer: &str) -> usize {
    let stage = pointer.split('/').nth(2).and_then(|at| at.parse::<usize>().ok());
    stage.and_then(|at| plan.journey.get(at)).map_or(0, |stage| stage.background.len())
}

/// The first letter as at the head of a line; what has no capitals stays.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
