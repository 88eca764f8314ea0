//! One measure, one year: what each place has at which ages, and where that stands.

use super::band::Ages;
use super::choices::Choices;
use super::facts::{Fact, Facts};
use super::label::Sex;
use super::number::{self, Value};
use super::period::Period;
use super::preview::{Pick, Reason};

/// A year is complete if it has this share of the figures of the fullest one [1].
const COMPLETE: f64 = 0.9;

/// The people of one place at some ages, or why they are not known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    Nothing,
    Missing,
    People(u64),
    Bad { row: usize, column: usize, reason: Reason },
}

/// What is counted of a table, by place and ages.
#[derive(Clone, Debug)]
pub struct Selection {
    pub measure: Pick<String>,
    pub period: Pick<Option<Period>>,
    pub sex: Pick<Sex>,
    /// In order, each once.
    pub ages: Vec<Ages>,
    /// `cells[spot][ages]` of the chosen sex.
    pub cells: Vec<Vec<Cell>>,
    /// By spot: both sexes by the table, and men and women together [people]; of the ages that have all three.
    pub sexes: Vec<Option<(u64, u64)>>,
    /// A column of each total of ages.
    pub headings: Vec<(Ages, usize)>,
}

/// Chooses among the figures, and puts them in their places.
pub fn select(facts: &Facts, thousands: bool, choices: &Choices) -> Selection {
    let alike = alike(facts);
    let (measure_at, measure) = measure(facts, &alike, choices);
    let mut of_measure: Vec<&Fact> = facts.facts.iter().filter(|fact| alike[fact.measure] == measure_at).collect();
    let period = period(&of_measure, choices);
    of_measure.retain(|fact| fact.period.is_none() || fact.period == period.taken);
    let sex = sex(&of_measure, choices);
    let ages = ages(&of_measure);
    let heads = |total: &Ages| of_measure.iter().find(|fact| fact.ages == *total && fact.sex == sex.taken);
    let headings =
        [Ages::All, Ages::AllOfBands].into_iter().filter_map(|total| Some((total, heads(&total)?.column))).collect();
    let mut by_sex = vec![vec![[Cell::Nothing; 3]; ages.len()]; facts.spots.len()];
    for fact in of_measure {
        let Some(at) = ages.iter().position(|ages| *ages == fact.ages) else { continue };
        let cell = &mut by_sex[fact.spot][at][fact.sex as usize];
        if matches!(cell, Cell::Nothing | Cell::Missing) {
            *cell = read(fact, thousands);
        }
    }
    let sexes = by_sex.iter().map(|row| sexes(row, &ages)).collect();
    let cells = by_sex.iter().map(|row| row.iter().map(|cell| of_sex(cell, sex.taken)).collect()).collect();
    Selection { measure, period, sex, ages, cells, sexes, headings }
}

fn read(fact: &Fact, thousands: bool) -> Cell {
    let bad = |reason| Cell::Bad { row: fact.row, column: fact.column, reason };
    match fact.value {
        Value::Empty => Cell::Nothing,
        Value::Missing => Cell::Missing,
        Value::Count(count) => Cell::People(number::people(if thousands { count * 1000.0 } else { count })),
        Value::Negative => bad(Reason::Negative),
        Value::Share => bad(Reason::Percent),
        Value::Text => bad(Reason::NotANumber),
    }
}

/// Both as they are given, else the sum of men and women.
fn of_sex(cell: &[Cell; 3], sex: Sex) -> Cell {
    let [both, male, female] = *cell;
    match (sex, both, male, female) {
        (Sex::Male, ..) => male,
        (Sex::Female, ..) => female,
        (Sex::Both, Cell::Nothing | Cell::Missing, Cell::People(male), Cell::People(female)) => {
            Cell::People(male + female)
        }
        (Sex::Both, Cell::Nothing, bad @ Cell::Bad { .. }, _)
        | (Sex::Both, Cell::Nothing, _, bad @ Cell::Bad { .. }) => bad,
        (Sex::Both, Cell::Nothing | Cell::Missing, Cell::People(one), Cell::Missing)
        | (Sex::Both, Cell::Nothing | Cell::Missing, Cell::Missing, Cell::People(one)) => Cell::People(one),
        (Sex::Both, Cell::Nothing, Cell::Missing, Cell::Missing) => Cell::Missing,
        _ => both,
    }
}

fn sexes(row: &[[Cell; 3]], ages: &[Ages]) -> Option<(u64, u64)> {
    let mut sums = None;
    for (cell, ages) in row.iter().zip(ages) {
        if let ([Cell::People(both), Cell::People(male), Cell::People(female)], false) = (*cell, ages.is_total()) {
            let (stated, counted) = sums.unwrap_or((0, 0));
            sums = Some((stated + both, counted + male + female));
        }
    }
    sums
}

/// For each measure the one it belongs to: columns whose names differ but whose ages do not are of one kind.
fn alike(facts: &Facts) -> Vec<usize> {
    let count = facts.measures.len();
    let mut said: Vec<Vec<(Ages, Sex)>> = vec![Vec::new(); count];
    for fact in &facts.facts {
        if !said[fact.measure].contains(&(fact.ages, fact.sex)) {
            said[fact.measure].push((fact.ages, fact.sex));
        }
    }
    let mut order: Vec<usize> = (0..count).collect();
    crate::num::order::sort_by_key(&mut order, |&at| std::cmp::Reverse(said[at].len()));
    let mut alike: Vec<usize> = (0..count).collect();
    let mut kept: Vec<usize> = Vec::new();
    for at in order {
        match kept.iter().find(|&&other| said[at].iter().all(|key| !said[other].contains(key))) {
            Some(&other) => {
                alike[at] = other;
                let more = said[at].clone();
                said[other].extend(more);
            }
            None => kept.push(at),
        }
    }
    alike
}

fn measure(facts: &Facts, alike: &[usize], choices: &Choices) -> (usize, Pick<String>) {
    let with_bands =
        |at: usize| facts.facts.iter().filter(|fact| alike[fact.measure] == at && !fact.ages.is_total()).count();
    let kept: Vec<usize> = (0..facts.measures.len()).filter(|&at| alike[at] == at).collect();
    let banded: Vec<usize> = kept.iter().copied().filter(|&at| with_bands(at) > 0).collect();
    let among = if banded.is_empty() { kept } else { banded };
    let most = among.iter().copied().map(with_bands).max().unwrap_or(0);
    let rank = |at: usize| {
        let measure = &facts.measures[at];
        // A total among several kinds of people stands for all of them.
        (measure.members, measure.total && with_bands(at) * 2 >= most, with_bands(at))
    };
    let mut guess = among.first().copied().unwrap_or(0);
    for &at in among.iter().skip(1) {
        if rank(at) > rank(guess) {
            guess = at;
        }
    }
    let name = |at: usize| facts.measures.get(at).map(|measure| measure.name.clone()).unwrap_or_default();
    let chosen = choices.measure.clone().and_then(|wanted| among.iter().copied().find(|&at| name(at) == wanted));
    let names = among.iter().map(|&at| name(at)).collect();
    (chosen.unwrap_or(guess), Pick::of(chosen.map(name), name(guess), names))
}

fn period(facts: &[&Fact], choices: &Choices) -> Pick<Option<Period>> {
    let mut among: Vec<Period> = facts.iter().filter_map(|fact| fact.period).collect();
    crate::num::order::sort(&mut among);
    among.dedup();
    among.reverse();
    let figures = |period: &Period| {
        let is_one = |fact: &&&Fact| fact.period == Some(*period) && matches!(fact.value, Value::Count(_));
        facts.iter().filter(is_one).count() as f64
    };
    let most = among.iter().map(figures).fold(0.0, f64::max);
    let newest = among.iter().find(|period| figures(period) >= COMPLETE * most).copied();
    // A table that names no year has the one that somebody says.
    let is_there = |period: Period| among.is_empty() || among.contains(&period);
    let chosen = choices.period.filter(|period| period.is_some_and(is_there));
    Pick::of(chosen, newest, among.into_iter().map(Some).collect())
}

fn sex(facts: &[&Fact], choices: &Choices) -> Pick<Sex> {
    let there = |sex: Sex| facts.iter().any(|fact| fact.sex == sex);
    let (both, male, female) = (there(Sex::Both), there(Sex::Male), there(Sex::Female));
    let mut among = Vec::new();
    if both || (male && female) {
        among.push(Sex::Both);
    }
    among
        .extend([(Sex::Male, male), (Sex::Female, female)].into_iter().filter(|(_, there)| *there).map(|(sex, _)| sex));
    let guess = among.first().copied().unwrap_or(Sex::Both);
    Pick::of(choices.sex.filter(|sex| among.contains(sex)), guess, among)
}

fn ages(facts: &[&Fact]) -> Vec<Ages> {
    let mut ages: Vec<Ages> = facts.iter().map(|fact| fact.ages).collect();
    crate::num::order::sort(&mut ages);
    ages.dedup();
    ages
}
