//! The windows: a small timetable, or the list with the form of one window.

use yew::prelude::*;

use super::section_head::SectionHead;
use super::timeline::timeline;
use super::window_form::WindowForm;
use crate::app::fields;
use crate::app::hooks::Sight;
use crate::app::parts::button::Button;
use crate::app::parts::icon::IconName;
use crate::app::parts::verdict_mark::{MarkSize, verdict_mark};
use crate::app::state::Action;
use crate::app::view_state::{Section, ViewAction};
use crate::text::format;

/// The timetable, as a form with the list below.
pub fn windows_section(sight: &Sight, is_form: bool) -> Html {
    let Sight { text, plan, dispatch, .. } = sight;
    let words = &text.windows;
    let summary = (words.summary)(plan.windows.len(), plan.cohorts.len());
    let head =
        SectionHead { section: Section::Windows, heading: words.heading, summary, edit: words.edit, form: is_form };
    html! {
        <section class="section">
            { head.html(text, dispatch) }
            { timeline(sight) }
            if is_form { { window_list(sight) } }
        </section>
    }
}

fn window_list(sight: &Sight) -> Html {
    let Sight { text, plan, view, dispatch, .. } = sight;
    let outcome = sight.outcome.as_ref().filter(|outcome| outcome.is_current);
    let words = &text.windows;
    let choose = |window: Option<usize>| sight.look(move |_: MouseEvent| ViewAction::Window(window));
    let add = {
        let (plan, dispatch) = (plan.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Edit { edit: fields::add_window(&plan), gesture: None });
            dispatch.dispatch(Action::View(ViewAction::Window(Some(plan.windows.len()))));
        })
    };
    html! {
        <>
            <ol class="window-list">{ for plan.windows.iter().enumerate().map(|(index, window)| {
                let is_open = view.window == Some(index);
                let slot = outcome.and_then(|outcome| outcome.forecast.slots.get(index));
                let time = format::interval(text.language, window.opens, window.closes);
                let label = (words.row)(index + 1, &time, window.cohorts.len());
                html! {
                    <li data-open={is_open.then_some("")}>
                        <button type="button" class="window-row" aria-label={label} aria-expanded={if is_open { "true" } else { "false" }} onclick={choose((!is_open).then_some(index))}>
                            <span class="window-number">{ (text.common.window_number)(index + 1) }</span>
                            <span class="window-time">{ time }</span>
                            <span class="window-people">{ slot.map(|slot| (text.common.people)(slot.members)).unwrap_or_default() }</span>
                            if let Some(slot) = slot {
                                <span class="window-load">{ text.common.load(slot.peak_load) }</span>
                                { verdict_mark(slot.verdict, text.common.verdict(slot.verdict), MarkSize::Shape) }
                            }
                        </button>
                        if is_open { <WindowForm {index} /> }
                    </li>
                }
            }) }</ol>
            { Button { icon: Some(IconName::Plus), ..Button::new(words.add, add) }.html() }
        </>
    }
}
