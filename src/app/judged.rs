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
