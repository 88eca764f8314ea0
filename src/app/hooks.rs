//! What a view may ask for: the plan, its forecast, the texts, the choices of the reader, and a way to act.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::providers::{IssueContext, PlanContext, TextContext};
use super::state::{Action, AppState};
use super::view_state::{ViewAction, ViewState};
use crate::forecast::Forecast;
use crate::plan::edit::PlanEdit;
use crate::plan::history::GestureId;
use crate::plan::{Issue, Plan};
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
    // Proof: `App` and the tests render every view within `Providers`.
    #[expect(clippy::expect_used)]
    use_context::<PlanContext>().map(|context| context.plan).expect("views stand within the providers")
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
    // Proof: as in `use_plan`.
    #[expect(clippy::expect_used)]
    use_context::<ViewState>().expect("views stand within the providers")
}

#[hook]
pub fn use_dispatch() -> Dispatch {
    // Proof: as in `use_plan`.
    #[expect(clippy::expect_used)]
    use_context::<Dispatch>().expect("views stand within the providers")
}

/// Changes what is looked at, as an event handler.
#[hook]
pub fn use_view_action<T: 'static>(action: impl Fn(T) -> ViewAction + 'static) -> Callback<T> {
    let dispatch = use_dispatch();
    Callback::from(move |event: T| dispatch.dispatch(Action::View(action(event))))
}

/// Numbers for gestures, none given twice.
#[derive(Clone, Default)]
pub struct Gestures(Rc<Cell<u64>>);

impl PartialEq for Gestures {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The gesture that goes on in one field, from focus to blur.
#[derive(Clone)]
pub struct Gesture {
    numbers: Gestures,
    current: Rc<Cell<u64>>,
}

impl Gesture {
    /// A new gesture begins.
    pub fn begin(&self) {
        let next = self.numbers.0.get() + 1;
        self.numbers.0.set(next);
        self.current.set(next);
    }

    pub fn current(&self) -> GestureId {
        GestureId::new(self.current.get())
    }
}

/// The gesture of the component that asks.
#[hook]
pub fn use_gesture() -> Gesture {
    let numbers = use_context::<Gestures>().unwrap_or_default();
    let current = use_memo((), |()| Cell::new(0));
    Gesture { numbers, current }
}

/// Applies edits, those of one visit to a field as one step; and begins such a visit.
#[hook]
pub fn use_edit() -> (Callback<PlanEdit>, Callback<()>) {
    let dispatch = use_dispatch();
    let gesture = use_gesture();
    let begin = {
        let gesture = gesture.clone();
        Callback::from(move |()| gesture.begin())
    };
    let edit = Callback::from(move |edit: PlanEdit| {
        dispatch.dispatch(Action::Edit { edit, gesture: Some(gesture.current()) })
    });
    (edit, begin)
}

/// Applies edits, each a step of its own.
#[hook]
pub fn use_step() -> Callback<PlanEdit> {
    let dispatch = use_dispatch();
    Callback::from(move |edit: PlanEdit| dispatch.dispatch(Action::Edit { edit, gesture: None }))
}
