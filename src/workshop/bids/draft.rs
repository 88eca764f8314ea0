//! A bid as it is typed: texts, what they say, and why one of them says nothing.

use super::quantity::{self, PROMISED};
use crate::bids::{Basis, Bid, Per, Price, RateOffer, StageOffer};
use crate::explain::unit::number;
use crate::plan::Plan;
use crate::text::unit_words::Dimension;
use crate::text::{Language, sources};

/// The texts of a bid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub vendor: String,
    pub price: String,
    /// One per stage of the plan, then those for stages that the plan does not have.
    pub stages: Vec<StageDraft>,
}

/// The texts of one stage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StageDraft {
    pub stage: String,
    pub rate: String,
    pub basis_of_rate: String,
    pub sessions: String,
    pub basis_of_sessions: String,
    pub service: String,
}

impl StageDraft {
    fn empty(stage: &str) -> Self {
        let promised = || PROMISED.to_owned();
        Self { stage: stage.to_owned(), basis_of_rate: promised(), basis_of_sessions: promised(), ..Self::default() }
    }

    fn of(offer: &StageOffer, language: Language) -> Self {
        let basis = |basis: Option<Basis>| quantity::basis_text(basis.unwrap_or(Basis::Promised));
        Self {
            stage: offer.stage.clone(),
            rate: offer.rate.as_ref().map_or_else(String::new, |rate| {
                format!("{}{}", exact(rate.figure.value), per_sign(language, rate.per))
            }),
            basis_of_rate: basis(offer.rate.map(|rate| rate.figure.basis)),
            sessions: offer.sessions.map_or_else(String::new, |sessions| exact(sessions.value)),
            basis_of_sessions: basis(offer.sessions.map(|sessions| sessions.basis)),
            service: offer.service.map_or_else(String::new, |service| {
                format!("{}{}", exact(service.get()), sources::sign(language, Some(Dimension::Time), 1.0))
            }),
        }
    }

    /// What the texts offer; `None` = one of them cannot be used.
    pub fn read(&self) -> Option<StageOffer> {
        let basis = |text: &str| quantity::basis(text).unwrap_or(Basis::Promised);
        Some(StageOffer {
            stage: self.stage.clone(),
            rate: quantity::rate(&self.rate, basis(&self.basis_of_rate)).ok()?,
            sessions: quantity::sessions(&self.sessions, basis(&self.basis_of_sessions)).ok()?,
            service: quantity::service(&self.service).ok()?,
        })
    }
}

impl Draft {
    /// The texts that say a bid, for the stages of a plan.
    pub fn of(plan: &Plan, bid: &Bid, language: Language) -> Self {
        let of = |offer: &StageOffer| StageDraft::of(offer, language);
        let mut stages: Vec<StageDraft> = Vec::new();
        for stage in plan.journey.iter() {
            if stages.iter().any(|known| known.stage == stage.name) {
                continue;
            }
            let offer = bid.stages.iter().find(|offer| offer.stage == stage.name);
            stages.push(offer.map_or_else(|| StageDraft::empty(&stage.name), of));
        }
        let is_stray = |offer: &&StageOffer| !plan.journey.iter().any(|stage| stage.name == offer.stage);
        stages.extend(bid.stages.iter().filter(is_stray).map(of));
        let price =
            bid.price.as_ref().map_or_else(String::new, |price| in_currency(language, &exact(price.amount), price));
        Self { vendor: bid.vendor.clone(), price, stages }
    }

    /// The bid; `None` = one of its texts cannot be used.
    pub fn read(&self) -> Option<Bid> {
        let vendor = self.vendor.trim();
        let offers: Vec<StageOffer> = self.stages.iter().map(StageDraft::read).collect::<Option<_>>()?;
        (!vendor.is_empty()).then_some(())?;
        Some(Bid {
            vendor: vendor.to_owned(),
            price: quantity::price(&self.price).ok()?,
            stages: offers.into_iter().filter(|offer| !offer.is_empty()).collect(),
        })
    }

    /// The text that a field holds: its kind, and of which stage.
    pub fn text_mut(&mut self, kind: &str, stage: Option<usize>) -> Option<&mut String> {
        match (kind, stage) {
            ("vendor", None) => Some(&mut self.vendor),
            ("price", None) => Some(&mut self.price),
            (kind, Some(stage)) => {
                let stage = self.stages.get_mut(stage)?;
                match kind {
                    "rate" => Some(&mut stage.rate),
                    "rate_basis" => Some(&mut stage.basis_of_rate),
                    "sessions" => Some(&mut stage.sessions),
                    "sessions_basis" => Some(&mut stage.basis_of_sessions),
                    "service" => Some(&mut stage.service),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// A rate in its unit: `1,200/min`.
pub fn rate_text(language: Language, value: f64, per: Per) -> String {
    format!("{}{}", number(value), per_sign(language, per))
}

fn per_sign(language: Language, per: Per) -> &'static str {
    sources::sign(language, Some(Dimension::Flow), 1.0 / per.seconds())
}

/// A number that reads back as it is, in the form in which numbers are read where that says it.
fn exact(value: f64) -> String {
    let text = number(value);
    if quantity::amount(&text).is_some_and(|(read, _)| read == value) { text } else { value.to_string() }
}

/// A rate in the units that it was not given in.
pub fn other_rates(language: Language, offer: &RateOffer) -> String {
    let others = Per::ALL.into_iter().filter(|per| *per != offer.per).map(|per| {
        let value = offer.figure.counted() * (per.seconds() / offer.per.seconds());
        rate_text(language, crate::num::three_figures(value), per)
    });
    others.collect::<Vec<_>>().join(", ")
}

/// A price as it is read: `120,000,000 KRW`.
pub fn price_text(language: Language, price: &Price) -> String {
    in_currency(language, &number(price.amount), price)
}

fn in_currency(language: Language, amount: &str, price: &Price) -> String {
    // Korean units of money follow at once, codes of currencies do not.
    let is_apart = language == Language::English || price.currency.is_ascii();
    let blank = if is_apart && !price.currency.is_empty() { " " } else { "" };
    format!("{amount}{blank}{}", price.currency)
}
