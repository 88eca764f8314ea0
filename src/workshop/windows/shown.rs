//! Windows as tables: days down and hours across, one by one, and what the calendar has against their days.

use crate::clock::{CivilDate, SECONDS_PER_HOUR};
use crate::num::order;
use crate::plan::{Holidays, Plan, Window};
use crate::staging::calendar::{Reason, Remark, reasons, remarks};
use crate::staging::windows::outside::{Before, outside};
use crate::staging::windows::starters_of_windows;
use crate::text::workshop::calendar::{self, CalendarWords};
use crate::text::workshop::windows::WindowsWords;
use crate::text::{Language, format};
use crate::workshop::{Block, Column, Row, Table, Tone};

use super::said;

/// Columns of hours that fit side by side; longer days take steps of several hours.
const COLUMNS: i64 = 12;
const HOURS_PER_DAY: i64 = 24;
/// Cohorts of a window that are named.
const NAMED: usize = 3;
/// Days of a reason that are named.
const NAMED_DAYS: usize = 4;

/// Everything that is shown of the windows of a plan.
pub fn windows(plan: &Plan, holidays: Option<&Holidays>, words: &WindowsWords, language: Language) -> Vec<Block> {
    if plan.windows.is_empty() {
        return Vec::new();
    }
    let starters = starters_of_windows(plan, &plan.windows);
    let mut blocks = vec![
        Block::Heading(words.grid.to_owned()),
        said(Tone::Plain, words.grid_note),
        Block::Table(grid(plan, &starters, holidays, words, language)),
    ];
    blocks.extend(calendar_blocks(plan, holidays, language));
    blocks.extend(outside_blocks(plan, words));
    blocks.push(Block::Heading(words.list.to_owned()));
    blocks.push(Block::Table(list(plan, &starters, words, language)));
    blocks
}

fn column(heading: impl Into<String>, is_number: bool) -> Column {
    Column { heading: heading.into(), is_number }
}

/// First and last hour in which a window is open on any day, and the hours of a column.
fn hours(plan: &Plan) -> (i64, i64, i64) {
    let ends_within = |window: &Window| window.closes <= window.opens.date().plus_days(1).midnight();
    let is_daily = plan.windows.iter().all(ends_within);
    let first = plan.windows.iter().map(|window| i64::from(window.opens.hour())).min().unwrap_or_default();
    let last_of = |window: &Window| {
        let seconds = window.closes.seconds_since(window.opens.date().midnight());
        (seconds + SECONDS_PER_HOUR - 1).div_euclid(SECONDS_PER_HOUR)
    };
    let last = plan.windows.iter().map(last_of).max().unwrap_or(HOURS_PER_DAY);
    let (first, last) = if is_daily { (first, last.max(first + 1)) } else { (0, HOURS_PER_DAY) };
    (first, last, (last - first + COLUMNS - 1) / COLUMNS)
}

fn grid(plan: &Plan, starters: &[f64], holidays: Option<&Holidays>, words: &WindowsWords, language: Language) -> Table {
    let (first, last, step) = hours(plan);
    let starts = || (first..last).step_by(usize::try_from(step).unwrap_or(1));
    let mut columns = vec![column(words.day, false)];
    columns.extend(starts().map(|hour| column(format::hour(language, u8::try_from(hour).unwrap_or_default()), true)));
    let row = |day: CivilDate| {
        let found = reasons(day, holidays);
        let is_used = plan.windows.iter().any(|window| is_open(window, day, 0, HOURS_PER_DAY));
        let calendar = calendar::words(language);
        let short: Vec<String> = found.iter().map(calendar.short).collect();
        let name = format::date(language, day);
        let heading = if short.is_empty() { name } else { format!("{name} · {}", short.join(", ")) };
        let mut cells = vec![heading];
        cells.extend(starts().map(|hour| cell(plan, starters, day, (hour, (hour + step).min(last)), words)));
        let tone = if is_used && !found.is_empty() { Tone::Caution } else { Tone::Plain };
        Row { cells, tone, is_left_out: false }
    };
    let days = (0..i64::from(plan.days)).map(|day| plan.first_day.plus_days(day));
    Table { caption: words.grid.to_owned(), columns, rows: days.map(row).collect() }
}

fn is_open(window: &Window, day: CivilDate, from: i64, to: i64) -> bool {
    let at = |hour: i64| day.midnight().plus_seconds(hour * SECONDS_PER_HOUR);
    window.opens < at(to) && window.closes > at(from)
}

/// What opens within the hours, or that something is open still.
fn cell(plan: &Plan, starters: &[f64], day: CivilDate, (from, to): (i64, i64), words: &WindowsWords) -> String {
    let at = |hour: i64| day.midnight().plus_seconds(hour * SECONDS_PER_HOUR);
    let opens = |window: &Window| window.opens >= at(from) && window.opens < at(to);
    let opening = || plan.windows.iter().enumerate().filter(|(_, window)| opens(window));
    if opening().any(|(_, window)| !window.catch_up) {
        return format::integer(opening().map(|(index, _)| starters[index]).sum());
    }
    if opening().next().is_some() {
        return words.called_back.to_owned();
    }
    if plan.windows.iter().any(|window| is_open(window, day, from, to)) {
        return words.open_still.to_owned();
    }
    String::new()
}

fn calendar_blocks(plan: &Plan, holidays: Option<&Holidays>, language: Language) -> Vec<Block> {
    let calendar = calendar::words(language);
    let found = remarks(plan, &plan.windows, holidays);
    let mut blocks = vec![Block::Heading(calendar.heading.to_owned())];
    blocks.push(match holidays {
        Some(table) => said(Tone::Plain, (calendar.table)(table.from_year, table.to_year, &table.source)),
        None => said(Tone::Caution, calendar.no_table),
    });
    if plan.holidays.is_some() {
        blocks.push(said(Tone::Plain, calendar.own_table));
    }
    if found.is_empty() {
        blocks.push(said(Tone::Good, calendar.nothing));
        return blocks;
    }
    let mut kinds: Vec<&Reason> = Vec::new();
    for reason in found.iter().flat_map(|remark| &remark.reasons) {
        if !kinds.contains(&reason) {
            kinds.push(reason);
        }
    }
    blocks.extend(kinds.into_iter().map(|kind| said(Tone::Caution, of_kind(kind, &found, calendar, language))));
    blocks
}

/// A reason with the days that it holds for.
fn of_kind(kind: &Reason, found: &[Remark], calendar: &CalendarWords, language: Language) -> String {
    let of_kind: Vec<&Remark> = found.iter().filter(|remark| remark.reasons.contains(kind)).collect();
    let named = of_kind.iter().take(NAMED_DAYS).map(|remark| format::date(language, remark.day));
    let mut days = named.collect::<Vec<_>>().join(", ");
    if of_kind.len() > NAMED_DAYS {
        days = format!("{days} {}", (calendar.more_days)(of_kind.len() - NAMED_DAYS));
    }
    let mut windows: Vec<usize> = of_kind.iter().flat_map(|remark| remark.windows.iter().copied()).collect();
    order::sort(&mut windows);
    windows.dedup();
    let starters = of_kind.iter().map(|remark| remark.starters).sum();
    (calendar.remark)(&(calendar.reason)(kind), &days, windows.len(), starters)
}

fn stage_name(plan: &Plan, stage: Option<usize>) -> Option<&str> {
    stage.and_then(|stage| plan.journey.get(stage)).map(|stage| stage.name.as_str())
}

fn outside_blocks(plan: &Plan, words: &WindowsWords) -> Vec<Block> {
    let share = format::percent(plan.arrivals.ignore_window_share.get());
    let shut = plan.windows.iter().filter(|window| window.closes_hard).count();
    vec![
        Block::Heading(words.outside.to_owned()),
        said(Tone::Plain, (words.gate)(stage_name(plan, plan.arrivals.gate_stage), &share)),
        said(Tone::Plain, (words.shut)(shut, plan.windows.len())),
    ]
}

fn list(plan: &Plan, starters: &[f64], words: &WindowsWords, language: Language) -> Table {
    let row = |(index, window): (usize, &Window)| {
        let names: Vec<&str> = window
            .cohorts
            .iter()
            .take(NAMED)
            .filter_map(|&cohort| plan.cohorts.get(cohort))
            .map(|cohort| cohort.name.as_str())
            .collect();
        let mut cohorts = names.join(", ");
        if window.cohorts.len() > NAMED {
            cohorts = format!("{cohorts} {}", (words.and_more)(window.cohorts.len() - NAMED));
        }
        let stops = outside(plan, &plan.windows, window);
        let stage = match stops.before {
            Before::TurnedAway { stage } => stage_name(plan, Some(stage)).unwrap_or_default(),
            _ => "",
        };
        let people = if window.catch_up { words.called_back.to_owned() } else { (words.people)(starters[index]) };
        Row {
            cells: vec![
                format::interval(language, window.opens, window.closes),
                cohorts,
                people,
                (words.before_is)(stops.before, stage),
                (words.after_is)(stops.after).to_owned(),
            ],
            ..Row::default()
        }
    };
    Table {
        caption: words.list.to_owned(),
        columns: vec![
            column(words.window, false),
            column(words.cohorts, false),
            column(words.starters, true),
            column(words.before, false),
            column(words.after, false),
        ],
        rows: plan.windows.iter().enumerate().map(row).collect(),
    }
}
