//! The unit a number has on the page, beside that of the plan file.

use super::number::{ChangeNumber, NumberField, StageNumber, TailNumber};
use crate::text::unit_words::Dimension;

/// The unit a field has on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Percent,
    Seconds,
    Minutes,
    Hours,
    PerSecond,
    People,
    PerMember,
    /// A factor, a weight, a shape.
    Plain,
}

impl Unit {
    /// How much of the plan's unit one of this unit is.
    pub fn factor(self) -> f64 {
        match self {
            Self::Percent => 0.01,
            Self::Minutes => 60.0,
            Self::Hours => 3600.0,
            Self::Seconds | Self::PerSecond | Self::People | Self::PerMember | Self::Plain => 1.0,
        }
    }

    /// A value of the plan in this unit.
    pub fn shown(self, value: f64) -> f64 {
        match self {
            Self::Percent => value * 100.0,
            _ => value / self.factor(),
        }
    }

    /// A value in this unit as the plan holds it.
    pub fn stored(self, value: f64) -> f64 {
        match self {
            Self::Percent => value / 100.0,
            _ => value * self.factor(),
        }
    }

    /// What the unit measures; `None` where no unit can be typed.
    pub fn dimension(self) -> Option<Dimension> {
        match self {
            Self::Percent => Some(Dimension::Share),
            Self::Seconds | Self::Minutes | Self::Hours => Some(Dimension::Time),
            Self::PerSecond => Some(Dimension::Flow),
            Self::People => Some(Dimension::People),
            Self::PerMember | Self::Plain => None,
        }
    }
}

impl NumberField {
    pub fn unit(self) -> Unit {
        match self {
            Self::ShowUp
            | Self::ShowUpOfAge(_)
            | Self::OpeningShare
            | Self::IgnoreWindow
            | Self::TargetPercentile
            | Self::TargetLoad
            | Self::Tail(_, TailNumber::Weight) => Unit::Percent,
            Self::OpeningRamp | Self::RoomPatience => Unit::Minutes,
            Self::TargetWait => Unit::Seconds,
            Self::Tail(_, TailNumber::Mean | TailNumber::Scale) => Unit::Hours,
            Self::Tail(_, TailNumber::Shape | TailNumber::Alpha) | Self::HourWeight(_) => Unit::Plain,
            Self::Uninvited => Unit::PerMember,
            Self::Starters(_) | Self::Admit | Self::Background(..) => Unit::PerSecond,
            Self::Stage(_, number) => number.unit(),
            Self::Change(_, _, ChangeNumber::Rate) => Unit::PerSecond,
            Self::Change(_, _, ChangeNumber::Sessions) => Unit::People,
            Self::Change(_, _, ChangeNumber::Times) => Unit::Plain,
        }
    }
}

impl StageNumber {
    fn unit(self) -> Unit {
        match self {
            Self::Rate => Unit::PerSecond,
            Self::Sessions => Unit::People,
            Self::Service => Unit::Seconds,
            Self::Patience | Self::RetryAfter => Unit::Minutes,
            Self::RetryShare | Self::FailShare | Self::FailRetryShare => Unit::Percent,
        }
    }
}
