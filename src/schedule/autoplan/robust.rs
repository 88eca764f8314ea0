//! Timetables that hold over the ranges of the assumptions, and what no timetable can be below in that sense.

use super::{Aim, Found, Goal, PULSE_ERROR, Search};
use crate::num::order;
use crate::plan::CheckedPlan;
use crate::risk::Chance;
use crate::rng::Key;
use crate::schedule::ensemble::{Fares, drawn, fared, fares, rank, sample};
use crate::schedule::linear::Solver;
use crate::schedule::response::Returns;
use crate::units::Share;

/// Draws beyond those that decide whose bounds are worked out.
const MARGIN: usize = 16;

/// How an answer fares, with what any other could.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chanced {
    pub asked: Share,
    pub fares: Fares,
    /// Where the chance lies, as far as the number of draws tells [1].
    pub interval: (f64, f64),
    /// What that peak load is not below for any timetable [1]; `None` = nothing is shown.
    pub bound: Option<f64>,
}

impl Search {
    /// A timetable for the draw that decides, if over all draws it is better than the one for the likely values.
    pub(super) fn robust(&self, found: Found, asked: Share, key: Key, solver: Solver) -> Found {
        let Some(plan) = self.applied_to(&self.plan, found.days, &found.timetable, true) else { return found };
        let draws = fared(&plan);
        let found = Found { fares: Some(Fares::of(&draws, asked)), ..found };
        let is_enough = self.goal.is_quick || (self.goal.aim == Aim::FewestDays && self.is_held(&found));
        let deciding = draws.get(rank(asked, draws.len()) - 1).filter(|_| !is_enough);
        let other = deciding.and_then(|deciding| {
            let goal = Goal { chance: None, ..self.goal.clone() };
            let plan = drawn(&self.plan, &sample(&self.plan), deciding.draw)?;
            let search = Self { plan, goal, known: Default::default(), ..self.clone() };
            let found = search.found(found.days, key, solver)?;
            let plan = self.applied_to(&self.plan, found.days, &found.timetable, true)?;
            let (score, _) = self.judged(found.days, &found.timetable)?;
            Some(Found { fares: Some(fares(&plan, asked)), score, ..found })
        });
        other.filter(|other| self.is_better(other, &found)).unwrap_or(found)
    }

    /// How an answer fares, by its plan; `None` = nobody asked.
    pub(super) fn chanced(&self, best: &Found, plan: &CheckedPlan, solver: Solver) -> Option<Chanced> {
        let asked = self.goal.chance?;
        let fares = fares(plan, asked);
        let interval = Chance { happened: fares.held, of: fares.draws }.interval();
        Some(Chanced { asked, fares, interval, bound: self.bound_at(asked, best.days, best, solver) })
    }

    /// What the peak load that `asked` of the draws do not pass is not below, whichever the timetable of so many days [1].
    ///
    /// In each draw the peak of any timetable is at or above what the weights of the likely values show of that draw; so
    /// if that is at or above a value in more draws than may pass it, the value is passed. Only draws in which the best
    /// timetable peaks high are asked, which leaves the others out, and can only lower the bound.
    pub(super) fn bound_at(&self, asked: Share, days: usize, best: &Found, solver: Solver) -> Option<f64> {
        let known = self.relaxed(days, Returns::LeftOut, solver)?;
        let plan = self.applied_to(&self.plan, best.days, &best.timetable, true)?;
        let draws = fared(&plan);
        let sample = sample(&self.plan);
        let deciding = draws.len() + 1 - rank(asked, draws.len());
        let asked = draws.iter().rev().take(deciding + MARGIN);
        let mut bounds: Vec<f64> = asked
            .filter_map(|draw| self.shown(&drawn(&self.plan, &sample, draw.draw)?, days, &known.1.multipliers))
            .collect();
        order::sort_by(&mut bounds, |one, other| other.total_cmp(one));
        bounds.get(deciding - 1).map(|bound| bound * (1.0 - PULSE_ERROR))
    }
}
