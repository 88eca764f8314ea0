//! A part of a membership: what a cohort selects, without a name.

use crate::plan::{Cohort, Membership};

/// What a cohort selects; `None` selects all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Indices of regions.
    pub regions: Option<Vec<usize>>,
    /// Indices of age bands.
    pub ages: Option<Vec<usize>>,
    /// Last digits of the year of birth, 0..=9.
    pub birth_year_digits: Option<Vec<u8>>,
    /// Last digits of the day of birth, 0..=9.
    pub birth_day_digits: Option<Vec<u8>>,
    pub standing: Standing,
}

/// Why people have a cohort of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Ordinary,
    /// Helped in person, at a counter or by telephone.
    Assisted,
    /// First in line.
    Priority,
}

/// One of the four things that a cohort selects by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    Regions,
    Ages,
    YearDigits,
    DayDigits,
}

impl Part {
    pub fn of(cohort: &Cohort) -> Self {
        Self {
            regions: cohort.regions.clone(),
            ages: cohort.ages.clone(),
            birth_year_digits: cohort.birth_year_digits.clone(),
            birth_day_digits: cohort.birth_day_digits.clone(),
            standing: Standing::Ordinary,
        }
    }

    pub fn named(&self, name: String) -> Cohort {
        Cohort {
            name,
            regions: self.regions.clone(),
            ages: self.ages.clone(),
            birth_year_digits: self.birth_year_digits.clone(),
            birth_day_digits: self.birth_day_digits.clone(),
        }
    }

    /// What is chosen on an axis, all being spelt out.
    pub fn chosen(&self, axis: Axis, members: &Membership) -> Vec<usize> {
        let of = |some: &Option<Vec<usize>>, count: usize| some.clone().unwrap_or_else(|| (0..count).collect());
        let digits = |some: &Option<Vec<u8>>| match some {
            Some(some) => some.iter().map(|&digit| usize::from(digit)).collect(),
            None => (0..10).collect(),
        };
        match axis {
            Axis::Regions => of(&self.regions, members.regions.len()),
            Axis::Ages => of(&self.ages, members.ages.len()),
            Axis::YearDigits => digits(&self.birth_year_digits),
            Axis::DayDigits => digits(&self.birth_day_digits),
        }
    }

    /// The same with another choice on one axis; all of an axis is written as such.
    pub fn with(&self, axis: Axis, chosen: Vec<usize>, members: &Membership) -> Self {
        let some = |count: usize| (chosen.len() < count).then(|| chosen.clone());
        let digits = || some(10).map(|some| some.into_iter().filter_map(|digit| u8::try_from(digit).ok()).collect());
        let mut part = self.clone();
        match axis {
            Axis::Regions => part.regions = some(members.regions.len()),
            Axis::Ages => part.ages = some(members.ages.len()),
            Axis::YearDigits => part.birth_year_digits = digits(),
            Axis::DayDigits => part.birth_day_digits = digits(),
        }
        part
    }

    /// Whether anybody lives in one of its cells.
    pub fn has_people(&self, members: &Membership) -> bool {
        let ages = self.chosen(Axis::Ages, members);
        let rows = self.chosen(Axis::Regions, members).into_iter().filter_map(|region| members.counts.get(region));
        rows.into_iter().any(|row| ages.iter().any(|&age| row.get(age).is_some_and(|&people| people > 0)))
    }
}
