//! The activity of each hour of the day: a small field with a bar for each.

use yew::prelude::*;

use super::plan_choice::plan_choice;
use super::plan_entry::PlanEntry;
use crate::app::fields::{ChoiceField, EntryField, NumberField};
use crate::app::hooks::Sight;
use crate::text::format;

/// Height of the highest bar.
const BAR: f64 = 24.0;

pub fn hour_weights(sight: &Sight) -> Html {
    let Sight { text, plan, .. } = sight;
    let words = &text.forms;
    let weights = plan.arrivals.hour_weights;
    let most = weights.iter().flatten().copied().filter(|weight| weight.is_finite()).fold(0.0, f64::max);
    let bar = |weight: f64| if most > 0.0 { (weight / most).clamp(0.0, 1.0) * BAR } else { 0.0 };
    let hour = |(hour, weight): (usize, &f64)| {
        let field = NumberField::HourWeight(hour);
        let height = bar(*weight);
        html! {
            <li>
                <svg class="hour-bar" viewBox={format!("0 0 10 {BAR}")} preserveAspectRatio="none" aria-hidden="true">
                    <rect width="10" y={(BAR - height).to_string()} height={height.to_string()} />
                </svg>
                <span class="hour" aria-hidden="true">{ format::hour(text.language, hour as u8) }</span>
                <PlanEntry what={EntryField::Number(field)} label={field.label(plan, text)} quiet=true />
            </li>
        }
    };
    html! {
        <section class="number-block">
            <h3>{ words.hours_heading }</h3>
            { plan_choice(sight, ChoiceField::HourWeights, words.hours_choice) }
            if let Some(weights) = weights {
                <p class="note">{ NumberField::HourWeight(0).help(text) }</p>
                <ol class="hours">{ for weights.iter().enumerate().map(hour) }</ol>
            }
        </section>
    }
}
