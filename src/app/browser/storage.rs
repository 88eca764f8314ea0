//! What the browser keeps for the page: one entry per stored version, and which plan was in hand.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use super::super::shelf::StorageFault;

/// Which plan was in hand last: an id, or [`EXAMPLE`] and its number.
const IN_HAND: &str = "stagger.in-hand";

/// What is in hand when it is no plan of one's own.
const EXAMPLE: &str = "example.";

/// What was typed in this tab and cannot be used.
const DRAFTS: &str = "stagger.drafts";

/// The link that this tab opened last, so that a reload does not open it again.
const LINK: &str = "stagger.link";

fn local() -> Result<Storage, StorageFault> {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    storage.ok_or(StorageFault::Blocked)
}

fn of_tab() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

fn fault(problem: &JsValue) -> StorageFault {
    let name = problem.dyn_ref::<DomException>().map(DomException::name);
    if name.as_deref() == Some("QuotaExceededError") { StorageFault::Full } else { StorageFault::Blocked }
}

/// All keys that begin with `prefix`.
pub fn keys(prefix: &str) -> Result<Vec<String>, StorageFault> {
    let storage = local()?;
    let length = storage.length().map_err(|problem| fault(&problem))?;
    let keys = (0..length).filter_map(|index| storage.key(index).ok().flatten());
    Ok(keys.filter(|key| key.starts_with(prefix)).collect())
}

/// What stands under a key; `None` = nothing, or nothing that can be had.
pub fn read(key: &str) -> Option<String> {
    local().ok()?.get_item(key).ok().flatten()
}

/// Writes `text` under `key`, or nothing.
pub fn write(key: &str, text: &str) -> Result<(), StorageFault> {
    local()?.set_item(key, text).map_err(|problem| fault(&problem))
}

pub fn remove(key: &str) {
    if let Ok(storage) = local() {
        // What cannot be removed stays; the next listing shows it again.
        let _ = storage.remove_item(key);
    }
}

/// What was in hand last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LastInHand {
    Plan(String),
    Example(usize),
}

/// What was in hand last, in this tab before any other.
pub fn last_in_hand() -> Option<LastInHand> {
    let here = of_tab().and_then(|storage| storage.get_item(IN_HAND).ok().flatten());
    let name = here.or_else(|| read(IN_HAND))?;
    let example = name.strip_prefix(EXAMPLE).and_then(|number| number.parse().ok());
    Some(example.map_or(LastInHand::Plan(name), LastInHand::Example))
}

/// Notes what is in hand, for this tab and for the next one.
pub fn note_in_hand(in_hand: &LastInHand) {
    let name = match in_hand {
        LastInHand::Plan(id) => id.clone(),
        LastInHand::Example(number) => format!("{EXAMPLE}{number}"),
    };
    // Without the note the newest plan is opened next time.
    let _ = write(IN_HAND, &name);
    if let Some(storage) = of_tab() {
        let _ = storage.set_item(IN_HAND, &name);
    }
}

/// Whether this tab has opened the link of that fragment before.
pub fn is_link_known(fragment: &str) -> bool {
    let known = of_tab().and_then(|storage| storage.get_item(LINK).ok().flatten());
    known.as_deref() == Some(fragment)
}

/// Notes that this tab has opened the link of that fragment.
pub fn note_link(fragment: &str) {
    if let Some(storage) = of_tab() {
        // Without the note a reload opens the link once more.
        let _ = storage.set_item(LINK, fragment);
    }
}

/// The wrong entries that this tab left behind.
pub fn tab_drafts() -> String {
    of_tab().and_then(|storage| storage.get_item(DRAFTS).ok().flatten()).unwrap_or_default()
}

/// Notes the wrong entries of this tab.
pub fn note_tab_drafts(written: &str) {
    if let Some(storage) = of_tab() {
        // Without the note they are gone after a reload, as the plan says nothing of them.
        let _ = storage.set_item(DRAFTS, written);
    }
}
