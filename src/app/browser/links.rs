//! Plans that come and go in the fragment of the address.

use std::sync::Arc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::super::hooks::Dispatch;
use super::super::state::{Action, StepName};
use super::super::view_state::{Notice, ViewAction};
use crate::plan::Plan;
use crate::wire::link;

/// The address that opens `plan`.
pub fn link_of(plan: &Plan) -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    format!("{page}{}", link::encode(plan))
}

/// Opens the plan of the fragment, now and whenever the fragment changes. The plan in hand stays one undo away.
#[hook]
pub fn use_links(dispatch: Dispatch) {
    use_effect_with((), move |()| {
        open(&dispatch);
        let listener =
            web_sys::window().map(|window| EventListener::new(&window, "hashchange", move |_| open(&dispatch)));
        move || drop(listener)
    });
}

fn open(dispatch: &Dispatch) {
    let fragment = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    if fragment.trim_start_matches('#').is_empty() {
        return;
    }
    let notice = match link::decode(&fragment) {
        Ok(plan) => {
            dispatch.dispatch(Action::Replace { plan: Arc::new(plan), origin: StepName::Link });
            Notice::LinkOpened
        }
        Err(refusal) => Notice::LinkRefused(refusal),
    };
    dispatch.dispatch(Action::View(ViewAction::Notice(Some(notice))));
}
