//! Bids as rows of a spreadsheet: vendor, stage, figure, price, share of what was tested that counts.

use super::draft::{Draft, StageDraft};
use super::quantity::{self, PROMISED, amount};
use super::{Bids, Entry};
use crate::bids::{BIDS_MAX, Bid};
use crate::text::Language;
use crate::text::unit_words::Dimension;
use crate::text::workshop::bids::{BidsWords, words};
use crate::workshop::{Block, Field, Kind};

/// What was pasted and could not be used, with the reason.
#[derive(Default)]
pub struct Pasted {
    text: String,
    fault: Option<String>,
}

impl Pasted {
    /// The field for rows; in the open where somebody must see what is wrong.
    pub fn block(&self, words: &BidsWords, may_be_folded: bool) -> Block {
        let fields = Block::Fields(vec![Field {
            name: "paste".to_owned(),
            label: words.paste.to_owned(),
            help: Some(words.paste_help.to_owned()),
            kind: Kind::Lines { text: self.text.clone(), rows: 4 },
            fault: self.fault.clone(),
        }]);
        if may_be_folded && self.fault.is_none() {
            Block::More { summary: words.paste_summary.to_owned(), blocks: vec![fields] }
        } else {
            fields
        }
    }
}

impl Bids {
    /// Takes all rows, or none and says which cannot be used.
    pub(super) fn paste(&mut self, text: String, language: Language) {
        let words = words(language);
        let mut drafts: Vec<Draft> = self.entries.iter().map(|entry| entry.draft.clone()).collect();
        let mut fault = None;
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
            // The first row may hold headings.
            let is_heading =
                at == 0 && cells.get(2).is_some_and(|cell| !cell.contains(|sign: char| sign.is_ascii_digit()));
            if is_heading {
                continue;
            }
            if let Err(reason) = self.put_row(&mut drafts, &cells, words, language) {
                fault = Some((words.line)(at + 1, &reason));
                break;
            }
        }
        if fault.is_none() && drafts.len() > BIDS_MAX {
            fault = Some((words.too_many)(BIDS_MAX));
        }
        if fault.is_some() {
            self.pasted = Pasted { text, fault };
            return;
        }
        self.pasted = Pasted::default();
        self.take_drafts(drafts);
    }

    fn take_drafts(&mut self, drafts: Vec<Draft>) {
        for (at, draft) in drafts.into_iter().enumerate() {
            match self.entries.get_mut(at) {
                Some(Entry { draft: before, .. }) => {
                    *before = draft;
                    self.read(at);
                }
                None => {
                    if let Some(bid) = draft.read() {
                        self.add(draft, bid);
                    }
                }
            }
        }
    }

    fn put_row(
        &self,
        drafts: &mut Vec<Draft>,
        cells: &[&str],
        words: &BidsWords,
        language: Language,
    ) -> Result<(), String> {
        let faults = &words.faults;
        let [vendor, stage, figure, rest @ ..] = cells else { return Err(faults.too_few_cells.to_owned()) };
        if vendor.is_empty() {
            return Err(faults.no_name.to_owned());
        }
        let place = drafts.iter().position(|draft| draft.vendor.trim() == *vendor).unwrap_or_else(|| {
            let bid = Bid { vendor: (*vendor).to_owned(), ..Bid::default() };
            drafts.push(Draft::of(&self.plan, &bid, language));
            drafts.len() - 1
        });
        let draft = &mut drafts[place];
        let is_meant = |known: &StageDraft| known.stage.trim().to_lowercase() == stage.to_lowercase();
        let Some(at) = draft.stages.iter().position(is_meant) else {
            let names: Vec<&str> = self.plan.journey.iter().map(|stage| stage.name.as_str()).collect();
            return Err((faults.no_such_stage)(stage, &names.join(", ")));
        };
        if let Some(price) = rest.first().filter(|price| !price.is_empty()) {
            quantity::price(price).map_err(|_| faults.not_a_price.to_owned())?;
            draft.price = (*price).to_owned();
        }
        let basis = basis(rest.get(1).copied().unwrap_or_default()).ok_or(faults.not_a_share)?;
        put_figure(&mut draft.stages[at], figure, basis).ok_or(faults.not_a_figure)?;
        Ok(())
    }
}

/// The basis that a cell names: empty or a share such as `75%`.
fn basis(cell: &str) -> Option<String> {
    if cell.is_empty() {
        return Some(PROMISED.to_owned());
    }
    let share = match amount(cell)? {
        (value, Some((Dimension::Share, _))) => value / 100.0,
        (value, None) => value,
        _ => return None,
    };
    let text = share.to_string();
    quantity::basis(&text).map(|_| text)
}

/// Puts a figure where its unit belongs; `None` = it has none that a stage has, or no value that a stage can have.
fn put_figure(draft: &mut StageDraft, figure: &str, basis: String) -> Option<()> {
    let figure = figure.to_owned();
    match amount(&figure)?.1?.0 {
        Dimension::Flow => (draft.rate, draft.basis_of_rate) = (figure, basis),
        Dimension::People => (draft.sessions, draft.basis_of_sessions) = (figure, basis),
        Dimension::Time => draft.service = figure,
        Dimension::Share => return None,
    }
    draft.read().map(|_| ())
}
