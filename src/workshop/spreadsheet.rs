//! Rows of text as a file that spreadsheets open.

/// Says to spreadsheets that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Signs with which spreadsheets begin a formula, full width included, or that they pass over before one.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// RFC 4180 with a byte order mark; lines within a cell end like rows. All rows are of the same length.
pub fn csv(rows: Vec<Vec<String>>) -> String {
    let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Rows are of the same length and memory takes whatever is written.
        let _ = out.write_record(row.into_iter().map(|cell| harmless(&cell)));
    }
    let bytes = out.into_inner().unwrap_or_default();
    format!("{BYTE_ORDER_MARK}{}", String::from_utf8(bytes).unwrap_or_default())
}

/// A cell that no spreadsheet takes for a formula, with one kind of line ends.
fn harmless(cell: &str) -> String {
    let lines = cell.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n");
    if cell.starts_with(FORMULA) { format!("'{lines}") } else { lines }
}
