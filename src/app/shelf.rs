//! The plans of a person: which is in hand, which stand beside it, and what storage holds of each. Pure.
//!
//! ```text
//! a shipped example ──first edit──▶ a plan of one's own ──▶ version 1 ──▶ version 2 ──▶ …  one key each; a version
//! link, file, copy, new ──────────▶        (an id)                                       names the one it replaces
//! ```
//!
//! No version is ever written over. A tab writes the next one under a key of its own and drops only the version it
//! went on from, so neither a crash in between nor a second tab can lose anything.

pub mod arrange;
pub mod key;

use std::rc::Rc;
use std::sync::Arc;

use super::state::Parked;
use crate::plan::Plan;
use arrange::{Row, Unreadable};
use key::{PlanId, VersionKey};

/// Why nothing can be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageFault {
    /// The browser refuses every access.
    Blocked,
    /// There is no room.
    Full,
}

/// Where the plan in hand stands with storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A shipped example that nobody touched; the first edit makes it a plan of one's own.
    Example,
    /// Changed a moment ago.
    Soon,
    Saved,
    Not(StorageFault),
    /// Another tab deleted it; the next edit stores it anew.
    Deleted,
}

/// One plan of the shelf.
#[derive(Clone)]
pub struct Place {
    pub id: PlanId,
    pub title: String,
    /// The stored version that the plan goes on from.
    pub head: Option<VersionKey>,
    /// When that version was written [ms since 1970].
    pub changed_ms: Option<u64>,
    /// What that version holds, where it was read in this session.
    pub(super) stored: Option<Arc<Plan>>,
    /// The history of a plan that was opened in this session and is not in hand.
    pub(super) parked: Option<Rc<Parked>>,
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        (&self.id, &self.title, &self.head, self.changed_ms) == (&other.id, &other.title, &other.head, other.changed_ms)
    }
}

/// What was deleted last, for the way back.
#[derive(Clone, PartialEq)]
pub struct Deleted {
    pub title: String,
    /// The stored text by its key.
    pub stored: Option<(String, String)>,
    pub(super) place: Option<Place>,
}

/// A plan that storage does not hold as it is now.
#[derive(Clone)]
pub struct Unsaved {
    pub id: PlanId,
    pub head: Option<VersionKey>,
    pub plan: Arc<Plan>,
}

impl PartialEq for Unsaved {
    fn eq(&self, other: &Self) -> bool {
        (&self.id, &self.head) == (&other.id, &other.head) && Arc::ptr_eq(&self.plan, &other.plan)
    }
}

/// All plans but the value of the one in hand.
#[derive(Clone, PartialEq)]
pub struct Shelf {
    /// `None` = a shipped example that nobody touched.
    pub in_hand: Option<Place>,
    pub beside: Vec<Place>,
    /// Kept in storage as they are.
    pub unreadable: Vec<Unreadable>,
    pub deleted: Option<Deleted>,
    pub fault: Option<StorageFault>,
    /// Names this opening of the page; no two are the same.
    pub writer: Rc<str>,
    /// How many ids were given out.
    given: u64,
    /// Grows whenever another plan is taken in hand.
    pub turns: u64,
    /// Grows whenever room may have become free, so that saving is tried anew.
    pub tries: u64,
}

impl Shelf {
    /// An empty shelf for the opening of the page that `writer` names: letters and digits, unlike any other.
    pub fn new(writer: &str) -> Self {
        Self {
            in_hand: None,
            beside: Vec::new(),
            unreadable: Vec::new(),
            deleted: None,
            fault: None,
            writer: Rc::from(writer),
            given: 0,
            turns: 0,
            tries: 0,
        }
    }

    /// The shelf with what storage holds.
    pub fn holding(mut self, rows: Vec<Row>, unreadable: Vec<Unreadable>) -> Self {
        self.beside = rows.into_iter().map(Place::of_row).collect();
        self.unreadable = unreadable;
        self
    }

    /// The shelf with the stored plan of that id in hand, whose value is `plan`.
    pub fn with_in_hand(mut self, id: &PlanId, plan: &Arc<Plan>) -> Self {
        if let Some(at) = self.beside.iter().position(|place| place.id == *id) {
            let place = self.beside.remove(at);
            self.in_hand = Some(Place { stored: Some(Arc::clone(plan)), ..place });
        }
        self
    }

    /// The places, the newest change first; what is not stored yet is newest.
    pub fn newest_first(&self) -> Vec<&Place> {
        let mut places: Vec<&Place> = Vec::new();
        let changed = |place: &Place| place.changed_ms.unwrap_or(u64::MAX);
        for place in self.in_hand.iter().chain(&self.beside) {
            // A handful of plans; a sort of its own would cost the first visit more than it saves.
            let at = places.partition_point(|other| changed(other) >= changed(place));
            places.insert(at, place);
        }
        places
    }

    pub fn place(&self, id: &PlanId) -> Option<&Place> {
        self.in_hand.iter().chain(&self.beside).find(|place| place.id == *id)
    }

    pub fn is_in_hand(&self, id: &PlanId) -> bool {
        self.in_hand.as_ref().is_some_and(|place| place.id == *id)
    }

    /// Every plan beside the one in hand that has changes which storage does not hold.
    pub fn unsaved_beside(&self) -> impl Iterator<Item = Unsaved> + '_ {
        self.beside.iter().filter_map(|place| {
            let plan = place.parked.as_ref()?.plan();
            place.unsaved(plan)
        })
    }

    pub(super) fn new_place(&mut self, title: &str) -> Place {
        self.given += 1;
        let id = PlanId::new(&self.writer, self.given);
        Place { id, title: title.to_owned(), head: None, changed_ms: None, stored: None, parked: None }
    }

    /// Takes over what storage holds now; answers whether the plan in hand is gone from it.
    pub(super) fn take_over(&mut self, rows: Vec<Row>, unreadable: Vec<Unreadable>) -> bool {
        self.unreadable = unreadable;
        self.tries += 1;
        let is_there = |id: &PlanId| rows.iter().any(|row| row.key.id == *id);
        self.beside.retain(|place| is_there(&place.id) || place.keeps_unsaved() || place.head.is_none());
        let in_hand = self.in_hand.as_mut().filter(|place| place.head.is_some() && !is_there(&place.id));
        let is_gone = in_hand.is_some();
        if let Some(place) = in_hand {
            place.head = None;
            place.changed_ms = None;
        }
        for row in rows {
            if self.is_in_hand(&row.key.id) {
                continue;
            }
            match self.beside.iter_mut().find(|place| place.id == row.key.id) {
                // What was opened here goes on from the version it was opened at.
                Some(place) if place.parked.is_some() => {
                    place.title = row.title;
                    place.changed_ms = Some(row.changed_ms);
                }
                Some(place) => *place = Place::of_row(row),
                None => self.beside.push(Place::of_row(row)),
            }
        }
        is_gone
    }
}

impl Place {
    fn of_row(row: Row) -> Self {
        let Row { key, title, changed_ms } = row;
        Self { id: key.id.clone(), title, head: Some(key), changed_ms: Some(changed_ms), stored: None, parked: None }
    }

    /// Whether this session holds a history of the plan.
    pub fn is_parked(&self) -> bool {
        self.parked.is_some()
    }

    /// What is to be stored, where `plan` is the value and storage holds another.
    pub(super) fn unsaved(&self, plan: &Arc<Plan>) -> Option<Unsaved> {
        let is_stored = self.stored.as_ref().is_some_and(|stored| Arc::ptr_eq(stored, plan));
        let unsaved = || Unsaved { id: self.id.clone(), head: self.head.clone(), plan: Arc::clone(plan) };
        (!is_stored).then(unsaved)
    }

    fn keeps_unsaved(&self) -> bool {
        self.parked.as_ref().is_some_and(|parked| self.unsaved(parked.plan()).is_some())
    }

    /// The place with what waits there while another plan is in hand.
    pub(super) fn park(self, parked: Parked) -> Self {
        Self { parked: Some(Rc::new(parked)), ..self }
    }
}
