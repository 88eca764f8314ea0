//! Which rule stands in the way where no timetable keeps them all.

use super::{Goal, Openings, Rules, Score, Search};
use crate::rng::Key;
use crate::schedule::linear::Solver;

/// A rule that stands in the way, by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    Locked,
    Together,
    Ages,
    Pilot,
    /// Of the openings any.
    Openings,
    /// With so many to a window, the fewest that do, there is a timetable.
    PerWindow {
        needed: usize,
    },
}

/// What giving up one rule makes possible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Relief {
    pub rule: Rule,
    /// Of the best timetable that was found then, at screening precision.
    pub score: Score,
}

impl Search {
    /// Where no timetable keeps all rules: the rule without which, all others kept, the best one was found; `None` = no
    /// rule alone stands in the way.
    pub fn relief(&self, solver: Solver) -> Option<Relief> {
        let own = &self.goal.rules;
        let fits = |rules: &Rules| {
            let search = self.under(rules.clone())?;
            let problem = search.rules_of(search.days.len());
            search.first(&problem, None, Key::new(self.goal.seed)).map(|_| search)
        };
        let mut tries: Vec<(Rule, Option<Search>)> = Vec::new();
        if !own.locked.is_empty() {
            tries.push((Rule::Locked, fits(&Rules { locked: Vec::new(), ..own.clone() })));
        }
        if own.is_together {
            tries.push((Rule::Together, fits(&Rules { is_together: false, ..own.clone() })));
        }
        if own.ages.is_some() {
            tries.push((Rule::Ages, fits(&Rules { ages: None, ..own.clone() })));
        }
        if own.pilot.is_some() {
            tries.push((Rule::Pilot, fits(&Rules { pilot: None, ..own.clone() })));
        }
        if own.openings != Openings::default() {
            tries.push((Rule::Openings, fits(&Rules { openings: Openings::default(), ..own.clone() })));
        }
        if let Some(most) = own.per_window {
            let with = |needed: usize| fits(&Rules { per_window: Some(needed), ..own.clone() });
            let all = self.groups.len();
            let least = all.div_ceil(self.windows.len()).max(most + 1);
            let is_in_the_way = least <= all && with(all).is_some();
            let needed = (least..=all).filter(|_| is_in_the_way).find(|needed| with(*needed).is_some());
            tries.extend(needed.map(|needed| (Rule::PerWindow { needed }, with(needed))));
        }
        let mut best: Option<Relief> = None;
        for (rule, search) in tries {
            let Some(found) = search.and_then(|search| search.unit(search.units() - 1, solver)) else { continue };
            if best.is_none_or(|best| found.score.is_below(&best.score)) {
                best = Some(Relief { rule, score: found.score });
            }
        }
        best
    }

    fn under(&self, rules: Rules) -> Option<Self> {
        Self::new(&self.plan, Goal { rules, ..self.goal.clone() }).ok()
    }
}
