//! What was typed into a field and cannot be used, kept until it is mended or the value beside it changes.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A text that the plan does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub typed: String,
    /// The text of the plan's own value when it was typed.
    pub beside: String,
    /// Why it cannot be used.
    pub reason: String,
}

/// The drafts of all fields by id; they outlive the forms.
#[derive(Clone, Default)]
pub struct Drafts(Rc<RefCell<BTreeMap<String, Draft>>>);

impl PartialEq for Drafts {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Drafts {
    /// The draft of a field whose value is still the one it was typed beside.
    pub fn of(&self, field: &str, value: &str) -> Option<Draft> {
        self.0.borrow().get(field).filter(|draft| draft.beside == value).cloned()
    }

    /// Keeps a draft, or forgets the one there was.
    pub fn keep(&self, field: &str, draft: Option<Draft>) {
        let mut drafts = self.0.borrow_mut();
        match draft {
            Some(draft) => drop(drafts.insert(field.to_owned(), draft)),
            None => drop(drafts.remove(field)),
        }
    }
}
