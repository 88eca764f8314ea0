//! How the views stand on the page: top bar, assumptions left, result right; on a phone one section at a time.

use yew::prelude::*;

use super::browser;
use super::computing::InTurn;
use super::hooks::{Sight, use_shelf, use_sight};
use super::view_state::{Notice, Section};
use super::views::arrivals::arrivals_section;
use super::views::figures::figures;
use super::views::issues::issue_list;
use super::views::journey::journey_section;
use super::views::members::members_section;
use super::views::minutes::MinutePicture;
use super::views::notice::notice_bar;
use super::views::pictures::pictures;
use super::views::plan_form::plan_section;
use super::views::risk::RiskSection;
use super::views::slot_table::SlotTable;
use super::views::slots::SlotPicture;
use super::views::stress::StressSection;
use super::views::tabs::tabs;
use super::views::top_bar::TopBar;
use super::views::trust::TrustPanel;
use super::views::verdict::VerdictHead;
use super::views::windows::windows_section;
use super::views::workshop::{doors, use_workshop};

/// Value of `data-section` on the frame.
fn section_name(section: Section) -> &'static str {
    match section {
        Section::Result => "result",
        Section::HandOn => "hand-on",
        Section::Members => "members",
        Section::Windows => "windows",
        Section::Journey => "journey",
        Section::Arrivals => "arrivals",
        Section::Plan => "plan",
    }
}

#[component]
pub fn Layout() -> Html {
    let sight = use_sight();
    let (text, view) = (sight.text, &sight.view);
    // What was typed into fields belongs to its plan.
    let turn = use_shelf().shelf.turns;
    let workshop = use_workshop(&sight);
    let skip = |target: &'static str| {
        Callback::from(move |event: MouseEvent| {
            // The fragment of the address belongs to links that carry a plan.
            event.prevent_default();
            browser::focus(target);
        })
    };
    let form_before = use_mut_ref(|| view.form);
    use_effect_with(view.form, move |form| {
        // The button that opened or closed the form is gone; the other one of the same section takes the focus.
        let before = form_before.replace(*form);
        if let Some(section) = form.or(before) {
            browser::catch_focus(section.toggle());
        }
    });
    let turn_before = use_mut_ref(|| turn);
    use_effect_with(turn, move |turn| {
        // With the plan before went what had the focus; the verdict of this one takes it.
        if turn_before.replace(*turn) != *turn {
            browser::catch_focus("verdict");
        }
    });
    if view.embedded {
        return embedded(&sight);
    }
    html! {
        <div class="frame" data-section={section_name(view.section)} data-form={view.form.map(section_name)}>
            <nav class="skip-links" aria-label={text.frame.skip}>
                <a href="#result" onclick={skip("result")}>{ text.frame.skip_to_result }</a>
                <a href="#assumptions" onclick={skip("assumptions")}>{ text.frame.skip_to_assumptions }</a>
            </nav>
            <TopBar />
            <main key={turn} class="planner">
                <section id="assumptions" class="assumptions" aria-label={text.frame.assumptions} tabindex="-1">
                    <InTurn><Assumptions /></InTurn>
                </section>
                <section id="result" class="results" aria-label={text.frame.result} tabindex="-1">
                    { notice_bar(&sight) }
                    <VerdictHead />
                    { figures(&sight) }
                    { doors(&sight, Section::Result) }
                    <section class="hand-on" aria-labelledby="hand-on">
                        <h2 id="hand-on">{ text.doors.hand_on }</h2>
                        { doors(&sight, Section::HandOn) }
                    </section>
                    <SlotPicture />
                    <InTurn><MinutePicture /></InTurn>
                    { pictures() }
                    <TrustPanel />
                    <SlotTable />
                    <InTurn><RiskSection /></InTurn>
                    <InTurn><StressSection /></InTurn>
                    { stamp(&sight) }
                </section>
            </main>
            { tabs(&sight) }
            { workshop }
            <p class="drop-veil" aria-hidden="true"><span>{ text.plans.drop_here }</span></p>
        </div>
    }
}

/// What the one file says of itself; a page on the web says nothing.
#[cfg(feature = "whole")]
fn stamp(sight: &Sight) -> Html {
    use crate::forecast::MODEL;
    use crate::wire::fingerprint::fingerprint;
    let words = crate::text::one_file::words(sight.text.language);
    html! {
        <footer class="fine-print">
            <p id="stamp">{ (words.stamp)(&fingerprint(&sight.plan), MODEL, &browser::one_file::build()) }</p>
            <p>{ words.note }</p>
        </footer>
    }
}

#[cfg(not(feature = "whole"))]
fn stamp(_: &Sight) -> Html {
    Html::default()
}

/// The result alone, in the frame of another page; or why its link opens nothing.
fn embedded(sight: &Sight) -> Html {
    let text = &sight.text.frame;
    // Before a link is opened another plan is in hand, and after one that is refused.
    if !matches!(sight.view.notice, Some(Notice::Opened(..) | Notice::Known(_))) {
        return html! { <main class="results embedded"><h1>{ text.brand }</h1>{ notice_bar(sight) }</main> };
    }
    html! {
        <main class="results embedded">
            <h1>{ &sight.plan.title }</h1>
            <VerdictHead />
            <SlotPicture />
            <SlotTable />
            <p><a href={browser::link_of(&sight.plan)} target="_blank">{ text.full_plan }</a></p>
        </main>
    }
}

/// All sections in short, or the form of one; what is worth a look stands above either.
#[component]
fn Assumptions() -> Html {
    let sight = &use_sight();
    let sections = match sight.view.form {
        Some(Section::Members) => members_section(sight, true),
        Some(Section::Windows) => windows_section(sight, true),
        Some(Section::Journey) => journey_section(sight, true),
        Some(Section::Arrivals) => arrivals_section(sight, true),
        Some(Section::Plan) => plan_section(sight, true),
        Some(Section::Result | Section::HandOn) | None => html! {
            <>
                { members_section(sight, false) }
                { windows_section(sight, false) }
                { journey_section(sight, false) }
                { arrivals_section(sight, false) }
                { plan_section(sight, false) }
                <p class="fine-print">{ sight.text.frame.privacy }</p>
            </>
        },
    };
    let is_short = sight.view.form.is_none_or(|form| form == Section::Result);
    html! {
        <>
            if is_short && sight.is_of_example { <p class="example">{ sight.text.frame.examples_note }</p> }
            { issue_list(sight) }
            { sections }
        </>
    }
}
