//! How the views stand on the page: top bar, assumptions left, result right; on a phone one section at a time.

use yew::prelude::*;

use super::browser;
use super::hooks::{use_text, use_view};
use super::view_state::Section;
use super::views::arrivals::ArrivalsSection;
use super::views::figures::Figures;
use super::views::issues::IssueList;
use super::views::journey::JourneySection;
use super::views::members::MembersSection;
use super::views::minutes::MinutePicture;
use super::views::notice::NoticeBar;
use super::views::slot_table::SlotTable;
use super::views::slots::SlotPicture;
use super::views::tabs::Tabs;
use super::views::top_bar::TopBar;
use super::views::verdict::VerdictHead;
use super::views::windows::WindowsSection;

/// Value of `data-section` on the frame.
fn section_name(section: Section) -> &'static str {
    match section {
        Section::Result => "result",
        Section::Members => "members",
        Section::Windows => "windows",
        Section::Journey => "journey",
        Section::Arrivals => "arrivals",
    }
}

#[component]
pub fn Layout() -> Html {
    let text = use_text();
    let view = use_view();
    let skip = |target: &'static str| {
        Callback::from(move |event: MouseEvent| {
            // The fragment of the address belongs to links that carry a plan.
            event.prevent_default();
            browser::focus(target);
        })
    };
    html! {
        <div class="frame" data-section={section_name(view.section)} data-form={view.form.map(section_name)}>
            <nav class="skip-links" aria-label={text.frame.skip}>
                <a href="#result" onclick={skip("result")}>{ text.frame.skip_to_result }</a>
                <a href="#assumptions" onclick={skip("assumptions")}>{ text.frame.skip_to_assumptions }</a>
            </nav>
            <TopBar />
            <main class="planner">
                <section id="assumptions" class="assumptions" aria-label={text.frame.assumptions} tabindex="-1">
                    <Assumptions />
                </section>
                <section id="result" class="results" aria-label={text.frame.result} tabindex="-1">
                    <NoticeBar />
                    <VerdictHead />
                    <Figures />
                    <SlotPicture />
                    <MinutePicture />
                    <SlotTable />
                </section>
            </main>
            <Tabs />
        </div>
    }
}

/// All sections in short, or the form of one.
#[component]
fn Assumptions() -> Html {
    let text = use_text();
    match use_view().form {
        Some(Section::Members) => html! { <MembersSection form=true /> },
        Some(Section::Windows) => html! { <WindowsSection form=true /> },
        Some(Section::Journey) => html! { <JourneySection form=true /> },
        Some(Section::Arrivals) => html! { <ArrivalsSection form=true /> },
        Some(Section::Result) | None => html! {
            <>
                <p class="example">{ text.frame.examples_note }</p>
                <IssueList />
                <MembersSection form=false />
                <WindowsSection form=false />
                <JourneySection form=false />
                <ArrivalsSection form=false />
                <p class="fine-print">{ text.frame.privacy }</p>
            </>
        },
    }
}
