//! What page and workers say to each other.
//!
//! ```text
//! plan 12                        keep the plan file that follows as revision 12
//! {…}
//!
//! part 12 whole forecast         for revision 12: the forecast, at once
//!
//! part 12 size risk page         how heavy each unit of the task is, with the options that follow
//! {…}
//! part 12 units 40 80 risk page  the units 40..80
//! {…}
//! part 12 sum risk page          the result, of the figures of all units that travel beside
//! {…}
//! ```

use std::rc::Rc;

/// What is to be done with a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// The forecast and its baseline.
    Forecast,
    /// What chance alone makes of each slot.
    Chance,
    /// Falls into units that are shared out.
    Study { question: Question, form: Form, options: Rc<str> },
}

/// What takes long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    Risk,
    Simulate,
    /// The plan plans itself.
    Schedule,
}

/// For whom a study is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A row of numbers.
    Page,
    /// JSON, as documented for scripts.
    Script,
}

/// A piece of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of a task that has no units.
    Whole,
    /// How heavy each unit is.
    Size,
    /// Units `from..to`.
    Units { from: u32, to: u32 },
    /// The result of all units.
    Sum,
}

/// What a job is for: of each purpose at most one waits, and a newer one takes the place of the older.
///
/// In the order of urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    Forecast,
    Chance,
    Risk,
    /// A script's question; each is one of its own.
    Script(u64),
    Simulation,
}

impl Purpose {
    /// Whether a result of an earlier plan is still worth something while the newer one is worked out: whoever drags a
    /// slider sees figures follow, not stand still until they let go.
    pub fn is_followed(self) -> bool {
        self == Self::Forecast
    }
}

impl Task {
    /// The part that a job begins with.
    pub fn first(&self) -> Part {
        match self {
            Self::Forecast | Self::Chance => Part::Whole,
            Self::Study { .. } => Part::Size,
        }
    }

    fn write(&self) -> String {
        match self {
            Self::Forecast => "forecast".to_owned(),
            Self::Chance => "chance".to_owned(),
            Self::Study { question, form, options } => {
                let question = match question {
                    Question::Risk => "risk",
                    Question::Simulate => "simulate",
                    Question::Schedule => "schedule",
                };
                let form = if *form == Form::Page { "page" } else { "script" };
                format!("{question} {form}\n{options}")
            }
        }
    }

    fn read<'a>(words: &mut impl Iterator<Item = &'a str>, options: &str) -> Option<Self> {
        let question = match words.next()? {
            "forecast" => return Some(Self::Forecast),
            "chance" => return Some(Self::Chance),
            "risk" => Question::Risk,
            "simulate" => Question::Simulate,
            "schedule" => Question::Schedule,
            _ => return None,
        };
        let form = match words.next()? {
            "page" => Form::Page,
            "script" => Form::Script,
            _ => return None,
        };
        Some(Self::Study { question, form, options: Rc::from(options) })
    }
}

/// From the page to a worker.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Keeps a plan file for the parts to come, in place of the one before.
    Plan { revision: u64, text: String },
    /// Works out a part of a task for the plan of that revision.
    Part { revision: u64, task: Task, part: Part },
}

impl Request {
    /// As it travels.
    pub fn write(&self) -> String {
        let (revision, task, part) = match self {
            Self::Plan { revision, text } => return format!("plan {revision}\n{text}"),
            Self::Part { revision, task, part } => (revision, task.write(), part),
        };
        match part {
            Part::Whole => format!("part {revision} whole {task}"),
            Part::Size => format!("part {revision} size {task}"),
            Part::Units { from, to } => format!("part {revision} units {from} {to} {task}"),
            Part::Sum => format!("part {revision} sum {task}"),
        }
    }

    /// What [`write`](Self::write) wrote; `None` = it did not.
    pub fn read(text: &str) -> Option<Self> {
        let (head, rest) = text.split_once('\n').unwrap_or((text, ""));
        let mut words = head.split(' ');
        match words.next()? {
            "plan" => Some(Self::Plan { revision: words.next()?.parse().ok()?, text: rest.to_owned() }),
            "part" => {
                let revision = words.next()?.parse().ok()?;
                let part = match words.next()? {
                    "whole" => Part::Whole,
                    "size" => Part::Size,
                    "units" => Part::Units { from: words.next()?.parse().ok()?, to: words.next()?.parse().ok()? },
                    "sum" => Part::Sum,
                    _ => return None,
                };
                Some(Self::Part { revision, task: Task::read(&mut words, rest)?, part })
            }
            _ => None,
        }
    }
}

/// What a part gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Figures(Vec<f64>),
    Text(String),
    /// The plan that was asked about is not there, has faults, or is too large.
    Refused,
}
