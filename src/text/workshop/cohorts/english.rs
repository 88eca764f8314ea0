//! The subject `cohorts` in English.

use super::CohortsWords;
use crate::staging::cohorts::MergeFault;
use crate::text::format::{decimal, integer};

pub static WORDS: CohortsWords = CohortsWords {
    title: "Make cohorts",
    task: "What to do",
    tasks: ["Make cohorts by a rule", "Split one cohort", "Merge several cohorts"],

    regions: "Regions",
    regions_by: ["each on its own", "all together"],
    ages: "Ages",
    ages_by: ["the bands of the members", "groups of ten years", "groups of your own", "all together"],
    groups: "Age groups",
    groups_help: "Ages in years, such as 15-29, 30-59, 60+. Ages in none of them are one more group.",
    not_ages: |text| {
        if text.is_empty() {
            "Write at least one group, such as 15-29.".to_owned()
        } else {
            format!("“{text}” is no group of ages. Write it like 15-29 or 60+.")
        }
    },
    cut_band: |band, group| {
        format!(
            "“{group}” takes only a part of the band “{band}”, and members are counted by whole bands. End the group where a band ends."
        )
    },
    ages_twice: |band| format!("The band “{band}” is in two groups. Let groups begin after the one before."),
    digits: "Digit of the birth date",
    digits_by: [
        "not used",
        "5 days by year of birth",
        "odd and even years",
        "10 days by day of birth",
        "odd and even days",
    ],
    digits_help: "By the last digit. 5 days are 1·6, 2·7, 3·8, 4·9 and 5·0.",
    digits_note: "Members are counted by age band. Within a band every year of birth counts the same, and days of birth follow the calendar; the numbers below are split accordingly.",

    even: "Even them out",
    even_help: "By expected starters. Priority and assisted groups stay as they are.",
    even_by: ["no", "join neighbouring regions", "join neighbouring ages"],
    count: "Number of cohorts",
    not_a_number: |least, greatest| {
        format!("Write a whole number from {} to {}.", integer(least as f64), integer(greatest as f64))
    },
    too_few: |least| {
        format!("This rule gives at least {}. Write that or more, or put more together above.", integer(least as f64))
    },
    too_many_to_even: |most| {
        format!("Whole regions and bands give at most {}. Write that or fewer.", integer(most as f64))
    },
    evened: |before, after| {
        format!(
            "The largest cohort has {} times the mean of expected starters; without evening out it would be {} times.",
            decimal(after, 2),
            decimal(before, 2)
        )
    },
    not_evener: |now| {
        format!(
            "It cannot be made more even this way: the largest cohort has {} times the mean of expected starters. Try fewer cohorts, or join the other way.",
            decimal(now, 2)
        )
    },

    first: "Priority and assisted groups",
    first_about: "They are taken out first and get cohorts of their own. Ages and regions ticked hold together; where only one is ticked, the other is not asked for.",
    firsts: ["Priority: first in line", "Assisted: helped in person"],
    first_ages: "Of these ages",
    first_regions: "In these regions",
    first_each: "A cohort for each region",
    windows: "Cohorts without a window",
    windows_by: ["leave them without one", "spread over those present"],
    windows_help: "A cohort whose people have different windows now, or none, has no window of its own. To spread it moves these people.",
    catch_up: "Add a catch-up window, on the day after the last closing",

    preview: "What comes of it",
    n_cohorts: "Cohorts",
    cohorts: |count| integer(count as f64),
    spread: "Largest and smallest, by expected starters",
    spread_is: |largest, smallest, times| match times {
        Some(times) => format!("{} and {}, {} to 1", integer(largest), integer(smallest), decimal(times, 1)),
        None => format!("{} and {}", integer(largest), integer(smallest)),
    },
    in_no_cohort: "Members in no cohort",
    in_no_window: "Cohorts without a window",
    people: integer,
    covered_twice: |people| {
        format!(
            "{} members are in more than one cohort. Make cohorts anew by a rule, or mend them one by one.",
            integer(people as f64)
        )
    },
    no_window: |count, names| {
        format!(
            "Cohorts without a window: {} ({names}). Nobody is moved to another time, so they get none by themselves. Next, lay windows under “Make by rule…”.",
            integer(count as f64)
        )
    },
    dealt: |count| {
        format!(
            "Cohorts that are spread over the present windows, by expected starters: {}. Their people may get another time than now; all others keep theirs.",
            integer(count as f64)
        )
    },
    windows_stay: "Every cohort keeps its window: nobody is invited at another time than now.",
    nothing_changed: "These are the cohorts of the plan as it is.",
    no_people: "There are no members yet. Bring a table of members first.",
    too_many: |count, most| {
        format!(
            "This gives {} cohorts, more than the {} that a plan may have. Put regions or ages together, or use fewer digits.",
            integer(count as f64),
            integer(most as f64)
        )
    },
    faults_after: |count| {
        format!("Places that would keep the plan from being computed: {}. Choose another rule.", integer(count as f64))
    },

    list: "The cohorts",
    name: "Cohort",
    who: "Who it is",
    members: "Members",
    starters: "Expected starters",
    share: "Share",

    find: "Find cohorts by name",
    find_help: |shown, all| {
        format!("Shown: {} of {}. Write a part of the name to see others.", integer(shown as f64), integer(all as f64))
    },
    none_found: "No cohort has this in its name. Write less of the name.",
    to_split: "Cohort to split",
    split_by: "Split by",
    axes: ["region", "age band", "last digit of the year of birth", "last digit of the day of birth"],
    cannot_split: "This cohort is one region, one age band and one digit: there is nothing to split. Choose another.",
    to_merge: "Cohorts to merge",
    merged_name: "Name of the merged cohort",
    merged_name_help: "Empty = named after its rule.",
    cannot_merge: |fault| match fault {
        MergeFault::TooFew => "Tick two cohorts or more.",
        MergeFault::NotARule => {
            "These cannot be one cohort: no single rule of regions, ages and digits names exactly these people. Merge cohorts that differ in one thing only."
        }
    },
    also: |names| format!("The closest rule would also take in: {names}."),
    tick_also: "Tick those too",

    take: ["Use these cohorts", "Split it", "Merge them"],
    steps: ["Cohorts by rule", "Split of a cohort", "Merging of cohorts"],
};
