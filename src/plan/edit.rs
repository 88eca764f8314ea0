//! Everything the user can do to a plan, as values that are applied to it.
//!
//! An edit may put any value into a plan, right or wrong; [`super::check`] says what is wrong. An edit that adds,
//! removes or moves an entry lets everything follow that refers to entries by index: cohorts' regions and ages,
//! windows' cohorts, shares by age, the stages that turn people away, and all pointers of ranges, sources, typed
//! forms and unknown fields.

mod arrivals;
mod cohorts;
mod header;
mod list;
mod members;
mod name;
mod notes;
mod stages;
mod windows;

pub use arrivals::{ArrivalsEdit, WaitingRoomEdit};
pub use cohorts::{CohortEdit, CohortField};
pub use header::HeaderEdit;
pub use list::EntryEdit;
pub use members::MembersEdit;
pub use name::{EditName, Repeated};
pub use notes::{NoteEdit, TargetEdit};
pub use stages::{StageEdit, StageField};
pub use windows::{WindowEdit, WindowField};

use thiserror::Error;

use super::Plan;
use super::pointer::{Field, field_at};

/// One thing the user does to a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanEdit {
    Header(HeaderEdit),
    Members(MembersEdit),
    Cohorts(CohortEdit),
    Windows(WindowEdit),
    Arrivals(ArrivalsEdit),
    WaitingRoom(WaitingRoomEdit),
    Stages(StageEdit),
    Target(TargetEdit),
    Notes(NoteEdit),
    /// One after the other, all or none.
    Several(Vec<PlanEdit>),
}

/// An edit that names an entry the plan does not have; the plan stays as it was.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum EditError {
    #[error("there is no {list} {index}, only {count}")]
    NoSuchEntry { list: List, index: usize, count: usize },
}

/// A list of the plan, as far as edits name its entries by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Regions,
    Ages,
    Cohorts,
    Windows,
    Tails,
    StartersTable,
    Stages,
    Changes,
    Background,
}

impl std::fmt::Display for List {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Regions => "region",
            Self::Ages => "age band",
            Self::Cohorts => "cohort",
            Self::Windows => "window",
            Self::Tails => "part of the tail",
            Self::StartersTable => "row of starters",
            Self::Stages => "stage",
            Self::Changes => "change of capacity",
            Self::Background => "background flow",
        })
    }
}

/// The plan after `edit`; parts that it does not touch are shared with `plan`.
///
/// A range goes when its field no longer holds a number, a typed form when the number it spells is another,
/// a source when its field is gone.
///
/// # Errors
/// The edit names an entry that does not exist.
pub fn apply(plan: &Plan, edit: &PlanEdit) -> Result<Plan, EditError> {
    if let PlanEdit::Several(edits) = edit {
        return edits.iter().try_fold(plan.clone(), |plan, edit| apply(&plan, edit));
    }
    let mut edited = plan.clone();
    put(&mut edited, edit)?;
    if !edit.renumbers() && !matches!(edit, PlanEdit::Notes(_)) {
        drop_stale_notes(plan, &mut edited);
    }
    Ok(edited)
}

/// As [`apply`], in place and without a look at what is said about the fields: for plans that are computed and
/// thrown away.
///
/// # Errors
/// The edit names an entry that does not exist; of several, those before it have been done.
pub fn put(plan: &mut Plan, edit: &PlanEdit) -> Result<(), EditError> {
    match edit {
        PlanEdit::Header(edit) => header::apply(plan, edit),
        PlanEdit::Members(edit) => members::apply(plan, edit)?,
        PlanEdit::Cohorts(edit) => cohorts::apply(plan, edit)?,
        PlanEdit::Windows(edit) => windows::apply(plan, edit)?,
        PlanEdit::Arrivals(edit) => arrivals::apply(plan, edit)?,
        PlanEdit::WaitingRoom(edit) => arrivals::apply_to_room(plan, edit),
        PlanEdit::Stages(edit) => stages::apply(plan, edit)?,
        PlanEdit::Target(edit) => notes::apply_to_target(plan, *edit),
        PlanEdit::Notes(edit) => notes::apply(plan, edit),
        PlanEdit::Several(edits) => edits.iter().try_for_each(|edit| put(plan, edit))?,
    }
    Ok(())
}

impl PlanEdit {
    /// Whether fields may have moved to other pointers; their notes have followed already.
    fn renumbers(&self) -> bool {
        match self {
            Self::Members(edit) => edit.renumbers(),
            Self::Cohorts(edit) => !matches!(edit, CohortEdit::Set { .. }),
            Self::Windows(edit) => !matches!(edit, WindowEdit::Set { .. } | WindowEdit::MoveCohort { .. }),
            Self::Stages(StageEdit::Set { .. }) => false,
            Self::Stages(StageEdit::Change { edit, .. }) => edit.renumbers(),
            Self::Stages(StageEdit::Background { edit, .. }) => edit.renumbers(),
            Self::Stages(_) => true,
            Self::Arrivals(ArrivalsEdit::Tail(edit)) => edit.renumbers(),
            Self::Arrivals(ArrivalsEdit::StartersEntry(edit)) => edit.renumbers(),
            _ => false,
        }
    }
}

/// Drops what is said about fields that hold something else since `before`.
fn drop_stale_notes(before: &Plan, plan: &mut Plan) {
    let is_number = |field: Option<Field>| !matches!(field, None | Some(Field::Other));
    let mut ranges = std::mem::take(&mut plan.ranges);
    ranges.retain(|range| is_number(field_at(plan, &range.field)) || !is_number(field_at(before, &range.field)));
    plan.ranges = ranges;
    let mut entered_as = std::mem::take(&mut plan.entered_as);
    entered_as.retain(|pointer, _| field_at(plan, pointer) == field_at(before, pointer));
    plan.entered_as = entered_as;
    let mut sources = std::mem::take(&mut plan.sources);
    sources.retain(|pointer, _| field_at(plan, pointer).is_some() || field_at(before, pointer).is_none());
    plan.sources = sources;
}

#[cfg(test)]
mod tests;
