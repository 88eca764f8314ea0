//! What has the focus stays in sight when what stands before it grows.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, ResizeObserver, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// Scrolls as little as it takes where figures that come in push what has the focus, and was seen, out of sight.
#[hook]
pub fn use_focus_in_sight() {
    use_effect_with((), |()| {
        let watch = web_sys::window().and_then(|window| window.document()).and_then(watch);
        move || {
            if let Some((observer, _callback, _listeners)) = watch {
                observer.disconnect();
            }
        }
    });
}

type Watch = (ResizeObserver, Closure<dyn FnMut()>, [EventListener; 2]);

fn watch(document: Document) -> Option<Watch> {
    let was_seen = Rc::new(Cell::new(false));
    let listen = |name: &'static str| {
        let was_seen = Rc::clone(&was_seen);
        // In the capture phase what scrolls within the page is heard too.
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&document, name, options, move |_| {
            was_seen.set(in_focus().is_some_and(|element| is_in_sight(&element)));
        })
    };
    let listeners = [listen("focusin"), listen("scroll")];
    let body = document.body()?;
    let callback = Closure::<dyn FnMut()>::new(move || {
        if let Some(element) = in_focus().filter(|element| was_seen.get() && !is_in_sight(element)) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    observer.observe(&body);
    Some((observer, callback, listeners))
}

/// What has the focus, unless that is the page as a whole.
fn in_focus() -> Option<Element> {
    let element = web_sys::window()?.document()?.active_element()?;
    (element.tag_name() != "BODY").then_some(element)
}

/// Whether some of it is within the height of the window.
fn is_in_sight(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    place.bottom() > 0.0 && height.is_none_or(|height| place.top() < height)
}
