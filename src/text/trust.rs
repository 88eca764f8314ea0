//! What is said of how far a forecast can be trusted.

mod english;
mod korean;

use super::format::{self, duration};
use crate::risk::{Chance, PlanFigure};
use crate::text::Language::{self, English, Korean};

/// How a figure of the fluid and one of the simulation agree; the later, the graver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// Within the interval of the simulated mean.
    Within,
    /// Within a twentieth, or too near for anybody to notice.
    Close,
    /// Neither is over before the horizon ends.
    NotOver,
    /// The simulation gives less.
    Fewer,
    /// The simulation gives more.
    More,
    /// One of them is not over before the horizon ends.
    OneNotOver,
}

/// A figure that both tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    Queue,
    /// At the percentile of the target.
    Wait,
    Lost,
    Starters,
    Finished,
    Unfinished,
}

/// What the model does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    Luck,
    SameWait,
    OneLine,
    Outages,
    Network,
    News,
    EvenDays,
    Patience,
    Retries,
    DayAndNight,
    SameShowUp,
    ServiceLaw,
    WaitingRoom,
    TurnedAway,
    Visitors,
    CatchUp,
    /// In so many slots.
    FewPeople(usize),
    NoBand,
}

impl Agreement {
    pub fn differs(self) -> bool {
        self > Self::NotOver
    }
}

impl Compared {
    pub fn is_wait(self) -> bool {
        self == Self::Wait
    }
}

impl LeftOut {
    /// What is left out of any plan.
    pub const ALWAYS: [Self; 7] =
        [Self::Luck, Self::SameWait, Self::OneLine, Self::Outages, Self::Network, Self::News, Self::EvenDays];
}

/// A way to measure numbers of a kind; in the order in which they matter where nothing better is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProbeKind {
    /// Capacity: a load test.
    LoadTest,
    /// Who comes at all: a pilot.
    ShowUp,
    /// When they come: the minutes of a pilot.
    Opening,
    /// Who waits how long and returns.
    Waiting,
    /// Who fails, and tries again.
    Failing,
    /// How long a service takes.
    Timing,
    /// Who keeps to the window.
    Keeping,
    /// Who else comes.
    Others,
    /// How many members there are, and where.
    Members,
}

/// What a sentence on a measurement needs to know.
#[derive(Clone, Debug, PartialEq)]
pub struct ProbeFacts {
    pub kind: ProbeKind,
    /// Name of the stage that is measured.
    pub stage: Option<String>,
    /// What it should be measured at: what is asked of it at its peak, or what it promises [per second].
    pub per_second: f64,
    /// People in service at that rate.
    pub at_once: f64,
}

/// A slot that was simulated since one number does not tell it.
#[derive(Clone, Debug, PartialEq)]
pub struct NearLimit {
    /// Number from 1; `None` = between windows.
    pub number: Option<usize>,
    /// What the fluid says: longest queue [people], wait at the target [s]; `None` = not over.
    pub fluid: (f64, Option<f64>),
    /// The means of the simulation with the halves of their intervals, once it is done.
    pub simulated: Option<[(Option<f64>, f64); 2]>,
    /// In how many of the runs it breaks.
    pub breaks: Option<Chance>,
    /// Where longest queue [people] and longest wait [s] lie nine times of ten, by formula; `None` = none holds.
    pub band: Option<[(f64, f64); 2]>,
    pub stage: Simulating,
}

/// How far the simulation of slots near their limit has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Simulating {
    /// Neither done nor on its way: it would take long, or was called off.
    No,
    OnItsWay,
    Done,
}

/// The texts of a language. They stand apart from the catalogue, as those of risk do.
pub fn texts(language: Language) -> &'static TrustText {
    match language {
        Korean => &korean::TEXT,
        English => &english::TEXT,
    }
}

/// Texts about trust.
#[derive(Debug)]
pub struct TrustText {
    pub heading: &'static str,
    /// The button near the verdict.
    pub link: &'static str,
    pub open: &'static str,
    pub close: &'static str,
    /// What the panel holds, while it is closed.
    pub in_it: &'static str,
    pub beside: &'static str,
    /// Runs, people in each.
    pub beside_note: fn(u32, f64) -> String,
    pub stale: &'static str,
    pub not_yet: &'static str,
    pub fell: &'static str,
    pub cancelled: &'static str,
    /// A plan with so many attempts cannot be simulated.
    pub too_large: fn(f64) -> String,
    pub simulate: &'static str,
    pub again: &'static str,
    pub cancel: &'static str,
    /// Runs done, of how many, time that is left [ms].
    pub progress: fn(u32, u32, Option<f64>) -> String,
    pub compared: fn(Compared, &str) -> String,
    /// Head of a column of forecasts, by the figure.
    pub forecast: fn(&str) -> String,
    pub simulated: fn(&str) -> String,
    /// Figure of the whole plan, its forecast, what was simulated.
    pub of_plan: fn(&str, &str, &str) -> String,
    pub agreement: &'static str,
    pub whole_plan: &'static str,
    pub agrees: fn(Agreement, Compared) -> &'static str,
    /// Slots that agree, of how many.
    pub in_short: fn(usize, usize) -> String,
    pub left_out: &'static str,
    pub is_left_out: fn(LeftOut) -> String,
    pub weak: &'static str,
    /// Whether they are ranked by risk.
    pub weak_note: fn(bool) -> &'static str,
    pub none_weak: &'static str,
    pub number: &'static str,
    pub value: &'static str,
    pub range: &'static str,
    pub source: &'static str,
    pub influence: &'static str,
    pub no_range: &'static str,
    pub unknown_influence: &'static str,
    pub small_influence: &'static str,
    /// What a number moves most.
    pub moves: fn(PlanFigure) -> &'static str,
    pub show_all: fn(usize) -> String,
    pub first: &'static str,
    pub none_first: &'static str,
    pub probe: fn(&ProbeFacts) -> String,
    /// Said of a slot near its limit.
    pub near_limit: fn(&NearLimit) -> String,
    /// Said of all of them: how many windows; 0 = the time in no window alone.
    pub near_limits: fn(usize, Simulating) -> String,
    /// How many windows come out otherwise in the simulation, where no formula could tell beforehand; 0 as above.
    pub others: fn(usize) -> String,
    /// The mark in the table of slots, and what it means.
    pub mark: fn(&str) -> String,
}

/// No line ends between a mean and its interval.
const PLUS_MINUS: &str = "\u{a0}±\u{a0}";

/// A mean with half its interval, in words; `None` = not over.
pub fn with_margin(language: Language, compared: Compared, mean: Option<f64>, margin: f64) -> String {
    let common = &language.catalogue().common;
    let Some(mean) = mean else { return common.never_over.to_owned() };
    let digits = usize::from(margin < 1.0 && mean < 10.0);
    match compared {
        Compared::Wait if mean + margin < 0.5 => common.no_wait.to_owned(),
        Compared::Wait => {
            let seconds =
                |value: f64, digits: usize| format!("{}{}", format::decimal(value, digits), seconds(language));
            // To the second where the margin is some seconds: "2 min" would be outside its own interval.
            let is_fine = margin < 29.5 && mean < 3599.5;
            let said = match mean {
                _ if mean < 119.5 => seconds(mean, digits),
                _ if is_fine => {
                    let whole = (mean.round() / 60.0).floor() * 60.0;
                    format!("{} {}", duration(language, whole), seconds(mean.round() - whole, 0))
                }
                _ => duration(language, mean),
            };
            let margin = if margin < 119.5 { seconds(margin, digits) } else { duration(language, margin) };
            format!("{said}{PLUS_MINUS}{margin}")
        }
        _ => format!("{}{PLUS_MINUS}{}", format::decimal(mean, digits), format::decimal(margin, digits)),
    }
}

fn seconds(language: Language) -> &'static str {
    match language {
        Korean => "초",
        English => " s",
    }
}

/// Time that is left, rounded up so that it does not end before it is over.
fn remaining(language: Language, milliseconds: f64) -> String {
    duration(language, (milliseconds / 1000.0).ceil().max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_is_written_as_finely_as_its_interval() {
        let said = |compared, mean, margin| with_margin(Language::English, compared, Some(mean), margin);
        let waits = [
            (0.3, 0.1, "none"),
            (3.24, 0.51, "3.2 s ± 0.5 s"),
            (94.8, 7.2, "95 s ± 7 s"),
            (364.0, 2.2, "6 min 4 s ± 2 s"),
            (364.0, 45.0, "6 min ± 45 s"),
            (2400.0, 300.0, "40 min ± 5 min"),
        ];
        for (mean, margin, text) in waits {
            assert_eq!(said(Compared::Wait, mean, margin).replace('\u{a0}', " "), text);
        }
        assert_eq!(said(Compared::Queue, 72_700.4, 105.0).replace('\u{a0}', " "), "72,700 ± 105");
        assert_eq!(
            with_margin(Language::Korean, Compared::Wait, Some(364.0), 2.2).replace('\u{a0}', " "),
            "6분 4초 ± 2초"
        );
    }
}
