//! The form of one stage: capacity in both readings, times and people, what changes by the clock.

use yew::prelude::*;

use super::capacity_changes::capacity_changes;
use super::dated_rows::{Rows, dated_rows};
use super::plan_choice::plan_choice;
use super::plan_entry::PlanEntry;
use super::plan_number::number_rows;
use crate::app::fields::{ChoiceField, DatedRow, EntryField, NumberField, StageNumber, lists};
use crate::app::hooks::Sight;
use crate::app::parts::button::{Button, Look};
use crate::app::parts::icon::IconName;
use crate::app::state::Action;
use crate::app::view_state::ViewAction;
use crate::chart::capacity;
use crate::plan::edit::{PlanEdit, StageEdit};
use crate::plan::{ServiceLaw, Stage};
use crate::text::{Catalogue, format};

/// The fields of the stage of that index.
pub fn stage_form(sight: &Sight, index: usize) -> Html {
    let Sight { text, plan, .. } = sight;
    let words = &text.journey;
    let Some(stage) = plan.journey.get(index) else { return Html::default() };
    let numbers = |numbers: &[StageNumber]| -> Vec<NumberField> {
        numbers.iter().map(|number| NumberField::Stage(index, *number)).collect()
    };
    let capacity = numbers(&[StageNumber::Rate, StageNumber::Sessions]);
    let times = numbers(&[
        StageNumber::Service,
        StageNumber::Patience,
        StageNumber::RetryShare,
        StageNumber::RetryAfter,
        StageNumber::FailShare,
        StageNumber::FailRetryShare,
    ]);
    let is_typed = plan.entered_as.contains_key(&NumberField::Stage(index, StageNumber::Rate).pointer());
    html! {
        <div class="stage-inspector" role="group" aria-label={(words.stage_form)(&stage.name)} key={index}>
            { head(sight, index) }
            { number_rows(sight, words.capacity_heading, &capacity) }
            { readings(sight, capacity::base(stage), is_typed || stage.rate.is_none(), capacity::sessions_of_rate(stage)) }
            { for by_littles_law(stage, text).into_iter().map(|sentence| html! { <p class="derived">{ sentence }</p> }) }
            <p class="note">{ words.capacity_help }{ " " }{ text.forms.not_a_rate }</p>
            { number_rows(sight, words.time_heading, &times) }
            { service_law(sight, index, stage.service_law) }
            { plan_choice(sight, ChoiceField::OnCapacityDrop(index), text.forms.on_drop) }
            { capacity_changes(sight, index, stage) }
            { background(sight, index, stage) }
        </div>
    }
}

/// How services spread; a simulation tells the laws apart, the forecast knows the mean.
fn service_law(sight: &Sight, index: usize, law: ServiceLaw) -> Html {
    let words = &sight.text.forms;
    let number = NumberField::Stage(index, StageNumber::ServiceSpread);
    html! {
        <>
            { plan_choice(sight, ChoiceField::ServiceLaw(index), words.service_law) }
            if let ServiceLaw::Lognormal { .. } = law { { number_rows(sight, words.law_lognormal, &[number]) } }
            if let ServiceLaw::Erlang { .. } = law { { plan_choice(sight, ChoiceField::ServicePhases(index), words.service_phases) } }
        </>
    }
}

/// The name, and what can be done with the stage as a whole.
fn head(sight: &Sight, index: usize) -> Html {
    let Sight { text, plan, dispatch, .. } = sight;
    let words = &text.forms;
    let last = plan.journey.len().saturating_sub(1);
    // The form stays with the stage that it is of.
    let act = |edit: StageEdit, then: usize| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Edit { edit: PlanEdit::Stages(edit.clone()), gesture: None });
            dispatch.dispatch(Action::View(ViewAction::Stage(then)));
        })
    };
    let tool = |label: &'static str, icon: IconName, idle: bool, edit: StageEdit, then: usize| {
        Button { look: Look::Quiet, icon: Some(icon), idle, ..Button::new(label, act(edit, then)) }.html()
    };
    let (left, right) = (index.saturating_sub(1), (index + 1).min(last));
    html! {
        <div class="stage-head">
            <PlanEntry key={format!("name-{index}")} what={EntryField::StageName(index)} label={words.stage_name} />
            <div class="stage-tools">
                { tool(words.stage_left, IconName::Left, index == 0, StageEdit::Move { from: index, to: left }, left) }
                { tool(words.stage_right, IconName::Right, index == last, StageEdit::Move { from: index, to: right }, right) }
                { tool(words.double_stage, IconName::Copy, false, StageEdit::Double { at: index }, index + 1) }
                { tool(words.remove_stage, IconName::Cross, false, StageEdit::Remove { at: index }, left) }
            </div>
        </div>
    }
}

/// A capacity in the units that it was not typed in: derived values, to look at only.
pub fn readings(sight: &Sight, per_second: Option<f64>, with_second: bool, at_once: Option<f64>) -> Html {
    let text = sight.text;
    let words = &text.forms;
    let flow = |label, times: f64, unit| per_second.map(|rate| (label, format::flow_number(rate * times), unit));
    let boxes = [
        flow(words.per_second, 1.0, text.common.unit_per_second).filter(|_| with_second),
        flow(words.per_minute, 60.0, words.unit_per_minute),
        flow(words.per_hour, 3600.0, words.unit_per_hour),
        at_once.map(|people| (words.at_once, format::integer(people), text.common.unit_people)),
    ];
    if per_second.is_none() {
        return Html::default();
    }
    html! {
        <dl class="readings">{ for boxes.into_iter().flatten().map(|(label, value, unit)| html! {
            <div><dt>{ (words.derived)(label) }</dt><dd><b>{ value }</b>{ " " }<span class="unit">{ unit }</span></dd></div>
        }) }</dl>
    }
}

/// Each limit in the other reading: at once and per second are not the same number.
fn by_littles_law(stage: &Stage, text: &Catalogue) -> Vec<String> {
    let words = &text.journey;
    let service = stage.service.get();
    let of_rate = capacity::sessions_of_rate(stage)
        .zip(stage.rate)
        .map(|(sessions, rate)| (words.as_sessions)(rate.get(), service, sessions));
    let of_sessions = capacity::rate_of_sessions(stage)
        .zip(stage.sessions)
        .map(|(rate, sessions)| (words.as_rate)(sessions, service, rate));
    of_rate.into_iter().chain(of_sessions).collect()
}

fn background(sight: &Sight, index: usize, stage: &Stage) -> Html {
    let words = &sight.text.forms;
    let plan = sight.plan.clone();
    html! {
        <section class="number-block">
            <h3>{ words.background_heading }</h3>
            <p class="note">{ words.background_note }</p>
            { dated_rows(sight, &Rows {
                heading: words.background_heading,
                add: words.add_background,
                rows: (0..stage.background.len()).map(|row| (DatedRow::Background(index, row), NumberField::Background(index, row))).collect(),
                on_add: sight.step(move |_: MouseEvent| lists::add_background(&plan, index)),
            }) }
        </section>
    }
}
