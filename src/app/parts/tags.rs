//! Elements built by calls: many small ones weigh less in the first visit this way than spelled out in `html!`.

use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

/// How a cell of a table stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Names its row.
    Head,
    Words,
    Number,
    /// To be looked at.
    Marked,
}

/// An element of that name and class (empty = none) with children.
pub fn tag(name: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let mut tag = VTag::new(name);
    if !class.is_empty() {
        tag.add_attribute("class", class);
    }
    tag.add_children(children);
    tag.into()
}

/// An element that holds nothing but text.
pub fn words(name: &'static str, class: &'static str, text: impl Into<String>) -> Html {
    tag(name, class, vec![plain(text.into())])
}

fn plain(text: String) -> Html {
    VText::new(text).into()
}

/// A list of sentences; `name` is that of the list.
pub fn list(name: &'static str, sentences: Vec<String>) -> Html {
    tag(name, "", sentences.into_iter().map(|sentence| words("li", "", sentence)).collect())
}

/// A table in a frame that scrolls; a head without a name is that of a number.
pub fn table(label: &str, heads: Vec<(Cell, String)>, rows: Vec<Vec<(Cell, Html)>>) -> Html {
    let head = |(kind, text): (Cell, String)| cell("th", Some("col"), kind, plain(text));
    let body = |(kind, content): (Cell, Html)| match kind {
        Cell::Head => cell("th", Some("row"), kind, content),
        _ => cell("td", None, kind, content),
    };
    let row = |cells: Vec<(Cell, Html)>| tag("tr", "", cells.into_iter().map(body).collect());
    let heads = tag("tr", "", heads.into_iter().map(head).collect());
    let rows = rows.into_iter().map(row).collect();
    let table = tag("table", "data", vec![tag("thead", "", vec![heads]), tag("tbody", "", rows)]);
    let mut frame = VTag::new("div");
    for (name, value) in [("class", "table-frame"), ("role", "group"), ("tabindex", "0")] {
        frame.add_attribute(name, value);
    }
    frame.add_attribute("aria-label", label.to_owned());
    frame.add_child(table);
    frame.into()
}

fn cell(name: &'static str, scope: Option<&'static str>, kind: Cell, content: Html) -> Html {
    let mut cell = VTag::new(name);
    if let Some(scope) = scope {
        cell.add_attribute("scope", scope);
    }
    match kind {
        Cell::Number => cell.add_attribute("data-number", ""),
        Cell::Marked => cell.add_attribute("data-differs", ""),
        Cell::Head | Cell::Words => {}
    }
    cell.add_child(content);
    cell.into()
}
