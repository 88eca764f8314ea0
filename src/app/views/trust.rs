//! How far the forecast can be trusted: what the simulation says beside it, what is left out, what is weak, what to
//! measure first.

use std::sync::Arc;

use yew::prelude::*;

use super::trust_beside::{Simulation, beside};
use super::trust_weak::{first, weak_numbers};
use crate::app::browser;
use crate::app::hooks::{Dispatch, Outcome, StudyAction, use_last_simulation, use_risk, use_sight, use_simulation};
use crate::app::parts::tags::{list, tag, words};
use crate::app::state::Action;
use crate::app::view_state::ViewAction;
use crate::explain::trust;
use crate::text::trust::{TrustText, texts};

/// Ids of the panel and of the button that opens it.
const PANEL: &str = "trust";
const TOGGLE: &str = "trust-toggle";

/// The way to the panel from where the verdict is read.
pub fn trust_link(label: &'static str, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::View(ViewAction::Trust(true)));
        // Its button, not the panel: the browser would bring the middle of that into sight.
        browser::focus_soon(TOGGLE.to_owned());
    });
    html! { <button type="button" class="button trust-link" data-look="link" {onclick}>{ label }</button> }
}

/// The panel, closed at first; while it is open the simulation runs by itself.
#[component]
pub fn TrustPanel() -> Html {
    let sight = use_sight();
    let (risk, simulation, last) = (use_risk(), use_simulation(), use_last_simulation());
    let is_open = sight.view.trust;
    use_effect_with(is_open, {
        let study = sight.study.clone();
        move |is_open| study.emit(StudyAction::TrustOpen(*is_open))
    });
    let Some(outcome) = &sight.outcome else { return Html::default() };
    let said = texts(sight.text.language);
    let toggle = sight.look(move |_: MouseEvent| ViewAction::Trust(!is_open));
    let body = || {
        let report = risk.result.as_ref().filter(|result| Arc::ptr_eq(&result.plan, &outcome.plan));
        let weak = trust::weak(&outcome.plan, report.map(|result| &result.value));
        let mut compared = vec![words("h3", "", said.beside)];
        compared.extend(beside(&sight, outcome, &simulation, last.clone(), said));
        let pair = vec![
            tag("div", "", first(outcome, &trust::probes(&weak), said)),
            tag("div", "", left_out(outcome, &simulation, said)),
        ];
        let weak = weak_numbers(&sight, outcome, &weak, report.is_some(), said);
        let parts = vec![tag("div", "", compared), tag("div", "trust-pair", pair), tag("div", "", weak)];
        tag("div", "trust-body", parts)
    };
    html! {
        <section id={PANEL} class="trust" aria-labelledby="trust-heading" data-stale={(!outcome.is_current).then_some("")}>
            <div class="trust-head">
                <h2 id="trust-heading">{ said.heading }</h2>
                <button id={TOGGLE} type="button" class="button" data-look="link" aria-expanded={if is_open { "true" } else { "false" }}
                    aria-describedby="trust-heading" onclick={toggle}>{ if is_open { said.close } else { said.open } }</button>
            </div>
            if is_open { { body() } } else { <p class="note">{ said.in_it }</p> }
        </section>
    }
}

/// What the model leaves out.
fn left_out(outcome: &Outcome, simulation: &Simulation, said: &TrustText) -> Vec<Html> {
    let windows = outcome.forecast.slots.iter().filter(|slot| slot.window.is_some());
    let starters: Vec<f64> = windows.map(|slot| slot.starters).collect();
    let known = simulation.result.as_ref().filter(|result| Arc::ptr_eq(&result.plan, &outcome.plan));
    let has_band = known.map(|result| result.value.chance.is_some());
    let left_out = trust::left_out(&outcome.plan, &starters, has_band);
    vec![words("h3", "", said.left_out), list("ul", left_out.into_iter().map(said.is_left_out).collect())]
}
