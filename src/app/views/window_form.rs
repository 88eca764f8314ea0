//! The form of one window: times, rules, and whom it invites.

use yew::prelude::*;

use super::plan_number::{advice, element_id, reason};
use super::windows::shifts;
use crate::app::browser;
use crate::app::entry;
use crate::app::fields;
use crate::app::fields_of_windows::{double_window, order_window};
use crate::app::hooks::{Sight, use_edit, use_sight};
use crate::app::parts::button::{Button, Look};
use crate::app::parts::entry_field::{EntryField, Reading};
use crate::app::parts::icon::IconName;
use crate::app::parts::time_field::TimeField;
use crate::app::state::Action;
use crate::app::view_state::ViewAction;
use crate::plan::edit::{PlanEdit, WindowField};
use crate::plan::{Plan, ShowUp, Window};
use crate::text::{Catalogue, format};
use crate::units::Share;

#[derive(Clone, PartialEq, Properties)]
pub struct WindowFormProps {
    pub index: usize,
}

#[component]
pub fn WindowForm(props: &WindowFormProps) -> Html {
    let sight = use_sight();
    let Sight { text, plan, issues, dispatch, .. } = &sight;
    let (edit, begin) = use_edit();
    let index = props.index;
    let words = &text.windows;
    let Some(window) = plan.windows.get(index) else { return Html::default() };
    let why = |name: &str| reason(text.language, plan, issues, &format!("/windows/{index}/{name}"));
    let whole = reason(text.language, plan, issues, &format!("/windows/{index}"));
    let id = |name: &str| element_id(&format!("/windows/{index}/{name}"));
    let rule = |field: fn(bool) -> WindowField| {
        sight.step(move |event: Event| fields::window(index, field(browser::is_checked(&event))))
    };
    let remove = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Edit { edit: fields::remove_window(index), gesture: None });
            dispatch.dispatch(Action::View(ViewAction::Window(None)));
        })
    };
    let act = |edit: Option<PlanEdit>, then: usize| {
        let dispatch = dispatch.clone();
        let idle = edit.is_none();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(edit) = edit.clone() {
                dispatch.dispatch(Action::Edit { edit, gesture: None });
                dispatch.dispatch(Action::View(ViewAction::Window(Some(then))));
            }
        });
        (onclick, idle)
    };
    let more = &text.timetable;
    let plain = |edit: Option<PlanEdit>, then: usize, label: &'static str| {
        let (onclick, idle) = act(edit, then);
        Button { look: Look::Quiet, idle, ..Button::new(label, onclick) }.html()
    };
    let close = sight.look(|_: MouseEvent| ViewAction::Window(None));
    html! {
        <div class="window-form" role="group" aria-label={(text.common.window_number)(index + 1)}>
            <div class="chosen-head">
                <h3>{ (text.common.window_number)(index + 1) }</h3>
                { Button { look: Look::Icon, icon: Some(IconName::Cross), ..Button::new(more.close_window, close) }.html() }
            </div>
            <div class="fields">
                <TimeField id={id("opens")} label={words.opens} value={window.opens} reason={why("opens").or(whole)} not_a_time={text.notices.not_a_time}
                    on_focus={begin.clone()} on_value={edit.reform(move |time| fields::window(index, WindowField::Opens(time)))} />
                <TimeField id={id("closes")} label={words.closes} value={window.closes} reason={why("closes")} not_a_time={text.notices.not_a_time}
                    on_focus={begin} on_value={edit.reform(move |time| fields::window(index, WindowField::Closes(time)))} />
                <EntryField id={id("show_up")} label={more.own_show_up} value={show_up(window)} unit={text.common.unit_percent} placeholder={usual_show_up(plan, text)}
                    reason={why("show_up")} read={read_show_up(index, text)} note={more.own_show_up_help} />
            </div>
            <p class="note">{ more.shift }</p>
            { shifts(&sight, more.shift, vec![index]) }
            { switch(id("catch_up"), (words.catch_up, words.catch_up_help), window.catch_up, rule(WindowField::CatchUp)) }
            { switch(id("closes_hard"), (words.closes_hard, words.closes_hard_help), window.closes_hard, rule(WindowField::ClosesHard)) }
            <CohortChoice {index} />
            <div class="actions">
                { plain(double_window(plan, index), index + 1, more.double) }
                { plain(order_window(plan, index, false), index.saturating_sub(1), more.earlier) }
                { plain(order_window(plan, index, true), index + 1, more.later) }
                { Button { look: Look::Quiet, icon: Some(IconName::Cross), ..Button::new((words.remove)(index + 1), remove) }.html() }
            </div>
        </div>
    }
}

/// The own share of a window as its field shows it [%].
fn show_up(window: &Window) -> String {
    window.show_up.map_or_else(String::new, |share| format::plain(share.get() * 100.0))
}

/// What holds where the window has no share of its own [%].
fn usual_show_up(plan: &Plan, text: &Catalogue) -> String {
    match plan.arrivals.show_up {
        ShowUp::All(share) => format::plain(share.get() * 100.0),
        ShowUp::ByAge(_) => text.assumptions.by_age.to_owned(),
    }
}

fn read_show_up(at: usize, text: &'static Catalogue) -> Callback<String, Reading> {
    Callback::from(move |typed: String| {
        let percent = entry::number(&typed, true).map_err(|bad| bad.reason(&text.notices))?;
        let share = percent.map(|percent| Share::new(percent / 100.0));
        Ok(fields::window(at, WindowField::ShowUp(share)))
    })
}

/// A rule of the window that is on or off, with its explanation.
fn switch(id: String, (label, help): (&'static str, &'static str), checked: bool, onchange: Callback<Event>) -> Html {
    let help_id = format!("{id}-help");
    html! {
        <div class="rule">
            <input type="checkbox" id={id.clone()} {checked} {onchange} aria-describedby={help_id.clone()} />
            <label for={id}>{ label }</label>
            <span class="note" id={help_id}>{ help }</span>
        </div>
    }
}

/// Every cohort, checked where this window invites it; unfolded only when asked, as there may be thousands.
#[component]
fn CohortChoice(props: &WindowFormProps) -> Html {
    let sight = use_sight();
    let is_open = use_state(|| false);
    let words = &sight.text.timetable;
    let Some(window) = sight.plan.windows.get(props.index) else { return Html::default() };
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let label = if *is_open { words.hide_cohorts } else { words.show_cohorts };
    html! {
        <>
            { Button { look: Look::Link, ..Button::new(label, onclick) }.html() }
            if *is_open { { cohort_choice(props.index, window, &sight) } }
        </>
    }
}

/// Every cohort, checked where this window invites it.
fn cohort_choice(index: usize, window: &Window, sight: &Sight) -> Html {
    let Sight { text, plan, issues, .. } = sight;
    let words = &text.windows;
    let place = format!("/windows/{index}/cohorts");
    let wrong = issues.iter().find(|issue| issue.is_error() && issue.pointer.starts_with(&place));
    let choice = |(cohort, entry): (usize, &crate::plan::Cohort)| {
        let invited = window.cohorts.contains(&cohort);
        let elsewhere = match fields::ordinary_window_of(plan, cohort) {
            _ if invited => None,
            Some(other) => Some((words.elsewhere)(other + 1)),
            None => Some(words.nowhere.to_owned()),
        };
        let onchange = {
            let plan = plan.clone();
            sight.step(move |event: Event| fields::invite(&plan, index, cohort, browser::is_checked(&event)))
        };
        html! {
            <label class="chip" data-chosen={invited.then_some("")}>
                <input type="checkbox" checked={invited} {onchange} />
                <span>{ &entry.name }</span>
                if let Some(elsewhere) = elsewhere { <small>{ elsewhere }</small> }
            </label>
        }
    };
    html! {
        <fieldset class="cohort-choice">
            <legend>{ words.cohorts }</legend>
            <p class="note">{ words.cohorts_help }</p>
            if let Some(issue) = wrong { <p class="reason">{ advice(text.language, plan, issue) }</p> }
            <div class="chips">{ for plan.cohorts.iter().enumerate().map(choice) }</div>
        </fieldset>
    }
}
