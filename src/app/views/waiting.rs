//! What a section in short says of wrong entries that wait in its closed form, and the way to them.

use litemap::LiteMap;

use yew::prelude::*;

use super::plan_number::element_id;
use crate::app::browser;
use crate::app::fields::EntryField;
use crate::app::hooks::Sight;
use crate::app::parts::button::{Button, Look};
use crate::app::state::Action;
use crate::app::view_state::{Section, ViewAction};

/// How many wrong entries wait in the form of a section, and a button that leads to the first.
pub fn waiting_entries(sight: &Sight, section: Section) -> Html {
    // What each typed field shows; most sections never ask.
    let shown = std::cell::OnceCell::new();
    let shown_in = |field: &str| {
        let all = shown.get_or_init(|| shown_by_id(sight));
        all.get(field).cloned()
    };
    let waiting = sight.drafts.waiting(section, shown_in);
    let Some(first) = waiting.first().cloned() else { return Html::default() };
    let words = &sight.text.notices;
    let dispatch = sight.dispatch.clone();
    let show = Callback::from(move |_: MouseEvent| {
        for action in way_to(section, &first) {
            dispatch.dispatch(Action::View(action));
        }
        browser::focus_soon(first.clone());
    });
    html! {
        <p class="notice" data-state="breaks">
            <span>{ (words.entries_waiting)(waiting.len()) }</span>
            { Button { look: Look::Link, ..Button::new(words.show_entry, show) }.html() }
        </p>
    }
}

fn shown_by_id(sight: &Sight) -> LiteMap<String, String> {
    let plan = &sight.plan;
    let fields = EntryField::all_in(plan).into_iter().flat_map(|field| match field {
        EntryField::Number(number) => {
            vec![field, EntryField::Range(number), EntryField::SourceText(number), EntryField::SourceAddress(number)]
        }
        _ => vec![field],
    });
    fields.map(|field| (format!("{}{}", element_id(&field.pointer()), field.suffix()), field.shown(plan))).collect()
}

/// What must be open for a field to stand on the page.
pub fn way_to(section: Section, field: &str) -> Vec<ViewAction> {
    let mut way = vec![ViewAction::OpenForm(section)];
    let index = |start: &str| field.strip_prefix(start)?.split('-').next()?.parse().ok();
    way.extend(index("field-journey-").map(ViewAction::Stage));
    way.extend(index("field-windows-").map(|window| ViewAction::Window(Some(window))));
    if field.starts_with("field-waiting_room") {
        way.push(ViewAction::WaitingRoom);
    }
    if let Some(number) = field.strip_suffix("-source").or_else(|| field.strip_suffix("-address")) {
        let pointer = number.trim_start_matches("field").replace('-', "/");
        way.push(ViewAction::About(Some(pointer)));
    }
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_an_entry_opens_what_hides_it() {
        assert_eq!(
            way_to(Section::Journey, "field-journey-2-rate_per_s-source"),
            [
                ViewAction::OpenForm(Section::Journey),
                ViewAction::Stage(2),
                ViewAction::About(Some("/journey/2/rate_per_s".to_owned())),
            ]
        );
        assert_eq!(way_to(Section::Plan, "field-days"), [ViewAction::OpenForm(Section::Plan)]);
    }
}
