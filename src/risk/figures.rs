//! What is kept of one forecast: the figures of each slot, of the plan, and the curves in short.

use super::curves::Curves;
use crate::clock::SECONDS_PER_MINUTE;
use crate::forecast::{Forecast, Place, Slot, Story, Totals, Verdict};
use crate::num::order::Extreme;
use crate::plan::Plan;

/// A figure of a slot. Waits are [s], an infinite one is not over before the horizon ends; an infinitely low load is
/// that of a place without limit, or closed throughout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotFigure {
    PeakLoad,
    PeakAttempts,
    WaitP95,
    /// At the percentile of the target.
    WaitTarget,
    WaitMax,
    PeakQueue,
    PeakInside,
    WaitingAtClose,
    Lost,
}

/// A figure of the whole plan. Loads, waits, queues are the largest of the slots, the row between windows included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFigure {
    PeakLoad,
    WaitTarget,
    WaitMax,
    PeakQueue,
    PeakInside,
    Starters,
    Finished,
    Lost,
    UnfinishedAtEnd,
    AttemptsPerStarter,
    /// When 95 % of the starters have finished [s since the start of the horizon]; infinite = not within it.
    DoneAt,
}

impl SlotFigure {
    pub const ALL: [Self; 9] = [
        Self::PeakLoad,
        Self::PeakAttempts,
        Self::WaitP95,
        Self::WaitTarget,
        Self::WaitMax,
        Self::PeakQueue,
        Self::PeakInside,
        Self::WaitingAtClose,
        Self::Lost,
    ];

    fn of(self, slot: &Slot) -> f64 {
        let wait = |wait: Option<f64>| wait.unwrap_or(f64::INFINITY);
        match self {
            Self::PeakLoad => slot.peak_load.unwrap_or(f64::NEG_INFINITY),
            Self::PeakAttempts => slot.peak_attempts_per_s,
            Self::WaitP95 => wait(slot.wait_p95_s),
            Self::WaitTarget => wait(slot.wait_target_s),
            Self::WaitMax => wait(slot.wait_max_s),
            Self::PeakQueue => slot.peak_queue,
            Self::PeakInside => slot.peak_inside,
            Self::WaitingAtClose => slot.waiting_at_close,
            Self::Lost => slot.lost,
        }
    }
}

impl PlanFigure {
    pub const ALL: [Self; 11] = [
        Self::PeakLoad,
        Self::WaitTarget,
        Self::WaitMax,
        Self::PeakQueue,
        Self::PeakInside,
        Self::Starters,
        Self::Finished,
        Self::Lost,
        Self::UnfinishedAtEnd,
        Self::AttemptsPerStarter,
        Self::DoneAt,
    ];

    /// The figures by which a plan is judged, and on which the influence of assumptions is told.
    pub const KEY: [Self; 5] = [Self::PeakLoad, Self::WaitTarget, Self::PeakQueue, Self::Lost, Self::DoneAt];

    fn of(self, slots: &[SlotFigures], totals: &Totals, done_at: Option<f64>) -> f64 {
        let largest =
            |figure: SlotFigure| slots.iter().map(|slot| slot.get(figure)).fold(f64::NEG_INFINITY, f64::larger);
        match self {
            Self::PeakLoad => largest(SlotFigure::PeakLoad),
            Self::WaitTarget => largest(SlotFigure::WaitTarget),
            Self::WaitMax => largest(SlotFigure::WaitMax),
            Self::PeakQueue => largest(SlotFigure::PeakQueue),
            Self::PeakInside => largest(SlotFigure::PeakInside),
            Self::Starters => totals.starters,
            Self::Finished => totals.finished,
            Self::Lost => totals.lost,
            Self::UnfinishedAtEnd => totals.unfinished_at_end,
            Self::AttemptsPerStarter => totals.attempts_per_starter,
            Self::DoneAt => done_at.unwrap_or(f64::INFINITY),
        }
    }
}

/// The figures of one slot.
#[derive(Clone, Debug, PartialEq)]
pub struct SlotFigures {
    /// Index of the window; `None` = every minute in no window.
    pub window: Option<usize>,
    /// In the order of [`SlotFigure::ALL`].
    pub values: [f64; SlotFigure::ALL.len()],
    pub verdict: Verdict,
    pub bottleneck: Place,
}

/// What is kept of one forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// In the order of the forecast.
    pub slots: Vec<SlotFigures>,
    /// In the order of [`PlanFigure::ALL`].
    pub values: [f64; PlanFigure::ALL.len()],
    pub curves: Curves,
}

impl SlotFigures {
    pub fn get(&self, figure: SlotFigure) -> f64 {
        self.values[figure as usize]
    }
}

impl Figures {
    /// Of a forecast; its baseline does not matter.
    pub fn of(plan: &Plan, forecast: &Forecast) -> Self {
        let done_at = done_at(&forecast.totals, &forecast.finished);
        Self::without_curves(&forecast.slots, &forecast.totals, done_at).with_curves(Curves::of(plan, forecast))
    }

    /// Of a story, whoever told it.
    pub fn of_story(plan: &Plan, story: &Story) -> Self {
        let done_at = done_at(&story.totals, &story.finished);
        Self::without_curves(&story.slots, &story.totals, done_at).with_curves(Curves::of_story(plan, story))
    }

    pub fn with_curves(self, curves: Curves) -> Self {
        Self { curves, ..self }
    }

    /// Of slots and totals alone; `done_at` as in [`PlanFigure::DoneAt`], `None` = not within the horizon. Draws without
    /// curves have chances and bands of every figure, but none over time.
    pub fn without_curves(slots: &[Slot], totals: &Totals, done_at: Option<f64>) -> Self {
        let slot = |slot: &Slot| SlotFigures {
            window: slot.window,
            values: SlotFigure::ALL.map(|figure| figure.of(slot)),
            verdict: slot.verdict,
            bottleneck: slot.bottleneck,
        };
        let slots: Vec<SlotFigures> = slots.iter().map(slot).collect();
        let values = PlanFigure::ALL.map(|figure| figure.of(&slots, totals, done_at));
        Self { slots, values, curves: Curves::none() }
    }

    pub fn get(&self, figure: PlanFigure) -> f64 {
        self.values[figure as usize]
    }

    /// The worst verdict of the slots.
    pub fn verdict(&self) -> Verdict {
        self.slots.iter().map(|slot| slot.verdict).max().unwrap_or(Verdict::Holds)
    }

    pub fn breaks(&self) -> bool {
        self.verdict() == Verdict::Breaks
    }
}

/// Share of the starters who must have finished.
const DONE: f64 = 0.95;

fn done_at(totals: &Totals, finished: &[f64]) -> Option<f64> {
    let needed = DONE * totals.starters;
    let minute = finished.iter().position(|&people| people >= needed)?;
    Some((minute as f64 + 1.0) * SECONDS_PER_MINUTE as f64)
}
