//! What was understood of a table, what else it could mean, and what came of it.

use super::band::{Ages, Band};
use super::delimited::Delimiter;
use super::fault::ImportFault;
use super::label::Sex;
use super::layout::Role;
use super::number::DecimalMark;
use super::period::Period;
use super::tree::Level;
use crate::plan::Membership;

/// A guess or a choice, with everything that could be chosen instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick<T> {
    pub taken: T,
    /// It was chosen, not guessed.
    pub chosen: bool,
    /// `taken` included.
    pub among: Vec<T>,
}

/// Where the cells came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The encoding is that of a file; pasted text has none.
    Text {
        encoding: Option<Pick<&'static str>>,
        delimiter: Pick<Delimiter>,
    },
    Workbook {
        sheet: Pick<String>,
    },
}

/// Into which bands ages are put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BandWidth {
    AsGiven,
    Years(u32),
    /// Bands of one's own, in order.
    Own(Vec<Band>),
}

/// What goes down the rows and across the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    Places,
    Ages,
    Sexes,
    Periods,
}

/// Everything the page shows before a table is taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    pub source: Source,
    /// Rows above the figures; those of titles among them.
    pub header_rows: Pick<usize>,
    pub decimal_mark: Pick<DecimalMark>,
    /// Its counts are thousands of people.
    pub thousands: Pick<bool>,
    /// The first columns of the table.
    pub columns: Vec<ColumnRead>,
    pub down: Vec<Dimension>,
    pub across: Vec<Dimension>,
    /// Which kind of people, by the words of the table; empty if it says none.
    pub measure: Pick<String>,
    pub period: Pick<Option<Period>>,
    /// `Both` is counted as given, or as men and women together.
    pub sex: Pick<Sex>,
    pub level: Pick<Level>,
    pub bands: Pick<BandWidth>,
    /// The bands of the table that are counted.
    pub bands_read: Vec<Band>,
    pub left_out: Vec<LeftOut>,
    pub sums: Vec<Sum>,
    /// People of ages that no wanted band holds [people].
    pub outside: u64,
    pub membership: Result<Membership, ImportFault>,
}

/// A column and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnRead {
    /// Its headings; empty if it has none.
    pub label: String,
    pub role: Pick<Role>,
}

/// A row, column or cell that is not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Counted from 1; `None` = a column as a whole.
    pub line: Option<usize>,
    /// Counted from 1; `None` = a row as a whole.
    pub column: Option<usize>,
    pub reason: Reason,
    /// What stands there.
    pub text: String,
    /// People in it, where they are known [people].
    pub people: Option<u64>,
}

/// Why something is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A cell that is no number costs its row.
    NotANumber,
    Negative,
    Percent,
    /// No figure in the chosen year: a place that did not exist.
    NoFigures,
    /// Some figures are marked as not given and counted as nobody.
    Missing,
    /// A day that a spreadsheet made of an age band; it is counted as the band.
    ReadAsAges,
    /// A total, by its name.
    Total,
    /// A total of rows, by its sum.
    SumOfRows,
    /// A place above the chosen level; its parts are counted.
    Above,
    /// A place below the chosen level; it is counted in the larger one.
    Below,
    /// The same place twice.
    Twice,
    /// A band that is the sum of others.
    SumOfBands,
    /// A band inside another one that is counted.
    InsideBand,
    /// People whose age is not known.
    UnknownAge,
    /// Shares, households, means.
    NotPeople,
    NotUnderstood,
    LeftByChoice,
    Note,
    HeadingAgain,
    RowNumbers,
    Empty,
}

/// A total of the table beside what was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    pub of: SumOf,
    /// By the table [people].
    pub stated: u64,
    /// By adding up what it is the total of [people].
    pub counted: u64,
    /// Places for which the two differ.
    pub differing: Vec<String>,
}

/// What a total of the table is the total of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SumOf {
    /// A column of all ages, by its heading.
    AllAges(String),
    /// A place, by the places in it.
    Place(String),
    /// The total row.
    Everything,
    Sexes,
    /// A band, by its parts.
    Band(Ages),
}

impl Sum {
    pub fn agrees(&self) -> bool {
        self.stated == self.counted && self.differing.is_empty()
    }
}

impl Preview {
    /// Total of the membership [people].
    pub fn people(&self) -> u64 {
        self.membership.as_ref().map_or(0, Membership::total)
    }
}

impl<T: PartialEq> Pick<T> {
    /// `chosen` if that can be, else the guess.
    pub(super) fn of(chosen: Option<T>, guess: T, among: Vec<T>) -> Self {
        match chosen {
            Some(taken) => Self { taken, chosen: true, among },
            None => Self { taken: guess, chosen: false, among },
        }
    }
}
