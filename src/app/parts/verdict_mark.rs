//! A verdict by shape, word and colour, always together.

use yew::prelude::*;

use super::icon::Shape;
use crate::forecast::Verdict;

#[derive(Clone, PartialEq, Properties)]
pub struct VerdictMarkProps {
    pub verdict: Verdict,
    pub word: AttrValue,
    /// Whether it heads the page.
    #[prop_or_default]
    pub large: bool,
    /// Whether the word is spoken only.
    #[prop_or_default]
    pub quiet: bool,
}

/// The value of `data-state`, by which the style sheet colours.
pub fn state_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::AtRisk => "risk",
        Verdict::Breaks => "breaks",
    }
}

#[component]
pub fn VerdictMark(props: &VerdictMarkProps) -> Html {
    let class = if props.large { "verdict-mark" } else { "state" };
    let word_class = props.quiet.then_some("visually-hidden");
    html! {
        <span {class} data-state={state_name(props.verdict)}>
            <Shape verdict={props.verdict} />
            <span class={word_class}>{ &props.word }</span>
        </span>
    }
}
