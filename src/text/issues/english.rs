//! The issues of a plan in English.

use super::Issues;
use crate::plan::issue::{Entry, Limited};

pub const ENGLISH: Issues = Issues {
    not_finite: ("The value is not a number, or is infinite.", "Write a number."),
    share_outside_range: (
        |share| format!("The share is {share}. It must lie between 0% and 100%."),
        "Write a share between 0% and 100%.",
    ),
    number_outside_bounds: (
        |value, least, greatest| format!("The value is {value}. Only {least} to {greatest} can be computed."),
        "Write a value in between.",
    ),
    number_outside_bounds_or_zero: (
        |value, least, greatest| format!("The value is {value}. Only 0, or {least} to {greatest}, can be computed."),
        "Write 0 or a value in between.",
    ),
    limit_exceeded: |what, count, most| format!("There are {count} {}. Up to {most} can be computed.", limited(what)),
    limit_remedy: "Leave some out, or split the plan in two.",
    time_outside_horizon: (
        |time, starts, ends| format!("{time} is outside the plan ({starts} to {ends})."),
        "Choose a time within the plan, or add days.",
    ),
    not_in_order: (
        |time, previous| format!("The entry of {time} is not later than the one before it, {previous}."),
        "List the entries from the earliest on, each time once.",
    ),
    no_such_entry: (
        |what, number, count| format!("It points at {} {number}, but there are only {count}.", entry(what)),
        "Choose one that exists, or remove this entry.",
    ),
    listed_twice: (|what| format!("{what} is listed twice."), "Keep one of them."),
    not_a_digit: (|value| format!("{value} is no last digit."), "Write one digit from 0 to 9."),
    age_band_reversed: (
        |from, to| format!("The age band runs backwards, from {from} to {to}."),
        "Write the lower age first.",
    ),
    wrong_length: (
        |what, given, expected| {
            format!("There must be {expected} entries, one per {}, but there are {given}.", entry(what))
        },
        "Add what is missing, or remove what is left over.",
    ),
    no_members: ("There is not a single member.", "Write the counts, or import a table."),
    cohorts_overlap: (
        |cohort, earlier, people| {
            format!("{people} people of cohort {cohort} are in cohort {earlier} too and would be invited twice.")
        },
        "Change regions, age bands or digits so that each person is in one cohort only.",
    ),
    closes_before_opening: (
        |opens, closes| format!("It closes on {closes} but opens on {opens}."),
        "Let it close later than it opens.",
    ),
    window_outside_horizon: (
        |starts, ends| format!("The slot reaches outside the plan ({starts} to {ends})."),
        "Move the slot into the plan, or add days.",
    ),
    cohort_in_two_windows: (
        |cohort, window| format!("Cohort {cohort} is in {window} too."),
        "Take it out of one slot. To invite again whoever missed, make this a catch-up slot.",
    ),
    no_ordinary_window: (
        "There is no slot other than catch-up slots.",
        "Add a slot, or clear the catch-up mark of one.",
    ),
    opening_share_above_show_up: (
        |opening, lowest| {
            format!("{opening} come right at opening, more than the {lowest} of some members who come at all.")
        },
        "Lower the share at opening, or raise the share that comes at all.",
    ),
    tail_weights: (
        |sum| format!("The weights sum to {sum}. They must sum to 100%."),
        "Change the weights to sum to 100%.",
    ),
    hour_weights_zero: (
        "The activity of all 24 hours is 0, so nobody would come.",
        "Write a value above 0 for some hour, or remove the activity by hour.",
    ),
    no_stages: ("There is no stage.", "Add at least one stage."),
    never_open: (
        "It admits nobody during the whole plan.",
        "Write a capacity above 0, or add a capacity change at the time it opens.",
    ),
    range_reversed: (|low, high| format!("The low end {low} is above the high end {high}."), "Swap the two ends."),
    range_points_nowhere: (
        |field| format!("There is no number at {field} that a range could lie around."),
        "Point it at a field that holds a number, or remove the range.",
    ),
    people_in_no_cohort: (
        |people| format!("{people} people are in no cohort and are not invited."),
        "Add a cohort for them, or widen a rule. The forecast runs either way.",
    ),
    cohort_without_people: (
        "Nobody is in this cohort.",
        "Change its rule, or remove the cohort. The forecast runs either way.",
    ),
    cohort_not_invited: (
        |cohort, people| format!("{people} people of cohort {cohort} are not invited yet."),
        "Put the cohort into a slot. Until then the forecast takes it that they do not come.",
    ),
    age_bands_overlap: (
        |earlier| format!("Its ages overlap with those of age band {earlier}."),
        "Check the table: the same people may be counted in both.",
    ),
    window_without_cohorts: (
        "The slot invites nobody.",
        "Put a cohort into it, or remove the slot. The forecast runs either way.",
    ),
    never_acts: (
        |time, ends| format!("{time} is not before the end of the plan, {ends}, so nothing happens then."),
        "Choose a time within the plan, or remove the entry.",
    ),
    range_misses_value: (
        |value, low, high| format!("The likely value {value} is outside its range, {low} to {high}."),
        "Widen the range around the value, or change the value.",
    ),
    note_points_nowhere: (
        |field| format!("The plan has no field {field}."),
        "Correct the name of the field, or remove the entry. The forecast runs either way.",
    ),
    offset_change: (
        |time| format!("The clocks of this time zone change on {time}. The forecast takes every day as 24 hours."),
        "Check the slots of that day against the local clock.",
    ),
    unknown_time_zone: (
        |zone| format!("{zone} is no known time zone."),
        "Write it like \"Asia/Seoul\". The forecast runs either way.",
    ),
    still_waiting: (
        |people| format!("{people} people have not finished when the plan ends."),
        "Add days to see the last of them through.",
    ),
    quoted: |name| format!("\"{name}\""),
    digit: |digit| format!("Last digit {digit}"),
};

fn limited(what: Limited) -> &'static str {
    match what {
        Limited::Days => "days",
        Limited::Regions => "regions",
        Limited::Ages => "age bands",
        Limited::Cells => "cells in the table of members",
        Limited::People => "members",
        Limited::Cohorts => "cohorts",
        Limited::Windows => "slots",
        Limited::Tails => "parts of those who come later",
        Limited::Stages => "stages",
        Limited::DatedEntries => "entries with a time",
        Limited::Ranges => "ranges",
    }
}

fn entry(what: Entry) -> &'static str {
    match what {
        Entry::Region => "region",
        Entry::Age => "age band",
        Entry::Cohort => "cohort",
        Entry::Stage => "stage",
        Entry::Digit => "digit",
        Entry::Range => "range",
    }
}
