//! The curve of those who have finished, and when 95 % of the starters have.

use super::scene::{Callout, Course, Curve, GhostLabel, Limit, Point, Scene, Span, Spread, Table};
use super::time_axis::{TimeAxis, time_of};
use super::value_axis::ValueAxis;
use crate::forecast::Forecast;
use crate::plan::Plan;
use crate::risk::{PlanFigure, Summary};
use crate::text::{Catalogue, format};

/// The share of the starters whose end counts as the end [1].
pub const DONE: f64 = 0.95;
/// Most readings of the picture.
const READINGS_MOST: u32 = 96;
/// The picture ends where so much of what is reached at all is reached [1].
const SHOWN: f64 = 0.999;

/// How far the starters of a story get.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Minute of the horizon at whose end [`DONE`] of the starters have finished; `None` = fewer ever do.
    pub minute: Option<u32>,
    /// Share of the starters who finish within the horizon [1]; 0 without starters.
    pub share: f64,
}

impl Progress {
    /// `finished`: by the end of each minute [people].
    pub fn new(finished: &[f64], starters: f64) -> Self {
        if starters <= 0.0 {
            return Self { minute: None, share: 0.0 };
        }
        let minute = finished.partition_point(|people| *people < DONE * starters);
        Self {
            minute: (minute < finished.len()).then_some(minute as u32),
            share: finished.last().copied().unwrap_or(0.0) / starters,
        }
    }

    /// From the first opening of `plan` [s]; `None` = fewer ever do.
    pub fn seconds(&self, plan: &Plan) -> Option<f64> {
        let opens = plan.since_start(plan.first_opening()?).get();
        self.minute.map(|minute| (f64::from(minute + 1) * 60.0 - opens).max(0.0))
    }
}

/// The curve of `forecast`, with that of the baseline behind it; `risk` of the same plan, where it is known.
pub fn scene(plan: &Plan, forecast: &Forecast, text: &Catalogue, risk: Option<&Summary>) -> Scene {
    let shares = |finished: &[f64], starters: f64| -> Vec<Option<f64>> {
        let share = |people: &f64| if starters > 0.0 { people / starters } else { 0.0 };
        finished.iter().map(share).map(Some).collect()
    };
    let (totals, at_once) = (&forecast.totals, &forecast.baseline);
    let own = Progress::new(&forecast.finished, totals.starters);
    let baseline = Progress::new(&at_once.finished, at_once.totals.starters);
    let curve = shares(&forecast.finished, totals.starters);
    let ghost = shares(&at_once.finished, at_once.totals.starters);
    let done = risk.and_then(|risk| Spread::of(risk.band(PlanFigure::DoneAt))).map(|done| done.map(|at| at / 60.0));
    let done = done.filter(|done| done.low.is_finite());
    let time = TimeAxis::unfolded(plan, shown(plan, forecast, done.as_ref()), text.language);
    let points = points(plan, forecast, &time, text);
    let words = &text.completion;
    let when = |minute: u32| format::moment(text.language, time_of(plan, minute + 1));
    let title = match own.minute {
        Some(minute) => (words.done_title)(&when(minute)),
        None if totals.starters <= 0.0 => words.nobody_title.to_owned(),
        None => (words.never_title)(own.share),
    };
    let beside = baseline
        .minute
        .map_or_else(|| (words.baseline_never)(baseline.share), |minute| (words.baseline_done)(&when(minute)));
    let ticks = [0.0, 0.5, DONE].map(|share| (share, format::percent(share))).to_vec();
    let first = time.stretches.first().map_or(0, |stretch| stretch.0);
    Scene {
        summary: (words.summary)(&title, &beside),
        title,
        subtitle: done.as_ref().map_or_else(
            || words.subtitle.to_owned(),
            |done| format!("{}. {}", words.subtitle, (words.done_between)(&moments(plan, done, text))),
        ),
        values: ValueAxis { top: 1.04, strip_to: None, ticks, folded: String::new() },
        bars: Vec::new(),
        ghost_bars: Vec::new(),
        ghost_label: (at_once.totals.starters > 0.0).then(|| GhostLabel {
            span: Span::Minutes(first, first + 1),
            value: 1.0,
            figure: String::new(),
            words: beside,
        }),
        curve: Some(Curve { values: curve }),
        band: None,
        moment: done.map(|done| (DONE, done)),
        ghost: Some(Curve { values: ghost }),
        limits: vec![Limit { course: Course::Level(DONE), label: String::new(), dashed: true }],
        side_labels: Vec::new(),
        callout: own.minute.map(|minute| Callout { minute, value: DONE, text: short(plan, minute + 1, text) }),
        selection: None,
        table: table(plan, forecast, &points, text),
        points,
        time,
    }
}

/// From when until when most draws are done.
fn moments(plan: &Plan, done: &Spread, text: &Catalogue) -> String {
    let said = |minute: f64| match minute.is_finite() {
        true => short(plan, minute as u32, text),
        false => text.bands.never.to_owned(),
    };
    (text.bands.to)(&said(done.low), &said(done.high))
}

/// A moment where space is short.
fn short(plan: &Plan, minute: u32, text: &Catalogue) -> String {
    let time = time_of(plan, minute);
    format!("{} {}", format::day_short(text.language, time.date()), format::time_of_day(time))
}

/// From the first opening until hardly anybody finishes any more [minutes of the horizon].
fn shown(plan: &Plan, forecast: &Forecast, done: Option<&Spread>) -> (u32, u32) {
    let opens = plan.first_opening().map_or(0.0, |at| plan.since_start(at).get()) / 3_600.0;
    let baseline = plan.baseline_opens.map_or(opens, |at| plan.since_start(at).get() / 3_600.0);
    let last = |finished: &[f64]| {
        let end = finished.last().copied().unwrap_or(0.0);
        finished.partition_point(|people| *people < SHOWN * end) as u32
    };
    let latest = done.map_or(0, |done| if done.high.is_finite() { done.high as u32 } else { plan.days * 1_440 });
    let to = last(&forecast.finished).max(last(&forecast.baseline.finished)).max(latest).div_ceil(60) + 1;
    let from = opens.min(baseline).max(0.0) as u32;
    (from * 60, (to.max(from + 2) * 60).min(plan.days * 1_440))
}

fn points(plan: &Plan, forecast: &Forecast, time: &TimeAxis, text: &Catalogue) -> Vec<Point> {
    let minutes: u32 = time.stretches.iter().map(|(from, to)| to - from).sum();
    let step = [15, 30, 60, 120, 180, 360, 720].into_iter().find(|step| minutes / step <= READINGS_MOST);
    let step = step.unwrap_or(1_440);
    let starts =
        time.stretches.iter().flat_map(|&(from, to)| (from..to).step_by(step as usize).map(move |at| (at, to)));
    let point = |(from, to): (u32, u32)| {
        let span = (from, (from + step).min(to));
        let [when, people, share, baseline] = cells(plan, forecast, span.1, text);
        Point {
            span: Span::Minutes(span.0, span.1),
            reading: (text.completion.reading)(&when, &people, &share, &baseline),
        }
    };
    starts.map(point).collect()
}

/// Time, people, share, share of the baseline at the start of a minute.
fn cells(plan: &Plan, forecast: &Forecast, minute: u32, text: &Catalogue) -> [String; 4] {
    let by = |finished: &[f64]| match minute.checked_sub(1) {
        Some(last) => finished.get(last as usize).or(finished.last()).copied().unwrap_or(0.0),
        None => 0.0,
    };
    let share = |people: f64, starters: f64| if starters > 0.0 { people / starters } else { 0.0 };
    let people = by(&forecast.finished);
    let own = share(people, forecast.totals.starters);
    let baseline = share(by(&forecast.baseline.finished), forecast.baseline.totals.starters);
    [
        format::moment(text.language, time_of(plan, minute)),
        format::integer(people),
        format::percent(own),
        format::percent(baseline),
    ]
}

fn table(plan: &Plan, forecast: &Forecast, points: &[Point], text: &Catalogue) -> Table {
    let words = &text.completion;
    let columns = [text.slot_chart.column_time, words.finished, words.share, words.baseline];
    let row = |point: &Point| {
        let minute = if let Span::Minutes(_, to) = point.span { to } else { 0 };
        cells(plan, forecast, minute, text).to_vec()
    };
    Table { columns: columns.map(str::to_owned).to_vec(), rows: points.iter().map(row).collect() }
}
