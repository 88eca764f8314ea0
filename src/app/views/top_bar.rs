//! Brand, title, examples, undo and redo, link, language and theme.

use std::sync::Arc;

use yew::prelude::*;

use crate::app::browser;
use crate::app::fields;
use crate::app::hooks::{
    use_dispatch, use_edit, use_history, use_keeper, use_plan, use_shelf, use_text, use_view, use_view_action,
};
use crate::app::parts::button::{Button, Look, Segment};
use crate::app::parts::icon::IconName;
use crate::app::state::{Action, StepName};
use crate::app::view_state::{Notice, ThemeName, ViewAction};
use crate::app::views::plans::{Plans, plans_button};
use crate::app::wording;
use crate::explain;
use crate::library::busan::Example;
use crate::text::{Catalogue, Language};

#[component]
pub fn TopBar() -> Html {
    let (text, plan) = (use_text(), use_plan());
    let view = use_view();
    let dispatch = use_dispatch();
    let (undo, redo) = use_history();
    let kept = use_shelf().kept;
    let act = |action: fn() -> Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action()))
    };
    let theme = use_view_action(move |_: MouseEvent| ViewAction::Theme(view.theme.other()));
    let language = use_view_action(|index: usize| ViewAction::Language(Language::ALL[index]));
    let chosen = Language::ALL.iter().position(|language| *language == text.language);
    let (theme_icon, theme_label) = match view.theme {
        ThemeName::Light => (IconName::Dark, text.frame.dark),
        ThemeName::Dark => (IconName::Light, text.frame.light),
    };
    let names = Language::ALL.map(|language| AttrValue::from(language.own_name())).to_vec();
    let option_languages = Language::ALL.map(|language| AttrValue::from(language.tag())).to_vec();
    let languages =
        Segment { option_languages, class: "language", ..Segment::new(text.frame.language, names, chosen, language) };
    html! {
        <header class="top-bar">
            { brand(text) }
            <h1 class="visually-hidden">{ &plan.title }</h1>
            <div class="title-place">
                <Title />
                { plans_button(text, kept) }
            </div>
            <Examples />
            <div class="tools" role="group" aria-label={text.frame.tools}>
                { icon_button(with_step(text.frame.undo, undo.as_ref(), text), IconName::Undo, undo.is_none(), act(|| Action::Undo)) }
                { icon_button(with_step(text.frame.redo, redo.as_ref(), text), IconName::Redo, redo.is_none(), act(|| Action::Redo)) }
                <CopyLink />
                { languages.html() }
                { icon_button(theme_label, theme_icon, false, theme) }
            </div>
            <Plans />
        </header>
    }
}

/// The name of a button of the history, with its step where there is one.
fn with_step(button: &'static str, step: Option<&StepName>, text: &Catalogue) -> AttrValue {
    let Some(step) = step else { return AttrValue::from(button) };
    let name = match step {
        StepName::Edit(name) => explain::edit::edit_name(text.language, *name),
        StepName::Workshop(word) => word.as_ref().into(),
        StepName::OtherTab => text.plans.step_other_tab.into(),
        StepName::Parted => text.plans.step_parted.into(),
    };
    AttrValue::from((text.frame.with_step)(button, &name))
}

fn icon_button(label: impl Into<AttrValue>, icon: IconName, idle: bool, onclick: Callback<MouseEvent>) -> Html {
    Button { icon: Some(icon), look: Look::Icon, idle, ..Button::new(label, onclick) }.html()
}

fn brand(text: &Catalogue) -> Html {
    html! {
        <span class="brand">
            <svg viewBox="0 0 22 22" aria-hidden="true"><path d="M2 3h9v4H2zM6 9h9v4H6zM11 15h9v4h-9z" fill="currentColor" /></svg>
            <span>{ text.frame.brand }</span>
        </span>
    }
}

/// The title of the plan, edited in place.
#[component]
fn Title() -> Html {
    let (text, plan) = (use_text(), use_plan());
    let (edit, begin) = use_edit();
    let oninput = edit.reform(|event: InputEvent| fields::title(browser::typed(&event)));
    let onfocus = begin.reform(|_: FocusEvent| ());
    html! {
        <input class="plan-title" type="text" maxlength="200" autocomplete="off" aria-label={text.frame.plan_title} value={plan.title.clone()} {oninput} {onfocus} />
    }
}

#[component]
fn Examples() -> Html {
    let (text, plan, keeper) = (use_text(), use_plan(), use_keeper());
    let language = text.language;
    let examples =
        use_memo(language, |language| Example::ALL.map(|example| Arc::new(example.plan(wording::reading(*language)))));
    let chosen = examples.iter().position(|example| **example == *plan);
    let on_choose = Callback::from(move |index: usize| keeper.show_example(Arc::clone(&examples[index])));
    let options = vec![text.frame.example_staggered.into(), text.frame.example_as_it_was.into()];
    Segment { class: "examples", ..Segment::new(text.frame.examples, options, chosen, on_choose) }.html()
}

/// Puts the address that opens this plan on the clipboard; the address bar is left alone.
#[component]
fn CopyLink() -> Html {
    let (text, plan, dispatch) = (use_text(), use_plan(), use_dispatch());
    let copied = use_state(|| None);
    let is_copied = copied.as_ref().is_some_and(|copied: &Arc<crate::plan::Plan>| Arc::ptr_eq(copied, &plan));
    let onclick = Callback::from(move |_: MouseEvent| {
        let (copied, plan, dispatch) = (copied.clone(), Arc::clone(&plan), dispatch.clone());
        let link = browser::link_of(&plan);
        let kept = link.clone();
        let done = Callback::from(move |worked: bool| {
            if worked {
                copied.set(Some(Arc::clone(&plan)));
            } else {
                dispatch.dispatch(Action::View(ViewAction::Notice(Some(Notice::CopyFailed(kept.clone())))));
            }
        });
        browser::copy(link, done);
    });
    let label = if is_copied { text.frame.copied } else { text.frame.copy_link };
    let title = Some(AttrValue::from(text.frame.link_title));
    let button = Button {
        icon: Some(IconName::Link),
        look: Look::Primary,
        title,
        class: "copy-link",
        ..Button::new(label, onclick)
    };
    html! {
        <>
            { button.html() }
            <span class="visually-hidden" role="status">{ if is_copied { text.frame.copied } else { "" } }</span>
        </>
    }
}
