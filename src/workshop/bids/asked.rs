//! The fields of the bid that is open, with what counts of each figure beside it.

use super::draft::{StageDraft, other_rates, rate_text};
use super::quantity::{self, Fault, PROMISED};
use super::{Bids, Entry};
use crate::bids::{Basis, Figure, Per, RateOffer};
use crate::explain::unit::{Unit, bound, number, quantity as of_plan};
use crate::plan::limits::{self, Bounds};
use crate::plan::number::{NumberField, StageNumber};
use crate::text::unit_words::Dimension;
use crate::text::workshop::bids::{BidsWords, CountedFacts};
use crate::text::{Language, format, sources};
use crate::workshop::panel::{action, choice, said};
use crate::workshop::{Block, Field, Kind, Line, Tone};

/// Shares of what was tested that are offered; a file may name others.
pub const SHARES: [&str; 3] = ["1", "0.75", "0.5"];

pub fn blocks(bids: &Bids, words: &BidsWords, language: Language) -> Vec<Block> {
    let Some(entry) = bids.entries.get(bids.chosen) else { return Vec::new() };
    let asking = Asking { bids, entry, words, language };
    let mut blocks = vec![Block::Heading(words.entry.to_owned()), asking.head()];
    for (stage, draft) in entry.draft.stages.iter().enumerate() {
        blocks.push(asking.stage(stage, draft));
        blocks.extend(asking.counted(draft).map(|text| said(Tone::Plain, text)));
    }
    let line = |name: &str, label: String| {
        Block::Said(Line { tone: Tone::Plain, text: String::new(), action: Some(action(name, label)) })
    };
    let vendor = &entry.bid.vendor;
    blocks.push(said(Tone::Plain, words.replaces));
    blocks.push(line("duplicate", (words.duplicate)(vendor)));
    blocks.push(line("remove", (words.remove)(vendor)));
    blocks
}

/// The bid that is open.
struct Asking<'a> {
    bids: &'a Bids,
    entry: &'a Entry,
    words: &'a BidsWords,
    language: Language,
}

impl Asking<'_> {
    fn head(&self) -> Block {
        let (words, at) = (self.words, self.bids.chosen);
        let options = self.bids.entries.iter().enumerate();
        let options = options.map(|(at, entry)| (at.to_string(), entry.bid.vendor.clone())).collect();
        let draft = &self.entry.draft;
        let name_fault = match draft.vendor.trim() {
            "" => Some(words.faults.no_name),
            _ if self.bids.is_name_taken(at) => Some(words.faults.name_taken),
            _ => None,
        };
        let price_fault = quantity::price(&draft.price).err().map(|_| words.faults.not_a_price.to_owned());
        Block::Fields(vec![
            choice("chosen", words.chosen, None, options, &at.to_string()),
            text(format!("vendor-{at}"), words.vendor, None, &draft.vendor, name_fault.map(str::to_owned)),
            text(format!("price-{at}"), words.price, Some(words.price_help.to_owned()), &draft.price, price_fault),
        ])
    }

    /// The fields of a stage: each figure, and what it rests on.
    fn stage(&self, stage: usize, draft: &StageDraft) -> Block {
        let (words, at) = (self.words, self.bids.chosen);
        let faults = &words.faults;
        let fault = |fault: Option<Fault>, not_that: &str, unit: Unit, bounds: Bounds| {
            fault.map(|fault| match fault {
                Fault::NotThat => not_that.to_owned(),
                Fault::OutOfBounds => {
                    let said = |value: f64| bound(self.language, unit, value);
                    (faults.out_of_bounds)(&said(bounds.least), &said(bounds.greatest))
                }
            })
        };
        let basis = |text: &str| quantity::basis(text).unwrap_or(Basis::Promised);
        let rate = quantity::rate(&draft.rate, basis(&draft.basis_of_rate)).err();
        let sessions = quantity::sessions(&draft.sessions, basis(&draft.basis_of_sessions)).err();
        let service = quantity::service(&draft.service).err();
        let field = |kind: &str, label: &str, number: StageNumber, typed: &str, fault: Option<String>| {
            text(
                format!("{kind}-{at}-{stage}"),
                &(words.of_stage)(&draft.stage, label),
                self.as_plan(&draft.stage, number),
                typed,
                fault,
            )
        };
        let mut fields = vec![field(
            "rate",
            words.rate,
            StageNumber::Rate,
            &draft.rate,
            fault(rate, faults.not_a_rate, Unit::PerSecond, limits::RATE),
        )];
        fields.extend(self.basis(
            "rate_basis",
            stage,
            &(words.of_stage)(&draft.stage, words.basis_of_rate),
            &draft.rate,
            &draft.basis_of_rate,
        ));
        fields.push(field(
            "sessions",
            words.sessions,
            StageNumber::Sessions,
            &draft.sessions,
            fault(sessions, faults.not_sessions, Unit::People, limits::SESSIONS),
        ));
        let (sessions, rests_on) = (&draft.sessions, &draft.basis_of_sessions);
        fields.extend(self.basis(
            "sessions_basis",
            stage,
            &(words.of_stage)(&draft.stage, words.basis_of_sessions),
            sessions,
            rests_on,
        ));
        fields.push(field(
            "service",
            words.service,
            StageNumber::Service,
            &draft.service,
            fault(service, faults.not_a_time, Unit::Seconds, limits::SERVICE),
        ));
        Block::Fields(fields)
    }

    /// What the plan has where nothing is offered.
    fn as_plan(&self, stage: &str, number: StageNumber) -> Option<String> {
        let plan = &self.bids.plan;
        let at = plan.journey.iter().position(|known| known.name == stage)?;
        let field = NumberField::Stage(at, number);
        let none = || self.language.catalogue().common.no_limit.to_owned();
        let said = |value: f64| of_plan(self.language, plan, &field.pointer(), value);
        Some((self.words.as_plan)(&field.value(plan).map_or_else(none, said)))
    }

    /// The choice of what a figure rests on; none where no figure is given.
    fn basis(&self, kind: &str, stage: usize, label: &str, figure: &str, taken: &str) -> Option<Field> {
        if figure.trim().is_empty() {
            return None;
        }
        let mut shares = SHARES.to_vec();
        if taken != PROMISED && !shares.contains(&taken) {
            shares.push(taken);
        }
        let tested = |share: &str| {
            let said = share.parse().map_or_else(|_| share.to_owned(), format::percent);
            (share.to_owned(), (self.words.tested)(&said))
        };
        let promised = (PROMISED.to_owned(), self.words.promised.to_owned());
        let options = std::iter::once(promised).chain(shares.into_iter().map(tested)).collect();
        Some(choice(&format!("{kind}-{}-{stage}", self.bids.chosen), label, None, options, taken))
    }

    /// What counts of the figures of a stage, and what they carry together.
    fn counted(&self, draft: &StageDraft) -> Option<String> {
        let offer = draft.read().filter(|offer| !offer.is_empty())?;
        let language = self.language;
        let mut sentences = Vec::new();
        sentences.extend(offer.rate.as_ref().map(|rate| self.counted_rate(rate)));
        sentences.extend(offer.sessions.as_ref().map(|sessions| self.counted_sessions(sessions)));
        let plan = &self.entry.result.plan;
        let stage = plan.journey.iter().find(|stage| stage.name == draft.stage);
        if let Some((stage, sessions)) = stage.and_then(|stage| Some((stage, stage.sessions?))) {
            let by_sessions = sessions / stage.service.get();
            let per_second = |value: f64| rate_text(language, crate::num::three_figures(value), Per::Second);
            let people = in_people(language, sessions);
            let service =
                format!("{}{}", number(stage.service.get()), sources::sign(language, Some(Dimension::Time), 1.0));
            sentences.push((self.words.by_sessions)(&people, &service, &per_second(by_sessions)));
            if let Some(rate) = stage.rate {
                let smaller = if rate.get() < by_sessions { rate.get() } else { by_sessions };
                sentences.push((self.words.carries)(&per_second(smaller)));
            }
        }
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    fn counted_rate(&self, rate: &RateOffer) -> String {
        (self.words.counted)(&CountedFacts {
            given: &rate_text(self.language, rate.figure.value, rate.per),
            share: share(&rate.figure).as_deref(),
            counted: &rate_text(self.language, rate.figure.counted(), rate.per),
            others: Some(&other_rates(self.language, rate)),
        })
    }

    fn counted_sessions(&self, sessions: &Figure) -> String {
        (self.words.counted)(&CountedFacts {
            given: &in_people(self.language, sessions.value),
            share: share(sessions).as_deref(),
            counted: &in_people(self.language, sessions.counted()),
            others: None,
        })
    }
}

pub fn in_people(language: Language, people: f64) -> String {
    format!("{}{}", number(people), sources::sign(language, Some(Dimension::People), 1.0))
}

pub fn share(figure: &Figure) -> Option<String> {
    match figure.basis {
        Basis::Promised => None,
        Basis::Tested { counted } => Some(format::percent(counted.get())),
    }
}

pub fn text(name: String, label: &str, help: Option<String>, typed: &str, fault: Option<String>) -> Field {
    let kind = Kind::Text { text: typed.to_owned(), unit: None, is_number: false };
    Field { name, label: label.to_owned(), help, kind, fault }
}
