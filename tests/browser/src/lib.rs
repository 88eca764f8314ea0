//! A browser with the built page in it, for journeys by role and label.
//!
//! ```text
//! dist/ ──server, under /x/y/──▶ Chromium ◀──WebDriver── Page ◀── journeys/*.rs
//! ```

pub mod driver;
pub mod look;
pub mod page;
pub mod scripts;

pub use look::{Look, Theme};
pub use page::Page;
