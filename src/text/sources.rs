//! What a source says once the value it was given for is another.

use super::Language::{self, English, Korean};
use super::format;
use super::unit_words::Dimension;

/// How each language begins the note that a source is of an earlier value.
const BEGINNINGS: [&str; 2] = ["앞선 값", "Source of the earlier value"];

/// The text of a source after its value was changed: what it was given for stands before it, once.
///
/// The note speaks the language of the text. `value` is the earlier value in the unit of its field: what the unit
/// measures, and how many of the plan's units one of it is.
pub fn of_earlier_value(text: &str, value: Option<(f64, Option<Dimension>, f64)>) -> String {
    if text.trim().is_empty() || BEGINNINGS.iter().any(|beginning| text.starts_with(beginning)) {
        return text.to_owned();
    }
    let language = if text.chars().any(|letter| matches!(letter, '\u{ac00}'..='\u{d7a3}')) { Korean } else { English };
    let value =
        value.map_or_else(|| none(language).to_owned(), |(value, what, factor)| said(language, value, what, factor));
    match language {
        Korean => format!("앞선 값({value})의 근거: {text}"),
        English => format!("Source of the earlier value ({value}): {text}"),
    }
}

fn none(language: Language) -> &'static str {
    match language {
        Korean => "제한 없음",
        English => "no limit",
    }
}

/// A value with its unit, as a sentence says it.
pub fn said(language: Language, value: f64, dimension: Option<Dimension>, factor: f64) -> String {
    let number = format::decimal(value, if value.abs() < 1.0 { 4 } else { 1 });
    format!("{number}{}", sign(language, dimension, factor))
}

/// What stands behind a number in a sentence; `factor` = how many of the plan's units one of this unit is.
pub fn sign(language: Language, dimension: Option<Dimension>, factor: f64) -> &'static str {
    match (dimension, language) {
        (None, _) => "",
        (Some(Dimension::Share), _) => "%",
        (Some(Dimension::People), Korean) => "명",
        (Some(Dimension::People), English) => " people",
        (Some(Dimension::Flow), Korean) if factor < 0.001 => "건/시간",
        (Some(Dimension::Flow), Korean) if factor < 0.1 => "건/분",
        (Some(Dimension::Flow), Korean) => "건/초",
        (Some(Dimension::Flow), English) if factor < 0.001 => "/h",
        (Some(Dimension::Flow), English) if factor < 0.1 => "/min",
        (Some(Dimension::Flow), English) => "/s",
        (Some(Dimension::Time), Korean) if factor < 60.0 => "초",
        (Some(Dimension::Time), Korean) if factor < 3600.0 => "분",
        (Some(Dimension::Time), Korean) => "시간",
        (Some(Dimension::Time), English) if factor < 60.0 => " s",
        (Some(Dimension::Time), English) if factor < 3600.0 => " min",
        (Some(Dimension::Time), English) => " h",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_note_stands_once_and_in_the_language_of_the_source() {
        let rate = Some((13.333, Some(Dimension::Flow), 1.0));
        let once = of_earlier_value("부하 시험 결과입니다.", rate);
        assert_eq!(once, "앞선 값(13.3건/초)의 근거: 부하 시험 결과입니다.");
        assert_eq!(of_earlier_value(&once, Some((2.0, None, 1.0))), once);
        let english = of_earlier_value("A load test.", Some((40.0, Some(Dimension::Share), 0.01)));
        assert_eq!(english, "Source of the earlier value (40%): A load test.");
        assert_eq!(of_earlier_value("A contract.", None), "Source of the earlier value (no limit): A contract.");
        assert_eq!(of_earlier_value(" ", rate), " ");
    }
}
