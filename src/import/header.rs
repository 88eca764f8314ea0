//! Where the table begins: titles above it, rows of headings, the first row of figures.

use super::grid::Grid;
use super::label::Tags;
use super::number::Value;
use super::period::YEARS;

/// The rows above the figures, by their position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub titles: Vec<usize>,
    pub headings: Vec<usize>,
    /// The first row of figures.
    pub body: usize,
}

/// How many rows below one tell whether it is a row of figures.
const LOOK_AHEAD: usize = 4;

/// The rows above the figures; `rows` of them if that is chosen.
pub fn find(grid: &Grid, values: &[Vec<Value>], rows: Option<usize>) -> Head {
    let count = grid.rows.len();
    let body = rows.map_or_else(|| first_of_figures(grid, values), |rows| rows.min(count));
    let width = grid.rows.iter().skip(body).map(super::grid::Row::filled).max().unwrap_or(0);
    let heads = |cell: &String| {
        let tags = Tags::of(cell);
        tags.ages.is_some() || tags.is_sex() || tags.is_period()
    };
    let is_title = |row: &usize| {
        let filled = grid.rows[*row].filled();
        filled <= 1 || (filled <= 2 && width >= 6 && !grid.rows[*row].cells.iter().any(heads))
    };
    let (titles, headings) = (0..body).partition(is_title);
    Head { titles, headings, body }
}

fn first_of_figures(grid: &Grid, values: &[Vec<Value>]) -> usize {
    (0..grid.rows.len())
        .find(|&row| has_figures(values, row) && !is_heading(grid, values, row))
        .unwrap_or(grid.rows.len())
}

fn counts(row: &[Value]) -> Vec<(usize, f64)> {
    let count = |(column, value): (usize, &Value)| match value {
        Value::Count(count) => Some((column, *count)),
        _ => None,
    };
    row.iter().enumerate().filter_map(count).collect()
}

/// Whether the row has counts where the rows below have some as well.
fn has_figures(values: &[Vec<Value>], row: usize) -> bool {
    let own = counts(&values[row]);
    if own.is_empty() {
        return false;
    }
    let fits = |other: &[Value]| {
        let there = |column: usize| other.get(column).copied().unwrap_or(Value::Empty);
        let text = own.iter().filter(|(column, _)| there(*column) == Value::Text).count();
        let figures =
            own.iter().filter(|(column, _)| matches!(there(*column), Value::Count(_) | Value::Missing)).count();
        text * 2 <= own.len() && figures * 2 >= own.len()
    };
    let below: Vec<bool> = values[row + 1..].iter().take(LOOK_AHEAD).map(|other| fits(other)).collect();
    below.iter().filter(|fits| **fits).count() * 2 >= below.len()
}

/// Whether the numbers of a row are years or ages at the head of columns.
fn is_heading(grid: &Grid, values: &[Vec<Value>], row: usize) -> bool {
    let own = counts(&values[row]);
    let next = values.get(row + 1).map(|next| counts(next)).unwrap_or_default();
    let years = |cells: &[(usize, f64)]| {
        !cells.is_empty() && cells.iter().all(|(_, number)| number.fract() == 0.0 && YEARS.contains(&(*number as u32)))
    };
    let own_columns = |cells: &[(usize, f64)]| -> Vec<(usize, f64)> {
        cells.iter().filter(|(column, _)| own.iter().any(|(there, _)| there == column)).copied().collect()
    };
    let plain = own.iter().all(|(column, _)| grid.cell(row, *column).trim().len() == 4);
    if years(&own) && plain && !years(&own_columns(&next)) {
        return true;
    }
    let has_bands = |row: usize| grid.rows[row].cells.iter().filter(|cell| Tags::of(cell).ages.is_some()).count() > 1;
    are_ages(&own) && !are_ages(&own_columns(&next)) && !(0..row).any(has_bands)
}

/// Whether the numbers are ages in even steps.
pub fn are_ages(cells: &[(usize, f64)]) -> bool {
    let step = |pair: &[(usize, f64)]| pair[1].1 - pair[0].1;
    cells.len() >= 3 && cells[0].1 <= 20.0 && cells.windows(2).all(|pair| step(pair) == 1.0)
}
