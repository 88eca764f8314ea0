//! The largest plan that is accepted; the published schema carries the same numbers.

pub const DAYS_MAX: u32 = 92;
pub const REGIONS_MAX: usize = 300;
pub const AGES_MAX: usize = 120;
pub const CELLS_MAX: usize = 10_000;
pub const COHORTS_MAX: usize = 2_500;
pub const WINDOWS_MAX: usize = 500;
pub const STAGES_MAX: usize = 12;
pub const PEOPLE_MAX: u64 = 100_000_000;
