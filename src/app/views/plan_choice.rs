//! A field of the plan that is one of a few.

use yew::prelude::*;

use super::plan_number::{element_id, reason};
use crate::app::fields::ChoiceField;
use crate::app::hooks::Sight;
use crate::app::parts::select::Select;
use crate::app::state::Action;

/// The choice with its label and what is wrong with it.
pub fn plan_choice(sight: &Sight, field: ChoiceField, label: &str) -> Html {
    let Sight { text, plan, issues, dispatch, .. } = sight;
    let pointer = field.pointer();
    let on_choose = {
        let (plan, dispatch) = (plan.clone(), dispatch.clone());
        Callback::from(move |option: usize| {
            if let Some(edit) = field.edit(&plan, option) {
                dispatch.dispatch(Action::Edit { edit, gesture: None });
            }
        })
    };
    let id = format!("{}-choice", element_id(&pointer));
    let wrong = reason(text.language, plan, issues, &pointer);
    html! {
        <Select key={id.clone()} id={id.clone()} label={label.to_owned()} options={field.options(plan, text)} chosen={field.chosen(plan)} reason={wrong} {on_choose} />
    }
}
