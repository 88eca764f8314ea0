//! The form of one stage: capacity in both readings, times and people.

use yew::prelude::*;

use super::plan_number::PlanNumber;
use crate::app::fields::{NumberField, StageNumber};
use crate::chart::capacity;
use crate::plan::{Plan, Stage};
use crate::text::Catalogue;

/// The fields of the stage of that index.
pub fn stage_form(plan: &Plan, index: usize, text: &Catalogue) -> Html {
    let words = &text.journey;
    let Some(stage) = plan.journey.get(index) else { return Html::default() };
    let field = |number| NumberField::Stage(index, number);
    let n_changes = stage.changes.len();
    html! {
        <div class="stage-form" role="group" aria-label={(words.stage_form)(&stage.name)}>
            <h3>{ (words.stage_form)(&stage.name) }</h3>
            if n_changes > 0 { <p class="notice" data-state="info">{ (words.changes_note)(n_changes) }</p> }
            <h4>{ words.capacity_heading }</h4>
            <p class="note">{ words.capacity_help }</p>
            <div class="fields">
                <PlanNumber key={format!("rate-{index}")} field={field(StageNumber::Rate)} label={words.rate} placeholder={words.no_limit_hint} />
                <PlanNumber key={format!("sessions-{index}")} field={field(StageNumber::Sessions)} label={words.sessions} placeholder={words.no_limit_hint} />
            </div>
            { for by_littles_law(stage, text).into_iter().map(|sentence| html! { <p class="derived">{ sentence }</p> }) }
            <h4>{ words.time_heading }</h4>
            <div class="fields">
                <PlanNumber key={format!("service-{index}")} field={field(StageNumber::Service)} label={words.service} />
                <PlanNumber key={format!("patience-{index}")} field={field(StageNumber::Patience)} label={words.patience} placeholder={text.common.endless} />
                <PlanNumber key={format!("retry-{index}")} field={field(StageNumber::RetryShare)} label={words.retry_share} />
                <PlanNumber key={format!("after-{index}")} field={field(StageNumber::RetryAfter)} label={words.retry_after} />
                <PlanNumber key={format!("fail-{index}")} field={field(StageNumber::FailShare)} label={words.fail_share} />
                <PlanNumber key={format!("again-{index}")} field={field(StageNumber::FailRetryShare)} label={words.fail_retry_share} />
            </div>
        </div>
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
