//! A picture of a panel as elements, with the files it can be saved as.

use super::super::{Download, Picture};
use crate::wire::workshop::{Element, tag};

/// The picture and, below it, a way to save each of its files.
pub fn picture(content: &Picture) -> Element {
    let side = content.side;
    let drawing = tag("svg")
        .with("role", "img")
        .with("aria-label", &content.label)
        .with("viewBox", format!("0 0 {side} {side}"))
        .holding([tag("path").with("d", &content.path)]);
    let files = tag("div").with("class", "copyable-actions").holding(content.files.iter().map(file));
    tag("figure").with("class", "code-picture").holding([drawing, files])
}

/// The file lies in the address of its link, so that no step is needed to have it.
fn file(file: &Download) -> Element {
    tag("a")
        .with("class", "button")
        .with("data-look", "plain")
        .with("href", &file.address)
        .with("download", &file.file_name)
        .saying(&file.label)
}
