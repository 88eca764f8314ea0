//! What an event says of its field, and what it does to it.

use wasm_bindgen::JsCast;
use yew::{Event, FocusEvent, InputEvent, TargetCast};

/// What stands in the field that was typed into.
pub fn typed(event: &InputEvent) -> String {
    event.target_unchecked_into::<web_sys::HtmlInputElement>().value()
}

/// The index of the option that was chosen.
pub fn chosen(event: &Event) -> usize {
    let list = event.target_unchecked_into::<web_sys::HtmlSelectElement>();
    usize::try_from(list.selected_index()).unwrap_or_default()
}

/// Chooses the option of that index in the list of that id.
pub fn choose(id: &str, option: usize) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    let list = element.and_then(|element| element.dyn_into::<web_sys::HtmlSelectElement>().ok());
    if let Some(list) = list
        && let Ok(option) = i32::try_from(option)
    {
        list.set_selected_index(option);
    }
}

/// Whether the box that was clicked is checked now.
pub fn is_checked(event: &Event) -> bool {
    event.target_unchecked_into::<web_sys::HtmlInputElement>().checked()
}

/// Selects all that stands in the field that got the focus.
pub fn select_all(event: &FocusEvent) {
    event.target_unchecked_into::<web_sys::HtmlInputElement>().select();
}
