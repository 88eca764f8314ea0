//! The program of the workshop without the browser: requests of the page in, what it shows and what came of it out.
//!
//! Steps are kept by subject until a plan has come of them, and done again when the subject is opened on another plan;
//! so closing a panel loses nothing.

use super::open::{Decoder, begin};
use super::view::{Look, elements};
use super::{Kind, Outcome, Panel, Step, Subject};
use crate::plan::Plan;
use crate::text::Language;
use crate::wire::{link, plan_file, workshop};

/// The question that the program of the workshop answers itself: to save the one file under the name that the options
/// are, with the plan inside.
pub const ONE_FILE: &str = "one-file";

/// The answer to it, once the file was handed to the reader.
pub const SAVED: &str = "saved";

/// The question that only lets the page have its turn; its options are the number of the subject's own.
pub const LATER: &str = "workshopLater";

/// What the page is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Elements, see [`workshop::read`]; empty where the panel is done with.
    pub shown: String,
    /// A plan file that came of a step, and whether it is to stand beside the plan in hand instead of in its place.
    pub plan: Option<(String, bool)>,
    /// Name of the step for undo.
    pub word: String,
    /// What the programme interface is to be asked, and whose question it is; the answer is a request `told`.
    pub asked: Option<Asked>,
    /// What was asked before is wanted no more.
    pub is_stopped: bool,
}

/// A question of a subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub subject: String,
    /// Name of the function.
    pub question: String,
    /// The plan file that it is asked of.
    pub plan: String,
    /// JSON.
    pub options: String,
}

/// Whatever is open, and the steps of everything that was.
pub struct Desk {
    decoder: Decoder,
    /// Of the page, without parameters and fragment.
    address: String,
    language: Language,
    open: Option<Open>,
    /// The other plans that the browser keeps.
    kept: Vec<String>,
    /// Steps by subject, in the order they were done.
    steps: Vec<(String, Step)>,
}

struct Open {
    name: String,
    plan: String,
    subject: Box<dyn Subject>,
    look: Look,
    /// What was shown last, which takes as long as a turn of work that goes on.
    shown: String,
}

impl Desk {
    pub fn new(decoder: Decoder) -> Self {
        let address = String::new();
        Self { decoder, address, language: Language::Korean, open: None, kept: Vec::new(), steps: Vec::new() }
    }

    /// The desk of the page at that address, without parameters and fragment.
    #[must_use]
    pub fn at(self, address: String) -> Self {
        Self { address, ..self }
    }

    /// Answers a request: its name and what belongs to it, see the arms; `None` where it cannot be understood.
    pub fn handle(&mut self, request: &[&str], bytes: &[u8]) -> Option<Answer> {
        match request {
            ["begin", subject, plan, language, kept @ ..] => {
                self.language = Language::from_tag(language)?;
                self.kept = kept.iter().map(|text| (*text).to_owned()).collect();
                self.begin(subject, plan)?;
                self.opened()
            }
            ["say", language] => {
                self.language = Language::from_tag(language)?;
                self.answer(Outcome::Shown)
            }
            ["set", field, value] => self.step(Step::Set { field: (*field).to_owned(), value: (*value).to_owned() }),
            ["tick", field, option, is_on] => {
                let panel = self.open.as_ref()?.subject.panel(self.language);
                let value = ticked(&panel, field, option, *is_on == "true")?;
                self.step(Step::Set { field: (*field).to_owned(), value })
            }
            ["bring", name] => self.step(Step::Bring { name: (*name).to_owned(), bytes: bytes.to_vec() }),
            ["take", action] => self.step(Step::Take { action: (*action).to_owned() }),
            ["all", caption] => {
                self.open.as_mut()?.look.in_full.push((*caption).to_owned());
                self.answer(Outcome::Shown)
            }
            ["told", subject, options, answer] => {
                let open = self.open.as_mut().filter(|open| open.name == *subject);
                let outcome = open.map_or(Outcome::Shown, |open| open.subject.told(options, answer));
                self.answer(outcome)
            }
            // A link of a codec that the page does not read itself.
            ["link", text] => {
                let plan = link::decode(text).ok().map(|plan| (plan_file::write(&plan), true));
                Some(Answer { plan, ..Answer::default() })
            }
            ["anew"] => {
                let Open { name, plan, .. } = self.open.take()?;
                self.steps.retain(|(subject, _)| *subject != name);
                self.begin(&name, &plan)?;
                self.opened()
            }
            _ => None,
        }
    }

    /// Opens a subject on a plan file, with the steps that were done before.
    fn begin(&mut self, name: &str, plan_text: &str) -> Option<()> {
        if self.open.as_ref().is_some_and(|open| open.name == name && open.plan == plan_text) {
            return Some(());
        }
        let plan = plan_file::read(plan_text).ok()?;
        let kept: Vec<&str> = self.kept.iter().map(String::as_str).collect();
        let mut subject = begin(name, plan, &kept, self.language, self.decoder)?;
        subject.placed(&self.address);
        for (_, step) in self.steps.iter().filter(|(subject, _)| subject == name) {
            subject.step(step.clone(), self.language);
        }
        self.open = Some(Open {
            name: name.to_owned(),
            plan: plan_text.to_owned(),
            subject,
            look: Look::default(),
            shown: String::new(),
        });
        Some(())
    }

    fn opened(&mut self) -> Option<Answer> {
        let open = self.open.as_mut()?;
        open.shown.clear();
        let outcome = open.subject.opened();
        self.answer(outcome)
    }

    fn step(&mut self, step: Step) -> Option<Answer> {
        let language = self.language;
        let open = self.open.as_mut()?;
        let outcome = open.subject.step(step.clone(), language);
        let name = open.name.clone();
        match &outcome {
            Outcome::Shown | Outcome::Stopped => {}
            // What is found for this plan is not asked again of another.
            Outcome::Asked { .. } | Outcome::OneFile { .. } | Outcome::GoesOn { .. } => {
                return self.answer(outcome);
            }
            Outcome::Kept { plan, .. } => {
                open.plan = plan_file::write(plan);
                self.forget(&name, &step);
                return self.answer(outcome);
            }
            Outcome::Plan { .. } | Outcome::NewPlan { .. } => {
                self.steps.retain(|(subject, _)| *subject != name);
                let answer = self.answer(outcome);
                self.open = None;
                return answer;
            }
        }
        // Only the last value of a field counts.
        let is_again = |(subject, before): &(String, Step)| match (before, &step) {
            (Step::Set { field: before, .. }, Step::Set { field, .. }) => *subject == name && before == field,
            _ => false,
        };
        self.steps.pop_if(|last| is_again(last));
        self.steps.push((name, step));
        self.answer(outcome)
    }

    /// Forgets what a plan that was kept holds now: a field that was set, or everything, as after an action fields may
    /// be others.
    fn forget(&mut self, name: &str, kept: &Step) {
        self.steps.retain(|(subject, before)| match (before, kept) {
            _ if subject != name => true,
            (Step::Set { field: before, .. }, Step::Set { field, .. }) => before != field,
            (_, Step::Set { .. }) => true,
            _ => false,
        });
    }

    fn answer(&mut self, outcome: Outcome) -> Option<Answer> {
        let open = self.open.as_mut()?;
        let is_begun = self.steps.iter().any(|(subject, _)| *subject == open.name);
        let look = Look { is_begun, ..open.look.clone() };
        let shown = match outcome {
            Outcome::Plan { .. } | Outcome::NewPlan { .. } => String::new(),
            Outcome::GoesOn { .. } if !open.shown.is_empty() => open.shown.clone(),
            _ => workshop::write(&elements(&open.subject.panel(self.language), &look, self.language)),
        };
        open.shown.clone_from(&shown);
        let is_stopped = outcome == Outcome::Stopped;
        let asks = |question: &str, plan: String, options: String| {
            Some(Asked { subject: open.name.clone(), question: question.to_owned(), plan, options })
        };
        let later = |turn: usize| asks(LATER, String::new(), turn.to_string());
        let put = |plan: &Plan, is_new: bool| Some((plan_file::write(plan), is_new));
        let (plan, word, asked) = match outcome {
            Outcome::Shown | Outcome::Stopped => (None, String::new(), None),
            Outcome::Asked { question, options, plan } => {
                let plan = plan.map_or_else(|| open.plan.clone(), |plan| plan_file::write(&plan));
                (None, String::new(), asks(question, plan, options))
            }
            Outcome::OneFile { plan, name } => (None, String::new(), asks(ONE_FILE, plan_file::write(&plan), name)),
            Outcome::GoesOn { turn } => (None, String::new(), later(turn)),
            Outcome::Plan { plan, word } => (put(&plan, false), word, None),
            Outcome::Kept { plan, word, goes_on } => (put(&plan, false), word, goes_on.and_then(later)),
            Outcome::NewPlan { plan } => (put(&plan, true), String::new(), None),
        };
        Some(Answer { shown, plan, word, asked, is_stopped })
    }
}

/// The value of a field of boxes after one of them was ticked or not.
fn ticked(panel: &Panel, name: &str, option: &str, is_on: bool) -> Option<String> {
    let options = panel.fields().into_iter().find_map(|field| match &field.kind {
        Kind::Several { options } if field.name == name => Some(options),
        _ => None,
    })?;
    let on = options.iter().filter(|(value, _, on)| if value == option { is_on } else { *on });
    Some(on.map(|(value, _, _)| value.as_str()).collect::<Vec<_>>().join(" "))
}
