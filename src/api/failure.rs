//! Errors as JavaScript knows them, with `code`, `pointer` and a message in the language of the page.

use js_sys::{Error, JSON, Reflect};
use wasm_bindgen::JsValue;

use crate::explain;
use crate::plan::Issue;
use crate::text::Language;
use crate::wire::answer::{Advice, AnswerError, issue_list};

/// Whoever finds the words.
pub(super) struct Voice {
    pub(super) language: Box<dyn Fn() -> Language>,
    pub(super) advise: fn(Language, &Issue) -> Advice,
}

impl Voice {
    pub(super) fn advice(&self, issue: &Issue) -> Advice {
        (self.advise)((self.language)(), issue)
    }

    /// The error that a promise is rejected with; a plan with faults adds `issues`, the list that `check` gives.
    pub(super) fn failure(&self, error: &AnswerError) -> JsValue {
        let failure = Error::new(&self.message(error));
        failure.set_name("StaggerError");
        set(&failure, "code", &error.code().into());
        set(&failure, "pointer", &error.pointer().into());
        if let AnswerError::Blocked(issues) = error {
            let list = issue_list(issues, &|issue| self.advice(issue));
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
            AnswerError::Blocked(issues) => {
                let first = issues.first().map(|issue| self.advice(issue));
                let first = first.map_or_else(String::new, |advice| format!("{} {}", advice.message, advice.remedy));
                explain::wire::blocked(language, issues.len(), &first)
            }
        }
    }
}

fn set(error: &Error, name: &str, value: &JsValue) {
    // A new property of an error can always be set.
    let _ = Reflect::set(error, &name.into(), value);
}
