//! Pieces of HTML for the clipboard.
//!
//! What is pasted brings no style sheet along, and the policy of the page lets no style stand at an element, so that
//! borders, sides and widths are attributes, which every program takes; letters are those of the document it is pasted
//! into, but smaller in tables too wide for them. Without widths a word processor gives Korean, which may be broken
//! between any two letters, columns a letter wide.

/// Lines around every cell, as wide as the text around it.
pub const TABLE: &str = "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\">";
/// Behind names of columns and rows.
pub const HEAD: &str = " bgcolor=\"#eef1f2\"";

/// Of a cell that stays on one line.
pub const ONE_LINE: &str = " nowrap=\"nowrap\"";

/// Letters of some 8 points.
pub fn small(html: &str) -> String {
    format!("<font size=\"1\">{html}</font>")
}

/// Of a cell in the first row: its part of the width [%].
pub fn width(percent: u32) -> String {
    format!(" width=\"{percent}%\"")
}

/// Text as it stands in an element or an attribute.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
