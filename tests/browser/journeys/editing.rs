//! A planner edits how people come and what the stages take: forecast, undo and redo follow.

use journeys::{Look, Page};
use serde_json::json;
use stagger::explain::edit::edit_name;
use stagger::forecast;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::edit::{ArrivalsEdit, EditName, PlanEdit, StageEdit, StageField, WaitingRoomEdit, apply};
use stagger::plan::{CheckedPlan, OnCapacityDrop, Plan, ShowUp};
use stagger::text::facts::verdict_facts;
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
    let forecast = forecast::run(&CheckedPlan::new(plan.clone()).unwrap());
    let verdict = (LANGUAGE.catalogue().verdict.sentence)(&verdict_facts(plan, &forecast)).plain();
    let quoted = json!(verdict).to_string();
    page.until("the verdict", &format!("document.querySelector('.verdict-sentence').textContent === {quoted}")).await;
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
