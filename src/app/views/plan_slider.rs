//! A slider under a number: it follows pointer, touch and keys, and one drag is one step of undo.

use std::sync::Arc;

use yew::prelude::*;

use crate::app::browser;
use crate::app::fields::NumberField;
use crate::app::fields::entry_field::spelled;
use crate::app::fields::span::{POSITIONS, Span};
use crate::app::hooks::{use_edit, use_plan, use_text};
use crate::plan::Plan;

#[derive(Clone, PartialEq, Properties)]
pub struct PlanSliderProps {
    pub field: NumberField,
    pub label: AttrValue,
}

#[component]
pub fn PlanSlider(props: &PlanSliderProps) -> Html {
    let (text, plan) = (use_text(), use_plan());
    let (edit, begin) = use_edit();
    let field = props.field;
    // What the slider covers depends on the value, so it is held while the slider is moved.
    let held = use_state(|| None::<Span>);
    let before = use_mut_ref(|| None::<Arc<Plan>>);
    let Some(span) = (*held).or_else(|| Span::of(field, &plan)) else { return Html::default() };
    let shown = field.unit().shown(field.value(&plan).unwrap_or_default());
    let start = {
        let (held, before, plan) = (held.setter(), before.clone(), plan.clone());
        Callback::from(move |()| {
            held.set(Some(span));
            before.replace(Some(plan.clone()));
            begin.emit(());
        })
    };
    let end = {
        let (held, start) = (held.setter(), start.clone());
        Callback::from(move |_: PointerEvent| {
            // Keys that follow a drag are another gesture, over what the slider covers then.
            start.emit(());
            held.set(None);
        })
    };
    let oninput = Callback::from(move |event: InputEvent| {
        let position: u32 = browser::typed(&event).parse().unwrap_or(span.first);
        let value = field.unit().stored(span.shown(position));
        let from = before.borrow().clone().unwrap_or_else(|| plan.clone());
        if let Some(change) = field.change(&from, &plan, Some(value), None) {
            edit.emit(change);
        }
    });
    let release = held.setter();
    html! {
        <input type="range" class="slider" max={POSITIONS.to_string()} value={span.position(shown).to_string()}
            aria-label={(text.forms.slider)(&props.label)} aria-valuetext={format!("{} {}", spelled(shown), field.unit().word(text))}
            onpointerdown={start.reform(|_: PointerEvent| ())} onfocus={start.reform(|_: FocusEvent| ())}
            onpointerup={end.clone()} onpointercancel={end} onblur={Callback::from(move |_: FocusEvent| release.set(None))} {oninput} />
    }
}
