//! Many windows changed at one go.

use crate::clock::{CivilDate, SECONDS_PER_MINUTE};
use crate::plan::edit::{ArrivalsEdit, EditError, PlanEdit, WindowEdit, WindowField, apply};
use crate::plan::{Plan, Window};

/// Which windows are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    All,
    Ordinary,
    CatchUp,
    /// Those that open on a day.
    OpeningOn(CivilDate),
}

/// What is done to each of them; `None` leaves it as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Later, or earlier where negative [min].
    pub shift_minutes: i64,
    /// From the opening on [min].
    pub length_minutes: Option<u32>,
    pub closes_hard: Option<bool>,
    /// For the whole plan: the stage (0-based) that turns away who comes early, or none.
    pub gate_stage: Option<Option<usize>>,
}

impl Which {
    pub fn holds(self, window: &Window) -> bool {
        match self {
            Self::All => true,
            Self::Ordinary => !window.catch_up,
            Self::CatchUp => window.catch_up,
            Self::OpeningOn(day) => window.opens.date() == day,
        }
    }
}

/// The plan after the change; what is noted about its windows stays. Windows may come to lie outside its days, which
/// [`crate::plan::check`] finds.
///
/// # Errors
/// None in practice: every window that is changed exists.
pub fn change(plan: &Plan, which: Which, change: Change) -> Result<Plan, EditError> {
    let mut edits = Vec::new();
    for (at, window) in plan.windows.iter().enumerate().filter(|(_, window)| which.holds(window)) {
        let by = change.shift_minutes.saturating_mul(SECONDS_PER_MINUTE);
        let opens = window.opens.plus_seconds(by);
        let length = |minutes| opens.plus_seconds(i64::from(minutes) * SECONDS_PER_MINUTE);
        let closes = change.length_minutes.map_or(window.closes.plus_seconds(by), length);
        let times = (opens, closes) != (window.opens, window.closes);
        let field = times.then_some(WindowField::Times { opens, closes });
        let hard = change.closes_hard.filter(|&hard| hard != window.closes_hard).map(WindowField::ClosesHard);
        edits.extend([field, hard].into_iter().flatten().map(|field| PlanEdit::Windows(WindowEdit::Set { at, field })));
    }
    let gate = change.gate_stage.filter(|&gate| gate != plan.arrivals.gate_stage);
    edits.extend(gate.map(|gate| PlanEdit::Arrivals(ArrivalsEdit::GateStage(gate))));
    apply(plan, &PlanEdit::Several(edits))
}
