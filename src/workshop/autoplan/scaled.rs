//! A plan with another capacity: all its limits times a factor.

use crate::plan::{CheckedPlan, Plan};
use crate::schedule::inverse::with_capacity;

/// The names of limits in a plan file.
const LIMITS: [&str; 4] = ["/rate_per_s", "/sessions", "/admit_per_s", "/inside_max"];

/// The plan with every limit of stages and waiting room times a factor; as it is where it has faults.
pub fn scaled(plan: &Plan, times: f64) -> Plan {
    if times == 1.0 {
        return plan.clone();
    }
    let checked = CheckedPlan::new(plan.clone()).ok();
    let Some(scaled) = checked.and_then(|plan| with_capacity(&plan, times)) else { return plan.clone() };
    let mut plan = scaled.plan().clone();
    // What was typed in another unit says the value that was.
    plan.entered_as.retain(|pointer, _| !LIMITS.iter().any(|limit| pointer.ends_with(limit)));
    plan
}
