//! What an event says of its field, and what it does to it.

use web_sys::HtmlInputElement;
use yew::{Event, FocusEvent, InputEvent, KeyboardEvent, TargetCast};

/// What stands in the field that was typed into.
pub fn typed(event: &InputEvent) -> String {
    event.target_unchecked_into::<web_sys::HtmlInputElement>().value()
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
