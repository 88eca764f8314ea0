//! The subject `members`: a table of one's own, or one to start from, in place of the members of the plan.

mod choosing;
mod shown;
mod take_over;

use super::open::Decoder;
use super::{Action, Block, Field, Kind, Line, Offer, Outcome, Panel, Step, Subject, Tone};
use crate::import::{self, Choices, ImportFault, Input, Preview};
use crate::library::Wording;
use crate::library::population::starters::Starter;
use crate::plan::{Membership, Plan};
use crate::text::Language;
use crate::text::workshop::members::{MembersWords, words};
use choosing::Typed;
use take_over::Fate;

/// What was brought, what was chosen, and the plan that takes it.
pub struct Members {
    plan: Plan,
    decoder: Decoder,
    brought: Option<Brought>,
    choices: Choices,
    typed: Typed,
    fate: Option<Fate>,
    /// Why the last choice was taken back.
    refused: Option<ImportFault>,
}

/// A table with what was understood of it by the choices so far.
struct Brought {
    from: From,
    preview: Result<Preview, ImportFault>,
}

enum From {
    Pasted(String),
    File { name: String, bytes: Vec<u8> },
    Starter { table: String },
}

impl Members {
    pub fn new(plan: Plan, decoder: Decoder) -> Self {
        let (choices, typed) = (Choices::default(), Typed::default());
        Self { plan, decoder, brought: None, choices, typed, fate: None, refused: None }
    }

    fn bring(&mut self, from: From) {
        self.choices = Choices::default();
        self.typed = Typed::default();
        self.fate = None;
        self.refused = None;
        self.read(from);
    }

    /// Reads the table by the choices made; twice where bands follow from those that it has.
    fn read(&mut self, from: From) {
        let decode = |label: &str, bytes: &[u8], strict: bool| (self.decoder)(label, bytes, strict);
        let read = |choices: &Choices| match &from {
            From::Pasted(text) | From::Starter { table: text } => {
                import::preview(Input::Pasted(text), choices, &decode)
            }
            From::File { bytes, .. } => import::preview(Input::File(bytes), choices, &decode),
        };
        let mut preview = read(&self.choices);
        if let Ok(first) = &preview
            && let Some(bands) = self.typed.bands(first)
        {
            preview = read(&Choices { bands: Some(bands), ..self.choices.clone() });
        }
        self.brought = Some(Brought { from, preview });
    }

    /// Takes what a field was set to, and reads the table again if that can change what it says.
    fn set(&mut self, field: &str, value: &str) {
        let Some(Brought { from, preview }) = self.brought.take() else { return };
        let said = |members: &Self| {
            (members.choices.clone(), preview.as_ref().ok().and_then(|preview| members.typed.bands(preview)))
        };
        let before = said(self);
        let (choices, typed) = (self.choices.clone(), self.typed.clone());
        self.refused = None;
        choosing::set(field, value, preview.as_ref().ok(), &self.plan, &mut self.choices, &mut self.typed);
        if said(self) == before {
            self.brought = Some(Brought { from, preview });
            return;
        }
        self.read(from);
        // What leaves nothing to read would leave no field to take it back by.
        if preview.is_ok()
            && let Some(Brought { from, preview: Err(fault) }) =
                self.brought.take_if(|brought| brought.preview.is_err())
        {
            (self.choices, self.typed, self.refused) = (choices, typed, Some(fault));
            self.brought = Some(Brought { from, preview });
        }
    }

    /// The members that would be taken over, scaled; `None` while something is in the way.
    fn result(&self) -> Option<Membership> {
        let preview = self.brought.as_ref()?.preview.as_ref().ok()?;
        let members = preview.membership.as_ref().ok()?;
        self.typed.scaled(members, preview)
    }

    fn name(&self, from: &From, words: &MembersWords) -> String {
        match from {
            From::Pasted(_) => words.pasted.to_owned(),
            From::File { name, .. } => name.clone(),
            From::Starter { .. } => words.starter_source.to_owned(),
        }
    }

    fn first_panel(words: &MembersWords) -> Vec<Block> {
        let offers = Starter::ALL.iter().enumerate().map(|(at, _)| {
            let (title, about) = words.starter[at];
            let action = Action { name: format!("starter-{at}"), label: words.starter_take.to_owned() };
            Offer { title: title.to_owned(), about: about.to_owned(), action }
        });
        vec![
            Block::Said(plain(words.begin)),
            Block::Fields(vec![paste_field(words.paste, words)]),
            Block::FileWanted { label: words.file.to_owned(), hint: words.file_hint.to_owned() },
            Block::Heading(words.starters.to_owned()),
            Block::Said(plain(words.starter_source)),
            Block::Offers(offers.collect()),
        ]
    }
}

impl Subject for Members {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let title = words.title.to_owned();
        let Some(brought) = &self.brought else {
            return Panel { title, blocks: Self::first_panel(words), actions: Vec::new() };
        };
        let action = |name: &str, label: &str| Action { name: name.to_owned(), label: label.to_owned() };
        let mut blocks = vec![Block::Said(plain((words.brought)(&self.name(&brought.from, words))))];
        let mut actions = Vec::new();
        match &brought.preview {
            Err(fault) => {
                blocks.push(Block::Said(Line { tone: Tone::Bad, text: (words.fault)(fault), action: None }));
                if let Some(encoding) = choosing::encoding(&self.choices, fault, words) {
                    blocks.push(Block::Fields(vec![encoding]));
                }
            }
            Ok(preview) => {
                let refused = self.refused.as_ref().map(|fault| (words.taken_back)(&(words.fault)(fault)));
                blocks.extend(refused.map(|text| Block::Said(Line { tone: Tone::Caution, text, action: None })));
                let result = self.result();
                blocks.extend(shown::summary(preview, result.as_ref(), words));
                blocks.extend(choosing::fields(preview, &self.choices, &self.typed, &self.plan, words));
                blocks.extend(shown::details(preview, result.as_ref(), words));
                if let Some(members) = &result {
                    let can_take_bands = choosing::can_take_bands(preview, &self.choices, &self.plan);
                    blocks.extend(take_over::asked(&self.plan, members, self.fate, can_take_bands, words));
                    actions.push(action("take", words.take));
                }
            }
        }
        actions.push(action("back", words.back));
        Panel { title, blocks, actions }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        let words = words(language);
        match step {
            Step::Bring { name, bytes } => self.bring(From::File { name, bytes }),
            Step::Set { field, value } if field == "paste" => self.bring(From::Pasted(value)),
            Step::Set { field, value } if field == "fate" => self.fate = Fate::of(&value),
            Step::Set { field, value } => self.set(&field, &value),
            Step::Take { action } if action == "back" => self.brought = None,
            Step::Take { action } if action == take_over::TAKE_BANDS => {
                self.fate = None;
                self.set(choosing::BANDS, choosing::OF_PLAN);
            }
            Step::Take { action } if action == "take" => {
                if let (Some(members), Some(brought)) = (self.result(), &self.brought) {
                    let period = brought.preview.as_ref().ok().and_then(|preview| preview.period.taken);
                    let source = (words.source)(&self.name(&brought.from, words), period, self.typed.scales());
                    let plan = take_over::plan(&self.plan, members, self.fate, source, words);
                    return Outcome::Plan { plan: Box::new(plan), word: words.step.to_owned() };
                }
            }
            Step::Take { action } => {
                let at = action.strip_prefix("starter-").and_then(|at| at.parse::<usize>().ok());
                if let Some(&starter) = at.and_then(|at| Starter::ALL.get(at)) {
                    let read = match language {
                        Language::Korean => Wording::korean,
                        Language::English => Wording::english,
                    };
                    self.bring(From::Starter { table: starter.table(read) });
                    self.set(choosing::BANDS, choosing::TEN_YEARS);
                }
            }
        }
        Outcome::Shown
    }
}

fn plain(text: impl Into<String>) -> Line {
    Line { tone: Tone::Plain, text: text.into(), action: None }
}

fn paste_field(label: &str, words: &MembersWords) -> Field {
    Field {
        name: "paste".to_owned(),
        label: label.to_owned(),
        help: Some(words.paste_help.to_owned()),
        kind: Kind::Lines { text: String::new(), rows: 5 },
        fault: None,
    }
}
