//! What a cell says as a number of people: quoted thousands, full-width digits, decimals, missing marks.

use super::words;

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    Empty,
    /// A mark for "not known" or "none": `-`, `X`, `N/A`, `*`, `…` and the like.
    Missing,
    /// A number of people, `>= 0`, as written; a fraction is rounded when it is counted.
    Count(f64),
    Negative,
    /// A percentage, which is no count.
    Share,
    Text,
}

/// Which mark stands before the fraction of a number; the other one, spaces and apostrophes group its digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    Point,
    Comma,
}

impl DecimalMark {
    pub const ALL: [Self; 2] = [Self::Point, Self::Comma];

    const fn letter(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }
}

/// Marks that stand for a figure which is not given.
const MISSING: [&str; 18] =
    ["-", "--", "---", "x", "n/a", "na", "nan", "null", "none", "*", "**", "***", "...", "..", ".", ":", "/", "#n/a"];
/// Letters of counters behind a number: people in Korean, Japanese and Chinese.
const COUNTERS: [char; 3] = ['\u{ba85}', '人', '名'];
const GROUPS: [char; 4] = [' ', '\'', '’', '`'];
/// Greatest number that is read [people]; far above the limit of a plan, far below where doubles lose units.
const GREATEST: f64 = 1e12;

/// The value of a cell whose fractions stand behind `mark`.
pub fn read(text: &str, mark: DecimalMark) -> Value {
    let plain = words::plain(text);
    let plain = plain.trim_start_matches('\'').trim();
    if plain.is_empty() {
        return Value::Empty;
    }
    if MISSING.contains(&plain) {
        return Value::Missing;
    }
    if let Some(number) = plain.strip_suffix('%') {
        return if figure(number.trim(), mark).is_some() { Value::Share } else { Value::Text };
    }
    let positive = plain.trim_end_matches(COUNTERS).trim_end_matches(['*', '†']).trim_end();
    let negative = positive
        .strip_prefix(['-', '△', '▲'])
        .or_else(|| positive.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')));
    match (figure(positive, mark), negative.and_then(|rest| figure(rest.trim(), mark))) {
        (Some(count), _) => Value::Count(count),
        (None, Some(0.0)) => Value::Count(0.0),
        (None, Some(_)) => Value::Negative,
        (None, None) => Value::Text,
    }
}

/// Whole people of a count: a fraction is rounded to the nearest, a half upwards [people].
pub fn people(count: f64) -> u64 {
    (count + 0.5).floor() as u64
}

/// The mark of fractions that the numbers of a table speak for.
pub fn guess<'a>(cells: impl Iterator<Item = &'a str>) -> DecimalMark {
    let (mut point, mut comma, mut thousands_by_point) = (0_u32, 0_u32, 0_u32);
    for cell in cells {
        let plain = words::plain(cell);
        if !plain.starts_with(|letter: char| letter.is_ascii_digit())
            || !plain.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ','))
        {
            continue;
        }
        let count = |mark: char| plain.matches(mark).count();
        let after = |mark: char| plain.rsplit(mark).next().map_or(0, str::len);
        let before = |mark: char| plain.split(mark).next().unwrap_or_default();
        match (count('.'), count(',')) {
            (0, 0) => {}
            (1.., 1..) if plain.rfind('.') > plain.rfind(',') => point += 1,
            (1.., 1..) => comma += 1,
            (2.., _) => comma += 1,
            (_, 2..) => point += 1,
            (1, _) if after('.') == 3 && before('.').len() <= 3 && before('.') != "0" => thousands_by_point += 1,
            (1, _) => point += 1,
            _ if after(',') == 3 && before(',').len() <= 3 && before(',') != "0" => {}
            _ => comma += 1,
        }
    }
    if comma > point || (point == 0 && thousands_by_point > 0) { DecimalMark::Comma } else { DecimalMark::Point }
}

fn figure(text: &str, mark: DecimalMark) -> Option<f64> {
    if !text.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let (whole, fraction) = match text.split_once(mark.letter()) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    if fraction.is_some_and(|digits| digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let other = if mark == DecimalMark::Point { ',' } else { '.' };
    let groups: Vec<&str> = whole.split(|letter| letter == other || GROUPS.contains(&letter)).collect();
    let grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    if !grouped || !groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let number: f64 = format!("{}.{}", groups.concat(), fraction.unwrap_or("0")).parse().ok()?;
    (number <= GREATEST).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_people_are_read_as_they_are_written() {
        use DecimalMark::{Comma, Point};
        for (text, mark, expect) in [
            ("1,234", Point, Value::Count(1234.0)),
            (" 1,234,567 ", Point, Value::Count(1_234_567.0)),
            ("1.234", Comma, Value::Count(1234.0)),
            ("1.234", Point, Value::Count(1.234)),
            ("1\u{202f}234\u{a0}567", Comma, Value::Count(1_234_567.0)),
            ("12,5", Comma, Value::Count(12.5)),
            ("１，２３４", Point, Value::Count(1234.0)),
            ("1,234\u{ba85}", Point, Value::Count(1234.0)),
            ("1'234", Point, Value::Count(1234.0)),
            ("0", Point, Value::Count(0.0)),
            ("-5", Point, Value::Negative),
            ("(5)", Point, Value::Negative),
            ("△5", Point, Value::Negative),
            ("12.5%", Point, Value::Share),
            ("１２％", Point, Value::Share),
            ("", Point, Value::Empty),
            ("-", Point, Value::Missing),
            ("–", Point, Value::Missing),
            ("X", Point, Value::Missing),
            ("…", Point, Value::Missing),
            ("N/A", Point, Value::Missing),
            ("1,23", Point, Value::Text),
            ("12a", Point, Value::Text),
            ("0-4", Point, Value::Text),
        ] {
            assert_eq!(read(text, mark), expect, "{text}");
        }
    }

    #[test]
    fn a_half_is_rounded_upwards() {
        assert_eq!([0.0, 0.49, 0.5, 1.5, 2.4].map(people), [0, 0, 1, 2, 2]);
    }

    #[test]
    fn the_mark_of_fractions_is_told_by_the_numbers() {
        let mark = |cells: &[&str]| guess(cells.iter().copied());
        assert_eq!(mark(&["1,234", "12", "1,234,567"]), DecimalMark::Point);
        assert_eq!(mark(&["1.234", "12"]), DecimalMark::Comma);
        assert_eq!(mark(&["1.234", "12.5"]), DecimalMark::Point);
        assert_eq!(mark(&["1234,5", "12"]), DecimalMark::Comma);
        assert_eq!(mark(&["1.234.567"]), DecimalMark::Comma);
    }
}
