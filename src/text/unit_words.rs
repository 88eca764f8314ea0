//! Units as people type them behind or before a number, in both languages.

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// [s]
    Time,
    /// [people per second]
    Flow,
    /// [1]
    Share,
    /// [people]
    People,
}

/// A typed text in one spelling: narrow letters, small, without blanks and commas, one sign for "to".
pub fn plain(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => u32::from(letter).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(letter),
        '–' | '—' | '−' | '〜' | '∼' => '-',
        other => other,
    };
    let letters = text.chars().map(narrow).filter(|letter| !letter.is_whitespace() && *letter != ',');
    letters.flat_map(char::to_lowercase).map(|letter| if letter == '~' { '-' } else { letter }).collect()
}

/// What stands around a number, as a unit and how many of the plan's units one of it is; `None` for no known unit.
pub fn unit(before: &str, after: &str) -> Option<(Dimension, f64)> {
    let things = ["건", "명", "회", "people", "requests", "req", "attempts"];
    let bare = things.iter().find_map(|thing| after.strip_prefix(thing)).unwrap_or(after);
    match before {
        "" => {}
        "초당" | "매초" => return bare.is_empty().then_some((Dimension::Flow, 1.0)),
        "분당" | "매분" => return bare.is_empty().then_some((Dimension::Flow, 1.0 / 60.0)),
        "시간당" | "매시간" => return bare.is_empty().then_some((Dimension::Flow, 1.0 / 3600.0)),
        _ => return None,
    }
    if matches!(after, "rps" | "tps") {
        return Some((Dimension::Flow, 1.0));
    }
    if let Some(time) = bare.strip_prefix('/').or_else(|| bare.strip_prefix("per")) {
        return seconds(time).map(|seconds| (Dimension::Flow, 1.0 / seconds));
    }
    match after {
        "%" | "percent" | "퍼센트" | "프로" => Some((Dimension::Share, 0.01)),
        "명" | "people" | "persons" | "sessions" | "세션" => Some((Dimension::People, 1.0)),
        _ => seconds(after).map(|seconds| (Dimension::Time, seconds)),
    }
}

/// The length of a unit of time [s].
fn seconds(word: &str) -> Option<f64> {
    Some(match word {
        "s" | "sec" | "second" | "seconds" | "초" => 1.0,
        "m" | "min" | "mins" | "minute" | "minutes" | "분" => 60.0,
        "h" | "hr" | "hrs" | "hour" | "hours" | "시간" => 3600.0,
        "d" | "day" | "days" | "일" => 86_400.0,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_text_is_read_like_narrow_text() {
        assert_eq!(plain("　１３．３ 건／초"), "13.3건/초");
        assert_eq!(plain("25 ～ 35 MIN"), "25-35min");
    }

    #[test]
    fn units_are_known_in_both_languages() {
        for (before, after, expected) in [
            ("", "/h", Some((Dimension::Flow, 1.0 / 3600.0))),
            ("", "건/분", Some((Dimension::Flow, 1.0 / 60.0))),
            ("", "perhour", Some((Dimension::Flow, 1.0 / 3600.0))),
            ("시간당", "건", Some((Dimension::Flow, 1.0 / 3600.0))),
            ("", "분", Some((Dimension::Time, 60.0))),
            ("", "%", Some((Dimension::Share, 0.01))),
            ("", "명", Some((Dimension::People, 1.0))),
            ("", "건", None),
            ("about", "", None),
            ("", "furlongs", None),
        ] {
            assert_eq!(unit(before, after), expected, "{before} {after}");
        }
    }
}
