//! When the shelf is stored and looked at again: after a rest, before the page goes, when another tab stored something.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;
use yew::prelude::*;

use super::super::shelf::key::PREFIX;
use super::super::state::AppState;
use super::keeper::Keeper;
use super::storage::{LastInHand, note_in_hand};
use crate::app::wording;
use crate::library::busan::Example;

/// Rest after which a change is stored [ms].
const REST_MS: u32 = 300;

/// Longest time that changes without a rest wait [ms].
const WAIT_MS_MAX: u64 = 3_000;

/// Stores every change a moment later, and at once when the page is left.
#[hook]
pub fn use_keeping(keeper: &Keeper, state: &UseReducerHandle<AppState>) {
    keeper.see(state);
    let waiting_since = use_mut_ref(|| None::<u64>);
    {
        let keeper = keeper.clone();
        use_effect_with((state.unsaved(), state.shelf.tries), move |(unsaved, _)| {
            let mut rest = None;
            if unsaved.is_empty() {
                waiting_since.replace(None);
            } else {
                let now = super::now_ms();
                let since = *waiting_since.borrow_mut().get_or_insert(now);
                let is_due = now.saturating_sub(since) > WAIT_MS_MAX;
                // Never within the task of an input: writing a large plan takes a while.
                rest = Some(Timeout::new(if is_due { 0 } else { REST_MS }, move || {
                    waiting_since.replace(Some(super::now_ms()));
                    keeper.flush();
                }));
            }
            move || drop(rest)
        });
    }
    use_events(keeper);
    let in_hand = match &state.shelf.in_hand {
        Some(place) => LastInHand::Plan(place.id.to_string()),
        None => {
            let read = wording::reading(state.view.language);
            let shown = |example: &Example| example.plan(read).title == state.plan().title;
            LastInHand::Example(Example::ALL.iter().position(shown).unwrap_or(0))
        }
    };
    use_effect_with(in_hand, note_in_hand);
}

/// The page is hidden or left; another tab stored something.
#[hook]
fn use_events(keeper: &Keeper) {
    let keeper = keeper.clone();
    use_effect_with((), move |()| {
        let listeners = web_sys::window().map(|window| {
            let on = |name: &'static str| {
                let keeper = keeper.clone();
                EventListener::new(&window, name, move |_| {
                    keeper.flush();
                })
            };
            let (hidden, left) = (on("visibilitychange"), on("pagehide"));
            let asks = EventListenerOptions::enable_prevent_default();
            let unload = {
                let keeper = keeper.clone();
                EventListener::new_with_options(&window, "beforeunload", asks, move |event| {
                    if !keeper.flush() {
                        // The browser asks whether to leave what could not be stored.
                        event.prevent_default();
                    }
                })
            };
            let stored = EventListener::new(&window, "storage", move |event| {
                let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
                match key {
                    Some(key) if key.starts_with(PREFIX) => keeper.look_around(&key),
                    // Without a key all entries were cleared.
                    None => keeper.look_around(PREFIX),
                    Some(_) => {}
                }
            });
            [hidden, left, unload, stored]
        });
        move || drop(listeners)
    });
}
