//! All figures of every slot in one table, to be sorted by any column; a row marks its slot in the pictures.

use std::cmp::Ordering;

use yew::prelude::*;

use super::trust_near::NearSlots;
use crate::app::hooks::{Dispatch, Outcome, use_dispatch, use_forecast, use_simulation, use_text, use_view};
use crate::app::parts::icon::{IconName, icon};
use crate::app::parts::verdict_mark::{MarkSize, verdict_mark};
use crate::app::state::Action;
use crate::app::view_state::{ViewAction, ViewState};
use crate::chart::slots;
use crate::forecast::Slot;
use crate::num::order;
use crate::plan::Window;
use crate::risk::{SlotFigure, SlotRisk};
use crate::text::bands::of_hundred;
use crate::text::facts::stage_name;
use crate::text::{Catalogue, format};

/// Number of columns.
const COLUMNS: usize = 15;

/// Id of the button of a row; `None` = the time between windows.
pub fn row_id(window: Option<usize>) -> String {
    window.map_or_else(|| "slot-row-between".to_owned(), |window| format!("slot-row-{window}"))
}

/// What the table reads: not the plan in hand, with which it would be laid out twice.
struct TableSight {
    text: &'static Catalogue,
    view: ViewState,
    outcome: Option<Outcome>,
    dispatch: Dispatch,
}

impl TableSight {
    fn look<T: 'static>(&self, action: impl Fn(T) -> ViewAction + 'static) -> Callback<T> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: T| dispatch.dispatch(Action::View(action(event))))
    }
}

/// Names of the columns, and whether they hold numbers.
fn columns(outcome: &Outcome, text: &Catalogue) -> [(String, bool); COLUMNS] {
    let words = &text.slot_table;
    let percentile = format::percent(outcome.plan.target.percentile.get());
    [
        (words.window.to_owned(), false),
        (words.time.to_owned(), false),
        (words.verdict.to_owned(), false),
        (text.bands.chance_column.to_owned(), true),
        (words.peak_load.to_owned(), true),
        (text.bands.column.to_owned(), true),
        (words.bottleneck.to_owned(), false),
        (words.queue.to_owned(), true),
        ((words.wait_at_target)(&percentile), true),
        (words.waiting_at_close.to_owned(), true),
        (words.lost.to_owned(), true),
        (words.cohorts.to_owned(), false),
        (words.members.to_owned(), true),
        (words.starters.to_owned(), true),
        (words.baseline.to_owned(), true),
    ]
}

/// A row per slot, and one for the time between them.
#[component]
pub fn SlotTable() -> Html {
    let sight = &TableSight { text: use_text(), view: use_view(), outcome: use_forecast(), dispatch: use_dispatch() };
    let (text, simulation) = (sight.text, use_simulation());
    let Some(outcome) = &sight.outcome else { return Html::default() };
    let words = &text.slot_table;
    let near = NearSlots::new(text, outcome, &simulation);
    let readings = slots::windows_of_readings(&outcome.plan, &outcome.forecast, text);
    let chosen = sight.view.slot_reading.and_then(|index| readings.get(index).copied());
    let row = |index: usize| {
        let slot = &outcome.forecast.slots[index];
        let reading = readings.iter().position(|window| *window == slot.window);
        row(sight, outcome, &near, index, reading, chosen == Some(slot.window))
    };
    html! {
        <section class="slots-place" aria-labelledby="slot-table-heading" data-stale={(!outcome.is_current).then_some("")}>
            <h2 id="slot-table-heading">{ words.heading }</h2>
            <p class="note">{ (words.rule)(&outcome.plan.target) }{ " " }{ words.note }<span class="fewer">{ " " }{ words.fewer }</span></p>
            { near.in_short() }
            <div class="table-frame" role="group" aria-labelledby="slot-table-heading" tabindex="0">
                <table class="data slots">
                    <thead><tr>{ for columns(outcome, text).into_iter().enumerate().map(|(index, column)| head(sight, index, column)) }</tr></thead>
                    <tbody>{ for order(sight, outcome).into_iter().map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}

/// The button of a column: up, down, and back to the order of time.
fn head(sight: &TableSight, index: usize, (name, is_number): (String, bool)) -> Html {
    let sort = sight.view.slot_sort.filter(|(column, _)| *column == index).map(|(_, descending)| descending);
    // Of numbers the largest come first.
    let next = match sort {
        None => Some((index, is_number)),
        Some(descending) if descending == is_number => Some((index, !is_number)),
        Some(_) => None,
    };
    let state = sort.map(|descending| if descending { "descending" } else { "ascending" });
    let onclick = sight.look(move |_: MouseEvent| ViewAction::SlotSort(next));
    html! {
        <th scope="col" data-number={is_number.then_some("")} aria-sort={state}>
            <button type="button" class="sort" {onclick}>{ name }
                if let Some(descending) = sort { { icon(if descending { IconName::Down } else { IconName::Up }) } }
            </button>
        </th>
    }
}

/// Indices of the slots in the order of the sorted column, else of the plan; the time between windows stays last.
fn order(sight: &TableSight, outcome: &Outcome) -> Vec<usize> {
    let slots = &outcome.forecast.slots;
    let mut order: Vec<usize> = (0..slots.len()).collect();
    let Some((column, descending)) = sight.view.slot_sort else { return order };
    order::sort_by(&mut order, |&one, &other| {
        let last = slots[one].window.is_none().cmp(&slots[other].window.is_none());
        let sorted = compare(outcome, column, one, other);
        last.then(if descending { sorted.reverse() } else { sorted })
    });
    order
}

fn compare(outcome: &Outcome, column: usize, one: usize, other: usize) -> Ordering {
    let (plan, forecast) = (&outcome.plan, &outcome.forecast);
    let slot = |index: usize| &forecast.slots[index];
    let by = |value: fn(&Slot) -> f64| value(slot(one)).total_cmp(&value(slot(other)));
    let window = |index: usize| slot(index).window.and_then(|window| plan.windows.get(window));
    let of_window = |key: fn(&Window) -> usize| window(one).map(key).cmp(&window(other).map(key));
    let baseline = |index: usize| forecast.baseline.slots.get(index).and_then(|slot| slot.peak_load).unwrap_or(-1.0);
    match column {
        1 => window(one).map(|window| window.opens).cmp(&window(other).map(|window| window.opens)),
        2 => slot(one).verdict.cmp(&slot(other).verdict),
        3 => chance(outcome, one).cmp(&chance(outcome, other)),
        4 => by(|slot| slot.peak_load.unwrap_or(-1.0)),
        5 => highest(outcome, one).total_cmp(&highest(outcome, other)),
        6 => slot(one).bottleneck.cmp(&slot(other).bottleneck),
        7 => by(|slot| slot.peak_queue),
        8 => by(|slot| slot.wait_target_s.unwrap_or(f64::INFINITY)),
        9 => by(|slot| slot.waiting_at_close),
        10 => by(|slot| slot.lost),
        11 => of_window(|window| window.cohorts.len()),
        12 => by(|slot| slot.members),
        13 => by(|slot| slot.starters),
        14 => baseline(one).total_cmp(&baseline(other)),
        _ => slot(one).window.cmp(&slot(other).window),
    }
}

/// The name of the slot as a button that marks it in the pictures.
fn name(sight: &TableSight, slot: &Slot, reading: Option<usize>, is_chosen: bool) -> Html {
    let text = sight.text;
    let name = slot
        .window
        .map_or_else(|| text.common.between_windows.to_owned(), |index| (text.common.window_number)(index + 1));
    if reading.is_none() {
        return html! { { name } };
    }
    let pressed = if is_chosen { "true" } else { "false" };
    let onclick = sight.look(move |_: MouseEvent| ViewAction::SlotReading(reading));
    let onfocus = sight.look(move |_: FocusEvent| ViewAction::SlotReading(reading));
    html! { <button type="button" class="row-pick" id={row_id(slot.window)} aria-pressed={pressed} {onclick} {onfocus}>{ name }</button> }
}

/// The risk of a slot, where it is known of this plan.
fn risk(outcome: &Outcome, index: usize) -> Option<&SlotRisk> {
    outcome.summary()?.slots.get(index)
}

/// Draws in which a slot breaks.
fn chance(outcome: &Outcome, index: usize) -> usize {
    risk(outcome, index).map_or(0, |risk| risk.chance.happened)
}

/// The upper end of the band of the peak load.
fn highest(outcome: &Outcome, index: usize) -> f64 {
    risk(outcome, index).map_or(-1.0, |risk| risk.band(SlotFigure::PeakLoad).high())
}

/// Where the peak load of a slot lies in most draws.
fn spread(outcome: &Outcome, index: usize, text: &Catalogue) -> Option<String> {
    let band = risk(outcome, index)?.band(SlotFigure::PeakLoad);
    let is_told = band.low().is_finite() && band.high().is_finite();
    is_told.then(|| text.bands.ends(&format::percent(band.low()), &format::percent(band.high())))
}

fn row(
    sight: &TableSight,
    outcome: &Outcome,
    near: &NearSlots<'_>,
    index: usize,
    reading: Option<usize>,
    is_chosen: bool,
) -> Html {
    let (plan, text, slot) = (&outcome.plan, sight.text, &outcome.forecast.slots[index]);
    let window = slot.window.and_then(|index| plan.windows.get(index));
    let number = |value: f64| html! { <td data-number="">{ format::integer(value) }</td> };
    let place = stage_name(plan, slot.bottleneck).unwrap_or_else(|| text.common.waiting_room.to_owned());
    let cohorts = window.map(|window| {
        let names =
            window.cohorts.iter().filter_map(|cohort| plan.cohorts.get(*cohort)).map(|cohort| cohort.name.as_str());
        (names.collect::<Vec<_>>().join(", "), (text.slot_table.cohort_count)(window.cohorts.len()))
    });
    let baseline = outcome.forecast.baseline.slots.get(index).and_then(|slot| slot.peak_load);
    let onclick = reading.map(|reading| sight.look(move |_: MouseEvent| ViewAction::SlotReading(Some(reading))));
    let onmouseenter = reading.map(|reading| sight.look(move |_: MouseEvent| ViewAction::SlotReading(Some(reading))));
    html! {
        <tr key={index} data-between={window.is_none().then_some("")} data-chosen={is_chosen.then_some("")} {onclick} {onmouseenter}>
            <th scope="row">{ name(sight, slot, reading, is_chosen) }if window.is_some_and(|window| window.catch_up) { <span class="tag">{ text.common.catch_up }</span> }</th>
            <td class="nowrap">{ window.map(|window| format::interval(text.language, window.opens, window.closes)).unwrap_or_default() }</td>
            <td>{ verdict_mark(slot.verdict, text.common.verdict(slot.verdict), MarkSize::Small) }</td>
            <td data-number="">{ risk(outcome, index).map_or_else(|| "–".to_owned(), |risk| format!("{}%", of_hundred(risk.chance))) }</td>
            <td data-number=""><b>{ text.common.load(slot.peak_load) }</b></td>
            <td class="slot-spread" data-number="">{ spread(outcome, index, text).unwrap_or_else(|| "–".to_owned()) }</td>
            <td class="nowrap">{ place }</td>
            <td data-number="">{ format::integer(slot.peak_queue) }{ near.mark(index, 0) }</td>
            <td data-number="">{ text.common.wait(text.language, slot.wait_target_s) }{ near.mark(index, 1) }</td>
            { number(slot.waiting_at_close) }
            { number(slot.lost) }
            <td class="nowrap">if let Some((names, count)) = cohorts { <span title={names}>{ count }</span> }</td>
            { number(slot.members) }
            { number(slot.starters) }
            <td data-number="">{ text.common.load(baseline) }</td>
        </tr>
    }
}
