//! The form of how people come, and of what the plan promises.

use yew::prelude::*;

use super::dated_rows::{Rows, dated_rows};
use super::hour_weights::hour_weights;
use super::other_notes::other_notes;
use super::plan_choice::plan_choice;
use super::plan_number::number_rows;
use super::tail_parts::tail_parts;
use crate::app::fields::{ChoiceField, DatedRow, NumberField, lists};
use crate::app::hooks::Sight;
use crate::plan::ShowUp;

pub fn arrivals_form(sight: &Sight) -> Html {
    let Sight { text, plan, .. } = sight;
    let words = &text.forms;
    let show_up: Vec<NumberField> = match &plan.arrivals.show_up {
        ShowUp::All(_) => vec![NumberField::ShowUp],
        ShowUp::ByAge(shares) => (0..shares.len()).map(NumberField::ShowUpOfAge).collect(),
    };
    let target = [NumberField::TargetWait, NumberField::TargetPercentile, NumberField::TargetLoad];
    html! {
        <div class="number-form">
            <section class="number-block">
                { number_rows(sight, words.who_heading, &show_up) }
                { plan_choice(sight, ChoiceField::ShowUp, words.show_up_choice) }
            </section>
            { number_rows(sight, words.when_heading, &[NumberField::OpeningShare, NumberField::OpeningRamp]) }
            { tail_parts(sight) }
            { hour_weights(sight) }
            { number_rows(sight, words.out_of_turn_heading, &[NumberField::IgnoreWindow, NumberField::Uninvited]) }
            <div class="fields">
                { plan_choice(sight, ChoiceField::GateStage, words.gate) }
                { plan_choice(sight, ChoiceField::EligibilityStage, words.eligibility) }
            </div>
            { starters(sight) }
            { number_rows(sight, text.assumptions.target_heading, &target) }
            { other_notes(sight) }
        </div>
    }
}

fn starters(sight: &Sight) -> Html {
    let Sight { text, plan, .. } = sight;
    let words = &text.forms;
    let table = plan.arrivals.starters_table.as_ref();
    html! {
        <section class="number-block">
            <h3>{ words.others_heading }</h3>
            { plan_choice(sight, ChoiceField::StartersTable, words.starters_choice) }
            if let Some(table) = table {
                { dated_rows(sight, &Rows {
                    heading: words.others_heading,
                    add: words.add_row,
                    rows: (0..table.len()).map(|row| (DatedRow::Starters(row), NumberField::Starters(row))).collect(),
                    on_add: sight.step({ let plan = plan.clone(); move |_: MouseEvent| lists::add_starters(&plan) }),
                }) }
            }
        </section>
    }
}
