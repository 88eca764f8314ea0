//! One number of the plan: its field, where it comes from, how far it may be off.

use yew::prelude::*;

use crate::app::fields::{NumberField, Unit};
use crate::app::hooks::{use_edit, use_issues, use_plan, use_text};
use crate::app::parts::field::Field;
use crate::explain;
use crate::plan::{Issue, Plan, SourceKind};
use crate::text::{Catalogue, Language, assumptions};

#[derive(Clone, PartialEq, Properties)]
pub struct PlanNumberProps {
    pub field: NumberField,
    pub label: AttrValue,
    /// Shown in an empty field.
    #[prop_or_default]
    pub placeholder: AttrValue,
}

#[component]
pub fn PlanNumber(props: &PlanNumberProps) -> Html {
    let (text, plan, issues) = (use_text(), use_plan(), use_issues());
    let (edit, begin) = use_edit();
    let field = props.field;
    let unit = field.unit();
    let pointer = field.pointer();
    let on_value = Callback::from(move |value: Option<f64>| {
        if let Some(change) = field.edit(value.map(|value| unit.stored(value))) {
            edit.emit(change);
        }
    });
    html! {
        <Field id={element_id(&pointer)} label={props.label.clone()} unit={unit_word(unit, text)} value={field.value(&plan).map(|value| unit.shown(value))}
            may_be_empty={field.may_be_empty()} placeholder={props.placeholder.clone()} reason={reason(text.language, &plan, &issues, &pointer)}
            not_a_number={text.notices.not_a_number} on_focus={begin} {on_value}>
            { source(&plan, &pointer, &props.label, unit, text) }
        </Field>
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

fn unit_word(unit: Unit, text: &Catalogue) -> &'static str {
    match unit {
        Unit::Percent => text.common.unit_percent,
        Unit::Seconds => text.common.unit_seconds,
        Unit::Minutes => text.common.unit_minutes,
        Unit::PerSecond => text.common.unit_per_second,
        Unit::People => text.common.unit_people,
    }
}

/// Kind and range of the number; opened, the sentence of its source.
fn source(plan: &Plan, pointer: &str, label: &str, unit: Unit, text: &Catalogue) -> Html {
    let words = &text.assumptions;
    let source = plan.sources.get(pointer);
    let range = plan.ranges.iter().find(|range| range.field == pointer);
    let Some(source) = source else { return Html::default() };
    let range = range.map(|range| assumptions::range_ends(unit.shown(range.low), unit.shown(range.high)));
    html! {
        <details class="source">
            <summary>
                <span class="tag" data-kind={kind_name(source.kind)}>{ words.kind(Some(source.kind)) }</span>
                if let Some(range) = &range { <span class="range">{ (words.range_of)(range) }</span> }
                <span class="visually-hidden">{ (words.source_of)(label) }</span>
            </summary>
            <p>{ &source.text }</p>
        </details>
    }
}

fn kind_name(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Assumed => "assumed",
        SourceKind::Reported => "reported",
        SourceKind::Measured => "measured",
    }
}
