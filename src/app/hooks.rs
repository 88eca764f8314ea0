//! What a view may ask for: the plan, its forecast, the texts, the choices of the reader, and a way to act.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::browser::Keeper;
use super::computing::Turns;
use super::drafts::Drafts;
use super::providers::{InHand, Shelved, Standing};
use super::state::{Action, AppState, StepName};
pub use super::studies::{Studied, Study, StudyAction, StudyState};
use super::view_state::{ViewAction, ViewState};
use crate::forecast::Forecast;
use crate::forecast::cohorts::Starts;
use crate::forecast::trust::TrustReport;
use crate::plan::cut::Cut;
use crate::plan::edit::PlanEdit;
use crate::plan::history::GestureId;
use crate::plan::{CheckedPlan, Issue, Plan};
use crate::risk::{Report, Summary};
use crate::text::Catalogue;
use crate::text::facts::Chances;
pub use crate::worker::Purpose;

/// A forecast with the plan it is of.
#[derive(Clone)]
pub struct Outcome {
    pub plan: Arc<Plan>,
    pub forecast: Rc<Forecast>,
    /// What pictures of people rest on.
    pub crowd: Crowd,
    /// How sure it is, where that is known of this very plan; the slots of `forecast` are then judged with their chances.
    pub risk: Option<Rc<Studied<Report>>>,
    /// What chance makes of its slots, and the simulation of every person, as far as that is known of this very plan.
    pub trust: Option<Rc<Studied<TrustReport>>>,
    /// Whether this is shown as the forecast of the plan in hand: not of the last plan without errors, and not late.
    /// For some frames it may be of the plan before; `plan` and `forecast` always belong together.
    pub is_current: bool,
    /// Whether the forecast of the plan in hand is on its way and takes a while.
    pub is_late: bool,
}

impl PartialEq for Outcome {
    fn eq(&self, other: &Self) -> bool {
        let risk = |outcome: &Self| outcome.risk.as_ref().map(Rc::as_ptr);
        let trust = |outcome: &Self| outcome.trust.as_ref().map(Rc::as_ptr);
        Rc::ptr_eq(&self.forecast, &other.forecast)
            && risk(self) == risk(other)
            && trust(self) == trust(other)
            && (self.is_current, self.is_late) == (other.is_current, other.is_late)
    }
}

impl Outcome {
    /// What is known beside the forecast.
    pub fn chances(&self) -> Chances<'_> {
        Chances { risk: self.summary(), trust: self.trust.as_ref().map(|trust| &trust.value) }
    }

    /// What the draws say together.
    pub fn summary(&self) -> Option<&Summary> {
        self.risk.as_ref().map(|risk| &risk.value.summary)
    }
}

/// Who is in which cohort, and who begins when: worked out once per forecast, when the first picture asks.
#[derive(Clone)]
pub struct Crowd {
    of: Rc<CheckedPlan>,
    starts: Rc<OnceCell<Starts>>,
}

impl Crowd {
    pub fn new(of: Rc<CheckedPlan>) -> Self {
        Self { of, starts: Rc::default() }
    }

    pub fn cut(&self) -> &Cut {
        self.of.cut()
    }

    /// `forecast`: of the same plan.
    pub fn starts(&self, forecast: &Forecast) -> &Starts {
        self.starts.get_or_init(|| Starts::new(self.of.plan(), self.of.cut(), forecast))
    }
}

/// What the views that only show may read: they are functions, not components, because each component costs the
/// first visit some kilobytes.
pub struct Sight {
    pub text: &'static Catalogue,
    pub plan: Arc<Plan>,
    /// Whether the plan was made from a shipped example.
    pub is_of_example: bool,
    pub issues: Rc<Vec<Issue>>,
    pub outcome: Option<Outcome>,
    pub view: ViewState,
    pub dispatch: Dispatch,
    pub keeper: Keeper,
    pub drafts: Drafts,
    pub study: Callback<StudyAction>,
}

impl Sight {
    /// An event handler that changes what is looked at.
    pub fn look<T: 'static>(&self, action: impl Fn(T) -> ViewAction + 'static) -> Callback<T> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: T| dispatch.dispatch(Action::View(action(event))))
    }

    /// An event handler that edits the plan, each time a step of its own.
    pub fn step<T: 'static>(&self, edit: impl Fn(T) -> PlanEdit + 'static) -> Callback<T> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: T| dispatch.dispatch(Action::Edit { edit: edit(event), gesture: None }))
    }
}

/// Everything that a view may read.
#[hook]
pub fn use_sight() -> Sight {
    Sight {
        text: use_text(),
        plan: use_plan(),
        is_of_example: use_in_hand().is_of_example,
        issues: use_issues(),
        outcome: use_forecast(),
        view: use_view(),
        dispatch: use_dispatch(),
        keeper: use_keeper(),
        drafts: use_drafts(),
        study: use_study_action(),
    }
}

/// How a view acts.
pub type Dispatch = UseReducerDispatcher<AppState>;

#[hook]
fn use_in_hand() -> InHand {
    // Proof: `App` and the tests render every view within `Providers`.
    #[expect(clippy::expect_used)]
    use_context::<InHand>().expect("views stand within the providers")
}

#[hook]
fn use_standing() -> Standing {
    // Proof: as in `use_in_hand`.
    #[expect(clippy::expect_used)]
    use_context::<Standing>().expect("views stand within the providers")
}

/// The plan in hand.
#[hook]
pub fn use_plan() -> Arc<Plan> {
    use_in_hand().plan
}

/// The step to undo, to redo.
#[hook]
pub fn use_history() -> (Option<StepName>, Option<StepName>) {
    let in_hand = use_in_hand();
    (in_hand.undo, in_hand.redo)
}

/// What the checks say of the plan in hand.
#[hook]
pub fn use_issues() -> Rc<Vec<Issue>> {
    use_in_hand().issues
}

/// The forecast; `None` while no plan was free of errors yet.
#[hook]
pub fn use_forecast() -> Option<Outcome> {
    use_context::<Option<Outcome>>().flatten()
}

/// The risk of the plan in hand, or of the last plan whose risk was computed.
///
/// It is computed by itself once a forecast has stood for a moment, and not at all while a plan has no ranges. Whoever
/// asks is rendered anew with each piece of progress.
#[hook]
pub fn use_risk() -> Study<Report> {
    use_shelf().studies.risk
}

/// What chance makes of each slot, and what the simulation says; asked for and told as with [`use_risk`].
///
/// The chance comes by itself; the simulation too where a slot needs it, or while the panel about trust is open, unless
/// it takes more than some seconds.
#[hook]
pub fn use_simulation() -> Study<TrustReport> {
    use_shelf().studies.simulation
}

/// What was simulated last, of the plan in hand or of one before it.
#[hook]
pub fn use_last_simulation() -> Option<Rc<Studied<TrustReport>>> {
    use_shelf().studies.simulated
}

/// How a view starts and cancels studies, and says that it shows one.
#[hook]
pub fn use_study_action() -> Callback<StudyAction> {
    use_standing().study
}

/// The texts in the language of the reader.
#[hook]
pub fn use_text() -> &'static Catalogue {
    use_standing().language.catalogue()
}

/// The choices of the reader.
#[hook]
pub fn use_view() -> ViewState {
    // Proof: as in `use_in_hand`.
    #[expect(clippy::expect_used)]
    use_context::<ViewState>().expect("views stand within the providers")
}

#[hook]
pub fn use_dispatch() -> Dispatch {
    use_standing().dispatch
}

/// For work that may wait a few frames.
#[hook]
pub fn use_turns() -> Turns {
    use_standing().turns
}

/// What was typed and cannot be used.
#[hook]
pub fn use_drafts() -> Drafts {
    use_standing().drafts
}

/// Whom to ask for another plan.
#[hook]
pub fn use_keeper() -> Keeper {
    use_standing().keeper
}

/// What stands beside the plan in hand.
#[hook]
pub fn use_shelf() -> Shelved {
    // Proof: as in `use_in_hand`.
    #[expect(clippy::expect_used)]
    use_context::<Shelved>().expect("views stand within the providers")
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
    let numbers = use_standing().gestures;
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
