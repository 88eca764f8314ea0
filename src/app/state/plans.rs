//! What happens to the plans as wholes: opened, made, stored, followed into another tab, deleted.

use std::rc::Rc;
use std::sync::Arc;

use super::{AppState, History, Parked, StepName, Version};
use crate::app::shelf::arrange::{Row, Unreadable};
use crate::app::shelf::key::{PlanId, VersionKey};
use crate::app::shelf::{Deleted, Place, StorageFault};
use crate::app::view_state::Notice;
use crate::plan::Plan;

/// Where a plan came from that stands on the shelf as a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Link,
    File,
    New,
    Copy,
}

/// A stored version that was read.
#[derive(Clone)]
pub struct Opened {
    pub key: VersionKey,
    pub plan: Arc<Plan>,
    /// [ms since 1970]
    pub changed_ms: u64,
}

/// A change of the shelf. Storage has been asked, or told, before.
#[derive(Clone)]
pub enum ShelfAction {
    /// Shows a shipped example; the plan in hand stays on the shelf.
    Example(Arc<Plan>),
    /// Takes a plan of the shelf in hand. `stored` is what storage holds, where that is not what this session knows.
    Open {
        id: PlanId,
        stored: Option<Opened>,
    },
    /// Puts a plan on the shelf and takes it in hand; one that is there already is just taken in hand.
    Take {
        plan: Arc<Plan>,
        origin: Origin,
    },
    /// What storage holds now.
    Listed {
        rows: Vec<Row>,
        unreadable: Vec<Unreadable>,
    },
    /// The plan was stored as that version.
    Saved(Opened),
    NotSaved(StorageFault),
    /// Another tab stored a newer version of the plan in hand, which has no change of its own here.
    Followed(Opened),
    /// Another tab stored a newer version of the plan `from`; what this tab had was stored as a plan of its own.
    Parted {
        from: PlanId,
        stored: Opened,
    },
    /// Takes a plan that is not in hand off the shelf. `stored` is what storage held: key and text.
    Delete {
        id: PlanId,
        stored: Option<(String, String)>,
    },
    /// Takes a text that gave no plan off the shelf.
    DeleteUnreadable {
        key: String,
        title: String,
        text: String,
    },
    /// Takes the last deletion back.
    Restore,
}

impl AppState {
    pub(super) fn arrange(&mut self, action: ShelfAction) {
        match action {
            ShelfAction::Example(plan) => self.show_example(plan),
            ShelfAction::Open { id, stored } => self.open(&id, stored),
            ShelfAction::Take { plan, origin } => self.take(plan, origin),
            ShelfAction::Listed { rows, unreadable } => {
                if self.shelf.take_over(rows, unreadable) {
                    self.settle_in_hand();
                    self.view.notice = Some(Notice::GoneElsewhere);
                }
            }
            ShelfAction::Saved(stored) => self.saved(stored),
            ShelfAction::NotSaved(fault) => self.not_saved(fault),
            ShelfAction::Followed(stored) => self.follow(stored),
            ShelfAction::Parted { from, stored } => self.part(&from, stored),
            ShelfAction::Delete { id, stored } => self.delete(&id, stored),
            ShelfAction::DeleteUnreadable { key, title, text } => {
                self.shelf.unreadable.retain(|unreadable| unreadable.key != key);
                self.shelf.deleted = Some(Deleted { title, stored: Some((key, text)), place: None });
                self.shelf.tries += 1;
            }
            ShelfAction::Restore => self.restore(),
        }
    }

    /// The first edit of a shipped example makes it a plan of one's own.
    pub(super) fn own(&mut self) {
        if self.shelf.in_hand.is_none() {
            let title = self.plan().title.clone();
            self.shelf.in_hand = Some(self.shelf.new_place(&title));
        }
    }

    /// The list says what the plan in hand is called now.
    pub(super) fn retitle(&mut self) {
        let title = self.history.present().plan.title.clone();
        if let Some(place) = self.shelf.in_hand.as_mut().filter(|place| place.title != title) {
            place.title = title;
        }
    }

    /// Storage holds the plan in hand as it is, or need not.
    fn settle_in_hand(&mut self) {
        let plan = Arc::clone(self.plan());
        if let Some(place) = &mut self.shelf.in_hand {
            place.stored = Some(plan);
        }
    }

    /// Puts the plan in hand back on the shelf and takes another with its history.
    fn hand_over(&mut self, place: Option<Place>, parked: Parked) {
        let Parked { history, computable } = parked;
        let before = Parked {
            history: std::mem::replace(&mut self.history, history),
            computable: std::mem::replace(&mut self.computable, computable),
        };
        if let Some(left) = std::mem::replace(&mut self.shelf.in_hand, place) {
            self.shelf.beside.push(left.park(before));
        }
        self.shelf.turns += 1;
        self.view.for_another_plan();
    }

    fn show_example(&mut self, plan: Arc<Plan>) {
        if self.shelf.in_hand.is_none() && plan == *self.plan() {
            return;
        }
        let left = self.shelf.in_hand.as_ref().map(|place| place.title.clone());
        self.hand_over(None, fresh(plan, true));
        self.view.notice = left.map(Notice::LeftOnShelf);
    }

    fn open(&mut self, id: &PlanId, stored: Option<Opened>) {
        let Some(at) = self.shelf.beside.iter().position(|place| place.id == *id) else { return };
        let can_open = stored.is_some() || self.shelf.beside[at].is_parked();
        if !can_open {
            return;
        }
        let mut place = self.shelf.beside.remove(at);
        let mut parked = place.parked.take().map(Rc::unwrap_or_clone);
        if let Some(Opened { key, plan, changed_ms }) = stored {
            match &mut parked {
                Some(parked) => push(&mut parked.history, Arc::clone(&plan), StepName::OtherTab),
                None => parked = Some(fresh(Arc::clone(&plan), false)),
            }
            place = Place {
                title: plan.title.clone(),
                head: Some(key),
                changed_ms: Some(changed_ms),
                stored: Some(plan),
                ..place
            };
        }
        if let Some(parked) = parked {
            self.hand_over(Some(place), parked);
            self.view.notice = None;
        }
    }

    fn take(&mut self, plan: Arc<Plan>, origin: Origin) {
        let is_from_outside = matches!(origin, Origin::Link | Origin::File);
        if is_from_outside && plan == *self.plan() {
            self.view.notice = Some(Notice::Known(origin));
            return;
        }
        let same = |place: &&Place| place.parked.as_ref().is_some_and(|parked| *parked.plan() == plan);
        let known = self.shelf.beside.iter().find(same).map(|place| place.id.clone());
        if let Some(id) = known.filter(|_| is_from_outside) {
            self.open(&id, None);
            self.view.notice = Some(Notice::Known(origin));
            return;
        }
        let left = self.shelf.in_hand.as_ref().map(|place| place.title.clone());
        let place = self.shelf.new_place(&plan.title);
        let of_example = origin == Origin::Copy && self.is_of_example();
        self.hand_over(Some(place), fresh(plan, of_example));
        self.view.notice = Some(Notice::Opened(origin, left));
    }

    fn saved(&mut self, stored: Opened) {
        let Opened { key, plan, changed_ms } = stored;
        let places = self.shelf.in_hand.iter_mut().chain(&mut self.shelf.beside);
        for place in places.filter(|place| place.id == key.id) {
            place.head = Some(key.clone());
            place.changed_ms = Some(changed_ms);
            place.stored = Some(Arc::clone(&plan));
        }
        self.shelf.fault = None;
        self.view.notice.take_if(|notice| matches!(notice, Notice::NotSaved(_)));
    }

    fn not_saved(&mut self, fault: StorageFault) {
        if self.shelf.fault != Some(fault) {
            self.shelf.fault = Some(fault);
            self.view.notice = Some(Notice::NotSaved(fault));
        }
    }

    fn follow(&mut self, stored: Opened) {
        if self.shelf.is_in_hand(&stored.key.id) {
            push(&mut self.history, Arc::clone(&stored.plan), StepName::OtherTab);
            self.saved(stored);
            self.view.notice = Some(Notice::Followed);
        }
    }

    fn part(&mut self, from: &PlanId, stored: Opened) {
        let title = stored.plan.title.clone();
        if self.shelf.is_in_hand(from) {
            push(&mut self.history, Arc::clone(&stored.plan), StepName::Parted);
        }
        for place in self.shelf.in_hand.iter_mut().chain(&mut self.shelf.beside).filter(|place| place.id == *from) {
            place.id = stored.key.id.clone();
            place.title.clone_from(&title);
            if let Some(parked) = &mut place.parked {
                push(&mut Rc::make_mut(parked).history, Arc::clone(&stored.plan), StepName::Parted);
            }
        }
        self.saved(stored);
        self.view.notice = Some(Notice::Parted(title));
    }

    fn delete(&mut self, id: &PlanId, stored: Option<(String, String)>) {
        let Some(at) = self.shelf.beside.iter().position(|place| place.id == *id) else { return };
        let place = self.shelf.beside.remove(at);
        self.shelf.deleted = Some(Deleted { title: place.title.clone(), stored, place: Some(place) });
        self.shelf.tries += 1;
    }

    fn restore(&mut self) {
        if let Some(place) = self.shelf.deleted.take().and_then(|deleted| deleted.place) {
            self.shelf.beside.retain(|other| other.id != place.id);
            self.shelf.beside.push(place);
        }
    }
}

/// A plan without steps before it.
fn fresh(plan: Arc<Plan>, of_example: bool) -> Parked {
    Parked { history: History::new(Version { plan, of_example }), computable: None }
}

/// A step that no edit of this tab made.
fn push(history: &mut History, plan: Arc<Plan>, name: StepName) {
    let of_example = history.present().of_example;
    history.push(Version { plan, of_example }, name, None);
}
