//! Edits of the title page and of the horizon.

use std::sync::Arc;

use crate::clock::{CivilDate, CivilTime, SECONDS_PER_DAY};
use crate::plan::{Plan, Status};

#[derive(Clone, Debug, PartialEq)]
pub enum HeaderEdit {
    Title(String),
    Author(String),
    Dated(CivilDate),
    Status(Status),
    /// IANA name.
    TimeZone(String),
    /// Moves the horizon alone; every other time stays.
    FirstDay(CivilDate),
    /// Moves the horizon and every time of the plan with it.
    MoveToFirstDay(CivilDate),
    /// Length of the horizon [days].
    Days(u32),
    BaselineOpens(Option<CivilTime>),
    Seed(u64),
}

pub(super) fn apply(plan: &mut Plan, edit: &HeaderEdit) {
    match edit {
        HeaderEdit::Title(title) => plan.title.clone_from(title),
        HeaderEdit::Author(author) => plan.author.clone_from(author),
        HeaderEdit::Dated(date) => plan.dated = *date,
        HeaderEdit::Status(status) => plan.status = *status,
        HeaderEdit::TimeZone(zone) => plan.time_zone.clone_from(zone),
        HeaderEdit::FirstDay(date) => plan.first_day = *date,
        HeaderEdit::MoveToFirstDay(date) => move_to(plan, *date),
        HeaderEdit::Days(days) => plan.days = *days,
        HeaderEdit::BaselineOpens(time) => plan.baseline_opens = *time,
        HeaderEdit::Seed(seed) => plan.seed = *seed,
    }
}

fn move_to(plan: &mut Plan, first_day: CivilDate) {
    let seconds = first_day.midnight().seconds_since(plan.horizon_start());
    debug_assert_eq!(seconds % SECONDS_PER_DAY, 0);
    let moved = |time: &mut CivilTime| *time = time.plus_seconds(seconds);
    plan.first_day = first_day;
    plan.baseline_opens.iter_mut().for_each(moved);
    for window in Arc::make_mut(&mut plan.windows) {
        moved(&mut window.opens);
        moved(&mut window.closes);
    }
    for entry in plan.arrivals.starters_table.iter_mut().flatten() {
        moved(&mut entry.at);
    }
    for stage in Arc::make_mut(&mut plan.journey) {
        stage.changes.iter_mut().for_each(|change| moved(&mut change.at));
        stage.background.iter_mut().for_each(|flow| moved(&mut flow.at));
    }
}
