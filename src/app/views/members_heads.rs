//! The forms of one region and of one age band.

use yew::prelude::*;

use super::plan_number::{element_id, reason};
use crate::app::hooks::Sight;
use crate::app::parts::button::{Button, Look};
use crate::app::parts::entry_field::{EntryField, Reading};
use crate::app::parts::icon::IconName;
use crate::plan::edit::{MembersEdit, PlanEdit};

fn edit(edit: MembersEdit) -> Reading {
    Ok(PlanEdit::Members(edit))
}

/// Name and code of a region.
pub fn region_form(sight: &Sight, at: usize) -> Html {
    let words = &sight.text.members;
    let Some(region) = sight.plan.members.regions.get(at) else { return Html::default() };
    let id = |name: &str| element_id(&format!("/members/regions/{at}/{name}"));
    let rename = Callback::from(move |name| edit(MembersEdit::RenameRegion { at, name }));
    let recode = Callback::from(move |code: String| {
        edit(MembersEdit::RegionCode { at, code: (!code.is_empty()).then_some(code) })
    });
    let remove = sight.step(move |_: MouseEvent| PlanEdit::Members(MembersEdit::RemoveRegion { at }));
    html! {
        <div class="head-form" role="group" aria-label={region.name.clone()}>
            <div class="fields">
                <EntryField key={id("name")} id={id("name")} label={words.region_name} value={region.name.clone()} read={rename} />
                <EntryField key={id("code")} id={id("code")} label={words.region_code} value={region.code.clone().unwrap_or_default()} read={recode} />
            </div>
            { Button { look: Look::Quiet, icon: Some(IconName::Cross), ..Button::new((words.remove)(&region.name), remove) }.html() }
        </div>
    }
}

/// Name and span of an age band.
pub fn age_form(sight: &Sight, at: usize) -> Html {
    let (text, words) = (sight.text, &sight.text.members);
    let Some(band) = sight.plan.members.ages.get(at) else { return Html::default() };
    let pointer = format!("/members/ages/{at}");
    let id = |name: &str| element_id(&format!("{pointer}/{name}"));
    let why = |name: &str| reason(text.language, &sight.plan, &sight.issues, &format!("{pointer}{name}"));
    let rename = Callback::from(move |name| edit(MembersEdit::RenameAge { at, name }));
    let (from, to) = (band.from, band.to);
    let span = move |change: fn(u32, u32, u32) -> (u32, u32)| {
        let not_whole = text.notices.not_a_whole_number;
        Callback::from(move |typed: String| {
            let age = typed.trim().parse().map_err(|_| not_whole)?;
            let (from, to) = change(age, from, to);
            edit(MembersEdit::AgeSpan { at, from, to })
        })
    };
    let remove = sight.step(move |_: MouseEvent| PlanEdit::Members(MembersEdit::RemoveAge { at }));
    html! {
        <div class="head-form" role="group" aria-label={band.name.clone()}>
            <div class="fields">
                <EntryField key={id("name")} id={id("name")} label={words.age_name} value={band.name.clone()} read={rename} />
                <EntryField key={id("from")} id={id("from")} label={words.age_from} value={from.to_string()} is_number=true
                    reason={why("/from").or(why(""))} read={span(|age, _, to| (age, to))} />
                <EntryField key={id("to")} id={id("to")} label={words.age_to} value={to.to_string()} is_number=true
                    reason={why("/to")} read={span(|age, from, _| (from, age))} />
            </div>
            { Button { look: Look::Quiet, icon: Some(IconName::Cross), ..Button::new((words.remove)(&band.name), remove) }.html() }
        </div>
    }
}
