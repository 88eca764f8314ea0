//! The timetable as a table: one row per cohort, its window as a choice, several chosen at once.

use yew::prelude::*;

use super::timetable::Table;
use super::timetable_board::Shown;
use crate::app::browser;
use crate::app::fields::ordinary_window_of;
use crate::app::parts::button::{Button, Look};
use crate::app::parts::select::Select;
use crate::app::timetable::listing::{found, places, rows_of_page};
use crate::app::timetable::{How, Place};
use crate::text::format;

/// The rows that are found, as many as were asked for.
pub fn cohort_list(table: &Table, shown: &Shown<'_>) -> Html {
    let (words, plan) = (&table.text.timetable, &table.plan);
    let (cohorts, places) = (found(plan, &table.local.wanted), places(plan));
    let names: Vec<String> = places.iter().map(|place| table.name(*place)).collect();
    let rows = rows_of_page(places.len()) * (table.local.more_pages + 1);
    let on_filter = {
        let table = table.clone();
        Callback::from(move |event: InputEvent| {
            let wanted = browser::typed(&event);
            table.change(move |local| {
                local.wanted = wanted;
                local.more_pages = 0;
            });
        })
    };
    let choose_all = {
        let (table, cohorts) = (table.clone(), cohorts.clone());
        Callback::from(move |_: MouseEvent| table.choose_all(cohorts.clone()))
    };
    let more = {
        let table = table.clone();
        Callback::from(move |_: MouseEvent| table.change(|local| local.more_pages += 1))
    };
    html! {
        <div class="cohort-list">
            <div class="fields">
                <div class="field" data-kind="text">
                    <label for="cohort-filter">{ words.filter }</label>
                    <span class="input"><input id="cohort-filter" type="search" autocomplete="off" value={table.local.wanted.clone()} oninput={on_filter} /></span>
                </div>
                { Button::new((words.choose_found)(cohorts.len()), choose_all).html() }
            </div>
            <div class="table-frame" role="group" aria-label={words.list}>
                <table class="params">
                    <thead><tr>
                        <th scope="col"><span class="visually-hidden">{ words.choose }</span></th>
                        <th scope="col">{ words.cohort }</th>
                        <th scope="col">{ words.members }</th>
                        <th scope="col">{ words.slot }</th>
                    </tr></thead>
                    <tbody>{ for cohorts.iter().take(rows).map(|&cohort| row(table, shown, cohort, &places, &names)) }</tbody>
                </table>
            </div>
            if cohorts.len() > rows {
                { Button { look: Look::Link, ..Button::new((words.more)(cohorts.len() - rows), more) }.html() }
            }
        </div>
    }
}

fn row(table: &Table, shown: &Shown<'_>, cohort: usize, places: &[Place], names: &[String]) -> Html {
    let words = &table.text.timetable;
    let name = &table.plan.cohorts[cohort].name;
    let home = ordinary_window_of(&table.plan, cohort);
    let chosen = places.iter().position(|place| *place == home).unwrap_or_default();
    let on_check = {
        let table = table.clone();
        Callback::from(move |_: Event| table.choose(cohort, How::AsWell))
    };
    let on_choose = {
        let (table, places) = (table.clone(), places.to_vec());
        Callback::from(move |option: usize| {
            if let Some(place) = places.get(option) {
                table.put(&[cohort], *place);
            }
        })
    };
    let is_chosen = table.local.choice.has(cohort);
    html! {
        <tr key={cohort} data-chosen={is_chosen.then_some("")}>
            <td><input type="checkbox" checked={is_chosen} aria-label={(words.choose_cohort)(name)} onchange={on_check} /></td>
            <th scope="row">{ name }</th>
            <td>{ format::integer(shown.of_cohort(cohort)) }</td>
            <td><Select id={format!("cohort-slot-{cohort}")} label={(words.slot_of)(name)} options={names.to_vec()} {chosen} {on_choose} /></td>
        </tr>
    }
}
