//! The heat map of cohorts over time: how many begin per minute.

use super::scene::Table;
use super::sheet::{Body, Heat, Sheet};
use super::time_axis::{TimeAxis, minutes_of, time_of};
use crate::forecast::Forecast;
use crate::forecast::cohorts::{Starts, ordinary_windows, region_shares};
use crate::num::order;
use crate::plan::Plan;
use crate::plan::cut::Cut;
use crate::text::heat_map::cell;
use crate::text::{Catalogue, format};

/// More cohorts are put together.
const ROWS_MOST: usize = 60;
/// Narrower stretches of time would be finer than a reader asks for.
const COLUMNS_MOST: u32 = 96;
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
pub fn scene(plan: &Plan, forecast: &Forecast, text: &Catalogue, cut: &Cut, starts: &Starts) -> Sheet {
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
    let rows_of_values: Vec<(String, Vec<f64>)> =
        rows.names.iter().cloned().zip(people.iter().map(per_minute)).collect();
    let columns: Vec<((u32, u32), String)> =
        columns.into_iter().map(|span| (span, format::moment(text.language, time_of(plan, span.0)))).collect();
    let (title, top) = title(&rows_of_values, &columns, text);
    let words = &text.heat_map;
    let step = (words.step)(step);
    let shown: f64 = people.iter().flat_map(|row| row.iter().step_by(2)).sum();
    let everybody: f64 = forecast.slots.iter().map(|slot| slot.starters).sum();
    let mut subtitle = match rows.kind {
        Kind::Cohorts => (words.by_cohort)(&step),
        Kind::Regions => (words.by_region)(plan.cohorts.len(), &step),
        Kind::Groups => (words.by_group)(plan.cohorts.len(), &step),
    };
    if everybody > 0.0 && 1.0 - shown / everybody >= WORTH_SAYING {
        subtitle = format!("{subtitle}; {}", (words.outside)(1.0 - shown / everybody));
    }
    Sheet {
        subtitle,
        summary: (words.summary)(rows_of_values.len(), columns.len(), &title),
        title,
        table: table(&rows_of_values, &columns, &rows, text),
        body: Body::Heat(Heat {
            time,
            rows: rows_of_values,
            columns,
            top,
            key: ((words.per_minute)(0.0), (words.per_minute)(top)),
            language: text.language,
        }),
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

/// The finding, and the largest value.
fn title(rows: &[(String, Vec<f64>)], columns: &[((u32, u32), String)], text: &Catalogue) -> (String, f64) {
    let mut best = (0.0, 0, 0);
    for (row, (_, values)) in rows.iter().enumerate() {
        for (column, value) in values.iter().enumerate() {
            if *value > best.0 {
                best = (*value, row, column);
            }
        }
    }
    let words = &text.heat_map;
    if best.0 <= 0.0 {
        return (words.nobody.to_owned(), 1.0);
    }
    ((words.title)(&rows[best.1].0, &columns[best.2].1, best.0), best.0)
}

fn table(rows: &[(String, Vec<f64>)], columns: &[((u32, u32), String)], kinds: &Rows, text: &Catalogue) -> Table {
    let head = if kinds.kind == Kind::Regions { text.tile_map.district } else { text.heat_map.row };
    let names = std::iter::once(head.to_owned()).chain(columns.iter().map(|column| column.1.clone()));
    let row = |(name, values): &(String, Vec<f64>)| {
        std::iter::once(name.clone()).chain(values.iter().map(|value| cell(*value))).collect()
    };
    Table { columns: names.collect(), rows: rows.iter().map(row).collect() }
}
