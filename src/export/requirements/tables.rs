//! Requirements for the clipboard, in the form that tenders have them.

use super::Clause;
use super::clauses::rows;
use crate::export::delimited::harmless;
use crate::export::html::{HEAD, ONE_LINE, TABLE, escaped, width};
use crate::text::Language;
use crate::text::requirements::words;

/// Parts of the width: the names in a requirement, and the columns of the figures [%].
const NAME: u32 = 15;
const FIGURES: [u32; 7] = [10, 16, 26, 12, 16, 8, 12];

/// HTML with a table for each requirement that counts, and one of the figures they rest on.
pub fn tables(clauses: &[Clause], language: Language) -> String {
    let words = words(language);
    let [number, title, ..] = words.columns;
    let name_cell = format!("<th align=\"left\"{HEAD}{ONE_LINE}{}>", width(NAME));
    let mut html = String::new();
    for clause in clauses.iter().filter(|clause| !clause.is_left_out) {
        let requirement = &clause.requirement;
        let category = (words.category)(requirement.kind.category());
        let sentences: String =
            clause.sentences.iter().map(|sentence| format!("<li>{}</li>", escaped(sentence))).collect();
        html.push_str(TABLE);
        for (name, said) in [
            (number, escaped(&format!("{} ({category})", clause.number))),
            (title, escaped(&requirement.title)),
            (words.definition, escaped(&requirement.definition)),
            (words.sentence, format!("<ol>{sentences}</ol>")),
            (words.deliverables, escaped(&requirement.deliverables)),
        ] {
            html.push_str(&format!("<tr>{name_cell}{name}</th><td>{said}</td></tr>"));
        }
        html.push_str("</table><p>&#160;</p>");
    }
    html.push_str(TABLE);
    for (at, mut row) in rows(clauses, language).into_iter().enumerate() {
        // Sentences stand above.
        let sentence = row.remove(2);
        if at > 0 && !sentence.is_empty() {
            continue;
        }
        html.push_str("<tr>");
        for (column, (text, part)) in row.iter().zip(FIGURES).enumerate() {
            let (cell, part) = if at == 0 { ("th", width(part)) } else { ("td", String::new()) };
            let line = if column == 0 { ONE_LINE } else { "" };
            html.push_str(&format!("<{cell}{line}{part}>{}</{cell}>", escaped(&harmless(text))));
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    html
}
