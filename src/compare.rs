//! Two plans side by side, as data: who is invited at another time, which numbers differ, what their forecasts say.
//!
//! ```text
//! before, after ──▶ moves: whose opening changes, told as groups of regions, ages and birth digits
//!               ├─▶ members, windows, stages: what came, went, or was altered
//!               └─▶ numbers, and other fields by their place
//! their forecasts ──▶ outlook: key figures of each, one beside the other
//! ```
//!
//! Nothing here is a sentence; `explain::comparison` makes them.

mod fields;
mod group;
mod members;
mod moves;
mod outlook;
mod stages;
mod windows;

pub use fields::{NumberChange, RangeChange, fields, numbers, ranges};
pub use group::Group;
pub use members::{MembersChange, members};
pub use moves::{Move, Moves, moves};
pub use outlook::{Outlook, SlotCounts, outlook};
pub use stages::{StageChange, stages};
pub use windows::{WindowChange, windows};

use crate::plan::Plan;

/// What differs between two plans.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub members: MembersChange,
    pub moves: Moves,
    pub windows: Vec<WindowChange>,
    pub stages: Vec<StageChange>,
    pub numbers: Vec<NumberChange>,
    pub ranges: Vec<RangeChange>,
    /// Other fields that differ, by their place in the second plan, or in the first where that has none.
    pub fields: Vec<String>,
}

impl Difference {
    /// Whether the two plans ask the same of the same people, whatever they are called.
    pub fn is_none(&self) -> bool {
        self.members == MembersChange::default()
            && self.moves.list.is_empty()
            && self.windows.is_empty()
            && self.stages.is_empty()
            && self.numbers.is_empty()
            && self.ranges.is_empty()
            && self.fields.is_empty()
    }
}

/// What the second plan has otherwise than the first.
pub fn difference(before: &Plan, after: &Plan) -> Difference {
    let moves = moves(before, after);
    Difference {
        members: members(before, after),
        windows: windows(before, after, moves.shift.unwrap_or(0)),
        moves,
        stages: stages(before, after),
        numbers: numbers(before, after),
        ranges: ranges(before, after),
        fields: fields(before, after),
    }
}
