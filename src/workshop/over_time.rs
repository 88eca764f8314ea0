//! Curves over time as lanes draw them: places in ten-thousandths of the width and the height.

use crate::num::order::Extreme;

/// The whole width, and the whole height.
pub const WHOLE: f64 = 10_000.0;
/// Values above this are drawn in a strip of their own [1].
pub const FOLD: f64 = 1.5;
pub const DAY: i64 = 86_400;
/// The height of what is drawn to scale, where anything lies above it.
const SCALE: f64 = 7_500.0;
/// Curves have about so many points.
const POINTS: usize = 480;
/// Marks of the axis at most.
const MARKS: i64 = 8;

/// Marks of an axis of so many seconds, one a day or fewer, each with what `named` says of its second.
pub fn marks(length: i64, named: impl Fn(i64) -> String) -> Vec<(u32, String)> {
    let step = (length / DAY / MARKS + 1) * DAY;
    let times = (0..).map(|index| index * step).take_while(|at| *at < length);
    times.map(|at| ((at as f64 / length as f64 * WHOLE) as u32, named(at))).collect()
}

/// The highest value of every stretch of minutes, from left to right; `first` and `minute` are where the first minute
/// stands and how wide one is.
pub fn points(values: &[f64], (first, minute): (f64, f64), top: f64) -> Vec<(u32, u32)> {
    let stretch = (values.len() / POINTS).max(1);
    let stretches = values.chunks(stretch).enumerate();
    let mut points: Vec<(u32, u32)> = Vec::new();
    for (index, values) in stretches {
        let up = height(values.iter().fold(0.0, |highest: f64, value| highest.larger(*value)), top);
        let from = first + (index * stretch) as f64 * minute;
        // A curve that stays where it is needs no points in between.
        if let [.., (_, before), (along, last)] = &mut *points
            && *before == up
            && *last == up
        {
            *along = (from + values.len() as f64 * minute) as u32;
            continue;
        }
        points.push((from as u32, up));
        points.push(((from + values.len() as f64 * minute) as u32, up));
    }
    points
}

/// How high a value stands where `top` is the highest of all.
pub fn height(value: f64, top: f64) -> u32 {
    let share = if top <= FOLD {
        value / FOLD * WHOLE
    } else if value <= FOLD {
        value / FOLD * SCALE
    } else {
        SCALE + (value - FOLD) / (top - FOLD) * (WHOLE - SCALE)
    };
    share as u32
}
