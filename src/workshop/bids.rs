//! The subject `bids`: capacities that several vendors offer, each put into the plan in hand, and which comes first.
//!
//! A bid whose texts can be used is put into the plan at once. Where one cannot, the text stays with its reason and the
//! bid is the one before.

pub(super) mod asked;
pub(super) mod draft;
mod looked_at;
mod pasted;
pub(super) mod quantity;
mod shown;

use super::panel::{action, said};
use super::{Action, Block, Line, Outcome, Panel, Step, Subject, Tone};
use crate::bids::{BIDS_MAX, Bid, applied};
use crate::explain::wire::{blocked, plan_file_error};
use crate::plan::Plan;
use crate::text::Language;
use crate::text::workshop::bids::{BidsWords, words};
use crate::wire::bids;
use crate::wire::plan_file::PlanFileError;
use crate::wire::risk::RUNS;
use draft::Draft;
use looked_at::LookedAt;

/// Draws of each bid: those of the page, so that the plan as it is has the chance that it has there.
const DRAWS: usize = RUNS;

/// The plan in hand and the bids for it.
pub struct Bids {
    /// With the bids as they are kept.
    plan: Plan,
    as_it_is: LookedAt,
    entries: Vec<Entry>,
    /// Which bid is open, by index.
    chosen: usize,
    pasted: pasted::Pasted,
    /// Whether one more was wanted than there can be.
    is_full: bool,
    unreadable: Option<Unreadable>,
}

/// A bid as it is typed, as it counts, and what the plan then says.
struct Entry {
    draft: Draft,
    bid: Bid,
    result: LookedAt,
}

/// Why the plan's bids are not shown.
enum Unreadable {
    File(PlanFileError),
    TooMany(usize),
}

impl Bids {
    pub fn new(plan: Plan, language: Language) -> Self {
        let as_it_is = LookedAt::new(plan.clone(), None);
        let (kept, unreadable) = match bids::read(&plan) {
            Ok(kept) if kept.len() > BIDS_MAX => (Vec::new(), Some(Unreadable::TooMany(kept.len()))),
            Ok(kept) => (kept, None),
            Err(error) => (Vec::new(), Some(Unreadable::File(error))),
        };
        let entry = |bid: Bid| Entry {
            draft: Draft::of(&plan, &bid, language),
            result: LookedAt::new(applied(&plan, &bid), as_it_is.checked()),
            bid,
        };
        let entries = kept.into_iter().map(entry).collect();
        let pasted = pasted::Pasted::default();
        Self { as_it_is, entries, chosen: 0, pasted, is_full: false, unreadable, plan }
    }

    /// Whether the draft of that bid has a name that another bid has.
    fn is_name_taken(&self, at: usize) -> bool {
        let name = self.entries[at].draft.vendor.trim();
        self.entries.iter().enumerate().any(|(other, entry)| other != at && entry.bid.vendor == name)
    }

    /// The first name of a row that no bid has.
    fn free_name(&self, names: impl Iterator<Item = String>) -> String {
        let is_free = |name: &String| !self.entries.iter().any(|entry| entry.bid.vendor == *name);
        names.take(BIDS_MAX + 1).find(is_free).unwrap_or_default()
    }

    /// Takes what is typed of a bid for the bid, where it can be used.
    fn read(&mut self, at: usize) {
        if self.is_name_taken(at) {
            return;
        }
        let entry = &mut self.entries[at];
        let Some(bid) = entry.draft.read().filter(|bid| *bid != entry.bid) else { return };
        let before = std::mem::replace(&mut entry.bid, bid);
        // A name and a price change no forecast.
        if before.stages != entry.bid.stages {
            entry.result = LookedAt::new(applied(&self.plan, &entry.bid), self.as_it_is.checked());
        }
    }

    /// Adds a bid as it is typed, where there is room, and opens it.
    fn add(&mut self, draft: Draft, bid: Bid) {
        if self.entries.len() >= BIDS_MAX {
            self.is_full = true;
            return;
        }
        let result = LookedAt::new(applied(&self.plan, &bid), self.as_it_is.checked());
        self.entries.push(Entry { draft, bid, result });
        self.chosen = self.entries.len() - 1;
    }

    fn set(&mut self, field: &str, value: String, language: Language) {
        match field {
            "chosen" => {
                let chosen = value.parse().ok().filter(|at| *at < self.entries.len());
                self.chosen = chosen.unwrap_or(self.chosen);
            }
            "paste" if !value.trim().is_empty() => self.paste(value, language),
            "paste" => self.pasted = pasted::Pasted::default(),
            _ => {
                let mut parts = field.split('-');
                let kind = parts.next().unwrap_or_default();
                let at: Option<usize> = parts.next().and_then(|at| at.parse().ok());
                let stage = parts.next().and_then(|stage| stage.parse().ok());
                let Some(at) = at.filter(|at| *at < self.entries.len()) else { return };
                if let Some(text) = self.entries[at].draft.text_mut(kind, stage) {
                    *text = value;
                    self.read(at);
                }
            }
        }
    }

    fn take(&mut self, name: &str, language: Language) {
        let words = words(language);
        match name {
            "add" if self.unreadable.is_none() => {
                let vendor = self.free_name((0..).map(words.new_vendor));
                let bid = Bid { vendor, ..Bid::default() };
                self.add(Draft::of(&self.plan, &bid, language), bid);
            }
            "duplicate" if self.chosen < self.entries.len() => {
                let bid = &self.entries[self.chosen].bid;
                let vendor = self.free_name((2..).map(|number| (words.copy_of)(&bid.vendor, number)));
                let copy = Bid { vendor, ..bid.clone() };
                self.add(Draft::of(&self.plan, &copy, language), copy);
            }
            "remove" if self.chosen < self.entries.len() => {
                self.entries.remove(self.chosen);
                self.chosen = self.chosen.min(self.entries.len().saturating_sub(1));
            }
            "discard" => self.unreadable = None,
            "chances" => {
                self.as_it_is.compute_odds(DRAWS);
                self.entries.iter_mut().for_each(|entry| entry.result.compute_odds(DRAWS));
            }
            _ => {}
        }
    }

    /// Keeps the bids in the plan, where they are others than before.
    fn outcome(&mut self, language: Language) -> Outcome {
        if self.unreadable.is_some() {
            return Outcome::Shown;
        }
        let before = self.plan.clone();
        let kept: Vec<Bid> = self.entries.iter().map(|entry| entry.bid.clone()).collect();
        if bids::read(&before).is_ok_and(|before| before == kept) {
            return Outcome::Shown;
        }
        bids::put(&mut self.plan, &kept);
        Outcome::Kept { plan: Box::new(self.plan.clone()), word: words(language).step.to_owned(), goes_on: None }
    }

    fn foot(&self, words: &BidsWords) -> Vec<Action> {
        let add = action("add", words.add);
        let chances = action("chances", words.compute);
        let all = || std::iter::once(&self.as_it_is).chain(self.entries.iter().map(|entry| &entry.result));
        match self.unreadable {
            Some(_) => Vec::new(),
            None if self.entries.is_empty() || all().all(LookedAt::is_complete) => vec![add],
            None => vec![chances, add],
        }
    }

    fn troubles(&self, words: &BidsWords, language: Language) -> Vec<Block> {
        let mut blocks = Vec::new();
        if let Some(unreadable) = &self.unreadable {
            let text = match unreadable {
                Unreadable::File(error) => (words.unreadable)(&plan_file_error(language, error)),
                Unreadable::TooMany(count) => (words.too_many_read)(*count, BIDS_MAX),
            };
            let action = Some(action("discard", words.discard));
            blocks.push(Block::Said(Line { tone: Tone::Bad, text, action }));
        }
        if let Err(faults) = &self.as_it_is.forecast {
            blocks.push(said(Tone::Caution, blocked(language, &self.plan, faults)));
        }
        if self.is_full {
            blocks.push(said(Tone::Bad, (words.too_many)(BIDS_MAX)));
        }
        blocks
    }
}

impl Subject for Bids {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let mut blocks = vec![said(Tone::Plain, words.begin), said(Tone::Plain, words.kept)];
        blocks.extend(self.troubles(words, language));
        if self.unreadable.is_none() {
            if self.entries.is_empty() {
                blocks.push(said(Tone::Plain, words.none));
            } else {
                blocks.extend(shown::blocks(self, words, language));
                blocks.extend(asked::blocks(self, words, language));
            }
            blocks.push(self.pasted.block(words, !self.entries.is_empty()));
        }
        Panel { title: words.title.to_owned(), blocks, actions: self.foot(words) }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        self.is_full = false;
        match step {
            Step::Set { field, value } if self.unreadable.is_none() => self.set(&field, value, language),
            Step::Take { action } => self.take(&action, language),
            Step::Set { .. } | Step::Bring { .. } => {}
        }
        self.outcome(language)
    }
}
