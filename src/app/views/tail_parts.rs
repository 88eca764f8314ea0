//! The mixture of delays of those who come later, part by part.

use yew::prelude::*;

use super::plan_choice::plan_choice;
use super::plan_number::{number_rows, reason};
use crate::app::fields::{ChoiceField, NumberField, TailNumber, lists};
use crate::app::hooks::Sight;
use crate::app::parts::button::{Button, Look};
use crate::app::parts::icon::IconName;

pub fn tail_parts(sight: &Sight) -> Html {
    let Sight { text, plan, issues, .. } = sight;
    let words = &text.forms;
    let add = sight.step({
        let plan = plan.clone();
        move |_: MouseEvent| lists::add_tail(&plan)
    });
    let part = |(at, tail): (usize, &crate::plan::Tail)| {
        let numbers: Vec<NumberField> =
            TailNumber::of(tail.kind).iter().map(|number| NumberField::Tail(at, *number)).collect();
        let remove = sight.step(move |_: MouseEvent| lists::remove_tail(at));
        let label = (words.tail_part)(at + 1);
        html! {
            <li key={at}>
                <div class="part-head">
                    { plan_choice(sight, ChoiceField::TailKind(at), &format!("{label}: {}", words.tail_kind)) }
                    { Button { look: Look::Icon, icon: Some(IconName::Cross), ..Button::new((words.remove_note)(&label), remove) }.html() }
                </div>
                { number_rows(sight, &label, &numbers) }
            </li>
        }
    };
    html! {
        <section class="number-block">
            <h3>{ words.tail_heading }</h3>
            <p class="note">{ words.tail_note }</p>
            <ol class="tail-parts">{ for plan.arrivals.tail.iter().enumerate().map(part) }</ol>
            if let Some(reason) = reason(text.language, plan, issues, "/arrivals/tail") { <p class="reason">{ reason }</p> }
            { Button { icon: Some(IconName::Plus), ..Button::new(words.add_tail, add) }.html() }
        </section>
    }
}
