//! The days of the timetable with their slots and chips, and the tray of those who are not invited.

use litemap::LiteMap;

use yew::prelude::*;

use super::journey::meter;
use super::timetable::Table;
use crate::app::hooks::Sight;
use crate::app::parts::verdict_mark::{MarkSize, state_name, verdict_mark};
use crate::app::timetable::spot::{first, place_name};
use crate::app::timetable::{CHIPS_SHOWN, DayRow, Place, SlotBox, Spot, Trial};
use crate::forecast::{Slot, Verdict};
use crate::plan::cut::Cut;
use crate::text::{Catalogue, format};

/// What is known beside the plan.
pub struct Shown<'a> {
    /// `None` = the plan is too large to be counted.
    pub people: Option<&'a Cut>,
    pub trials: &'a super::timetable_trials::Trials,
    /// The window whose form is open.
    pub window: Option<usize>,
}

impl Shown<'_> {
    /// People of a cohort.
    pub fn of_cohort(&self, cohort: usize) -> f64 {
        self.people.and_then(|people| people.cohorts.get(cohort)).map_or(0.0, |cohort| cohort.total as f64)
    }

    fn trials(&self) -> &LiteMap<usize, Option<Trial>> {
        &self.trials.of_windows
    }
}

/// The board and its tray.
pub fn board(table: &Table, sight: &Sight, shown: &Shown<'_>) -> Html {
    let board = &table.board;
    let reached = table.local.at.filter(|spot| spot.is_on(board)).or_else(|| first(board));
    let columns = (!board.columns.is_empty()).then(|| board.columns.len().to_string());
    html! {
        <div class="days" role="group" aria-label={table.text.timetable.board} data-columns={columns}>
            { for board.days.iter().map(|day| day_row(table, sight, shown, day, reached)) }
            { tray(table, shown, reached) }
        </div>
    }
}

fn day_row(table: &Table, sight: &Sight, shown: &Shown<'_>, day: &DayRow, reached: Option<Spot>) -> Html {
    let words = &table.text.timetable;
    let label = format::day_label(table.text.language, day.date);
    html! {
        <section class="day" key={day.date.to_string()} aria-label={label.clone()}>
            <div class="day-head">
                <h3>{ format::day_short(table.text.language, day.date) }</h3>
                <p class="note">{ (words.slots_of_day)(day.count) }</p>
                if !day.is_open {
                    <button type="button" class="button" data-look="link" data-day={day.date.to_string()}>{ (words.more)(day.count) }</button>
                } else if table.local.unfolded.turned.contains_key(&day.date) {
                    <button type="button" class="button" data-look="link" data-day={day.date.to_string()}>{ words.fewer }</button>
                }
            </div>
            <div class="day-slots">{ for day.slots.iter().map(|slot| slot_box(table, sight, shown, slot, reached)) }</div>
        </section>
    }
}

fn slot_box(table: &Table, sight: &Sight, shown: &Shown<'_>, slot: &SlotBox, reached: Option<Spot>) -> Html {
    let index = slot.window;
    let (window, text) = (&table.plan.windows[index], table.text);
    let outcome = sight.outcome.as_ref().filter(|outcome| outcome.is_current);
    let figures = outcome.and_then(|outcome| outcome.forecast.slots.get(index));
    let is_open = shown.window == Some(index) && table.local.choice.cohorts().is_empty();
    let spot = Spot::Slot(index);
    let id = spot.id();
    let interval = format::interval(text.language, window.opens, window.closes);
    let name = (text.windows.row)(index + 1, &interval, window.cohorts.len());
    let is_target = table.local.choice.target == Some(Some(index));
    html! {
        <div class="slot" key={index} id={format!("place:{index}")} data-place={place_name(Some(index))} data-state={figures.map(|slot| state_name(slot.verdict))}
            data-catch-up={window.catch_up.then_some("")} data-target={is_target.then_some("")} data-open={is_open.then_some("")}
            data-column={slot.column.map(|column| (column + 1).to_string())}>
            <button type="button" class="slot-head" id={id.clone()} data-spot={id} aria-expanded={if is_open { "true" } else { "false" }}
                aria-description={figures.map(|slot| described(slot, text))} tabindex={if reached == Some(spot) { "0" } else { "-1" }}>
                <span class="visually-hidden">{ name }</span>
                <b aria-hidden="true">{ format::time_of_day(window.opens) }</b>
                if let Some(figures) = figures {
                    <span class="slot-load state" aria-hidden="true" data-state={state_name(figures.verdict)}>
                        { verdict_mark(figures.verdict, text.common.verdict(figures.verdict), MarkSize::Shape) }{ text.common.load(figures.peak_load) }
                    </span>
                    <span class="slot-line" aria-hidden="true"><span class="slot-people">{ if window.catch_up { text.common.catch_up.to_owned() } else { (text.common.people)(figures.members) } }</span>
                    <span class="slot-closes">{ "–" }{ format::time_of_day(window.closes) }</span></span>
                    { meter(figures.peak_load, table.plan.target.load) }
                }
            </button>
            if window.catch_up { <p class="note">{ (text.timetable.catch_up_of)(window.cohorts.len()) }</p> }
            { chips(table, shown, Some(index), (&slot.chips, slot.folded), reached) }
            { foot(table, shown, index) }
        </div>
    }
}

/// Load and verdict of a slot in words.
fn described(slot: &Slot, text: &Catalogue) -> String {
    format!("{}, {}", text.common.load(slot.peak_load), text.common.verdict(slot.verdict))
}

/// The chips of a place, and the button for those that are not shown.
fn chips(
    table: &Table,
    shown: &Shown<'_>,
    place: Place,
    (cohorts, folded): (&[usize], usize),
    reached: Option<Spot>,
) -> Html {
    let words = &table.text.timetable;
    let is_unfolded = table.local.unfolded.places.contains_key(&place) && cohorts.len() > CHIPS_SHOWN + 1;
    html! {
        <>
            <ul class="slot-chips">{ for cohorts.iter().map(|&cohort| chip(table, shown, Spot::Chip { place, cohort }, cohort, reached)) }</ul>
            if folded > 0 || is_unfolded {
                <button type="button" class="button" data-look="link" data-more={place_name(place)}>
                    { if folded > 0 { (words.more)(folded) } else { words.fewer.to_owned() } }
                </button>
            }
        </>
    }
}

fn chip(table: &Table, shown: &Shown<'_>, spot: Spot, cohort: usize, reached: Option<Spot>) -> Html {
    let name = &table.plan.cohorts[cohort].name;
    let people = shown.of_cohort(cohort);
    let is_chosen = table.local.choice.has(cohort);
    let id = spot.id();
    html! {
        <li key={cohort}>
            <button type="button" class="chip" id={id.clone()} data-chip="" data-spot={id.clone()} aria-pressed={if is_chosen { "true" } else { "false" }}
                data-carried={(is_chosen && table.local.choice.is_in_hand()).then_some("")}
                tabindex={if reached == Some(spot) { "0" } else { "-1" }}>
                <span class="handle" data-handle={id} aria-hidden="true"></span>
                <span class="visually-hidden">{ (table.text.timetable.chip)(name, people) }</span>
                <span class="chip-name" aria-hidden="true">{ name }</span>
                <span class="chip-people" aria-hidden="true">{ format::integer(people) }</span>
            </button>
        </li>
    }
}

/// What the slot would peak at with the chosen in it.
fn foot(table: &Table, shown: &Shown<'_>, window: usize) -> Html {
    if table.plan.windows[window].catch_up {
        return Html::default();
    }
    let words = &table.text.timetable;
    match shown.trials().get(&window) {
        Some(Some(trial)) => html! {
            <p class="slot-foot"><span>{ words.if_moved_here }</span>{ load(trial.verdict, trial.load, table.text) }</p>
        },
        Some(None) => html! { <p class="slot-foot"><span>{ words.here_now }</span></p> },
        // Its line is kept free, so that nothing moves under the pointer when a chip is picked up.
        None => html! { <p class="slot-foot"></p> },
    }
}

/// A load with the mark of its verdict.
pub fn load(verdict: Verdict, load: Option<f64>, text: &Catalogue) -> Html {
    html! {
        <span class="state" data-state={state_name(verdict)}>
            { verdict_mark(verdict, text.common.verdict(verdict), MarkSize::Shape) }{ text.common.load(load) }
        </span>
    }
}

/// Cohorts in no ordinary window, and people in no cohort.
fn tray(table: &Table, shown: &Shown<'_>, reached: Option<Spot>) -> Html {
    let (board, words) = (&table.board, &table.text.timetable);
    let is_target = table.local.choice.target == Some(None);
    let is_empty = board.tray.is_empty();
    let rest = shown.people.map_or(0, |people| people.in_no_cohort);
    let not_invited = not_invited(table, shown);
    html! {
        <section class="tray" id="place:-" data-place={place_name(None)} data-target={is_target.then_some("")} data-empty={(is_empty && rest == 0).then_some("")} aria-label={words.not_invited}>
            <p class="tray-head">{ if is_empty { words.all_invited.to_owned() } else { (words.not_invited_people)(not_invited) } }</p>
            { chips(table, shown, None, (&board.tray, board.tray_folded), reached) }
            if rest > 0 { <p class="note">{ (words.in_no_cohort)(rest as f64) }</p> }
        </section>
    }
}

fn not_invited(table: &Table, shown: &Shown<'_>) -> f64 {
    let mut invited = vec![false; table.plan.cohorts.len()];
    for window in table.plan.windows.iter().filter(|window| !window.catch_up) {
        window.cohorts.iter().for_each(|&cohort| {
            if let Some(invited) = invited.get_mut(cohort) {
                *invited = true;
            }
        });
    }
    (0..invited.len()).filter(|&cohort| !invited[cohort]).map(|cohort| shown.of_cohort(cohort)).sum()
}
