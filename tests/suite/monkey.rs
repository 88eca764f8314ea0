//! A monkey at the state of the page: random actions, right and wrong, end without a panic, and undo takes every one back.

mod dice;

use std::rc::Rc;
use std::sync::Arc;

use stagger::app::shelf::Shelf;
use stagger::app::state::{Action, AppState, Zones, reduce};
use stagger::app::view_state::{ThemeName, ViewState};
use stagger::chart::{Measure, key_figures, minutes, slots};
use stagger::forecast::{self, Forecast};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::Plan;
use stagger::plan::history::{History, STEPS};
use stagger::plan::zones::NoTimeZones;
use stagger::text::Language;
use stagger::text::facts::{Chances, verdict_facts};

use dice::Dice;

const ACTIONS: usize = 20_000;

/// The page is looked at as a whole after so many actions, as soon as there is a forecast.
const LOOK_EVERY: usize = 100;

fn start() -> AppState {
    let plan = Example::Staggered.plan(Wording::korean);
    let view = ViewState::new(Language::Korean, ThemeName::Light);
    AppState::new(Arc::new(plan), view, Shelf::new("tab"), Zones::new(NoTimeZones))
}

#[test]
fn twenty_thousand_random_actions_end_well_and_undo_brings_back_the_first_plan() {
    let mut dice = Dice::new(20_220_401);
    let mut first = start();
    first.history = History::keeping(ACTIONS, first.history.present().clone());
    let mut state = Rc::new(first);
    let first = Arc::clone(state.plan());
    // An example that nobody touched follows the language, and would be another first plan.
    state = reduce(state, Action::Edit { edit: dice.title(), gesture: None });
    let (mut looks, mut changes, mut looked) = (0, 0, 0);
    for count in 0..ACTIONS {
        let before = Arc::clone(state.plan());
        let has_errors = state.issues.iter().any(|issue| issue.is_error());
        state = reduce(Rc::clone(&state), dice.action(&before, has_errors));
        changes += usize::from(!Arc::ptr_eq(&before, state.plan()));
        if count >= looked + LOOK_EVERY && look(&state) {
            looks += 1;
            looked = count;
        }
    }
    assert!(changes > ACTIONS / 4 && looks > ACTIONS / LOOK_EVERY / 4, "{changes} changes, {looks} forecasts");
    let last = Arc::clone(state.plan());
    let mut undone = 0;
    while state.history.undo_label().is_some() {
        state = reduce(state, Action::Undo);
        undone += 1;
    }
    // Plans hold what is not a number here, which equals nothing; the very same plan is to come back.
    assert!(Arc::ptr_eq(state.plan(), &first));
    // What the monkey itself had undone can be redone too, so the last plan is passed on the way.
    let mut met = Arc::ptr_eq(&last, &first);
    for _ in 0..undone {
        state = reduce(state, Action::Redo);
        met |= Arc::ptr_eq(state.plan(), &last);
    }
    assert!(met, "the last plan comes back after {undone} steps");
}

#[test]
fn a_thousand_steps_are_undone_and_redone_one_by_one() {
    let mut dice = Dice::new(7);
    let mut state = Rc::new(start());
    let mut plans = vec![Arc::clone(state.plan())];
    while plans.len() <= STEPS {
        let action = dice.edit_alone(state.plan());
        state = reduce(state, action);
        if !Arc::ptr_eq(state.plan(), &plans[plans.len() - 1]) {
            plans.push(Arc::clone(state.plan()));
        }
    }
    for plan in plans.iter().rev().skip(1) {
        state = reduce(state, Action::Undo);
        assert!(Arc::ptr_eq(state.plan(), plan));
    }
    for plan in &plans[1..] {
        state = reduce(state, Action::Redo);
        assert!(Arc::ptr_eq(state.plan(), plan));
    }
}

/// Makes everything that the page shows; answers whether there was a forecast.
fn look(state: &AppState) -> bool {
    let language = state.view.language;
    for issue in state.issues.iter() {
        let explained = stagger::explain::issue::issue(language, state.plan(), issue);
        assert!(!explained.message.is_empty());
    }
    let Some(checked) = state.computable.as_ref().filter(|_| state.is_current()) else { return false };
    // A long horizon costs a hundred times as much and shows nothing that a short one does not.
    if checked.plan().days > 9 {
        return false;
    }
    draw(checked.plan(), &forecast::run(checked), state);
    true
}

fn draw(plan: &Plan, forecast: &Forecast, state: &AppState) {
    let text = state.view.language.catalogue();
    let _ = slots::scene(plan, forecast, text, state.view.slot_reading, None);
    for measure in Measure::ALL {
        for stage in 0..=plan.journey.len() {
            let _ = minutes::scene(plan, forecast, text, stage, measure, None);
        }
    }
    let _ = key_figures::key_figures(forecast);
    let facts = verdict_facts(plan, forecast, &Chances::default());
    assert!(!(text.verdict.sentence)(&facts).plain().is_empty());
}
