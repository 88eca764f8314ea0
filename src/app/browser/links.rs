//! Plans that come and go in the fragment of the address.

use gloo::events::EventListener;
use yew::prelude::*;

use super::super::hooks::Dispatch;
use super::super::state::{Action, Origin};
use super::super::view_state::{Notice, ViewAction};
use super::document::asked_language;
use super::keeper::Keeper;
use super::storage;
use crate::plan::Plan;
use crate::wire::link::{self, LinkError};
use crate::wire::plan_file;

fn address() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The address that opens `plan`: nothing else goes along but a language that the address asks for, since whoever gets
/// the link has a theme and a language of their own.
pub fn link_of(plan: &Plan) -> String {
    let address = address();
    // A link into a file leads nowhere on another machine; one to where the file came from does.
    #[cfg(feature = "whole")]
    let address = super::one_file::site().unwrap_or(address);
    let page = address.split(['?', '#']).next().unwrap_or_default();
    let language = asked_language().map(|language| format!("?lang={}", language.tag())).unwrap_or_default();
    format!("{page}{language}{}", link::encode(plan))
}

/// Opens the plan of the fragment beside the others, now and whenever the fragment changes.
#[hook]
pub fn use_links(keeper: &Keeper, dispatch: &Dispatch) {
    let (keeper, dispatch) = (keeper.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let address = address();
        if let Some((_, fragment)) = address.split_once('#')
            && !storage::is_link_known(fragment)
        {
            open(fragment, &keeper, &dispatch);
        }
        #[cfg(feature = "whole")]
        let pasted = {
            if !address.contains('#') {
                super::one_file::open_inside(&keeper, &dispatch);
            }
            super::one_file::open_pasted_links(keeper.clone(), dispatch.clone())
        };
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| {
                let address = self::address();
                // Going back to the bare address asks for nothing.
                if let Some((_, fragment)) = address.split_once('#') {
                    open(fragment, &keeper, &dispatch);
                }
            })
        });
        move || {
            #[cfg(feature = "whole")]
            drop(pasted);
            drop(listener);
        }
    });
}

fn open(fragment: &str, keeper: &Keeper, dispatch: &Dispatch) {
    match link::decode(&format!("#{fragment}")) {
        Ok(plan) => {
            storage::note_link(fragment);
            keeper.take(plan, Origin::Link);
        }
        // Links of earlier days are read by the workshop.
        Err(LinkError::Draft { mark }) => {
            let (keeper, dispatch, fragment) = (keeper.clone(), dispatch.clone(), fragment.to_owned());
            wasm_bindgen_futures::spawn_local(async move {
                let answer = super::workshop::ask_workshop(&["link", &fragment], None).await;
                match answer.and_then(|answer| plan_file::read(&answer.plan?).ok()) {
                    Some(plan) => keeper.take(plan, Origin::Link),
                    None => refuse(LinkError::Draft { mark }, &dispatch),
                }
            });
        }
        Err(refusal) => refuse(refusal, dispatch),
    }
}

fn refuse(refusal: LinkError, dispatch: &Dispatch) {
    dispatch.dispatch(Action::View(ViewAction::Notice(Some(Notice::LinkRefused(refusal)))));
}
