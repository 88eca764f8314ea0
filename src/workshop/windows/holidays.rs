//! The task of seeing and editing the holidays of the years that the plan touches.

use super::{Answer, BUILT_IN, TAKE, Windows, action, said};
use crate::clock::CivilDate;
use crate::plan::{Holiday, Holidays, Plan};
use crate::text::workshop::calendar;
use crate::text::workshop::windows::{WindowsWords, words};
use crate::text::{Language, format};
use crate::workshop::{Block, Column, Field, Kind, Row, Table, Tone};

const LINES: &str = "holidays";
const SOURCE: &str = "holiday-source";
/// Rows of the field that are shown at once.
const ROWS: u32 = 10;

/// A line that is no day: its number from 1, and what it says.
struct BadLine(usize, String);

/// Years of the days of the plan, and of the days before and after.
fn years(plan: &Plan) -> (u32, u32) {
    let year = |day: CivilDate| u32::try_from(day.year()).unwrap_or_default();
    (year(plan.first_day.plus_days(-1)), year(plan.first_day.plus_days(i64::from(plan.days))))
}

/// The plan with the table as it is edited; `None` where a line cannot be used or nothing is different.
pub fn plan(windows: &Windows, language: Language) -> Option<Plan> {
    let (from_year, to_year) = years(&windows.plan);
    let days = days(&lines(windows, language), (from_year, to_year)).ok()?;
    let source = source(windows, language);
    let table = Holidays { from_year, to_year, source, days };
    let known = windows.holidays(language);
    let is_same = known.as_ref().is_some_and(|known| of_years(known, (from_year, to_year)) == table.days)
        && windows.typed.get(SOURCE).is_none();
    (!is_same).then(|| Plan { holidays: Some(table), ..windows.plan.clone() })
}

fn of_years(table: &Holidays, years: (u32, u32)) -> Vec<Holiday> {
    let is_in = |day: CivilDate| u32::try_from(day.year()).is_ok_and(|year| (years.0..=years.1).contains(&year));
    table.days.iter().filter(|holiday| table.knows(holiday.date) && is_in(holiday.date)).cloned().collect()
}

/// What stands in the field: what was typed, else the days that are known.
fn lines(windows: &Windows, language: Language) -> String {
    if let Some(typed) = windows.typed.get(LINES) {
        return typed.to_owned();
    }
    let known = windows.holidays(language).map_or(Vec::new(), |table| of_years(&table, years(&windows.plan)));
    known.iter().map(|holiday| format!("{} {}\n", holiday.date, holiday.name)).collect()
}

fn source(windows: &Windows, language: Language) -> String {
    let typed = windows.typed.get(SOURCE).map(str::to_owned);
    let own = || windows.plan.holidays.as_ref().map(|table| table.source.clone());
    typed.or_else(own).unwrap_or_else(|| words(language).holiday_source_own.to_owned())
}

/// The days of the lines in order of time, each once.
fn days(lines: &str, years: (u32, u32)) -> Result<Vec<Holiday>, BadLine> {
    let mut days: Vec<Holiday> = Vec::new();
    for (at, line) in lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let (date, name) = line.trim().split_once([' ', '\t', ',']).unwrap_or((line.trim(), ""));
        let date = CivilDate::parse(date).ok();
        let is_in = |day: &CivilDate| u32::try_from(day.year()).is_ok_and(|year| (years.0..=years.1).contains(&year));
        let Some(date) = date.filter(is_in) else { return Err(BadLine(at + 1, line.trim().to_owned())) };
        if days.iter().all(|known| known.date != date) {
            days.push(Holiday { date, name: name.trim().to_owned() });
        }
    }
    crate::num::order::sort_by_key(&mut days, |holiday| holiday.date);
    Ok(days)
}

pub fn answer(windows: &Windows, words: &WindowsWords, language: Language) -> Answer {
    let years = years(&windows.plan);
    let text = lines(windows, language);
    let read = days(&text, years);
    let fault = read.as_ref().err().map(|BadLine(at, line)| (words.holiday_fault)(*at, line, years.0, years.1));
    let field = |name: &str, label: &str, help: Option<&str>, kind, fault| Field {
        name: name.to_owned(),
        label: label.to_owned(),
        help: help.map(str::to_owned),
        kind,
        fault,
    };
    let table = windows.holidays(language);
    let calendar = calendar::words(language);
    let mut blocks = vec![said(Tone::Plain, (words.holidays_about)(years.0, years.1))];
    blocks.push(match &table {
        Some(table) => said(Tone::Plain, (calendar.table)(table.from_year, table.to_year, &table.source)),
        None => said(Tone::Caution, calendar.no_table),
    });
    if windows.plan.holidays.is_some() {
        blocks.push(said(Tone::Plain, calendar.own_table));
    }
    let is_known = |year: &u32| table.as_ref().is_some_and(|table| (table.from_year..=table.to_year).contains(year));
    let unknown = (years.0..=years.1).filter(|year| !is_known(year));
    blocks.extend(unknown.map(|year| said(Tone::Caution, (words.holidays_unknown)(year))));
    let source = Kind::Text { text: source(windows, language), unit: None, is_number: false };
    blocks.push(Block::Fields(vec![
        field(LINES, words.holiday_lines, Some(words.holiday_lines_help), Kind::Lines { text, rows: ROWS }, fault),
        field(SOURCE, words.holiday_source, None, source, None),
    ]));
    if let Ok(days) = read {
        let row = |holiday: &Holiday| Row {
            cells: vec![
                (words.holiday_date)(holiday.date.year(), &format::date(language, holiday.date)),
                holiday.name.clone(),
            ],
            ..Row::default()
        };
        let column = |heading: &str| Column { heading: heading.to_owned(), is_number: false };
        blocks.push(Block::Table(Table {
            caption: (words.holiday_table)(years.0, years.1),
            columns: vec![column(words.day), column(words.holiday)],
            rows: days.iter().map(row).collect(),
        }));
    }
    let mut actions = Vec::new();
    if plan(windows, language).is_some() {
        actions.push(action(TAKE, words.take_holidays));
    }
    if windows.plan.holidays.is_some() {
        actions.push(action(BUILT_IN, words.built_in));
    }
    Answer { blocks, actions }
}
