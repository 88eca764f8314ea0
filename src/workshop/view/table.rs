//! Tables of a panel: numbers at the right, rows that do not count struck with a word, long ones in part.

use super::{Look, button, mark, tone_name};
use crate::text::workshop::panel::PanelWords;
use crate::wire::workshop::{Element, tag};
use crate::workshop::{Row, Table};

/// Rows that are shown of a long table at first.
pub const ROWS_SHOWN: usize = 60;

/// A table in a frame of its own, which scrolls.
pub fn table(table: &Table, look: &Look, words: &PanelWords) -> Element {
    let is_whole = table.rows.len() <= ROWS_SHOWN || look.in_full.contains(&table.caption);
    let shown = if is_whole { table.rows.len() } else { ROWS_SHOWN };
    let heading = |(at, column): (usize, &crate::workshop::Column)| {
        let cell = tag("th").with("scope", "col").saying(&column.heading);
        if column.is_number && at > 0 { cell.with("data-number", "") } else { cell }
    };
    let head = tag("thead").holding([tag("tr").holding(table.columns.iter().enumerate().map(heading))]);
    let body = tag("tbody").holding(table.rows[..shown].iter().map(|each| row(each, table, words)));
    let caption = tag("caption").with("class", "visually-hidden").saying(&table.caption);
    let frame = tag("div").with("class", "table-frame workshop-table").with("tabindex", "0").with("role", "group");
    let frame = frame
        .with("aria-label", &table.caption)
        .holding([tag("table").with("class", "data").holding([caption, head, body])]);
    let rest = (!is_whole).then(|| {
        tag("p")
            .with("class", "note")
            .saying((words.more_rows)(table.rows.len() - shown))
            .saying(" ")
            .holding([button("all", &table.caption, words.show_all, "link")])
    });
    tag("div").with("class", "workshop-table-place").holding([frame]).holding(rest)
}

fn row(row: &Row, table: &Table, words: &PanelWords) -> Element {
    let cell = |(at, text): (usize, &String)| {
        let is_number = table.columns.get(at).is_some_and(|column| column.is_number);
        if at == 0 {
            let left_out = row.is_left_out.then(|| tag("span").with("class", "tag").saying(words.left_out));
            let text = tag("span").with("class", "cell").saying(text);
            let mark = mark(row.tone, words);
            return tag("th").with("scope", "row").holding(mark).holding([text]).holding(left_out);
        }
        let cell = tag("td").saying(text);
        if is_number { cell.with("data-number", "") } else { cell }
    };
    let element = tag("tr").with("data-tone", tone_name(row.tone)).holding(row.cells.iter().enumerate().map(cell));
    if row.is_left_out { element.with("data-out", "") } else { element }
}
