//! The numbers that sentences name, read out of them again.

use stagger::clock::CivilTime;

use super::independent::{Number, exact};

/// What names and addresses hold is no number of the sentence.
fn without_names(text: &str, fingerprint: &str) -> String {
    let text = text.replace(fingerprint, "");
    let mut out = String::new();
    let mut is_name = false;
    for letter in text.chars() {
        match letter {
            '‘' => is_name = true,
            '’' => is_name = false,
            _ if !is_name => out.push(letter),
            _ => {}
        }
    }
    let months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let words = out.split_whitespace().map(|word| {
        months.iter().position(|month| *month == word).map_or_else(|| word.to_owned(), |at| (at + 1).to_string())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// All numbers of sentences, in their order.
pub fn numbers(sentences: &[String], fingerprint: &str) -> Vec<f64> {
    let text = without_names(&sentences.join(" "), fingerprint);
    let mut found = Vec::new();
    let mut digits = String::new();
    let letters: Vec<char> = text.chars().chain([' ']).collect();
    for (at, letter) in letters.iter().enumerate() {
        let is_inside = matches!(letter, '.' | ',') && letters.get(at + 1).is_some_and(char::is_ascii_digit);
        if letter.is_ascii_digit() || is_inside && !digits.is_empty() {
            digits.extend((*letter != ',').then_some(*letter));
        } else if !digits.is_empty() {
            found.push(digits.parse().unwrap());
            digits.clear();
        }
    }
    found
}

/// Each number is expected, and each that is expected is there.
pub fn assert_numbers(found: &[f64], expected: &[Number], place: &str) {
    let mut left = found.to_vec();
    let mut expected = expected.to_vec();
    expected.sort_by(|one, other| one.within.total_cmp(&other.within));
    for number in &expected {
        let distance = |value: &f64| (value - number.value).abs();
        let best = (0..left.len()).min_by(|one, other| distance(&left[*one]).total_cmp(&distance(&left[*other])));
        let at = best.filter(|at| distance(&left[*at]) <= number.within);
        let at = at.unwrap_or_else(|| panic!("{place}: {number:?} is not among {left:?} of {found:?}"));
        left.remove(at);
    }
    assert!(left.is_empty(), "{place}: nothing expects {left:?} of {found:?}");
}

/// Year, month, day.
pub fn date(at: CivilTime) -> Vec<Number> {
    let date = at.date();
    [f64::from(date.year()), f64::from(date.month()), f64::from(date.day())].map(exact).to_vec()
}

/// The same with hour and minute.
pub fn moment(at: CivilTime) -> Vec<Number> {
    let time = [f64::from(at.hour()), f64::from(at.minute())].map(exact);
    date(at).into_iter().chain(time).collect()
}
