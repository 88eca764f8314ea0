//! The keeper of the shelf: asks and tells storage, then tells the state.
//!
//! ```text
//! edit ──▶ state ──a moment later──▶ keeper: newer version there? ──no──▶ write next version, drop the one before
//!                                                          └──yes─▶ write what this tab has as a plan of its own
//! ```

use litemap::LiteMap;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use yew::UseReducerHandle;

use super::super::hooks::Dispatch;
use super::super::shelf::arrange::{Arranged, Found, arrange, look};
use super::super::shelf::key::{PREFIX, PlanId, VersionKey};
use super::super::shelf::{Shelf, StorageFault, Unsaved};
use super::super::state::{Action, AppState, Opened, Origin, ShelfAction};
use super::super::view_state::{Notice, ViewAction};
use super::storage;
use crate::plan::Plan;
use crate::wire::{plan_file, stored};

/// Knows the state as last seen and what was stored since.
#[derive(Clone)]
pub struct Keeper(Rc<Inner>);

struct Inner {
    dispatch: Dispatch,
    /// `None` before the first look.
    seen: RefCell<Option<UseReducerHandle<AppState>>>,
    /// Versions stored since the state was seen.
    since: RefCell<Vec<(PlanId, Opened)>>,
    /// What stands under a key never changes, so each is looked at once.
    looked_at: RefCell<LiteMap<String, Found>>,
    parted: Cell<u64>,
}

impl PartialEq for Keeper {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Keeper {
    pub fn new(dispatch: Dispatch) -> Self {
        Self(Rc::new(Inner {
            dispatch,
            seen: RefCell::default(),
            since: RefCell::default(),
            looked_at: RefCell::default(),
            parted: Cell::default(),
        }))
    }

    /// The state as it is drawn now.
    pub fn see(&self, state: &UseReducerHandle<AppState>) {
        self.0.since.borrow_mut().clear();
        *self.0.seen.borrow_mut() = Some(state.clone());
    }

    fn tell(&self, action: ShelfAction) {
        self.0.dispatch.dispatch(Action::Shelf(action));
    }

    fn say(&self, notice: Option<Notice>) {
        self.0.dispatch.dispatch(Action::View(ViewAction::Notice(notice)));
    }

    /// What is left to store.
    fn unsaved(&self) -> Vec<Unsaved> {
        let since = self.0.since.borrow();
        let seen = self.0.seen.borrow();
        let is_new = |unsaved: &Unsaved| {
            last(&since, &unsaved.id).is_none_or(|stored| !Arc::ptr_eq(&stored.plan, &unsaved.plan))
        };
        seen.as_ref().map(|state| state.unsaved()).unwrap_or_default().into_iter().filter(is_new).collect()
    }

    /// The version that this tab holds of a plan.
    fn head(&self, id: &PlanId) -> Option<VersionKey> {
        let stored_since = last(&self.0.since.borrow(), id).map(|stored| stored.key.clone());
        let seen = self.0.seen.borrow();
        stored_since.or_else(|| seen.as_ref()?.shelf.place(id)?.head.clone())
    }

    /// Stores what is not stored yet; answers whether nothing is left.
    pub fn flush(&self) -> bool {
        for unsaved in self.unsaved() {
            if let Err(fault) = self.store(&unsaved) {
                self.tell(ShelfAction::NotSaved(fault));
                return false;
            }
        }
        true
    }

    /// The plans beside the one in hand as they are stored, the newest change first.
    pub fn beside(&self) -> Vec<String> {
        self.flush();
        let seen = self.0.seen.borrow();
        let Some(state) = seen.as_ref() else { return Vec::new() };
        let places = state.shelf.newest_first().into_iter().filter(|place| !state.shelf.is_in_hand(&place.id));
        places.filter_map(|place| storage::read(&self.head(&place.id)?.to_string())).collect()
    }

    fn store(&self, unsaved: &Unsaved) -> Result<(), StorageFault> {
        let Some(writer) = self.0.seen.borrow().as_ref().map(|state| Rc::clone(&state.shelf.writer)) else {
            return Ok(());
        };
        let head = self.head(&unsaved.id);
        let newest = newest(&self.list()?, &unsaved.id);
        if newest.is_some_and(|newest| head.as_ref().is_none_or(|head| newest > *head)) {
            return self.part(unsaved, head.as_ref(), &writer);
        }
        let key = match &head {
            Some(head) => head.next(&writer),
            None => VersionKey::first(unsaved.id.clone(), &writer),
        };
        let stored = write(key, &unsaved.plan, head.as_ref())?;
        self.0.since.borrow_mut().push((unsaved.id.clone(), stored.clone()));
        self.tell(ShelfAction::Saved(stored));
        Ok(())
    }

    /// Another tab went on from the version that this one holds: both stay, this one under another name.
    fn part(&self, unsaved: &Unsaved, head: Option<&VersionKey>, writer: &Rc<str>) -> Result<(), StorageFault> {
        let number = self.0.parted.get() + 1;
        let id = PlanId::new(&format!("{writer}-parted"), number);
        let title = {
            let seen = self.0.seen.borrow();
            let language = seen.as_ref().map(|state| state.view.language);
            language.map(|language| (language.catalogue().plans.from_other_tab)(&unsaved.plan.title))
        };
        let mut plan = (*unsaved.plan).clone();
        plan.title = title.unwrap_or(plan.title);
        let stored = write(VersionKey::first(id, writer), &Arc::new(plan), None)?;
        self.0.parted.set(number);
        // A version of this tab that lost is part of the new plan.
        if let Some(lost) = head.filter(|lost| lost.writer == *writer) {
            storage::remove(&lost.to_string());
        }
        let since = Opened { plan: Arc::clone(&unsaved.plan), ..stored.clone() };
        self.0.since.borrow_mut().push((unsaved.id.clone(), since));
        self.tell(ShelfAction::Parted { from: unsaved.id.clone(), stored });
        self.relist();
        Ok(())
    }

    /// All that storage holds, each text looked at once.
    fn list(&self) -> Result<Arranged, StorageFault> {
        let keys = storage::keys(PREFIX)?;
        let mut looked_at = self.0.looked_at.borrow_mut();
        looked_at.retain(|key, _| keys.contains(key));
        for key in keys {
            if !looked_at.contains_key(&key)
                && let Some(text) = storage::read(&key)
            {
                looked_at.insert(key, look(&text));
            }
        }
        Ok(arrange(&looked_at))
    }

    fn relist(&self) {
        if let Ok(Arranged { rows, unreadable, .. }) = self.list() {
            self.tell(ShelfAction::Listed { rows, unreadable });
        }
    }

    /// Another tab changed the entry of that key.
    pub fn look_around(&self, key: &str) {
        self.0.looked_at.borrow_mut().remove(key);
        self.relist();
        let Some(id) = VersionKey::parse(key).map(|version| version.id) else { return };
        if !self.0.seen.borrow().as_ref().is_some_and(|state| state.shelf.is_in_hand(&id)) {
            return;
        }
        let Ok(newest) = self.list().map(|arranged| newest(&arranged, &id)) else { return };
        let is_newer = |newest: &VersionKey| self.head(&id).is_none_or(|head| *newest > head);
        let Some(newest) = newest.filter(is_newer) else { return };
        if self.unsaved().iter().any(|unsaved| unsaved.id == id) {
            self.flush();
            return;
        }
        match open(&newest) {
            Ok(stored) => self.tell(ShelfAction::Followed(stored)),
            Err(notice) => self.say(Some(notice)),
        }
    }

    /// Takes a plan of the shelf in hand, with the steps it had in this session; answers whether that worked.
    pub fn open(&self, id: &PlanId) -> bool {
        self.flush();
        let newest = self.list().ok().and_then(|arranged| newest(&arranged, id));
        let is_parked = {
            let seen = self.0.seen.borrow();
            seen.as_ref().and_then(|state| state.shelf.place(id).map(|place| place.is_parked())).unwrap_or(false)
        };
        let stored = match newest.filter(|newest| !is_parked || self.head(id).is_none_or(|head| *newest > head)) {
            Some(newest) => match open(&newest) {
                Ok(stored) => Some(stored),
                Err(notice) => {
                    self.say(Some(notice));
                    return false;
                }
            },
            None => None,
        };
        let can_open = is_parked || stored.is_some();
        self.tell(ShelfAction::Open { id: id.clone(), stored });
        can_open
    }

    /// Shows a shipped example; the plan in hand stays on the shelf.
    pub fn show_example(&self, plan: Arc<Plan>) {
        self.flush();
        self.tell(ShelfAction::Example(plan));
    }

    /// Puts a plan on the shelf and takes it in hand; one from outside that is stored already is just opened.
    pub fn take(&self, plan: Plan, origin: Origin) {
        self.flush();
        if matches!(origin, Origin::Link | Origin::File)
            && let Some(stored) = self.stored_like(&plan)
        {
            self.tell(ShelfAction::Open { id: stored.key.id.clone(), stored: Some(stored) });
            return self.say(Some(Notice::Known(origin)));
        }
        self.tell(ShelfAction::Take { plan: Arc::new(plan), origin });
    }

    /// A stored plan with exactly this content that this session has not opened.
    fn stored_like(&self, plan: &Plan) -> Option<Opened> {
        let file = plan_file::write(plan);
        let unopened: Vec<VersionKey> = {
            let seen = self.0.seen.borrow();
            let beside = &seen.as_ref()?.shelf.beside;
            beside.iter().filter(|place| !place.is_parked()).filter_map(|place| place.head.clone()).collect()
        };
        let is_same = |key: &&VersionKey| {
            let text = storage::read(&key.to_string());
            text.is_some_and(|text| {
                text.ends_with(&file) && stored::read(&text).is_ok_and(|stored| stored.file == file)
            })
        };
        unopened.iter().find(is_same).and_then(|key| open(key).ok())
    }

    /// Deletes a plan; where it is in hand, the next of the shelf, or else `example`, takes its place.
    pub fn delete(&self, id: &PlanId, example: Arc<Plan>) {
        self.flush();
        let next = {
            let seen = self.0.seen.borrow();
            let Some(state) = seen.as_ref() else { return };
            let is_in_hand = state.shelf.is_in_hand(id);
            let next =
                state.shelf.newest_first().into_iter().find(|place| place.id != *id).map(|place| place.id.clone());
            is_in_hand.then_some(next)
        };
        let head = self.head(id);
        if let Some(next) = next
            && !next.is_some_and(|next| self.open(&next))
        {
            self.tell(ShelfAction::Example(example));
        }
        let key = head.map(|head| head.to_string());
        let stored = key.and_then(|key| storage::read(&key).map(|text| (key, text)));
        if let Some((key, _)) = &stored {
            storage::remove(key);
        }
        self.tell(ShelfAction::Delete { id: id.clone(), stored });
        self.say(None);
    }

    /// Deletes a stored text that gives no plan.
    pub fn delete_unreadable(&self, key: &str, title: String) {
        if let Some(text) = storage::read(key) {
            storage::remove(key);
            self.tell(ShelfAction::DeleteUnreadable { key: key.to_owned(), title, text });
        }
    }

    /// Takes the last deletion back.
    pub fn restore(&self) {
        let deleted = self.0.seen.borrow().as_ref().and_then(|state| state.shelf.deleted.clone());
        let Some(deleted) = deleted else { return };
        if let Some((key, text)) = &deleted.stored
            && let Err(fault) = storage::write(key, text)
        {
            return self.tell(ShelfAction::NotSaved(fault));
        }
        self.tell(ShelfAction::Restore);
        self.relist();
    }
}

fn last<'a>(since: &'a [(PlanId, Opened)], id: &PlanId) -> Option<&'a Opened> {
    since.iter().rev().find(|(stored, _)| stored == id).map(|(_, stored)| stored)
}

fn newest(arranged: &Arranged, id: &PlanId) -> Option<VersionKey> {
    arranged.rows.iter().find(|row| row.key.id == *id).map(|row| row.key.clone())
}

/// Writes a version; once it stands, the one before it is dropped.
fn write(key: VersionKey, plan: &Arc<Plan>, before: Option<&VersionKey>) -> Result<Opened, StorageFault> {
    let before = before.map(VersionKey::to_string);
    let changed_ms = super::now_ms();
    storage::write(&key.to_string(), &stored::write(plan, before.as_deref(), changed_ms))?;
    if let Some(before) = before {
        storage::remove(&before);
    }
    Ok(Opened { key, plan: Arc::clone(plan), changed_ms })
}

/// Reads a stored version, or says why it cannot be read.
fn open(key: &VersionKey) -> Result<Opened, Notice> {
    let text = storage::read(&key.to_string()).unwrap_or_default();
    let stored = stored::read(&text).map_err(Notice::StoredRefused)?;
    let plan = plan_file::read(&stored.file).map_err(Notice::StoredPlanRefused)?;
    Ok(Opened { key: key.clone(), plan: Arc::new(plan), changed_ms: stored.changed_ms })
}

/// What the page begins with: the shelf, the plan that was in hand last, and what is wrong with it.
pub struct Begin {
    pub shelf: Shelf,
    pub plan: Option<Arc<Plan>>,
    pub example: usize,
    pub notice: Option<Notice>,
}

/// Reads the shelf as it was left, and finishes what a crash left half done.
pub fn begin(writer: &str) -> Begin {
    let shelf = Shelf::new(writer);
    let Ok(mut arranged) = listed() else { return Begin { shelf, plan: None, example: 0, notice: None } };
    for key in arranged.replaced.drain(..) {
        storage::remove(&key.to_string());
    }
    if !arranged.rivals.is_empty() {
        arranged.rivals.iter().for_each(rehouse);
        arranged = listed().unwrap_or(arranged);
    }
    let Arranged { rows, unreadable, .. } = arranged;
    let last = storage::last_in_hand();
    let row = match &last {
        Some(storage::LastInHand::Plan(id)) => rows.iter().find(|row| row.key.id.to_string() == *id),
        Some(storage::LastInHand::Example(_)) => None,
        None => rows.iter().max_by_key(|row| row.changed_ms),
    };
    let example = if let Some(storage::LastInHand::Example(number)) = last { number } else { 0 };
    let key = row.map(|row| row.key.clone());
    let damaged = unreadable.first().map(|unreadable| Notice::StoredRefused(unreadable.why));
    let shelf = shelf.holding(rows, unreadable);
    match key.map(|key| open(&key)) {
        Some(Ok(Opened { key, plan, .. })) => {
            Begin { shelf: shelf.with_in_hand(&key.id, &plan), plan: Some(plan), example, notice: damaged }
        }
        Some(Err(notice)) => Begin { shelf, plan: None, example, notice: Some(notice) },
        None => Begin { shelf, plan: None, example, notice: damaged },
    }
}

fn listed() -> Result<Arranged, StorageFault> {
    let text = |key: String| storage::read(&key).map(|text| (key, look(&text)));
    Ok(arrange(&storage::keys(PREFIX)?.into_iter().filter_map(text).collect()))
}

/// Of two versions that two tabs wrote at once, the one that does not count becomes a plan of its own.
fn rehouse(lost: &VersionKey) {
    let Ok(stored) = open(lost) else { return };
    let first = VersionKey::first(PlanId::parted(lost), &lost.writer);
    if write(first, &stored.plan, None).is_ok() {
        storage::remove(&lost.to_string());
    }
}
