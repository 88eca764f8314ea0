//! The tasks of splitting one cohort and of merging several.

use std::collections::BTreeSet;

use super::{Answer, Cohorts, TICK_ALSO, Wanted};
use crate::plan::limits::COHORTS_MAX;
use crate::plan::{Cohort, Plan};
use crate::staging::cohorts::area::Area;
use crate::staging::cohorts::hand::narrowest;
use crate::staging::cohorts::{Axis, MergeFault, Part, merge, split};
use crate::text::Language;
use crate::text::workshop::cohorts::{CohortsWords, words};
use crate::text::workshop::who;
use crate::workshop::panel::{action, choice, said};
use crate::workshop::{Block, Field, Kind, Line, Tone};

const AXES: [(Axis, &str); 4] =
    [(Axis::Regions, "region"), (Axis::Ages, "age"), (Axis::YearDigits, "year-digit"), (Axis::DayDigits, "day-digit")];
/// Cohorts that are offered at a time.
const OFFERED: usize = 60;

pub fn answer_split(cohorts: &Cohorts, language: Language) -> Answer {
    let (plan, typed, words) = (&cohorts.plan, &cohorts.typed, words(language));
    let mut blocks = find_field(cohorts, words, &[]);
    let offered = offered(cohorts, &[]);
    let typed_place = typed.text("cohort").parse().ok().filter(|place| offered.contains(place));
    let Some(place) = typed_place.or(offered.first().copied()) else { return Answer { blocks, made: None } };
    let cohort = &plan.cohorts[place];
    let places = offered.iter().map(|&at| (at.to_string(), plan.cohorts[at].name.clone())).collect();
    let mut fields = vec![choice("cohort", words.to_split, None, places, &place.to_string())];
    let options: Vec<(Vec<Part>, &str, &str)> = AXES
        .iter()
        .zip(words.axes)
        .map(|((axis, name), label)| (parts(plan, cohort, *axis), *name, label))
        .filter(|(parts, _, _)| parts.len() > 1)
        .collect();
    let taken = options.iter().find(|(_, name, _)| *name == typed.text("axis")).or(options.first());
    let Some((parts, taken, _)) = taken else {
        blocks.push(Block::Fields(fields));
        blocks.push(said(Tone::Caution, words.cannot_split));
        return Answer { blocks, made: None };
    };
    let labels = options.iter().map(|(_, name, label)| ((*name).to_owned(), (*label).to_owned())).collect();
    fields.push(choice("axis", words.split_by, None, labels, taken));
    blocks.push(Block::Fields(fields));
    if taken.ends_with("digit") {
        blocks.push(said(Tone::Plain, words.digits_note));
    }
    let count = plan.cohorts.len() - 1 + parts.len();
    if count > COHORTS_MAX {
        blocks.push(said(Tone::Bad, (words.too_many)(count, COHORTS_MAX)));
        return Answer { blocks, made: None };
    }
    let shown = (place..place + parts.len()).collect();
    let after = replaced(plan, &[place], parts, &|part| who::name(plan, part, language));
    Answer { blocks, made: Some(super::made(plan, after, shown, Wanted::default())) }
}

/// The parts of a cohort along an axis, without those that nobody can be in.
fn parts(plan: &Plan, cohort: &Cohort, axis: Axis) -> Vec<Part> {
    let mut parts = split(plan, cohort, axis);
    parts.retain(|part| part.has_people(&plan.members) && super::can_be_anybody(plan, part));
    parts
}

pub fn answer_merge(cohorts: &Cohorts, language: Language) -> Answer {
    let (plan, typed, words) = (&cohorts.plan, &cohorts.typed, words(language));
    let ticked = ticked(cohorts);
    let mut blocks = find_field(cohorts, words, &ticked);
    let option = |&at: &usize| (at.to_string(), plan.cohorts[at].name.clone(), ticked.contains(&at));
    let options = offered(cohorts, &ticked).iter().map(option).collect();
    blocks.push(Block::Fields(vec![Field {
        name: "which".to_owned(),
        label: words.to_merge.to_owned(),
        help: None,
        kind: Kind::Several { options },
        fault: None,
    }]));
    let part = match merge(plan, &ticked) {
        Ok(part) => part,
        Err(fault) => {
            let tone = if fault == MergeFault::TooFew { Tone::Plain } else { Tone::Caution };
            blocks.push(said(tone, (words.cannot_merge)(fault)));
            blocks.extend(also(plan, &ticked, fault, language));
            return Answer { blocks, made: None };
        }
    };
    let given = typed.text("merged-name");
    blocks.push(Block::Fields(vec![Field {
        name: "merged-name".to_owned(),
        label: words.merged_name.to_owned(),
        help: Some(words.merged_name_help.to_owned()),
        kind: Kind::Text { text: given.to_owned(), unit: None, is_number: false },
        fault: None,
    }]));
    let name = |part: &Part| if given.is_empty() { who::name(plan, part, language) } else { given.to_owned() };
    let after = replaced(plan, &ticked, &[part], &name);
    Answer { blocks, made: Some(super::made(plan, after, vec![ticked[0]], Wanted::default())) }
}

/// Ticked cohorts, in order.
fn ticked(cohorts: &Cohorts) -> Vec<usize> {
    cohorts.typed.indices("which", cohorts.plan.cohorts.len())
}

/// The ticks with those that a rule would take in besides.
pub fn with_missing(cohorts: &Cohorts) -> String {
    let ticked = ticked(cohorts);
    let all: BTreeSet<usize> = missing(&cohorts.plan, &ticked).into_iter().chain(ticked).collect();
    all.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
}

/// The cohorts that a rule for the ticked ones would take in besides.
fn missing(plan: &Plan, ticked: &[usize]) -> Vec<usize> {
    let Some(part) = narrowest(plan, ticked) else { return Vec::new() };
    let wanted = Area::of(&plan.members, &part.named(String::new()));
    let others = (0..plan.cohorts.len()).filter(|at| !ticked.contains(at));
    others.filter(|&at| Area::of(&plan.members, &plan.cohorts[at]).meets(&wanted)).collect()
}

fn also(plan: &Plan, ticked: &[usize], fault: MergeFault, language: Language) -> Option<Block> {
    let words = words(language);
    let missing = missing(plan, ticked);
    if fault == MergeFault::TooFew || missing.is_empty() {
        return None;
    }
    let names: Vec<&str> = missing.iter().map(|&at| plan.cohorts[at].name.as_str()).collect();
    let text = (words.also)(&who::listed(&names, language));
    Some(Block::Said(Line { tone: Tone::Plain, text, action: Some(action(TICK_ALSO, words.tick_also)) }))
}

/// The cohorts of the plan with `parts` in place of those at `places`, where the first of them was.
fn replaced(plan: &Plan, places: &[usize], parts: &[Part], name: &dyn Fn(&Part) -> String) -> Vec<Cohort> {
    let stays = |at: &usize| !places.contains(at);
    let mut taken: BTreeSet<String> =
        (0..plan.cohorts.len()).filter(stays).map(|at| plan.cohorts[at].name.clone()).collect();
    let mut unique = |part: &Part| {
        let given = name(part);
        let mut tried = given.clone();
        let mut number = 2_u32;
        while !taken.insert(tried.clone()) {
            tried = format!("{given} ({number})");
            number += 1;
        }
        part.named(tried)
    };
    let mut new: Vec<Cohort> = parts.iter().map(&mut unique).collect();
    let mut after = Vec::with_capacity(plan.cohorts.len() + new.len());
    for (at, cohort) in plan.cohorts.iter().enumerate() {
        if places.first() == Some(&at) {
            after.append(&mut new);
        }
        if stays(&at) {
            after.push(cohort.clone());
        }
    }
    after
}

/// The cohorts to choose from: those that are ticked, and the first with the typed text in their name.
fn offered(cohorts: &Cohorts, ticked: &[usize]) -> Vec<usize> {
    let find = cohorts.typed.text("find").to_lowercase();
    let all = &cohorts.plan.cohorts;
    let is_found = |at: &usize| !ticked.contains(at) && all[*at].name.to_lowercase().contains(&find);
    let found = (0..all.len()).filter(is_found).take(OFFERED);
    ticked.iter().copied().chain(found).collect::<BTreeSet<_>>().into_iter().collect()
}

/// A field to find cohorts by, where there are more than are offered.
fn find_field(cohorts: &Cohorts, words: &CohortsWords, ticked: &[usize]) -> Vec<Block> {
    let all = cohorts.plan.cohorts.len();
    if all <= OFFERED {
        return Vec::new();
    }
    let shown = offered(cohorts, ticked).len();
    vec![Block::Fields(vec![Field {
        name: "find".to_owned(),
        label: words.find.to_owned(),
        help: Some((words.find_help)(shown, all)),
        kind: Kind::Text { text: cohorts.typed.text("find").to_owned(), unit: None, is_number: false },
        fault: (shown == ticked.len()).then(|| words.none_found.to_owned()),
    }])]
}
