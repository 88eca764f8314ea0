//! One number of the plan: its field, its slider, its range beside it, and below what it means and where it comes from.

use yew::prelude::*;

use super::plan_entry::PlanEntry;
use super::plan_slider::PlanSlider;
use crate::app::fields::entry_field::{range_of, source, source_kind, spelled};
use crate::app::fields::{EntryField, NumberField};
use crate::app::hooks::Sight;
use crate::app::parts::select::Select;
use crate::app::view_state::ViewAction;
use crate::explain;
use crate::plan::{Issue, Plan, SourceKind};
use crate::text::Language;

/// Numbers under each other, with a heading over the columns of likely values and ranges.
pub fn number_rows(sight: &Sight, heading: &str, fields: &[NumberField]) -> Html {
    let words = &sight.text.forms;
    html! {
        <div class="number-rows">
            <div class="number-head">
                <h3>{ heading }</h3><span aria-hidden="true">{ words.likely }</span><span aria-hidden="true">{ words.nine_in_ten }</span>
            </div>
            { for fields.iter().map(|field| number_row(sight, *field)) }
        </div>
    }
}

/// A number with its range, and the way to its meaning and source.
pub fn number_row(sight: &Sight, field: NumberField) -> Html {
    let Sight { text, plan, view, .. } = sight;
    let words = &text.forms;
    let pointer = field.pointer();
    let label = field.label(plan, text);
    let kind = source(plan, field).map(|source| source.kind);
    let is_open = view.about.as_ref() == Some(&pointer);
    let panel = format!("{}-about", element_id(&pointer));
    let toggle = {
        let pointer = (!is_open).then(|| pointer.clone());
        sight.look(move |_: MouseEvent| ViewAction::About(pointer.clone()))
    };
    let has_range = field.value(plan).is_some();
    html! {
        <div class="number-row" key={pointer.clone()} data-open={is_open.then_some("")}>
            <div class="number-value">
                <PlanEntry what={EntryField::Number(field)} label={label.clone()} placeholder={placeholder(field, sight)} hint={value_hint(sight, field)} />
                <PlanSlider {field} label={label.clone()} />
            </div>
            if has_range {
                <PlanEntry what={EntryField::Range(field)} label={(words.range_of)(&label)} quiet=true placeholder={words.no_range} hint={range_hint(sight, field)} />
            } else {
                <span></span>
            }
            <button type="button" class="about" aria-expanded={if is_open { "true" } else { "false" }} aria-controls={is_open.then(|| panel.clone())} onclick={toggle}>
                <span class="tag" data-kind={kind.map(kind_name)}>{ text.assumptions.kind(kind) }</span>
                <span class="visually-hidden">{ (words.about)(&label) }</span>
            </button>
            if is_open { { about(sight, field, &label, panel) } }
        </div>
    }
}

fn placeholder(field: NumberField, sight: &Sight) -> &'static str {
    use crate::app::fields::{StageNumber, Unit};
    match (field.may_be_empty(), field.unit()) {
        (false, _) => "",
        (true, Unit::Minutes) => sight.text.common.endless,
        (true, _) if matches!(field, NumberField::Stage(_, StageNumber::Rate | StageNumber::Sessions)) => {
            sight.text.journey.no_limit_hint
        }
        (true, _) => "",
    }
}

/// How the range is read, shown while its field has the focus.
fn range_hint(sight: &Sight, field: NumberField) -> Option<AttrValue> {
    let Sight { text, plan, .. } = sight;
    let (_, range) = range_of(plan, field)?;
    let unit = field.unit();
    let ends = [range.low, range.high].map(|end| spelled(unit.shown(end)));
    Some(AttrValue::from((text.forms.range_read)(&ends[0], &ends[1], unit.word(text))))
}

/// As [`range_hint`] where the range is typed in place of the value, with what the value is then.
fn value_hint(sight: &Sight, field: NumberField) -> Option<AttrValue> {
    let unit = field.unit();
    let value = spelled(unit.shown(field.value(&sight.plan)?));
    let likely = (sight.text.forms.likely_read)(&value, unit.word(sight.text));
    range_hint(sight, field).map(|range| AttrValue::from(format!("{range} {likely}")))
}

/// What the number means, what it may be, and where it comes from.
fn about(sight: &Sight, field: NumberField, label: &str, panel: String) -> Html {
    let Sight { text, plan, .. } = sight;
    let words = &text.forms;
    let known = source(plan, field);
    let kinds = [None, Some(SourceKind::Assumed), Some(SourceKind::Reported), Some(SourceKind::Measured)];
    let chosen = kinds.iter().position(|kind| *kind == known.map(|source| source.kind)).unwrap_or_default();
    let options: Vec<String> = kinds.iter().map(|kind| text.assumptions.kind(*kind).to_owned()).collect();
    let on_choose = {
        let plan = plan.clone();
        sight.step(move |option: usize| source_kind(&plan, field, kinds.get(option).copied().flatten()))
    };
    let id = format!("{}-kind", element_id(&field.pointer()));
    html! {
        <div class="about-panel" id={panel} role="group" aria-label={(words.about)(label)}>
            <p>{ field.help(text) }</p>
            <p class="note">{ field.limits(text) }</p>
            if field.has_range() { <p class="note">{ words.range_in_value }</p> }
            <div class="source-form">
                <Select {id} label={words.source_kind} {options} {chosen} {on_choose} />
                <PlanEntry what={EntryField::SourceAddress(field)} label={words.source_address} placeholder={words.address_example} />
                <PlanEntry what={EntryField::SourceText(field)} label={words.source_text} placeholder={words.source_example} />
            </div>
        </div>
    }
}

/// A valid id for the element of a field.
pub fn element_id(pointer: &str) -> String {
    format!("field{}", pointer.replace('/', "-"))
}

/// Why the value at `pointer` cannot be used.
pub fn reason(language: Language, plan: &Plan, issues: &[Issue], pointer: &str) -> Option<AttrValue> {
    let issue = issues.iter().find(|issue| issue.is_error() && issue.pointer == pointer)?;
    Some(AttrValue::from(advice(language, plan, issue)))
}

/// What is wrong, and what to do.
pub fn advice(language: Language, plan: &Plan, issue: &Issue) -> String {
    let explained = explain::issue::issue(language, plan, issue);
    format!("{} {}", explained.message, explained.remedy)
}

fn kind_name(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Assumed => "assumed",
        SourceKind::Reported => "reported",
        SourceKind::Measured => "measured",
    }
}
