//! A field for a text that becomes an edit, or stays with the reason why it does not.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::browser;
use crate::app::drafts::Draft;
use crate::app::entry;
use crate::app::hooks::{use_drafts, use_edit};
use crate::plan::edit::PlanEdit;

/// What a text becomes: an edit, or the reason why it is none.
pub type Reading = Result<PlanEdit, &'static str>;

#[derive(Clone, PartialEq, Properties)]
pub struct EntryFieldProps {
    /// Unique on the page; what cannot be used is kept under it.
    pub id: AttrValue,
    pub label: AttrValue,
    /// The plan's own value as a text.
    pub value: AttrValue,
    /// `text` or `date`.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    #[prop_or_default]
    pub unit: Option<AttrValue>,
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Texts to choose from.
    #[prop_or_default]
    pub suggestions: Option<Rc<[&'static str]>>,
    /// Whether it is a whole number, which is replaced rather than added to.
    #[prop_or_default]
    pub is_number: bool,
    /// Why the plan's value cannot be used, from the checks.
    #[prop_or_default]
    pub reason: Option<AttrValue>,
    pub read: Callback<String, Reading>,
    /// Under the field.
    #[prop_or_default]
    pub note: Option<AttrValue>,
}

#[component]
pub fn EntryField(props: &EntryFieldProps) -> Html {
    let (edit, begin) = use_edit();
    let drafts = use_drafts();
    let typing = use_state(String::new);
    let kept = drafts.of(&props.id, &props.value);
    let reason = kept.as_ref().map(|draft| AttrValue::from(draft.reason.clone())).or_else(|| props.reason.clone());
    // What says the same stays as it is typed, say "1." on the way to "1.5".
    let typed = says_the_same(&typing, &props.value).then(|| (*typing).clone());
    let text = kept.map(|draft| draft.typed).or(typed);
    let oninput = {
        let (typing, drafts, props) = (typing.clone(), drafts.clone(), props.clone());
        Callback::from(move |event: InputEvent| {
            let text = browser::typed(&event);
            match props.read.emit(text.clone()) {
                Ok(change) => {
                    drafts.keep(&props.id, None);
                    edit.emit(change);
                }
                Err(reason) => {
                    let (beside, reason) = (props.value.to_string(), reason.to_owned());
                    drafts.keep(&props.id, Some(Draft { typed: text.clone(), beside, reason }));
                }
            }
            // Renders anew even where the text went into the drafts alone.
            typing.set(text);
        })
    };
    let is_number = props.is_number;
    let onfocus = begin.reform(move |event: FocusEvent| {
        if is_number {
            browser::select_all(&event);
        }
    });
    let reason_id = format!("{}-reason", props.id);
    let list = props.suggestions.as_ref().map(|texts| (format!("{}-list", props.id), texts));
    html! {
        <div class="field">
            <label for={&props.id}>{ &props.label }if let Some(unit) = &props.unit { <span class="visually-hidden">{ format!(" ({unit})") }</span> }</label>
            <span class="input" data-invalid={reason.is_some().then_some("")}>
                <input id={&props.id} type={&props.kind} autocomplete="off" maxlength="200" value={text.map_or_else(|| props.value.clone(), AttrValue::from)}
                    placeholder={&props.placeholder} list={list.as_ref().map(|(list, _)| list.clone())} inputmode={is_number.then_some("numeric")} aria-invalid={reason.is_some().then_some("true")}
                    aria-describedby={reason.is_some().then(|| reason_id.clone())} {oninput} {onfocus} />
                if let Some(unit) = &props.unit { <span class="unit" aria-hidden="true">{ unit }</span> }
            </span>
            if let Some((list, texts)) = list { <datalist id={list}>{ for texts.iter().map(|text| html! { <option value={*text} /> }) }</datalist> }
            if let Some(reason) = reason { <p class="reason" id={reason_id}>{ reason }</p> }
            if let Some(note) = &props.note { <p class="note">{ note }</p> }
        </div>
    }
}

fn says_the_same(one: &str, other: &str) -> bool {
    let number = |text: &str| entry::number(text, false).ok();
    number(one).is_some_and(|value| Some(value) == number(other))
}
