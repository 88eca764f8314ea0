//! The heat map of cohorts over time: how many begin per minute, or how full and slow the slot is in which they begin.

use super::scene::Table;
use super::sheet::{Body, Heat, HeatMeasure, Sheet};
use super::time_axis::{TimeAxis, minutes_of, time_of};
use crate::forecast::cohorts::{Starts, ordinary_windows, region_shares};
use crate::forecast::{Forecast, Slot};
use crate::num::order;
use crate::plan::Plan;
use crate::plan::cut::Cut;
use crate::text::heat_map::cell as flow_cell;
use crate::text::{Catalogue, format};

/// More cohorts are put together.
const ROWS_MOST: usize = 60;
/// Narrower stretches of time would be finer than a reader asks for.
const COLUMNS_MOST: u32 = 96;
/// Where fewer begin than this part of the most, the picture shows nobody [1].
pub const SEEN: f64 = 1e-4;
/// A share of people below this goes without saying [1].
const WORTH_SAYING: f64 = 0.005;

/// How cohorts stand in rows.
struct Rows {
    names: Vec<String>,
    /// Of each cohort, its rows with the share in each.
    of_cohort: Vec<Vec<(usize, f64)>>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Cohorts,
    Regions,
    Groups,
}

/// The heat map of `plan`; `cut` and `starts` are of the same plan.
pub fn scene(
    plan: &Plan,
    forecast: &Forecast,
    text: &Catalogue,
    cut: &Cut,
    starts: &Starts,
    measure: HeatMeasure,
) -> Sheet {
    let rows = rows(plan, cut, text);
    let time = TimeAxis::new(plan, forecast, text.language);
    let step = step(&time);
    let columns: Vec<(u32, u32)> = time
        .stretches
        .iter()
        .flat_map(|&(from, to)| {
            (from..to).step_by(step as usize).map(move |start| (start, (start / step * step + step).min(to)))
        })
        .collect();
    let mut edges: Vec<f64> = Vec::with_capacity(columns.len() * 2);
    for (from, to) in &columns {
        edges.extend([f64::from(*from) * 60.0, f64::from(*to) * 60.0]);
    }
    let people = starts.by_time(&rows.of_cohort, rows.names.len(), &edges);
    let per_minute = |people: &Vec<f64>| -> Vec<f64> {
        columns.iter().zip(people.iter().step_by(2)).map(|((from, to), people)| people / f64::from(to - from)).collect()
    };
    let flows: Vec<Vec<f64>> = people.iter().map(per_minute).collect();
    let values = values(plan, forecast, &flows, &columns, measure);
    let rows_of_values: Vec<(String, Vec<Option<f64>>)> = rows.names.iter().cloned().zip(values).collect();
    let columns: Vec<((u32, u32), String)> =
        columns.into_iter().map(|span| (span, format::moment(text.language, time_of(plan, span.0)))).collect();
    let title = title(&rows_of_values, &columns, measure, text);
    let shown: f64 = people.iter().flat_map(|row| row.iter().step_by(2)).sum();
    let everybody: f64 = forecast.slots.iter().map(|slot| slot.starters).sum();
    let mut subtitle = subtitle(plan, &rows, step, measure, text);
    if everybody > 0.0 && 1.0 - shown / everybody >= WORTH_SAYING {
        subtitle = format!("{subtitle}; {}", (text.heat_map.outside)(1.0 - shown / everybody));
    }
    let top = top(plan, &rows_of_values, measure);
    Sheet {
        subtitle,
        summary: (text.heat_map.summary)(rows_of_values.len(), columns.len(), &title),
        title,
        table: table(&rows_of_values, &columns, &rows, measure, text),
        body: Body::Heat(Heat {
            time,
            measure,
            rows: rows_of_values,
            columns,
            top,
            key: (key(0.0, measure, text), key(top, measure, text)),
            language: text.language,
        }),
    }
}

/// What is shown of every row and column; where hardly anybody begins there is nothing to show of the slot.
fn values(
    plan: &Plan,
    forecast: &Forecast,
    flows: &[Vec<f64>],
    columns: &[(u32, u32)],
    measure: HeatMeasure,
) -> Vec<Vec<Option<f64>>> {
    let most = flows.iter().flatten().copied().fold(0.0, f64::max);
    let of_slot = |slot: &Slot| match measure {
        HeatMeasure::Starters => 0.0,
        HeatMeasure::Load => slot.peak_load.unwrap_or(0.0),
        HeatMeasure::Wait => slot.wait_target_s.unwrap_or(f64::INFINITY),
    };
    let by_column: Vec<f64> = columns.iter().map(|column| worst(plan, forecast, *column, of_slot)).collect();
    let row = |flows: &Vec<f64>| -> Vec<Option<f64>> {
        let cell = |(flow, of_slot): (&f64, &f64)| match measure {
            HeatMeasure::Starters => Some(*flow),
            HeatMeasure::Load | HeatMeasure::Wait => (*flow > SEEN * most).then_some(*of_slot),
        };
        flows.iter().zip(&by_column).map(cell).collect()
    };
    flows.iter().map(row).collect()
}

/// The largest value of the windows that are open at the middle of a stretch, else of the time between them.
fn worst(plan: &Plan, forecast: &Forecast, (from, to): (u32, u32), value: impl Fn(&Slot) -> f64) -> f64 {
    let middle = (from + to) / 2;
    let is_open = |slot: &&Slot| {
        slot.window.and_then(|window| plan.windows.get(window)).is_some_and(|window| {
            let (opens, closes) = minutes_of(plan, window.opens, window.closes);
            (opens..closes).contains(&middle)
        })
    };
    let open = forecast.slots.iter().filter(is_open).map(&value).reduce(f64::max);
    open.or_else(|| forecast.slots.last().map(value)).unwrap_or(0.0)
}

/// What the darkest step stands for: of loads and waits at least the target.
fn top(plan: &Plan, rows: &[(String, Vec<Option<f64>>)], measure: HeatMeasure) -> f64 {
    let shown = rows.iter().flat_map(|row| &row.1).copied().flatten().filter(|value| value.is_finite());
    let highest = shown.fold(0.0, f64::max);
    match measure {
        HeatMeasure::Starters if highest <= 0.0 => 1.0,
        HeatMeasure::Starters => highest,
        HeatMeasure::Load => highest.max(plan.target.load),
        HeatMeasure::Wait => highest.max(plan.target.wait.get()).max(1.0),
    }
}

fn subtitle(plan: &Plan, rows: &Rows, step: u32, measure: HeatMeasure, text: &Catalogue) -> String {
    let words = &text.heat_map;
    let step = (words.step)(step);
    match (measure, rows.kind) {
        (HeatMeasure::Load, _) => words.load_note.to_owned(),
        (HeatMeasure::Wait, _) => (words.wait_note)(&format::percent(plan.target.percentile.get())),
        (HeatMeasure::Starters, Kind::Cohorts) => (words.by_cohort)(&step),
        (HeatMeasure::Starters, Kind::Regions) => (words.by_region)(plan.cohorts.len(), &step),
        (HeatMeasure::Starters, Kind::Groups) => (words.by_group)(plan.cohorts.len(), &step),
    }
}

/// A value in words, with its unit.
fn key(value: f64, measure: HeatMeasure, text: &Catalogue) -> String {
    match measure {
        HeatMeasure::Starters => (text.heat_map.per_minute)(value),
        HeatMeasure::Load => text.common.load(Some(value)),
        HeatMeasure::Wait => text.common.wait(text.language, value.is_finite().then_some(value)),
    }
}

/// A cell of the table: the number of the reading.
fn cell(value: Option<f64>, measure: HeatMeasure, text: &Catalogue) -> String {
    match value {
        None => "–".to_owned(),
        Some(value) if measure == HeatMeasure::Starters => flow_cell(value),
        Some(value) => key(value, measure, text),
    }
}

/// What is said of a cell.
pub fn reading(name: &str, when: &str, value: Option<f64>, measure: HeatMeasure, text: &Catalogue) -> String {
    let words = &text.heat_map;
    match (value, measure) {
        (None, _) => (words.empty_reading)(name, when),
        (Some(value), HeatMeasure::Starters) => (words.reading)(name, when, value),
        (Some(value), HeatMeasure::Load) => (words.load_reading)(name, when, &key(value, measure, text)),
        (Some(value), HeatMeasure::Wait) => (words.wait_reading)(name, when, &key(value, measure, text)),
    }
}

/// The shortest stretch [min] that gives no more columns than a reader asks for.
fn step(time: &TimeAxis) -> u32 {
    let minutes: u32 = time.stretches.iter().map(|(from, to)| to - from).sum();
    [15, 30, 60, 120, 180, 360, 720].into_iter().find(|step| minutes / step <= COLUMNS_MOST).unwrap_or(1_440)
}

/// In order of the invitation; a cohort each, or by region, or neighbours together.
fn rows(plan: &Plan, cut: &Cut, text: &Catalogue) -> Rows {
    let windows = ordinary_windows(plan);
    let opens = |cohort: usize| {
        let window = windows.get(cohort).copied().flatten().and_then(|index| plan.windows.get(index));
        window.map_or(u32::MAX, |window| minutes_of(plan, window.opens, window.closes).0)
    };
    let mut order: Vec<usize> = (0..plan.cohorts.len()).collect();
    order::sort_by_key(&mut order, |cohort| (opens(*cohort), *cohort));
    let mut of_cohort = vec![Vec::new(); plan.cohorts.len()];
    if order.len() <= ROWS_MOST {
        for (row, cohort) in order.iter().enumerate() {
            of_cohort[*cohort] = vec![(row, 1.0)];
        }
        let names = order.iter().map(|cohort| plan.cohorts[*cohort].name.clone()).collect();
        return Rows { names, of_cohort, kind: Kind::Cohorts };
    }
    if plan.members.regions.len() <= ROWS_MOST && plan.members.regions.len() > 1 {
        let mut first = vec![u32::MAX; plan.members.regions.len()];
        for cohort in 0..plan.cohorts.len() {
            for (region, _) in region_shares(cut, cohort) {
                first[region] = first[region].min(opens(cohort));
            }
        }
        let mut regions: Vec<usize> = (0..first.len()).collect();
        order::sort_by_key(&mut regions, |region| (first[*region], *region));
        let mut row_of = vec![0; regions.len()];
        for (row, region) in regions.iter().enumerate() {
            row_of[*region] = row;
        }
        for (cohort, rows) in of_cohort.iter_mut().enumerate() {
            *rows = region_shares(cut, cohort).into_iter().map(|(region, share)| (row_of[region], share)).collect();
        }
        let names = regions.iter().map(|region| plan.members.regions[*region].name.clone()).collect();
        return Rows { names, of_cohort, kind: Kind::Regions };
    }
    let size = order.len().div_ceil(ROWS_MOST);
    let groups = order.chunks(size);
    for (row, group) in groups.clone().enumerate() {
        for cohort in group {
            of_cohort[*cohort] = vec![(row, 1.0)];
        }
    }
    let name = |cohort: usize| plan.cohorts[cohort].name.as_str();
    let names = groups.map(|group| (text.heat_map.group)(name(group[0]), name(group[group.len() - 1]))).collect();
    Rows { names, of_cohort, kind: Kind::Groups }
}

/// The finding.
fn title(
    rows: &[(String, Vec<Option<f64>>)],
    columns: &[((u32, u32), String)],
    measure: HeatMeasure,
    text: &Catalogue,
) -> String {
    let mut best = (0.0, 0, 0);
    for (row, (_, values)) in rows.iter().enumerate() {
        for (column, value) in values.iter().enumerate() {
            if let Some(value) = value.filter(|value| *value > best.0) {
                best = (value, row, column);
            }
        }
    }
    let words = &text.heat_map;
    let named = || (rows[best.1].0.as_str(), columns[best.2].1.as_str(), key(best.0, measure, text));
    match measure {
        HeatMeasure::Starters if best.0 <= 0.0 => words.nobody.to_owned(),
        HeatMeasure::Starters => (words.title)(&rows[best.1].0, &columns[best.2].1, best.0),
        HeatMeasure::Load if best.0 <= 0.0 => text.tile_map.no_load_title.to_owned(),
        HeatMeasure::Load => {
            let (row, when, load) = named();
            (words.load_title)(row, when, &load)
        }
        HeatMeasure::Wait if best.0 < 0.5 => words.nobody_waits.to_owned(),
        HeatMeasure::Wait => {
            let (row, when, wait) = named();
            (words.wait_title)(row, when, &wait)
        }
    }
}

fn table(
    rows: &[(String, Vec<Option<f64>>)],
    columns: &[((u32, u32), String)],
    kinds: &Rows,
    measure: HeatMeasure,
    text: &Catalogue,
) -> Table {
    let head = if kinds.kind == Kind::Regions { text.tile_map.district } else { text.heat_map.row };
    let names = std::iter::once(head.to_owned()).chain(columns.iter().map(|column| column.1.clone()));
    let row = |(name, values): &(String, Vec<Option<f64>>)| {
        std::iter::once(name.clone()).chain(values.iter().map(|value| cell(*value, measure, text))).collect()
    };
    Table { columns: names.collect(), rows: rows.iter().map(row).collect() }
}
