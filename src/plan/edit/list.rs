//! Edits of lists: entries come, go, move and are doubled.

use super::{EditError, List};
use crate::plan::pointer::Renumbering;

/// An edit of a list whose entries are replaced whole.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryEdit<T> {
    /// Puts an entry before the one at `at`, or last.
    Add {
        at: usize,
        entry: T,
    },
    Set {
        at: usize,
        entry: T,
    },
    Remove {
        at: usize,
    },
}

impl<T> EntryEdit<T> {
    pub(super) fn renumbers(&self) -> bool {
        !matches!(self, Self::Set { .. })
    }
}

/// Applies `edit` to `entries`; answers how the indices change.
pub fn edit<T: Clone>(entries: &mut Vec<T>, list: List, edit: &EntryEdit<T>) -> Result<Option<Renumbering>, EditError> {
    match edit {
        EntryEdit::Add { at, entry } => insert(entries, list, *at, entry.clone()).map(Some),
        EntryEdit::Remove { at } => remove(entries, list, *at).map(Some),
        EntryEdit::Set { at, entry } => {
            *get_mut(entries, list, *at)? = entry.clone();
            Ok(None)
        }
    }
}

pub fn get_mut<T>(entries: &mut [T], list: List, index: usize) -> Result<&mut T, EditError> {
    let count = entries.len();
    entries.get_mut(index).ok_or(EditError::NoSuchEntry { list, index, count })
}

pub fn insert<T>(entries: &mut Vec<T>, list: List, at: usize, entry: T) -> Result<Renumbering, EditError> {
    if at > entries.len() {
        return Err(EditError::NoSuchEntry { list, index: at, count: entries.len() });
    }
    entries.insert(at, entry);
    Ok(Renumbering::Inserted(at))
}

pub fn remove<T>(entries: &mut Vec<T>, list: List, at: usize) -> Result<Renumbering, EditError> {
    get_mut(entries, list, at)?;
    entries.remove(at);
    Ok(Renumbering::Removed(at))
}

/// Takes the entry at `from` out and puts it where it then stands at `to`.
pub fn shift<T>(entries: &mut Vec<T>, list: List, from: usize, to: usize) -> Result<Renumbering, EditError> {
    get_mut(entries, list, from)?;
    get_mut(entries, list, to)?;
    let entry = entries.remove(from);
    entries.insert(to, entry);
    Ok(Renumbering::Moved { from, to })
}

/// Puts a copy of the entry at `at` behind it.
pub fn double<T: Clone>(entries: &mut Vec<T>, list: List, at: usize) -> Result<Renumbering, EditError> {
    let copy = get_mut(entries, list, at)?.clone();
    entries.insert(at + 1, copy);
    Ok(Renumbering::Doubled(at))
}
