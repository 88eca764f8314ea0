//! Spreads a number of members over a population table in proportion to its residents.

use super::population::PopulationTable;
use super::wording::Reading;
use crate::num::apportion;
use crate::plan::{AgeBand, Membership, Region};

/// `total` members [people] spread over the cells of `table` by largest remainder, in exact integers; ties go to
/// the earlier cell, region by region. Nobody is spread over a table without residents.
pub fn members_in_proportion(table: &PopulationTable, total: u64, read: Reading) -> Membership {
    let cells: Vec<u64> = table.residents.iter().flat_map(|row| row.iter().copied()).collect();
    let mut members = apportion::shares(&cells, total).into_iter();
    let regions = table
        .regions
        .iter()
        .map(|region| Region { name: read(region.name).to_owned(), code: Some(region.code.to_owned()) });
    let ages = table.ages.iter().map(|age| AgeBand { name: age.name.to_owned(), from: age.from, to: age.to });
    Membership {
        regions: regions.collect(),
        ages: ages.collect(),
        counts: table.residents.iter().map(|row| members.by_ref().take(row.len()).collect()).collect(),
    }
}
