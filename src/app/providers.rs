//! The contexts in which the views stand, each of them narrow.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::StartProps;
use super::browser;
use super::browser::Keeper;
use super::computing::{Known, Turns, use_computed};
use super::drafts::Drafts;
use super::hooks::{Dispatch, Gestures, Outcome};
use super::judged::{Judged, use_judged};
use super::shelf::{Kept, Shelf};
use super::state::{AppState, StepName};
use super::studies::{self, Studies, StudyAction, use_studies};
use super::view_state::ViewState;
use crate::forecast;
use crate::plan::{Issue, Plan};
use crate::text::Language;

/// What hardly ever changes: how to act, and the language.
#[derive(Clone, PartialEq)]
pub struct Standing {
    pub dispatch: Dispatch,
    pub gestures: Gestures,
    pub turns: Turns,
    pub drafts: Drafts,
    pub keeper: Keeper,
    pub language: Language,
    pub study: Callback<StudyAction>,
}

/// What stands beside the plan in hand: the other plans, where it stands with storage, and what is computed of it beyond
/// its forecast. One context for all, since each costs the first visit kilobytes.
#[derive(Clone, PartialEq)]
pub struct Shelved {
    pub shelf: Shelf,
    pub kept: Kept,
    pub studies: Studies,
}

/// The plan in hand, what the checks and its forecast say of it, and the steps before and after it.
#[derive(Clone)]
pub struct InHand {
    pub plan: Arc<Plan>,
    pub issues: Rc<Vec<Issue>>,
    pub undo: Option<StepName>,
    pub redo: Option<StepName>,
    /// Whether the plan was made from a shipped example.
    pub is_of_example: bool,
}

impl PartialEq for InHand {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.plan, &other.plan)
            && self.issues == other.issues
            && (&self.undo, &self.redo, self.is_of_example) == (&other.undo, &other.redo, other.is_of_example)
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct ProvidersProps {
    #[prop_or_default]
    pub children: Html,
    pub start: StartProps,
}

impl ProvidersProps {
    fn state(&self) -> AppState {
        let StartProps { plan, language, theme, zones, shelf, notice, embedded } = self.start.clone();
        let view = ViewState { notice, embedded, ..ViewState::new(language, theme) };
        AppState::new(plan, view, shelf, zones)
    }
}

/// What the checks say, and what only a forecast of the plan in hand can add.
fn issues(state: &AppState, outcome: Option<&Outcome>) -> Rc<Vec<Issue>> {
    let of_plan_in_hand = |outcome: &&Outcome| Arc::ptr_eq(&outcome.plan, state.plan());
    match outcome.filter(of_plan_in_hand).and_then(|outcome| forecast::still_waiting(&outcome.forecast)) {
        Some(waiting) => Rc::new(std::iter::once(waiting).chain(state.issues.iter().cloned()).collect()),
        None => Rc::clone(&state.issues),
    }
}

/// Holds the state, asks for the forecast, and keeps the browser's document in step.
#[component]
pub fn Providers(props: &ProvidersProps) -> Html {
    let state = use_reducer({
        let props = props.clone();
        move || props.state()
    });
    let dispatch: Dispatch = state.dispatcher();
    let Known { computed, is_late } = use_computed(state.computable.clone());
    let stands = computed
        .as_ref()
        .filter(|computed| state.computable.as_ref().is_some_and(|computable| Rc::ptr_eq(computable, &computed.of)));
    let stands = stands.map(|computed| (Rc::clone(&computed.of), Rc::clone(&computed.forecast)));
    let (studies, study) = use_studies(studies::Standing(stands));
    // A plan that never had a forecast shows none, not that of the plan before it.
    let computed = computed.filter(|_| state.computable.is_some());
    let Judged { forecast, risk, trust } =
        use_judged(computed.as_ref(), studies.risk.result.as_ref(), studies.simulation.result.as_ref());
    let outcome = computed.zip(forecast).map(|(computed, forecast)| Outcome {
        plan: computed.of.shared(),
        forecast,
        crowd: computed.crowd,
        risk,
        trust,
        is_current: state.is_current() && !is_late,
        is_late,
    });
    let in_hand = InHand {
        plan: Arc::clone(state.plan()),
        issues: issues(&state, outcome.as_ref()),
        undo: state.history.undo_label().cloned(),
        redo: state.history.redo_label().cloned(),
        is_of_example: state.is_of_example(),
    };
    let turns = (*use_memo((), |()| Turns::default())).clone();
    let gestures = (*use_memo((), |()| Gestures::default())).clone();
    let name = state.shelf.in_hand.as_ref().map_or_else(|| state.plan().title.clone(), |place| place.id.to_string());
    let drafts = browser::use_draft_book().in_hand(state.shelf.turns, &name);
    browser::use_document(state.view.language, state.view.theme, &in_hand.plan.title);
    let keeper = (*use_memo((), |()| Keeper::new(dispatch.clone()))).clone();
    browser::use_keeping(&keeper, &state);
    browser::use_links(&keeper, &dispatch);
    browser::use_dropped_files(&keeper, &dispatch);
    browser::use_undo_keys(dispatch.clone());
    browser::use_focus_in_sight();
    let shelved = Shelved { shelf: state.shelf.clone(), kept: state.kept(), studies };
    let standing = Standing { dispatch, gestures, turns, drafts, keeper, language: state.view.language, study };
    html! {
        <ContextProvider<Standing> context={standing}>
        <ContextProvider<Shelved> context={shelved}>
        <ContextProvider<InHand> context={in_hand}>
        <ContextProvider<Option<Outcome>> context={outcome}>
        <ContextProvider<ViewState> context={state.view.clone()}>
            { props.children.clone() }
        </ContextProvider<ViewState>>
        </ContextProvider<Option<Outcome>>>
        </ContextProvider<InHand>>
        </ContextProvider<Shelved>>
        </ContextProvider<Standing>>
    }
}
