//! Words that several screens share: verdicts, units, names of places.

use super::format;
use crate::forecast::Verdict;
use crate::text::Language;

/// Shared words.
#[derive(Debug)]
pub struct Common {
    pub holds: &'static str,
    pub at_risk: &'static str,
    pub breaks: &'static str,
    pub waiting_room: &'static str,
    pub between_windows: &'static str,
    pub catch_up: &'static str,
    pub no_limit: &'static str,
    pub endless: &'static str,
    pub no_wait: &'static str,
    /// A wait that is not over before the horizon ends.
    pub never_over: &'static str,
    pub closed: &'static str,
    pub total: &'static str,
    pub unit_people: &'static str,
    pub unit_per_second: &'static str,
    pub unit_seconds: &'static str,
    pub unit_minutes: &'static str,
    pub unit_percent: &'static str,
    pub chart: &'static str,
    pub table: &'static str,
    pub edit_closed: &'static str,
    /// A number of people, in full.
    pub people: fn(f64) -> String,
    /// The number of a window as people call it.
    pub window_number: fn(usize) -> String,
}

impl Common {
    /// The word of a verdict.
    pub fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Holds => self.holds,
            Verdict::AtRisk => self.at_risk,
            Verdict::Breaks => self.breaks,
        }
    }

    /// A wait [s] in words; `None` = not over before the horizon ends.
    pub fn wait(&self, language: Language, wait: Option<f64>) -> String {
        match wait {
            None => self.never_over.to_owned(),
            Some(seconds) if seconds < 0.5 => self.no_wait.to_owned(),
            // A target of a minute is kept or missed by seconds.
            Some(seconds) if (59.5..119.5).contains(&seconds) => {
                format!(
                    "{}{}{}",
                    format::integer(seconds),
                    if language == Language::English { " " } else { "" },
                    self.unit_seconds
                )
            }
            Some(seconds) => format::duration(language, seconds),
        }
    }

    /// A load [1] in words; `None` = the stage has no limit or was closed.
    pub fn load(&self, load: Option<f64>) -> String {
        load.map_or_else(|| "–".to_owned(), format::percent)
    }
}

pub const KOREAN: Common = Common {
    holds: "버팀",
    at_risk: "주의",
    breaks: "무너짐",
    waiting_room: "대기실",
    between_windows: "회차 밖",
    catch_up: "보충",
    no_limit: "제한 없음",
    endless: "끝까지 기다림",
    no_wait: "없음",
    never_over: "끝나지 않음",
    closed: "닫힘",
    total: "합계",
    unit_people: "명",
    unit_per_second: "건/초",
    unit_seconds: "초",
    unit_minutes: "분",
    unit_percent: "%",
    chart: "그림",
    table: "표",
    edit_closed: "닫기",
    people: |people| format!("{}명", format::integer(people)),
    window_number: |number| format!("{number}회차"),
};

pub const ENGLISH: Common = Common {
    holds: "Holds",
    at_risk: "At risk",
    breaks: "Breaks",
    waiting_room: "Waiting room",
    between_windows: "Between windows",
    catch_up: "catch-up",
    no_limit: "no limit",
    endless: "waits to the end",
    no_wait: "none",
    never_over: "never over",
    closed: "closed",
    total: "Total",
    unit_people: "people",
    unit_per_second: "per second",
    unit_seconds: "s",
    unit_minutes: "min",
    unit_percent: "%",
    chart: "Chart",
    table: "Table",
    edit_closed: "Close",
    people: |people| format!("{} people", format::integer(people)),
    window_number: |number| format!("Slot {number}"),
};
