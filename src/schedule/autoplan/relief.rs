//! What stands in the way where no timetable keeps all rules, or none of them holds: each rule given up alone, and each
//! number that could grow, with what that costs.

use super::ground::home_of;
use super::{Aim, Found, Goal, Openings, Rules, Score, Search};
use crate::forecast::slots_as_planned;
use crate::num::order;
use crate::num::order::Extreme;
use crate::plan::{CheckedPlan, Plan};
use crate::rng::Key;
use crate::schedule::ensemble::{self, Meets};
use crate::schedule::inverse::{capacity_that, with_capacity};
use crate::schedule::linear::Solver;

/// Days that are added at most, to see whether more of them do.
const FURTHER_DAYS: u32 = 7;

/// A rule, or a number, that stands in the way by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
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
    /// So many days are enough, with windows like those of the fullest.
    Days {
        needed: usize,
    },
    /// All limits times this, the least that does, are enough [1].
    Capacity {
        times: f64,
    },
    /// The load that the target would have to allow [1].
    Target {
        load: f64,
    },
}

/// What giving up one rule makes possible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Relief {
    pub rule: Rule,
    /// Of a rule that is given up, the share of the invited whom that touches; of a number, by what part of itself it
    /// grows [1].
    pub cost: f64,
    /// Of the best timetable that was found then, at screening precision [1].
    pub peak_load: f64,
}

impl Search {
    /// The changes that make possible what is not, each by itself, the one of least cost first.
    ///
    /// `best`: what was found and does not hold; `None` = no timetable keeps all rules.
    pub fn reliefs(&self, best: Option<&Found>, solver: Solver) -> Vec<Relief> {
        let mut reliefs: Vec<Relief> = self
            .without_rules()
            .into_iter()
            .filter_map(|(rule, search)| {
                let found = search.last_unit(solver)?;
                let does = best.is_none() || search.is_held(&found);
                does.then(|| Relief { rule, cost: self.cost(&rule, &search, &found), peak_load: found.score.peak_load })
            })
            .collect();
        reliefs.extend(self.with_more_in_a_window(best.is_some(), solver));
        if let Some(best) = best {
            let more = [self.with_more_days(solver), self.with_more_capacity(best), self.with_a_higher_load(best)];
            reliefs.extend(more.into_iter().flatten());
        }
        order::sort_by(&mut reliefs, |one, other| one.cost.total_cmp(&other.cost));
        reliefs
    }

    /// The searches in each of which one rule is given up, where some timetable then keeps all others.
    fn without_rules(&self) -> Vec<(Rule, Self)> {
        let own = &self.goal.rules;
        let mut tries: Vec<(Rule, Rules)> = Vec::new();
        if !own.locked.is_empty() {
            tries.push((Rule::Locked, Rules { locked: Vec::new(), ..own.clone() }));
        }
        if own.is_together {
            tries.push((Rule::Together, Rules { is_together: false, ..own.clone() }));
        }
        if own.ages.is_some() {
            tries.push((Rule::Ages, Rules { ages: None, ..own.clone() }));
        }
        if own.pilot.is_some() {
            tries.push((Rule::Pilot, Rules { pilot: None, ..own.clone() }));
        }
        if own.openings != Openings::default() {
            tries.push((Rule::Openings, Rules { openings: Openings::default(), ..own.clone() }));
        }
        let fits = |(rule, rules)| self.under(rules).filter(Self::has_some).map(|search| (rule, search));
        tries.into_iter().filter_map(fits).collect()
    }

    fn with_more_in_a_window(&self, must_hold: bool, solver: Solver) -> Option<Relief> {
        let most = self.goal.rules.per_window?;
        let with = |needed: usize| {
            self.under(Rules { per_window: Some(needed), ..self.goal.rules.clone() }).filter(Self::has_some)
        };
        let does = |needed: usize| {
            let found = with(needed)?.last_unit(solver)?;
            (!must_hold || self.is_held(&found)).then_some(found)
        };
        let all = self.groups.len();
        // More to a window takes no timetable away: what all of them cannot do, fewer cannot.
        let unlimited = does(all)?;
        let least = (most + 1).max(all.div_ceil(self.windows.len()));
        let (mut fails, mut needed, mut found) = (least.saturating_sub(1), all, unlimited);
        while needed - fails > 1 {
            let middle = fails + (needed - fails) / 2;
            match does(middle) {
                Some(better) => (needed, found) = (middle, better),
                None => fails = middle,
            }
        }
        let cost = (needed - most) as f64 / most as f64;
        Some(Relief { rule: Rule::PerWindow { needed }, cost, peak_load: found.score.peak_load })
    }

    fn with_more_days(&self, solver: Solver) -> Option<Relief> {
        let own = self.days.len();
        let most = Some(own as u32 + FURTHER_DAYS);
        let goal = Goal { days_most: most, aim: Aim::FewestDays, ..self.goal.clone() };
        let search = Self::new(&self.plan, goal).ok()?;
        let found = (own..search.days.len())
            .find_map(|unit| search.unit(unit, solver).filter(|found| search.is_held(found)))?;
        let cost = (found.days - own) as f64 / own as f64;
        Some(Relief { rule: Rule::Days { needed: found.days }, cost, peak_load: found.score.peak_load })
    }

    fn with_more_capacity(&self, best: &Found) -> Option<Relief> {
        let plan = self.applied(best.days, &best.timetable)?;
        let meets = self.goal.chance.map(|asked| Meets::like(&plan, asked));
        let holds = |plan: &CheckedPlan| match &meets {
            Some(meets) => meets.is_met(plan),
            None => Score::of(&slots_as_planned(plan)).holds(),
        };
        let times = capacity_that(&plan, &holds)?;
        let score = Score::of(&slots_as_planned(&with_capacity(&plan, times)?));
        Some(Relief { rule: Rule::Capacity { times }, cost: times - 1.0, peak_load: score.peak_load })
    }

    /// The load that the best timetable has, where it misses the target by its load alone.
    fn with_a_higher_load(&self, best: &Found) -> Option<Relief> {
        let plan = self.applied(best.days, &best.timetable)?;
        let peak_load = Score::of(&slots_as_planned(&plan)).peak_load;
        let load = best.fares.map_or(peak_load, |fares| fares.peak_load.larger(peak_load)) * (1.0 + 1e-9);
        let mut higher: Plan = plan.plan().clone();
        let before = std::mem::replace(&mut higher.target.load, load);
        let higher = plan.changed(higher).ok()?;
        let is_held = match self.goal.chance {
            Some(asked) => ensemble::fares(&higher, asked).meets(asked),
            None => Score::of(&slots_as_planned(&higher)).holds(),
        };
        (is_held && load > before).then_some(Relief {
            rule: Rule::Target { load },
            cost: load / before - 1.0,
            peak_load,
        })
    }

    /// The share of the invited whom it touches that a rule is given up [1].
    fn cost(&self, rule: &Rule, search: &Self, found: &Found) -> f64 {
        let (own, cut) = (self.plan.plan(), self.plan.cut());
        let people = |cohorts: &mut dyn Iterator<Item = usize>| -> f64 {
            cohorts.map(|cohort| cut.cohorts[cohort].by_age.iter().map(|(_, people)| *people as f64).sum::<f64>()).sum()
        };
        let before = home_of(own, &search.windows);
        let mut after = vec![None; own.cohorts.len()];
        for (group, &window) in search.groups.iter().zip(&found.timetable) {
            group.iter().for_each(|cohort| after[*cohort] = Some(window));
        }
        let all: Vec<usize> = (0..after.len()).filter(|cohort| after[*cohort].is_some()).collect();
        let invited = people(&mut all.iter().copied());
        let rules = &self.goal.rules;
        let regions = |cohort: &usize| &own.cohorts[*cohort].regions;
        let is_split = |cohort: &usize| {
            all.iter().any(|other| regions(other) == regions(cohort) && after[*other] != after[*cohort])
        };
        let touched = match rule {
            Rule::Locked => {
                people(&mut rules.locked.iter().copied().filter(|cohort| before[*cohort] != after[*cohort]))
            }
            Rule::Together | Rule::Ages => people(&mut all.iter().copied().filter(is_split)),
            Rule::Pilot => people(&mut rules.pilot.iter().copied()),
            Rule::Openings => {
                let is_new = |window: usize| !self.windows.contains(&search.windows[window]);
                people(&mut all.iter().copied().filter(|cohort| after[*cohort].is_some_and(is_new)))
            }
            Rule::PerWindow { .. } | Rule::Days { .. } | Rule::Capacity { .. } | Rule::Target { .. } => 0.0,
        };
        if invited > 0.0 { touched / invited } else { 0.0 }
    }

    /// The unit with all days.
    fn last_unit(&self, solver: Solver) -> Option<Found> {
        self.unit(self.units() - 1, solver)
    }

    /// Whether some timetable keeps the rules.
    fn has_some(&self) -> bool {
        let problem = self.rules_of(self.days.len());
        self.first(&problem, None, Key::new(self.goal.seed)).is_some()
    }

    fn under(&self, rules: Rules) -> Option<Self> {
        Self::new(&self.plan, Goal { rules, ..self.goal.clone() }).ok()
    }
}
