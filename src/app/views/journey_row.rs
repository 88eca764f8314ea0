//! The way through the journey: the waiting room, then every stage as a box with its capacity and load.

use yew::prelude::*;

use super::journey::{capacity, meter, peak_load};
use crate::app::fields::{ChoiceField, lists};
use crate::app::hooks::Sight;
use crate::app::parts::button::{Button, Look};
use crate::app::parts::icon::IconName;
use crate::app::state::Action;
use crate::app::view_state::ViewAction;
use crate::chart;
use crate::plan::Stage;
use crate::text::{Catalogue, format};

/// The boxes; `chosen` = the stage whose form is below, `None` = the waiting room's is.
pub fn journey_row(sight: &Sight, chosen: Option<usize>, narrowest: Option<usize>) -> Html {
    let Sight { text, plan, dispatch, .. } = sight;
    let add = {
        let (plan, dispatch, name) = (plan.clone(), dispatch.clone(), text.forms.new_stage);
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Edit { edit: lists::add_stage(&plan, name), gesture: None });
            dispatch.dispatch(Action::View(ViewAction::Stage(plan.journey.len())));
        })
    };
    html! {
        <>
            { Button { icon: Some(IconName::Plus), class: "add-stage", ..Button::new(text.forms.add_stage, add) }.html() }
            <ol class="way" data-few={(plan.journey.len() < 5).then_some("")}>
                { room(sight, chosen.is_none()) }
                { for plan.journey.iter().enumerate().map(|(index, stage)| stage_box(sight, index, stage, chosen == Some(index), narrowest == Some(index))) }
            </ol>
        </>
    }
}

fn room(sight: &Sight, is_chosen: bool) -> Html {
    let Sight { text, plan, dispatch, .. } = sight;
    let words = &text.forms;
    let Some(room) = plan.waiting_room else {
        let put = {
            let (plan, dispatch) = (plan.clone(), dispatch.clone());
            Callback::from(move |_: MouseEvent| {
                if let Some(edit) = ChoiceField::WaitingRoom.edit(&plan, 1) {
                    dispatch.dispatch(Action::Edit { edit, gesture: None });
                }
                dispatch.dispatch(Action::View(ViewAction::WaitingRoom));
            })
        };
        return html! {
            <li class="way-box" data-none="">
                <b>{ text.common.waiting_room }{ ": " }{ words.no_room }</b>
                <span>{ words.no_room_note }</span>
                { Button { look: Look::Link, ..Button::new(words.put_room, put) }.html() }
            </li>
        };
    };
    let choose = sight.look(|_: MouseEvent| ViewAction::WaitingRoom);
    html! {
        <li class="way-box" data-open={is_chosen.then_some("")}>
            <button type="button" aria-pressed={if is_chosen { "true" } else { "false" }} onclick={choose}>
                <b>{ text.common.waiting_room }</b>
                <span class="way-capacity">{ format::rate(text.language, room.admit.get()) }</span>
            </button>
        </li>
    }
}

fn stage_box(sight: &Sight, index: usize, stage: &Stage, is_chosen: bool, is_narrowest: bool) -> Html {
    let Sight { text, plan, outcome, .. } = sight;
    let forecast = outcome.as_ref().and_then(|outcome| outcome.forecast.stages.get(index));
    let load = forecast.and_then(peak_load);
    let choose = sight.look(move |_: MouseEvent| ViewAction::Stage(index));
    html! {
        <li class="way-box" data-open={is_chosen.then_some("")} data-narrowest={is_narrowest.then_some("")}>
            <button type="button" aria-pressed={if is_chosen { "true" } else { "false" }} onclick={choose}>
                <b>{ (text.forms.stage_number)(index + 1, &stage.name) }</b>
                if is_narrowest { <span class="tag">{ text.forms.narrowest }</span> }
                <span class="way-capacity">{ capacity(stage, text) }</span>
                <span>{ other_reading(stage, text) }</span>
                { meter(load, plan.target.load) }
                <span>{ (text.journey.peak)(&text.common.load(load)) }</span>
            </button>
        </li>
    }
}

/// The capacity as the other of at once and per second, and the time that joins the two.
fn other_reading(stage: &Stage, text: &Catalogue) -> String {
    let at_once = chart::capacity::sessions_of_rate(stage).map(text.journey.sessions_short);
    let per_second = chart::capacity::rate_of_sessions(stage).map(|rate| format::rate(text.language, rate));
    let service = format::duration(text.language, stage.service.get());
    match at_once.or(per_second) {
        Some(reading) => (text.forms.by_service)(&reading, &service),
        None => (text.forms.each)(&service),
    }
}
