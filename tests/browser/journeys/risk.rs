//! How sure a forecast is, by keys alone: chance, bands, influence, and a real day opened as a plan.

use fantoccini::key::Key;
use journeys::verdict::{risk_of, verdicts};
use journeys::{Look, Page};
use serde_json::json;
use stagger::explain;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::edit::{NoteEdit, PlanEdit, apply};
use stagger::plan::{Plan, Range};
use stagger::text::risk_page;
use stagger::text::{Language, risk};

const LANGUAGE: Language = Language::English;
const RANGE: &str = "/arrivals/ignore_window_share";

/// The page shows what a native run of the same draws gives, to the letter.
async fn says_chance(page: &Page, plan: &Plan) {
    let risk = risk_of(plan);
    let chance = json!((risk::texts(LANGUAGE).chance)(&explain::risk::chance(plan, &risk)));
    let verdicts = verdicts(plan, LANGUAGE.catalogue());
    let condition = format!(
        "document.querySelector('.verdict-chance')?.textContent.startsWith({chance}) && {}.includes(document.querySelector('.verdict-sentence').textContent)",
        json!(verdicts[2..])
    );
    page.until("the chance", &condition).await;
    let chances: Vec<String> =
        (risk.summary.slots.iter()).map(|slot| format!("{}%", stagger::text::bands::of_hundred(slot.chance))).collect();
    let cells =
        "return [...document.querySelectorAll('table.slots tbody tr')].map((row) => row.children[3].textContent)";
    page.until("the chances of the slots", &format!("(() => {{ {cells} }})().join() === {}", json!(chances.join(","))))
        .await;
}

#[tokio::test]
async fn chance_and_bands_appear_follow_a_range_and_a_real_day_opens_by_keys() {
    let page = Page::open(&Look::WIDE.in_english(), "").await;
    let mut plan = Example::Staggered.plan(Wording::english);
    says_chance(&page, &plan).await;
    page.until("bands in words", "document.querySelector('.figure .sure').textContent.includes('9 in 10')").await;
    page.until(
        "bands in the table of the picture",
        "document.querySelector('figure.chart table thead').textContent.includes('9 in 10 cases')",
    )
    .await;

    // From the row of an assumption to its field, where a narrower range is typed.
    let words = risk_page::texts(LANGUAGE);
    let row = "[...document.querySelectorAll('.risk-table .row-pick')].find((button) => button.textContent === 'Share that ignores its slot')";
    page.until("the row of the assumption", &format!("{row} !== undefined")).await;
    page.run(&format!("{row}.focus()"), vec![]).await;
    page.press(Key::Enter).await;
    page.until("its field in focus", "document.activeElement.id === 'field-arrivals-ignore_window_share'").await;
    page.run("document.activeElement.select()", vec![]).await;
    page.client().active_element().await.unwrap().send_keys("2-4").await.unwrap();
    page.press(Key::Tab).await;
    let likely = page
        .until("the value read off the range", "document.querySelector('#field-arrivals-ignore_window_share').value")
        .await;
    plan.arrivals.ignore_window_share =
        stagger::units::Share::new(likely.as_str().unwrap().trim_end_matches('%').parse::<f64>().unwrap() / 100.0);
    let range = Range { field: RANGE.to_owned(), low: 0.02, high: 0.04 };
    plan = apply(&plan, &PlanEdit::Notes(NoteEdit::SetRange(range))).unwrap();
    says_chance(&page, &plan).await;

    // A real day as a plan of its own.
    let button = ".stress-table button:not([aria-disabled])";
    page.run("document.querySelector('.stress-place').scrollIntoView()", vec![]).await;
    page.until("five days", &format!("document.querySelectorAll('{button}').length === 5")).await;
    page.run(&format!("document.querySelectorAll('{button}')[4].focus()"), vec![]).await;
    page.press(Key::Enter).await;
    let preset = (risk::texts(LANGUAGE).stress_name)(stagger::library::Stress::FourfoldCapacity, "");
    let title = json!((words.stressed)(&plan.title, &preset));
    page.until("the plan of that day", &format!("document.querySelector('h1').textContent === {title}")).await;
}
