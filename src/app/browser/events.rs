//! What an event says of its field, and what it does to it.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::{Event, FocusEvent, InputEvent, KeyboardEvent, TargetCast};

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

/// Whether an arrow key to the left or right would lead out of the field: it stands at that end, or all is selected,
/// or there is no field.
pub fn caret_leaves(event: &KeyboardEvent, left: bool) -> bool {
    let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return true };
    let end = field.value().encode_utf16().count() as u32;
    // A kind of field without a selection has no caret either.
    let at = (field.selection_start().ok().flatten().unwrap_or(0), field.selection_end().ok().flatten().unwrap_or(end));
    at == (0, end) || at == if left { (0, 0) } else { (end, end) }
}
