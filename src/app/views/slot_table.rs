//! All figures of every slot in one table.

use yew::prelude::*;

use crate::app::hooks::{Outcome, Sight};
use crate::app::parts::verdict_mark::{MarkSize, verdict_mark};
use crate::forecast::Slot;
use crate::text::facts::stage_name;
use crate::text::{Catalogue, format};

/// A row per slot, and one for the time between them.
pub fn slot_table(sight: &Sight) -> Html {
    let text = sight.text;
    let Some(outcome) = &sight.outcome else { return Html::default() };
    let words = &text.slot_table;
    let percentile = format::percent(outcome.plan.target.percentile.get());
    let columns: [(String, bool); 13] = [
        (words.window.to_owned(), false),
        (words.time.to_owned(), false),
        (words.cohorts.to_owned(), false),
        (words.members.to_owned(), true),
        (words.starters.to_owned(), true),
        (words.peak_load.to_owned(), true),
        (words.bottleneck.to_owned(), false),
        (words.queue.to_owned(), true),
        ((words.wait_at_target)(&percentile), true),
        (words.waiting_at_close.to_owned(), true),
        (words.lost.to_owned(), true),
        (words.verdict.to_owned(), false),
        (words.baseline.to_owned(), true),
    ];
    html! {
        <section class="slots-place" aria-labelledby="slot-table-heading" data-stale={(!outcome.is_current).then_some("")}>
            <h2 id="slot-table-heading">{ words.heading }</h2>
            <p class="note">{ words.note }</p>
            <div class="table-frame" role="group" aria-labelledby="slot-table-heading" tabindex="0">
                <table class="data slots">
                    <thead><tr>{ for columns.iter().map(|(column, number)| html! { <th scope="col" data-number={number.then_some("")}>{ column }</th> }) }</tr></thead>
                    <tbody>{ for outcome.forecast.slots.iter().enumerate().map(|(index, slot)| row(outcome, index, slot, text)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(outcome: &Outcome, index: usize, slot: &Slot, text: &Catalogue) -> Html {
    let plan = &outcome.plan;
    let window = slot.window.and_then(|index| plan.windows.get(index));
    let number = |value: f64| html! { <td data-number="">{ format::integer(value) }</td> };
    let name = slot
        .window
        .map_or_else(|| text.common.between_windows.to_owned(), |index| (text.common.window_number)(index + 1));
    let place = stage_name(plan, slot.bottleneck).unwrap_or_else(|| text.common.waiting_room.to_owned());
    let cohorts = window.map(|window| {
        let names =
            window.cohorts.iter().filter_map(|cohort| plan.cohorts.get(*cohort)).map(|cohort| cohort.name.as_str());
        (names.collect::<Vec<_>>().join(", "), (text.slot_table.cohort_count)(window.cohorts.len()))
    });
    let baseline = outcome.forecast.baseline.slots.get(index).and_then(|slot| slot.peak_load);
    html! {
        <tr data-between={window.is_none().then_some("")}>
            <th scope="row">{ name }if window.is_some_and(|window| window.catch_up) { <span class="tag">{ text.common.catch_up }</span> }</th>
            <td class="nowrap">{ window.map(|window| format::interval(text.language, window.opens, window.closes)).unwrap_or_default() }</td>
            <td class="nowrap">if let Some((names, count)) = cohorts { <span title={names}>{ count }</span> }</td>
            { number(slot.members) }
            { number(slot.starters) }
            <td data-number=""><b>{ text.common.load(slot.peak_load) }</b></td>
            <td class="nowrap">{ place }</td>
            { number(slot.peak_queue) }
            <td data-number="">{ text.common.wait(text.language, slot.wait_target_s) }</td>
            { number(slot.waiting_at_close) }
            { number(slot.lost) }
            <td>{ verdict_mark(slot.verdict, text.common.verdict(slot.verdict), MarkSize::Small) }</td>
            <td data-number="">{ text.common.load(baseline) }</td>
        </tr>
    }
}
