//! What the draws say together: bands, chances, verdicts.

use super::band::{Band, order_statistics};
use super::chance::Chance;
use super::curves::{CurveBand, CurveBands, Curves, Levels, bands};
use super::draws::Draw;
use super::figures::{Figures, PlanFigure, SlotFigure, SlotFigures};
use crate::forecast::{Place, Verdict};
use crate::num::order;

/// One slot over all draws.
#[derive(Clone, Debug, PartialEq)]
pub struct SlotRisk {
    pub window: Option<usize>,
    /// With the chance in mind: what holds at the likely values is at risk if it breaks in one draw of ten.
    pub verdict: Verdict,
    /// Of breaking.
    pub chance: Chance,
    /// In the order of [`SlotFigure::ALL`].
    pub bands: [Band; SlotFigure::ALL.len()],
    /// In how many draws which place is the bottleneck; the most frequent first, of equal ones the earlier.
    pub bottlenecks: Vec<(Place, usize)>,
}

/// A plan over all draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Draws that were computed.
    pub draws: usize,
    /// Draws whose values made no plan that could be computed; they are in no other figure.
    pub refused: usize,
    /// The worst of the slots.
    pub verdict: Verdict,
    /// Of any slot breaking.
    pub chance: Chance,
    /// In the order of the forecast.
    pub slots: Vec<SlotRisk>,
    /// In the order of [`PlanFigure::ALL`].
    pub bands: [Band; PlanFigure::ALL.len()],
    /// Length of the stretches of the curves [min].
    pub stretch_minutes: usize,
    pub curves: Vec<CurveBand>,
    /// Starters who have finished by the end of each stretch [people], a curve per level; empty where no draw has curves.
    pub finished: Levels,
}

impl SlotRisk {
    pub fn band(&self, figure: SlotFigure) -> &Band {
        &self.bands[figure as usize]
    }
}

impl Summary {
    pub fn band(&self, figure: PlanFigure) -> &Band {
        &self.bands[figure as usize]
    }
}

/// Sums up draws of one plan, in whatever order they come; `likely` are its figures at the likely values.
pub fn summary(likely: &Figures, draws: &[Draw]) -> Summary {
    let computed: Vec<&Figures> = draws.iter().filter_map(|draw| draw.figures.as_ref()).collect();
    let slots: Vec<SlotRisk> =
        likely.slots.iter().enumerate().map(|(index, slot)| slot_risk(index, slot, &computed)).collect();
    let curves = computed.iter().map(|figures| &figures.curves).filter(|curves| !curves.places.is_empty());
    let curves: Vec<&Curves> = curves.collect();
    let CurveBands { finished, places } = bands(&curves);
    Summary {
        draws: computed.len(),
        refused: draws.len() - computed.len(),
        verdict: slots.iter().map(|slot| slot.verdict).max().unwrap_or(Verdict::Holds),
        chance: Chance::counted(computed.iter().map(|figures| figures.breaks())),
        bands: PlanFigure::ALL
            .map(|figure| order_statistics(computed.iter().map(|figures| figures.get(figure)).collect())),
        slots,
        stretch_minutes: likely.curves.stretch_minutes,
        curves: places,
        finished,
    }
}

/// Slots keep their number in every draw: windows are no assumption.
fn slot_risk(index: usize, likely: &SlotFigures, draws: &[&Figures]) -> SlotRisk {
    let drawn = || draws.iter().map(|figures| &figures.slots[index]);
    let chance = Chance::counted(drawn().map(|slot| slot.verdict == Verdict::Breaks));
    SlotRisk {
        window: likely.window,
        verdict: chance.verdict(likely.verdict),
        chance,
        bands: SlotFigure::ALL.map(|figure| order_statistics(drawn().map(|slot| slot.get(figure)).collect())),
        bottlenecks: counted(drawn().map(|slot| slot.bottleneck)),
    }
}

fn counted(places: impl Iterator<Item = Place>) -> Vec<(Place, usize)> {
    let mut counts: Vec<(Place, usize)> = Vec::new();
    for place in places {
        match counts.iter_mut().find(|(known, _)| *known == place) {
            Some((_, count)) => *count += 1,
            None => counts.push((place, 1)),
        }
    }
    order::sort_by_key(&mut counts, |&(place, count)| (std::cmp::Reverse(count), place));
    counts
}
