//! The panel of the workshop in a dialog over the page: shows what it is told, and says back what was done to it.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VTag};

use crate::app::browser::{self, Meant};
use crate::app::hooks::{Dispatch, Sight};
use crate::app::parts::button::{Button, Look};
use crate::app::state::{Action, Origin};
use crate::app::view_state::{Section, ViewAction};
use crate::plan::Plan;
use crate::text::Language;
use crate::wire::plan_file;
use crate::wire::workshop::{Element, read};
use crate::workshop::SUBJECTS;

/// Ids of the dialog and its heading.
const DIALOG: &str = "workshop";
const HEADING: &str = "workshop-heading";
/// Id of the heading of an answer, where the panel has one.
const ANSWER: &str = "workshop-answer";

/// Buttons that open the subjects of a section, as many of them as there are.
pub fn doors(sight: &Sight, section: Section) -> Html {
    let words = &sight.text.doors;
    let all = [
        (Section::Members, "members", words.members),
        (Section::Windows, "templates", words.templates),
        (Section::Windows, "cohorts", words.cohorts),
        (Section::Windows, "windows", words.windows),
        (Section::Windows, "notices", words.notices),
        (Section::Result, "autoplan", words.autoplan),
        (Section::Journey, "journeys", words.journeys),
        (Section::Journey, "capacity", words.capacity),
        (Section::Journey, "events", words.events),
        (Section::Result, "compare", words.compare),
        (Section::Result, "bids", words.bids),
        (Section::HandOn, "share", words.share),
        (Section::HandOn, "documents", words.documents),
        (Section::HandOn, "requirements", words.requirements),
        (Section::HandOn, "embed", words.embed),
        (Section::HandOn, "one-file", words.one_file),
    ];
    let known = all.into_iter().filter(|(place, subject, _)| *place == section && SUBJECTS.contains(subject));
    let door = |(_, subject, label)| {
        Button::new(label, sight.look(move |_: MouseEvent| ViewAction::Workshop(Some(subject)))).html()
    };
    html! { <p class="doors">{ for known.map(door) }</p> }
}

/// What is shown: nothing yet, the panel, or that it could not be had.
#[derive(Clone, PartialEq)]
enum Shown {
    Coming,
    Panel(Rc<str>),
    Failed,
}

/// What the handlers of the dialog need, as of one rendering.
#[derive(Clone)]
struct Hand {
    shown: UseStateHandle<Shown>,
    /// Id of the element that was set last.
    field: Rc<std::cell::RefCell<String>>,
    /// A plan that takes the place of the one in hand once the dialog is closed, with the name of the step: a page that
    /// is shown anew meanwhile would take back what is half typed.
    kept: Rc<std::cell::RefCell<Option<(Plan, String)>>>,
    /// Cancels what the programme interface was asked last.
    cancel: Rc<std::cell::RefCell<Option<browser::AbortController>>>,
    language: Language,
    dispatch: Dispatch,
    keeper: browser::Keeper,
}

/// The dialog; nothing is in it until a door is opened.
///
/// A part of the layout and no component of its own, which would cost the first visit kilobytes.
#[hook]
pub fn use_workshop(sight: &Sight) -> Html {
    let subject = sight.view.workshop;
    let language = sight.text.language;
    let hand = Hand {
        shown: use_state_eq(|| Shown::Coming),
        field: use_mut_ref(String::new),
        kept: use_mut_ref(|| None),
        cancel: use_mut_ref(|| None),
        language,
        dispatch: sight.dispatch.clone(),
        keeper: sight.keeper.clone(),
    };
    let begin = {
        let (hand, plan) = (hand.clone(), Arc::clone(&sight.plan));
        move |subject: &str| {
            let mut request = vec!["begin".into(), subject.into(), plan_file::write(&plan), language.tag().into()];
            request.extend(hand.keeper.beside());
            hand.ask(request);
        }
    };
    use_effect_with((subject, language), {
        let (begin, hand) = (begin.clone(), hand.clone());
        move |(subject, _)| match subject {
            Some(subject) => {
                browser::open_dialog(DIALOG);
                hand.field.borrow_mut().clear();
                hand.shown.set(Shown::Coming);
                begin(subject);
            }
            None => {
                browser::close_dialog(DIALOG);
                hand.cancel();
                hand.kept.take().into_iter().for_each(|(plan, word)| hand.replace(plan, word));
            }
        }
    });
    use_effect_with(hand.shown.clone(), {
        let field = Rc::clone(&hand.field);
        move |_| {
            let before = std::mem::replace(&mut *field.borrow_mut(), HEADING.to_owned());
            if before.is_empty() {
                browser::focus(HEADING);
            }
            // What had the focus may be gone with what was shown before.
            browser::catch_focus(&before);
            browser::catch_focus(ANSWER);
            browser::catch_focus(HEADING);
        }
    });
    let close = sight.look(|_: Event| ViewAction::Workshop(None));
    let words = &sight.text.doors;
    let body = match &*hand.shown {
        Shown::Panel(text) if subject.is_some() => html! { <Body text={Rc::clone(text)} /> },
        Shown::Failed if subject.is_some() => {
            let retry = Callback::from(move |_: MouseEvent| subject.iter().for_each(|subject| begin(subject)));
            html! {
                <div class="workshop-wait" role="alert">
                    <h2 id={HEADING} tabindex="-1">{ words.failed }</h2>
                    { Button { look: Look::Primary, ..Button::new(words.retry, retry) }.html() }
                    { Button::new(sight.text.common.edit_closed, sight.look(|_: MouseEvent| ViewAction::Workshop(None))).html() }
                </div>
            }
        }
        _ => html! { <p id={HEADING} class="workshop-wait" tabindex="-1" role="status">{ words.coming }</p> },
    };
    let on = |act: fn(&Hand, &Event)| {
        let hand = hand.clone();
        Callback::from(move |event: Event| act(&hand, &event))
    };
    let onclick = on(|hand, event| hand.clicked(event)).reform(|event: MouseEvent| event.into());
    let oninput = {
        let hand = hand.clone();
        Callback::from(move |event: InputEvent| {
            if browser::is_said_at_once(&event) {
                hand.changed(&event);
            }
        })
    };
    // A table is brought wherever it is pasted; a subject without a place for one takes nothing.
    let onpaste = on(|hand, event| {
        browser::pasted(event).into_iter().for_each(|text| hand.ask(vec!["set".into(), "paste".into(), text]));
    });
    let ondrop = {
        let hand = hand.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            browser::dropped_file(&event).into_iter().for_each(|file| hand.bring(file));
        })
    };
    html! {
        <dialog id={DIALOG} class="workshop" aria-labelledby={HEADING} onclose={close} {onclick} {oninput} {onpaste} {ondrop} onchange={on(Hand::changed)}>
            { body }
        </dialog>
    }
}

impl Hand {
    /// Asks the workshop and shows what it answers.
    fn ask(&self, request: Vec<String>) {
        self.ask_with(request, None);
    }

    fn ask_with(&self, request: Vec<String>, file: Option<browser::File>) {
        let hand = self.clone();
        browser::spawn(async move {
            let words: Vec<&str> = request.iter().map(String::as_str).collect();
            let bytes = match &file {
                Some(file) => browser::bytes_of(file).await,
                None => None,
            };
            let Some(answer) = browser::ask_workshop(&words, bytes).await else { return hand.shown.set(Shown::Failed) };
            if !answer.asked.is_empty() {
                hand.cancel();
            }
            let mut plan = answer.plan.and_then(|text| plan_file::read(&text).ok());
            if let Some(plan) = plan.take_if(|_| !answer.shown.is_empty()) {
                *hand.kept.borrow_mut() = Some((plan, answer.word.clone()));
            }
            let Some(plan) = plan else {
                hand.shown.set(Shown::Panel(answer.shown.into()));
                if let ([question, plan, subject, options], Ok(cancel)) =
                    (&answer.asked[..], browser::AbortController::new())
                {
                    *hand.cancel.borrow_mut() = Some(cancel.clone());
                    let told = browser::ask_programme(question, plan, options, &cancel, hand.language).await;
                    hand.ask(vec!["told".into(), subject.clone(), options.clone(), told]);
                }
                return;
            };
            hand.dispatch.dispatch(Action::View(ViewAction::Workshop(None)));
            if answer.is_new {
                hand.keeper.take(plan, Origin::New);
            } else {
                hand.replace(plan, answer.word);
            }
        });
    }

    fn cancel(&self) {
        self.cancel.take().into_iter().for_each(|asked| asked.abort());
    }

    fn replace(&self, plan: Plan, word: String) {
        self.dispatch.dispatch(Action::Replace { plan: Arc::new(plan), word: word.into() });
    }

    fn bring(&self, file: browser::File) {
        self.ask_with(vec!["bring".into(), file.name()], Some(file));
    }

    fn clicked(&self, event: &Event) {
        let Some(Meant { act, name, option }) = browser::meant(event) else { return };
        match act.as_str() {
            "take" | "all" | "anew" => {
                let name = (act != "anew").then_some(name);
                self.ask(std::iter::once(act).chain(name).collect());
            }
            "close" => self.dispatch.dispatch(Action::View(ViewAction::Workshop(None))),
            "copy" => browser::copy(browser::text_of(&option), Callback::noop()),
            "save" => {
                let text = browser::text_of(&option);
                // A field of a page ends its lines in its own way; those of a table end as RFC 4180 says.
                let text = if name.ends_with(".csv") { text.replace('\n', "\r\n") } else { text };
                browser::save_file(&name, &text);
            }
            _ => {}
        }
    }

    fn changed(&self, event: &Event) {
        let Some(Meant { act, name, option }) = browser::meant(event) else { return };
        let value = browser::field_value(event);
        match act.as_str() {
            "set" => {
                *self.field.borrow_mut() = browser::field_id(event);
                self.ask(vec![act, name, value]);
            }
            "tick" => {
                *self.field.borrow_mut() = browser::field_id(event);
                self.ask(vec![act, name, option, value]);
            }
            "file" => browser::chosen_file(event).into_iter().for_each(|file| self.bring(file)),
            _ => {}
        }
    }
}

#[derive(Properties, PartialEq)]
struct BodyProps {
    text: Rc<str>,
}

/// What a panel shows. A component of its own, so that it is drawn anew only when the workshop has answered: whenever
/// the page behind it is, what is half typed here would be lost.
#[component]
fn Body(props: &BodyProps) -> Html {
    read(&props.text).iter().map(html_of).collect()
}

/// An element of a panel; names and figures in it are text.
pub fn html_of(element: &Element) -> Html {
    let (tag, attributes, children) = match element {
        Element::Text(text) => return text.into(),
        Element::Tag { tag, attributes, children } => (*tag, attributes, children),
    };
    let mut shown = VTag::new(tag);
    let mut key = None;
    let mut checked = false;
    for (name, value) in attributes {
        match *name {
            "key" => key = Some(Key::from(value.as_str())),
            "value" if matches!(tag, "input" | "textarea") => shown.set_value(Some(AttrValue::from(value.clone()))),
            "checked" => checked = true,
            "selected" => shown.add_property("selected", true),
            name => shown.add_attribute(name, value.clone()),
        }
    }
    shown.set_checked(checked);
    shown.key = key;
    shown.add_children(children.iter().map(html_of));
    shown.into()
}
