//! The one value of the page and how it changes: pure, without clock, storage or browser.

mod plans;

use std::rc::Rc;
use std::sync::Arc;

use yew::Reducible;

pub use self::plans::{Opened, Origin, ShelfAction};
use super::shelf::{Kept, Shelf, Unsaved};
use super::view_state::{Notice, ViewAction, ViewState};
use super::wording;
use crate::library::busan::Example;
use crate::plan::approval;
use crate::plan::edit::{EditName, PlanEdit, apply};
use crate::plan::history::{self, GestureId};
use crate::plan::zones::TimeZones;
use crate::plan::{CheckedPlan, Issue, Plan};
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

/// The versions of one plan in this session.
pub type History = history::History<Version, StepName>;

/// Everything the page knows.
#[derive(Clone)]
pub struct AppState {
    /// Of the plan in hand.
    pub history: History,
    /// What the checks say of the plan in hand.
    pub issues: Rc<Vec<Issue>>,
    /// The last plan without errors; the forecast is of this one.
    pub computable: Option<Rc<CheckedPlan>>,
    pub view: ViewState,
    /// Which plan is in hand, and the others.
    pub shelf: Shelf,
    zones: Zones,
}

/// What waits for a plan that was opened in this session and is not in hand.
#[derive(Clone)]
pub struct Parked {
    history: History,
    computable: Option<Rc<CheckedPlan>>,
}

impl Parked {
    /// The plan as it was left.
    pub fn plan(&self) -> &Arc<Plan> {
        &self.history.present().plan
    }
}

/// A plan, and what it was made from.
#[derive(Clone)]
pub struct Version {
    plan: Arc<Plan>,
    /// Whether it is a shipped example, as it came or edited.
    of_example: bool,
}

/// What a step of undo is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepName {
    Edit(EditName),
    /// What came of the workshop, in its words.
    Workshop(Rc<str>),
    /// Another tab changed the plan.
    OtherTab,
    /// Two tabs changed the plan; what this one had became a plan of its own.
    Parted,
}

/// What can happen.
pub enum Action {
    /// Edits of one gesture are one step of undo.
    Edit {
        edit: PlanEdit,
        gesture: Option<GestureId>,
    },
    /// Another plan in place of the one in hand, as one step of that name.
    Replace {
        plan: Arc<Plan>,
        word: Rc<str>,
    },
    Undo,
    Redo,
    Shelf(ShelfAction),
    View(ViewAction),
}

impl AppState {
    /// With `plan` in hand, which is that of the shelf; or with a shipped example, where the shelf has none in hand.
    pub fn new(plan: Arc<Plan>, view: ViewState, shelf: Shelf, zones: Zones) -> Self {
        let of_example = Example::ALL.iter().any(|example| example.plan(wording::reading(view.language)) == *plan);
        let mut state = Self {
            history: History::new(Version { plan, of_example }),
            issues: Rc::default(),
            computable: None,
            view,
            shelf,
            zones,
        };
        state.examine();
        if !of_example && state.shelf.in_hand.is_none() {
            state.own();
        }
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

    /// Where the plan in hand stands with storage.
    pub fn kept(&self) -> Kept {
        let Some(place) = &self.shelf.in_hand else { return Kept::Example };
        match (place.unsaved(self.plan()), self.shelf.fault) {
            (Some(_), Some(fault)) => Kept::Not(fault),
            (Some(_), None) => Kept::Soon,
            (None, _) if place.head.is_none() => Kept::Deleted,
            (None, _) => Kept::Saved,
        }
    }

    /// Every plan that storage does not hold as it is now.
    pub fn unsaved(&self) -> Vec<Unsaved> {
        let in_hand = self.shelf.in_hand.as_ref().and_then(|place| place.unsaved(self.plan()));
        in_hand.into_iter().chain(self.shelf.unsaved_beside()).collect()
    }

    fn examine(&mut self) {
        let plan = Arc::clone(self.plan());
        let (issues, checked) = CheckedPlan::with_issues(&plan, self.zones.0.as_ref());
        self.issues = Rc::new(issues);
        if let Some(checked) = checked {
            self.computable = Some(Rc::new(checked));
        }
    }

    /// An edit without effect, or of an entry that is gone, leaves no step; nor does a gesture that ends as it began.
    fn edit(&mut self, edit: &PlanEdit, gesture: Option<GestureId>) {
        match apply(self.plan(), edit).map(|edited| approval::follow(self.plan(), edited)) {
            Ok(edited) if self.history.began_at(gesture).is_some_and(|before| *before.plan == edited) => {
                self.history.withdraw();
            }
            Ok(edited) if edited != **self.plan() => {
                let version = Version { plan: Arc::new(edited), of_example: self.is_of_example() };
                self.history.push(version, StepName::Edit(edit.name()), gesture);
                self.own();
            }
            Ok(_) | Err(_) => {}
        }
    }

    /// The same plan leaves no step.
    fn replace(&mut self, plan: Arc<Plan>, word: Rc<str>) {
        if plan != *self.plan() {
            let plan = Arc::new(approval::follow(self.plan(), Arc::unwrap_or_clone(plan)));
            let version = Version { plan, of_example: self.is_of_example() };
            self.history.push(version, StepName::Workshop(word), None);
            self.own();
        }
    }

    /// An example that nobody touched yet follows the language of the page, names included.
    fn speak(&mut self, language: Language) {
        let untouched = self.shelf.in_hand.is_none();
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
        Action::Replace { plan, word } => next.replace(plan, word),
        Action::Undo => drop(next.history.undo()),
        Action::Redo => drop(next.history.redo()),
        Action::Shelf(action) => next.arrange(action),
        Action::View(ViewAction::Language(language)) => next.speak(language),
        Action::View(action) => next.view.apply(action),
    }
    if !Arc::ptr_eq(next.plan(), state.plan()) {
        next.examine();
        next.retitle();
        // What was to be copied was of the plan before.
        next.view.notice.take_if(|notice| matches!(notice, Notice::CopyFailed(_)));
    } else if next.view == state.view && next.shelf == state.shelf && next.unsaved() == state.unsaved() {
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
