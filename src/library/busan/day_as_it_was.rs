//! The day as it was: everybody at 14:00 on 1 April 2022, the stop at 17:00, the reopening three days later.

use std::sync::Arc;

use super::{assumptions, common, on};
use crate::clock::CivilTime;
use crate::library::{Reading, Wording};
use crate::plan::{CapacityChange, Cohort, Limit, Plan, Window};

/// How much larger the system was when it reopened, as reported.
const ENLARGED: f64 = 4.0;

/// Everybody invited at 14:00; at 17:00 identity verification stops and turns people away; on the 4th at 09:00 it
/// reopens with four times the capacity, and whoever missed is invited again. The closing of the second window
/// has no effect on who comes; it only ends a row of the results.
pub fn day_as_it_was(read: Reading) -> Plan {
    let title = Wording::new("2022년 4월 1일, 실제로 있었던 그대로", "1 April 2022, the day as it was");
    let mut plan = common(title, 4, read);
    let everybody = Wording::new("전체 회원", "All members");
    plan.cohorts = Arc::new(vec![Cohort::everyone(read(everybody))]);
    plan.windows = Arc::new(vec![window(on(1, 14), on(1, 17), false), window(on(4, 9), on(4, 18), true)]);
    let stages = Arc::make_mut(&mut plan.journey);
    let stop = CapacityChange { rate: Limit::To(0.0), turn_away: Some(true), ..at(on(1, 17)) };
    let reopened = CapacityChange { times: Some(ENLARGED), ..at(on(4, 9)) };
    if let [_, identity, login, top_up] = stages.as_mut_slice() {
        identity.changes = vec![stop, CapacityChange { turn_away: Some(false), ..reopened }];
        login.changes = vec![reopened];
        top_up.changes = vec![reopened];
    }
    assumptions::add(&mut plan, assumptions::COMMON, read);
    assumptions::add(&mut plan, assumptions::DAY_AS_IT_WAS, read);
    plan
}

fn window(opens: CivilTime, closes: CivilTime, catch_up: bool) -> Window {
    Window { opens, closes, cohorts: vec![0], catch_up, show_up: None, closes_hard: false }
}

/// A change that changes nothing yet.
fn at(at: CivilTime) -> CapacityChange {
    CapacityChange { at, rate: Limit::Unchanged, sessions: Limit::Unchanged, times: None, turn_away: None }
}
