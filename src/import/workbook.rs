//! The sheets of a workbook, and the cells of the likeliest.

use std::io::Cursor;

use calamine::{Data, Reader, Sheets, open_workbook_auto_from_rs};

use super::fault::ImportFault;
use super::grid::{Grid, Row};
use super::number::{self, DecimalMark, Value};
use super::preview::{Pick, Source};

/// Cells of one sheet at most; a hostile file may claim any size.
const CELLS_MAX: usize = 8_000_000;

/// The cells of the chosen sheet, or of the one with most figures.
///
/// # Errors
/// [`ImportFault::Workbook`] if it cannot be opened or has no such sheet.
pub fn read(bytes: &[u8], chosen: Option<&str>) -> Result<(Source, Grid), ImportFault> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| ImportFault::Workbook)?;
    let names = book.sheet_names();
    let mut best: Option<(usize, String, Grid)> = None;
    for name in names.iter().filter(|name| chosen.is_none_or(|chosen| chosen == *name)) {
        let Some(grid) = sheet(&mut book, name) else { continue };
        let figures = grid.rows.iter().flat_map(|row| &row.cells).filter(|cell| is_count(cell)).count();
        if best.as_ref().is_none_or(|(most, _, _)| figures > *most) {
            best = Some((figures, name.clone(), grid));
        }
    }
    let (_, name, grid) = best.ok_or(ImportFault::Workbook)?;
    let sheet = Pick::of(chosen.map(str::to_owned), name, names);
    Ok((Source::Workbook { sheet }, grid))
}

fn is_count(cell: &str) -> bool {
    matches!(number::read(cell, DecimalMark::Point), Value::Count(_))
}

fn sheet(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Option<Grid> {
    let range = book.worksheet_range(name).ok()?;
    let (height, width) = range.get_size();
    if height.saturating_mul(width) > CELLS_MAX {
        return None;
    }
    let first = range.start().map_or(0, |(row, _)| row as usize);
    let indent = range.start().map_or(0, |(_, column)| column as usize);
    let rows = range.rows().enumerate().map(|(at, cells)| {
        // Columns are counted from the edge of the sheet.
        let blank = std::iter::repeat_n(String::new(), indent);
        Row { line: first + at + 1, cells: blank.chain(cells.iter().map(text)).collect() }
    });
    Some(Grid::new(rows))
}

/// A cell as text; numbers without marks but the point, days without the time of day.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    }
}
