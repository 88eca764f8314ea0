//! Words of the subject `members`.

mod english;
mod korean;

use crate::import::label::Sex;
use crate::import::period::Period;
use crate::import::{BandWidth, ImportFault, Reason, SumOf};
use crate::text::Language;

/// Everything that is said while a table becomes the members of a plan.
#[derive(Debug)]
pub struct MembersWords {
    pub title: &'static str,
    pub begin: &'static str,
    pub paste: &'static str,
    pub paste_help: &'static str,
    pub file: &'static str,
    pub file_hint: &'static str,
    pub starters: &'static str,
    /// Name and description of the starter tables.
    pub starter: [(&'static str, &'static str); 3],
    pub starter_take: &'static str,
    /// Where the numbers of the starter tables are from.
    pub starter_source: &'static str,
    pub pasted: &'static str,
    /// What was brought, and that it stays here.
    pub brought: fn(&str) -> String,

    pub people: &'static str,
    pub regions: &'static str,
    pub ages: &'static str,
    pub left_out: &'static str,
    pub to_check: &'static str,
    pub count_people: fn(u64) -> String,
    pub count: fn(usize) -> String,

    pub understood: &'static str,
    pub details: &'static str,
    pub encoding: &'static str,
    pub delimiter: &'static str,
    pub delimiters: [&'static str; 4],
    pub sheet: &'static str,
    pub header_rows: &'static str,
    pub decimal_mark: &'static str,
    pub point: &'static str,
    pub comma: &'static str,
    pub thousands: &'static str,
    pub single_people: &'static str,
    pub in_thousands: &'static str,
    pub columns: &'static str,
    /// Position from 1, headings.
    pub column: fn(usize, &str) -> String,
    /// Regions, codes, ages, sex, year, another distinction, people, not used.
    pub roles: [&'static str; 8],
    /// A choice that left nothing to read, and why.
    pub taken_back: fn(&str) -> String,
    pub orientation: fn(&[&str], &[&str]) -> String,
    /// Places, ages, sexes, years.
    pub dimensions: [&'static str; 4],
    pub measure: &'static str,
    pub measure_unnamed: &'static str,
    pub period: &'static str,
    pub year_fault: &'static str,
    pub period_name: fn(Option<Period>) -> String,
    pub sex: &'static str,
    pub sex_name: fn(Sex) -> &'static str,
    pub level: &'static str,
    /// By rank of Korean codes or by depth, with the number of regions.
    pub level_name: fn(u8, bool, usize) -> String,
    pub bands: &'static str,
    pub band_width: fn(&BandWidth) -> String,
    pub own_bands: &'static str,
    pub own_bands_help: &'static str,
    pub own_bands_fault: fn(&str) -> String,
    pub from_age: &'static str,
    pub from_age_help: &'static str,
    pub from_age_fault: &'static str,
    pub from_age_cut: fn(u32, &str) -> String,
    pub unit_years: &'static str,
    pub without: &'static str,

    pub result: &'static str,
    pub region: &'static str,
    pub sum: &'static str,
    pub left_out_heading: &'static str,
    pub line: &'static str,
    pub content: &'static str,
    pub why: &'static str,
    pub line_name: fn(Option<usize>, Option<usize>) -> String,
    pub reason: fn(Reason) -> &'static str,
    pub sums: &'static str,
    pub stated: &'static str,
    pub counted: &'static str,
    pub difference: &'static str,
    pub sums_agree: fn(usize) -> String,
    pub no_sums: &'static str,
    /// What it is a total of, stated, counted, and places that differ.
    pub sum_differs: fn(&str, u64, u64, &[String]) -> String,
    pub sum_of: fn(&SumOf) -> String,
    pub fault: fn(&ImportFault) -> String,

    pub scaling: &'static str,
    pub total: &'static str,
    pub total_help: &'static str,
    pub unit_people: &'static str,
    pub not_a_total: &'static str,
    pub shares: &'static str,
    pub shares_help: &'static str,
    pub not_a_share: &'static str,
    /// People by the table, members.
    pub scaled: fn(u64, u64) -> String,
    /// People of ages that no band holds.
    pub outside: fn(u64) -> String,
    pub nobody: &'static str,

    pub cohorts: &'static str,
    pub keep: fn(usize) -> String,
    pub by_region: fn(usize) -> String,
    pub everyone: &'static str,
    pub everyone_name: &'static str,
    pub keep_not: fn(usize) -> String,
    /// So that cohorts can stay.
    pub use_bands_of_plan: &'static str,
    /// Windows that are left, and those that go because they would invite nobody.
    pub windows_after: fn(usize, usize) -> String,
    pub not_invited: &'static str,
    pub show_up_moved: &'static str,
    pub faults_after: fn(usize) -> String,
    pub take: &'static str,
    pub back: &'static str,
    pub step: &'static str,
    /// Source of the members: what was brought, its year, and whether they were scaled.
    pub source: fn(&str, Option<Period>, bool) -> String,
}

/// The words in a language.
pub fn words(language: Language) -> &'static MembersWords {
    match language {
        Language::Korean => &korean::WORDS,
        Language::English => &english::WORDS,
    }
}
