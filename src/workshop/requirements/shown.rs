//! The sentences with their figures, what is to be known of them, and all of them to be taken along.

use super::{Along, COPY, Copied};
use crate::export::delimited::csv;
use crate::export::requirements::clauses::{self, Clause};
use crate::export::requirements::{Asked, Figure, Ground, Kind as About, Requirement, clauses as numbered, remarks};
use crate::text::Language;
use crate::text::requirements::{Remark, words as sentences_words};
use crate::text::workshop::documents;
use crate::text::workshop::requirements::{RequirementsWords, words};
use crate::wire::requirements::{Choices, Kept};
use crate::workshop::panel::{action, said};
use crate::workshop::{self, Block, Copyable, Field, Kind, Lead, Line, Tone};

/// Letters of a line of the field, and the most lines that are shown at first.
const LETTERS: (usize, usize) = (55, 100);
const ROWS_MOST: usize = 16;

/// What fields and actions of a requirement are called.
pub fn name_of(requirement: &Requirement) -> String {
    match requirement.kind {
        About::Capacity(stage) => format!("capacity-{stage}"),
        _ => requirement.key.clone(),
    }
}

/// Whether the target is held, and what else is to be known.
pub fn findings(ground: &Ground, asked: &Asked, choices: &Choices, language: Language) -> Vec<Block> {
    let say = sentences_words(language).remark;
    let tone = |remark: &Remark| match remark {
        Remark::PlanFails(..) | Remark::AskedFails(..) => Tone::Bad,
        Remark::Holds(_) => Tone::Good,
        Remark::NotAsked(_) | Remark::NoBands | Remark::NoRanges => Tone::Plain,
        _ => Tone::Caution,
    };
    let mut all = remarks(ground, asked, choices).into_iter();
    let lead =
        all.next().map(|remark| Block::Lead(Lead { tone: tone(&remark), text: say(&remark), note: String::new() }));
    lead.into_iter().chain(all.map(|remark| said(tone(&remark), say(&remark)))).collect()
}

/// The sentences, and all of them as a text and as a table.
pub fn sentences(computed: Vec<Requirement>, kept: &Kept, along: Along, language: Language) -> Vec<Block> {
    let words = words(language);
    let mut all = numbered(computed, kept, language);
    if along == Along::Later {
        // They were edited with the bands in them.
        all.iter_mut().for_each(|clause| clause.outdated = None);
    }
    let mut blocks = vec![Block::Heading(words.sentences.to_owned()), said(Tone::Plain, words.sentences_note)];
    blocks.extend(all.iter().map(|clause| Block::Clause(Box::new(shown(clause, words, language)))));
    blocks.push(Block::Heading(words.take_along.to_owned()));
    if all.iter().all(|clause| clause.is_left_out) {
        blocks.push(said(Tone::Caution, words.none_left));
        return blocks;
    }
    let Along::Now(copied) = along else {
        blocks.push(said(Tone::Plain, (sentences_words(language).remark)(&Remark::NoBands)));
        return blocks;
    };
    let copyable = |label: &str, text: String, file: &str| {
        Block::Copyable(Copyable { label: label.to_owned(), text, file_name: Some(file.to_owned()) })
    };
    let documents = documents::words(language);
    match copied {
        Copied::Nothing => {}
        Copied::Done => blocks.push(said(Tone::Good, documents.copied)),
        Copied::Refused => blocks.push(said(Tone::Bad, documents.refused)),
    }
    blocks.push(Block::Actions(vec![action(COPY, words.copy)]));
    blocks.push(copyable(words.all, clauses::text(&all, language), words.all_file));
    blocks.push(copyable(words.table, csv(clauses::rows(&all, language)), words.table_file));
    blocks
}

fn shown(clause: &Clause, words: &RequirementsWords, language: Language) -> workshop::Clause {
    let requirement = &clause.requirement;
    let (name, title) = (name_of(requirement), &requirement.title);
    let act = |act: &str, label: &str| action(&format!("{act}:{name}"), label);
    let tags = [clause.is_edited.then_some(words.edited), clause.is_left_out.then_some(words.left_out)];
    let mut actions = Vec::new();
    if clause.is_left_out {
        actions.push(act("in", words.take_in));
    } else {
        if clause.outdated.is_some() {
            actions.push(act("keep", words.keep));
        }
        if clause.is_edited {
            actions.push(act("back", words.back));
        }
        actions.push(act("leave", words.leave_out));
    }
    let heading = (words.clause)(&clause.number, title).trim().to_owned();
    let is_shown = !clause.is_left_out;
    workshop::Clause {
        name: name.clone(),
        tags: tags.into_iter().flatten().map(str::to_owned).collect(),
        about: requirement.definition.clone(),
        field: is_shown.then(|| Field {
            name: format!("text-{name}"),
            label: (words.field)(&heading),
            help: None,
            kind: Kind::Lines { text: clause.sentences.join("\n"), rows: rows(&clause.sentences, language) },
            fault: None,
        }),
        lines: outdated(clause, words).into_iter().filter(|_| is_shown).collect(),
        rests: words.rests.to_owned(),
        figures: if is_shown {
            requirement.figures.iter().map(|figure| row(figure, words, language)).collect()
        } else {
            Vec::new()
        },
        is_left_out: clause.is_left_out,
        actions,
        heading,
    }
}

/// Rows that the sentences take, roughly.
fn rows(sentences: &[String], language: Language) -> u32 {
    let letters = if language == Language::Korean { LETTERS.0 } else { LETTERS.1 };
    let lines: usize = sentences.iter().map(|sentence| sentence.chars().count().div_ceil(letters)).sum();
    lines.clamp(2, ROWS_MOST) as u32
}

/// What has changed below edited words.
fn outdated(clause: &Clause, words: &RequirementsWords) -> Option<Line> {
    let instead_of = clause.outdated.as_ref()?;
    let before: Vec<&str> = instead_of.lines().collect();
    let computed = clause.requirement.sentences.iter().map(String::as_str);
    let new: Vec<&str> = computed.filter(|sentence| !before.contains(sentence)).collect();
    Some(Line { tone: Tone::Caution, text: (words.outdated)(&new), action: None })
}

/// Name, required value, and what it rests on.
fn row(figure: &Figure, words: &RequirementsWords, language: Language) -> (String, String, String) {
    let [forecast, band, headroom, required] = clauses::told(figure, language);
    let rests = match figure.likely {
        None => vec![words.chosen.to_owned()],
        Some(_) => {
            let band = (!band.is_empty()).then(|| (words.band)(&band));
            let headroom = (!headroom.is_empty()).then(|| (words.headroom)(&headroom));
            [Some((words.forecast)(&forecast)), band, headroom].into_iter().flatten().collect()
        }
    };
    (figure.name.clone(), required, rests.join(", "))
}
