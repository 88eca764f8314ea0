//! What an event says of its field, and what it does to it.

use yew::{Event, FocusEvent, InputEvent, TargetCast};

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
