//! The capacity of a stage by the clock, and its two readings by Little's law.

use crate::plan::{CapacityAt, Plan, Stage};

/// Capacity of `stage` in every minute of the horizon [people per second]; `None` = no limit.
pub fn by_minute(plan: &Plan, stage: &Stage) -> Vec<Option<f64>> {
    let minutes = plan.days as usize * 1_440;
    let mut now = CapacityAt::first(stage);
    let mut changes = stage.changes.iter().peekable();
    (0..minutes)
        .map(|minute| {
            let seconds = minute as f64 * 60.0;
            while let Some(change) = changes.next_if(|change| plan.since_start(change.at).get() <= seconds) {
                now = now.after(stage, change);
            }
            now.per_second(stage)
        })
        .collect()
}

/// Capacity of `stage` before any change [people per second]; `None` = no limit.
pub fn base(stage: &Stage) -> Option<f64> {
    CapacityAt::first(stage).per_second(stage)
}

/// People in service that a rate keeps busy, by Little's law [people].
pub fn sessions_of_rate(stage: &Stage) -> Option<f64> {
    stage.rate.map(|rate| rate.get() * stage.service.get())
}

/// Admissions that the sessions allow, by Little's law [people per second].
pub fn rate_of_sessions(stage: &Stage) -> Option<f64> {
    stage.sessions.filter(|_| stage.service.get() > 0.0).map(|sessions| sessions / stage.service.get())
}
