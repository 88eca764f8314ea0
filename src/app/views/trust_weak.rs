//! The numbers that nobody measured, each with the way to its field, and what to measure first.

use yew::prelude::*;

use super::plan_number::element_id;
use super::waiting::way_to;
use crate::app::browser;
use crate::app::hooks::{Outcome, Sight};
use crate::app::state::Action;
use crate::app::view_state::Section;
use crate::explain::place::place;
use crate::explain::trust::{Influence, Probe, Weak};
use crate::explain::unit::quantity;
use crate::text::trust::TrustText;

/// So many stand there at once, the others when they are asked for.
const SHOWN: usize = 8;

/// What would have to be measured first.
pub fn first(outcome: &Outcome, probes: &[Probe], words: &TrustText) -> Html {
    html! {
        <div>
            <h3>{ words.first }</h3>
            if probes.is_empty() {
                <p>{ words.none_first }</p>
            } else {
                <ol>{ for probes.iter().map(|probe| html! { <li>{ (words.probe)(&probe.facts(&outcome.plan, &outcome.forecast)) }</li> }) }</ol>
            }
        </div>
    }
}

/// The weak numbers as a table.
pub fn weak_numbers(sight: &Sight, outcome: &Outcome, weak: &[Weak], ranked: bool, words: &TrustText) -> Html {
    let (shown, others) = weak.split_at(weak.len().min(SHOWN));
    html! {
        <div>
            <h3>{ words.weak }</h3>
            if weak.is_empty() {
                <p>{ words.none_weak }</p>
            } else {
                <p class="note">{ (words.weak_note)(ranked) }</p>
                { table(sight, outcome, shown, words) }
            }
            if !others.is_empty() {
                <details><summary>{ (words.show_all)(others.len()) }</summary>{ table(sight, outcome, others, words) }</details>
            }
        </div>
    }
}

fn table(sight: &Sight, outcome: &Outcome, weak: &[Weak], words: &TrustText) -> Html {
    let heads = [words.number, words.value, words.range, words.source, words.influence];
    html! {
        <div class="table-frame" role="group" aria-label={words.weak} tabindex="0">
            <table class="data">
                <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ *head }</th> }) }</tr></thead>
                <tbody>{ for weak.iter().map(|number| row(sight, outcome, number, words)) }</tbody>
            </table>
        </div>
    }
}

fn row(sight: &Sight, outcome: &Outcome, number: &Weak, words: &TrustText) -> Html {
    let (text, plan) = (sight.text, &outcome.plan);
    let said = |value: f64| quantity(text.language, plan, &number.pointer, value);
    let range =
        number.range.map_or_else(|| words.no_range.to_owned(), |(low, high)| format!("{}–{}", said(low), said(high)));
    let influence = match number.influence {
        Influence::Unknown => words.unknown_influence,
        Influence::Small => words.small_influence,
        Influence::On(figure, _) => (words.moves)(figure),
    };
    let lead = {
        let (dispatch, section, field) = (sight.dispatch.clone(), section(&number.pointer), number.field(plan));
        Callback::from(move |_: MouseEvent| {
            let id = element_id(&field);
            for action in way_to(section, &id) {
                dispatch.dispatch(Action::View(action));
            }
            browser::focus_soon(id);
        })
    };
    html! {
        <tr>
            <th scope="row"><button type="button" class="row-pick" onclick={lead}>{ place(text.language, plan, &number.pointer) }</button></th>
            <td class="nowrap">{ said(number.value) }</td>
            <td class="nowrap">{ range }</td>
            <td><span class="tag">{ text.assumptions.kind(number.kind) }</span></td>
            <td class="nowrap">{ influence }</td>
        </tr>
    }
}

/// The part of the page in whose form a number stands.
fn section(pointer: &str) -> Section {
    match pointer.split('/').nth(1) {
        Some("members") => Section::Members,
        Some("windows") => Section::Windows,
        Some("journey" | "waiting_room") => Section::Journey,
        _ => Section::Arrivals,
    }
}
