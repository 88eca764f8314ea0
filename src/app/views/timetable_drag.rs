//! Chips dragged by mouse, pen or finger. A finger drags by the handle of a chip alone, so that it can still scroll.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::timetable::Table;
use crate::app::browser;
use crate::app::timetable::spot::place_of;
use crate::app::timetable::{Place, Spot};

/// A pointer that went less far meant a click [px].
const SLACK: f64 = 5.0;

/// A pointer that is down on a chip, and what it draws along.
pub struct Drag {
    pub at: Rc<RefCell<Option<Held>>>,
    pub frame: NodeRef,
    pub ghost: NodeRef,
}

/// The chip under a pointer that went down.
#[derive(Clone, Copy)]
pub struct Held {
    cohort: usize,
    from: Place,
    /// Where the pointer went down [px].
    x: f64,
    y: f64,
    /// Whether it has gone far enough to be a drag.
    is_drag: bool,
}

fn position(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

pub fn pointer_down(_: &Table, event: &PointerEvent, drag: &Drag) {
    let by_finger = event.pointer_type() == "touch";
    let attribute = if by_finger { "data-handle" } else { "data-spot" };
    let spot = browser::attribute_around(event, attribute).and_then(|id| Spot::of_id(&id));
    let (x, y) = position(event);
    *drag.at.borrow_mut() = match spot {
        Some(Spot::Chip { place, cohort }) if event.button() == 0 => {
            Some(Held { cohort, from: place, x, y, is_drag: false })
        }
        _ => None,
    };
}

pub fn pointer_move(table: &Table, event: &PointerEvent, drag: &Drag) {
    let Some(mut held) = *drag.at.borrow() else { return };
    let (x, y) = position(event);
    if !held.is_drag {
        if libm::hypot(x - held.x, y - held.y) < SLACK {
            return;
        }
        held.is_drag = true;
        *drag.at.borrow_mut() = Some(held);
        browser::capture_pointer(&drag.frame, event);
        table.change(move |local| local.choice.pick_up(held.cohort, held.from));
    }
    browser::put_at(&drag.ghost, x, y);
    browser::scroll_near_edge(&drag.frame, y);
    let over = place_under(table, event).unwrap_or(held.from);
    table.change(move |local| {
        // Escape may have put it back meanwhile.
        if local.choice.is_in_hand() {
            local.choice.target = Some(over);
        }
    });
}

pub fn pointer_up(table: &Table, event: &PointerEvent, drag: &Drag) {
    let Some(held) = drag.at.take().filter(|held| held.is_drag) else { return };
    if !table.local.choice.is_in_hand() {
        return;
    }
    match place_under(table, event) {
        Some(to) => table.put(table.local.choice.cohorts(), to),
        None => table.put(table.local.choice.cohorts(), held.from),
    }
}

pub fn pointer_gone(table: &Table, _: &PointerEvent, drag: &Drag) {
    if drag.at.take().is_some_and(|held| held.is_drag) {
        table.change(|local| local.choice.target = None);
    }
}

/// The place under the pointer, if cohorts can be put there.
fn place_under(table: &Table, event: &PointerEvent) -> Option<Place> {
    let (x, y) = position(event);
    let place = place_of(&browser::attribute_at(x, y, "data-place")?)?;
    let takes = |window: usize| table.plan.windows.get(window).is_some_and(|window| !window.catch_up);
    place.is_none_or(takes).then_some(place)
}
