//! The figures of the requirements once more, by another way: the plan file is changed as a file, and everything is read
//! off whole forecasts.

use serde_json::{Value, json};
use stagger::forecast::screen::screen_by_minute;
use stagger::forecast::{self, Forecast};
use stagger::plan::CheckedPlan;
use stagger::risk::{Detail, Sample, Sampling, assumptions, run_draws, screened, with_values};
use stagger::wire::plan_file;
use stagger::wire::requirements::{Choices, Start};

/// What a number in a sentence must be.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    pub value: f64,
    /// How far the sentence may be from it.
    pub within: f64,
}

/// A number that binds somebody.
pub fn exact(value: f64) -> Number {
    Number { value, within: 1e-9 * value.abs() + 6e-7 }
}

/// A number of a forecast, rounded to be read.
pub fn near(value: f64, step: f64) -> Number {
    Number { value, within: (0.005_1 * value.abs()).max(0.51 * step) }
}

/// A figure with its band, which is said where there is one.
pub fn with_band(value: f64, band: Option<(f64, f64)>, step: f64) -> Vec<Number> {
    // What does not end is said in words.
    let said = |end: f64| end.is_finite().then(|| near(end, step));
    let band = band.map(|(low, high)| [Some(exact(90.0)), said(low), said(high)].into_iter().flatten());
    std::iter::once(near(value, step)).chain(band.into_iter().flatten()).collect()
}

/// Bands where more people come; infinite = not over.
#[derive(Clone, Copy)]
pub struct OverBands {
    pub starters: (f64, f64),
    pub at_percentile: (f64, f64),
    pub longest: (f64, f64),
    pub recovery: (f64, f64),
    pub waiting: (f64, f64),
}

pub struct Recomputed {
    pub headroom: f64,
    pub open: Forecast,
    pub asked: Forecast,
    pub over: Option<Forecast>,
    /// By stage [people per second].
    pub rates: Vec<Option<f64>>,
    /// By stage.
    pub peaks: Vec<(f64, Option<(f64, f64)>)>,
    /// Wait at the percentile, longest wait, share lost.
    pub bands: Option<[(f64, f64); 3]>,
    /// With more people.
    pub over_bands: Option<OverBands>,
    /// With the capacities asked for.
    pub file: Value,
}

/// Three digits from 10 on, two below, read off the decimal digits of the number.
pub fn rounded(value: f64, is_up: bool) -> f64 {
    let digits = if value >= 10.0 { 3 } else { 2 };
    let text = format!("{:.*e}", digits - 1, value);
    let nearest: f64 = text.parse().unwrap();
    if (nearest - value).abs() <= 1e-8 * value || (nearest > value) == is_up {
        return nearest;
    }
    let (mantissa, power) = text.split_once('e').unwrap();
    let step: f64 = format!("1e{}", power.parse::<i32>().unwrap() - digits as i32 + 1).parse().unwrap();
    let whole: f64 = mantissa.replace('.', "").parse::<f64>().unwrap() + if is_up { 1.0 } else { -1.0 };
    if step < 1.0 { whole / (1.0 / step).round() } else { whole * step }
}

pub fn checked(file: &Value) -> Option<CheckedPlan> {
    CheckedPlan::new(plan_file::read(&file.to_string()).unwrap()).ok()
}

/// The file without limits of stages, or with these rates, the same at all times.
fn with_rates(file: &Value, rates: Option<&[Option<f64>]>) -> Value {
    let mut file = file.clone();
    for (at, stage) in file["journey"].as_array_mut().unwrap().iter_mut().enumerate() {
        stage["sessions"] = Value::Null;
        stage["rate_per_s"] = rates.and_then(|rates| rates[at]).map_or(Value::Null, |rate| json!(rate));
        stage["changes"] = json!([]);
    }
    if let Some(ranges) = file["ranges"].as_array_mut() {
        let limits = ["rate_per_s", "sessions", "times"];
        let is_limit = |field: &str| {
            let parts: Vec<&str> = field.split('/').collect();
            parts[1] == "journey" && limits.contains(parts.last().unwrap())
        };
        ranges.retain(|range| !is_limit(range["field"].as_str().unwrap()));
    }
    file
}

fn multiply(value: &mut Value, factor: f64, most: f64) {
    match value {
        Value::Number(number) => *value = json!((number.as_f64().unwrap() * factor).min(most)),
        Value::Array(all) => all.iter_mut().for_each(|each| multiply(each, factor, most)),
        _ => {}
    }
}

/// As many times the people.
fn with_more(file: &Value, factor: f64) -> Value {
    let mut file = file.clone();
    multiply(&mut file["arrivals"]["show_up"], factor, 1.0);
    multiply(&mut file["arrivals"]["opening_share"], factor, 1.0);
    multiply(&mut file["arrivals"]["uninvited_per_member"], factor, 1_000.0);
    for window in file["windows"].as_array_mut().unwrap() {
        multiply(&mut window["show_up"], factor, 1.0);
    }
    if let Some(rows) = file["arrivals"]["starters_table"].as_array_mut() {
        rows.iter_mut().for_each(|row| multiply(&mut row["per_s"], factor, 1e9));
    }
    file["ranges"] = json!([]);
    file
}

pub fn peak(values: &[f64]) -> f64 {
    values.iter().copied().fold(0.0, f64::max)
}

/// The value that 5 and 95 in a hundred do not exceed.
fn ends(mut values: Vec<f64>) -> (f64, f64) {
    values.sort_by(f64::total_cmp);
    let at = |share: f64| values[((share * values.len() as f64).round() as usize).max(1) - 1];
    (at(0.05), at(0.95))
}

const DRAWS: usize = 400;

impl Recomputed {
    /// `None` where the plan cannot be computed.
    pub fn of(file: &Value, choices: &Choices, with_bands: bool) -> Option<Self> {
        let own = checked(file)?;
        let target = own.plan().target.load;
        let headroom = choices.headroom.unwrap_or((1.0 - target).clamp(0.0, 0.9));
        let open_file = with_rates(file, None);
        let open_plan = checked(&open_file)?;
        let open = forecast::run(&open_plan);
        let sample = |plan: &CheckedPlan| {
            Sample::new(assumptions(plan.plan()), Sampling { seed: plan.plan().seed, draws: DRAWS })
        };
        let drawn = |plan: &CheckedPlan, detail: Detail| -> Vec<_> {
            let draws = run_draws(plan, &sample(plan), 0..DRAWS, &|plan, _| screened(plan, detail));
            draws.into_iter().map(|draw| draw.figures.unwrap()).collect()
        };
        let draws = with_bands.then(|| drawn(&open_plan, Detail::OverTime));
        let peaks: Vec<(f64, Option<(f64, f64)>)> = (0..own.plan().journey.len())
            .map(|at| {
                let first = usize::from(own.plan().waiting_room.is_some());
                let of = |figures: &stagger::risk::Figures| peak(&figures.curves.places[first + at].attempts_per_s);
                let band = draws.as_ref().map(|draws| ends(draws.iter().map(of).collect()));
                (peak(&open.stages[at].series.attempts_per_s), band)
            })
            .collect();
        let rates: Vec<Option<f64>> = (own.plan().journey.iter().zip(&peaks))
            .map(|(stage, (likely, band))| {
                let from = match band {
                    Some((_, high)) if choices.start == Start::High => likely.max(*high),
                    _ => *likely,
                };
                let is_limited = stage.rate.is_some() || stage.sessions.is_some();
                (is_limited && from > 0.0).then(|| rounded(from / (1.0 - headroom), true))
            })
            .collect();
        let mut file = with_rates(file, Some(&rates));
        if let Some(percentile) = choices.percentile {
            file["target"]["percentile"] = json!(percentile);
        }
        let asked_plan = checked(&file)?;
        let asked = forecast::run(&asked_plan);
        let over = checked(&with_more(&file, choices.overshoot)).map(|plan| forecast::run(&plan));
        let bands = with_bands.then(|| {
            use stagger::risk::PlanFigure::{Lost, Starters, WaitMax, WaitTarget};
            let draws = drawn(&asked_plan, Detail::Figures);
            let figure = |figure| ends(draws.iter().map(|figures| figures.get(figure)).collect());
            let share = ends(draws.iter().map(|figures| figures.get(Lost) / figures.get(Starters)).collect());
            [figure(WaitTarget), figure(WaitMax), share]
        });
        let over_bands = with_bands.then(|| over_bands(&asked_plan, choices.overshoot, None));
        Some(Self { headroom, open, asked, over, rates, peaks, bands, over_bands, file })
    }
}

/// The draws of a plan, each written to a file that is changed there, with a waiting room that admits so many.
fn over_bands(asked: &CheckedPlan, factor: f64, admit: Option<f64>) -> OverBands {
    let own = asked.plan();
    let sample = Sample::new(assumptions(own), Sampling { seed: own.seed, draws: DRAWS });
    let mut found: [Vec<f64>; 5] = Default::default();
    for draw in 0..DRAWS {
        let drawn = with_values(own, sample.assumptions(), &sample.values(draw));
        let mut file = with_more(&serde_json::from_str(&plan_file::write(&drawn)).unwrap(), factor);
        if let Some(admit) = admit {
            file["waiting_room"] = json!({ "admit_per_s": admit });
        }
        let (screening, curves) = screen_by_minute(&checked(&file).unwrap());
        let minutes = curves.finished.len();
        let people: Vec<f64> =
            (0..minutes).map(|minute| curves.places.iter().map(|place| place.queue[minute]).sum()).collect();
        let slots = || screening.slots.iter();
        let wait = |wait: Option<f64>| wait.unwrap_or(f64::INFINITY);
        let figures = [
            screening.totals.starters,
            slots().map(|slot| wait(slot.wait_target_s)).fold(0.0, f64::max),
            slots().map(|slot| wait(slot.wait_max_s)).fold(0.0, f64::max),
            recovery_of(&people).unwrap_or(f64::INFINITY),
            slots().map(|slot| slot.peak_queue).fold(peak(&people), f64::max),
        ];
        found.iter_mut().zip(figures).for_each(|(all, figure)| all.push(figure));
    }
    let [starters, at_percentile, longest, recovery, waiting] = found.map(ends);
    OverBands { starters, at_percentile, longest, recovery, waiting }
}

impl Recomputed {
    /// Band of people waiting where a room that admits so many is switched on.
    pub fn waiting_in_room(&self, factor: f64, admit: f64) -> Option<(f64, f64)> {
        self.over_bands.map(|_| over_bands(&checked(&self.file).unwrap(), factor, Some(admit)).waiting)
    }

    /// More people at a waiting room that admits so many.
    pub fn with_room(&self, factor: f64, admit: f64) -> Forecast {
        let mut file = with_more(&self.file, factor);
        file["waiting_room"] = json!({ "admit_per_s": admit });
        forecast::run(&checked(&file).unwrap())
    }
}

/// The wait at the percentile of the target in the worst slot [s]; `None` = not over.
pub fn at_percentile(forecast: &Forecast) -> Option<f64> {
    let waits: Option<Vec<f64>> = forecast.slots.iter().map(|slot| slot.wait_target_s).collect();
    waits.map(|waits| peak(&waits))
}

/// The longest wait of anybody [s]; `None` = not over.
pub fn longest(forecast: &Forecast) -> Option<f64> {
    let stages: Option<Vec<f64>> = forecast.stages.iter().map(|stage| stage.wait_max_s).collect();
    let slots: Option<Vec<f64>> = forecast.slots.iter().map(|slot| slot.wait_max_s).collect();
    let room = forecast.waiting_room.as_ref().map_or(Some(Vec::new()), |room| room.wait_s.iter().copied().collect());
    Some(peak(&stages?).max(peak(&slots?)).max(peak(&room?)))
}

/// Who waits at all places just after the start of each minute [people].
fn waiting_by_minute(forecast: &Forecast) -> Vec<f64> {
    let minutes = forecast.stages[0].series.queue.len();
    let room = |minute: usize| forecast.waiting_room.as_ref().map_or(0.0, |room| room.queue[minute]);
    let stages = |minute: usize| forecast.stages.iter().map(|stage| stage.series.queue[minute]).sum::<f64>();
    (0..minutes).map(|minute| room(minute) + stages(minute)).collect()
}

/// Most people who wait at once [people].
pub fn waiting(forecast: &Forecast) -> f64 {
    let places = forecast.slots.iter().map(|slot| slot.peak_queue);
    let stages = forecast.stages.iter().map(|stage| stage.peak_queue);
    places.chain(stages).fold(peak(&waiting_by_minute(forecast)), f64::max)
}

/// The longest time in which somebody always waits [min]; `None` = it does not end.
pub fn recovery(forecast: &Forecast) -> Option<f64> {
    recovery_of(&waiting_by_minute(forecast))
}

fn recovery_of(people: &[f64]) -> Option<f64> {
    let said: String = people.iter().map(|people| if *people >= 0.5 { 'x' } else { '.' }).collect();
    if said.ends_with('x') {
        return None;
    }
    let most = said.split('.').map(str::len).max().unwrap();
    Some(if most == 0 { 0.0 } else { most as f64 + 1.0 })
}

/// The next multiple of a step.
pub fn up_to(value: f64, step: f64) -> f64 {
    let whole = (value / step).floor();
    if value / step - whole <= 1e-8 * whole { whole * step } else { (whole + 1.0) * step }
}

pub fn wait_up(seconds: f64) -> f64 {
    let steps = [(60.0, 5.0), (600.0, 30.0), (6_000.0, 60.0), (f64::INFINITY, 600.0)];
    up_to(seconds, steps.iter().find(|(until, _)| seconds <= *until).unwrap().1)
}

pub fn minutes_up(minutes: f64) -> f64 {
    up_to(minutes, if minutes > 60.0 { 10.0 } else { 5.0 }).max(5.0)
}

/// A wait as it is said: in minutes from ten of them on, where it is a whole number of them.
pub fn wait_said(seconds: f64) -> Number {
    let is_long = seconds >= 600.0 && (seconds / 60.0).fract() == 0.0;
    exact(if is_long { seconds / 60.0 } else { seconds })
}
