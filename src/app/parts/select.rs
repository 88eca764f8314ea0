//! A labelled list of options of which one is chosen.

use yew::prelude::*;

use crate::app::browser;

#[derive(Clone, PartialEq, Properties)]
pub struct SelectProps {
    /// Unique on the page.
    pub id: AttrValue,
    pub label: AttrValue,
    pub options: Vec<String>,
    /// Index of the option that is the value.
    pub chosen: usize,
    /// Why the value cannot be used.
    #[prop_or_default]
    pub reason: Option<AttrValue>,
    pub on_choose: Callback<usize>,
}

#[component]
pub fn Select(props: &SelectProps) -> Html {
    let SelectProps { id, label, options, chosen, reason, on_choose } = props;
    // Once a person has chosen, the attribute of an option counts no more, and undo must be seen here too.
    use_effect_with((id.clone(), *chosen), |(id, chosen)| browser::choose(id, *chosen));
    let onchange = on_choose.reform(|event: Event| browser::chosen(&event));
    let reason_id = reason.as_ref().map(|_| format!("{id}-reason"));
    html! {
        <div class="field" data-kind="choice">
            <label for={id}>{ label }</label>
            <span class="input" data-invalid={reason.is_some().then_some("")}>
                <select {id} {onchange} aria-invalid={reason.is_some().then_some("true")} aria-describedby={reason_id.clone()}>
                    { for options.iter().enumerate().map(|(index, option)| html! {
                        <option selected={index == *chosen}>{ option }</option>
                    }) }
                </select>
            </span>
            if let Some(reason) = reason { <p class="reason" id={reason_id}>{ reason }</p> }
        </div>
    }
}
