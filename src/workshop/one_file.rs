//! The subject `one-file`: the whole planner with the plan in hand inside, saved as one page.

use super::desk;
use super::panel::{action, said};
use super::{Block, Field, Kind, Outcome, Panel, Step, Subject, Tone};
use crate::plan::Plan;
use crate::text::Language;
use crate::text::workshop::one_file::words;
use crate::wire::{bids, file_name, one_file};

/// The plan in hand and what came of it.
pub struct OneFile {
    plan: Plan,
    with_bids: bool,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Fresh,
    Saved,
    Failed,
}

impl OneFile {
    pub fn new(plan: Plan) -> Self {
        Self { plan, with_bids: false, state: State::Fresh }
    }

    fn has_bids(&self) -> bool {
        self.plan.unknown.contains_key(bids::POINTER)
    }

    fn name(&self) -> String {
        file_name::with_ending(&self.plan.title, one_file::ENDING)
    }

    /// The plan that goes inside.
    fn inside(&self) -> Plan {
        let mut plan = self.plan.clone();
        if !self.with_bids {
            bids::put(&mut plan, &[]);
        }
        plan
    }
}

impl Subject for OneFile {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let mut blocks = vec![said(Tone::Plain, words.what), said(Tone::Plain, words.inside)];
        if self.has_bids() {
            let kind = Kind::Switch { on: self.with_bids };
            let field = Field {
                name: "bids".to_owned(),
                label: words.bids.to_owned(),
                help: Some(words.bids_help.to_owned()),
                kind,
                fault: None,
            };
            blocks.push(Block::Fields(vec![field]));
        }
        blocks.extend(match self.state {
            State::Fresh => None,
            State::Saved => Some(said(Tone::Good, (words.saved)(&self.name()))),
            State::Failed => Some(said(Tone::Bad, words.failed)),
        });
        blocks.push(Block::Heading(words.how.to_owned()));
        blocks.extend(words.more.iter().map(|line| said(Tone::Plain, *line)));
        Panel { title: words.title.to_owned(), blocks, actions: vec![action("save", words.save)] }
    }

    fn step(&mut self, step: Step, _language: Language) -> Outcome {
        match step {
            Step::Set { field, value } if field == "bids" => self.with_bids = value == "true",
            Step::Take { action } if action == "save" => {
                self.state = State::Fresh;
                return Outcome::OneFile { plan: Box::new(self.inside()), name: self.name() };
            }
            Step::Set { .. } | Step::Take { .. } | Step::Bring { .. } => {}
        }
        Outcome::Shown
    }

    fn told(&mut self, _options: &str, answer: &str) -> Outcome {
        self.state = if answer == desk::SAVED { State::Saved } else { State::Failed };
        Outcome::Shown
    }
}
