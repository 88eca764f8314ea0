//! The membership, region by age: as a heat map, or as a grid of fields.

use yew::prelude::*;

use super::members_grid::MembersGrid;
use super::section_head::SectionHead;
use super::waiting::waiting_entries;
use super::workshop::doors;
use crate::app::hooks::Sight;
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
            { doors(sight, Section::Members) }
            if is_form { <MembersGrid /> } else { { waiting_entries(sight, Section::Members) }{ heat_map(members, text) } }
            <p class="note">{ note }if let Some(source) = source { { " " }{ source } }</p>
        </section>
    }
}

/// More regions than these are counted, not shown, beside the result.
const REGIONS_SHOWN: usize = 40;

fn heat_map(members: &Membership, text: &Catalogue) -> Html {
    let words = &text.members;
    let regions = members.regions.len();
    html! {
        <div class="table-frame" tabindex="0" role="group" aria-label={words.heading}>
            <table class="heat">
                <thead><tr>
                    <th scope="col"><span class="visually-hidden">{ words.region }</span></th>
                    { for members.ages.iter().map(|band| html! { <th scope="col">{ &band.name }</th> }) }
                    <th scope="col">{ text.common.total }</th>
                </tr></thead>
                <tbody>{ for (0..regions.min(REGIONS_SHOWN)).map(|region| row(members, region)) }</tbody>
                <tfoot>{ totals(members, false, text) }</tfoot>
            </table>
            if regions > REGIONS_SHOWN { <p class="note">{ (words.more_regions)(regions - REGIONS_SHOWN) }</p> }
        </div>
    }
}

fn row(members: &Membership, region: usize) -> Html {
    let counts = members.counts.get(region).map(Vec::as_slice).unwrap_or_default();
    let most = members.counts.iter().flatten().copied().max().unwrap_or(0);
    let total: u64 = counts.iter().sum();
    html! {
        <tr>
            <th scope="row">{ &members.regions[region].name }</th>
            { for counts.iter().map(|people| html! { <td data-heat={heat(*people, most)}>{ thousands(*people as f64) }</td> }) }
            <td class="total">{ format::integer(total as f64) }</td>
        </tr>
    }
}

/// The last row: people by age band, in full in a form, else in thousands.
pub fn totals(members: &Membership, form: bool, text: &Catalogue) -> Html {
    let of_age = |age: usize| members.counts.iter().filter_map(|row| row.get(age)).sum::<u64>() as f64;
    let shown = |people: f64| match people {
        _ if form => format::integer(people),
        few if few < ROUNDED_FROM => thousands(few),
        many => format::integer(many / 1_000.0),
    };
    html! {
        <tr>
            <th scope="row">{ text.common.total }</th>
            { for (0..members.ages.len()).map(|age| html! { <td>{ shown(of_age(age)) }</td> }) }
            <td class="total">{ format::integer(members.total() as f64) }</td>
        </tr>
    }
}

/// The step of the heat map, 0..=5.
pub fn heat(people: u64, most: u64) -> String {
    let part = if most == 0 { 0.0 } else { people as f64 / most as f64 };
    (part * (HEAT_STEPS + 0.99)).floor().to_string()
}

/// Totals from here on are said in whole thousands [people].
const ROUNDED_FROM: f64 = 10_000.0;

fn thousands(people: f64) -> String {
    format!("{:.1}", people / 1_000.0)
}
