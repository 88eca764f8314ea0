//! Every error and issue in the words of the user: what happened, and what to do.

#[cfg(feature = "wire")]
pub mod wire;
