//! Pieces of the page that know nothing of plans.

pub mod button;
pub mod data_table;
pub mod entry_field;
pub mod icon;
pub mod picture;
pub mod select;
pub mod tags;
pub mod time_field;
pub mod verdict_mark;
pub mod words;
