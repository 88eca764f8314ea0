//! The engine of a worker: requests in, figures out; static/worker.js carries both.

use std::cell::RefCell;

use js_sys::{Array, Float64Array};
use stagger::worker::{Answer, Desk, Outcome, Request};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Answers a request: nothing, or `[job, part, figures or text]`, where neither says that the plan was refused.
#[wasm_bindgen]
pub fn handle(text: &str) -> JsValue {
    let answer = Request::read(text).and_then(|request| DESK.with_borrow_mut(|desk| desk.handle(request)));
    let row = |job: u64, part: u32, figures: JsValue| {
        Array::of3(&JsValue::from_f64(job as f64), &JsValue::from_f64(f64::from(part)), &figures).into()
    };
    match answer {
        Some(Answer::Part { job, part, outcome: Outcome::Figures(figures) }) => {
            row(job, part, Float64Array::from(&figures[..]).into())
        }
        Some(Answer::Part { job, part, outcome: Outcome::Text(text) }) => row(job, part, text.into()),
        Some(Answer::Refused { job, part }) => row(job, part, JsValue::NULL),
        Some(Answer::Ready) | None => JsValue::NULL,
    }
}

fn main() {}
