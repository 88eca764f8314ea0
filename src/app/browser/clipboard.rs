//! The clipboard.

use wasm_bindgen_futures::JsFuture;
use yew::Callback;

/// Copies `text` and says whether that worked.
pub fn copy(text: String, done: Callback<bool>) {
    wasm_bindgen_futures::spawn_local(async move {
        let copied = match web_sys::window().map(|window| window.navigator().clipboard()) {
            Some(clipboard) if clipboard.is_truthy() => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            _ => false,
        };
        done.emit(copied);
    });
}
