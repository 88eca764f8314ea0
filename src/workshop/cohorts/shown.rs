//! Cohorts as key figures and as a table of who they are.

use crate::plan::Plan;
use crate::plan::cut::cut;
use crate::staging::balance::{Balance, expected_starters};
use crate::staging::cohorts::Part;
use crate::text::workshop::cohorts::CohortsWords;
use crate::text::workshop::who;
use crate::text::{Language, format};
use crate::workshop::panel::{fact, said};
use crate::workshop::{Block, Column, Row, Table, Tone};

/// Cohorts that are shown one by one.
const SHOWN: usize = 200;
/// A largest cohort of so many times the mean is worth a word.
const UNEVEN: f64 = 2.0;

/// How many there are and how alike they are.
pub fn facts(plan: &Plan, words: &CohortsWords) -> Vec<Block> {
    let Some(balance) = Balance::of(&expected_starters(plan)) else { return Vec::new() };
    let times = balance.largest_over_mean();
    let mut blocks = vec![Block::Facts(vec![
        fact(words.n_cohorts, (words.count)(plan.cohorts.len())),
        fact(words.largest, (words.people)(balance.largest)),
        fact(words.smallest, (words.people)(balance.smallest)),
        fact(words.times_mean, (words.times)(&format::decimal(times, 2))),
    ])];
    if times > UNEVEN {
        let (largest, mean) = (format::integer(balance.largest), format::integer(balance.mean));
        blocks.push(said(Tone::Caution, (words.uneven)(&largest, &mean)));
    }
    blocks
}

/// That some cohorts have no window, if so.
pub fn not_invited(plan: &Plan, places: &[usize], words: &CohortsWords) -> Option<Block> {
    let people = cut(plan).cohorts;
    let people: u64 = places.iter().filter_map(|&place| people.get(place)).map(|cohort| cohort.total).sum();
    (!places.is_empty()).then(|| said(Tone::Caution, (words.not_invited)(places.len(), people as f64)))
}

/// The cohorts of the plan, those beyond the first in one row.
pub fn table(plan: &Plan, words: &CohortsWords, language: Language) -> Block {
    rows(plan, &(0..plan.cohorts.len()).collect::<Vec<usize>>(), words, language)
}

/// Some cohorts of the plan.
pub fn rows(plan: &Plan, places: &[usize], words: &CohortsWords, language: Language) -> Block {
    let (people, starters) = (cut(plan).cohorts, expected_starters(plan));
    let all: f64 = starters.iter().sum();
    let share = |starters: f64| format::percent(if all > 0.0 { starters / all } else { 0.0 });
    let row = |&place: &usize| {
        let cohort = &plan.cohorts[place];
        let cells = vec![
            cohort.name.clone(),
            who::in_full(plan, &Part::of(cohort), language),
            format::integer(people[place].total as f64),
            format::integer(starters[place]),
            share(starters[place]),
        ];
        Row { cells, ..Row::default() }
    };
    let (shown, others) = places.split_at(places.len().min(SHOWN));
    let mut rows: Vec<Row> = shown.iter().map(row).collect();
    if !others.is_empty() {
        let members: u64 = others.iter().map(|&place| people[place].total).sum();
        let expected: f64 = others.iter().map(|&place| starters[place]).sum();
        let cells = vec![
            (words.more)(others.len()),
            String::new(),
            format::integer(members as f64),
            format::integer(expected),
            share(expected),
        ];
        rows.push(Row { cells, ..Row::default() });
    }
    let column = |heading: &str, is_number: bool| Column { heading: heading.to_owned(), is_number };
    Block::Table(Table {
        caption: words.preview.to_owned(),
        columns: vec![
            column(words.cohort, false),
            column(words.who, false),
            column(words.members, true),
            column(words.starters, true),
            column(words.share, true),
        ],
        rows,
    })
}
