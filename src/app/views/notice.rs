//! One message above the result, until it is closed.

use yew::prelude::*;

use crate::app::browser;
use crate::app::hooks::Sight;
use crate::app::parts::button::{Button, Look};
use crate::app::parts::icon::IconName;
use crate::app::shelf::StorageFault;
use crate::app::state::Origin;
use crate::app::view_state::{Notice, ViewAction};
use crate::app::views::plans::{open_plans, save_as_file};
use crate::explain;
use crate::text::{Catalogue, Language};
use crate::wire::stored::StoredError;

/// The message, if there is one.
pub fn notice_bar(sight: &Sight) -> Html {
    let text = sight.text;
    let close = sight.look(|_: MouseEvent| ViewAction::Notice(None));
    let notice = &sight.view.notice;
    html! {
        <div role="status" class="notice-place">
            if let Some(notice) = notice {
                <div class="notice" data-state={state(notice)}>
                    <span class="notice-words">{ words(notice, text) }</span>
                    if let Notice::CopyFailed(refused) = notice { { by_hand(refused, text) } }
                    { ways_out(notice, sight) }
                    { Button { icon: Some(IconName::Cross), look: Look::Icon, ..Button::new(text.notices.close, close) }.html() }
                </div>
            }
        </div>
    }
}

/// The text that was not copied, in a field that selects it on focus.
fn by_hand(refused: &str, text: &Catalogue) -> Html {
    let onfocus = Callback::from(|event: FocusEvent| browser::select_all(&event));
    html! {
        <span class="field notice-field">
            <label for="copy-by-hand">{ text.notices.to_copy }</label>
            <span class="input"><input id="copy-by-hand" type="text" readonly=true value={refused.to_owned()} {onfocus} /></span>
        </span>
    }
}

/// What can be done about it, at once.
fn ways_out(notice: &Notice, sight: &Sight) -> Html {
    let words = &sight.text.plans;
    let list = || {
        let open = Callback::from(|_: MouseEvent| open_plans());
        Button { look: Look::Link, ..Button::new(words.button, open) }.html()
    };
    let file = || {
        let plan = sight.plan.clone();
        let save = Callback::from(move |_: MouseEvent| save_as_file(&plan));
        Button::new(words.save_file, save).html()
    };
    match notice {
        Notice::NotSaved(StorageFault::Full) => html! { <>{ file() }{ list() }</> },
        Notice::NotSaved(StorageFault::Blocked) => file(),
        Notice::Opened(_, Some(_))
        | Notice::LeftOnShelf(_)
        | Notice::StoredRefused(_)
        | Notice::StoredPlanRefused(_)
        | Notice::Parted(_) => list(),
        _ => Html::default(),
    }
}

fn state(notice: &Notice) -> &'static str {
    match notice {
        Notice::Opened(..) | Notice::Known(_) | Notice::LeftOnShelf(_) | Notice::Followed => "info",
        _ => "risk",
    }
}

fn words(notice: &Notice, text: &Catalogue) -> String {
    let plans = &text.plans;
    match notice {
        Notice::Opened(origin, left) => {
            let opened = match origin {
                Origin::Link => plans.opened_link,
                Origin::File => plans.opened_file,
                Origin::New => plans.opened_new,
                Origin::Copy => plans.opened_copy,
            };
            left.as_ref().map_or_else(|| opened.to_owned(), |title| format!("{opened} {}", (plans.left)(title)))
        }
        Notice::Known(Origin::Link) => plans.known_link.to_owned(),
        Notice::Known(_) => plans.known_file.to_owned(),
        Notice::LeftOnShelf(title) => (plans.left)(title),
        Notice::CopyFailed(_) => text.notices.copy_failed.to_owned(),
        Notice::NotSaved(StorageFault::Full) => plans.full.to_owned(),
        Notice::NotSaved(StorageFault::Blocked) => plans.blocked.to_owned(),
        Notice::Followed => plans.followed.to_owned(),
        Notice::Parted(title) => (plans.parted)(title),
        Notice::GoneElsewhere => plans.gone_elsewhere.to_owned(),
        Notice::FileUnread(name) => (plans.file_unread)(name),
        refused => refusal(refused, text.language).unwrap_or_default(),
    }
}

/// Why a link, a file or a stored text gave no plan.
fn refusal(notice: &Notice, language: Language) -> Option<String> {
    let plans = &language.catalogue().plans;
    Some(match notice {
        Notice::LinkRefused(refusal) => explain::wire::link_error(language, refusal),
        Notice::FileRefused(name, refusal) => {
            (plans.file_refused)(name, &explain::wire::plan_file_error(language, refusal))
        }
        Notice::StoredRefused(StoredError::Damaged) => plans.stored_damaged.to_owned(),
        Notice::StoredRefused(StoredError::Newer { version }) => (plans.stored_newer)(*version),
        Notice::StoredPlanRefused(refusal) => {
            (plans.stored_refused)(&explain::wire::plan_file_error(language, refusal))
        }
        _ => return None,
    })
}
