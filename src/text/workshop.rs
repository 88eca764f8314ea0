//! Words of the workshop, a catalogue per subject; none of them is in the program of the page.

pub mod panel;
