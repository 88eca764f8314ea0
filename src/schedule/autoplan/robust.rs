//! Timetables that hold over the ranges of the assumptions, and what no timetable can be below in that sense.

use super::climb::fullest;
use super::{Aim, Found, Goal, LESS, PULSE_ERROR, Score, Search};
use crate::forecast::screen;
use crate::num::order;
use crate::plan::CheckedPlan;
use crate::risk::Chance;
use crate::rng::Key;
use crate::schedule::ensemble::{Fares, drawn, fared, fares, rank, sample};
use crate::schedule::improve::Exchanges;
use crate::schedule::linear::Solver;
use crate::schedule::problem::Timetable;
use crate::schedule::response::Returns;
use crate::units::Share;

/// Draws beyond those that decide whose bounds are worked out.
const MARGIN: usize = 8;

/// How often the draws that decide are looked up anew, how many there are, and the exchanges that are tried over them.
const HEDGES: u64 = 3;
const ABOUT: usize = 20;
const HEDGE_TRIES: usize = 60;

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
    /// Of a timetable for the likely values, one for the draw that decides, and the one that the plan has, whichever fares
    /// best over all draws.
    pub(super) fn robust(&self, found: Found, asked: Share, key: Key, solver: Solver) -> Found {
        let Some(plan) = self.applied_to(&self.plan, found.days, &found.timetable, true) else { return found };
        let draws = fared(&plan);
        let mut best = Found { fares: Some(Fares::of(&draws, asked)), ..found };
        let is_enough = |best: &Found| self.goal.is_quick || (self.goal.aim == Aim::FewestDays && self.is_held(best));
        if is_enough(&best) {
            return best;
        }
        // Where too few draws hold, the next one that could; else the one beyond which nothing is asked.
        let target = self.plan.plan().target.load;
        let deciding = if self.is_held(&best) {
            draws.get(rank(asked, draws.len()) - 1)
        } else {
            draws.iter().find(|draw| draw.peak_load > target || !draw.holds)
        };
        let days = best.days;
        let for_draw = deciding.and_then(|deciding| {
            let goal = Goal { chance: None, ..self.goal.clone() };
            let plan = drawn(&self.plan, &sample(&self.plan), deciding.draw)?;
            let search = Self { plan, goal, known: Default::default(), ..self.clone() };
            Some(search.found(days, key, solver)?.timetable)
        });
        for timetable in for_draw.into_iter().chain(self.present(days)) {
            let other = self.fared(days, timetable, asked);
            if let Some(other) = other.filter(|other| self.is_better(other, &best)) {
                best = other;
            }
        }
        if is_enough(&best) { best } else { self.hedged(best, asked, key) }
    }

    /// Exchanges that lower the mean peak of the draws about the one that decides, which differ in what fills them most.
    fn hedged(&self, mut best: Found, asked: Share, key: Key) -> Found {
        let days = best.days;
        let problem = self.rules_of(days);
        let sample = sample(&self.plan);
        for round in 0..HEDGES {
            let Some(plan) = self.applied_to(&self.plan, days, &best.timetable, true) else { break };
            let draws = fared(&plan);
            let at = rank(asked, draws.len()) - 1;
            let about = draws.iter().skip(at.saturating_sub(ABOUT / 2)).take(ABOUT);
            let plans: Vec<CheckedPlan> = about.filter_map(|draw| drawn(&self.plan, &sample, draw.draw)).collect();
            let judged = |timetable: &[usize]| {
                let mut peaks = 0.0;
                let mut fullest_in = vec![0_usize; problem.windows()];
                for plan in &plans {
                    let slots = screen(&self.applied_to(plan, days, timetable, true)?).slots;
                    peaks += Score::of(&slots).peak_load;
                    fullest_in[fullest(&slots, problem.windows())] += 1;
                }
                let most = fullest_in.iter().copied().max()?;
                Some((peaks, fullest_in.iter().position(|count| *count == most)?))
            };
            let Some((mut peaks, mut from)) = judged(&best.timetable) else { break };
            let mut timetable = best.timetable.clone();
            let (mut tried, mut steps) = (0, 0);
            while tried < HEDGE_TRIES {
                let exchanges = Exchanges::of(&problem, &timetable, from, key.part(1 + round).part(steps));
                steps += 1;
                let mut better = None;
                for exchanged in exchanges.take(HEDGE_TRIES - tried) {
                    tried += 1;
                    if let Some((less, from)) = judged(&exchanged).filter(|judged| judged.0 < peaks * (1.0 - LESS)) {
                        better = Some((less, from, exchanged));
                        break;
                    }
                }
                let Some(found) = better else { break };
                (peaks, from, timetable) = found;
            }
            let other = self.fared(days, timetable, asked);
            match other.filter(|other| self.is_better(other, &best)) {
                Some(other) => best = other,
                None => break,
            }
        }
        best
    }

    fn fared(&self, days: usize, timetable: Timetable, asked: Share) -> Option<Found> {
        let plan = self.applied_to(&self.plan, days, &timetable, true)?;
        let (score, _) = self.judged(days, &timetable)?;
        Some(Found { days, timetable, score, fares: Some(fares(&plan, asked)) })
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
    /// In each draw the peak of any timetable is at or above what weights of moments show of that draw; so if that is at or
    /// above a value in more draws than may pass it, the value is passed. Only draws in which the best timetable peaks high
    /// are asked, which leaves the others out, and can only lower the bound.
    pub(super) fn bound_at(&self, asked: Share, days: usize, best: &Found, solver: Solver) -> Option<f64> {
        let plan = self.applied_to(&self.plan, best.days, &best.timetable, true)?;
        let draws = fared(&plan);
        let sample = sample(&self.plan);
        let deciding = draws.len() + 1 - rank(asked, draws.len());
        let shown = |draw: usize| {
            let plan = drawn(&self.plan, &sample, draw)?;
            let search = Self { plan, known: Default::default(), ..self.clone() };
            Some(search.relaxed(days, Returns::LeftOut, solver)?.1.value)
        };
        let mut bounds: Vec<f64> =
            draws.iter().rev().take(deciding + MARGIN).filter_map(|draw| shown(draw.draw)).collect();
        order::sort_by(&mut bounds, |one, other| other.total_cmp(one));
        bounds.get(deciding - 1).map(|bound| bound * (1.0 - PULSE_ERROR))
    }
}
