//! How far the forecast can be trusted: what the simulation says beside it, what is left out, what is weak, what to
//! measure first.

use std::sync::Arc;

use yew::prelude::*;

use super::trust_beside::beside;
use super::trust_weak::{first, weak_numbers};
use crate::app::browser;
use crate::app::hooks::{Dispatch, Sight, StudyAction, use_risk, use_sight, use_simulation};
use crate::app::state::Action;
use crate::app::view_state::ViewAction;
use crate::explain::trust;
use crate::text::trust::texts;

/// Ids of the panel, of the button that opens it and of what it opens.
const PANEL: &str = "trust";
const TOGGLE: &str = "trust-toggle";
const BODY: &str = "trust-body";

/// The way to the panel from where the verdict is read.
pub fn trust_link(label: &'static str, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::View(ViewAction::Trust(true)));
        browser::focus_soon(PANEL.to_owned());
    });
    html! { <button type="button" class="button trust-link" data-look="link" {onclick}>{ label }</button> }
}

/// The panel, closed at first; while it is open the simulation runs by itself.
#[component]
pub fn TrustPanel() -> Html {
    let sight = use_sight();
    let (risk, simulation) = (use_risk(), use_simulation());
    let is_open = sight.view.trust;
    use_effect_with(is_open, {
        let study = sight.study.clone();
        move |is_open| study.emit(StudyAction::TrustOpen(*is_open))
    });
    let Some(outcome) = &sight.outcome else { return Html::default() };
    let words = texts(sight.text.language);
    let toggle = sight.look(move |_: MouseEvent| ViewAction::Trust(!is_open));
    let body = || {
        let report = risk.result.as_ref().filter(|result| Arc::ptr_eq(&result.plan, &outcome.plan));
        let weak = trust::weak(&outcome.plan, report.map(|result| &result.value));
        let probes = trust::probes(&weak);
        html! {
            <div id={BODY} class="trust-body">
                { beside(&sight, outcome, &simulation, words) }
                <div class="trust-pair">
                    { first(outcome, &probes, words) }
                    { left_out(&sight, &simulation) }
                </div>
                { weak_numbers(&sight, outcome, &weak, report.is_some(), words) }
            </div>
        }
    };
    html! {
        <section id={PANEL} class="trust" aria-labelledby="trust-heading" tabindex="-1" data-stale={(!outcome.is_current).then_some("")}>
            <div class="trust-head">
                <h2 id="trust-heading">{ words.heading }</h2>
                <button id={TOGGLE} type="button" class="button" data-look="link" aria-expanded={if is_open { "true" } else { "false" }}
                    aria-controls={is_open.then_some(BODY)} aria-describedby="trust-heading" onclick={toggle}>{ if is_open { words.close } else { words.open } }</button>
            </div>
            if is_open { { body() } } else { <p class="note">{ words.in_it }</p> }
        </section>
    }
}

/// What the model leaves out.
fn left_out(sight: &Sight, simulation: &super::trust_beside::Simulation) -> Html {
    let Some(outcome) = &sight.outcome else { return Html::default() };
    let words = texts(sight.text.language);
    let windows = outcome.forecast.slots.iter().filter(|slot| slot.window.is_some());
    let starters: Vec<f64> = windows.map(|slot| slot.starters).collect();
    let known = simulation.result.as_ref().filter(|result| Arc::ptr_eq(&result.plan, &outcome.plan));
    let has_band = known.map(|result| result.value.chance.is_some());
    html! {
        <div>
            <h3>{ words.left_out }</h3>
            <ul>{ for trust::left_out(&outcome.plan, &starters, has_band).into_iter().map(|what| html! { <li>{ (words.is_left_out)(what) }</li> }) }</ul>
        </div>
    }
}
