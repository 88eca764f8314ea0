//! What a cell says of a place: its name, the places it lies in, its code, how far it is indented.

use super::label::Tags;
use super::words::{self, Meaning};

/// A place as one or more cells name it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// From the largest to the place itself; empty = the whole table.
    pub path: Vec<String>,
    pub code: Option<String>,
    /// Blanks before the name [1], a wide one counting twice.
    pub indent: usize,
    /// It is named as a total: of what `path` names, or of everything.
    pub total: bool,
}

/// The place that the cells name, the larger before the smaller, with the code that stands in a column of its own.
pub fn place(cells: &[&str], code: Option<&str>) -> Place {
    let mut place = Place { code: code.and_then(clean_code), ..Place::default() };
    for cell in cells {
        let (name, own) = split_code(cell.trim());
        place.indent = indent(cell);
        place.code = place.code.or(own);
        for part in parts(name) {
            place.path.push(part);
        }
    }
    while let Some(last) = place.path.last() {
        if !words::plain(last)
            .split(' ')
            .any(|word| words::meaning(word, |meaning| meaning == Meaning::Total).is_some())
        {
            break;
        }
        let tags = Tags::of(last);
        if !(tags.total && tags.rest.is_empty() && tags.ages.is_none()) {
            break;
        }
        place.total = true;
        place.path.pop();
    }
    place
}

/// Blanks before a name, or marks of a tree.
fn indent(cell: &str) -> usize {
    let mut blanks = 0;
    for letter in cell.chars() {
        match letter {
            ' ' | '\u{a0}' | '.' | '·' | '-' | '>' | '└' | '├' | '─' => blanks += 1,
            '\u{3000}' | '\t' => blanks += 2,
            _ => break,
        }
    }
    blanks
}

/// A name with the code in front of it or behind it in brackets.
fn split_code(cell: &str) -> (&str, Option<String>) {
    if let Some((name, code)) = cell.trim_end_matches(')').rsplit_once('(')
        && cell.ends_with(')')
        && code.len() >= 2
        && code.bytes().all(|byte| byte.is_ascii_digit())
    {
        return (name.trim(), Some(code.to_owned()));
    }
    if let Some((code, name)) = cell.split_once([' ', '_', ':', '\u{3000}'])
        && is_code(code)
        && name.chars().any(char::is_alphabetic)
    {
        return (name.trim_start_matches([' ', '-', ':', '–']), clean_code(code));
    }
    (cell, None)
}

/// Whether a text looks like the code of a place: digits, perhaps behind some letters.
pub fn is_code(text: &str) -> bool {
    let digits = text.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
    let letters = text.len() - digits.len();
    let numeric = digits.bytes().all(|byte| byte.is_ascii_digit());
    numeric && letters <= 3 && ((letters == 0 && digits.len() >= 2) || (letters > 0 && !digits.is_empty()))
}

/// A code of letters, digits, `-`, `_` and `.` of ASCII, as a plan holds it.
fn clean_code(code: &str) -> Option<String> {
    let code = code.trim().trim_matches(['(', ')', '\'', '"']);
    let clean =
        !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
    clean.then(|| code.to_owned())
}

/// The parts of a name, the larger place first.
fn parts(name: &str) -> Vec<String> {
    let name = name.trim_start_matches([' ', '\u{a0}', '\u{3000}', '.', '·', '-', '>', '└', '├', '─']).trim();
    let name = name.trim_end_matches(['*', '†', '¹', '²', '³']).trim();
    let tidy = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    let all: Vec<String> = if name.contains(" > ") {
        name.split(" > ").map(tidy).collect()
    } else if name.chars().any(is_hangul) {
        name.split_whitespace().map(str::to_owned).collect()
    } else if let Some((smaller, larger)) = name.split_once(", ")
        && smaller.ends_with("County")
    {
        vec![tidy(larger), tidy(smaller)]
    } else {
        vec![tidy(name)]
    };
    all.into_iter().filter(|part| !part.is_empty()).collect()
}

fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{ac00}'..='\u{d7a3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_codes_and_totals_are_told_apart() {
        let check = |cells: &[&str], code: Option<&str>, path: &[&str], expect: Option<&str>, total: bool| {
            let place = place(cells, code);
            assert_eq!(place.path, path, "{cells:?}");
            assert_eq!(place.code.as_deref(), expect, "{cells:?}");
            assert_eq!(place.total, total, "{cells:?}");
        };
        let [city, district] = ["\u{bd80}\u{c0b0}", "\u{c911}\u{ad6c}"];
        check(&[&format!("{city}  (2600000000)")], None, &[city], Some("2600000000"), false);
        check(&[&format!("{city} {district} (2611000000)")], None, &[city, district], Some("2611000000"), false);
        check(&[city, "\u{c18c}\u{acc4}"], None, &[city], None, true);
        check(&["Total"], None, &[], None, true);
        check(&["  City of London"], Some("E09000001"), &["City of London"], Some("E09000001"), false);
        check(&["05111 Essen"], None, &["Essen"], Some("05111"), false);
        check(&["Autauga County, Alabama"], None, &["Alabama", "Autauga County"], None, false);
        check(&[".Alabama"], None, &["Alabama"], None, false);
    }
}
