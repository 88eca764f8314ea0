//! The subject `autoplan`: a goal and rules, the timetable that was found for them with its proof, and the reasons.
//!
//! ```text
//! fields ──asked: a first answer at once──▶ told ──asked: the full search──▶ told
//!             what is wrong, which change would do, how it was found ◀─────────┘
//! ```

mod answer;
mod asked;
mod figures;
mod inverse;
mod reasons;
mod relief;
mod scaled;
mod trade_off;

use std::cell::OnceCell;

use super::panel::{action, said};
use super::typed::Typed;
use super::{Action, Block, Line, Outcome, Panel, Progress, Step, Subject, Tone};
use crate::plan::Plan;
use crate::text::Language;
use crate::text::workshop::autoplan::{AutoplanWords, words};
use crate::wire::schedule::{Told, read};
use answer::{Before, Timetable, as_it_is, hindered};
use asked::Asking;
use figures::Proved;
use reasons::Reasons;
use trade_off::Curves;

/// Names of actions.
const COMPUTE: &str = "compute";
const COMPUTE_ON: &str = "compute-on";
const STOP: &str = "stop";
const PUT: &str = "put";
const PUT_NEW: &str = "put-new";
const BACK: &str = "back";

/// What is asked, and what was found for it.
pub struct Autoplan {
    plan: Plan,
    before: OnceCell<Before>,
    typed: Typed,
    /// The plan with another capacity or target, which is searched in place of the one in hand, and that change.
    tried: Option<(Plan, [String; 2])>,
    search: Search,
    reasons: Reasons,
}

/// How far the search is.
#[derive(Default)]
struct Search {
    /// The options that are being asked.
    asked: Option<String>,
    answer: Option<Box<Told>>,
    /// The answer is the first one, of a short search.
    is_first: bool,
    ended: Option<Ended>,
}

/// Why there is no answer, or only the first.
#[derive(Clone, Copy, PartialEq)]
enum Ended {
    Stopped,
    Interrupted,
}

impl Autoplan {
    pub fn new(plan: Plan) -> Self {
        Self {
            plan,
            before: OnceCell::new(),
            typed: Typed::new(&[]),
            tried: None,
            search: Search::default(),
            reasons: Reasons::default(),
        }
    }

    fn asking(&self) -> Asking<'_> {
        Asking { plan: &self.plan, typed: &self.typed }
    }

    fn before(&self) -> Before {
        *self.before.get_or_init(|| Before::of(&self.plan))
    }

    /// The plan that is searched.
    fn base(&self) -> &Plan {
        self.tried.as_ref().map_or(&self.plan, |(plan, _)| plan)
    }

    fn curves<'a>(&'a self, told: &'a Told, words: &'a AutoplanWords, language: Language) -> Curves<'a> {
        let taken = self.typed.text(trade_off::POINT);
        Curves { plan: self.base(), told: &told.trade_off, taken, words, language }
    }

    /// The plan that was found, or that of the point that is looked at.
    fn found(&self, language: Language) -> Option<Plan> {
        let told = self.search.answer.as_ref()?;
        match told.goal.as_str() {
            "trade-off" => self.curves(told, words(language), language).plan(),
            _ => told.plan.clone(),
        }
    }

    /// The plan that reasons are asked of: the timetable that was found, else the plan in hand.
    fn explained(&self, language: Language) -> Plan {
        self.found(language).filter(|_| !self.is_capacity()).unwrap_or_else(|| self.plan.clone())
    }

    fn is_found(&self, language: Language) -> bool {
        self.search.answer.is_some() && self.found(language).is_some()
    }

    fn asked_plan(&self) -> Option<Box<Plan>> {
        self.tried.as_ref().map(|(plan, _)| Box::new(plan.clone()))
    }

    /// Begins to search: where cohorts are dealt to windows, for a first answer.
    fn ask(&mut self, is_quick: bool, language: Language) -> Outcome {
        self.reasons = Reasons::default();
        let Some(options) = self.asking().options(&words(language).ask, is_quick) else { return self.stop(None) };
        self.search.asked = Some(options.clone());
        self.search.ended = None;
        Outcome::Asked { question: "schedule", options, plan: self.asked_plan() }
    }

    /// Wants nothing more of what is being asked.
    fn stop(&mut self, ended: Option<Ended>) -> Outcome {
        self.search.ended = ended;
        let is_asked = self.search.asked.take().is_some() | self.reasons.asked.take().is_some();
        if is_asked { Outcome::Stopped } else { Outcome::Shown }
    }

    /// Forgets what was found for other fields.
    fn forget(&mut self) -> Outcome {
        let outcome = self.stop(None);
        self.search = Search::default();
        self.reasons = Reasons::default();
        outcome
    }

    fn ask_reason(&mut self, goal: &str, language: Language) -> Outcome {
        let plan = self.explained(language);
        let cohort = (goal == reasons::WHY).then(|| self.cohort());
        let Some(options) = self.asking().options_of(goal, cohort, &words(language).ask) else {
            return Outcome::Shown;
        };
        self.reasons.is_interrupted = false;
        self.reasons.asked = Some(options.clone());
        Outcome::Asked { question: "schedule", options, plan: Some(Box::new(plan)) }
    }

    fn cohort(&self) -> usize {
        self.typed.text(reasons::COHORT).parse().ok().filter(|at| *at < self.plan.cohorts.len()).unwrap_or(0)
    }

    /// Searches with one change to rules or numbers.
    fn try_change(&mut self, at: usize, language: Language) -> Outcome {
        let relief = self.search.answer.as_ref().and_then(|told| told.reliefs.get(at)).cloned();
        let Some(relief) = relief else { return Outcome::Shown };
        let said = Language::ALL
            .map(|language| relief::change(&relief, &self.plan, &self.before(), words(language), language));
        let base = self.base().clone();
        if let Some(plan) = relief::take(&relief, &mut self.typed, &base) {
            self.tried = Some((plan, said));
        }
        self.forget();
        self.ask(self.asking().deals(), language)
    }

    /// The timetable of the answer, in place of the plan or beside it.
    fn put(&self, found: Option<Plan>, is_new: bool, language: Language) -> Outcome {
        let Some(mut plan) = found else { return Outcome::Shown };
        plan.approved.clone_from(&self.plan.approved);
        let plan = Box::new(plan);
        if is_new {
            return Outcome::NewPlan { plan };
        }
        Outcome::Plan { plan, word: words(language).step.to_owned() }
    }

    fn told_blocks(&self, told: &Told, words: &AutoplanWords, language: Language) -> Vec<Block> {
        if let Some(hindrance) = &told.hindrance {
            let mut blocks = vec![hindered(hindrance, &words.answer)];
            if hindrance == "no-timetable" {
                blocks.extend(relief::blocks(&told.reliefs, self.base(), &self.before(), words, language));
            }
            return blocks;
        }
        match told.goal.as_str() {
            "least-capacity" | "highest-show-up" => inverse::blocks(self.base(), &self.before(), told, words, language),
            "trade-off" => self.curves(told, words, language).blocks(),
            _ => {
                let (plan, before) = (&self.plan, self.before());
                let mut blocks = Timetable { plan, before, told, words }.blocks();
                if !told.reliefs.is_empty() {
                    blocks.extend(relief::blocks(&told.reliefs, self.base(), &self.before(), words, language));
                }
                blocks
            }
        }
    }

    /// What stands beside the fields.
    fn answered(&self, words: &AutoplanWords, language: Language) -> Vec<Block> {
        let search = &self.search;
        let mut blocks = Vec::new();
        if let Some((_, said_of)) = &self.tried {
            let change = &said_of[if language == Language::ALL[0] { 0 } else { 1 }];
            let action = Some(action(BACK, words.relief.back));
            blocks.push(Block::Said(Line { tone: Tone::Plain, text: (words.relief.tried)(change), action }));
        }
        if search.asked.is_some() {
            let label = if search.answer.is_some() { words.first_under_way } else { words.under_way };
            blocks.push(Block::Progress(Progress {
                label: label.to_owned(),
                left: words.left.map(str::to_owned),
                stop: action(STOP, words.stop),
            }));
        }
        match (search.ended, &search.answer) {
            (Some(_), Some(_)) => blocks.push(said(Tone::Caution, words.stopped)),
            (Some(Ended::Interrupted), None) => blocks.push(said(Tone::Bad, words.interrupted)),
            _ => {}
        }
        match &search.answer {
            Some(told) => {
                if search.is_first && search.asked.is_some() {
                    blocks.push(said(Tone::Caution, words.is_first));
                }
                blocks.extend(self.told_blocks(told, words, language));
            }
            None if search.asked.is_none() => blocks.extend(as_it_is(&self.before(), words)),
            None => {}
        }
        if search.asked.is_none() && !self.asking().is_wrong(&words.ask) && !self.is_hindered() {
            let plan = self.explained(language);
            blocks.extend(self.reasons_of(&plan, words, language).blocks());
        }
        blocks
    }

    /// Nothing was found, so that there is nothing to explain before something is changed.
    fn is_hindered(&self) -> bool {
        self.search.answer.as_ref().is_some_and(|told| told.hindrance.is_some())
    }

    fn reasons_of<'a>(&'a self, plan: &'a Plan, words: &'a AutoplanWords, language: Language) -> reasons::Shown<'a> {
        let is_found = self.is_found(language) && !self.is_capacity();
        reasons::Shown { plan, reasons: &self.reasons, cohort: self.cohort(), is_found, words, language }
    }

    fn actions(&self, words: &AutoplanWords, language: Language) -> Vec<Action> {
        let search = &self.search;
        let mut actions = Vec::new();
        if search.asked.is_none() && search.answer.is_none() && !self.asking().is_wrong(&words.ask) {
            actions.push(action(COMPUTE, words.compute));
        }
        if self.is_found(language) {
            let put = if self.is_capacity() { words.inverse.open_capacity } else { words.put_new };
            actions.extend((!self.is_capacity()).then(|| action(PUT, words.put)));
            actions.push(action(PUT_NEW, put));
        }
        if search.ended.is_some() && search.answer.is_some() {
            actions.push(action(COMPUTE_ON, words.compute_on));
        }
        actions
    }

    /// The answer is another capacity rather than another timetable.
    fn is_capacity(&self) -> bool {
        self.search.answer.as_ref().is_some_and(|told| told.goal == "least-capacity" || told.goal == "highest-show-up")
    }
}

/// Whether a longer search cannot find anything better.
fn is_best(told: &Told) -> bool {
    let is_proved = |told: &Told| {
        let (peak, bound) = told.peak_load.zip(told.bound)?;
        Some(told.holds() && told.goal == "lowest-peak" && Proved::new(peak, bound.peak_load).is_optimal)
    };
    let is_hopeless = told.hindrance.as_ref().is_some_and(|hindrance| hindrance != "no-timetable");
    is_hopeless || (told.chance.is_none() && is_proved(told).unwrap_or(false))
}

impl Subject for Autoplan {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let mut asked = self.asking().blocks(words, language);
        if self.asking().is_wrong(&words.ask) {
            asked.push(said(Tone::Bad, words.mend_first));
        }
        let answered = self.answered(words, language);
        let is_begun = self.search.asked.is_some() || self.search.answer.is_some();
        let title = if is_begun { words.found } else { words.as_it_is }.to_owned();
        let blocks = vec![said(Tone::Plain, words.begin), Block::Beside { asked, title, answered }];
        Panel { title: words.title.to_owned(), blocks, actions: self.actions(words, language) }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        let action = match step {
            Step::Set { field, value } => {
                let is_of_answer = field == trade_off::POINT || field == reasons::COHORT;
                self.typed.set(&field, value);
                if !is_of_answer {
                    return self.forget();
                }
                // Reasons are of one plan and of one cohort.
                let is_asked = self.reasons.asked.is_some();
                if field == trade_off::POINT {
                    self.reasons = Reasons::default();
                } else {
                    self.reasons.why = None;
                    self.reasons.asked = None;
                }
                return if is_asked { Outcome::Stopped } else { Outcome::Shown };
            }
            Step::Take { action } => action,
            Step::Bring { .. } => return Outcome::Shown,
        };
        match action.as_str() {
            COMPUTE => self.ask(self.asking().deals(), language),
            COMPUTE_ON => self.ask(false, language),
            STOP => self.stop(Some(Ended::Stopped)),
            BACK => {
                self.tried = None;
                self.forget()
            }
            PUT | PUT_NEW => self.put(self.found(language), action == PUT_NEW, language),
            reasons::WHY | reasons::MOVES => self.ask_reason(&action, language),
            reasons::USE_MOVES | reasons::USE_MOVES_NEW => {
                let plan = self.reasons.moves.as_ref().and_then(|told| told.plan.clone());
                self.put(plan, action == reasons::USE_MOVES_NEW, language)
            }
            name => match name.strip_prefix(relief::TRY).and_then(|at| at.parse().ok()) {
                Some(at) => self.try_change(at, language),
                None => Outcome::Shown,
            },
        }
    }

    fn told(&mut self, options: &str, answer: &str) -> Outcome {
        let told = read(answer);
        if self.reasons.asked.as_deref() == Some(options) {
            self.reasons.asked = None;
            match told {
                Some(told) if told.goal == reasons::WHY => self.reasons.why = Some(told),
                Some(told) => self.reasons.moves = Some(told),
                None => self.reasons.is_interrupted = true,
            }
            return Outcome::Shown;
        }
        if self.search.asked.as_deref() != Some(options) {
            return Outcome::Shown;
        }
        let was_quick = options.contains("\"quick\":true");
        let Some(told) = told else {
            self.search.asked = None;
            self.search.ended = Some(Ended::Interrupted);
            return Outcome::Shown;
        };
        let is_first = was_quick && !is_best(&told);
        self.search = Search { asked: None, answer: Some(Box::new(told)), is_first, ended: None };
        if !is_first {
            return Outcome::Shown;
        }
        // The fields are those that were asked, as another one would have ended the search.
        let full = options.replace(",\"quick\":true", "");
        self.search.asked = Some(full.clone());
        Outcome::Asked { question: "schedule", options: full, plan: self.asked_plan() }
    }
}
