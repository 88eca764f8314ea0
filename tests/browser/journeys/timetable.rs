//! Cohorts are moved between slots by pointer and by keys, and the rules of cohorts, members and plan are edited.

use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use journeys::{Look, Page};
use serde_json::{Value, json};
use stagger::explain::edit::edit_name;
use stagger::forecast;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::edit::{EditName, PlanEdit, Repeated, WindowEdit, apply};
use stagger::plan::{CheckedPlan, Plan};
use stagger::text::{Catalogue, Language, format};
use stagger::wire::link;

const TEXT: Language = Language::Korean;

async fn open() -> (Page, &'static Catalogue, Plan) {
    let text = TEXT.catalogue();
    let page = Page::open(&Look::WIDE, "").await;
    click(&page, text.windows.edit).await;
    page.until("the board", "document.querySelector('[data-chip]') !== null").await;
    (page, text, Example::Staggered.plan(Wording::korean))
}

async fn click(page: &Page, name: &str) {
    page.find("button", name).await.click().await.unwrap();
}

async fn press(page: &Page, keys: &[char]) {
    let down = keys
        .iter()
        .fold(KeyActions::new("keyboard".to_owned()), |keys, value| keys.then(KeyAction::Down { value: *value }));
    let keys = keys.iter().rev().fold(down, |keys, value| keys.then(KeyAction::Up { value: *value }));
    page.client().perform_actions(keys).await.unwrap();
}

async fn element(page: &Page, id: &str) -> Element {
    page.client().find(fantoccini::Locator::Id(id)).await.unwrap()
}

fn chip(place: usize, cohort: usize) -> String {
    format!("chip:{place}:{cohort}")
}

/// The plan with cohorts moved, all of them in one step.
fn with_moved(plan: &Plan, cohorts: &[usize], from: usize, to: Option<usize>) -> Plan {
    let moves = cohorts.iter().map(|&cohort| WindowEdit::MoveCohort { cohort, from: Some(from), to });
    apply(plan, &PlanEdit::Several(moves.map(PlanEdit::Windows).collect())).unwrap()
}

/// The plan as the page would pass it on.
async fn plan_in_hand(page: &Page, text: &Catalogue) -> Plan {
    let keep = "navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); };
        globalThis.copied = undefined;";
    page.run(keep, vec![]).await;
    click(page, text.frame.copy_link).await;
    let link = page.until("the link", "globalThis.copied").await;
    link::decode(link.as_str().unwrap()).unwrap()
}

async fn undo(page: &Page, text: &Catalogue, name: EditName) {
    click(page, &(text.frame.with_step)(text.frame.undo, &edit_name(TEXT, name))).await;
}

/// What is said after a move: the slot with the load and verdict that a native run of the plan gives.
fn said(text: &Catalogue, plan: &Plan, window: usize) -> String {
    let forecast = forecast::run(&CheckedPlan::new(plan.clone()).unwrap());
    let slot = &forecast.slots[window];
    let moment = format::moment(TEXT, plan.windows[window].opens);
    (text.timetable.said_moved)(&moment, &text.common.load(slot.peak_load), text.common.verdict(slot.verdict))
}

async fn hears(page: &Page, sentence: &str) {
    let heard = format!("document.querySelector('.timetable [role=status]').textContent === {}", json!(sentence));
    page.until("the spoken result", &heard).await;
}

#[tokio::test]
async fn a_chip_is_dragged_in_one_step_and_undo_brings_it_back() {
    let (page, text, plan) = open().await;
    let (cohort, to) = (plan.windows[0].cohorts[0], 2);
    let from = element(&page, &chip(0, cohort)).await;
    let target = element(&page, &format!("place:{to}")).await;
    let target = serde_json::to_value(&target).unwrap();
    page.run("arguments[0].scrollIntoView({ block: 'nearest' })", vec![target.clone()]).await;
    let middle = "const box = arguments[0].getBoundingClientRect(); return [box.left + box.width / 2, box.top + 12];";
    let position = |value: Value| -> (i64, i64) {
        let [x, y] = serde_json::from_value::<[f64; 2]>(value).unwrap();
        (x as i64, y as i64)
    };
    let (x, y) = position(page.run(middle, vec![serde_json::to_value(&from).unwrap()]).await);
    let (to_x, to_y) = position(page.run(middle, vec![target]).await);
    let go =
        |x: i64, y: i64| PointerAction::MoveTo { duration: Some(Duration::from_millis(60)), x: x as f64, y: y as f64 };
    let drag = MouseActions::new("mouse".to_owned())
        .then(go(x, y))
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
        .then(go(x + 20, y + 20))
        .then(go(to_x, to_y));
    page.client().perform_actions(drag).await.unwrap();
    page.until("the marked slot", &format!("document.querySelector('[data-target]')?.dataset.place === '{to}'")).await;
    let drop = MouseActions::new("mouse".to_owned()).then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    page.client().perform_actions(drop).await.unwrap();
    let moved = with_moved(&plan, &[cohort], 0, Some(to));
    hears(&page, &said(text, &moved, to)).await;
    assert_eq!(plan_in_hand(&page, text).await, moved);
    undo(&page, text, EditName::MoveCohort).await;
    assert_eq!(plan_in_hand(&page, text).await, plan);
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_chip_is_moved_and_taken_out_by_keys_alone() {
    let (page, text, plan) = open().await;
    let cohort = plan.windows[0].cohorts[0];
    page.run("document.querySelector('.slot-head').focus()", vec![]).await;
    press(&page, &[Key::Down.into()]).await;
    let focused = |id: &str| format!("document.activeElement.id === {}", json!(id));
    page.until("the first chip", &focused(&chip(0, cohort))).await;
    press(&page, &[' ']).await;
    hears(&page, &(text.timetable.said_in_hand)(1)).await;
    press(&page, &[Key::Right.into()]).await;
    page.until("the next slot", "document.querySelector('[data-target]')?.dataset.place === '1'").await;
    press(&page, &[Key::Escape.into()]).await;
    hears(&page, text.timetable.said_back).await;
    assert_eq!(plan_in_hand(&page, text).await, plan);
    element(&page, &chip(0, cohort)).await.click().await.unwrap();
    press(&page, &[' ']).await;
    press(&page, &[Key::Right.into()]).await;
    press(&page, &[' ']).await;
    let moved = with_moved(&plan, &[cohort], 0, Some(1));
    hears(&page, &said(text, &moved, 1)).await;
    page.until("the focus on the chip", &focused(&chip(1, cohort))).await;
    press(&page, &[Key::Delete.into()]).await;
    hears(&page, &(text.timetable.said_out)(1)).await;
    let out = with_moved(&moved, &[cohort], 1, None);
    assert_eq!(plan_in_hand(&page, text).await, out);
    let findings = page.accessibility_findings().await;
    assert!(findings.is_empty(), "{findings:#?}");
}

#[tokio::test]
async fn three_cohorts_are_moved_at_once_by_the_list_and_the_step_is_named() {
    let (page, text, plan) = open().await;
    let cohorts = &plan.windows[0].cohorts[..3];
    for (index, cohort) in cohorts.iter().enumerate() {
        let click = "document.getElementById(arguments[0]).dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: arguments[1] }))";
        page.run(click, vec![json!(chip(0, *cohort)), json!(index > 0)]).await;
    }
    page.until("the list of moves", "document.querySelectorAll('.move-row').length >= 5").await;
    click(&page, &(text.timetable.all_moves)(plan.windows.len() - 1 - 5)).await;
    let moment = format::moment(TEXT, plan.windows[3].opens);
    let label = (text.timetable.move_row)(&moment, "", "", "");
    let start = label.split(':').take(2).collect::<Vec<_>>().join(":");
    let row = format!(
        "[...document.querySelectorAll('.move-row')].find((row) => row.textContent.startsWith({}))",
        json!(start)
    );
    page.until("the move", &format!("{row} !== undefined")).await;
    page.run(&format!("{row}.click()"), vec![]).await;
    let moved = with_moved(&plan, cohorts, 0, Some(3));
    hears(&page, &said(text, &moved, 3)).await;
    assert_eq!(plan_in_hand(&page, text).await, moved);
    undo(&page, text, EditName::Many(Repeated::MoveCohort, 3)).await;
    assert_eq!(plan_in_hand(&page, text).await, plan);
}

#[tokio::test]
async fn a_rule_a_region_and_the_details_of_the_plan_are_edited() {
    let (page, text, plan) = open().await;
    let cohort = plan.windows[0].cohorts[0];
    element(&page, &chip(0, cohort)).await.click().await.unwrap();
    let name = page.find("textbox", text.cohorts.name).await;
    page.fill(&name, "<b>시범</b>").await;
    click(&page, text.cohorts.split_by[2]).await;
    let changed = plan_in_hand(&page, text).await;
    assert_eq!(changed.cohorts.len(), plan.cohorts.len() + 1);
    assert_eq!(changed.cohorts[cohort].name, (text.cohorts.half)("<b>시범</b>", 1));
    assert_eq!(changed.cohorts[cohort].birth_year_digits, Some(vec![0, 1, 2, 3, 4]));
    undo(&page, text, EditName::SplitCohort).await;
    undo(&page, text, EditName::CohortName).await;
    click(&page, text.common.edit_closed).await;

    click(&page, text.members.edit).await;
    click(&page, text.members.add_region).await;
    let region = page.find("textbox", text.members.region_name).await;
    page.fill(&region, "새 섬").await;
    let changed = plan_in_hand(&page, text).await;
    assert_eq!(changed.members.regions.last().unwrap().name, "새 섬");
    click(&page, text.common.edit_closed).await;

    click(&page, text.plan_form.edit).await;
    let days = format!("{} ({})", text.plan_form.days, text.plan_form.unit_days);
    let field = page.find("textbox", &days).await;
    page.fill(&field, "열흘").await;
    page.until("the reason", "document.querySelector('.field .reason') !== null").await;
    click(&page, text.common.edit_closed).await;
    click(&page, text.plan_form.edit).await;
    let field = page.find("textbox", &days).await;
    assert_eq!(field.prop("value").await.unwrap().as_deref(), Some("열흘"), "a bad entry is still there");
    page.fill(&field, "12").await;
    let author = page.find("textbox", text.plan_form.author).await;
    page.fill(&author, "기획팀").await;
    click(&page, text.plan_form.approved).await;
    let changed = plan_in_hand(&page, text).await;
    assert_eq!((changed.days, changed.author.as_str()), (12, "기획팀"));
    assert_eq!(changed.status, stagger::plan::Status::Approved);
    let findings = page.accessibility_findings().await;
    assert!(findings.is_empty(), "{findings:#?}");
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_list_moves_cohorts_one_by_one_and_together() {
    let page = Page::open(&Look::WIDE.in_english(), "").await;
    let text = Language::English.catalogue();
    let words = &text.timetable;
    page.until("the verdict", "document.querySelector('.verdict-sentence') !== null").await;
    let click = async |name: &str| {
        let button = page.find("button", name).await;
        let reference = serde_json::to_value(&button).unwrap();
        page.run("arguments[0].scrollIntoView({ block: 'center' })", vec![reference]).await;
        button.click().await.unwrap();
    };
    click(text.windows.edit).await;
    click(words.list).await;
    let rows = "document.querySelectorAll('.cohort-list tbody tr').length";
    let all = page.run(&format!("return {rows}"), vec![]).await.as_u64().unwrap();
    assert!(all > 3);
    let first = "document.querySelector('.cohort-list select').selectedIndex";
    let before = page.run(&format!("return {first}"), vec![]).await;
    let list = page.find_all("combobox", None).await.into_iter().next().unwrap();
    list.select_by_index(0).await.unwrap();
    page.until("out of its slot", &format!("{first} === 0")).await;
    let undo = |step| (text.frame.with_step)(text.frame.undo, &edit_name(Language::English, step));
    click(&undo(EditName::MoveCohort)).await;
    page.until("in its slot again", &format!("{first} === {before}")).await;
    page.run(
        "[...document.querySelectorAll('.cohort-list [type=checkbox]')].slice(0, 3).forEach((box) => box.click())",
        vec![],
    )
    .await;
    page.until("three are chosen", "document.querySelectorAll('.cohort-list tr[data-chosen]').length === 3").await;
    let findings = page.accessibility_findings().await;
    assert!(findings.is_empty(), "{findings:#?}");
    click(words.take_out).await;
    page.find("button", &undo(EditName::Many(Repeated::MoveCohort, 3))).await;
    let idle = format!(
        "[...document.querySelectorAll('.chosen .button')].some((button) => button.textContent === {}
            && button.getAttribute('aria-disabled') !== 'true')",
        serde_json::json!(words.to_lowest)
    );
    page.until("every slot is tried", &idle).await;
    click(words.to_lowest).await;
    let together = "(() => { const at = [...document.querySelectorAll('.cohort-list tr[data-chosen] select')]
        .map((list) => list.selectedIndex); return at.length === 3 && at[0] > 0 && new Set(at).size === 1; })()";
    page.until("all three in one slot", together).await;
}
