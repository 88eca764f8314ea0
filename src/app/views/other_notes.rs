//! Ranges and sources of the plan that belong to no field of the forms, each with a way to take it out.

use yew::prelude::*;

use crate::app::fields::NumberField;
use crate::app::hooks::Sight;
use crate::app::parts::button::{Button, Look};
use crate::app::parts::icon::IconName;
use crate::explain::place::place;
use crate::plan::edit::{NoteEdit, PlanEdit};

pub fn other_notes(sight: &Sight) -> Html {
    let Sight { text, plan, .. } = sight;
    let words = &text.forms;
    let known: Vec<String> = NumberField::all_in(plan).into_iter().map(NumberField::pointer).collect();
    let is_other = |field: &&String| !known.contains(field);
    let ranges = plan.ranges.iter().map(|range| &range.field).filter(is_other);
    let range = |field: &String| (format!("/ranges{field}"), NoteEdit::RemoveRange { field: field.clone() }, None);
    let sources = plan.sources.iter().filter(|(field, _)| is_other(field));
    let source = |(field, source): (&String, &crate::plan::Source)| {
        let edit = NoteEdit::Source { field: field.clone(), source: None };
        (format!("/sources{field}"), edit, Some(source.text.clone()))
    };
    let named = |field: &str, is_range: bool| {
        let name = place(text.language, plan, field);
        if is_range { (words.range_of)(&name) } else { (text.assumptions.source_of)(&name) }
    };
    let notes: Vec<_> = ranges.map(range).chain(sources.map(source)).collect();
    if notes.is_empty() {
        return Html::default();
    }
    html! {
        <section class="number-block">
            <h3>{ words.other_notes }</h3>
            <p class="note">{ words.other_notes_help }</p>
            <ul class="other-notes">{ for notes.into_iter().map(|(key, edit, said)| {
                let field = key.trim_start_matches("/ranges").trim_start_matches("/sources");
                let name = named(field, said.is_none());
                let remove = sight.step(move |_: MouseEvent| PlanEdit::Notes(edit.clone()));
                let button = Button { look: Look::Icon, icon: Some(IconName::Cross), ..Button::new((words.remove_note)(&name), remove) };
                html! {
                    <li key={key.clone()}>
                        <span><b>{ name }</b>if let Some(said) = said { { " " }{ said } }</span>
                        { button.html() }
                    </li>
                }
            }) }</ul>
        </section>
    }
}
