//! Requirements as they are handed on: without those that are left out, with the words that were edited, numbered.

use super::{Figure, Requirement};
use crate::text::Language;
use crate::text::requirements::{Category, said, said_band, said_near, words};
use crate::wire::requirements::{Edit, Kept};

/// A requirement under its number.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// `PER-001`; empty where it is left out.
    pub number: String,
    pub requirement: Requirement,
    /// In the words that count.
    pub sentences: Vec<String>,
    pub is_left_out: bool,
    pub is_edited: bool,
    /// What was computed when the words were edited, where that has changed since.
    pub outdated: Option<String>,
}

/// The sentences that a text of one per line holds.
pub fn sentences_of(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The edit of a requirement in a language.
pub fn edit_of<'a>(kept: &'a Kept, key: &str, language: Language) -> Option<&'a Edit> {
    kept.edits.iter().find(|edit| edit.key == key && edit.language == language.tag())
}

/// All requirements with what was kept of them; numbers follow the category, and skip nothing.
pub fn clauses(requirements: Vec<Requirement>, kept: &Kept, language: Language) -> Vec<Clause> {
    let mut counts: Vec<(Category, usize)> = Vec::new();
    let clause = |requirement: Requirement| {
        let is_left_out = kept.left_out.contains(&requirement.key);
        let edit = edit_of(kept, &requirement.key, language);
        let number = if is_left_out { String::new() } else { next(&mut counts, requirement.kind.category()) };
        let computed = [&requirement.sentences, &requirement.sentences_without_bands].map(|all| all.join("\n"));
        Clause {
            number,
            sentences: edit.map_or_else(|| requirement.sentences.clone(), |edit| sentences_of(&edit.text)),
            is_left_out,
            is_edited: edit.is_some(),
            outdated: edit.filter(|edit| !computed.contains(&edit.instead_of)).map(|edit| edit.instead_of.clone()),
            requirement,
        }
    };
    requirements.into_iter().map(clause).collect()
}

fn next(counts: &mut Vec<(Category, usize)>, category: Category) -> String {
    let count = match counts.iter_mut().find(|(known, _)| *known == category) {
        Some((_, count)) => {
            *count += 1;
            *count
        }
        None => {
            counts.push((category, 1));
            1
        }
    };
    format!("{}-{count:03}", category.letters())
}

/// Forecast, band, headroom and required value in words; empty where there is none.
pub fn told(figure: &Figure, language: Language) -> [String; 4] {
    let near = |value| said_near(language, figure.unit, value);
    let headroom = |share| said(language, crate::text::requirements::Unit::Share, share);
    [
        figure.likely.map_or_else(|| words(language).chosen.to_owned(), near),
        figure.band.map_or_else(String::new, |band| said_band(language, figure.unit, band, " – ")),
        figure.headroom.map_or_else(String::new, headroom),
        said(language, figure.unit, figure.required),
    ]
}

/// The clauses that count as a text to be pasted: number and title, then a sentence a line.
pub fn text(clauses: &[Clause], language: Language) -> String {
    let words = words(language);
    let mut out = String::new();
    for clause in clauses.iter().filter(|clause| !clause.is_left_out) {
        let requirement = &clause.requirement;
        let category = (words.category)(requirement.kind.category());
        out.push_str(&format!("{} {} ({category})\n", clause.number, requirement.title));
        out.push_str(&format!("{}: {}\n", words.definition, requirement.definition));
        for sentence in &clause.sentences {
            out.push_str(&format!("- {sentence}\n"));
        }
        out.push_str(&format!("{}: {}\n\n", words.deliverables, requirement.deliverables));
    }
    out.trim_end().to_owned()
}

/// The clauses that count as rows under a heading: one per sentence, then one per figure.
pub fn rows(clauses: &[Clause], language: Language) -> Vec<Vec<String>> {
    let words = words(language);
    let [number, title, figure, forecast, band, headroom, required] = words.columns.map(str::to_owned);
    let mut rows = vec![vec![number, title, words.sentence.to_owned(), figure, forecast, band, headroom, required]];
    for clause in clauses.iter().filter(|clause| !clause.is_left_out) {
        let head = [clause.number.clone(), clause.requirement.title.clone()];
        for sentence in &clause.sentences {
            let mut row = head.to_vec();
            row.push(sentence.clone());
            row.resize(8, String::new());
            rows.push(row);
        }
        for figure in &clause.requirement.figures {
            let mut row = head.to_vec();
            row.extend([String::new(), figure.name.clone()]);
            row.extend(told(figure, language));
            rows.push(row);
        }
    }
    rows
}
