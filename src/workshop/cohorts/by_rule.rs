//! The task of making cohorts by a rule: its fields, the rule, and its parts evened out.

use super::{Answer, Cohorts, Wanted, ages};
use crate::plan::limits::COHORTS_MAX;
use crate::plan::{Membership, Plan};
use crate::staging::balance::{Balance, EvenFault, even_out, expected_starters};
use crate::staging::cohorts::{Axis, Digits, First, Part, Rule, Standing, adopt, named, parts, with_catch_up};
use crate::text::Language;
use crate::text::workshop::cohorts::{CohortsWords, words};
use crate::text::workshop::who;
use crate::workshop::panel::said;
use crate::workshop::typed::Typed;
use crate::workshop::{Block, Field, Kind, Tone};

const REGIONS_BY: [&str; 2] = ["each", "together"];
const AGES_BY: [&str; 4] = ["bands", "tens", "typed", "together"];
const DIGITS_BY: [(Digits, &str); 5] = [
    (Digits::Nothing, "none"),
    (Digits::YearPairs, "year-pairs"),
    (Digits::YearOddEven, "year-odd-even"),
    (Digits::Days, "days"),
    (Digits::DayOddEven, "day-odd-even"),
];
const EVEN_BY: [(Option<Axis>, &str); 3] = [(None, "no"), (Some(Axis::Regions), "regions"), (Some(Axis::Ages), "ages")];
const FIRSTS: [(Standing, &str); 2] = [(Standing::Priority, "priority"), (Standing::Assisted, "assisted")];
const WINDOWS: [&str; 2] = ["leave", "deal"];
/// What is less would not show in the figures that are said.
const EVENER: f64 = 0.01;
const COUNT: (i64, i64) = (1, COHORTS_MAX as i64);

/// What the rule gives: its parts, and the remark on how even they are.
struct Ruled {
    parts: Vec<Part>,
    said: Option<Block>,
    /// Parts before they are evened out.
    count: usize,
    count_fault: Option<String>,
}

pub fn answer(cohorts: &Cohorts, language: Language) -> Answer {
    let (plan, typed, words) = (&cohorts.plan, &cohorts.typed, words(language));
    let groups = groups(plan, typed, words);
    let ruled = groups.as_ref().ok().map(|groups| ruled(plan, typed, groups.clone(), words));
    let mut blocks = fields(plan, typed, words, &groups, ruled.as_ref());
    let Some(ruled) = ruled.filter(|ruled| ruled.count_fault.is_none()) else { return Answer { blocks, made: None } };
    blocks.extend(ruled.said);
    if ruled.parts.is_empty() {
        blocks.push(said(Tone::Bad, words.no_people));
    }
    if ruled.parts.len() > COHORTS_MAX {
        blocks.push(said(Tone::Bad, (words.too_many)(ruled.parts.len(), COHORTS_MAX)));
    }
    if !(1..=COHORTS_MAX).contains(&ruled.parts.len()) {
        return Answer { blocks, made: None };
    }
    let cohorts = named(&ruled.parts, |part| who::name(plan, part, language));
    let wanted = Wanted { deals: typed.place_of("windows", &WINDOWS) == 1, catch_up: typed.is_on("catch-up") };
    let shown = (0..cohorts.len()).collect();
    Answer { blocks, made: Some(super::made(plan, cohorts, shown, wanted)) }
}

fn digits(typed: &Typed) -> Digits {
    DIGITS_BY[typed.place_of("digits", &DIGITS_BY.map(|(_, name)| name))].0
}

fn axis(typed: &Typed) -> Option<Axis> {
    EVEN_BY[typed.place_of("even", &EVEN_BY.map(|(_, name)| name))].0
}

/// Age groups of the rule, or what is wrong with those that were typed.
fn groups(plan: &Plan, typed: &Typed, words: &CohortsWords) -> Result<Option<Vec<Vec<usize>>>, String> {
    let bands = &plan.members.ages;
    match typed.text("ages") {
        "together" => Ok(None),
        "tens" => Ok(Some(ages::by_ten_years(bands))),
        "typed" => ages::typed(typed.text("groups"), bands, words).map(Some),
        _ => Ok(Some((0..bands.len()).map(|band| vec![band]).collect())),
    }
}

fn ruled(plan: &Plan, typed: &Typed, age_groups: Option<Vec<Vec<usize>>>, words: &CohortsWords) -> Ruled {
    let rule = Rule {
        each_region: typed.text("regions") != "together",
        age_groups,
        digits: digits(typed),
        first: FIRSTS.iter().filter_map(|(standing, name)| first(&plan.members, typed, *standing, name)).collect(),
    };
    let mut parts = parts(&plan.members, &rule);
    parts.retain(|part| super::can_be_anybody(plan, part));
    let count = parts.len();
    let mut ruled = Ruled { parts, said: None, count, count_fault: None };
    if let Some(axis) = axis(typed).filter(|_| (1..=COHORTS_MAX).contains(&count)) {
        even(plan, typed, axis, &mut ruled, words);
    }
    ruled
}

fn first(members: &Membership, typed: &Typed, standing: Standing, name: &str) -> Option<First> {
    let chosen = |what: &str, count: usize| {
        let all = typed.indices(&format!("{name}-{what}"), count);
        (!all.is_empty()).then_some(all)
    };
    let regions = chosen("regions", members.regions.len());
    let ages = chosen("ages", members.ages.len());
    let is_any = regions.is_some() || ages.is_some();
    is_any.then(|| First { standing, regions, ages, each_region: typed.is_on(&format!("{name}-each")) })
}

/// Puts the ordinary parts together anew, so that there are as many cohorts as asked for.
fn even(plan: &Plan, typed: &Typed, axis: Axis, ruled: &mut Ruled, words: &CohortsWords) {
    let Some(count) = count(typed, ruled.count) else {
        ruled.count_fault = Some((words.not_a_number)(COUNT.0, COUNT.1));
        return;
    };
    let is_ordinary = |part: &Part| part.standing == Standing::Ordinary;
    let (ordinary, apart): (Vec<Part>, Vec<Part>) = ruled.parts.iter().cloned().partition(is_ordinary);
    let cohorts: Vec<_> = ordinary.iter().map(|part| part.named(String::new())).collect();
    match even_out(plan, &cohorts, axis, count.saturating_sub(apart.len())) {
        Err(EvenFault::TooFew { least }) => ruled.count_fault = Some((words.too_few)(least + apart.len())),
        Err(EvenFault::TooMany { most }) => ruled.count_fault = Some((words.too_many_to_even)(most + apart.len())),
        // Parts of a rule never overlap; were they to, they would stay as they are.
        Err(EvenFault::Overlapping) => {}
        Ok(mut evened) => {
            evened.retain(|part| super::can_be_anybody(plan, part));
            let (before, after) = (over_mean(plan, &ordinary), over_mean(plan, &evened));
            let is_evener = after <= before - EVENER;
            let text = if is_evener { (words.evened)(before, after) } else { (words.not_evener)(after) };
            ruled.said = Some(said(if is_evener { Tone::Good } else { Tone::Plain }, text));
            ruled.parts = apart.into_iter().chain(evened).collect();
        }
    }
}

fn over_mean(plan: &Plan, parts: &[Part]) -> f64 {
    let adopted = adopt(plan, parts.iter().map(|part| part.named(String::new())).collect());
    Balance::of(&expected_starters(&adopted.plan)).map_or(1.0, Balance::largest_over_mean)
}

/// The number of cohorts that is asked for; that of the rule where nothing was typed.
fn count(typed: &Typed, of_rule: usize) -> Option<usize> {
    match typed.get("count") {
        None => Some(of_rule),
        Some(_) => typed.number("count", COUNT).and_then(|count| usize::try_from(count).ok()),
    }
}

fn fields(
    plan: &Plan,
    typed: &Typed,
    words: &CohortsWords,
    groups: &Result<Option<Vec<Vec<usize>>>, String>,
    ruled: Option<&Ruled>,
) -> Vec<Block> {
    let help = |field: Field, help: &str| Field { help: Some(help.to_owned()), ..field };
    let mut cut_by = vec![
        typed.choice_field("regions", words.regions, &REGIONS_BY, &words.regions_by),
        typed.choice_field("ages", words.ages, &AGES_BY, &words.ages_by),
    ];
    if typed.text("ages") == "typed" {
        cut_by.push(Field {
            name: "groups".to_owned(),
            label: words.groups.to_owned(),
            help: Some(words.groups_help.to_owned()),
            kind: Kind::Text { text: typed.text("groups").to_owned(), unit: None, is_number: false },
            fault: groups.as_ref().err().cloned(),
        });
    }
    let by = typed.choice_field("digits", words.digits, &DIGITS_BY.map(|(_, name)| name), &words.digits_by);
    cut_by.push(help(by, words.digits_help));
    let even = typed.choice_field("even", words.even, &EVEN_BY.map(|(_, name)| name), &words.even_by);
    let mut evening = vec![help(even, words.even_help)];
    if let Some(ruled) = ruled.filter(|_| axis(typed).is_some()) {
        let text = typed.get("count").map_or_else(|| ruled.count.to_string(), str::to_owned);
        evening.push(Field {
            name: "count".to_owned(),
            label: words.count.to_owned(),
            help: None,
            kind: Kind::Text { text, unit: None, is_number: true },
            fault: ruled.count_fault.clone(),
        });
    }
    let mut blocks = vec![Block::Fields(cut_by)];
    if digits(typed) != Digits::Nothing {
        blocks.push(said(Tone::Plain, words.digits_note));
    }
    blocks.push(Block::Fields(evening));
    blocks.push(Block::More { summary: words.first.to_owned(), blocks: first_fields(plan, typed, words) });
    let mut windows = Vec::new();
    if plan.windows.iter().any(|window| !window.catch_up) {
        windows
            .push(help(typed.choice_field("windows", words.windows, &WINDOWS, &words.windows_by), words.windows_help));
    }
    if with_catch_up(plan).is_some() {
        windows.push(typed.switch("catch-up", words.catch_up));
    }
    blocks.push(Block::Fields(windows));
    blocks
}

fn first_fields(plan: &Plan, typed: &Typed, words: &CohortsWords) -> Vec<Block> {
    let members = &plan.members;
    let mut blocks = vec![said(Tone::Plain, words.first_about)];
    for ((_, name), heading) in FIRSTS.iter().zip(words.firsts) {
        let ages: Vec<&str> = members.ages.iter().map(|band| band.name.as_str()).collect();
        let regions: Vec<&str> = members.regions.iter().map(|region| region.name.as_str()).collect();
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.push(Block::Fields(vec![typed.indices_field(&format!("{name}-ages"), words.first_ages, &ages)]));
        blocks.push(Block::Fields(vec![typed.indices_field(
            &format!("{name}-regions"),
            words.first_regions,
            &regions,
        )]));
        blocks.push(Block::Fields(vec![typed.switch(&format!("{name}-each"), words.first_each)]));
    }
    blocks
}
