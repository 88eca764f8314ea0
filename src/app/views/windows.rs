//! The windows: a small timetable in short, or the board on which cohorts are moved.

use yew::prelude::*;

use super::section_head::SectionHead;
use super::timeline::timeline;
use super::timetable::Timetable;
use super::waiting::waiting_entries;
use super::workshop::doors;
use crate::app::fields;
use crate::app::fields_of_windows::{add_cohort, shift_windows};
use crate::app::hooks::Sight;
use crate::app::parts::button::{Button, Look};
use crate::app::parts::icon::IconName;
use crate::app::state::Action;
use crate::app::view_state::{Section, ViewAction};

/// Shifts that are offered [min].
pub const SHIFTS: [i64; 6] = [-1_440, -60, -10, 10, 60, 1_440];

/// The small timetable, or the board with its tools.
pub fn windows_section(sight: &Sight, is_form: bool) -> Html {
    let Sight { text, plan, dispatch, .. } = sight;
    let words = &text.windows;
    let summary = (words.summary)(plan.windows.len(), plan.cohorts.len());
    let head =
        SectionHead { section: Section::Windows, heading: words.heading, summary, edit: words.edit, form: is_form };
    html! {
        <section class="section">
            { head.html(text, dispatch) }
            { doors(sight, Section::Windows) }
            if is_form {
                { tools(sight) }
                <Timetable />
            } else {
                { waiting_entries(sight, Section::Windows) }
                { timeline(sight) }
            }
        </section>
    }
}

/// What is done to the timetable as a whole.
fn tools(sight: &Sight) -> Html {
    let Sight { text, plan, dispatch, .. } = sight;
    let words = &text.timetable;
    let add = {
        let (plan, dispatch) = (plan.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Edit { edit: fields::add_window(&plan), gesture: None });
            dispatch.dispatch(Action::View(ViewAction::Window(Some(plan.windows.len()))));
        })
    };
    let cohort = {
        let plan = plan.clone();
        sight.step(move |_: MouseEvent| add_cohort(&plan, words.new_cohort))
    };
    html! {
        <div class="timetable-tools">
            { Button { icon: Some(IconName::Plus), ..Button::new(text.windows.add, add) }.html() }
            { Button { icon: Some(IconName::Plus), ..Button::new(words.add_cohort, cohort) }.html() }
            <details>
                <summary>{ words.shift_all }</summary>
                { shifts(sight, words.shift_all, (0..plan.windows.len()).collect()) }
            </details>
        </div>
    }
}

/// Buttons that move windows as they are.
pub fn shifts(sight: &Sight, label: &'static str, windows: Vec<usize>) -> Html {
    let button = |minutes: &i64| {
        let (plan, windows, minutes) = (sight.plan.clone(), windows.clone(), *minutes);
        let onclick = sight.step(move |_: MouseEvent| shift_windows(&plan, windows.iter().copied(), minutes));
        Button { look: Look::Plain, class: "small", ..Button::new((sight.text.timetable.shift_by)(minutes), onclick) }
            .html()
    };
    html! { <div class="shifts" role="group" aria-label={label}>{ for SHIFTS.iter().map(button) }</div> }
}
