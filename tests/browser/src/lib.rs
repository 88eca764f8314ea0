//! A browser with the built page in it, for journeys by role and label.
//!
//! ```text
//! dist/ ──server, under /x/y/──▶ Chromium ◀──WebDriver── Page ◀── journeys/*.rs
//! ```

pub mod accessibility;
pub mod devtools;
pub mod driver;
pub mod grown;
pub mod look;
pub mod page;
pub mod scripts;
pub mod trace;
pub mod verdict;

pub use look::{Look, Theme};
pub use page::Page;
