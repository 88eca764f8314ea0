//! Everything the user reads, in Korean and in English.

pub mod wire_errors;

/// A language the page speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Korean,
    English,
}
