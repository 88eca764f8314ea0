//! The subject `capacity`: what operators and outside providers say of a stage, made into one capacity that is not
//! misread: per second, per hour and at once are kept apart, and how much of what was tested counts is chosen here.

mod heard;

use super::bids::asked::{SHARES, in_people, share, text};
use super::bids::draft::{other_rates, rate_text};
use super::bids::quantity::{PROMISED, basis};
use super::panel::{action, choice, said};
use super::typed::Typed;
use super::{Block, Column, Copyable, Field, Line, Outcome, Panel, Row, Step, Subject, Table, Tone};
use crate::bids::{Basis, Per};
use crate::explain::unit::number;
use crate::num::three_figures;
use crate::plan::edit::{PlanEdit, StageEdit, StageField, apply};
use crate::plan::number::{NumberField, StageNumber};
use crate::plan::{Plan, Source, SourceKind, Stage};
use crate::text::workshop::bids::{self as bid_words, CountedFacts};
use crate::text::workshop::capacity::{CapacityWords, words};
use crate::text::{Language, format};
use crate::units::PerSecond;
use heard::{Counted, Heard, Measure, Missing, Said, heard};

/// What is said of one stage, at most.
const LIMITS_MAX: usize = 4;

const UNITS: [(&str, Measure); 5] = [
    ("", Measure::Unsaid),
    ("second", Measure::Per(Per::Second)),
    ("minute", Measure::Per(Per::Minute)),
    ("hour", Measure::Per(Per::Hour)),
    ("at-once", Measure::AtOnce),
];

const ANSWERS: [(&str, Counted); 4] =
    [("", Counted::Unasked), ("served", Counted::Served), ("waiting", Counted::Waiting), ("unknown", Counted::Unknown)];

/// The limits of one stage, as they are typed.
pub struct Capacity {
    plan: Plan,
    typed: Typed,
    /// How many limits are asked for.
    limits: usize,
}

/// One limit, as far as it was understood.
struct Limit {
    at: usize,
    who: String,
    basis: Basis,
    answer: Counted,
    heard: Heard,
}

impl Capacity {
    pub fn new(plan: Plan) -> Self {
        Self { plan, typed: Typed::new(&[]), limits: 1 }
    }

    fn stage(&self) -> Option<(usize, &Stage)> {
        let at = self.typed.text("stage").parse().unwrap_or(0);
        self.plan.journey.get(at).map(|stage| (at, stage)).or_else(|| Some((0, self.plan.journey.first()?)))
    }

    fn limit(&self, at: usize, words: &CapacityWords) -> Limit {
        let typed = |kind: &str| self.typed.text(&format!("{kind}-{at}"));
        let taken = basis(typed("basis")).unwrap_or(Basis::Promised);
        let measure = UNITS.iter().find(|(value, _)| *value == typed("unit")).map_or(Measure::Unsaid, |unit| unit.1);
        let answer = ANSWERS.iter().find(|(value, _)| *value == typed("counted"));
        let answer = answer.map_or(Counted::Unasked, |answer| answer.1);
        Limit {
            at,
            who: Some(typed("who")).filter(|who| !who.is_empty()).map_or_else(|| (words.number)(at + 1), str::to_owned),
            basis: taken,
            answer,
            heard: heard(typed("figure"), measure, taken, answer, typed("wait")),
        }
    }

    fn limits(&self, words: &CapacityWords) -> Vec<Limit> {
        (0..self.limits).map(|at| self.limit(at, words)).collect()
    }

    /// The fields of a limit; those that its figure does not need are not asked.
    fn fields(&self, limit: &Limit, words: &CapacityWords) -> Block {
        let Limit { at, heard, .. } = limit;
        let typed = |kind: &str| self.typed.text(&format!("{kind}-{at}")).to_owned();
        let named = |kind: &str| format!("{kind}-{at}");
        let fault =
            |missing: Missing| (heard.said == Err(missing)).then(|| (words.missing)(missing_name(missing)).to_owned());
        let help = Some(words.figure_help.to_owned());
        let mut fields = vec![
            text(named("who"), words.who, Some(words.who_help.to_owned()), &typed("who"), None),
            text(named("figure"), words.figure, help, &typed("figure"), fault(Missing::Figure)),
        ];
        let pick = |kind: &str, label: &str, values: Vec<(String, String)>, missing: Missing| Field {
            fault: fault(missing),
            ..choice(&named(kind), label, None, values, &typed(kind))
        };
        let options = |values: &[&str], labels: &[&str]| -> Vec<(String, String)> {
            values.iter().zip(labels).map(|(value, label)| ((*value).to_owned(), (*label).to_owned())).collect()
        };
        if heard.is_bare {
            fields.push(pick("unit", words.unit, options(&UNITS.map(|unit| unit.0), &words.units), Missing::Unit));
        }
        if heard.is_at_once {
            let answers = options(&ANSWERS.map(|answer| answer.0), &words.answers);
            fields.push(pick("counted", words.counted, answers, Missing::Counted));
        }
        if heard.is_at_once && limit.answer == Counted::Waiting {
            let help = Some(words.wait_help.to_owned());
            fields.push(text(named("wait"), words.wait, help, &typed("wait"), fault(Missing::Wait)));
        }
        if !matches!(heard.said, Ok(None)) {
            let tested = |share: &str| {
                let said = share.parse().map_or_else(|_| share.to_owned(), format::percent);
                (share.to_owned(), (words.tested)(&said))
            };
            let promised = (PROMISED.to_owned(), words.promised.to_owned());
            let values = std::iter::once(promised).chain(SHARES.into_iter().map(tested)).collect();
            let taken = Some(typed("basis")).filter(|basis| !basis.is_empty()).unwrap_or_else(|| PROMISED.to_owned());
            fields.push(choice(&named("basis"), words.basis, None, values, &taken));
        }
        Block::Fields(fields)
    }

    /// What is counted of the limits, beside each other.
    fn table(stage: &Stage, told: &[(&Limit, &Said)], words: &CapacityWords, language: Language) -> Table {
        let service = stage.service;
        let least = told.iter().map(|(_, said)| said.per_second(service)).fold(f64::INFINITY, f64::min);
        let row = |(limit, said): &(&Limit, &Said)| {
            let rate = said.per_second(service);
            let cells = vec![
                limit.who.clone(),
                counted(said, language),
                rate_text(language, three_figures(rate), Per::Second),
                rate_text(language, three_figures(rate * 3600.0), Per::Hour),
                in_people(language, three_figures(rate * service.get())),
            ];
            Row { cells, tone: if rate == least { Tone::Caution } else { Tone::Plain }, is_left_out: false }
        };
        let columns = words.columns.iter().enumerate();
        Table {
            caption: words.result.to_owned(),
            columns: columns
                .map(|(at, heading)| Column { heading: (*heading).to_owned(), is_number: at > 1 })
                .collect(),
            rows: told.iter().map(row).collect(),
        }
    }

    /// The plan with the smallest of the limits of each kind, where all of them can be counted.
    fn used(&self, language: Language) -> Option<Plan> {
        let words = words(language);
        let (at, stage) = self.stage()?;
        let limits = self.limits(words);
        let told = told(&limits)?;
        let service = stage.service;
        let least = |is_kind: fn(&Said) -> bool| {
            let of_kind = told.iter().filter(|(_, said)| is_kind(said));
            of_kind.min_by(|one, other| one.1.per_second(service).total_cmp(&other.1.per_second(service)))
        };
        let mut plan = self.plan.clone();
        let mut put = |number: StageNumber, value: f64, field: StageField| {
            plan = apply(&plan, &PlanEdit::Stages(StageEdit::Set { at, field })).ok()?;
            let pointer = NumberField::Stage(at, number).pointer();
            // A range around another value says nothing of this one.
            plan.ranges.retain(|range| range.field != pointer || (range.low..=range.high).contains(&value));
            plan.entered_as.remove(&pointer);
            let is_tested = told.iter().all(|(limit, _)| matches!(limit.basis, Basis::Tested { .. }));
            let kind = if is_tested { SourceKind::Measured } else { SourceKind::Reported };
            let text = told.iter().map(|(limit, said)| format!("{}: {}", limit.who, counted(said, language)));
            let text = text.collect::<Vec<_>>().join(" ");
            plan.sources.insert(pointer, Source { kind, text, url: None });
            Some(())
        };
        if let Some((_, said)) = least(|said| !matches!(said, Said::Served(_))) {
            let rate = said.per_second(service);
            put(StageNumber::Rate, rate, StageField::Rate(Some(PerSecond::new(rate))))?;
        }
        if let Some((_, said)) = least(|said| matches!(said, Said::Served(_))) {
            let sessions = said.figure().counted();
            put(StageNumber::Sessions, sessions, StageField::Sessions(Some(sessions)))?;
        }
        Some(plan)
    }

    fn limit_blocks(&self, limit: &Limit, stage: &Stage, words: &CapacityWords, language: Language) -> Vec<Block> {
        let mut blocks = vec![Block::Heading((words.of_limit)(&limit.who)), self.fields(limit, words)];
        match &limit.heard.said {
            Ok(Some(what)) => blocks.push(said(Tone::Plain, derived(what, stage, words, language))),
            Err(Missing::Counted) => {
                let text = (words.question)(self.typed.text(&format!("figure-{}", limit.at)), &stage.name);
                blocks.push(said(Tone::Caution, words.not_converted));
                blocks.push(Block::Copyable(Copyable { label: words.ask.to_owned(), text, file_name: None }));
            }
            Ok(None) | Err(_) => {}
        }
        blocks
    }
}

/// All limits that say something; `None` where there are none, or where one cannot be counted.
fn told(limits: &[Limit]) -> Option<Vec<(&Limit, &Said)>> {
    let heard = limits.iter().map(|limit| match &limit.heard.said {
        Ok(said) => Some(said.as_ref().map(|said| (limit, said))),
        Err(_) => None,
    });
    let told: Vec<_> = heard.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
    (!told.is_empty()).then_some(told)
}

fn missing_name(missing: Missing) -> usize {
    match missing {
        Missing::Figure => 0,
        Missing::Unit => 1,
        Missing::Counted => 2,
        Missing::Wait => 3,
    }
}

/// The figure, how much of it counts, and the same in other units.
fn counted(said: &Said, language: Language) -> String {
    let figure = said.figure();
    let words = bid_words::words(language);
    let share = share(figure);
    match said {
        Said::Rate(offer) => (words.counted)(&CountedFacts {
            given: &rate_text(language, figure.value, offer.per),
            share: share.as_deref(),
            counted: &rate_text(language, figure.counted(), offer.per),
            others: Some(&other_rates(language, offer)),
        }),
        Said::Served(_) | Said::Inside(..) => (words.counted)(&CountedFacts {
            given: &in_people(language, figure.value),
            share: share.as_deref(),
            counted: &in_people(language, figure.counted()),
            others: None,
        }),
    }
}

/// How the rate follows, step by step.
fn derived(said: &Said, stage: &Stage, words: &CapacityWords, language: Language) -> String {
    let first = counted(said, language);
    let seconds = |value: f64| (words.seconds)(&number(value));
    let people = in_people(language, said.figure().counted());
    let rate = rate_text(language, three_figures(said.per_second(stage.service)), Per::Second);
    match said {
        Said::Rate(_) => first,
        Said::Served(_) => format!("{first} {}", (words.by_service)(&people, &seconds(stage.service.get()), &rate)),
        Said::Inside(_, wait) => {
            let stay = (words.stay)(&seconds(wait.get()), &seconds(stage.service.get()));
            format!("{first} {}", (words.by_service)(&people, &stay, &rate))
        }
    }
}

impl Subject for Capacity {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let Some((at, stage)) = self.stage() else {
            return Panel { title: words.title.to_owned(), ..Panel::default() };
        };
        let options = self.plan.journey.iter().enumerate();
        let options = options.map(|(at, stage)| (at.to_string(), stage.name.clone())).collect();
        let mut blocks = vec![
            said(Tone::Plain, words.begin),
            Block::Fields(vec![choice("stage", words.stage, None, options, &at.to_string())]),
            said(Tone::Plain, (words.service)(&(words.seconds)(&number(stage.service.get())))),
        ];
        let limits = self.limits(words);
        for limit in &limits {
            blocks.extend(self.limit_blocks(limit, stage, words, language));
        }
        if self.limits < LIMITS_MAX {
            let action = Some(action("add", words.add));
            blocks.push(Block::Said(Line { tone: Tone::Plain, text: words.add_help.to_owned(), action }));
        }
        let mut actions = Vec::new();
        if let Some(told) = told(&limits) {
            blocks.push(Block::Heading(words.result.to_owned()));
            blocks.push(Block::Table(Self::table(stage, &told, words, language)));
            blocks.push(said(Tone::Plain, words.least));
            actions.push(action("use", (words.put)(&stage.name)));
        }
        Panel { title: words.title.to_owned(), blocks, actions }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        match step {
            Step::Set { field, value } => self.typed.set(&field, value),
            Step::Take { action } if action == "add" => self.limits = (self.limits + 1).min(LIMITS_MAX),
            Step::Take { action } if action == "use" => {
                if let Some(plan) = self.used(language).map(Box::new) {
                    return Outcome::Plan { plan, word: words(language).step.to_owned() };
                }
            }
            Step::Take { .. } | Step::Bring { .. } => {}
        }
        Outcome::Shown
    }
}
