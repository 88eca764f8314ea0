//! A plan held against another, what changed since it was approved, a capacity settled, and an outage laid on the time
//! axis: by keys alone.

use fantoccini::key::Key;
use journeys::{Look, Page};
use serde_json::json;
use stagger::library::Reading;
use stagger::library::busan::Example;
use stagger::text::Language;
use stagger::text::workshop::{capacity, compare, events, panel};
use stagger::workshop::{Block, Handle, Panel, Step, begin};

use crate::bids::{fill_in, set, shows, take};
use crate::keyboard::{go_to, press, type_over, use_button};
use crate::narrow::{NARROW, fits};
use crate::staging::{is_accessible, open};
use crate::workshop::{CLOSED, PANEL, looks, plan_in_hand, says};

/// Waits until a text stands on the page.
async fn seen(page: &Page, text: &str) {
    page.until(text, &format!("document.body.innerText.includes({})", json!(text))).await;
}

/// What a subject shows of the example after the same steps, asked directly.
fn expected(subject: &str, language: Language, read: Reading, steps: &[Step]) -> Panel {
    let mut subject = begin(subject, Example::Staggered.plan(read), &[], language, |_, _, _| None).unwrap();
    for step in steps {
        subject.step(step.clone(), language);
    }
    subject.panel(language)
}

/// All sentences, and the figures, which stand before the slots of each plan.
async fn compares(page: &Page, panel: &Panel) {
    for block in &panel.blocks {
        match block {
            Block::Said(line) => says(page, &line.text).await,
            Block::Table(figures) => {
                let rows = json!(figures.rows.iter().map(|row| &row.cells).collect::<Vec<_>>());
                let shown = "[...document.querySelector('#workshop table').tBodies[0].rows]";
                let same = format!(
                    "JSON.stringify({shown}.map((row) => [...row.cells].map((cell) => cell.textContent))) === JSON.stringify({rows})"
                );
                page.until("the figures", &same).await;
            }
            Block::Lanes(lanes) => {
                let count =
                    format!("document.querySelectorAll('#workshop .lane-curve').length === {}", lanes.lanes.len());
                page.until("a curve for each plan", &count).await;
            }
            _ => {}
        }
    }
}

async fn compared_by_keys(look: &Look, language: Language, read: Reading) {
    let (text, words) = (language.catalogue(), compare::words(language));
    let page = open(look, text.doors.compare).await;
    compares(&page, &expected("compare", language, read, &[])).await;
    is_accessible(&page).await;
    let other = Example::DayAsItWas.plan(read).title;
    use_button(&page, &format!("{}: {other}", words.put)).await;
    let mut steps = vec![take("day")];
    compares(&page, &expected("compare", language, read, &steps)).await;
    use_button(&page, words.chances).await;
    steps.push(take("chances"));
    compares(&page, &expected("compare", language, read, &steps)).await;
    is_accessible(&page).await;
    fits(&page, "compare").await;
    use_button(&page, &(words.away)(&other)).await;
    compares(&page, &expected("compare", language, read, &[])).await;
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn plans_are_compared_by_keys_in_korean() {
    let [(look, language, read), _] = looks();
    compared_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn plans_are_compared_by_keys_in_english() {
    let [_, (look, language, read)] = looks();
    compared_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn plans_are_compared_on_a_narrow_screen() {
    compared_by_keys(&NARROW, Language::Korean, stagger::library::Wording::korean).await;
}

async fn capacity_by_keys(look: &Look, language: Language, read: Reading) {
    let (text, words) = (language.catalogue(), capacity::words(language));
    let page = open(look, text.doors.capacity).await;
    shows(&page, &expected("capacity", language, read, &[])).await;
    fill_in(&page, words.figure, "3,600 people").await;
    // Not converted before somebody says who is counted.
    says(&page, words.not_converted).await;
    is_accessible(&page).await;
    fill_in(&page, words.figure, "48,000/h").await;
    let steps = [set("figure-0", "48,000/h")];
    shows(&page, &expected("capacity", language, read, &steps)).await;
    let stage = Example::Staggered.plan(read).journey[0].name.clone();
    use_button(&page, &(words.put)(&stage)).await;
    page.until("the page again", CLOSED).await;
    let plan = plan_in_hand(&page, text).await;
    assert_eq!(plan.journey[0].rate.map(|rate| rate.get()), Some(48_000.0 / 3_600.0));
    assert!(plan.sources.get("/journey/0/rate_per_s").is_some_and(|source| source.text.contains("48,000")));
    page.find("button", &(text.frame.with_step)(text.frame.undo, words.step)).await;
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_capacity_is_settled_by_keys_in_korean() {
    let [(look, language, read), _] = looks();
    capacity_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn a_capacity_is_settled_by_keys_in_english() {
    let [_, (look, language, read)] = looks();
    capacity_by_keys(&look, language, read).await;
}

fn handles(panel: &Panel) -> Vec<Handle> {
    let lanes =
        panel.blocks.iter().filter_map(|block| if let Block::Lanes(lanes) = block { Some(lanes) } else { None });
    lanes.flat_map(|lanes| lanes.handles.clone()).collect()
}

async fn outage_by_keys(look: &Look, language: Language, read: Reading) {
    let (text, words) = (language.catalogue(), events::words(language));
    let page = open(look, text.doors.events).await;
    says(&page, words.nothing).await;
    is_accessible(&page).await;
    use_button(&page, words.add).await;
    let laid = handles(&expected("events", language, read, &[take("add")]));
    let [begins, ends] = &*laid else { panic!("{laid:?}") };
    seen(&page, &begins.said).await;
    // Its end moves along the axis, a step with each key, and keeps the focus.
    go_to(&page, "slider", &ends.label).await;
    for _ in 0..3 {
        press(&page, &[Key::Right.into()]).await;
    }
    let moved = set(&ends.name, &(ends.value + 3 * ends.step).to_string());
    let after = expected("events", language, read, &[take("add"), moved]);
    seen(&page, &handles(&after)[1].said).await;
    page.until("the focus", &format!("document.activeElement.dataset.name === {}", json!(ends.name))).await;
    is_accessible(&page).await;
    fits(&page, "events").await;
    use_button(&page, words.put).await;
    page.until("the page again", CLOSED).await;
    let plan = plan_in_hand(&page, text).await;
    let changes: Vec<_> = plan.journey.iter().flat_map(|stage| stage.changes.clone()).collect();
    let [from, until] = &*changes else { panic!("{changes:?}") };
    let step = i64::from(ends.step) * 60;
    assert_eq!(until.at.seconds_since(from.at), 3600 + 3 * step);
    page.find("button", &(text.frame.with_step)(text.frame.undo, words.step)).await;
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn an_outage_is_laid_on_the_time_axis_by_keys_in_korean() {
    let [(look, language, read), _] = looks();
    outage_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn an_outage_is_laid_on_the_time_axis_by_keys_in_english() {
    let [_, (look, language, read)] = looks();
    outage_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn what_changed_since_the_approval_is_one_button_away() {
    let [_, (look, language, _)] = looks();
    let (text, words) = (language.catalogue(), compare::words(language));
    let page = Page::open(&look, "").await;
    use_button(&page, text.plan_form.edit).await;
    use_button(&page, text.plan_form.approved).await;
    seen(&page, text.plan_form.is_approved).await;
    type_over(&page, &format!("{} ({})", text.plan_form.days, text.plan_form.unit_days), "7").await;
    press(&page, &[Key::Tab.into()]).await;
    seen(&page, text.plan_form.since_approved).await;
    use_button(&page, text.plan_form.what_changed).await;
    page.until("the panel", PANEL).await;
    let title = Example::Staggered.plan(stagger::library::Wording::english).title;
    seen(&page, &(words.lane)("66%", text.common.verdict(stagger::forecast::Verdict::Holds))).await;
    seen(&page, &(words.approved)(&title)).await;
    use_button(&page, panel::words(language).close).await;
    page.until("the page again", CLOSED).await;
}
