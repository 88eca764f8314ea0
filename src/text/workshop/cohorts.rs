//! Words of the subject `cohorts`.

mod english;
mod korean;

use crate::text::Language;

/// Everything that is said while cohorts are made by rule, split and merged.
#[derive(Debug)]
pub struct CohortsWords {
    pub title: &'static str,
    pub task: &'static str,
    /// By rule, split, merge.
    pub tasks: [&'static str; 3],

    pub regions: &'static str,
    /// Each by itself, all together.
    pub regions_ways: [&'static str; 2],
    pub ages: &'static str,
    /// All together, as the plan has them, by ten years, as typed.
    pub ages_ways: [&'static str; 4],
    pub typed_ages: &'static str,
    pub typed_ages_help: &'static str,
    /// What was typed there.
    pub not_ages: fn(&str) -> String,
    /// A band, and what was typed that cuts it.
    pub cut_band: fn(&str, &str) -> String,
    pub ages_twice: fn(&str) -> String,
    pub digits: &'static str,
    pub digits_help: &'static str,
    /// None, five days by year, odd and even by year, ten days by day, odd and even by day.
    pub digits_ways: [&'static str; 5],
    pub first: &'static str,
    pub first_help: &'static str,
    /// Nobody, helped in person, first in line.
    pub firsts: [&'static str; 3],
    pub first_ages: &'static str,
    pub first_nobody: &'static str,
    pub first_regions: &'static str,
    pub first_regions_help: &'static str,
    pub even: &'static str,
    pub even_help: &'static str,
    /// Not, by putting neighbouring regions together, by putting neighbouring ages together.
    pub evens: [&'static str; 3],
    pub even_count: &'static str,
    pub even_too_few: fn(usize) -> String,
    pub even_too_many: fn(usize) -> String,
    pub even_overlapping: &'static str,
    pub windows: &'static str,
    /// Deal those without a window evenly over the present ones, leave them.
    pub windows_ways: [&'static str; 2],
    pub catch_up: &'static str,
    pub not_a_number: fn(i64, i64) -> String,

    pub preview: &'static str,
    pub n_cohorts: &'static str,
    pub largest: &'static str,
    pub smallest: &'static str,
    pub times_mean: &'static str,
    pub count: fn(usize) -> String,
    pub people: fn(f64) -> String,
    pub times: fn(&str) -> String,
    pub cohort: &'static str,
    pub who: &'static str,
    pub members: &'static str,
    pub starters: &'static str,
    pub share: &'static str,
    /// Cohorts that are not shown.
    pub more: fn(usize) -> String,
    /// Found, most.
    pub too_many: fn(usize, usize) -> String,
    pub nobody: &'static str,
    /// Cohorts that no window invites, and the people in them.
    pub not_invited: fn(usize, f64) -> String,
    pub dealt: fn(usize) -> String,
    /// Largest over mean, of windows.
    pub uneven: fn(&str, &str) -> String,

    pub which: &'static str,
    pub axis: &'static str,
    /// Regions, ages, years of birth, days of birth.
    pub axes: [&'static str; 4],
    pub not_split: &'static str,
    pub merged: &'static str,
    pub merged_name: &'static str,
    pub merged_name_help: &'static str,
    pub too_few: &'static str,
    pub not_a_rule: &'static str,

    pub take_rule: &'static str,
    pub take_split: fn(usize) -> String,
    pub take_merge: &'static str,
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
