//! A table for the clipboard: HTML that carries its own look, for word processors, mail and spreadsheets, and the same
//! cells as text with tabs.

use super::data::{DataTable, Value};
use super::delimited::harmless;
use super::html::{HEAD, ONE_LINE, TABLE, escaped, small, width};
use super::report::{Approval, Block, Cell, ColumnKind, KeyFigure, Report, RowKind, Table};

/// More columns do not fit a page in letters of a text.
const COLUMNS_OF_A_TEXT: usize = 8;

/// A table in both forms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// One `table` element.
    pub html: String,
    /// Rows in lines, cells between tabs.
    pub text: String,
}

/// A table while it is written.
struct Sheet {
    pasted: Pasted,
    /// Its columns do not fit a page in letters of a text.
    is_wide: bool,
}

/// A cell of it.
struct Laid<'a> {
    text: &'a str,
    is_head: bool,
    is_strong: bool,
    is_number: bool,
    stays_on_one_line: bool,
    /// Its part of the width [%].
    width: Option<u32>,
}

impl<'a> Laid<'a> {
    fn plain(text: &'a str) -> Self {
        Self { text, is_head: false, is_strong: false, is_number: false, stays_on_one_line: false, width: None }
    }

    fn head(text: &'a str) -> Self {
        Self { is_head: true, ..Self::plain(text) }
    }
}

impl Sheet {
    fn new(caption: &str) -> Self {
        let mut html = TABLE.to_owned();
        if !caption.is_empty() {
            html.push_str(&format!("<caption align=\"left\"><b>{}</b></caption>", escaped(caption)));
        }
        Self { pasted: Pasted { html, text: String::new() }, is_wide: false }
    }

    fn row<'a>(&mut self, cells: impl IntoIterator<Item = Laid<'a>>) {
        let Self { pasted: Pasted { html, text }, is_wide } = self;
        html.push_str("<tr>");
        for (at, cell) in cells.into_iter().enumerate() {
            // Tabs and lines within a cell would be cells and rows of their own.
            let line = cell.text.replace("\r\n", " ").replace(['\t', '\r', '\n'], " ");
            let line = if cell.is_number { line } else { harmless(&line) };
            let said = if cell.is_strong { format!("<b>{}</b>", escaped(&line)) } else { escaped(&line) };
            let said = if *is_wide { small(&said) } else { said };
            let name = if cell.is_head { "th" } else { "td" };
            let side = if cell.is_number { "right" } else { "left" };
            let shade = if cell.is_head { HEAD } else { "" };
            let stays = if cell.stays_on_one_line { ONE_LINE } else { "" };
            let part = cell.width.map(width).unwrap_or_default();
            html.push_str(&format!("<{name} align=\"{side}\" valign=\"top\"{shade}{stays}{part}>{said}</{name}>"));
            if at > 0 {
                text.push('\t');
            }
            text.push_str(&line);
        }
        html.push_str("</tr>");
        text.push_str("\r\n");
    }

    fn finished(mut self) -> Pasted {
        self.pasted.html.push_str("</table>");
        self.pasted
    }
}

/// The piece of a report in that place of its blocks; `None` where there is none or it is no table.
pub fn of_block(report: &Report, at: usize) -> Option<Pasted> {
    match report.blocks.get(at)? {
        Block::Table(table) => Some(of_table(table)),
        Block::Figures(figures) => Some(of_figures(figures)),
        Block::Approval(approval) => Some(of_approval(approval)),
        _ => None,
    }
}

fn of_table(table: &Table) -> Pasted {
    let mut sheet = Sheet::new(&table.caption);
    sheet.is_wide = table.columns.len() > COLUMNS_OF_A_TEXT;
    let kind = |at: usize| table.columns.get(at).map_or(ColumnKind::Text, |column| column.kind);
    let is_number = |at: usize| kind(at) == ColumnKind::Number;
    let all: u32 = table.columns.iter().map(|column| column.weight).sum();
    let heads = table.columns.iter().enumerate();
    sheet.row(heads.map(|(at, column)| Laid {
        is_number: is_number(at),
        width: Some(100 * column.weight / all.max(1)),
        ..Laid::head(&column.heading)
    }));
    for row in &table.rows {
        let cells = row.cells.iter().enumerate().map(|(at, cell)| {
            let (text, is_strong) = match cell {
                Cell::Text(text) => (text.as_str(), false),
                Cell::Strong(text) | Cell::Verdict(_, text) => (text.as_str(), true),
                Cell::Empty => ("", false),
            };
            let is_strong = is_strong || row.kind == RowKind::Last;
            let stays_on_one_line = matches!(kind(at), ColumnKind::Number | ColumnKind::Verdict);
            Laid { is_strong, is_number: is_number(at), stays_on_one_line, ..Laid::plain(text) }
        });
        sheet.row(cells);
    }
    sheet.finished()
}

fn of_figures(figures: &[KeyFigure]) -> Pasted {
    let mut sheet = Sheet::new("");
    let line = |of: fn(&KeyFigure) -> &str| figures.iter().map(move |figure| Laid::plain(of(figure)));
    let width = Some(100 / (figures.len() as u32).max(1));
    sheet.row(figures.iter().map(|figure| Laid { width, ..Laid::head(&figure.name) }));
    sheet.row(line(|figure| &figure.value).map(|cell| Laid { is_strong: true, ..cell }));
    sheet.row(line(|figure| &figure.sure));
    sheet.row(line(|figure| &figure.context));
    sheet.row(line(|figure| &figure.baseline));
    sheet.finished()
}

fn of_approval(approval: &Approval) -> Pasted {
    let mut sheet = Sheet::new(&approval.caption);
    let [name, date, signature] = &approval.lines;
    let roles = || approval.roles.iter();
    let width = Some(100 / (approval.roles.len() as u32 + 1));
    let roles_named = roles().map(|(role, _)| Laid { width, ..Laid::head(role) });
    sheet.row([Laid { width, ..Laid::head("") }].into_iter().chain(roles_named));
    sheet.row([Laid::head(name)].into_iter().chain(roles().map(|(_, name)| Laid::plain(name))));
    for line in [date, signature] {
        sheet.row([Laid::head(line)].into_iter().chain(roles().map(|_| Laid::plain(""))));
    }
    sheet.finished()
}

/// A table of figures; numbers read back bit for bit.
pub fn of_data(table: &DataTable) -> Pasted {
    let mut sheet = Sheet::new(&table.name);
    let is_number = |value: &Value| matches!(value, Value::Number(_));
    let of_column = |at: usize| table.rows.iter().any(|row| row.get(at).is_some_and(is_number));
    let heads = table.columns.iter().enumerate();
    sheet.row(heads.map(|(at, head)| Laid { is_number: of_column(at), ..Laid::head(head) }));
    for row in &table.rows {
        let texts: Vec<String> = row.iter().map(Value::shown).collect();
        let cells = row.iter().zip(&texts);
        sheet.row(cells.map(|(value, text)| Laid { is_number: is_number(value), ..Laid::plain(text) }));
    }
    sheet.finished()
}
