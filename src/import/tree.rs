//! Which places lie in which, by code, by name and by sum, and how they are cut into the regions of one level.

use std::collections::BTreeMap;

use super::facts::Spot;
use super::region::Place;

/// A level of places: how deep a table is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level {
    /// By Korean codes 1 = province, 2 = municipality, 3 = ward of a city, 4 = neighbourhood; else the depth from 1.
    pub rank: u8,
    /// The ranks are those of Korean codes.
    pub by_code: bool,
    /// Regions of the cut; where a branch ends earlier, its last place stands in for its parts.
    pub regions: usize,
}

/// A place with its people by ages; `None` where it has no figure at all.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    pub spot: &'a Spot,
    pub people: Option<Vec<u64>>,
    /// Of a row that a cell cost: the figures that are good, by ages.
    pub partly: Option<Vec<Option<u64>>>,
}

/// How places lie in each other.
#[derive(Clone, Debug)]
pub struct Tree {
    pub parents: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
    ranks: Vec<u8>,
    /// Rows that are totals of everything, by name or by sum.
    pub totals: Vec<usize>,
    /// Those that are so by sum only.
    pub sums: Vec<usize>,
    by_code: bool,
    people: Vec<Option<u64>>,
}

/// Digits of a Korean code.
const KOREAN: usize = 10;
/// Parts that make up no more than this share of the whole do not stand for it [1].
const HALF: f64 = 0.5;
/// How far parts may be from their whole for a code alone to make them parts [1].
const NEAR: f64 = 0.1;
/// Binary digits of the figures that agree, below which it may be chance.
const DIGITS: u32 = 24;

/// Finds which places lie in which.
pub fn build(nodes: &[Node]) -> Tree {
    let count = nodes.len();
    let people: Vec<Option<u64>> = nodes
        .iter()
        .map(|node| node.people.as_ref().map(|people| people.iter().fold(0_u64, |sum, part| sum.saturating_add(*part))))
        .collect();
    let coded = nodes.iter().filter(|node| is_korean(&node.spot.place)).count();
    let by_code = coded * 10 >= count * 8 && count > 0;
    let mut tree = Tree {
        parents: vec![None; count],
        children: Vec::new(),
        ranks: vec![0; count],
        totals: (0..count).filter(|&at| nodes[at].spot.place.total && nodes[at].spot.place.path.is_empty()).collect(),
        sums: Vec::new(),
        by_code,
        people,
    };
    if by_code {
        tree.parents_by_korean_code(nodes);
    } else {
        tree.parents_by_name(nodes);
        tree.parents_by_prefix(nodes);
    }
    tree.parents_by_sum(nodes);
    tree.finish(nodes);
    tree
}

fn is_korean(place: &Place) -> bool {
    place.code.as_ref().is_some_and(|code| code.len() == KOREAN && code.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The rank and the parents, nearest first, of a Korean code.
fn korean(code: &str) -> (u8, Vec<String>) {
    let padded = |digits: &str| format!("{digits:0<width$}", width = KOREAN);
    let province = padded(&code[..2]);
    let city = padded(&format!("{}0", &code[..4]));
    let municipality = padded(&code[..5]);
    if code == province {
        return (1, Vec::new());
    }
    if code == municipality {
        // A ward of a city shares four digits with it; other municipalities may end in another digit as well.
        return if code == city { (2, vec![province]) } else { (3, vec![city, province]) };
    }
    (4, vec![municipality, city, province])
}

/// Whether parts of which some figures are bad add up to the whole in the ages where all are good; too few digits
/// prove nothing.
fn agrees_partly(nodes: &[Node], whole: &[u64], parts: &[usize]) -> bool {
    let figure = |part: usize, age: usize| match (&nodes[part].people, &nodes[part].partly) {
        (Some(people), _) => people.get(age).copied(),
        (None, Some(partly)) => partly.get(age).copied().flatten(),
        (None, None) => Some(0),
    };
    let mut digits = 0;
    for (age, &people) in whole.iter().enumerate() {
        let Some(sum) = parts.iter().map(|&part| figure(part, age)).sum::<Option<u64>>() else { continue };
        if sum != people {
            return false;
        }
        digits += u64::BITS - people.leading_zeros();
    }
    digits >= DIGITS
}

impl Tree {
    fn parents_by_korean_code(&mut self, nodes: &[Node]) {
        let codes: BTreeMap<&str, usize> =
            nodes.iter().enumerate().filter_map(|(at, node)| Some((node.spot.place.code.as_deref()?, at))).collect();
        for (at, node) in nodes.iter().enumerate().filter(|(_, node)| is_korean(&node.spot.place)) {
            let code = node.spot.place.code.as_deref().unwrap_or_default();
            let (rank, above) = korean(code);
            self.parents[at] =
                above.iter().find_map(|code| codes.get(code.as_str()).copied()).filter(|parent| *parent != at);
            let of_a_city = self.parents[at]
                .is_some_and(|parent| nodes[parent].spot.place.code.as_deref().is_some_and(|code| korean(code).0 == 2));
            self.ranks[at] = if rank == 3 && !of_a_city { 2 } else { rank };
        }
    }

    /// A name that begins with the whole path of another place lies in it.
    fn parents_by_name(&mut self, nodes: &[Node]) {
        let paths: BTreeMap<&[String], usize> = nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| !node.spot.place.path.is_empty())
            .map(|(at, node)| (node.spot.place.path.as_slice(), at))
            .rev()
            .collect();
        for (at, node) in nodes.iter().enumerate() {
            let path = &node.spot.place.path;
            let above = (1..path.len()).rev().find_map(|length| paths.get(&path[..length]).copied());
            self.parents[at] = above.filter(|parent| *parent != at);
        }
    }

    /// A code that begins with another one, its closing zeros aside, if the sums nearly agree.
    fn parents_by_prefix(&mut self, nodes: &[Node]) {
        let code = |at: usize| nodes[at].spot.place.code.as_deref().unwrap_or_default();
        let stem = |at: usize| code(at).trim_end_matches('0').len().max(2).min(code(at).len());
        let mut parents: Vec<Option<usize>> = vec![None; nodes.len()];
        for at in (0..nodes.len()).filter(|&at| self.parents[at].is_none() && code(at).len() > 1) {
            let lies_in = |other: usize| {
                other != at
                    && code(other).len() <= code(at).len()
                    && !code(other).is_empty()
                    && stem(other) < code(at).len()
                    && code(at).starts_with(&code(other)[..stem(other)])
                    && (code(other).len() < code(at).len() || stem(other) < stem(at))
            };
            parents[at] = (0..nodes.len()).filter(|&other| lies_in(other)).max_by_key(|&other| stem(other));
        }
        for parent in 0..nodes.len() {
            let parts: Vec<usize> = (0..nodes.len()).filter(|&at| parents[at] == Some(parent)).collect();
            let sum: u64 = parts.iter().filter_map(|&at| self.people[at]).sum();
            let whole = self.people[parent].unwrap_or(0) as f64;
            if !parts.is_empty() && (sum as f64 - whole).abs() <= NEAR * whole {
                for at in parts {
                    self.parents[at] = Some(parent);
                }
            }
        }
    }

    /// A place whose people are those of the places right below or right above it, age by age.
    fn parents_by_sum(&mut self, nodes: &[Node]) {
        for backwards in [false, true] {
            // Places that lie in none yet, in the order of search from the end.
            let mut open: Vec<usize> = Vec::new();
            let order: Vec<usize> =
                if backwards { (0..nodes.len()).collect() } else { (0..nodes.len()).rev().collect() };
            for at in order {
                if self.parents[at].is_some() || self.totals.contains(&at) {
                    continue;
                }
                if let Some(parts) = self.adding_up_to(nodes, at, &open) {
                    open.truncate(open.len() - parts.len());
                    for part in &parts {
                        self.parents[*part] = Some(at);
                    }
                    self.sums.push(at);
                }
                open.push(at);
            }
        }
    }

    /// The last of the `open` places that together have the people of `whole`; where a cell of one of them is bad, in
    /// the other ages.
    fn adding_up_to(&self, nodes: &[Node], whole: usize, open: &[usize]) -> Option<Vec<usize>> {
        let people = nodes[whole].people.as_ref()?;
        let wanted = self.people[whole].filter(|people| *people > 0)?;
        let digits: u32 = people.iter().map(|part| u64::BITS - part.leading_zeros()).sum();
        if self.parents.contains(&Some(whole)) || digits < DIGITS {
            return None;
        }
        let mut sum = 0;
        let mut is_partial = false;
        for (taken, &at) in open.iter().rev().enumerate() {
            sum += self.people[at].unwrap_or(0);
            is_partial |= nodes[at].partly.is_some();
            if is_partial && sum <= wanted {
                let parts = &open[open.len() - taken - 1..];
                if taken > 0 && agrees_partly(nodes, people, parts) {
                    return Some(parts.to_vec());
                }
                continue;
            }
            // One part is the whole again: only if its figures could not agree by chance.
            if sum == wanted && (taken > 0 || digits >= 2 * DIGITS) {
                let parts: Vec<usize> = open[open.len() - taken - 1..].to_vec();
                let of_age =
                    |age: usize| parts.iter().filter_map(|&part| nodes[part].people.as_ref()?.get(age)).sum::<u64>();
                return (0..people.len()).all(|age| of_age(age) == people[age]).then_some(parts);
            }
            if sum > wanted {
                return None;
            }
        }
        None
    }

    fn finish(&mut self, nodes: &[Node]) {
        let count = nodes.len();
        self.children = vec![Vec::new(); count];
        for at in 0..count {
            if let Some(parent) = self.parents[at] {
                self.children[parent].push(at);
            }
        }
        if !self.by_code {
            for at in 0..count {
                let mut depth = 1;
                let mut next = self.parents[at];
                while let (Some(parent), true) = (next, depth < u8::MAX) {
                    depth += 1;
                    next = self.parents[parent];
                }
                self.ranks[at] = depth;
            }
        }
    }

    /// Places that have a figure of their own and lie in no other.
    fn roots(&self) -> Vec<usize> {
        (0..self.parents.len()).filter(|&at| self.parents[at].is_none() && !self.totals.contains(&at)).collect()
    }

    /// Whether the parts of a place stand for it: they have most of its people.
    fn divides(&self, at: usize) -> bool {
        let parts: u64 = self.children[at].iter().filter_map(|&part| self.people[part]).sum();
        !self.children[at].is_empty() && parts as f64 > HALF * self.people[at].unwrap_or(0) as f64
    }

    /// The regions of a level: each person of the table is in one of them.
    pub fn cut(&self, rank: u8) -> Vec<usize> {
        let mut regions = Vec::new();
        let mut pending = self.roots();
        pending.reverse();
        while let Some(at) = pending.pop() {
            let deeper = self.children[at].iter().any(|&part| self.ranks[part] <= rank);
            if self.ranks[at] < rank && deeper && self.divides(at) {
                pending.extend(self.children[at].iter().rev());
            } else {
                regions.push(at);
            }
        }
        regions.retain(|&at| self.people[at].is_some());
        crate::num::order::sort(&mut regions);
        regions
    }

    /// The levels that cut a table differently, from the coarsest.
    pub fn levels(&self) -> Vec<Level> {
        let mut ranks = self.ranks.clone();
        crate::num::order::sort(&mut ranks);
        ranks.dedup();
        let mut levels: Vec<Level> = Vec::new();
        let mut cuts: Vec<Vec<usize>> = Vec::new();
        for rank in ranks {
            let cut = self.cut(rank);
            if !cut.is_empty() && !cuts.contains(&cut) {
                levels.push(Level { rank, by_code: self.by_code, regions: cut.len() });
                cuts.push(cut);
            }
        }
        levels
    }

    /// Whether `at` lies in `whole`, at any depth.
    pub fn lies_in(&self, at: usize, whole: usize) -> bool {
        let mut next = self.parents[at];
        for _ in 0..self.parents.len() {
            match next {
                Some(parent) if parent == whole => return true,
                Some(parent) => next = self.parents[parent],
                None => return false,
            }
        }
        false
    }
}
