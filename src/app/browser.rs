//! The only door to the browser: document, address, clipboard, canvas.

mod canvas;
mod clipboard;
mod document;
mod events;
mod links;

pub use canvas::{paint, pixel_ratio, use_width};
pub use clipboard::copy;
pub use document::{catch_focus, document_language, focus, mount, start, use_document, use_undo_keys};
pub use events::{choose, chosen, is_checked, select_all, typed};
pub use links::{link_of, use_links};
