//! What the model does not know: of any plan, and of this one.

use crate::plan::{CapacityChange, Plan, ServiceLaw, ShowUp};
use crate::text::trust::LeftOut;

/// Slots in which fewer start are small: percentiles of a few people are not those of a crowd [people].
const FEW: f64 = 1_000.0;

/// What is left out, first of any plan, then of what this plan makes use of.
///
/// `starters` [people]: by window. `has_band`: whether the equations of chance hold for the plan; `None` = not known.
pub fn left_out(plan: &Plan, starters: &[f64], has_band: Option<bool>) -> Vec<LeftOut> {
    let (arrivals, stages) = (&plan.arrivals, &plan.journey);
    let is_limited = |changes: &[CapacityChange]| changes.iter().any(|change| change.turn_away == Some(true));
    let cells = plan.members.regions.len() * plan.members.ages.len();
    let few = starters.iter().filter(|&&people| people < FEW).count();
    let mut all = LeftOut::ALWAYS.to_vec();
    let mut add = |is_so: bool, what: LeftOut| {
        if is_so {
            all.push(what);
        }
    };
    add(stages.iter().any(|stage| stage.patience.is_some()), LeftOut::Patience);
    add(stages.iter().any(|stage| stage.retry_share.get() > 0.0), LeftOut::Retries);
    add(arrivals.hour_weights.is_none(), LeftOut::DayAndNight);
    add(matches!(arrivals.show_up, ShowUp::All(_)) && cells > 1, LeftOut::SameShowUp);
    add(stages.iter().any(|stage| stage.service_law != ServiceLaw::Exponential), LeftOut::ServiceLaw);
    add(plan.waiting_room.is_some(), LeftOut::WaitingRoom);
    add(stages.iter().any(|stage| is_limited(&stage.changes)), LeftOut::TurnedAway);
    let visitors = arrivals.uninvited_per_member > 0.0
        || (arrivals.gate_stage.is_some() && arrivals.ignore_window_share.get() > 0.0)
        || stages.iter().any(|stage| !stage.background.is_empty());
    add(visitors, LeftOut::Visitors);
    add(plan.windows.iter().any(|window| window.catch_up), LeftOut::CatchUp);
    add(few > 0, LeftOut::FewPeople(few));
    add(has_band == Some(false), LeftOut::NoBand);
    all
}
