//! What vendors offer for a plan: capacities of its stages and a price; the plan with an offer in it, what it then
//! says, and which offer comes first.
//!
//! ```text
//! plan, bid ──▶ applied: the plan with the capacities of the bid ──▶ outcome: figures at the likely values
//!                                                                └─▶ odds: chance of holding, break-even of show-up
//! figures, odds, price of each ──▶ places
//! ```
//!
//! All bids of a plan meet the same luck: a draw depends on the plan's seed and on the field, not on who is looked at.

mod odds;
mod places;

use std::sync::Arc;

use crate::plan::{Plan, Stage};
use crate::units::{PerSecond, Seconds, Share};

pub use odds::{Odds, SHOW_UP, Weakest, odds};
pub use places::{Merit, Rule, Standing, places, rules};

/// Bids that are held against each other at most.
pub const BIDS_MAX: usize = 8;

/// What one vendor offers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bid {
    pub vendor: String,
    pub price: Option<Price>,
    pub stages: Vec<StageOffer>,
}

/// What a vendor asks for the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Price {
    /// In units of the currency, >= 0.
    pub amount: f64,
    /// As it was typed, such as `KRW`; empty = not said.
    pub currency: String,
}

/// What a bid says of one stage; what it leaves out is as the plan has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageOffer {
    /// Name of the stage. Vendors name stages, and a bid stays with its stage when others are moved; the first of that
    /// name is meant.
    pub stage: String,
    pub rate: Option<RateOffer>,
    /// People in service at once [people].
    pub sessions: Option<Figure>,
    /// Mean service time [s].
    pub service: Option<Seconds>,
}

/// A figure as a vendor gives it, and how much of it is counted on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// As given, > 0.
    pub value: f64,
    pub basis: Basis,
}

/// What a figure rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Basis {
    /// Sustained and promised by contract: it counts in full.
    Promised,
    /// Reached in a test: this share of it counts, 0..=1, the rest is headroom.
    Tested { counted: Share },
}

/// Admissions as a vendor gives them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateOffer {
    /// People per `per`.
    pub figure: Figure,
    pub per: Per,
}

/// The time that a rate is given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    Second,
    Minute,
    Hour,
}

impl Figure {
    /// What may be counted on, in the unit of the value.
    pub fn counted(&self) -> f64 {
        match self.basis {
            Basis::Promised => self.value,
            Basis::Tested { counted } => self.value * counted.get(),
        }
    }
}

impl Per {
    pub const ALL: [Self; 3] = [Self::Second, Self::Minute, Self::Hour];

    /// [s]
    pub fn seconds(self) -> f64 {
        match self {
            Self::Second => 1.0,
            Self::Minute => 60.0,
            Self::Hour => 3600.0,
        }
    }
}

impl RateOffer {
    /// What may be counted on.
    pub fn counted(&self) -> PerSecond {
        PerSecond::new(self.figure.counted() / self.per.seconds())
    }
}

impl StageOffer {
    /// Whether nothing is offered.
    pub fn is_empty(&self) -> bool {
        self.rate.is_none() && self.sessions.is_none() && self.service.is_none()
    }
}

/// The index of the stage that an offer is for; `None` = the plan has none of that name.
pub fn stage_of(plan: &Plan, offer: &StageOffer) -> Option<usize> {
    plan.journey.iter().position(|stage| stage.name == offer.stage)
}

/// The plan with the capacities of a bid. Changes by the clock stay, those by a factor act on the capacity of the bid.
///
/// A promise takes the place of the plan's own assumption, its range included; what the plan notes of the number it
/// replaces goes with it. Stages that the plan does not have are passed over.
pub fn applied(plan: &Plan, bid: &Bid) -> Plan {
    let mut plan = plan.clone();
    for offer in &bid.stages {
        let Some(at) = stage_of(&plan, offer) else { continue };
        put(&mut Arc::make_mut(&mut plan.journey)[at], offer);
        let replaced = [
            ("rate_per_s", offer.rate.is_some()),
            ("sessions", offer.sessions.is_some()),
            ("service_s", offer.service.is_some()),
        ];
        for (name, _) in replaced.into_iter().filter(|(_, is_replaced)| *is_replaced) {
            let pointer = format!("/journey/{at}/{name}");
            plan.ranges.retain(|range| range.field != pointer);
            plan.sources.remove(&pointer);
            plan.entered_as.remove(&pointer);
        }
    }
    plan
}

fn put(stage: &mut Stage, offer: &StageOffer) {
    if let Some(rate) = &offer.rate {
        stage.rate = Some(rate.counted());
    }
    if let Some(sessions) = &offer.sessions {
        stage.sessions = Some(sessions.counted());
    }
    if let Some(service) = offer.service {
        stage.service = service;
    }
}
