//! From a first timetable to a better one: near what linear programs say each window should hold, then exchanges under
//! the true forecast.

use super::ground::{Known, sum};
use super::{Found, Score, Search};
use crate::forecast::{Screening, Slot, screen};
use crate::num::order::Extreme;
use crate::rng::Key;
use crate::schedule::improve::Exchanges;
use crate::schedule::linear::KINDS;
use crate::schedule::problem::{Problem, Timetable};
use crate::schedule::response::Response;
use crate::schedule::solve::{Effort, solve};
use crate::schedule::spread::spread;

/// Exchanges that are tried under the forecast.
const TRIED: usize = 240;

impl Search {
    /// A timetable near what the windows should have.
    pub(super) fn first(&self, problem: &Problem, relaxed: Option<&Known>, key: Key) -> Option<Timetable> {
        let mut problem = problem.clone();
        // What one person of each kind adds to the fullest moment of a window.
        let weights = relaxed.map_or([1.0; KINDS], |known| peak_weights(&known.0));
        let size = |people: &[f64; KINDS]| people[0] * weights[0] + people[1] * weights[1];
        problem.sizes = self.kinds(&self.plan).iter().map(size).collect();
        if let Some((_, relaxed)) = relaxed.map(|known| &**known) {
            let largest = relaxed.people.iter().map(size).fold(0.0, f64::larger);
            // A window that should have nobody can take next to nobody.
            problem.capacities = relaxed.people.iter().map(|people| size(people).larger(1e-3 * largest)).collect();
        }
        let is_usable = problem.capacities.iter().all(|capacity| *capacity > 0.0);
        if !is_usable {
            problem.capacities = vec![1.0; problem.windows()];
        }
        let timetable = solve(&problem, Effort::START, key.word(0).bits())?.timetable;
        Some(match relaxed {
            Some(known) => spread(&known.0.surge, &problem, timetable, key),
            None => timetable,
        })
    }

    /// A timetable under its forecast at screening precision; its slots are numbered as the windows are.
    pub(super) fn judged(&self, days: usize, timetable: &[usize]) -> Option<(Score, Vec<Slot>)> {
        let plan = self.applied_to(&self.plan, days, timetable, true)?;
        let Screening { slots, .. } = screen(&plan);
        Some((Score::of(&slots), slots))
    }

    /// Exchanges between the worst slot and others while the forecast gets better by them; `is_enough` ends it early.
    pub(super) fn improved(
        &self,
        days: usize,
        problem: &Problem,
        first: Timetable,
        key: Key,
        is_enough: &dyn Fn(&Score) -> bool,
    ) -> Found {
        let Some((mut score, mut slots)) = self.judged(days, &first) else {
            return Found { days, timetable: first, score: Score::WORST, fares: None };
        };
        let mut timetable = first;
        let mut tried = 0;
        let mut rounds = 0;
        while tried < TRIED && !is_enough(&score) {
            let from = fullest(&slots, problem.windows());
            let mut is_better = false;
            let exchanges = Exchanges::of(problem, &timetable, from, key.part(rounds));
            rounds += 1;
            for exchanged in exchanges.take(TRIED - tried) {
                tried += 1;
                if let Some((next, next_slots)) = self.judged(days, &exchanged)
                    && next.is_below(&score)
                {
                    (score, slots, timetable, is_better) = (next, next_slots, exchanged, true);
                    break;
                }
            }
            if !is_better {
                break;
            }
        }
        Found { days, timetable, score, fares: None }
    }
}

/// The window of the slot with the highest load; of the row between windows, the first window.
pub(super) fn fullest(slots: &[Slot], windows: usize) -> usize {
    let load = |slot: &Slot| slot.peak_load.unwrap_or(0.0);
    let own = slots.iter().filter(|slot| slot.window.is_some_and(|window| window < windows));
    let worst = own.reduce(|worst, slot| {
        let is_worse = slot.verdict > worst.verdict || (slot.verdict == worst.verdict && load(slot) > load(worst));
        if is_worse { slot } else { worst }
    });
    worst.and_then(|slot| slot.window).unwrap_or(0)
}

/// What one person of each kind adds in the moment in which an even mixture of a window is fullest [1].
fn peak_weights(response: &Response) -> [f64; KINDS] {
    let all = sum(response.surge.groups.iter().copied());
    let Some(pulses) = response.surge.pulses.first() else { return [1.0; KINDS] };
    let from = pulses[0].from.min(pulses[1].from);
    let until = pulses.iter().map(|pulse| pulse.from + pulse.shares.len()).max().unwrap_or(from);
    let at = |minute: usize| {
        pulses
            .each_ref()
            .map(|pulse| minute.checked_sub(pulse.from).and_then(|at| pulse.shares.get(at)).copied().unwrap_or(0.0))
    };
    let height = |shares: &[f64; KINDS]| shares[0] * all[0] + shares[1] * all[1];
    let peak = (from..until).map(at).reduce(|best, next| if height(&next) > height(&best) { next } else { best });
    peak.filter(|shares| height(shares) > 0.0).unwrap_or([1.0; KINDS])
}
