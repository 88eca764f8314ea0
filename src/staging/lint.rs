//! A plan read as the public will read it: codes with figures, for what people would misunderstand or find unfair.

mod hours;
pub mod names;
mod people;
mod words;

use std::collections::BTreeMap;

use crate::plan::cut::{Cut, cut};
use crate::plan::digits::BirthDigits;
use crate::plan::{Cohort, Holidays, Plan};

pub use hours::{ELDERLY_FROM, UNEQUAL_BEYOND, is_within_working_hours, touches_night};
pub use names::{BirthPart, Spoken};

/// One remark; indices are those of the plan, lists of cohorts ascend.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// The rule of some cohorts goes by the year of birth, that of others, or the same, by the day: people mix them up.
    YearAndDayDigits { by_year: Vec<usize>, by_day: Vec<usize> },
    /// Names say digits, and not whether of the year or of the day of birth.
    DigitsUnclear { cohorts: Vec<usize> },
    /// Names say other digits, or the other part of the birth date, than the rules of their cohorts.
    NameContradictsRule { cohorts: Vec<Contradiction> },
    /// Cohorts have the same name.
    SameName { name: String, cohorts: Vec<usize> },
    /// Members are in no cohort.
    InNoCohort {
        /// [people].
        people: u64,
        /// Index and people, the most first; empty where cohorts overlap, since the figures would not add up.
        by_region: Vec<(usize, u64)>,
        /// As `by_region`.
        by_age: Vec<(usize, u64)>,
    },
    /// Members are in two cohorts or more.
    InTwoCohorts {
        /// Each counted once [people].
        people: u64,
        /// The pair that shares the most.
        pair: (usize, usize),
        /// Shared by that pair, rounded up in each cell [people].
        shared: u64,
        /// Cohorts that take in people of an earlier one.
        cohorts: usize,
    },
    /// Cohorts with people are in no ordinary window.
    InNoWindow { cohorts: Vec<usize>, people: u64 },
    /// The rule of cohorts selects nobody.
    EmptyCohort { cohorts: Vec<usize> },
    /// Age bands hold fewer than ten years of birth, so that nobody has some digits of the rule.
    DigitsWithoutPeople { cohorts: Vec<usize>, first: usize, digits: Vec<u8> },
    /// Windows shorter than a day touch the hours from 22:00 to 07:00.
    NightWindow {
        windows: Vec<usize>,
        /// Index of the region and people invited then, the most first.
        by_region: Vec<(usize, u64)>,
        /// [people].
        people: u64,
    },
    /// Cohorts have windows only between 09:00 and 18:00 on working days, others have an evening or a day off.
    OnlyWorkingHours { cohorts: Vec<usize>, people: u64, others: usize },
    /// The largest ordinary window expects more than [`UNEQUAL_BEYOND`] times the starters of the smallest.
    UnequalWindows { largest: usize, smallest: usize, starters: (f64, f64), ratio: f64 },
    /// People from [`ELDERLY_FROM`] on are invited to the busiest window.
    ElderlyInBusiestWindow {
        window: usize,
        /// Of these ages [people].
        people: u64,
        /// Expected of the window [people].
        starters: f64,
    },
}

/// What a name says and what the rule selects; digits ascend, all ten where the rule names none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    pub cohort: usize,
    pub said: Spoken,
    /// By which part of the birth date the rule goes; `None` = none or both.
    pub part: Option<BirthPart>,
    pub selected: Vec<u8>,
}

impl Remark {
    /// The code by which a remark is known.
    pub fn name(&self) -> &'static str {
        match self {
            Self::YearAndDayDigits { .. } => "year-and-day-digits",
            Self::DigitsUnclear { .. } => "digits-unclear",
            Self::NameContradictsRule { .. } => "name-contradicts-rule",
            Self::SameName { .. } => "same-name",
            Self::InNoCohort { .. } => "in-no-cohort",
            Self::InTwoCohorts { .. } => "in-two-cohorts",
            Self::InNoWindow { .. } => "in-no-window",
            Self::EmptyCohort { .. } => "empty-cohort",
            Self::DigitsWithoutPeople { .. } => "digits-without-people",
            Self::NightWindow { .. } => "night-window",
            Self::OnlyWorkingHours { .. } => "only-working-hours",
            Self::UnequalWindows { .. } => "unequal-windows",
            Self::ElderlyInBusiestWindow { .. } => "elderly-in-busiest-window",
        }
    }
}

/// Everything that is to be said of `plan`, in the order of [`Remark`].
///
/// `holidays` are days off; without them only weekends are.
pub fn lint(plan: &Plan, holidays: Option<&Holidays>) -> Vec<Remark> {
    let cut = cut(plan);
    let mut remarks = of_names(plan);
    remarks.extend(people::remarks(plan, &cut));
    remarks.extend(hours::remarks(plan, &cut, holidays));
    remarks
}

/// Indices of the cohorts for which something holds.
fn cohorts_that(plan: &Plan, mut holds: impl FnMut(usize, &Cohort) -> bool) -> Vec<usize> {
    plan.cohorts.iter().enumerate().filter(|&(at, cohort)| holds(at, cohort)).map(|(at, _)| at).collect()
}

/// Members of cohorts [people].
fn people_of(cut: &Cut, cohorts: &[usize]) -> u64 {
    cohorts.iter().filter_map(|&cohort| cut.cohorts.get(cohort)).map(|cohort| cohort.total).sum()
}

fn of_names(plan: &Plan) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let by_year = cohorts_that(plan, |_, cohort| cohort.birth_year_digits.is_some());
    let by_day = cohorts_that(plan, |_, cohort| cohort.birth_day_digits.is_some());
    if !by_year.is_empty() && !by_day.is_empty() {
        remarks.push(Remark::YearAndDayDigits { by_year, by_day });
    }
    let spoken: Vec<Option<Spoken>> = plan.cohorts.iter().map(|cohort| names::spoken(&cohort.name)).collect();
    let unclear = cohorts_that(plan, |at, _| spoken[at].as_ref().is_some_and(|said| said.part.is_none()));
    if !unclear.is_empty() {
        remarks.push(Remark::DigitsUnclear { cohorts: unclear });
    }
    let contradiction = |(at, said): (usize, &Option<Spoken>)| contradiction(at, &plan.cohorts[at], said.as_ref()?);
    let cohorts: Vec<Contradiction> = spoken.iter().enumerate().filter_map(contradiction).collect();
    if !cohorts.is_empty() {
        remarks.push(Remark::NameContradictsRule { cohorts });
    }
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, cohort) in plan.cohorts.iter().enumerate() {
        by_name.entry(cohort.name.trim()).or_default().push(at);
    }
    let same = by_name.into_iter().filter(|(_, cohorts)| cohorts.len() > 1);
    remarks.extend(same.map(|(name, cohorts)| Remark::SameName { name: name.to_owned(), cohorts }));
    remarks
}

/// What the rule selects by, if the name says otherwise.
fn contradiction(at: usize, cohort: &Cohort, said: &Spoken) -> Option<Contradiction> {
    let (years, days) = (cohort.birth_year_digits.as_deref(), cohort.birth_day_digits.as_deref());
    let (part, selected) = match (years, days, said.part) {
        (Some(digits), None, _) => (Some(BirthPart::Year), digits),
        (None, Some(digits), _) => (Some(BirthPart::Day), digits),
        (Some(digits), Some(_), Some(BirthPart::Year)) | (Some(_), Some(digits), Some(BirthPart::Day)) => {
            (None, digits)
        }
        // Both digits under a name that says not which.
        (Some(_), Some(_), None) => return None,
        (None, None, _) => (None, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9][..]),
    };
    let mut selected = selected.to_vec();
    crate::num::order::sort(&mut selected);
    selected.dedup();
    let is_other_part = part.is_some() && said.part.is_some() && said.part != part;
    let is_other_digits = !said.digits.is_empty() && said.digits != selected;
    (is_other_part || is_other_digits).then(|| Contradiction { cohort: at, said: said.clone(), part, selected })
}

/// People told apart by the digits that a cohort names.
fn digits_of(cohort: &Cohort) -> BirthDigits {
    BirthDigits::of(cohort.birth_year_digits.as_deref(), cohort.birth_day_digits.as_deref())
}
