//! Slots near the limit, where chance alone moves the queue: what the simulation of every person says of them.

use std::sync::Arc;

use yew::prelude::*;

use super::trust_beside::{Simulation, simulated};
use crate::app::hooks::{Outcome, StudyState};
use crate::explain::trust::{self, SlotBeside};
use crate::queueing::chance::Band;
use crate::risk::Chance;
use crate::text::Catalogue;
use crate::text::facts::simulated as broken;
use crate::text::trust::{NearLimit, Simulating, texts, with_margin};

/// The slots near the limit, with what is known of them.
pub struct NearSlots<'a> {
    text: &'static Catalogue,
    outcome: &'a Outcome,
    /// By slot of the forecast.
    needs: Vec<bool>,
    /// By slot of the forecast; `None` = no formula holds.
    bands: Option<Vec<Option<Band>>>,
    beside: Option<Vec<SlotBeside>>,
    breaks: Vec<Chance>,
    stage: Simulating,
}

impl<'a> NearSlots<'a> {
    /// Nothing is near the limit as long as that is not known of the plan that is shown.
    pub fn new(text: &'static Catalogue, outcome: &'a Outcome, simulation: &Simulation) -> Self {
        let known = simulation.result.as_ref().filter(|result| Arc::ptr_eq(&result.plan, &outcome.plan));
        let chances = known.and_then(|result| result.value.chance.as_ref());
        let counted = known.and_then(|_| simulated(outcome, simulation)).map(|(counted, _)| counted);
        let beside = counted.map(|counted| trust::slots(&outcome.forecast, &counted));
        let needs = match (chances, &beside) {
            (Some(slots), _) => slots.iter().map(|slot| slot.is_some_and(|slot| slot.needs_simulation)).collect(),
            (None, Some(rows)) => rows.iter().map(|row| row.gravest().agreement.differs()).collect(),
            (None, None) => Vec::new(),
        };
        let bands = chances.map(|slots| slots.iter().map(|slot| slot.map(|slot| slot.band)).collect());
        let slots = 0..outcome.forecast.slots.len();
        let breaks = known.map_or_else(Vec::new, |known| slots.filter_map(|slot| broken(&known.value, slot)).collect());
        let stage = match (&beside, simulation.state) {
            (Some(_), _) => Simulating::Done,
            (None, StudyState::Running { .. }) => Simulating::OnItsWay,
            (None, _) => Simulating::No,
        };
        Self { text, outcome, needs, bands, beside, breaks, stage }
    }

    /// How many slots of windows there are, and why they were simulated; nothing where no slot is near.
    pub fn in_short(&self) -> Html {
        if !self.needs.contains(&true) {
            return Html::default();
        }
        let slots = self.outcome.forecast.slots.iter().zip(&self.needs);
        let windows = slots.filter(|(slot, needs)| **needs && slot.window.is_some()).count();
        let words = texts(self.text.language);
        let said = match self.bands {
            Some(_) => (words.near_limits)(windows, self.stage),
            None => (words.others)(windows),
        };
        html! { <p class="notice" data-state="info" role="status"><span>{ said }</span></p> }
    }

    /// What is said of the slot of that window.
    pub fn of(&self, window: Option<usize>) -> Html {
        let slots = &self.outcome.forecast.slots;
        let Some(index) = slots.iter().position(|slot| slot.window == window) else { return Html::default() };
        if !self.is_near(index) {
            return Html::default();
        }
        let slot = &slots[index];
        let row = self.beside.as_ref().and_then(|rows| rows.get(index));
        let said = (texts(self.text.language).near_limit)(&NearLimit {
            number: window.map(|window| window + 1),
            fluid: (slot.peak_queue, slot.wait_target_s),
            simulated: row.map(|row| {
                let [queue, wait, _] = row.figures.each_ref().map(|figure| (figure.simulated, figure.margin));
                [queue, wait]
            }),
            breaks: self.breaks.get(index).copied(),
            band: self
                .bands
                .as_ref()
                .and_then(|bands| bands.get(index).copied().flatten())
                .map(|band| [(band.queue_low, band.queue_high), (band.wait_low, band.wait_high)]),
            stage: self.stage,
        });
        html! { <p class="near-limit">{ said }</p> }
    }

    /// The mark of a slot by its index, under a figure of the table: 0 = queue, 1 = wait, 2 = lost.
    pub fn mark(&self, index: usize, figure: usize) -> Html {
        let row = self.beside.as_ref().and_then(|rows| rows.get(index)).filter(|_| self.is_near(index));
        let Some(figure) = row.map(|row| row.figures[figure]) else { return Html::default() };
        let value = with_margin(self.text.language, figure.compared, figure.simulated, figure.margin);
        html! { <small class="simulated">{ (texts(self.text.language).mark)(&value) }</small> }
    }

    fn is_near(&self, index: usize) -> bool {
        self.needs.get(index).copied().unwrap_or(false)
    }
}
