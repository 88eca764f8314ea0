//! The days with their slots and the chips in them, folded where a plan is large.

use litemap::LiteMap;

use super::spot::Place;
use crate::clock::CivilDate;
use crate::num::order;
use crate::plan::Plan;

/// Chips of one slot that are shown unasked.
pub const CHIPS_SHOWN: usize = 6;
/// Slots that are shown unasked, over all days.
const SLOTS_SHOWN: usize = 60;
/// Different times of opening that still stand as columns.
const COLUMNS_MAX: usize = 6;

/// What somebody asked to see in full.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unfolded {
    /// Days whose slots are shown although there are many, or hidden although there are few.
    pub turned: LiteMap<CivilDate, ()>,
    /// Slots, or the tray, all of whose chips are shown.
    pub places: LiteMap<Place, ()>,
}

/// Rows of days, and the cohorts that no ordinary window invites.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// Times of day [hour, minute] that stand as columns; empty = slots follow each other.
    pub columns: Vec<(u8, u8)>,
    pub days: Vec<DayRow>,
    pub tray: Vec<usize>,
    /// Chips of the tray that are not shown.
    pub tray_folded: usize,
}

/// The slots that open on one day, in order of time.
#[derive(Clone, Debug, PartialEq)]
pub struct DayRow {
    pub date: CivilDate,
    /// How many slots there are, shown or not.
    pub count: usize,
    pub is_open: bool,
    /// Empty where the day is folded.
    pub slots: Vec<SlotBox>,
}

/// One window.
#[derive(Clone, Debug, PartialEq)]
pub struct SlotBox {
    pub window: usize,
    /// Index of a column.
    pub column: Option<usize>,
    /// Cohorts that are shown; none in a catch-up window, which invites by what is left.
    pub chips: Vec<usize>,
    /// Cohorts that are not shown.
    pub folded: usize,
}

impl Board {
    /// The board of a plan, right or wrong.
    pub fn of(plan: &Plan, unfolded: &Unfolded) -> Self {
        let mut order: Vec<usize> = (0..plan.windows.len()).collect();
        order::sort_by_key(&mut order, |&window| (plan.windows[window].opens, plan.windows[window].closes, window));
        let columns = columns(plan);
        let mut days: Vec<DayRow> = Vec::new();
        let mut shown = 0;
        for group in order.chunk_by(|&one, &two| date(plan, one) == date(plan, two)) {
            let date = date(plan, group[0]);
            let fits = shown + group.len() <= SLOTS_SHOWN || days.is_empty();
            let is_open = fits != unfolded.turned.contains_key(&date);
            shown += group.len();
            let slots = group.iter().filter(|_| is_open).map(|&window| slot(plan, window, &columns, unfolded));
            days.push(DayRow { date, count: group.len(), is_open, slots: slots.collect() });
        }
        let mut tray = uninvited(plan);
        let tray_folded = fold(&mut tray, unfolded.places.contains_key(&None));
        Self { columns, days, tray, tray_folded }
    }

    /// Every slot that is shown, in order of time.
    pub fn slots(&self) -> impl DoubleEndedIterator<Item = &SlotBox> {
        self.days.iter().flat_map(|day| &day.slots)
    }

    /// Every chip that is shown, slot by slot, the tray last.
    pub fn chips(&self) -> Vec<usize> {
        self.slots().flat_map(|slot| &slot.chips).chain(&self.tray).copied().collect()
    }
}

fn date(plan: &Plan, window: usize) -> CivilDate {
    plan.windows[window].opens.date()
}

fn slot(plan: &Plan, window: usize, columns: &[(u8, u8)], unfolded: &Unfolded) -> SlotBox {
    let entry = &plan.windows[window];
    let opening = (entry.opens.hour(), entry.opens.minute());
    let exists = |cohort: &usize| *cohort < plan.cohorts.len();
    let mut chips: Vec<usize> = entry.cohorts.iter().copied().filter(exists).collect();
    if entry.catch_up {
        chips.clear();
    }
    let folded = fold(&mut chips, unfolded.places.contains_key(&Some(window)));
    SlotBox { window, column: columns.iter().position(|column| *column == opening), chips, folded }
}

/// Shortens a long list; answers how many went. One more than the limit is no reason to fold.
fn fold(chips: &mut Vec<usize>, is_unfolded: bool) -> usize {
    if is_unfolded || chips.len() <= CHIPS_SHOWN + 1 {
        return 0;
    }
    let folded = chips.len() - CHIPS_SHOWN;
    chips.truncate(CHIPS_SHOWN);
    folded
}

/// The times of opening, where they are few and each day has each of them at most once.
fn columns(plan: &Plan) -> Vec<(u8, u8)> {
    let mut openings: LiteMap<_, ()> = LiteMap::new();
    let mut times: LiteMap<_, ()> = LiteMap::new();
    for window in plan.windows.iter() {
        let time = (window.opens.hour(), window.opens.minute());
        times.insert(time, ());
        if times.len() > COLUMNS_MAX || openings.insert((window.opens.date(), time), ()).is_some() {
            return Vec::new();
        }
    }
    times.into_iter().map(|(time, ())| time).collect()
}

/// Cohorts that are in no ordinary window.
fn uninvited(plan: &Plan) -> Vec<usize> {
    let mut invited = vec![false; plan.cohorts.len()];
    for window in plan.windows.iter().filter(|window| !window.catch_up) {
        for &cohort in &window.cohorts {
            if let Some(invited) = invited.get_mut(cohort) {
                *invited = true;
            }
        }
    }
    (0..plan.cohorts.len()).filter(|&cohort| !invited[cohort]).collect()
}
