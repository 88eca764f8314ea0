//! What came of a table: key figures, members by region and age, what is left out, and the totals it states.

use crate::import::{Preview, Reason};
use crate::plan::Membership;
use crate::text::format;
use crate::text::workshop::members::MembersWords;
use crate::workshop::{Block, Column, Fact, Line, Row, Table, Tone};

/// Totals that differ and are told one by one.
const TOLD: usize = 5;

/// Whether somebody should look at it: people may be missing.
fn is_doubtful(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::NotANumber
            | Reason::Negative
            | Reason::Percent
            | Reason::Missing
            | Reason::ReadAsAges
            | Reason::Twice
            | Reason::NotUnderstood
            | Reason::UnknownAge
    )
}

/// Cells that are missing, or were read otherwise, cost no row.
fn costs_people(reason: Reason) -> bool {
    !matches!(reason, Reason::Missing | Reason::ReadAsAges)
}

fn integer(people: u64) -> String {
    format::integer(people as f64)
}

/// Key figures, and what is in the way.
pub fn summary(preview: &Preview, result: Option<&Membership>, words: &MembersWords) -> Vec<Block> {
    let mut blocks = Vec::new();
    let doubtful = preview.left_out.iter().filter(|row| is_doubtful(row.reason)).count();
    let left_out = preview.left_out.iter().filter(|row| costs_people(row.reason)).count();
    let fact = |label: &str, value, tone| Fact { label: label.to_owned(), value, tone };
    if let Ok(members) = &preview.membership {
        let shown = result.unwrap_or(members);
        blocks.push(Block::Facts(vec![
            fact(words.people, (words.count_people)(shown.total()), Tone::Plain),
            fact(words.regions, (words.count)(members.regions.len()), Tone::Plain),
            fact(words.ages, (words.count)(members.ages.len()), Tone::Plain),
            fact(words.left_out, (words.count)(left_out), Tone::Plain),
            fact(words.to_check, (words.count)(doubtful), if doubtful > 0 { Tone::Caution } else { Tone::Plain }),
        ]));
    }
    match &preview.membership {
        Err(fault) => blocks.push(said(Tone::Bad, (words.fault)(fault))),
        Ok(members) => {
            blocks.extend(sums(preview, words));
            if preview.outside > 0 {
                blocks.push(said(Tone::Plain, (words.outside)(preview.outside)));
            }
            match result {
                Some(result) if result.total() != members.total() => {
                    blocks.push(said(Tone::Plain, (words.scaled)(members.total(), result.total())));
                }
                Some(_) => {}
                None => blocks.push(said(Tone::Bad, words.nobody.to_owned())),
            }
        }
    }
    blocks
}

/// What the totals of the table say of the counts.
fn sums(preview: &Preview, words: &MembersWords) -> Vec<Block> {
    let differing: Vec<_> = preview.sums.iter().filter(|sum| !sum.agrees()).collect();
    if preview.sums.is_empty() {
        return vec![said(Tone::Plain, words.no_sums.to_owned())];
    }
    if differing.is_empty() {
        return vec![said(Tone::Good, (words.sums_agree)(preview.sums.len()))];
    }
    let tell = |sum: &&crate::import::Sum| {
        let of = (words.sum_of)(&sum.of);
        said(Tone::Caution, (words.sum_differs)(&of, sum.stated, sum.counted, &sum.differing))
    };
    differing.iter().take(TOLD).map(tell).collect()
}

fn said(tone: Tone, text: String) -> Block {
    Block::Said(Line { tone, text, action: None })
}

/// The tables.
pub fn details(preview: &Preview, result: Option<&Membership>, words: &MembersWords) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        result.map(|members| Block::Table(members_table(members, words))).into_iter().collect();
    if !preview.left_out.is_empty() {
        blocks.push(Block::Heading(words.left_out_heading.to_owned()));
        blocks.push(Block::Table(left_out_table(preview, words)));
    }
    if !preview.sums.is_empty() {
        let table = Block::Table(sums_table(preview, words));
        blocks.push(Block::More { summary: words.sums.to_owned(), blocks: vec![table] });
    }
    blocks
}

fn column(heading: &str, is_number: bool) -> Column {
    Column { heading: heading.to_owned(), is_number }
}

fn members_table(members: &Membership, words: &MembersWords) -> Table {
    let mut columns = vec![column(words.region, false)];
    columns.extend(members.ages.iter().map(|band| column(&band.name, true)));
    columns.push(column(words.sum, true));
    let row = |name: String, counts: Vec<u64>| {
        let sum = counts.iter().sum();
        let cells = std::iter::once(name).chain(counts.into_iter().chain([sum]).map(integer)).collect();
        Row { cells, ..Row::default() }
    };
    let name = |region: &crate::plan::Region| match &region.code {
        Some(code) => format!("{} ({code})", region.name),
        None => region.name.clone(),
    };
    let of_age = |at: usize| members.counts.iter().filter_map(|row| row.get(at)).sum();
    let all = row(words.sum.to_owned(), (0..members.ages.len()).map(of_age).collect());
    let rows = members.regions.iter().zip(&members.counts).map(|(region, counts)| row(name(region), counts.clone()));
    Table { caption: words.result.to_owned(), columns, rows: std::iter::once(all).chain(rows).collect() }
}

fn left_out_table(preview: &Preview, words: &MembersWords) -> Table {
    let row = |left: &crate::import::LeftOut| {
        let people = left.people.map_or_else(String::new, integer);
        let reason = (words.reason)(left.reason).to_owned();
        let tone = if is_doubtful(left.reason) { Tone::Caution } else { Tone::Plain };
        let cells = vec![(words.line_name)(left.line, left.column), left.text.clone(), reason, people];
        Row { cells, tone, is_left_out: costs_people(left.reason) }
    };
    let columns = vec![
        column(words.line, false),
        column(words.content, false),
        column(words.why, false),
        column(words.unit_people, true),
    ];
    Table { caption: words.left_out_heading.to_owned(), columns, rows: preview.left_out.iter().map(row).collect() }
}

fn sums_table(preview: &Preview, words: &MembersWords) -> Table {
    let row = |sum: &crate::import::Sum| {
        let apart = integer(sum.stated.abs_diff(sum.counted));
        let cells = vec![(words.sum_of)(&sum.of), integer(sum.stated), integer(sum.counted), apart];
        Row { cells, tone: if sum.agrees() { Tone::Good } else { Tone::Caution }, is_left_out: false }
    };
    let columns = vec![
        column(words.sum, false),
        column(words.stated, true),
        column(words.counted, true),
        column(words.difference, true),
    ];
    Table { caption: words.sums.to_owned(), columns, rows: preview.sums.iter().map(row).collect() }
}
