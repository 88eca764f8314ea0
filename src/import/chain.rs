//! Ages in words of any language: labels of one row or column whose numbers follow each other as bands do.
//!
//! No list of words is ever complete. Where the second number of each label is one below the first of the next, they
//! are ages whatever the words between them, and a lone number that goes on from there opens the last band. Such
//! labels are written anew in signs that every reader of labels knows: `0-4`, `65+`.

use std::collections::{BTreeMap, BTreeSet};

use super::band::{Ages, Band};
use super::grid::Grid;
use super::label::Tags;
use super::token::{Token, tokens};
use super::words::plain;

/// Oldest age that is one [years].
const OLDEST: u32 = 130;
/// Rows at the top in which headings are looked for.
const ROWS: usize = 40;
/// More different texts in a column than this are names of places.
const MOST_TEXTS: usize = 400;
/// Bands that must follow each other, at least.
const LEAST: usize = 2;

/// A label with one or two numbers that could be ages.
struct Label<'a> {
    text: &'a str,
    numbers: Vec<u32>,
    words: BTreeSet<String>,
}

/// Writes labels of ages anew whose words are not known.
pub fn spell_out(grid: &mut Grid) {
    let mut spelt: BTreeMap<String, String> = BTreeMap::new();
    for row in grid.rows.iter().take(ROWS) {
        spelt.extend(of_line(row.cells.iter().map(String::as_str)));
    }
    for column in 0..grid.width() {
        let texts: BTreeSet<&str> = (0..grid.rows.len()).map(|row| grid.cell(row, column)).collect();
        if texts.len() <= MOST_TEXTS {
            spelt.extend(of_line(texts.into_iter()));
        }
    }
    for cell in grid.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Some(anew) = spelt.get(cell.as_str()) {
            cell.clone_from(anew);
        }
    }
}

/// The labels of a row or column that are to be written anew, with their new form.
fn of_line<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
    let labels: Vec<Label<'a>> = texts.filter_map(label).collect();
    let (ranges, lone): (Vec<&Label>, Vec<&Label>) = labels.iter().partition(|label| label.numbers.len() == 2);
    let pairs: BTreeSet<(u32, u32)> = ranges.iter().map(|label| (label.numbers[0], label.numbers[1])).collect();
    let pairs: Vec<(u32, u32)> = pairs.into_iter().collect();
    let follow = pairs.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0) && pairs.iter().all(|(from, to)| from < to);
    let [(first, _), .., (_, last)] = pairs[..] else { return Vec::new() };
    if pairs.len() < LEAST || !follow {
        return Vec::new();
    }
    let mut common = ranges[0].words.clone();
    common.retain(|word| ranges.iter().all(|label| label.words.contains(word)));
    let kept: BTreeSet<&String> =
        ranges.iter().flat_map(|label| &label.words).filter(|word| !common.contains(*word)).collect();
    let mut spelt = Vec::new();
    for label in &ranges {
        let band = Band::new(label.numbers[0], label.numbers[1]);
        spelt.extend(anew(label, band, |word| !common.contains(word)));
    }
    for label in &lone {
        let number = label.numbers[0];
        let band = match number {
            number if number == last + 1 => Band::open(number),
            number if number == first && number > 0 => Band::new(0, number - 1),
            _ => continue,
        };
        spelt.extend(anew(label, band, |word| kept.iter().any(|kept| *kept == word) || is_tag(word)));
    }
    spelt
}

fn label(text: &str) -> Option<Label<'_>> {
    let mut numbers = Vec::new();
    let mut words = BTreeSet::new();
    for token in tokens(text) {
        match token {
            Token::Number(number, digits) if number <= OLDEST && digits <= 3 => numbers.push(number),
            Token::Number(..) => return None,
            Token::Word(word) => {
                words.insert(word);
            }
            Token::Mark(_) | Token::Break => {}
        }
    }
    let is_one = !words.is_empty() && (1..=2).contains(&numbers.len()) && Tags::of(text).period.is_none();
    is_one.then_some(Label { text, numbers, words })
}

/// Whether a word says something beside ages.
fn is_tag(word: &str) -> bool {
    let tags = Tags::of(word);
    tags.sex.is_some() || tags.total
}

/// A label in signs, with the words that `keeps`; nothing where it is read that way already.
fn anew(label: &Label<'_>, band: Band, keeps: impl Fn(&str) -> bool) -> Option<(String, String)> {
    let known = Tags::of(label.text);
    // Bands of one year each end with a year, not with an open band.
    if known.ages == Some(Ages::Band(band)) && known.rest.is_empty() {
        return None;
    }
    let is_kept = |word: &&str| !word.contains(|letter: char| letter.is_ascii_digit()) && keeps(&plain(word));
    let mut words: Vec<&str> = label.text.split_whitespace().filter(is_kept).collect();
    let name = band.name();
    words.push(&name);
    Some((label.text.to_owned(), words.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(texts: &[&str]) -> Vec<String> {
        let anew: BTreeMap<String, String> = of_line(texts.iter().copied()).into_iter().collect();
        texts.iter().map(|text| anew.get(*text).cloned().unwrap_or_else(|| (*text).to_owned())).collect()
    }

    #[test]
    fn bands_are_told_by_how_they_follow_each_other() {
        for texts in [
            ["0 a 4 anos", "5 a 9 anos", "10 anos ou mais"],
            ["0-4 tuổi", "5-9 tuổi", "10 tuổi trở lên"],
            ["0歲~4歲", "5歲~9歲", "10歲以上"],
            ["от 0 до 4 лет", "от 5 до 9 лет", "10 лет и старше"],
            ["De 0 a 4 años", "De 5 a 9 años", "10 y más años"],
            ["0 ilâ 4 yaş", "5 ilâ 9 yaş", "10 yaş ve üzeri"],
        ] {
            let read: Vec<Option<Ages>> = spelt(&texts).iter().map(|text| Tags::of(text).ages).collect();
            let bands = [Band::new(0, 4), Band::new(5, 9), Band::open(10)];
            assert_eq!(read, bands.map(|band| Some(Ages::Band(band))), "{texts:?} {:?}", spelt(&texts));
        }
        assert_eq!(spelt(&["jonger dan 3", "3 tot 6 x", "7 tot 9 x"]), ["0-2", "3-6", "7-9"]);
    }

    #[test]
    fn other_words_of_a_label_stay() {
        let texts = ["Recife 0 a 4 anos", "Recife 5 a 9 anos", "Olinda 0 a 4 anos", "Olinda 5 a 9 anos"];
        assert_eq!(spelt(&texts), ["Recife 0-4", "Recife 5-9", "Olinda 0-4", "Olinda 5-9"]);
        let texts = ["Male 0 q 4", "Male 5 q 9", "Male 10 zz", "Female 0 q 4", "Female 5 q 9", "Female 10 zz"];
        let expect = ["Male 0-4", "Male 5-9", "Male 10+", "Female 0-4", "Female 5-9", "Female 10+"];
        assert_eq!(spelt(&texts), expect);
    }

    #[test]
    fn what_does_not_follow_stays_as_it_is() {
        for texts in [
            ["Route 3 to 5", "Route 7 to 9", "Route 10"],
            ["Ward 1", "Ward 2", "Ward 3"],
            ["District 1 of 4", "District 2 of 4", "District 3 of 4"],
        ] {
            assert_eq!(spelt(&texts), texts);
        }
        assert_eq!(spelt(&["0-4 years", "5-9 years", "10 and over"]), ["0-4 years", "5-9 years", "10 and over"]);
    }
}
