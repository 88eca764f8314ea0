//! What every slot would peak at with the chosen cohorts: computed slot by slot, off the path of input.

use litemap::LiteMap;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::app::browser::{self, Later};
use crate::app::timetable::{Trial, trial};
use crate::plan::Plan;

/// Trials that take longer hold up the page; then no more are made [ms].
const LONGEST: f64 = 45.0;
/// How many must have taken so long: a single one may have been held up by something else.
const SLOW_MOST: u32 = 4;
/// Pause between two trials, in which input is dealt with [ms].
const PAUSE: u32 = 4;
/// Trials after which they are shown.
const SHOWN_EVERY: usize = 6;

/// The trials so far.
#[derive(Clone, Default)]
pub struct Trials {
    /// By window; `None` = it cannot be moved there.
    pub of_windows: Rc<LiteMap<usize, Option<Trial>>>,
    /// Whether one took so long that the others were left out.
    pub too_slow: bool,
}

#[derive(Clone)]
struct Question {
    plan: Arc<Plan>,
    cohorts: Vec<usize>,
    is_current: bool,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.plan, &other.plan) && (&self.cohorts, self.is_current) == (&other.cohorts, other.is_current)
    }
}

/// Trials of the chosen cohorts; begun anew when plan or choice change.
#[hook]
pub fn use_trials(plan: &Arc<Plan>, cohorts: &[usize], is_current: bool) -> Trials {
    let found = use_state(|| None::<(Question, Trials)>);
    let question = Question { plan: Arc::clone(plan), cohorts: cohorts.to_vec(), is_current };
    use_effect_with(question.clone(), {
        let found = found.setter();
        move |question| {
            let waiting = Rc::new(RefCell::new(None::<Later>));
            if question.is_current && !question.cohorts.is_empty() {
                let ordinary = |window: &usize| !question.plan.windows[*window].catch_up;
                let windows: Vec<usize> = (0..question.plan.windows.len()).rev().filter(ordinary).collect();
                let run = Run { question: question.clone(), found, waiting: Rc::clone(&waiting) };
                go_on(run, windows, LiteMap::new(), 0);
            }
            move || drop(waiting.take())
        }
    });
    (*found).clone().filter(|(asked, _)| *asked == question).map(|(_, trials)| trials).unwrap_or_default()
}

struct Run {
    question: Question,
    found: UseStateSetter<Option<(Question, Trials)>>,
    /// The next slice; dropped with the question.
    waiting: Rc<RefCell<Option<Later>>>,
}

impl PartialEq for Trials {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.of_windows, &other.of_windows) && self.too_slow == other.too_slow
    }
}

/// Makes the trial of the last window of the list, and sees to the others later.
fn go_on(run: Run, mut windows: Vec<usize>, mut done: LiteMap<usize, Option<Trial>>, slow: u32) {
    let waiting = Rc::clone(&run.waiting);
    let later = browser::later(PAUSE, move || {
        let Some(window) = windows.pop() else { return };
        let start = browser::milliseconds();
        done.insert(window, trial(&run.question.plan, &run.question.cohorts, window));
        let slow = if browser::milliseconds() - start > LONGEST { slow + 1 } else { 0 };
        let too_slow = slow == SLOW_MOST;
        if windows.is_empty() || too_slow || done.len().is_multiple_of(SHOWN_EVERY) {
            let of_windows = Rc::new(done.clone());
            run.found.set(Some((run.question.clone(), Trials { of_windows, too_slow })));
        }
        if !too_slow {
            go_on(run, windows, done, slow);
        }
    });
    *waiting.borrow_mut() = Some(later);
}
