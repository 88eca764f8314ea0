//! A planner changes a count, an opening and a capacity: verdict, picture, table and link follow, as computed natively.

use journeys::verdict::says_verdict;
use journeys::{Look, Page};
use serde_json::json;
use stagger::clock::CivilTime;
use stagger::explain::edit::edit_name;
use stagger::forecast;
use stagger::library::busan::Example;
use stagger::library::{Reading, Wording};
use stagger::plan::edit::{EditName, MembersEdit, PlanEdit, StageEdit, StageField, WindowEdit, WindowField, apply};
use stagger::plan::{CheckedPlan, Plan};
use stagger::text::sources::of_earlier_value;
use stagger::text::unit_words::Dimension;
use stagger::text::{Catalogue, Language, format};
use stagger::units::PerSecond;
use stagger::wire::link;

const PEOPLE: u64 = 60_000;
const OPENS: &str = "2022-04-01T13:00";
const PER_SECOND: f64 = 6.0;

/// What the page says: verdict, the chosen reading of the picture, the first row of the table of slots.
const SAYS: &str = "
    const words = document.querySelector('.verdict-sentence').textContent;
    const row = [...document.querySelector('table.slots tbody tr').children].map((cell) => cell.textContent);
    const picture = [...document.querySelectorAll('figure.chart')][0].querySelector('table');
    return { verdict: words, row, bars: [...picture.querySelectorAll('tbody tr')].map((row) => row.children[1].textContent) };";

#[tokio::test]
async fn three_changes_move_everything_in_korean() {
    three_changes(&Look::WIDE, Language::Korean, Wording::korean).await;
}

#[tokio::test]
async fn three_changes_move_everything_in_english() {
    three_changes(&Look::WIDE.in_english(), Language::English, Wording::english).await;
}

async fn three_changes(look: &Look, language: Language, read: Reading) {
    let text = language.catalogue();
    let page = Page::open(look, "").await;
    page.until("the verdict", "document.querySelector('.verdict-sentence') !== null").await;
    let mut plan = Example::Staggered.plan(read);
    says_what_is_computed(&page, &plan, text).await;

    click(&page, "button", text.members.edit).await;
    let cell = (text.members.cell)(&plan.members.regions[0].name, &plan.members.ages[0].name);
    fill(&page, "textbox", &cell, &PEOPLE.to_string()).await;
    plan = apply(&plan, &PlanEdit::Members(MembersEdit::Count { region: 0, age: 0, people: PEOPLE })).unwrap();
    plan.sources.remove("/members/counts");
    says_what_is_computed(&page, &plan, text).await;
    click(&page, "button", text.common.edit_closed).await;

    click(&page, "button", text.windows.edit).await;
    let first = &plan.windows[0];
    let time = format::interval(language, first.opens, first.closes);
    click(&page, "button", &(text.windows.row)(1, &time, first.cohorts.len())).await;
    fill(&page, "DateTime", text.windows.opens, OPENS).await;
    let field = WindowField::Opens(CivilTime::parse(OPENS).unwrap());
    plan = apply(&plan, &PlanEdit::Windows(WindowEdit::Set { at: 0, field })).unwrap();
    says_what_is_computed(&page, &plan, text).await;
    click(&page, "button", text.common.edit_closed).await;

    click(&page, "button", text.journey.edit).await;
    let rate = format!("{} ({})", text.journey.rate, text.common.unit_per_second);
    fill(&page, "textbox", &rate, &PER_SECOND.to_string()).await;
    let field = StageField::Rate(Some(PerSecond::new(PER_SECOND)));
    plan = apply(&plan, &PlanEdit::Stages(StageEdit::Set { at: 1, field })).unwrap();
    says_what_is_computed(&page, &plan, text).await;
    let earlier = Example::Staggered.plan(read).journey[1].rate.map(|rate| (rate.get(), Some(Dimension::Flow), 1.0));
    let source = plan.sources.get_mut("/journey/1/rate_per_s").unwrap();
    source.text = of_earlier_value(&source.text, earlier);

    assert_eq!(copied_plan(&page, text).await, plan);
    for step in [EditName::Capacity, EditName::WindowTimes, EditName::Count] {
        let name = (text.frame.with_step)(text.frame.undo, &edit_name(language, step));
        click(&page, "button", &name).await;
    }
    says_what_is_computed(&page, &Example::Staggered.plan(read), text).await;
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

async fn click(page: &Page, role: &str, name: &str) {
    page.find(role, name).await.click().await.unwrap();
}

async fn fill(page: &Page, role: &str, name: &str, value: &str) {
    let field = page.find(role, name).await;
    page.fill(&field, value).await;
}

/// The page shows what a native run of the same plan gives.
async fn says_what_is_computed(page: &Page, plan: &Plan, text: &Catalogue) {
    let checked = CheckedPlan::new(plan.clone()).unwrap();
    let forecast = forecast::run(&checked);
    says_verdict(page, plan, text).await;
    let says = page.run(SAYS, vec![]).await;
    let windows = forecast.slots.iter().filter(|slot| slot.window.is_some());
    let loads: Vec<String> = windows.map(|slot| text.common.load(slot.peak_load)).collect();
    let bars = says["bars"].as_array().unwrap();
    assert_eq!(json!(bars[..loads.len()]), json!(loads));
    let slot = &forecast.slots[0];
    assert_eq!(says["row"][12], json!(format::integer(slot.members)));
    assert_eq!(says["row"][4], json!(text.common.load(slot.peak_load)));
    assert_eq!(says["row"][10], json!(format::integer(slot.lost)));
}

/// The plan of the link that the page puts on the clipboard.
async fn copied_plan(page: &Page, text: &Catalogue) -> Plan {
    let keep = "navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); };";
    page.run(keep, vec![]).await;
    click(page, "button", text.frame.copy_link).await;
    let link = page.until("the link", "globalThis.copied").await;
    link::decode(link.as_str().unwrap()).unwrap()
}

#[tokio::test]
async fn a_link_opens_beside_the_plan_in_hand() {
    let text = Language::Korean.catalogue();
    let page = Page::open(&Look::WIDE, "").await;
    let other = Example::DayAsItWas.plan(Wording::korean);
    page.run("location.hash = args[0]".replace("args", "arguments").as_str(), vec![json!(link::encode(&other))]).await;
    let title = |plan: &Plan| format!("document.querySelector('h1').textContent === {}", json!(plan.title));
    page.until("the plan of the link", &title(&other)).await;
    click(&page, "button", text.frame.example_staggered).await;
    page.until("the plan before", &title(&Example::Staggered.plan(Wording::korean))).await;
    page.run("location.hash = '#s1.broken'", vec![]).await;
    page.until(
        "what is wrong with the link",
        "document.querySelector('.notice-place .notice')?.dataset.state === 'risk'",
    )
    .await;
    page.until("the plan in hand", &title(&Example::Staggered.plan(Wording::korean))).await;
    let findings = page.accessibility_findings().await;
    assert!(findings.is_empty(), "{findings:#?}");
}

#[tokio::test]
async fn a_bad_entry_stays_with_its_reason_and_the_last_forecast_stays_too() {
    let text = Language::Korean.catalogue();
    let page = Page::open(&Look::WIDE, "").await;
    click(&page, "button", text.journey.edit).await;
    let service = format!("{} ({})", text.journey.service, text.common.unit_seconds);
    let before = page.run(SAYS, vec![]).await;
    for bad in ["0", "abc"] {
        fill(&page, "textbox", &service, bad).await;
        page.until("the reason", "document.querySelector('.field .reason') !== null").await;
        let field = page.find("textbox", &service).await;
        assert_eq!(field.prop("value").await.unwrap().as_deref(), Some(bad));
        assert_eq!(page.run(SAYS, vec![]).await, before);
        let findings = page.accessibility_findings().await;
        assert!(findings.is_empty(), "{findings:#?}");
    }
    fill(&page, "textbox", &service, "180").await;
    page.until("no reason", "document.querySelector('.field .reason') === null").await;
}

#[tokio::test]
async fn the_pictures_are_read_by_arrow_keys() {
    let text = Language::Korean.catalogue();
    let page = Page::open(&Look::WIDE, "").await;
    page.come_to_rest().await;
    let picture = page.find("slider", text.slot_chart.picture).await;
    picture.send_keys(&char::from(fantoccini::key::Key::Right).to_string()).await.unwrap();
    page.until("the first reading", "document.querySelector('[role=slider]').getAttribute('aria-valuenow') === '0'")
        .await;
    let spoken = picture.attr("aria-valuetext").await.unwrap().unwrap();
    assert!(spoken.starts_with("4월 1일(금) 14:00"), "{spoken}");
}
