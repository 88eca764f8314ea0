//! What pointers and keys do on a board of chips: which element they mean, and what follows them.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, PointerEvent};
use yew::NodeRef;

/// The value of an attribute at the nearest element around the one that an event is about.
pub fn attribute_around(event: &Event, attribute: &str) -> Option<String> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

/// The value of an attribute at the nearest element around a point of the window [px].
pub fn attribute_at(x: f64, y: f64, attribute: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let element = document.element_from_point(x as f32, y as f32)?;
    element.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

/// Lets an element have all events of the pointer until it is let go, wherever that is.
pub fn capture_pointer(element: &NodeRef, event: &PointerEvent) {
    if let Some(element) = element.cast::<Element>() {
        // A pointer that is gone by now needs no capture.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// Puts an element beside a point of the window [px].
pub fn put_at(element: &NodeRef, x: f64, y: f64) {
    if let Some(element) = element.cast::<HtmlElement>() {
        // Both are valid for the property.
        let _ = element.style().set_property("transform", &format!("translate({}px, {}px)", x + 12.0, y + 8.0));
    }
}

/// Pixels from the edge of the window in which a drag scrolls, and how far at a time.
const EDGE: f64 = 56.0;
const SCROLL: f64 = 24.0;

/// Scrolls what holds the board while a drag is near the upper or lower edge of the window.
pub fn scroll_near_edge(element: &NodeRef, y: f64) {
    let Some(window) = web_sys::window() else { return };
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::INFINITY);
    let by = if y < EDGE {
        -SCROLL
    } else if y > height - EDGE {
        SCROLL
    } else {
        return;
    };
    let frame = element.cast::<Element>().and_then(|element| element.closest(".assumptions").ok()?);
    if let Some(frame) = frame.filter(|frame| frame.scroll_height() > frame.client_height()) {
        frame.set_scroll_top(frame.scroll_top() + by as i32);
    } else {
        window.scroll_by_with_x_and_y(0.0, by);
    }
}

/// Work that waits until the browser has dealt with what came before; dropped, it does not happen.
pub type Later = Timeout;

/// Does something after so many milliseconds.
pub fn later(milliseconds: u32, work: impl FnOnce() + 'static) -> Later {
    Timeout::new(milliseconds, work)
}

/// Milliseconds of a clock that only goes forward.
pub fn milliseconds() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Moves the focus to an element that the next rendering brings.
pub fn focus_soon(id: String) {
    Timeout::new(0, move || super::focus(&id)).forget();
}

/// Scrolls as little as it takes to see an element.
pub fn reveal(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
