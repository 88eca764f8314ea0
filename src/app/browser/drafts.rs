//! Wrong entries that wait through a reload: in the tab's own storage, written as the page goes.

use gloo::events::EventListener;
use yew::prelude::*;

use super::super::drafts::DraftBook;
use super::storage;

/// The wrong entries of all plans of this tab.
#[hook]
pub fn use_draft_book() -> DraftBook {
    let book = (*use_memo((), |()| {
        let book = DraftBook::default();
        // Read before the first drawing, which shows them; a page that is drawn without a browser has no storage.
        if cfg!(target_arch = "wasm32") {
            book.take_in(&storage::tab_drafts());
        }
        book
    }))
    .clone();
    use_effect_with((), {
        let book = book.clone();
        move |()| {
            let listener = web_sys::window().map(|window| {
                EventListener::new(&window, "pagehide", move |_| storage::note_tab_drafts(&book.written()))
            });
            move || drop(listener)
        }
    });
    book
}
