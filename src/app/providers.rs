//! The contexts in which the views stand, each of them narrow.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::browser;
use super::hooks::{Dispatch, Gestures, Outcome};
use super::state::AppState;
use super::view_state::ViewState;
use crate::forecast;
use crate::plan::{CheckedPlan, Issue, Plan};
use crate::text::Language;

/// The plan in hand and whether there are steps before and after it.
#[derive(Clone)]
pub struct PlanContext {
    pub plan: Arc<Plan>,
    pub can_undo: bool,
    pub can_redo: bool,
}

impl PartialEq for PlanContext {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.plan, &other.plan) && self.can_undo == other.can_undo && self.can_redo == other.can_redo
    }
}

#[derive(Clone)]
pub struct IssueContext(pub Rc<Vec<Issue>>);

impl PartialEq for IssueContext {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, Copy, PartialEq)]
pub struct TextContext(pub Language);

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
    pub plan: Arc<Plan>,
    pub language: Language,
    pub theme: super::view_state::ThemeName,
}

impl ProvidersProps {
    fn state(&self) -> AppState {
        AppState::new(Arc::clone(&self.plan), ViewState::new(self.language, self.theme))
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
    let plan = PlanContext {
        plan: Arc::clone(state.plan()),
        can_undo: state.history.undo_label().is_some(),
        can_redo: state.history.redo_label().is_some(),
    };
    let gestures = use_memo((), |()| Gestures::default());
    browser::use_document(state.view.language, state.view.theme, &plan.plan.title);
    browser::use_links(dispatch.clone());
    browser::use_undo_keys(dispatch.clone());
    html! {
        <ContextProvider<Dispatch> context={dispatch}>
        <ContextProvider<Gestures> context={(*gestures).clone()}>
        <ContextProvider<TextContext> context={TextContext(state.view.language)}>
        <ContextProvider<PlanContext> context={plan}>
        <ContextProvider<IssueContext> context={IssueContext(Rc::clone(&state.issues))}>
        <ContextProvider<Option<Outcome>> context={outcome}>
        <ContextProvider<ViewState> context={state.view.clone()}>
            { props.children.clone() }
        </ContextProvider<ViewState>>
        </ContextProvider<Option<Outcome>>>
        </ContextProvider<IssueContext>>
        </ContextProvider<PlanContext>>
        </ContextProvider<TextContext>>
        </ContextProvider<Gestures>>
        </ContextProvider<Dispatch>>
    }
}
