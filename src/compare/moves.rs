//! Who is invited at another time.

use std::collections::BTreeMap;

use super::group::{ALL_DIGITS, Atom, Group, Whole, grouped};
use super::members::paired;
use crate::clock::CivilTime;
use crate::num::order;
use crate::plan::digits::{BandWeights, BirthDigits};
use crate::plan::{AgeBand, Plan};

/// People whose ordinary window opens at another time.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// `None` = not invited.
    pub from: Option<CivilTime>,
    pub to: Option<CivilTime>,
    /// The largest first.
    pub groups: Vec<Group>,
    /// [people]
    pub people: f64,
}

/// All who are invited at another time, among the members that both plans have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moves {
    /// The largest first.
    pub list: Vec<Move>,
    /// Invited by either plan [people].
    pub invited: f64,
    /// Of those, who are invited at another time, or by one plan only [people].
    pub moved: f64,
    /// By how much everybody is invited later, negative for earlier, where that is the same for all [s].
    pub shift: Option<i64>,
}

/// Ages from here on are the open end of a table, whatever number it writes there [years].
const OPEN_FROM: u32 = 99;
const OLDEST: u32 = 120;

/// A cohort as far as it matters who is in it and when they are invited.
struct Invited {
    ages: Vec<bool>,
    years: u16,
    days: u16,
    opens: Option<CivilTime>,
}

impl Invited {
    /// The cohorts of a plan, and for each region those that choose it.
    fn all(plan: &Plan) -> (Vec<Self>, Vec<Vec<usize>>) {
        let mut opens = vec![None; plan.cohorts.len()];
        for window in plan.windows.iter().filter(|window| !window.catch_up) {
            for &cohort in &window.cohorts {
                if let Some(known @ None) = opens.get_mut(cohort) {
                    *known = Some(window.opens);
                }
            }
        }
        let mut of_region = vec![Vec::new(); plan.members.regions.len()];
        let mut cohorts = Vec::with_capacity(opens.len());
        for (at, (cohort, opens)) in plan.cohorts.iter().zip(opens).enumerate() {
            let covers = |chosen: &Option<Vec<usize>>, place: usize| {
                chosen.as_ref().is_none_or(|chosen| chosen.contains(&place))
            };
            let regions = of_region.iter_mut().enumerate().filter(|(region, _)| covers(&cohort.regions, *region));
            regions.for_each(|(_, cohorts)| cohorts.push(at));
            cohorts.push(Self {
                ages: (0..plan.members.ages.len()).map(|age| covers(&cohort.ages, age)).collect(),
                years: mask(cohort.birth_year_digits.as_deref()),
                days: mask(cohort.birth_day_digits.as_deref()),
                opens,
            });
        }
        (cohorts, of_region)
    }
}

fn mask(digits: Option<&[u8]>) -> u16 {
    digits.map_or(ALL_DIGITS, |digits| {
        digits.iter().filter(|&&digit| digit < 10).fold(0, |mask, digit| mask | 1 << digit)
    })
}

/// Ages that a band of each plan holds, with the indices of the two.
fn shared_ages(before: &Plan, after: &Plan) -> Vec<(usize, usize, (u32, u32))> {
    let end = |band: &AgeBand| if band.to >= OPEN_FROM { OLDEST } else { band.to };
    let mut shared = Vec::new();
    for (other, wide) in after.members.ages.iter().enumerate() {
        for (one, narrow) in before.members.ages.iter().enumerate() {
            let ages = (wide.from.max(narrow.from), end(wide).min(end(narrow)));
            if ages.0 <= ages.1 {
                shared.push((one, other, ages));
            }
        }
    }
    shared
}

/// Who is invited at another time by the second plan.
///
/// People are those of the second plan, in the regions that both have. Where the bands differ, they are taken to be
/// spread evenly over the single ages of the second plan's band.
pub fn moves(before: &Plan, after: &Plan) -> Moves {
    let (first, of_first) = Invited::all(before);
    let (second, of_second) = Invited::all(after);
    let shared = shared_ages(before, after);
    let year = after.first_day.year();
    let regions = paired(&before.members, &after.members);
    let mut by_times: BTreeMap<(Option<CivilTime>, Option<CivilTime>), Vec<Atom>> = BTreeMap::new();
    let mut cells = Vec::new();
    let weights: Vec<(BandWeights, f64)> =
        shared.iter().map(|&(_, band, ages)| weigh(after, band, ages, year)).collect();
    for &(one_region, region) in &regions {
        for (&(one_band, band, ages), (weights, part)) in shared.iter().zip(&weights) {
            let count = after.members.counts.get(region).and_then(|counts| counts.get(band)).copied().unwrap_or(0);
            if count == 0 {
                continue;
            }
            cells.push((region, ages));
            let people = count as f64 * part;
            let of = |cohorts: &[usize], all: &[Invited], band: usize| -> Vec<usize> {
                cohorts.iter().copied().filter(|&cohort| all[cohort].ages.get(band) == Some(&true)).collect()
            };
            let from = of(&of_first[one_region], &first, one_band);
            let to = of(&of_second[region], &second, band);
            let mut found = |opens: (Option<CivilTime>, Option<CivilTime>), years: u16, days: u16, share: f64| {
                if opens != (None, None) && share * people > 0.0 {
                    let atom = Atom { region, ages, years, days, people: share * people };
                    by_times.entry(opens).or_default().push(atom);
                }
            };
            each_pair(&first, &from, &second, &to, weights, &mut found);
        }
    }
    let whole = Whole::new(after.members.regions.len(), cells.into_iter());
    told(by_times, &whole)
}

/// Calls `found` with the openings, the digits and the share of the cell of whoever is in a cohort of either plan.
fn each_pair(
    first: &[Invited],
    from: &[usize],
    second: &[Invited],
    to: &[usize],
    weights: &BandWeights,
    found: &mut impl FnMut((Option<CivilTime>, Option<CivilTime>), u16, u16, f64),
) {
    let share = |years: u16, days: u16| {
        let digits = |mask: u16| -> Vec<u8> { (0..10).filter(|digit| mask >> digit & 1 == 1).collect() };
        let digits = BirthDigits::of(Some(&digits(years)), Some(&digits(days)));
        weights.weight(digits) as f64 / weights.whole() as f64
    };
    let mut met = vec![0.0; to.len()];
    for one in from.iter().map(|&cohort| &first[cohort]) {
        let mut rest = share(one.years, one.days);
        for (other, met) in to.iter().map(|&cohort| &second[cohort]).zip(&mut met) {
            let (years, days) = (one.years & other.years, one.days & other.days);
            if years != 0 && days != 0 {
                let both = share(years, days);
                found((one.opens, other.opens), years, days, both);
                *met += both;
                rest -= both;
            }
        }
        if rest > LEAST_SHARE {
            found((one.opens, None), one.years, one.days, rest);
        }
    }
    for (other, met) in to.iter().map(|&cohort| &second[cohort]).zip(met) {
        let rest = share(other.years, other.days) - met;
        if rest > LEAST_SHARE {
            found((None, other.opens), other.years, other.days, rest);
        }
    }
}

/// Below this a share of a cell is what rounding leaves [1].
const LEAST_SHARE: f64 = 1e-9;

/// The birth digits of some ages of a band, and which part of the band they are [1].
fn weigh(plan: &Plan, band: usize, (from, to): (u32, u32), year: i32) -> (BandWeights, f64) {
    let whole = &plan.members.ages[band];
    // The open end counts as long as the table says, as it does when the members are cut.
    let last = to.min(whole.to.max(from));
    let ages = AgeBand { name: String::new(), from, to: last };
    let part = f64::from(last - from + 1) / f64::from(whole.to.max(whole.from) - whole.from + 1);
    (BandWeights::new(&ages, year), part.min(1.0))
}

fn told(by_times: BTreeMap<(Option<CivilTime>, Option<CivilTime>), Vec<Atom>>, whole: &Whole) -> Moves {
    let mut moves = Moves::default();
    let mut offsets: Vec<Option<i64>> = Vec::new();
    for ((from, to), atoms) in by_times {
        let people: f64 = atoms.iter().map(|atom| atom.people).sum();
        moves.invited += people;
        offsets.push(from.zip(to).map(|(from, to)| to.seconds_since(from)));
        if from != to {
            moves.moved += people;
            moves.list.push(Move { from, to, groups: grouped(&atoms, whole), people });
        }
    }
    if let [Some(first), others @ ..] = offsets.as_slice() {
        let is_one = *first != 0 && others.iter().all(|other| other == &Some(*first));
        moves.shift = is_one.then_some(*first);
    }
    order::sort_by(&mut moves.list, |one, other| other.people.total_cmp(&one.people));
    moves
}
