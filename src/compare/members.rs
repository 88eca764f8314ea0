//! What differs in the tables of members.

use crate::plan::{Membership, Plan, Region};

/// What the second table has otherwise than the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MembersChange {
    /// All members of the first and of the second, where they are not as many [people].
    pub total: Option<(u64, u64)>,
    /// Indices of regions in the second table that the first does not have.
    pub added: Vec<usize>,
    /// Indices of regions in the first table that the second does not have.
    pub removed: Vec<usize>,
    /// The ages are cut into other bands.
    pub bands: bool,
    /// Regions of both whose counts differ, by their index in the second; empty where the bands differ.
    pub counts: Vec<usize>,
}

pub fn members(before: &Plan, after: &Plan) -> MembersChange {
    let (first, second) = (&*before.members, &*after.members);
    let pairs = paired(first, second);
    let missing = |here: &Membership, taken: Vec<usize>| -> Vec<usize> {
        (0..here.regions.len()).filter(|at| !taken.contains(at)).collect()
    };
    let spans = |table: &Membership| -> Vec<(u32, u32)> { table.ages.iter().map(|age| (age.from, age.to)).collect() };
    let bands = spans(first) != spans(second);
    let differ = |&&(one, other): &&(usize, usize)| first.counts.get(one) != second.counts.get(other);
    let (one, other) = (first.total(), second.total());
    MembersChange {
        total: (one != other).then_some((one, other)),
        added: missing(second, pairs.iter().map(|pair| pair.1).collect()),
        removed: missing(first, pairs.iter().map(|pair| pair.0).collect()),
        bands,
        counts: pairs.iter().filter(differ).map(|pair| pair.1).filter(|_| !bands).collect(),
    }
}

/// Regions that are the same place, by index in the first and in the second: of one code, or of one name where one of
/// them has no code.
pub(super) fn paired(first: &Membership, second: &Membership) -> Vec<(usize, usize)> {
    let same = |one: &Region, other: &Region| match (&one.code, &other.code) {
        (Some(one), Some(other)) => one == other,
        _ => one.name == other.name,
    };
    let mut taken = vec![false; first.regions.len()];
    let mut pairs = Vec::new();
    for (at, region) in second.regions.iter().enumerate() {
        // Most often they stand in the same order.
        let nearby = Some(at).filter(|&at| first.regions.get(at).is_some_and(|one| !taken[at] && same(one, region)));
        let found = nearby.or_else(|| (0..taken.len()).find(|&one| !taken[one] && same(&first.regions[one], region)));
        if let Some(one) = found {
            taken[one] = true;
            pairs.push((one, at));
        }
    }
    pairs
}
