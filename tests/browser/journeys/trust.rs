//! A plan near its limit turns to the simulation by itself, and the panel about trust is opened and read by keys.

#[path = "../../suite/near_limit.rs"]
mod near_limit;

use fantoccini::key::Key;
use journeys::{Look, Page};
use serde_json::{Value, json};
use stagger::text::trust::{Simulating, texts};
use stagger::text::{Catalogue, Language};
use stagger::wire::{link, plan_file};

fn fragment() -> String {
    link::encode(&plan_file::read(&near_limit::near_limit()).unwrap())
}

fn looks() -> [(Look, &'static Catalogue); 2] {
    [(Look::WIDE, Language::Korean.catalogue()), (Look::WIDE.in_english(), Language::English.catalogue())]
}

async fn focus(page: &Page, role: &str, name: &str) {
    let element = serde_json::to_value(page.find(role, name).await).unwrap();
    page.run("arguments[0].focus()", vec![element]).await;
}

/// Slots that are told by the simulation, by number.
const SIMULATED: &str = "return [...document.querySelectorAll('table.slots tbody tr')]
    .flatMap((row, index) => row.querySelector('.simulated') ? [index + 1] : [])";

#[tokio::test]
async fn near_its_limit_a_plan_shows_the_simulated_figures_by_itself() {
    for (look, text) in looks() {
        let page = Page::open(&look, &format!("#{}", fragment())).await;
        page.until("simulated figures", "document.querySelector('table.slots .simulated') !== null").await;
        assert_eq!(page.run(SIMULATED, vec![]).await, json!([2, 3, 4]));
        let said = (texts(text.language).near_limits)(3, Simulating::Done);
        let condition = format!("document.querySelector('.slots-place .notice').textContent === {}", json!(said));
        page.until("why", &condition).await;
        // The slot that is read says both figures.
        focus(&page, "button", &(text.common.window_number)(3)).await;
        page.until("the sentence of the slot", "document.querySelector('.near-limit')?.textContent.includes('±')")
            .await;
        focus(&page, "button", &(text.common.window_number)(1)).await;
        page.until("no sentence of a calm slot", "document.querySelector('.near-limit') === null").await;
        assert_eq!(page.severe_messages().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn the_panel_about_trust_is_opened_and_read_by_keys() {
    for (look, text) in looks() {
        let words = texts(text.language);
        let page = Page::open(&look, &format!("#{}", fragment())).await;
        focus(&page, "button", words.link).await;
        page.press(Key::Enter).await;
        page.until("the panel in focus", "document.activeElement.closest('#trust') !== null").await;
        page.until("the comparison", "document.querySelectorAll('.trust-body > :first-child tbody tr').length === 5")
            .await;
        let rows: Value = page
            .run(
                "return [...document.querySelector('#trust table').tBodies[0].rows].map((row) => row.cells.length)",
                vec![],
            )
            .await;
        assert_eq!(rows, json!([8, 8, 8, 8, 8]));
        let findings = page.accessibility_findings().await;
        assert_eq!(findings, Vec::<String>::new());
        // Another seed gives other figures.
        let counted = "document.querySelector('#trust tbody tr:nth-child(4) td:nth-child(3)').textContent";
        let before = page.run(&format!("return {counted}"), vec![]).await;
        focus(&page, "button", words.again).await;
        page.press(Key::Enter).await;
        page.until("other figures", &format!("{counted} !== {before}")).await;
        // A weak number leads to its field.
        page.run("document.querySelector('#trust tbody th .button').focus()", vec![]).await;
        page.press(Key::Enter).await;
        page.until("a field in focus", "document.activeElement.id.startsWith('field-')").await;
        focus(&page, "button", words.close).await;
        page.press(Key::Enter).await;
        page.until("a closed panel", "document.querySelector('.trust-body') === null").await;
    }
}
