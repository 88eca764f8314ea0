//! Pieces of HTML for the clipboard.
//!
//! What is pasted brings no style sheet along, and the policy of the page lets no style stand at an element, so that
//! borders and sides are attributes, which every program takes; letters are those of the document it is pasted into.

/// Lines around every cell.
pub const TABLE: &str = "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">";
/// Behind names of columns and rows.
pub const HEAD: &str = " bgcolor=\"#eef1f2\"";

/// Text as it stands in an element or an attribute.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
