//! The plan as a whole: its head, the order of its parts, and the target.

use std::sync::Arc;

use super::error::PlanFileError;
use super::{Expected, FORMAT, VERSION};
use crate::plan::{Plan, Status, Target};
use crate::units::{Seconds, Share};
use crate::wire::node::{Fields, Node, Read};
use crate::wire::tree::{Tree, Write};

const DEFAULT_TIME_ZONE: &str = "Asia/Seoul";
const DEFAULT_SEED: u64 = 1;
const DEFAULT_TARGET: Target = Target { wait: Seconds::new(60.0), percentile: Share::new(0.95), load: 0.8 };

impl Read for Plan {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        if !node.is_object() {
            return Err(PlanFileError::NotAPlan);
        }
        node.object(|fields| {
            read_format(fields)?;
            let title = fields.or("title", String::new())?;
            let author = fields.or("author", String::new())?;
            let first_day = fields.required("first_day")?;
            Ok(Self {
                title,
                author,
                dated: fields.or("dated", first_day)?,
                status: fields.or("status", Status::Draft)?,
                time_zone: fields.or("time_zone", DEFAULT_TIME_ZONE.to_owned())?,
                first_day,
                days: fields.required("days")?,
                baseline_opens: fields.or("baseline_opens", None)?,
                holidays: fields.or("holidays", None)?,
                members: fields.required("members")?,
                cohorts: fields.required("cohorts")?,
                windows: fields.required("windows")?,
                arrivals: fields.required("arrivals")?,
                waiting_room: fields.or("waiting_room", None)?,
                journey: fields.required("journey")?,
                target: fields.or("target", DEFAULT_TARGET)?,
                ranges: fields.or("ranges", Vec::new())?,
                seed: fields.or("seed", DEFAULT_SEED)?,
                sources: fields.or("sources", Default::default())?,
                entered_as: fields.or("entered_as", Default::default())?,
                // One of its own would be another plan's.
                approved: fields
                    .or("approved", None::<Self>)?
                    .map(|approved| Arc::new(Self { approved: None, ..approved })),
                unknown: Default::default(),
            })
        })
    }
}

/// Format and version come first: of a file that is no plan, or newer, nothing else is judged.
fn read_format(fields: &mut Fields<'_>) -> Result<(), PlanFileError> {
    let format = fields.take("format").and_then(|node| node.text().ok());
    if format.as_deref() != Some(FORMAT) {
        return Err(PlanFileError::NotAPlan);
    }
    match fields.required::<Version>("version")? {
        Version(version) if version > VERSION => Err(PlanFileError::Newer { version }),
        Version(_) => Ok(()),
    }
}

/// A major number, from 1 on.
struct Version(u64);

impl Read for Version {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        match node.whole(u64::MAX)? {
            0 => Err(node.unexpected(Expected::WholeNumber)),
            version => Ok(Self(version)),
        }
    }
}

impl Write for Plan {
    fn tree(&self) -> Tree {
        let head = [
            ("format", Tree::Text(FORMAT.to_owned())),
            ("version", Tree::Whole(VERSION)),
            ("title", self.title.tree()),
            ("author", self.author.tree()),
            ("dated", self.dated.tree()),
            ("status", self.status.tree()),
            ("time_zone", self.time_zone.tree()),
            ("first_day", self.first_day.tree()),
            ("days", self.days.tree()),
            ("baseline_opens", self.baseline_opens.tree()),
        ];
        // Most plans have none of their own; a link is shorter without the word.
        let holidays = self.holidays.as_ref().map(|holidays| ("holidays", holidays.tree()));
        let rest = [
            ("members", self.members.tree()),
            ("cohorts", self.cohorts.tree()),
            ("windows", self.windows.tree()),
            ("arrivals", self.arrivals.tree()),
            ("waiting_room", self.waiting_room.tree()),
            ("journey", self.journey.tree()),
            ("target", self.target.tree()),
            ("ranges", self.ranges.tree()),
            ("seed", self.seed.tree()),
            ("sources", self.sources.tree()),
            ("entered_as", self.entered_as.tree()),
        ];
        let fields = head.into_iter().chain(holidays).chain(rest);
        Tree::Object(fields.map(|(name, tree)| (name.to_owned(), tree)).collect())
    }
}

impl Read for Status {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.word(&["draft", "approved"], &[Self::Draft, Self::Approved])
    }
}

impl Write for Status {
    fn tree(&self) -> Tree {
        Tree::word(match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
        })
    }
}

impl Read for Target {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self {
                wait: fields.or("wait_s", DEFAULT_TARGET.wait)?,
                percentile: fields.or("percentile", DEFAULT_TARGET.percentile)?,
                load: fields.or("load", DEFAULT_TARGET.load)?,
            })
        })
    }
}

impl Write for Target {
    fn tree(&self) -> Tree {
        Tree::object([("wait_s", self.wait.tree()), ("percentile", self.percentile.tree()), ("load", self.load.tree())])
    }
}
