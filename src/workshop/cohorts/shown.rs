//! What the new cohorts are: key figures, what is to be done next, and a table of them.

use super::Made;
use crate::plan::Plan;
use crate::plan::cut::cut;
use crate::staging::balance::{Balance, expected_starters};
use crate::staging::cohorts::Part;
use crate::text::workshop::cohorts::{CohortsWords, words};
use crate::text::workshop::who;
use crate::text::{Language, format};
use crate::workshop::panel::{fact, said};
use crate::workshop::{Block, Column, Row, Table, Tone};

/// Everything that is shown of cohorts that were made; `before` is the plan in hand.
pub fn cohorts(before: &Plan, made: &Made, language: Language) -> Vec<Block> {
    let words = words(language);
    let plan = &made.plan;
    let people = cut(plan);
    let expected = expected_starters(plan);
    let mut facts = vec![fact(words.n_cohorts, (words.cohorts)(plan.cohorts.len()))];
    facts.extend(Balance::of(&expected).map(|balance| fact(words.spread, spread(balance, words))));
    let mut outside = fact(words.in_no_cohort, (words.people)(people.in_no_cohort as f64));
    let mut waiting = fact(words.in_no_window, (words.cohorts)(made.not_invited.len()));
    let tone = |is_well: bool| if is_well { Tone::Plain } else { Tone::Caution };
    outside.tone = tone(people.in_no_cohort == 0);
    waiting.tone = tone(made.not_invited.is_empty());
    facts.extend([outside, waiting]);
    let mut blocks = vec![Block::Heading(words.preview.to_owned()), Block::Facts(facts)];
    if people.covered_twice > 0 {
        blocks.push(said(Tone::Caution, (words.covered_twice)(people.covered_twice)));
    }
    if plan == before {
        blocks.push(said(Tone::Plain, words.nothing_changed));
    } else if made.dealt > 0 {
        blocks.push(said(Tone::Plain, (words.dealt)(made.dealt)));
    } else if made.not_invited.is_empty() {
        blocks.push(said(Tone::Good, words.windows_stay));
    }
    if !made.not_invited.is_empty() {
        let names: Vec<&str> = made.not_invited.iter().map(|&at| plan.cohorts[at].name.as_str()).collect();
        blocks.push(said(Tone::Caution, (words.no_window)(names.len(), &who::listed(&names, language))));
    }
    let totals: Vec<u64> = people.cohorts.iter().map(|cohort| cohort.total).collect();
    blocks.push(Block::Table(table(made, &totals, &expected, language)));
    blocks
}

fn spread(balance: Balance, words: &CohortsWords) -> String {
    let times = (balance.smallest > 0.0).then(|| balance.largest / balance.smallest);
    (words.spread_is)(balance.largest, balance.smallest, times)
}

fn table(made: &Made, people: &[u64], expected: &[f64], language: Language) -> Table {
    let words = words(language);
    let all: f64 = expected.iter().sum();
    let column = |heading: &str, is_number| Column { heading: heading.to_owned(), is_number };
    let row = |&at: &usize| {
        let cohort = &made.plan.cohorts[at];
        let share = if all > 0.0 { expected[at] / all } else { 0.0 };
        let cells = vec![
            cohort.name.clone(),
            who::in_full(&made.plan, &Part::of(cohort), language),
            (words.people)(people[at] as f64),
            (words.people)(expected[at]),
            format!("{}%", format::decimal(share * 100.0, 1)),
        ];
        Row { cells, ..Row::default() }
    };
    Table {
        caption: words.list.to_owned(),
        columns: vec![
            column(words.name, false),
            column(words.who, false),
            column(words.members, true),
            column(words.starters, true),
            column(words.share, true),
        ],
        rows: made.shown.iter().map(row).collect(),
    }
}
