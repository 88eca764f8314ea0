//! How sure the forecast is: which assumptions move a figure most, and how far each may go.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::plan_number::element_id;
use super::risk_bar::{Scale, bar};
use super::risk_chance::under_way;
use crate::app::browser;
use crate::app::hooks::{Dispatch, Studied, use_dispatch, use_forecast, use_risk, use_study_action, use_text};
use crate::app::parts::button::{Button, Look, Segment};
use crate::app::parts::words::unbroken;
use crate::app::state::Action;
use crate::app::view_state::{Section, ViewAction};
use crate::explain;
use crate::explain::place::place;
use crate::explain::unit::quantity;
use crate::plan::pointer::{index, steps};
use crate::risk::{Influence, PlanFigure, Report, ranked};
use crate::text::risk::figure_value;
use crate::text::risk_page::{RiskPage, texts};
use crate::text::{Language, risk};

/// Rows that are shown at first.
const FIRST: usize = 6;

/// The section below the pictures.
#[component]
pub fn RiskSection() -> Html {
    let (text, outcome, dispatch) = (use_text(), use_forecast(), use_dispatch());
    let (study, act) = (use_risk(), use_study_action());
    let key = use_state_eq(|| 0_usize);
    let all = use_state_eq(|| false);
    let Some(outcome) = outcome else { return Html::default() };
    let (language, words) = (text.language, texts(text.language));
    let has_ranges = !outcome.plan.ranges.is_empty();
    let result = study.result.as_ref().filter(|_| has_ranges);
    let is_stale = result.is_some_and(|study| !Arc::ptr_eq(&study.plan, &outcome.plan));
    let choose = {
        let key = key.clone();
        Callback::from(move |index| key.set(index))
    };
    let turn = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    let options = words.figures.map(AttrValue::from).to_vec();
    let more = result.map_or(0, |study| study.value.influences.len().saturating_sub(FIRST));
    html! {
        <section class="risk-place" aria-labelledby="risk-heading" data-stale={is_stale.then_some("")}>
            <div class="chart-head">
                <div class="chart-words"><h2 id="risk-heading">{ words.heading }</h2>
                if has_ranges { <p>{ note(result, is_stale, words, language) }</p> }</div>
                if has_ranges { { Segment { slim: true, ..Segment::new(words.figure, options, Some(*key), choose) }.html() } }
            </div>
            if let Some(study) = result {
                <p class="risk-finding">{ unbroken(&(risk::texts(language).influence)(&explain::risk::influence(language, &study.plan, &study.value, *key))) }</p>
                { table(study, *key, *all, language, &dispatch) }
                if more > 0 {
                    { Button { look: Look::Link, class: "risk-more", ..Button::new(if *all { words.show_first.to_owned() } else { (words.show_rest)(more) }, turn) }.html() }
                }
            } else if has_ranges {
                { under_way(study.state, &act, language) }
            } else {
                <p>{ words.no_ranges }</p>
            }
        </section>
    }
}

fn note(result: Option<&Rc<Studied<Report>>>, is_stale: bool, words: &RiskPage, language: Language) -> String {
    let basis = match result {
        Some(_) if is_stale => words.stale.to_owned(),
        Some(study) => (words.basis)(study.value.summary.draws),
        None => String::new(),
    };
    let rule = result.map_or_else(String::new, |study| explain::risk::reach_rule(language, &study.plan));
    format!("{basis} {} {rule}", words.how_typed)
}

fn table(study: &Studied<Report>, key: usize, all: bool, language: Language, dispatch: &Dispatch) -> Html {
    let words = texts(language);
    let ranked = ranked(&study.value.influences, key);
    let likely = study.value.likely.get(PlanFigure::KEY[key]);
    let scale = Scale::of(ranked.iter().map(|influence| influence.swing), key, likely);
    let shown = if all { ranked.len() } else { FIRST.min(ranked.len()) };
    html! {
        <table class="data risk-table">
            <thead><tr>
                <th scope="col">{ words.assumption }</th>
                <th scope="col">{ (words.from_low_to_high)(words.figures[key]) }</th>
                <th scope="col">{ words.reach }</th>
            </tr></thead>
            <tbody>{ for ranked[..shown].iter().map(|influence| row(study, influence, key, scale, language, dispatch)) }</tbody>
        </table>
    }
}

fn row(
    study: &Studied<Report>,
    influence: &Influence,
    key: usize,
    scale: Scale,
    language: Language,
    dispatch: &Dispatch,
) -> Html {
    let (plan, words) = (&*study.plan, texts(language));
    let assumption = &study.value.sample.assumptions()[influence.assumption];
    let pointer = &assumption.pointer;
    let name = headed(&place(language, plan, pointer));
    let value = |value: f64| quantity(language, plan, pointer, value);
    let (low, high) = (value(assumption.range.0), value(assumption.range.1));
    let figure = |at: Option<[f64; PlanFigure::KEY.len()]>| {
        at.map_or_else(
            || words.no_plan.to_owned(),
            |at| figure_value(language, plan.horizon_start(), PlanFigure::KEY[key], at[key]),
        )
    };
    let (at_low, at_high) = (figure(influence.swing.at_low), figure(influence.swing.at_high));
    let said = if at_low == at_high {
        (words.no_difference)(&at_low)
    } else {
        format!("{} · {}", (words.at)(&low, &at_low), (words.at)(&high, &at_high))
    };
    let reach = study.value.break_evens.iter().find(|found| found.pointer == *pointer);
    let onclick = {
        let (dispatch, pointer) = (dispatch.clone(), pointer.clone());
        Callback::from(move |_: MouseEvent| lead_to(&pointer, &dispatch))
    };
    html! {
        <tr key={pointer.clone()}>
            <th scope="row">
                <button type="button" class="row-pick" title={(words.edit)(&name)} {onclick}>{ &name }</button>
                <small>{ format!("{} ({})", value(assumption.value), language.catalogue().bands.ends(&low, &high)) }</small>
            </th>
            <td>{ bar(influence.swing, key, scale) }<small>{ said }</small></td>
            <td>{ reach.map(|found| (words.said_reach)(&explain::risk::reach(language, plan, found))) }</td>
        </tr>
    }
}

/// With a capital letter, as a heading begins.
pub fn headed(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Opens the form that holds the number of a place of the plan, and goes to its field.
fn lead_to(pointer: &str, dispatch: &Dispatch) {
    let look = |action: ViewAction| dispatch.dispatch(Action::View(action));
    let steps = steps(pointer).unwrap_or_default();
    let at = steps.get(1).and_then(|step| index(step));
    let section = match (steps.first().map(String::as_str), at) {
        (Some("arrivals" | "target"), _) => Section::Arrivals,
        (Some("journey"), at) => {
            at.into_iter().for_each(|at| look(ViewAction::Stage(at)));
            Section::Journey
        }
        (Some("waiting_room"), _) => {
            look(ViewAction::WaitingRoom);
            Section::Journey
        }
        (Some("windows"), at) => {
            look(ViewAction::Window(at));
            Section::Windows
        }
        (Some("cohorts"), _) => Section::Windows,
        (Some("members"), _) => Section::Members,
        _ => Section::Plan,
    };
    look(ViewAction::OpenForm(section));
    browser::focus_soon(element_id(pointer));
}
