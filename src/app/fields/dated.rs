//! The rows of the dated lists: their time and the edit that gives it another.

use crate::clock::CivilTime;
use crate::plan::edit::{ArrivalsEdit, EntryEdit, PlanEdit, StageEdit};
use crate::plan::{Background, CapacityChange, Plan, StartersFrom};

/// A row of a dated list, by index; of a stage first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatedRow {
    Starters(usize),
    Change(usize, usize),
    Background(usize, usize),
}

impl DatedRow {
    /// The place of the row in the plan file.
    pub fn row_pointer(self) -> String {
        match self {
            Self::Starters(row) => format!("/arrivals/starters_table/{row}"),
            Self::Change(stage, row) => format!("/journey/{stage}/changes/{row}"),
            Self::Background(stage, row) => format!("/journey/{stage}/background/{row}"),
        }
    }

    /// The place of its time in the plan file.
    pub fn pointer(self) -> String {
        format!("{}/at", self.row_pointer())
    }

    pub fn time(self, plan: &Plan) -> Option<CivilTime> {
        match self {
            Self::Starters(row) => plan.arrivals.starters_table.as_ref()?.get(row).map(|entry| entry.at),
            Self::Change(stage, row) => plan.journey.get(stage)?.changes.get(row).map(|change| change.at),
            Self::Background(stage, row) => plan.journey.get(stage)?.background.get(row).map(|flow| flow.at),
        }
    }

    /// The edit that gives the row another time; `None` where there is no such row.
    pub fn edit(self, plan: &Plan, time: CivilTime) -> Option<PlanEdit> {
        Some(match self {
            Self::Starters(at) => {
                let entry = StartersFrom { at: time, ..*plan.arrivals.starters_table.as_ref()?.get(at)? };
                PlanEdit::Arrivals(ArrivalsEdit::StartersEntry(EntryEdit::Set { at, entry }))
            }
            Self::Change(stage, at) => {
                let entry = CapacityChange { at: time, ..*plan.journey.get(stage)?.changes.get(at)? };
                PlanEdit::Stages(StageEdit::Change { at: stage, edit: EntryEdit::Set { at, entry } })
            }
            Self::Background(stage, at) => {
                let entry = Background { at: time, ..*plan.journey.get(stage)?.background.get(at)? };
                PlanEdit::Stages(StageEdit::Background { at: stage, edit: EntryEdit::Set { at, entry } })
            }
        })
    }

    /// The edit that takes the row out.
    pub fn remove(self) -> PlanEdit {
        match self {
            Self::Starters(at) => PlanEdit::Arrivals(ArrivalsEdit::StartersEntry(EntryEdit::Remove { at })),
            Self::Change(stage, at) => {
                PlanEdit::Stages(StageEdit::Change { at: stage, edit: EntryEdit::Remove { at } })
            }
            Self::Background(stage, at) => {
                PlanEdit::Stages(StageEdit::Background { at: stage, edit: EntryEdit::Remove { at } })
            }
        }
    }

    /// Every row of the plan.
    pub fn all_in(plan: &Plan) -> Vec<Self> {
        let starters = plan.arrivals.starters_table.as_ref().map_or(0, Vec::len);
        let mut all: Vec<Self> = (0..starters).map(Self::Starters).collect();
        for (at, stage) in plan.journey.iter().enumerate() {
            all.extend((0..stage.changes.len()).map(|row| Self::Change(at, row)));
            all.extend((0..stage.background.len()).map(|row| Self::Background(at, row)));
        }
        all
    }
}
