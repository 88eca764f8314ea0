//! Who is in a cohort: a short name for it, and in full as the people themselves know it.

use crate::plan::{AgeBand, Plan};
use crate::staging::cohorts::birth_years::{BirthYears, birth_years};
use crate::staging::cohorts::{Part, Standing};
use crate::text::Language;

/// Regions that are named one by one.
const NAMED: usize = 3;
/// An open band is at least so old at its upper end [years].
const OPEN_FROM: u32 = 99;
const ODD: [u8; 5] = [1, 3, 5, 7, 9];
const EVEN: [u8; 5] = [0, 2, 4, 6, 8];

/// What is said of the people of a cohort.
#[derive(Debug)]
pub struct WhoWords {
    pub everyone: &'static str,
    /// Helped in person, first in line.
    pub assisted: &'static str,
    pub priority: &'static str,
    /// First region, how many more.
    pub and_regions: fn(&str, usize) -> String,
    /// From, to [years of age]; no end = and older.
    pub ages: fn(u32, Option<u32>) -> String,
    /// First and last year of birth; none = or before.
    pub born: fn(Option<i32>, i32) -> String,
    /// Last digits, already joined.
    pub year_short: fn(&str) -> String,
    pub day_short: fn(&str) -> String,
    pub year_full: fn(&str) -> String,
    pub day_full: fn(&str) -> String,
    pub odd: &'static str,
    pub even: &'static str,
    pub or: &'static str,
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
    let mut pieces = Vec::new();
    match part.standing {
        Standing::Ordinary => {}
        Standing::Assisted => pieces.push(words.assisted.to_owned()),
        Standing::Priority => pieces.push(words.priority.to_owned()),
    }
    pieces.extend(part.regions.as_ref().map(|regions| regions_of(plan, regions, words, language)));
    pieces.extend(part.ages.as_ref().map(|ages| ages_of(plan, ages, words)));
    pieces.extend(part.birth_year_digits.as_ref().map(|digits| (words.year_short)(&joined(digits, words, false))));
    pieces.extend(part.birth_day_digits.as_ref().map(|digits| (words.day_short)(&joined(digits, words, false))));
    if pieces.is_empty() { words.everyone.to_owned() } else { pieces.join(separator(language)) }
}

/// Who that is, in words that need no table: regions, years of birth, and which digit of which date.
pub fn in_full(plan: &Plan, part: &Part, language: Language) -> String {
    let words = words(language);
    let mut pieces = Vec::new();
    pieces.extend(part.regions.as_ref().map(|regions| regions_of(plan, regions, words, language)));
    if let Some(ages) = &part.ages {
        let spans = birth_years(plan, Some(ages));
        let born = spans.into_iter().map(|BirthYears { first, last }| (words.born)(first, last));
        pieces.push(born.collect::<Vec<_>>().join(", "));
    }
    pieces.extend(part.birth_year_digits.as_ref().map(|digits| (words.year_full)(&joined(digits, words, true))));
    pieces.extend(part.birth_day_digits.as_ref().map(|digits| (words.day_full)(&joined(digits, words, true))));
    if pieces.is_empty() { words.everyone.to_owned() } else { pieces.join(", ") }
}

fn separator(language: Language) -> &'static str {
    match language {
        Language::Korean => " ",
        Language::English => ", ",
    }
}

fn regions_of(plan: &Plan, regions: &[usize], words: &WhoWords, language: Language) -> String {
    let names: Vec<&str> =
        regions.iter().filter_map(|&at| plan.members.regions.get(at)).map(|region| region.name.as_str()).collect();
    match names.as_slice() {
        [first, .., _] if names.len() > NAMED => (words.and_regions)(first, names.len() - 1),
        _ if language == Language::Korean => names.join("·"),
        _ => names.join(", "),
    }
}

/// Bands that follow each other as one.
fn ages_of(plan: &Plan, ages: &[usize], words: &WhoWords) -> String {
    let mut bands: Vec<&AgeBand> = ages.iter().filter_map(|&at| plan.members.ages.get(at)).collect();
    bands.sort_by_key(|band| band.from);
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for band in bands {
        match spans.last_mut() {
            Some(span) if band.from <= span.1.saturating_add(1) => span.1 = span.1.max(band.to),
            _ => spans.push((band.from, band.to)),
        }
    }
    let said = spans.into_iter().map(|(from, to)| (words.ages)(from, (to < OPEN_FROM).then_some(to)));
    said.collect::<Vec<_>>().join(", ")
}

fn joined(digits: &[u8], words: &WhoWords, in_full: bool) -> String {
    let is = |of: [u8; 5]| digits.len() == of.len() && of.iter().all(|digit| digits.contains(digit));
    if is(ODD) {
        return words.odd.to_owned();
    }
    if is(EVEN) {
        return words.even.to_owned();
    }
    let all: Vec<String> = digits.iter().map(u8::to_string).collect();
    match all.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) if in_full => format!("{} {} {last}", others.join(", "), words.or),
        _ => all.join("·"),
    }
}

static KOREAN: WhoWords = WhoWords {
    everyone: "모든 회원",
    assisted: "도움 창구",
    priority: "우선",
    and_regions: |first, more| format!("{first} 외 {more}곳"),
    ages: |from, to| match to {
        Some(to) if to == from => format!("{from}세"),
        Some(to) => format!("{from}–{to}세"),
        None if from == 0 => "모든 나이".to_owned(),
        None => format!("{from}세 이상"),
    },
    born: |first, last| match first {
        Some(first) if first == last => format!("{first}년생"),
        Some(first) => format!("{first}–{last}년생"),
        None => format!("{last}년 또는 그 전에 태어난 사람"),
    },
    year_short: |digits| format!("출생연도 끝자리 {digits}"),
    day_short: |digits| format!("생일(일) 끝자리 {digits}"),
    year_full: |digits| format!("태어난 해의 끝자리가 {digits}"),
    day_full: |digits| format!("생일의 날짜(일) 끝자리가 {digits}"),
    odd: "홀수",
    even: "짝수",
    or: "또는",
};

static ENGLISH: WhoWords = WhoWords {
    everyone: "All members",
    assisted: "Assisted",
    priority: "First in line",
    and_regions: |first, more| format!("{first} and {more} more"),
    ages: |from, to| match to {
        Some(to) if to == from => format!("aged {from}"),
        Some(to) => format!("aged {from}–{to}"),
        None if from == 0 => "all ages".to_owned(),
        None => format!("aged {from} and over"),
    },
    born: |first, last| match first {
        Some(first) if first == last => format!("born in {first}"),
        Some(first) => format!("born {first}–{last}"),
        None => format!("born in {last} or before"),
    },
    year_short: |digits| format!("birth year ending {digits}"),
    day_short: |digits| format!("day of birth ending {digits}"),
    year_full: |digits| format!("the year of birth ends in {digits}"),
    day_full: |digits| format!("the day of the month of birth ends in {digits}"),
    odd: "an odd digit",
    even: "an even digit",
    or: "or",
};
