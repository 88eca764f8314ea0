//! The time axis: hours that matter to scale, nights folded.

use super::scene::Span;
use crate::clock::{CivilTime, SECONDS_PER_DAY};
use crate::forecast::Forecast;
use crate::num::order;
use crate::plan::Plan;
use crate::text::{Language, format};

const MINUTES_PER_DAY: u32 = 1_440;
/// Stretches closer than this are drawn as one [min].
const FOLD_FROM: u32 = 120;
/// The line of the baseline is shown for at most this long after its opening [min].
const BASELINE_SHOWN: u32 = 8 * 60;
/// Width of a fold [px].
const GAP: f64 = 26.0;
/// Width of the stretch that stands for all time between windows [px].
const BETWEEN: f64 = 64.0;

/// Which minutes are drawn, and what is written under them.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeAxis {
    /// From, until [minutes from the start of the horizon], in order, apart.
    pub stretches: Vec<(u32, u32)>,
    pub days: Vec<DayLabel>,
    /// Whether a last place stands for all time between windows, and its name.
    pub between: Option<String>,
}

/// A day under the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct DayLabel {
    pub from: u32,
    pub to: u32,
    pub label: String,
    /// Where space is short.
    pub short: String,
}

impl TimeAxis {
    /// The windows of `plan`, every time somebody queues, and the first hours of the baseline's queue, in full hours.
    pub fn new(plan: &Plan, forecast: &Forecast, language: Language) -> Self {
        let mut busy: Vec<(u32, u32)> =
            plan.windows.iter().map(|window| minutes_of(plan, window.opens, window.closes)).collect();
        let places = forecast.stages.iter().map(|stage| &stage.series).chain(&forecast.waiting_room);
        busy.extend(places.flat_map(|series| queued_stretches(&series.queue)));
        busy.extend(baseline_stretch(plan, forecast));
        let end = plan.days * MINUTES_PER_DAY;
        let rounded = busy.into_iter().map(|(from, to)| (from / 60 * 60, to.div_ceil(60).saturating_mul(60).min(end)));
        let stretches = merge(rounded.filter(|(from, to)| from < to).collect());
        let stretches = if stretches.is_empty() { vec![(0, end.max(60))] } else { stretches };
        let days = day_labels(plan, &stretches, language);
        Self { stretches, days, between: None }
    }

    /// One stretch [minutes of the horizon], nothing folded.
    pub fn unfolded(plan: &Plan, stretch: (u32, u32), language: Language) -> Self {
        let stretches = vec![stretch];
        Self { days: day_labels(plan, &stretches, language), stretches, between: None }
    }
}

/// Minutes of the horizon from `opens` to `closes`, cut to the horizon.
pub fn minutes_of(plan: &Plan, opens: CivilTime, closes: CivilTime) -> (u32, u32) {
    let end = f64::from(plan.days * MINUTES_PER_DAY);
    let minute = |time: CivilTime| plan.since_start(time).get() / 60.0;
    (minute(opens).clamp(0.0, end).floor() as u32, minute(closes).clamp(0.0, end).ceil() as u32)
}

/// The civil time of a minute of the horizon.
pub fn time_of(plan: &Plan, minute: u32) -> CivilTime {
    plan.horizon_start().plus_seconds(i64::from(minute) * 60)
}

/// From the baseline's opening until its queue is gone.
fn baseline_stretch(plan: &Plan, forecast: &Forecast) -> Option<(u32, u32)> {
    let opens = plan.baseline_opens.or_else(|| plan.first_opening())?;
    let (from, _) = minutes_of(plan, opens, opens);
    let queues = forecast.baseline.stages.iter().flat_map(|stage| queued_stretches(&stage.series.queue));
    let last = queues
        .filter(|stretch| stretch.0 < from + BASELINE_SHOWN && stretch.1 > from)
        .map(|stretch| stretch.1)
        .max()?;
    Some((from, last.min(from + BASELINE_SHOWN)))
}

/// Where half a person or more waits.
fn queued_stretches(queue: &[f64]) -> Vec<(u32, u32)> {
    let mut stretches = Vec::new();
    let mut start = None;
    for (minute, waiting) in queue.iter().chain([&0.0]).enumerate() {
        match (start, *waiting >= 0.5) {
            (None, true) => start = Some(minute as u32),
            (Some(from), false) => {
                stretches.push((from, minute as u32));
                start = None;
            }
            _ => {}
        }
    }
    stretches
}

fn merge(mut stretches: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    order::sort(&mut stretches);
    let mut merged: Vec<(u32, u32)> = Vec::new();
    for (from, to) in stretches {
        match merged.last_mut() {
            Some(last) if from < last.1 + FOLD_FROM => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

fn day_labels(plan: &Plan, stretches: &[(u32, u32)], language: Language) -> Vec<DayLabel> {
    let mut days = Vec::new();
    for &(from, to) in stretches {
        for day in from / MINUTES_PER_DAY..to.div_ceil(MINUTES_PER_DAY) {
            let (start, end) = (day * MINUTES_PER_DAY, (day + 1) * MINUTES_PER_DAY);
            let date = plan.horizon_start().plus_seconds(i64::from(day) * SECONDS_PER_DAY).date();
            let (label, short) = (format::day_label(language, date), format::day_short(language, date));
            days.push(DayLabel { from: from.max(start), to: to.min(end), label, short });
        }
    }
    days
}

/// A time axis laid out between two edges [px].
#[derive(Clone, Debug)]
pub struct TimeLayout {
    stretches: Vec<(u32, u32)>,
    starts: Vec<f64>,
    /// Width of a minute [px].
    per_minute: f64,
    between: (f64, f64),
}

impl TimeLayout {
    pub fn new(axis: &TimeAxis, left: f64, right: f64) -> Self {
        let reserved = if axis.between.is_some() { BETWEEN + GAP } else { 0.0 };
        let folds = axis.stretches.len().saturating_sub(1) as f64;
        let width = right - left - reserved;
        let gap = GAP.min(width * 0.3 / folds.max(1.0));
        let minutes: u32 = axis.stretches.iter().map(|(from, to)| to - from).sum();
        let per_minute = (width - gap * folds) / f64::from(minutes.max(1));
        let mut x = left;
        let starts = axis.stretches.iter().map(|(from, to)| {
            let start = x;
            x += f64::from(to - from) * per_minute + gap;
            start
        });
        Self {
            starts: starts.collect(),
            stretches: axis.stretches.clone(),
            per_minute,
            between: (right - BETWEEN, right),
        }
    }

    /// Left edge of a minute; a folded minute stands at the edge of its fold [px].
    pub fn x(&self, minute: u32) -> f64 {
        let mut x = self.starts.first().copied().unwrap_or(0.0);
        for (&(from, to), start) in self.stretches.iter().zip(&self.starts) {
            if minute < from {
                break;
            }
            x = start + f64::from(minute.min(to) - from) * self.per_minute;
        }
        x
    }

    /// Left and right edge of a span [px].
    pub fn span(&self, span: Span) -> (f64, f64) {
        match span {
            Span::Between => self.between,
            Span::Minutes(from, to) => (self.start_x(from), self.x(to)),
        }
    }

    /// As [`Self::x`], but the first minute of a stretch stands after the fold.
    fn start_x(&self, minute: u32) -> f64 {
        self.stretches
            .iter()
            .zip(&self.starts)
            .find(|((from, _), _)| *from == minute)
            .map_or_else(|| self.x(minute), |(_, start)| *start)
    }

    /// The minute at `x` [px]; the nearest drawn one where `x` is in a fold.
    pub fn minute(&self, x: f64) -> u32 {
        let mut minute = self.stretches.first().map_or(0, |stretch| stretch.0);
        for (&(from, to), start) in self.stretches.iter().zip(&self.starts) {
            if x < *start {
                break;
            }
            let into = ((x - start) / self.per_minute.max(1e-9)).floor();
            minute = from + (into as u32).min(to - from - 1);
        }
        minute
    }

    /// The drawn stretches with their edges [px].
    pub fn stretches(&self) -> impl Iterator<Item = ((u32, u32), (f64, f64))> + '_ {
        self.stretches
            .iter()
            .zip(&self.starts)
            .map(|(&(from, to), &start)| ((from, to), (start, start + f64::from(to - from) * self.per_minute)))
    }

    /// Width of a minute [px].
    pub fn per_minute(&self) -> f64 {
        self.per_minute
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(stretches: &[(u32, u32)]) -> TimeAxis {
        TimeAxis { stretches: stretches.to_vec(), days: Vec::new(), between: None }
    }

    #[test]
    fn close_stretches_are_drawn_as_one() {
        assert_eq!(merge(vec![(600, 720), (840, 900), (780, 840), (1_200, 1_260)]), vec![(600, 900), (1_200, 1_260)]);
    }

    #[test]
    fn a_queue_is_found_to_its_last_minute() {
        assert_eq!(queued_stretches(&[0.0, 0.6, 3.0, 0.0, 2.0]), vec![(1, 3), (4, 5)]);
    }

    #[test]
    fn places_and_minutes_are_inverse_where_time_is_drawn() {
        let layout = TimeLayout::new(&axis(&[(840, 960), (2_040, 2_160)]), 40.0, 900.0);
        for minute in [840, 841, 959, 2_040, 2_100, 2_159] {
            assert_eq!(layout.minute(layout.span(Span::Minutes(minute, minute + 1)).0 + 0.01), minute);
        }
        assert!((layout.x(2_160) - 900.0).abs() < 1e-9);
        assert_eq!(layout.minute(0.0), 840);
        assert_eq!(layout.minute(5_000.0), 2_159);
    }
}
