//! Edits of the cohorts, and a new split of the whole membership at once.

use std::sync::Arc;

use super::list::{get_mut, insert, remove, shift};
use super::{EditError, List};
use crate::plan::pointer::{Renumbering, follow};
use crate::plan::{Cohort, Plan, Window};

#[derive(Clone, Debug, PartialEq)]
pub enum CohortEdit {
    /// Before the one at `at`, or last; it is in no window yet.
    Add {
        at: usize,
        cohort: Cohort,
    },
    Remove {
        at: usize,
    },
    /// Of equal remainders the earlier cohort gets the person, so the order matters.
    Move {
        from: usize,
        to: usize,
    },
    Set {
        at: usize,
        field: CohortField,
    },
    /// Two in place of the one at `at`, in the same windows.
    InTwo {
        at: usize,
        halves: Box<[Cohort; 2]>,
    },
    /// Other cohorts and windows altogether; what is said of the old ones goes.
    Split {
        cohorts: Arc<Vec<Cohort>>,
        windows: Arc<Vec<Window>>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CohortField {
    Name(String),
    Regions(Option<Vec<usize>>),
    Ages(Option<Vec<usize>>),
    BirthYearDigits(Option<Vec<u8>>),
    BirthDayDigits(Option<Vec<u8>>),
}

pub(super) fn apply(plan: &mut Plan, edit: &CohortEdit) -> Result<(), EditError> {
    if let CohortEdit::Split { cohorts, windows } = edit {
        for list in ["cohorts", "windows"] {
            forget(plan, list);
        }
        plan.cohorts = Arc::clone(cohorts);
        plan.windows = Arc::clone(windows);
        return Ok(());
    }
    let cohorts = Arc::make_mut(&mut plan.cohorts);
    let renumbering = match edit {
        CohortEdit::Split { .. } => return Ok(()),
        CohortEdit::Set { at, field } => {
            set(get_mut(cohorts, List::Cohorts, *at)?, field);
            return Ok(());
        }
        CohortEdit::Add { at, cohort } => insert(cohorts, List::Cohorts, *at, cohort.clone())?,
        CohortEdit::Remove { at } => remove(cohorts, List::Cohorts, *at)?,
        CohortEdit::Move { from, to } => shift(cohorts, List::Cohorts, *from, *to)?,
        CohortEdit::InTwo { at, halves } => {
            let [first, second] = &**halves;
            *get_mut(cohorts, List::Cohorts, *at)? = first.clone();
            insert(cohorts, List::Cohorts, at + 1, second.clone())?
        }
    };
    for window in Arc::make_mut(&mut plan.windows) {
        renumbering.in_list(&mut window.cohorts);
        if let CohortEdit::InTwo { at, .. } = edit
            && let Some(place) = window.cohorts.iter().position(|cohort| cohort == at)
        {
            window.cohorts.insert(place + 1, at + 1);
        }
    }
    follow(plan, &["cohorts"], renumbering);
    Ok(())
}

fn set(cohort: &mut Cohort, field: &CohortField) {
    match field {
        CohortField::Name(name) => cohort.name.clone_from(name),
        CohortField::Regions(regions) => cohort.regions.clone_from(regions),
        CohortField::Ages(ages) => cohort.ages.clone_from(ages),
        CohortField::BirthYearDigits(digits) => cohort.birth_year_digits.clone_from(digits),
        CohortField::BirthDayDigits(digits) => cohort.birth_day_digits.clone_from(digits),
    }
}

/// Drops what is said of all entries of a list.
fn forget(plan: &mut Plan, list: &str) {
    let count = if list == "cohorts" { plan.cohorts.len() } else { plan.windows.len() };
    for last in (0..count).rev() {
        follow(plan, &[list], Renumbering::Removed(last));
    }
}
