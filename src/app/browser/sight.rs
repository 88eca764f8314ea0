//! What is in sight: on the screen, or on paper.

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

/// How far beside the screen counts as in sight, so that nothing is drawn under the reader's eyes.
const MARGIN: &str = "240px";

/// Whether an element is on the screen or near it. Where nobody can tell, everything is in sight.
#[hook]
pub fn use_in_sight(element: &NodeRef) -> bool {
    let in_sight = use_state_eq(|| cfg!(not(target_arch = "wasm32")));
    let setter = in_sight.setter();
    use_effect_with(element.clone(), move |element| {
        let observer = element.cast::<Element>().and_then(|element| observe(&element, setter.clone()));
        if observer.is_none() {
            setter.set(true);
        }
        move || {
            if let Some((observer, _callback)) = observer {
                observer.disconnect();
            }
        }
    });
    *in_sight
}

type Observation = (IntersectionObserver, Closure<dyn FnMut(Array)>);

fn observe(element: &Element, setter: UseStateSetter<bool>) -> Option<Observation> {
    let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        let last = entries.pop().dyn_into::<IntersectionObserverEntry>();
        if let Ok(entry) = last {
            setter.set(entry.is_intersecting());
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    let observer = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()?;
    observer.observe(element);
    Some((observer, callback))
}

thread_local! {
    /// Whether the page goes to paper now: what is first shown there has missed the event that says so.
    static ON_PAPER: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Whether the page is being printed.
#[hook]
pub fn use_on_paper() -> bool {
    let on_paper = use_state_eq(|| ON_PAPER.get());
    let setter = on_paper.setter();
    use_effect_with((), move |()| {
        let listeners = web_sys::window().map(|window| {
            let after = setter.clone();
            let before = EventListener::new(&window, "beforeprint", move |_| {
                ON_PAPER.set(true);
                setter.set(true);
            });
            let after = EventListener::new(&window, "afterprint", move |_| {
                ON_PAPER.set(false);
                after.set(false);
            });
            (before, after)
        });
        move || drop(listeners)
    });
    *on_paper
}
