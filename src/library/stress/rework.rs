//! One edit made of many, each built on the plan as the earlier ones left it.

use crate::plan::edit::{NoteEdit, PlanEdit, apply};
use crate::plan::number::{RangeField, within};
use crate::plan::{Plan, Range, Source};

/// The plan on its way, and what was done to it.
pub struct Rework {
    plan: Plan,
    edits: Vec<PlanEdit>,
    /// Said of every number that is touched.
    source: Source,
}

impl Rework {
    pub fn new(plan: &Plan, source: Source) -> Self {
        Self { plan: plan.clone(), edits: Vec::new(), source }
    }

    /// The plan as it is now.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    pub fn into_plan(self) -> Plan {
        self.plan
    }

    pub fn into_edit(self) -> PlanEdit {
        PlanEdit::Several(self.edits)
    }

    /// Applies an edit; one that names what is not there leaves no trace.
    pub fn apply(&mut self, edit: PlanEdit) {
        if let Ok(edited) = apply(&self.plan, &edit) {
            self.plan = edited;
            self.edits.push(edit);
        }
    }

    /// Gives a field a value of its own; a range that it had goes.
    pub fn set(&mut self, pointer: &str, value: f64) {
        let Some(edit) = RangeField::at(&self.plan, pointer).and_then(|field| field.edit(&self.plan, value)) else {
            return;
        };
        self.apply(edit);
        self.drop_range(pointer);
        self.note(pointer);
    }

    /// Multiplies a number, or all of a list, with the ranges in it; what would pass its bounds stops there. Does
    /// nothing where the plan has no number.
    pub fn multiply(&mut self, pointer: &str, factor: f64) {
        let Some(field) = RangeField::at(&self.plan, pointer) else { return };
        let Some(value) = field.value(&self.plan).filter(|&value| value > 0.0) else { return };
        // A list is not bound as a whole: each of its numbers stops on its own.
        let bounds = field.bounds(&self.plan);
        let is_single = matches!(field, RangeField::Number(_) | RangeField::ShowUpOfWindow(_));
        let times = |value: f64| within(value * factor, bounds);
        let target = if is_single { times(value) } else { value * factor };
        let Some(edit) = field.edit(&self.plan, target) else { return };
        self.apply(edit);
        let inside = format!("{pointer}/");
        let ranges: Vec<Range> = (self.plan.ranges.iter())
            .filter(|range| range.field == pointer || range.field.starts_with(&inside))
            .map(|range| Range { field: range.field.clone(), low: times(range.low), high: times(range.high) })
            .collect();
        for range in ranges {
            self.apply(PlanEdit::Notes(NoteEdit::SetRange(range)));
        }
        self.note(pointer);
    }

    pub fn drop_range(&mut self, pointer: &str) {
        if self.plan.ranges.iter().any(|range| range.field == pointer) {
            self.apply(PlanEdit::Notes(NoteEdit::RemoveRange { field: pointer.to_owned() }));
        }
    }

    /// Says where the value of a field comes from now.
    pub fn note(&mut self, pointer: &str) {
        let source = Some(self.source.clone());
        self.apply(PlanEdit::Notes(NoteEdit::Source { field: pointer.to_owned(), source }));
    }
}
