//! The fields that a range can be put on: every number of a plan, and every list of numbers.

use std::sync::Arc;

use super::NumberField;
use crate::plan::edit::{ArrivalsEdit, HeaderEdit, MembersEdit, PlanEdit, WindowEdit, WindowField};
use crate::plan::limits::{self, Bounds};
use crate::plan::pointer::{Field, field_at, index, steps};
use crate::plan::{Membership, Plan, ShowUp};
use crate::units::Share;

/// A field that a range can be put on. A list is one field: its numbers move by one factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeField {
    Number(NumberField),
    ShowUpOfWindow(usize),
    Days,
    /// People of a region and an age band; whole people.
    Count(usize, usize),
    /// All counts, or those of one region.
    Counts(Option<usize>),
    /// All shares, where there is one per age band.
    ShowUpByAge,
    HourWeights,
    /// The seed, an end of a range, the spread of a service: no figure of a forecast depends on it.
    WithoutEffect,
}

impl RangeField {
    /// The field of the plan at `pointer`; `None` where it holds no number, which is where the checks refuse a range.
    pub fn at(plan: &Plan, pointer: &str) -> Option<Self> {
        if matches!(field_at(plan, pointer)?, Field::Other) {
            return None;
        }
        let steps = steps(pointer)?;
        let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
        Some(match steps.as_slice() {
            ["days"] => Self::Days,
            ["seed"] | ["ranges", ..] | ["journey", _, "service_law", ..] => Self::WithoutEffect,
            ["members", "counts"] => Self::Counts(None),
            ["members", "counts", region] => Self::Counts(Some(index(region)?)),
            ["members", "counts", region, age] => Self::Count(index(region)?, index(age)?),
            ["windows", window, "show_up"] => Self::ShowUpOfWindow(index(window)?),
            ["arrivals", "show_up"] if matches!(plan.arrivals.show_up, ShowUp::ByAge(_)) => Self::ShowUpByAge,
            ["arrivals", "hour_weights"] => Self::HourWeights,
            _ => Self::Number(NumberField::at(pointer)?),
        })
    }

    /// Whether it is rounded to a whole number.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Days | Self::Count(..))
    }

    /// Whether it holds shares of a whole.
    pub fn is_share(self) -> bool {
        match self {
            Self::Number(number) => number.bounds() == limits::SHARE,
            Self::ShowUpOfWindow(_) | Self::ShowUpByAge => true,
            _ => false,
        }
    }

    /// What the number must be; of a list, what its value must be.
    pub fn bounds(self, plan: &Plan) -> Bounds {
        match self {
            Self::Number(number) => number.bounds(),
            Self::ShowUpOfWindow(_) | Self::ShowUpByAge => limits::SHARE,
            Self::Days => Bounds::within(days_needed(plan), f64::from(limits::DAYS_MAX)),
            Self::Count(..) | Self::Counts(_) => Bounds::within(0.0, limits::PEOPLE_MAX as f64),
            Self::HourWeights => limits::HOUR_WEIGHT,
            Self::WithoutEffect => Bounds::within(0.0, f64::MAX),
        }
    }

    /// The value that a range is about: of shares and weights in a list their mean, of counts their sum. `None` where
    /// the plan has no such field.
    pub fn value(self, plan: &Plan) -> Option<f64> {
        let members = &plan.members;
        match self {
            Self::Number(number) => number.value(plan),
            Self::ShowUpOfWindow(window) => plan.windows.get(window)?.show_up.map(Share::get),
            Self::Days => Some(f64::from(plan.days)),
            Self::Count(region, age) => members.counts.get(region)?.get(age).map(|&people| people as f64),
            Self::Counts(None) => Some(members.total() as f64),
            Self::Counts(Some(region)) => Some(members.counts.get(region)?.iter().map(|&people| people as f64).sum()),
            Self::ShowUpByAge => match &plan.arrivals.show_up {
                ShowUp::ByAge(shares) => mean(shares.iter().map(|share| share.get())),
                ShowUp::All(_) => None,
            },
            Self::HourWeights => mean(plan.arrivals.hour_weights?.into_iter()),
            Self::WithoutEffect => Some(0.0),
        }
    }

    /// The edit that gives the field a value. The numbers of a list are multiplied by one factor and stop at their
    /// bounds; counts are rounded to whole people. `None` where the plan has no such field, or a list has nothing
    /// that could be multiplied.
    pub fn edit(self, plan: &Plan, value: f64) -> Option<PlanEdit> {
        let members = |change: &dyn Fn(usize, f64) -> f64| {
            PlanEdit::Members(MembersEdit::Replace(Arc::new(with_counts(&plan.members, change))))
        };
        Some(match self {
            Self::Number(number) => return number.edit(plan, Some(value)),
            Self::ShowUpOfWindow(at) => {
                PlanEdit::Windows(WindowEdit::Set { at, field: WindowField::ShowUp(Some(Share::new(value))) })
            }
            Self::Days => PlanEdit::Header(HeaderEdit::Days(value.round() as u32)),
            Self::Count(region, age) => {
                PlanEdit::Members(MembersEdit::Count { region, age, people: value.round() as u64 })
            }
            Self::Counts(which) => {
                let factor = self.factor(plan, value)?;
                members(&|region, people| {
                    if which.is_none_or(|only| only == region) { people * factor } else { people }
                })
            }
            Self::ShowUpByAge => {
                let factor = self.factor(plan, value)?;
                let ShowUp::ByAge(shares) = &plan.arrivals.show_up else { return None };
                let moved = shares.iter().map(|share| Share::new((share.get() * factor).min(1.0)));
                PlanEdit::Arrivals(ArrivalsEdit::ShowUp(ShowUp::ByAge(moved.collect())))
            }
            Self::HourWeights => {
                let factor = self.factor(plan, value)?;
                let weights = plan.arrivals.hour_weights?.map(|weight| within(weight * factor, limits::HOUR_WEIGHT));
                PlanEdit::Arrivals(ArrivalsEdit::HourWeights(Some(weights)))
            }
            Self::WithoutEffect => PlanEdit::Several(Vec::new()),
        })
    }

    fn factor(self, plan: &Plan, value: f64) -> Option<f64> {
        self.value(plan).filter(|&now| now > 0.0).map(|now| value / now)
    }
}

/// The nearest number that `bounds` allow.
pub fn within(value: f64, bounds: Bounds) -> f64 {
    if bounds.hold(value) {
        value
    } else if bounds.or_zero && value < 0.5 * bounds.least {
        0.0
    } else {
        value.max(bounds.least).min(bounds.greatest)
    }
}

/// Fewest days of a horizon that holds all windows [days].
fn days_needed(plan: &Plan) -> f64 {
    let ends = plan.windows.iter().map(|window| plan.since_start(window.closes));
    let ends = ends.chain(plan.baseline_opens.map(|opens| plan.since_start(opens.plus_seconds(1))));
    let last = ends.map(|end| end.get()).fold(0.0, f64::max);
    (last / crate::clock::SECONDS_PER_DAY as f64).ceil().max(1.0)
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> Option<f64> {
    let count = values.len() as f64;
    (count > 0.0).then(|| values.sum::<f64>() / count)
}

fn with_counts(members: &Membership, change: &dyn Fn(usize, f64) -> f64) -> Membership {
    let row = |(region, row): (usize, &Vec<u64>)| {
        row.iter().map(|&people| change(region, people as f64).round() as u64).collect()
    };
    Membership { counts: members.counts.iter().enumerate().map(row).collect(), ..members.clone() }
}
