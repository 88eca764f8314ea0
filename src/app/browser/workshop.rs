//! The way to the workshop: its program, files and pasted text for it, and what an event in its panel means.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, DataTransfer, DragEvent, Event, File, HtmlInputElement, HtmlTextAreaElement, InputEvent,
};
use yew::TargetCast;

use super::attribute_around;
use crate::api::{loader, offered};
use crate::text::Language;
use crate::text::format::duration;

/// What the workshop answers.
pub struct Answer {
    /// Elements, as `wire::workshop` reads them.
    pub shown: String,
    /// A plan file that came of a step.
    pub plan: Option<String>,
    /// It is to stand beside the plan in hand.
    pub is_new: bool,
    /// Name of the step for undo.
    pub word: String,
    /// What the programme interface is to be asked: its function, a plan file, the subject that asks, and the options;
    /// one piece alone = what was asked is wanted no more.
    pub asked: Vec<String>,
}

/// What somebody means by an event in a panel: how, what, and the option or value.
pub struct Meant {
    pub act: String,
    pub name: String,
    pub option: String,
}

/// Asks the workshop, whose program is fetched where it is not there yet; `None` = it cannot be fetched, or has fallen
/// over.
pub async fn ask_workshop(request: &[&str], bytes: Option<Uint8Array>) -> Option<Answer> {
    let handle: Function = offered("loadWorkshop").await?.dyn_into().ok()?;
    let request: Array = request.iter().map(|word| JsValue::from_str(word)).collect();
    let answer = handle.call2(&JsValue::NULL, &request, &bytes.unwrap_or_default()).ok()?;
    let answer = JsFuture::from(Promise::resolve(&answer)).await.ok()?.dyn_into::<Array>().ok()?;
    Some(Answer {
        shown: answer.get(0).as_string()?,
        plan: answer.get(1).as_string(),
        is_new: answer.get(2).is_truthy(),
        word: answer.get(3).as_string().unwrap_or_default(),
        asked: answer.slice(4, 8).iter().map(|text| text.as_string().unwrap_or_default()).collect(),
    })
}

/// Asks a function of the programme interface, or one that the page's script offers, of a plan file: its answer as JSON,
/// empty where there is none or `cancel` was used. How far it is goes to the place that the panel has for it.
pub async fn ask_programme(
    question: &str,
    plan: &str,
    options: &str,
    cancel: &AbortController,
    language: Language,
) -> String {
    let progress = Closure::<dyn Fn(JsValue)>::new(move |told: JsValue| show_progress(&told, language));
    let answer = async {
        let programme = Reflect::get(&js_sys::global(), &"stagger".into()).ok()?;
        let function = |of: &JsValue| Reflect::get(of, &question.into()).ok()?.dyn_into::<Function>().ok();
        let function = function(&programme).or_else(|| function(&loader()?.into()))?;
        let beside = Object::new();
        Reflect::set(&beside, &"signal".into(), &cancel.signal()).ok()?;
        Reflect::set(&beside, &"progress".into(), progress.as_ref()).ok()?;
        let promise = function.call3(&programme, &plan.into(), &options.into(), &beside).ok()?;
        let answer = JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()?;
        js_sys::JSON::stringify(&answer).ok().map(String::from)
    };
    answer.await.unwrap_or_default()
}

/// Sets the bar and the time that is left, where the panel shows them.
fn show_progress(told: &JsValue, language: Language) {
    let figure = |name: &str| Reflect::get(told, &name.into()).ok().and_then(|figure| figure.as_f64());
    let document = gloo::utils::document();
    let place = |id: &str| document.get_element_by_id(id);
    if let Some((bar, done)) = place("workshop-done").zip(figure("done")) {
        // An attribute of this name can be set.
        let _ = bar.set_attribute("value", &(done / figure("of").unwrap_or(1.0)).to_string());
    }
    if let Some((text, left)) = place("workshop-left").zip(figure("remaining_ms")) {
        text.set_text_content(Some(&duration(language, libm::ceil(left / 1000.0))));
    }
}

/// What an event is about; `None` where nothing in the panel acts.
pub fn meant(event: &Event) -> Option<Meant> {
    let of = |attribute| attribute_around(event, attribute).unwrap_or_default();
    Some(Meant { act: attribute_around(event, "data-act")?, name: of("data-name"), option: of("data-option") })
}

/// The value of the field of an event: its text, the value of its option, or whether it is checked.
pub fn field_value(event: &Event) -> String {
    let field = event.target_unchecked_into::<HtmlInputElement>();
    if field.type_() == "checkbox" { field.checked().to_string() } else { field.value() }
}

/// The id of the element of an event.
pub fn field_id(event: &Event) -> String {
    event.target_unchecked_into::<HtmlInputElement>().id()
}

/// Whether the workshop is to hear of an input before the field is left: something was pasted, or a handle is dragged.
pub fn is_said_at_once(event: &InputEvent) -> bool {
    // A file that is chosen and a handle that is dragged are events of another kind.
    event.dyn_ref::<InputEvent>().is_some_and(|event| event.input_type() == "insertFromPaste")
        || event.target_unchecked_into::<HtmlInputElement>().type_() == "range"
}

/// What is pasted where no field takes it.
pub fn pasted(event: &Event) -> Option<String> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    if matches!(target.local_name().as_str(), "input" | "textarea") {
        return None;
    }
    let clipboard = Reflect::get(event, &"clipboardData".into()).ok()?.dyn_into::<DataTransfer>().ok()?;
    clipboard.get_data("text").ok().filter(|text| !text.is_empty())
}

/// The text in the area of that id.
pub fn text_of(id: &str) -> String {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    element
        .and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok())
        .map(|area| area.value())
        .unwrap_or_default()
}

/// The file that was chosen; the field is emptied, so that the same one can be chosen again.
pub fn chosen_file(event: &Event) -> Option<File> {
    let field = event.target_unchecked_into::<HtmlInputElement>();
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// The file that was dropped.
pub fn dropped_file(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// The bytes of a file; `None` where the browser cannot read it.
pub async fn bytes_of(file: &File) -> Option<Uint8Array> {
    JsFuture::from(file.array_buffer()).await.ok().map(|buffer| Uint8Array::new(&buffer))
}
