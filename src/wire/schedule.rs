//! A plan that plans itself: the question as it is read, the answer as it is written, and as it is read again.

mod told;
mod write;

use serde_json::Value;

use crate::clock::{CivilDate, CivilTime};
use crate::schedule::autoplan::{AgeOrder, Aim, Goal, Openings, Rules};
use crate::units::Share;

pub use told::{
    Told, ToldBound, ToldChance, ToldElsewhere, ToldMove, ToldNeed, ToldPoint, ToldRelief, ToldTradeOff, ToldWhy, read,
};
pub use write::{write_capacity, write_moves, write_show_up, write_timetable, write_trade_off, write_why};

/// Chances that can be asked for.
const CHANCES: [f64; 2] = [0.9, 0.95];

/// Length of a day [min].
const MINUTES_PER_DAY: u32 = 1_440;

/// What is asked of a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    Timetable(Goal),
    /// With the share of the draws in which it is to hold; `None` = at the likely values.
    LeastCapacity(Option<Share>),
    HighestShowUp(Option<Share>),
    /// Why a cohort is where it is.
    Why {
        cohort: usize,
        rules: Rules,
    },
    /// The moves that gain most.
    Moves(Rules),
}

impl Question {
    /// Reads `{ "goal", "locked", "together", "ages", "per_window", "pilot", "seed", "chance", "days_most", "quick", "cohort" }`
    /// and what [`openings`] reads. What is absent or of another kind is taken as not asked.
    pub fn read(text: &str, seed: u64) -> Self {
        let options: Value = serde_json::from_str(text).unwrap_or(Value::Null);
        let chance = options["chance"].as_f64().filter(|share| CHANCES.contains(share)).map(Share::new);
        let whole = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
        let locked = options["locked"].as_array().into_iter().flatten().filter_map(whole).collect();
        let ages = match options["ages"].as_str() {
            Some("oldest-first") => Some(AgeOrder::OldestFirst),
            Some("youngest-first") => Some(AgeOrder::YoungestFirst),
            _ => None,
        };
        let is_together = options["together"].as_bool().unwrap_or(false);
        let per_window = whole(&options["per_window"]).filter(|most| *most > 0);
        let pilot = whole(&options["pilot"]);
        let openings = openings(&options, &whole);
        let rules = Rules { locked, is_together, ages, per_window, pilot, openings };
        let aim = match options["goal"].as_str() {
            Some("least-capacity") => return Self::LeastCapacity(chance),
            Some("highest-show-up") => return Self::HighestShowUp(chance),
            Some("why") => return Self::Why { cohort: whole(&options["cohort"]).unwrap_or(usize::MAX), rules },
            Some("moves") => return Self::Moves(rules),
            Some("fewest-days") => Aim::FewestDays,
            Some("trade-off") => Aim::TradeOff,
            _ => Aim::LowestPeak,
        };
        Self::Timetable(Goal {
            aim,
            rules,
            seed: options["seed"].as_u64().unwrap_or(seed),
            // A curve shows the likely values.
            chance: chance.filter(|_| aim != Aim::TradeOff),
            days_most: whole(&options["days_most"]).and_then(|days| u32::try_from(days).ok()).filter(|days| *days > 0),
            is_quick: options["quick"].as_bool().unwrap_or(false),
        })
    }
}

/// Reads `{ "hours", "quiet_days", "windows_per_day", "gap_min" }`.
fn openings(options: &Value, whole: &dyn Fn(&Value) -> Option<usize>) -> Openings {
    let minutes = |value: &Value| whole(value).and_then(|minutes| u32::try_from(minutes).ok());
    let of_day = |value: &Value| {
        let time = CivilTime::parse(&format!("2000-01-01T{}", value.as_str()?)).ok()?;
        Some(u32::from(time.hour()) * 60 + u32::from(time.minute()))
    };
    let hours = options["hours"].as_array().and_then(|hours| match hours.as_slice() {
        // What closes at midnight closes at the end of the day.
        [from, to] => of_day(from).zip(of_day(to).map(|to| if to == 0 { MINUTES_PER_DAY } else { to })),
        _ => None,
    });
    let days = options["quiet_days"].as_array().into_iter().flatten().filter_map(Value::as_str);
    Openings {
        hours,
        quiet_days: days.filter_map(|day| CivilDate::parse(day).ok()).collect(),
        per_day: whole(&options["windows_per_day"]).filter(|most| *most > 0),
        gap_minutes: minutes(&options["gap_min"]),
    }
}
