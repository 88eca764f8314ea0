//! Windows that came, went, or close otherwise.

use crate::clock::CivilTime;
use crate::plan::{Plan, Window};
use crate::units::Share;

/// What the second plan does otherwise with one window. Windows are the same where they open at the same time, or later
/// by as much as everybody is invited later.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WindowChange {
    /// Ordinary windows of the first and of the second plan, where they are not as many.
    Count(usize, usize),
    CatchUpAdded {
        opens: CivilTime,
    },
    CatchUpRemoved {
        opens: CivilTime,
    },
    Closes {
        opens: CivilTime,
        before: CivilTime,
        after: CivilTime,
    },
    /// The second turns away whoever comes at or after the closing, or no longer does.
    ClosesHard {
        opens: CivilTime,
        now: bool,
    },
    /// `None` = that of the plan.
    ShowUp {
        opens: CivilTime,
        before: Option<Share>,
        after: Option<Share>,
    },
}

/// `shift`: by how much everybody is invited later [s].
pub fn windows(before: &Plan, after: &Plan, shift: i64) -> Vec<WindowChange> {
    let moved = |window: &Window| Window {
        opens: window.opens.plus_seconds(shift),
        closes: window.closes.plus_seconds(shift),
        ..window.clone()
    };
    let before: Vec<Window> = before.windows.iter().map(moved).collect();
    let mut changes = Vec::new();
    let ordinary = |windows: &[Window]| windows.iter().filter(|window| !window.catch_up).count();
    let (one, other) = (ordinary(&before), ordinary(&after.windows));
    if one != other {
        changes.push(WindowChange::Count(one, other));
    }
    let mut taken = vec![false; before.len()];
    for window in after.windows.iter() {
        let same = |known: &Window| known.opens == window.opens && known.catch_up == window.catch_up;
        match (0..taken.len()).find(|&at| !taken[at] && same(&before[at])) {
            Some(at) => {
                taken[at] = true;
                changes.extend(altered(&before[at], window));
            }
            None if window.catch_up => changes.push(WindowChange::CatchUpAdded { opens: window.opens }),
            None => {}
        }
    }
    let gone = before.iter().zip(taken).filter(|(window, taken)| window.catch_up && !taken);
    changes.extend(gone.map(|(window, _)| WindowChange::CatchUpRemoved { opens: window.opens }));
    changes
}

fn altered(before: &Window, after: &Window) -> Vec<WindowChange> {
    let opens = after.opens;
    let closes = (before.closes != after.closes).then_some(WindowChange::Closes {
        opens,
        before: before.closes,
        after: after.closes,
    });
    let hard =
        (before.closes_hard != after.closes_hard).then_some(WindowChange::ClosesHard { opens, now: after.closes_hard });
    let show_up = (before.show_up != after.show_up).then_some(WindowChange::ShowUp {
        opens,
        before: before.show_up,
        after: after.show_up,
    });
    [closes, hard, show_up].into_iter().flatten().collect()
}
