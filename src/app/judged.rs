//! A forecast whose slots are judged with their chances of breaking.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::computing::Computed;
use super::studies::Studied;
use crate::forecast::trust::TrustReport;
use crate::forecast::{Forecast, Slot};
use crate::plan::Plan;
use crate::risk::Report;
use crate::text::facts::Chances;

/// A forecast with what is known beside it of the very same plan.
#[derive(Clone)]
pub struct Judged {
    pub forecast: Option<Rc<Forecast>>,
    pub risk: Option<Rc<Studied<Report>>>,
    pub trust: Option<Rc<Studied<TrustReport>>>,
}

/// The forecast as the page shows it, and what is of the very same plan: a band of another plan, be it the one before
/// a drag, is never shown.
#[hook]
pub fn use_judged(
    computed: Option<&Computed>,
    risk: Option<&Rc<Studied<Report>>>,
    trust: Option<&Rc<Studied<TrustReport>>>,
) -> Judged {
    let forecast = computed.map(|computed| Rc::clone(&computed.forecast));
    let is_of_it = |plan: &Arc<Plan>| computed.is_some_and(|computed| Arc::ptr_eq(plan, &computed.of.shared()));
    let risk = risk.filter(|study| is_of_it(&study.plan));
    let trust = trust.filter(|study| is_of_it(&study.plan));
    let asked = (forecast.as_ref().map(Rc::as_ptr), risk.map(Rc::as_ptr), trust.map(Rc::as_ptr));
    let known = use_memo(asked, |_| {
        let chances = Chances { risk: risk.map(|risk| &risk.value.summary), trust: trust.map(|trust| &trust.value) };
        let forecast = forecast.as_ref().map(|forecast| judged(forecast, &chances));
        Judged { forecast, risk: risk.cloned(), trust: trust.cloned() }
    });
    (*known).clone()
}

/// The forecast itself where no chance changes a verdict.
fn judged(forecast: &Rc<Forecast>, chances: &Chances) -> Rc<Forecast> {
    let is_so = |(index, slot): (usize, &Slot)| chances.verdict(index, slot.verdict) == slot.verdict;
    if forecast.slots.iter().enumerate().all(is_so) {
        return Rc::clone(forecast);
    }
    let mut judged = Forecast::clone(forecast);
    for (index, slot) in judged.slots.iter_mut().enumerate() {
        slot.verdict = chances.verdict(index, slot.verdict);
    }
    Rc::new(judged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::{self, Verdict};
    use crate::plan::{CheckedPlan, sample};
    use crate::risk::{Chance, Sampling, report, screened};

    #[test]
    fn a_slot_that_breaks_too_often_is_at_risk_and_a_forecast_without_one_stays_itself() {
        let plan = CheckedPlan::new(sample::plan()).unwrap();
        let forecast = Rc::new(forecast::run(&plan));
        let mut risk = report(&plan, Sampling { seed: 1, draws: 10 }, &[], &screened).summary;
        let mut of_chance = |happened| {
            risk.slots[0].chance = Chance { happened, of: 100 };
            judged(&forecast, &Chances { risk: Some(&risk), trust: None })
        };
        assert_eq!(forecast.slots[0].verdict, Verdict::Holds);
        assert!(Rc::ptr_eq(&of_chance(9), &forecast));
        assert_eq!(of_chance(10).slots[0].verdict, Verdict::AtRisk);
    }
}
