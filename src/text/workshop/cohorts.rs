//! Words of the subject `cohorts`.

mod english;
mod korean;

use crate::staging::cohorts::MergeFault;
use crate::text::Language;

/// Everything that is said while cohorts are made by rule, split or merged.
#[derive(Debug)]
pub struct CohortsWords {
    pub title: &'static str,
    pub task: &'static str,
    /// By rule, split, merge.
    pub tasks: [&'static str; 3],

    pub regions: &'static str,
    /// Each on its own, all together.
    pub regions_by: [&'static str; 2],
    pub ages: &'static str,
    /// Bands of the table, ten years, typed, all together.
    pub ages_by: [&'static str; 4],
    pub groups: &'static str,
    pub groups_help: &'static str,
    pub not_ages: fn(&str) -> String,
    /// A band, and a group that takes only some of it.
    pub cut_band: fn(&str, &str) -> String,
    pub ages_twice: fn(&str) -> String,
    pub digits: &'static str,
    /// Nothing, five days by year, two by year, ten by day, two by day.
    pub digits_by: [&'static str; 5],
    pub digits_help: &'static str,
    pub digits_note: &'static str,

    pub even: &'static str,
    pub even_help: &'static str,
    /// No, neighbouring regions, neighbouring ages.
    pub even_by: [&'static str; 3],
    pub count: &'static str,
    /// Least and greatest.
    pub not_a_number: fn(i64, i64) -> String,
    /// Fewest and most cohorts that the rule can be put together to.
    pub too_few: fn(usize) -> String,
    pub too_many_to_even: fn(usize) -> String,
    /// Largest over mean before and after.
    pub evened: fn(f64, f64) -> String,
    pub not_evener: fn(f64) -> String,

    pub first: &'static str,
    pub first_about: &'static str,
    /// Priority, assisted.
    pub firsts: [&'static str; 2],
    pub first_ages: &'static str,
    pub first_regions: &'static str,
    pub first_each: &'static str,
    pub windows: &'static str,
    /// Leave them without one, deal them over the windows that are there.
    pub windows_by: [&'static str; 2],
    pub windows_help: &'static str,
    pub catch_up: &'static str,

    pub preview: &'static str,
    pub n_cohorts: &'static str,
    pub cohorts: fn(usize) -> String,
    pub spread: &'static str,
    /// Largest and smallest, and the one over the other unless the smaller is nobody.
    pub spread_is: fn(f64, f64, Option<f64>) -> String,
    pub in_no_cohort: &'static str,
    pub in_no_window: &'static str,
    pub people: fn(f64) -> String,
    pub covered_twice: fn(u64) -> String,
    /// How many cohorts, and the names of some.
    pub no_window: fn(usize, &str) -> String,
    pub dealt: fn(usize) -> String,
    pub windows_stay: &'static str,
    pub nothing_changed: &'static str,
    pub no_people: &'static str,
    /// Cohorts of the rule, and the most that a plan may have.
    pub too_many: fn(usize, usize) -> String,
    pub faults_after: fn(usize) -> String,

    pub list: &'static str,
    pub name: &'static str,
    pub who: &'static str,
    pub members: &'static str,
    pub starters: &'static str,
    pub share: &'static str,

    pub find: &'static str,
    /// Shown, of all.
    pub find_help: fn(usize, usize) -> String,
    pub none_found: &'static str,
    pub to_split: &'static str,
    pub split_by: &'static str,
    /// Regions, bands, digits of the year, digits of the day.
    pub axes: [&'static str; 4],
    pub cannot_split: &'static str,
    pub to_merge: &'static str,
    pub merged_name: &'static str,
    pub merged_name_help: &'static str,
    pub cannot_merge: fn(MergeFault) -> &'static str,
    /// Names of cohorts that a rule would take in besides.
    pub also: fn(&str) -> String,
    pub tick_also: &'static str,

    /// What takes up, by task.
    pub take: [&'static str; 3],
    /// Names of the steps that undo takes back, by task.
    pub steps: [&'static str; 3],
}

/// The words in a language.
pub fn words(language: Language) -> &'static CohortsWords {
    match language {
        Language::Korean => &korean::WORDS,
        Language::English => &english::WORDS,
    }
}
