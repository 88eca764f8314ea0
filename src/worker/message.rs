//! What page and workers say to each other.
//!
//! ```text
//! plan 12             keep the plan file that follows as revision 12
//! {…}
//!
//! part 3 12 0 forecast   of job 3, for revision 12: part 0 of the task
//!
//! part 4 12 0 answer risk   what window.stagger.risk answers, with the options that follow
//! {…}
//! ```

use std::rc::Rc;

/// What is to be done with a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// The forecast and its baseline, in one part.
    Forecast,
    /// What the page shows of the risk.
    Risk,
    /// What chance alone makes of each slot.
    Chance,
    /// What the page shows of the simulation.
    Simulation,
    /// A question of the programme interface, in one part.
    Answer { question: Question, options: Rc<str> },
}

/// A question of the programme interface that takes long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    Risk,
    Simulate,
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

impl Question {
    const ALL: [(&'static str, Self); 2] = [("risk", Self::Risk), ("simulate", Self::Simulate)];

    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, question)| *question == self).map_or("", |(name, _)| name)
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, question)| *question)
    }
}

/// From the page to a worker.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Keeps a plan file for the parts to come, in place of the one before.
    Plan { revision: u64, text: String },
    /// Works out a part of a task for the plan of that revision.
    Part { job: u64, revision: u64, task: Task, part: u32 },
}

impl Request {
    /// As it travels.
    pub fn write(&self) -> String {
        match self {
            Self::Plan { revision, text } => format!("plan {revision}\n{text}"),
            Self::Part { job, revision, part, task: Task::Answer { question, options } } => {
                format!("part {job} {revision} {part} answer {}\n{options}", question.name())
            }
            Self::Part { job, revision, part, task } => {
                let name = match task {
                    Task::Risk => "risk",
                    Task::Chance => "chance",
                    Task::Simulation => "simulation",
                    Task::Forecast | Task::Answer { .. } => "forecast",
                };
                format!("part {job} {revision} {part} {name}")
            }
        }
    }

    /// What [`write`](Self::write) wrote; `None` = it did not.
    pub fn read(text: &str) -> Option<Self> {
        let (head, rest) = text.split_once('\n').unwrap_or((text, ""));
        let mut words = head.split(' ');
        match words.next()? {
            "plan" => Some(Self::Plan { revision: number(&mut words)?, text: rest.to_owned() }),
            "part" => {
                let (job, revision) = (number(&mut words)?, number(&mut words)?);
                let part = u32::try_from(number(&mut words)?).ok()?;
                let task = match words.next()? {
                    "forecast" => Task::Forecast,
                    "risk" => Task::Risk,
                    "chance" => Task::Chance,
                    "simulation" => Task::Simulation,
                    "answer" => Task::Answer { question: Question::named(words.next()?)?, options: Rc::from(rest) },
                    _ => return None,
                };
                Some(Self::Part { job, revision, task, part })
            }
            _ => None,
        }
    }
}

fn number<'a>(words: &mut impl Iterator<Item = &'a str>) -> Option<u64> {
    words.next()?.parse().ok()
}

/// From a worker to the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The worker can take requests.
    Ready,
    Part {
        job: u64,
        part: u32,
        outcome: Outcome,
    },
    /// The plan that was asked about is not there, or has faults.
    Refused {
        job: u64,
        part: u32,
    },
}

/// What a part gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Figures(Vec<f64>),
    Text(String),
}
