//! Figures as tables: slots, minutes, cohorts, assumptions, load profile. What is missing is empty, never 0.

mod assumptions;
mod minutes;
mod slots;

use super::delimited::{harmless, written};
use super::load_profile;
use super::material::Material;
use crate::clock::CivilTime;
use crate::explain::place;
use crate::forecast::{MODEL, Series};
use crate::text::data::words;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Empty,
    Text(String),
    Number(f64),
    Moment(CivilTime),
}

/// Figures of one kind, a row each; every row has a cell per column.
#[derive(Clone, Debug, PartialEq)]
pub struct DataTable {
    pub name: String,
    /// With their units.
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Value>>,
}

/// Which of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Slots,
    Minutes,
    Cohorts,
    Assumptions,
    LoadProfile,
}

impl Kind {
    pub const ALL: [Self; 5] = [Self::Slots, Self::Cohorts, Self::Assumptions, Self::Minutes, Self::LoadProfile];

    /// The kind of that name: `slots`, `minutes`, `cohorts`, `assumptions`, `load-profile`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == name)
    }

    fn word(self) -> &'static str {
        match self {
            Self::Slots => "slots",
            Self::Minutes => "minutes",
            Self::Cohorts => "cohorts",
            Self::Assumptions => "assumptions",
            Self::LoadProfile => "load-profile",
        }
    }

    pub fn table(self, material: &Material) -> DataTable {
        match self {
            Self::Slots => slots::table(material),
            Self::Minutes => minutes::table(material),
            Self::Cohorts => cohorts(material),
            Self::Assumptions => assumptions::table(material),
            Self::LoadProfile => load_profile::table(material),
        }
    }
}

impl DataTable {
    /// The table as CSV. Numbers read back bit for bit.
    pub fn csv(&self) -> String {
        let heads = std::iter::once(self.columns.iter().map(|head| harmless(head)).collect());
        written(heads.chain(self.rows.iter().map(|row| row.iter().map(Value::plain).collect())))
    }
}

impl Value {
    /// As a cell of a delimited text.
    fn plain(&self) -> String {
        match self {
            Self::Text(text) => harmless(text),
            value => value.shown(),
        }
    }

    /// As it is read: `2022-04-01 14:00` is a time that spreadsheets know.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            // Minus zero is nothing else than zero to a reader.
            Self::Number(number) if *number == 0.0 => "0".to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Moment(time) => moment(*time),
        }
    }

    /// A number where there is one.
    fn number(value: Option<f64>) -> Self {
        value.filter(|value| value.is_finite()).map_or(Self::Empty, Self::Number)
    }

    fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// `2022-04-01 14:00`, with seconds where they are not zero.
pub fn moment(time: CivilTime) -> String {
    let date = time.date();
    let day = format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
    let clock = format!("{:02}:{:02}", time.hour(), time.minute());
    if time.second() == 0 { format!("{day} {clock}") } else { format!("{day} {clock}:{:02}", time.second()) }
}

/// What stands beside the tables: of which plan they are, and how empty cells are meant.
pub fn notes(material: &Material) -> DataTable {
    let words = words(material.language);
    let pair = |name: &str, value: String| vec![Value::text(name), Value::Text(value)];
    let mut rows = vec![
        pair(words.plan, material.plan().title.clone()),
        pair(words.fingerprint, material.fingerprint.clone()),
        pair(words.model, MODEL.to_string()),
    ];
    rows.extend(material.link.iter().map(|link| pair(words.link, link.clone())));
    let said = |text: &str| vec![Value::text(text), Value::Empty];
    rows.extend([words.empty_note, words.share_note, words.minute_note].map(said));
    DataTable { name: words.notes.to_owned(), columns: vec![words.name.to_owned(), words.value.to_owned()], rows }
}

/// Who is invited when, cohort by cohort; whoever is not invited has no times.
fn cohorts(material: &Material) -> DataTable {
    let (plan, words) = (material.plan(), words(material.language));
    let window_of = |cohort| {
        plan.windows.iter().enumerate().find(|(_, window)| !window.catch_up && window.cohorts.contains(&cohort))
    };
    let row = |cohort: usize| {
        let window = window_of(cohort);
        vec![
            Value::Text(place::cohort(material.language, plan, cohort)),
            Value::number(material.cut().cohorts.get(cohort).map(|people| people.total as f64)),
            window.map_or(Value::Empty, |(index, _)| Value::Number((index + 1) as f64)),
            window.map_or(Value::Empty, |(_, window)| Value::Moment(window.opens)),
            window.map_or(Value::Empty, |(_, window)| Value::Moment(window.closes)),
        ]
    };
    DataTable {
        name: words.cohorts.to_owned(),
        columns: [words.cohort, words.members, words.window, words.opens, words.closes].map(str::to_owned).to_vec(),
        rows: (0..plan.cohorts.len()).map(row).collect(),
    }
}

/// Names of the places in their order: the waiting room, if there is one, and the stages.
fn places(material: &Material) -> Vec<(String, &Series)> {
    let room = material.forecast.waiting_room.iter();
    let room = room.map(|series| (material.text().common.waiting_room.to_owned(), series));
    let stages = material.forecast.stages.iter().map(|stage| (stage.name.clone(), &stage.series));
    room.chain(stages).collect()
}
