//! The contexts in which the views stand, each of them narrow.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::StartProps;
use super::browser;
use super::drafts::Drafts;
use super::hooks::{Dispatch, Gestures, Outcome};
use super::state::{AppState, StepName};
use super::view_state::ViewState;
use crate::forecast;
use crate::plan::{CheckedPlan, Issue, Plan};
use crate::text::Language;

/// What hardly ever changes: how to act, and the language.
#[derive(Clone, PartialEq)]
pub struct Standing {
    pub dispatch: Dispatch,
    pub gestures: Gestures,
    pub drafts: Drafts,
    pub language: Language,
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
            && (self.undo, self.redo, self.is_of_example) == (other.undo, other.redo, other.is_of_example)
    }
}

/// A checked plan, equal only to itself.
#[derive(Clone)]
struct Computable(Option<Rc<CheckedPlan>>);

impl PartialEq for Computable {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(two)) => Rc::ptr_eq(one, two),
            (one, two) => one.is_none() && two.is_none(),
        }
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
        let StartProps { plan, language, theme, zones } = self.start.clone();
        AppState::new(plan, ViewState::new(language, theme), zones)
    }
}

/// What the checks say, and what only a forecast of the plan in hand can add.
fn issues(state: &AppState, outcome: Option<&Outcome>) -> Rc<Vec<Issue>> {
    match outcome.filter(|outcome| outcome.is_current).and_then(|outcome| forecast::still_waiting(&outcome.forecast)) {
        Some(waiting) => Rc::new(std::iter::once(waiting).chain(state.issues.iter().cloned()).collect()),
        None => Rc::clone(&state.issues),
    }
}

/// Holds the state, computes the forecast once per plan, and keeps the browser's document in step.
#[component]
pub fn Providers(props: &ProvidersProps) -> Html {
    let state = use_reducer({
        let props = props.clone();
        move || props.state()
    });
    let dispatch: Dispatch = state.dispatcher();
    let computed = use_memo(Computable(state.computable.clone()), |computable| {
        computable.0.as_ref().map(|checked| (checked.shared(), Rc::new(forecast::run(checked))))
    });
    let outcome =
        (*computed).clone().map(|(plan, forecast)| Outcome { plan, forecast, is_current: state.is_current() });
    let in_hand = InHand {
        plan: Arc::clone(state.plan()),
        issues: issues(&state, outcome.as_ref()),
        undo: state.history.undo_label().copied(),
        redo: state.history.redo_label().copied(),
        is_of_example: state.is_of_example(),
    };
    let gestures = (*use_memo((), |()| Gestures::default())).clone();
    let drafts = (*use_memo((), |()| Drafts::default())).clone();
    browser::use_document(state.view.language, state.view.theme, &in_hand.plan.title);
    browser::use_links(dispatch.clone());
    browser::use_undo_keys(dispatch.clone());
    let standing = Standing { dispatch, gestures, drafts, language: state.view.language };
    html! {
        <ContextProvider<Standing> context={standing}>
        <ContextProvider<InHand> context={in_hand}>
        <ContextProvider<Option<Outcome>> context={outcome}>
        <ContextProvider<ViewState> context={state.view.clone()}>
            { props.children.clone() }
        </ContextProvider<ViewState>>
        </ContextProvider<Option<Outcome>>>
        </ContextProvider<InHand>>
        </ContextProvider<Standing>>
    }
}
