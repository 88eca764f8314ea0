//! What can be done with the chosen cohorts: move, split, take out, change the rule.

use yew::prelude::*;

use super::cohort_form::CohortForm;
use super::timetable::Table;
use super::timetable_board::{Shown, load};
use super::timetable_keys::MOVES_ID;
use crate::app::fields::ordinary_window_of;
use crate::app::fields_of_windows::{SplitBy, split_cohort};
use crate::app::hooks::Sight;
use crate::app::parts::button::{Button, Look};
use crate::app::parts::icon::IconName;
use crate::app::state::Action;
use crate::app::timetable::listing::lowest;
use crate::app::timetable::{Choice, How, Trial, ranked};
use crate::text::format;

/// Moves that are listed unasked.
const MOVES_SHOWN: usize = 5;

/// The panel of the chosen cohorts.
pub fn chosen_panel(table: &Table, sight: &Sight, shown: &Shown<'_>) -> Html {
    let (plan, text, cohorts) = (&table.plan, table.text, table.local.choice.cohorts());
    let words = &text.timetable;
    let people: f64 = cohorts.iter().map(|&cohort| shown.of_cohort(cohort)).sum();
    let name = match cohorts {
        [cohort] => plan.cohorts[*cohort].name.clone(),
        _ => (words.chosen_many)(cohorts.len()),
    };
    let place = match cohorts {
        [cohort] => Some(match ordinary_window_of(plan, *cohort) {
            Some(window) => (words.now_at)(&format::moment(text.language, plan.windows[window].opens)),
            None => words.not_invited.to_owned(),
        }),
        _ => None,
    };
    let unchoose = {
        let table = table.clone();
        Callback::from(move |_: MouseEvent| table.change(|local| local.choice = Choice::default()))
    };
    let take_out = {
        let table = table.clone();
        Callback::from(move |_: MouseEvent| table.put(table.local.choice.cohorts(), None))
    };
    let on_follow = {
        let table = table.clone();
        Callback::from(move |cohort: Option<usize>| {
            table.change(move |local| {
                local.choice = Choice::default();
                if let Some(cohort) = cohort {
                    local.choice.choose(cohort, How::Alone, &[]);
                }
            });
        })
    };
    let one = match cohorts {
        [cohort] => Some(*cohort),
        _ => None,
    };
    html! {
        <div class="chosen" role="group" aria-label={words.chosen}>
            <div class="chosen-head">
                <div>
                    <h3>{ name }</h3>
                    <p class="note">{ (text.cohorts.people)(people) }if let Some(place) = place { { " · " }{ place } }</p>
                </div>
                { Button { look: Look::Icon, icon: Some(IconName::Cross), ..Button::new(words.unchoose, unchoose) }.html() }
            </div>
            { moves(table, sight, shown) }
            <div class="actions">
                { to_lowest(table, sight, shown) }
                { Button::new(words.take_out, take_out).html() }
                if let Some(cohort) = one { { splits(table, cohort) } }
            </div>
            if let Some(cohort) = one { <CohortForm key={cohort} {cohort} {on_follow} /> }
        </div>
    }
}

/// The button that puts the chosen where the peak is lowest; idle until every slot was tried.
fn to_lowest(table: &Table, sight: &Sight, shown: &Shown<'_>) -> Html {
    let words = &table.text.timetable;
    let tried = &shown.trials.of_windows;
    let ordinary = table.plan.windows.iter().filter(|window| !window.catch_up).count();
    let trials: Vec<Trial> = tried.values().copied().flatten().collect();
    let idle = shown.trials.too_slow || tried.len() < ordinary || trials.is_empty();
    let first = table.local.choice.cohorts().first().copied();
    let home = first.and_then(|cohort| ordinary_window_of(&table.plan, cohort));
    let slots = sight.outcome.as_ref().map(|outcome| &outcome.forecast.slots);
    let here = home.and_then(|window| slots?.get(window)?.peak_load);
    let table = table.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let cohorts = table.local.choice.cohorts();
        match lowest(&table.plan, cohorts, &trials, here) {
            Some(window) => table.put(cohorts, Some(window)),
            None => {
                let said = AttrValue::from(table.text.timetable.said_lowest);
                table.change(move |local| local.said = said);
            }
        }
    });
    Button { idle, ..Button::new(words.to_lowest, onclick) }.html()
}

fn moves(table: &Table, sight: &Sight, shown: &Shown<'_>) -> Html {
    let (text, words) = (table.text, &table.text.timetable);
    let trials: Vec<Trial> = shown.trials.of_windows.values().copied().flatten().collect();
    let ranked = ranked(&trials);
    let shown_most = if table.local.all_moves { ranked.len() } else { MOVES_SHOWN };
    let more = {
        let table = table.clone();
        Callback::from(move |_: MouseEvent| table.change(|local| local.all_moves = true))
    };
    let row = |trial: &Trial| {
        let window = trial.window;
        let onclick = {
            let table = table.clone();
            Callback::from(move |_: MouseEvent| table.put(table.local.choice.cohorts(), Some(window)))
        };
        let now = sight.outcome.as_ref().and_then(|outcome| outcome.forecast.slots.get(window));
        let now = text.common.load(now.and_then(|slot| slot.peak_load));
        let then = text.common.load(trial.load);
        let moment = format::moment(text.language, table.plan.windows[window].opens);
        let label = (words.move_row)(&moment, &now, &then, text.common.verdict(trial.verdict));
        html! {
            <li key={window}><button type="button" class="move-row" {onclick}>
                <span class="visually-hidden">{ label }</span>
                <b aria-hidden="true">{ format!("{} {}", format::day_short(text.language, table.plan.windows[window].opens.date()), format::time_of_day(table.plan.windows[window].opens)) }</b>
                <span aria-hidden="true">{ now }{ " → " }</span>
                <span aria-hidden="true">{ load(trial.verdict, trial.load, text) }</span>
            </button></li>
        }
    };
    html! {
        <div class="moves" role="group" aria-label={words.moves}>
            <h4 id={MOVES_ID} tabindex="-1">{ words.moves }</h4>
            if shown.trials.too_slow { <p class="note">{ words.moves_too_slow }</p> }
            <ol>{ for ranked.iter().take(shown_most).map(row) }</ol>
            if ranked.len() > shown_most {
                { Button { look: Look::Link, ..Button::new((words.all_moves)(ranked.len() - shown_most), more) }.html() }
            }
        </div>
    }
}

/// The ways in which a cohort can be split in two.
fn splits(table: &Table, cohort: usize) -> Html {
    let words = &table.text.cohorts;
    let way = |(index, by): (usize, &SplitBy)| {
        let edit = split_cohort(&table.plan, cohort, *by, words.half)?;
        let dispatch = table.dispatch.clone();
        let onclick =
            Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Edit { edit: edit.clone(), gesture: None }));
        Some(html! { { Button::new(words.split_by[index], onclick).html() } })
    };
    html! {
        <span class="splits" role="group" aria-label={words.split}>
            <span class="note">{ words.split }</span>
            { for SplitBy::ALL.iter().enumerate().filter_map(way) }
        </span>
    }
}
