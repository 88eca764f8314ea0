//! When the capacity of a stage changes: a row per time, with what holds from then on.

use yew::prelude::*;

use super::dated_rows::remove_button;
use super::plan_choice::plan_choice;
use super::plan_entry::PlanEntry;
use crate::app::fields::{ChangeNumber, ChoiceField, DatedRow, EntryField, NumberField, lists};
use crate::app::hooks::Sight;
use crate::app::parts::button::Button;
use crate::app::parts::icon::IconName;
use crate::plan::{CapacityChange, Limit, Stage};

pub fn capacity_changes(sight: &Sight, index: usize, stage: &Stage) -> Html {
    let Sight { text, plan, .. } = sight;
    let words = &text.forms;
    let add = sight.step({
        let plan = plan.clone();
        move |_: MouseEvent| lists::add_change(&plan, index)
    });
    html! {
        <section class="number-block">
            <h3>{ words.changes_heading }</h3>
            <p class="note">{ words.changes_note }</p>
            if !stage.changes.is_empty() {
                <ol class="changes">{ for stage.changes.iter().enumerate().map(|(row, change)| change_row(sight, index, row, change)) }</ol>
            }
            { Button { icon: Some(IconName::Plus), ..Button::new(words.add_change, add) }.html() }
        </section>
    }
}

fn change_row(sight: &Sight, stage: usize, row: usize, change: &CapacityChange) -> Html {
    let Sight { text, plan, .. } = sight;
    let words = &text.forms;
    let number = row + 1;
    let labelled = |label: &str| (words.of_row)(label, number);
    let entry = |which: ChangeNumber| {
        let field = NumberField::Change(stage, row, which);
        html! { <PlanEntry key={field.pointer()} what={EntryField::Number(field)} label={labelled(&field.label(plan, text))} quiet={which != ChangeNumber::Times} /> }
    };
    let limit = |choice: ChoiceField, label: &str, limit: Limit, which: ChangeNumber| {
        html! {
            <div class="limit">
                { plan_choice(sight, choice, &labelled(label)) }
                if matches!(limit, Limit::To(_)) { { entry(which) } }
            </div>
        }
    };
    let at = DatedRow::Change(stage, row);
    html! {
        <li key={at.pointer()}>
            <PlanEntry what={EntryField::Time(at)} label={labelled(words.at)} />
            { limit(ChoiceField::ChangeRate(stage, row), words.change_rate, change.rate, ChangeNumber::Rate) }
            { limit(ChoiceField::ChangeSessions(stage, row), words.change_sessions, change.sessions, ChangeNumber::Sessions) }
            { entry(ChangeNumber::Times) }
            { plan_choice(sight, ChoiceField::TurnAway(stage, row), &labelled(words.turn_away)) }
            { remove_button(sight, at, words.changes_heading, number) }
        </li>
    }
}
