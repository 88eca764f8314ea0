//! What an event says of its field.

use yew::{Event, InputEvent, TargetCast};

/// What stands in the field that was typed into.
pub fn typed(event: &InputEvent) -> String {
    event.target_unchecked_into::<web_sys::HtmlInputElement>().value()
}

/// Whether the box that was clicked is checked now.
pub fn is_checked(event: &Event) -> bool {
    event.target_unchecked_into::<web_sys::HtmlInputElement>().checked()
}
