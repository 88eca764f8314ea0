//! Cohorts compared and evened out by the starters that are expected of them, not by heads.
//!
//! Evening out cuts every cohort into whole regions or whole age bands and puts neighbours of one line together anew;
//! a line holds what differs in nothing else. Of all ways to make so many cohorts, it takes one whose largest is
//! smallest and, among these, one whose sum of squares is smallest. Neighbours are those next to each other in the list.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::num::order;
use crate::plan::cut::cut;
use crate::plan::{Cohort, Plan};
use crate::staging::cohorts::adopt::ordinary_windows;
use crate::staging::cohorts::{Axis, Part, adopt};

/// How unlike cohorts are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Balance {
    /// Starters expected of the largest cohort [people].
    pub largest: f64,
    /// [people].
    pub smallest: f64,
    /// [people].
    pub mean: f64,
}

impl Balance {
    /// `None` without cohorts.
    pub fn of(expected: &[f64]) -> Option<Self> {
        let largest = expected.iter().copied().reduce(f64::max)?;
        let smallest = expected.iter().copied().reduce(f64::min)?;
        Some(Self { largest, smallest, mean: expected.iter().sum::<f64>() / expected.len() as f64 })
    }

    /// The largest over the mean [1]; 1 where nobody is expected.
    pub fn largest_over_mean(self) -> f64 {
        if self.mean > 0.0 { self.largest / self.mean } else { 1.0 }
    }
}

/// Why cohorts cannot be evened out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvenFault {
    /// There are so many lines, each of which takes a cohort at least.
    TooFew { least: usize },
    /// There are no more whole regions or bands than this.
    TooMany { most: usize },
    /// Two cohorts hold the same cell.
    Overlapping,
}

/// Starters expected of each cohort in unlimited time [people]: its people by age times their show-up, or that of its
/// ordinary window where it has one of its own.
pub fn expected_starters(plan: &Plan) -> Vec<f64> {
    let windows = ordinary_windows(plan);
    let people = cut(plan).cohorts;
    let of_one = |(people, window): (&crate::plan::cut::CohortPeople, &Option<usize>)| {
        let own = window.and_then(|window| plan.windows[window].show_up);
        let share = |age: usize| own.unwrap_or_else(|| plan.arrivals.show_up.of_age(age)).get();
        people.by_age.iter().map(|&(age, people)| people as f64 * share(age)).sum()
    };
    people.iter().zip(&windows).map(of_one).collect()
}

/// The plan with `cohorts` in its ordinary windows: the largest first, each into the window that expects the fewest
/// starters so far, the earlier of two alike. Without an ordinary window nothing changes.
pub fn deal(plan: &Plan, cohorts: &[usize]) -> Plan {
    let expected = expected_starters(plan);
    let of = |cohort: &usize| expected.get(*cohort).copied().unwrap_or(0.0);
    let mut loads: Vec<(usize, f64)> = (plan.windows.iter().enumerate())
        .filter(|(_, window)| !window.catch_up)
        .map(|(at, window)| (at, window.cohorts.iter().map(of).sum()))
        .collect();
    let mut waiting: Vec<usize> = cohorts.to_vec();
    order::sort_by(&mut waiting, |one, other| of(other).total_cmp(&of(one)));
    let mut dealt = plan.clone();
    let windows = Arc::make_mut(&mut dealt.windows);
    for cohort in waiting {
        let lightest = loads.iter_mut().reduce(|least, load| if load.1 < least.1 { load } else { least });
        let Some((at, load)) = lightest else { break };
        *load += of(&cohort);
        let list = &mut windows[*at].cohorts;
        list.push(cohort);
        order::sort(list);
    }
    dealt
}

/// `cohorts` put together anew along an axis, so that there are `count` of them, as even as whole cells allow.
///
/// Starters are taken to a thousandth of a person.
///
/// # Errors
/// The count cannot be met, or cohorts overlap.
pub fn even_out(plan: &Plan, cohorts: &[Cohort], axis: Axis, count: usize) -> Result<Vec<Part>, EvenFault> {
    let lines = lines(plan, cohorts, axis)?;
    let most = lines.iter().map(|line| line.cells.len()).sum();
    if count < lines.len() {
        return Err(EvenFault::TooFew { least: lines.len() });
    }
    if count > most {
        return Err(EvenFault::TooMany { most });
    }
    let weights = weights(plan, &lines, axis);
    let sizes = evenest(&weights, count);
    let mut parts = Vec::with_capacity(count);
    for (line, sizes) in lines.iter().zip(sizes) {
        let mut cells = line.cells.iter().copied();
        for size in sizes {
            parts.push(line.rest.with(axis, cells.by_ref().take(size).collect(), &plan.members));
        }
    }
    Ok(parts)
}

/// Cells that differ on one axis only.
struct Line {
    rest: Part,
    /// Indices on the axis, ascending.
    cells: Vec<usize>,
}

fn lines(plan: &Plan, cohorts: &[Cohort], axis: Axis) -> Result<Vec<Line>, EvenFault> {
    let mut places: BTreeMap<[Vec<usize>; 4], usize> = BTreeMap::new();
    let mut lines: Vec<Line> = Vec::new();
    for part in cohorts.iter().map(Part::of) {
        let key = [Axis::Regions, Axis::Ages, Axis::YearDigits, Axis::DayDigits].map(|other| {
            let mut chosen = if other == axis { Vec::new() } else { part.chosen(other, &plan.members) };
            order::sort(&mut chosen);
            chosen
        });
        let place = *places.entry(key).or_insert(lines.len());
        if place == lines.len() {
            lines.push(Line { rest: part.clone(), cells: Vec::new() });
        }
        lines[place].cells.extend(part.chosen(axis, &plan.members));
    }
    for line in &mut lines {
        order::sort(&mut line.cells);
        if line.cells.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(EvenFault::Overlapping);
        }
    }
    Ok(lines)
}

/// Starters expected of every cell of every line, in thousandths of a person.
fn weights(plan: &Plan, lines: &[Line], axis: Axis) -> Vec<Vec<u64>> {
    let cells = |line: &Line| -> Vec<Cohort> {
        let cell = |&cell: &usize| line.rest.with(axis, vec![cell], &plan.members).named(String::new());
        line.cells.iter().map(cell).collect()
    };
    let atoms = adopt(plan, lines.iter().flat_map(cells).collect());
    let mut expected = expected_starters(&atoms.plan).into_iter().map(|people| (people * 1_000.0).round() as u64);
    lines.iter().map(|line| expected.by_ref().take(line.cells.len()).collect()).collect()
}

/// The sizes of the groups of each line: `count` groups in all, each of one cell at least.
///
/// The smallest possible largest group comes from bisection. Under that cap the least sum of squares of a line is
/// convex in its number of groups, so giving each further group to the line that gains most is exact.
pub fn evenest(lines: &[Vec<u64>], count: usize) -> Vec<Vec<usize>> {
    let cap = smallest_cap(lines, count);
    let least: Vec<usize> = lines.iter().map(|line| groups_under(line, cap)).collect();
    let extra = count.saturating_sub(least.iter().sum());
    let mut tables: Vec<Squares> = lines.iter().map(|line| Squares::new(line, cap)).collect();
    let mut taken = least;
    for _ in 0..extra {
        let gains = tables.iter_mut().zip(&taken).map(|(table, &groups)| table.gain(groups));
        let best = gains.enumerate().filter_map(|(line, gain)| Some((gain?, std::cmp::Reverse(line)))).max();
        let Some((_, std::cmp::Reverse(line))) = best else { break };
        taken[line] += 1;
    }
    tables.iter_mut().zip(taken).map(|(table, groups)| table.sizes(groups)).collect()
}

fn smallest_cap(lines: &[Vec<u64>], count: usize) -> u64 {
    let mut low = lines.iter().flatten().copied().max().unwrap_or(0);
    let mut high = lines.iter().map(|line| line.iter().sum()).max().unwrap_or(0).max(low);
    while low < high {
        let middle = low + (high - low) / 2;
        let needed: usize = lines.iter().map(|line| groups_under(line, middle)).sum();
        if needed <= count { high = middle } else { low = middle + 1 }
    }
    low
}

/// The least number of groups of neighbours none of which is above `cap`.
fn groups_under(line: &[u64], cap: u64) -> usize {
    let mut groups = usize::from(!line.is_empty());
    let mut sum = 0;
    for &weight in line {
        if sum + weight > cap {
            groups += 1;
            sum = 0;
        }
        sum += weight;
    }
    groups
}

/// Least sums of squares of the first so many cells of a line in so many groups.
struct Squares {
    /// Sum of the cells before.
    before: Vec<u64>,
    cap: u64,
    /// `rows[groups][cells]` = least sum and the cells before the last group; `None` = cannot be.
    rows: Vec<Vec<Option<(u128, usize)>>>,
}

impl Squares {
    fn new(line: &[u64], cap: u64) -> Self {
        let mut before = vec![0];
        before.extend(line.iter().scan(0, |sum, &weight| {
            *sum += weight;
            Some(*sum)
        }));
        let mut nothing = vec![None; before.len()];
        nothing[0] = Some((0, 0));
        Self { before, cap, rows: vec![nothing] }
    }

    fn least(&mut self, groups: usize) -> Option<u128> {
        while self.rows.len() <= groups {
            let row = self.next_row();
            self.rows.push(row);
        }
        Some(self.rows[groups].last().copied()??.0)
    }

    fn next_row(&self) -> Vec<Option<(u128, usize)>> {
        let above = &self.rows[self.rows.len() - 1];
        let best = |cells: usize| {
            let mut best: Option<(u128, usize)> = None;
            for start in (0..cells).rev() {
                let sum = self.before[cells] - self.before[start];
                if sum > self.cap {
                    break;
                }
                let Some((so_far, _)) = above[start] else { continue };
                let total = so_far + u128::from(sum) * u128::from(sum);
                if best.is_none_or(|(least, _)| total < least) {
                    best = Some((total, start));
                }
            }
            best
        };
        (0..self.before.len()).map(best).collect()
    }

    /// What one group more takes off the sum; `None` where there is no cell left for it.
    fn gain(&mut self, groups: usize) -> Option<u128> {
        let now = self.least(groups)?;
        if groups + 1 >= self.before.len() {
            return None;
        }
        Some(now - self.least(groups + 1)?)
    }

    fn sizes(&mut self, groups: usize) -> Vec<usize> {
        self.least(groups);
        let mut sizes = Vec::with_capacity(groups);
        let mut cells = self.before.len() - 1;
        for row in self.rows[1..=groups].iter().rev() {
            let Some((_, start)) = row[cells] else { break };
            sizes.push(cells - start);
            cells = start;
        }
        sizes.reverse();
        sizes
    }
}
