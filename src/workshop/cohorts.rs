//! The subject `cohorts`: cohorts by rule, evened out by expected starters, and split and merged by hand.

mod ages;
mod by_hand;
mod by_rule;
mod shown;

use super::panel::{choice, said};
use super::typed::{First, Typed};
use super::{Action, Block, Outcome, Panel, Step, Subject, Tone};
use crate::plan::Plan;
use crate::text::Language;
use crate::text::workshop::cohorts::words;

/// The plan in hand and what was typed so far.
pub struct Cohorts {
    plan: Plan,
    typed: Typed,
}

/// What a task shows, and the plan that would come of it: none while something is in the way or nothing is different.
struct Answer {
    blocks: Vec<Block>,
    actions: Vec<Action>,
    plan: Option<Plan>,
}

/// What there is to do, in the order of the words.
const TASKS: [(fn(&Cohorts, Language) -> Answer, &str); 3] =
    [(by_rule::answer, "rule"), (by_hand::split, "split"), (by_hand::merge, "merge")];

const FIRST: First = &[
    ("task", "rule"),
    ("regions", "each"),
    ("ages", "bands"),
    ("digits", "none"),
    ("first", "nobody"),
    ("even", "no"),
    ("windows", "deal"),
    ("cohort", "0"),
    ("axis", "regions"),
];

const TAKE: &str = "take";

impl Cohorts {
    pub fn new(plan: Plan) -> Self {
        Self { plan, typed: Typed::new(FIRST) }
    }

    fn task(&self) -> usize {
        self.typed.place_of("task", &TASKS.map(|(_, name)| name))
    }

    fn answer(&self, language: Language) -> Answer {
        if self.plan.members.total() == 0 {
            let nobody = said(Tone::Caution, words(language).nobody);
            return Answer { blocks: vec![nobody], actions: Vec::new(), plan: None };
        }
        TASKS[self.task()].0(self, language)
    }
}

impl Subject for Cohorts {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let tasks = TASKS.iter().zip(words.tasks).map(|((_, name), label)| ((*name).to_owned(), label.to_owned()));
        let mut blocks =
            vec![Block::Fields(vec![choice("task", words.task, None, tasks.collect(), self.typed.text("task"))])];
        let answer = self.answer(language);
        blocks.extend(answer.blocks);
        Panel { title: words.title.to_owned(), blocks, actions: answer.actions }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        match step {
            Step::Set { field, value } => self.typed.set(&field, value),
            Step::Take { action } if action == TAKE => {
                if let Some(plan) = self.answer(language).plan {
                    let word = words(language).steps[self.task()].to_owned();
                    return Outcome::Plan { plan: Box::new(plan), word };
                }
            }
            Step::Take { .. } | Step::Bring { .. } => {}
        }
        Outcome::Shown
    }
}
