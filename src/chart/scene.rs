//! What a picture says, as plain data: one value for canvas, SVG, table and readings.

use super::time_axis::TimeAxis;
use super::value_axis::ValueAxis;
use crate::forecast::Verdict;
use crate::risk::{Band, Chance};

/// One picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The finding, as a sentence.
    pub title: String,
    /// Measure, unit and averaging.
    pub subtitle: String,
    /// For whoever does not see the picture.
    pub summary: String,
    pub time: TimeAxis,
    pub values: ValueAxis,
    pub bars: Vec<Bar>,
    /// The baseline where the plan has no slot.
    pub ghost_bars: Vec<GhostBar>,
    /// The plan by the minute.
    pub curve: Option<Curve>,
    /// Where the curve of the plan lies in most draws.
    pub band: Option<CurveArea>,
    /// The height of a moment, and when it comes in most draws [minutes from the start of the horizon].
    pub moment: Option<(f64, Spread)>,
    /// The baseline by the minute.
    pub ghost: Option<Curve>,
    /// Names the baseline once.
    pub ghost_label: Option<GhostLabel>,
    pub limits: Vec<Limit>,
    /// Words at the right edge.
    pub side_labels: Vec<SideLabel>,
    pub callout: Option<Callout>,
    pub selection: Option<Selection>,
    /// What left and right read, in order of time; one per row of the table.
    pub points: Vec<Point>,
    pub table: Table,
}

/// Where something stands on the time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// From, until [minutes from the start of the horizon].
    Minutes(u32, u32),
    /// All time in no window.
    Between,
}

/// A bar of the plan with the baseline behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Index of the window that it belongs to; `None` = the time between windows.
    pub window: Option<usize>,
    pub span: Span,
    /// Its place among bars of the same time: which, of how many.
    pub lane: (usize, usize),
    /// `None` = no limit, or closed throughout.
    pub value: Option<f64>,
    /// The same interval of the baseline.
    pub ghost: Option<f64>,
    pub verdict: Verdict,
    /// Where the value lies in most draws; of bars of hours that of the slot, on its highest.
    pub spread: Option<Spread>,
    /// Of the slot breaking.
    pub chance: Option<Chance>,
    pub catch_up: bool,
    /// Under the bar.
    pub label: String,
    /// When it starts, in full.
    pub time: String,
}

/// Where a value lies in nine of ten draws, and in half of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    pub low: f64,
    pub lower: f64,
    pub upper: f64,
    pub high: f64,
}

impl Spread {
    /// `None` = some of the draws have no value.
    pub fn of(band: &Band) -> Option<Self> {
        let [low, lower, _, upper, high] = band.values;
        (low > f64::NEG_INFINITY).then_some(Self { low, lower, upper, high })
    }

    /// Every end through `map`, which keeps their order.
    pub fn map(self, map: impl Fn(f64) -> f64) -> Self {
        Self { low: map(self.low), lower: map(self.lower), upper: map(self.upper), high: map(self.high) }
    }
}

/// The spread of a curve, stretch by stretch.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveArea {
    /// Length of a stretch [min].
    pub stretch_minutes: u32,
    /// One per stretch of the horizon.
    pub spreads: Vec<Spread>,
}

impl CurveArea {
    /// The spread of the stretch that holds a minute.
    pub fn at(&self, minute: u32) -> Option<&Spread> {
        self.spreads.get((minute / self.stretch_minutes) as usize)
    }

    /// The highest finite end.
    pub fn highest(&self) -> Option<f64> {
        self.spreads.iter().map(|spread| spread.high).filter(|high| high.is_finite()).reduce(f64::max)
    }
}

/// A stretch of the baseline without a bar of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct GhostBar {
    pub span: Span,
    pub value: f64,
}

/// A value per minute of the horizon; `None` = there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    pub values: Vec<Option<f64>>,
}

/// The words that name the baseline, beside a bar or a minute.
#[derive(Clone, Debug, PartialEq)]
pub struct GhostLabel {
    pub span: Span,
    pub value: f64,
    pub figure: String,
    pub words: String,
}

/// A line across the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    pub course: Course,
    pub label: String,
    pub dashed: bool,
}

/// The height of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Course {
    Level(f64),
    /// One after the other; no line where there is no limit.
    Steps(Vec<Step>),
}

/// A stretch of a line [minutes from the start of the horizon].
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub from: u32,
    pub to: u32,
    pub value: f64,
    pub label: String,
}

/// Words at the right edge, at the height of a value.
#[derive(Clone, Debug, PartialEq)]
pub struct SideLabel {
    pub value: f64,
    pub text: String,
}

/// A point of the curve with words.
#[derive(Clone, Debug, PartialEq)]
pub struct Callout {
    pub minute: u32,
    pub value: f64,
    pub text: String,
}

/// The marked stretch of time and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    pub span: Span,
    pub headline: String,
    pub detail: String,
}

/// One reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub span: Span,
    pub reading: String,
}

/// The same numbers as the picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Scene {
    /// The point whose stretch of time holds `minute`, else the nearest.
    pub fn nearest(&self, minute: u32) -> Option<usize> {
        let distance = |point: &Point| match point.span {
            Span::Minutes(from, _) if minute < from => from - minute,
            Span::Minutes(_, to) if minute >= to => minute - to + 1,
            Span::Minutes(..) => 0,
            Span::Between => u32::MAX,
        };
        (0..self.points.len()).min_by_key(|index| distance(&self.points[*index]))
    }
}

impl Bar {
    /// Value in the row of numbers of the picture.
    pub fn peak(&self) -> f64 {
        self.value.unwrap_or(0.0)
    }
}
