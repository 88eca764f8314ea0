//! The page rendered natively, in both languages.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "test code says in one word what must hold")]

use std::sync::Arc;

use stagger::app::fields::{ChoiceField, EntryField};
use stagger::app::hooks::use_sight;
use stagger::app::providers::Providers;
use stagger::app::shelf::Shelf;
use stagger::app::state::Zones;
use stagger::app::view_state::ThemeName;
use stagger::app::views::arrivals::arrivals_section;
use stagger::app::views::journey::journey_section;
use stagger::app::views::plan_number::element_id;
use stagger::app::{App, StartProps};
use stagger::library::busan::Example;
use stagger::library::{Reading, Wording};
use stagger::plan::zones::NoTimeZones;
use stagger::plan::{Background, CapacityChange, Limit, Plan, ShowUp, StartersFrom, Tail, TailKind, WaitingRoom};
use stagger::text::Language;
use stagger::units::{PerSecond, Seconds, Share};
use yew::prelude::*;

fn start(plan: Plan, language: Language) -> StartProps {
    StartProps {
        plan: Arc::new(plan),
        language,
        theme: ThemeName::Light,
        zones: Zones::new(NoTimeZones),
        shelf: Shelf::new("test"),
        notice: None,
        embedded: false,
    }
}

fn render(plan: Plan, language: Language) -> String {
    let start = start(plan, language);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let page = yew::LocalServerRenderer::<App>::with_props(start).hydratable(false).render();
    tokio::task::LocalSet::new().block_on(&runtime, page)
}

fn example(example: Example, language: Language) -> String {
    let read: Reading = if language == Language::Korean { Wording::korean } else { Wording::english };
    render(example.plan(read), language)
}

#[test]
fn the_example_says_its_verdict_in_both_languages() {
    let korean = example(Example::Staggered, Language::Korean);
    assert!(korean.contains("회차가 모두 버팁니다.") && korean.contains("보통값으로 계산한 예측입니다."), "{korean}");
    let english = example(Example::DayAsItWas, Language::English);
    assert!(english.contains("slots break.") && english.contains("A forecast at the likely values."), "{english}");
}

#[test]
fn landmarks_headings_and_tables_are_there() {
    let page = example(Example::Staggered, Language::English);
    for part in
        ["<main", "<header", "<nav", "<h1 ", "role=\"slider\"", "<table class=\"data slots\"", "aria-live=\"polite\""]
    {
        assert!(page.contains(part), "{part}");
    }
    assert_eq!(page.matches("<h1").count(), 1);
}

#[test]
fn nothing_is_styled_or_scripted_inline() {
    for language in Language::ALL {
        let page = example(Example::DayAsItWas, language);
        assert!(!page.contains(" style=") && !page.contains("<script") && !page.contains(" onclick="));
    }
}

#[test]
fn names_are_text() {
    let mut plan = Example::DayAsItWas.plan(Wording::korean);
    plan.title = "<img src=x onerror=alert(1)>".to_owned();
    Arc::make_mut(&mut plan.cohorts)[0].name = "<b>bold</b>".to_owned();
    Arc::make_mut(&mut plan.journey)[1].name = "<i>stage</i>".to_owned();
    let page = render(plan, Language::Korean);
    assert!(
        !page.contains("<img src=x") && !page.contains("<b>bold") && !page.contains("<i>stage"),
        "names are escaped"
    );
}

#[test]
fn a_plan_that_cannot_be_computed_says_so() {
    let mut plan = Example::DayAsItWas.plan(Wording::korean);
    plan.arrivals.opening_share = Share::new(2.0);
    let page = render(plan, Language::Korean);
    assert!(page.contains("아직 예측이 없습니다.") && page.contains("data-state=\"breaks\""), "{page}");
}

#[test]
fn people_who_still_wait_when_the_days_end_are_worth_a_look() {
    let mut plan = Example::DayAsItWas.plan(Wording::english);
    assert!(!render(plan.clone(), Language::English).contains("class=\"issues\""));
    plan.ranges.clear();
    for stage in Arc::make_mut(&mut plan.journey) {
        stage.rate = Some(PerSecond::new(0.1));
        stage.patience = None;
    }
    let page = render(plan, Language::English);
    assert!(page.contains("people have not finished when the plan ends."), "{page}");
}

/// A plan that uses every field of the plan file, in its one stage.
fn full_plan() -> Plan {
    let mut plan = Example::DayAsItWas.plan(Wording::english);
    let opens = plan.first_opening().unwrap();
    plan.waiting_room =
        Some(WaitingRoom { admit: PerSecond::new(20.0), patience: Some(Seconds::new(5400.0)), inside_max: None });
    plan.arrivals.hour_weights = Some([1.0; 24]);
    plan.arrivals.starters_table = Some(vec![StartersFrom { at: opens, rate: PerSecond::new(12.5) }]);
    let hour = Seconds::new(3600.0);
    plan.arrivals.tail = [
        TailKind::Exponential { mean: hour },
        TailKind::Weibull { shape: 0.6, scale: hour },
        TailKind::Lomax { alpha: 1.5, scale: hour },
    ]
    .map(|kind| Tail { weight: Share::new(0.25), kind })
    .to_vec();
    let stages = Arc::make_mut(&mut plan.journey);
    stages.truncate(1);
    stages[0].sessions = Some(100.0);
    stages[0].changes = vec![CapacityChange {
        at: opens,
        rate: Limit::To(0.0),
        sessions: Limit::To(4.0),
        times: Some(4.0),
        turn_away: Some(true),
    }];
    stages[0].background = vec![Background { at: opens, rate: PerSecond::new(2.0) }];
    plan
}

#[derive(Clone, PartialEq, Properties)]
struct FormProps {
    start: StartProps,
    room: bool,
}

/// The forms of arrivals and journey, as if both were open.
#[component]
fn Forms(props: &FormProps) -> Html {
    let form = html! { <OpenForms room={props.room} /> };
    html! { <Providers start={props.start.clone()}>{ form }</Providers> }
}

#[derive(Clone, PartialEq, Properties)]
struct OpenFormsProps {
    room: bool,
}

#[component]
fn OpenForms(props: &OpenFormsProps) -> Html {
    let mut sight = use_sight();
    sight.view.waiting_room = props.room;
    html! { <>{ arrivals_section(&sight, true) }{ journey_section(&sight, true) }</> }
}

fn forms(plan: &Plan, language: Language, room: bool) -> String {
    let start = start(plan.clone(), language);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let page = yew::LocalServerRenderer::<Forms>::with_props(FormProps { start, room }).hydratable(false).render();
    tokio::task::LocalSet::new().block_on(&runtime, page)
}

#[test]
fn every_field_of_the_plan_stands_in_a_form_in_both_languages() {
    for by_age in [false, true] {
        let mut plan = full_plan();
        if by_age {
            plan.arrivals.show_up = ShowUp::ByAge(vec![Share::new(0.4); plan.members.ages.len()]);
        }
        for language in Language::ALL {
            let page = forms(&plan, language, false) + &forms(&plan, language, true);
            let typed = EntryField::all_in(&plan).into_iter().map(|field| element_id(&field.pointer()));
            let chosen = ChoiceField::all_in(&plan).into_iter().filter(|field| *field != ChoiceField::WaitingRoom);
            let chosen = chosen.map(|field| format!("{}-choice", element_id(&field.pointer())));
            for id in typed.chain(chosen) {
                assert!(page.contains(&format!(" id=\"{id}\"")), "{id} is in no form");
            }
        }
    }
}
