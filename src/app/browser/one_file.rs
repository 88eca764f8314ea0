//! The one file: the plan inside it, links that are pasted onto it, where it came from and what it was built from.

use gloo::events::EventListener;
use web_sys::Element;

use super::super::hooks::Dispatch;
use super::super::state::{Action, Origin};
use super::super::view_state::{Notice, ViewAction};
use super::keeper::Keeper;
use super::{dialog, document, storage, workshop};
use crate::wire::fingerprint::fingerprint;
use crate::wire::{link, plan_file};

/// Id of the element that holds the plan, as `wire::one_file` writes it.
const INSIDE: &str = "plan-inside";

fn inside() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(INSIDE)
}

/// The first letters of the hash of all that the file runs.
pub fn build() -> String {
    document::of_root("data-build").unwrap_or_default()
}

/// The address of the planner that the file came from, without parameters and fragment.
pub fn site() -> Option<String> {
    inside()?.get_attribute("data-site").filter(|site| site.starts_with("http"))
}

/// Opens the plan inside, unless this tab has opened it before: after a reload the plan in hand stays.
pub fn open_inside(keeper: &Keeper, dispatch: &Dispatch) {
    let text = inside().and_then(|inside| inside.text_content()).unwrap_or_default();
    if text.is_empty() {
        return;
    }
    match plan_file::read(&text) {
        Ok(plan) => {
            let mark = fingerprint(&plan);
            if !storage::is_link_known(&mark) {
                storage::note_link(&mark);
                keeper.take(plan, Origin::File);
            }
        }
        Err(refusal) => say(dispatch, Notice::FileRefused(file_name(), refusal)),
    }
}

/// The name of this file, as the address says it.
fn file_name() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    js_sys::decode_uri_component(name).map_or_else(|_| name.to_owned(), String::from)
}

/// Opens the plan of a link that is pasted where no field takes it: an address of the web does not lead here.
pub fn open_pasted_links(keeper: Keeper, dispatch: Dispatch) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    Some(EventListener::new(&document, "paste", move |event| {
        let Some(text) = workshop::pasted(event).filter(|_| !dialog::is_open("workshop")) else { return };
        match link::decode(&text) {
            Ok(plan) => keeper.take(plan, Origin::Link),
            Err(refusal) => say(&dispatch, Notice::LinkRefused(refusal)),
        }
    }))
}

fn say(dispatch: &Dispatch, notice: Notice) {
    dispatch.dispatch(Action::View(ViewAction::Notice(Some(notice))));
}
