//! Buttons, and rows of buttons of which one is chosen.

use yew::prelude::*;

use super::icon::{IconName, icon};

/// A button.
pub struct Button {
    pub label: AttrValue,
    pub icon: Option<IconName>,
    pub look: Look,
    /// Does nothing for now; it keeps the focus, which a disabled button would drop.
    pub idle: bool,
    /// For whoever moves the focus here.
    pub id: Option<&'static str>,
    /// Longer explanation.
    pub title: Option<AttrValue>,
    pub class: &'static str,
    pub onclick: Callback<MouseEvent>,
}

/// The weight of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Plain,
    Primary,
    Quiet,
    Link,
    /// The icon alone; the label is spoken and shown on hovering.
    Icon,
}

impl Button {
    /// A plain button.
    pub fn new(label: impl Into<AttrValue>, onclick: Callback<MouseEvent>) -> Self {
        Self {
            label: label.into(),
            icon: None,
            look: Look::Plain,
            idle: false,
            id: None,
            title: None,
            class: "",
            onclick,
        }
    }

    pub fn html(self) -> Html {
        let icon_only = self.look == Look::Icon;
        let look = match self.look {
            Look::Plain => "plain",
            Look::Primary => "primary",
            Look::Quiet | Look::Icon => "quiet",
            Look::Link => "link",
        };
        let title = self.title.or_else(|| icon_only.then(|| self.label.clone()));
        html! {
            <button type="button" class={classes!("button", self.class)} data-look={look} data-icon-only={icon_only.then_some("")}
                id={self.id} aria-disabled={self.idle.then_some("true")} {title} onclick={(!self.idle).then_some(self.onclick)}>
                if let Some(name) = self.icon { { icon(name) } }
                <span class={icon_only.then_some("visually-hidden")}>{ self.label }</span>
            </button>
        }
    }
}

/// A row of buttons of which one is chosen.
pub struct Segment {
    /// Name of the whole row.
    pub label: AttrValue,
    pub options: Vec<AttrValue>,
    /// `None` = none of them.
    pub chosen: Option<usize>,
    pub on_choose: Callback<usize>,
    pub slim: bool,
    pub class: &'static str,
    /// Languages of the options where they differ from the page's.
    pub option_languages: Vec<AttrValue>,
}

impl Segment {
    pub fn new(
        label: impl Into<AttrValue>,
        options: Vec<AttrValue>,
        chosen: Option<usize>,
        on_choose: Callback<usize>,
    ) -> Self {
        Self { label: label.into(), options, chosen, on_choose, slim: false, class: "", option_languages: Vec::new() }
    }

    pub fn html(self) -> Html {
        let option = |(index, label): (usize, &AttrValue)| {
            let on_choose = self.on_choose.clone();
            let pressed = if self.chosen == Some(index) { "true" } else { "false" };
            html! {
                <button type="button" aria-pressed={pressed} lang={self.option_languages.get(index).cloned()}
                    onclick={Callback::from(move |_| on_choose.emit(index))}>{ label }</button>
            }
        };
        html! {
            <span class={classes!("segment", self.class)} role="group" aria-label={self.label.clone()} data-slim={self.slim.then_some("")}>
                { for self.options.iter().enumerate().map(option) }
            </span>
        }
    }
}
