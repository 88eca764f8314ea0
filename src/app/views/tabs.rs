//! The sections as a bar at the foot of a phone.

use yew::prelude::*;

use crate::app::hooks::Sight;
use crate::app::parts::icon::{IconName, icon};
use crate::app::view_state::{Section, ViewAction};

/// A button per section.
pub fn tabs(sight: &Sight) -> Html {
    let text = sight.text;
    let current = sight.view.section;
    let choose = sight.look(ViewAction::Section);
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
            { tab(Section::Plan, IconName::Page, text.plan_form.tab) }
        </nav>
    }
}
