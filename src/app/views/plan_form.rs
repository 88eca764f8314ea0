//! The plan itself: title page, horizon, baseline and seed.

use std::rc::Rc;

use yew::prelude::*;

use super::plan_number::{advice, element_id, reason};
use super::section_head::SectionHead;
use super::waiting::waiting_entries;
use crate::app::fields;
use crate::app::hooks::{Sight, use_edit, use_sight};
use crate::app::parts::button::{Button, Look, Segment};
use crate::app::parts::entry_field::{EntryField, Reading};
use crate::app::parts::time_field::TimeField;
use crate::app::view_state::{Section, ViewAction};
use crate::clock::CivilDate;
use crate::plan::Status;
use crate::plan::edit::{HeaderEdit, PlanEdit};
use crate::text::format;

/// Zones that are offered; any other name may be typed.
const ZONES: [&str; 8] = [
    "Asia/Seoul",
    "Asia/Tokyo",
    "Asia/Singapore",
    "Asia/Kolkata",
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "America/Los_Angeles",
];

/// In short, or as a form.
pub fn plan_section(sight: &Sight, is_form: bool) -> Html {
    let Sight { text, plan, dispatch, .. } = sight;
    let words = &text.plan_form;
    let summary = (words.summary)(&format::date(text.language, plan.first_day), plan.days);
    let head = SectionHead { section: Section::Plan, heading: words.heading, summary, edit: words.edit, form: is_form };
    html! {
        <section class="section">
            { head.html(text, dispatch) }
            if plan.status == Status::Approved { <p class="note">{ words.is_approved }</p> }
            if plan.approved.is_some() {
                <p class="note">
                    { words.since_approved }{ " " }
                    { Button { look: Look::Link, ..Button::new(words.what_changed, sight.look(|_: MouseEvent| ViewAction::Workshop(Some("compare")))) }.html() }
                </p>
            }
            if is_form { <PlanForm /> } else { { waiting_entries(sight, Section::Plan) } }
        </section>
    }
}

fn header(edit: HeaderEdit) -> Reading {
    Ok(PlanEdit::Header(edit))
}

#[component]
fn PlanForm() -> Html {
    let sight = use_sight();
    let (edit, begin) = use_edit();
    let keeps_times = use_state(|| false);
    let Sight { text, plan, issues, .. } = &sight;
    let words = &text.plan_form;
    let why = |pointer: &str| reason(text.language, plan, issues, pointer);
    let zone = issues.iter().find(|issue| issue.pointer == "/time_zone");
    let zone = zone.map(|issue| AttrValue::from(advice(text.language, plan, issue)));
    let day = |edit: Callback<CivilDate, HeaderEdit>| {
        Callback::from(move |typed: String| match CivilDate::parse(&typed) {
            Ok(date) => header(edit.emit(date)),
            Err(_) => Err(words.not_a_date),
        })
    };
    let keep = *keeps_times;
    let first_day =
        Callback::from(move |date| if keep { HeaderEdit::FirstDay(date) } else { HeaderEdit::MoveToFirstDay(date) });
    let days = Callback::from(move |typed: String| match typed.trim().parse() {
        Ok(days) => header(HeaderEdit::Days(days)),
        Err(_) => Err(words.not_whole),
    });
    let seed = Callback::from(move |typed: String| match typed.trim().parse() {
        Ok(seed) => header(HeaderEdit::Seed(seed)),
        Err(_) => Err(words.not_whole),
    });
    let baseline = move |time| PlanEdit::Header(HeaderEdit::BaselineOpens(Some(time)));
    html! {
        <div class="fields">
            <EntryField id={element_id("/title")} label={words.title} value={plan.title.clone()} read={Callback::from(|title| Ok(fields::title(title)))} />
            <EntryField id={element_id("/author")} label={words.author} value={plan.author.clone()} read={Callback::from(|author| header(HeaderEdit::Author(author)))} />
            <EntryField id={element_id("/dated")} label={words.dated} kind="date" value={plan.dated.to_string()} read={day(Callback::from(HeaderEdit::Dated))} />
            { status(&sight) }
            <EntryField id={element_id("/time_zone")} label={words.time_zone} value={plan.time_zone.clone()} suggestions={Rc::from(ZONES)} reason={zone}
                read={Callback::from(|zone| header(HeaderEdit::TimeZone(zone)))} />
            <EntryField id={element_id("/first_day")} label={words.first_day} kind="date" value={plan.first_day.to_string()} reason={why("/first_day")} read={day(first_day)} />
            { first_day_rule(&sight, &keeps_times) }
            <EntryField id={element_id("/days")} label={words.days} value={plan.days.to_string()} unit={words.unit_days} reason={why("/days")} read={days} />
            { baseline_choice(&sight) }
            if let Some(opens) = plan.baseline_opens {
                <TimeField id={element_id("/baseline_opens")} label={words.baseline_opens} value={opens} reason={why("/baseline_opens")}
                    not_a_time={text.notices.not_a_time} on_focus={begin} on_value={edit.reform(baseline)} />
            }
            <EntryField id={element_id("/seed")} label={words.seed} value={plan.seed.to_string()} read={seed} note={words.seed_note} />
        </div>
    }
}

fn status(sight: &Sight) -> Html {
    let words = &sight.text.plan_form;
    let chosen = usize::from(sight.plan.status == Status::Approved);
    let on_choose = sight.step(|option: usize| {
        PlanEdit::Header(HeaderEdit::Status(if option == 1 { Status::Approved } else { Status::Draft }))
    });
    labelled(
        words.status,
        Segment::new(words.status, vec![words.draft.into(), words.approved.into()], Some(chosen), on_choose),
    )
}

/// Whether the times of the plan go with its first day.
fn first_day_rule(sight: &Sight, keeps_times: &UseStateHandle<bool>) -> Html {
    let words = &sight.text.plan_form;
    let setter = keeps_times.setter();
    let on_choose = Callback::from(move |option: usize| setter.set(option == 1));
    let options = vec![words.move_times.into(), words.keep_times.into()];
    labelled(
        words.first_day_note,
        Segment::new(words.first_day_note, options, Some(usize::from(**keeps_times)), on_choose),
    )
}

fn baseline_choice(sight: &Sight) -> Html {
    let (words, plan) = (&sight.text.plan_form, sight.plan.clone());
    let chosen = usize::from(plan.baseline_opens.is_some());
    let on_choose = sight.step(move |option: usize| {
        let own = plan.baseline_opens.or_else(|| plan.first_opening()).unwrap_or_else(|| plan.horizon_start());
        PlanEdit::Header(HeaderEdit::BaselineOpens((option == 1).then_some(own)))
    });
    let options = vec![words.baseline_first.into(), words.baseline_own.into()];
    labelled(words.baseline, Segment::new(words.baseline, options, Some(chosen), on_choose))
}

/// A row of buttons under its label, as tall as a field.
fn labelled(label: &'static str, segment: Segment) -> Html {
    html! {
        <div class="field">
            <span class="field-label" aria-hidden="true">{ label }</span>
            { segment.html() }
        </div>
    }
}
