//! Words of the report, the same for every format.

mod english;
mod korean;

use crate::clock::CivilTime;
use crate::text::Language;

/// Everything that a report says beside names and figures.
#[derive(Debug)]
pub struct ReportWords {
    pub kind: &'static str,
    /// What a file of it is called, behind the title of the plan.
    pub file: &'static str,
    pub print: &'static str,
    pub close: &'static str,
    pub print_note: &'static str,
    pub copy_table: &'static str,
    pub copy_picture: &'static str,
    pub copied: &'static str,
    /// The browser did not let it be copied.
    pub copy_refused: &'static str,
    pub untitled: &'static str,
    /// Members, slots, days, first opening.
    pub about: fn(f64, usize, u32, Option<CivilTime>) -> String,
    pub fingerprint: &'static str,
    pub model: &'static str,
    pub author: &'static str,
    pub dated: &'static str,
    pub status: &'static str,
    pub draft: &'static str,
    pub approved: &'static str,
    /// Fingerprint of the version that was approved.
    pub since_approved: fn(&str) -> String,
    pub nobody: &'static str,
    pub approval: &'static str,
    pub roles: [&'static str; 3],
    pub approval_lines: [&'static str; 3],
    /// Title, fingerprint, model.
    pub foot: fn(&str, &str, u32) -> String,
    /// Before the number of the page, between both numbers, behind.
    pub page: [&'static str; 3],
    /// Number and caption.
    pub table: fn(usize, &str) -> String,
    pub picture: fn(usize, &str) -> String,

    pub outcome: &'static str,
    /// Peak load, people waiting at most, longest wait (`None` = never over), who gives up of the baseline, as they are
    /// read.
    pub baseline: fn(&str, &str, Option<&str>, &str) -> String,
    pub at_likely: &'static str,
    /// Slots where chance alone moves the queue.
    pub near: fn(usize) -> String,
    pub without_luck: &'static str,

    pub slots: &'static str,
    pub slots_caption: &'static str,
    pub slot: &'static str,
    pub time: &'static str,
    pub who: &'static str,
    pub members: &'static str,
    pub starters: &'static str,
    pub peak_load: &'static str,
    pub band: &'static str,
    pub queue: &'static str,
    /// At this percentile.
    pub wait: fn(&str) -> String,
    pub lost: &'static str,
    pub chance: &'static str,
    pub verdict: &'static str,
    pub baseline_column: &'static str,
    pub everybody_missed: &'static str,
    /// Names, and how many more.
    pub and_more: fn(&str, usize) -> String,

    pub timetable: &'static str,
    pub timetable_note: &'static str,
    pub timetable_caption: &'static str,
    pub cohort: &'static str,
    pub opens: &'static str,
    pub closes: &'static str,
    pub catch_up: &'static str,
    pub not_invited: &'static str,
    pub no_cohorts: &'static str,
    /// People in no cohort.
    pub in_no_cohort: fn(f64) -> String,

    pub journey: &'static str,
    pub journey_note: &'static str,
    pub stages_caption: &'static str,
    pub stage: &'static str,
    pub capacity: &'static str,
    /// Capacity by its two limits: rate and sessions, as they are read.
    pub capacity_of: fn(Option<&str>, Option<&str>) -> String,
    pub service: &'static str,
    pub attempts: &'static str,
    pub stage_queue: &'static str,
    pub stage_wait: &'static str,
    pub stage_lost: &'static str,
    pub waiting_room: &'static str,
    pub changes_caption: &'static str,
    pub change_at: &'static str,
    pub change: &'static str,
    /// Factor.
    pub times: fn(f64) -> String,
    pub unlimited: &'static str,
    pub turns_away: &'static str,
    pub turns_nobody_away: &'static str,
    pub rate: &'static str,
    pub sessions: &'static str,

    pub assumptions: &'static str,
    pub assumptions_note: &'static str,
    pub values: &'static str,
    pub assumptions_caption: &'static str,
    pub number: &'static str,
    pub name: &'static str,
    pub value: &'static str,
    pub range: &'static str,
    pub kind_of_source: &'static str,
    pub source: &'static str,
    pub sources: &'static str,
    /// Numbers of sources.
    pub source_numbers: fn(&str) -> String,
    pub all_members: &'static str,
    pub mean: fn(&str) -> String,
    pub rows: fn(usize) -> String,
    pub target: &'static str,
    /// Percentile, wait [s], load.
    pub target_is: fn(f64, f64, f64) -> String,
    pub verdict_rule: &'static str,
    /// Draws.
    pub ranges_note: fn(usize) -> String,

    pub limits: &'static str,
    pub limits_note: &'static str,

    pub reference: &'static str,
    pub reference_text: &'static str,
    /// Said where the address stands there as a picture too.
    pub reference_code: &'static str,
    pub reference_without_link: &'static str,
    /// Fingerprint, model, seed.
    pub same_figures: fn(&str, u32, u64) -> String,
    pub link_alternative: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static ReportWords {
    match language {
        Language::Korean => &korean::TEXT,
        Language::English => &english::TEXT,
    }
}
