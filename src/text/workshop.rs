//! Words of the workshop, a catalogue per subject; none of them is in the program of the page.

#[cfg(feature = "import")]
pub mod members;
pub mod panel;
