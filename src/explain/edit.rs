//! What an edit is called, for the buttons that undo and redo it.

use std::borrow::Cow;

use crate::plan::edit::EditName;
use crate::text::Language;
use crate::text::edits;

/// The name of an edit in a few words.
pub fn edit_name(language: Language, name: EditName) -> Cow<'static, str> {
    match language {
        Language::Korean => edits::korean(name),
        Language::English => edits::english(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_edit_has_a_name_of_its_own_in_both_languages() {
        for language in [Language::Korean, Language::English] {
            let mut names: Vec<String> = EditName::ALL.map(|name| edit_name(language, name).into_owned()).to_vec();
            let is_hangul = |name: &&String| name.chars().any(|letter| ('가'..='힣').contains(&letter));
            assert_eq!(
                names.iter().filter(|name| is_hangul(name)).count() == names.len(),
                language == Language::Korean
            );
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), EditName::ALL.len());
        }
    }
}
