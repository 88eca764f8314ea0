//! The list of links and notices by cohort: as a table to look at, and as CSV for whoever sends the notices.

use super::written::Writer;
use crate::clock::CivilTime;
use crate::export::delimited;
use crate::text::workshop::notices::NoticesWords;
use crate::text::{Language, format};
use crate::workshop::{Column, Row, Table};

/// Column of the members.
const MEMBERS: usize = 3;
/// Columns that are numbers.
const NUMBERS: [usize; 2] = [0, MEMBERS];

/// What is said of a cohort, one cell per column; `digits` writes people.
fn cells(writer: &Writer, cohort: usize, language: Language, digits: fn(f64) -> String) -> [String; 8] {
    let window = writer.window(cohort);
    let time = |time: CivilTime| {
        let weekday = format::weekday(language, time.date());
        format!("{} ({weekday}) {}", time.date(), format::time_of_day(time))
    };
    [
        (cohort + 1).to_string(),
        writer.plan.cohorts[cohort].name.clone(),
        writer.who(cohort, language),
        digits(writer.cut.cohorts[cohort].total as f64),
        window.map(|window| time(window.opens)).unwrap_or_default(),
        window.map(|window| time(window.closes)).unwrap_or_default(),
        writer.catch_up(cohort, language),
        writer.link(cohort).unwrap_or_default(),
    ]
}

/// The list without the notices.
pub fn table(writer: &Writer, words: &NoticesWords, language: Language) -> Table {
    let column =
        |(at, heading): (usize, &&str)| Column { heading: (*heading).to_owned(), is_number: NUMBERS.contains(&at) };
    let row = |cohort| Row { cells: cells(writer, cohort, language, format::integer).to_vec(), ..Row::default() };
    Table {
        caption: words.list.to_owned(),
        columns: words.columns.iter().enumerate().map(column).collect(),
        rows: (0..writer.plan.cohorts.len()).map(row).collect(),
    }
}

/// The list with the notices in `languages`: RFC 4180 with a byte order mark; lines within a cell end like rows.
pub fn csv(writer: &Writer, languages: &[Language], words: &NoticesWords, language: Language) -> String {
    let mut rows = vec![words.columns.map(str::to_owned).to_vec()];
    let heading = |language: &Language| words.notice_columns[usize::from(*language == Language::English)].to_owned();
    rows[0].extend(languages.iter().map(heading));
    for cohort in 0..writer.plan.cohorts.len() {
        let mut row = cells(writer, cohort, language, |people| format!("{people:.0}")).to_vec();
        row.extend(languages.iter().map(|&language| writer.notice(cohort, language)));
        rows.push(row);
    }
    delimited::csv(rows)
}
