//! What can be wrong with the text of a plan file.

use thiserror::Error;

use super::{BYTES_MAX, DEPTH_MAX, FORMAT, VERSION};

/// Why a text is no plan file of this version. Nothing is taken from the text then.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum PlanFileError {
    #[error("the text has {bytes} bytes, more than {BYTES_MAX}")]
    TooLarge { bytes: usize },
    #[error("the text is nested deeper than {DEPTH_MAX}")]
    TooDeep,
    /// Line and column count from 1, the column in characters.
    #[error("no JSON from line {line}, column {column} on")]
    NotJson { line: usize, column: usize },
    /// JSON, but not an object whose `format` is [`FORMAT`].
    #[error("no object with \"format\": \"{FORMAT}\"")]
    NotAPlan,
    #[error("plan file version {version}, this is {VERSION}")]
    Newer { version: u64 },
    #[error("{pointer} is missing")]
    Missing { pointer: String },
    /// Another type, a bad date or time, or a word that has no meaning there. `found` is the start of the JSON text.
    #[error("{pointer} is {found}, expected {expected:?}")]
    Unexpected { pointer: String, expected: Expected, found: String },
    #[error("the number at {pointer} is too large")]
    NumberTooLarge { pointer: String },
    /// The same field twice in one object.
    #[error("{pointer} stands there twice")]
    Duplicate { pointer: String },
}

/// What a place of a plan file asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Object,
    List,
    Text,
    Number,
    /// 0, 1, 2, ...
    WholeNumber,
    /// `true` or `false`.
    Flag,
    /// `2022-04-01`
    Date,
    /// `2022-04-01T14:00` or `2022-04-01T14:00:30`
    Time,
    /// A number, or a list with a number for each age band.
    NumberOrList,
    /// A list of 24 numbers.
    HourWeights,
    OneOf(&'static [&'static str]),
}

impl PlanFileError {
    /// The place in the plan, where there is one.
    pub fn pointer(&self) -> Option<&str> {
        match self {
            Self::Missing { pointer }
            | Self::Unexpected { pointer, .. }
            | Self::NumberTooLarge { pointer }
            | Self::Duplicate { pointer } => Some(pointer),
            Self::TooLarge { .. } | Self::TooDeep | Self::NotJson { .. } | Self::NotAPlan | Self::Newer { .. } => None,
        }
    }

    /// Name of the variant for programs; never changes.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "plan-too-large",
            Self::TooDeep => "plan-too-deep",
            Self::NotJson { .. } => "plan-not-json",
            Self::NotAPlan => "plan-not-a-plan",
            Self::Newer { .. } => "plan-newer",
            Self::Missing { .. } => "plan-field-missing",
            Self::Unexpected { .. } => "plan-field-unexpected",
            Self::NumberTooLarge { .. } => "plan-number-too-large",
            Self::Duplicate { .. } => "plan-field-twice",
        }
    }
}
