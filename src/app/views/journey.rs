//! The stages as a row of boxes, and the form of the chosen one.

use yew::prelude::*;

use super::journey_row::journey_row;
use super::minutes::narrowest_stage;
use super::section_head::SectionHead;
use super::stage_form::stage_form;
use super::waiting::waiting_entries;
use super::waiting_room::waiting_room_form;
use super::workshop::doors;
use crate::app::hooks::Sight;
use crate::app::parts::verdict_mark::state_name;
use crate::app::state::Action;
use crate::app::view_state::{Section, ViewAction};
use crate::forecast::{StageForecast, Verdict};
use crate::plan::Stage;
use crate::text::{Catalogue, format};

/// In short, or with the form of the chosen stage.
pub fn journey_section(sight: &Sight, is_form: bool) -> Html {
    let Sight { text, plan, view, dispatch, outcome, .. } = sight;
    let narrowest = outcome.as_ref().map(narrowest_stage);
    let chosen = view.stage.or(narrowest).unwrap_or(0).min(plan.journey.len().saturating_sub(1));
    let words = &text.journey;
    let head = SectionHead {
        section: Section::Journey,
        heading: words.heading,
        summary: words.summary.to_owned(),
        edit: words.edit,
        form: is_form,
    };
    let in_room = view.waiting_room && plan.waiting_room.is_some();
    html! {
        <section class="section">
            { head.html(text, dispatch) }
            { doors(sight, Section::Journey) }
            if is_form {
                { journey_row(sight, (!in_room).then_some(chosen), narrowest) }
                { if in_room { waiting_room_form(sight) } else { stage_form(sight, chosen) } }
            } else {
                { waiting_entries(sight, Section::Journey) }
                { boxes(sight, narrowest) }
            }
        </section>
    }
}

/// The stages in short; a click opens the form of one.
fn boxes(sight: &Sight, narrowest: Option<usize>) -> Html {
    let Sight { text, plan, dispatch, outcome, .. } = sight;
    let choose = |index: usize| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::View(ViewAction::Stage(index)));
            dispatch.dispatch(Action::View(ViewAction::OpenForm(Section::Journey)));
        })
    };
    html! {
        <ol class="stages" data-count={plan.journey.len().to_string()}>{ for plan.journey.iter().enumerate().map(|(index, stage)| {
            let forecast = outcome.as_ref().and_then(|outcome| outcome.forecast.stages.get(index));
            let load = forecast.and_then(peak_load);
            html! {
                <li>
                    <button type="button" class="stage" aria-pressed="false" data-narrowest={(narrowest == Some(index)).then_some("")} onclick={choose(index)}>
                        <b>{ &stage.name }</b>
                        <span>{ capacity(stage, text) }</span>
                        { meter(load, plan.target.load) }
                        <span class="stage-load">{ text.common.load(load) }</span>
                    </button>
                </li>
            }
        }) }</ol>
    }
}

/// The highest load of any minute.
pub fn peak_load(stage: &StageForecast) -> Option<f64> {
    stage.series.load.iter().copied().flatten().reduce(f64::max)
}

/// What a stage can take, in few words.
pub fn capacity(stage: &Stage, text: &Catalogue) -> String {
    let rate = stage.rate.map(|rate| format::rate(text.language, rate.get()));
    let sessions = stage.sessions.map(text.journey.sessions_short);
    match (rate, sessions) {
        (Some(rate), Some(sessions)) => format!("{rate}, {sessions}"),
        (rate, sessions) => rate.or(sessions).unwrap_or_else(|| text.common.no_limit.to_owned()),
    }
}

/// The load as a bar, with a tick at the target.
pub fn meter(known: Option<f64>, target: f64) -> Html {
    let load = known.unwrap_or(0.0);
    let verdict = if load > 1.0 {
        Verdict::Breaks
    } else if load > target {
        Verdict::AtRisk
    } else {
        Verdict::Holds
    };
    let percent = |share: f64| format!("{:.1}%", share.clamp(0.0, 1.0) * 100.0);
    html! {
        <svg class="meter" aria-hidden="true" data-state={state_name(verdict)}>
            <rect class="meter-ground" width="100%" height="6" />
            <rect class="meter-load" width={percent(load)} height="6" />
            if known.is_some() { <line class="meter-target" x1={percent(target)} x2={percent(target)} y1="0" y2="6" /> }
        </svg>
    }
}
