//! The office of the page: a request and a plan in, a document out; static/office.js fetches it once one is asked for.

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use plotters::prelude::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use stagger::chart::{Measured, Theme, draw};
use stagger::export::documents::{DOTS_PER_INCH, Document, Request, document};
use stagger::export::paste::Pasted;
use stagger::export::picture::{Drawing, Picture};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

thread_local! {
    /// What is to be painted next, and by how much it is enlarged.
    static PAINTING: RefCell<Option<(Box<Picture>, f64)>> = const { RefCell::new(None) };
}

/// A document of a plan file: its kind (`view`, `file`, `pasted`, `painting`), its name, its media type or the text that
/// goes with it, and what it is: elements, text, bytes, or the size of the canvas. The kind `simulate` asks for a simulation first; another one alone says why
/// there is no document.
#[wasm_bindgen]
pub fn make(plan: &str, options: &str) -> Array {
    match document(plan, &Request::read(options)) {
        Ok(Document::WaitsForSimulation) => Array::of1(&"simulate".into()),
        Ok(Document::View(text)) => Array::of4(&"view".into(), &JsValue::NULL, &JsValue::NULL, &text.into()),
        Ok(Document::Text { name, media, text }) => {
            Array::of4(&"file".into(), &name.into(), &media.into(), &text.into())
        }
        Ok(Document::Bytes { name, media, bytes }) => {
            Array::of4(&"file".into(), &name.into(), &media.into(), &Uint8Array::from(&bytes[..]).into())
        }
        Ok(Document::Pasted(Pasted { html, text })) => {
            Array::of4(&"pasted".into(), &JsValue::NULL, &text.into(), &html.into())
        }
        Ok(Document::Painting { name, picture, pixels, scale }) => {
            PAINTING.set(Some((picture, scale)));
            let size = Array::of2(&pixels.0.into(), &pixels.1.into());
            Array::of4(&"painting".into(), &name.into(), &"image/png".into(), &size.into())
        }
        Err(refusal) => Array::of1(&refusal.to_string().into()),
    }
}

/// Whether a document is to say how sure its figures are.
#[wasm_bindgen]
pub fn asks_for_risk(options: &str) -> bool {
    Request::read(options).wants_risk()
}

/// Paints what was asked for last on a canvas of the size that was said; `false` where the canvas refuses.
#[wasm_bindgen]
pub fn paint(canvas: HtmlCanvasElement) -> bool {
    let Some((picture, scale)) = PAINTING.take() else { return false };
    let (Drawing::Chart(image), Some(backend)) = (&picture.drawing, CanvasBackend::with_canvas_object(canvas)) else {
        return false;
    };
    draw(image, None, &Theme::paper().scaled(scale), &Measured::new(backend).into_drawing_area()).is_ok()
}

/// PNG that says how many dots it has to the inch.
#[wasm_bindgen]
pub fn dense(png: &[u8]) -> Vec<u8> {
    stagger::export::density::with_density(png, DOTS_PER_INCH)
}

fn main() {}
