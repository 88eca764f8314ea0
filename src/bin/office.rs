//! The office of the page: a request and a plan in, a document out; static/documents.js fetches it once one is asked for.

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use plotters::prelude::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use stagger::chart::{Measured, Theme, draw};
use stagger::export::annex::Draft;
use stagger::export::documents::{DOTS_PER_INCH, Document, Refusal, Request, document};
use stagger::export::paste::Pasted;
use stagger::export::picture::{Drawing, Picture};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

thread_local! {
    /// What is to be painted, and by how much it is enlarged.
    static PAINTINGS: RefCell<Vec<(Picture, f64)>> = const { RefCell::new(Vec::new()) };
    /// The file that waits for its pictures.
    static DRAFT: RefCell<Option<Box<Draft>>> = const { RefCell::new(None) };
}

/// A document of a plan file: its kind (`view`, `file`, `pasted`, `painting`, `draft`), its name, its media type or the
/// text that goes with it, and what it is: elements, text, bytes, the size of the canvas, or the sizes of many. The kind
/// `simulate` asks for a simulation first; another one alone says why there is no document.
#[wasm_bindgen]
pub fn make(plan: &str, options: &str) -> Array {
    told(document(plan, &Request::read(options)))
}

/// The file whose pictures were painted, as PNG and in the order of their sizes; told as by [`make`].
#[wasm_bindgen]
pub fn complete(pictures: Array) -> Array {
    let Some(draft) = DRAFT.take() else { return Array::of1(&Refusal::Pictures.to_string().into()) };
    let pictures: Vec<Vec<u8>> = pictures.iter().map(|bytes| Uint8Array::new(&bytes).to_vec()).collect();
    told(draft.with(&pictures))
}

fn told(document: Result<Document, Refusal>) -> Array {
    match document {
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
            PAINTINGS.set(vec![(*picture, scale)]);
            Array::of4(&"painting".into(), &name.into(), &"image/png".into(), &size(pixels).into())
        }
        Ok(Document::Draft(draft)) => {
            let paintings = draft.paintings();
            let sizes: Array = paintings.iter().map(|painting| size(painting.pixels)).collect();
            PAINTINGS.set(paintings.iter().map(|painting| (painting.picture.clone(), painting.scale)).collect());
            DRAFT.set(Some(draft));
            Array::of4(&"draft".into(), &JsValue::NULL, &JsValue::NULL, &sizes.into())
        }
        Err(refusal) => Array::of1(&refusal.to_string().into()),
    }
}

fn size((width, height): (u32, u32)) -> Array {
    Array::of2(&width.into(), &height.into())
}

/// Whether a document is to say how sure its figures are.
#[wasm_bindgen]
pub fn asks_for_risk(options: &str) -> bool {
    Request::read(options).wants_risk()
}

/// Paints one of what was asked for last, counted from 0, on a canvas of its size; `false` where the canvas refuses.
#[wasm_bindgen]
pub fn paint(canvas: HtmlCanvasElement, number: usize) -> bool {
    PAINTINGS.with_borrow(|paintings| {
        let Some((Drawing::Chart(image), scale)) =
            paintings.get(number).map(|(picture, scale)| (&picture.drawing, scale))
        else {
            return false;
        };
        let Some(backend) = CanvasBackend::with_canvas_object(canvas) else { return false };
        draw(image, None, &Theme::paper().scaled(*scale), &Measured::new(backend).into_drawing_area()).is_ok()
    })
}

/// PNG that says how many dots it has to the inch.
#[wasm_bindgen]
pub fn dense(png: &[u8]) -> Vec<u8> {
    stagger::export::density::with_density(png, DOTS_PER_INCH)
}

fn main() {}
