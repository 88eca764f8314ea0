//! A timetable that was found: the sentence that can be quoted, what is proved, and how the plan changes.

use std::collections::BTreeMap;

use super::figures::{Proved, count, load, share};
use crate::clock::CivilTime;
use crate::compare::moves;
use crate::forecast::{Place, Verdict, slots_as_planned};
use crate::num::order::Extreme;
use crate::plan::{CheckedPlan, Plan};
use crate::text::format::{integer, percent};
use crate::text::workshop::autoplan::{AnswerWords, AutoplanWords};
use crate::wire::schedule::{Told, ToldBound, ToldChance};
use crate::workshop::panel::{fact, said};
use crate::workshop::{Block, Fact, Lead, Tone};

/// A gap from here on is told by its two figures alone [1].
const FAR: f64 = 0.5;

/// What the plan in hand comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Before {
    pub peak_load: Option<f64>,
    pub holds: bool,
    /// Days on which ordinary windows with people open.
    pub days: u64,
    /// The place that is fullest; `None` = the waiting room, or none.
    pub bottleneck: Option<usize>,
}

impl Before {
    /// By the forecast; nothing where the plan has faults.
    pub fn of(plan: &Plan) -> Self {
        let Ok(checked) = CheckedPlan::new(plan.clone()) else { return Self::default() };
        let slots = slots_as_planned(&checked);
        let fullest = slots.iter().filter(|slot| slot.peak_load.is_some());
        let fullest = fullest.reduce(|one, other| if other.peak_load > one.peak_load { other } else { one });
        Self {
            peak_load: fullest.and_then(|slot| slot.peak_load),
            holds: slots.iter().all(|slot| slot.verdict == Verdict::Holds),
            days: days_of(plan),
            bottleneck: fullest.and_then(|slot| match slot.bottleneck {
                Place::Stage(at) => Some(at),
                Place::WaitingRoom => None,
            }),
        }
    }
}

fn days_of(plan: &Plan) -> u64 {
    let used = plan.windows.iter().filter(|window| !window.catch_up && !window.cohorts.is_empty());
    let days: std::collections::BTreeSet<_> = used.map(|window| window.opens.date()).collect();
    days.len() as u64
}

/// What is shown of a timetable beside the plan in hand.
pub struct Timetable<'a> {
    pub plan: &'a Plan,
    pub before: Before,
    pub told: &'a Told,
    pub words: &'a AutoplanWords,
}

impl Timetable<'_> {
    pub fn blocks(&self) -> Vec<Block> {
        let Some(found) = &self.told.plan else { return Vec::new() };
        vec![Block::Lead(self.lead()), Block::Facts(self.facts(found))]
    }

    fn lead(&self) -> Lead {
        let told = self.told;
        let (mut sentences, mut notes) = (Vec::new(), Vec::new());
        let is_reached = told.chance.is_none_or(|chance| chance.held as f64 >= chance.asked * chance.draws as f64);
        match told.chance {
            Some(chance) => self.by_chance(&chance, &mut sentences, &mut notes),
            None if told.goal == "fewest-days" => self.fewest(&mut sentences, &mut notes),
            None => self.lowest(&mut sentences, &mut notes),
        }
        let tone = match (told.holds(), is_reached) {
            (true, true) => Tone::Good,
            // Held in the share that was asked, though not at the likely values.
            (false, true) if told.chance.is_some() => Tone::Caution,
            _ => Tone::Bad,
        };
        Lead { tone, text: sentences.join(" "), note: notes.join(" ") }
    }

    fn lowest(&self, sentences: &mut Vec<String>, notes: &mut Vec<String>) {
        let (words, told) = (&self.words.answer, self.told);
        let Some(peak) = told.peak_load else { return };
        match told.bound {
            Some(bound) => {
                let proved = Proved::new(peak, bound.peak_load);
                sentences.push((words.lowest)(&proved.value));
                if proved.is_optimal {
                    sentences.push(words.is_optimal.to_owned());
                    notes.push(words.optimal.to_owned());
                } else {
                    sentences.push((words.bound)(&proved.bound, &proved.points));
                    notes.push((words.within)(&proved.within));
                }
            }
            None => {
                sentences.push((words.lowest)(&load(peak)));
                notes.extend(told.bound_without_waits.is_none().then(|| words.no_bound.to_owned()));
            }
        }
        notes.extend(without_waits(peak, told.bound, told.bound_without_waits, words));
        if !told.holds() {
            sentences.push(words.misses.to_owned());
        }
    }

    fn fewest(&self, sentences: &mut Vec<String>, notes: &mut Vec<String>) {
        let (words, told) = (&self.words.answer, self.told);
        let (Some(peak), Some(days)) = (told.peak_load, told.days) else { return };
        if !told.holds() {
            sentences.push(words.too_few_windows.to_owned());
            return self.lowest(&mut Vec::new(), notes);
        }
        sentences.push((words.fewest)(days, &load(peak)));
        match told.days_at_least {
            _ if days == 1 => notes.push(words.one_day.to_owned()),
            Some(least) if least == days => {
                sentences.push((words.fewest_proved)(&percent(self.plan.target.load)));
                notes.push(words.optimal.to_owned());
            }
            Some(least) => sentences.push((words.fewest_between)(least)),
            None => notes.push(words.no_bound.to_owned()),
        }
        // How low the peak of these days could be is said as well.
        self.lowest(&mut Vec::new(), notes);
        notes.dedup();
    }

    fn by_chance(&self, chance: &ToldChance, sentences: &mut Vec<String>, notes: &mut Vec<String>) {
        let words = &self.words.answer;
        let asked = percent(chance.asked);
        let draws = integer(chance.draws as f64);
        let held = chance.held as f64 / chance.draws as f64;
        let is_reached = held >= chance.asked;
        if let Some(days) = self.told.days.filter(|_| self.told.goal == "fewest-days" && is_reached) {
            sentences.push((words.fewest)(days, &self.told.peak_load.map_or_else(String::new, load)));
        }
        sentences.push((words.held)(&integer(chance.held as f64), &draws, &share(held)));
        if !is_reached {
            sentences.push((words.too_seldom)(&asked));
        }
        let Some(peak) = chance.peak_load else { return };
        match chance.bound.map(|bound| Proved::new(peak, bound)) {
            Some(proved) => {
                notes.push((words.chance_peak)(&asked, &proved.value));
                if proved.is_optimal {
                    notes.push(words.optimal.to_owned());
                } else {
                    notes.push((words.chance_bound)(&proved.bound));
                    // So far from what is proved, the share of it says nothing more.
                    notes.extend((proved.gap < FAR).then(|| (words.within)(&proved.within)));
                }
            }
            None => notes.push((words.chance_peak)(&asked, &load(peak))),
        }
    }

    fn facts(&self, found: &Plan) -> Vec<Fact> {
        let (words, told, before) = (&self.words.answer, self.told, self.before);
        let change = |before: Option<String>, after: String| match before {
            Some(before) if before != after => format!("{before} → {after}"),
            _ => after,
        };
        let mut facts = Vec::new();
        if let Some(peak) = told.peak_load {
            facts.push(fact(words.peak, change(before.peak_load.map(load), load(peak))));
        }
        if let Some(chance) = told.chance {
            let held = chance.held as f64 / chance.draws as f64;
            facts.push(fact(words.chance, (words.chance_of)(&share(held), &share(chance.low), &share(chance.high))));
        }
        facts.push(verdict(told.holds(), words));
        let days = |days: u64| (words.days_of)(days);
        facts.push(fact(words.days, change(Some(days(before.days)), days(told.days.unwrap_or(days_of(found))))));
        let (moved, all) = moved_cohorts(self.plan, found);
        facts.push(fact(words.moved_cohorts, (words.cohorts_of)(&count(moved), &count(all))));
        let people = moves(self.plan, found);
        facts.push(fact(words.moved, (words.moved_of)(&integer(people.moved), &integer(people.invited))));
        facts
    }
}

/// Whether every slot holds.
pub fn verdict(holds: bool, words: &AnswerWords) -> Fact {
    let (said, tone) = if holds { (words.holds, Tone::Good) } else { (words.does_not_hold, Tone::Bad) };
    Fact { label: words.verdict.to_owned(), value: said.to_owned(), tone }
}

/// The plan as it is.
pub fn as_it_is(before: &Before, words: &AutoplanWords) -> Vec<Block> {
    let Some(peak) = before.peak_load else { return Vec::new() };
    let days = fact(words.answer.days, (words.answer.days_of)(before.days));
    let facts = vec![fact(words.answer.peak, load(peak)), verdict(before.holds, &words.answer), days];
    vec![Block::Facts(facts)]
}

/// What is proved of timetables in which nobody waits, where that is more than is proved of all.
fn without_waits(peak: f64, any: Option<ToldBound>, bound: Option<ToldBound>, words: &AnswerWords) -> Option<String> {
    let bound = bound.filter(|bound| any.is_none_or(|any| bound.peak_load > any.peak_load.larger(0.0)))?;
    // A timetable in which people wait may be below it.
    let proved = Proved::new(peak, bound.peak_load);
    (bound.peak_load <= peak).then(|| (words.without_waits)(&proved.bound, &proved.within))
}

/// Cohorts whose ordinary window opens at another time, and all that have one.
fn moved_cohorts(before: &Plan, after: &Plan) -> (usize, usize) {
    let (before, after) = (openings(before), openings(after));
    let moved = before.iter().filter(|(cohort, opens)| after.get(cohort) != Some(opens));
    (moved.count(), before.len())
}

fn openings(plan: &Plan) -> BTreeMap<usize, CivilTime> {
    let windows = plan.windows.iter().filter(|window| !window.catch_up);
    windows.flat_map(|window| window.cohorts.iter().map(|cohort| (*cohort, window.opens))).collect()
}

/// Why nothing was found.
pub fn hindered(hindrance: &str, words: &AnswerWords) -> Block {
    said(
        Tone::Bad,
        match hindrance {
            "nothing-to-plan" => words.nothing_to_plan,
            "locked-nowhere" => words.locked_nowhere,
            _ => words.no_timetable,
        },
    )
}
