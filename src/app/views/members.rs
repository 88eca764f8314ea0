//! The membership, region by age: as a heat map, or as a grid of fields.

use yew::prelude::*;

use super::plan_number::element_id;
use super::section_head::SectionHead;
use crate::app::browser;
use crate::app::entry;
use crate::app::fields;
use crate::app::hooks::{Sight, use_edit, use_plan, use_text};
use crate::app::view_state::Section;
use crate::plan::Membership;
use crate::text::{Catalogue, format};

/// Steps of the heat map above its ground.
const HEAT_STEPS: f64 = 5.0;

/// As a heat map, or as a grid of fields.
pub fn members_section(sight: &Sight, is_form: bool) -> Html {
    let Sight { text, plan, dispatch, .. } = sight;
    let words = &text.members;
    let members = &plan.members;
    let source = plan.sources.get("/members/counts").map(|source| source.text.clone());
    let summary = (words.people)(members.total() as f64);
    let head =
        SectionHead { section: Section::Members, heading: words.heading, summary, edit: words.edit, form: is_form };
    let note = if is_form { words.edit_note } else { words.in_thousands };
    html! {
        <section class="section">
            { head.html(text, dispatch) }
            <div class="table-frame" tabindex="0" role="group" aria-label={words.heading}>
                <table class="heat" data-form={is_form.then_some("")}>
                    <thead><tr>
                        <th scope="col"><span class="visually-hidden">{ words.region }</span></th>
                        { for members.ages.iter().map(|band| html! { <th scope="col">{ &band.name }</th> }) }
                        <th scope="col">{ text.common.total }</th>
                    </tr></thead>
                    <tbody>{ for (0..members.regions.len()).map(|region| row(members, region, is_form)) }</tbody>
                    <tfoot>{ totals(members, is_form, text) }</tfoot>
                </table>
            </div>
            <p class="note">{ note }if let Some(source) = source { { " " }{ source } }</p>
        </section>
    }
}

fn row(members: &Membership, region: usize, form: bool) -> Html {
    let counts = members.counts.get(region).map(Vec::as_slice).unwrap_or_default();
    let most = members.counts.iter().flatten().copied().max().unwrap_or(0);
    let total: u64 = counts.iter().sum();
    let cell = |(age, people): (usize, &u64)| {
        let heat = heat(*people, most);
        if form {
            html! { <td data-heat={heat}><Cell {region} {age} people={*people} /></td> }
        } else {
            html! { <td data-heat={heat}>{ thousands(*people as f64) }</td> }
        }
    };
    html! {
        <tr>
            <th scope="row">{ &members.regions[region].name }</th>
            { for counts.iter().enumerate().map(cell) }
            <td class="total">{ format::integer(total as f64) }</td>
        </tr>
    }
}

fn totals(members: &Membership, form: bool, text: &Catalogue) -> Html {
    let of_age = |age: usize| members.counts.iter().filter_map(|row| row.get(age)).sum::<u64>() as f64;
    let shown = |people: f64| if form { format::integer(people) } else { format::integer(people / 1_000.0) };
    html! {
        <tr>
            <th scope="row">{ text.common.total }</th>
            { for (0..members.ages.len()).map(|age| html! { <td>{ shown(of_age(age)) }</td> }) }
            <td class="total">{ format::integer(members.total() as f64) }</td>
        </tr>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CellProps {
    region: usize,
    age: usize,
    people: u64,
}

/// The field of one cell. A text that is no count stays as it was typed.
#[component]
fn Cell(props: &CellProps) -> Html {
    let (text, plan) = (use_text(), use_plan());
    let (edit, begin) = use_edit();
    let draft = use_state(|| None::<(String, u64)>);
    let CellProps { region, age, people } = *props;
    let typed = (*draft).clone().filter(|(_, beside)| *beside == people);
    let invalid = typed.as_ref().is_some_and(|(typed, _)| entry::count(typed).is_err());
    let value = typed.map_or_else(|| people.to_string(), |(typed, _)| typed);
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let typed = browser::typed(&event);
            match entry::count(&typed) {
                Ok(count) => {
                    draft.set(Some((typed, count)));
                    if count != people {
                        edit.emit(fields::count(region, age, count));
                    }
                }
                Err(_) => draft.set(Some((typed, people))),
            }
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| {
        if !invalid {
            draft.set(None);
        }
    });
    let id = element_id(&format!("/members/counts/{region}/{age}"));
    let reason_id = format!("{id}-reason");
    let label = (text.members.cell)(&plan.members.regions[region].name, &plan.members.ages[age].name);
    html! {
        <>
            <input {id} type="text" inputmode="numeric" autocomplete="off" aria-label={label} {value} {oninput} {onblur} onfocus={begin.reform(|_: FocusEvent| ())}
                aria-invalid={invalid.then_some("true")} aria-describedby={invalid.then(|| reason_id.clone())} />
            if invalid { <p class="reason" id={reason_id}>{ text.notices.not_a_whole_number }</p> }
        </>
    }
}

/// The step of the heat map, 0..=5.
fn heat(people: u64, most: u64) -> String {
    let part = if most == 0 { 0.0 } else { people as f64 / most as f64 };
    (part * (HEAT_STEPS + 0.99)).floor().to_string()
}

fn thousands(people: f64) -> String {
    format!("{:.1}", people / 1_000.0)
}
