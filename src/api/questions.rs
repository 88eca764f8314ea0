//! Questions of scripts that take long: each goes to a worker, and its promise is kept when the answer is there.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Function, Promise, Reflect};
use litemap::LiteMap;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::AbortSignal;

use super::crew::{Crew, News};
use super::failure::Voice;
use super::values;
use crate::plan::CheckedPlan;
use crate::wire::answer::AnswerError;
use crate::wire::plan_file;
use crate::worker::{Form, Job, Outcome, Progress, Purpose, Question, Task};

/// The questions that are open.
#[derive(Default)]
pub(super) struct Questions {
    crew: OnceCell<Crew>,
    open: Rc<RefCell<LiteMap<u64, Open>>>,
}

/// Keeps or breaks a promise, and tells how far its answer is.
struct Open {
    keep: Function,
    give_up: Function,
    progress: Option<Function>,
    voice: Rc<Voice>,
    _cancel: Option<EventListener>,
}

impl Questions {
    /// `beside`: what may hold a signal to cancel by and a function to tell the progress to.
    pub(super) fn ask(
        &self,
        plan: &CheckedPlan,
        question: Question,
        options: &str,
        beside: &JsValue,
        voice: &Rc<Voice>,
    ) -> Promise {
        // What is no object holds nothing.
        let part = |name: &str| Reflect::get(beside, &name.into()).ok();
        let signal: Option<AbortSignal> = part("signal").and_then(|signal| signal.dyn_into().ok());
        if signal.as_ref().is_some_and(AbortSignal::aborted) {
            return Promise::reject(&voice.failure(&AnswerError::Cancelled));
        }
        let number = self.crew().revision();
        let cancel = signal.map(|signal| {
            let (crew, open) = (self.crew().clone(), Rc::clone(&self.open));
            EventListener::once(&signal, "abort", move |_| {
                crew.drop(Purpose::Script(number));
                end(&open, number, Err(AnswerError::Cancelled));
            })
        });
        let mut cancel = Some(cancel);
        let promise = Promise::new(&mut |keep, give_up| {
            let progress = part("progress").and_then(|progress| progress.dyn_into().ok());
            let open = Open { keep, give_up, progress, voice: Rc::clone(voice), _cancel: cancel.take().flatten() };
            self.open.borrow_mut().insert(number, open);
        });
        let task = Task::Study { question, form: Form::Script, options: Rc::from(options) };
        let job = Job {
            purpose: Purpose::Script(number),
            revision: number,
            plan: Rc::from(plan_file::write_alone(plan.plan())),
            task,
        };
        self.crew().ask(job);
        promise
    }

    /// The workers; they are listened to from the first question on.
    fn crew(&self) -> &Crew {
        self.crew.get_or_init(|| {
            let open = Rc::clone(&self.open);
            let crew = Crew::shared();
            crew.listen(|purpose| matches!(purpose, Purpose::Script(_)), move |news| hear(&open, news));
            crew
        })
    }
}

fn hear(open: &RefCell<LiteMap<u64, Open>>, news: &News) {
    match news {
        News::Progress(Progress { revision, done, of, remaining_ms, .. }) => {
            let progress = open.borrow().get(revision).and_then(|open| open.progress.clone());
            if let Some(progress) = progress {
                let left = remaining_ms.map_or_else(|| "null".to_owned(), |left| left.to_string());
                let told = values::parsed(format!(r#"{{"done":{done},"of":{of},"remaining_ms":{left}}}"#));
                // What a script throws at this is its own affair.
                let _ = told.and_then(|told| progress.call1(&JsValue::NULL, &told));
            }
        }
        News::Done { revision, outcome: Outcome::Text(text), .. } => {
            end(open, *revision, values::parsed(text.clone()).map_err(|_| AnswerError::Interrupted));
        }
        News::Done { revision, .. } | News::GaveUp { revision, .. } => {
            end(open, *revision, Err(AnswerError::Interrupted));
        }
    }
}

/// Keeps or breaks the promise of a question, if it is open.
fn end(open: &RefCell<LiteMap<u64, Open>>, number: u64, answer: Result<JsValue, AnswerError>) {
    let Some(Open { keep, give_up, voice, .. }) = open.borrow_mut().remove(&number) else { return };
    // Neither function throws: they belong to the promise.
    let _ = match answer {
        Ok(answer) => keep.call1(&JsValue::NULL, &answer),
        Err(error) => give_up.call1(&JsValue::NULL, &voice.failure(&error)),
    };
}
