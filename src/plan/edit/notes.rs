//! Edits of the target, and of what is said about assumptions: ranges, sources, typed forms.

use crate::plan::{Plan, Range, Source};
use crate::units::{Seconds, Share};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TargetEdit {
    Wait(Seconds),
    Percentile(Share),
    Load(f64),
}

/// Fields are named by JSON pointer.
#[derive(Clone, Debug, PartialEq)]
pub enum NoteEdit {
    /// Replaces the range of the same field, or adds it.
    SetRange(Range),
    /// Does nothing where the field has no range.
    RemoveRange {
        field: String,
    },
    Source {
        field: String,
        source: Option<Source>,
    },
    /// What the user typed, where it was in another unit than that of the plan file.
    EnteredAs {
        field: String,
        text: Option<String>,
    },
}

pub(super) fn apply_to_target(plan: &mut Plan, edit: TargetEdit) {
    match edit {
        TargetEdit::Wait(wait) => plan.target.wait = wait,
        TargetEdit::Percentile(percentile) => plan.target.percentile = percentile,
        TargetEdit::Load(load) => plan.target.load = load,
    }
}

pub(super) fn apply(plan: &mut Plan, edit: &NoteEdit) {
    match edit {
        NoteEdit::SetRange(range) => match plan.ranges.iter_mut().find(|other| other.field == range.field) {
            Some(present) => present.clone_from(range),
            None => plan.ranges.push(range.clone()),
        },
        NoteEdit::RemoveRange { field } => plan.ranges.retain(|range| range.field != *field),
        NoteEdit::Source { field, source } => put(&mut plan.sources, field, source),
        NoteEdit::EnteredAs { field, text } => put(&mut plan.entered_as, field, text),
    }
}

fn put<V: Clone>(notes: &mut litemap::LiteMap<String, V>, field: &str, note: &Option<V>) {
    match note {
        Some(note) => drop(notes.insert(field.to_owned(), note.clone())),
        None => drop(notes.remove(field)),
    }
}
