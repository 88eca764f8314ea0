//! What becomes of indices when an entry of a list comes, goes, moves or is doubled.

use super::{index, joined, steps};
use crate::plan::Plan;

/// A change of one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renumbering {
    /// A new entry stands at this index.
    Inserted(usize),
    /// The entry at this index is gone.
    Removed(usize),
    /// The entry at `from` now stands at `to`.
    Moved { from: usize, to: usize },
    /// A copy of this entry stands behind it.
    Doubled(usize),
}

impl Renumbering {
    /// Where an old entry stands now; `None` if it is gone.
    pub fn new_index(self, old: usize) -> Option<usize> {
        // A plan may name an entry that no list could hold; it stays unknown.
        let next = old.saturating_add(1);
        match self {
            Self::Inserted(at) => Some(if old >= at { next } else { old }),
            Self::Removed(at) => (old != at).then_some(if old > at { old - 1 } else { old }),
            Self::Moved { from, to } if old == from => Some(to),
            Self::Moved { from, to } if from < old && old <= to => Some(old - 1),
            Self::Moved { from, to } if to <= old && old < from => Some(next),
            Self::Moved { .. } => Some(old),
            Self::Doubled(at) => Some(if old > at { next } else { old }),
        }
    }

    /// Renumbers a list of indices, leaving out what is gone.
    pub fn in_list(self, indices: &mut Vec<usize>) {
        *indices = indices.iter().filter_map(|&old| self.new_index(old)).collect();
    }

    /// The index of the copy of an old entry.
    fn copy_of(self, old: usize) -> Option<usize> {
        (self == Self::Doubled(old)).then_some(old + 1)
    }
}

/// Lets everything in the plan that names fields by pointer follow the renumbering of the list at `list`.
///
/// `list` is the way to the list, `*` standing for any step: `["members", "counts", "*"]`. What points into an
/// entry that is gone goes with it; what points into a doubled entry is doubled.
pub fn follow(plan: &mut Plan, list: &[&str], renumbering: Renumbering) {
    plan.ranges = std::mem::take(&mut plan.ranges)
        .into_iter()
        .flat_map(|range| {
            let places = places(&range.field, list, renumbering);
            places.into_iter().map(move |field| super::super::Range { field, ..range })
        })
        .collect();
    follow_keys(&mut plan.sources, list, renumbering);
    follow_keys(&mut plan.entered_as, list, renumbering);
    follow_keys(&mut plan.unknown, list, renumbering);
}

fn follow_keys<V: Clone>(notes: &mut litemap::LiteMap<String, V>, list: &[&str], renumbering: Renumbering) {
    *notes = std::mem::take(notes)
        .into_iter()
        .flat_map(|(pointer, note)| {
            places(&pointer, list, renumbering).into_iter().map(move |place| (place, note.clone()))
        })
        .collect();
}

/// Where a pointer points after the renumbering: nowhere, to one place, or to an entry and its copy.
fn places(pointer: &str, list: &[&str], renumbering: Renumbering) -> Vec<String> {
    let unmoved = || vec![pointer.to_owned()];
    let Some(steps) = steps(pointer) else { return unmoved() };
    let inside = steps.len() > list.len() && list.iter().zip(&steps).all(|(&way, step)| way == "*" || way == step);
    if !inside {
        return unmoved();
    }
    let Some(old) = index(&steps[list.len()]) else { return unmoved() };
    let at = |new: usize| {
        let mut steps = steps.clone();
        steps[list.len()] = new.to_string();
        joined(&steps)
    };
    renumbering.new_index(old).into_iter().chain(renumbering.copy_of(old)).map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(renumbering: Renumbering, expect: [Option<usize>; 5]) {
        assert_eq!(std::array::from_fn(|old| renumbering.new_index(old)), expect, "{renumbering:?}");
    }

    #[test]
    fn entries_keep_their_number_or_get_the_right_one() {
        check(Renumbering::Inserted(2), [Some(0), Some(1), Some(3), Some(4), Some(5)]);
        check(Renumbering::Removed(2), [Some(0), Some(1), None, Some(2), Some(3)]);
        check(Renumbering::Moved { from: 1, to: 3 }, [Some(0), Some(3), Some(1), Some(2), Some(4)]);
        check(Renumbering::Moved { from: 3, to: 1 }, [Some(0), Some(2), Some(3), Some(1), Some(4)]);
        check(Renumbering::Moved { from: 2, to: 2 }, [Some(0), Some(1), Some(2), Some(3), Some(4)]);
        check(Renumbering::Doubled(2), [Some(0), Some(1), Some(2), Some(4), Some(5)]);
    }

    #[test]
    fn pointers_follow_only_their_own_list() {
        let journey = ["journey"];
        assert_eq!(places("/journey/2/name", &journey, Renumbering::Removed(1)), ["/journey/1/name"]);
        assert_eq!(places("/journey/1/name", &journey, Renumbering::Removed(1)), [""; 0]);
        assert_eq!(
            places("/journey/1/name", &journey, Renumbering::Doubled(1)),
            ["/journey/1/name", "/journey/2/name"]
        );
        assert_eq!(places("/journey", &journey, Renumbering::Removed(0)), ["/journey"]);
        assert_eq!(places("/windows/2/opens", &journey, Renumbering::Removed(1)), ["/windows/2/opens"]);
        let column = ["members", "counts", "*"];
        assert_eq!(places("/members/counts/7/2", &column, Renumbering::Inserted(0)), ["/members/counts/7/3"]);
        assert_eq!(places("/members/counts/7", &column, Renumbering::Inserted(0)), ["/members/counts/7"]);
    }
}
