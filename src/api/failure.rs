//! Errors as JavaScript knows them, with `code`, `pointer` and a message in the language of the page.

use js_sys::{Error, JSON, Reflect};
use wasm_bindgen::JsValue;

use crate::explain::{self, issue::Explained};
use crate::plan::{Issue, Plan};
use crate::text::Language;
use crate::wire::answer::{Advice, AnswerError, issue_list};

/// Whoever finds the words, in the language that the page has at the time.
pub(super) struct Voice {
    language: Box<dyn Fn() -> Language>,
}

impl Voice {
    pub(super) fn new(language: impl Fn() -> Language + 'static) -> Self {
        Self { language: Box::new(language) }
    }

    pub(super) fn advice(&self, plan: &Plan, issue: &Issue) -> Advice {
        let Explained { place, message, remedy } = explain::issue::issue((self.language)(), plan, issue);
        Advice { place, message, remedy }
    }

    /// The error that a promise is rejected with; a plan with faults adds `issues`, the list that `check` gives.
    pub(super) fn failure(&self, error: &AnswerError) -> JsValue {
        let failure = Error::new(&self.message(error));
        failure.set_name("StaggerError");
        set(&failure, "code", &error.code().into());
        set(&failure, "pointer", &error.pointer().into());
        if let AnswerError::Blocked { plan, issues } = error {
            let list = issue_list(plan, issues, &|plan, issue| self.advice(plan, issue));
            set(&failure, "issues", &JSON::parse(&list).unwrap_or(JsValue::NULL));
        }
        failure.into()
    }

    /// What is wrong and what to do.
    fn message(&self, error: &AnswerError) -> String {
        let language = (self.language)();
        match error {
            AnswerError::PlanFile(error) => explain::wire::plan_file_error(language, error),
            AnswerError::Link(error) => explain::wire::link_error(language, error),
            AnswerError::Blocked { plan, issues } => explain::wire::blocked(language, plan, issues),
            AnswerError::Interrupted => language.catalogue().wire_errors.interrupted.to_owned(),
            AnswerError::Cancelled => language.catalogue().wire_errors.cancelled.to_owned(),
        }
    }
}

fn set(error: &Error, name: &str, value: &JsValue) {
    // A new property of an error can always be set.
    let _ = Reflect::set(error, &name.into(), value);
}
