//! Members and cohorts of a link.

use super::Walk;
use super::frozen;
use super::values::{ROOM_OF_A_NUMBER, Said};
use crate::num::apportion;
use crate::plan::{AgeBand, Cohort, Membership, Region};

const REGION: u32 = 192;
const AGE: u32 = 208;
const COUNT: u32 = 224;
const COHORT: u32 = 256;

/// What goes before the upper age of a band in its name, and what an open one ends with.
const BAND_NAMES: [&str; 3] = ["-", "–", "+"];
const DIGITS: u8 = 10;

impl Walk {
    pub(super) fn members(&mut self, given: &Membership) -> Membership {
        let blank = Region { name: String::new(), code: None };
        let mut last = (u64::MAX, false);
        let regions = self.list((REGION, 16), &given.regions, &blank, |walk, given, _| walk.region(given, &mut last));
        let blank = AgeBand { name: String::new(), from: 0, to: 0 };
        let ages = self.list((AGE, 7), &given.ages, &blank, |walk, given, made| walk.age(given, made.last()));
        let counts = self.counts(&given.counts, &regions, &ages);
        Membership { regions, ages, counts }
    }

    /// A region: one of the shipped ones, as a rule the one after the last, or name and code.
    fn region(&mut self, given: &Region, last: &mut (u64, bool)) -> Region {
        let is_known = |(code, names): &(&str, [&str; 2])| {
            given.code.as_deref() == Some(*code) && names.contains(&given.name.as_str())
        };
        let found = frozen::REGIONS.iter().position(is_known);
        if !self.flag(REGION + 1, found.is_some()) {
            let name = self.text(Said::Name, &given.name);
            return Region { name, code: self.optional_text(REGION + 2, Said::Address, given.code.as_deref()) };
        }
        let found = self.near(REGION + 3, last.0.wrapping_add(1), found.unwrap_or(0) as u64);
        let known = usize::try_from(found).ok().and_then(|found| frozen::REGIONS.get(found));
        let is_english = known.is_some_and(|(_, names)| names[1] == given.name);
        *last = (found, self.flag(REGION + 4 + u32::from(last.1), is_english));
        let Some((code, names)) = known else {
            self.coder.damage();
            return given.clone();
        };
        Region { name: names[usize::from(last.1)].to_owned(), code: Some((*code).to_owned()) }
    }

    fn age(&mut self, given: &AgeBand, last: Option<&AgeBand>) -> AgeBand {
        let from = self.near_small(AGE + 1, last.map_or(15, |last| u64::from(last.to) + 1), u64::from(given.from));
        let to = self.near_small(AGE + 2, u64::from(from) + 9, u64::from(given.to));
        let rules = BAND_NAMES.map(|rule| if rule == "+" { format!("{from}+") } else { format!("{from}{rule}{to}") });
        let found = rules.iter().position(|name| *name == given.name);
        if !self.flag(AGE + 3, found.is_some()) {
            return AgeBand { name: self.text(Said::Name, &given.name), from, to };
        }
        let found = self.whole(AGE + 4, found.unwrap_or(0) as u64);
        let name = usize::try_from(found).ok().and_then(|found| rules.get(found).cloned());
        if name.is_none() {
            self.coder.damage();
        }
        AgeBand { name: name.unwrap_or_default(), from, to }
    }

    /// Row by row: told from the shipped table in proportion, or from the rows and the row so far.
    fn counts(&mut self, given: &[Vec<u64>], regions: &[Region], ages: &[AgeBand]) -> Vec<Vec<u64>> {
        let shares = is_shipped(regions, ages).then(|| {
            let total = given.iter().flatten().fold(0, |sum: u64, count| sum.wrapping_add(*count));
            let total = self.near(COUNT + 12, 900_000, total);
            apportion::shares(&frozen::RESIDENTS, total)
        });
        let is_close = shares.as_ref().is_some_and(|shares| {
            let apart = given.iter().flatten().zip(shares).map(|(count, share)| count.abs_diff(*share));
            bits(apart) < bits(given.iter().flatten().copied())
        });
        let shares = shares.filter(|_| self.flag(COUNT + 1, is_close));
        let mut sums: Vec<u64> = Vec::new();
        self.list((COUNT + 2, regions.len()), given, &Vec::new(), |walk, given, made| {
            let length = walk.near(COUNT + 3, ages.len() as u64, given.len() as u64);
            let mut row: Vec<u64> = Vec::new();
            for age in 0..length {
                walk.coder.spend(ROOM_OF_A_NUMBER);
                if walk.coder.is_damaged() {
                    break;
                }
                let age = age as usize;
                let count = given.get(age).copied().unwrap_or(0);
                let share = shares.as_ref().and_then(|shares| shares.get(made.len() * ages.len() + age));
                let count = match share {
                    Some(share) => walk.near(COUNT + 4, *share, count),
                    None => walk.count(likely(&row, &sums, age), count),
                };
                row.push(count);
            }
            sums.resize(sums.len().max(row.len()), 0);
            for (sum, count) in sums.iter_mut().zip(&row) {
                *sum = sum.saturating_add(*count);
            }
            row
        })
    }

    /// A count near a likely one: its length is told from that one's, and its highest bits are foreseen from both.
    fn count(&mut self, likely: u64, given: u64) -> u64 {
        let length_of = |value: u64| 64 - value.leading_zeros();
        let (near, length) = (length_of(likely), length_of(given));
        let apart = self.signed(COUNT + 5, i64::from(length) - i64::from(near));
        let Some(length) = u32::try_from(apart.saturating_add(i64::from(near))).ok().filter(|length| *length <= 64)
        else {
            self.coder.damage();
            return 0;
        };
        let highest = if near > 2 { (likely >> (near - 3) & 3) as u32 } else { 0 };
        let context = (COUNT + 6) << 14 | 1 << 12 | ((apart.clamp(-2, 2) + 2) as u32) << 6 | highest << 4;
        self.rest_of(context, length, given)
    }

    pub(super) fn cohorts(&mut self, given: &[Cohort], members: &Membership) -> Vec<Cohort> {
        let cells = members.regions.len().saturating_mul(members.ages.len());
        self.list((COHORT, cells), given, &Cohort::everyone(""), |walk, given, made| {
            walk.cohort(given, made.last(), members)
        })
    }

    /// A cohort: as a rule the next one of a row, with the name that follows from its region and age.
    fn cohort(&mut self, given: &Cohort, last: Option<&Cohort>, members: &Membership) -> Cohort {
        let (regions, ages) = after(last, members);
        let is_next = given.regions == regions && given.ages == ages;
        let (regions, ages) = if self.flag(COHORT + 1, is_next) {
            (regions, ages)
        } else {
            (
                self.optional_indices(COHORT + 2, given.regions.as_deref()),
                self.optional_indices(COHORT + 5, given.ages.as_deref()),
            )
        };
        let birth_year_digits =
            self.birth_digits(COHORT + 8, &given.birth_year_digits, last.map(|last| &last.birth_year_digits));
        let birth_day_digits =
            self.birth_digits(COHORT + 12, &given.birth_day_digits, last.map(|last| &last.birth_day_digits));
        let rule = name(regions.as_deref(), ages.as_deref(), members);
        let is_named = self.flag(COHORT + 16, rule.as_deref() == Some(&given.name));
        let name = match rule.filter(|_| is_named) {
            Some(name) => {
                self.coder.spend(name.len() as u32);
                name
            }
            None if is_named => {
                self.coder.damage();
                String::new()
            }
            None => self.text(Said::Name, &given.name),
        };
        Cohort { name, regions, ages, birth_year_digits, birth_day_digits }
    }

    fn optional_indices(&mut self, place: u32, given: Option<&[usize]>) -> Option<Vec<usize>> {
        self.flag(place, given.is_some()).then(|| self.indices(place + 1, given.unwrap_or_default()))
    }

    /// Digits: those of the last cohort moved on by one, as a rotation has them, or one by one.
    fn birth_digits(&mut self, place: u32, given: &Option<Vec<u8>>, last: Option<&Option<Vec<u8>>>) -> Option<Vec<u8>> {
        let next = last.cloned().flatten();
        let next: Option<Vec<u8>> =
            next.map(|digits| digits.iter().map(|digit| digit.wrapping_add(1) % DIGITS).collect());
        if self.flag(place, *given == next) {
            return next;
        }
        let given: Option<Vec<usize>> =
            given.as_ref().map(|digits| digits.iter().map(|digit| usize::from(*digit)).collect());
        let digits = self.optional_indices(place + 1, given.as_deref())?;
        let small: Option<Vec<u8>> = digits.iter().map(|digit| u8::try_from(*digit).ok()).collect();
        if small.is_none() {
            self.coder.damage();
        }
        small
    }
}

pub(super) fn no_members() -> Membership {
    Membership { regions: Vec::new(), ages: Vec::new(), counts: Vec::new() }
}

/// Whether regions and ages are those of the shipped table, whatever they are called.
fn is_shipped(regions: &[Region], ages: &[AgeBand]) -> bool {
    let known = &frozen::REGIONS[..frozen::OF_TABLE];
    regions.len() == known.len()
        && regions.iter().zip(known).all(|(region, (code, _))| region.code.as_deref() == Some(*code))
        && ages.iter().map(|age| (age.from, age.to)).eq(frozen::BANDS)
}

fn bits(numbers: impl Iterator<Item = u64>) -> u32 {
    numbers.map(|number| 64 - number.leading_zeros()).sum()
}

/// What the rows above and the row so far let one expect.
fn likely(row: &[u64], sums: &[u64], age: usize) -> u64 {
    let sum = |numbers: &[u64]| numbers.iter().fold(0_u128, |sum, number| sum + u128::from(*number));
    let Some(&column) = sums.get(age) else { return row.last().copied().unwrap_or(8_000) };
    let (so_far, above) = (sum(row), sum(&sums[..age]));
    if above == 0 || so_far == 0 {
        return row.last().copied().unwrap_or(column);
    }
    u64::try_from(so_far.saturating_mul(u128::from(column)) / above).unwrap_or(u64::MAX)
}

type Rule = (Option<Vec<usize>>, Option<Vec<usize>>);

/// Regions and ages after those of a cohort, row by row; of the first, the first cell.
fn after(last: Option<&Cohort>, members: &Membership) -> Rule {
    let single = |indices: &Option<Vec<usize>>| match indices.as_deref() {
        Some(&[index]) => Some(index),
        _ => None,
    };
    // Indices have 32 bits wherever a link is read.
    let next = |index: usize| (index as u32).wrapping_add(1) as usize;
    let Some(last) = last else { return (Some(vec![0]), Some(vec![0])) };
    match (single(&last.regions), single(&last.ages)) {
        (Some(region), Some(age)) if next(age) < members.ages.len() => (Some(vec![region]), Some(vec![next(age)])),
        (Some(region), Some(_)) => (Some(vec![next(region)]), Some(vec![0])),
        (Some(region), None) => (Some(vec![next(region)]), last.ages.clone()),
        (None, Some(age)) => (last.regions.clone(), Some(vec![next(age)])),
        (None, None) => (last.regions.clone(), last.ages.clone()),
    }
}

/// The name that a cohort of one region, one age band, or one of each has by itself.
fn name(regions: Option<&[usize]>, ages: Option<&[usize]>, members: &Membership) -> Option<String> {
    let region = |index: usize| members.regions.get(index).map(|region| region.name.as_str());
    let age = |index: usize| members.ages.get(index).map(|age| age.name.as_str());
    match (regions, ages) {
        (Some(&[one]), Some(&[other])) => Some(format!("{} {}", region(one)?, age(other)?)),
        (Some(&[one]), None) => region(one).map(str::to_owned),
        (None, Some(&[one])) => age(one).map(str::to_owned),
        _ => None,
    }
}
