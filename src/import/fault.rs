//! Why a table could not be read, or gives no membership; each with its place.

use thiserror::Error;

use super::band::Band;

/// Why nothing, or no membership, came of an input. What was in hand stays as it is.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum ImportFault {
    #[error("the input holds no table")]
    Empty,
    #[error("{bytes} bytes are more than {most}")]
    TooLarge { bytes: usize, most: usize },
    #[error("the text is not in the encoding {label}")]
    Encoding { label: &'static str },
    #[error("the bytes are no text")]
    NotText,
    #[error("the workbook cannot be read")]
    Workbook,
    #[error("workbooks are not read by this build")]
    NoWorkbooks,
    #[error("line {line}, column {column} holds a person: {kind:?}")]
    Persons { line: usize, column: usize, kind: PersonMark },
    #[error("no column holds counts of people")]
    NoCounts,
    #[error("lines of years of birth need the year of the table")]
    NoYear,
    #[error("{first} and {second} share ages")]
    BandsOverlap { first: String, second: String },
    #[error("{} does not fold into the wanted bands", band.name())]
    BandCut { band: Band },
    #[error("{given} {what:?}, at most {most}")]
    TooMany { what: Many, given: u64, most: u64 },
    #[error("no row with people is left")]
    Nobody,
}

/// By what a row was seen to be about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonMark {
    ResidentNumber,
    Phone,
    Mail,
    BirthDate,
    /// A row per person: ages, but no count.
    RowEach,
}

/// What a plan holds only so many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    Regions,
    Ages,
    Cells,
    People,
}

impl ImportFault {
    /// A name that stays the same.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::Encoding { .. } => "encoding",
            Self::NotText => "not-text",
            Self::Workbook => "workbook",
            Self::NoWorkbooks => "no-workbooks",
            Self::Persons { .. } => "persons",
            Self::NoCounts => "no-counts",
            Self::NoYear => "no-year",
            Self::BandsOverlap { .. } => "bands-overlap",
            Self::BandCut { .. } => "band-cut",
            Self::TooMany { .. } => "too-many",
            Self::Nobody => "nobody",
        }
    }
}
