//! The report in English.

use super::ReportWords;
use crate::text::Language::English;
use crate::text::format::{self, duration, integer, moment, percent};

pub(super) static TEXT: ReportWords = ReportWords {
    kind: "Load forecast",
    file: "report",
    print: "Print or save as PDF",
    close: "Close",
    print_note: "A4 upright; leave margins and headers as they are.",
    copy_table: "Copy table",
    copy_picture: "Copy picture",
    copied: "Copied. Paste it into 한글, Word, Excel or a mail.",
    copy_refused: "The browser did not allow copying. Click the report and try again, or save the picture or table as a file.",
    untitled: "Untitled plan",
    about: |members, slots, days, opens| {
        let begin = opens
            .map_or_else(String::new, |opens| format!(" · opens {}, {}", moment(English, opens), opens.date().year()));
        let slots = if slots == 1 { "1 slot".to_owned() } else { format!("{slots} slots") };
        let days = if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
        format!("{} members · {slots} in {days}{begin}", integer(members))
    },
    fingerprint: "Fingerprint",
    model: "Model",
    author: "Author",
    dated: "Date",
    status: "Status",
    draft: "Draft",
    approved: "Approved",
    since_approved: |fingerprint| format!("Draft, after approved {fingerprint}"),
    nobody: "not given",
    approval: "Approval",
    roles: ["Prepared", "Reviewed", "Approved"],
    approval_lines: ["Name", "Date", "Signature"],
    foot: |title, fingerprint, model| format!("{title} · fingerprint {fingerprint} · model {model}"),
    page: ["", " / ", ""],
    table: |number, caption| format!("Table {number}. {caption}"),
    picture: |number, caption| format!("Figure {number}. {caption}"),

    outcome: "Forecast",
    baseline: |load, queue, wait, lost| {
        let wait = wait
            .map_or_else(|| "for some the wait is never over".to_owned(), |wait| format!("the longest wait is {wait}"));
        format!(
            "With everyone invited at once the peak load is {load} of the capacity, up to {queue} queue, {wait}, and {lost} give up."
        )
    },
    at_likely: "The ranges of the assumptions are not in these figures: all are at the likely values.",
    near: |slots| {
        let who = if slots == 1 { "One slot is".to_owned() } else { format!("{slots} slots are") };
        format!("{who} so close to capacity that chance alone moves queue and wait there; read those as means.")
    },
    without_luck: "Chance alone is not in this number.",

    slots: "Peak load per slot",
    slots_caption: "Forecast per slot",
    slot: "Slot",
    time: "Time",
    who: "Invited",
    members: "Members",
    starters: "Start",
    peak_load: "Peak load",
    band: "9 in 10",
    queue: "Longest queue",
    wait: |percentile| format!("Wait of {percentile}"),
    lost: "Gave up",
    chance: "Chance to break",
    verdict: "Verdict",
    baseline_column: "At once",
    everybody_missed: "Whoever missed",
    and_more: |names, more| format!("{names} and {more} more"),

    timetable: "Timetable by cohort",
    timetable_note: "Who is invited when. After the closing time, whoever has begun may go on.",
    timetable_caption: "When each cohort is invited",
    cohort: "Cohort",
    opens: "Opens",
    closes: "Closes",
    catch_up: "catch-up",
    not_invited: "not invited",
    no_cohorts: "This plan has no cohorts.",
    in_no_cohort: |people| format!("{} members are in no cohort.", integer(people)),

    journey: "Journey and capacity",
    journey_note: "A capacity is a rate (admitted per second) or a number of sessions at once. They are different values; whichever is reached first makes the queue.",
    stages_caption: "Capacity and forecast per stage",
    stage: "Stage",
    capacity: "Capacity",
    capacity_of: |rate, sessions| match (rate, sessions) {
        (None, None) => "no limit".to_owned(),
        (rate, sessions) => {
            let sessions = sessions.map(|sessions| format!("{sessions} at once"));
            [rate.map(str::to_owned), sessions].into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
    },
    service: "Time per service",
    attempts: "Attempts",
    stage_queue: "Longest queue",
    stage_wait: "Longest wait",
    stage_lost: "Gave up",
    waiting_room: "Waiting room",
    changes_caption: "Capacity that changes by the clock",
    change_at: "Time",
    change: "Changes to",
    times: |factor| format!("{} times the first value", format::decimal(factor, 2)),
    unlimited: "no limit",
    turns_away: "turns people away",
    turns_nobody_away: "admits again",
    rate: "rate",
    sessions: "at once",

    assumptions: "Assumptions",
    assumptions_note: "Every value that the forecast rests on. A range holds in 9 of 10 cases; sources are listed by number below the table.",
    values: "Values used",
    assumptions_caption: "Values, ranges and sources",
    number: "No.",
    name: "Value of",
    value: "Likely",
    range: "90% range",
    kind_of_source: "Kind",
    source: "Source",
    sources: "Sources",
    source_numbers: |numbers| format!("[{numbers}]"),
    all_members: "Members",
    mean: |value| format!("mean {value}"),
    rows: |rows| if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") },
    target: "Target",
    target_is: |percentile, wait, load| {
        format!(
            "{} of the attempts get their turn within {}, and the peak load stays within {} of the capacity.",
            percent(percentile),
            duration(English, wait),
            percent(load)
        )
    },
    verdict_rule: "A slot breaks when it misses that wait, or people come to a closed stage. It is at risk when its load passes the target, or it breaks in 1 of 10 cases or more.",
    ranges_note: |draws| format!("The values were drawn together from their ranges for {draws} forecasts."),

    limits: "What was not modelled",
    limits_note: "A forecast is no promise. These are the things it does not know, or takes to be simple.",

    reference: "Opening this plan",
    reference_text: "The address below opens the same plan with the same figures. The plan is in the address itself; no server stores it.",
    reference_code: "The QR code holds the same address.",
    reference_without_link: "Open the plan file and compare the fingerprint to see whether it is the plan of this report.",
    same_figures: |fingerprint, model, seed| {
        format!("Fingerprint {fingerprint}, model {model} and seed {seed} give the same figures on every computer.")
    },
    link_alternative: "QR code of the address that opens this plan",
};
