//! The subject `windows`: windows by rule, many changed at one go, and the holidays that they are held against.

mod changing;
mod holidays;
mod laying;
mod shown;

use super::panel::{action, choice, fact, said};
use super::templates::reading;
use super::typed::{First, Typed};
use super::{Action, Block, Outcome, Panel, Step, Subject, Tone};
use crate::library::holidays::of_plan;
use crate::plan::zones::NoTimeZones;
use crate::plan::{Holidays, Plan, check};
use crate::text::Language;
use crate::text::workshop::windows::{WindowsWords, words};

/// The plan in hand and what was typed so far.
pub struct Windows {
    plan: Plan,
    typed: Typed,
}

/// What a task shows, and the plan that it would give.
struct Answer {
    blocks: Vec<Block>,
    actions: Vec<Action>,
}

/// What there is to do, in the order of the words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Task {
    Lay,
    Change,
    Holidays,
}

const TASKS: [(Task, &str); 3] = [(Task::Lay, "lay"), (Task::Change, "change"), (Task::Holidays, "holidays")];

const FIRST: First = &[
    ("task", "lay"),
    ("weekdays", "0 1 2 3 4 5 6"),
    ("from", "09:00"),
    ("to", "20:00"),
    ("length", "60"),
    ("gap", "0"),
    ("order", "evened"),
    ("offset", "0"),
    ("catch-up", "0"),
    ("present", "replace"),
    ("which", "all"),
    ("shift", "0"),
    ("closing", "left"),
];

/// Actions.
const TAKE: &str = "take";
const LONGER: &str = "longer";
const BUILT_IN: &str = "built-in";

impl Windows {
    pub fn new(plan: Plan) -> Self {
        let mut typed = Typed::new(FIRST);
        typed.set("days", plan.days.to_string());
        Self { plan, typed }
    }

    fn task(&self) -> Task {
        let taken = self.typed.text("task");
        TASKS.iter().find(|(_, name)| *name == taken).map_or(Task::Lay, |(task, _)| *task)
    }

    fn holidays(&self, language: Language) -> Option<Holidays> {
        of_plan(&self.plan, reading(language))
    }

    /// The plan that the task would give; `None` while something is in the way or nothing is different.
    fn result(&self, language: Language) -> Option<Plan> {
        let plan = match self.task() {
            Task::Lay => laying::plan(self, language)?,
            Task::Change => changing::plan(self)?,
            Task::Holidays => holidays::plan(self, language)?,
        };
        (faults_after(&self.plan, &plan) == 0).then_some(plan)
    }
}

impl Subject for Windows {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let mut blocks = vec![Block::Fields(vec![choice(
            "task",
            words.task,
            None,
            TASKS.iter().zip(words.tasks).map(|((_, name), label)| ((*name).to_owned(), label.to_owned())).collect(),
            self.typed.text("task"),
        )])];
        let answer = match self.task() {
            Task::Lay => laying::answer(self, words, language),
            Task::Change => changing::answer(self, words, language),
            Task::Holidays => holidays::answer(self, words, language),
        };
        blocks.extend(answer.blocks);
        Panel { title: words.title.to_owned(), blocks, actions: answer.actions }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        match step {
            Step::Set { field, value } => self.typed.set(&field, value),
            Step::Take { action } if action == LONGER => {
                let days = laying::days_that_do(self, language);
                days.into_iter().for_each(|days| self.typed.set("days", days.to_string()));
            }
            Step::Take { action } if action == BUILT_IN => {
                let plan = Plan { holidays: None, ..self.plan.clone() };
                return taken(plan, Task::Holidays, language);
            }
            Step::Take { action } if action == TAKE => {
                if let Some(plan) = self.result(language) {
                    return taken(plan, self.task(), language);
                }
            }
            Step::Take { .. } | Step::Bring { .. } => {}
        }
        Outcome::Shown
    }
}

fn taken(plan: Plan, task: Task, language: Language) -> Outcome {
    let at = TASKS.iter().position(|(known, _)| *known == task).unwrap_or_default();
    Outcome::Plan { plan: Box::new(plan), word: words(language).steps[at].to_owned() }
}

/// Findings that would keep `after` from being computed and that `before` does not have.
fn faults_after(before: &Plan, after: &Plan) -> usize {
    let known = check(before, &NoTimeZones);
    check(after, &NoTimeZones).iter().filter(|issue| issue.is_error() && !known.contains(issue)).count()
}

/// Says that a plan could not be computed any more, if so.
fn in_the_way(before: &Plan, after: &Plan, words: &WindowsWords) -> Option<Block> {
    let most = crate::plan::limits::WINDOWS_MAX;
    if after.windows.len() > most {
        return Some(said(Tone::Bad, (words.too_many)(after.windows.len(), most)));
    }
    let faults = faults_after(before, after);
    (faults > 0).then(|| said(Tone::Bad, (words.faults_after)(faults)))
}
