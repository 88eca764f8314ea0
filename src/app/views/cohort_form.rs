//! The rule of one cohort: name, regions, ages, digits of birth; its people are counted beside it.

use yew::prelude::*;

use super::plan_number::{advice, element_id};
use crate::app::browser;
use crate::app::fields_of_windows::{cohort as edit_of, order_cohort, with};
use crate::app::hooks::{Sight, use_sight};
use crate::app::parts::button::{Button, Look, Segment};
use crate::app::parts::entry_field::EntryField;
use crate::app::parts::icon::IconName;
use crate::app::state::Action;
use crate::plan::edit::{CohortEdit, CohortField, PlanEdit};

#[derive(Clone, PartialEq, Properties)]
pub struct CohortFormProps {
    pub cohort: usize,
    /// Where the cohort stands after an edit that moves or removes it.
    pub on_follow: Callback<Option<usize>>,
}

#[component]
pub fn CohortForm(props: &CohortFormProps) -> Html {
    let sight = use_sight();
    let Sight { text, plan, dispatch, .. } = &sight;
    let at = props.cohort;
    let words = &text.cohorts;
    let Some(cohort) = plan.cohorts.get(at) else { return Html::default() };
    let act = |edit: Option<PlanEdit>, then: Option<usize>| {
        let (dispatch, follow) = (dispatch.clone(), props.on_follow.clone());
        let idle = edit.is_none();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(edit) = edit.clone() {
                dispatch.dispatch(Action::Edit { edit, gesture: None });
                follow.emit(then);
            }
        });
        (onclick, idle)
    };
    let read = Callback::from(move |name: String| Ok(edit_of(at, CohortField::Name(name))));
    let digits: Vec<String> = (0..10).map(|digit| digit.to_string()).collect();
    let names = |count: usize, name: &dyn Fn(usize) -> String| (0..count).map(name).collect::<Vec<_>>();
    let regions = names(plan.members.regions.len(), &|index| plan.members.regions[index].name.clone());
    let ages = names(plan.members.ages.len(), &|index| plan.members.ages[index].name.clone());
    let index = |digits: &Option<Vec<u8>>| {
        digits.as_ref().map(|digits| digits.iter().map(|&digit| usize::from(digit)).collect::<Vec<_>>())
    };
    let order = |later: bool, label: &'static str| {
        let (onclick, idle) =
            act(order_cohort(plan, at, later), Some(if later { at + 1 } else { at.saturating_sub(1) }));
        Button { look: Look::Quiet, idle, ..Button::new(label, onclick) }.html()
    };
    let (remove, _) = act(Some(PlanEdit::Cohorts(CohortEdit::Remove { at })), None);
    html! {
        <div class="cohort-form" role="group" aria-label={words.rule}>
            <EntryField id={element_id(&format!("/cohorts/{at}/name"))} label={words.name} value={cohort.name.clone()} {read} />
            { problems(&sight, at) }
            { choice(&sight, at, words.regions, &regions, cohort.regions.clone(), CohortField::Regions) }
            { choice(&sight, at, words.ages, &ages, cohort.ages.clone(), CohortField::Ages) }
            { choice(&sight, at, words.birth_years, &digits, index(&cohort.birth_year_digits), |all| CohortField::BirthYearDigits(as_digits(all))) }
            { choice(&sight, at, words.birth_days, &digits, index(&cohort.birth_day_digits), |all| CohortField::BirthDayDigits(as_digits(all))) }
            <div class="actions">
                { order(false, words.earlier) }
                { order(true, words.later) }
                { Button { look: Look::Quiet, icon: Some(IconName::Cross), ..Button::new((words.remove)(&cohort.name), remove) }.html() }
            </div>
        </div>
    }
}

fn as_digits(all: Option<Vec<usize>>) -> Option<Vec<u8>> {
    all.map(|all| all.into_iter().filter_map(|digit| u8::try_from(digit).ok()).collect())
}

/// What the checks say of this cohort.
fn problems(sight: &Sight, at: usize) -> Html {
    let place = format!("/cohorts/{at}");
    let of_this =
        |pointer: &str| pointer.strip_prefix(&place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let issues = sight.issues.iter().filter(|issue| of_this(&issue.pointer));
    html! {
        <>{ for issues.map(|issue| html! {
            <p class={if issue.is_error() { "reason" } else { "note" }}>{ advice(sight.text.language, &sight.plan, issue) }</p>
        }) }</>
    }
}

/// All of a list, or some of it by boxes.
fn choice(
    sight: &Sight,
    at: usize,
    label: &'static str,
    names: &[String],
    chosen: Option<Vec<usize>>,
    field: fn(Option<Vec<usize>>) -> CohortField,
) -> Html {
    let words = &sight.text.cohorts;
    let count = names.len();
    let now = chosen.clone();
    let on_choose = sight.step(move |option: usize| {
        let some = || now.clone().unwrap_or_else(|| (0..count).collect());
        edit_of(at, field((option == 1).then(some)))
    });
    let all_or_some = Segment {
        slim: true,
        ..Segment::new(label, vec![words.all.into(), words.some.into()], Some(usize::from(chosen.is_some())), on_choose)
    };
    html! {
        <fieldset class="rule-part">
            <legend>{ label }</legend>
            { all_or_some.html() }
            if let Some(chosen) = chosen {
                <div class="boxes">{ for names.iter().enumerate().map(|(index, name)| {
                    let now = chosen.clone();
                    let onchange = sight.step(move |event: Event| edit_of(at, field(Some(with(&now, index, browser::is_checked(&event))))));
                    html! { <label><input type="checkbox" checked={chosen.contains(&index)} {onchange} /><span>{ name }</span></label> }
                }) }</div>
            }
        </fieldset>
    }
}
