//! A verdict by shape, word and colour, always together.

use yew::prelude::*;

use super::icon::shape;
use crate::forecast::Verdict;

/// How a mark is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkSize {
    /// Heads the page.
    Large,
    /// Within a line.
    Small,
    /// The shape alone; the word is spoken only.
    Shape,
}

/// The value of `data-state`, by which the style sheet colours.
pub fn state_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::AtRisk => "risk",
        Verdict::Breaks => "breaks",
    }
}

/// The mark of a verdict with its word.
pub fn verdict_mark(verdict: Verdict, word: &'static str, size: MarkSize) -> Html {
    let class = if size == MarkSize::Large { "verdict-mark" } else { "state" };
    html! {
        <span {class} data-state={state_name(verdict)}>
            { shape(verdict) }
            <span class={(size == MarkSize::Shape).then_some("visually-hidden")}>{ word }</span>
        </span>
    }
}
