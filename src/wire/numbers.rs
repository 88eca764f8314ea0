//! Results as one row of numbers: how a worker hands them on, every bit of them kept.
//!
//! Missing figures are written as NaN, which no figure is. Names are not written; whoever reads has the plan.

mod results;

use crate::clock::CivilTime;
use crate::forecast::{Forecast, Place, Verdict};
use crate::plan::Plan;

/// All figures of a result in the order of its fields, each list after its length.
pub fn write<T: Numbered>(plan: &Plan, result: &T) -> Vec<f64> {
    let mut numbers = Numbers::of(plan);
    result.put(&mut numbers);
    numbers.list
}

/// The result of `plan` whose figures these are; `None` = they are not.
pub fn read<T: Numbered>(plan: &Plan, numbers: &[f64]) -> Option<T> {
    let mut row = Row::of(plan, numbers);
    let result = T::take(&mut row)?;
    row.rest.next().is_none().then_some(result)
}

/// Several results one after the other; the row of a part of them is a part of the row.
pub fn write_all<T: Numbered>(plan: &Plan, results: impl IntoIterator<Item = T>) -> Vec<f64> {
    let mut numbers = Numbers::of(plan);
    for result in results {
        result.put(&mut numbers);
    }
    numbers.list
}

/// What [`write_all`] wrote, down to the end of the row; `None` = it did not.
pub fn read_all<T: Numbered>(plan: &Plan, numbers: &[f64]) -> Option<Vec<T>> {
    let mut row = Row::of(plan, numbers);
    let mut results = Vec::new();
    while row.rest.len() > 0 {
        results.push(T::take(&mut row)?);
    }
    Some(results)
}

/// The forecast of `plan` whose figures these are; `None` = they are not.
pub fn forecast(plan: &Plan, numbers: &[f64]) -> Option<Forecast> {
    let mut forecast: Forecast = read(plan, numbers)?;
    for stages in [&mut forecast.stages, &mut forecast.baseline.stages] {
        if stages.len() != plan.journey.len() {
            return None;
        }
        for (stage, planned) in stages.iter_mut().zip(plan.journey.iter()) {
            stage.name.clone_from(&planned.name);
        }
    }
    Some(forecast)
}

/// A row that is being written.
pub struct Numbers<'a> {
    plan: &'a Plan,
    start: CivilTime,
    list: Vec<f64>,
}

/// What of a row has not been read yet.
pub struct Row<'a> {
    plan: &'a Plan,
    start: CivilTime,
    rest: std::slice::Iter<'a, f64>,
}

impl<'a> Numbers<'a> {
    fn of(plan: &'a Plan) -> Self {
        Self { plan, start: plan.first_day.midnight(), list: Vec::new() }
    }
}

impl<'a> Row<'a> {
    fn of(plan: &'a Plan, numbers: &'a [f64]) -> Self {
        Self { plan, start: plan.first_day.midnight(), rest: numbers.iter() }
    }
}

/// What can be written as numbers and read off them again.
pub trait Numbered: Sized {
    fn put(&self, numbers: &mut Numbers);
    /// `None` = the row is of something else.
    fn take(row: &mut Row) -> Option<Self>;
}

impl Numbered for f64 {
    fn put(&self, numbers: &mut Numbers) {
        numbers.list.push(*self);
    }

    fn take(row: &mut Row) -> Option<Self> {
        row.rest.next().copied()
    }
}

impl Numbered for bool {
    fn put(&self, numbers: &mut Numbers) {
        f64::from(u8::from(*self)).put(numbers);
    }

    fn take(row: &mut Row) -> Option<Self> {
        f64::take(row).map(|number| number != 0.0)
    }
}

impl Numbered for usize {
    fn put(&self, numbers: &mut Numbers) {
        (*self as f64).put(numbers);
    }

    fn take(row: &mut Row) -> Option<Self> {
        f64::take(row).filter(|number| *number >= 0.0).map(|number| number as usize)
    }
}

impl Numbered for u32 {
    fn put(&self, numbers: &mut Numbers) {
        f64::from(*self).put(numbers);
    }

    fn take(row: &mut Row) -> Option<Self> {
        usize::take(row)?.try_into().ok()
    }
}

impl Numbered for CivilTime {
    fn put(&self, numbers: &mut Numbers) {
        (self.seconds_since(numbers.start) as f64).put(numbers);
    }

    fn take(row: &mut Row) -> Option<Self> {
        f64::take(row).map(|seconds| row.start.plus_seconds(seconds as i64))
    }
}

impl Numbered for String {
    fn put(&self, _: &mut Numbers) {}

    fn take(_: &mut Row) -> Option<Self> {
        Some(Self::new())
    }
}

impl Numbered for Place {
    fn put(&self, numbers: &mut Numbers) {
        let number = match self {
            Self::WaitingRoom => -1.0,
            Self::Stage(stage) => *stage as f64,
        };
        number.put(numbers);
    }

    fn take(row: &mut Row) -> Option<Self> {
        f64::take(row).map(|number| if number < 0.0 { Self::WaitingRoom } else { Self::Stage(number as usize) })
    }
}

impl Numbered for Verdict {
    fn put(&self, numbers: &mut Numbers) {
        (*self as usize).put(numbers);
    }

    fn take(row: &mut Row) -> Option<Self> {
        [Self::Holds, Self::AtRisk, Self::Breaks].get(usize::take(row)?).copied()
    }
}

impl<T: Numbered> Numbered for Option<T> {
    fn put(&self, numbers: &mut Numbers) {
        match self {
            Some(value) => value.put(numbers),
            None => f64::NAN.put(numbers),
        }
    }

    fn take(row: &mut Row) -> Option<Self> {
        if row.rest.as_slice().first()?.is_nan() {
            row.rest.next();
            return Some(None);
        }
        T::take(row).map(Some)
    }
}

/// So many items. A plain loop: collecting into an option costs the page several times the code.
fn several<T: Numbered>(row: &mut Row, count: usize) -> Option<Vec<T>> {
    let mut items = Vec::with_capacity(count);
    for _ in 0..count {
        items.push(T::take(row)?);
    }
    Some(items)
}

impl<T: Numbered> Numbered for Vec<T> {
    fn put(&self, numbers: &mut Numbers) {
        self.len().put(numbers);
        for item in self {
            item.put(numbers);
        }
    }

    fn take(row: &mut Row) -> Option<Self> {
        let length = usize::take(row).filter(|length| *length <= row.rest.len())?;
        several(row, length)
    }
}

impl<T: Numbered, const N: usize> Numbered for [T; N] {
    fn put(&self, numbers: &mut Numbers) {
        for item in self {
            item.put(numbers);
        }
    }

    fn take(row: &mut Row) -> Option<Self> {
        several(row, N)?.try_into().ok()
    }
}

impl<A: Numbered, B: Numbered> Numbered for (A, B) {
    fn put(&self, numbers: &mut Numbers) {
        self.0.put(numbers);
        self.1.put(numbers);
    }

    fn take(row: &mut Row) -> Option<Self> {
        Some((A::take(row)?, B::take(row)?))
    }
}
