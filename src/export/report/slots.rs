//! The peak load of every slot, as a picture and as a table.

use super::{Cell, ColumnKind, Look, Row, RowKind, Sheet, column, some, text};
use crate::chart::slots;
use crate::export::material::Material;
use crate::export::picture::Picture;
use crate::forecast::Slot;
use crate::plan::{Plan, Window};
use crate::risk::SlotFigure;
use crate::text::bands::of_hundred;
use crate::text::format;
use crate::text::report::ReportWords;

/// Height of the picture [px of the layout].
const HEIGHT: u32 = 270;
/// Names of more cohorts are not written out.
const NAMES_MOST: usize = 2;

pub(super) fn push(material: &Material, sheet: &mut Sheet) {
    let (plan, catalogue, words) = (material.plan(), material.text(), sheet.words);
    sheet.section(words.slots);
    let mut scene = slots::scene(plan, &material.forecast, catalogue, None, material.risk.as_ref());
    // What is marked on the page is said by the sentence above.
    scene.selection = None;
    let mut picture = Picture::of("slots", scene.into(), HEIGHT);
    // Of bars by the hour the measure says it itself.
    if material.risk.is_some() && plan.windows.len() >= slots::SLOTS_FOR_BARS {
        picture.note = format!("{}. {}.", picture.note, catalogue.bands.legend);
    }
    sheet.picture(picture);
    let (columns, rows) = table(material, words);
    sheet.table(words.slots_caption, columns, rows);
    sheet.say(Look::Note, format!("{} {}", (catalogue.slot_table.rule)(&plan.target), catalogue.slot_table.note));
}

fn table(material: &Material, words: &ReportWords) -> (Vec<super::Column>, Vec<Row>) {
    let plan = material.plan();
    let with_risk = material.risk.is_some();
    let percentile = format::percent(plan.target.percentile.get());
    let mut columns = vec![
        column(words.slot, ColumnKind::Head, 5),
        column(words.time, ColumnKind::Short, 20),
        column(words.who, ColumnKind::Text, 24),
        column(words.members, ColumnKind::Number, 8),
        column(words.starters, ColumnKind::Number, 8),
        column(words.peak_load, ColumnKind::Number, 8),
    ];
    if with_risk {
        columns.push(column(words.band, ColumnKind::Number, 10));
    }
    columns.extend([
        column(words.queue, ColumnKind::Number, 8),
        column((words.wait)(&percentile), ColumnKind::Number, 8),
        column(words.lost, ColumnKind::Number, 7),
    ]);
    if with_risk {
        columns.push(column(words.chance, ColumnKind::Number, 8));
    }
    columns.push(column(words.verdict, ColumnKind::Verdict, 11));
    let mut day = None;
    let rows = (0..material.forecast.slots.len())
        .map(|index| {
            let opens = window_of(plan, &material.forecast.slots[index]).map(|window| window.opens.date());
            let kind = match opens {
                None => RowKind::Last,
                Some(date) if day != Some(date) => RowKind::First,
                Some(_) => RowKind::Plain,
            };
            day = opens;
            Row { kind, cells: cells(material, index, words) }
        })
        .collect();
    (columns, rows)
}

fn window_of<'a>(plan: &'a Plan, slot: &Slot) -> Option<&'a Window> {
    slot.window.and_then(|index| plan.windows.get(index))
}

fn cells(material: &Material, index: usize, words: &ReportWords) -> Vec<Cell> {
    let (plan, catalogue, slot) = (material.plan(), material.text(), &material.forecast.slots[index]);
    let window = window_of(plan, slot);
    let number = |value: f64| text(format::integer(value));
    // The time between windows invites nobody; its people are those of the slots.
    let people = |value: f64| if window.is_some() { number(value) } else { Cell::Empty };
    let risk = material.risk.as_ref().and_then(|summary| summary.slots.get(index));
    let mut cells = vec![
        some(slot.window.map(|index| (index + 1).to_string())),
        text(window.map_or_else(
            || catalogue.common.between_windows.to_owned(),
            |window| format::interval(catalogue.language, window.opens, window.closes),
        )),
        window.map_or(Cell::Empty, |window| text(who(plan, window, words))),
        people(slot.members),
        people(slot.starters),
        slot.peak_load.map_or(Cell::Empty, |load| Cell::Strong(format::percent(load))),
    ];
    if material.risk.is_some() {
        let band = risk.map(|risk| risk.band(SlotFigure::PeakLoad));
        let band = band.filter(|band| band.low().is_finite() && band.high().is_finite());
        let ends = band.map(|band| catalogue.bands.ends(&format::percent(band.low()), &format::percent(band.high())));
        cells.push(some(ends));
    }
    cells.extend([
        number(slot.peak_queue),
        text(catalogue.common.wait(catalogue.language, slot.wait_target_s)),
        number(slot.lost),
    ]);
    if material.risk.is_some() {
        cells.push(some(risk.map(|risk| format!("{}%", of_hundred(risk.chance)))));
    }
    cells.push(Cell::Verdict(slot.verdict, catalogue.common.verdict(slot.verdict).to_owned()));
    cells
}

/// Who is invited: names of a few cohorts, else the first and how many more.
fn who(plan: &Plan, window: &Window, words: &ReportWords) -> String {
    if window.catch_up {
        return format!("{} ({})", words.everybody_missed, words.catch_up);
    }
    let names: Vec<&str> =
        window.cohorts.iter().filter_map(|at| plan.cohorts.get(*at)).map(|cohort| cohort.name.as_str()).collect();
    if names.len() <= NAMES_MOST {
        return names.join(", ");
    }
    let first = NAMES_MOST - 1;
    (words.and_more)(&names[..first].join(", "), names.len() - first)
}
