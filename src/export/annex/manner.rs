//! The ways in which paragraphs of a report are set: sizes, colours and distances, the same in every format.

use crate::forecast::Verdict;

/// Colours of words and lines, as six digits.
pub const INK: &str = "15212A";
pub const FAINT: &str = "43515B";
pub const LINE: &str = "C9D1D3";

/// A way in which a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    Body,
    Kind,
    Title,
    About,
    Section,
    Part,
    /// The finding, by what it says.
    Finding(Verdict),
    Lead,
    Note,
    Item,
    /// An address in full.
    Address,
    /// Above a table or picture, with a number.
    Caption,
    /// Holds a picture or table and no words.
    Holder,
    /// Heading of a column.
    Head,
    Cell,
    Strong,
    /// Word of a verdict in a cell.
    State(Verdict),
    /// The value of a key figure; missed or not.
    Value {
        is_missed: bool,
    },
    /// Beside a key figure.
    Small,
    /// In boxes that are signed.
    Box,
    Foot,
}

/// How it looks. Lengths are in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Height of letters.
    pub size: f64,
    pub is_strong: bool,
    pub ink: &'static str,
    pub before: f64,
    pub after: f64,
    /// From line to line, in heights of letters.
    pub line: f64,
    /// Stays on the page of what follows.
    pub keeps: bool,
    /// Colour of a bar at its side.
    pub bar: Option<&'static str>,
    /// Distance from the side, of all lines; the first begins so much before.
    pub inset: (f64, f64),
    /// Level in an outline of the document, from 1.
    pub level: Option<u8>,
    /// Running text, which has letters of its own where a format has them.
    pub is_running: bool,
}

const PLAIN: Look = Look {
    size: 9.5,
    is_strong: false,
    ink: INK,
    before: 0.0,
    after: 0.0,
    line: 1.5,
    keeps: false,
    bar: None,
    inset: (0.0, 0.0),
    level: None,
    is_running: false,
};
/// In cells of tables.
const SET: Look = Look { size: 7.5, line: 1.3, ..PLAIN };

impl Manner {
    pub const ALL: [Self; 26] = [
        Self::Body,
        Self::Kind,
        Self::Title,
        Self::About,
        Self::Section,
        Self::Part,
        Self::Finding(Verdict::Holds),
        Self::Finding(Verdict::AtRisk),
        Self::Finding(Verdict::Breaks),
        Self::Lead,
        Self::Note,
        Self::Item,
        Self::Address,
        Self::Caption,
        Self::Holder,
        Self::Head,
        Self::Cell,
        Self::Strong,
        Self::State(Verdict::Holds),
        Self::State(Verdict::AtRisk),
        Self::State(Verdict::Breaks),
        Self::Value { is_missed: false },
        Self::Value { is_missed: true },
        Self::Small,
        Self::Box,
        Self::Foot,
    ];

    /// Its place in [`Self::ALL`].
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|known| *known == self).unwrap_or_default()
    }

    pub fn look(self) -> Look {
        match self {
            Self::Body => Look { after: 6.0, keeps: true, is_running: true, ..PLAIN },
            Self::Kind => Look { ink: FAINT, keeps: true, ..PLAIN },
            Self::Title => Look { size: 17.0, is_strong: true, line: 1.3, keeps: true, ..PLAIN },
            Self::About => Look { ink: FAINT, after: 6.0, keeps: true, ..PLAIN },
            Self::Section => Look {
                size: 12.5,
                is_strong: true,
                before: 19.0,
                after: 5.5,
                line: 1.3,
                keeps: true,
                level: Some(1),
                ..PLAIN
            },
            Self::Part => Look {
                size: 10.5,
                is_strong: true,
                before: 11.0,
                after: 3.0,
                line: 1.3,
                keeps: true,
                level: Some(2),
                ..PLAIN
            },
            Self::Finding(verdict) => Look {
                size: 12.0,
                is_strong: true,
                before: 3.0,
                after: 6.0,
                bar: Some(colour(verdict)),
                inset: (12.0, 0.0),
                ..PLAIN
            },
            Self::Lead => Look { after: 4.0, is_running: true, ..PLAIN },
            Self::Note => Look { size: 8.0, ink: FAINT, before: 3.0, after: 8.0, line: 1.45, ..PLAIN },
            Self::Item => Look { size: 8.5, after: 3.0, line: 1.45, inset: (20.0, 20.0), is_running: true, ..PLAIN },
            Self::Address => Look { size: 7.5, ink: FAINT, after: 4.0, line: 1.4, keeps: true, ..PLAIN },
            Self::Caption => Look { is_strong: true, before: 7.0, after: 3.0, keeps: true, ..PLAIN },
            Self::Holder => Look { line: 1.0, keeps: true, ..PLAIN },
            Self::Head => Look { is_strong: true, ..SET },
            Self::Cell => SET,
            Self::Strong => Look { is_strong: true, ..SET },
            Self::State(verdict) => Look { is_strong: true, ink: colour(verdict), ..SET },
            Self::Value { is_missed } => Look {
                size: 14.0,
                is_strong: true,
                ink: if is_missed { colour(Verdict::Breaks) } else { INK },
                line: 1.3,
                ..PLAIN
            },
            Self::Small => Look { size: 8.0, ink: FAINT, line: 1.4, ..PLAIN },
            Self::Box => Look { size: 8.5, line: 1.3, ..PLAIN },
            Self::Foot => Look { size: 8.0, ink: FAINT, line: 1.3, ..PLAIN },
        }
    }
}

/// Colour of a verdict.
fn colour(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "0F6A62",
        Verdict::AtRisk => "855000",
        Verdict::Breaks => "AD2317",
    }
}
