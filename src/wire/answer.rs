//! The answers of the programme interface: text in, text out, the same natively and in every browser.

use std::sync::Arc;

use thiserror::Error;

use super::link::{self, LinkError};
use super::plan_file::{self, PlanFileError};
use super::tree::{Tree, Write};
use super::{fingerprint, forecast};
use crate::forecast::{run, still_waiting};
use crate::plan::zones::TimeZones;
use crate::plan::{self, CheckedPlan, Issue, Plan, Severity};

/// Why a question has no answer.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum AnswerError {
    #[error(transparent)]
    PlanFile(#[from] PlanFileError),
    #[error(transparent)]
    Link(#[from] LinkError),
    /// The plan has faults that block its forecast: all issues of severity error, in the order of the plan file.
    #[error("the plan has {} faults", .issues.len())]
    Blocked { plan: Arc<Plan>, issues: Vec<Issue> },
    /// Whatever was to find the answer could not be started, or fell over each time.
    #[error("the computation was interrupted")]
    Interrupted,
    /// Whoever asked has cancelled.
    #[error("the computation was cancelled")]
    Cancelled,
}

impl AnswerError {
    /// Name for programs, that of the first fault where the plan has some; never changes.
    pub fn code(&self) -> &'static str {
        match self {
            Self::PlanFile(error) => error.code(),
            Self::Link(error) => error.code(),
            Self::Blocked { issues, .. } => issues.first().map_or("plan-blocked", |issue| issue.code.name()),
            Self::Interrupted => "computation-interrupted",
            Self::Cancelled => "computation-cancelled",
        }
    }

    /// The place in the plan, of the first fault where it has some; empty = the whole of what was given.
    pub fn pointer(&self) -> &str {
        match self {
            Self::PlanFile(error) => error.pointer().unwrap_or_default(),
            Self::Link(_) | Self::Interrupted | Self::Cancelled => "",
            Self::Blocked { issues, .. } => issues.first().map_or("", |issue| issue.pointer.as_str()),
        }
    }
}

/// What a person is told about an issue, in the language of whoever asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// Where, in words.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub remedy: String,
}

/// Whoever finds the words for an issue of a plan.
pub type Adviser<'a> = &'a dyn Fn(&Plan, &Issue) -> Advice;

/// The list of all issues of a plan file, each with severity, code, pointer, place, message and remedy.
///
/// # Errors
/// The text is no plan file.
pub fn check(plan_text: &str, zones: &dyn TimeZones, adviser: Adviser<'_>) -> Result<String, PlanFileError> {
    let plan = Arc::new(plan_file::read(plan_text)?);
    Ok(issue_list(&plan, &issues(&plan, zones), adviser))
}

/// Issues as the list that [`check`] answers.
pub fn issue_list(plan: &Plan, issues: &[Issue], adviser: Adviser<'_>) -> String {
    Tree::List(issues.iter().map(|issue| issue_tree(issue, adviser(plan, issue))).collect()).compact()
}

/// The forecast of a plan file.
///
/// # Errors
/// The text is no plan file, or the plan has faults.
pub fn forecast(plan_text: &str) -> Result<String, AnswerError> {
    checked(plan_text).map(|plan| forecast::write(&run(&plan)))
}

/// The plan of a plan file, without faults.
///
/// # Errors
/// The text is no plan file, or the plan has faults.
pub fn checked(plan_text: &str) -> Result<CheckedPlan, AnswerError> {
    let plan = Arc::new(plan_file::read(plan_text)?);
    CheckedPlan::new(Arc::clone(&plan)).map_err(|issues| AnswerError::Blocked { plan, issues })
}

/// The link of a plan file.
///
/// # Errors
/// The text is no plan file.
pub fn encode(plan_text: &str) -> Result<String, PlanFileError> {
    plan_file::read(plan_text).map(|plan| link::encode(&plan))
}

/// The plan file of a link.
///
/// # Errors
/// The text holds no whole link of this version.
pub fn decode(text: &str) -> Result<String, LinkError> {
    link::decode(text).map(|plan| plan_file::write(&plan))
}

/// The fingerprint of a plan file.
///
/// # Errors
/// The text is no plan file.
pub fn fingerprint(plan_text: &str) -> Result<String, PlanFileError> {
    plan_file::read(plan_text).map(|plan| fingerprint::fingerprint(&plan))
}

/// The issues of the plan itself, and that of its forecast where there can be one.
fn issues(plan: &Arc<Plan>, zones: &dyn TimeZones) -> Vec<Issue> {
    let mut issues = plan::check(plan, zones);
    if let Ok(checked) = CheckedPlan::new(Arc::clone(plan)) {
        issues.extend(still_waiting(&run(&checked)));
    }
    issues
}

fn issue_tree(issue: &Issue, advice: Advice) -> Tree {
    Tree::object([
        ("severity", issue.severity.tree()),
        ("code", Tree::word(issue.code.name())),
        ("pointer", issue.pointer.tree()),
        ("place", Tree::Text(advice.place)),
        ("message", Tree::Text(advice.message)),
        ("remedy", Tree::Text(advice.remedy)),
    ])
}

impl Write for Severity {
    fn tree(&self) -> Tree {
        Tree::word(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}
