//! A field for a date and a time of day.

use yew::prelude::*;

use crate::app::browser;
use crate::clock::CivilTime;

#[derive(Clone, PartialEq, Properties)]
pub struct TimeFieldProps {
    /// Unique on the page.
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: CivilTime,
    #[prop_or_default]
    pub reason: Option<AttrValue>,
    /// Words for a date without a time, or a time without a date.
    pub not_a_time: AttrValue,
    pub on_focus: Callback<()>,
    pub on_value: Callback<CivilTime>,
}

#[component]
pub fn TimeField(props: &TimeFieldProps) -> Html {
    // An incomplete entry belongs to the value it was typed beside; after an undo or another plan it is gone.
    let beside = use_state(|| None::<CivilTime>);
    let incomplete = *beside == Some(props.value);
    let reason = if incomplete { Some(props.not_a_time.clone()) } else { props.reason.clone() };
    let reason_id = format!("{}-reason", props.id);
    let oninput = {
        let (beside, on_value, value) = (beside.setter(), props.on_value.clone(), props.value);
        Callback::from(move |event: InputEvent| {
            let text = browser::typed(&event);
            let time = CivilTime::parse(&text);
            beside.set(time.is_err().then_some(value));
            if let Ok(time) = time {
                on_value.emit(time);
            }
        })
    };
    let onfocus = props.on_focus.reform(|_: FocusEvent| ());
    html! {
        <div class="field">
            <label for={&props.id}>{ &props.label }</label>
            <span class="input" data-invalid={reason.is_some().then_some("")}>
                <input id={&props.id} type="datetime-local" value={if incomplete { String::new() } else { props.value.to_string() }}
                    aria-invalid={reason.is_some().then_some("true")} aria-describedby={reason.is_some().then(|| reason_id.clone())} {oninput} {onfocus} />
            </span>
            if let Some(reason) = reason { <p class="reason" id={reason_id}>{ reason }</p> }
        </div>
    }
}
