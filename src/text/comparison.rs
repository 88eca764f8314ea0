//! What differs between two plans, in sentences.

mod english;
mod korean;

use crate::text::Language::{self, English, Korean};

/// The texts of a language; apart from the catalogue, so that only whoever compares carries them.
pub fn texts(language: Language) -> &'static ComparisonText {
    match language {
        Korean => &korean::TEXTS,
        English => &english::TEXTS,
    }
}

/// Low and high as they are read.
pub type SaidSpan = [String; 2];

/// Texts about two plans. "Before" is the first, "after" the second.
#[derive(Debug)]
pub struct ComparisonText {
    /// Nothing differs but names and notes.
    pub same: &'static str,
    /// The forecasts say the same.
    pub same_forecast: &'static str,
    /// The forecasts differ by less than what is told.
    pub like_forecast: &'static str,
    /// People of some regions and ages.
    pub who: fn(&WhoFacts) -> String,
    /// Several of those.
    pub whoever: fn(&[String], usize) -> String,
    pub moved: fn(&MoveFacts) -> String,
    /// How much later everybody is invited, negative for earlier [s].
    pub shifted: fn(i64) -> String,
    /// Who is invited at another time, of how many, in how many moves [people].
    pub many_moves: fn(f64, f64, usize) -> String,
    /// All members [people].
    pub total: fn(u64, u64) -> String,
    pub regions_added: fn(&[&str]) -> String,
    pub regions_removed: fn(&[&str]) -> String,
    pub regions_counted: fn(&[&str]) -> String,
    pub bands: &'static str,
    pub window_count: fn(usize, usize) -> String,
    /// Opening.
    pub catch_up_added: fn(&str) -> String,
    pub catch_up_removed: fn(&str) -> String,
    /// Opening, closing before and after.
    pub closes: fn(&str, &str, &str) -> String,
    /// Opening; whether it now turns late comers away.
    pub closes_hard: fn(&str, bool) -> String,
    /// Opening, shares before and after; `None` = that of the plan.
    pub window_show_up: fn(&str, Option<&str>, Option<&str>) -> String,
    pub stage_added: fn(&str) -> String,
    pub stage_removed: fn(&str) -> String,
    pub stage_renamed: fn(&str, &str) -> String,
    pub stages_reordered: &'static str,
    pub waiting_room_added: &'static str,
    pub waiting_room_removed: &'static str,
    /// A number that both plans have.
    pub number: fn(&NumberFacts) -> String,
    /// A number that a plan is judged by, by its name.
    pub target: fn(&str) -> String,
    /// The range of a number, before and after: low and high; `None` = without a range.
    pub range: fn(&str, Option<SaidSpan>, Option<SaidSpan>) -> String,
    /// Other fields that differ.
    pub fields: fn(&[String]) -> String,
    /// The highest load of a place and a minute.
    pub peak: fn(&str, &str, bool) -> String,
    /// Windows that break, of how many, before and after.
    pub broken: fn((usize, usize), (usize, usize)) -> String,
    /// The longest wait in words before and after, empty where nobody waits; whether it gets longer.
    pub wait: fn(&str, &str, bool) -> String,
    /// The longest queue [people].
    pub queue: fn(f64, f64) -> String,
    /// Who gives up for good [people].
    pub lost: fn(f64, f64) -> String,
    /// When 95 % are done; `None` = not within the horizon.
    pub done: fn(Option<&str>, Option<&str>) -> String,
}

/// Some people of a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WhoFacts {
    /// Names; empty = all.
    pub regions: Vec<String>,
    /// Spans of ages; empty = all, no end = and older.
    pub ages: Vec<(u32, Option<u32>)>,
    /// Which birth digits, in full; empty = all.
    pub digits: Vec<String>,
}

/// People who are invited at another time.
#[derive(Clone, Debug, PartialEq)]
pub struct MoveFacts {
    pub who: String,
    /// [people]
    pub people: f64,
    /// `None` = not invited.
    pub from: Option<String>,
    pub to: Option<String>,
}

/// A number before and after, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberFacts {
    pub place: String,
    pub before: String,
    pub after: String,
    /// Whether it is larger than before; `None` where one of them is no number.
    pub rises: Option<bool>,
    pub is_time: bool,
}

/// Decades that a span of ages is made of, if it is: `(60, 69)` is the one from 60.
fn decades(span: (u32, Option<u32>)) -> Option<Vec<u32>> {
    let (from, to) = (span.0, span.1?);
    let is_whole = from >= 10 && from.is_multiple_of(10) && to % 10 == 9 && to - from < 20;
    is_whole.then(|| (from..to).step_by(10).collect())
}

/// Names written out before the rest is counted.
const NAMED: usize = 4;

/// The first names, and how many there are beyond them.
fn few<S: AsRef<str>>(names: &[S]) -> (Vec<&str>, usize) {
    // One more is as short as saying that there is one more.
    let named = if names.len() <= NAMED + 1 { names.len() } else { NAMED };
    (names.iter().take(named).map(AsRef::as_ref).collect(), names.len() - named)
}
