//! The timetable without a page: what stands where, which chips are chosen, where keys lead, what a move is.

pub mod board;
pub mod choice;
pub mod listing;
pub mod moves;
pub mod spot;

pub use board::{Board, CHIPS_SHOWN, DayRow, SlotBox, Unfolded};
pub use choice::{Choice, How};
pub use moves::{Trial, move_to, ranked, trial};
pub use spot::{Place, Spot, Step};
