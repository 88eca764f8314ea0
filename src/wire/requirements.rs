//! What was chosen and edited of the requirement sentences of a plan, in the field `requirements` of its plan file.
//!
//! The plan carries that field as one that it does not read, like the bids: it is kept with the plan, undone with it,
//! and in no link and no fingerprint.

use super::node::{Kept as Rest, Node, Read};
use super::plan_file::PlanFileError;
use super::tree::{Tree, Write};
use crate::plan::Plan;

/// JSON pointer of the field.
pub const POINTER: &str = "/requirements";

/// How many times the forecast came in Busan [1]: 70,000 where 50,000 were expected.
pub const OVERSHOOT: f64 = 1.4;

/// The value of a forecast that a requirement starts from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// At the likely values.
    #[default]
    Likely,
    /// The upper end of the band that nine draws of ten lie in.
    High,
}

/// What whoever writes the requirements chooses.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    pub start: Start,
    /// Part of the capacity that stays free in the busiest minute, 0..=0.9; `None` = what the target load leaves.
    pub headroom: Option<f64>,
    /// How many times the forecast the service must bear [1], 1..=10.
    pub overshoot: f64,
    /// Share of attempts that must wait no longer than the target, 0.5..=0.999; `None` = that of the plan.
    pub percentile: Option<f64>,
    /// Longest wait of anybody, in times of the target [1], 1..=100.
    pub longest_times: f64,
    /// Length of the test at the capacity asked for [min], 5..=1440.
    pub test_min: f64,
    /// Over how long counts are summed up [s], 1..=3600.
    pub sample_s: f64,
    /// By what part a count may fall short [1], 0..=0.2.
    pub tolerance: f64,
    /// Days before the first opening by which the test is passed, 0..=365.
    pub days_before: f64,
    /// Days until records are delivered, 1..=365.
    pub deliver_days: f64,
    /// How long the place of somebody who left is kept [min], 1..=1440.
    pub return_min: f64,
}

impl Choices {
    /// Names of the numbers in the file, with the least and the greatest value of each.
    pub const BOUNDS: [(&'static str, f64, f64); 10] = [
        ("headroom", 0.0, 0.9),
        ("overshoot", 1.0, 10.0),
        ("percentile", 0.5, 0.999),
        ("longest_times", 1.0, 100.0),
        ("test_min", 5.0, 1_440.0),
        ("sample_s", 1.0, 3_600.0),
        ("tolerance", 0.0, 0.2),
        ("days_before", 0.0, 365.0),
        ("deliver_days", 1.0, 365.0),
        ("return_min", 1.0, 1_440.0),
    ];

    /// Bounds of a number of that name; none where there is none.
    pub fn bounds(name: &str) -> (f64, f64) {
        let found = Self::BOUNDS.iter().find(|(known, _, _)| *known == name);
        found.map_or((f64::MIN, f64::MAX), |(_, least, most)| (*least, *most))
    }
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            start: Start::Likely,
            headroom: None,
            overshoot: OVERSHOOT,
            percentile: None,
            longest_times: 3.0,
            test_min: 60.0,
            sample_s: 60.0,
            tolerance: 0.02,
            days_before: 14.0,
            deliver_days: 7.0,
            return_min: 10.0,
        }
    }
}

/// Words that somebody put in place of the computed ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Of the requirement, which stays the same when others are left out.
    pub key: String,
    /// Tag of the language in which they are written.
    pub language: String,
    /// A sentence per line.
    pub text: String,
    /// The computed words that they took the place of.
    pub instead_of: String,
}

/// Everything that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    pub choices: Choices,
    /// Keys of the requirements that are left out.
    pub left_out: Vec<String>,
    pub edits: Vec<Edit>,
}

/// What a plan keeps; what stands at its beginning where it says nothing. Fields that this version does not know are
/// left out.
///
/// # Errors
/// What stands there has another form.
pub fn read(plan: &Plan) -> Result<Kept, PlanFileError> {
    let Some(text) = plan.unknown.get(POINTER) else { return Ok(Kept::default()) };
    let document = format!("{{\"requirements\":{text}}}");
    Node::document(&document, &Rest::default()).object(|fields| fields.required("requirements"))
}

/// The plan with this in place of what it kept.
pub fn put(plan: &mut Plan, kept: &Kept) {
    if *kept == Kept::default() {
        plan.unknown.remove(POINTER);
    } else {
        plan.unknown.insert(POINTER.to_owned(), kept.tree().compact());
    }
}

impl Read for Kept {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            let first = Choices::default();
            let mut number = |name: &str, first: f64| -> Result<f64, PlanFileError> {
                let (least, most) = Choices::bounds(name);
                Ok(fields.or(name, first)?.clamp(least, most))
            };
            let [overshoot, longest_times, test_min, sample_s, tolerance, days_before, deliver_days, return_min] = [
                number("overshoot", first.overshoot)?,
                number("longest_times", first.longest_times)?,
                number("test_min", first.test_min)?,
                number("sample_s", first.sample_s)?,
                number("tolerance", first.tolerance)?,
                number("days_before", first.days_before)?,
                number("deliver_days", first.deliver_days)?,
                number("return_min", first.return_min)?,
            ];
            let mut share = |name: &str| -> Result<Option<f64>, PlanFileError> {
                let (least, most) = Choices::bounds(name);
                let value: Option<f64> = fields.or(name, None)?;
                Ok(value.map(|value| value.clamp(least, most)))
            };
            let (headroom, percentile) = (share("headroom")?, share("percentile")?);
            Ok(Self {
                choices: Choices {
                    start: fields.or("start", first.start)?,
                    headroom,
                    overshoot,
                    percentile,
                    longest_times,
                    test_min,
                    sample_s,
                    tolerance,
                    days_before: days_before.round(),
                    deliver_days,
                    return_min,
                },
                left_out: fields.or("left_out", Vec::new())?,
                edits: fields.or("edits", Vec::new())?,
            })
        })
    }
}

impl Write for Kept {
    fn tree(&self) -> Tree {
        let choices = &self.choices;
        Tree::object([
            ("start", choices.start.tree()),
            ("headroom", choices.headroom.tree()),
            ("overshoot", choices.overshoot.tree()),
            ("percentile", choices.percentile.tree()),
            ("longest_times", choices.longest_times.tree()),
            ("test_min", choices.test_min.tree()),
            ("sample_s", choices.sample_s.tree()),
            ("tolerance", choices.tolerance.tree()),
            ("days_before", choices.days_before.tree()),
            ("deliver_days", choices.deliver_days.tree()),
            ("return_min", choices.return_min.tree()),
            ("left_out", self.left_out.tree()),
            ("edits", self.edits.tree()),
        ])
    }
}

impl Read for Edit {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self {
                key: fields.required("key")?,
                language: fields.required("language")?,
                text: fields.required("text")?,
                instead_of: fields.required("instead_of")?,
            })
        })
    }
}

impl Write for Edit {
    fn tree(&self) -> Tree {
        Tree::object([
            ("key", self.key.tree()),
            ("language", self.language.tree()),
            ("text", self.text.tree()),
            ("instead_of", self.instead_of.tree()),
        ])
    }
}

impl Read for Start {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.word(&["likely", "high"], &[Self::Likely, Self::High])
    }
}

impl Write for Start {
    fn tree(&self) -> Tree {
        Tree::word(match self {
            Self::Likely => "likely",
            Self::High => "high",
        })
    }
}
