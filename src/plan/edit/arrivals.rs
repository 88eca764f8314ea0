//! Edits of how the invited come, and of the waiting room.

use super::list::{EntryEdit, edit as edit_list, get_mut};
use super::{EditError, List};
use crate::plan::pointer::follow;
use crate::plan::{Plan, ShowUp, StartersFrom, Tail, WaitingRoom};
use crate::units::{PerSecond, Seconds, Share};

#[derive(Clone, Debug, PartialEq)]
pub enum ArrivalsEdit {
    ShowUp(ShowUp),
    /// Of one age band, where shares are by age.
    ShowUpOfAge {
        age: usize,
        share: Share,
    },
    OpeningShare(Share),
    OpeningRamp(Seconds),
    Tail(EntryEdit<Tail>),
    HourWeights(Option<[f64; 24]>),
    IgnoreWindowShare(Share),
    UninvitedPerMember(f64),
    EligibilityStage(Option<usize>),
    GateStage(Option<usize>),
    StartersTable(Option<Vec<StartersFrom>>),
    StartersEntry(EntryEdit<StartersFrom>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WaitingRoomEdit {
    Replace(Option<WaitingRoom>),
    /// Puts up a waiting room with endless patience and no limit of people inside where there is none.
    Admit(PerSecond),
    /// Changes nothing where there is no waiting room.
    Patience(Option<Seconds>),
    /// [people]; changes nothing where there is no waiting room.
    InsideMax(Option<f64>),
}

pub(super) fn apply(plan: &mut Plan, edit: &ArrivalsEdit) -> Result<(), EditError> {
    let arrivals = &mut plan.arrivals;
    match edit {
        ArrivalsEdit::ShowUp(show_up) => arrivals.show_up = show_up.clone(),
        ArrivalsEdit::ShowUpOfAge { age, share } => {
            let shares = match &mut arrivals.show_up {
                ShowUp::All(_) => &mut Vec::new(),
                ShowUp::ByAge(shares) => shares,
            };
            *get_mut(shares, List::Ages, *age)? = *share;
        }
        ArrivalsEdit::OpeningShare(share) => arrivals.opening_share = *share,
        ArrivalsEdit::OpeningRamp(ramp) => arrivals.opening_ramp = *ramp,
        ArrivalsEdit::Tail(edit) => {
            if let Some(renumbering) = edit_list(&mut arrivals.tail, List::Tails, edit)? {
                follow(plan, &["arrivals", "tail"], renumbering);
            }
        }
        ArrivalsEdit::HourWeights(weights) => arrivals.hour_weights = *weights,
        ArrivalsEdit::IgnoreWindowShare(share) => arrivals.ignore_window_share = *share,
        ArrivalsEdit::UninvitedPerMember(people) => arrivals.uninvited_per_member = *people,
        ArrivalsEdit::EligibilityStage(stage) => arrivals.eligibility_stage = *stage,
        ArrivalsEdit::GateStage(stage) => arrivals.gate_stage = *stage,
        ArrivalsEdit::StartersTable(table) => arrivals.starters_table.clone_from(table),
        ArrivalsEdit::StartersEntry(edit) => {
            let table = arrivals.starters_table.get_or_insert_default();
            if let Some(renumbering) = edit_list(table, List::StartersTable, edit)? {
                follow(plan, &["arrivals", "starters_table"], renumbering);
            }
        }
    }
    Ok(())
}

pub(super) fn apply_to_room(plan: &mut Plan, edit: &WaitingRoomEdit) {
    match edit {
        WaitingRoomEdit::Replace(room) => plan.waiting_room = *room,
        WaitingRoomEdit::Admit(admit) => {
            let room = plan.waiting_room.unwrap_or(WaitingRoom { admit: *admit, patience: None, inside_max: None });
            plan.waiting_room = Some(WaitingRoom { admit: *admit, ..room });
        }
        WaitingRoomEdit::Patience(patience) => {
            if let Some(room) = &mut plan.waiting_room {
                room.patience = *patience;
            }
        }
        WaitingRoomEdit::InsideMax(people) => {
            if let Some(room) = &mut plan.waiting_room {
                room.inside_max = *people;
            }
        }
    }
}
