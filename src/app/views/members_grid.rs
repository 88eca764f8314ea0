//! The membership as a grid that is walked like a spreadsheet: one cell at a time is a field.

use yew::prelude::*;

use super::members::{heat, totals};
use super::members_heads::{age_form, region_form};
use super::plan_number::element_id;
use crate::app::browser;
use crate::app::entry;
use crate::app::fields;
use crate::app::fields_of_windows::{add_age, add_region};
use crate::app::hooks::{Sight, use_drafts, use_sight};
use crate::app::parts::button::{Button, Look};
use crate::app::parts::entry_field::{EntryField, Reading};
use crate::app::parts::icon::IconName;
use crate::app::state::Action;
use crate::plan::edit::PlanEdit;
use crate::plan::{Membership, Plan};
use crate::text::format;

/// Regions that are shown unasked.
const REGIONS_SHOWN: usize = 40;

/// A place in the grid: row and column, 0 = the heads.
pub type Cell = (usize, usize);

/// Where a key leads from a cell of a grid with so many regions and age bands; the corner is never reached.
pub fn next_cell((row, column): Cell, key: &str, shift: bool, (rows, columns): (usize, usize)) -> Option<Cell> {
    let (row, column) = match key {
        "Enter" if shift => (row.checked_sub(1)?, column),
        "ArrowUp" => (row.checked_sub(1)?, column),
        "ArrowDown" | "Enter" => (row + 1, column),
        "ArrowLeft" => (row, column.checked_sub(1)?),
        "ArrowRight" => (row, column + 1),
        _ => return None,
    };
    (row <= rows && column <= columns && (row, column) != (0, 0)).then_some((row, column))
}

fn name_of((row, column): Cell) -> String {
    format!("{row}:{column}")
}

fn cell_of(name: &str) -> Option<Cell> {
    let (row, column) = name.split_once(':')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// The id of what has the focus in a cell.
fn id_of((row, column): Cell) -> String {
    match (row.checked_sub(1), column.checked_sub(1)) {
        (Some(region), Some(age)) => element_id(&format!("/members/counts/{region}/{age}")),
        (Some(region), None) => element_id(&format!("/members/regions/{region}")),
        _ => element_id(&format!("/members/ages/{}", column.saturating_sub(1))),
    }
}

#[component]
pub fn MembersGrid() -> Html {
    let sight = use_sight();
    let at = use_state(|| (1, 1));
    let shows_all = use_state(|| false);
    let moved = use_mut_ref(|| false);
    let Sight { text, plan, .. } = &sight;
    let words = &text.members;
    let members = &plan.members;
    let size = (members.regions.len(), members.ages.len());
    let shown = if *shows_all { size.0 } else { size.0.min(REGIONS_SHOWN) };
    let here: Cell = (at.0.min(size.0), at.1.min(size.1));
    use_effect_with(here, {
        let moved = moved.clone();
        move |here| {
            if moved.replace(false) {
                browser::focus(&id_of(*here));
            }
        }
    });
    let go = {
        let at = at.setter();
        move |cell: Cell| {
            *moved.borrow_mut() = true;
            at.set(cell);
        }
    };
    let onkeydown = {
        let go = go.clone();
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            let sideways = matches!(key.as_str(), "ArrowLeft" | "ArrowRight");
            if event.ctrl_key() || event.alt_key() || (sideways && !browser::caret_leaves(&event, key == "ArrowLeft")) {
                return;
            }
            if let Some(next) = next_cell(here, &key, event.shift_key(), (shown, size.1)) {
                event.prevent_default();
                go(next);
            }
        })
    };
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(cell) = browser::attribute_around(&event, "data-cell").and_then(|name| cell_of(&name))
            && cell != here
        {
            go(cell);
        }
    });
    let more = {
        let shows_all = shows_all.setter();
        Callback::from(move |_: MouseEvent| shows_all.set(true))
    };
    html! {
        <>
            <div class="table-frame">
                <table class="heat" data-form="" role="grid" aria-label={words.heading} {onkeydown} {onclick}>
                    <thead><tr>
                        <th scope="col"><span class="visually-hidden">{ words.region }</span></th>
                        { for members.ages.iter().enumerate().map(|(age, band)| head((0, age + 1), here, &band.name)) }
                        <th scope="col">{ text.common.total }</th>
                    </tr></thead>
                    <tbody>{ for (0..shown).map(|region| html! { <Row {region} active={(here.0 == region + 1).then_some(here.1)} /> }) }</tbody>
                    <tfoot>{ totals(members, true, text) }</tfoot>
                </table>
            </div>
            if shown < size.0 { { Button { look: Look::Link, ..Button::new((words.more_regions)(size.0 - shown), more) }.html() } }
            { additions(&sight, &at) }
            if here.1 == 0 && here.0 > 0 { { region_form(&sight, here.0 - 1) } }
            if here.0 == 0 && here.1 > 0 { { age_form(&sight, here.1 - 1) } }
        </>
    }
}

fn head(cell: Cell, here: Cell, name: &str) -> Html {
    let is_here = cell == here;
    html! {
        <th scope={if cell.0 == 0 { "col" } else { "row" }} id={id_of(cell)} data-cell={name_of(cell)} data-here={is_here.then_some("")} tabindex={is_here.then_some("0")}>{ name }</th>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    region: usize,
    /// The column of the cell that is a field, 0 = the head.
    active: Option<usize>,
}

/// One region. A cell is a field only while it is the one that is edited; ten thousand fields would stop the page.
#[component]
fn Row(props: &RowProps) -> Html {
    let sight = use_sight();
    let drafts = use_drafts();
    let (members, region) = (&sight.plan.members, props.region);
    let (Some(entry), Some(counts)) = (members.regions.get(region), members.counts.get(region)) else {
        return Html::default();
    };
    let most = most(members);
    let here = (region + 1, props.active.unwrap_or(usize::MAX));
    let cell = |(age, people): (usize, &u64)| {
        let at = (region + 1, age + 1);
        let value = people.to_string();
        let bad = drafts.of(&id_of(at), &value);
        let shown = bad.as_ref().map_or_else(|| format::integer(*people as f64), |draft| draft.typed.clone());
        let heat = heat(*people, most);
        if at == here {
            let label = (sight.text.members.cell)(&entry.name, &members.ages[age].name);
            html! {
                <td data-heat={heat} data-cell={name_of(at)}>
                    <EntryField key={name_of(at)} id={id_of(at)} {label} {value} is_number=true read={read_count(&sight.plan, region, age, sight.text.notices.not_a_whole_number)} />
                </td>
            }
        } else {
            html! { <td data-heat={heat} data-cell={name_of(at)} data-bad={bad.is_some().then_some("")} title={bad.map(|draft| draft.reason)}>{ shown }</td> }
        }
    };
    html! {
        <tr>
            { head((region + 1, 0), here, &entry.name) }
            { for counts.iter().enumerate().map(cell) }
            <td class="total">{ format::integer(counts.iter().sum::<u64>() as f64) }</td>
        </tr>
    }
}

fn most(members: &Membership) -> u64 {
    members.counts.iter().flatten().copied().max().unwrap_or(0)
}

/// The same count again changes nothing, so that what is known of its source stays.
fn read_count(plan: &Plan, region: usize, age: usize, not_whole: &'static str) -> Callback<String, Reading> {
    let now = plan.members.counts[region][age];
    Callback::from(move |typed: String| match entry::count(&typed) {
        Ok(people) if people == now => Ok(PlanEdit::Several(Vec::new())),
        Ok(people) => Ok(fields::count(region, age, people)),
        Err(_) => Err(not_whole),
    })
}

fn additions(sight: &Sight, at: &UseStateHandle<Cell>) -> Html {
    let Sight { text, plan, dispatch, .. } = sight;
    let words = &text.members;
    let add = |edit: PlanEdit, cell: Cell, label: &'static str| {
        let (dispatch, at) = (dispatch.clone(), at.setter());
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Edit { edit: edit.clone(), gesture: None });
            at.set(cell);
        });
        Button { icon: Some(IconName::Plus), ..Button::new(label, onclick) }.html()
    };
    html! {
        <>
            <p class="note">{ words.heads_note }</p>
            <div class="actions">
                { add(add_region(plan, words.new_region), (plan.members.regions.len() + 1, 0), words.add_region) }
                { add(add_age(plan, words.new_age), (0, plan.members.ages.len() + 1), words.add_age) }
            </div>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_walk_the_grid_and_stop_at_its_edges() {
        let size = (3, 2);
        for (from, key, shift, to) in [
            ((1, 1), "ArrowDown", false, Some((2, 1))),
            ((3, 1), "ArrowDown", false, None),
            ((1, 1), "Enter", false, Some((2, 1))),
            ((2, 1), "Enter", true, Some((1, 1))),
            ((1, 1), "ArrowUp", false, Some((0, 1))),
            ((0, 1), "ArrowLeft", false, None),
            ((1, 0), "ArrowUp", false, None),
            ((1, 2), "ArrowRight", false, None),
            ((1, 1), "ArrowLeft", false, Some((1, 0))),
            ((1, 1), "Tab", false, None),
        ] {
            assert_eq!(next_cell(from, key, shift, size), to, "{from:?} {key}");
        }
    }
}
