//! The fields of a plan that are typed: what stands in them, and the edit that a typed text means.

use super::middle::middle;
use super::{DatedRow, NumberField};
use crate::app::entry::{self, BadEntry};
use crate::clock::CivilTime;
use crate::plan::edit::{NoteEdit, PlanEdit, StageEdit, StageField};
use crate::plan::{Issue, Plan, Range, Source, SourceKind};
use crate::text::format;

/// A field that is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryField {
    Number(NumberField),
    /// The range of a number.
    Range(NumberField),
    /// The sentence on where a number comes from.
    SourceText(NumberField),
    /// The page that it comes from.
    SourceAddress(NumberField),
    Time(DatedRow),
    StageName(usize),
}

impl EntryField {
    /// The place in the plan file; of a note, that of the number it is about.
    pub fn pointer(self) -> String {
        match self {
            Self::Number(field) | Self::Range(field) | Self::SourceText(field) | Self::SourceAddress(field) => {
                field.pointer()
            }
            Self::Time(row) => row.pointer(),
            Self::StageName(at) => format!("/journey/{at}/name"),
        }
    }

    /// What tells the fields of one number apart.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Number(_) | Self::Time(_) | Self::StageName(_) => "",
            Self::Range(_) => "-range",
            Self::SourceText(_) => "-source",
            Self::SourceAddress(_) => "-address",
        }
    }

    /// What stands in the field.
    pub fn shown(self, plan: &Plan) -> String {
        match self {
            Self::Number(field) => {
                let typed = plan.entered_as.get(&field.pointer());
                let value = || field.value(plan).map(|value| spelled(field.unit().shown(value)));
                typed.cloned().or_else(value).unwrap_or_default()
            }
            Self::Range(field) => {
                let unit = field.unit();
                let ends =
                    |range: &Range| format!("{}–{}", spelled(unit.shown(range.low)), spelled(unit.shown(range.high)));
                range_of(plan, field).map_or_else(String::new, |(_, range)| ends(range))
            }
            Self::SourceText(field) => source(plan, field).map(|source| source.text.clone()).unwrap_or_default(),
            Self::SourceAddress(field) => source(plan, field).and_then(|source| source.url.clone()).unwrap_or_default(),
            Self::Time(row) => row.time(plan).map(|time| time.to_string()).unwrap_or_default(),
            Self::StageName(at) => plan.journey.get(at).map(|stage| stage.name.clone()).unwrap_or_default(),
        }
    }

    /// The edit that the typed text means; `before` is the plan when the gesture began.
    ///
    /// # Errors
    /// The text is no value of the field.
    pub fn read(self, text: &str, before: &Plan, plan: &Plan) -> Result<PlanEdit, BadEntry> {
        let missing = BadEntry::NotANumber;
        match self {
            Self::Number(field) if field.has_range() && entry::is_range(text) => ranged(field, text, before, plan),
            Self::Number(field) => {
                let quantity = entry::quantity(text, field.unit(), field.may_be_empty())?;
                let typed = quantity.filter(|quantity| quantity.in_other_unit).map(|_| text);
                field.change(before, plan, quantity.map(|quantity| quantity.value), typed).ok_or(missing)
            }
            Self::Range(field) => {
                let ends = ends(field, text)?;
                let field = field.pointer();
                Ok(PlanEdit::Notes(match ends {
                    Some((low, high)) => NoteEdit::SetRange(Range { field, low, high }),
                    None => NoteEdit::RemoveRange { field },
                }))
            }
            Self::SourceText(field) => Ok(sourced(plan, field, |source| source.text = text.to_owned())),
            Self::SourceAddress(field) => {
                let address = entry::address(text)?;
                Ok(sourced(plan, field, |source| source.url.clone_from(&address)))
            }
            Self::Time(row) => {
                let time = CivilTime::parse(text).map_err(|_| BadEntry::NotATime)?;
                row.edit(plan, time).ok_or(BadEntry::NotATime)
            }
            Self::StageName(at) => {
                let name = entry::name(text)?;
                Ok(PlanEdit::Stages(StageEdit::Set { at, field: StageField::Name(name) }))
            }
        }
    }

    /// Whether an issue is about what stands in the field.
    pub fn concerns(self, plan: &Plan, issue: &Issue) -> bool {
        match self {
            Self::Range(field) => {
                let Some((place, _)) = range_of(plan, field) else { return false };
                let pointer = format!("/ranges/{place}");
                issue.pointer == pointer
                    || issue.pointer.strip_prefix(&pointer).is_some_and(|rest| rest.starts_with('/'))
            }
            Self::SourceText(_) | Self::SourceAddress(_) => false,
            _ => issue.is_error() && issue.pointer == self.pointer(),
        }
    }

    /// Every field of the plan that is typed, without the notes on its numbers.
    pub fn all_in(plan: &Plan) -> Vec<Self> {
        let numbers = NumberField::all_in(plan).into_iter().map(Self::Number);
        let rows = DatedRow::all_in(plan).into_iter().map(Self::Time);
        numbers.chain(rows).chain((0..plan.journey.len()).map(Self::StageName)).collect()
    }
}

/// Both ends of a typed range; `None` = nothing was typed.
fn ends(field: NumberField, text: &str) -> Result<Option<(f64, f64)>, BadEntry> {
    let ends = entry::range(text, field.unit())?;
    let bounds = field.bounds();
    match ends {
        Some((low, high)) if !bounds.hold(low) || !bounds.hold(high) => Err(BadEntry::RangeOutside),
        ends => Ok(ends),
    }
}

/// The edit of a range that was typed in place of a value: the value stays where it lies in the range.
fn ranged(field: NumberField, text: &str, before: &Plan, plan: &Plan) -> Result<PlanEdit, BadEntry> {
    let (low, high) = ends(field, text)?.ok_or(BadEntry::NotARange)?;
    let pointer = field.pointer();
    let range = PlanEdit::Notes(NoteEdit::SetRange(Range { field: pointer.clone(), low, high }));
    let kept = field.value(before).filter(|value| (low..=high).contains(value));
    let typed = kept.and_then(|_| before.entered_as.get(&pointer)).map(String::as_str);
    let value = kept.unwrap_or_else(|| middle(field, low, high));
    let is_there = field.value(plan) == Some(value) && plan.entered_as.get(&pointer).map(String::as_str) == typed;
    if is_there {
        return Ok(range);
    }
    let change = field.change(before, plan, Some(value), typed).ok_or(BadEntry::NotARange)?;
    Ok(PlanEdit::Several(vec![change, range]))
}

/// The edit that puts back what stood in a field when the gesture began; `None` = nothing has changed there.
pub fn put_back(field: EntryField, before: &Plan, plan: &Plan) -> Option<PlanEdit> {
    let EntryField::Number(number) = field else { return None };
    if number.value(before) == number.value(plan) && field.shown(before) == field.shown(plan) {
        return None;
    }
    let typed = before.entered_as.get(&number.pointer()).map(String::as_str);
    let change = number.change(before, plan, number.value(before), typed)?;
    let pointer = number.pointer();
    let range = match range_of(before, number) {
        Some((_, range)) => NoteEdit::SetRange(range.clone()),
        None => NoteEdit::RemoveRange { field: pointer },
    };
    Some(PlanEdit::Several(vec![change, PlanEdit::Notes(range)]))
}

/// The range of a number, and its place in the list.
pub fn range_of(plan: &Plan, field: NumberField) -> Option<(usize, &Range)> {
    let pointer = field.pointer();
    plan.ranges.iter().enumerate().find(|(_, range)| range.field == pointer)
}

/// What the plan says of where a number comes from.
pub fn source(plan: &Plan, field: NumberField) -> Option<&Source> {
    plan.sources.get(&field.pointer())
}

/// The edit that gives a number's source another kind; `None` = no source.
pub fn source_kind(plan: &Plan, field: NumberField, kind: Option<SourceKind>) -> PlanEdit {
    match kind {
        Some(kind) => sourced(plan, field, |source| source.kind = kind),
        None => PlanEdit::Notes(NoteEdit::Source { field: field.pointer(), source: None }),
    }
}

/// A changed source; where there was none, that of an assumption.
fn sourced(plan: &Plan, field: NumberField, change: impl FnOnce(&mut Source)) -> PlanEdit {
    let none = || Source { kind: SourceKind::Assumed, text: String::new(), url: None };
    let mut changed = source(plan, field).cloned().unwrap_or_else(none);
    change(&mut changed);
    PlanEdit::Notes(NoteEdit::Source { field: field.pointer(), source: Some(changed) })
}

/// A number as a field shows it; a tiny one with all its digits.
pub fn spelled(value: f64) -> String {
    if value != 0.0 && value.abs() < 0.001 { value.to_string() } else { format::plain(value) }
}
