//! Places on the board, and where the arrow keys lead from them.

use super::board::{Board, SlotBox};
use crate::plan::Plan;

/// Where a cohort can be: in a window, or in none.
pub type Place = Option<usize>;

/// Something on the board that can have the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The head of a slot.
    Slot(usize),
    Chip {
        place: Place,
        cohort: usize,
    },
}

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Left,
    Right,
    Up,
    Down,
}

impl Step {
    /// The step of a key by its name.
    pub fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowLeft" => Some(Self::Left),
            "ArrowRight" => Some(Self::Right),
            "ArrowUp" => Some(Self::Up),
            "ArrowDown" => Some(Self::Down),
            _ => None,
        }
    }
}

/// A place in an attribute: the index of the window, or a dash.
pub fn place_name(place: Place) -> String {
    place.map_or_else(|| "-".to_owned(), |window| window.to_string())
}

/// Reads what [`place_name`] wrote; the outer `None` = neither.
pub fn place_of(name: &str) -> Option<Place> {
    if name == "-" { Some(None) } else { name.parse().ok().map(Some) }
}

impl Spot {
    /// The id of its element.
    pub fn id(self) -> String {
        match self {
            Self::Slot(window) => format!("slot:{window}"),
            Self::Chip { place, cohort } => format!("chip:{}:{cohort}", place_name(place)),
        }
    }

    /// The spot of an id; `None` = none of them.
    pub fn of_id(id: &str) -> Option<Self> {
        let mut parts = id.split(':');
        match (parts.next()?, parts.next()?, parts.next()) {
            _ if parts.next().is_some() => None,
            ("slot", window, None) => window.parse().ok().map(Self::Slot),
            ("chip", place, Some(cohort)) => Some(Self::Chip { place: place_of(place)?, cohort: cohort.parse().ok()? }),
            _ => None,
        }
    }

    /// Whether the board shows it.
    pub fn is_on(self, board: &Board) -> bool {
        match self {
            Self::Slot(window) => board.slots().any(|slot| slot.window == window),
            Self::Chip { place: None, cohort } => board.tray.contains(&cohort),
            Self::Chip { place: Some(window), cohort } => {
                board.slots().any(|slot| slot.window == window && slot.chips.contains(&cohort))
            }
        }
    }
}

/// The first spot of a board.
pub fn first(board: &Board) -> Option<Spot> {
    let tray = board.tray.first().map(|&cohort| Spot::Chip { place: None, cohort });
    board.slots().next().map(|slot| Spot::Slot(slot.window)).or(tray)
}

/// Where an arrow key leads the focus: sideways from slot to slot, up and down within one and then to the next day.
pub fn walk(board: &Board, plan: &Plan, from: Spot, step: Step) -> Option<Spot> {
    let (window, row) = match from {
        Spot::Slot(window) => (window, 0),
        Spot::Chip { place: None, cohort } => return walk_in_tray(board, cohort, step),
        Spot::Chip { place: Some(window), cohort } => {
            let slot = board.slots().find(|slot| slot.window == window)?;
            (window, slot.chips.iter().position(|&other| other == cohort)? + 1)
        }
    };
    let slots: Vec<&SlotBox> = board.slots().collect();
    let at = slots.iter().position(|slot| slot.window == window)?;
    match step {
        Step::Left => slots.get(at.checked_sub(1)?).map(|slot| spot_in(slot, row)),
        Step::Right => slots.get(at + 1).map(|slot| spot_in(slot, row)),
        Step::Up if row > 0 => Some(spot_in(slots[at], row - 1)),
        Step::Down if row < slots[at].chips.len() => Some(spot_in(slots[at], row + 1)),
        Step::Up => beside(board, plan, window, step, |_| true).map(Spot::Slot),
        Step::Down => {
            let below = beside(board, plan, window, step, |_| true).map(Spot::Slot);
            below.or_else(|| board.tray.first().map(|&cohort| Spot::Chip { place: None, cohort }))
        }
    }
}

/// Where an arrow key leads what is in hand: ordinary slots, and below them the tray.
pub fn carry(board: &Board, plan: &Plan, from: Place, step: Step) -> Place {
    let is_ordinary = |window: usize| plan.windows.get(window).is_some_and(|window| !window.catch_up);
    let slots: Vec<usize> = board.slots().map(|slot| slot.window).filter(|&window| is_ordinary(window)).collect();
    let Some(window) = from else {
        return if matches!(step, Step::Up | Step::Left) { slots.last().copied() } else { None };
    };
    let at = slots.iter().position(|&other| other == window);
    match step {
        Step::Left => at.and_then(|at| slots.get(at.checked_sub(1)?)).copied().or(from),
        Step::Right => at.and_then(|at| slots.get(at + 1)).copied(),
        Step::Up => beside(board, plan, window, step, is_ordinary).or(from),
        Step::Down => beside(board, plan, window, step, is_ordinary),
    }
}

/// The slot on the next day up or down that opens nearest to the same time of day.
fn beside(board: &Board, plan: &Plan, window: usize, step: Step, takes: impl Fn(usize) -> bool) -> Option<usize> {
    let day = board.days.iter().position(|day| day.slots.iter().any(|slot| slot.window == window))?;
    let minutes = |window: usize| {
        let opens = plan.windows[window].opens;
        i32::from(opens.hour()) * 60 + i32::from(opens.minute())
    };
    let nearest = |day: &super::DayRow| {
        let windows = day.slots.iter().map(|slot| slot.window).filter(|&window| takes(window));
        windows.min_by_key(|&other| (minutes(other) - minutes(window)).abs())
    };
    match step {
        Step::Up => board.days[..day].iter().rev().find_map(nearest),
        _ => board.days[day + 1..].iter().find_map(nearest),
    }
}

fn walk_in_tray(board: &Board, cohort: usize, step: Step) -> Option<Spot> {
    let at = board.tray.iter().position(|&other| other == cohort)?;
    let chip = |&cohort: &usize| Spot::Chip { place: None, cohort };
    match step {
        Step::Left => board.tray.get(at.checked_sub(1)?).map(chip),
        Step::Right | Step::Down => board.tray.get(at + 1).map(chip),
        Step::Up => board.slots().next_back().map(|slot| Spot::Slot(slot.window)),
    }
}

fn spot_in(slot: &SlotBox, row: usize) -> Spot {
    match row.min(slot.chips.len()).checked_sub(1) {
        Some(chip) => Spot::Chip { place: Some(slot.window), cohort: slot.chips[chip] },
        None => Spot::Slot(slot.window),
    }
}
