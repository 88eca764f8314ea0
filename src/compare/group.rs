//! People of a table told as regions, ages and birth digits.

use crate::num::order;

/// Some members of a plan, as few words as possible can name them.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Indices of regions in the second plan; `None` = all that both plans have.
    pub regions: Option<Vec<usize>>,
    /// Spans of ages in completed years, both ends included; `None` = all ages.
    pub ages: Option<Vec<(u32, u32)>>,
    /// Last digits of the year of birth; `None` = all.
    pub birth_year_digits: Option<Vec<u8>>,
    /// Last digits of the day of birth; `None` = all.
    pub birth_day_digits: Option<Vec<u8>>,
    /// [people]
    pub people: f64,
}

/// People of one region and of ages that follow each other, with birth digits as masks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Atom {
    pub region: usize,
    pub ages: (u32, u32),
    pub years: u16,
    pub days: u16,
    pub people: f64,
}

/// Every digit, as a mask.
pub(super) const ALL_DIGITS: u16 = (1 << 10) - 1;

/// Ages of a region that follow each other told as one span.
fn spans(mut ages: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    order::sort(&mut ages);
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for (from, to) in ages {
        match spans.last_mut() {
            Some(younger) if from <= younger.1.saturating_add(1) => younger.1 = younger.1.max(to),
            _ => spans.push((from, to)),
        }
    }
    spans
}

/// The ages that each region has people of.
pub(super) struct Whole {
    by_region: Vec<Vec<(u32, u32)>>,
}

impl Whole {
    /// Of everybody who is compared.
    pub fn new(regions: usize, cells: impl Iterator<Item = (usize, (u32, u32))>) -> Self {
        let mut by_region = vec![Vec::new(); regions];
        for (region, ages) in cells {
            by_region[region].push(ages);
        }
        Self { by_region: by_region.into_iter().map(spans).collect() }
    }

    /// The ages of a group; `None` where they are all that its region has.
    fn ages(&self, region: usize, ages: Vec<(u32, u32)>) -> Option<Vec<(u32, u32)>> {
        let ages = spans(ages);
        (self.by_region[region] != ages).then_some(ages)
    }

    fn is_all(&self, regions: &[usize]) -> bool {
        let peopled = (0..self.by_region.len()).filter(|&region| !self.by_region[region].is_empty());
        peopled.eq(regions.iter().copied())
    }
}

/// The same people in few groups, the largest first: regions with the same ages are one, by their digits.
pub(super) fn grouped(atoms: &[Atom], whole: &Whole) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut digits: Vec<(u16, u16)> = atoms.iter().map(|atom| (atom.years, atom.days)).collect();
    order::sort(&mut digits);
    digits.dedup();
    for (years, days) in digits {
        let of_digits = || atoms.iter().filter(move |atom| (atom.years, atom.days) == (years, days));
        let mut regions: Vec<usize> = of_digits().map(|atom| atom.region).collect();
        order::sort(&mut regions);
        regions.dedup();
        let first = groups.len();
        for region in regions {
            let here = || of_digits().filter(move |atom| atom.region == region);
            let ages = whole.ages(region, here().map(|atom| atom.ages).collect());
            let people: f64 = here().map(|atom| atom.people).sum();
            let alike = groups[first..].iter_mut().find(|group| group.ages == ages);
            match alike {
                Some(Group { regions: Some(regions), people: sum, .. }) => {
                    regions.push(region);
                    *sum += people;
                }
                _ => groups.push(Group {
                    regions: Some(vec![region]),
                    ages,
                    birth_year_digits: listed(years),
                    birth_day_digits: listed(days),
                    people,
                }),
            }
        }
        for group in &mut groups[first..] {
            group.regions = group.regions.take().filter(|regions| !whole.is_all(regions));
        }
    }
    order::sort_by(&mut groups, |one, other| other.people.total_cmp(&one.people));
    groups
}

fn listed(mask: u16) -> Option<Vec<u8>> {
    (mask != ALL_DIGITS).then(|| (0..10).filter(|digit| mask >> digit & 1 == 1).collect())
}
