//! The stages with their capacity and what the forecast says of them, and the minutes of the narrowest.

use super::{Cell, ColumnKind, Look, Row, RowKind, Sheet, column, some, text};
use crate::chart::{Measure, minutes};
use crate::explain::unit::{Unit, in_unit, quantity};
use crate::export::material::Material;
use crate::export::picture::Picture;
use crate::forecast::StageForecast;
use crate::plan::{CapacityChange, Limit, Stage};
use crate::text::format;
use crate::text::report::ReportWords;

/// Height of the picture [px of the layout].
const HEIGHT: u32 = 260;

pub(super) fn push(material: &Material, sheet: &mut Sheet) {
    let (plan, catalogue, words) = (material.plan(), material.text(), sheet.words);
    sheet.section(words.journey);
    sheet.say(Look::Plain, words.journey_note);
    let columns = vec![
        column(words.stage, ColumnKind::Head, 18),
        column(words.capacity, ColumnKind::Text, 22),
        column(words.service, ColumnKind::Short, 14),
        column(words.attempts, ColumnKind::Number, 12),
        column(words.peak_load, ColumnKind::Number, 9),
        column(words.stage_queue, ColumnKind::Number, 11),
        column(words.stage_wait, ColumnKind::Number, 12),
        column(words.stage_lost, ColumnKind::Number, 9),
    ];
    let mut rows: Vec<Row> = plan.waiting_room.iter().map(|_| waiting_room(material, words)).collect();
    let stages = plan.journey.iter().zip(&material.forecast.stages).enumerate();
    rows.extend(stages.map(|(index, (stage, forecast))| row(material, index, stage, forecast, words)));
    sheet.table(words.stages_caption, columns, rows);
    push_changes(material, sheet);
    let (stage, risk) = (material.narrowest_stage(), material.risk.as_ref());
    let scene = minutes::scene(plan, &material.forecast, catalogue, stage, Measure::Attempts, risk);
    if let Some(scene) = scene {
        sheet.picture(Picture::of("minutes", scene.into(), HEIGHT));
    }
}

fn row(material: &Material, index: usize, stage: &Stage, forecast: &StageForecast, words: &ReportWords) -> Row {
    let (plan, text_of, language) = (material.plan(), material.text(), material.language);
    let said = |field: &str, value: f64| quantity(language, plan, &format!("/journey/{index}/{field}"), value);
    let rate = stage.rate.map(|rate| said("rate_per_s", rate.get()));
    let sessions = stage.sessions.map(|sessions| said("sessions", sessions));
    let load = forecast.series.load.iter().copied().flatten().reduce(f64::max);
    let number = |value: f64| text(format::integer(value));
    let cells = vec![
        text(&stage.name),
        text((words.capacity_of)(rate.as_deref(), sessions.as_deref())),
        text(said("service_s", stage.service.get())),
        number(forecast.attempts),
        load.map_or(Cell::Empty, |load| Cell::Strong(format::percent(load))),
        number(forecast.peak_queue),
        text(text_of.common.wait(language, forecast.wait_max_s)),
        number(forecast.lost),
    ];
    Row { kind: RowKind::Plain, cells }
}

/// The line before the first stage; what is lost in it is in the slots.
fn waiting_room(material: &Material, words: &ReportWords) -> Row {
    let (plan, language) = (material.plan(), material.language);
    let admit = plan.waiting_room.map(|room| quantity(language, plan, "/waiting_room/admit_per_s", room.admit.get()));
    let series = material.forecast.waiting_room.as_ref();
    let peak = |values: fn(&crate::forecast::Series) -> &Vec<f64>| {
        series.and_then(|series| values(series).iter().copied().reduce(f64::max))
    };
    let load = series.and_then(|series| series.load.iter().copied().flatten().reduce(f64::max));
    let waits =
        series.map(|series| series.wait_s.iter().try_fold(0.0, |most: f64, wait| wait.map(|wait| most.max(wait))));
    let cells = vec![
        text(words.waiting_room),
        text((words.capacity_of)(admit.as_deref(), None)),
        Cell::Empty,
        some(series.map(|series| format::integer(series.attempts_per_s.iter().sum::<f64>() * 60.0))),
        load.map_or(Cell::Empty, |load| Cell::Strong(format::percent(load))),
        some(peak(|series| &series.queue).map(format::integer)),
        some(waits.map(|wait| material.text().common.wait(language, wait))),
        Cell::Empty,
    ];
    Row { kind: RowKind::Plain, cells }
}

/// What changes by the clock, where anything does.
fn push_changes(material: &Material, sheet: &mut Sheet) {
    let (plan, words) = (material.plan(), sheet.words);
    let change = |stage: &Stage, change: &CapacityChange| Row {
        kind: RowKind::Plain,
        cells: vec![
            text(&stage.name),
            text(format::moment(material.language, change.at)),
            text(said_change(material, change, words)),
        ],
    };
    let rows: Vec<Row> =
        plan.journey.iter().flat_map(|stage| stage.changes.iter().map(move |each| change(stage, each))).collect();
    if !rows.is_empty() {
        let columns = vec![
            column(words.stage, ColumnKind::Head, 20),
            column(words.change_at, ColumnKind::Short, 24),
            column(words.change, ColumnKind::Text, 56),
        ];
        sheet.table(words.changes_caption, columns, rows);
    }
}

fn said_change(material: &Material, change: &CapacityChange, words: &ReportWords) -> String {
    let limit = |name: &str, limit: Limit, unit: Unit| match limit {
        Limit::Unchanged => None,
        Limit::Removed => Some(format!("{name} {}", words.unlimited)),
        Limit::To(value) => Some(format!("{name} {}", in_unit(material.language, unit, value))),
    };
    let turned = change.turn_away.map(|turn_away| if turn_away { words.turns_away } else { words.turns_nobody_away });
    let parts = [
        limit(words.rate, change.rate, Unit::PerSecond),
        limit(words.sessions, change.sessions, Unit::People),
        change.times.map(words.times),
        turned.map(str::to_owned),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
