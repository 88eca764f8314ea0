//! From the stored versions to the list of plans: there is no index that could be lost or disagree.

use litemap::LiteMap;

use super::key::VersionKey;
use crate::wire::stored::{StoredError, read};

/// What a stored text is, without the plan in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Version { replaces: Option<String>, changed_ms: u64, title: String },
    Unreadable(StoredError),
}

/// A plan of the list, by its newest version that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub key: VersionKey,
    pub title: String,
    /// [ms since 1970]
    pub changed_ms: u64,
}

/// A stored text that gives no plan; it stays under its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub key: String,
    pub why: StoredError,
}

/// All that storage holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arranged {
    pub rows: Vec<Row>,
    pub unreadable: Vec<Unreadable>,
    /// Versions whose successor is whole: what a crash left between writing the new and dropping the old.
    pub replaced: Vec<VersionKey>,
    /// Versions that two tabs wrote at once, without the one that counts.
    pub rivals: Vec<VersionKey>,
}

/// Looks at a stored text.
pub fn look(text: &str) -> Found {
    match read(text) {
        Ok(stored) => Found::Version { replaces: stored.replaces, changed_ms: stored.changed_ms, title: stored.title },
        Err(why) => Found::Unreadable(why),
    }
}

/// Arranges stored texts by key.
pub fn arrange(found: &LiteMap<String, Found>) -> Arranged {
    let mut arranged = Arranged::default();
    let mut versions: Vec<(VersionKey, &Found)> = Vec::new();
    for (key, text) in found {
        match (VersionKey::parse(key), text) {
            (Some(version), Found::Version { .. }) => versions.push((version, text)),
            (_, Found::Unreadable(why)) => arranged.unreadable.push(Unreadable { key: key.clone(), why: *why }),
            (None, Found::Version { .. }) => {
                arranged.unreadable.push(Unreadable { key: key.clone(), why: StoredError::Damaged });
            }
        }
    }
    // Keys are in order, so the versions of a plan stand together.
    for of_plan in versions.chunk_by(|(one, _), (other, _)| one.id == other.id) {
        let newest = of_plan.iter().map(|(key, _)| key).max();
        for (key, found) in of_plan {
            let text = key.to_string();
            match found {
                Found::Version { changed_ms, title, .. } if newest == Some(key) => {
                    arranged.rows.push(Row { key: key.clone(), title: title.clone(), changed_ms: *changed_ms });
                }
                _ if of_plan.iter().any(|(_, other)| replaces(other) == Some(&text)) => {
                    arranged.replaced.push(key.clone());
                }
                _ => arranged.rivals.push(key.clone()),
            }
        }
    }
    arranged
}

fn replaces(found: &Found) -> Option<&String> {
    match found {
        Found::Version { replaces, .. } => replaces.as_ref(),
        Found::Unreadable(_) => None,
    }
}
