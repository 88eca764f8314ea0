//! The state of the page without a page: edits, undo, bad entries, examples, languages.

use std::rc::Rc;
use std::sync::Arc;

use stagger::app::fields::{self, NumberField, StageNumber};
use stagger::app::shelf::Shelf;
use stagger::app::state::{Action, AppState, Origin, ShelfAction, StepName, Zones, reduce};
use stagger::app::view_state::{Notice, Section, ThemeName, ViewAction, ViewState};
use stagger::clock::CivilTime;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::edit::EditName;
use stagger::plan::history::GestureId;
use stagger::plan::zones::{NoTimeZones, TimeZones, ZoneAnswer};
use stagger::text::Language;

fn start() -> Rc<AppState> {
    let plan = Example::Staggered.plan(Wording::korean);
    let view = ViewState::new(Language::Korean, ThemeName::Light);
    Rc::new(AppState::new(Arc::new(plan), view, Shelf::new("tab"), Zones::new(NoTimeZones)))
}

fn set(state: &Rc<AppState>, field: NumberField, value: f64, gesture: Option<u64>) -> Rc<AppState> {
    let edit = field.edit(state.plan(), Some(value)).unwrap();
    reduce(Rc::clone(state), Action::Edit { edit, gesture: gesture.map(GestureId::new) })
}

const RATE: NumberField = NumberField::Stage(1, StageNumber::Rate);

#[test]
fn one_visit_to_a_field_is_one_step() {
    let first = start();
    let mut state = Rc::clone(&first);
    for rate in [1.0, 13.0, 13.5] {
        state = set(&state, RATE, rate, Some(7));
    }
    assert_eq!(RATE.value(state.plan()), Some(13.5));
    let undone = reduce(state, Action::Undo);
    assert_eq!(undone.plan(), first.plan());
    assert_eq!(RATE.value(reduce(undone, Action::Redo).plan()), Some(13.5));
}

#[test]
fn a_bad_entry_stays_and_the_last_good_forecast_too() {
    let first = start();
    let bad = set(&first, NumberField::ShowUp, 1.3, None);
    assert_eq!(NumberField::ShowUp.value(bad.plan()), Some(1.3));
    assert!(!bad.is_current() && bad.issues.iter().any(|issue| issue.pointer == "/arrivals/show_up"));
    assert!(Rc::ptr_eq(bad.computable.as_ref().unwrap(), first.computable.as_ref().unwrap()));
    let mended = set(&bad, NumberField::ShowUp, 0.3, None);
    assert!(mended.is_current());
}

#[test]
fn nothing_changes_where_nothing_is_asked() {
    let state = start();
    let rate = RATE.value(state.plan()).unwrap();
    assert!(Rc::ptr_eq(&set(&state, RATE, rate, None), &state));
    assert!(Rc::ptr_eq(&reduce(Rc::clone(&state), Action::Undo), &state));
    assert!(Rc::ptr_eq(&reduce(Rc::clone(&state), Action::View(ViewAction::CloseForm)), &state));
}

#[test]
fn looking_around_is_no_step() {
    let state = reduce(start(), Action::View(ViewAction::OpenForm(Section::Journey)));
    assert_eq!(state.view.form, Some(Section::Journey));
    assert!(Rc::ptr_eq(&reduce(Rc::clone(&state), Action::Undo), &state));
}

#[test]
fn an_untouched_example_follows_the_language() {
    let speak = |state: Rc<AppState>| reduce(state, Action::View(ViewAction::Language(Language::English)));
    let english = speak(start());
    assert_eq!(**english.plan(), Example::Staggered.plan(Wording::english));
    assert!(english.history.undo_label().is_none());
    let edited = set(&start(), RATE, 20.0, None);
    assert_eq!(speak(Rc::clone(&edited)).plan(), edited.plan());
}

#[test]
fn inviting_a_cohort_takes_it_from_its_other_window() {
    let state = start();
    let cohort = state.plan().windows[1].cohorts[0];
    let edit = fields::invite(state.plan(), 2, cohort, true);
    let moved = reduce(state, Action::Edit { edit, gesture: None });
    assert!(moved.is_current());
    assert_eq!(fields::ordinary_window_of(moved.plan(), cohort), Some(2));
    let edit = fields::invite(moved.plan(), 2, cohort, false);
    let out = reduce(moved, Action::Edit { edit, gesture: None });
    assert_eq!(fields::ordinary_window_of(out.plan(), cohort), None);
}

#[test]
fn a_new_window_follows_the_last() {
    let state = start();
    let edit = fields::add_window(state.plan());
    let more = reduce(Rc::clone(&state), Action::Edit { edit, gesture: None });
    let [.., last, new] = more.plan().windows.as_slice() else { panic!("two windows") };
    assert_eq!(new.opens, last.closes);
    let fewer = reduce(
        Rc::clone(&more),
        Action::Edit { edit: fields::remove_window(more.plan().windows.len() - 1), gesture: None },
    );
    assert_eq!(fewer.plan(), state.plan());
}

/// Changes every clock on the first moment it is asked about.
struct AlwaysChanging;

impl TimeZones for AlwaysChanging {
    fn offset_change(&self, _zone: &str, from: CivilTime, _until: CivilTime) -> ZoneAnswer {
        ZoneAnswer::ChangesAt(from)
    }
}

#[test]
fn the_checks_ask_those_who_know_time_zones() {
    let plan = Example::Staggered.plan(Wording::korean);
    let view = ViewState::new(Language::Korean, ThemeName::Light);
    let state = AppState::new(Arc::new(plan), view, Shelf::new("tab"), Zones::new(AlwaysChanging));
    assert!(state.issues.iter().any(|issue| issue.code.name() == "offset-change"), "{:?}", state.issues);
    assert!(state.is_current(), "a warning blocks nothing");
}

#[test]
fn an_edited_example_is_still_of_the_example_and_a_link_is_not() {
    let edited = set(&start(), RATE, 20.0, None);
    assert!(edited.is_of_example());
    let mut other = Example::DayAsItWas.plan(Wording::korean);
    other.title = "B".to_owned();
    let id = edited.shelf.in_hand.clone().unwrap().id;
    let take = ShelfAction::Take { plan: Arc::new(other), origin: Origin::Link };
    let linked = reduce(edited, Action::Shelf(take));
    assert!(!linked.is_of_example());
    assert!(!set(&linked, RATE, 21.0, None).is_of_example());
    assert!(reduce(linked, Action::Shelf(ShelfAction::Open { id, stored: None })).is_of_example());
}

#[test]
fn an_edited_count_has_no_source() {
    let first = start();
    let source = |state: &AppState| state.plan().sources.contains_key("/members/counts");
    let edited = reduce(Rc::clone(&first), Action::Edit { edit: fields::count(0, 0, 7), gesture: None });
    assert!(source(&first) && !source(&edited));
    assert_eq!(edited.history.undo_label(), Some(&StepName::Edit(EditName::Count)));
    assert!(source(&reduce(edited, Action::Undo)));
}

#[test]
fn what_was_to_be_copied_by_hand_goes_with_its_plan() {
    let notice = Notice::CopyFailed("https://example.org/#p1".to_owned());
    let refused = reduce(start(), Action::View(ViewAction::Notice(Some(notice.clone()))));
    assert_eq!(refused.view.notice, Some(notice));
    assert_eq!(set(&refused, RATE, 20.0, None).view.notice, None);
}
