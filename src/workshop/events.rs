//! The subject `events`: changes of capacity, stops, outages and other users of a stage, laid and moved on the time
//! axis under the picture of who comes and who can be admitted.

mod laid;
mod shown;

use super::panel::{action, choice};
use super::typed::Typed;
use super::{Block, Outcome, Panel, Step, Subject};
use crate::bids::Basis;
use crate::clock::CivilTime;
use crate::plan::limits::TIMES;
use crate::plan::{CapacityAt, Plan, Stage};
use crate::text::Language;
use crate::text::unit_words::Dimension;
use crate::text::workshop::events::words;
use crate::units::PerSecond;
use crate::workshop::bids::quantity;
use laid::{List, Taken, What};

const HOUR: i64 = 3600;

/// Values of the choice of a kind, in the order of the words for them.
const KINDS: [&str; 8] = ["normal", "times", "rate", "stop", "outage", "turn-away", "other", "others"];

/// The plan as it is laid out so far, and what is typed.
pub struct Events {
    plan: Plan,
    typed: Typed,
    stage: usize,
    /// Why the last stretch could not be laid.
    refused: Option<Refused>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refused {
    From,
    Until,
    Level,
    Taken(Taken),
}

impl Events {
    pub fn new(plan: Plan) -> Self {
        let first = plan.first_opening().unwrap_or_else(|| plan.horizon_start());
        let mut typed = Typed::new(&[("kind", "outage"), ("level", "")]);
        typed.set("from", shown::time_text(first.plus_seconds(HOUR)));
        typed.set("until", shown::time_text(first.plus_seconds(2 * HOUR)));
        let narrowest = plan
            .journey
            .iter()
            .enumerate()
            .filter_map(|(at, stage)| CapacityAt::first(stage).per_second(stage).map(|capacity| (at, capacity)));
        let narrowest = narrowest.min_by(|one, other| one.1.total_cmp(&other.1)).map_or(0, |found| found.0);
        Self { plan, typed, stage: narrowest, refused: None }
    }

    fn stage(&self) -> Option<&Stage> {
        self.plan.journey.get(self.stage)
    }

    fn kind(&self) -> &'static str {
        KINDS[self.typed.place_of("kind", &KINDS)]
    }

    /// Lays the stretch that the form says.
    fn lay(&mut self) -> Result<(), Refused> {
        let from = time(self.typed.text("from")).ok_or(Refused::From)?;
        let until = time(self.typed.text("until")).ok_or(Refused::Until)?;
        let level = self.typed.text("level");
        let plan = match self.kind() {
            "others" => {
                let rate = flow(level).ok_or(Refused::Level)?;
                laid::with_others(&self.plan, self.stage, rate, from, until)
            }
            kind => {
                let what = what(kind, level).ok_or(Refused::Level)?;
                laid::with_stretch(&self.plan, self.stage, what, from, until)
            }
        };
        self.plan = plan.map_err(Refused::Taken)?;
        Ok(())
    }

    /// A row was moved, or does something else; a text that cannot be read stays in its field.
    fn set_row(&mut self, kind: &str, list: List, row: usize, value: &str) {
        let (plan, at) = (&self.plan, self.stage);
        let changed = match (kind, list) {
            ("slide", _) => value.parse::<f64>().ok().map(|minutes| {
                let to = plan.horizon_start().plus_seconds(minutes as i64 * 60);
                laid::moved(plan, at, list, row, to)
            }),
            ("at", _) => time(value).map(|to| laid::moved(plan, at, list, row, to)),
            ("does", List::Changes) => what(value, first_level(value)).map(|what| laid::doing(plan, at, row, what)),
            ("level", List::Changes) => {
                let now = self.stage().and_then(|stage| shown::rows(stage).get(row).copied());
                let kind = if matches!(now, Some(What::Rate(_))) { "rate" } else { "times" };
                what(kind, value).map(|what| laid::doing(plan, at, row, what))
            }
            ("level", List::Others) => flow(value).map(|rate| laid::with_flow(plan, at, row, rate)),
            _ => None,
        };
        if let Some(plan) = changed {
            self.plan = plan;
            self.forget_rows();
        }
    }

    /// What was typed into rows that are others now.
    fn forget_rows(&mut self) {
        self.typed.forget(|name| ["at-", "level-", "does-"].iter().any(|kind| name.starts_with(kind)));
    }
}

/// A level to begin with where a kind has just been chosen.
fn first_level(kind: &str) -> &'static str {
    match kind {
        "times" => "0.5",
        "rate" => "1",
        _ => "",
    }
}

/// What a kind and a level mean.
fn what(kind: &str, level: &str) -> Option<What> {
    match kind {
        "normal" => Some(What::Normal),
        "times" => factor(level).map(What::Times),
        "rate" => flow(level).map(|rate| What::Rate(rate.get())),
        "stop" => Some(What::Stop),
        "outage" => Some(What::Outage),
        "turn-away" => Some(What::TurnAway),
        _ => None,
    }
}

fn factor(text: &str) -> Option<f64> {
    let factor = match quantity::amount(text)? {
        (value, None) => value,
        (value, Some((Dimension::Share, one))) => value * one,
        _ => return None,
    };
    Some(factor).filter(|factor| *factor > 0.0 && (TIMES.least..=TIMES.greatest).contains(factor))
}

fn flow(text: &str) -> Option<PerSecond> {
    quantity::rate(text, Basis::Promised).ok().flatten().map(|offer| offer.counted())
}

/// A date and a time, with a blank or a `T` between.
fn time(text: &str) -> Option<CivilTime> {
    let mut parts = text.split(['T', ' ']).filter(|part| !part.is_empty());
    let (date, clock) = (parts.next()?, parts.next()?);
    let clock = if clock.find(':') == Some(1) { format!("0{clock}") } else { clock.to_owned() };
    CivilTime::parse(&format!("{date}T{clock}")).ok().filter(|_| parts.next().is_none())
}

/// The list and the number in a name such as `at-change-3`, with what stands before.
fn row_of(name: &str) -> Option<(&str, List, usize)> {
    let (rest, row) = name.rsplit_once('-')?;
    let (kind, list) = rest.rsplit_once('-')?;
    let list = match list {
        "change" => List::Changes,
        "flow" => List::Others,
        _ => return None,
    };
    Some((kind, list, row.parse().ok()?))
}

impl Subject for Events {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let Some(stage) = self.stage() else {
            return Panel { title: words.title.to_owned(), ..Panel::default() };
        };
        let options = self.plan.journey.iter().enumerate();
        let options = options.map(|(at, stage)| (at.to_string(), stage.name.clone())).collect();
        let mut blocks = vec![
            super::panel::said(super::Tone::Plain, words.begin),
            Block::Fields(vec![choice("stage", words.stage, None, options, &self.stage.to_string())]),
        ];
        blocks.extend(shown::picture(self, stage, words, language));
        blocks.extend(shown::form(self, stage, words));
        blocks.extend(shown::list(self, stage, words, language));
        Panel { title: words.title.to_owned(), blocks, actions: vec![action("use", words.put)] }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        match step {
            Step::Set { field, value } if field == "stage" => {
                self.stage = value.parse().ok().filter(|at| *at < self.plan.journey.len()).unwrap_or(self.stage);
                self.refused = None;
                self.forget_rows();
            }
            Step::Set { field, value } => {
                self.typed.set(&field, value.clone());
                match row_of(&field) {
                    Some((kind, list, row)) => self.set_row(kind, list, row, &value),
                    None => self.refused = None,
                }
            }
            Step::Take { action } if action == "add" => {
                self.refused = self.lay().err();
                self.forget_rows();
            }
            Step::Take { action } if action == "use" => {
                return Outcome::Plan { plan: Box::new(self.plan.clone()), word: words(language).step.to_owned() };
            }
            Step::Take { action } => {
                if let Some(("remove", list, row)) = row_of(&action) {
                    self.plan = laid::without(&self.plan, self.stage, list, row);
                    self.forget_rows();
                }
            }
            Step::Bring { .. } => {}
        }
        Outcome::Shown
    }
}
