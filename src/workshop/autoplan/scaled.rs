//! A plan with another capacity: all its limits times a factor.

use crate::plan::{Limit, Plan, Stage};
use crate::units::PerSecond;
use std::sync::Arc;

/// The plan with every limit of stages and waiting room times a factor, those that come by the clock included.
pub fn scaled(plan: &Plan, times: f64) -> Plan {
    if times == 1.0 {
        return plan.clone();
    }
    let mut plan = plan.clone();
    if let Some(room) = &mut plan.waiting_room {
        room.admit = PerSecond::new(room.admit.get() * times);
        room.inside_max = room.inside_max.map(|inside| inside * times);
    }
    Arc::make_mut(&mut plan.journey).iter_mut().for_each(|stage| scale(stage, times));
    // What was typed in another unit says the value that was, and a range says nothing of another value.
    let is_limit = |pointer: &str| {
        let is_capacity = pointer.starts_with("/journey/") || pointer.starts_with("/waiting_room/");
        let names = ["/rate_per_s", "/sessions", "/admit_per_s", "/inside_max"];
        is_capacity && names.iter().any(|name| pointer.ends_with(name))
    };
    plan.entered_as.retain(|pointer, _| !is_limit(pointer));
    for range in plan.ranges.iter_mut().filter(|range| is_limit(&range.field)) {
        range.low *= times;
        range.high *= times;
    }
    plan
}

fn scale(stage: &mut Stage, times: f64) {
    stage.rate = stage.rate.map(|rate| PerSecond::new(rate.get() * times));
    stage.sessions = stage.sessions.map(|sessions| sessions * times);
    for change in &mut stage.changes {
        for limit in [&mut change.rate, &mut change.sessions] {
            if let Limit::To(value) = limit {
                *value *= times;
            }
        }
    }
}
