//! A dated list as rows of a time and a flow that holds from then on.

use yew::prelude::*;

use super::plan_entry::PlanEntry;
use crate::app::fields::{DatedRow, EntryField, NumberField};
use crate::app::hooks::Sight;
use crate::app::parts::button::{Button, Look};
use crate::app::parts::icon::IconName;

/// The rows of a list and how one more is added.
pub struct Rows {
    pub heading: &'static str,
    pub add: &'static str,
    pub rows: Vec<(DatedRow, NumberField)>,
    pub on_add: Callback<MouseEvent>,
}

pub fn dated_rows(sight: &Sight, list: &Rows) -> Html {
    let Sight { text, plan, .. } = sight;
    let words = &text.forms;
    let row = |(index, (row, flow)): (usize, &(DatedRow, NumberField))| {
        let number = index + 1;
        html! {
            <li key={row.pointer()}>
                <PlanEntry what={EntryField::Time(*row)} label={(words.of_row)(words.at, number)} quiet=true />
                <PlanEntry what={EntryField::Number(*flow)} label={(words.of_row)(&flow.label(plan, text), number)} quiet=true />
                { remove_button(sight, *row, list.heading, number) }
            </li>
        }
    };
    html! {
        <>
            if !list.rows.is_empty() { <ol class="dated-rows">{ for list.rows.iter().enumerate().map(row) }</ol> }
            { Button { icon: Some(IconName::Plus), ..Button::new(list.add, list.on_add.clone()) }.html() }
        </>
    }
}

/// Takes a row out.
pub fn remove_button(sight: &Sight, row: DatedRow, heading: &str, number: usize) -> Html {
    let remove = sight.step(move |_: MouseEvent| row.remove());
    let label = (sight.text.forms.remove_row)(heading, number);
    Button { look: Look::Icon, icon: Some(IconName::Cross), ..Button::new(label, remove) }.html()
}
