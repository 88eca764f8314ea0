//! The timetable as a form: slots with their chips, chosen and moved by pointer, keys or a list.

use litemap::LiteMap;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::timetable_board::{Shown, board};
use super::timetable_choice::chosen_panel;
use super::timetable_drag::{Drag, pointer_down, pointer_gone, pointer_move, pointer_up};
use super::timetable_keys::key_down;
use super::timetable_list::cohort_list;
use super::timetable_trials::use_trials;
use super::window_form::WindowForm;
use crate::app::browser;
use crate::app::hooks::{Dispatch, Outcome, Sight, use_sight};
use crate::app::parts::button::Segment;
use crate::app::state::Action;
use crate::app::timetable::spot::place_of;
use crate::app::timetable::{Board, Choice, How, Place, Spot, Trial, Unfolded, move_to};
use crate::app::view_state::ViewAction;
use crate::clock::CivilDate;
use crate::plan::Plan;
use crate::plan::cut::{Cut, cut};
use crate::plan::limits::CELLS_MAX;
use crate::text::{Catalogue, format};

/// What the timetable itself remembers.
#[derive(Clone, Default, PartialEq)]
pub struct Local {
    pub choice: Choice,
    pub unfolded: Unfolded,
    /// What the Tab key reaches.
    pub at: Option<Spot>,
    /// What gets the focus once it stands there.
    pub focus: Option<Spot>,
    /// A move whose result is to be spoken: where to, and of which plan.
    pub moved: Option<Moved>,
    /// Spoken last.
    pub said: AttrValue,
    /// Whether the list of moves is shown in full.
    pub all_moves: bool,
    /// What the names of listed cohorts must hold.
    pub wanted: String,
    /// Pages of the list of cohorts beyond the first.
    pub more_pages: usize,
}

/// A move that was made.
#[derive(Clone, PartialEq)]
pub struct Moved {
    pub to: Place,
    pub count: usize,
    /// The plan before, whose forecast says nothing of the move.
    before: ByPlan,
}

/// A change of what the timetable remembers.
pub type Change = Box<dyn FnOnce(&mut Local)>;

impl Reducible for Local {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        change(&mut next);
        if next == *self { self } else { Rc::new(next) }
    }
}

/// What the handlers of the timetable need, as of one rendering.
#[derive(Clone)]
pub struct Table {
    pub plan: Arc<Plan>,
    pub board: Rc<Board>,
    pub local: Rc<Local>,
    pub change: UseReducerDispatcher<Local>,
    pub dispatch: Dispatch,
    pub trials: Rc<LiteMap<usize, Option<Trial>>>,
    pub text: &'static Catalogue,
}

impl Table {
    /// Changes what is remembered.
    pub fn change(&self, change: impl FnOnce(&mut Local) + 'static) {
        self.change.dispatch(Box::new(change));
    }

    /// Chooses a chip, and shows what belongs to it instead of a window.
    pub fn choose(&self, cohort: usize, how: How) {
        let order = self.board.chips();
        self.dispatch.dispatch(Action::View(ViewAction::Window(None)));
        self.change(move |local| {
            local.choice.choose(cohort, how, &order);
            local.all_moves = false;
        });
    }

    /// Chooses these cohorts, and shows what belongs to them instead of a window.
    pub fn choose_all(&self, cohorts: Vec<usize>) {
        self.dispatch.dispatch(Action::View(ViewAction::Window(None)));
        self.change(move |local| local.choice.choose_all(cohorts));
    }

    /// Moves the chosen, as one step; the focus follows the last that was touched.
    pub fn put(&self, cohorts: &[usize], to: Place) {
        let Some(edit) = move_to(&self.plan, cohorts, to) else {
            let said = AttrValue::from(self.text.timetable.said_back);
            return self.change(move |local| {
                local.choice.target = None;
                local.said = said;
            });
        };
        let (count, first, before) = (cohorts.len(), cohorts.first().copied(), ByPlan(Arc::clone(&self.plan)));
        self.dispatch.dispatch(Action::Edit { edit, gesture: None });
        self.change(move |local| {
            local.choice.target = None;
            local.unfolded.places.insert(to, ());
            local.focus = first.map(|cohort| Spot::Chip { place: to, cohort });
            local.moved = Some(Moved { to, count, before });
        });
    }

    /// A place as a sentence names it.
    pub fn name(&self, place: Place) -> String {
        match place.and_then(|window| self.plan.windows.get(window)) {
            Some(window) => format::moment(self.text.language, window.opens),
            None => self.text.timetable.not_invited.to_owned(),
        }
    }
}

#[component]
pub fn Timetable() -> Html {
    let sight = use_sight();
    let local = use_reducer(Local::default);
    let change = local.dispatcher();
    let local = kept(&local, &sight.plan);
    let plan = Arc::clone(&sight.plan);
    let people = use_memo(ByPlan(Arc::clone(&plan)), |ByPlan(plan)| people(plan));
    let board_shown = Rc::new(Board::of(&plan, &local.unfolded));
    let trials =
        use_trials(&plan, local.choice.cohorts(), sight.outcome.as_ref().is_some_and(|outcome| outcome.is_current));
    let table = Table {
        plan,
        board: board_shown,
        local,
        change,
        dispatch: sight.dispatch.clone(),
        trials: Rc::clone(&trials.of_windows),
        text: sight.text,
    };
    use_focus(&table);
    use_speech(&table, sight.outcome.clone());
    let (frame, ghost) = (use_node_ref(), use_node_ref());
    let drag = use_mut_ref(|| None);
    let on = |act: fn(&Table, &PointerEvent, &Drag)| {
        let table = table.clone();
        let drag = Drag { at: Rc::clone(&drag), frame: frame.clone(), ghost: ghost.clone() };
        Callback::from(move |event: PointerEvent| act(&table, &event, &drag))
    };
    let onkeydown = {
        let table = table.clone();
        Callback::from(move |event: KeyboardEvent| key_down(&table, &event))
    };
    // A key that picked a chip up must not press it as well, which some browsers do when it is let go.
    let onkeyup = Callback::from(|event: KeyboardEvent| {
        if event.key() == " " && browser::attribute_around(&event, "data-chip").is_some() {
            event.prevent_default();
        }
    });
    let onclick = {
        let table = table.clone();
        Callback::from(move |event: MouseEvent| clicked(&table, &event))
    };
    let onfocusin = {
        let table = table.clone();
        Callback::from(move |event: FocusEvent| {
            if let Some(spot) = browser::attribute_around(&event, "data-spot").and_then(|id| Spot::of_id(&id)) {
                table.change(move |local| local.at = Some(spot));
            }
        })
    };
    let shown = Shown { people: people.as_ref().as_ref(), trials: &trials, window: sight.view.window };
    html! {
        <div class="timetable" data-carrying={table.local.choice.is_in_hand().then_some("")}>
            { way_of_showing(&sight) }
            if sight.view.cohorts_as_list { { cohort_list(&table, &shown) } }
            <div class="timetable-board" hidden={sight.view.cohorts_as_list} ref={frame.clone()} {onkeydown} {onkeyup} {onclick} {onfocusin} onpointerdown={on(pointer_down)}
                onpointermove={on(pointer_move)} onpointerup={on(pointer_up)} onpointercancel={on(pointer_gone)}>
                if !sight.view.cohorts_as_list { { board(&table, &sight, &shown) } }
            </div>
            <div class="chip drag-ghost" ref={ghost.clone()} aria-hidden="true">{ carried(&table) }</div>
            <p class="visually-hidden" role="status" aria-live="polite">{ table.local.said.clone() }</p>
            { inspector(&table, &sight, &shown) }
        </div>
    }
}

/// Chips in their slots, or a list.
fn way_of_showing(sight: &Sight) -> Html {
    let words = &sight.text.timetable;
    let on_choose = sight.look(|option: usize| ViewAction::CohortsAsList(option == 1));
    let options = vec![words.as_chips.into(), words.list.into()];
    Segment::new(words.showing, options, Some(usize::from(sight.view.cohorts_as_list)), on_choose).html()
}

/// What was remembered, as far as this plan has it.
fn kept(local: &Local, plan: &Plan) -> Rc<Local> {
    let mut local = local.clone();
    local.choice.keep_below(plan.cohorts.len());
    Rc::new(local)
}

/// Forgets nothing while the plan is the same one.
#[derive(Clone)]
struct ByPlan(Arc<Plan>);

impl PartialEq for ByPlan {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Who is in which cohort; `None` = the plan is too large to be counted.
fn people(plan: &Plan) -> Option<Cut> {
    (plan.members.regions.len() * plan.members.ages.len() <= CELLS_MAX).then(|| cut(plan))
}

/// Moves the focus to a chip that was moved, once it stands in its new place.
#[hook]
fn use_focus(table: &Table) {
    let wanted = table.local.focus.filter(|spot| spot.is_on(&table.board));
    let change = table.change.clone();
    use_effect_with(wanted, move |wanted| {
        if let Some(spot) = wanted {
            browser::focus(&spot.id());
            change.dispatch(Box::new(|local| local.focus = None));
        }
    });
}

/// Says what a move led to, once the forecast knows.
#[hook]
fn use_speech(table: &Table, outcome: Option<Outcome>) {
    let table = table.clone();
    let moved = table.local.moved.clone();
    use_effect_with((moved, outcome), move |(moved, outcome)| {
        let (Some(moved), Some(outcome)) = (moved, outcome) else { return };
        if !outcome.is_current || Arc::ptr_eq(&outcome.plan, &moved.before.0) {
            return;
        }
        let words = &table.text.timetable;
        let slot = moved.to.and_then(|window| outcome.forecast.slots.get(window));
        let said = match slot {
            Some(slot) => {
                let load = table.text.common.load(slot.peak_load);
                (words.said_moved)(&table.name(moved.to), &load, table.text.common.verdict(slot.verdict))
            }
            None => (words.said_out)(moved.count),
        };
        table.change(move |local| {
            local.moved = None;
            local.said = AttrValue::from(said);
        });
    });
}

fn clicked(table: &Table, event: &MouseEvent) {
    let around = |attribute: &str| browser::attribute_around(event, attribute);
    if let Some(place) = around("data-more").and_then(|name| place_of(&name)) {
        table.change(move |local| {
            if local.unfolded.places.remove(&place).is_none() {
                local.unfolded.places.insert(place, ());
            }
        });
    } else if let Some(date) = around("data-day").and_then(|date| CivilDate::parse(&date).ok()) {
        table.change(move |local| {
            if local.unfolded.turned.remove(&date).is_none() {
                local.unfolded.turned.insert(date, ());
            }
        });
    } else {
        match around("data-spot").and_then(|id| Spot::of_id(&id)) {
            Some(Spot::Chip { cohort, .. }) => {
                let how = match (event.shift_key(), event.ctrl_key() || event.meta_key()) {
                    (true, _) => How::UpTo,
                    (false, true) => How::AsWell,
                    (false, false) => How::Alone,
                };
                table.choose(cohort, how);
            }
            Some(Spot::Slot(window)) => {
                table.change(|local| local.choice = Choice::default());
                let open = browser::attribute_around(event, "aria-expanded").as_deref() == Some("true");
                table.dispatch.dispatch(Action::View(ViewAction::Window((!open).then_some(window))));
            }
            None => {}
        }
    }
}

/// What follows the pointer.
fn carried(table: &Table) -> String {
    let cohorts = table.local.choice.cohorts();
    match cohorts {
        [cohort] => table.plan.cohorts[*cohort].name.clone(),
        _ => (table.text.timetable.chosen_many)(cohorts.len()),
    }
}

/// What belongs to the chosen cohorts, or to the chosen window.
fn inspector(table: &Table, sight: &Sight, shown: &Shown<'_>) -> Html {
    if table.local.choice.is_in_hand() {
        // It would lie over the slots that are aimed at.
        return Html::default();
    }
    if !table.local.choice.cohorts().is_empty() {
        return html! { <div class="timetable-panel">{ chosen_panel(table, sight, shown) }</div> };
    }
    match sight.view.window.filter(|&window| window < table.plan.windows.len()) {
        Some(index) => html! { <div class="timetable-panel"><WindowForm key={index} {index} /></div> },
        None => {
            let words = &table.text.timetable;
            html! {
                <>
                    <p class="note">{ words.hint }</p>
                    <details class="keys-help">
                        <summary>{ words.keys }</summary>
                        <dl>{ for words.key_list.iter().map(|(key, what)| html! { <><dt><kbd>{ key }</kbd></dt><dd>{ what }</dd></> }) }</dl>
                    </details>
                </>
            }
        }
    }
}
