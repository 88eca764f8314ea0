//! The workshop of the page: requests in, elements and plans out; static/load.js fetches it once it is wanted.

use std::cell::RefCell;

use js_sys::{Array, Object, Reflect};
use stagger::workshop::desk::{Answer, Asked, Desk};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str, options: &Object) -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = location, js_name = toString)]
    fn place() -> String;
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::new(Desk::new(decoded).at(address()));
}

/// The address of the page, without parameters and fragment.
fn address() -> String {
    place().split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Decodes as this browser does; what it does not know, or what does not fit where it must, gives nothing.
fn decoded(label: &str, bytes: &[u8], is_strict: bool) -> Option<String> {
    let options = Object::new();
    Reflect::set(&options, &"fatal".into(), &is_strict.into()).ok()?;
    TextDecoder::new(label, &options).ok()?.decode(bytes).ok()
}

/// Answers a request: what to show; a plan file or nothing, whether it is a plan of its own, and a name for the step;
/// and, where the programme interface is to be asked, its function, a plan file, the subject and the options, or one
/// value alone where what was asked is wanted no more.
/// Nothing at all says that the request could not be understood.
#[wasm_bindgen]
pub fn handle(request: Vec<String>, bytes: &[u8]) -> Option<Array> {
    let request: Vec<&str> = request.iter().map(String::as_str).collect();
    let Answer { shown, plan, word, asked, is_stopped } = DESK.with_borrow_mut(|desk| desk.handle(&request, bytes))?;
    let (plan, is_new) = plan.map_or((JsValue::UNDEFINED, false), |(plan, is_new)| (plan.into(), is_new));
    let answer = Array::of4(&shown.into(), &plan, &is_new.into(), &word.into());
    if let Some(Asked { subject, question, plan, options }) = asked {
        [question, plan, subject, options].into_iter().for_each(|text| {
            answer.push(&text.into());
        });
    }
    if is_stopped {
        answer.push(&true.into());
    }
    Some(answer)
}

fn main() {}
