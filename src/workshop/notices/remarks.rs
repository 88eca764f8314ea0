//! What the public would stumble over, in sentences with figures and what can be done.

use super::said;
use crate::plan::{Holidays, Plan};
use crate::staging::lint::{ELDERLY_FROM, Remark, lint};
use crate::text::workshop::notices::{NoticesWords, RemarkWords};
use crate::text::{Language, format};
use crate::workshop::{Block, Tone};

/// Cohorts, regions or bands that are named.
const NAMED: usize = 3;
/// Names in common that are told one by one.
const SAME_NAMES: usize = 3;

/// A line for each remark, or that there is none.
pub fn blocks(plan: &Plan, holidays: Option<&Holidays>, words: &NoticesWords, language: Language) -> Vec<Block> {
    let mut found = lint(plan, holidays);
    let mut same_names = 0;
    found.retain(|remark| {
        same_names += usize::from(matches!(remark, Remark::SameName { .. }));
        !matches!(remark, Remark::SameName { .. }) || same_names <= SAME_NAMES
    });
    let speaker = Speaker { plan, words: &words.remarks, language };
    let mut blocks: Vec<Block> = found.iter().map(|remark| said(tone(remark), speaker.sentence(remark))).collect();
    if same_names > SAME_NAMES {
        let after = found.iter().rposition(|remark| matches!(remark, Remark::SameName { .. }));
        let more = said(Tone::Caution, (words.remarks.more_names)(same_names - SAME_NAMES));
        blocks.insert(after.map_or(0, |at| at + 1), more);
    }
    if blocks.is_empty() {
        blocks.push(said(Tone::Good, words.nothing));
    }
    blocks
}

/// Bad is what makes a notice wrong, not only unkind.
fn tone(remark: &Remark) -> Tone {
    match remark {
        Remark::NameContradictsRule { .. } | Remark::InTwoCohorts { .. } | Remark::InNoWindow { .. } => Tone::Bad,
        _ => Tone::Caution,
    }
}

struct Speaker<'a> {
    plan: &'a Plan,
    words: &'a RemarkWords,
    language: Language,
}

impl Speaker<'_> {
    fn sentence(&self, remark: &Remark) -> String {
        let words = self.words;
        match remark {
            Remark::YearAndDayDigits { by_year, by_day } => (words.year_and_day)(by_year.len(), by_day.len()),
            Remark::DigitsUnclear { cohorts } => (words.unclear)(cohorts.len(), &self.names(cohorts)),
            Remark::NameContradictsRule { cohorts } => cohorts.first().map_or_else(String::new, |first| {
                let said = (words.digits)(first.said.part, &first.said.digits);
                let selected = (words.digits)(first.part, &first.selected);
                (words.contradicts)(self.name(first.cohort), &said, &selected, cohorts.len() - 1)
            }),
            Remark::SameName { name, cohorts } => (words.same_name)(name, cohorts.len()),
            Remark::InNoCohort { people, by_region, by_age } => {
                (words.in_no_cohort)(*people, &self.regions(by_region), &self.ages(by_age))
            }
            Remark::InTwoCohorts { people, pair: (one, other), shared, .. } => {
                (words.in_two_cohorts)(*people, self.name(*one), self.name(*other), *shared)
            }
            Remark::InNoWindow { cohorts, people } => {
                (words.in_no_window)(cohorts.len(), &self.names(cohorts), *people)
            }
            Remark::EmptyCohort { cohorts } => (words.empty_cohort)(cohorts.len(), &self.names(cohorts)),
            Remark::DigitsWithoutPeople { cohorts, first, digits } => {
                let digits = (words.digits)(None, digits);
                (words.digits_without_people)(self.name(*first), &digits, cohorts.len() - 1)
            }
            Remark::NightWindow { windows, by_region, people } => {
                (words.night)(windows.len(), &self.regions(by_region), *people)
            }
            Remark::OnlyWorkingHours { cohorts, people, others } => {
                (words.working_hours)(cohorts.len(), &self.names(cohorts), *people, *others)
            }
            Remark::UnequalWindows { largest, smallest, starters, ratio } => {
                (words.unequal)(&self.when(*largest), starters.0, &self.when(*smallest), starters.1, *ratio)
            }
            Remark::ElderlyInBusiestWindow { window, people, starters } => {
                (words.elderly)(&self.when(*window), ELDERLY_FROM, *people, *starters)
            }
        }
    }

    fn name(&self, cohort: usize) -> &str {
        self.plan.cohorts.get(cohort).map_or("", |cohort| &cohort.name)
    }

    fn when(&self, window: usize) -> String {
        let window = self.plan.windows.get(window);
        window.map_or_else(String::new, |window| format::interval(self.language, window.opens, window.closes))
    }

    fn names(&self, cohorts: &[usize]) -> String {
        self.listed(cohorts.iter().map(|&cohort| self.name(cohort).to_owned()))
    }

    fn regions(&self, people: &[(usize, u64)]) -> String {
        let name = |region: usize| self.plan.members.regions.get(region).map_or("", |region| &region.name);
        self.listed(people.iter().map(|&(region, people)| (self.words.and)(name(region), people)))
    }

    fn ages(&self, people: &[(usize, u64)]) -> String {
        let name = |age: usize| self.plan.members.ages.get(age).map_or("", |band| &band.name);
        self.listed(people.iter().map(|&(age, people)| (self.words.and)(name(age), people)))
    }

    /// The first few, and how many more.
    fn listed(&self, entries: impl ExactSizeIterator<Item = String>) -> String {
        let more = entries.len().saturating_sub(NAMED);
        let named = entries.take(NAMED).collect::<Vec<_>>().join(", ");
        if more > 0 { format!("{named} {}", (self.words.and_more)(more)) } else { named }
    }
}
