//! The only door to the browser: document, address, clipboard, canvas.

mod canvas;
mod clipboard;
mod document;
mod events;
mod links;
mod sight;

pub use canvas::{paint, pixel_ratio, set_height, use_width};
pub use clipboard::copy;
pub use document::{catch_focus, document_language, focus, mount, start, use_document, use_undo_keys};
pub use events::{is_checked, select_all, typed};
pub use sight::{use_in_sight, use_on_paper};
pub use links::{link_of, use_links};
