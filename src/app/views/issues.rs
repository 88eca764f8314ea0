//! What the checks say of the plan, errors first.

use yew::prelude::*;

use super::plan_number::advice;
use crate::app::hooks::Sight;
use crate::explain;
use crate::num::order;

/// More than these are counted, not listed.
const LISTED_MAX: usize = 6;

/// The first of them as a list.
pub fn issue_list(sight: &Sight) -> Html {
    let Sight { text, plan, issues, .. } = sight;
    if issues.is_empty() {
        return Html::default();
    }
    let mut sorted: Vec<_> = issues.iter().collect();
    order::sort_by_key(&mut sorted, |issue| issue.severity);
    html! {
        <section class="issues" aria-label={text.notices.issues_heading}>
            <ul>{ for sorted.iter().take(LISTED_MAX).map(|issue| html! {
                <li class="notice" data-state={if issue.is_error() { "breaks" } else { "risk" }}><span>
                    <b>{ explain::issue::issue(text.language, plan, issue).place }</b>{ " " }{ advice(text.language, plan, issue) }
                </span></li>
            }) }</ul>
            if sorted.len() > LISTED_MAX { <p class="note">{ (text.notices.more_issues)(sorted.len() - LISTED_MAX) }</p> }
        </section>
    }
}
