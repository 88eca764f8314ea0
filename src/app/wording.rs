//! In which language the shipped plans name things.

use crate::library::{Reading, Wording};
use crate::text::Language;

/// How the shipped data is read for a language of the page.
pub fn reading(language: Language) -> Reading {
    match language {
        Language::Korean => Wording::korean,
        Language::English => Wording::english,
    }
}
