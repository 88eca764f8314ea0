//! Every value that the forecast rests on, in the unit of the page, which stands beside it.

use super::{DataTable, Value};
use crate::explain::place::place;
use crate::explain::trust::{Weak, numbers};
use crate::explain::unit::Unit;
use crate::export::material::Material;
use crate::text::data::{DataWords, words};

pub(super) fn table(material: &Material) -> DataTable {
    let words = words(material.language);
    let row = |(index, number): (usize, &Weak)| row(material, index + 1, number, words);
    let columns = [
        words.number,
        words.name,
        words.value,
        words.low,
        words.high,
        words.unit,
        words.kind,
        words.source,
        words.address,
        words.field,
    ];
    DataTable {
        name: words.assumptions.to_owned(),
        columns: columns.map(str::to_owned).to_vec(),
        rows: numbers(material.plan()).iter().enumerate().map(row).collect(),
    }
}

fn row(material: &Material, at: usize, number: &Weak, words: &DataWords) -> Vec<Value> {
    let plan = material.plan();
    let unit = match number.pointer.as_str() {
        "/members/counts" => Unit::People,
        pointer => Unit::of(pointer),
    };
    let shown = |value: f64| Value::number(Some(unit.shown(value)));
    let ends = |end: fn((f64, f64)) -> f64| number.range.map_or(Value::Empty, |range| shown(end(range)));
    let source = plan.sources.get(&number.pointer);
    // Of a table by the clock there is no one value.
    let is_table = number.pointer.ends_with("/background") || number.pointer == "/arrivals/starters_table";
    vec![
        Value::Number(at as f64),
        Value::Text(place(material.language, plan, &number.pointer)),
        if is_table { Value::Empty } else { shown(number.value) },
        ends(|(low, _)| low),
        ends(|(_, high)| high),
        Value::text(words.units[unit as usize]),
        Value::text(material.text().assumptions.kind(number.kind)),
        source.map_or(Value::Empty, |source| Value::text(source.text.trim())),
        source.and_then(|source| source.url.clone()).map_or(Value::Empty, Value::Text),
        Value::text(&number.pointer),
    ]
}
