//! The capacity of a stage by the clock, and its two readings by Little's law.

use crate::plan::{Limit, Plan, Stage};

/// Capacity of `stage` in every minute of the horizon [people per second]; `None` = no limit.
pub fn by_minute(plan: &Plan, stage: &Stage) -> Vec<Option<f64>> {
    let minutes = plan.days as usize * 1_440;
    let mut limits = Limits { rate: stage.rate.map(|rate| rate.get()), sessions: stage.sessions, turn_away: false };
    let mut changes = stage.changes.iter().peekable();
    (0..minutes)
        .map(|minute| {
            let now = minute as f64 * 60.0;
            while let Some(change) = changes.next_if(|change| plan.since_start(change.at).get() <= now) {
                if let Some(times) = change.times {
                    limits.rate = stage.rate.map(|rate| rate.get() * times);
                    limits.sessions = stage.sessions.map(|sessions| sessions * times);
                }
                limits.rate = changed(limits.rate, change.rate);
                limits.sessions = changed(limits.sessions, change.sessions);
                limits.turn_away = change.turn_away.unwrap_or(limits.turn_away);
            }
            limits.per_second(stage)
        })
        .collect()
}

/// Capacity of `stage` before any change [people per second]; `None` = no limit.
pub fn base(stage: &Stage) -> Option<f64> {
    Limits { rate: stage.rate.map(|rate| rate.get()), sessions: stage.sessions, turn_away: false }.per_second(stage)
}

/// People in service that a rate keeps busy, by Little's law [people].
pub fn sessions_of_rate(stage: &Stage) -> Option<f64> {
    stage.rate.map(|rate| rate.get() * stage.service.get())
}

/// Admissions that the sessions allow, by Little's law [people per second].
pub fn rate_of_sessions(stage: &Stage) -> Option<f64> {
    stage.sessions.filter(|_| stage.service.get() > 0.0).map(|sessions| sessions / stage.service.get())
}

struct Limits {
    rate: Option<f64>,
    sessions: Option<f64>,
    turn_away: bool,
}

impl Limits {
    fn per_second(&self, stage: &Stage) -> Option<f64> {
        if self.turn_away {
            return Some(0.0);
        }
        let of_sessions =
            self.sessions.filter(|_| stage.service.get() > 0.0).map(|sessions| sessions / stage.service.get());
        match (self.rate, of_sessions) {
            (Some(rate), Some(other)) => Some(rate.min(other)),
            (rate, other) => rate.or(other),
        }
    }
}

fn changed(current: Option<f64>, limit: Limit) -> Option<f64> {
    match limit {
        Limit::Unchanged => current,
        Limit::Removed => None,
        Limit::To(value) => Some(value),
    }
}
