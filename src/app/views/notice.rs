//! A message about a link or the clipboard, until it is closed.

use yew::prelude::*;

use crate::app::browser;
use crate::app::hooks::Sight;
use crate::app::parts::button::{Button, Look};
use crate::app::parts::icon::IconName;
use crate::app::view_state::{Notice, ViewAction};
use crate::explain;
use crate::text::Catalogue;

/// The place where it is shown and spoken.
pub fn notice_bar(sight: &Sight) -> Html {
    let text = sight.text;
    let close = sight.look(|_: MouseEvent| ViewAction::Notice(None));
    let notice = &sight.view.notice;
    html! {
        <div role="status" class="notice-place">
            if let Some(notice) = notice {
                <div class="notice" data-state={state(notice)}>
                    <span>{ words(notice, text) }</span>
                    if let Notice::CopyFailed(refused) = notice { { by_hand(refused, text) } }
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
        <span class="field">
            <label for="copy-by-hand">{ text.notices.to_copy }</label>
            <span class="input"><input id="copy-by-hand" type="text" readonly=true value={refused.to_owned()} {onfocus} /></span>
        </span>
    }
}

fn state(notice: &Notice) -> &'static str {
    match notice {
        Notice::LinkOpened => "info",
        Notice::LinkRefused(_) | Notice::CopyFailed(_) => "risk",
    }
}

fn words(notice: &Notice, text: &Catalogue) -> String {
    match notice {
        Notice::LinkOpened => format!("{} {}", text.notices.link_opened, text.notices.undo_hint),
        Notice::LinkRefused(refusal) => explain::wire::link_error(text.language, refusal),
        Notice::CopyFailed(_) => text.notices.copy_failed.to_owned(),
    }
}
