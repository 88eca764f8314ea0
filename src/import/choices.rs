//! What somebody decided about a table; everything else is guessed.

use super::band::Band;
use super::delimited::Delimiter;
use super::label::Sex;
use super::layout::Role;
use super::number::DecimalMark;
use super::period::Period;
use super::preview::BandWidth;
use super::tree::Level;

/// One decision per guess of a [`Preview`](super::Preview); `None` = guess.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// One of [`LABELS`](super::encoding::LABELS).
    pub encoding: Option<&'static str>,
    pub delimiter: Option<Delimiter>,
    pub sheet: Option<String>,
    pub header_rows: Option<usize>,
    pub decimal_mark: Option<DecimalMark>,
    pub thousands: Option<bool>,
    /// What columns hold, by their position from 0.
    pub roles: Vec<(usize, Role)>,
    pub measure: Option<String>,
    pub period: Option<Option<Period>>,
    pub sex: Option<Sex>,
    pub level: Option<Level>,
    pub bands: Option<BandWidth>,
    /// Bands of the table that are not counted, where two overlap.
    pub without_bands: Vec<Band>,
}
