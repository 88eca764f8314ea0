//! The list of plans in a dialog: open, make, duplicate, delete; plan files in and out.

use std::sync::Arc;

use yew::prelude::*;

use crate::app::browser;
use crate::app::hooks::{use_dispatch, use_keeper, use_plan, use_shelf, use_text};
use crate::app::parts::button::{Button, Look};
use crate::app::parts::icon::IconName;
use crate::app::shelf::arrange::Unreadable;
use crate::app::shelf::key::PlanId;
use crate::app::shelf::{Kept, Place};
use crate::app::state::Origin;
use crate::app::wording;
use crate::library::blank;
use crate::library::busan::Example;
use crate::plan::Plan;
use crate::text::{Catalogue, format};
use crate::wire::{file_name, plan_file};

/// Ids of the dialog, its heading and the field that takes a file.
const DIALOG: &str = "plans";
const HEADING: &str = "plans-heading";
const FILE: &str = "plans-file";

/// Opens the dialog.
pub fn open_plans() {
    browser::open_dialog(DIALOG);
}

/// Hands the plan to the reader as a file.
pub fn save_as_file(plan: &Plan) {
    browser::save_file(&file_name::of_plan(&plan.title), &plan_file::write(plan));
}

/// The button at the title, with the word on where the plan in hand stands with storage.
pub fn plans_button(text: &Catalogue, kept: Kept) -> Html {
    let words = &text.plans;
    let (state, word) = match kept {
        Kept::Example => ("example", words.kept_example),
        Kept::Soon => ("soon", words.kept_soon),
        Kept::Saved => ("saved", words.kept_saved),
        Kept::Not(_) | Kept::Deleted => ("not", words.kept_not),
    };
    let button = Button {
        icon: Some(IconName::Plans),
        class: "plans-button",
        ..Button::new(words.button, Callback::from(|_: MouseEvent| open_plans()))
    };
    html! {
        <>
            <span class="kept" data-kept={state}>{ word }</span>
            { button.html() }
        </>
    }
}

/// The dialog with all plans.
#[component]
pub fn Plans() -> Html {
    let (text, plan, shelved, keeper, dispatch) = (use_text(), use_plan(), use_shelf(), use_keeper(), use_dispatch());
    let words = &text.plans;
    let shelf = &shelved.shelf;
    let close = Callback::from(|_: MouseEvent| browser::close_dialog(DIALOG));
    let on_file = {
        let keeper = keeper.clone();
        Callback::from(move |event: Event| {
            browser::close_dialog(DIALOG);
            browser::open_chosen(&event, &keeper, &dispatch);
        })
    };
    let act = |action: Act| {
        let (keeper, plan) = (keeper.clone(), Arc::clone(&plan));
        Callback::from(move |_: MouseEvent| action.run(&keeper, &plan, text))
    };
    let restore = shelf.deleted.as_ref().map(|deleted| {
        let button = Button { look: Look::Link, ..Button::new(words.restore, act(Act::Restore)) };
        html! { <p class="plans-deleted"><span>{ (words.deleted)(&deleted.title) }</span>{ button.html() }</p> }
    });
    let rows = shelf.newest_first();
    html! {
        <dialog id={DIALOG} class="plans" aria-labelledby={HEADING} closedby="any">
            <div class="plans-head">
                <h2 id={HEADING}>{ words.heading }</h2>
                { Button { icon: Some(IconName::Cross), look: Look::Icon, ..Button::new(words.close, close) }.html() }
            </div>
            <div class="plans-tools">
                { Button { icon: Some(IconName::Plus), ..Button::new(words.new, act(Act::New)) }.html() }
                { Button::new(words.open_file, act(Act::ChooseFile)).html() }
                { Button::new(words.save_file, act(Act::SaveFile)).html() }
                { Button::new(words.duplicate, act(Act::Duplicate)).html() }
                <input id={FILE} type="file" accept=".json,application/json" hidden=true aria-label={words.open_file} onchange={on_file} />
            </div>
            <div role="status">{ restore }</div>
            if rows.is_empty() && shelf.unreadable.is_empty() {
                <p class="note">{ words.empty }</p>
            } else {
                <ul class="plans-list" aria-label={words.heading}>
                    { for rows.into_iter().map(|place| row(place, shelf.is_in_hand(&place.id), text, &act)) }
                    { for shelf.unreadable.iter().map(|unreadable| unreadable_row(unreadable, text, &act)) }
                </ul>
            }
            <p class="note">{ words.note }</p>
        </dialog>
    }
}

fn row(place: &Place, is_in_hand: bool, text: &Catalogue, act: &impl Fn(Act) -> Callback<MouseEvent>) -> Html {
    let words = &text.plans;
    let time = place.changed_ms.and_then(browser::local_time).map(|time| format::moment(text.language, time));
    let time = time.map_or_else(|| words.kept_not.to_owned(), |time| (words.changed)(&time));
    let delete = Button {
        look: Look::Quiet,
        ..Button::new((words.delete_of)(&place.title), act(Act::Delete(place.id.clone())))
    };
    html! {
        <li key={place.id.to_string()} aria-current={is_in_hand.then_some("true")}>
            <button type="button" class="plans-open" onclick={act(Act::Open(place.id.clone()))}>
                <span class="plans-title">{ &place.title }</span>
                <small>{ time }if is_in_hand { { " · " }{ words.in_hand } }</small>
            </button>
            <span class="plans-actions">{ short(delete, words.delete) }</span>
        </li>
    }
}

fn unreadable_row(found: &Unreadable, text: &Catalogue, act: &impl Fn(Act) -> Callback<MouseEvent>) -> Html {
    let words = &text.plans;
    let save = Button { look: Look::Link, ..Button::new(words.save_text, act(Act::SaveText(found.key.clone()))) };
    let delete = Button {
        look: Look::Quiet,
        ..Button::new((words.delete_of)(words.unreadable), act(Act::DeleteUnreadable(found.key.clone())))
    };
    html! {
        <li key={found.key.clone()}>
            <span class="plans-open">
                <span class="plans-title">{ words.unreadable }</span>
                <small>{ &found.key }</small>
            </span>
            <span class="plans-actions">{ save.html() }{ short(delete, words.delete) }</span>
        </li>
    }
}

/// A button that shows a short word and is spoken with all of its label.
fn short(button: Button, shown: &'static str) -> Html {
    let Button { label, onclick, .. } = button;
    html! { <button type="button" class="button" data-look="quiet" aria-label={label} {onclick}><span>{ shown }</span></button> }
}

/// What a button of the dialog does.
enum Act {
    New,
    ChooseFile,
    SaveFile,
    Duplicate,
    Open(PlanId),
    Delete(PlanId),
    SaveText(String),
    DeleteUnreadable(String),
    Restore,
}

impl Act {
    fn run(&self, keeper: &browser::Keeper, plan: &Plan, text: &Catalogue) {
        let read = wording::reading(text.language);
        let leaves = matches!(self, Self::New | Self::Duplicate | Self::Open(_));
        if leaves {
            browser::close_dialog(DIALOG);
        }
        match self {
            Self::New => {
                if let Some(today) = browser::today() {
                    keeper.take(blank(read, today), Origin::New);
                }
            }
            Self::ChooseFile => browser::click(FILE),
            Self::SaveFile => save_as_file(plan),
            Self::Duplicate => {
                let title = (text.plans.copy_of)(&plan.title);
                keeper.take(Plan { title, ..plan.clone() }, Origin::Copy);
            }
            Self::Open(id) => {
                keeper.open(id);
            }
            Self::Delete(id) => keeper.delete(id, Arc::new(Example::Staggered.plan(read))),
            Self::SaveText(key) => {
                let stored = browser::read_stored(key).unwrap_or_default();
                browser::save_file(&file_name::of_stored(key), &stored);
            }
            Self::DeleteUnreadable(key) => keeper.delete_unreadable(key, text.plans.unreadable.to_owned()),
            Self::Restore => keeper.restore(),
        }
    }
}
