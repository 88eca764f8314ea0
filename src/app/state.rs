//! The one value of the page and how it changes: pure, without clock, storage or browser.

use std::rc::Rc;
use std::sync::Arc;

use yew::Reducible;

use super::fields::Edit;
use super::view_state::{ViewAction, ViewState};
use crate::plan::check::check;
use crate::plan::history::{GestureId, History};
use crate::plan::issue::Issue;
use crate::plan::zones::NoTimeZones;
use crate::plan::{CheckedPlan, Plan};

/// Everything the page knows.
#[derive(Clone)]
pub struct AppState {
    pub history: History<Arc<Plan>>,
    /// What the checks say of the plan in hand.
    pub issues: Rc<Vec<Issue>>,
    /// The last plan without errors; the forecast is of this one.
    pub computable: Option<Rc<CheckedPlan>>,
    pub view: ViewState,
}

/// What can happen.
pub enum Action {
    /// Edits of one gesture are one step of undo.
    Edit {
        edit: Edit,
        gesture: Option<GestureId>,
    },
    Undo,
    Redo,
    /// Another plan in place of the one in hand, which undo brings back.
    Replace(Arc<Plan>),
    View(ViewAction),
}

impl AppState {
    pub fn new(plan: Arc<Plan>, view: ViewState) -> Self {
        let mut state = Self { history: History::new(plan), issues: Rc::default(), computable: None, view };
        state.examine();
        state
    }

    /// The plan in hand, which may hold errors.
    pub fn plan(&self) -> &Arc<Plan> {
        self.history.present()
    }

    /// Whether the forecast is of the plan in hand.
    pub fn is_current(&self) -> bool {
        self.computable.as_ref().is_some_and(|checked| Arc::ptr_eq(&checked.shared(), self.plan()))
    }

    fn examine(&mut self) {
        let plan = self.plan();
        self.issues = Rc::new(check(plan, &NoTimeZones));
        if let Ok(checked) = CheckedPlan::new(Arc::clone(plan)) {
            self.computable = Some(Rc::new(checked));
        }
    }

    /// Puts what the edit makes of the plan into the history; an edit without effect leaves no step.
    fn edit(&mut self, edit: &Edit, gesture: Option<GestureId>) {
        let changed = edit.apply(self.plan());
        if changed != **self.plan() {
            self.history.push(Arc::new(changed), gesture);
        }
    }
}

/// The state after an action; the same one where nothing changed.
pub fn reduce(state: Rc<AppState>, action: Action) -> Rc<AppState> {
    let mut next = (*state).clone();
    match action {
        Action::Edit { edit, gesture } => next.edit(&edit, gesture),
        Action::Undo => next.history.undo(),
        Action::Redo => next.history.redo(),
        Action::Replace(plan) => next.history.push(plan, None),
        Action::View(action) => next.view.apply(action),
    }
    if !Arc::ptr_eq(next.plan(), state.plan()) {
        next.examine();
    } else if next.view == state.view {
        return state;
    }
    Rc::new(next)
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        reduce(self, action)
    }
}
