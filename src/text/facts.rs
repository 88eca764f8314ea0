//! What the sentences need to know, read off a plan and its forecast.

use crate::clock::CivilTime;
use crate::forecast::trust::TrustReport;
use crate::forecast::{Forecast, Place, Slot, Verdict};
use crate::plan::Plan;
use crate::risk::{Chance, Summary};

/// What a verdict sentence says.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictFacts {
    pub verdict: Verdict,
    pub windows: usize,
    /// Windows that break.
    pub broken: usize,
    /// Windows at risk, those that are so by their chance alone not among them.
    pub at_risk: usize,
    /// Windows that hold at the likely values and break too often otherwise.
    pub chancy: usize,
    /// The slot that breaks most often, where nothing but chances puts the plan at risk.
    pub by_chance: Option<ByChance>,
    /// Whether chance alone moves some wait by so much that one number does not tell it.
    pub is_near: bool,
    /// The slot the verdict rests on.
    pub worst: WorstSlot,
    /// Load the plan wants to stay below [1].
    pub target_load: f64,
    /// [people]
    pub starters: f64,
    /// [people]
    pub lost: f64,
}

/// A slot that holds at the likely values, and how often it breaks all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByChance {
    /// `None` = the time between windows.
    pub opens: Option<CivilTime>,
    pub chance: Chance,
    pub counted: Counted,
}

/// What a chance is counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Draws of the assumptions.
    Cases,
    /// Simulations of every person.
    Runs,
}

/// What is known of a plan beside its forecast.
#[derive(Clone, Copy, Debug, Default)]
pub struct Chances<'a> {
    pub risk: Option<&'a Summary>,
    pub trust: Option<&'a TrustReport>,
}

/// The slot that comes off worst.
#[derive(Clone, Debug, PartialEq)]
pub struct WorstSlot {
    /// `None` = the time between windows.
    pub opens: Option<CivilTime>,
    /// Name of the stage; `None` = the waiting room.
    pub stage: Option<String>,
    /// [1]; `None` = no limit, or closed throughout.
    pub load: Option<f64>,
    /// [people]
    pub queue: f64,
    /// [s]; `None` = not over before the horizon ends.
    pub wait: Option<f64>,
}

/// Whether a slot is at risk though its load keeps the target.
pub fn is_at_risk_by_chance(plan: &Plan, slot: &Slot) -> bool {
    slot.verdict == Verdict::AtRisk && slot.peak_load.is_none_or(|load| load <= plan.target.load)
}

impl Chances<'_> {
    /// How often each slot of the forecast breaks, over all that it was counted over.
    fn of(&self, slot: usize) -> impl Iterator<Item = (Counted, Chance)> {
        let drawn = self.risk.and_then(|risk| Some((Counted::Cases, risk.slots.get(slot)?.chance)));
        let simulated = self.trust.and_then(|trust| Some((Counted::Runs, simulated(trust, slot)?)));
        drawn.into_iter().chain(simulated)
    }

    /// The verdict of a slot that has `verdict` at the likely values.
    pub fn verdict(&self, slot: usize, verdict: Verdict) -> Verdict {
        self.of(slot).fold(verdict, |verdict, (_, chance)| chance.verdict(verdict))
    }

    /// The slot that breaks most often; of equal ones the first, and the chance over the assumptions.
    fn likeliest(&self, plan: &Plan, slots: &[Slot]) -> Option<ByChance> {
        let mut likeliest: Option<ByChance> = None;
        for (index, slot) in slots.iter().enumerate() {
            for (counted, chance) in self.of(index) {
                if likeliest.is_none_or(|known| chance.share() > known.chance.share()) {
                    let opens = slot.window.and_then(|window| plan.windows.get(window)).map(|window| window.opens);
                    likeliest = Some(ByChance { opens, chance, counted });
                }
            }
        }
        likeliest
    }
}

/// In how many simulations of every person a slot breaks; `None` where they are not done.
pub fn simulated(trust: &TrustReport, slot: usize) -> Option<Chance> {
    let estimates = trust.estimates.as_ref()?;
    // The last is the whole plan.
    let (_, slots) = estimates.slots.split_last()?;
    let happened = slots.get(slot)?.breaks as usize;
    Some(Chance { happened, of: estimates.replications as usize })
}

/// Reads the verdict off a forecast of `plan`, whose slots are judged with those chances, where they are known.
pub fn verdict_facts(plan: &Plan, forecast: &Forecast, chances: &Chances) -> VerdictFacts {
    let worst = worst_slot(&forecast.slots);
    let windows = forecast.slots.iter().filter(|slot| slot.window.is_some());
    let verdict = worst.map_or(Verdict::Holds, |index| forecast.slots[index].verdict);
    let chancy = windows.clone().filter(|slot| is_at_risk_by_chance(plan, slot)).count();
    let mut at_risk = forecast.slots.iter().filter(|slot| slot.verdict == Verdict::AtRisk);
    let by_chance = verdict == Verdict::AtRisk && at_risk.all(|slot| is_at_risk_by_chance(plan, slot));
    VerdictFacts {
        verdict,
        chancy,
        by_chance: if by_chance { chances.likeliest(plan, &forecast.slots) } else { None },
        is_near: chances.trust.is_some_and(TrustReport::is_near),
        windows: plan.windows.len(),
        broken: windows.clone().filter(|slot| slot.verdict == Verdict::Breaks).count(),
        at_risk: windows.filter(|slot| slot.verdict == Verdict::AtRisk).count() - chancy,
        worst: worst.map_or_else(empty_slot, |index| describe(plan, &forecast.slots[index])),
        target_load: plan.target.load,
        starters: forecast.totals.starters,
        lost: forecast.totals.lost,
    }
}

/// Index of the slot with the worst verdict; among those that break the longest wait, then the highest load, then the earlier.
pub fn worst_slot(slots: &[Slot]) -> Option<usize> {
    let wait = |slot: &Slot| match slot.verdict {
        Verdict::Breaks => slot.wait_target_s.unwrap_or(f64::INFINITY),
        Verdict::Holds | Verdict::AtRisk => 0.0,
    };
    let rank = |slot: &Slot| (slot.verdict, wait(slot), slot.peak_load.unwrap_or(0.0));
    let mut worst: Option<usize> = None;
    for (index, slot) in slots.iter().enumerate() {
        if worst.is_none_or(|best| rank(slot) > rank(&slots[best])) {
            worst = Some(index);
        }
    }
    worst
}

/// Name of a place of `plan`; `None` = the waiting room.
pub fn stage_name(plan: &Plan, place: Place) -> Option<String> {
    match place {
        Place::WaitingRoom => None,
        Place::Stage(index) => Some(plan.journey.get(index).map_or_else(String::new, |stage| stage.name.clone())),
    }
}

fn describe(plan: &Plan, slot: &Slot) -> WorstSlot {
    WorstSlot {
        opens: slot.window.and_then(|index| plan.windows.get(index)).map(|window| window.opens),
        stage: stage_name(plan, slot.bottleneck),
        load: slot.peak_load,
        queue: slot.peak_queue,
        wait: slot.wait_max_s,
    }
}

fn empty_slot() -> WorstSlot {
    WorstSlot { opens: None, stage: None, load: None, queue: 0.0, wait: Some(0.0) }
}
