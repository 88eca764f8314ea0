//! How people come, and what the plan promises.

use yew::prelude::*;

use super::arrivals_form::arrivals_form;
use super::section_head::SectionHead;
use super::waiting::waiting_entries;
use crate::app::fields::NumberField;
use crate::app::hooks::Sight;
use crate::app::view_state::Section;
use crate::plan::Plan;
use crate::text::{Catalogue, assumptions, format};

/// In short, or as a form.
pub fn arrivals_section(sight: &Sight, is_form: bool) -> Html {
    let Sight { text, plan, dispatch, .. } = sight;
    let words = &text.assumptions;
    let head = SectionHead {
        section: Section::Arrivals,
        heading: words.heading,
        summary: words.columns.to_owned(),
        edit: words.edit,
        form: is_form,
    };
    html! {
        <section class="section">
            { head.html(text, dispatch) }
            if is_form { { arrivals_form(sight) } } else { { waiting_entries(sight, Section::Arrivals) }{ summary(plan, text) } }
        </section>
    }
}

fn summary(plan: &Plan, text: &Catalogue) -> Html {
    let words = &text.assumptions;
    let rows = [
        (words.show_up, NumberField::ShowUp),
        (words.opening_share, NumberField::OpeningShare),
        (words.ignore_window, NumberField::IgnoreWindow),
    ];
    let target = (words.target_in_short)(plan.target.percentile.get(), plan.target.wait.get(), plan.target.load);
    html! {
        <>
            <table class="params">
                <tbody>{ for rows.iter().map(|(label, field)| html! {
                    <tr>
                        <th scope="row">{ label }</th>
                        <td><b>{ field.value(plan).map_or_else(|| words.by_age.to_owned(), |share| format!("{}%", format::decimal(share * 100.0, 1))) }</b></td>
                        <td>{ range(plan, *field) }</td>
                        <td><span class="tag">{ words.kind(plan.sources.get(&field.pointer()).map(|source| source.kind)) }</span></td>
                    </tr>
                }) }</tbody>
            </table>
            <p class="target-line"><b>{ words.target_heading }</b>{ " " }{ target }</p>
        </>
    }
}

fn range(plan: &Plan, field: NumberField) -> String {
    let range = plan.ranges.iter().find(|range| range.field == field.pointer());
    let unit = field.unit();
    range.map_or_else(String::new, |range| assumptions::range_ends(unit.shown(range.low), unit.shown(range.high)))
}
