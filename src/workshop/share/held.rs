//! "Is this the plan I hold?": a fingerprint, a link or a plan file against the plan in hand.

use crate::compare::difference;
use crate::explain::comparison::Pair;
use crate::explain::wire::{link_error, plan_file_error};
use crate::plan::Plan;
use crate::text::Language;
use crate::text::workshop::share::ShareWords;
use crate::wire::fingerprint::{self, fingerprint};
use crate::wire::link::{self, LinkError};
use crate::wire::plan_file::{self, PlanFileError};
use crate::workshop::panel::said;
use crate::workshop::{Block, Field, Kind, Tone};

/// Name of the field.
pub const FIELD: &str = "held";

/// Sentences that are shown at once; the others are folded away.
const SHOWN: usize = 12;

/// What was held against the plan.
#[derive(Default)]
pub struct Held {
    /// As it was typed or pasted; empty after a file.
    text: String,
    read: Option<Read>,
}

enum Read {
    Fingerprint(String),
    Plan(Box<Plan>),
    NoLink(LinkError),
    NoFile(PlanFileError),
    /// No text at all.
    NoText,
}

impl Held {
    /// A fingerprint, a link, or the text of a plan file.
    pub fn text(text: &str) -> Self {
        let trimmed = text.trim();
        let read = if trimmed.is_empty() {
            None
        } else if let Some(fingerprint) = fingerprint::read(trimmed) {
            Some(Read::Fingerprint(fingerprint))
        } else if trimmed.starts_with('{') {
            Some(of_file(trimmed))
        } else {
            Some(link::decode(trimmed).map_or_else(Read::NoLink, |plan| Read::Plan(Box::new(plan))))
        };
        Self { text: text.to_owned(), read }
    }

    /// A plan file that was dropped or chosen.
    pub fn file(bytes: &[u8]) -> Self {
        let read = std::str::from_utf8(bytes).map_or(Read::NoText, of_file);
        Self { text: String::new(), read: Some(read) }
    }

    pub fn blocks(&self, plan: &Plan, words: &ShareWords, language: Language) -> Vec<Block> {
        let fault = match &self.read {
            Some(Read::NoLink(LinkError::Foreign)) => Some(words.held_unknown.to_owned()),
            Some(Read::NoLink(error)) => Some(link_error(language, error)),
            Some(Read::NoFile(error)) => Some(plan_file_error(language, error)),
            Some(Read::NoText) => Some(words.held_unknown.to_owned()),
            _ => None,
        };
        let kind = Kind::Lines { text: self.text.clone(), rows: 3 };
        let (label, help) = (words.held_label.to_owned(), Some(words.held_help.to_owned()));
        let mut blocks = vec![
            Block::Heading(words.held.to_owned()),
            Block::Fields(vec![Field { name: FIELD.to_owned(), label, help, kind, fault }]),
            Block::FileWanted { label: words.held_file.to_owned(), hint: words.held_file_hint.to_owned() },
        ];
        match &self.read {
            Some(Read::Fingerprint(other)) if *other == fingerprint(plan) => {
                blocks.push(said(Tone::Good, words.same));
            }
            Some(Read::Fingerprint(_)) => blocks.push(said(Tone::Bad, words.other_fingerprint)),
            Some(Read::Plan(other)) => blocks.extend(against(other, plan, words, language)),
            _ => {}
        }
        blocks
    }
}

fn of_file(text: &str) -> Read {
    plan_file::read(text).map_or_else(Read::NoFile, |plan| Read::Plan(Box::new(plan)))
}

/// Whether another plan is this one, and if not what this one has otherwise.
fn against(other: &Plan, plan: &Plan, words: &ShareWords, language: Language) -> Vec<Block> {
    if fingerprint(other) == fingerprint(plan) {
        return vec![said(Tone::Good, words.same)];
    }
    let difference = difference(other, plan);
    let mut blocks = vec![said(Tone::Bad, (words.differs)(&fingerprint(other)))];
    if difference.is_none() {
        // Who wrote it, what it is called, and what is said about its numbers are no part of the question it asks.
        blocks.push(said(Tone::Plain, words.only_words));
        return blocks;
    }
    let sentences = Pair { before: other, after: plan, language }.sentences(&difference);
    let lines = |sentences: &[String]| sentences.iter().map(|text| said(Tone::Plain, text)).collect::<Vec<_>>();
    let (shown, more) = sentences.split_at(sentences.len().min(SHOWN));
    blocks.extend(lines(shown));
    if !more.is_empty() {
        blocks.push(Block::More { summary: (words.more_differences)(more.len()), blocks: lines(more) });
    }
    blocks
}
