//! A forecast as one row of numbers: how a worker hands it to the page, every bit of it kept.
//!
//! Missing figures are written as NaN, which no figure of a forecast is. Names are not written; the page has the plan.

use crate::clock::CivilTime;
use crate::forecast::{Baseline, Forecast, Place, Series, Slot, StageForecast, Totals, Verdict};
use crate::plan::Plan;

/// All figures of a forecast in the order of its fields, each list after its length.
pub fn write(plan: &Plan, forecast: &Forecast) -> Vec<f64> {
    let mut numbers = Numbers { start: plan.first_day.midnight(), list: Vec::new() };
    forecast.put(&mut numbers);
    numbers.list
}

/// The forecast of `plan` whose figures these are; `None` = they are not.
pub fn read(plan: &Plan, numbers: &[f64]) -> Option<Forecast> {
    let mut row = Row { start: plan.first_day.midnight(), rest: numbers.iter() };
    let mut forecast = Forecast::take(&mut row)?;
    for stages in [&mut forecast.stages, &mut forecast.baseline.stages] {
        if stages.len() != plan.journey.len() {
            return None;
        }
        for (stage, planned) in stages.iter_mut().zip(plan.journey.iter()) {
            stage.name.clone_from(&planned.name);
        }
    }
    row.rest.next().is_none().then_some(forecast)
}

struct Numbers {
    start: CivilTime,
    list: Vec<f64>,
}

struct Row<'a> {
    start: CivilTime,
    rest: std::slice::Iter<'a, f64>,
}

trait Numbered: Sized {
    fn put(&self, numbers: &mut Numbers);
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

impl<T: Numbered> Numbered for Vec<T> {
    fn put(&self, numbers: &mut Numbers) {
        self.len().put(numbers);
        for item in self {
            item.put(numbers);
        }
    }

    fn take(row: &mut Row) -> Option<Self> {
        let length = usize::take(row).filter(|length| *length <= row.rest.len())?;
        (0..length).map(|_| T::take(row)).collect()
    }
}

macro_rules! numbered {
    ($($name:ident { $($field:ident),+ $(,)? })+) => { $(
        impl Numbered for $name {
            fn put(&self, numbers: &mut Numbers) {
                $( self.$field.put(numbers); )+
            }

            fn take(row: &mut Row) -> Option<Self> {
                $( let $field = Numbered::take(row)?; )+
                Some(Self { $( $field ),+ })
            }
        }
    )+ };
}

numbered! {
    Forecast { slots, stages, waiting_room, totals, baseline, finished, lost_before_catch_up }
    Baseline { slot, slots, stages, waiting_room, totals, finished }
    Slot {
        window, members, starters, after_horizon, shut_out, peak_attempts_per_s, peak_load, bottleneck, peak_queue,
        peak_inside, wait_p50_s, wait_p95_s, wait_target_s, wait_max_s, waiting_at_open, waiting_at_close, lost,
        background_lost, turned_away, verdict,
    }
    StageForecast {
        name, queued, peak_queue, peak_queue_at, wait_max_s, attempts, served, failed, abandoned, lost,
        background_attempts, background_lost, drained_at, series,
    }
    Series { attempts_per_s, queue, in_service, orbit, wait_s, load }
    Totals {
        members, starters, finished, lost, unfinished_at_end, attempts_per_starter, turned_away, background_lost,
    }
}
