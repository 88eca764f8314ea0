//! A field for one number. What was typed stays as typed while it is wrong or being typed.

use yew::prelude::*;

use crate::app::browser;
use crate::app::entry::{self, BadEntry};
use crate::text::format;

#[derive(Clone, PartialEq, Properties)]
pub struct FieldProps {
    /// Unique on the page.
    pub id: AttrValue,
    pub label: AttrValue,
    pub unit: AttrValue,
    pub value: Option<f64>,
    #[prop_or_default]
    pub may_be_empty: bool,
    /// Shown in an empty field.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Why the value cannot be used, from the checks of the plan.
    #[prop_or_default]
    pub reason: Option<AttrValue>,
    /// Words for texts that are no numbers.
    pub not_a_number: AttrValue,
    pub on_focus: Callback<()>,
    pub on_value: Callback<Option<f64>>,
    /// Under the field.
    #[prop_or_default]
    pub children: Html,
    #[prop_or_default]
    pub class: Classes,
}

/// What is being typed, and the value it stands beside.
#[derive(Clone, PartialEq)]
struct Draft {
    text: String,
    beside: Option<f64>,
    bad: Option<BadEntry>,
}

#[component]
pub fn Field(props: &FieldProps) -> Html {
    let draft = use_state(|| None::<Draft>);
    // A draft belongs to the value it was typed beside; after an undo or another plan it is gone.
    let typed = (*draft).clone().filter(|draft| draft.beside == props.value);
    let text = typed.as_ref().map_or_else(|| shown(props.value), |draft| draft.text.clone());
    let bad = typed.as_ref().and_then(|draft| draft.bad);
    let reason = bad.map(|_| props.not_a_number.clone()).or_else(|| props.reason.clone());
    let reason_id = format!("{}-reason", props.id);
    let oninput = {
        let (draft, props) = (draft.clone(), props.clone());
        Callback::from(move |event: InputEvent| {
            let text = browser::typed(&event);
            match entry::number(&text, props.may_be_empty) {
                Ok(value) => {
                    draft.set(Some(Draft { text, beside: value, bad: None }));
                    if value != props.value {
                        props.on_value.emit(value);
                    }
                }
                Err(bad) => draft.set(Some(Draft { text, beside: props.value, bad: Some(bad) })),
            }
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| {
        if draft.as_ref().is_some_and(|draft| draft.bad.is_none()) {
            draft.set(None);
        }
    });
    let onfocus = props.on_focus.reform(|_: FocusEvent| ());
    html! {
        <div class={classes!("field", props.class.clone())}>
            <label for={&props.id}>{ &props.label }<span class="visually-hidden">{ format!(" ({})", props.unit) }</span></label>
            <span class="input" data-invalid={reason.is_some().then_some("")}>
                <input id={&props.id} type="text" inputmode="decimal" autocomplete="off" value={text} placeholder={&props.placeholder}
                    aria-invalid={reason.is_some().then_some("true")} aria-describedby={reason.is_some().then(|| reason_id.clone())}
                    {oninput} {onblur} {onfocus} />
                <span class="unit" aria-hidden="true">{ &props.unit }</span>
            </span>
            if let Some(reason) = reason { <p class="reason" id={reason_id}>{ reason }</p> }
            { props.children.clone() }
        </div>
    }
}

fn shown(value: Option<f64>) -> String {
    value.map_or_else(String::new, format::plain)
}
