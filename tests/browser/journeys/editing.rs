//! A planner edits how people come and what the stages take: forecast, undo and redo follow, a wrong entry stays in
//! sight, and one drag of a slider is one step.

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use journeys::verdict::says_verdict;
use journeys::{Look, Page};
use serde_json::json;
use stagger::explain::edit::edit_name;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::edit::{ArrivalsEdit, EditName, PlanEdit, StageEdit, StageField, WaitingRoomEdit, apply};
use stagger::plan::{OnCapacityDrop, Plan, ShowUp};
use stagger::text::{Catalogue, Language};
use stagger::units::{PerSecond, Share};

const LANGUAGE: Language = Language::English;

async fn open() -> (Page, &'static Catalogue, Plan) {
    let page = Page::open(&Look::WIDE.in_english(), "").await;
    page.until("the verdict", "document.querySelector('.verdict-sentence') !== null").await;
    (page, LANGUAGE.catalogue(), Example::Staggered.plan(Wording::english))
}

async fn click(page: &Page, name: &str) {
    let button = page.find("button", name).await;
    let reference = serde_json::to_value(&button).unwrap();
    page.run("arguments[0].scrollIntoView({ block: 'center' })", vec![reference]).await;
    button.click().await.unwrap();
}

async fn fill(page: &Page, name: &str, value: &str) {
    let field = page.find("textbox", name).await;
    page.fill(&field, value).await;
}

async fn choose(page: &Page, name: &str, option: usize) {
    let list = page.find("combobox", name).await;
    list.select_by_index(option).await.unwrap();
}

/// The page says of itself what a native run of the plan gives.
async fn says(page: &Page, plan: &Plan) {
    says_verdict(page, plan, LANGUAGE.catalogue()).await;
}

async fn undo(page: &Page, step: EditName) {
    let frame = &LANGUAGE.catalogue().frame;
    click(page, &(frame.with_step)(frame.undo, &edit_name(LANGUAGE, step))).await;
}

async fn redo(page: &Page, step: EditName) {
    let frame = &LANGUAGE.catalogue().frame;
    click(page, &(frame.with_step)(frame.redo, &edit_name(LANGUAGE, step))).await;
}

#[tokio::test]
async fn every_kind_of_field_moves_the_forecast_and_comes_back() {
    let (page, text, first) = open().await;
    let edited = |plan: &Plan, edit: PlanEdit| apply(plan, &edit).unwrap();
    says(&page, &first).await;

    click(&page, text.assumptions.edit).await;
    fill(&page, &format!("{} (%)", text.assumptions.show_up), "50%").await;
    let second = edited(&first, PlanEdit::Arrivals(ArrivalsEdit::ShowUp(ShowUp::All(Share::new(0.5)))));
    says(&page, &second).await;
    choose(&page, text.forms.hours_choice, 1).await;
    fill(&page, &(text.forms.weight_of_hour)(14), "9").await;
    let mut weights = [1.0; 24];
    weights[14] = 9.0;
    let third = edited(&second, PlanEdit::Arrivals(ArrivalsEdit::HourWeights(Some(weights))));
    says(&page, &third).await;
    click(&page, text.common.edit_closed).await;

    click(&page, text.journey.edit).await;
    let rate = format!("{} ({})", text.journey.rate, text.common.unit_per_second);
    fill(&page, &rate, "21600/h").await;
    let rate = StageField::Rate(Some(PerSecond::new(21_600.0 * (1.0 / 3600.0))));
    let fourth = edited(&third, PlanEdit::Stages(StageEdit::Set { at: 1, field: rate }));
    says(&page, &fourth).await;
    choose(&page, text.forms.on_drop, 1).await;
    let rule = StageField::OnCapacityDrop(OnCapacityDrop::Finish);
    let fifth = edited(&fourth, PlanEdit::Stages(StageEdit::Set { at: 1, field: rule }));
    click(&page, text.forms.put_room).await;
    fill(&page, &format!("{} ({})", text.forms.admit, text.common.unit_per_second), "5").await;
    let sixth = edited(&fifth, PlanEdit::WaitingRoom(WaitingRoomEdit::Admit(PerSecond::new(5.0))));
    says(&page, &sixth).await;

    for step in [EditName::WaitingRoom, EditName::WaitingRoom, EditName::Capacity, EditName::Capacity] {
        undo(&page, step).await;
    }
    says(&page, &third).await;
    undo(&page, EditName::Arrivals).await;
    undo(&page, EditName::Arrivals).await;
    says(&page, &second).await;
    undo(&page, EditName::Arrivals).await;
    says(&page, &first).await;
    for _ in 0..3 {
        redo(&page, EditName::Arrivals).await;
    }
    says(&page, &third).await;
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn stages_come_go_and_move() {
    let (page, text, first) = open().await;
    let forms = &text.forms;
    click(&page, text.journey.edit).await;
    let names = "[...document.querySelectorAll('.way-box > button > b')].map((name) => name.textContent).join()";
    let way = |stages: &[&str]| {
        let named: Vec<String> =
            stages.iter().enumerate().map(|(at, name)| (forms.stage_number)(at + 1, name)).collect();
        format!("{names} === {}", json!(named.join(",")))
    };
    let [one, two, three, four] = [0, 1, 2, 3].map(|at: usize| first.journey[at].name.as_str());
    click(&page, forms.add_stage).await;
    page.until("a fifth", &way(&[one, two, three, four, forms.new_stage])).await;
    click(&page, forms.stage_left).await;
    page.until("it moved", &way(&[one, two, three, forms.new_stage, four])).await;
    for left in (0..5_usize).rev() {
        click(&page, forms.remove_stage).await;
        page.until("one less", &format!("document.querySelectorAll('.way-box > button > b').length === {left}")).await;
    }
    page.until("what is wrong", "document.querySelector('.issues') !== null").await;
    for _ in 0..5 {
        undo(&page, EditName::RemoveStage).await;
    }
    undo(&page, EditName::OrderStages).await;
    undo(&page, EditName::AddStage).await;
    page.until("the four", &way(&[one, two, three, four])).await;
    says(&page, &first).await;
}

#[tokio::test]
async fn a_drag_of_a_slider_is_one_step() {
    let (page, text, first) = open().await;
    click(&page, text.assumptions.edit).await;
    let slider = page.find("slider", &(text.forms.slider)(text.assumptions.show_up)).await;
    let reference = serde_json::to_value(&slider).unwrap();
    page.run("arguments[0].scrollIntoView({ block: 'center' })", vec![reference.clone()]).await;
    // Where the thumb is within the window, and how long its way.
    let measure = "const box = arguments[0].getBoundingClientRect();
        const part = arguments[0].value / arguments[0].max;
        return [box.left, box.width, box.top + box.height / 2, 8 + (box.width - 16) * part]";
    let measured: Vec<f64> = serde_json::from_value(page.run(measure, vec![reference]).await).unwrap();
    let [left, width, y, thumb] = measured.try_into().unwrap();
    let travel = |x: f64| PointerAction::MoveTo { duration: None, x: left + x, y };
    let drag = MouseActions::new("mouse".to_owned())
        .then(travel(thumb))
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
        .then(travel(width * 0.5))
        .then(travel(width * 0.6))
        .then(travel(width * 0.7))
        .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    page.client().perform_actions(drag).await.unwrap();
    let field = "document.querySelector('#field-arrivals-show_up').value";
    page.until("another share", &format!("Number({field}) > 45")).await;
    let dragged = page.run(&format!("return {field}"), vec![]).await;
    let share = dragged.as_str().unwrap().parse::<f64>().unwrap() / 100.0;
    let edit = PlanEdit::Arrivals(ArrivalsEdit::ShowUp(ShowUp::All(Share::new(share))));
    says(&page, &apply(&first, &edit).unwrap()).await;
    undo(&page, EditName::Arrivals).await;
    says(&page, &first).await;
    page.until("the share before", &format!("{field} === '40'")).await;
    redo(&page, EditName::Arrivals).await;
    page.until("the dragged share", &format!("{field} === {dragged}")).await;
}

#[tokio::test]
async fn a_range_typed_in_place_of_a_value_is_one_step() {
    let (page, text, _) = open().await;
    click(&page, text.assumptions.edit).await;
    let both = "['', '-range'].map((end) => document.querySelector('#field-arrivals-show_up' + end).value).join()";
    let label = format!("{} (%)", text.assumptions.show_up);
    let before = page.run(&format!("return {both}"), vec![]).await;
    fill(&page, &label, "35-45").await;
    page.run("document.activeElement.blur()", vec![]).await;
    page.until("the range beside the value", &format!("{both} === '40,35–45'")).await;
    undo(&page, EditName::Ranges).await;
    page.until("the range before", &format!("{both} === {before}")).await;
    fill(&page, &label, "45-35").await;
    let reason = json!(text.notices.range_reversed);
    page.until("the reason", &format!("document.querySelector('.field .reason')?.textContent === {reason}")).await;
}

#[tokio::test]
async fn a_wrong_entry_in_each_kind_of_field_keeps_the_forecast_and_waits() {
    let (page, text, plan) = open().await;
    let (forms, notices) = (&text.forms, &text.notices);
    click(&page, text.assumptions.edit).await;
    let range = format!("{} (%)", (forms.range_of)(text.assumptions.opening_share));
    for (field, typed, reason) in [
        (format!("{} (%)", text.assumptions.show_up), "4x", notices.not_a_number),
        (format!("{} (%)", text.assumptions.show_up), "40 min", notices.other_unit),
        (range.clone(), "9-3", notices.range_reversed),
        (range.clone(), "3", notices.not_a_range),
    ] {
        fill(&page, &field, typed).await;
        let reason = json!(reason);
        let shown = format!(
            "[...document.querySelectorAll('.field .reason')].some((reason) => reason.textContent === {reason})"
        );
        page.until(typed, &shown).await;
        says(&page, &plan).await;
    }
    click(&page, text.common.edit_closed).await;
    let said = json!((notices.entries_waiting)(2));
    let waits = format!("document.querySelector('.assumptions .notice span')?.textContent === {said}");
    page.until("the short view says so", &waits).await;
    let findings = page.accessibility_findings().await;
    assert!(findings.is_empty(), "{findings:#?}");

    // It outlives a reload of the page.
    page.run("location.reload()", vec![]).await;
    page.until("the page again", "document.querySelector('.verdict-sentence') !== null").await;
    page.until("still waiting", &waits).await;
    click(&page, notices.show_entry).await;
    let at = "document.activeElement.id === 'field-arrivals-opening_share-range' && document.activeElement.value";
    assert_eq!(page.until("the field", at).await, "3");
    fill(&page, &range, "2-12").await;
    fill(&page, &format!("{} (%)", text.assumptions.show_up), "40").await;
    page.until("no reason", "document.querySelector('.field .reason') === null").await;

    click(&page, text.common.edit_closed).await;
    click(&page, text.plan_form.edit).await;
    fill(&page, &format!("{} ({})", text.plan_form.days, text.plan_form.unit_days), "many").await;
    let reason = json!(text.plan_form.not_whole);
    page.until("the days", &format!("document.querySelector('.field .reason')?.textContent === {reason}")).await;
    click(&page, text.common.edit_closed).await;
    page.until("the days wait", "document.querySelector('.assumptions .notice span') !== null").await;
}
