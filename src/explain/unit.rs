//! The unit a number has on the page, beside that of the plan file.

use crate::num::three_figures;
use crate::plan::Plan;
use crate::plan::pointer::index;
use crate::text::unit_words::{self, Dimension};
use crate::text::{Language, format, sources};

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
    /// The unit of the field at a place of the plan file.
    pub fn of(pointer: &str) -> Self {
        match pointer.rsplit('/').find(|step| index(step).is_none()).unwrap_or_default() {
            "show_up" | "opening_share" | "ignore_window_share" | "weight" => Self::Percent,
            "retry_share" | "fail_share" | "fail_retry_share" | "percentile" | "load" => Self::Percent,
            "wait_s" | "service_s" => Self::Seconds,
            "opening_ramp_s" | "patience_s" | "retry_after_s" => Self::Minutes,
            "mean_s" | "scale_s" => Self::Hours,
            "per_s" | "rate_per_s" | "admit_per_s" => Self::PerSecond,
            "sessions" | "inside_max" => Self::People,
            "uninvited_per_member" => Self::PerMember,
            _ => Self::Plain,
        }
    }

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

/// A value as its field shows it: in the unit of the page, or in that in which it was typed.
pub fn quantity(language: Language, plan: &Plan, pointer: &str, value: f64) -> String {
    said(language, plan, pointer, value, |value| value)
}

/// As [`quantity`], for a value that was found rather than given: to three figures of that unit.
pub fn about(language: Language, plan: &Plan, pointer: &str, value: f64) -> String {
    said(language, plan, pointer, value, three_figures)
}

fn said(language: Language, plan: &Plan, pointer: &str, value: f64, round: fn(f64) -> f64) -> String {
    let unit = Unit::of(pointer);
    let typed = plan.entered_as.get(pointer).and_then(|typed| unit_of(typed));
    match typed.filter(|(dimension, _)| Some(*dimension) == unit.dimension()) {
        Some((dimension, factor)) => {
            format!("{}{}", number(round(value / factor)), sources::sign(language, Some(dimension), factor))
        }
        None => in_unit(language, unit, unit.stored(round(unit.shown(value)))),
    }
}

/// An end of what a number may be: a length of time in the units that say it best, else as [`quantity`].
pub fn bound(language: Language, unit: Unit, value: f64) -> String {
    match unit.dimension() {
        Some(Dimension::Time) if value >= 60.0 => format::duration(language, value),
        Some(Dimension::Time) => in_unit(language, Unit::Seconds, value),
        _ => in_unit(language, unit, value),
    }
}

/// A value in a unit of the page.
pub fn in_unit(language: Language, unit: Unit, value: f64) -> String {
    format!("{}{}", number(unit.shown(value)), sources::sign(language, unit.dimension(), unit.factor()))
}

/// The unit in a typed text.
fn unit_of(typed: &str) -> Option<(Dimension, f64)> {
    let plain = unit_words::plain(typed);
    let is_digit = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | '-' | '+');
    let (before, rest) = plain.split_at(plain.find(is_digit)?);
    unit_words::unit(before, rest.trim_start_matches(is_digit))
}

/// From here on a number is written with an exponent.
const EXPONENT_FROM: f64 = 1e12;

/// A plain number, with an exponent where its digits would not be read.
pub fn number(value: f64) -> String {
    let size = value.abs();
    if size >= EXPONENT_FROM || (size > 0.0 && size < 1e-6) { format!("{value:e}") } else { format::decimal(value, 6) }
}
