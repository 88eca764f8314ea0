//! The shape of a population table: residents by region and age band.

pub mod starters;

use super::wording::Wording;

/// Residents of the regions of a city by age band.
#[derive(Clone, Copy, Debug)]
pub struct PopulationTable {
    pub name: Wording,
    /// Whom to name beside the numbers.
    pub source: Wording,
    pub regions: &'static [TableRegion],
    pub ages: &'static [TableAge],
    /// `residents[region][age]` [people].
    pub residents: &'static [&'static [u64]],
}

/// A row of a population table.
#[derive(Clone, Copy, Debug)]
pub struct TableRegion {
    /// Administrative code, ten digits in Korea.
    pub code: &'static str,
    pub name: Wording,
}

/// A column of a population table: ages `from..=to` in completed years.
#[derive(Clone, Copy, Debug)]
pub struct TableAge {
    /// Understood in both languages.
    pub name: &'static str,
    pub from: u32,
    pub to: u32,
}
