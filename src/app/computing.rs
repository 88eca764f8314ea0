//! The forecast of the plan in hand: once per plan and at most once per frame, the newest plan first.
//!
//! ```text
//! edits ──▶ plan ──next frame, or a pause where a forecast is slow──▶ forecast ──▶ views
//!             └─ an edit that comes before then takes the place of the one that waits
//! ```

use std::rc::Rc;

use yew::prelude::*;

use super::browser;
use crate::forecast::{self, Forecast};
use crate::plan::CheckedPlan;

/// A forecast that takes longer than this waits until the person pauses, so that a drag stays smooth [ms].
const SLOW: f64 = 40.0;
/// How long such a pause is [ms].
const PAUSE: u32 = 160;

/// A checked plan with its forecast.
#[derive(Clone)]
pub struct Computed {
    pub of: Rc<CheckedPlan>,
    pub forecast: Rc<Forecast>,
    /// How long the forecast took [ms]; 0 = not measured.
    took: f64,
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

/// The newest forecast that there is of `computable`, which is on its way where it is of an earlier plan.
#[hook]
pub fn use_computed(computable: Option<Rc<CheckedPlan>>) -> Known {
    let computed =
        use_state(|| computable.clone().map(|of| Computed { forecast: Rc::new(forecast::run(&of)), of, took: 0.0 }));
    let awaited =
        computable.as_ref().filter(|plan| computed.as_ref().is_none_or(|computed| !Rc::ptr_eq(&computed.of, plan)));
    let is_slow = computed.as_ref().is_some_and(|computed| computed.took > SLOW);
    let known = Known { computed: (*computed).clone(), is_late: is_slow && awaited.is_some() };
    use_effect_with(Computable(awaited.cloned()), move |awaited| {
        let appointment = awaited.0.clone().map(|of| {
            let work = move || computed.set(Some(compute(of)));
            if is_slow { browser::after(PAUSE, work) } else { browser::at_next_frame(work) }
        });
        move || drop(appointment)
    });
    known
}

fn compute(of: Rc<CheckedPlan>) -> Computed {
    let start = browser::milliseconds();
    let forecast = Rc::new(forecast::run(&of));
    Computed { of, forecast, took: browser::milliseconds() - start }
}
