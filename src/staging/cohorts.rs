//! Rules that cut a whole membership into cohorts: by region, by age, by the last digit of a birth date.
//!
//! ```text
//! Rule ─parts─▶ Part, Part, … ─named─▶ cohorts ─adopt─▶ the plan with them, windows kept where nobody moves
//! ```
//!
//! Whatever the rule, everybody is in exactly one part. Parts carry no words: a name is given by the caller.

pub mod adopt;
pub mod area;
pub mod birth_years;
pub mod hand;
pub mod part;

pub use adopt::{Adopted, adopt, with_catch_up};
pub use birth_years::BirthYears;
pub use hand::{MergeFault, merge, split};
pub use part::{Axis, Part, Standing};

use std::collections::BTreeSet;

use crate::plan::{Cohort, Membership};

/// How a membership is cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// A part per region, or all regions together.
    pub each_region: bool,
    /// Groups of age bands by index; bands in no group are one more. `None` = all ages together.
    pub age_groups: Option<Vec<Vec<usize>>>,
    pub digits: Digits,
    /// Who is taken out beforehand, in this order.
    pub first: Vec<First>,
}

/// What the last digit of a birth date decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    Nothing,
    /// Five days by the year of birth: 1 and 6, 2 and 7, 3 and 8, 4 and 9, 5 and 0.
    YearPairs,
    /// Two days by the year of birth: odd, even.
    YearOddEven,
    /// Ten days by the day of birth: 1 to 9, and 0.
    Days,
    /// Two days by the day of birth: odd, even.
    DayOddEven,
}

/// People who get cohorts of their own, taken out of the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct First {
    pub standing: Standing,
    /// Indices of regions; `None` = all.
    pub regions: Option<Vec<usize>>,
    /// Indices of age bands; `None` = all.
    pub ages: Option<Vec<usize>>,
    /// A part per region, or all of them together.
    pub each_region: bool,
}

const PAIRS: [&[u8]; 5] = [&[1, 6], &[2, 7], &[3, 8], &[4, 9], &[5, 0]];
const ODD_EVEN: [&[u8]; 2] = [&[1, 3, 5, 7, 9], &[0, 2, 4, 6, 8]];
const SINGLE: [&[u8]; 10] = [&[1], &[2], &[3], &[4], &[5], &[6], &[7], &[8], &[9], &[0]];

/// Regions x age bands, both in order.
type Block = (Vec<usize>, Vec<usize>);

/// The parts of a membership under `rule`: first those taken out beforehand, then the rest by region, age and digit.
///
/// Cells without anybody make no part.
pub fn parts(members: &Membership, rule: &Rule) -> Vec<Part> {
    let whole = ((0..members.regions.len()).collect(), (0..members.ages.len()).collect());
    let mut rest: Vec<Block> = vec![whole];
    let mut parts = Vec::new();
    for first in &rule.first {
        let mut left = Vec::new();
        for block in rest {
            let (taken, others) = taken_out(&block, first);
            parts.extend(by_region(&taken, first.each_region).map(|block| part(members, block, first.standing)));
            left.extend(others);
        }
        rest = left;
    }
    let mut ordinary = Vec::new();
    for block in &rest {
        for (regions, ages) in by_region(block, rule.each_region) {
            for group in age_groups(&ages, rule.age_groups.as_deref()) {
                ordinary.push((regions.clone(), group));
            }
        }
    }
    crate::num::order::sort_by_key(&mut ordinary, |(regions, ages)| (regions.first().copied(), ages.first().copied()));
    let ordinary = ordinary.into_iter().map(|block| part(members, block, Standing::Ordinary));
    parts.extend(ordinary.flat_map(|part| by_digits(&part, rule.digits)));
    parts.retain(|part| part.has_people(members));
    parts
}

/// Cohorts of the parts under the names that `name` gives them; a name given before gets a number behind it.
pub fn named(parts: &[Part], name: impl Fn(&Part) -> String) -> Vec<Cohort> {
    let mut taken = BTreeSet::new();
    let unique = |part: &Part| {
        let given = name(part);
        let mut tried = given.clone();
        let mut number = 2_u32;
        while !taken.insert(tried.clone()) {
            tried = format!("{given} ({number})");
            number += 1;
        }
        part.named(tried)
    };
    parts.iter().map(unique).collect()
}

/// What of a block is taken out, and what is left of it.
fn taken_out((regions, ages): &Block, first: &First) -> (Block, Vec<Block>) {
    let chosen = |all: &[usize], some: &Option<Vec<usize>>, yes: bool| -> Vec<usize> {
        let is_chosen = |index: &usize| some.as_ref().is_none_or(|some| some.contains(index));
        all.iter().copied().filter(|index| is_chosen(index) == yes).collect()
    };
    let (in_regions, in_ages) = (chosen(regions, &first.regions, true), chosen(ages, &first.ages, true));
    if in_regions.is_empty() || in_ages.is_empty() {
        return ((Vec::new(), Vec::new()), vec![(regions.clone(), ages.clone())]);
    }
    let other_regions = (chosen(regions, &first.regions, false), ages.clone());
    let other_ages = (in_regions.clone(), chosen(ages, &first.ages, false));
    let left =
        [other_regions, other_ages].into_iter().filter(|(regions, ages)| !regions.is_empty() && !ages.is_empty());
    ((in_regions, in_ages), left.collect())
}

fn by_region((regions, ages): &Block, each: bool) -> impl Iterator<Item = Block> {
    let ages = ages.clone();
    let regions: Vec<Vec<usize>> = match each {
        true => regions.iter().map(|&region| vec![region]).collect(),
        false => vec![regions.clone()],
    };
    regions.into_iter().map(move |regions| (regions, ages.clone()))
}

/// The groups as far as they are in `ages`, and whatever is in none.
fn age_groups(ages: &[usize], groups: Option<&[Vec<usize>]>) -> Vec<Vec<usize>> {
    let Some(groups) = groups else { return vec![ages.to_vec()] };
    let mut left = ages.to_vec();
    let mut found = Vec::new();
    for group in groups {
        let inside: Vec<usize> = left.iter().copied().filter(|age| group.contains(age)).collect();
        left.retain(|age| !group.contains(age));
        found.push(inside);
    }
    found.push(left);
    found.retain(|group| !group.is_empty());
    found
}

fn part(members: &Membership, (regions, ages): Block, standing: Standing) -> Part {
    let some = |indices: Vec<usize>, count: usize| (indices.len() < count).then_some(indices);
    Part {
        regions: some(regions, members.regions.len()),
        ages: some(ages, members.ages.len()),
        birth_year_digits: None,
        birth_day_digits: None,
        standing,
    }
}

fn by_digits(part: &Part, digits: Digits) -> Vec<Part> {
    let years = |groups: &[&[u8]]| {
        groups.iter().map(|group| Part { birth_year_digits: Some(group.to_vec()), ..part.clone() }).collect()
    };
    let days = |groups: &[&[u8]]| {
        groups.iter().map(|group| Part { birth_day_digits: Some(group.to_vec()), ..part.clone() }).collect()
    };
    match digits {
        Digits::Nothing => vec![part.clone()],
        Digits::YearPairs => years(&PAIRS),
        Digits::YearOddEven => years(&ODD_EVEN),
        Digits::Days => days(&SINGLE),
        Digits::DayOddEven => days(&ODD_EVEN),
    }
}
