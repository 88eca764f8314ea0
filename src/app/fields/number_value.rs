//! What a person's edit of a number does beside the value: how it was typed, and what becomes of its source.

use super::number::NumberField;
use crate::plan::edit::{NoteEdit, PlanEdit};
use crate::plan::{Plan, Source, SourceKind};
use crate::text::sources;

impl NumberField {
    /// The edit of a person: the value, how it was typed where that was in another unit, and what becomes of the
    /// source. `before` is the plan when the gesture began.
    ///
    /// A source vouches for the value it was given with. It stays as the source of that earlier value, the new one
    /// is an assumption; back at the earlier value the source is what it was.
    pub fn change(self, before: &Plan, plan: &Plan, value: Option<f64>, typed: Option<&str>) -> Option<PlanEdit> {
        let field = self.pointer();
        let mut edits = vec![self.edit(plan, value)?];
        if typed.is_some() || plan.entered_as.contains_key(&field) {
            edits.push(PlanEdit::Notes(NoteEdit::EnteredAs {
                field: field.clone(),
                text: typed.map(|typed| typed.trim().to_owned()),
            }));
        }
        if let Some(source) = before.sources.get(&field) {
            let earlier = self.value(before);
            let source = if earlier == value { source.clone() } else { self.of_earlier(source, earlier) };
            edits.push(PlanEdit::Notes(NoteEdit::Source { field, source: Some(source) }));
        }
        Some(if edits.len() == 1 { edits.remove(0) } else { PlanEdit::Several(edits) })
    }

    /// The source of the value `earlier` once the value is another.
    fn of_earlier(self, source: &Source, earlier: Option<f64>) -> Source {
        let unit = self.unit();
        let value = earlier.map(|value| (unit.shown(value), unit.dimension(), unit.factor()));
        Source {
            kind: SourceKind::Assumed,
            text: sources::of_earlier_value(&source.text, value),
            url: source.url.clone(),
        }
    }
}
