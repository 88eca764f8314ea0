//! The loads of several plans over one time axis and on one scale.

use super::side::{Side, Told};
use crate::clock::CivilTime;
use crate::forecast::Verdict;
use crate::num::order::Extreme;
use crate::text::workshop::compare::CompareWords;
use crate::text::{Catalogue, format};
use crate::workshop::over_time::{DAY, FOLD, WHOLE, height, marks, points};
use crate::workshop::{Lane, Lanes, Tone};

/// Plans whose calendars lie further apart than this many times the longest stand on days since their start.
const APART: i64 = 3;
const MINUTE: i64 = 60;

/// The plans that have a forecast, judged with their chances where a seed is given; `None` where these are fewer than two.
pub fn lanes(sides: &[Side], seed: Option<u64>, words: &CompareWords, text: &Catalogue) -> Option<Lanes> {
    let told: Vec<(&Side, &Told)> = sides.iter().filter_map(|side| Some((side, side.told()?))).collect();
    if told.len() < 2 {
        return None;
    }
    let axis = Axis::of(&told);
    let highest = told.iter().flat_map(|(_, told)| &told.loads).fold(0.0, |highest: f64, load| highest.larger(*load));
    let top = highest.larger(1.0);
    let mut up = vec![(height(1.0, top), format::percent(1.0))];
    if top > FOLD {
        up.push((WHOLE as u32, format::percent(top)));
    }
    let lane = |(side, told): &(&Side, &Told)| {
        let verdict = side.verdict(seed).unwrap_or(told.outlook.verdict);
        Lane {
            name: side.named(words),
            note: (words.lane)(&text.common.load(Some(told.outlook.get(crate::risk::PlanFigure::PeakLoad))), {
                text.common.verdict(verdict)
            }),
            tone: match verdict {
                Verdict::Holds => Tone::Good,
                Verdict::AtRisk => Tone::Caution,
                Verdict::Breaks => Tone::Bad,
            },
            points: points(&told.loads, axis.place(side), top),
        }
    };
    let lanes = told.iter().map(lane).collect();
    let title = if top > FOLD { words.lanes_folded } else { words.lanes };
    let title = if axis.is_calendar { title.to_owned() } else { format!("{title} {}", words.lanes_apart) };
    Some(Lanes { title, lanes, along: axis.marks(words, text), up, limit: height(1.0, top), handles: Vec::new() })
}

/// Seconds from left to right.
struct Axis {
    starts: CivilTime,
    length: i64,
    /// Whether plans stand at their days; else each at its own start.
    is_calendar: bool,
}

impl Axis {
    fn of(told: &[(&Side, &Told)]) -> Self {
        let starts = told.iter().map(|(side, _)| side.plan.horizon_start());
        let first = starts.clone().reduce(|one, other| if other < one { other } else { one });
        let first = first.unwrap_or_else(|| told[0].0.plan.horizon_start());
        let lengths = told.iter().map(|(_, told)| told.loads.len() as i64 * MINUTE);
        let longest = lengths.clone().max().unwrap_or(DAY).max(MINUTE);
        let ends = starts.zip(lengths).map(|(start, length)| start.seconds_since(first) + length);
        let span = ends.max().unwrap_or(longest).max(MINUTE);
        if span <= APART * longest {
            Self { starts: first, length: span, is_calendar: true }
        } else {
            Self { starts: first, length: longest, is_calendar: false }
        }
    }

    /// Where the minutes of a plan stand: that of the first, and the width of one.
    fn place(&self, side: &Side) -> (f64, f64) {
        let shift = if self.is_calendar { side.plan.horizon_start().seconds_since(self.starts) } else { 0 };
        (shift as f64 / self.length as f64 * WHOLE, MINUTE as f64 / self.length as f64 * WHOLE)
    }

    fn marks(&self, words: &CompareWords, text: &Catalogue) -> Vec<(u32, String)> {
        marks(self.length, |at| match self.is_calendar {
            true => format::day_short(text.language, self.starts.plus_seconds(at).date()),
            false => (words.day_number)(at / DAY + 1),
        })
    }
}
