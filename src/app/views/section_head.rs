//! The heading of a section with its one-line summary and the way to its form.

use yew::prelude::*;

use crate::app::hooks::Dispatch;
use crate::app::parts::button::{Button, Look};
use crate::app::parts::icon::IconName;
use crate::app::state::Action;
use crate::app::view_state::{Section, ViewAction};
use crate::text::Catalogue;

/// What a section is headed by.
pub struct SectionHead {
    pub section: Section,
    pub heading: &'static str,
    pub summary: String,
    pub edit: &'static str,
    /// Whether the form is open, so that the button closes it.
    pub form: bool,
}

impl SectionHead {
    pub fn html(self, text: &Catalogue, dispatch: &Dispatch) -> Html {
        let act = |action: ViewAction| {
            let dispatch = dispatch.clone();
            Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::View(action.clone())))
        };
        let button = if self.form {
            Button {
                icon: Some(IconName::Cross),
                look: Look::Quiet,
                id: Some(self.section.toggle()),
                ..Button::new(text.common.edit_closed, act(ViewAction::CloseForm))
            }
        } else {
            let open = act(ViewAction::OpenForm(self.section));
            Button { look: Look::Link, id: Some(self.section.toggle()), ..Button::new(self.edit, open) }
        };
        html! {
            <div class="section-head">
                <h2>{ self.heading }</h2>
                <span class="summary">{ self.summary }</span>
                { button.html() }
            </div>
        }
    }
}
