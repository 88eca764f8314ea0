//! The shelf without a browser: nothing that a person had is lost, whatever is opened, stored, or done in another tab.

use litemap::LiteMap;
use std::rc::Rc;
use std::sync::Arc;

use stagger::app::fields;
use stagger::app::shelf::arrange::{Arranged, Found, Row, arrange, look};
use stagger::app::shelf::key::{PlanId, VersionKey};
use stagger::app::shelf::{Kept, Shelf, StorageFault};
use stagger::app::state::{Action, AppState, Opened, Origin, ShelfAction, StepName, Zones, reduce};
use stagger::app::view_state::{Notice, Section, ThemeName, ViewAction, ViewState};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::Plan;
use stagger::plan::zones::NoTimeZones;
use stagger::text::Language;
use stagger::wire::stored::{StoredError, write};

type State = Rc<AppState>;

fn example() -> Arc<Plan> {
    Arc::new(Example::Staggered.plan(Wording::korean))
}

fn start() -> State {
    let view = ViewState::new(Language::Korean, ThemeName::Light);
    Rc::new(AppState::new(example(), view, Shelf::new("tab"), Zones::new(NoTimeZones)))
}

fn titled(state: &State, title: &str) -> State {
    reduce(Rc::clone(state), Action::Edit { edit: fields::title(title.to_owned()), gesture: None })
}

fn shelf(state: &State, action: ShelfAction) -> State {
    reduce(Rc::clone(state), Action::Shelf(action))
}

fn take(state: &State, title: &str, origin: Origin) -> State {
    let plan = Plan { title: title.to_owned(), ..(*example()).clone() };
    shelf(state, ShelfAction::Take { plan: Arc::new(plan), origin })
}

fn in_hand(state: &State) -> PlanId {
    state.shelf.in_hand.as_ref().expect("a plan of one's own").id.clone()
}

fn open(state: &State, id: &PlanId) -> State {
    shelf(state, ShelfAction::Open { id: id.clone(), stored: None })
}

/// The plan in hand as the next version after the one that is known.
fn stored(state: &State, writer: &str) -> Opened {
    let place = state.shelf.in_hand.as_ref().unwrap();
    let writer = Rc::from(writer);
    let key =
        place.head.as_ref().map_or_else(|| VersionKey::first(place.id.clone(), &writer), |head| head.next(&writer));
    Opened { key, plan: Arc::clone(state.plan()), changed_ms: 5 }
}

fn saved(state: &State) -> State {
    shelf(state, ShelfAction::Saved(stored(state, "tab")))
}

fn titles(state: &State) -> Vec<&str> {
    state.shelf.newest_first().into_iter().map(|place| place.title.as_str()).collect()
}

#[test]
fn an_example_is_nobodys_until_it_is_edited() {
    let first = start();
    assert_eq!((first.kept(), first.unsaved().len(), titles(&first).len()), (Kept::Example, 0, 0));
    let edited = titled(&first, "A");
    assert_eq!((edited.kept(), titles(&edited)), (Kept::Soon, vec!["A"]));
    assert!(Arc::ptr_eq(&edited.unsaved()[0].plan, edited.plan()));
    let kept = saved(&edited);
    assert_eq!((kept.kept(), kept.unsaved().len()), (Kept::Saved, 0));
    let undone = reduce(Rc::clone(&kept), Action::Undo);
    assert_eq!((undone.plan(), undone.kept()), (first.plan(), Kept::Soon));
    assert_eq!(reduce(undone, Action::Redo).kept(), Kept::Saved);
}

#[test]
fn another_plan_never_replaces_the_one_in_hand() {
    let mine = saved(&titled(&start(), "A"));
    let id = in_hand(&mine);
    let day = Arc::new(Example::DayAsItWas.plan(Wording::korean));
    for other in [
        take(&mine, "B", Origin::Link),
        take(&mine, "B", Origin::File),
        take(&mine, "B", Origin::New),
        shelf(&mine, ShelfAction::Example(day)),
    ] {
        assert_ne!(other.plan(), mine.plan());
        assert!(other.history.undo_label().is_none(), "the steps of one plan are not those of another");
        let back = open(&other, &id);
        assert_eq!((back.plan(), back.kept()), (mine.plan(), Kept::Saved));
        assert_eq!(reduce(back, Action::Undo).plan(), start().plan(), "coming back keeps undo");
    }
}

#[test]
fn what_is_looked_at_within_a_plan_does_not_stay_for_the_next() {
    let looked = reduce(titled(&start(), "A"), Action::View(ViewAction::Window(Some(20))));
    assert_eq!(take(&looked, "B", Origin::Link).view.window, None);
    let opened = reduce(looked, Action::View(ViewAction::OpenForm(Section::Journey)));
    assert_eq!(take(&opened, "B", Origin::Link).view.form, Some(Section::Journey));
}

#[test]
fn a_plan_from_outside_that_is_there_already_is_just_taken_in_hand() {
    let first = titled(&start(), "A");
    assert!(Arc::ptr_eq(take(&first, "A", Origin::Link).plan(), first.plan()));
    let second = take(&first, "B", Origin::Link);
    let again = take(&second, "A", Origin::Link);
    assert_eq!((in_hand(&again), titles(&again).len()), (in_hand(&first), 2));
    assert_eq!(again.view.notice, Some(Notice::Known(Origin::Link)));
    let copy = take(&second, "B", Origin::Copy);
    assert_eq!(titles(&copy).len(), 3, "a copy is a plan of its own");
}

#[test]
fn a_link_of_an_example_is_the_example_where_that_is_in_hand() {
    let state = shelf(&start(), ShelfAction::Take { plan: example(), origin: Origin::Link });
    assert!(state.shelf.in_hand.is_none());
}

#[test]
fn a_plan_without_a_forecast_keeps_its_last_good_one_through_a_visit_elsewhere() {
    let good = titled(&start(), "A");
    let edit = fields::NumberField::ShowUp.edit(start().plan(), Some(7.0)).unwrap();
    let bad = reduce(Rc::clone(&good), Action::Edit { edit, gesture: None });
    let back = open(&take(&bad, "B", Origin::New), &in_hand(&bad));
    assert!(!back.is_current() && Rc::ptr_eq(back.computable.as_ref().unwrap(), bad.computable.as_ref().unwrap()));
    let stranger = Opened { key: key("x-1", 1, "x"), plan: Arc::clone(bad.plan()), changed_ms: 1 };
    let listed = shelf(&start(), ShelfAction::Listed { rows: vec![row("x-1", 1, "x")], unreadable: vec![] });
    let read = shelf(&listed, ShelfAction::Open { id: stranger.key.id.clone(), stored: Some(stranger) });
    assert!(read.computable.is_none(), "the forecast of another plan is none of this one");
}

#[test]
fn what_cannot_be_stored_is_said_once_and_kept_trying() {
    let edited = titled(&start(), "A");
    let full = shelf(&edited, ShelfAction::NotSaved(StorageFault::Full));
    assert_eq!(full.kept(), Kept::Not(StorageFault::Full));
    assert_eq!(full.view.notice, Some(Notice::NotSaved(StorageFault::Full)));
    let closed = reduce(full, Action::View(ViewAction::Notice(None)));
    let again = shelf(&closed, ShelfAction::NotSaved(StorageFault::Full));
    assert_eq!(again.view.notice, None);
    let other = take(&again, "B", Origin::New);
    assert_eq!(other.unsaved().len(), 2, "the plan that was left is still to be stored");
    let room = shelf(&other, ShelfAction::Listed { rows: vec![], unreadable: vec![] });
    assert!(room.shelf.tries > other.shelf.tries && room.unsaved().len() == 2);
    assert_eq!(saved(&room).kept(), Kept::Saved);
}

#[test]
fn a_newer_version_of_another_tab_is_one_undoable_step() {
    let mine = saved(&titled(&start(), "A"));
    let theirs = Arc::new(Plan { title: "A2".to_owned(), ..(**mine.plan()).clone() });
    let newer = Opened { plan: Arc::clone(&theirs), ..stored(&mine, "other") };
    let followed = shelf(&mine, ShelfAction::Followed(newer.clone()));
    assert_eq!((followed.plan(), followed.kept(), titles(&followed)), (&theirs, Kept::Saved, vec!["A2"]));
    assert_eq!(followed.history.undo_label(), Some(&StepName::OtherTab));
    let undone = reduce(followed, Action::Undo);
    assert_eq!((undone.plan(), undone.kept()), (mine.plan(), Kept::Soon));
    assert_eq!(undone.unsaved()[0].head, Some(newer.key), "what is stored next goes on from theirs");
}

#[test]
fn where_both_tabs_changed_the_plan_both_stay() {
    let mine = titled(&saved(&titled(&start(), "A")), "mine");
    let id = in_hand(&mine);
    let parted = Plan { title: "mine (다른 탭)".to_owned(), ..(**mine.plan()).clone() };
    let own = Opened { key: key("tab-parted-1", 1, "tab"), plan: Arc::new(parted), changed_ms: 9 };
    let state = shelf(&mine, ShelfAction::Parted { from: id.clone(), stored: own.clone() });
    let rows = vec![row(&id.to_string(), 2, "other"), row("tab-parted-1", 1, "tab")];
    let state = shelf(&state, ShelfAction::Listed { rows, unreadable: vec![] });
    assert_eq!((in_hand(&state), state.kept(), titles(&state).len()), (own.key.id, Kept::Saved, 2));
    assert!(state.shelf.place(&id).is_some(), "theirs stands beside");
    assert_eq!(reduce(state, Action::Undo).plan(), mine.plan());
}

#[test]
fn a_plan_that_another_tab_deleted_stays_in_hand() {
    let mine = saved(&titled(&start(), "A"));
    let gone = shelf(&mine, ShelfAction::Listed { rows: vec![], unreadable: vec![] });
    assert_eq!((gone.plan(), gone.kept(), gone.unsaved().len()), (mine.plan(), Kept::Deleted, 0));
    assert_eq!(gone.view.notice, Some(Notice::GoneElsewhere));
    let edited = titled(&gone, "B");
    assert_eq!((edited.kept(), edited.unsaved()[0].head.clone()), (Kept::Soon, None));
}

#[test]
fn a_deletion_is_taken_back_in_one_step_with_the_steps_of_the_plan() {
    let first = saved(&titled(&start(), "A"));
    let id = in_hand(&first);
    let beside = take(&first, "B", Origin::New);
    let text = ("k".to_owned(), "t".to_owned());
    let deleted = shelf(&beside, ShelfAction::Delete { id: id.clone(), stored: Some(text.clone()) });
    assert_eq!(titles(&deleted), ["B"]);
    assert_eq!(deleted.shelf.deleted.as_ref().unwrap().stored, Some(text));
    let back = open(&shelf(&deleted, ShelfAction::Restore), &id);
    assert_eq!((back.plan(), back.shelf.deleted.is_none()), (first.plan(), true));
    assert!(back.history.undo_label().is_some());
}

fn key(id: &str, revision: u64, writer: &str) -> VersionKey {
    VersionKey { id: PlanId::parse(id).unwrap(), revision, writer: Rc::from(writer) }
}

fn row(id: &str, revision: u64, writer: &str) -> Row {
    Row { key: key(id, revision, writer), title: id.to_owned(), changed_ms: 3 }
}

/// Stored versions, each with the one it replaces.
fn storage(versions: &[(&VersionKey, Option<&VersionKey>)]) -> LiteMap<String, Found> {
    let text = |before: Option<&VersionKey>| write(&example(), before.map(VersionKey::to_string).as_deref(), 1);
    versions.iter().map(|(key, before)| (key.to_string(), look(&text(*before)))).collect()
}

fn heads(arranged: &Arranged) -> Vec<String> {
    arranged.rows.iter().map(|row| row.key.to_string()).collect()
}

#[test]
fn keys_are_read_as_they_are_written() {
    let key = key("a-1", 12, "b");
    assert_eq!(key.to_string(), "stagger.plan.a-1.12.b");
    assert_eq!(VersionKey::parse("stagger.plan.a-1.12.b"), Some(key.clone()));
    assert!(key.next(&Rc::from("a")) > key && VersionKey { writer: Rc::from("c"), ..key.clone() } > key);
    for foreign in
        ["", "stagger.plan.", "stagger.plan.a.1", "stagger.plan.a.x.b", "stagger.plan.a.1.b.c", "stagger.plan.a b.1.c"]
    {
        assert_eq!(VersionKey::parse(foreign), None, "{foreign}");
    }
}

#[test]
fn a_crash_between_writing_and_dropping_leaves_one_plan() {
    let (old, new) = (key("a-1", 1, "a"), key("a-1", 2, "a"));
    let arranged = arrange(&storage(&[(&old, None), (&new, Some(&old))]));
    assert_eq!((heads(&arranged), arranged.replaced, arranged.rivals), (vec![new.to_string()], vec![old], vec![]));
}

#[test]
fn a_damaged_newest_version_falls_back_to_the_one_before_and_is_kept() {
    let (old, new) = (key("a-1", 1, "a"), key("a-1", 2, "a"));
    let mut found = storage(&[(&old, None), (&new, Some(&old))]);
    found.insert(new.to_string(), look("stagger-stored 1 00000000\n{}"));
    let arranged = arrange(&found);
    assert_eq!((heads(&arranged), arranged.replaced.len()), (vec![old.to_string()], 0));
    assert_eq!(
        (arranged.unreadable[0].key.clone(), arranged.unreadable[0].why),
        (new.to_string(), StoredError::Damaged)
    );
}

#[test]
fn of_two_versions_written_at_once_every_tab_picks_the_same_and_keeps_the_other() {
    let old = key("a-1", 4, "a");
    let (one, other) = (key("a-1", 5, "a"), key("a-1", 5, "b"));
    let later = key("a-1", 6, "b");
    let arranged = arrange(&storage(&[(&one, Some(&old)), (&other, Some(&old))]));
    assert_eq!(
        (heads(&arranged), arranged.rivals, arranged.replaced),
        (vec![other.to_string()], vec![one.clone()], vec![])
    );
    let arranged = arrange(&storage(&[(&one, Some(&old)), (&later, Some(&other))]));
    assert_eq!((heads(&arranged), arranged.rivals), (vec![later.to_string()], vec![one.clone()]));
    assert_eq!(PlanId::parted(&one), PlanId::parted(&one.clone()));
}

#[test]
fn foreign_and_newer_entries_are_kept_and_named() {
    let mut found = storage(&[]);
    found.insert("stagger.plan.a-1.1.a".to_owned(), look("stagger-stored 9 00000000\n"));
    found.insert("stagger.plan.odd".to_owned(), look(&write(&example(), None, 1)));
    let arranged = arrange(&found);
    let why: Vec<StoredError> = arranged.unreadable.iter().map(|unreadable| unreadable.why).collect();
    assert_eq!((why, arranged.rows), (vec![StoredError::Newer { version: 9 }, StoredError::Damaged], vec![]));
}
