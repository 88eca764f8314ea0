//! The fields of a plan that the page edits: where they stand in the plan file, their unit on the page, their edit.

pub mod choice;
pub mod dated;
pub mod entry_field;
pub mod lists;
pub mod middle;
pub mod number_value;
pub mod span;
pub mod words;

pub use crate::explain::unit::Unit;
pub use crate::plan::number::{ChangeNumber, NumberField, StageNumber, TailNumber};

use crate::plan::edit::{HeaderEdit, MembersEdit, NoteEdit, PlanEdit, WindowEdit, WindowField};
use crate::plan::{Plan, Window, number};

pub use choice::ChoiceField;
pub use dated::DatedRow;
pub use entry_field::EntryField;

/// The edit that gives the plan a title.
pub fn title(title: String) -> PlanEdit {
    PlanEdit::Header(HeaderEdit::Title(title))
}

/// The edit that gives a cell of the membership its people. Where the counts came from says nothing of them then.
pub fn count(region: usize, age: usize, people: u64) -> PlanEdit {
    let counts = NoteEdit::Source { field: "/members/counts".to_owned(), source: None };
    PlanEdit::Several(vec![PlanEdit::Members(MembersEdit::Count { region, age, people }), PlanEdit::Notes(counts)])
}

/// The edit of one field of a window.
pub fn window(at: usize, field: WindowField) -> PlanEdit {
    PlanEdit::Windows(WindowEdit::Set { at, field })
}

/// A window behind the last, as long as that, opening when it closes and inviting nobody yet.
pub fn add_window(plan: &Plan) -> PlanEdit {
    let last = plan.windows.iter().max_by_key(|window| (window.closes, window.opens));
    let opens = last.map_or_else(|| plan.horizon_start(), |window| window.closes);
    let length = last.map_or(crate::clock::SECONDS_PER_HOUR, |window| window.closes.seconds_since(window.opens));
    let window = Window {
        opens,
        closes: opens.plus_seconds(length.max(crate::clock::SECONDS_PER_MINUTE)),
        cohorts: Vec::new(),
        catch_up: false,
        show_up: None,
        closes_hard: false,
    };
    PlanEdit::Windows(WindowEdit::Add { at: plan.windows.len(), window })
}

pub fn remove_window(at: usize) -> PlanEdit {
    PlanEdit::Windows(WindowEdit::Remove { at })
}

/// The ordinary window that invites a cohort.
pub fn ordinary_window_of(plan: &Plan, cohort: usize) -> Option<usize> {
    plan.windows.iter().position(|window| !window.catch_up && window.cohorts.contains(&cohort))
}

/// The edit that puts a cohort into a window, or takes it out; an ordinary window takes it from the other.
pub fn invite(plan: &Plan, window: usize, cohort: usize, invited: bool) -> PlanEdit {
    let is_catch_up = plan.windows.get(window).is_some_and(|window| window.catch_up);
    let (from, to) = match (invited, is_catch_up) {
        (true, false) => (ordinary_window_of(plan, cohort), Some(window)),
        (true, true) => (None, Some(window)),
        (false, _) => (Some(window), None),
    };
    PlanEdit::Windows(WindowEdit::MoveCohort { cohort, from, to })
}
