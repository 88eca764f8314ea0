//! The only door to the browser: document, address, clipboard, canvas.

mod board;
mod canvas;
mod clipboard;
mod document;
mod events;
mod frames;
mod links;

pub use board::{
    Later, attribute_around, attribute_at, capture_pointer, focus_soon, later, milliseconds, put_at, reveal,
    scroll_near_edge,
};
pub use canvas::{paint, pixel_ratio, use_width};
pub use clipboard::copy;
pub use document::{catch_focus, document_language, focus, mount, start, use_document, use_undo_keys};
pub use events::{caret_leaves, is_checked, select_all, typed};
pub use frames::{Appointment, after, at_next_frame};
pub use links::{link_of, use_links};
