//! The one value of the page and how it changes: pure, without clock, storage or browser.

use std::rc::Rc;
use std::sync::Arc;

use yew::Reducible;

use super::view_state::{Notice, ViewAction, ViewState};
use super::wording;
use crate::library::busan::Example;
use crate::plan::edit::{EditName, PlanEdit, apply};
use crate::plan::history::{GestureId, History};
use crate::plan::zones::TimeZones;
use crate::plan::{CheckedPlan, Issue, Plan, check};
use crate::text::Language;

/// Whom the checks ask about time zones.
#[derive(Clone)]
pub struct Zones(Rc<dyn TimeZones>);

impl Zones {
    pub fn new(known: impl TimeZones + 'static) -> Self {
        Self(Rc::new(known))
    }
}

impl PartialEq for Zones {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Everything the page knows.
#[derive(Clone)]
pub struct AppState {
    pub history: History<Version, StepName>,
    /// What the checks say of the plan in hand.
    pub issues: Rc<Vec<Issue>>,
    /// The last plan without errors; the forecast is of this one.
    pub computable: Option<Rc<CheckedPlan>>,
    pub view: ViewState,
    zones: Zones,
}

/// A plan, and what it was made from.
#[derive(Clone)]
pub struct Version {
    plan: Arc<Plan>,
    /// Whether it is a shipped example, as it came or edited.
    of_example: bool,
}

/// What a step of undo is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepName {
    Edit(EditName),
    Example,
    Link,
}

/// What can happen.
pub enum Action {
    /// Edits of one gesture are one step of undo.
    Edit {
        edit: PlanEdit,
        gesture: Option<GestureId>,
    },
    Undo,
    Redo,
    /// Another plan in place of the one in hand, which undo brings back.
    Replace {
        plan: Arc<Plan>,
        origin: StepName,
    },
    View(ViewAction),
}

impl AppState {
    pub fn new(plan: Arc<Plan>, view: ViewState, zones: Zones) -> Self {
        let of_example = Example::ALL.iter().any(|example| example.plan(wording::reading(view.language)) == *plan);
        let mut state = Self {
            history: History::new(Version { plan, of_example }),
            issues: Rc::default(),
            computable: None,
            view,
            zones,
        };
        state.examine();
        state
    }

    /// The plan in hand, which may hold errors.
    pub fn plan(&self) -> &Arc<Plan> {
        &self.history.present().plan
    }

    /// Whether the plan in hand was made from a shipped example.
    pub fn is_of_example(&self) -> bool {
        self.history.present().of_example
    }

    /// Whether the forecast is of the plan in hand.
    pub fn is_current(&self) -> bool {
        self.computable.as_ref().is_some_and(|checked| Arc::ptr_eq(&checked.shared(), self.plan()))
    }

    fn examine(&mut self) {
        let plan = Arc::clone(self.plan());
        self.issues = Rc::new(check(&plan, self.zones.0.as_ref()));
        if let Ok(checked) = CheckedPlan::new(plan) {
            self.computable = Some(Rc::new(checked));
        }
    }

    /// An edit without effect, or of an entry that is gone, leaves no step.
    fn edit(&mut self, edit: &PlanEdit, gesture: Option<GestureId>) {
        match apply(self.plan(), edit) {
            Ok(edited) if edited != **self.plan() => {
                let version = Version { plan: Arc::new(edited), of_example: self.is_of_example() };
                self.history.push(version, StepName::Edit(edit.name()), gesture)
            }
            Ok(_) | Err(_) => {}
        }
    }

    fn replace(&mut self, plan: Arc<Plan>, origin: StepName) {
        if plan != *self.plan() {
            let of_example = origin == StepName::Example;
            self.history.push(Version { plan, of_example }, origin, None);
        }
    }

    /// An example that nobody touched yet follows the language of the page, names included.
    fn speak(&mut self, language: Language) {
        let untouched = self.history.undo_label().is_none() && self.history.redo_label().is_none();
        let read = |language| move |example: &Example| example.plan(wording::reading(language));
        let example =
            Example::ALL.iter().find(|example| untouched && read(self.view.language)(example) == **self.plan());
        if let Some(example) = example {
            let plan = Arc::new(read(language)(example));
            self.history = History::new(Version { plan, of_example: true });
        }
        self.view.language = language;
    }
}

/// The state after an action; the same one where nothing changed.
pub fn reduce(state: Rc<AppState>, action: Action) -> Rc<AppState> {
    let mut next = (*state).clone();
    match action {
        Action::Edit { edit, gesture } => next.edit(&edit, gesture),
        Action::Undo => drop(next.history.undo()),
        Action::Redo => drop(next.history.redo()),
        Action::Replace { plan, origin } => next.replace(plan, origin),
        Action::View(ViewAction::Language(language)) => next.speak(language),
        Action::View(action) => next.view.apply(action),
    }
    if !Arc::ptr_eq(next.plan(), state.plan()) {
        next.examine();
        // What was to be copied was of the plan before.
        next.view.notice.take_if(|notice| matches!(notice, Notice::CopyFailed(_)));
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
