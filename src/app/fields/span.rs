//! What a slider covers: from nothing to somewhat above the value and its range, in even steps.

use super::NumberField;
use crate::plan::Plan;

/// Positions of a slider above 0.
pub const POSITIONS: u32 = 200;

/// The values of a slider, fixed while it is moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Between two positions, in the unit of the page.
    step: f64,
    /// The first position that is a sensible value.
    pub first: u32,
    /// The last position that the field can have.
    pub last: u32,
}

impl Span {
    /// The slider of a number; `None` where the plan goes without it or holds a wrong one.
    pub fn of(field: NumberField, plan: &Plan) -> Option<Self> {
        let unit = field.unit();
        let bounds = field.bounds();
        let value = field.value(plan).filter(|value| bounds.hold(*value))?;
        let high = plan.ranges.iter().find(|range| range.field == field.pointer()).map_or(0.0, |range| range.high);
        let wanted = (value * 2.0).max(high * 1.2).min(bounds.greatest);
        let wanted = unit.shown(wanted).max(unit.shown(bounds.least)).max(1.0);
        let step = step(wanted / f64::from(POSITIONS));
        let greatest = (unit.shown(bounds.greatest) / step).min(f64::from(POSITIONS));
        let first = u32::from(!bounds.hold(0.0) || field.is_capacity());
        Some(Self { step, first, last: greatest as u32 })
    }

    /// The position nearest to a value in the unit of the page.
    pub fn position(&self, shown: f64) -> u32 {
        (shown / self.step).round().clamp(f64::from(self.first), f64::from(self.last)) as u32
    }

    /// The value of a position in the unit of the page, without the dust of binary fractions.
    pub fn shown(&self, position: u32) -> f64 {
        let value = f64::from(position.clamp(self.first, self.last)) * self.step;
        (value * 1e6).round() / 1e6
    }
}

/// The smallest of 1, 2 and 5 times a power of ten that is not below `least`.
fn step(least: f64) -> f64 {
    let mut power = 1e-6;
    loop {
        for factor in [1.0, 2.0, 5.0] {
            if power * factor >= least * (1.0 - 1e-9) || power > 1e9 {
                return power * factor;
            }
        }
        power *= 10.0;
    }
}
