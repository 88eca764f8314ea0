//! Cells in rows and columns, with the line each row came from.

/// A table before anything in it is understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Line of the text, or row of the sheet, counted from 1.
    pub line: usize,
    pub cells: Vec<String>,
}

impl Grid {
    /// Without rows that are empty.
    pub fn new(rows: impl Iterator<Item = Row>) -> Self {
        Self { rows: rows.filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty())).collect() }
    }

    /// Cells of the longest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    /// A cell; empty where the row is too short.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows[row].cells.get(column).map_or("", String::as_str)
    }
}

impl Row {
    /// How many cells hold something.
    pub fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
    }
}
