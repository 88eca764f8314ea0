//! Residents (거주자) by region and five-year band at the end of December 2022, as tables that the import reads.
//!
//! Numbers of 행정안전부 주민등록 인구통계, 2022-12. Only the workshop carries them.

use crate::library::Wording;
use crate::library::wording::Reading;

/// A table to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Starter {
    Busan,
    Seoul,
    Provinces,
}

/// Columns before the figures: code, name in Korean, name in English.
const NAMES: usize = 3;

impl Starter {
    pub const ALL: [Self; 3] = [Self::Busan, Self::Seoul, Self::Provinces];

    /// As comma-separated text with code and name, in the language of `read`.
    pub fn table(self, read: Reading) -> String {
        let text = match self {
            Self::Busan => include_str!("busan.csv"),
            Self::Seoul => include_str!("seoul.csv"),
            Self::Provinces => include_str!("provinces.csv"),
        };
        let line = |line: &'static str| {
            let mut cells = line.splitn(NAMES + 1, ',');
            let mut next = || cells.next().unwrap_or_default();
            let (code, korean, english, rest) = (next(), next(), next(), next());
            format!("{code},{},{rest}\n", read(Wording::new(korean, english)))
        };
        text.lines().map(line).collect()
    }
}
