//! What a view may ask for: the plan, its forecast, the texts, the choices of the reader, and a way to act.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::providers::{IssueContext, PlanContext, TextContext};
use super::state::{Action, AppState};
use super::view_state::{ViewAction, ViewState};
use crate::forecast::Forecast;
use crate::plan::Plan;
use crate::plan::issue::Issue;
use crate::text::{Catalogue, Language};

/// A forecast with the plan it is of.
#[derive(Clone)]
pub struct Outcome {
    pub plan: Arc<Plan>,
    pub forecast: Rc<Forecast>,
    /// Whether `plan` is the plan in hand, not the last one without errors.
    pub is_current: bool,
}

impl PartialEq for Outcome {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.forecast, &other.forecast) && self.is_current == other.is_current
    }
}

/// How a view acts.
pub type Dispatch = UseReducerDispatcher<AppState>;

/// The plan in hand.
#[hook]
pub fn use_plan() -> Arc<Plan> {
    use_context::<PlanContext>().map(|context| context.plan).expect("every view stands within the providers")
}

/// Whether there is something to undo, to redo.
#[hook]
pub fn use_history() -> (bool, bool) {
    use_context::<PlanContext>().map_or((false, false), |context| (context.can_undo, context.can_redo))
}

/// What the checks say of the plan in hand.
#[hook]
pub fn use_issues() -> Rc<Vec<Issue>> {
    use_context::<IssueContext>().map(|context| context.0).unwrap_or_default()
}

/// The forecast; `None` while no plan was free of errors yet.
#[hook]
pub fn use_forecast() -> Option<Outcome> {
    use_context::<Option<Outcome>>().flatten()
}

/// The texts in the language of the reader.
#[hook]
pub fn use_text() -> &'static Catalogue {
    use_context::<TextContext>().map_or_else(|| Language::Korean.catalogue(), |context| context.0.catalogue())
}

/// The choices of the reader.
#[hook]
pub fn use_view() -> ViewState {
    use_context::<ViewState>().expect("every view stands within the providers")
}

#[hook]
pub fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().expect("every view stands within the providers")
}

/// Changes what is looked at, as an event handler.
#[hook]
pub fn use_view_action<T: 'static>(action: impl Fn(T) -> ViewAction + 'static) -> Callback<T> {
    let dispatch = use_dispatch();
    Callback::from(move |event: T| dispatch.dispatch(Action::View(action(event))))
}
