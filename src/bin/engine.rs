//! The engine of a worker: requests in, figures out; static/worker.js carries both.

use std::cell::RefCell;

use js_sys::{Array, Float64Array};
use stagger::worker::{Desk, Outcome, Request};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Answers a request: nothing, figures or text, or null, which says that it was refused. `rows` are the figures of all
/// units, in order, where they are to be summed up.
#[wasm_bindgen]
pub fn answer(text: &str, rows: &Array) -> JsValue {
    let rows: Vec<f64> =
        rows.iter().filter_map(|row| Some(row.dyn_ref::<Float64Array>()?.to_vec())).flatten().collect();
    let answer = Request::read(text).and_then(|request| DESK.with_borrow_mut(|desk| desk.handle(request, &rows)));
    match answer {
        Some(Outcome::Figures(figures)) => Float64Array::from(&figures[..]).into(),
        Some(Outcome::Text(text)) => text.into(),
        Some(Outcome::Refused) => JsValue::NULL,
        None => JsValue::UNDEFINED,
    }
}

fn main() {}
