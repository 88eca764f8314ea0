//! All figures of every slot; the row of the time between windows has no people of its own.

use super::{DataTable, Value};
use crate::export::material::Material;
use crate::plan::Window;
use crate::risk::SlotFigure;
use crate::text::data::{DataWords, words};
use crate::text::facts::stage_name;
use crate::text::format;

pub(super) fn table(material: &Material) -> DataTable {
    let words = words(material.language);
    let rows = (0..material.forecast.slots.len()).map(|index| row(material, index, words)).collect();
    DataTable { name: words.slots.to_owned(), columns: columns(material, words), rows }
}

fn columns(material: &Material, words: &DataWords) -> Vec<String> {
    let percentile = format::percent(material.plan().target.percentile.get());
    let target = (words.wait_target)(&percentile);
    [
        words.window,
        words.opens,
        words.closes,
        words.cohort_names,
        words.catch_up,
        words.members,
        words.starters,
        words.after_horizon,
        words.shut_out,
        words.verdict,
        words.chance,
        words.bottleneck,
        words.peak_load,
        words.peak_load_low,
        words.peak_load_high,
        words.peak_attempts,
        words.peak_queue,
        words.peak_inside,
        words.wait_p50,
        words.wait_p95,
        target.as_str(),
        words.wait_max,
        words.waiting_at_open,
        words.waiting_at_close,
        words.lost,
        words.background_lost,
        words.turned_away,
        words.baseline_load,
    ]
    .map(str::to_owned)
    .to_vec()
}

fn row(material: &Material, index: usize, words: &DataWords) -> Vec<Value> {
    let (plan, text, slot) = (material.plan(), material.text(), &material.forecast.slots[index]);
    let window = slot.window.and_then(|at| plan.windows.get(at));
    let risk = material.risk.as_ref().and_then(|risk| risk.slots.get(index));
    let band = risk.map(|risk| risk.band(SlotFigure::PeakLoad));
    let own = |people: f64| if window.is_some() { Value::Number(people) } else { Value::Empty };
    let baseline = material.forecast.baseline.slots.get(index);
    vec![
        slot.window.map_or_else(|| Value::text(words.between), |at| Value::Number((at + 1) as f64)),
        window.map_or(Value::Empty, |window| Value::Moment(window.opens)),
        window.map_or(Value::Empty, |window| Value::Moment(window.closes)),
        window.map_or(Value::Empty, |window| Value::Text(names(material, window))),
        window.map_or(Value::Empty, |window| Value::text(if window.catch_up { words.yes } else { words.no })),
        own(slot.members),
        own(slot.starters),
        own(slot.after_horizon),
        own(slot.shut_out),
        Value::text(text.common.verdict(slot.verdict)),
        Value::number(risk.map(|risk| risk.chance.share())),
        Value::Text(stage_name(plan, slot.bottleneck).unwrap_or_else(|| text.common.waiting_room.to_owned())),
        Value::number(slot.peak_load),
        Value::number(band.map(|band| band.low())),
        Value::number(band.map(|band| band.high())),
        Value::Number(slot.peak_attempts_per_s),
        Value::Number(slot.peak_queue),
        Value::Number(slot.peak_inside),
        Value::number(slot.wait_p50_s),
        Value::number(slot.wait_p95_s),
        Value::number(slot.wait_target_s),
        Value::number(slot.wait_max_s),
        Value::Number(slot.waiting_at_open),
        Value::Number(slot.waiting_at_close),
        Value::Number(slot.lost),
        Value::Number(slot.background_lost),
        Value::Number(slot.turned_away),
        Value::number(baseline.and_then(|slot| slot.peak_load)),
    ]
}

fn names(material: &Material, window: &Window) -> String {
    let cohorts = window.cohorts.iter().filter_map(|at| material.plan().cohorts.get(*at));
    cohorts.map(|cohort| cohort.name.as_str()).collect::<Vec<_>>().join(", ")
}
