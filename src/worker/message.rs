//! What page and workers say to each other.
//!
//! ```text
//! plan 12             keep the plan file that follows as revision 12
//! {…}
//!
//! part 3 12 0 forecast   of job 3, for revision 12: part 0 of the task
//! ```

/// What is to be done with a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// The forecast and its baseline, in one part.
    Forecast,
}

/// What a task is for: of each there is at most one at a time, and a newer one takes the place of the older.
///
/// In the order of urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    Forecast,
}

impl Purpose {
    /// Whether a result of an earlier plan is still worth something while the newer one is worked out: whoever drags a
    /// slider sees figures follow, not stand still until they let go.
    pub fn is_followed(self) -> bool {
        self == Self::Forecast
    }
}

impl Task {
    pub fn purpose(self) -> Purpose {
        match self {
            Self::Forecast => Purpose::Forecast,
        }
    }

    /// Into how many parts it falls, at least one.
    pub fn parts(self) -> u32 {
        match self {
            Self::Forecast => 1,
        }
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
            Self::Part { job, revision, task, part } => format!("part {job} {revision} {part} {}", task.write()),
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
                Some(Self::Part { job, revision, part, task: Task::read(&mut words)? })
            }
            _ => None,
        }
    }
}

impl Task {
    fn write(self) -> String {
        match self {
            Self::Forecast => "forecast".to_owned(),
        }
    }

    fn read<'a>(words: &mut impl Iterator<Item = &'a str>) -> Option<Self> {
        match words.next()? {
            "forecast" => Some(Self::Forecast),
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
    /// The figures of a part.
    Part { job: u64, part: u32, figures: Vec<f64> },
    /// The plan that was asked about is not there, or has faults.
    Refused { job: u64, part: u32 },
}
