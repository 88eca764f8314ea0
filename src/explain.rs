//! Every error and issue in the words of the user: what happened, and what to do.

pub mod comparison;
pub mod edit;
pub mod issue;
pub mod place;
pub mod risk;
pub mod trust;
pub mod unit;
#[cfg(feature = "wire")]
pub mod wire;
