//! Age bands that a spreadsheet took for days: `9-May` where somebody typed 5-9.

use std::collections::BTreeMap;

use super::band::{Ages, Band};
use super::grid::Grid;
use super::label::Tags;
use super::preview::{LeftOut, Reason};

/// Rows of a column that are looked at for bands beside a day.
const ROWS: usize = 2_000;
/// Characters of the longest day, `2026-05-09T00:00:00` and a little more.
const LENGTH: usize = 24;
/// Behind the numbers of a month and a day in Korean.
const MONTH: char = '\u{c6d4}';
const DAY: char = '\u{c77c}';
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Puts the bands back, each where the ages before or after it stand in the same row or column; tells the first of
/// each column.
pub fn mend(grid: &mut Grid) -> Vec<LeftOut> {
    let mut told: Vec<LeftOut> = Vec::new();
    let mut of_columns: BTreeMap<usize, Vec<Band>> = BTreeMap::new();
    for row in 0..grid.rows.len() {
        for column in 0..grid.rows[row].cells.len() {
            let Some(band) = day(grid.cell(row, column)) else { continue };
            // One band alone may be that of the row, beside the day of the table.
            let fits = |bands: &[Band]| {
                bands.len() > 1
                    && bands
                        .iter()
                        .any(|other| Some(band.from) == other.to.map(|to| to + 1) || other.from == band.last() + 1)
            };
            let down = || bands(grid.rows.iter().take(ROWS).filter_map(|row| row.cells.get(column)));
            if !fits(&bands(grid.rows[row].cells.iter())) && !fits(of_columns.entry(column).or_insert_with(down)) {
                continue;
            }
            let text = std::mem::replace(&mut grid.rows[row].cells[column], band.name());
            if told.iter().all(|other| other.column != Some(column + 1)) {
                let (line, column) = (Some(grid.rows[row].line), Some(column + 1));
                told.push(LeftOut { line, column, reason: Reason::ReadAsAges, text, people: None });
            }
        }
    }
    told
}

/// The bands among cells.
fn bands<'a>(cells: impl Iterator<Item = &'a String>) -> Vec<Band> {
    let mut found: Vec<Band> = Vec::new();
    let mut before = "";
    for cell in cells.filter(|cell| cell.len() <= LENGTH) {
        if cell == before || !cell.bytes().any(|letter| letter.is_ascii_digit()) || day(cell).is_some() {
            continue;
        }
        before = cell;
        if let Some(Ages::Band(band)) = Tags::of(cell).ages
            && !found.contains(&band)
        {
            found.push(band);
        }
    }
    found
}

/// The ages that a day would be: `9-May`, `May-09`, `2026-05-09`.
fn day(cell: &str) -> Option<Band> {
    let cell = cell.trim();
    if cell.len() > LENGTH {
        return None;
    }
    let number = |text: &str| text.trim().parse::<u32>().ok().filter(|number| (1..=31).contains(number));
    let (one, other) = if let Some((month, day)) = cell.strip_suffix(DAY).and_then(|cell| cell.split_once(MONTH)) {
        (number(month)?, number(day)?)
    } else if let Some(date) = cell.get(..10).filter(|_| cell.len() == 10 || cell.get(10..11) == Some("T")) {
        let mut parts = date.split('-');
        let year = parts.next().filter(|year| year.len() == 4 && year.parse::<u32>().is_ok());
        let (month, day) = (year.and(parts.next())?, parts.next()?);
        (number(month)?, number(day)?)
    } else {
        let (first, second) = cell.split_once(['-', ' '])?;
        let month = |text: &str| MONTHS.iter().position(|name| text.eq_ignore_ascii_case(name));
        let at = month(first).or(month(second))?;
        let day = number(if month(first).is_some() { second } else { first })?;
        (u32::try_from(at).ok()? + 1, day)
    };
    let (from, to) = (one.min(other), one.max(other));
    (from < to && from <= 12).then_some(Band::new(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_ages_between_their_neighbours_only() {
        for text in [
            "9-May",
            "9-may",
            "May-09",
            "05\u{c6d4} 09\u{c77c}",
            "5\u{c6d4}9\u{c77c}",
            "2026-05-09",
            "2026-05-09T00:00:00",
        ] {
            assert_eq!(day(text), Some(Band::new(5, 9)), "{text}");
        }
        for text in ["5-9", "20-24", "May", "2026-05", "9-Mai", "31-40", "1-Jan", "\u{c6d4} \u{c77c}", "2022-12"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
