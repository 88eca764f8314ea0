//! Rows of cells as a file that spreadsheets open: RFC 4180 in UTF-8 with a byte order mark, so that Excel reads Korean.

/// Says to spreadsheets that the file is UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Signs with which spreadsheets begin a formula, full width included, or that they pass over before one.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// Rows of words; lines within a cell end like rows. All rows are of the same length.
pub fn csv(rows: Vec<Vec<String>>) -> String {
    written(rows.into_iter().map(|row| row.iter().map(|cell| harmless(cell)).collect()))
}

/// Rows as they are, numbers with their sign among them. All rows are of the same length.
pub(super) fn written(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Rows are of the same length and memory takes whatever is written.
        let _ = out.write_record(row);
    }
    let bytes = out.into_inner().unwrap_or_default();
    format!("{BYTE_ORDER_MARK}{}", String::from_utf8(bytes).unwrap_or_default())
}

/// A cell that no spreadsheet takes for a formula, with one kind of line ends.
pub(in crate::export) fn harmless(cell: &str) -> String {
    let lines = cell.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n");
    if cell.starts_with(FORMULA) { format!("'{lines}") } else { lines }
}
