//! Plan files: saved by a download, opened by a button or by dropping them on the page.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DragEvent, Event, File, HtmlAnchorElement, HtmlElement, HtmlInputElement, Url};
use yew::prelude::*;

use super::super::hooks::Dispatch;
use super::super::state::{Action, Origin};
use super::super::view_state::{Notice, ViewAction};
use super::keeper::Keeper;
use crate::wire::plan_file::{self, BYTES_MAX, PlanFileError};

/// Attribute of the document while files are dragged over it.
const DRAGGED_OVER: &str = "data-dragged-over";

/// Hands `text` to the reader as a file of that name.
pub fn save_file(name: &str, text: &str) {
    // A browser without these leaves the page as it is.
    let _ = download(name, text);
}

fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let blob = Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(text)))?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// Opens the file that was chosen; the field is emptied, so that the same file can be chosen again.
pub fn open_chosen(event: &Event, keeper: &Keeper, dispatch: &Dispatch) {
    let field = event.target_unchecked_into::<HtmlInputElement>();
    if let Some(file) = field.files().and_then(|files| files.get(0)) {
        open(file, keeper.clone(), dispatch.clone());
    }
    field.set_value("");
}

/// Clicks the element of that id, as a button does for the field of a file.
pub fn click(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

fn open(file: File, keeper: Keeper, dispatch: Dispatch) {
    wasm_bindgen_futures::spawn_local(async move {
        let notice = match read(&file).await {
            Ok(text) => match plan_file::read(&text) {
                Ok(plan) => return keeper.take(plan, Origin::File),
                Err(refusal) => Notice::FileRefused(file.name(), refusal),
            },
            Err(Some(refusal)) => Notice::FileRefused(file.name(), refusal),
            Err(None) => Notice::FileUnread(file.name()),
        };
        dispatch.dispatch(Action::View(ViewAction::Notice(Some(notice))));
    });
}

/// The text of a file of bearable size; bytes that are no text are no plan.
async fn read(file: &File) -> Result<String, Option<PlanFileError>> {
    if file.size() > BYTES_MAX as f64 {
        return Err(Some(PlanFileError::TooLarge { bytes: file.size() as usize }));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| None)?;
    String::from_utf8(Uint8Array::new(&buffer).to_vec()).map_err(|_| Some(PlanFileError::NotAPlan))
}

/// Opens plan files that are dropped anywhere on the page, and shows while they are over it that they may be.
#[hook]
pub fn use_dropped_files(keeper: &Keeper, dispatch: &Dispatch) {
    let (keeper, dispatch) = (keeper.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let listeners = web_sys::window().and_then(|window| window.document()).map(|document| {
            let on = |name: &'static str, act: Box<dyn Fn(&DragEvent)>| {
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&document, name, options, move |event| {
                    if let Some(event) = event.dyn_ref::<DragEvent>().filter(|event| carries_files(event)) {
                        act(event);
                    }
                })
            };
            let over = on(
                "dragover",
                Box::new(|event| {
                    event.prevent_default();
                    mark(true);
                }),
            );
            let left = on(
                "dragleave",
                Box::new(|event| {
                    if event.related_target().is_none() {
                        mark(false);
                    }
                }),
            );
            let dropped = on(
                "drop",
                Box::new(move |event| {
                    event.prevent_default();
                    mark(false);
                    if super::dialog::is_open("workshop") {
                        return;
                    }
                    let file = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
                    if let Some(file) = file {
                        open(file, keeper.clone(), dispatch.clone());
                    }
                }),
            );
            [over, left, dropped]
        });
        move || drop(listeners)
    });
}

/// Chips and other pieces of the page are dragged too; those are none of ours.
fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&JsValue::from_str("Files"), 0))
}

fn mark(is_over: bool) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        // The name is valid, so the document takes it.
        let _ = if is_over { root.set_attribute(DRAGGED_OVER, "") } else { root.remove_attribute(DRAGGED_OVER) };
    }
}
