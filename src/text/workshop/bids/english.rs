//! Bids, in English.

use super::{BehindFacts, BidsWords, BreakFacts, Columns, CountedFacts, Faults, FirstFacts};
use crate::bids::Rule;
use crate::text::format;
use crate::text::risk::{SaidEnd, SaidReach};

pub static WORDS: BidsWords = BidsWords {
    title: "Bids of vendors",
    begin: "Several vendors offer capacities for the stages of this plan. Each offer is put into the plan and computed for the same people in the same cases; the offers are ranked by what the service then promises.",
    kept: "Bids are kept with the plan once this panel is closed, and in its file. They are in no link: prices of vendors are confidential.",
    none: "There is no bid yet. Add one below, or paste several from a spreadsheet.",
    add: "Add a bid",
    compute: "Compute the chances",
    computed: |draws| {
        format!(
            "Chance: {} cases within the ranges of the assumptions, the same for every bid.",
            format::integer(draws as f64)
        )
    },
    not_computed: |draws| {
        format!(
            "The chances are not computed yet. “Compute the chances” works out {} cases of each bid, the same for all; that takes some seconds.",
            format::integer(draws as f64)
        )
    },
    no_ranges: "The plan has no ranges, so a chance says no more than the verdict. Give ranges to the assumptions of the plan first.",
    unreadable: |reason| format!("The plan holds bids that cannot be read, so none are shown: {reason}"),
    too_many_read: |count, most| format!("The plan holds {count} bids, more than {most}, so none are shown."),
    discard: "Take them out of the plan",
    too_many: |most| format!("At most {most} bids are held against each other. Remove one, then add this one."),
    as_before: |vendor| {
        format!("An entry of “{vendor}” cannot be used. Its figures are those before; mend the entry that is marked.")
    },
    stray: |vendor, stage| {
        format!(
            "“{vendor}” offers something for “{stage}”, which is no stage of this plan; it is kept and does not count. Name the stage so again, or enter the figures for the stage that is meant."
        )
    },
    results: "Bids side by side",
    rule: |rules| {
        let name = |rule: &Rule| match rule {
            Rule::Chance => "the higher chance that it holds, in whole per cent",
            Rule::Verdict => "the better verdict",
            Rule::Price => "the lower price",
            Rule::PeakLoad => "the lower highest peak",
        };
        let names: Vec<&str> = rules.iter().map(name).collect();
        format!("Ranked by {}.", names.join("; where that is equal, by "))
    },
    currencies: "The prices are in different currencies, so they do not count in the ranking. Give all in one.",
    columns: Columns {
        vendor: "Vendor",
        place: "Rank",
        verdict: "Verdict",
        chance: "Chance that it holds",
        peak: "Highest peak",
        wait: "Longest wait",
        lost: "Give up",
        done: "95% done by",
        reach: "Show-up at which it holds",
        price: "Price",
    },
    plan_as_it_is: "Plan as it is",
    unknown: "–",
    reach: |reach| match reach {
        SaidReach::HoldsEverywhere => "any".to_owned(),
        SaidReach::BreaksEverywhere => "none".to_owned(),
        SaidReach::Holds { from: Some(from), until: Some(until) } => format!("{from} to {until}"),
        SaidReach::Holds { from: Some(from), .. } => format!("from {from} on"),
        SaidReach::Holds { until, .. } => format!("until {}", until.as_deref().unwrap_or_default()),
        SaidReach::Breaks { down_from, up_from } => {
            let said = |end: &SaidEnd, word: &str| format!("{word} {}", end.value);
            let down = down_from.as_ref().map(|end| said(end, "up to"));
            let up = up_from.as_ref().map(|end| said(end, "from"));
            format!("only {}", [down, up].into_iter().flatten().collect::<Vec<_>>().join(" or "))
        }
    },
    first,
    behind,
    alike: |vendor, other| format!("“{vendor}” and “{other}” are equal in all of that."),
    breaks,
    weakest: |vendor, place, opens, chance| {
        let when = opens.map_or_else(|| "between windows".to_owned(), |opens| format!("in the slot of {opens}"));
        format!("“{vendor}” breaks most often {when} ({chance}), and the line is then at “{place}”.")
    },
    no_forecast: |vendor, reason| format!("With “{vendor}” there is no forecast. {reason}"),
    data: "The table as data (CSV)",
    data_file: "bids.csv",
    entry: "What is offered",
    chosen: "Bid to look at",
    vendor: "Vendor",
    new_vendor: |number| format!("Vendor {}", char::from(b'A' + (number % 26) as u8)),
    copy_of: |vendor, number| format!("{vendor} ({number})"),
    price: "Price (optional)",
    price_help: "A number with its currency, such as 120,000,000 KRW.",
    of_stage: |stage, label| format!("{stage}: {label}"),
    rate: "admissions",
    sessions: "sessions at once",
    service: "service time",
    basis_of_rate: "admissions rest on",
    basis_of_sessions: "sessions rest on",
    promised: "A promise: sustained, counts in full",
    tested: |share| format!("A test: {share} of it counts"),
    as_plan: |value| format!("Empty = as the plan has: {value}."),
    counted: |facts: &CountedFacts| {
        let others = facts.others.map_or_else(String::new, |others| format!(" ({others})"));
        match facts.share {
            Some(share) => {
                format!("{} tested × {share} = {}{others}, and the rest is headroom.", facts.given, facts.counted)
            }
            None => format!("{} promised, counts in full{others}.", facts.given),
        }
    },
    by_sessions: |sessions, service, rate| format!("{sessions} ÷ {service} = {rate}."),
    carries: |rate| format!("Both limit, so the stage carries the smaller: {rate}."),
    replaces: "A figure of a bid takes the place of the plan's own, and of its range. Changes by the clock stay, and what happens “times” something acts on the figure of the bid.",
    duplicate: |vendor| format!("Copy “{vendor}”"),
    remove: |vendor| format!("Remove “{vendor}”"),
    faults: Faults {
        not_a_rate: "Write people per second, minute or hour, such as 20/s, 1,200/min or 48,000/h.",
        not_sessions: "Write a number of sessions, such as 3,600.",
        not_a_time: "Write a length of time, such as 180 s or 3 min.",
        not_a_price: "Write one number in full and its currency, such as 120,000,000 KRW, or leave it empty.",
        out_of_bounds: |least, greatest| format!("Write something from {least} to {greatest}."),
        no_name: "Write the name of the vendor.",
        name_taken: "Another bid has this name. Write one that tells the two apart.",
        too_few_cells: "Write vendor, stage and figure, each in a cell of its own.",
        no_such_stage: |given, known| format!("“{given}” is no stage of this plan. Write one of: {known}."),
        not_a_figure: "Write the figure with its unit, such as 20/s, 3,600 sessions or 180 s.",
        not_a_share: "Write the share of what was tested that counts, such as 75%, or leave the cell empty for a promise.",
    },
    paste_summary: "Paste several from a spreadsheet",
    paste: "Rows of a spreadsheet",
    paste_help: "A row for each figure: vendor, stage, figure with its unit, price, and where it was tested the share that counts. The last two may be empty. Vendors that are there already get these figures.",
    line: |line, reason| format!("Row {line}: {reason}"),
    step: "Bids",
};

fn first(facts: &FirstFacts) -> String {
    let price = facts.price.map_or_else(String::new, |price| format!(", and its price is {price}"));
    match facts.chance {
        Some(chance) => format!("First is “{}”: the chance that no slot breaks is {chance}{price}.", facts.vendor),
        None => format!("First is “{}”: its verdict is “{}”{price}.", facts.vendor, facts.verdict),
    }
}

fn behind(facts: &BehindFacts) -> String {
    let what = match facts.rule {
        Rule::Chance => "chance of holding",
        Rule::Verdict => "verdict",
        Rule::Price => "price",
        Rule::PeakLoad => "highest peak",
    };
    let why = match facts.own {
        Some(own) => format!("{what} {own} against {}", facts.theirs),
        None => "it names no price".to_owned(),
    };
    format!("“{}” comes after “{}”: {why}.", facts.vendor, facts.before)
}

fn breaks(facts: &BreakFacts) -> String {
    let BreakFacts { vendor, place, wait, .. } = facts;
    let when = facts.opens.map_or_else(|| "between windows".to_owned(), |opens| format!("in the slot of {opens}"));
    let others = match facts.others {
        0 => String::new(),
        1 => " One more slot breaks.".to_owned(),
        others => format!(" {others} more slots break."),
    };
    match facts.overload {
        Some((load, short)) => format!(
            "“{place}” of “{vendor}” is short by {short} {when}: it is asked for {load} of its capacity, and the longest wait is {wait}.{others}"
        ),
        None => format!("“{place}” of “{vendor}” breaks {when}: the longest wait is {wait}.{others}"),
    }
}
