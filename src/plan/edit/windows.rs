//! Edits of the windows, and the move of a cohort from one to another.

use std::sync::Arc;

use super::list::{get_mut, insert, remove, shift};
use super::{EditError, List};
use crate::clock::CivilTime;
use crate::plan::pointer::follow;
use crate::plan::{Plan, Window};
use crate::units::Share;

#[derive(Clone, Debug, PartialEq)]
pub enum WindowEdit {
    /// Before the one at `at`, or last.
    Add {
        at: usize,
        window: Window,
    },
    Remove {
        at: usize,
    },
    Move {
        from: usize,
        to: usize,
    },
    Set {
        at: usize,
        field: WindowField,
    },
    /// Takes a cohort out of one window and puts it into another; `None` = in no window.
    MoveCohort {
        cohort: usize,
        from: Option<usize>,
        to: Option<usize>,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub enum WindowField {
    Opens(CivilTime),
    Closes(CivilTime),
    Times {
        opens: CivilTime,
        closes: CivilTime,
    },
    /// Indices of cohorts.
    Cohorts(Vec<usize>),
    CatchUp(bool),
    ShowUp(Option<Share>),
    ClosesHard(bool),
}

pub(super) fn apply(plan: &mut Plan, edit: &WindowEdit) -> Result<(), EditError> {
    let n_cohorts = plan.cohorts.len();
    let windows = Arc::make_mut(&mut plan.windows);
    let renumbering = match edit {
        WindowEdit::Set { at, field } => {
            set(get_mut(windows, List::Windows, *at)?, field);
            return Ok(());
        }
        WindowEdit::MoveCohort { cohort, from, to } => {
            if *cohort >= n_cohorts {
                return Err(EditError::NoSuchEntry { list: List::Cohorts, index: *cohort, count: n_cohorts });
            }
            return move_cohort(windows, *cohort, *from, *to);
        }
        WindowEdit::Add { at, window } => insert(windows, List::Windows, *at, window.clone())?,
        WindowEdit::Remove { at } => remove(windows, List::Windows, *at)?,
        WindowEdit::Move { from, to } => shift(windows, List::Windows, *from, *to)?,
    };
    follow(plan, &["windows"], renumbering);
    Ok(())
}

fn set(window: &mut Window, field: &WindowField) {
    match field {
        WindowField::Opens(opens) => window.opens = *opens,
        WindowField::Closes(closes) => window.closes = *closes,
        WindowField::Times { opens, closes } => (window.opens, window.closes) = (*opens, *closes),
        WindowField::Cohorts(cohorts) => window.cohorts.clone_from(cohorts),
        WindowField::CatchUp(catch_up) => window.catch_up = *catch_up,
        WindowField::ShowUp(show_up) => window.show_up = *show_up,
        WindowField::ClosesHard(closes_hard) => window.closes_hard = *closes_hard,
    }
}

fn move_cohort(windows: &mut [Window], cohort: usize, from: Option<usize>, to: Option<usize>) -> Result<(), EditError> {
    if let Some(from) = from {
        get_mut(windows, List::Windows, from)?.cohorts.retain(|&other| other != cohort);
    }
    if let Some(to) = to {
        let cohorts = &mut get_mut(windows, List::Windows, to)?.cohorts;
        if !cohorts.contains(&cohort) {
            let place = cohorts.iter().position(|&other| other > cohort).unwrap_or(cohorts.len());
            cohorts.insert(place, cohort);
        }
    }
    Ok(())
}
