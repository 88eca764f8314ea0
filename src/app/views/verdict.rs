//! The verdict: a mark, a sentence that can be quoted alone, and what it rests on.

use yew::prelude::*;

use super::risk_chance::{chance_line, said_chance};
use super::trust::trust_link;
use crate::app::browser;
use crate::app::hooks::{use_dispatch, use_forecast, use_issues, use_risk, use_study_action, use_text};
use crate::app::parts::button::Button;
use crate::app::parts::icon::IconName;
use crate::app::parts::verdict_mark::{MarkSize, state_name, verdict_mark};
use crate::app::parts::words::unbroken;
use crate::app::state::Action;
use crate::app::view_state::{Notice, ViewAction};
use crate::plan::issue::Issue;
use crate::text::facts::verdict_facts;
use crate::text::trust::texts;

#[component]
pub fn VerdictHead() -> Html {
    let (text, dispatch) = (use_text(), use_dispatch());
    let issues = use_issues();
    let (study, act) = (use_risk(), use_study_action());
    let Some(outcome) = use_forecast() else {
        let errors = issues.iter().filter(|issue| issue.is_error()).count();
        return html! { <h2 class="verdict-sentence">{ (text.verdict.nothing_yet)(errors) }</h2> };
    };
    let facts = verdict_facts(&outcome.plan, &outcome.forecast, &outcome.chances());
    let sentence = (text.verdict.sentence)(&facts);
    let likely = (text.verdict.likely)(&facts);
    let errors = issues.iter().filter(|issue: &&Issue| issue.is_error()).count();
    // What follows the figure without a space, a Korean particle, stays on its line.
    let (particle, after) = sentence.after.split_at(sentence.after.find(' ').unwrap_or(sentence.after.len()));
    let chance = said_chance(&outcome, text.language);
    let quote = [Some(sentence.plain()), Some(likely.clone()), chance.clone()];
    let quote = quote.into_iter().flatten().collect::<Vec<_>>().join(" ");
    html! {
        <section class="verdict" data-stale={(!outcome.is_current).then_some("")}>
            if !outcome.is_current && !outcome.is_late {
                <p class="notice" data-state="risk" role="status">{ (text.verdict.stale)(errors) }</p>
            }
            <div class="verdict-row">
                { verdict_mark(facts.verdict, text.common.verdict(facts.verdict), MarkSize::Large) }
                <div class="verdict-words" aria-live="polite" aria-atomic="true">
                    <h2 id="verdict" class="verdict-sentence" tabindex="-1">{ &sentence.before }<span class="nowrap"><em data-state={state_name(facts.verdict)}>{ &sentence.figure }</em>{ particle.to_owned() }</span>{ unbroken(after) }</h2>
                    <p>{ unbroken(&likely) }</p>
                    { chance_line(&outcome, chance, study.state, &act, text.language) }
                </div>
                <CopySentence {quote} />
                { trust_link(texts(text.language).link, &dispatch) }
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CopySentenceProps {
    quote: AttrValue,
}

#[component]
fn CopySentence(props: &CopySentenceProps) -> Html {
    let (text, dispatch) = (use_text(), use_dispatch());
    let copied = use_state(AttrValue::default);
    let is_copied = *copied == props.quote;
    let quote = props.quote.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let (copied, kept, dispatch) = (copied.clone(), quote.clone(), dispatch.clone());
        let done = Callback::from(move |worked: bool| {
            if worked {
                copied.set(kept.clone());
            } else {
                dispatch.dispatch(Action::View(ViewAction::Notice(Some(Notice::CopyFailed(kept.to_string())))));
            }
        });
        browser::copy(quote.to_string(), done);
    });
    let label = if is_copied { text.frame.copied } else { text.verdict.copy };
    Button { icon: Some(IconName::Copy), class: "copy-sentence", ..Button::new(label, onclick) }.html()
}
