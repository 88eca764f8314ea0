//! Rows that are about persons: they are refused before anything else is done with them.

use super::fault::{ImportFault, PersonMark};
use super::grid::Grid;
use super::layout::{Layout, Role};
use super::words::Meaning;

/// Cells of one column that make a list of telephone numbers, addresses or dates.
const SEVERAL: usize = 3;

/// Whether the table counts people, or lists them.
///
/// # Errors
/// [`ImportFault::Persons`] with the first place where a person shows.
pub fn refuse(grid: &Grid, layout: &Layout) -> Result<(), ImportFault> {
    for column in 0..grid.width() {
        if let Some((row, kind)) = listed(grid, column) {
            return Err(ImportFault::Persons { line: grid.rows[row].line, column: column + 1, kind });
        }
    }
    let with = |role: Role| layout.columns.iter().position(|column| column.role == role);
    let line = grid.rows.get(layout.head.body).map_or(1, |row| row.line);
    if let Some(column) = layout.columns.iter().position(|column| column.tags.heads(Meaning::Person)) {
        return Err(ImportFault::Persons { line, column: column + 1, kind: PersonMark::RowEach });
    }
    // Ages in the rows and no counts beside them: each row is somebody.
    match (with(Role::Ages), with(Role::Counts)) {
        (Some(column), None) => Err(ImportFault::Persons { line, column: column + 1, kind: PersonMark::RowEach }),
        (None, None) => Err(ImportFault::NoCounts),
        _ => Ok(()),
    }
}

fn listed(grid: &Grid, column: usize) -> Option<(usize, PersonMark)> {
    let mut first: [Option<usize>; 3] = [None; 3];
    let mut found = [0_usize; 3];
    // The day of the table stands in every row; days of birth differ.
    let mut day = "";
    for row in 0..grid.rows.len() {
        let cell = grid.cell(row, column).trim();
        if is_resident_number(cell) {
            return Some((row, PersonMark::ResidentNumber));
        }
        for (kind, fits) in [is_mobile(cell), is_mail(cell), is_birth_date(cell)].into_iter().enumerate() {
            if fits && !(kind == 2 && std::mem::replace(&mut day, cell) == cell) {
                found[kind] += 1;
                first[kind] = first[kind].or(Some(row));
            }
        }
    }
    let marks = [PersonMark::Phone, PersonMark::Mail, PersonMark::BirthDate];
    (0..3).find(|&kind| found[kind] >= SEVERAL).and_then(|kind| Some((first[kind]?, marks[kind])))
}

/// Six digits that begin with a date, and seven of which the first tells sex and century.
fn is_resident_number(cell: &str) -> bool {
    let Some((birth, rest)) = cell.split_once('-') else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let hidden =
        |text: &str| text.bytes().skip(1).all(|byte| byte.is_ascii_digit() || matches!(byte, b'*' | b'x' | b'X'));
    birth.len() == 6
        && digits(birth)
        && birth[2..4].parse().is_ok_and(|month: u32| (1..=12).contains(&month))
        && rest.len() == 7
        && rest.starts_with(|first: char| first.is_ascii_digit())
        && hidden(rest)
}

/// A mobile number of Korea, or any in international form.
fn is_mobile(cell: &str) -> bool {
    let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
    let only =
        cell.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '-' | ' ' | '+' | '(' | ')' | '.'));
    let international = cell.starts_with('+') && (9..=15).contains(&digits.len());
    only && (international || (digits.starts_with("01") && (10..=11).contains(&digits.len())))
}

fn is_mail(cell: &str) -> bool {
    cell.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !cell.contains(' ') && !host.starts_with('.')
    })
}

/// A day, of a year in which somebody may be born.
fn is_birth_date(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split(['-', '.', '/']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let [year, month, day] = parts[..] else { return false };
    let within =
        |text: &str, least: u32, most: u32| text.parse().is_ok_and(|number: u32| (least..=most).contains(&number));
    year.len() == 4 && within(year, 1900, 2020) && within(month, 1, 12) && within(day, 1, 31) && !cell.contains('~')
}
