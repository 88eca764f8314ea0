//! Buttons, and rows of buttons of which one is chosen.

use yew::prelude::*;

use super::icon::{Icon, IconName};

#[derive(Clone, PartialEq, Properties)]
pub struct ButtonProps {
    pub label: AttrValue,
    #[prop_or_default]
    pub icon: Option<IconName>,
    /// Whether the label is spoken only.
    #[prop_or_default]
    pub icon_only: bool,
    /// `plain`, `primary` or `quiet`.
    #[prop_or("plain")]
    pub look: &'static str,
    #[prop_or_default]
    pub disabled: bool,
    /// Longer explanation.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    #[prop_or_default]
    pub class: Classes,
    pub onclick: Callback<MouseEvent>,
}

#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let title = props.title.clone().or_else(|| props.icon_only.then(|| props.label.clone()));
    html! {
        <button type="button" class={classes!("button", props.class.clone())} data-look={props.look} data-icon-only={props.icon_only.then_some("")}
            disabled={props.disabled} {title} onclick={props.onclick.clone()}>
            if let Some(name) = props.icon { <Icon {name} /> }
            <span class={props.icon_only.then_some("visually-hidden")}>{ &props.label }</span>
        </button>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct SegmentProps {
    /// Name of the whole row.
    pub label: AttrValue,
    pub options: Vec<AttrValue>,
    /// `None` = none of them.
    pub chosen: Option<usize>,
    pub on_choose: Callback<usize>,
    #[prop_or_default]
    pub slim: bool,
    #[prop_or_default]
    pub class: Classes,
    /// Languages of the options where they differ from the page's.
    #[prop_or_default]
    pub option_languages: Vec<AttrValue>,
}

/// A row of buttons of which one is chosen.
#[component]
pub fn Segment(props: &SegmentProps) -> Html {
    let option = |(index, label): (usize, &AttrValue)| {
        let on_choose = props.on_choose.clone();
        let pressed = if props.chosen == Some(index) { "true" } else { "false" };
        html! {
            <button type="button" aria-pressed={pressed} lang={props.option_languages.get(index).cloned()}
                onclick={Callback::from(move |_| on_choose.emit(index))}>{ label }</button>
        }
    };
    html! {
        <span class={classes!("segment", props.class.clone())} role="group" aria-label={&props.label} data-slim={props.slim.then_some("")}>
            { for props.options.iter().enumerate().map(option) }
        </span>
    }
}
