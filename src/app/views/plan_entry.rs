//! A field of the plan that is typed. What was typed stays as typed while it is wrong or being typed.

use std::sync::Arc;

use yew::prelude::*;

use super::plan_number::{advice, element_id};
use crate::app::browser;
use crate::app::drafts::Draft;
use crate::app::entry::{BadEntry, is_range};
use crate::app::fields::EntryField;
use crate::app::fields::entry_field::put_back;
use crate::app::hooks::{use_drafts, use_edit, use_issues, use_plan, use_text};
use crate::plan::edit::apply;
use crate::plan::{Issue, Plan};
use crate::text::Catalogue;

#[derive(Clone, PartialEq, Properties)]
pub struct PlanEntryProps {
    pub what: EntryField,
    pub label: AttrValue,
    /// Whether the label is spoken only, because a heading of the column or row says it.
    #[prop_or_default]
    pub quiet: bool,
    /// Shown in an empty field.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Under the field while it has the focus; under that of a value while a range is typed there.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
}

/// Why the value cannot be used, or is worth a second look.
fn complaint(
    what: EntryField,
    kept: Option<&Draft>,
    plan: &Plan,
    text: &Catalogue,
    issues: &[Issue],
) -> Option<String> {
    kept.map(|draft| draft.reason.clone()).or_else(|| {
        let issue = issues.iter().find(|issue| what.concerns(plan, issue))?;
        Some(advice(text.language, plan, issue))
    })
}

/// Why a typed text cannot be used, with what the number may be where that says it.
fn reason_of(bad: BadEntry, what: EntryField, text: &Catalogue) -> String {
    let reason = bad.reason(&text.notices);
    match (bad, what) {
        (BadEntry::RangeOutside, EntryField::Number(field) | EntryField::Range(field)) => {
            format!("{reason} {}", field.limits(text))
        }
        _ => reason.to_owned(),
    }
}

fn unit(what: EntryField, text: &Catalogue) -> &'static str {
    match what {
        EntryField::Number(field) | EntryField::Range(field) => field.unit().word(text),
        _ => "",
    }
}

#[component]
pub fn PlanEntry(props: &PlanEntryProps) -> Html {
    let (text, plan, issues, drafts) = (use_text(), use_plan(), use_issues(), use_drafts());
    let (edit, begin) = use_edit();
    let what = props.what;
    let id = format!("{}{}", element_id(&what.pointer()), what.suffix());
    // A text that means a value, and what the plan shows of that value: it stays as it is typed until the field is left.
    let typing = use_state(|| None::<(String, String)>);
    let before = use_mut_ref(|| None::<Arc<Plan>>);
    let shown = what.shown(&plan);
    let kept = drafts.of(&id, &shown);
    let reason = complaint(what, kept.as_ref(), &plan, text, &issues);
    let typed = (*typing).clone().filter(|(_, beside)| *beside == shown).map(|(typed, _)| typed);
    let is_of_range = typed.as_deref().is_some_and(is_range) || !matches!(what, EntryField::Number(_));
    let hint = props.hint.as_ref().filter(|_| reason.is_none() && is_of_range);
    let value = kept.map(|draft| draft.typed).or(typed).unwrap_or_else(|| shown.clone());
    let oninput = {
        let (typing, plan, before, id) = (typing.setter(), plan.clone(), before.clone(), id.clone());
        Callback::from(move |event: InputEvent| {
            let typed = browser::typed(&event);
            let start = before.borrow().clone().unwrap_or_else(|| plan.clone());
            match what.read(&typed, &start, &plan) {
                Ok(change) => {
                    let beside = apply(&plan, &change).map_or_else(|_| shown.clone(), |plan| what.shown(&plan));
                    drafts.keep(&id, None);
                    typing.set(Some((typed, beside)));
                    edit.emit(change);
                }
                Err(bad) => {
                    let reason = reason_of(bad, what, text);
                    // What was typed on the way to it counts no more than the whole.
                    let back = put_back(what, &start, &plan);
                    let beside = if back.is_some() { what.shown(&start) } else { shown.clone() };
                    drafts.keep(&id, Some(Draft { typed, beside, reason }));
                    back.into_iter().for_each(|back| edit.emit(back));
                    // Renders anew, for the text went into the drafts alone.
                    typing.set(None);
                }
            }
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| typing.set(None));
    let onfocus = {
        let plan = plan.clone();
        Callback::from(move |_: FocusEvent| {
            before.replace(Some(plan.clone()));
            begin.emit(());
        })
    };
    let unit = unit(what, text);
    // What was typed in another unit carries it.
    let carries_unit = plan.entered_as.contains_key(&what.pointer()) && matches!(what, EntryField::Number(_));
    let note_id = (reason.is_some() || hint.is_some()).then(|| format!("{id}-note"));
    let control = Control {
        id: id.clone(),
        value,
        placeholder: props.placeholder.clone(),
        is_wrong: reason.is_some(),
        note_id: note_id.clone(),
        oninput,
        onblur,
        onfocus,
    };
    html! {
        <div class="field" data-kind={kind(what)}>
            <label for={id} class={props.quiet.then_some("visually-hidden")}>
                { &props.label }if !unit.is_empty() { <span class="visually-hidden">{ format!(" ({unit})") }</span> }
            </label>
            <span class="input" data-invalid={reason.is_some().then_some("")}>
                { control.html(what) }
                if !unit.is_empty() && !carries_unit { <span class="unit" aria-hidden="true">{ unit }</span> }
            </span>
            if let Some(hint) = hint { <p class="hint" id={note_id.clone()}>{ hint }</p> }
            if let Some(reason) = reason { <p class="reason" id={note_id}>{ reason }</p> }
        </div>
    }
}

/// Value of `data-kind`, for the width of the field.
fn kind(what: EntryField) -> &'static str {
    match what {
        EntryField::Number(_) => "number",
        EntryField::Range(_) => "range",
        EntryField::Time(_) => "time",
        EntryField::SourceText(_) | EntryField::SourceAddress(_) | EntryField::StageName(_) => "text",
    }
}

/// The element that is typed into.
struct Control {
    id: String,
    value: String,
    placeholder: AttrValue,
    is_wrong: bool,
    /// What describes it.
    note_id: Option<String>,
    oninput: Callback<InputEvent>,
    onblur: Callback<FocusEvent>,
    onfocus: Callback<FocusEvent>,
}

impl Control {
    fn html(self, what: EntryField) -> Html {
        let Self { id, value, placeholder, is_wrong, note_id, oninput, onblur, onfocus } = self;
        let invalid = is_wrong.then_some("true");
        if let EntryField::SourceText(_) = what {
            return html! {
                <textarea {id} rows="3" {value} {placeholder} aria-invalid={invalid} aria-describedby={note_id} {oninput} {onblur} {onfocus} />
            };
        }
        let (form, keys) = match what {
            EntryField::Time(_) => ("datetime-local", None),
            EntryField::Number(_) => ("text", Some("decimal")),
            _ => ("text", None),
        };
        html! {
            <input {id} type={form} inputmode={keys} autocomplete="off" {value} {placeholder}
                aria-invalid={invalid} aria-describedby={note_id} {oninput} {onblur} {onfocus} />
        }
    }
}
