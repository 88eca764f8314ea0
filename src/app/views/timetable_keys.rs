//! The keys of the timetable.

use yew::prelude::*;

use super::timetable::Table;
use crate::app::browser;
use crate::app::timetable::spot::{carry, walk};
use crate::app::timetable::{How, Place, Spot, Step};

/// The id of what the Enter key leads to.
pub const MOVES_ID: &str = "timetable-moves";

/// Acts on a key within the board.
pub fn key_down(table: &Table, event: &KeyboardEvent) {
    let spot = browser::attribute_around(event, "data-spot").and_then(|id| Spot::of_id(&id));
    let Some(spot) = spot.filter(|_| !event.ctrl_key() && !event.meta_key() && !event.alt_key()) else { return };
    let key = event.key();
    let acted = match (table.local.choice.target, key.as_str(), spot) {
        (Some(from), key, _) => in_hand(table, from, key),
        (None, " ", Spot::Chip { cohort, .. }) if event.shift_key() => {
            table.choose(cohort, How::AsWell);
            true
        }
        (None, " ", Spot::Chip { place, cohort }) => {
            pick_up(table, cohort, place);
            true
        }
        (None, "Enter", Spot::Chip { cohort, .. }) => {
            if !table.local.choice.has(cohort) {
                table.choose(cohort, How::Alone);
            }
            // The list stands there only after the next rendering.
            browser::focus_soon(MOVES_ID.to_owned());
            true
        }
        (None, "Delete" | "Backspace", Spot::Chip { cohort, .. }) => {
            let chosen = if table.local.choice.has(cohort) { table.local.choice.cohorts() } else { &[cohort] };
            table.put(chosen, None);
            true
        }
        (None, "Escape", _) => {
            table.change(|local| local.choice = Default::default());
            true
        }
        (None, key, spot) => go(table, spot, key),
    };
    if acted {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn go(table: &Table, spot: Spot, key: &str) -> bool {
    let Some(step) = Step::of_key(key) else { return false };
    if let Some(next) = walk(&table.board, &table.plan, spot, step) {
        browser::focus(&next.id());
    }
    true
}

fn pick_up(table: &Table, cohort: usize, place: Place) {
    let count = if table.local.choice.has(cohort) { table.local.choice.cohorts().len() } else { 1 };
    let said = AttrValue::from((table.text.timetable.said_in_hand)(count));
    table.change(move |local| {
        local.choice.pick_up(cohort, place);
        local.said = said;
    });
}

/// With chips in hand: arrows choose where to, Space and Enter put down, Escape puts back.
fn in_hand(table: &Table, from: Place, key: &str) -> bool {
    match key {
        " " | "Enter" => table.put(table.local.choice.cohorts(), from),
        "Escape" => {
            let said = AttrValue::from(table.text.timetable.said_back);
            table.change(move |local| {
                local.choice.target = None;
                local.said = said;
            });
        }
        "Delete" | "Backspace" => table.put(table.local.choice.cohorts(), None),
        _ => {
            let Some(step) = Step::of_key(key) else { return false };
            let to = carry(&table.board, &table.plan, from, step);
            let trial = to.and_then(|window| table.trials.get(&window).copied().flatten());
            let then =
                trial.map(|trial| (table.text.common.load(trial.load), table.text.common.verdict(trial.verdict)));
            let then = then.as_ref().map(|(load, word)| (load.as_str(), *word));
            let said = AttrValue::from((table.text.timetable.said_target)(&table.name(to), then));
            table.change(move |local| {
                local.choice.target = Some(to);
                local.said = said;
            });
            browser::reveal(&format!("place:{}", crate::app::timetable::spot::place_name(to)));
        }
    }
    true
}
