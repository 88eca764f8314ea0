//! How far one assumption may go before a slot breaks, all others at their likely values.

use super::assumption::{lowest_show_up, with_value};
use super::draws::{Compute, Detail};
use crate::num::order;
use crate::num::order::Extreme;
use crate::plan::limits::Bounds;
use crate::plan::number::{NumberField, RangeField};
use crate::plan::{CheckedPlan, Plan, ShowUp};

/// Parts of the bounds of a share that are looked at first.
const SHARE_PARTS: usize = 20;
/// Doublings and halvings of another number that are looked at before the bounds.
const DOUBLINGS: i32 = 6;
/// How near the two sides of a turn are [1 of the larger].
const NEARNESS: f64 = 1e-3;
/// Nearer sides are not told apart, whatever their size.
const LEAST_WIDTH: f64 = 1e-6;

/// Where a plan holds as one assumption moves, as far as was looked: at the values of a grid, and between two
/// neighbours of which one breaks by bisection. A stretch that breaks and ends between two neighbours is not found.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEven {
    /// JSON pointer of the field.
    pub pointer: String,
    /// The plan's value; of a list as in [`super::Assumption`].
    pub value: f64,
    /// Whether no slot breaks there.
    pub holds_at_value: bool,
    /// The smallest and the largest value that was computed.
    pub searched: (f64, f64),
    /// In the order of the values.
    pub turns: Vec<Turn>,
}

/// Two neighbouring values, both computed: at one of them no slot breaks, at the other some slot does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    pub lower: f64,
    pub upper: f64,
    /// Whether the plan holds at `lower` and breaks at `upper`, or the other way round.
    pub holds_below: bool,
}

/// A break-even in one word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reach {
    HoldsEverywhere,
    BreaksEverywhere,
    /// Holds at the plan's value, down to and up to these values; `None` = as far as was looked.
    Holds {
        from: Option<f64>,
        until: Option<f64>,
    },
    /// Breaks at the plan's value; it would hold at and below the one, or at and above the other.
    Breaks {
        holds_down_from: Option<f64>,
        holds_up_from: Option<f64>,
    },
}

impl Turn {
    /// The side on which the plan holds.
    pub fn holds_at(&self) -> f64 {
        if self.holds_below { self.lower } else { self.upper }
    }
}

impl BreakEven {
    fn nearest_below(&self) -> Option<&Turn> {
        self.turns.iter().rfind(|turn| turn.lower < self.value)
    }

    fn nearest_above(&self) -> Option<&Turn> {
        self.turns.iter().find(|turn| turn.upper > self.value)
    }

    pub fn reach(&self) -> Reach {
        let at = |turn: Option<&Turn>| turn.map(Turn::holds_at);
        let (below, above) = (at(self.nearest_below()), at(self.nearest_above()));
        match (self.turns.is_empty(), self.holds_at_value) {
            (true, true) => Reach::HoldsEverywhere,
            (true, false) => Reach::BreaksEverywhere,
            (false, true) => Reach::Holds { from: below, until: above },
            (false, false) => Reach::Breaks { holds_down_from: below, holds_up_from: above },
        }
    }

    /// Whether beyond the nearest turns there are others: the figures do not grow with the assumption throughout.
    pub fn turns_again(&self) -> bool {
        let nearest = [self.nearest_below(), self.nearest_above()];
        self.turns.len() > nearest.into_iter().flatten().count()
    }
}

/// Looks for the values of a field at which the plan begins to break or to hold; `None` where the plan has no number
/// there. About 20 plans are computed, and 10 more for each turn.
pub fn break_even(plan: &CheckedPlan, pointer: &str, compute: Compute<'_>) -> Option<BreakEven> {
    let checked = plan;
    let plan = checked.plan();
    let field = RangeField::at(plan, pointer)?;
    let value = field.value(plan)?;
    let holds = |value: f64| {
        let other = checked.changed(with_value(plan, field, value)?).ok()?;
        Some(!compute(&other, Detail::Figures).breaks())
    };
    let holds_at_value = holds(value)?;
    let mut known = vec![(value, holds_at_value)];
    if field != RangeField::WithoutEffect {
        let grid = grid(plan, field, pointer, value).into_iter().filter(|&other| other != value);
        known.extend(grid.filter_map(|value| Some((value, holds(value)?))));
    }
    order::sort_by(&mut known, |one, other| one.0.total_cmp(&other.0));
    let turn = |pair: &[(f64, bool)]| match pair {
        &[(lower, below), (upper, above)] if below != above => {
            Some(narrowed(Turn { lower, upper, holds_below: below }, field, &holds))
        }
        _ => None,
    };
    Some(BreakEven {
        pointer: pointer.to_owned(),
        value,
        holds_at_value,
        searched: (known[0].0, known[known.len() - 1].0),
        turns: known.windows(2).filter_map(turn).collect(),
    })
}

/// Bisects until both sides are near; a value that makes no plan ends the search.
fn narrowed(mut turn: Turn, field: RangeField, holds: &dyn Fn(f64) -> Option<bool>) -> Turn {
    let width = |turn: &Turn| if field.is_whole() { 1.0 } else { (NEARNESS * turn.upper).larger(LEAST_WIDTH) };
    while turn.upper - turn.lower > width(&turn) {
        let wide = turn.lower > 0.0 && turn.upper > 2.0 * turn.lower;
        let middle = if wide { (turn.lower * turn.upper).sqrt() } else { 0.5 * (turn.lower + turn.upper) };
        let middle = if field.is_whole() { middle.round() } else { middle };
        match holds(middle) {
            Some(holds) if holds == turn.holds_below => turn.lower = middle,
            Some(_) => turn.upper = middle,
            None => break,
        }
    }
    turn
}

/// The values that are looked at first: the bounds of the field, the ends of its range, and values between.
fn grid(plan: &Plan, field: RangeField, pointer: &str, value: f64) -> Vec<f64> {
    let Bounds { least, greatest, .. } = searched(plan, field);
    let range = plan.ranges.iter().find(|range| range.field == pointer);
    let ends = range.map_or_else(Vec::new, |range| vec![range.low, range.high]);
    let mut grid = if field.is_share() {
        (0..=SHARE_PARTS).map(|part| least + (greatest - least) * part as f64 / SHARE_PARTS as f64).collect()
    } else {
        let unit = if value > 0.0 { value } else { ends.iter().copied().fold(0.0, f64::larger) };
        let unit = if unit > 0.0 { unit } else { least.larger(1.0) };
        let power = |power: i32| unit * libm::pow(2.0, f64::from(power));
        let mut grid: Vec<f64> = (-DOUBLINGS..=DOUBLINGS).map(power).collect();
        grid.extend([least, greatest]);
        grid
    };
    grid.extend(ends);
    if field.is_whole() {
        grid.iter_mut().for_each(|value| *value = value.round());
    }
    grid.retain(|value| (least..=greatest).contains(value));
    order::sort_by(&mut grid, f64::total_cmp);
    grid.dedup();
    grid
}

/// The bounds of a field within this plan: those that keep the others as they are.
fn searched(plan: &Plan, field: RangeField) -> Bounds {
    let bounds = field.bounds(plan);
    match (field, &plan.arrivals.show_up) {
        (RangeField::Number(NumberField::OpeningShare), _) => Bounds { greatest: lowest_show_up(plan), ..bounds },
        // Beyond, the highest of the shares stands at 1 and the others do not move with it.
        (RangeField::ShowUpByAge, ShowUp::ByAge(shares)) => {
            let highest = shares.iter().map(|share| share.get()).fold(0.0, f64::larger);
            let value = field.value(plan).unwrap_or(0.0);
            Bounds { greatest: if highest > 0.0 { value / highest } else { value }, ..bounds }
        }
        _ => bounds,
    }
}
