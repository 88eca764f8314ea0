//! The task of making all cohorts by a rule: its fields, the rule, and what comes of it.

use super::{Answer, Cohorts, TAKE, ages, shown};
use crate::plan::limits::COHORTS_MAX;
use crate::plan::{Cohort, Plan};
use crate::staging::balance::{EvenFault, deal, even_out};
use crate::staging::cohorts::{Axis, Digits, First, Part, Rule, Standing, adopt, named, parts, with_catch_up};
use crate::text::Language;
use crate::text::workshop::cohorts::{CohortsWords, words};
use crate::text::workshop::who;
use crate::workshop::panel::{action, said};
use crate::workshop::{Block, Field, Kind, Tone};

const REGIONS: [&str; 2] = ["each", "together"];
const AGES: [&str; 4] = ["together", "bands", "tens", "typed"];
const DIGITS: [(Digits, &str); 5] = [
    (Digits::Nothing, "none"),
    (Digits::YearPairs, "year-pairs"),
    (Digits::YearOddEven, "year-odd-even"),
    (Digits::Days, "days"),
    (Digits::DayOddEven, "day-odd-even"),
];
const FIRSTS: [(Option<Standing>, &str); 3] =
    [(None, "nobody"), (Some(Standing::Assisted), "assisted"), (Some(Standing::Priority), "priority")];
const EVENS: [(Option<Axis>, &str); 3] =
    [(None, "no"), (Some(Axis::Regions), "regions"), (Some(Axis::Ages), "ages")];
const WINDOWS: [&str; 2] = ["deal", "leave"];
/// Bounds of the number of cohorts that is typed.
const COUNT: (i64, i64) = (1, COHORTS_MAX as i64);

/// What comes of the rule.
struct Made {
    plan: Plan,
    /// Cohorts that were dealt over the present windows.
    dealt: usize,
    /// Cohorts in no ordinary window.
    not_invited: Vec<usize>,
}

pub fn answer(cohorts: &Cohorts, language: Language) -> Answer {
    let words = words(language);
    let (mut blocks, even_fault) = (Vec::new(), evened(cohorts, language).err());
    blocks.extend(fields(cohorts, words, even_fault.clone()));
    let mut answer = Answer { blocks, actions: Vec::new(), plan: None };
    let Some(found) = found(cohorts, language) else { return answer };
    if even_fault.is_some() {
        return answer;
    }
    if found.len() > COHORTS_MAX {
        answer.blocks.push(said(Tone::Bad, (words.too_many)(found.len(), COHORTS_MAX)));
        return answer;
    }
    let Ok(list) = evened(cohorts, language) else { return answer };
    let made = made(cohorts, list);
    answer.blocks.push(Block::Heading(words.preview.to_owned()));
    answer.blocks.extend(shown::facts(&made.plan, words));
    if made.dealt > 0 {
        answer.blocks.push(said(Tone::Plain, (words.dealt)(made.dealt)));
    }
    answer.blocks.extend(shown::not_invited(&made.plan, &made.not_invited, words));
    answer.blocks.push(shown::table(&made.plan, words, language));
    if made.plan != cohorts.plan {
        answer.actions.push(action(TAKE, words.take_rule));
        answer.plan = Some(made.plan);
    }
    answer
}

/// The parts of the rule; `None` while a field cannot be used.
fn found(cohorts: &Cohorts, language: Language) -> Option<Vec<Part>> {
    Some(parts(&cohorts.plan.members, &rule(cohorts, language)?))
}

fn rule(cohorts: &Cohorts, language: Language) -> Option<Rule> {
    let (typed, members) = (&cohorts.typed, &cohorts.plan.members);
    let each_band = || (0..members.ages.len()).map(|index| vec![index]).collect();
    let age_groups = match AGES[typed.place_of("ages", &AGES)] {
        "together" => None,
        "tens" => Some(ages::by_ten_years(&members.ages)),
        "typed" => Some(ages::typed(typed.text("typed-ages"), &members.ages, words(language)).ok()?),
        _ => Some(each_band()),
    };
    let first = match FIRSTS[typed.place_of("first", &FIRSTS.map(|(_, name)| name))].0 {
        None => Vec::new(),
        Some(standing) => {
            let ages = typed.indices("first-ages", members.ages.len());
            let regions = typed.indices("first-regions", members.regions.len());
            if ages.is_empty() {
                return None;
            }
            let regions = (!regions.is_empty()).then_some(regions);
            vec![First { standing, regions, ages: Some(ages), each_region: false }]
        }
    };
    Some(Rule {
        each_region: typed.place_of("regions", &REGIONS) == 0,
        age_groups,
        digits: DIGITS[typed.place_of("digits", &DIGITS.map(|(_, name)| name))].0,
        first,
    })
}

/// The cohorts of the rule, put together anew where that is asked for.
///
/// # Errors
/// Why they cannot be evened out, in words; an empty text while another field is in the way.
fn evened(cohorts: &Cohorts, language: Language) -> Result<Vec<Cohort>, String> {
    let words = words(language);
    let parts = found(cohorts, language).ok_or_else(String::new)?;
    let name = |part: &Part| who::name(&cohorts.plan, part, language);
    let Some(axis) = EVENS[cohorts.typed.place_of("even", &EVENS.map(|(_, name)| name))].0 else {
        return Ok(named(&parts, name));
    };
    if parts.len() > COHORTS_MAX {
        return Ok(Vec::new());
    }
    let (first, rest): (Vec<Part>, Vec<Part>) = parts.into_iter().partition(|part| part.standing != Standing::Ordinary);
    let count = cohorts.typed.number("even-count", COUNT).ok_or_else(|| (words.not_a_number)(COUNT.0, COUNT.1))?;
    let count = usize::try_from(count).unwrap_or_default().saturating_sub(first.len());
    let evened = even_out(&cohorts.plan, &named(&rest, name), axis, count).map_err(|fault| match fault {
        EvenFault::TooFew { least } => (words.even_too_few)(least + first.len()),
        EvenFault::TooMany { most } => (words.even_too_many)(most + first.len()),
        EvenFault::Overlapping => words.even_overlapping.to_owned(),
    })?;
    let all: Vec<Part> = first.into_iter().chain(evened).collect();
    Ok(named(&all, name))
}

fn made(cohorts: &Cohorts, list: Vec<Cohort>) -> Made {
    let adopted = adopt(&cohorts.plan, list);
    let mut made = Made { plan: adopted.plan, dealt: 0, not_invited: adopted.not_invited };
    let has_window = made.plan.windows.iter().any(|window| !window.catch_up);
    if cohorts.typed.place_of("windows", &WINDOWS) == 0 && has_window {
        made.plan = deal(&made.plan, &made.not_invited);
        made.dealt = made.not_invited.len();
        made.not_invited.clear();
    }
    if cohorts.typed.is_on("catch-up") {
        made.plan = with_catch_up(&made.plan).unwrap_or(made.plan);
    }
    made
}

fn fields(cohorts: &Cohorts, words: &CohortsWords, even_fault: Option<String>) -> Vec<Block> {
    let (typed, members) = (&cohorts.typed, &cohorts.plan.members);
    let help = |field: Field, help: &str| Field { help: Some(help.to_owned()), ..field };
    let mut cut = vec![
        typed.choice_field("regions", words.regions, &REGIONS, &words.regions_ways),
        typed.choice_field("ages", words.ages, &AGES, &words.ages_ways),
    ];
    if typed.text("ages") == "typed" {
        let kind = Kind::Text { text: typed.text("typed-ages").to_owned(), unit: None, is_number: false };
        cut.push(Field {
            name: "typed-ages".to_owned(),
            label: words.typed_ages.to_owned(),
            help: Some(words.typed_ages_help.to_owned()),
            kind,
            fault: ages::typed(typed.text("typed-ages"), &members.ages, words).err(),
        });
    }
    cut.push(help(
        typed.choice_field("digits", words.digits, &DIGITS.map(|(_, name)| name), &words.digits_ways),
        words.digits_help,
    ));
    let mut first = vec![help(
        typed.choice_field("first", words.first, &FIRSTS.map(|(_, name)| name), &words.firsts),
        words.first_help,
    )];
    if typed.place_of("first", &FIRSTS.map(|(_, name)| name)) > 0 {
        let bands: Vec<&str> = members.ages.iter().map(|band| band.name.as_str()).collect();
        let regions: Vec<&str> = members.regions.iter().map(|region| region.name.as_str()).collect();
        let mut ages = typed.indices_field("first-ages", words.first_ages, &bands);
        if typed.indices("first-ages", bands.len()).is_empty() {
            ages.fault = Some(words.first_nobody.to_owned());
        }
        first.push(ages);
        first.push(help(
            typed.indices_field("first-regions", words.first_regions, &regions),
            words.first_regions_help,
        ));
    }
    let mut even = vec![help(
        typed.choice_field("even", words.even, &EVENS.map(|(_, name)| name), &words.evens),
        words.even_help,
    )];
    if typed.place_of("even", &EVENS.map(|(_, name)| name)) > 0 {
        let mut count = typed.number_field("even-count", words.even_count, None, COUNT, words.not_a_number);
        count.fault = count.fault.or(even_fault.filter(|fault| !fault.is_empty()));
        even.push(count);
    }
    let mut windows = vec![typed.choice_field("windows", words.windows, &WINDOWS, &words.windows_ways)];
    if with_catch_up(&cohorts.plan).is_some() {
        windows.push(typed.switch("catch-up", words.catch_up));
    }
    [cut, first, even, windows].into_iter().map(Block::Fields).collect()
}
