//! The subject `cohorts` in English.

use super::CohortsWords;
use crate::text::format::integer;

pub static WORDS: CohortsWords = CohortsWords {
    title: "Make cohorts by rule",
    task: "What to do",
    tasks: ["Make cohorts by rule", "Split one cohort", "Merge several cohorts"],

    regions: "Regions",
    regions_ways: ["each by itself", "all together"],
    ages: "Ages",
    ages_ways: ["all together", "each age band of the plan", "by ten years", "as typed"],
    typed_ages: "Age groups",
    typed_ages_help: "Such as 0-39, 40-64, 65-. Bands that are in none of them form one more group.",
    not_ages: |typed| format!("No ages could be read from “{typed}”. Write them as 0-39, 40-64, 65-."),
    cut_band: |band, typed| {
        format!("“{typed}” cuts through the age band “{band}”. Use ages at which the bands of the plan begin and end.")
    },
    ages_twice: |band| format!("The age band “{band}” is in two groups. Name it in one of them."),
    digits: "Last digit of the date of birth",
    digits_help: "Year and day of birth make different cohorts. The notices say which one is meant.",
    digits_ways: [
        "not used",
        "five days by year of birth: 1·6, 2·7, 3·8, 4·9, 5·0",
        "two days by year of birth: odd, even",
        "ten days by day of birth: 1 to 9, and 0",
        "two days by day of birth: odd, even",
    ],
    first: "Taken out beforehand",
    first_help: "People who are helped in person or come first get a cohort of their own; the rule divides the others.",
    firsts: ["nobody", "people helped at a counter or by telephone", "people who come first"],
    first_ages: "Their age bands",
    first_nobody: "Choose one age band at least.",
    first_regions: "Their regions",
    first_regions_help: "All regions where none is chosen.",
    even: "Even out",
    even_help: "Neighbours are put together so that expected starters, not heads, are as even as can be.",
    evens: ["no", "put neighbouring regions together", "put neighbouring ages together"],
    even_count: "Cohorts after that",
    even_too_few: |least| format!("Under this rule there are at least {} cohorts.", integer(least as f64)),
    even_too_many: |most| format!("Under this rule there are at most {} cohorts.", integer(most as f64)),
    even_overlapping: "Some people are in two cohorts, so they cannot be evened out.",
    windows: "Cohorts without a window",
    windows_ways: ["deal them evenly over the present windows", "leave them without"],
    catch_up: "Add a catch-up window on the day after the last",
    not_a_number: |least, greatest| {
        format!("Write a whole number from {} to {}.", integer(least as f64), integer(greatest as f64))
    },

    preview: "What comes of it",
    n_cohorts: "Cohorts",
    largest: "Expected starters, largest cohort",
    smallest: "Expected starters, smallest cohort",
    times_mean: "Largest ÷ mean",
    count: |count| integer(count as f64),
    people: integer,
    times: |times| format!("{times}×"),
    cohort: "Cohort",
    who: "Who that is",
    members: "Members",
    starters: "Expected starters",
    share: "Share",
    more: |count| format!("{} more cohorts", integer(count as f64)),
    too_many: |found, most| {
        format!(
            "That would be {} cohorts; {} is the most. Put regions or ages together, or do without digits.",
            integer(found as f64),
            integer(most as f64)
        )
    },
    nobody: "There are no members. Bring them in first.",
    not_invited: |cohorts, people| {
        format!(
            "Cohorts without a window: {}, with {} people. Once this is taken, give them windows under “Make windows by rule”.",
            integer(cohorts as f64),
            integer(people)
        )
    },
    dealt: |cohorts| {
        format!(
            "Cohorts dealt over the present windows, evened out by expected starters: {}. The others keep their times.",
            integer(cohorts as f64)
        )
    },
    uneven: |largest, mean| {
        format!(
            "The largest cohort has {largest} expected starters, more than twice the mean of {mean}. It can be evened out."
        )
    },

    which: "Cohort to split",
    axis: "Split by",
    axes: ["region", "age band", "last digit of the year of birth", "last digit of the day of birth"],
    not_split: "It cannot be split any further that way. Choose another.",
    merged: "Cohorts to merge",
    merged_name: "Name of the merged cohort",
    merged_name_help: "Named after its rule where this is empty.",
    too_few: "Choose two cohorts at least.",
    not_a_rule: "These cohorts do not make one rule. Choose cohorts that differ in region, age or digit alone.",

    take_rule: "Use these cohorts",
    take_split: |count| format!("Split into {}", integer(count as f64)),
    take_merge: "Merge into one",
    steps: ["Cohorts by rule", "Splitting a cohort", "Merging cohorts"],
};
