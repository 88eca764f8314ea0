//! A forecast whose slots are judged with their chances of breaking.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::computing::Computed;
use super::studies::Studied;
use crate::forecast::Forecast;
use crate::risk::{Report, Summary};

/// The forecast as the page shows it, and the risk where it is of the very same plan: a band of another plan, be it
/// the one before a drag, is never shown.
#[hook]
pub fn use_judged(
    computed: Option<&Computed>,
    study: Option<&Rc<Studied<Report>>>,
) -> (Option<Rc<Forecast>>, Option<Rc<Studied<Report>>>) {
    let forecast = computed.map(|computed| Rc::clone(&computed.forecast));
    let risk = study.filter(|study| computed.is_some_and(|computed| Arc::ptr_eq(&study.plan, &computed.of.shared())));
    let asked = (forecast.as_ref().map(Rc::as_ptr), risk.map(Rc::as_ptr));
    let known = use_memo(asked, |_| {
        let judged = forecast.as_ref().zip(risk).map(|(forecast, risk)| judged(forecast, &risk.value.summary));
        (judged.or_else(|| forecast.clone()), risk.cloned())
    });
    (*known).clone()
}

/// The forecast itself where no chance changes a verdict.
fn judged(forecast: &Rc<Forecast>, risk: &Summary) -> Rc<Forecast> {
    if forecast.slots.iter().zip(&risk.slots).all(|(slot, risk)| risk.chance.verdict(slot.verdict) == slot.verdict) {
        return Rc::clone(forecast);
    }
    let mut judged = Forecast::clone(forecast);
    for (slot, risk) in judged.slots.iter_mut().zip(&risk.slots) {
        slot.verdict = risk.chance.verdict(slot.verdict);
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
            judged(&forecast, &risk)
        };
        assert_eq!(forecast.slots[0].verdict, Verdict::Holds);
        assert!(Rc::ptr_eq(&of_chance(9), &forecast));
        assert_eq!(of_chance(10).slots[0].verdict, Verdict::AtRisk);
    }
}
