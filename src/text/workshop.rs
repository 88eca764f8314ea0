//! Words of the workshop, a catalogue per subject; none of them is in the program of the page.

pub mod autoplan;
pub mod bids;
pub mod calendar;
pub mod capacity;
pub mod cohorts;
pub mod compare;
pub mod documents;
pub mod embed;
pub mod events;
pub mod journeys;
#[cfg(feature = "import")]
pub mod members;
pub mod notices;
pub mod one_file;
pub mod panel;
pub mod requirements;
pub mod share;
pub mod templates;
pub mod who;
pub mod windows;
