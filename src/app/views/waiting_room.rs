//! The form of the waiting room before the first stage.

use yew::prelude::*;

use super::plan_number::number_rows;
use super::stage_form::readings;
use crate::app::fields::{ChoiceField, NumberField};
use crate::app::hooks::Sight;
use crate::app::parts::button::{Button, Look};
use crate::app::parts::icon::IconName;
use crate::app::state::Action;

const NUMBERS: [NumberField; 3] = [NumberField::Admit, NumberField::InsideMax, NumberField::RoomPatience];

pub fn waiting_room_form(sight: &Sight) -> Html {
    let Sight { text, plan, dispatch, .. } = sight;
    let words = &text.forms;
    let Some(room) = plan.waiting_room else { return Html::default() };
    let remove = {
        let (plan, dispatch) = (plan.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(edit) = ChoiceField::WaitingRoom.edit(&plan, 0) {
                dispatch.dispatch(Action::Edit { edit, gesture: None });
            }
        })
    };
    html! {
        <div class="stage-inspector" role="group" aria-label={text.common.waiting_room}>
            { number_rows(sight, text.common.waiting_room, &NUMBERS) }
            { readings(sight, Some(room.admit.get()), plan.entered_as.contains_key(&NumberField::Admit.pointer()), None) }
            { Button { look: Look::Quiet, icon: Some(IconName::Cross), ..Button::new(words.remove_room, remove) }.html() }
        </div>
    }
}
