//! The sections as a bar at the foot of a phone.

use yew::prelude::*;

use crate::app::hooks::{use_text, use_view, use_view_action};
use crate::app::parts::icon::{IconName, icon};
use crate::app::view_state::{Section, ViewAction};

#[component]
pub fn Tabs() -> Html {
    let text = use_text();
    let current = use_view().section;
    let choose = use_view_action(ViewAction::Section);
    let tab = |section: Section, name: IconName, label: &'static str| {
        let onclick = choose.reform(move |_: MouseEvent| section);
        html! {
            <button type="button" aria-current={(current == section).then_some("page")} {onclick}>{ icon(name) }<span>{ label }</span></button>
        }
    };
    html! {
        <nav class="tabs" aria-label={text.frame.sections}>
            { tab(Section::Result, IconName::Bars, text.frame.tab_result) }
            { tab(Section::Members, IconName::People, text.frame.tab_members) }
            { tab(Section::Windows, IconName::Clock, text.frame.tab_windows) }
            { tab(Section::Journey, IconName::Path, text.frame.tab_journey) }
            { tab(Section::Arrivals, IconName::Arrive, text.frame.tab_arrivals) }
        </nav>
    }
}
