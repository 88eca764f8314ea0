//! The windows: a small timetable, or the list with the form of one window.

use yew::prelude::*;

use super::section_head::SectionHead;
use super::timeline::Timeline;
use super::window_form::WindowForm;
use crate::app::fields;
use crate::app::hooks::{use_dispatch, use_forecast, use_plan, use_step, use_text, use_view};
use crate::app::parts::button::Button;
use crate::app::parts::icon::IconName;
use crate::app::parts::verdict_mark::{MarkSize, verdict_mark};
use crate::app::state::Action;
use crate::app::view_state::{Section, ViewAction};
use crate::text::format;

#[derive(Clone, PartialEq, Properties)]
pub struct WindowsSectionProps {
    pub form: bool,
}

#[component]
pub fn WindowsSection(props: &WindowsSectionProps) -> Html {
    let (text, plan, dispatch) = (use_text(), use_plan(), use_dispatch());
    let words = &text.windows;
    let summary = (words.summary)(plan.windows.len(), plan.cohorts.len());
    let head =
        SectionHead { section: Section::Windows, heading: words.heading, summary, edit: words.edit, form: props.form };
    html! {
        <section class="section">
            { head.html(text, &dispatch) }
            <Timeline />
            if props.form { <WindowList /> }
        </section>
    }
}

#[component]
fn WindowList() -> Html {
    let (text, plan, view, dispatch) = (use_text(), use_plan(), use_view(), use_dispatch());
    let outcome = use_forecast().filter(|outcome| outcome.is_current);
    let step = use_step();
    let words = &text.windows;
    let choose = |window: Option<usize>| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::View(ViewAction::Window(window))))
    };
    let add = {
        let (plan, dispatch) = (plan.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            step.emit(fields::add_window(&plan));
            dispatch.dispatch(Action::View(ViewAction::Window(Some(plan.windows.len()))));
        })
    };
    html! {
        <>
            <ol class="window-list">{ for plan.windows.iter().enumerate().map(|(index, window)| {
                let is_open = view.window == Some(index);
                let slot = outcome.as_ref().and_then(|outcome| outcome.forecast.slots.get(index));
                let time = format::interval(text.language, window.opens, window.closes);
                html! {
                    <li data-open={is_open.then_some("")}>
                        <button type="button" class="window-row" aria-expanded={if is_open { "true" } else { "false" }} onclick={choose((!is_open).then_some(index))}>
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
