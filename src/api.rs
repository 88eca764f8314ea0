//! `window.stagger`: the planner for scripts, in the page they run in.
//!
//! ```text
//! JavaScript value ──JSON.stringify──▶ text ──▶ wire::answer ──▶ text ──JSON.parse──▶ JavaScript value
//! ```
//!
//! Every function returns a promise. What it gives and how it fails: docs/programme-interface.md.

mod crew;
mod failure;
mod questions;
mod values;
pub mod zones;

use std::rc::Rc;

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, Window};

use crate::forecast::MODEL;
use crate::text::Language;
use crate::wire::answer::{self, AnswerError};
use crate::worker::Question;
pub use crew::{Crew, News};
pub(crate) use crew::{loader, offered};
use failure::Voice;
use questions::Questions;
use zones::BrowserTimeZones;

/// The name on `window`.
const NAME: &str = "stagger";

/// Raised on `window` once the object is there.
const READY_EVENT: &str = "stagger:ready";

type Answer = Result<JsValue, JsValue>;

/// Puts the object on `window` and raises the event `stagger:ready` there. Answers are in the language that the page
/// has when they are given.
pub fn install(language: impl Fn() -> Language + 'static) {
    let voice = Rc::new(Voice::new(language));
    let object = Object::new();
    set(&object, "ready", &Promise::resolve(&JsValue::UNDEFINED));
    set(&object, "version", &env!("CARGO_PKG_VERSION").into());
    set(&object, "model", &MODEL.into());
    method(&object, "check", &voice, |voice, plan| {
        let list = answer::check(&values::plan_text(plan), &BrowserTimeZones, &|plan, issue| voice.advice(plan, issue));
        values::parsed(list.map_err(|error| voice.failure(&error.into()))?)
    });
    method(&object, "forecast", &voice, |voice, plan| {
        let forecast = answer::forecast(&values::plan_text(plan));
        values::parsed(forecast.map_err(|error| voice.failure(&error))?)
    });
    method(&object, "encode", &voice, |voice, plan| text(voice, answer::encode(&values::plan_text(plan))));
    method(&object, "decode", &voice, |voice, link| {
        let plan = answer::decode(&link.as_string().unwrap_or_default());
        values::parsed(plan.map_err(|error| voice.failure(&error.into()))?)
    });
    method(&object, "fingerprint", &voice, |voice, plan| text(voice, answer::fingerprint(&values::plan_text(plan))));
    let questions = Rc::new(Questions::default());
    question(&object, "simulate", &voice, &questions, Question::Simulate);
    question(&object, "risk", &voice, &questions, Question::Risk);
    question(&object, "schedule", &voice, &questions, Question::Schedule);
    announce(&Object::freeze(&object));
}

fn text<E: Into<AnswerError>>(voice: &Voice, answer: Result<String, E>) -> Answer {
    answer.map(JsValue::from).map_err(|error| voice.failure(&error.into()))
}

fn method(object: &Object, name: &str, voice: &Rc<Voice>, answer: impl Fn(&Voice, &JsValue) -> Answer + 'static) {
    let voice = Rc::clone(voice);
    let function =
        Closure::<dyn Fn(JsValue) -> Promise>::new(move |argument: JsValue| match answer(&voice, &argument) {
            Ok(value) => Promise::resolve(&value),
            Err(error) => Promise::reject(&error),
        });
    // The object lives as long as the page, and so do its functions.
    set(object, name, &function.into_js_value());
}

/// A function of a plan and options whose answer takes long: a worker finds it.
fn question(object: &Object, name: &str, voice: &Rc<Voice>, questions: &Rc<Questions>, question: Question) {
    let (voice, questions) = (Rc::clone(voice), Rc::clone(questions));
    let function = Closure::<dyn Fn(JsValue, JsValue, JsValue) -> Promise>::new(
        move |plan: JsValue, options: JsValue, beside: JsValue| match answer::checked(&values::plan_text(&plan)) {
            Ok(plan) => questions.ask(&plan, question, &values::plan_text(&options), &beside, &voice),
            Err(error) => Promise::reject(&voice.failure(&error)),
        },
    );
    set(object, name, &function.into_js_value());
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // A property of a plain object that is not frozen yet can always be set.
    let _ = Reflect::set(object, &name.into(), value);
}

fn announce(object: &Object) {
    let Ok(window) = js_sys::global().dyn_into::<Window>() else { return };
    set(&window, NAME, object);
    if let Ok(event) = Event::new(READY_EVENT) {
        // The answer only says whether a listener objected.
        let _ = window.dispatch_event(&event);
    }
}
