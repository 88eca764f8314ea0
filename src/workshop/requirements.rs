//! The subject `requirements`: sentences for a tender with the figures they rest on, to be chosen, edited and taken along.
//!
//! What is chosen and edited is kept in the plan file, so that it is there after a reload and in the report.

mod choices;
mod shown;

use serde_json::json;

use super::documents::OFFICE;
use super::panel::{action, said};
use super::{Block, Line, Outcome, Panel, Step, Subject, Tone};
use crate::explain::wire::plan_file_error;
use crate::export::requirements::clauses::{self, edit_of};
use crate::export::requirements::{Asked, Ground, Requirement, clauses as numbered, tables, written};
use crate::plan::{CheckedPlan, Plan};
use crate::text::Language;
use crate::text::workshop::requirements::words;
use crate::wire::plan_file::PlanFileError;
use crate::wire::requirements::{self, Choices, Edit, Kept, Start};
use choices::Drafts;

/// The plan in hand, what is asked of it, and what was edited.
pub struct Requirements {
    plan: Plan,
    /// `None` = the plan has faults.
    ground: Option<Ground>,
    asked: Option<Asked>,
    kept: Kept,
    drafts: Drafts,
    unreadable: Option<PlanFileError>,
    /// Of the work over the ranges that is waited for.
    turn: usize,
    copied: Copied,
}

/// What became of the sentences that were to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copied {
    Nothing,
    Done,
    Refused,
}

/// When the sentences can be taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Along {
    /// Once their bands are known: what is handed on is whole.
    Later,
    Now(Copied),
}

/// Copies the sentences in the form that word processors take.
const COPY: &str = "copy";

/// Draws of one turn: fewer than a person notices.
const TURN: usize = 8;

impl Requirements {
    pub fn new(plan: Plan) -> Self {
        let ground = CheckedPlan::new(plan.clone()).ok().and_then(Ground::new);
        let (kept, unreadable) = match requirements::read(&plan) {
            Ok(kept) => (kept, None),
            Err(error) => (Kept::default(), Some(error)),
        };
        let drafts = Drafts::of(&kept.choices);
        let copied = Copied::Nothing;
        let mut new = Self { plan, ground, asked: None, kept, drafts, unreadable, turn: 0, copied };
        new.ask();
        new
    }

    /// Computes what the choices ask for.
    fn ask(&mut self) {
        self.asked = self.ground.as_ref().and_then(|ground| Asked::new(ground, &self.kept.choices));
    }

    /// The requirements as they are computed.
    fn computed(&self, language: Language) -> Vec<Requirement> {
        match (&self.ground, &self.asked) {
            (Some(ground), Some(asked)) => written(ground, asked, &self.kept.choices, language),
            _ => Vec::new(),
        }
    }

    fn set(&mut self, field: &str, value: String, language: Language) {
        if let Some(name) = field.strip_prefix("text-") {
            return self.edit(name, value, language);
        }
        let before = self.kept.choices.clone();
        if field == "start" {
            self.kept.choices.start = if value == "high" { Start::High } else { Start::Likely };
        } else {
            self.drafts.set(field, value, &mut self.kept.choices);
        }
        // The others stand in sentences, and change no forecast.
        let forecast = |choices: &Choices| (choices.start, choices.headroom, choices.overshoot, choices.percentile);
        if forecast(&self.kept.choices) != forecast(&before) {
            self.ask();
        }
    }

    /// Puts words in place of the computed ones; none, or the computed ones themselves, are no edit.
    fn edit(&mut self, name: &str, text: String, language: Language) {
        let Some(requirement) = self.named(name, language) else { return };
        let computed = requirement.sentences.join("\n");
        self.forget(&requirement.key, language);
        let text = text.replace("\r\n", "\n").trim().to_owned();
        if !text.is_empty() && text != computed {
            let language = language.tag().to_owned();
            self.kept.edits.push(Edit { key: requirement.key, language, text, instead_of: computed });
        }
    }

    fn forget(&mut self, key: &str, language: Language) {
        self.kept.edits.retain(|edit| edit.key != key || edit.language != language.tag());
    }

    /// The requirement whose fields and actions have that name.
    fn named(&self, name: &str, language: Language) -> Option<Requirement> {
        self.computed(language).into_iter().find(|requirement| shown::name_of(requirement) == name)
    }

    fn take(&mut self, taken: &str, language: Language) {
        let Some((act, name)) = taken.split_once(':') else {
            if taken == "discard" {
                self.unreadable = None;
                self.plan.unknown.remove(requirements::POINTER);
            }
            return;
        };
        let Some(requirement) = self.named(name, language) else { return };
        let key = requirement.key.clone();
        match act {
            "leave" if !self.kept.left_out.contains(&key) => self.kept.left_out.push(key),
            "in" => self.kept.left_out.retain(|known| *known != key),
            "back" => self.forget(&key, language),
            "keep" => {
                if let Some(edit) = edit_of(&self.kept, &key, language).cloned() {
                    self.forget(&key, language);
                    self.kept.edits.push(Edit { instead_of: requirement.sentences.join("\n"), ..edit });
                }
            }
            _ => {}
        }
    }

    /// Keeps what was chosen and edited in the plan, where it is another than before.
    fn outcome(&mut self, language: Language) -> Outcome {
        if self.unreadable.is_some() {
            return Outcome::Shown;
        }
        let before = self.plan.unknown.get(requirements::POINTER).cloned();
        if requirements::read(&self.plan).is_ok_and(|kept| kept == self.kept) {
            return Outcome::Shown;
        }
        requirements::put(&mut self.plan, &self.kept);
        if self.plan.unknown.get(requirements::POINTER) == before.as_ref() {
            return Outcome::Shown;
        }
        let goes_on = self.goes_on();
        Outcome::Kept { plan: Box::new(self.plan.clone()), word: words(language).step.to_owned(), goes_on }
    }

    /// Whether draws over the ranges are left.
    fn has_work(&self) -> bool {
        self.ground.as_ref().zip(self.asked.as_ref()).is_some_and(|(ground, asked)| ground.left() + asked.left() > 0)
    }

    /// The next turn, where work is left.
    fn goes_on(&mut self) -> Option<usize> {
        self.turn += 1;
        self.has_work().then_some(self.turn)
    }

    fn next(&mut self) -> Outcome {
        self.goes_on().map_or(Outcome::Shown, |turn| Outcome::GoesOn { turn })
    }

    fn work(&mut self) {
        match (&mut self.ground, &mut self.asked) {
            (Some(ground), _) if ground.left() > 0 => {
                ground.go_on(TURN);
                // Capacities start at the upper ends of bands that are known only now.
                if ground.left() == 0 && self.kept.choices.start == Start::High {
                    self.ask();
                }
            }
            (_, Some(asked)) => asked.go_on(TURN),
            _ => {}
        }
    }
}

impl Subject for Requirements {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let mut blocks = vec![said(Tone::Plain, words.begin)];
        if let Some(error) = &self.unreadable {
            let text = (words.unreadable)(&plan_file_error(language, error));
            let action = Some(action("discard", words.discard));
            blocks.push(Block::Said(Line { tone: Tone::Bad, text, action }));
            return Panel { title: words.title.to_owned(), blocks, actions: Vec::new() };
        }
        let Some(ground) = &self.ground else {
            blocks.push(said(Tone::Bad, words.faults));
            return Panel { title: words.title.to_owned(), blocks, actions: Vec::new() };
        };
        match &self.asked {
            Some(asked) => {
                blocks.extend(shown::findings(ground, asked, &self.kept.choices, language));
                blocks.extend(self.drafts.blocks(&self.kept.choices, asked, words));
                let along = if self.has_work() { Along::Later } else { Along::Now(self.copied) };
                blocks.extend(shown::sentences(self.computed(language), &self.kept, along, language));
            }
            None => {
                blocks.push(said(Tone::Bad, words.no_figures));
                blocks.push(self.drafts.all(&self.kept.choices, words));
            }
        }
        Panel { title: words.title.to_owned(), blocks, actions: Vec::new() }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        self.copied = Copied::Nothing;
        match step {
            Step::Take { action } if action == COPY && !self.has_work() => {
                let all = numbered(self.computed(language), &self.kept, language);
                let (html, text) = (tables::tables(&all, language), clauses::text(&all, language));
                let options = json!({ "document": "copy-given", "html": html, "text": text }).to_string();
                return Outcome::Asked { question: OFFICE, options, plan: None };
            }
            Step::Set { field, value } if self.unreadable.is_none() => self.set(&field, value, language),
            Step::Take { action } => self.take(&action, language),
            Step::Set { .. } | Step::Bring { .. } => {}
        }
        self.outcome(language)
    }

    fn opened(&mut self) -> Outcome {
        self.next()
    }

    fn told(&mut self, options: &str, answer: &str) -> Outcome {
        if let Ok(turn) = options.parse::<usize>() {
            if turn != self.turn || answer.is_empty() {
                return Outcome::Shown;
            }
            self.work();
            return self.next();
        }
        self.copied = if answer.contains("\"copied\"") { Copied::Done } else { Copied::Refused };
        self.next()
    }
}
