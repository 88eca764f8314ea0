//! What an edit is called, for the buttons that undo and redo it.

use super::{CohortEdit, HeaderEdit, MembersEdit, NoteEdit, PlanEdit, StageEdit, StageField, WindowEdit, WindowField};

/// The name of an edit; its words are in the catalogues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditName {
    Title,
    Author,
    Date,
    Status,
    TimeZone,
    FirstDay,
    Days,
    BaselineOpening,
    Seed,
    Members,
    Count,
    Regions,
    Ages,
    AddCohort,
    RemoveCohort,
    OrderCohorts,
    CohortRule,
    CohortName,
    Split,
    AddWindow,
    RemoveWindow,
    OrderWindows,
    WindowTimes,
    WindowCohorts,
    WindowRules,
    MoveCohort,
    Arrivals,
    WaitingRoom,
    AddStage,
    RemoveStage,
    OrderStages,
    StageName,
    Capacity,
    StageTimes,
    Retries,
    CapacityChanges,
    Background,
    Target,
    Ranges,
    Sources,
    EnteredAs,
    SplitCohort,
    Several,
    /// The same thing done more than once in one step, and how often.
    Many(Repeated, usize),
}

/// What one step can do several times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeated {
    Count,
    AddCohort,
    RemoveCohort,
    CohortRule,
    AddWindow,
    RemoveWindow,
    WindowTimes,
    MoveCohort,
}

impl EditName {
    /// Each of them, those that are counted by the example of three.
    pub const ALL: [Self; 51] = [
        Self::Title,
        Self::Author,
        Self::Date,
        Self::Status,
        Self::TimeZone,
        Self::FirstDay,
        Self::Days,
        Self::BaselineOpening,
        Self::Seed,
        Self::Members,
        Self::Count,
        Self::Regions,
        Self::Ages,
        Self::AddCohort,
        Self::RemoveCohort,
        Self::OrderCohorts,
        Self::CohortRule,
        Self::CohortName,
        Self::Split,
        Self::AddWindow,
        Self::RemoveWindow,
        Self::OrderWindows,
        Self::WindowTimes,
        Self::WindowCohorts,
        Self::WindowRules,
        Self::MoveCohort,
        Self::Arrivals,
        Self::WaitingRoom,
        Self::AddStage,
        Self::RemoveStage,
        Self::OrderStages,
        Self::StageName,
        Self::Capacity,
        Self::StageTimes,
        Self::Retries,
        Self::CapacityChanges,
        Self::Background,
        Self::Target,
        Self::Ranges,
        Self::Sources,
        Self::EnteredAs,
        Self::SplitCohort,
        Self::Several,
        Self::Many(Repeated::Count, 3),
        Self::Many(Repeated::AddCohort, 3),
        Self::Many(Repeated::RemoveCohort, 3),
        Self::Many(Repeated::CohortRule, 3),
        Self::Many(Repeated::AddWindow, 3),
        Self::Many(Repeated::RemoveWindow, 3),
        Self::Many(Repeated::WindowTimes, 3),
        Self::Many(Repeated::MoveCohort, 3),
    ];

    /// The name of this done `times` times over.
    fn times(self, times: usize) -> Self {
        let repeated = match self {
            Self::Count => Repeated::Count,
            Self::AddCohort => Repeated::AddCohort,
            Self::RemoveCohort => Repeated::RemoveCohort,
            Self::CohortRule => Repeated::CohortRule,
            Self::AddWindow => Repeated::AddWindow,
            Self::RemoveWindow => Repeated::RemoveWindow,
            Self::WindowTimes => Repeated::WindowTimes,
            Self::MoveCohort => Repeated::MoveCohort,
            _ => return self,
        };
        if times > 1 { Self::Many(repeated, times) } else { self }
    }
}

impl PlanEdit {
    /// Several edits are called by their name and number if they share one; a typed form, a source or a
    /// range is part of the number before it.
    pub fn name(&self) -> EditName {
        match self {
            Self::Header(edit) => of_header(edit),
            Self::Members(edit) => of_members(edit),
            Self::Cohorts(edit) => of_cohorts(edit),
            Self::Windows(edit) => of_windows(edit),
            Self::Arrivals(_) => EditName::Arrivals,
            Self::WaitingRoom(_) => EditName::WaitingRoom,
            Self::Stages(edit) => of_stages(edit),
            Self::Target(_) => EditName::Target,
            Self::Notes(edit) => of_notes(edit),
            Self::Several(edits) => of_several(edits),
        }
    }
}

fn of_several(edits: &[PlanEdit]) -> EditName {
    let is_note = |name: &EditName| matches!(name, EditName::EnteredAs | EditName::Sources);
    let mut names: Vec<EditName> = edits.iter().map(PlanEdit::name).filter(|name| !is_note(name)).collect();
    if names.iter().any(|name| *name != EditName::Ranges) {
        names.retain(|name| *name != EditName::Ranges);
    }
    match names.first() {
        Some(first) if names.iter().all(|name| name == first) => first.times(names.len()),
        _ => EditName::Several,
    }
}

fn of_header(edit: &HeaderEdit) -> EditName {
    match edit {
        HeaderEdit::Title(_) => EditName::Title,
        HeaderEdit::Author(_) => EditName::Author,
        HeaderEdit::Dated(_) => EditName::Date,
        HeaderEdit::Status(_) => EditName::Status,
        HeaderEdit::TimeZone(_) => EditName::TimeZone,
        HeaderEdit::FirstDay(_) | HeaderEdit::MoveToFirstDay(_) => EditName::FirstDay,
        HeaderEdit::Days(_) => EditName::Days,
        HeaderEdit::BaselineOpens(_) => EditName::BaselineOpening,
        HeaderEdit::Seed(_) => EditName::Seed,
    }
}

fn of_members(edit: &MembersEdit) -> EditName {
    match edit {
        MembersEdit::Replace(_) => EditName::Members,
        MembersEdit::Count { .. } => EditName::Count,
        MembersEdit::AddRegion { .. }
        | MembersEdit::RemoveRegion { .. }
        | MembersEdit::RenameRegion { .. }
        | MembersEdit::RegionCode { .. } => EditName::Regions,
        MembersEdit::AddAge { .. }
        | MembersEdit::RemoveAge { .. }
        | MembersEdit::RenameAge { .. }
        | MembersEdit::AgeSpan { .. } => EditName::Ages,
    }
}

fn of_cohorts(edit: &CohortEdit) -> EditName {
    match edit {
        CohortEdit::Add { .. } => EditName::AddCohort,
        CohortEdit::Remove { .. } => EditName::RemoveCohort,
        CohortEdit::Move { .. } => EditName::OrderCohorts,
        CohortEdit::Set { field: super::CohortField::Name(_), .. } => EditName::CohortName,
        CohortEdit::Set { .. } => EditName::CohortRule,
        CohortEdit::Split { .. } => EditName::Split,
        CohortEdit::InTwo { .. } => EditName::SplitCohort,
    }
}

fn of_windows(edit: &WindowEdit) -> EditName {
    match edit {
        WindowEdit::Add { .. } => EditName::AddWindow,
        WindowEdit::Remove { .. } => EditName::RemoveWindow,
        WindowEdit::Move { .. } => EditName::OrderWindows,
        WindowEdit::MoveCohort { .. } => EditName::MoveCohort,
        WindowEdit::Set { field, .. } => match field {
            WindowField::Opens(_) | WindowField::Closes(_) | WindowField::Times { .. } => EditName::WindowTimes,
            WindowField::Cohorts(_) => EditName::WindowCohorts,
            WindowField::CatchUp(_) | WindowField::ShowUp(_) | WindowField::ClosesHard(_) => EditName::WindowRules,
        },
    }
}

fn of_stages(edit: &StageEdit) -> EditName {
    match edit {
        StageEdit::Add { .. } | StageEdit::Double { .. } => EditName::AddStage,
        StageEdit::Remove { .. } => EditName::RemoveStage,
        StageEdit::Move { .. } => EditName::OrderStages,
        StageEdit::Change { .. } => EditName::CapacityChanges,
        StageEdit::Background { .. } => EditName::Background,
        StageEdit::Set { field, .. } => match field {
            StageField::Name(_) => EditName::StageName,
            StageField::Sessions(_) | StageField::Rate(_) | StageField::OnCapacityDrop(_) => EditName::Capacity,
            StageField::Service(_) | StageField::ServiceLaw(_) | StageField::Patience(_) => EditName::StageTimes,
            StageField::RetryShare(_)
            | StageField::RetryAfter(_)
            | StageField::FailShare(_)
            | StageField::FailRetryShare(_) => EditName::Retries,
            StageField::Changes(_) => EditName::CapacityChanges,
            StageField::Background(_) => EditName::Background,
        },
    }
}

fn of_notes(edit: &NoteEdit) -> EditName {
    match edit {
        NoteEdit::SetRange(_) | NoteEdit::RemoveRange { .. } => EditName::Ranges,
        NoteEdit::Source { .. } => EditName::Sources,
        NoteEdit::EnteredAs { .. } => EditName::EnteredAs,
    }
}
