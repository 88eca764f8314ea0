//! Edits of the journey.

use std::sync::Arc;

use super::list::{EntryEdit, double, edit as edit_list, get_mut, insert, remove, shift};
use super::{EditError, List};
use crate::plan::pointer::follow;
use crate::plan::{Background, CapacityChange, OnCapacityDrop, Plan, ServiceLaw, Stage};
use crate::units::{PerSecond, Seconds, Share};

#[derive(Clone, Debug, PartialEq)]
pub enum StageEdit {
    /// Before the one at `at`, or last.
    Add {
        at: usize,
        stage: Stage,
    },
    /// If this stage turned people away, none does afterwards.
    Remove {
        at: usize,
    },
    Move {
        from: usize,
        to: usize,
    },
    /// Puts a copy behind the stage, with what is said about its numbers.
    Double {
        at: usize,
    },
    Set {
        at: usize,
        field: StageField,
    },
    Change {
        at: usize,
        edit: EntryEdit<CapacityChange>,
    },
    Background {
        at: usize,
        edit: EntryEdit<Background>,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub enum StageField {
    Name(String),
    Service(Seconds),
    ServiceLaw(ServiceLaw),
    Sessions(Option<f64>),
    Rate(Option<PerSecond>),
    Patience(Option<Seconds>),
    RetryShare(Share),
    RetryAfter(Seconds),
    FailShare(Share),
    FailRetryShare(Share),
    OnCapacityDrop(OnCapacityDrop),
    Changes(Vec<CapacityChange>),
    Background(Vec<Background>),
}

pub(super) fn apply(plan: &mut Plan, edit: &StageEdit) -> Result<(), EditError> {
    let stages = Arc::make_mut(&mut plan.journey);
    let renumbering = match edit {
        StageEdit::Set { at, field } => {
            set(get_mut(stages, List::Stages, *at)?, field);
            return Ok(());
        }
        StageEdit::Change { at, edit } => {
            let stage = get_mut(stages, List::Stages, *at)?;
            if let Some(renumbering) = edit_list(&mut stage.changes, List::Changes, edit)? {
                follow(plan, &["journey", &at.to_string(), "changes"], renumbering);
            }
            return Ok(());
        }
        StageEdit::Background { at, edit } => {
            let stage = get_mut(stages, List::Stages, *at)?;
            if let Some(renumbering) = edit_list(&mut stage.background, List::Background, edit)? {
                follow(plan, &["journey", &at.to_string(), "background"], renumbering);
            }
            return Ok(());
        }
        StageEdit::Add { at, stage } => insert(stages, List::Stages, *at, stage.clone())?,
        StageEdit::Remove { at } => remove(stages, List::Stages, *at)?,
        StageEdit::Move { from, to } => shift(stages, List::Stages, *from, *to)?,
        StageEdit::Double { at } => double(stages, List::Stages, *at)?,
    };
    for stage in [&mut plan.arrivals.eligibility_stage, &mut plan.arrivals.gate_stage] {
        *stage = stage.and_then(|old| renumbering.new_index(old));
    }
    follow(plan, &["journey"], renumbering);
    Ok(())
}

fn set(stage: &mut Stage, field: &StageField) {
    match field {
        StageField::Name(name) => stage.name.clone_from(name),
        StageField::Service(service) => stage.service = *service,
        StageField::ServiceLaw(law) => stage.service_law = *law,
        StageField::Sessions(sessions) => stage.sessions = *sessions,
        StageField::Rate(rate) => stage.rate = *rate,
        StageField::Patience(patience) => stage.patience = *patience,
        StageField::RetryShare(share) => stage.retry_share = *share,
        StageField::RetryAfter(delay) => stage.retry_after = *delay,
        StageField::FailShare(share) => stage.fail_share = *share,
        StageField::FailRetryShare(share) => stage.fail_retry_share = *share,
        StageField::OnCapacityDrop(what) => stage.on_capacity_drop = *what,
        StageField::Changes(changes) => stage.changes.clone_from(changes),
        StageField::Background(background) => stage.background.clone_from(background),
    }
}
