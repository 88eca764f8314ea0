//! Words of the requirement sentences: what a tender asks of capacity, waits, tests and records, in both languages.
//!
//! Each number that a sentence names is one of the fields below; nothing is rounded here that a bidder could be held to.

mod english;
mod korean;

use super::Language;
use super::format::{decimal, integer};
use crate::clock::{CivilDate, CivilTime};
use crate::forecast::Verdict;
use crate::num::three_figures;

/// What sort of requirement it is, as tenders divide them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    Functional,
    Performance,
    Test,
    Constraint,
    Management,
}

impl Category {
    /// The letters before the number of a requirement.
    pub fn letters(self) -> &'static str {
        match self {
            Self::Functional => "SFR",
            Self::Performance => "PER",
            Self::Test => "TER",
            Self::Constraint => "COR",
            Self::Management => "PMR",
        }
    }
}

/// The unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// [people per second]
    Flow,
    /// [people]
    People,
    /// [s]
    Wait,
    /// [s], a length of time that is no wait.
    Seconds,
    /// [min]
    Minutes,
    /// [days]
    Days,
    /// [1], in per cent.
    Share,
    /// [1]
    Times,
    /// Windows.
    Windows,
}

/// A figure of a forecast: likely, and where nine draws of ten have it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    pub likely: f64,
    /// 5th and 95th percentile; `None` = not computed.
    pub band: Option<(f64, f64)>,
}

/// What is asked of a stage.
#[derive(Clone, Copy, Debug)]
pub struct CapacityFacts<'a> {
    pub stage: &'a str,
    /// [people per second]
    pub required: f64,
    /// Mean service time [s].
    pub service_s: f64,
    /// [people]
    pub at_once: f64,
    /// Attempts of the busiest minute [people per second].
    pub peak: Known,
    /// It starts from the upper end of the band.
    pub is_from_high: bool,
    /// [1]
    pub headroom: f64,
    /// Others use the stage too.
    pub has_others: bool,
}

/// How capacity and waits are measured.
#[derive(Clone, Copy, Debug)]
pub struct MeasureFacts {
    pub sample_s: f64,
    pub test_min: f64,
    /// [1]
    pub tolerance: f64,
    /// Part of what is asked for that a count must reach [1].
    pub least: f64,
}

/// What is asked of waits; `None` = the forecast does not keep it, so that it is not asked.
#[derive(Clone, Copy, Debug)]
pub struct WaitFacts {
    /// The plan has a waiting room.
    pub has_room: bool,
    /// [1]
    pub percentile: f64,
    /// [s]
    pub at_percentile: Option<f64>,
    /// [s]
    pub longest: Option<f64>,
    /// Share of the starters who may give up for good [1].
    pub lost: f64,
    /// With the capacity asked for [s]; `None` = not over.
    pub forecast_at_percentile: Option<Known>,
    pub forecast_longest: Option<Known>,
    pub forecast_lost: Known,
}

/// What is asked of a waiting room.
#[derive(Clone, Copy, Debug)]
pub struct RoomFacts {
    /// [people per second]
    pub admit: f64,
    /// [people]
    pub inside_most: Option<f64>,
    /// Who must find room in it, and the forecast that it rests on [people].
    pub waiting: Option<(f64, Known)>,
    /// That forecast is taken at the upper end of its band.
    pub is_from_high: bool,
    /// How many times the forecast that is [1].
    pub overshoot: f64,
    /// That is left at every stage [1].
    pub headroom: f64,
    pub return_min: f64,
}

/// What is asked where more come than forecast.
#[derive(Clone, Copy, Debug)]
pub struct OvershootFacts {
    /// [1]
    pub times: f64,
    /// Who then begins, as asked for and forecast [people].
    pub starters: (f64, Known),
    /// They start from the upper ends of the bands.
    pub is_from_high: bool,
    /// [1]
    pub percentile: f64,
    /// Somebody waits; else the waits of the plan are kept.
    pub is_queued: bool,
    /// Asked for and forecast [s]; `None` = the forecast does not say how long.
    pub at_percentile: Option<(f64, Known)>,
    pub longest: Option<(f64, Known)>,
    /// [min]
    pub recovery: Option<(f64, Known)>,
    /// [people]
    pub waiting: (f64, Known),
}

/// The load test before opening.
#[derive(Clone, Copy, Debug)]
pub struct TestFacts<'a> {
    pub days_before: f64,
    pub until: CivilDate,
    /// Name of the file.
    pub profile: &'a str,
    pub fingerprint: &'a str,
    pub model: u32,
    /// Number of the window with the busiest minute, from 1, and when it opens.
    pub busiest: (usize, CivilTime),
    pub times: f64,
    pub test_min: f64,
}

/// Whether those are received who come after a closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closings {
    Open,
    Hard,
    Mixed,
}

/// Windows and announcements.
#[derive(Clone, Copy, Debug)]
pub struct WindowFacts<'a> {
    pub windows: usize,
    pub opens: CivilTime,
    pub closes: CivilTime,
    /// End of the horizon.
    pub ends: CivilTime,
    /// Members of the largest window [people].
    pub most: f64,
    pub closings: Closings,
    pub fingerprint: &'a str,
}

/// Records to be delivered.
#[derive(Clone, Copy, Debug)]
pub struct EvidenceFacts<'a> {
    pub deliver_days: f64,
    /// [1]
    pub percentile: f64,
    pub fingerprint: &'a str,
    pub model: u32,
}

/// What is to be known before the sentences are used.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// The plan with its own capacity does not hold; of a stage and by how much more is asked for than it has [1].
    PlanFails(Verdict, Option<(String, f64)>),
    /// With what is asked for every slot holds; peak load [1].
    Holds(Option<f64>),
    /// With what is asked for not every slot holds, and what would.
    AskedFails(Verdict, Remedy),
    /// Draws that break of all draws, with what is asked for.
    Chance(usize, usize),
    NoBands,
    NoRanges,
    /// Changes of capacity by the clock that are not in the forecast of these sentences.
    ChangesLeftAway(usize),
    /// Names of stages without a limit.
    NotAsked(Vec<String>),
    /// Waits that the forecast does not keep are not asked for.
    WaitsLeftOut,
    /// With more people the forecast is not over within the horizon.
    NeverRecovers,
    /// A share stops at 1, so that fewer come than the factor says; the factor that comes of it [1].
    FewerCome(f64),
}

/// What would hold the target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Remedy {
    /// At least that headroom [1].
    Headroom(f64),
    /// All capacities, the waiting room's included, times that [1].
    Capacity(f64),
    /// No capacity does.
    OtherWindows,
}

/// What a requirement is called and what it is for.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    pub title: &'static str,
    pub definition: &'static str,
    /// What is to be handed over.
    pub deliverables: &'static str,
}

/// Names of figures.
#[derive(Debug)]
pub struct FigureNames {
    pub peak: fn(&str) -> String,
    pub at_once: &'static str,
    pub sample: &'static str,
    pub test: &'static str,
    pub least: &'static str,
    pub wait: fn(&str) -> String,
    pub longest: &'static str,
    pub lost: &'static str,
    pub admit: &'static str,
    pub inside: &'static str,
    pub waiting: &'static str,
    pub return_min: &'static str,
    pub times: &'static str,
    pub starters: &'static str,
    pub recovery: &'static str,
    pub days_before: &'static str,
    pub windows: &'static str,
    pub most: &'static str,
    pub deliver: &'static str,
}

/// All words.
#[derive(Debug)]
pub struct RequirementWords {
    pub category: fn(Category) -> &'static str,
    pub capacity_title: fn(&str) -> String,
    pub capacity: Named,
    pub capacity_said: fn(&CapacityFacts) -> Vec<String>,
    pub measurement: Named,
    pub measurement_said: fn(&MeasureFacts) -> Vec<String>,
    pub waits: Named,
    pub waits_said: fn(&WaitFacts) -> Vec<String>,
    pub overshoot: Named,
    pub overshoot_said: fn(&OvershootFacts) -> Vec<String>,
    pub room: Named,
    pub room_said: fn(&RoomFacts) -> Vec<String>,
    pub room_ready: Named,
    pub room_ready_said: fn(&RoomFacts) -> Vec<String>,
    pub test: Named,
    pub test_said: fn(&TestFacts) -> Vec<String>,
    pub windows: Named,
    pub windows_said: fn(&WindowFacts) -> Vec<String>,
    pub evidence: Named,
    pub evidence_said: fn(&EvidenceFacts) -> Vec<String>,
    pub figures: FigureNames,
    pub remark: fn(&Remark) -> String,
    /// Heading of the chapter of a report, and what it is.
    pub chapter: &'static str,
    pub chapter_note: &'static str,
    /// Columns: number, title, figure, forecast, band, headroom, required.
    pub columns: [&'static str; 7],
    pub caption: &'static str,
    pub sentence: &'static str,
    pub definition: &'static str,
    pub deliverables: &'static str,
    /// Of a requirement whose words were edited.
    pub edited: &'static str,
    pub chosen: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static RequirementWords {
    match language {
        Language::Korean => &korean::TEXT,
        Language::English => &english::TEXT,
    }
}

/// Waits from here on are told in minutes [s].
const IN_MINUTES_FROM: f64 = 600.0;

/// A number that may bind somebody, in full.
fn exact(value: f64) -> String {
    decimal(value, 6)
}

/// A number of a forecast, to three figures; crowds in whole people.
fn near(value: f64) -> String {
    if value >= 100.0 { integer(value) } else { exact(three_figures(value)) }
}

/// In per cent, without the sign.
fn per_cent(share: f64) -> String {
    decimal(share * 100.0, 2)
}

/// A wait [s] in the unit in which it is told, and whether those are minutes.
pub fn wait_told(seconds: f64) -> (f64, bool) {
    let is_long = seconds >= IN_MINUTES_FROM && seconds % 60.0 == 0.0;
    if is_long { (seconds / 60.0, true) } else { (seconds, false) }
}

/// A value in its unit.
pub fn said(language: Language, unit: Unit, value: f64) -> String {
    let is_korean = language == Language::Korean;
    let with = |number: String, korean: &str, english: &str| {
        if is_korean { format!("{number}{korean}") } else { format!("{number} {english}") }
    };
    match unit {
        Unit::Flow => with(exact(value), "명/초", "people/s"),
        Unit::People => with(exact(value), "명", "people"),
        Unit::Wait => match wait_told(value) {
            (minutes, true) => with(exact(minutes), "분", "min"),
            (seconds, false) => with(exact(seconds), "초", "s"),
        },
        Unit::Seconds => with(exact(value), "초", "s"),
        Unit::Minutes => with(exact(value), "분", "min"),
        Unit::Days => with(exact(value), "일", if value == 1.0 { "day" } else { "days" }),
        Unit::Share => format!("{}%", per_cent(value)),
        Unit::Times => with(exact(value), "배", "times"),
        Unit::Windows => with(exact(value), "회", "windows"),
    }
}

/// A value of a forecast in its unit, rounded to be read; what is infinite does not end within the horizon.
pub fn said_near(language: Language, unit: Unit, value: f64) -> String {
    if value.is_infinite() {
        return if language == Language::Korean { "끝나지 않음" } else { "without end" }.to_owned();
    }
    let rounded = match unit {
        Unit::Flow if value < 100.0 => three_figures(value),
        Unit::Flow | Unit::People | Unit::Wait | Unit::Seconds | Unit::Minutes | Unit::Windows => value.round(),
        Unit::Share => (value * 1e4).round() / 1e4,
        Unit::Days | Unit::Times => value,
    };
    // A wait that is no whole number of minutes is told in seconds, however long.
    said(language, if unit == Unit::Wait { Unit::Seconds } else { unit }, rounded)
}

/// Both ends of a band, whose unit stands once.
pub fn said_band(language: Language, unit: Unit, (low, high): (f64, f64), between: &str) -> String {
    let (low, ends) = (said_near(language, unit, low), high.is_finite());
    // What does not end has no unit.
    let low = if ends { low.trim_end_matches(|letter: char| !letter.is_ascii_digit()) } else { &low };
    format!("{low}{between}{}", said_near(language, unit, high))
}
