//! Stretches of time in which a stage is not as it was: what each kind does, and how it is laid among the changes.

use crate::clock::CivilTime;
use crate::plan::edit::{EditError, EntryEdit, PlanEdit, StageEdit, apply};
use crate::plan::{Background, CapacityAt, CapacityChange, Limit, Plan, Stage};
use crate::units::PerSecond;

/// What a change makes of a stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// The first capacity holds again.
    Normal,
    /// The first capacity times this [1], > 0.
    Times(f64),
    /// So many are admitted [people per second], > 0.
    Rate(f64),
    /// Nobody is admitted; whoever comes waits, whoever is inside finishes.
    Stop,
    /// Nobody is admitted and nobody served; whoever comes waits.
    Outage,
    /// Whoever waits or comes is sent off.
    TurnAway,
    /// Something that none of these says.
    Other,
}

impl What {
    /// What holds after a change of `stage`, whatever the change says of it.
    pub fn of(stage: &Stage, now: CapacityAt) -> Self {
        let first = CapacityAt::first(stage);
        let has_all_sessions = now.sessions == first.sessions;
        match (now.rate, now.factor()) {
            _ if now.turn_away => Self::TurnAway,
            (rate, _) if has_all_sessions && rate == first.rate => Self::Normal,
            _ if now.sessions == Some(0.0) => Self::Outage,
            (Some(0.0), _) if has_all_sessions => Self::Stop,
            (_, Some(times)) => Self::Times(times),
            (Some(rate), None) if has_all_sessions => Self::Rate(rate),
            _ => Self::Other,
        }
    }

    /// The change that does it from a time on, whatever was before; `None` = none of its own.
    pub fn from(self, at: CivilTime) -> Option<CapacityChange> {
        let normal = CapacityChange { times: Some(1.0), turn_away: Some(false), ..CapacityChange::nothing(at) };
        let stopped = CapacityChange { rate: Limit::To(0.0), ..normal };
        Some(match self {
            Self::Normal => normal,
            Self::Times(times) => CapacityChange { times: Some(times), ..normal },
            Self::Rate(rate) => CapacityChange { rate: Limit::To(rate), ..normal },
            Self::Stop => stopped,
            Self::Outage => CapacityChange { sessions: Limit::To(0.0), ..stopped },
            Self::TurnAway => CapacityChange { turn_away: Some(true), ..normal },
            Self::Other => return None,
        })
    }
}

/// Why nothing can be laid there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The end is not after the beginning.
    Backwards,
    /// Not within the days of the plan.
    Outside,
    /// The stage changes between these times already.
    Between,
}

/// The plan in which a stage does `what` from one time until another, and then what it would have done.
///
/// # Errors
/// See [`Taken`].
pub fn with_stretch(plan: &Plan, at: usize, what: What, from: CivilTime, until: CivilTime) -> Result<Plan, Taken> {
    let Some(stage) = plan.journey.get(at) else { return Ok(plan.clone()) };
    is_free(plan, stage.changes.iter().map(|change| change.at), from, until)?;
    let Some(begins) = what.from(from) else { return Ok(plan.clone()) };
    let place = stage.changes.partition_point(|change| change.at < from);
    let is_last = until >= horizon_end(plan);
    // A change at the end stands already and says all that holds from then on, or is completed to do so.
    let ends = CapacityAt::of(stage, until).all_from(until);
    let mut edits = vec![change(at, EntryEdit::Add { at: place, entry: begins })];
    match stage.changes.get(place) {
        Some(next) if next.at == until => edits.push(change(at, EntryEdit::Set { at: place + 1, entry: ends })),
        _ if is_last => {}
        _ => edits.push(change(at, EntryEdit::Add { at: place + 1, entry: ends })),
    }
    Ok(apply(plan, &PlanEdit::Several(edits)).unwrap_or_else(|_| plan.clone()))
}

/// The plan in which so many others use a stage from one time until another, and then as many as before.
///
/// # Errors
/// See [`Taken`].
pub fn with_others(plan: &Plan, at: usize, rate: PerSecond, from: CivilTime, until: CivilTime) -> Result<Plan, Taken> {
    let Some(stage) = plan.journey.get(at) else { return Ok(plan.clone()) };
    is_free(plan, stage.background.iter().map(|flow| flow.at), from, until)?;
    let place = stage.background.partition_point(|flow| flow.at < from);
    let before = place.checked_sub(1).map_or(PerSecond::ZERO, |before| stage.background[before].rate);
    let mut edits = vec![others(at, EntryEdit::Add { at: place, entry: Background { at: from, rate } })];
    let is_followed = stage.background.get(place).is_some_and(|next| next.at == until);
    if !is_followed && until < horizon_end(plan) {
        edits.push(others(at, EntryEdit::Add { at: place + 1, entry: Background { at: until, rate: before } }));
    }
    Ok(apply(plan, &PlanEdit::Several(edits)).unwrap_or_else(|_| plan.clone()))
}

fn is_free(
    plan: &Plan,
    mut taken: impl Iterator<Item = CivilTime>,
    from: CivilTime,
    until: CivilTime,
) -> Result<(), Taken> {
    if until <= from {
        return Err(Taken::Backwards);
    }
    if from < plan.horizon_start() || until > horizon_end(plan) {
        return Err(Taken::Outside);
    }
    if taken.any(|time| (from..until).contains(&time)) { Err(Taken::Between) } else { Ok(()) }
}

/// The end of the last day.
pub fn horizon_end(plan: &Plan) -> CivilTime {
    plan.horizon_start().date().plus_days(i64::from(plan.days)).midnight()
}

/// One of the two lists of a stage that hold by the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Changes,
    Others,
}

/// Times of a list of a stage, in order.
pub fn times(stage: &Stage, list: List) -> Vec<CivilTime> {
    match list {
        List::Changes => stage.changes.iter().map(|change| change.at).collect(),
        List::Others => stage.background.iter().map(|flow| flow.at).collect(),
    }
}

/// The plan with an entry at another time: within the days of the plan, and a minute or more from its neighbours, so
/// that the order stays.
pub fn moved(plan: &Plan, at: usize, list: List, row: usize, to: CivilTime) -> Plan {
    const MINUTE: i64 = 60;
    let Some(stage) = plan.journey.get(at) else { return plan.clone() };
    let all = times(stage, list);
    let before = row.checked_sub(1).and_then(|before| all.get(before));
    let least = before.map_or(plan.horizon_start(), |before| before.plus_seconds(MINUTE).max(plan.horizon_start()));
    let most = all.get(row + 1).map_or(horizon_end(plan), |next| *next).plus_seconds(-MINUTE);
    let to = to.min(most).max(least);
    let edit = match list {
        List::Changes => stage
            .changes
            .get(row)
            .map(|before| change(at, EntryEdit::Set { at: row, entry: CapacityChange { at: to, ..*before } })),
        List::Others => stage
            .background
            .get(row)
            .map(|before| others(at, EntryEdit::Set { at: row, entry: Background { at: to, ..*before } })),
    };
    edit.map_or_else(|| plan.clone(), |edit| done(plan, &edit))
}

/// The plan without an entry.
pub fn without(plan: &Plan, at: usize, list: List, row: usize) -> Plan {
    match list {
        List::Changes => done(plan, &change(at, EntryEdit::Remove { at: row })),
        List::Others => done(plan, &others(at, EntryEdit::Remove { at: row })),
    }
}

/// The plan in which a change does something else from its time on.
pub fn doing(plan: &Plan, at: usize, row: usize, what: What) -> Plan {
    let entry = plan.journey.get(at).and_then(|stage| what.from(stage.changes.get(row)?.at));
    entry.map_or_else(|| plan.clone(), |entry| done(plan, &change(at, EntryEdit::Set { at: row, entry })))
}

/// The plan in which another number of others comes from the time of an entry on.
pub fn with_flow(plan: &Plan, at: usize, row: usize, rate: PerSecond) -> Plan {
    let entry = plan.journey.get(at).and_then(|stage| stage.background.get(row));
    let entry = entry.map(|before| Background { rate, ..*before });
    entry.map_or_else(|| plan.clone(), |entry| done(plan, &others(at, EntryEdit::Set { at: row, entry })))
}

fn change(at: usize, edit: EntryEdit<CapacityChange>) -> PlanEdit {
    PlanEdit::Stages(StageEdit::Change { at, edit })
}

fn others(at: usize, edit: EntryEdit<Background>) -> PlanEdit {
    PlanEdit::Stages(StageEdit::Background { at, edit })
}

/// The plan after an edit; an entry that is not there leaves it as it is.
fn done(plan: &Plan, edit: &PlanEdit) -> Plan {
    apply(plan, edit).unwrap_or_else(|_: EditError| plan.clone())
}
