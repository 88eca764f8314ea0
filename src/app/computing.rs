//! The forecast of the plan in hand, the newest plan first, and the order in which the page comes to show it.
//!
//! Each arrow may part two tasks, so that an input or a frame comes between them; short pieces share one.
//!
//! ```text
//! edits ──▶ plan ──▶ forecast, its baseline ──▶ verdict, figures, slots ──▶ the other views, one per frame
//!             └─ by a worker, as soon as there is one. Until then, and where none comes up, here: at once, or after a
//!                pause where a forecast is slow; an edit that comes before then takes the place of the one that waits
//! ```

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use yew::prelude::*;

use super::browser::{self, Appointment, Crew, News};
use super::hooks::{self, Crowd, use_forecast, use_turns};
use crate::forecast::{self, Forecast};
use crate::plan::CheckedPlan;
use crate::wire::{numbers, plan_file};
use crate::worker::{Job, Outcome, Purpose, Task};

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
    /// The plans that workers are at, each with its revision and when it was handed over [ms]; the oldest first.
    handed: VecDeque<(u64, Rc<CheckedPlan>, f64)>,
}

/// The desk, whoever works at it, and where results go.
#[derive(Clone)]
struct Office {
    desk: Rc<RefCell<Desk>>,
    crew: Rc<RefCell<Option<Crew>>>,
    show: UseStateSetter<Option<Computed>>,
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
    let office =
        Office { desk: use_mut_ref(Desk::default), crew: use_mut_ref(|| None::<Crew>), show: computed.setter() };
    use_effect_with((), {
        let office = office.clone();
        // The workers come after the first picture.
        move |()| {
            let soon = browser::after_next_frame(move || office.engage());
            move || drop(soon)
        }
    });
    let awaited =
        computable.as_ref().filter(|plan| computed.as_ref().is_none_or(|computed| !Rc::ptr_eq(&computed.of, plan)));
    let is_slow = computed.as_ref().is_some_and(|computed| computed.took > SLOW);
    let known = Known { computed: (*computed).clone(), is_late: is_slow && awaited.is_some() };
    use_effect_with(Computable(awaited.cloned()), move |Computable(awaited)| match awaited {
        Some(plan) if office.is_staffed() => office.hand_over(plan),
        awaited => office.await_turn(awaited.clone(), is_slow),
    });
    known
}

impl Office {
    fn engage(&self) {
        let office = self.clone();
        let crew = Crew::shared();
        crew.listen(|purpose| purpose == Purpose::Forecast, move |news| office.hear(news));
        crew.warm_up();
        *self.crew.borrow_mut() = Some(crew);
    }

    /// Whether a worker is there to take a plan.
    fn is_staffed(&self) -> bool {
        self.crew.borrow().as_ref().is_some_and(Crew::is_ready)
    }

    /// Gives the plan to a worker. What was to be computed here is not.
    fn hand_over(&self, plan: &Rc<CheckedPlan>) {
        let Some(crew) = self.crew.borrow().clone() else { return };
        let revision = crew.revision();
        {
            let mut desk = self.desk.borrow_mut();
            desk.wanted = None;
            desk.handed.push_back((revision, Rc::clone(plan), browser::milliseconds()));
        }
        let text = Rc::from(plan_file::write_alone(plan.plan()));
        crew.ask(Job { purpose: Purpose::Forecast, revision, plan: text, task: Task::Forecast });
    }

    /// Takes what the workers tell. A result that is older than one shown is let go.
    fn hear(&self, news: &News) {
        let (revision, figures) = match news {
            News::Done { revision, outcome: Outcome::Figures(figures), .. } => (*revision, Some(figures)),
            News::Done { revision, .. } | News::GaveUp { revision, .. } => (*revision, None),
            News::Progress(_) => return,
        };
        let Some((of, since)) = self.taken_back(revision) else { return };
        match figures.and_then(|figures| numbers::forecast(of.plan(), figures)) {
            Some(forecast) => {
                let took = browser::milliseconds() - since;
                self.show.set(Some(Computed::new(of, forecast, took)));
            }
            None => self.await_turn(Some(of), false),
        }
    }

    /// The plan of that revision and since when it was away; those before it are no longer awaited.
    fn taken_back(&self, revision: u64) -> Option<(Rc<CheckedPlan>, f64)> {
        let mut desk = self.desk.borrow_mut();
        while desk.handed.front().is_some_and(|(handed, ..)| *handed < revision) {
            desk.handed.pop_front();
        }
        let is_it = desk.handed.front().is_some_and(|(handed, ..)| *handed == revision);
        is_it.then(|| desk.handed.pop_front()).flatten().map(|(_, plan, since)| (plan, since))
    }

    /// Computes the plan here when its turn comes.
    fn await_turn(&self, plan: Option<Rc<CheckedPlan>>, is_slow: bool) {
        let mut at = self.desk.borrow_mut();
        let is_awaited = plan.is_some();
        at.wanted = plan;
        if is_awaited && !at.is_busy {
            let (desk, show) = (Rc::clone(&self.desk), self.show.clone());
            // A pause begins anew with each edit; without one, what is wanted by then is computed in the next task.
            at.is_busy = !is_slow;
            at.next = Some(browser::after(if is_slow { PAUSE } else { 0 }, move || compute(&desk, show)));
        }
    }
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
    let wanted = use_mut_ref(|| None::<Option<hooks::Outcome>>);
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
    html! { <ContextProvider<Option<hooks::Outcome>> context={(*shown).clone()}>{ props.children.clone() }</ContextProvider<Option<hooks::Outcome>>> }
}
