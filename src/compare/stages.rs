//! Stages that came, went, or bear another name.

use crate::plan::{Plan, Stage};

/// What the second journey has otherwise than the first; stages are the same where they bear one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StageChange {
    /// Index in the second journey.
    Added(usize),
    /// Index in the first journey.
    Removed(usize),
    /// Index in the first and in the second journey, of the one stage that has another name.
    Renamed(usize, usize),
    /// Stages of both come in another order.
    Reordered,
    WaitingRoomAdded,
    WaitingRoomRemoved,
}

pub fn stages(before: &Plan, after: &Plan) -> Vec<StageChange> {
    let pairs = paired(before, after);
    let mut changes = Vec::new();
    match (before.waiting_room, after.waiting_room) {
        (None, Some(_)) => changes.push(StageChange::WaitingRoomAdded),
        (Some(_), None) => changes.push(StageChange::WaitingRoomRemoved),
        _ => {}
    }
    for &(one, other) in &pairs {
        if before.journey[one].name != after.journey[other].name {
            changes.push(StageChange::Renamed(one, other));
        }
    }
    let has_first = |at: &usize| pairs.iter().any(|pair| pair.0 == *at);
    let has_second = |at: &usize| pairs.iter().any(|pair| pair.1 == *at);
    changes.extend((0..before.journey.len()).filter(|at| !has_first(at)).map(StageChange::Removed));
    changes.extend((0..after.journey.len()).filter(|at| !has_second(at)).map(StageChange::Added));
    if !pairs.is_sorted() {
        changes.push(StageChange::Reordered);
    }
    changes
}

/// Stages that are the same, by index in the first and in the second journey, in the order of the second.
///
/// The one stage without a namesake on either side is the same stage under another name.
pub(super) fn paired(before: &Plan, after: &Plan) -> Vec<(usize, usize)> {
    let (first, second): (&[Stage], &[Stage]) = (&before.journey, &after.journey);
    let mut taken = vec![false; first.len()];
    let mut found: Vec<Option<usize>> = Vec::with_capacity(second.len());
    for (at, stage) in second.iter().enumerate() {
        let same = |&one: &usize| !taken[one] && first[one].name == stage.name;
        let nearby = Some(at).filter(|at| *at < first.len()).filter(same);
        let namesake = nearby.or_else(|| (0..first.len()).find(same));
        if let Some(one) = namesake {
            taken[one] = true;
        }
        found.push(namesake);
    }
    let alone = |all: Vec<usize>| <[usize; 1]>::try_from(all).ok().map(|[one]| one);
    let one = alone((0..first.len()).filter(|&one| !taken[one]).collect());
    let other = alone((0..second.len()).filter(|&at| found[at].is_none()).collect());
    if let (Some(one), Some(other)) = (one, other) {
        found[other] = Some(one);
    }
    found.into_iter().enumerate().filter_map(|(at, one)| one.map(|one| (one, at))).collect()
}
