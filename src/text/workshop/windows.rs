//! Words of the subject `windows`.

mod english;
mod korean;

use crate::staging::windows::outside::{After, Before};
use crate::text::Language;

/// Everything that is said while windows are laid by rule, changed at one go, or held against the calendar.
#[derive(Debug)]
pub struct WindowsWords {
    pub title: &'static str,
    pub task: &'static str,
    /// Lay by rule, change many, holidays.
    pub tasks: [&'static str; 3],

    pub days: &'static str,
    pub unit_days: &'static str,
    pub weekdays: &'static str,
    /// Monday first.
    pub weekday: [&'static str; 7],
    pub from: &'static str,
    pub to: &'static str,
    pub length: &'static str,
    pub gap: &'static str,
    pub unit_minutes: &'static str,
    pub quiet_from: &'static str,
    pub quiet_to: &'static str,
    pub quiet_help: &'static str,
    pub skip_holidays: &'static str,
    pub order: &'static str,
    /// Evened out, as listed, oldest first.
    pub orders: [&'static str; 3],
    pub per_window: &'static str,
    pub per_window_help: &'static str,
    pub offset: &'static str,
    pub offset_help: &'static str,
    pub pilot: &'static str,
    pub catch_up: &'static str,
    pub catch_up_help: &'static str,
    pub unit_windows: &'static str,
    pub present: &'static str,
    /// Replace what is there, keep it.
    pub presents: [&'static str; 2],

    pub not_a_time: &'static str,
    /// Least and greatest.
    pub not_a_number: fn(i64, i64) -> String,
    pub closes_first: &'static str,
    pub quiet_half: &'static str,

    pub preview: &'static str,
    pub n_windows: &'static str,
    pub n_cohorts: &'static str,
    pub days_used: &'static str,
    pub fullest: &'static str,
    pub changed: &'static str,
    pub count: fn(usize) -> String,
    pub count_days: fn(usize) -> String,
    /// Invited, of all.
    pub count_of: fn(usize, usize) -> String,
    pub people: fn(f64) -> String,
    pub no_room: &'static str,
    pub no_cohorts: &'static str,
    /// Cohorts without a window, days that are missing.
    pub left_over: fn(usize, usize) -> String,
    pub longer: fn(u32) -> String,
    /// Cohorts without a window however long the plan is.
    pub left_over_anyway: fn(usize) -> String,
    pub too_many: fn(usize, usize) -> String,
    pub faults_after: fn(usize) -> String,

    pub grid: &'static str,
    pub grid_note: &'static str,
    pub day: &'static str,
    pub open_still: &'static str,
    pub called_back: &'static str,
    pub list: &'static str,
    pub window: &'static str,
    pub cohorts: &'static str,
    pub starters: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub before_is: fn(Before, &str) -> String,
    pub after_is: fn(After) -> &'static str,
    pub and_more: fn(usize) -> String,
    pub outside: &'static str,
    /// Name of the stage that turns away, or none; share of starters who come out of turn.
    pub gate: fn(Option<&str>, &str) -> String,
    /// Windows that shut, of all.
    pub shut: fn(usize, usize) -> String,

    pub which: &'static str,
    /// All, ordinary, catch-up.
    pub whiches: [&'static str; 3],
    pub opening_on: fn(&str) -> String,
    pub shift: &'static str,
    pub shift_help: &'static str,
    pub new_length: &'static str,
    pub new_length_help: &'static str,
    pub closing: &'static str,
    /// Left as it is, whoever comes later starts, nobody starts any more.
    pub closings: [&'static str; 3],
    pub gate_stage: &'static str,
    pub gate_help: &'static str,
    pub gate_left: &'static str,
    pub gate_none: &'static str,
    pub nothing_changed: &'static str,

    /// First and last year of the plan.
    pub holidays_about: fn(u32, u32) -> String,
    pub holiday_lines: &'static str,
    pub holiday_lines_help: &'static str,
    /// Line (from 1), what it says, years that it may be of.
    pub holiday_fault: fn(usize, &str, u32, u32) -> String,
    pub holiday_source: &'static str,
    pub holiday_source_own: &'static str,
    pub holiday_table: fn(u32, u32) -> String,
    pub holiday: &'static str,
    /// Year, and the day within it.
    pub holiday_date: fn(i32, &str) -> String,
    pub holidays_unknown: fn(u32) -> String,
    pub take_holidays: &'static str,
    pub built_in: &'static str,

    pub take_rule: &'static str,
    pub take_change: &'static str,
    /// Names of the steps that undo takes back, by task.
    pub steps: [&'static str; 3],
}

/// The words in a language.
pub fn words(language: Language) -> &'static WindowsWords {
    match language {
        Language::Korean => &korean::WORDS,
        Language::English => &english::WORDS,
    }
}
