//! Requirements for the clipboard, in the form that tenders have them.

use super::Clause;
use super::clauses::rows;
use crate::export::html::{HEAD, TABLE, escaped};
use crate::text::Language;
use crate::text::requirements::words;

/// HTML with a table for each requirement that counts, and one of the figures they rest on.
pub fn tables(clauses: &[Clause], language: Language) -> String {
    let words = words(language);
    let [number, title, ..] = words.columns;
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
            html.push_str(&format!("<tr><th align=\"left\"{HEAD}>{name}</th><td>{said}</td></tr>"));
        }
        html.push_str("</table><p></p>");
    }
    html.push_str(TABLE);
    let mut cell = "th";
    for mut row in rows(clauses, language) {
        // Sentences stand above.
        let sentence = row.remove(2);
        if cell == "th" || sentence.is_empty() {
            let cells = row.iter().map(|text| format!("<{cell}>{}</{cell}>", escaped(text)));
            html.push_str(&format!("<tr>{}</tr>", cells.collect::<String>()));
        }
        cell = "td";
    }
    html.push_str("</table>");
    html
}
