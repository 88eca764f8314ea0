//! What the checks say of the plan, errors first.

use yew::prelude::*;

use super::plan_number::advice;
use crate::app::hooks::{use_issues, use_plan, use_text};
use crate::explain;

/// More than these are counted, not listed.
const LISTED_MAX: usize = 6;

#[component]
pub fn IssueList() -> Html {
    let (text, plan, issues) = (use_text(), use_plan(), use_issues());
    if issues.is_empty() {
        return Html::default();
    }
    let mut sorted: Vec<_> = issues.iter().collect();
    sorted.sort_by_key(|issue| issue.severity);
    html! {
        <section class="issues" aria-label={text.notices.issues_heading}>
            <ul>{ for sorted.iter().take(LISTED_MAX).map(|issue| html! {
                <li class="notice" data-state={if issue.is_error() { "breaks" } else { "risk" }}><span>
                    <b>{ explain::issue::issue(text.language, &plan, issue).place }</b>{ " " }{ advice(text.language, &plan, issue) }
                </span></li>
            }) }</ul>
        </section>
    }
}
