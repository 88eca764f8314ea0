//! Questions of scripts that take long: each goes to a worker, and its promise is kept when the answer is there.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Promise};
use litemap::LiteMap;
use wasm_bindgen::JsValue;

use super::crew::{Crew, News};
use super::failure::Voice;
use super::values;
use crate::plan::CheckedPlan;
use crate::wire::answer::AnswerError;
use crate::wire::plan_file;
use crate::worker::{Form, Job, Outcome, Purpose, Question, Task};

/// The questions that are open.
#[derive(Default)]
pub(super) struct Questions {
    crew: OnceCell<Crew>,
    open: Rc<RefCell<LiteMap<u64, Open>>>,
}

/// Keeps or breaks a promise.
struct Open {
    keep: Function,
    give_up: Function,
    voice: Rc<Voice>,
}

impl Questions {
    pub(super) fn ask(&self, plan: &CheckedPlan, question: Question, options: &str, voice: &Rc<Voice>) -> Promise {
        let number = self.crew().revision();
        let promise = Promise::new(&mut |keep, give_up| {
            self.open.borrow_mut().insert(number, Open { keep, give_up, voice: Rc::clone(voice) });
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
    let (number, text) = match news {
        News::Done { revision, outcome: Outcome::Text(text), .. } => (revision, Some(text.clone())),
        News::Done { revision, .. } | News::GaveUp { revision, .. } => (revision, None),
        News::Progress(_) => return,
    };
    let Some(Open { keep, give_up, voice }) = open.borrow_mut().remove(number) else { return };
    // Neither function throws: they belong to the promise.
    let _ = match text.and_then(|text| values::parsed(text).ok()) {
        Some(answer) => keep.call1(&JsValue::NULL, &answer),
        None => give_up.call1(&JsValue::NULL, &voice.failure(&AnswerError::Interrupted)),
    };
}
