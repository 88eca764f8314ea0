//! The page: one undoable plan, its forecast, and the views upon both.
//!
//! ```text
//! event ──▶ Action ──▶ reduce ──▶ AppState ──▶ narrow contexts ──▶ views
//!                                    └─ last plan without errors ──▶ forecast, once per plan
//! ```

pub mod browser;
pub mod computing;
pub mod drafts;
pub mod entry;
pub mod fields;
pub mod fields_of_windows;
pub mod hooks;
mod judged;
pub mod layout;
pub mod parts;
pub mod providers;
pub mod shelf;
pub mod state;
pub mod studies;
pub mod timetable;
pub mod view_state;
pub mod views;
pub mod wording;

use std::sync::Arc;

use yew::prelude::*;

use crate::plan::Plan;
use crate::text::Language;
use shelf::Shelf;
use state::Zones;
use view_state::{Notice, ThemeName};

/// What the page starts with.
#[derive(Clone, PartialEq, Properties)]
pub struct StartProps {
    pub plan: Arc<Plan>,
    pub language: Language,
    pub theme: ThemeName,
    pub zones: Zones,
    /// With the plan in hand, unless that is a shipped example.
    pub shelf: Shelf,
    pub notice: Option<Notice>,
    /// Whether the result stands alone in the frame of another page.
    pub embedded: bool,
}

/// The whole page.
#[component]
pub fn App(start: &StartProps) -> Html {
    html! {
        <providers::Providers start={start.clone()}>
            <layout::Layout />
        </providers::Providers>
    }
}

/// The page as the address and the browser ask for it.
#[component]
pub fn Page() -> Html {
    let start = use_memo((), |()| browser::start());
    html! { <App ..(*start).clone() /> }
}
