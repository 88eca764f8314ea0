//! A requirement of a panel: its words in a field, the figures they rest on beside it, what can be done with it below.

use super::fields::field;
use super::{button, said};
use crate::text::workshop::panel::PanelWords;
use crate::wire::workshop::{Element, tag};
use crate::workshop::{Action, Clause};

/// A section of its own.
pub fn clause(clause: &Clause, words: &PanelWords) -> Element {
    let heading_id = format!("clause-{}", clause.name);
    let tags = clause.tags.iter().map(|text| tag("span").with("class", "tag").saying(text));
    let heading = tag("h3").with("id", &heading_id).saying(&clause.heading).holding(tags);
    let about = tag("p").with("class", "note").saying(&clause.about);
    // The name says of which requirement; its label says what happens.
    let act = |Action { name, label }: &Action| {
        let full = format!("{label}: {}", clause.heading);
        button("take", name, label, "quiet").with("aria-label", full)
    };
    let words_of = tag("div")
        .with("class", "clause-words")
        .holding(clause.field.as_ref().map(|own| field(own, words)))
        .holding(clause.lines.iter().map(|line| said(line, words)))
        .holding([tag("p").with("class", "copyable-actions").holding(clause.actions.iter().map(act))]);
    let figure = |(name, required, rests): &(String, String, String)| {
        tag("div").holding([
            tag("dt").saying(name),
            tag("dd").holding([tag("strong").saying(required), tag("small").saying(rests)]),
        ])
    };
    let figures = (!clause.figures.is_empty()).then(|| {
        tag("div").with("class", "clause-rests").holding([
            tag("p").with("class", "note").saying(&clause.rests),
            tag("dl").holding(clause.figures.iter().map(figure)),
        ])
    });
    let section = tag("section").with("class", "clause").with("aria-labelledby", &heading_id);
    let section = if clause.is_left_out { section.with("data-out", "") } else { section };
    section.holding([heading, about]).holding([words_of]).holding(figures)
}
