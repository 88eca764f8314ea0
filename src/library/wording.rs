//! A name or a sentence that comes with the data, in both languages.

/// The same words in Korean and in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    korean: &'static str,
    english: &'static str,
}

/// How to read a wording: [`Wording::korean`] or [`Wording::english`].
pub type Reading = fn(Wording) -> &'static str;

impl Wording {
    pub const fn new(korean: &'static str, english: &'static str) -> Self {
        Self { korean, english }
    }

    pub const fn korean(self) -> &'static str {
        self.korean
    }

    pub const fn english(self) -> &'static str {
        self.english
    }
}
