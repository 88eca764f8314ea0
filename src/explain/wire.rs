//! Plan files and links that cannot be opened: what happened and what to do.

use super::issue::{Explained, issue};
use crate::plan::{Issue, Plan};
use crate::text::Language;
use crate::text::wire_errors::WireErrors;
use crate::wire::link::LinkError;
use crate::wire::plan_file::{BYTES_MAX, DEPTH_MAX, Expected, PlanFileError};

/// Why a text is no plan file, and the next step.
pub fn plan_file_error(language: Language, error: &PlanFileError) -> String {
    let text = texts(language);
    match error {
        PlanFileError::TooLarge { .. } => (text.file_too_large)(BYTES_MAX / (1024 * 1024)),
        PlanFileError::TooDeep => (text.file_too_deep)(DEPTH_MAX),
        PlanFileError::NotJson { line, column } => (text.file_not_json)(*line, *column),
        PlanFileError::NotAPlan => text.file_not_a_plan.to_owned(),
        PlanFileError::Newer { version } => (text.file_newer)(*version),
        PlanFileError::Missing { pointer } => (text.field_missing)(pointer),
        PlanFileError::Unexpected { pointer, expected, found } => {
            (text.field_unexpected)(pointer, found, &request(text, *expected))
        }
        PlanFileError::NumberTooLarge { pointer } => (text.number_too_large)(pointer),
        PlanFileError::Duplicate { pointer } => (text.field_twice)(pointer),
    }
}

/// Why a link opens no plan, and the next step.
pub fn link_error(language: Language, error: &LinkError) -> String {
    let text = texts(language);
    match error {
        LinkError::Empty => text.link_empty.to_owned(),
        LinkError::Foreign => text.link_foreign.to_owned(),
        LinkError::Damaged => text.link_damaged.to_owned(),
        LinkError::Draft { mark } => (text.link_draft)(mark),
        LinkError::Newer { mark } => (text.link_newer)(mark),
    }
}

/// Why a plan has no forecast: the first of its faults with its place and remedy, and how many there are.
pub fn blocked(language: Language, plan: &Plan, faults: &[Issue]) -> String {
    let Some(first) = faults.first() else { return String::new() };
    let Explained { place, message, remedy } = issue(language, plan, first);
    let first = format!("{place}: {message} {remedy}");
    match faults.len() {
        1 => first,
        n_faults => format!("{first} {}", (texts(language).more_to_mend)(n_faults)),
    }
}

fn texts(language: Language) -> &'static WireErrors {
    &language.catalogue().wire_errors
}

fn request(text: &WireErrors, expected: Expected) -> String {
    let sentence = match expected {
        Expected::Object => text.write_object,
        Expected::List => text.write_list,
        Expected::Text => text.write_text,
        Expected::Number => text.write_number,
        Expected::WholeNumber => text.write_whole_number,
        Expected::Flag => text.write_flag,
        Expected::Date => text.write_date,
        Expected::Time => text.write_time,
        Expected::NumberOrList => text.write_number_or_list,
        Expected::HourWeights => text.write_hour_weights,
        Expected::OneOf(words) => {
            let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
            return (text.write_one_of)(&quoted.join(", "));
        }
    };
    sentence.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::zones::NoTimeZones;
    use crate::plan::{check, sample};

    fn all_messages(language: Language) -> Vec<String> {
        let pointer = || "/journey/0/rate_per_s".to_owned();
        let expected = [
            Expected::Object,
            Expected::List,
            Expected::Text,
            Expected::Number,
            Expected::WholeNumber,
            Expected::Flag,
            Expected::Date,
            Expected::Time,
            Expected::NumberOrList,
            Expected::HourWeights,
            Expected::OneOf(&["draft", "approved"]),
        ];
        let mut files = vec![
            PlanFileError::TooLarge { bytes: 20_000_000 },
            PlanFileError::TooDeep,
            PlanFileError::NotJson { line: 3, column: 7 },
            PlanFileError::NotAPlan,
            PlanFileError::Newer { version: 2 },
            PlanFileError::Missing { pointer: pointer() },
            PlanFileError::NumberTooLarge { pointer: pointer() },
            PlanFileError::Duplicate { pointer: pointer() },
        ];
        files.extend(expected.map(|expected| PlanFileError::Unexpected {
            pointer: pointer(),
            expected,
            found: "[3]".to_owned(),
        }));
        let links = [
            LinkError::Empty,
            LinkError::Foreign,
            LinkError::Damaged,
            LinkError::Draft { mark: "d0".to_owned() },
            LinkError::Newer { mark: "s1".to_owned() },
        ];
        let files = files.iter().map(|error| plan_file_error(language, error));
        files.chain(links.iter().map(|error| link_error(language, error))).collect()
    }

    #[test]
    fn every_error_says_what_to_do_in_both_languages() {
        for message in all_messages(Language::Korean) {
            assert!(message.trim_end_matches('.').ends_with("십시오") || message.contains("적으십시오:"), "{message}");
        }
        for message in all_messages(Language::English) {
            assert!(message.ends_with('.') && message.is_ascii(), "{message}");
            assert!(!message.to_lowercase().contains("please") && !message.contains('!'), "{message}");
        }
    }

    #[test]
    fn messages_differ_and_name_the_place() {
        for language in [Language::Korean, Language::English] {
            let mut messages = all_messages(language);
            assert_eq!(messages.iter().filter(|message| message.contains("/journey/0/rate_per_s")).count(), 14);
            let n_messages = messages.len();
            messages.sort();
            messages.dedup();
            assert_eq!(messages.len(), n_messages);
        }
    }

    #[test]
    fn the_first_fault_stands_for_all() {
        let mut plan = sample::plan();
        plan.days = 0;
        let faults = check(&plan, &NoTimeZones);
        let first = "days: The value is 0. Only 1 to 92 can be computed. Write a value in between.";
        assert_eq!(blocked(Language::English, &plan, &faults[..1]), first);
        assert_eq!(blocked(Language::English, &plan, &faults[..2]), format!("{first} There are 2 entries to mend."));
        assert!(blocked(Language::Korean, &plan, &faults[..2]).ends_with("고칠 곳이 모두 2군데입니다."));
    }
}
