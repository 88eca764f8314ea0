//! What leaves the planner in other forms than its own files and links.

#[cfg(feature = "qr")]
pub mod qr;
