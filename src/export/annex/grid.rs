//! Whatever a report sets in rows and columns, as one kind of table: marks, key figures, tables, boxes to be signed.

use super::letters::widest;
use super::manner::{FAINT, INK, LINE, Manner};
use crate::export::report::{Approval, Cell, Column, ColumnKind, KeyFigure, Row, RowKind, Table, sign};

/// Which lines a table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// Above and below.
    Around,
    /// Below every row.
    Rows,
    /// Around every cell.
    Boxes,
}

/// To which side words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    Centre,
    Right,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Names of the columns, repeated on every page.
    Head,
    Plain,
    /// The first of a group.
    First,
    /// A sum, or what is between.
    Last,
}

/// A cell: lines of words, each with its manner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    pub lines: Vec<(Manner, String)>,
    pub side: Side,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub kind: LineKind,
    /// One per column.
    pub boxes: Vec<Filled>,
    /// Least height [mm].
    pub height: u32,
}

/// A table as it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    pub lines: Lines,
    /// What it is called; empty = nothing.
    pub name: String,
    /// Width [mm].
    pub width: u32,
    /// Parts of the width.
    pub weights: Vec<u32>,
    /// Distance of words from the left of their cell [tenths of a millimetre].
    pub insets: Vec<u32>,
    pub rows: Vec<Line>,
}

/// Distance between two columns, and after one of numbers [tenths of a millimetre].
const GAP: u32 = 16;
const WIDE_GAP: u32 = 35;
/// How much wider strong letters are.
const STRONGER: f64 = 1.06;
/// Fonts differ.
const SPARE: f64 = 1.04;
const MM_PER_POINT: f64 = 25.4 / 72.0;

impl Grid {
    /// Names and values beside the title.
    pub fn of_marks(marks: &[(String, String)]) -> Self {
        let cells = |of: fn(&(String, String)) -> &String, manner| {
            marks.iter().map(|mark| said(manner, of(mark), Side::Left)).collect()
        };
        let rows = vec![
            line(LineKind::Head, cells(|(name, _)| name, Manner::Small)),
            line(LineKind::Plain, cells(|(_, value)| value, Manner::Cell)),
        ];
        Self::even(Lines::Around, marks.len(), rows)
    }

    /// Key figures, a column each.
    pub fn of_figures(figures: &[KeyFigure]) -> Self {
        let small = |kind, of: fn(&KeyFigure) -> &String| {
            line(kind, figures.iter().map(|figure| said(Manner::Small, of(figure), Side::Left)).collect())
        };
        let value = |figure: &KeyFigure| said(Manner::Value { is_missed: figure.is_missed }, &figure.value, Side::Left);
        let rows = vec![
            small(LineKind::Head, |figure| &figure.name),
            line(LineKind::Plain, figures.iter().map(value).collect()),
            small(LineKind::Plain, |figure| &figure.sure),
            small(LineKind::Plain, |figure| &figure.context),
            small(LineKind::Plain, |figure| &figure.baseline),
        ];
        Self::even(Lines::Around, figures.len(), rows)
    }

    fn even(lines: Lines, columns: usize, rows: Vec<Line>) -> Self {
        let insets = (0..columns).map(|column| if column == 0 { 0 } else { GAP }).collect();
        Self { lines, name: String::new(), width: super::BODY_MM as u32, weights: vec![1; columns], insets, rows }
    }

    pub fn of_table(table: &Table) -> Self {
        let head = table.columns.iter().map(|column| said(Manner::Head, &column.heading, side(column.kind))).collect();
        let rows = table.rows.iter().map(|row| of_row(row, &table.columns));
        let mut insets = vec![0; table.columns.len()];
        for (inset, pair) in insets.iter_mut().skip(1).zip(table.columns.windows(2)) {
            let is_after_number = side(pair[0].kind) == Side::Right && side(pair[1].kind) == Side::Left;
            *inset = if is_after_number { WIDE_GAP } else { GAP };
        }
        Self {
            lines: Lines::Rows,
            name: table.caption.clone(),
            width: super::BODY_MM as u32,
            weights: table.columns.iter().map(|column| column.weight).collect(),
            insets,
            rows: [line(LineKind::Head, head)].into_iter().chain(rows).collect(),
        }
    }

    /// Boxes to be signed, a column for each role.
    pub fn of_approval(approval: &Approval) -> Self {
        let boxed = |text: &str| said(Manner::Box, text, Side::Centre);
        let row = |kind, label: &str, values: Vec<Filled>, height| {
            let boxes = [boxed(label)].into_iter().chain(values).collect();
            Line { kind, boxes, height }
        };
        let roles = approval.roles.iter().map(|(role, _)| boxed(role)).collect();
        let names = approval.roles.iter().map(|(_, name)| boxed(name)).collect();
        let blank = || vec![boxed(""); approval.roles.len()];
        let [name, date, signature] = &approval.lines;
        let columns = 1 + approval.roles.len();
        let weights: Vec<u32> = (0..columns).map(|column| if column == 0 { 14 } else { 25 }).collect();
        Self {
            lines: Lines::Boxes,
            name: approval.caption.clone(),
            width: weights.iter().sum(),
            insets: vec![GAP; columns],
            weights,
            rows: vec![
                row(LineKind::Head, "", roles, 6),
                row(LineKind::Plain, name, names, 6),
                row(LineKind::Plain, date, blank(), 6),
                row(LineKind::Plain, signature, blank(), 12),
            ],
        }
    }
}

fn line(kind: LineKind, boxes: Vec<Filled>) -> Line {
    Line { kind, boxes, height: 0 }
}

fn said(manner: Manner, text: &str, side: Side) -> Filled {
    Filled { lines: vec![(manner, text.to_owned())], side }
}

fn side(kind: ColumnKind) -> Side {
    if kind == ColumnKind::Number { Side::Right } else { Side::Left }
}

fn of_row(row: &Row, columns: &[Column]) -> Line {
    let kind = match row.kind {
        RowKind::Plain => LineKind::Plain,
        RowKind::First => LineKind::First,
        RowKind::Last => LineKind::Last,
    };
    line(kind, row.cells.iter().zip(columns).map(|(cell, column)| of_cell(cell, side(column.kind))).collect())
}

fn of_cell(cell: &Cell, side: Side) -> Filled {
    match cell {
        Cell::Empty => said(Manner::Cell, "", side),
        Cell::Text(text) => said(Manner::Cell, text, side),
        Cell::Strong(text) => said(Manner::Strong, text, side),
        Cell::Verdict(verdict, word) => said(Manner::State(*verdict), &format!("{}\u{a0}{word}", sign(*verdict)), side),
    }
}

/// How heavy a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Thin,
    Middle,
    Heavy,
}

/// A line with its colour.
pub type Edge = Option<(Weight, &'static str)>;

/// The lines around the cells of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Edges {
    pub above: Edge,
    pub below: Edge,
    pub beside: Edge,
}

impl Grid {
    /// The lines around the cells of a row.
    pub fn edges(&self, row: usize) -> Edges {
        let is_last = row + 1 == self.rows.len();
        match self.lines {
            Lines::Boxes => {
                let edge = Some((Weight::Thin, FAINT));
                Edges { above: edge, below: edge, beside: edge }
            }
            Lines::Around => {
                let edge = |is_there: bool| is_there.then_some((Weight::Thin, LINE));
                Edges { above: edge(row == 0), below: edge(is_last), beside: None }
            }
            Lines::Rows => {
                let kind = self.rows.get(row).map(|line| line.kind);
                let above = match kind {
                    Some(LineKind::First) => Some((Weight::Middle, FAINT)),
                    Some(LineKind::Last) => Some((Weight::Heavy, INK)),
                    _ => None,
                };
                let below = if kind == Some(LineKind::Head) { (Weight::Heavy, INK) } else { (Weight::Thin, LINE) };
                Edges { above, below: Some(below), beside: None }
            }
        }
    }

    /// Widths of the columns that add up to `whole`: by their weights, but none narrower than its widest word, as long as
    /// others have room to spare.
    pub fn widths(&self, whole: u32) -> Vec<u32> {
        let all = f64::from(self.weights.iter().sum::<u32>().max(1));
        let share = |weight: &u32| f64::from(self.width) * f64::from(*weight) / all;
        let wanted: Vec<f64> = self.weights.iter().map(share).collect();
        let needed: Vec<f64> = (0..wanted.len()).map(|column| self.least(column)).collect();
        let apart = |column: usize| wanted[column] - needed[column];
        let missing: f64 = (0..wanted.len()).map(|column| (-apart(column)).max(0.0)).sum();
        let spare: f64 = (0..wanted.len()).map(|column| apart(column).max(0.0)).sum();
        if missing <= 0.0 || spare < missing {
            return super::shares(whole, &self.weights);
        }
        let given = |column: usize| wanted[column].max(needed[column]) - apart(column).max(0.0) * missing / spare;
        let micrometres: Vec<u32> = (0..wanted.len()).map(|column| (given(column) * 1_000.0).round() as u32).collect();
        super::shares(whole, &micrometres)
    }

    /// Width of the widest word of a column with its distance from the left [mm].
    fn least(&self, column: usize) -> f64 {
        let inset = self.insets.get(column).copied().unwrap_or_default();
        let words = self.rows.iter().filter_map(|row| row.boxes.get(column)).flat_map(|filled| &filled.lines);
        let widths = words.map(|(manner, text)| {
            let look = manner.look();
            let strong = if look.is_strong { STRONGER } else { 1.0 };
            widest(text) * look.size * MM_PER_POINT * strong
        });
        widths.fold(0.0, f64::max) * SPARE + f64::from(inset) / 10.0
    }

    /// Distance of words from the lines above and below [mm].
    pub fn room(&self) -> f64 {
        if self.lines == Lines::Around { 0.3 } else { 0.9 }
    }

    /// Whether a row stays on the page of the next: a head is not left behind, and no row is left alone.
    pub fn keeps(&self, row: usize) -> bool {
        let rows = self.rows.len();
        row + 1 < rows && (self.lines != Lines::Rows || row < 2 || row + 2 == rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_column_is_narrower_than_its_widest_word_while_others_have_room() {
        let cells = ["1,234,567,890", "a b c d e f"].map(|text| said(Manner::Cell, text, Side::Right)).to_vec();
        let rows = vec![line(LineKind::Plain, cells)];
        let grid = Grid { weights: vec![1, 20], ..Grid::even(Lines::Rows, 2, rows) };
        let widths = grid.widths(180_000);
        assert_eq!(widths.iter().sum::<u32>(), 180_000);
        // Ten digits and three commas of 7.5 points.
        assert!(widths[0] > 17_000 && widths[0] < 20_000, "{widths:?}");
        let even = Grid { weights: vec![1, 1], ..grid };
        assert_eq!(even.widths(180_000), [90_000, 90_000]);
    }
}
