//! What a forecast says: slots, stages, totals and the baseline.

use crate::clock::CivilTime;

/// Predicted course of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// One per window in the order of the plan, then the row of all minutes in no window.
    pub slots: Vec<Slot>,
    /// One per stage of the journey.
    pub stages: Vec<StageForecast>,
    /// The line before the first stage; not among the stages.
    pub waiting_room: Option<Series>,
    pub totals: Totals,
    pub baseline: Baseline,
    /// Starters who have finished by the end of each minute [people]; for the pictures, not in the JSON.
    pub finished: Vec<f64>,
    /// Lost just before each catch-up window, in the order in which they act [people]; not in the JSON.
    pub lost_before_catch_up: Vec<f64>,
}

/// The same members, all invited at one moment, everything else unchanged.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline {
    /// From the baseline's opening to the end of the horizon.
    pub slot: Slot,
    /// The intervals of the plan's own slots.
    pub slots: Vec<Slot>,
    pub stages: Vec<StageForecast>,
    pub waiting_room: Option<Series>,
    pub totals: Totals,
    /// As [`Forecast::finished`] [people].
    pub finished: Vec<f64>,
}

/// A place where people can wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    WaitingRoom,
    /// 0-based.
    Stage(usize),
}

/// The figures of one interval. Waits are [s]; `None` = not over before the horizon ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Index of the window; `None` = every minute in no window, or the whole baseline.
    pub window: Option<usize>,
    /// Invited by this window [people].
    pub members: f64,
    /// Of those, who start within the horizon, whenever that is [people].
    pub starters: f64,
    /// Of those, who would start after the horizon [people].
    pub after_horizon: f64,
    /// Of those, who came too late for a hard closing [people].
    pub shut_out: f64,
    /// Largest mean of a clock minute at the bottleneck [attempts per second].
    pub peak_attempts_per_s: f64,
    /// Largest load of a clock minute at the bottleneck [1]; `None` = no limit, or closed throughout.
    pub peak_load: Option<f64>,
    pub bottleneck: Place,
    /// Longest queue at the bottleneck [people].
    pub peak_queue: f64,
    /// Most people waiting or in service at all places together [people].
    pub peak_inside: f64,
    pub wait_p50_s: Option<f64>,
    pub wait_p95_s: Option<f64>,
    /// At the percentile of the target.
    pub wait_target_s: Option<f64>,
    pub wait_max_s: Option<f64>,
    /// In all queues just before the opening [people].
    pub waiting_at_open: f64,
    /// In all queues just before the closing [people].
    pub waiting_at_close: f64,
    /// Starters lost in the interval, whoever invited them [people].
    pub lost: f64,
    /// Others lost in the interval [people].
    pub background_lost: f64,
    /// Uninvited and early visitors turned away in the interval [people].
    pub turned_away: f64,
    pub verdict: Verdict,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Holds,
    AtRisk,
    Breaks,
}

/// One stage over the whole horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct StageForecast {
    pub name: String,
    /// Whether half a person or more ever waits.
    pub queued: bool,
    /// [people]
    pub peak_queue: f64,
    pub peak_queue_at: CivilTime,
    /// [s]; `None` = not over before the horizon ends.
    pub wait_max_s: Option<f64>,
    /// Attempts of starters and visitors, first and returning [people].
    pub attempts: f64,
    /// Services of starters that succeed [people].
    pub served: f64,
    /// Services of starters that fail [people].
    pub failed: f64,
    /// Starters who left the queue, also those who try again [people].
    pub abandoned: f64,
    /// Starters who gave up here for good [people].
    pub lost: f64,
    /// [people]
    pub background_attempts: f64,
    /// [people]
    pub background_lost: f64,
    /// When the queue last falls below half a person; `None` = never.
    pub drained_at: Option<CivilTime>,
    pub series: Series,
}

/// One place by the minute of the horizon. Flows are means over the minute, states are just after its start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// First and returning, others included [people per second].
    pub attempts_per_s: Vec<f64>,
    /// [people]
    pub queue: Vec<f64>,
    /// [people]
    pub in_service: Vec<f64>,
    /// Who will try again [people].
    pub orbit: Vec<f64>,
    /// Of somebody with endless patience who arrives then [s]; `None` = not over before the horizon ends.
    pub wait_s: Vec<Option<f64>>,
    /// [1]; `None` = no limit, or closed all minute.
    pub load: Vec<Option<f64>>,
}

/// People of the whole horizon, each counted once [people].
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    /// Sum of all counts of the membership.
    pub members: f64,
    pub starters: f64,
    pub finished: f64,
    /// Net of those who came back.
    pub lost: f64,
    pub unfinished_at_end: f64,
    /// Attempts at all stages / (starters x stages) [1]; 0 without starters.
    pub attempts_per_starter: f64,
    pub turned_away: f64,
    pub background_lost: f64,
}
