//! Whether anything stops people outside their window, told for each.

use crate::plan::{Plan, Window};

/// What meets people who come before their window opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// No ordinary window opens earlier, so that there is nothing to come to yet.
    FirstToOpen,
    /// Whoever comes starts.
    Free,
    /// This stage (0-based) turns them away.
    TurnedAway { stage: usize },
    /// The window calls back those who missed theirs; whoever comes before it has come by an earlier window.
    CatchUp,
}

/// What meets people who come after their window has closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// Whoever comes starts.
    Free,
    /// Nobody starts any more.
    Shut,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outside {
    pub before: Before,
    pub after: After,
}

/// What stops people outside `window`, among `windows` of `plan`.
pub fn outside(plan: &Plan, windows: &[Window], window: &Window) -> Outside {
    let first = windows.iter().filter(|other| !other.catch_up).map(|other| other.opens).min();
    let before = match plan.arrivals.gate_stage {
        _ if window.catch_up => Before::CatchUp,
        _ if first.is_none_or(|first| window.opens <= first) => Before::FirstToOpen,
        Some(stage) => Before::TurnedAway { stage },
        None => Before::Free,
    };
    Outside { before, after: if window.closes_hard { After::Shut } else { After::Free } }
}
