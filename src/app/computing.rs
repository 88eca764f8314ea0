//! The forecast of the plan in hand, the newest plan first, and the order in which the page comes to show it.
//!
//! Each arrow may part two tasks, so that an input or a frame comes between them; short pieces share one.
//!
//! ```text
//! edits ──▶ plan ──▶ forecast ──▶ its baseline ──▶ verdict, figures, slots ──▶ the other views, one per frame
//!             └─ at once, or after a pause where a forecast is slow; an edit that comes before then takes the
//!                place of the one that waits
//! ```

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use yew::prelude::*;

use super::browser::{self, Appointment};
use super::hooks::{Crowd, Outcome, use_forecast, use_turns};
use crate::forecast::{self, Forecast};
use crate::plan::CheckedPlan;

/// A forecast that takes longer than this waits until the person pauses, so that a drag stays smooth [ms].
const SLOW: f64 = 80.0;
/// How long such a pause is [ms].
const PAUSE: u32 = 120;

/// What takes longer than this leaves what follows to another task [ms].
const SHORT: f64 = 8.0;

/// A checked plan with its forecast.
#[derive(Clone)]
pub struct Computed {
    pub of: Rc<CheckedPlan>,
    pub forecast: Rc<Forecast>,
    pub crowd: Crowd,
    /// How long the forecast took [ms]; 0 = not measured.
    took: f64,
}

impl Computed {
    fn new(of: Rc<CheckedPlan>, forecast: Forecast, took: f64) -> Self {
        Self { crowd: Crowd::new(Rc::clone(&of)), of, forecast: Rc::new(forecast), took }
    }
}

/// What is known of the plan in hand.
#[derive(Clone)]
pub struct Known {
    pub computed: Option<Computed>,
    /// Whether the person sees that a newer forecast is on its way.
    pub is_late: bool,
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

/// The forecast that is wanted, and the work on one.
#[derive(Default)]
struct Desk {
    wanted: Option<Rc<CheckedPlan>>,
    /// Whether work is under way that looks at what is wanted when it is done.
    is_busy: bool,
    /// The next piece of that work, or the pause before it.
    next: Option<Appointment>,
}

/// The newest forecast that there is of `computable`, which is on its way where it is of an earlier plan.
#[hook]
pub fn use_computed(computable: Option<Rc<CheckedPlan>>) -> Known {
    let computed = use_state(|| {
        computable.clone().map(|of| {
            let forecast = forecast::run(&of);
            Computed::new(of, forecast, 0.0)
        })
    });
    let desk = use_mut_ref(Desk::default);
    let awaited =
        computable.as_ref().filter(|plan| computed.as_ref().is_none_or(|computed| !Rc::ptr_eq(&computed.of, plan)));
    let is_slow = computed.as_ref().is_some_and(|computed| computed.took > SLOW);
    let known = Known { computed: (*computed).clone(), is_late: is_slow && awaited.is_some() };
    use_effect_with(Computable(awaited.cloned()), move |Computable(awaited)| {
        let mut at = desk.borrow_mut();
        at.wanted.clone_from(awaited);
        if awaited.is_some() && !at.is_busy {
            let (desk, show) = (Rc::clone(&desk), computed.setter());
            // A pause begins anew with each edit; without one, what is wanted by then is computed in the next task.
            at.is_busy = !is_slow;
            at.next = Some(browser::after(if is_slow { PAUSE } else { 0 }, move || compute(&desk, show)));
        }
    });
    known
}

/// Computes what is wanted, and its baseline in the same task only where that leaves the task short.
fn compute(desk: &Rc<RefCell<Desk>>, show: UseStateSetter<Option<Computed>>) {
    let wanted = desk.borrow_mut().wanted.take();
    desk.borrow_mut().is_busy = wanted.is_some();
    let Some(of) = wanted else { return };
    let start = browser::milliseconds();
    let planned = forecast::planned(&of);
    let took = browser::milliseconds() - start;
    let then = Rc::clone(desk);
    next(desk, took > SHORT, move || {
        let start = browser::milliseconds();
        let forecast = planned.with_baseline(&of);
        let took = took + browser::milliseconds() - start;
        let computed = Computed::new(of, forecast, took);
        let desk = Rc::clone(&then);
        next(&then, took > SHORT, move || {
            show.set(Some(computed));
            let is_wanted = desk.borrow().wanted.is_some();
            desk.borrow_mut().is_busy = is_wanted;
            if is_wanted {
                let then = Rc::clone(&desk);
                next(&desk, true, move || compute(&then, show));
            }
        });
    });
}

/// Does `work` now, or in a task of its own.
fn next(desk: &Rc<RefCell<Desk>>, apart: bool, work: impl FnOnce() + 'static) {
    if !apart {
        return work();
    }
    let appointment = browser::after(0, work);
    desk.borrow_mut().next = Some(appointment);
}

/// Work that may wait a few frames: one piece after each frame, first come, first served.
#[derive(Clone, Default)]
pub struct Turns(Rc<RefCell<Queue>>);

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Box<dyn FnOnce()>>,
    next: Option<Appointment>,
    is_booked: bool,
}

impl PartialEq for Turns {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Turns {
    /// Does `work` when its turn comes.
    pub fn ask(&self, work: impl FnOnce() + 'static) {
        self.0.borrow_mut().waiting.push_back(Box::new(work));
        self.book();
    }

    fn book(&self) {
        let mut queue = self.0.borrow_mut();
        if queue.is_booked || queue.waiting.is_empty() {
            return;
        }
        let turns = self.clone();
        queue.is_booked = true;
        queue.next = Some(browser::after_next_frame(move || turns.take()));
    }

    fn take(&self) {
        let work = {
            let mut queue = self.0.borrow_mut();
            queue.is_booked = false;
            queue.waiting.pop_front()
        };
        if let Some(work) = work {
            work();
        }
        self.book();
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct InTurnProps {
    pub children: Html,
}

/// Lets the views within see each forecast a few frames after it is there, when their turn comes.
#[component]
pub fn InTurn(props: &InTurnProps) -> Html {
    let (newest, turns) = (use_forecast(), use_turns());
    let shown = use_state_eq(|| newest.clone());
    let wanted = use_mut_ref(|| None::<Option<Outcome>>);
    use_effect_with(newest, {
        let shown = shown.setter();
        move |newest| {
            // What waits keeps its place, and shows what is the newest by then.
            let waits = wanted.borrow_mut().replace(newest.clone()).is_some();
            if !waits {
                turns.ask(move || {
                    if let Some(newest) = wanted.borrow_mut().take() {
                        shown.set(newest);
                    }
                });
            }
        }
    });
    html! { <ContextProvider<Option<Outcome>> context={(*shown).clone()}>{ props.children.clone() }</ContextProvider<Option<Outcome>>> }
}
