//! Words of the subject `autoplan`.

mod english;
mod korean;

use crate::text::Language;

/// What is said where a plan plans itself.
#[derive(Debug)]
pub struct AutoplanWords {
    pub title: &'static str,
    pub begin: &'static str,
    pub compute: &'static str,
    pub compute_on: &'static str,
    pub mend_first: &'static str,
    pub stop: &'static str,
    /// While there is nothing yet, and while there is a first answer.
    pub under_way: &'static str,
    pub first_under_way: &'static str,
    /// Before and after the time that is left.
    pub left: [&'static str; 2],
    pub is_first: &'static str,
    pub stopped: &'static str,
    pub interrupted: &'static str,
    pub as_it_is: &'static str,
    pub found: &'static str,
    pub put: &'static str,
    pub put_new: &'static str,
    pub step: &'static str,
    pub ask: AskWords,
    pub answer: AnswerWords,
    pub relief: ReliefWords,
    pub inverse: InverseWords,
    pub curve: CurveWords,
    pub reasons: ReasonWords,
}

/// Goals and rules.
#[derive(Debug)]
pub struct AskWords {
    pub goal: &'static str,
    /// In the order of the goals.
    pub goals: [&'static str; 5],
    /// What each of them keeps and changes.
    pub about: [&'static str; 5],
    pub chance: &'static str,
    /// At the likely values, with 90 and with 95 per cent.
    pub chances: [&'static str; 3],
    pub chance_help: &'static str,
    pub chance_needs_ranges: &'static str,
    pub days_most: &'static str,
    pub days_most_help: &'static str,
    pub unit_days: &'static str,
    pub rules: &'static str,
    pub together: &'static str,
    pub ages: &'static str,
    /// Any order, the oldest first, the youngest first.
    pub orders: [&'static str; 3],
    pub per_window: &'static str,
    pub per_window_help: &'static str,
    pub pilot: &'static str,
    pub no_pilot: &'static str,
    pub pilot_help: &'static str,
    pub openings: &'static str,
    pub openings_help: &'static str,
    pub hours_from: &'static str,
    pub hours_to: &'static str,
    pub windows_per_day: &'static str,
    pub gap: &'static str,
    pub unit_minutes: &'static str,
    pub quiet_days: &'static str,
    pub stay: &'static str,
    pub stay_help: &'static str,
    pub not_a_count: &'static str,
    pub not_days: fn(u32) -> String,
    pub not_minutes: &'static str,
    pub not_a_time: &'static str,
    pub hours_apart: &'static str,
    pub hours_both: &'static str,
}

/// A timetable that was found, before and after.
#[derive(Debug)]
pub struct AnswerWords {
    pub peak: &'static str,
    pub verdict: &'static str,
    pub holds: &'static str,
    pub does_not_hold: &'static str,
    pub chance: &'static str,
    /// The share of draws that hold, and its interval.
    pub chance_of: fn(&str, &str, &str) -> String,
    pub days: &'static str,
    pub days_of: fn(u64) -> String,
    pub moved_cohorts: &'static str,
    pub cohorts_of: fn(&str, &str) -> String,
    pub moved: &'static str,
    /// People who are invited at another time, of all.
    pub moved_of: fn(&str, &str) -> String,
    /// The peak load, and the lead of what is proved.
    pub lowest: fn(&str) -> String,
    pub is_optimal: &'static str,
    /// The bound and the points that are left.
    pub bound: fn(&str, &str) -> String,
    pub misses: &'static str,
    pub optimal: &'static str,
    /// Within so much of the best.
    pub within: fn(&str) -> String,
    /// The same among timetables in which nobody waits: the bound, and within how much.
    pub without_waits: fn(&str, &str) -> String,
    pub no_bound: &'static str,
    /// So many days do, with this peak load.
    pub fewest: fn(u64, &str) -> String,
    /// With a day less no timetable keeps this load.
    pub fewest_proved: fn(&str) -> String,
    pub one_day: &'static str,
    /// It is proved that at least so many are needed.
    pub fewest_between: fn(u64) -> String,
    pub too_few_windows: &'static str,
    /// Draws that hold, of all, and their share.
    pub held: fn(&str, &str, &str) -> String,
    /// The share that was asked is not reached.
    pub too_seldom: fn(&str) -> String,
    /// In that share of the draws the load stays at or below this.
    pub chance_peak: fn(&str, &str) -> String,
    /// No timetable is below this.
    pub chance_bound: fn(&str) -> String,
    pub nothing_to_plan: &'static str,
    pub no_timetable: &'static str,
    pub locked_nowhere: &'static str,
}

/// What would have to change.
#[derive(Debug)]
pub struct ReliefWords {
    pub heading: &'static str,
    pub none: &'static str,
    /// The name of a rule.
    pub rule: fn(&str) -> String,
    pub per_window: fn(u64) -> String,
    pub days: fn(u64) -> String,
    /// The stage or `None`, its capacity now and then, and the factor.
    pub capacity: fn(Option<[&str; 3]>, &str) -> String,
    /// The target load now and then.
    pub target: fn(&str, &str) -> String,
    /// The peak load then.
    pub peak: fn(&str) -> String,
    /// Share of the members who are touched.
    pub touched: fn(&str) -> String,
    pub try_it: &'static str,
    /// The share of the openings that are given up as a rule, and the rule that is named.
    pub windows_rule: &'static str,
    pub locked_rule: &'static str,
    /// What is tried in place of the plan's own capacity or target.
    pub tried: fn(&str) -> String,
    pub back: &'static str,
}

/// Least capacity and highest show-up.
#[derive(Debug)]
pub struct InverseWords {
    pub capacities: &'static str,
    pub capacity_lead: fn(&str) -> String,
    /// Stage, now, least, change.
    pub columns: [&'static str; 4],
    pub none: &'static str,
    pub headroom: fn(&str) -> String,
    /// People per second and per hour.
    pub rate: fn(&str, &str) -> String,
    pub sessions: fn(&str) -> String,
    /// The show-up now and the highest.
    pub show_up: fn(&str, &str) -> String,
    /// The same where it does not hold now.
    pub show_up_short: fn(&str, &str) -> String,
    pub show_up_by_age: fn(&str) -> String,
    /// The share at which it no longer does.
    pub fails_at: fn(&str) -> String,
    pub never_holds: &'static str,
    /// The share of draws in which it is so.
    pub with_chance: fn(&str) -> String,
    pub likely: &'static str,
    pub open_capacity: &'static str,
}

/// Days against peak against capacity.
#[derive(Debug)]
pub struct CurveWords {
    pub title: &'static str,
    /// The stage whose capacity it is.
    pub note: fn(Option<&str>) -> String,
    pub capacity: &'static str,
    pub target: fn(&str) -> String,
    /// The limits of the stage at so much capacity.
    pub rate: fn(&str) -> String,
    pub sessions: fn(&str) -> String,
    pub times: fn(&str) -> String,
    pub now: fn(&str) -> String,
    pub knee: &'static str,
    /// Days, capacity, load, verdict.
    pub said: fn(&str, &str, &str, &str) -> String,
    /// So many days do at the capacity there is, with this peak.
    pub lead: fn(u64, &str) -> String,
    pub lead_none: &'static str,
    /// Each day up to here gains most.
    pub lead_knee: fn(u64) -> String,
    /// With fewer days: their number, the load at the capacity there is, the capacity that would do.
    pub short: fn(u64, &str, &str) -> String,
    pub short_without: fn(u64, &str) -> String,
    pub chosen: &'static str,
    /// The capacity that comes with the point.
    pub with_capacity: fn(&str) -> String,
    /// Said where the scale is folded.
    pub fold: &'static str,
    pub wait: &'static str,
    pub not_over: &'static str,
    pub table: &'static str,
    pub cell: fn(&str, &str) -> String,
}

/// Why a cohort is where it is, and what gains most.
#[derive(Debug)]
pub struct ReasonWords {
    pub heading: &'static str,
    pub heading_found: &'static str,
    pub cohort: &'static str,
    pub why: &'static str,
    pub best_moves: &'static str,
    pub found_moves: &'static str,
    pub under_way: &'static str,
    pub interrupted: &'static str,
    /// Where the cohort is, and the peak load.
    pub is_in: fn(&str, &str, &str) -> String,
    /// No other window is lower; the next best and how many points it adds.
    pub best_here: fn(&str, &str) -> String,
    pub same_elsewhere: fn(&str) -> String,
    pub better: fn(&str, &str, &str) -> String,
    /// Lower, but a rule forbids it.
    pub forbidden: fn(&str, &str, &str) -> String,
    pub all_forbidden: &'static str,
    pub table: &'static str,
    /// Window, peak, change, verdict, rule.
    pub columns: [&'static str; 5],
    pub here: &'static str,
    pub no_moves: &'static str,
    /// Cohort, from, to, peak before and after.
    pub moved: fn(&str, &str, &str, &str, &str) -> String,
    /// With the cohort that goes the other way.
    pub swapped: fn(&str, &str, &str, &str, &str, &str) -> String,
    pub use_moves: &'static str,
    pub use_moves_new: &'static str,
    /// Names of rules, by their words of the programme interface.
    pub per_window_rule: &'static str,
    pub points: fn(&str) -> String,
    pub none: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static AutoplanWords {
    match language {
        Language::Korean => &korean::WORDS,
        Language::English => &english::WORDS,
    }
}
