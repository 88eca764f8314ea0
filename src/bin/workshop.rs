//! The workshop of the page: requests in, elements and plans out; static/load.js fetches it once it is wanted.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use stagger::wire::one_file;
use stagger::workshop::desk::{self, Answer, Asked, Desk};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str, options: &Object) -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;

    type Blob;

    #[wasm_bindgen(constructor, catch)]
    fn new(parts: &Array, options: &Object) -> Result<Blob, JsValue>;

    #[wasm_bindgen(catch, js_namespace = URL, js_name = createObjectURL)]
    fn address_of(blob: &Blob) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = URL, js_name = revokeObjectURL)]
    fn forget_address(address: &str);

    type Element;

    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    fn create_element(tag: &str) -> Element;

    #[wasm_bindgen(js_namespace = document, js_name = querySelector)]
    fn query_selector(selector: &str) -> Option<Element>;

    #[wasm_bindgen(method)]
    fn click(this: &Element);

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
pub async fn handle(request: Vec<String>, bytes: Vec<u8>) -> Option<Array> {
    let ask = |request: &[&str], bytes: &[u8]| DESK.with_borrow_mut(|desk| desk.handle(request, bytes));
    let mut answer = ask(&request.iter().map(String::as_str).collect::<Vec<_>>(), &bytes)?;
    if let Some(asked) = answer.asked.take_if(|asked| asked.question == desk::ONE_FILE) {
        let told = if save_one_file(&asked).await.is_some() { desk::SAVED } else { "" };
        answer = ask(&["told", &asked.subject, &asked.options, told], &[])?;
    }
    let Answer { shown, plan, word, asked, is_stopped } = answer;
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

/// The address of the planner on the web: of the page, or of where the one file came from that this is; else empty.
fn site() -> String {
    let from = || {
        let inside = query_selector("#plan-inside")?;
        let data = Reflect::get(&inside, &"dataset".into()).ok()?;
        Reflect::get(&data, &"site".into()).ok()?.as_string()
    };
    Some(address()).filter(|address| address.starts_with("http")).or_else(from).unwrap_or_default()
}

/// Hands the whole planner to the reader as one file, with the plan inside; `None` = it cannot be had.
async fn save_one_file(asked: &Asked) -> Option<()> {
    // The page's own script has it, or fetches it from beside the page.
    let loader = query_selector("script[data-later-worker]")?;
    let offer: Function = Reflect::get(&loader, &"oneFile".into()).ok()?.dyn_into().ok()?;
    let promise: Promise = offer.call0(&loader).ok()?.dyn_into().ok()?;
    let page = Uint8Array::new(&JsFuture::from(promise).await.ok()?).to_vec();
    let filled = one_file::put(&page, &asked.plan, &site())?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"text/html".into()).ok()?;
    let blob = Blob::new(&Array::of1(&Uint8Array::from(&filled[..])), &options).ok()?;
    let address = address_of(&blob).ok()?;
    let link = create_element("a");
    Reflect::set(&link, &"href".into(), &address.as_str().into()).ok()?;
    Reflect::set(&link, &"download".into(), &asked.options.as_str().into()).ok()?;
    link.click();
    forget_address(&address);
    Some(())
}

fn main() {}
