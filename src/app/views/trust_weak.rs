//! The numbers that nobody measured, each with the way to its field, and what to measure first.

use yew::prelude::*;

use super::plan_number::element_id;
use super::risk::headed;
use super::waiting::way_to;
use crate::app::browser;
use crate::app::hooks::{Outcome, Sight};
use crate::app::parts::button::{Button, Look};
use crate::app::parts::tags::{Cell, list, table, tag, words};
use crate::app::state::Action;
use crate::app::view_state::Section;
use crate::explain::place::place;
use crate::explain::trust::{Influence, Probe, Weak};
use crate::explain::unit::quantity;
use crate::text::trust::TrustText;

/// So many stand there at once, the others when they are asked for.
const SHOWN: usize = 8;

/// What would have to be measured first.
pub fn first(outcome: &Outcome, probes: &[Probe], said: &TrustText) -> Vec<Html> {
    let heading = words("h3", "", said.first);
    if probes.is_empty() {
        return vec![heading, words("p", "", said.none_first)];
    }
    let sentence = |probe: &Probe| (said.probe)(&probe.facts(&outcome.plan, &outcome.forecast));
    vec![heading, list("ol", probes.iter().map(sentence).collect())]
}

/// The weak numbers as a table.
pub fn weak_numbers(sight: &Sight, outcome: &Outcome, weak: &[Weak], ranked: bool, said: &TrustText) -> Vec<Html> {
    let mut parts = vec![words("h3", "", said.weak)];
    if weak.is_empty() {
        parts.push(words("p", "", said.none_weak));
        return parts;
    }
    let heads = [said.number, said.value, said.range, said.source, said.influence];
    let rows = |weak: &[Weak]| {
        let heads = heads.iter().map(|head| (Cell::Words, (*head).to_owned())).collect();
        table(said.weak, heads, weak.iter().map(|number| row(sight, outcome, number, said)).collect())
    };
    let (shown, others) = weak.split_at(weak.len().min(SHOWN));
    parts.push(words("p", "note", (said.weak_note)(ranked)));
    parts.push(rows(shown));
    if !others.is_empty() {
        parts.push(tag("details", "", vec![words("summary", "", (said.show_all)(others.len())), rows(others)]));
    }
    parts
}

fn row(sight: &Sight, outcome: &Outcome, number: &Weak, said: &TrustText) -> Vec<(Cell, Html)> {
    let (text, plan) = (sight.text, &outcome.plan);
    let quantity = |value: f64| quantity(text.language, plan, &number.pointer, value);
    let range = number
        .range
        .map_or_else(|| said.no_range.to_owned(), |(low, high)| text.bands.ends(&quantity(low), &quantity(high)));
    let influence = match number.influence {
        Influence::Unknown => said.unknown_influence,
        Influence::Small => said.small_influence,
        Influence::On(figure, _) => (said.moves)(figure),
    };
    let (dispatch, section, id) = (sight.dispatch.clone(), section(&number.pointer), element_id(&number.field(plan)));
    let lead = Callback::from(move |_: MouseEvent| {
        for action in way_to(section, &id) {
            dispatch.dispatch(Action::View(action));
        }
        browser::focus_soon(id.clone());
    });
    let name = Button { look: Look::Link, ..Button::new(headed(&place(text.language, plan, &number.pointer)), lead) };
    vec![
        (Cell::Head, name.html()),
        (Cell::Words, quantity(number.value).into()),
        (Cell::Words, range.into()),
        (Cell::Words, words("span", "tag", text.assumptions.kind(number.kind))),
        (Cell::Words, influence.into()),
    ]
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
