//! Who is invited when, cohort by cohort.

use super::{Cell, ColumnKind, Look, Row, RowKind, Sheet, column, text};
use crate::explain::place;
use crate::export::material::Material;
use crate::num::order;
use crate::plan::{Plan, Window};
use crate::text::format;
use crate::text::report::ReportWords;

pub(super) fn push(material: &Material, sheet: &mut Sheet) {
    let (plan, words) = (material.plan(), sheet.words);
    sheet.section(words.timetable);
    if plan.cohorts.is_empty() {
        return sheet.say(Look::Plain, words.no_cohorts);
    }
    sheet.say(Look::Plain, words.timetable_note);
    let columns = vec![
        column(words.cohort, ColumnKind::Head, 34),
        column(words.members, ColumnKind::Number, 12),
        column(words.opens, ColumnKind::Short, 20),
        column(words.closes, ColumnKind::Short, 20),
        column(words.slot, ColumnKind::Number, 8),
    ];
    sheet.table(words.timetable_caption, columns, rows(material, words));
    let outside = material.cut().in_no_cohort;
    if outside > 0 {
        sheet.say(Look::Note, (words.in_no_cohort)(outside as f64));
    }
}

/// The cohorts in the order in which they are invited, whoever is not invited last; then the catch-up windows.
fn rows(material: &Material, words: &ReportWords) -> Vec<Row> {
    let plan = material.plan();
    let mut cohorts: Vec<(Option<usize>, usize)> =
        (0..plan.cohorts.len()).map(|cohort| (ordinary_window(plan, cohort), cohort)).collect();
    let key = |(window, cohort): &(Option<usize>, usize)| {
        let opens = window.map(|index| plan.windows[index].opens);
        (opens.is_none(), opens, *window, *cohort)
    };
    order::sort_by_key(&mut cohorts, key);
    let mut last = None;
    let mut rows: Vec<Row> = Vec::new();
    for (window, cohort) in cohorts {
        let name = place::cohort(material.language, plan, cohort);
        let people = material.cut().cohorts.get(cohort).map_or(0, |people| people.total);
        let at = window.map(|index| (index, &plan.windows[index]));
        let kind = if last == Some(window) { RowKind::Plain } else { RowKind::First };
        last = Some(window);
        rows.push(Row { kind, cells: cells(material, name, text(format::integer(people as f64)), at, words) });
    }
    for (index, window) in plan.windows.iter().enumerate().filter(|(_, window)| window.catch_up) {
        let name = format!("{} ({})", words.everybody_missed, words.catch_up);
        let members =
            material.forecast.slots.get(index).map_or(Cell::Empty, |slot| text(format::integer(slot.members)));
        rows.push(Row { kind: RowKind::First, cells: cells(material, name, members, Some((index, window)), words) });
    }
    rows
}

fn cells(
    material: &Material,
    name: String,
    members: Cell,
    window: Option<(usize, &Window)>,
    words: &ReportWords,
) -> Vec<Cell> {
    let Some((index, window)) = window else {
        return vec![text(name), members, text(words.not_invited), Cell::Empty, Cell::Empty];
    };
    let moment = |time| text(format::moment(material.language, time));
    let closes = if window.opens.date() == window.closes.date() {
        text(format::time_of_day(window.closes))
    } else {
        moment(window.closes)
    };
    vec![text(name), members, moment(window.opens), closes, text((index + 1).to_string())]
}

/// The ordinary window of a cohort.
fn ordinary_window(plan: &Plan, cohort: usize) -> Option<usize> {
    plan.windows.iter().position(|window| !window.catch_up && window.cohorts.contains(&cohort))
}
