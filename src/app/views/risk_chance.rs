//! How likely it is that something breaks, in one sentence; or how far that has come.

use yew::prelude::*;

use crate::app::hooks::{Outcome, Purpose, StudyAction, StudyState};
use crate::app::parts::button::{Button, Look};
use crate::app::parts::words::unbroken;
use crate::explain;
use crate::text::risk_page::texts;
use crate::text::{Language, risk};

/// The chance in a sentence, where it is known of the plan that is shown.
pub fn said_chance(outcome: &Outcome, language: Language) -> Option<String> {
    let known = outcome.risk.as_ref()?;
    let chance = (risk::texts(language).chance)(&explain::risk::chance(&known.plan, &known.value));
    let is_near = outcome.trust.as_ref().is_some_and(|trust| trust.value.is_near());
    Some(if is_near { format!("{chance} {}", texts(language).without_luck) } else { chance })
}

/// The sentence, or what goes on in its place, in a room that keeps its height.
pub fn chance_line(
    outcome: &Outcome,
    chance: Option<String>,
    state: StudyState,
    act: &Callback<StudyAction>,
    language: Language,
) -> Html {
    let words = texts(language);
    let is_known = chance.is_some() || outcome.plan.ranges.is_empty();
    let within = match (chance, state) {
        (Some(chance), _) => html! { <p>{ unbroken(&chance) }</p> },
        (None, _) if outcome.plan.ranges.is_empty() => html! { <p>{ words.no_ranges }</p> },
        (None, state) => under_way(state, act, language),
    };
    html! { <div class="verdict-chance" data-known={is_known.then_some("")}>{ within }</div> }
}

/// What goes on while there is no result: progress, or the way to begin anew.
pub fn under_way(state: StudyState, act: &Callback<StudyAction>, language: Language) -> Html {
    let words = texts(language);
    let button = |label: &'static str, action: StudyAction| {
        let onclick = act.reform(move |_: MouseEvent| action);
        Button { look: Look::Link, ..Button::new(label, onclick) }.html()
    };
    let start = StudyAction::Start(Purpose::Risk);
    match state {
        StudyState::Idle | StudyState::TooLarge => html! { <p>{ words.soon }</p> },
        StudyState::Running { done, of, remaining_ms, is_again } => html! {
            // Told once, not with each step.
            <p class="under-way" aria-live="off">
                <progress aria-label={words.progress} max={of.to_string()} value={(of > 1).then(|| done.to_string())}></progress>
                <span>
                    { (words.computing)(remaining_ms.map(|left| left / 1_000.0)) }
                    if is_again { { " " }{ language.catalogue().wire_errors.again } }
                </span>
                { button(words.cancel, StudyAction::Cancel(Purpose::Risk)) }
            </p>
        },
        StudyState::Fell => html! { <p class="under-way">{ words.fell }{ button(words.try_again, start) }</p> },
        StudyState::Cancelled => html! { <p class="under-way">{ words.cancelled }{ button(words.compute, start) }</p> },
    }
}
