//! Words of the subject `autoplan` in English.

use super::{AnswerWords, AskWords, AutoplanWords, CurveWords, InverseWords, ReasonWords, ReliefWords};

fn days(days: u64) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

pub static WORDS: AutoplanWords = AutoplanWords {
    title: "Plan automatically",
    begin: "Choose a goal and the rules to keep. A timetable is found under the forecast of this plan, with a proof of how much better any other could be.",
    compute: "Find it",
    compute_on: "Search on",
    mend_first: "Mend the fields marked in red, then search.",
    stop: "Stop",
    under_way: "Searching.",
    first_under_way: "Searching for a better one.",
    left: ["about ", " left"],
    is_first: "A first answer. It changes if a better timetable is found.",
    stopped: "Stopped half-way; the first answer was kept. A better timetable may exist.",
    interrupted: "The search stopped half-way. The plan is as it was. Search again.",
    as_it_is: "The plan as it is",
    found: "What was found",
    put: "Use this timetable",
    put_new: "Open as a new plan",
    step: "Plan automatically",
    ask: AskWords {
        goal: "What should be found?",
        goals: [
            "Lowest peak load",
            "Fewest days",
            "Least capacity of each stage",
            "Highest show-up it survives",
            "Days against load against capacity",
        ],
        about: [
            "Openings stay as they are; cohorts are dealt to the windows anew.",
            "The fewest days, from the first, whose windows hold everybody within the target.",
            "With the timetable as it is: how far the capacity of each stage could shrink.",
            "With timetable and capacity as they are: how far the share that comes could grow.",
            "How much lower the peak gets with a day more, and how much with more capacity.",
        ],
        chance: "The target is held",
        chances: ["at the likely values", "with a chance of 90 %", "with a chance of 95 %"],
        chance_help: "All ranges are drawn together; the target is held in at least that share of the draws.",
        chance_needs_ranges: "No assumption has a range, so it is the same as at the likely values.",
        days_most: "Days that may be used",
        days_most_help: "Empty = the days that have windows. Days beyond those get windows like the day that has most.",
        unit_days: "days",
        rules: "Rules to keep",
        together: "Each region in one window",
        ages: "Order of ages within a region",
        orders: ["Any", "Oldest first", "Youngest first"],
        per_window: "Most cohorts in a window",
        per_window_help: "Empty = no limit. Where regions stay together, so many regions.",
        pilot: "Pilot cohort",
        no_pilot: "None",
        pilot_help: "It has the first window to itself.",
        openings: "Windows that may be used",
        openings_help: "Windows that do not fit are left out. Those whose cohorts stay are used all the same.",
        hours_from: "Opens at the earliest",
        hours_to: "Closes at the latest",
        windows_per_day: "Most windows a day",
        gap: "Least time between windows",
        unit_minutes: "min",
        quiet_days: "Days without windows",
        stay: "Windows whose cohorts stay",
        stay_help: "Cohorts of these windows are not moved. Others may still join them.",
        not_a_count: "Write a whole number from 1, or leave it empty.",
        not_days: |most| format!("Write a whole number from 1 to {most}, or leave it empty."),
        not_minutes: "Write a whole number from 0 to 1,440, or leave it empty.",
        not_a_time: "Write a time such as 09:00, or leave it empty.",
        hours_apart: "The latest closing must be later than the earliest opening.",
        hours_both: "Write both times, or leave both empty.",
    },
    answer: AnswerWords {
        peak: "Peak load",
        verdict: "Verdict",
        holds: "Every slot holds",
        does_not_hold: "Some slot misses the target",
        chance: "Chance to hold the target",
        chance_of: |share, low, high| format!("{share} ({low}–{high})"),
        days: "Days used",
        days_of: days,
        moved_cohorts: "Cohorts that move",
        cohorts_of: |moved, all| format!("{moved} of {all}"),
        moved: "Invited at another time",
        moved_of: |moved, all| format!("{moved} of {all} people"),
        lowest: |peak| format!("Peak load {peak}."),
        is_optimal: "It is proved that no timetable is lower.",
        bound: |bound, points| {
            format!("It is proved that no timetable is below {bound}: at most {points} points are left.")
        },
        misses: "Some slot still misses the target.",
        optimal: "Proved: optimal.",
        within: |gap| format!("Proved: within {gap} of the best there is."),
        without_waits: |bound, gap| {
            format!("Among timetables in which nobody waits none is below {bound}; this one is within {gap} of that.")
        },
        no_bound: "No stage has a limit, or windows have show-ups of their own, so it is not proved how much better another timetable could be.",
        fewest: |count, peak| {
            format!("{} {}. The peak load is {peak}.", days(count), if count == 1 { "does" } else { "do" })
        },
        fewest_proved: |load| {
            format!("It is proved that with one day less the load passes {load}, however people are split.")
        },
        one_day: "Fewer than one day there cannot be.",
        fewest_between: |least| {
            format!("What is proved is that fewer than {} cannot do; something between may exist.", days(least))
        },
        too_few_windows: "No timetable within the target was found with all windows that may be used.",
        held: |held, draws, share| format!("The target is held in {held} of {draws} draws over the ranges ({share})."),
        too_seldom: |asked| format!("That is less than the {asked} you asked for."),
        chance_peak: |asked, peak| format!("In {asked} of the draws the load stays at or below {peak}."),
        chance_bound: |bound| format!("It is proved that no timetable brings that below {bound}."),
        nothing_to_plan: "No ordinary window holds a cohort. Make windows and put cohorts in first.",
        no_timetable: "No timetable that keeps all rules was found.",
        locked_nowhere: "A cohort that is to stay or to be the pilot is in no window. Look at the windows and the cohort you chose.",
    },
    relief: ReliefWords {
        heading: "What would do",
        none: "No single rule or number is what stands in the way. Give up two rules or more, or add windows.",
        rule: |rule| format!("Give up the rule “{rule}”."),
        per_window: |needed| format!("Allow {needed} cohorts in a window."),
        days: |needed| format!("Use up to {}.", days(needed)),
        capacity: |stage, times| match stage {
            Some([stage, now, then]) => format!("{times} times the capacity: at {stage} {then} in place of {now}."),
            None => format!("{times} times the capacity of every stage."),
        },
        target: |now, then| format!("Raise the target load from {now} to {then}."),
        peak: |peak| format!("The peak load is {peak} then."),
        touched: |share| format!("It touches {share} of the members."),
        try_it: "Search like that",
        windows_rule: "hours, days and gaps of the windows",
        locked_rule: "Windows whose cohorts stay",
        tried: |change| format!("Searched with this in place of the value of the plan: {change}"),
        back: "Back to the values of the plan",
    },
    inverse: InverseWords {
        capacities: "The least capacity of each stage",
        capacity_lead: |stage| format!("What this timetable needs: {stage}."),
        columns: ["Stage", "Now", "Least", "Of what there is"],
        none: "not found",
        headroom: |load| {
            format!(
                "The least capacity is what keeps the load at or below {load}. Headroom over what was tested comes on top in a contract."
            )
        },
        rate: |second, hour| format!("{second}/s ({hour}/h)"),
        sessions: |count| format!("{count} at once"),
        show_up: |now, most| {
            format!("Every slot keeps the target until the share that comes grows from {now} to {most}.")
        },
        show_up_short: |now, most| {
            format!("With {now} coming some slot misses the target; every slot keeps it only down at {most}.")
        },
        show_up_by_age: |times| {
            format!("Every slot keeps the target until the shares of all ages are {times} times what they are.")
        },
        fails_at: |share| format!("At {share} some slot misses it."),
        never_holds: "The target is missed even if fewer people come. Mend capacity or windows first.",
        with_chance: |share| format!("So it is in {share} of the draws over the ranges."),
        likely: "So it is at the likely values; it changes where other assumptions turn out otherwise.",
        open_capacity: "Open these capacities as a new plan",
    },
    curve: CurveWords {
        title: "A day more, or more capacity",
        note: |stage| match stage {
            Some(stage) => format!("The lowest peak load for so many days; a curve for each capacity of {stage}."),
            None => "The lowest peak load for so many days; a curve for each capacity.".to_owned(),
        },
        capacity: "Capacity 100%",
        target: |load| format!("Target {load}"),
        rate: |rate| format!("{rate}/s"),
        sessions: |count| format!("{count} at once"),
        times: |times| format!("{times}× capacity"),
        now: |name| format!("{name} (now)"),
        knee: "knee",
        said: |days, capacity, load, verdict| format!("{days}, {capacity}: peak load {load}, {verdict}"),
        lead: |count, peak| {
            format!(
                "With the capacity there is, {} {} within the target, with a peak load of {peak}.",
                days(count),
                if count == 1 { "is" } else { "are" }
            )
        },
        lead_none: "With the capacity there is, no number of days is within the target.",
        lead_knee: |count| format!("Each day up to {count} gains much, each one after that little."),
        short: |count, load, capacity| {
            format!("For {} the capacity is short: the peak load would be {load}. {capacity} would do.", days(count))
        },
        short_without: |count, load| {
            format!("For {} the peak load would be {load}, and none of the capacities compared would do.", days(count))
        },
        chosen: "The point you chose",
        with_capacity: |capacity| {
            format!(
                "Using this point changes the capacity too, to {capacity}, and that of all stages by the same factor. One undo takes it back."
            )
        },
        fold: "scale folded",
        wait: "Longest wait",
        not_over: "never over",
        table: "As a table",
        cell: |load, verdict| format!("{load} {verdict}"),
    },
    reasons: ReasonWords {
        heading: "Why the plan is as it is",
        heading_found: "Why it was found so",
        cohort: "Cohort",
        why: "Why is this cohort here?",
        best_moves: "Find the moves that gain most",
        found_moves: "The moves that gain most",
        under_way: "Looking.",
        interrupted: "That stopped half-way. Ask again.",
        is_in: |cohort, window, peak| format!("{cohort} is in {window}; the peak load of the whole plan is {peak}."),
        best_here: |window, points| {
            format!("Moved alone, it would raise the peak wherever it went: least in {window}, by {points} points.")
        },
        same_elsewhere: |window| {
            format!(
                "Moving it alone lowers the peak nowhere; in some windows, such as {window}, it would stay the same."
            )
        },
        better: |window, before, after| format!("In {window} the peak would fall from {before} to {after}."),
        forbidden: |window, peak, rule| {
            format!("In {window} it would be down to {peak}, but that is against the rule “{rule}”.")
        },
        all_forbidden: "Every other window is against a rule: this is the only place it may have.",
        table: "The peak load if this cohort alone moved",
        columns: ["Window", "Peak load", "Change", "Verdict", "Against the rule"],
        here: "here now",
        no_moves: "No move of one cohort and no swap of two lowers the peak load.",
        moved: |cohort, from, to, before, after| {
            format!("Move {cohort} from {from} to {to}: peak load {before} → {after}")
        },
        swapped: |cohort, other, from, to, before, after| {
            format!("Swap {cohort} ({from}) with {other} ({to}): peak load {before} → {after}")
        },
        use_moves: "Use these moves",
        use_moves_new: "Open with these moves",
        per_window_rule: "Most cohorts in a window",
        points: |points| format!("{points} points"),
        none: "–",
    },
};
