//! The summary of a risk read back from its JSON, for whoever asks the programme interface for it.

use serde_json::Value;

use super::{plan_name, slot_name};
use crate::forecast::{Place, Verdict};
use crate::risk::{Band, Chance, CurveBand, LEVELS, Levels, PlanFigure, SlotFigure, SlotRisk, Summary};

/// The summary in an answer of `risk`; `None` where the text is none.
pub fn read_summary(text: &str) -> Option<Summary> {
    let answer: Value = serde_json::from_str(text).ok()?;
    let refused = answer["refused"].as_u64()? as usize;
    let draws = (answer["runs"].as_u64()? as usize).checked_sub(refused)?;
    let curves = &answer["curves"];
    Some(Summary {
        draws,
        refused,
        verdict: verdict(&answer["verdict"])?,
        chance: chance(&answer["chance"], draws)?,
        slots: list(&answer["slots"], |value| slot(value, draws))?,
        bands: bands(PlanFigure::ALL, |figure| {
            let infinite = if figure == PlanFigure::PeakLoad { f64::NEG_INFINITY } else { f64::INFINITY };
            band(&answer["plan"][plan_name(figure)]["band"], infinite)
        })?,
        stretch_minutes: curves["minutes"].as_u64()? as usize,
        curves: list(&curves["places"], curve)?,
        finished: levels(&curves["finished"])?,
    })
}

fn list<T>(value: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    value.as_array()?.iter().map(read).collect()
}

/// A number; null is what JSON has no number for.
fn number(value: &Value, infinite: f64) -> Option<f64> {
    if value.is_null() { Some(infinite) } else { value.as_f64() }
}

fn verdict(value: &Value) -> Option<Verdict> {
    match value.as_str()? {
        "holds" => Some(Verdict::Holds),
        "at-risk" => Some(Verdict::AtRisk),
        "breaks" => Some(Verdict::Breaks),
        _ => None,
    }
}

/// The share of the draws is a count again.
fn chance(value: &Value, draws: usize) -> Option<Chance> {
    let share = value["breaks"].as_f64()?;
    Some(Chance { happened: (share * draws as f64).round() as usize, of: draws })
}

fn place(value: &Value) -> Option<Place> {
    let index = value.as_i64()?;
    Some(usize::try_from(index).map_or(Place::WaitingRoom, Place::Stage))
}

fn band(value: &Value, infinite: f64) -> Option<Band> {
    let values = list(value, |value| number(value, infinite))?;
    Some(Band { values: values.try_into().ok()? })
}

fn bands<T: Copy, const N: usize>(figures: [T; N], read: impl Fn(T) -> Option<Band>) -> Option<[Band; N]> {
    let all: Vec<Band> = figures.into_iter().map(read).collect::<Option<_>>()?;
    all.try_into().ok()
}

fn slot(value: &Value, draws: usize) -> Option<SlotRisk> {
    let window = &value["window"];
    let bottleneck =
        |value: &Value| Some((place(&value["place"])?, (value["share"].as_f64()? * draws as f64).round() as usize));
    Some(SlotRisk {
        window: if window.is_null() { None } else { Some(window.as_u64()? as usize) },
        verdict: verdict(&value["verdict"])?,
        chance: chance(&value["chance"], draws)?,
        bands: bands(SlotFigure::ALL, |figure| {
            let infinite = if figure == SlotFigure::PeakLoad { f64::NEG_INFINITY } else { f64::INFINITY };
            band(&value[slot_name(figure)], infinite)
        })?,
        bottlenecks: list(&value["bottlenecks"], bottleneck)?,
    })
}

fn levels(value: &Value) -> Option<Levels> {
    let all = list(value, |level| list(level, |value| number(value, f64::INFINITY)))?;
    let all: [Vec<f64>; LEVELS.len()] = all.try_into().ok()?;
    let length = all[0].len();
    all.iter().all(|level| level.len() == length).then_some(all)
}

fn curve(value: &Value) -> Option<CurveBand> {
    Some(CurveBand {
        place: place(&value["place"])?,
        attempts_per_s: levels(&value["attempts_per_s"])?,
        queue: levels(&value["queue"])?,
        wait: levels(&value["wait_s"])?,
    })
}
