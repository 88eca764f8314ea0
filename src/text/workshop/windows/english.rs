//! The subject `windows` in English.

use super::WindowsWords;
use crate::staging::windows::outside::{After, Before};
use crate::text::format::integer;

pub static WORDS: WindowsWords = WindowsWords {
    title: "Make windows by rule",
    task: "What to do",
    tasks: ["Lay windows by a rule", "Change many windows at one go", "See and edit the holidays"],

    days: "Length of the plan",
    unit_days: "days",
    weekdays: "Days of the week",
    weekday: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    from: "First opening of a day",
    to: "Last closing of a day",
    length: "Length of a window",
    gap: "Break between windows",
    unit_minutes: "min",
    quiet_from: "Quiet hours from",
    quiet_to: "Quiet hours until",
    quiet_help: "No window is open then. They may pass midnight. Leave both empty for none.",
    skip_holidays: "Skip public holidays",
    order: "Order of cohorts",
    orders: ["evened out by expected starters", "as they are listed", "oldest first"],
    per_window: "Cohorts in a window, at most",
    per_window_help: "Empty = all windows that days and hours allow are used.",
    offset: "Each cohort later by",
    offset_help: "Cohorts of a window open one after the other. 0 = all at once.",
    pilot: "The smallest cohort alone in the first window, as a pilot",
    catch_up: "Catch-up windows at the end",
    catch_up_help: "They call back whoever missed theirs.",
    unit_windows: "windows",
    present: "Windows that are there",
    presents: ["make all of them anew", "keep them; only place cohorts without one"],

    not_a_time: "Write a time such as 09:00.",
    not_a_number: |least, greatest| {
        format!("Write a whole number from {} to {}.", integer(least as f64), integer(greatest as f64))
    },
    closes_first: "Write a time after the first opening.",
    quiet_half: "Fill in both ends of the quiet hours, or neither.",

    preview: "What comes of it",
    n_windows: "Windows",
    n_cohorts: "Cohorts with a window",
    days_used: "Days with windows",
    fullest: "Expected starters of the fullest window",
    changed: "Windows that change",
    count: |count| integer(count as f64),
    count_days: |count| integer(count as f64),
    count_of: |some, all| format!("{} of {}", integer(some as f64), integer(all as f64)),
    people: integer,
    no_room: "By this rule no window fits into a day. Look at the days of the week, the hours, the length and the quiet hours.",
    no_cohorts: "There is no cohort to place: all of them are in windows that stay.",
    left_over: |cohorts, days| {
        format!(
            "Cohorts without a window: {}. Days in use that are missing: {}.",
            integer(cohorts as f64),
            integer(days as f64)
        )
    },
    longer: |days| format!("Make the plan {days} days long"),
    left_over_anyway: |cohorts| {
        format!(
            "Cohorts without a window: {}, and the longest plan has no room for them either. Make windows shorter, or let more cohorts share one.",
            integer(cohorts as f64)
        )
    },
    too_many: |windows, most| {
        format!(
            "{} windows are more than the {} that a plan may have. Make them longer, or use fewer days.",
            integer(windows as f64),
            integer(most as f64)
        )
    },
    faults_after: |count| {
        format!(
            "Places that would keep the plan from being computed: {}. Look whether windows leave the days of the plan.",
            integer(count as f64)
        )
    },

    grid: "Expected starters by day and hour",
    grid_note: "A number is the expected starters of the windows that open in that time; “–” is a time in which one is open.",
    day: "Day",
    open_still: "–",
    called_back: "catch-up",
    list: "The windows",
    window: "Window",
    cohorts: "Cohorts",
    starters: "Expected starters",
    before: "Who comes before it",
    after: "Who comes after it",
    before_is: |before, stage| match before {
        Before::FirstToOpen => "finds nothing open yet".to_owned(),
        Before::Free => "starts: nothing stops them".to_owned(),
        Before::TurnedAway { .. } => format!("is turned away at “{stage}”"),
        Before::CatchUp => "starts by an earlier window".to_owned(),
    },
    after_is: |after| match after {
        After::Free => "starts: nothing stops them",
        After::Shut => "cannot start",
    },
    and_more: |count| format!("and {} more", integer(count as f64)),
    outside: "People outside their window",
    gate: |stage, share| match stage {
        None => format!(
            "No stage stops people who come before their window. By this plan {share} of the starters of all windows but the first come with the first opening instead."
        ),
        Some(stage) => format!(
            "Whoever comes before their window is turned away at “{stage}”, and takes capacity up to there. By this plan that is {share} of the starters of all windows but the first."
        ),
    },
    shut: |shut, all| {
        format!(
            "Windows after whose closing nobody can start: {} of {}. With the others people can start later too.",
            integer(shut as f64),
            integer(all as f64)
        )
    },

    which: "Windows to change",
    whiches: ["all", "all but catch-up windows", "catch-up windows"],
    opening_on: |day| format!("those that open on {day}"),
    shift: "Move by",
    shift_help: "Later: 30. Earlier: -30.",
    new_length: "Length",
    new_length_help: "Empty = as it is.",
    closing: "Who comes after the closing",
    closings: ["as it is", "can start", "cannot start"],
    gate_stage: "Stage that turns away who comes early",
    gate_help: "For all windows together.",
    gate_left: "as it is",
    gate_none: "none: nobody is stopped",
    nothing_changed: "Nothing is changed yet. These are the windows of the plan.",

    holidays_about: |from, to| {
        let years = if from == to { from.to_string() } else { format!("{from}–{to}") };
        format!(
            "Holidays of {years}, which this plan touches. Add or take out local days and temporary holidays; an edited table is saved with the plan."
        )
    },
    holiday_lines: "Holidays, a day to a line",
    holiday_lines_help: "The date and then the name, such as 2022-05-05 Children's Day",
    holiday_fault: |line, text, from, to| {
        format!("Line {line}, “{text}”, names no date from {from} to {to}. Write it like 2022-05-05 Children's Day.")
    },
    holiday_source: "Source of the edited table",
    holiday_source_own: "edited by hand",
    holiday_table: |from, to| {
        if from == to { format!("Holidays of {from}") } else { format!("Holidays of {from}–{to}") }
    },
    holiday: "Holiday",
    holiday_date: |year, day| format!("{day} {year}"),
    holidays_unknown: |year| format!("The holidays of {year} are not known: the table does not have that year."),
    take_holidays: "Put this table into the plan",
    built_in: "Back to the table that comes along",

    take_rule: "Use these windows",
    take_change: "Change them",
    steps: ["Windows by rule", "Change of windows", "Holidays"],
};
