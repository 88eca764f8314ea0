//! Why a cohort is where it is, what moving it would cost, and the moves that gain most: of a plan as it stands.

use std::sync::Arc;

use super::ground::home_of;
use super::{AgeOrder, Rule, Rules, Score, ordinary_windows};
use crate::forecast::{Slot, screen};
use crate::num::order;
use crate::plan::{CheckedPlan, Plan};

/// Moves that are looked for.
const GAINS_MOST: usize = 3;

/// Moves and exchanges that are tried for each of them.
const TRIED: usize = 600;

/// A cohort where it is, and elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    pub cohort: usize,
    /// Index of its window.
    pub window: usize,
    /// Of the plan as it is, at screening precision, as are all others here.
    pub score: Score,
    /// Of each other ordinary window, by opening.
    pub elsewhere: Vec<Elsewhere>,
}

/// What if a cohort were in another window, all else as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Elsewhere {
    pub window: usize,
    pub score: Score,
    /// The first rule that it would break there.
    pub breaks: Option<Rule>,
}

/// A cohort that goes to another window, against another one or alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    pub cohort: usize,
    /// Indices of windows.
    pub from: usize,
    pub to: usize,
    /// The cohort that goes the other way.
    pub against: Option<usize>,
    /// After it, at screening precision.
    pub score: Score,
}

/// The moves that gain most, each on top of those before.
#[derive(Clone, Debug)]
pub struct Gains {
    /// Of the plan as it is, at screening precision.
    pub score: Score,
    pub gains: Vec<Gain>,
    /// With all of them; `None` = no move gains anything.
    pub plan: Option<CheckedPlan>,
}

/// The place of each cohort's window among the ordinary ones; `None` = it is in none.
type Home = Vec<Option<usize>>;

/// Where each cohort is, by the place of its window among the ordinary ones, and what is asked of that.
struct Places<'a> {
    plan: &'a CheckedPlan,
    rules: &'a Rules,
    /// Ordinary windows by opening.
    windows: Vec<usize>,
    usable: Vec<bool>,
    home: Home,
}

impl<'a> Places<'a> {
    fn new(plan: &'a CheckedPlan, rules: &'a Rules) -> Self {
        let own = plan.plan();
        let windows = ordinary_windows(plan);
        let stays = |window: usize| own.windows[window].cohorts.iter().any(|cohort| rules.locked.contains(cohort));
        let used = rules.openings.usable(own, &windows, &stays);
        let usable = windows.iter().map(|window| used.contains(window)).collect();
        let home = home_of(own, &windows);
        Self { plan, rules, windows, usable, home }
    }

    /// The first rule that a cohort breaks where `home` has everybody.
    fn broken(&self, home: &[Option<usize>], cohort: usize) -> Option<Rule> {
        let (own, rules) = (self.plan.plan(), self.rules);
        let at = home[cohort]?;
        let is_pilot = |other: usize| rules.pilot == Some(other);
        let of_regions = |other: &usize| own.cohorts[*other].regions == own.cohorts[cohort].regions;
        let others = || (0..home.len()).filter(|other| *other != cohort && !is_pilot(*other) && home[*other].is_some());
        if rules.locked.contains(&cohort) && home[cohort] != self.home[cohort] {
            return Some(Rule::Locked);
        }
        if !self.usable[at] {
            return Some(Rule::Openings);
        }
        let first = self.usable.iter().position(|is| *is);
        if rules.pilot.is_some() && is_pilot(cohort) != (Some(at) == first) {
            return Some(Rule::Pilot);
        }
        if is_pilot(cohort) {
            return None;
        }
        if rules.is_together && others().filter(of_regions).any(|other| home[other] != Some(at)) {
            return Some(Rule::Together);
        }
        let youngest = |cohort: usize| youngest(own, cohort);
        let is_out_of_order = |order: AgeOrder| {
            others().filter(of_regions).any(|other| {
                let (is_older, is_later) = (youngest(other).cmp(&youngest(cohort)), home[other].cmp(&Some(at)));
                match order {
                    AgeOrder::OldestFirst => {
                        is_older.is_gt() && is_later.is_gt() || is_older.is_lt() && is_later.is_lt()
                    }
                    AgeOrder::YoungestFirst => {
                        is_older.is_lt() && is_later.is_gt() || is_older.is_gt() && is_later.is_lt()
                    }
                }
            })
        };
        if rules.ages.is_some_and(is_out_of_order) {
            return Some(Rule::Ages);
        }
        let held = || (0..home.len()).filter(|other| home[*other] == Some(at));
        let most = rules.per_window?;
        let count = if rules.is_together {
            let mut regions: Vec<_> = held().map(|cohort| &own.cohorts[cohort].regions).collect();
            order::sort(&mut regions);
            regions.dedup();
            regions.len()
        } else {
            held().count()
        };
        (count > most).then_some(Rule::PerWindow { needed: count })
    }

    /// The slots of the plan with everybody where `home` has them.
    fn slots(&self, home: &[Option<usize>]) -> Option<(CheckedPlan, Vec<Slot>)> {
        let own = self.plan.plan();
        let mut windows = own.windows.to_vec();
        for (place, &window) in self.windows.iter().enumerate() {
            windows[window].cohorts = (0..home.len()).filter(|cohort| home[*cohort] == Some(place)).collect();
        }
        let plan = self.plan.changed(Plan { windows: Arc::new(windows), ..own.clone() }).ok()?;
        let slots = screen(&plan).slots;
        Some((plan, slots))
    }
}

/// The youngest age of a cohort [years].
fn youngest(plan: &Plan, cohort: usize) -> u32 {
    let of = |age: &usize| plan.members.ages.get(*age).map_or(0, |band| band.from);
    plan.cohorts[cohort].ages.as_ref().map_or(0, |ages| ages.iter().map(of).min().unwrap_or(0))
}

/// What a cohort would make of the plan in each other window; `None` = it is in no ordinary window.
pub fn why(plan: &CheckedPlan, rules: &Rules, cohort: usize) -> Option<Why> {
    let places = Places::new(plan, rules);
    let own = places.home.get(cohort).copied().flatten()?;
    let moved = |place: usize| {
        let mut home = places.home.clone();
        home[cohort] = Some(place);
        let (_, slots) = places.slots(&home)?;
        let breaks = places.broken(&home, cohort);
        Some(Elsewhere { window: places.windows[place], score: Score::of(&slots), breaks })
    };
    Some(Why {
        cohort,
        window: places.windows[own],
        score: Score::of(&places.slots(&places.home)?.1),
        elsewhere: (0..places.windows.len()).filter(|place| *place != own).filter_map(moved).collect(),
    })
}

/// The moves and exchanges of the fullest slot that gain most and break no rule that was kept.
pub fn gains(plan: &CheckedPlan, rules: &Rules) -> Option<Gains> {
    let places = Places::new(plan, rules);
    let mut home = places.home.clone();
    let (mut best_plan, mut slots) = places.slots(&home)?;
    let score = Score::of(&slots);
    let (mut reached, mut gains) = (score, Vec::new());
    while gains.len() < GAINS_MOST {
        let mut best: Option<(Gain, Home, (CheckedPlan, Vec<Slot>))> = None;
        for (moved, gain) in places.candidates(&home, &slots).into_iter().take(TRIED) {
            let Some((plan, slots)) = places.slots(&moved) else { continue };
            let score = Score::of(&slots);
            let least = best.as_ref().map_or(&reached, |best| &best.0.score);
            if score.is_below(least) {
                best = Some((Gain { score, ..gain }, moved, (plan, slots)));
            }
        }
        let Some((gain, moved, (plan, after))) = best else { break };
        gains.push(gain);
        (home, best_plan, slots, reached) = (moved, plan, after, gain.score);
    }
    let plan = (!gains.is_empty()).then_some(best_plan);
    Some(Gains { score, gains, plan })
}

impl Places<'_> {
    /// What the cohorts of the fullest slot could do: go to another window, the emptiest first, or change places with a
    /// cohort there. What breaks a rule is left out.
    fn candidates(&self, home: &[Option<usize>], slots: &[Slot]) -> Vec<(Home, Gain)> {
        let load = |place: &usize| {
            let window = Some(self.windows[*place]);
            slots.iter().find(|slot| slot.window == window).and_then(|slot| slot.peak_load).unwrap_or(0.0)
        };
        let mut by_load: Vec<usize> = (0..self.windows.len()).collect();
        order::sort_by(&mut by_load, |one, other| load(one).total_cmp(&load(other)));
        let Some(from) = by_load.pop() else { return Vec::new() };
        let here: Vec<usize> = (0..home.len()).filter(|cohort| home[*cohort] == Some(from)).collect();
        let mut all = Vec::new();
        for &to in &by_load {
            let there: Vec<usize> = (0..home.len()).filter(|cohort| home[*cohort] == Some(to)).collect();
            for &cohort in &here {
                for against in [None].into_iter().chain(there.iter().copied().map(Some)) {
                    let mut moved = home.to_vec();
                    moved[cohort] = Some(to);
                    against.iter().for_each(|other| moved[*other] = Some(from));
                    let keeps = |cohort: usize| self.broken(&moved, cohort).is_none();
                    if keeps(cohort) && against.is_none_or(keeps) {
                        let (from, to) = (self.windows[from], self.windows[to]);
                        all.push((moved, Gain { cohort, from, to, against, score: Score::WORST }));
                    }
                }
            }
            if all.len() >= TRIED {
                break;
            }
        }
        all
    }
}
