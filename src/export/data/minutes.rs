//! The course of every place, minute by minute over the whole horizon.

use super::{DataTable, Value, places};
use crate::chart::time_axis::time_of;
use crate::export::material::Material;
use crate::text::data::words;

pub(super) fn table(material: &Material) -> DataTable {
    let words = words(material.language);
    let places = places(material);
    let mut columns = vec![words.time.to_owned()];
    for (name, _) in &places {
        let of_place = [words.attempts, words.queue, words.in_service, words.orbit, words.wait, words.load];
        columns.extend(of_place.map(|heading| heading(name)));
    }
    columns.push(words.finished.to_owned());
    let row = |minute: usize| {
        let mut row = Vec::with_capacity(columns.len());
        row.push(Value::Moment(time_of(material.plan(), minute as u32)));
        for (_, series) in &places {
            let at = |values: &[f64]| Value::number(values.get(minute).copied());
            let some = |values: &[Option<f64>]| Value::number(values.get(minute).copied().flatten());
            row.extend([
                at(&series.attempts_per_s),
                at(&series.queue),
                at(&series.in_service),
                at(&series.orbit),
                some(&series.wait_s),
                some(&series.load),
            ]);
        }
        row.push(Value::number(material.forecast.finished.get(minute).copied()));
        row
    };
    let minutes = places.iter().map(|(_, series)| series.attempts_per_s.len()).max().unwrap_or(0);
    let rows = (0..minutes).map(row).collect();
    DataTable { name: words.minutes.to_owned(), columns, rows }
}
