//! The least capacity of each stage, and the highest show-up: what the plan as it is needs and bears.

use super::answer::Before;
use super::figures::{percent_of, up};
use crate::clock::SECONDS_PER_HOUR;
use crate::explain::place::place;
use crate::num::order::Extreme;
use crate::plan::{Plan, ShowUp};
use crate::text::Language;
use crate::text::format::{decimal, integer, percent};
use crate::text::workshop::autoplan::{AutoplanWords, InverseWords};
use crate::wire::schedule::{Told, ToldNeed};
use crate::workshop::panel::said;
use crate::workshop::{Block, Column, Lead, Row, Table, Tone};

/// What is needed, or borne, with what it rests on.
pub fn blocks(plan: &Plan, before: &Before, told: &Told, words: &AutoplanWords, language: Language) -> Vec<Block> {
    let inverse = &words.inverse;
    let rests_on = match told.chance_asked {
        Some(asked) => (inverse.with_chance)(&percent(asked)),
        None => inverse.likely.to_owned(),
    };
    if told.goal == "least-capacity" {
        return capacities(plan, before, told, rests_on, inverse, language);
    }
    vec![Block::Lead(show_up(plan, told, rests_on, inverse))]
}

fn capacities(
    plan: &Plan,
    before: &Before,
    told: &Told,
    rests_on: String,
    words: &InverseWords,
    language: Language,
) -> Vec<Block> {
    // What is needed is said upwards, what there is to the nearest.
    let shown = |rate: Option<f64>, sessions: Option<f64>, digits: fn(f64, usize) -> f64| {
        let per_hour = |rate: f64| integer(digits(rate * SECONDS_PER_HOUR as f64, 0));
        let rate = rate.map(|rate| (words.rate)(&decimal(digits(rate, 2), 2), &per_hour(rate)));
        let sessions = sessions.map(|count| (words.sessions)(&integer(digits(count, 0))));
        rate.into_iter().chain(sessions).collect::<Vec<_>>().join(" · ")
    };
    let name = |at: usize| place(language, plan, &format!("/journey/{at}"));
    let row = |need: &ToldNeed| {
        let ToldNeed { stage: at, rate, sessions } = *need;
        let stage = &plan.journey[at];
        let least = shown(rate, sessions, up);
        let least = if least.is_empty() { words.none.to_owned() } else { least };
        let now = shown(stage.rate.map(|rate| rate.get()), stage.sessions, |value, _| value);
        let of_now = rate.zip(stage.rate.map(|rate| rate.get())).or(sessions.zip(stage.sessions));
        let of_now = of_now.filter(|(_, now)| *now > 0.0);
        let of_now = of_now.map_or_else(String::new, |(least, now)| percent_of(up(100.0 * least / now, 0), 0));
        Row { cells: vec![name(at), now, least, of_now], ..Row::default() }
    };
    let known: Vec<&ToldNeed> = told.stages.iter().filter(|need| need.stage < plan.journey.len()).collect();
    let columns = words.columns.iter().enumerate();
    let table = Table {
        caption: words.capacities.to_owned(),
        columns: columns.map(|(at, heading)| Column { heading: (*heading).to_owned(), is_number: at > 0 }).collect(),
        rows: known.iter().map(|need| row(need)).collect(),
    };
    // The stage that fills most is the one that a contract turns on.
    let fullest = known.iter().find(|need| Some(need.stage) == before.bottleneck).or(known.first());
    let is_short = |need: &ToldNeed| {
        let stage = &plan.journey[need.stage];
        let rates = need.rate.zip(stage.rate.map(|rate| rate.get()));
        rates.or(need.sessions.zip(stage.sessions)).is_some_and(|(least, now)| least > now)
    };
    let tone = if known.iter().any(|need| is_short(need)) { Tone::Bad } else { Tone::Good };
    let fullest = fullest.map(|need| (need.stage, shown(need.rate, need.sessions, up)));
    let lead = fullest.filter(|(_, least)| !least.is_empty()).map(|(stage, least)| {
        let text = (words.capacity_lead)(&format!("{} {least}", name(stage)));
        Block::Lead(Lead { tone, text, note: rests_on })
    });
    lead.into_iter()
        .chain([Block::Table(table), said(Tone::Plain, (words.headroom)(&percent(plan.target.load)))])
        .collect()
}

fn show_up(plan: &Plan, told: &Told, rests_on: String, words: &InverseWords) -> Lead {
    let Some(times) = told.times else {
        return Lead { tone: Tone::Bad, text: words.never_holds.to_owned(), note: String::new() };
    };
    let (text, fails_at) = match &plan.arrivals.show_up {
        ShowUp::All(share) => {
            let at = |times: f64| (share.get() * times).smaller(1.0);
            // Downwards, since it is said that it still holds; upwards where it is said that it does not.
            let most = percent_of(-up(-100.0 * at(times), 1), 1);
            let fails = told.fails_at_times.filter(|_| at(times) < 1.0);
            let fails = fails.map(|times| (words.fails_at)(&percent_of(up(100.0 * at(times), 1), 1)));
            let said = if times < 1.0 { words.show_up_short } else { words.show_up };
            (said(&percent(share.get()), &most), fails)
        }
        ShowUp::ByAge(_) => ((words.show_up_by_age)(&decimal(-up(-times, 2), 2)), None),
    };
    let note = fails_at.into_iter().chain([rests_on]).collect::<Vec<_>>().join(" ");
    Lead { tone: if times < 1.0 { Tone::Bad } else { Tone::Good }, text, note }
}
