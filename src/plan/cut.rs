//! The membership cut into cohorts: whole people per cohort, exact and in a stable order.
//!
//! Per cell the parties are the cohorts in order and, last, the rest in no cohort. Each has an exact fraction of
//! the cell (see [`super::digits`]); whole people follow by largest remainder, ties going to the earlier party.

use super::digits::{BandWeights, BirthDigits};
use super::{Cohort, Plan};
use crate::num::order;

/// Who is in which cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// One per cohort of the plan.
    pub cohorts: Vec<CohortPeople>,
    /// Members that no cohort covers [people].
    pub in_no_cohort: u64,
    /// Members that two or more cohorts cover, each counted once [people].
    pub covered_twice: u64,
    /// Cohorts that cover people of an earlier one, in order.
    pub overlaps: Vec<Overlap>,
}

/// The people of one cohort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CohortPeople {
    /// Index of the age band and people, over all regions, in the order of bands, without empty ones.
    pub by_age: Vec<(usize, u64)>,
    /// Index of the region and people, over all ages, in the order of regions, without empty ones.
    pub by_region: Vec<(usize, u64)>,
    /// [people].
    pub total: u64,
}

/// A cohort whose rule covers people of an earlier cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    pub cohort: usize,
    /// The first cohort that covers some of the same people.
    pub earlier: usize,
    /// Its members whom an earlier cohort covers, rounded up in each cell [people].
    pub people: u64,
}

/// Cohorts that can share a cell without covering anybody twice: one per pair of birth digits.
const DISJOINT_MOST: usize = 100;

/// Cuts the membership of `plan` into its cohorts.
///
/// Where cohorts overlap, no cut gives each person once: in such a cell each cohort has its own fraction, rounded,
/// and cohorts beyond the first hundred and one are not looked at.
/// Indices that do not exist select nobody. Costs per cell the shorter of two lists: the cohorts of its region and
/// those of its age band.
pub fn cut(plan: &Plan) -> Cut {
    let rules: Vec<Rule> = plan.cohorts.iter().map(|cohort| Rule::new(plan, cohort)).collect();
    let of_region: Vec<Vec<usize>> = lists(plan.members.regions.len(), &rules, |rule| &rule.regions);
    let of_age: Vec<Vec<usize>> = lists(plan.members.ages.len(), &rules, |rule| &rule.ages);
    let bands: Vec<BandWeights> =
        plan.members.ages.iter().map(|band| BandWeights::new(band, plan.first_day.year())).collect();

    let mut tally = Tally::new(rules.len(), bands.len());
    let mut parties = Vec::new();
    for (region, counts) in plan.members.counts.iter().enumerate().take(of_region.len()) {
        for (age, &people) in counts.iter().enumerate().take(bands.len()) {
            if people == 0 {
                continue;
            }
            parties.clear();
            let (by_region, by_age) = (&of_region[region], &of_age[age]);
            let shorter = if by_region.len() < by_age.len() { by_region } else { by_age };
            let covering = shorter.iter().filter(|&&cohort| rules[cohort].covers(region, age));
            let weighed = covering.map(|&cohort| {
                let digits = rules[cohort].digits;
                Party { cohort, digits, weight: bands[age].weight(digits) }
            });
            parties.extend(weighed.filter(|party| party.weight > 0).take(DISJOINT_MOST + 1));
            tally.add_cell(Cell { region, age, people }, &bands[age], &parties);
        }
    }
    tally.finish()
}

/// A cohort's rule, laid out for quick questions.
struct Rule {
    regions: Vec<bool>,
    ages: Vec<bool>,
    digits: BirthDigits,
}

impl Rule {
    fn new(plan: &Plan, cohort: &Cohort) -> Self {
        Self {
            regions: chosen(cohort.regions.as_deref(), plan.members.regions.len()),
            ages: chosen(cohort.ages.as_deref(), plan.members.ages.len()),
            digits: BirthDigits::of(cohort.birth_year_digits.as_deref(), cohort.birth_day_digits.as_deref()),
        }
    }

    fn covers(&self, region: usize, age: usize) -> bool {
        self.regions[region] && self.ages[age]
    }
}

fn chosen(indices: Option<&[usize]>, length: usize) -> Vec<bool> {
    let Some(indices) = indices else { return vec![true; length] };
    let mut chosen = vec![false; length];
    for &index in indices {
        if let Some(place) = chosen.get_mut(index) {
            *place = true;
        }
    }
    chosen
}

/// For each of `length` regions or ages the cohorts that choose it, in order.
fn lists(length: usize, rules: &[Rule], choice: impl Fn(&Rule) -> &Vec<bool>) -> Vec<Vec<usize>> {
    let mut lists = vec![Vec::new(); length];
    for (cohort, rule) in rules.iter().enumerate() {
        for (list, _) in lists.iter_mut().zip(choice(rule)).filter(|(_, chosen)| **chosen) {
            list.push(cohort);
        }
    }
    lists
}

struct Party {
    cohort: usize,
    digits: BirthDigits,
    /// Over the band's whole.
    weight: u128,
}

#[derive(Clone, Copy)]
struct Cell {
    region: usize,
    age: usize,
    people: u64,
}

/// What has been cut so far.
struct Tally {
    by_age: Vec<Vec<u64>>,
    by_region: Vec<Vec<(usize, u64)>>,
    overlaps: Vec<Option<Overlap>>,
    in_no_cohort: u64,
    covered_twice: u64,
}

impl Tally {
    fn new(cohorts: usize, ages: usize) -> Self {
        Self {
            by_age: vec![vec![0; ages]; cohorts],
            by_region: vec![Vec::new(); cohorts],
            overlaps: vec![None; cohorts],
            in_no_cohort: 0,
            covered_twice: 0,
        }
    }

    fn add_cell(&mut self, cell: Cell, band: &BandWeights, parties: &[Party]) {
        if let [party] = parties
            && party.weight == band.whole()
        {
            self.give(cell, party.cohort, cell.people);
            return;
        }
        let covered = parties.iter().fold(BirthDigits::NOBODY, |covered, party| covered.either(party.digits));
        let covered_weight = band.weight(covered);
        let asked: u128 = parties.iter().map(|party| party.weight).sum();
        if asked == covered_weight {
            self.cut_cell(cell, band.whole(), parties);
        } else {
            self.note_overlaps(cell, band, parties);
            for party in parties {
                let doubled = 2 * u128::from(cell.people) * party.weight + band.whole();
                self.give(cell, party.cohort, (doubled / (2 * band.whole())) as u64);
            }
            let uncovered = u128::from(cell.people) * (band.whole() - covered_weight);
            self.in_no_cohort = self.in_no_cohort.saturating_add((uncovered / band.whole()) as u64);
        }
    }

    /// Largest remainder over disjoint parties and, last, the rest.
    fn cut_cell(&mut self, cell: Cell, whole: u128, parties: &[Party]) {
        let people = u128::from(cell.people);
        let rest_weight = whole - parties.iter().map(|party| party.weight).sum::<u128>();
        let weights = || parties.iter().map(|party| party.weight).chain([rest_weight]);
        let mut given: Vec<u64> = weights().map(|weight| (people * weight / whole) as u64).collect();
        // The floors miss the whole by less than one person per party.
        let left = cell.people - given.iter().sum::<u64>();
        let mut remainders: Vec<(u128, usize)> =
            weights().enumerate().map(|(place, weight)| (people * weight % whole, place)).collect();
        order::sort_by(&mut remainders, |(one, earlier), (other, later)| other.cmp(one).then(earlier.cmp(later)));
        for &(_, place) in remainders.iter().take(left as usize) {
            given[place] += 1;
        }
        for (party, people) in parties.iter().zip(&given) {
            self.give(cell, party.cohort, *people);
        }
        self.in_no_cohort = self.in_no_cohort.saturating_add(given[parties.len()]);
    }

    fn give(&mut self, cell: Cell, cohort: usize, people: u64) {
        if people == 0 {
            return;
        }
        let of_age = &mut self.by_age[cohort][cell.age];
        *of_age = of_age.saturating_add(people);
        match self.by_region[cohort].last_mut() {
            Some((region, so_far)) if *region == cell.region => *so_far = so_far.saturating_add(people),
            _ => self.by_region[cohort].push((cell.region, people)),
        }
    }

    fn note_overlaps(&mut self, cell: Cell, band: &BandWeights, parties: &[Party]) {
        let whole_people = |weight: u128| (u128::from(cell.people) * weight).div_ceil(band.whole()) as u64;
        let mut covered = BirthDigits::NOBODY;
        let mut twice = BirthDigits::NOBODY;
        for (place, party) in parties.iter().enumerate() {
            let shared = party.digits.both(covered);
            let weight = band.weight(shared);
            covered = covered.either(party.digits);
            twice = twice.either(shared);
            if weight == 0 {
                continue;
            }
            let overlap = &mut self.overlaps[party.cohort];
            let so_far = overlap.as_ref().map_or(0, |overlap| overlap.people);
            let earlier = overlap.as_ref().map_or_else(|| first_sharing(band, parties, place), |found| found.earlier);
            let people = so_far.saturating_add(whole_people(weight));
            *overlap = Some(Overlap { cohort: party.cohort, earlier, people });
        }
        self.covered_twice = self.covered_twice.saturating_add(whole_people(band.weight(twice)));
    }

    fn finish(self) -> Cut {
        let cohorts = self.by_age.into_iter().zip(self.by_region).map(|(by_age, by_region)| CohortPeople {
            total: by_region.iter().fold(0, |sum, (_, people)| sum.saturating_add(*people)),
            by_age: by_age.into_iter().enumerate().filter(|(_, people)| *people > 0).collect(),
            by_region,
        });
        Cut {
            cohorts: cohorts.collect(),
            in_no_cohort: self.in_no_cohort,
            covered_twice: self.covered_twice,
            overlaps: self.overlaps.into_iter().flatten().collect(),
        }
    }
}

/// The first cohort before `place` that shares people of the cell with the one at `place`, which does share some.
fn first_sharing(band: &BandWeights, parties: &[Party], place: usize) -> usize {
    let shares = |party: &&Party| band.weight(party.digits.both(parties[place].digits)) > 0;
    parties[..place].iter().find(shares).map_or(0, |party| party.cohort)
}

#[cfg(test)]
mod tests;
