//! The only door to the browser: document, address, clipboard, canvas, storage, files.

mod board;
mod canvas;
mod clipboard;
mod dialog;
mod document;
mod drafts;
mod events;
mod files;
mod frames;
mod keeper;
mod keeping;
mod kept_in_sight;
mod links;
mod moment;
#[cfg(feature = "whole")]
pub mod one_file;
mod storage;
mod workshop;

pub use board::{
    Later, attribute_around, attribute_at, capture_pointer, focus_soon, later, milliseconds, put_at, reveal,
    scroll_near_edge,
};
mod sight;

pub use crate::api::{Crew, News};
pub use canvas::{paint, pixel_ratio, set_height, use_width};
pub use clipboard::copy;
pub use dialog::{close_dialog, open_dialog};
pub use document::{catch_focus, document_language, focus, has_page, mount, start, use_document, use_undo_keys};
pub use drafts::use_draft_book;
pub use events::{caret_leaves, choose, chosen, is_checked, select_all, typed};
pub use files::{click, open_chosen, save_file, use_dropped_files};
pub use frames::{Appointment, after, after_next_frame};
pub use keeper::Keeper;
pub use keeping::use_keeping;
pub use kept_in_sight::use_focus_in_sight;
pub use links::{link_of, use_links};
pub use moment::{local_time, now_ms, today};
pub use sight::{use_in_sight, use_on_paper};
pub use storage::read as read_stored;
pub use wasm_bindgen_futures::spawn_local as spawn;
pub use web_sys::{AbortController, File};
pub use workshop::{
    Meant, ask_programme, ask_workshop, bytes_of, chosen_file, dropped_file, field_id, field_value, is_said_at_once,
    meant, pasted, text_of,
};
