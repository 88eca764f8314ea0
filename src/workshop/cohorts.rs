//! The subject `cohorts`: cohorts by rule, one split, several merged.

mod ages;
mod by_hand;
mod by_rule;
mod shown;

use super::panel::{action, said};
use super::typed::{First, Typed};
use super::{Block, Outcome, Panel, Step, Subject, Tone};
use crate::plan::digits::{BandWeights, BirthDigits};
use crate::plan::zones::NoTimeZones;
use crate::plan::{Cohort, Plan, check};
use crate::staging::balance::deal;
use crate::staging::cohorts::{Axis, Part, adopt, with_catch_up};
use crate::text::Language;
use crate::text::workshop::cohorts::words;

/// The plan in hand and what was typed so far.
pub struct Cohorts {
    plan: Plan,
    typed: Typed,
}

/// What a task shows, and what it would make.
struct Answer {
    blocks: Vec<Block>,
    /// `None` while something is in the way.
    made: Option<Made>,
}

/// The plan with other cohorts.
struct Made {
    plan: Plan,
    /// Cohorts in no ordinary window, in order.
    not_invited: Vec<usize>,
    /// Cohorts that were spread over the windows that are there.
    dealt: usize,
    /// Cohorts that the task is about.
    shown: Vec<usize>,
}

/// What is done with the windows besides.
#[derive(Clone, Copy, Default)]
struct Wanted {
    /// Cohorts without a window are spread over those that are there.
    deals: bool,
    /// A catch-up window is added.
    catch_up: bool,
}

/// Tasks, in the order of the words.
const TASKS: [&str; 3] = ["rule", "split", "merge"];

const FIRST: First = &[("task", "rule"), ("regions", "each"), ("ages", "bands"), ("digits", "none"), ("even", "no")];

/// Actions.
const TAKE: &str = "take";
const TICK_ALSO: &str = "tick-also";

impl Cohorts {
    pub fn new(plan: Plan) -> Self {
        Self { plan, typed: Typed::new(FIRST) }
    }

    /// The place of the task among all.
    fn task(&self) -> usize {
        self.typed.place_of("task", &TASKS)
    }

    fn answer(&self, language: Language) -> Answer {
        match self.task() {
            0 => by_rule::answer(self, language),
            1 => by_hand::answer_split(self, language),
            _ => by_hand::answer_merge(self, language),
        }
    }

    fn can_be_taken(&self, made: &Made) -> bool {
        made.plan != self.plan && faults_after(&self.plan, &made.plan) == 0
    }
}

impl Subject for Cohorts {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let mut blocks = vec![Block::Fields(vec![self.typed.choice_field("task", words.task, &TASKS, &words.tasks)])];
        let answer = self.answer(language);
        blocks.extend(answer.blocks);
        let mut actions = Vec::new();
        if let Some(made) = answer.made {
            let faults = faults_after(&self.plan, &made.plan);
            if faults > 0 {
                blocks.push(said(Tone::Bad, (words.faults_after)(faults)));
            }
            blocks.extend(shown::cohorts(&self.plan, &made, language));
            if self.can_be_taken(&made) {
                actions.push(action(TAKE, words.take[self.task()]));
            }
        }
        Panel { title: words.title.to_owned(), blocks, actions }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        match step {
            Step::Set { field, value } => self.typed.set(&field, value),
            Step::Take { action } if action == TICK_ALSO => {
                let ticks = by_hand::with_missing(self);
                self.typed.set("which", ticks);
            }
            Step::Take { action } if action == TAKE => {
                if let Some(made) = self.answer(language).made.filter(|made| self.can_be_taken(made)) {
                    let word = words(language).steps[self.task()].to_owned();
                    return Outcome::Plan { plan: Box::new(made.plan), word };
                }
            }
            Step::Take { .. } | Step::Bring { .. } => {}
        }
        Outcome::Shown
    }
}

/// The plan that takes over `cohorts`, with what is wanted of windows as far as it can be.
fn made(plan: &Plan, cohorts: Vec<Cohort>, shown: Vec<usize>, wanted: Wanted) -> Made {
    let adopted = adopt(plan, cohorts);
    let mut made = Made { plan: adopted.plan, not_invited: adopted.not_invited, dealt: 0, shown };
    if wanted.deals && made.plan.windows.iter().any(|window| !window.catch_up) {
        made.plan = deal(&made.plan, &made.not_invited);
        made.dealt = std::mem::take(&mut made.not_invited).len();
    }
    if wanted.catch_up {
        made.plan = with_catch_up(&made.plan).unwrap_or(made.plan);
    }
    made
}

/// Whether anybody of its ages can have been born by the digits of a part.
fn can_be_anybody(plan: &Plan, part: &Part) -> bool {
    let digits = BirthDigits::of(part.birth_year_digits.as_deref(), part.birth_day_digits.as_deref());
    let bands = part.chosen(Axis::Ages, &plan.members).into_iter().filter_map(|age| plan.members.ages.get(age));
    bands.into_iter().any(|band| BandWeights::new(band, plan.first_day.year()).weight(digits) > 0)
}

/// Findings that would keep `after` from being computed and that `before` does not have.
fn faults_after(before: &Plan, after: &Plan) -> usize {
    let known = check(before, &NoTimeZones);
    check(after, &NoTimeZones).iter().filter(|issue| issue.is_error() && !known.contains(issue)).count()
}
