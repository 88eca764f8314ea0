//! Who is in a cohort: a short name for it, and in full as the people themselves know it.

use crate::num::order;
use crate::plan::Plan;
use crate::staging::cohorts::birth_years::{BirthYears, birth_years};
use crate::staging::cohorts::{Axis, Part, Standing};
use crate::text::Language;

/// Names of a list that are written out.
const NAMED: usize = 3;
/// Years of birth that are written out in place of a span and its digits.
const YEARS_NAMED: usize = 2;
/// An open band is at least so old at its upper end [years].
const OPEN_FROM: u32 = 99;
const ODD: [u8; 5] = [1, 3, 5, 7, 9];
const EVEN: [u8; 5] = [0, 2, 4, 6, 8];

/// What is said of the people of a cohort.
#[derive(Debug)]
pub struct WhoWords {
    pub everyone: &'static str,
    /// Helped in person, first in line; the beginning of a name.
    pub assisted: &'static str,
    pub priority: &'static str,
    pub all_regions: &'static str,
    /// Further regions, further cohorts.
    pub more_regions: fn(usize) -> String,
    pub more_cohorts: fn(usize) -> String,
    /// From, to [years of age]; no end = and older.
    pub ages: fn(u32, Option<u32>) -> String,
    /// First and last year of birth; none = or before.
    pub born: fn(Option<i32>, i32) -> String,
    pub born_in: fn(&[i32]) -> String,
    pub year_short: fn(&[u8]) -> String,
    pub day_short: fn(&[u8]) -> String,
    pub year_full: fn(&[u8]) -> String,
    pub day_full: fn(&[u8]) -> String,
}

/// The words in a language.
pub fn words(language: Language) -> &'static WhoWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

/// A short name for a part of the membership.
pub fn name(plan: &Plan, part: &Part, language: Language) -> String {
    let words = words(language);
    let standing = match part.standing {
        Standing::Ordinary => None,
        Standing::Assisted => Some(words.assisted.to_owned()),
        Standing::Priority => Some(words.priority.to_owned()),
    };
    let regions = part.regions.is_some().then(|| regions_of(plan, part, words));
    let ages = part.ages.as_deref().map(|ages| ages_of(plan, ages, words));
    let place = [standing, regions, ages].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let years = part.birth_year_digits.as_deref().map(words.year_short);
    let days = part.birth_day_digits.as_deref().map(words.day_short);
    let pieces: Vec<String> =
        [Some(place), years, days].into_iter().flatten().filter(|piece| !piece.is_empty()).collect();
    if pieces.is_empty() { words.everyone.to_owned() } else { pieces.join(" · ") }
}

/// Who that is, in words that need no table: regions, years of birth, and which digit of which date.
pub fn in_full(plan: &Plan, part: &Part, language: Language) -> String {
    let words = words(language);
    let is_whole = part.regions.is_none() && part.ages.is_none();
    if is_whole && part.birth_year_digits.is_none() && part.birth_day_digits.is_none() {
        return words.everyone.to_owned();
    }
    let is_of_all = part.regions.is_none();
    let mut pieces = vec![if is_of_all { words.all_regions.to_owned() } else { regions_of(plan, part, words) }];
    if let Some(years) = few_years(plan, part) {
        pieces.push((words.born_in)(&years));
    } else {
        let spans = part.ages.as_deref().map_or(Vec::new(), |ages| birth_years(plan, Some(ages)));
        pieces.extend(spans.into_iter().map(|BirthYears { first, last }| (words.born)(first, last)));
        pieces.extend(part.birth_year_digits.as_deref().map(words.year_full));
    }
    pieces.extend(part.birth_day_digits.as_deref().map(words.day_full));
    pieces.join(", ")
}

/// The first few of some names of cohorts, and how many more there are.
pub fn listed(names: &[&str], language: Language) -> String {
    listed_with(names, words(language).more_cohorts)
}

fn listed_with(names: &[&str], and_more: fn(usize) -> String) -> String {
    let first = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    if names.len() > NAMED { format!("{first} {}", and_more(names.len() - NAMED)) } else { first }
}

/// The years of birth that a cohort has by its ages and digits, where they are few.
fn few_years(plan: &Plan, part: &Part) -> Option<Vec<i32>> {
    let (ages, digits) = (part.ages.as_deref()?, part.birth_year_digits.as_deref()?);
    let mut found = Vec::new();
    for span in birth_years(plan, Some(ages)) {
        let has_digit = |year: &i32| digits.iter().any(|&digit| i32::from(digit) == year.rem_euclid(10));
        found.extend((span.first?..=span.last).filter(has_digit).take(YEARS_NAMED + 1));
    }
    (1..=YEARS_NAMED).contains(&found.len()).then_some(found)
}

fn regions_of(plan: &Plan, part: &Part, words: &WhoWords) -> String {
    let all = &plan.members.regions;
    let chosen = part.chosen(Axis::Regions, &plan.members);
    let names: Vec<&str> = chosen.iter().filter_map(|&at| all.get(at)).map(|region| region.name.as_str()).collect();
    listed_with(&names, words.more_regions)
}

/// The name of a single band; of several, those that follow each other as one span.
fn ages_of(plan: &Plan, ages: &[usize], words: &WhoWords) -> String {
    let bands = &plan.members.ages;
    if let [one] = ages {
        return bands.get(*one).map(|band| band.name.clone()).unwrap_or_default();
    }
    let mut sorted: Vec<(u32, u32)> =
        ages.iter().filter_map(|&at| bands.get(at)).map(|band| (band.from, band.to)).collect();
    order::sort(&mut sorted);
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for (from, to) in sorted {
        match spans.last_mut() {
            Some(younger) if from <= younger.1.saturating_add(1) => younger.1 = younger.1.max(to),
            _ => spans.push((from, to)),
        }
    }
    let said = spans.into_iter().map(|(from, to)| (words.ages)(from, (to < OPEN_FROM).then_some(to)));
    said.collect::<Vec<_>>().join(", ")
}

/// Digits that are all odd or all even in a word; others with a mark between them, and another before the last.
fn digits_of(digits: &[u8], (odd, even): (&str, &str), (between, last): (&str, &str)) -> String {
    let is = |all: [u8; 5]| digits.len() == all.len() && all.iter().all(|digit| digits.contains(digit));
    if is(ODD) {
        return odd.to_owned();
    }
    if is(EVEN) { even.to_owned() } else { joined(digits, between, last) }
}

fn joined<T: ToString>(items: &[T], between: &str, last: &str) -> String {
    let texts: Vec<String> = items.iter().map(T::to_string).collect();
    match texts.as_slice() {
        [others @ .., end] if !others.is_empty() => format!("{}{last}{end}", others.join(between)),
        _ => texts.concat(),
    }
}

const SHORT: (&str, &str) = ("·", "·");

static KOREAN: WhoWords = WhoWords {
    everyone: "전체 회원",
    assisted: "도움 대상",
    priority: "우선 대상",
    all_regions: "모든 지역",
    more_regions: |count| format!("외 {count}곳"),
    more_cohorts: |count| format!("외 {count}개"),
    ages: |from, to| match to {
        Some(to) if to == from => format!("{from}세"),
        Some(to) => format!("{from}–{to}세"),
        None => format!("{from}세 이상"),
    },
    born: |first, last| match first {
        Some(first) if first == last => format!("{first}년생"),
        Some(first) => format!("{first}–{last}년생"),
        None => format!("{last}년생 또는 그 이전"),
    },
    born_in: |years| format!("{}년생", joined(years, "·", "·")),
    year_short: |digits| format!("출생연도 {}", digits_of(digits, ("홀수", "짝수"), SHORT)),
    day_short: |digits| format!("생일(일) {}", digits_of(digits, ("홀수", "짝수"), SHORT)),
    year_full: |digits| format!("출생연도 끝자리 {}", digits_of(digits, ("홀수", "짝수"), (", ", " 또는 "))),
    day_full: |digits| format!("생일(일) 끝자리 {}", digits_of(digits, ("홀수", "짝수"), (", ", " 또는 "))),
};

static ENGLISH: WhoWords = WhoWords {
    everyone: "Everybody",
    assisted: "Assisted",
    priority: "Priority",
    all_regions: "all regions",
    more_regions: |count| format!("and {count} more"),
    more_cohorts: |count| format!("and {count} more"),
    ages: |from, to| match to {
        Some(to) if to == from => format!("age {from}"),
        Some(to) => format!("{from}–{to}"),
        None => format!("{from}+"),
    },
    born: |first, last| match first {
        Some(first) if first == last => format!("born {first}"),
        Some(first) => format!("born {first} to {last}"),
        None => format!("born {last} or earlier"),
    },
    born_in: |years| format!("born {}", joined(years, ", ", " or ")),
    year_short: |digits| format!("year {}", digits_of(digits, ("odd", "even"), SHORT)),
    day_short: |digits| format!("day {}", digits_of(digits, ("odd", "even"), SHORT)),
    year_full: |digits| {
        format!("year of birth ending in {}", digits_of(digits, ("an odd digit", "an even digit"), (", ", " or ")))
    },
    day_full: |digits| {
        format!("day of birth ending in {}", digits_of(digits, ("an odd digit", "an even digit"), (", ", " or ")))
    },
};
