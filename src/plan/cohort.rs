//! The membership by region and age band, and the rules that cut it into cohorts.

/// People counted by region x age band; only counts, never persons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    pub regions: Vec<Region>,
    pub ages: Vec<AgeBand>,
    /// `counts[region][age]` [people].
    pub counts: Vec<Vec<u64>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    pub name: String,
    /// Administrative code, ten digits in Korea.
    pub code: Option<String>,
}

/// Ages `from..=to` in completed years; an open-ended band has a `to` as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgeBand {
    pub name: String,
    pub from: u32,
    pub to: u32,
}

/// A rule that selects part of the membership; `None` selects all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cohort {
    pub name: String,
    /// Indices of regions.
    pub regions: Option<Vec<usize>>,
    /// Indices of age bands.
    pub ages: Option<Vec<usize>>,
    /// Last digits of the year of birth, 0..=9.
    pub birth_year_digits: Option<Vec<u8>>,
    /// Last digits of the day of birth, 0..=9.
    pub birth_day_digits: Option<Vec<u8>>,
}

impl Membership {
    /// Sum of all counts, at most `u64::MAX` [people].
    pub fn total(&self) -> u64 {
        self.counts.iter().flatten().fold(0, |sum, people| sum.saturating_add(*people))
    }
}

impl Cohort {
    /// Everybody, under the given name.
    pub fn everyone(name: &str) -> Self {
        Self { name: name.to_owned(), regions: None, ages: None, birth_year_digits: None, birth_day_digits: None }
    }
}
