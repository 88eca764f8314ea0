//! Entries that are put into the lists of a plan: parts of the tail, dated rows, stages.

use crate::clock::{CivilTime, SECONDS_PER_HOUR};
use crate::plan::edit::{ArrivalsEdit, EntryEdit, PlanEdit, StageEdit};
use crate::plan::{Background, CapacityChange, Plan, Stage, StartersFrom, Tail, TailKind, WaitingRoom};
use crate::units::{PerSecond, Seconds, Share};

/// Mean delay of a part of the tail that is new.
const NEW_DELAY: Seconds = Seconds::hours(3.0);

/// A part of the tail with what the weights of the others leave.
pub fn add_tail(plan: &Plan) -> PlanEdit {
    let taken: f64 = plan.arrivals.tail.iter().map(|part| part.weight.get()).sum();
    let left = (1.0 - taken).clamp(0.0, 1.0);
    let entry = Tail { weight: Share::new(left), kind: TailKind::Exponential { mean: NEW_DELAY } };
    PlanEdit::Arrivals(ArrivalsEdit::Tail(EntryEdit::Add { at: plan.arrivals.tail.len(), entry }))
}

pub fn remove_tail(at: usize) -> PlanEdit {
    PlanEdit::Arrivals(ArrivalsEdit::Tail(EntryEdit::Remove { at }))
}

/// A row at the end of the table of starters.
pub fn add_starters(plan: &Plan) -> PlanEdit {
    let table = plan.arrivals.starters_table.as_deref().unwrap_or_default();
    let entry = StartersFrom { at: next(plan, table.last().map(|row| row.at)), rate: PerSecond::ZERO };
    PlanEdit::Arrivals(ArrivalsEdit::StartersEntry(EntryEdit::Add { at: table.len(), entry }))
}

/// A change at the end of those of a stage, which changes nothing yet.
pub fn add_change(plan: &Plan, stage: usize) -> PlanEdit {
    let changes = plan.journey.get(stage).map(|stage| stage.changes.as_slice()).unwrap_or_default();
    let entry = CapacityChange::nothing(next(plan, changes.last().map(|change| change.at)));
    PlanEdit::Stages(StageEdit::Change { at: stage, edit: EntryEdit::Add { at: changes.len(), entry } })
}

/// A flow of others at the end of those of a stage.
pub fn add_background(plan: &Plan, stage: usize) -> PlanEdit {
    let flows = plan.journey.get(stage).map(|stage| stage.background.as_slice()).unwrap_or_default();
    let entry = Background { at: next(plan, flows.last().map(|flow| flow.at)), rate: PerSecond::ZERO };
    PlanEdit::Stages(StageEdit::Background { at: stage, edit: EntryEdit::Add { at: flows.len(), entry } })
}

/// An hour after the last entry; without one the first opening.
fn next(plan: &Plan, last: Option<CivilTime>) -> CivilTime {
    let first = || plan.first_opening().unwrap_or_else(|| plan.horizon_start());
    last.map_or_else(first, |last| last.plus_seconds(SECONDS_PER_HOUR))
}

/// A stage without limits behind the last.
pub fn add_stage(plan: &Plan, name: &str) -> PlanEdit {
    let stage = Stage { service: Seconds::minutes(1.0), ..Stage::unlimited(name.to_owned()) };
    PlanEdit::Stages(StageEdit::Add { at: plan.journey.len(), stage })
}

/// A waiting room that admits what the narrowest rate takes.
pub fn new_waiting_room(plan: &Plan) -> WaitingRoom {
    let rates = plan.journey.iter().filter_map(|stage| stage.rate).map(PerSecond::get).filter(|rate| *rate > 0.0);
    let admit = rates.fold(f64::INFINITY, f64::min);
    WaitingRoom {
        admit: PerSecond::new(if admit.is_finite() { admit } else { 20.0 }),
        patience: None,
        inside_max: None,
    }
}
