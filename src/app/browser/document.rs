//! The document: its language, theme, title, and keys that act everywhere.

use std::sync::Arc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, UrlSearchParams};
use yew::prelude::*;

use super::super::hooks::Dispatch;
use super::super::state::{Action, Zones};
use super::super::view_state::ThemeName;
use super::super::wording;
use super::super::{Page, StartProps};
use super::keeper::{Begin, begin};
use super::moment::writer;
use crate::api::zones::BrowserTimeZones;
use crate::library::busan::Example;
use crate::plan::zones::Remembering;
use crate::text::Language;

/// Puts the page into the element that waits for it.
pub fn mount() {
    let place = web_sys::window().and_then(|window| window.document()?.get_element_by_id("app"));
    if let Some(place) = place {
        yew::Renderer::<Page>::with_root(place).render();
    }
}

/// Whether this is a page, and no worker.
pub fn has_page() -> bool {
    web_sys::window().is_some()
}

/// What the address and the browser ask for: the plan shown first, language and theme.
pub fn start() -> StartProps {
    let language = language();
    let Begin { shelf, plan, example, notice } = begin(&writer());
    let example = Example::ALL.get(example).copied().unwrap_or(Example::Staggered);
    let plan = plan.unwrap_or_else(|| Arc::new(example.plan(wording::reading(language))));
    let zones = Zones::new(Remembering::new(BrowserTimeZones));
    let embedded = of_root("data-embed").is_some();
    StartProps { plan, language, theme: theme(), zones, shelf, notice, embedded }
}

fn parameter(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// The language that the address asks for.
pub fn asked_language() -> Option<Language> {
    parameter("lang").and_then(|tag| Language::from_tag(&tag))
}

fn language() -> Language {
    let preferred = || web_sys::window()?.navigator().language().and_then(|tag| Language::from_tag(&tag));
    asked_language().or_else(preferred).unwrap_or(Language::Korean)
}

/// The language of the document as it stands.
pub fn document_language() -> Language {
    of_root("lang").and_then(|tag| Language::from_tag(&tag)).unwrap_or(Language::Korean)
}

/// An attribute of the document.
pub fn of_root(name: &str) -> Option<String> {
    web_sys::window()?.document()?.document_element()?.get_attribute(name)
}

/// The theme that stands on the document, set before the first paint.
fn theme() -> ThemeName {
    let name = of_root("data-theme");
    if name.as_deref() == Some(ThemeName::Dark.attribute()) { ThemeName::Dark } else { ThemeName::Light }
}

/// Keeps `lang`, theme and title of the document in step.
#[hook]
pub fn use_document(language: Language, theme: ThemeName, title: &str) {
    let title = (language.catalogue().frame.document_title)(title);
    use_effect_with((language, theme, title), |(language, theme, title)| {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        document.set_title(title);
        if let Some(root) = document.document_element() {
            // The two names are valid, so the document takes them.
            let _ = root.set_attribute("lang", language.tag());
            let _ = root.set_attribute("data-theme", theme.attribute());
        }
    });
}

/// Control (or Command) with Z undoes, with Shift it redoes.
#[hook]
pub fn use_undo_keys(dispatch: Dispatch) {
    use_effect_with((), move |()| {
        let listener = web_sys::window().and_then(|window| window.document()).map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
                if (key.ctrl_key() || key.meta_key())
                    && key.key().eq_ignore_ascii_case("z")
                    && !super::dialog::is_open("workshop")
                {
                    key.prevent_default();
                    dispatch.dispatch(if key.shift_key() { Action::Redo } else { Action::Undo });
                }
            })
        });
        move || drop(listener)
    });
}

/// Moves the focus to the element of that id where it was lost with an element that is gone.
pub fn catch_focus(id: &str) {
    let active = web_sys::window().and_then(|window| window.document()?.active_element());
    if active.is_none_or(|element| element.tag_name() == "BODY") {
        focus(id);
    }
}

/// Moves the focus to the element of that id.
pub fn focus(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // An element that cannot be focused leaves the focus where it is.
        let _ = element.focus();
    }
}
