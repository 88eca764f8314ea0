//! What was typed into a field and cannot be used, kept until it is mended or the value beside it changes.

use litemap::LiteMap;
use std::cell::RefCell;
use std::rc::Rc;

use super::view_state::Section;

/// A text that the plan does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub typed: String,
    /// The text of the plan's own value when it was typed.
    pub beside: String,
    /// Why it cannot be used.
    pub reason: String,
}

/// The drafts of all fields of one plan by id; they outlive the forms.
#[derive(Clone, Default)]
pub struct Drafts(Rc<RefCell<LiteMap<String, Draft>>>);

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

    /// The fields of a section that hold a draft. `shown` is what stands in a field by the plan, where that is known:
    /// a draft beside another value counts no more.
    pub fn waiting(&self, section: Section, shown: impl Fn(&str) -> Option<String>) -> Vec<String> {
        let drafts = self.0.borrow();
        let waits = |(field, draft): &(&String, &Draft)| {
            section_of(field) == section && shown(field).is_none_or(|shown| shown == draft.beside)
        };
        drafts.iter().filter(waits).map(|(field, _)| field.clone()).collect()
    }
}

/// The section whose form has the field of that id.
fn section_of(field: &str) -> Section {
    let begins = |starts: &[&str]| starts.iter().any(|start| field.starts_with(start));
    if begins(&["field-arrivals", "field-target"]) {
        Section::Arrivals
    } else if begins(&["field-journey", "field-waiting_room"]) {
        Section::Journey
    } else if begins(&["field-windows", "field-cohorts"]) {
        Section::Windows
    } else if begins(&["field-members"]) {
        Section::Members
    } else {
        Section::Plan
    }
}

/// The drafts of every plan that was in hand, each waiting for its plan to come back.
#[derive(Clone, Default)]
pub struct DraftBook(Rc<RefCell<Pages>>);

#[derive(Default)]
struct Pages {
    by_plan: LiteMap<String, Drafts>,
    /// Which taking in hand the page shows now, and its drafts.
    open: Option<(u64, Drafts)>,
}

/// Between the parts of a draft, between drafts; no keyboard types them.
const PART: char = '\u{1f}';
const DRAFT: char = '\u{1e}';

impl DraftBook {
    /// The drafts of the plan called `plan`, which was taken in hand as the `turn`th. Within one turn they stay the
    /// same, though the plan may get another name: an example becomes a plan of one's own by its first edit.
    pub fn in_hand(&self, turn: u64, plan: &str) -> Drafts {
        let mut pages = self.0.borrow_mut();
        let drafts = match &pages.open {
            Some((open, drafts)) if *open == turn => drafts.clone(),
            _ => pages.by_plan.get(plan).cloned().unwrap_or_default(),
        };
        pages.by_plan.retain(|name, other| name == plan || *other != drafts);
        pages.by_plan.insert(plan.to_owned(), drafts.clone());
        pages.open = Some((turn, drafts.clone()));
        drafts
    }

    /// All drafts in one text, for a reload of the page.
    pub fn written(&self) -> String {
        let mut written = String::new();
        for (plan, drafts) in &self.0.borrow().by_plan {
            for (field, Draft { typed, beside, reason }) in drafts.0.borrow().iter() {
                let parts = [plan, field, typed, beside, reason];
                if parts.iter().any(|part| part.contains([PART, DRAFT])) {
                    continue;
                }
                written.push_str(&parts.map(String::as_str).join(&PART.to_string()));
                written.push(DRAFT);
            }
        }
        written
    }

    /// Takes in what [`Self::written`] wrote; what is none of it is left out.
    pub fn take_in(&self, text: &str) {
        for draft in text.split_terminator(DRAFT) {
            let parts: Vec<&str> = draft.split(PART).collect();
            if let [plan, field, typed, beside, reason] = parts.as_slice() {
                let [typed, beside, reason] = [typed, beside, reason].map(|part| (*part).to_owned());
                let mut pages = self.0.borrow_mut();
                let drafts = pages.by_plan.entry((*plan).to_owned()).or_default();
                drafts.keep(field, Some(Draft { typed, beside, reason }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(typed: &str) -> Option<Draft> {
        Some(Draft { typed: typed.to_owned(), beside: "40".to_owned(), reason: "Write a number.".to_owned() })
    }

    fn read(text: &str) -> DraftBook {
        let book = DraftBook::default();
        book.take_in(text);
        book
    }

    const FIELD: &str = "field-arrivals-show_up";

    #[test]
    fn drafts_wait_for_their_plan_and_outlive_a_reload() {
        let book = DraftBook::default();
        book.in_hand(0, "example").keep(FIELD, draft("4x"));
        // The first edit gives the example another name.
        assert!(book.in_hand(0, "mine").of(FIELD, "40").is_some());
        assert_eq!(book.in_hand(1, "other").of(FIELD, "40"), None);
        book.in_hand(1, "other").keep("field-members-counts-1-1", draft("many\nlines"));
        assert_eq!(book.in_hand(2, "example").of(FIELD, "40"), None, "it went with the edited plan");
        for book in [book.clone(), read(&book.written())] {
            assert_eq!(book.in_hand(3, "mine").of(FIELD, "40"), draft("4x"));
            assert_eq!(book.in_hand(4, "other").of("field-members-counts-1-1", "40"), draft("many\nlines"));
        }
    }

    #[test]
    fn a_text_that_is_no_book_gives_none() {
        for text in ["", "abc", "\u{1e}\u{1e}", "a\u{1f}b\u{1e}", "\u{1f}\u{1f}\u{1f}\u{1f}\u{1f}\u{1f}\u{1e}"] {
            assert_eq!(read(text).written(), "");
        }
    }

    #[test]
    fn a_section_knows_what_waits_in_its_form() {
        let drafts = Drafts::default();
        drafts.keep(FIELD, draft("4x"));
        drafts.keep("field-journey-0-rate_per_s", draft("x"));
        let waiting = |section, shown: Option<&str>| drafts.waiting(section, |_| shown.map(str::to_owned));
        assert_eq!(waiting(Section::Arrivals, Some("40")), [FIELD]);
        assert_eq!(waiting(Section::Arrivals, Some("41")), [""; 0], "the value beside it changed");
        assert_eq!(waiting(Section::Journey, None), ["field-journey-0-rate_per_s"]);
        assert_eq!(waiting(Section::Members, None), [""; 0]);
    }
}
