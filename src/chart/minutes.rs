//! The picture of one stage by the minute: attempts, queue or wait.

use super::capacity;
use super::scene::{
    Callout, Course, Curve, CurveArea, GhostLabel, Limit, Point, Scene, SideLabel, Span, Spread, Step, Table,
};
use super::time_axis::{TimeAxis, time_of};
use super::value_axis::ValueAxis;
use crate::forecast::{Forecast, Place, Series};
use crate::plan::{Plan, Stage};
use crate::risk::Summary;
use crate::text::Catalogue;
use crate::text::format;

/// What the curve shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Attempts,
    Queue,
    Wait,
}

impl Measure {
    pub const ALL: [Self; 3] = [Self::Attempts, Self::Queue, Self::Wait];
}

/// The band that is shown, and what it is of.
type Banded<'a> = Option<(&'a CurveArea, Measure)>;

/// Most readings of a picture; beyond that they stand further apart.
const READINGS_MAX: u32 = 300;
/// Below this part of the baseline the plan's own scale would hide the difference, so the baseline sets it [1].
const OWN_SCALE_FROM: f64 = 0.02;

/// The picture of the stage of that index; `None` where there is no such stage. `risk` of the same plan, where it is
/// known.
pub fn scene(
    plan: &Plan,
    forecast: &Forecast,
    text: &Catalogue,
    stage_index: usize,
    measure: Measure,
    risk: Option<&Summary>,
) -> Option<Scene> {
    let stage = plan.journey.get(stage_index)?;
    let own = &forecast.stages.get(stage_index)?.series;
    let baseline = &forecast.baseline.stages.get(stage_index)?.series;
    let time = TimeAxis::new(plan, forecast, text.language);
    let curve = values(own, measure);
    let ghost = values(baseline, measure);
    let limits = limits(plan, stage, measure, text);
    let (highest, ghost_highest) = (highest(&curve), highest(&ghost));
    let band = risk.and_then(|risk| area(risk, Place::Stage(stage_index), measure));
    let own_highest = highest.map(|peak| peak.1).into_iter().chain(band.as_ref().and_then(CurveArea::highest));
    let axis = axis(own_highest.reduce(f64::max), ghost_highest.map(|peak| peak.1), &limits, measure, text);
    let shows_ghost = ghost.iter().zip(&curve).any(|(ghost, own)| differs(*ghost, *own, axis.top));
    let banded = band.as_ref().map(|band| (band, measure));
    let points = points(plan, own, &time, banded, text);
    let what = title(plan, stage, own, measure, text);
    Some(Scene {
        summary: summary(plan, &what, highest, measure, text),
        title: what,
        subtitle: subtitle(stage, measure, band.as_ref(), text),
        ghost_label: ghost_highest.filter(|_| shows_ghost).map(|peak| ghost_label(peak, measure, text)),
        callout: highest.filter(|_| measure != Measure::Attempts).and_then(|peak| callout(plan, peak, measure, text)),
        side_labels: highest.and_then(|_| likely(&curve, &time, text)).into_iter().collect(),
        table: table(plan, own, &points, banded, text),
        values: axis,
        time,
        bars: Vec::new(),
        ghost_bars: Vec::new(),
        curve: Some(Curve { values: curve }),
        band,
        moment: None,
        ghost: shows_ghost.then_some(Curve { values: ghost }),
        limits,
        selection: None,
        points,
    })
}

/// The curve in the unit of its axis; waits in minutes.
fn values(series: &Series, measure: Measure) -> Vec<Option<f64>> {
    match measure {
        Measure::Attempts => series.attempts_per_s.iter().copied().map(Some).collect(),
        Measure::Queue => series.queue.iter().copied().map(Some).collect(),
        Measure::Wait => series.wait_s.iter().map(|wait| wait.map(|wait| wait / 60.0)).collect(),
    }
}

/// The bands of a place in the unit of the axis.
fn area(risk: &Summary, place: Place, measure: Measure) -> Option<CurveArea> {
    let curve = risk.curves.iter().find(|curve| curve.place == place)?;
    let (levels, unit) = match measure {
        Measure::Attempts => (&curve.attempts_per_s, 1.0),
        Measure::Queue => (&curve.queue, 1.0),
        Measure::Wait => (&curve.wait, 60.0),
    };
    let [low, lower, _, upper, high] = levels.each_ref().map(Vec::as_slice);
    let spread = |point: usize| {
        Spread { low: low[point], lower: lower[point], upper: upper[point], high: high[point] }
            .map(|value| value / unit)
    };
    let spreads: Vec<Spread> = (0..low.len()).map(spread).collect();
    let stretch_minutes = risk.stretch_minutes.max(1) as u32;
    (!spreads.is_empty()).then_some(CurveArea { stretch_minutes, spreads })
}

/// Minute and value of the maximum, the earliest of equals.
fn highest(values: &[Option<f64>]) -> Option<(u32, f64)> {
    let mut best: Option<(u32, f64)> = None;
    for (minute, value) in values.iter().enumerate() {
        if let Some(value) = value.filter(|value| best.is_none_or(|best| *value > best.1)) {
            best = Some((minute as u32, value));
        }
    }
    best
}

fn differs(ghost: Option<f64>, own: Option<f64>, top: f64) -> bool {
    match (ghost, own) {
        (Some(ghost), Some(own)) => (ghost - own).abs() > 0.01 * top,
        (ghost, own) => ghost.is_some() != own.is_some(),
    }
}

fn axis(own: Option<f64>, ghost: Option<f64>, limits: &[Limit], measure: Measure, text: &Catalogue) -> ValueAxis {
    let limit = limits.iter().filter_map(|limit| match &limit.course {
        Course::Level(level) => Some(*level),
        Course::Steps(steps) => steps.iter().map(|step| step.value).reduce(f64::max),
    });
    let own = limit.chain(own).fold(0.0, f64::max);
    let ghost = ghost.unwrap_or(0.0);
    let wanted = if own < OWN_SCALE_FROM * ghost { ghost } else { own };
    let least = if measure == Measure::Attempts { 0.1 } else { 1.0 };
    let top = (wanted * 1.14).max(least);
    let label = |value: f64| match measure {
        Measure::Queue => (text.minute_chart.axis_people)(value),
        Measure::Attempts | Measure::Wait => format::decimal(value, 2),
    };
    ValueAxis::of_amounts(top, (ghost > top).then_some(ghost), label, text.slot_chart.folded)
}

fn limits(plan: &Plan, stage: &Stage, measure: Measure, text: &Catalogue) -> Vec<Limit> {
    match measure {
        Measure::Attempts => {
            capacity::base(stage).map(|base| capacity_line(plan, stage, base, text)).into_iter().collect()
        }
        Measure::Queue => Vec::new(),
        Measure::Wait => {
            let wait = plan.target.wait.get();
            let label = (text.minute_chart.target_wait)(wait);
            vec![Limit { course: Course::Level(wait / 60.0), label, dashed: true }]
        }
    }
}

fn capacity_line(plan: &Plan, stage: &Stage, base: f64, text: &Catalogue) -> Limit {
    let label = (text.minute_chart.capacity)(base);
    let course = if stage.changes.is_empty() { Course::Level(base) } else { Course::Steps(steps(plan, stage, text)) };
    Limit { course, label, dashed: false }
}

fn steps(plan: &Plan, stage: &Stage, text: &Catalogue) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for (minute, value) in capacity::by_minute(plan, stage).into_iter().enumerate() {
        let Some(value) = value else { continue };
        let minute = minute as u32;
        match steps.last_mut() {
            Some(step) if step.to == minute && step.value == value => step.to = minute + 1,
            _ => steps.push(Step { from: minute, to: minute + 1, value, label: (text.minute_chart.capacity)(value) }),
        }
    }
    steps
}

fn title(plan: &Plan, stage: &Stage, series: &Series, measure: Measure, text: &Catalogue) -> String {
    let words = &text.minute_chart;
    let peak = highest(&values(series, measure));
    match (measure, peak) {
        (Measure::Attempts, peak) => (words.attempts_title)(&stage.name, peak.map_or(0.0, |peak| peak.1)),
        (Measure::Queue, Some((minute, people))) if people >= 0.5 => {
            (words.queue_title)(&stage.name, people, &format::moment(text.language, time_of(plan, minute)))
        }
        (Measure::Queue, _) => (words.no_queue_title)(&stage.name),
        (Measure::Wait, _) if series.wait_s.iter().any(Option::is_none) => (words.wait_open_title)(&stage.name),
        (Measure::Wait, Some((_, minutes))) if minutes * 60.0 >= 0.5 => (words.wait_title)(&stage.name, minutes * 60.0),
        (Measure::Wait, _) => (words.no_wait_title)(&stage.name),
    }
}

fn subtitle(stage: &Stage, measure: Measure, band: Option<&CurveArea>, text: &Catalogue) -> String {
    let measured = match measure {
        Measure::Attempts => text.minute_chart.attempts_unit.to_owned(),
        Measure::Queue => (text.minute_chart.queue_unit)(&stage.name),
        Measure::Wait => text.minute_chart.wait_unit.to_owned(),
    };
    match band {
        Some(band) => format!("{measured}. {}", (text.bands.of_stretch)(band.stretch_minutes as usize)),
        None => measured,
    }
}

/// The ends of a band in words.
fn ends(spread: &Spread, measure: Measure, text: &Catalogue) -> String {
    let said = |value: f64| match measure {
        Measure::Attempts => format::flow_number(value),
        Measure::Queue => format::integer(value),
        Measure::Wait => text.common.wait(text.language, Some(value * 60.0).filter(|wait| wait.is_finite())),
    };
    text.bands.ends(&said(spread.low), &said(spread.high))
}

fn amount(value: f64, measure: Measure, text: &Catalogue) -> String {
    match measure {
        Measure::Attempts => format::rate(text.language, value),
        Measure::Queue => (text.common.people)(format::rounded(value)),
        Measure::Wait => format::duration(text.language, value * 60.0),
    }
}

fn summary(plan: &Plan, what: &str, peak: Option<(u32, f64)>, measure: Measure, text: &Catalogue) -> String {
    peak.map_or_else(String::new, |(minute, value)| {
        let when = format::moment(text.language, time_of(plan, minute));
        (text.minute_chart.summary)(what, &amount(value, measure, text), &when)
    })
}

fn ghost_label((minute, value): (u32, f64), measure: Measure, text: &Catalogue) -> GhostLabel {
    let words = (text.minute_chart.baseline_peak)(&amount(value, measure, text));
    GhostLabel { span: Span::Minutes(minute, minute + 1), value, figure: String::new(), words }
}

fn callout(plan: &Plan, (minute, value): (u32, f64), measure: Measure, text: &Catalogue) -> Option<Callout> {
    let visible = if measure == Measure::Queue { value >= 0.5 } else { value * 60.0 >= 0.5 };
    let at = format::time_of_day(time_of(plan, minute));
    visible.then(|| Callout { minute, value, text: (text.minute_chart.peak_at)(&at, &amount(value, measure, text)) })
}

/// The name of the curve where it runs out.
fn likely(curve: &[Option<f64>], time: &TimeAxis, text: &Catalogue) -> Option<SideLabel> {
    let (from, to) = *time.stretches.last()?;
    let value = (from..to).rev().find_map(|minute| curve.get(minute as usize).copied().flatten())?;
    Some(SideLabel { value, text: text.minute_chart.likely.to_owned() })
}

/// A reading every ten minutes, further apart on long horizons.
fn points(plan: &Plan, series: &Series, time: &TimeAxis, band: Banded, text: &Catalogue) -> Vec<Point> {
    let minutes: u32 = time.stretches.iter().map(|(from, to)| to - from).sum();
    let step = [10, 30, 60, 180, 360, 720].into_iter().find(|step| minutes / step <= READINGS_MAX).unwrap_or(1_440);
    let starts = time
        .stretches
        .iter()
        .flat_map(|&(from, to)| (from..to).step_by(step as usize).map(move |at| (at, (at + step).min(to))));
    starts
        .map(|(from, to)| Point { span: Span::Minutes(from, to), reading: reading(plan, series, from, band, text) })
        .collect()
}

fn reading(plan: &Plan, series: &Series, minute: u32, band: Banded, text: &Catalogue) -> String {
    let index = minute as usize;
    let at = |values: &[f64]| values.get(index).copied().unwrap_or(0.0);
    let wait = text.common.wait(text.language, series.wait_s.get(index).copied().flatten());
    let when = format::moment(text.language, time_of(plan, minute));
    let reading = (text.minute_chart.reading)(&when, at(&series.attempts_per_s), at(&series.queue), &wait);
    match band.and_then(|(band, measure)| Some((band.at(minute)?, measure))) {
        Some((spread, measure)) => format!("{reading}, {}", (text.bands.between)(&ends(spread, measure, text))),
        None => reading,
    }
}

fn table(plan: &Plan, series: &Series, points: &[Point], band: Banded, text: &Catalogue) -> Table {
    let words = &text.minute_chart;
    let columns = [text.slot_chart.column_time, words.column_attempts, words.column_queue, words.column_wait];
    let row = |point: &Point| {
        let Span::Minutes(minute, _) = point.span else { return Vec::new() };
        let index = minute as usize;
        let at = |values: &[f64]| values.get(index).copied().unwrap_or(0.0);
        let mut cells = vec![
            format::moment(text.language, time_of(plan, minute)),
            format::flow_number(at(&series.attempts_per_s)),
            format::integer(at(&series.queue)),
            text.common.wait(text.language, series.wait_s.get(index).copied().flatten()),
        ];
        if let Some((band, measure)) = band {
            cells.push(band.at(minute).map(|spread| ends(spread, measure, text)).unwrap_or_default());
        }
        cells
    };
    let mut columns = columns.map(str::to_owned).to_vec();
    if let Some((_, measure)) = band {
        let measured = [words.column_attempts, words.column_queue, words.column_wait][measure as usize];
        columns.push(format!("{measured}, {}", text.bands.column));
    }
    Table { columns, rows: points.iter().map(row).collect() }
}
